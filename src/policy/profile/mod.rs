//! An authority's rules as data: one file in `policy/profiles` for each, every line with its source.
//!
//! A profile is read strictly ([`import`]), so that a manager who edits a copy is told which line is wrong. The
//! profiles an app has used stand in a [`history::ProfileHistory`]: a change never judges what was due before
//! it.

pub mod built_in;
mod check;
pub mod edit;
pub mod history;
pub mod import;
mod lines;
pub mod practice;
pub mod rule;
pub mod source;
mod starts;
pub mod time;
pub mod timescale;
pub mod words;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::model::practitioner::Role;

use practice::{Figure, Open, Part, Permissions, Practice, Said, Use};
use rule::Rule;
use source::{Documents, Source};
use timescale::{Duty, Timescale};
use words::{Concept, Ratings, Word};

/// Everything in which one authority differs from another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// The version of this format.
    pub hearth_profile: Format,
    /// The permanent word of the profile; a copy has its own.
    pub id: String,
    pub name: String,
    /// Rises with every edit.
    pub version: u32,
    /// The first day on which it is the rule. The first profile of a history has always been.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effective_from: Option<NaiveDate>,
    /// The profile that this is an edited copy of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub based_on: Option<String>,
    pub documents: Documents,
    pub words: BTreeMap<Concept, Word>,
    /// Names of roles, by code.
    pub roles: BTreeMap<String, Word>,
    /// None: the guidance has no red, amber and green.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ratings: Option<Ratings>,
    pub parts: BTreeMap<Part, Said<Use>>,
    pub practice: Practice,
    pub permissions: Permissions,
    pub caseload: Vec<Figure>,
    pub timescales: Vec<Rule>,
    pub open_questions: Vec<Open>,
}

/// The version of the format of profiles: 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct Format;

impl TryFrom<u32> for Format {
    type Error = &'static str;

    fn try_from(version: u32) -> Result<Self, Self::Error> {
        if version == 1 { Ok(Self) } else { Err("this app reads profiles of format 1: update the app first") }
    }
}

impl From<Format> for u32 {
    fn from(_: Format) -> Self {
        1
    }
}

impl Profile {
    /// What this authority calls something.
    pub fn word(&self, concept: Concept) -> &str {
        self.words.get(&concept).map_or(concept.label(), |word| &word.word)
    }

    /// What this authority calls a role.
    pub fn role_name<'a>(&'a self, role: &'a Role) -> &'a str {
        self.roles.get(role.code()).map_or(role.label(), |word| &word.word)
    }

    /// What this authority calls whoever owes something.
    pub fn duty_name(&self, duty: Duty) -> &str {
        let named = duty.role_code().and_then(|code| self.roles.get(code));
        named.map_or(duty.label(), |word| &word.word)
    }

    /// Whether a part is used, and the words about it.
    pub fn part(&self, part: Part) -> Option<&Said<Use>> {
        self.parts.get(&part)
    }

    /// Whether screens of this part say "Not used here".
    pub fn uses(&self, part: Part) -> bool {
        self.part(part).is_none_or(|said| said.is != Use::NotUsed)
    }

    /// What is asked about a timescale, whether it runs or not.
    pub fn rule(&self, timescale: Timescale) -> Option<&Rule> {
        self.timescales.iter().find(|rule| rule.timescale == timescale)
    }

    /// A source as it is shown.
    pub fn source_words(&self, source: &Source) -> String {
        source.words(&self.documents)
    }

    /// The profile as a file that another app can take in.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}
