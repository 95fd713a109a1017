//! For whom a document is, and what of the records they may read (`ux.md` S28; `domain.md` E2).
//!
//! Professionals read what is recorded. People of the family read the pieces that somebody chose for every one of them,
//! in the words that were chosen, and nothing else; of a paper that the rules give to them, such as their plan, the
//! parts that no rule of safety stands against.

use std::collections::BTreeSet;

use crate::model::ids::{PersonId, PractitionerId};
use crate::model::sharing::Piece;
use crate::policy::visibility::{PartOfPaper, Prepared, kept_off_paper};
use crate::services::guarding::{prepared, stopped, text};
use crate::services::here::Here;
use crate::services::leaves::names;

/// Whom a document is for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum For {
    #[default]
    Professionals,
    /// These people of the family, together.
    People(BTreeSet<PersonId>),
}

impl For {
    pub fn people(&self) -> Option<&BTreeSet<PersonId>> {
        match self {
            Self::Professionals => None,
            Self::People(people) => Some(people),
        }
    }

    /// Why nothing can be made for these together; none where it can.
    pub fn refusal(&self, here: &Here<'_>) -> Option<String> {
        let people = self.people()?;
        if people.is_empty() {
            return Some("Select whom it is for".to_owned());
        }
        prepared(here, people, false).only_general.map(|why| format!("{why}. Make one for each of them."))
    }
}

/// A piece as it stands in a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Read {
    pub words: String,
    /// Whose own words they are.
    pub said_by: Option<String>,
    /// Who does it, by when, what came of it: of something that was agreed.
    pub more: Vec<String>,
}

/// Whoever reads a document.
pub(super) struct Reader<'a> {
    here: Here<'a>,
    people: BTreeSet<PersonId>,
    /// What people of the family would be shown together; none for professionals.
    prepared: Option<Prepared>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(here: Here<'a>, of: &For) -> Self {
        let people = of.people().cloned().unwrap_or_default();
        let prepared = of.people().map(|people| prepared(&here, people, false));
        Self { here, people, prepared }
    }

    pub(super) fn is_professional(&self) -> bool {
        self.prepared.is_none()
    }

    /// Who of the family reads it; nobody: it is for professionals.
    pub(super) fn people(&self) -> &BTreeSet<PersonId> {
        &self.people
    }

    /// Whether one person alone reads it, and it is this one.
    pub(super) fn is_only(&self, person: PersonId) -> bool {
        self.people.len() == 1 && self.people.contains(&person)
    }

    /// Whether this person is one of those who read it.
    pub(super) fn has(&self, person: PersonId) -> bool {
        self.people.contains(&person)
    }

    /// "Amara and Joe".
    pub(super) fn names(&self) -> String {
        names(self.here.book, &self.people)
    }

    /// A piece as it is read; nothing where there is none.
    ///
    /// # Errors
    /// Why it is left out for these people, in words for the team.
    pub(super) fn piece(&self, piece: Piece) -> Result<Option<Read>, String> {
        let Some(record) = self.here.book.on_record(piece) else { return Ok(None) };
        let Some(prepared) = &self.prepared else {
            let said_by = record.said_by.map(|who| self.here.book.name_of(who));
            return Ok(Some(Read { words: record.words, said_by, more: Vec::new() }));
        };
        if let Some(shown) = prepared.shown.iter().find(|it| it.piece == piece) {
            let item =
                shown.number.and_then(|number| prepared.view.items.iter().find(|it| it.number == number));
            return Ok(Some(match item {
                Some(item) => {
                    let on = item.on.map(crate::model::dates::day_words);
                    let more = item.who.iter().cloned().chain(on).chain([item.how_often.clone()]);
                    let more = more.chain([item.came_of_it.clone()]).filter(|it| !it.trim().is_empty());
                    Read { words: item.words.clone(), said_by: item.said_by.clone(), more: more.collect() }
                }
                None => Read { words: shown.words.replace('\n', ", "), said_by: None, more: Vec::new() },
            }));
        }
        let why = prepared.left_out.iter().find(|it| it.piece == piece).map(|it| it.why.clone());
        Err(why.unwrap_or_else(|| format!("because nobody chose {} for it", self.names())))
    }

    /// Whether a part of a paper that is given to the family is for all of these.
    ///
    /// # Errors
    /// Why it is left out, in words for the team.
    pub(super) fn of_paper(
        &self,
        words: &str,
        named: &BTreeSet<PersonId>,
        worker: Option<PractitionerId>,
    ) -> Result<(), String> {
        let part = PartOfPaper { words, names: named, worker };
        let why = self.people.iter().find_map(|person| kept_off_paper(self.here.book, &part, *person));
        match why {
            Some(why) => Err(why),
            None if self.people.is_empty() => Ok(()),
            None if stopped(&self.here, &self.people, &[text(words)]).is_empty() => Ok(()),
            None => Err(format!("because it says something that {} must not learn", self.names())),
        }
    }
}
