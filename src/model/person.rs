//! The children and adults of a family.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::dates::PartialDate;
use super::ids::PersonId;

/// Whether someone is recorded as a child or as an adult of the family. A parent may be under 18 and is then
/// still recorded as an adult of this family: it says whose needs the work is for, not an age.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    Child,
    Adult,
}

/// Birth, or the hope of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Arrival {
    Born(Option<PartialDate>),
    Unborn { due: Option<PartialDate> },
}

impl Default for Arrival {
    fn default() -> Self {
        Self::Born(None)
    }
}

/// That somebody has died, and when, where that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Death {
    #[serde(default)]
    pub on: Option<PartialDate>,
}

/// What is known of a person. An unborn child may have no name yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    pub standing: Standing,
    /// Full name, as on papers.
    #[serde(default)]
    pub name: String,
    /// What they like to be called.
    #[serde(default)]
    pub known_as: String,
    #[serde(default)]
    pub arrival: Arrival,
    /// None: nobody wrote that they have died.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub died: Option<Death>,
    #[serde(default)]
    pub pronouns: String,
    /// First language, in the person's own words.
    #[serde(default)]
    pub language: String,
    #[serde(default)]
    pub interpreter: bool,
    /// Large print, Easy Read, read aloud, someone to read with.
    #[serde(default)]
    pub reading_needs: String,
    #[serde(default)]
    pub communication_needs: String,
    /// Other things a worker should know on the way to the door; seen by the team only.
    #[serde(default)]
    pub notes: String,
}

impl Person {
    /// Someone of whom only the name is known so far.
    pub fn named(standing: Standing, name: &str) -> Self {
        Self {
            standing,
            name: name.to_owned(),
            known_as: String::new(),
            arrival: Arrival::default(),
            died: None,
            pronouns: String::new(),
            language: String::new(),
            interpreter: false,
            reading_needs: String::new(),
            communication_needs: String::new(),
            notes: String::new(),
        }
    }

    /// What to call them on screen: what they like to be called, else their name, else "Unborn baby".
    pub fn display_name(&self) -> &str {
        [&self.known_as, &self.name]
            .into_iter()
            .map(|name| name.trim())
            .find(|name| !name.is_empty())
            .unwrap_or(match self.arrival {
                Arrival::Unborn { .. } => "Unborn baby",
                Arrival::Born(_) => "Name not known",
            })
    }

    /// Age in whole years, where the date of birth is known; of somebody who has died, the age they reached.
    pub fn age(&self, today: NaiveDate) -> Option<u32> {
        let until = match self.died {
            Some(death) => death.on?.earliest(),
            None => today,
        };
        match self.arrival {
            Arrival::Born(Some(date)) => date.years_until(until),
            Arrival::Born(None) | Arrival::Unborn { .. } => None,
        }
    }

    /// The date of birth, where it is known.
    pub fn born_on(&self) -> Option<PartialDate> {
        match self.arrival {
            Arrival::Born(date) => date,
            Arrival::Unborn { .. } => None,
        }
    }

    /// Whether this is one of the children.
    pub fn is_child(&self) -> bool {
        self.standing == Standing::Child
    }
}

/// Whether a person is in the family's workflow, since when and why: the workbook may include or leave out
/// children who live elsewhere, connected carers and birth parents (`domain.md` R8).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Workflow {
    pub inside: bool,
    #[serde(default)]
    pub since: Option<PartialDate>,
    #[serde(default)]
    pub why: String,
}

/// Two adults who must not learn of each other through this workbook. A fact of its own, which every screen,
/// document and file asks before it shows one of them anything of the other (`domain.md` E2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Separation {
    pub in_force: bool,
    #[serde(default)]
    pub since: Option<PartialDate>,
    #[serde(default)]
    pub why: String,
    /// The one of the two who is said to have harmed the other. Nobody: it was not said, and what either is shown is
    /// read by a manager first (`domain.md` E2, rule 15).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said_to_harm: Option<PersonId>,
}
