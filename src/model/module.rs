//! The eight modules of the Family Programme, by number, and the questions in them, by their permanent id.
//!
//! Source: West Sussex Practice Guidance, Appendix 4. What the modules ask is data in `programme`.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// One of the eight modules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ModuleId {
    M1,
    M2,
    M3,
    M4,
    M5,
    M6,
    M7,
    M8,
}

impl ModuleId {
    /// All eight, in the order of the guidance. They may be worked through in any order.
    pub const ALL: [ModuleId; 8] =
        [Self::M1, Self::M2, Self::M3, Self::M4, Self::M5, Self::M6, Self::M7, Self::M8];

    /// The number that people say: 1 to 8.
    pub fn number(self) -> u8 {
        match self {
            Self::M1 => 1,
            Self::M2 => 2,
            Self::M3 => 3,
            Self::M4 => 4,
            Self::M5 => 5,
            Self::M6 => 6,
            Self::M7 => 7,
            Self::M8 => 8,
        }
    }
}

/// As it stands in an address: `m1` to `m8`.
impl fmt::Display for ModuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "m{}", self.number())
    }
}

/// The text was not `m1` to `m8`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a module: m1 to m8 was expected")]
pub struct NotAModule;

impl FromStr for ModuleId {
    type Err = NotAModule;

    fn from_str(text: &str) -> Result<Self, NotAModule> {
        Self::ALL.into_iter().find(|module| module.to_string() == text).ok_or(NotAModule)
    }
}

/// The permanent id of a question, such as `M2.Q4`. A released id is never changed or reused; one that this
/// version does not know is kept, so that a newer colleague's record loses nothing here.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct QuestionId(pub String);
