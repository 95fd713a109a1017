//! What was shown to whom, and what people said while they looked: the log of every showing (`ux.md` SR13), their
//! answers word for word (3.1, principle 2), and their places on a scale (3.6).

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::audience::Audience;
use super::choices::choices;
use super::ids::{EntryId, PersonId, ShowingId};
use super::sharing::Piece;

/// One time that something was shown to people of the family.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Showing {
    /// Who was there.
    pub people: BTreeSet<PersonId>,
    /// Who else was there, in words; then only the pages without anything of the family were shown.
    #[serde(default)]
    pub others: String,
    /// What was shown, each with the SHA-256 of the words that stood there, as hex.
    #[serde(default)]
    pub shown: Vec<(Piece, String)>,
    /// The tag of the language: "en-GB".
    pub language: String,
    pub began: DateTime<Utc>,
    #[serde(default)]
    pub ended: Option<DateTime<Utc>>,
    /// How many times the screen was covered.
    #[serde(default)]
    pub hidden: u32,
}

/// What an answer is an answer to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnswerTo {
    /// Something to say, asked by nobody.
    Nothing,
    /// What they hope for; a child's wish.
    Hopes,
    /// What they think needs to be different; a child's worry.
    Different,
    /// Whether something that was shown is right.
    Piece(Piece),
    /// A question on a scale, by its permanent name.
    Scale(String),
    /// Whether they agree with what was shown as agreed.
    Agreement,
}

choices! {
    /// How an answer came about.
    Given {
        Typed "typed" "Typed by them";
        Pointed "pointed" "They pointed, and a worker tapped";
        Told "told" "Told to a worker, who wrote it";
    }
    /// What somebody says to what was shown.
    Verdict {
        Right "right" "Yes, that is right";
        NotRight "not_right" "No, that is not right";
        Agree "agree" "I agree";
        DoNotAgree "do_not_agree" "I do not agree";
        MoreTime "more_time" "I need more time";
        /// A child's tick is "I have seen this", and no agreement.
        Seen "seen" "I have seen this";
        CouldNotAnswer "could_not_answer" "Could not answer";
        WouldNotSay "would_not_say" "I do not want to say";
        DoNotKnow "do_not_know" "I do not know";
        Later "later" "Ask me later";
    }
    /// What a worker did with what somebody said.
    Kept {
        InTheVisit "in_the_visit" "Kept with the visit";
        InAnEntry "in_an_entry" "Put in a module";
    }
}

impl Verdict {
    /// Whether somebody sees it differently.
    pub fn disagrees(self) -> bool {
        matches!(self, Self::NotRight | Self::DoNotAgree)
    }
}

/// What stood before somebody when they answered, so that nobody has to guess later what they agreed to, and what they
/// said no to (`ux.md` 3.7).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Before {
    /// Word for word, a line for each thing.
    pub words: String,
    /// The SHA-256 of the words, as hex.
    pub hash: String,
    /// The pieces of the record that they are from.
    #[serde(default)]
    pub pieces: Vec<Piece>,
}

/// What one person said, byte for byte, as a worker took it into the record. It is never edited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    pub showing: ShowingId,
    pub who: PersonId,
    pub to: AnswerTo,
    pub given: Given,
    pub at: DateTime<Utc>,
    #[serde(default)]
    pub verdict: Option<Verdict>,
    /// Their place on the scale.
    #[serde(default)]
    pub number: Option<u8>,
    /// Why it is not less.
    #[serde(default)]
    pub why_not_less: String,
    /// What would make it one more.
    #[serde(default)]
    pub what_next: String,
    #[serde(default)]
    pub words: String,
    /// The typed name of a signature.
    #[serde(default)]
    pub signed: String,
    /// Who of the family may see it, as they chose.
    pub audience: Audience,
    pub kept: Kept,
    /// The day on which a worker took it in.
    pub taken_in_on: NaiveDate,
    /// Whether they were still writing it when the page went away: they have not said that they mean it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unfinished: bool,
    /// What they answered, as they had it before them; none where nothing was shown or asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Before>,
    /// The entry that holds their words, where a worker put them in a module.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<EntryId>,
}

impl Said {
    /// Every box that they filled, as they filled it.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        [&self.words, &self.why_not_less, &self.what_next]
            .into_iter()
            .map(String::as_str)
            .filter(|text| !text.trim().is_empty())
    }

    /// Whether they see it differently from what was shown to them. That stands beside what is recorded, never in it.
    pub fn disagrees(&self) -> bool {
        self.verdict.is_some_and(Verdict::disagrees)
    }
}
