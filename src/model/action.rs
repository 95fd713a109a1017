//! What was agreed to be done: specific, measurable, achievable, realistic, and by when; and what came of it.
//!
//! Agreed in supervision (WSX appendix 6; `domain.md` R50, B5) or as a step of a plan (WAR 9.4; R72). An
//! action without a result is carried forward to the next supervision.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::choices::choices;
use super::dates::day_words;
use super::ids::{ActionId, PersonId, PractitionerId, SupervisionId};

/// Who will do it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Owner {
    Practitioner(PractitionerId),
    Person(PersonId),
    /// Someone else, in words: "school", "health visitor".
    Other(String),
}

impl Owner {
    /// Whether anybody is named.
    pub fn is_named(&self) -> bool {
        match self {
            Self::Practitioner(_) | Self::Person(_) => true,
            Self::Other(words) => !words.trim().is_empty(),
        }
    }
}

/// By when: a date, or how often (WAR 9.4: "either a target date or frequency").
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ByWhen {
    On(NaiveDate),
    Every(String),
}

impl ByWhen {
    /// The day on which it is due, where it is a day.
    pub fn day(&self) -> Option<NaiveDate> {
        match self {
            Self::On(day) => Some(*day),
            Self::Every(_) => None,
        }
    }

    fn is_said(&self) -> bool {
        match self {
            Self::On(_) => true,
            Self::Every(words) => !words.trim().is_empty(),
        }
    }
}

impl fmt::Display for ByWhen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::On(day) => f.write_str(&day_words(*day)),
            Self::Every(words) => f.write_str(words),
        }
    }
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Action {
    pub id: ActionId,
    pub what: String,
    #[serde(default)]
    pub who: Option<Owner>,
    #[serde(default)]
    pub by: Option<ByWhen>,
    /// How we will know that it helped.
    #[serde(default)]
    pub how_known: String,
}

/// What an action still lacks to be SMART, in the words of its box.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lacks {
    What,
    Who,
    ByWhen,
    HowKnown,
}

impl Lacks {
    pub fn label(self) -> &'static str {
        match self {
            Self::What => "what will be done",
            Self::Who => "who will do it",
            Self::ByWhen => "by when",
            Self::HowKnown => "how we will know",
        }
    }
}

impl Action {
    /// What it still lacks, in the order of the form.
    pub fn lacks(&self) -> Vec<Lacks> {
        let said = [
            (!self.what.trim().is_empty(), Lacks::What),
            (self.who.as_ref().is_some_and(Owner::is_named), Lacks::Who),
            (self.by.as_ref().is_some_and(ByWhen::is_said), Lacks::ByWhen),
            (!self.how_known.trim().is_empty(), Lacks::HowKnown),
        ];
        said.into_iter().filter(|(said, _)| !said).map(|(_, lacks)| lacks).collect()
    }
}

choices! {
    /// How far an action has come.
    Outcome {
        Done "done" "Done";
        /// Carried forward.
        NotYet "not_yet" "Not yet: carried forward";
        NoLongerNeeded "no_longer_needed" "No longer needed";
    }
}

/// What came of an action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionResult {
    pub outcome: Outcome,
    pub on: NaiveDate,
    /// What difference it made; or why it is not done, or not needed.
    #[serde(default)]
    pub words: String,
    /// The new date of one that is carried forward.
    #[serde(default)]
    pub by: Option<ByWhen>,
    /// The supervision in which it was looked at, if it was in one.
    #[serde(default)]
    pub reviewed_in: Option<SupervisionId>,
}
