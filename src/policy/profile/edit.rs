//! What a manager may change in a copy of a profile. Everything else is edited in its file.

use super::Profile;
use super::check;
use super::rule::{Choice, Rule};
use super::timescale::Timescale;

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
