//! What a manager may change in a copy of a profile. Everything else is edited in its file.

use super::Profile;
use super::check;
use super::rule::{Basis, Choice, Reading, Rule};
use super::source::{Document, Source};
use super::time::Time;
use super::timescale::{Start, Timescale};
use super::words::{Concept, Ratings};

/// The code of the reading that a manager wrote, in whichever timescale.
pub const OWN_READING: &str = "decided_locally";

/// The short word of the document that a manager's own lines come from.
const OWN_DOCUMENT: &str = "local";

/// A time that a team decided for itself. It stands beside what the guidance says, and never in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnTime {
    pub time: Time,
    pub from: Start,
    /// What it asks for, in words.
    pub wording: String,
    /// Where it is written down.
    pub written: String,
}

/// Why a change was not made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotChanged {
    #[error(
        "This profile says nothing about that timescale. Choose another profile, or add the rule to its file."
    )]
    NoSuchTimescale,
    #[error("The profile has no such reading of that timescale. Choose one of those shown.")]
    NoSuchReading,
    #[error("{0}.")]
    DoesNotFit(String),
}

impl Profile {
    /// A copy to edit, under an id and a name of its own.
    ///
    /// # Errors
    /// [`NotChanged::DoesNotFit`] when the id or the name cannot be used.
    pub fn copy_as(&self, id: &str, name: &str) -> Result<Self, NotChanged> {
        let copy = Self {
            id: id.to_owned(),
            name: name.trim().to_owned(),
            version: 1,
            effective_from: None,
            based_on: Some(self.id.clone()),
            ..self.clone()
        };
        match check::first_fault(&copy) {
            Some((_, words)) => Err(NotChanged::DoesNotFit(words)),
            None => Ok(copy),
        }
    }

    /// Chooses which reading of a timescale is due.
    ///
    /// # Errors
    /// [`NotChanged`] when there is no such timescale or reading.
    pub fn choose(&mut self, timescale: Timescale, choice: Choice) -> Result<(), NotChanged> {
        self.change(timescale, |rule| {
            let before = std::mem::replace(&mut rule.choice, choice);
            if matches!(rule.choice, Choice::Reading(_)) && rule.chosen().is_none() {
                rule.choice = before;
                return Err(NotChanged::NoSuchReading);
            }
            Ok(before != rule.choice)
        })
    }

    /// Turns a timescale on or off: an optional preset, or a rule that this team does not follow.
    ///
    /// # Errors
    /// [`NotChanged::NoSuchTimescale`].
    pub fn turn(&mut self, timescale: Timescale, on: bool) -> Result<(), NotChanged> {
        self.change(timescale, |rule| {
            let changed = rule.on != on;
            rule.on = on;
            Ok(changed)
        })
    }

    /// Adds a time that the team decided for itself, or changes it, and chooses it.
    ///
    /// # Errors
    /// [`NotChanged`]: there is no such timescale, or such a time makes no sense for it.
    pub fn decide(&mut self, timescale: Timescale, own: OwnTime) -> Result<(), NotChanged> {
        let mut changed = self.clone();
        let source = changed.own_source(&own.written);
        changed.change(timescale, |rule| {
            let reading = Reading {
                code: OWN_READING.to_owned(),
                time: own.time,
                from: own.from,
                basis: Basis::Written,
                soft: false,
                wording: own.wording.trim().to_owned(),
                source,
            };
            let before = rule.clone();
            match rule.readings.iter_mut().find(|it| it.code == OWN_READING) {
                Some(standing) => *standing = reading,
                None => rule.readings.push(reading),
            }
            rule.choice = Choice::Reading(OWN_READING.to_owned());
            Ok(before != *rule)
        })?;
        if let Some((_, words)) = check::first_fault(&changed) {
            return Err(NotChanged::DoesNotFit(words));
        }
        *self = changed;
        Ok(())
    }

    /// Calls a role, by its code, something else.
    pub fn call_role(&mut self, code: &str, word: &str) {
        if self.roles.get(code).is_none_or(|standing| standing.word == word.trim()) {
            return;
        }
        let source = self.own_source("what roles are called");
        if let Some(standing) = self.roles.get_mut(code) {
            (standing.word, standing.source) = (word.trim().to_owned(), source);
        }
    }

    /// Calls a thing that everybody has something else.
    pub fn call(&mut self, concept: Concept, word: &str) {
        if self.words.get(&concept).is_none_or(|standing| standing.word == word.trim()) {
            return;
        }
        let source = self.own_source("what things are called");
        if let Some(standing) = self.words.get_mut(&concept) {
            (standing.word, standing.source) = (word.trim().to_owned(), source);
        }
    }

    /// Says otherwise what red, amber and green mean, where the authority has them.
    pub fn explain_ratings(&mut self, measures: &str, colours: [&str; 3]) {
        let Some(standing) = &self.ratings else { return };
        let [red, amber, green] = colours.map(|words| words.trim().to_owned());
        let told = Ratings {
            measures: measures.trim().to_owned(),
            red,
            amber,
            green,
            source: standing.source.clone(),
        };
        if told != *standing {
            let source = self.own_source("what red, amber and green mean");
            self.ratings = Some(Ratings { source, ..told });
        }
    }

    /// Where a manager's own lines come from. The document is named among the others.
    fn own_source(&mut self, section: &str) -> Source {
        let document = || Document {
            title: "Decided by the team".to_owned(),
            edition: "written by a manager in this app".to_owned(),
        };
        self.documents.entry(OWN_DOCUMENT.to_owned()).or_insert_with(document);
        Source { document: OWN_DOCUMENT.to_owned(), section: section.trim().to_owned() }
    }

    fn change(
        &mut self,
        timescale: Timescale,
        edit: impl FnOnce(&mut Rule) -> Result<bool, NotChanged>,
    ) -> Result<(), NotChanged> {
        let rule = self.timescales.iter_mut().find(|rule| rule.timescale == timescale);
        if edit(rule.ok_or(NotChanged::NoSuchTimescale)?)? {
            self.version = self.version.saturating_add(1);
        }
        Ok(())
    }
}
