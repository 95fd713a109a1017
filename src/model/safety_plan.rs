//! A survivor's own plan to be safe. Written and read in a private session only: never printed by default, never in a
//! file for another person (`domain.md` E2, rule 7; `ux.md` SR5).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What somebody does to be safe, in their own words.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SafetyPlan {
    /// How they can tell that it is getting dangerous.
    #[serde(default)]
    pub signs: String,
    /// What they do then, and where they go.
    #[serde(default)]
    pub what_i_do: String,
    /// Whom they can ring or go to.
    #[serde(default)]
    pub who_helps: String,
    /// What the children know to do.
    #[serde(default)]
    pub the_children: String,
    /// What is packed, and where it is.
    #[serde(default)]
    pub what_i_take: String,
    /// A word that means "get help".
    #[serde(default)]
    pub code_word: String,
    /// How and when it is safe to be in touch with them.
    #[serde(default)]
    pub safe_contact: String,
    /// The last day on which they said that it is safe for them to have this on paper.
    #[serde(default)]
    pub safe_on_paper: Option<NaiveDate>,
}

impl SafetyPlan {
    /// Its parts, each with what it is called, in the order of the page.
    pub fn parts(&self) -> [(&'static str, &str); 7] {
        [
            ("How I know that it is getting dangerous", &self.signs),
            ("What I do then", &self.what_i_do),
            ("Who can help", &self.who_helps),
            ("What the children know to do", &self.the_children),
            ("What I take with me", &self.what_i_take),
            ("My word for “get help”", &self.code_word),
            ("How to reach me safely", &self.safe_contact),
        ]
    }

    /// Whether anything is written in it.
    pub fn has_words(&self) -> bool {
        self.parts().iter().any(|(_, words)| !words.trim().is_empty())
    }

    /// Whether it may be printed today: they were asked today, and said yes.
    pub fn may_be_printed(&self, today: NaiveDate) -> bool {
        self.safe_on_paper == Some(today)
    }
}
