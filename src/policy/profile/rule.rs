//! One timescale of a profile, with every reading of it.

use serde::{Deserialize, Serialize};

use super::source::Source;
use super::time::Time;
use super::timescale::{Duty, Start, Timescale};

/// What an authority asks for about one timescale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    pub timescale: Timescale,
    pub owed_by: Duty,
    /// A target rather than a limit: passing it is said, and is no miss.
    #[serde(default, skip_serializing_if = "is_false")]
    pub soft: bool,
    /// Whether it runs. Presets that no local guidance gives are off until a manager turns them on.
    #[serde(default = "yes", skip_serializing_if = "is_true")]
    pub on: bool,
    /// Whether it was found outside this authority's guidance, and has to be checked before it is relied on.
    #[serde(default, skip_serializing_if = "is_false")]
    pub check_locally: bool,
    #[serde(default, skip_serializing_if = "Choice::is_earliest")]
    pub choice: Choice,
    /// What the guidance leaves open, said wherever the date is explained.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    pub readings: Vec<Reading>,
}

/// One way to read what the guidance says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// What it is chosen by, permanent within the profile.
    pub code: String,
    pub time: Time,
    pub from: Start,
    #[serde(default, skip_serializing_if = "Basis::is_written")]
    pub basis: Basis,
    /// Passing this reading's date is said, and is no miss.
    #[serde(default, skip_serializing_if = "is_false")]
    pub soft: bool,
    /// The guidance's words, shortened, or what they may mean.
    pub wording: String,
    pub source: Source,
}

/// Whether the guidance says so in as many words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// As it is written.
    #[default]
    Written,
    /// What its words may mean as well: "days" that are not said to be working days, a start that is not said.
    Meant,
}

impl Basis {
    fn is_written(&self) -> bool {
        *self == Self::Written
    }
}

/// Which reading is due.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum Choice {
    /// The earliest of them, until a manager chooses.
    #[default]
    Earliest,
    /// The reading with this code.
    Reading(String),
}

impl Choice {
    const EARLIEST: &str = "earliest";

    fn is_earliest(&self) -> bool {
        *self == Self::Earliest
    }
}

impl From<String> for Choice {
    fn from(text: String) -> Self {
        if text == Self::EARLIEST { Self::Earliest } else { Self::Reading(text) }
    }
}

impl From<Choice> for String {
    fn from(choice: Choice) -> Self {
        match choice {
            Choice::Earliest => Choice::EARLIEST.to_owned(),
            Choice::Reading(code) => code,
        }
    }
}

impl Rule {
    /// The reading a manager chose, unless the earliest counts.
    pub fn chosen(&self) -> Option<usize> {
        match &self.choice {
            Choice::Earliest => None,
            Choice::Reading(code) => self.readings.iter().position(|reading| reading.code == *code),
        }
    }
}

fn yes() -> bool {
    true
}

fn is_true(it: &bool) -> bool {
    *it
}

fn is_false(it: &bool) -> bool {
    !*it
}
