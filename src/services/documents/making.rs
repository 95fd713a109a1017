//! What was answered so far for a document: whom it is for, and which sections are left out. In memory only.

use std::collections::BTreeSet;

use crate::model::ids::{FamilyId, PersonId};
use crate::services::here::Here;
use crate::services::typed::Wrong;

use super::{Choice, For, Kind, Made, make};

/// The ids of the boxes.
pub mod field {
    pub const READER: &str = "document-for";
    pub const TOGETHER: &str = "document-together";
    pub const SECTIONS: &str = "document-sections";
}

/// The values of the answers beside the ids of people.
pub const PROFESSIONALS: &str = "professionals";
pub const TOGETHER: &str = "together";

/// What was answered so far, for one document.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Making {
    pub of: Option<(FamilyId, Kind)>,
    /// [`PROFESSIONALS`], [`TOGETHER`], or the id of one person.
    pub reader: String,
    /// Who reads it together.
    pub together: Vec<String>,
    pub without: BTreeSet<String>,
}

impl Making {
    /// Begins for a document; goes on where it is the same one.
    #[must_use]
    pub fn of(self, family: FamilyId, kind: Kind) -> Self {
        if self.of == Some((family, kind)) {
            return self;
        }
        Self { of: Some((family, kind)), ..Self::default() }
    }

    /// Whom it is for.
    ///
    /// # Errors
    /// [`Wrong`] with the box.
    pub fn reader(&self, here: &Here<'_>) -> Result<For, Wrong> {
        let reader = match self.reader.as_str() {
            PROFESSIONALS => For::Professionals,
            TOGETHER => For::People(self.together.iter().filter_map(|it| it.parse().ok()).collect()),
            one => match one.parse::<PersonId>() {
                Ok(person) => For::People(BTreeSet::from([person])),
                Err(_) => return Err(Wrong::new(field::READER, "Select whom it is for")),
            },
        };
        let at = if self.reader == TOGETHER { field::TOGETHER } else { field::READER };
        match reader.refusal(here) {
            Some(why) => Err(Wrong::new(at, why)),
            None => Ok(reader),
        }
    }

    /// The document as it was asked for.
    ///
    /// # Errors
    /// Why it cannot be made, in words.
    pub fn made(&self, here: &Here<'_>, kind: Kind) -> Result<(For, Made), String> {
        let reader = self.reader(here).map_err(|wrong| wrong.message)?;
        let choice = Choice { kind, reader: reader.clone(), without: self.without.clone() };
        Ok((reader, make(here, &choice)?))
    }

    /// Leaves out every section that is not ticked.
    ///
    /// # Errors
    /// [`Wrong`] with the box: something has to be in it.
    pub fn keep(&mut self, sections: &[String], ticked: &[String]) -> Result<(), Wrong> {
        if !sections.iter().any(|it| ticked.contains(it)) {
            return Err(Wrong::new(field::SECTIONS, "Select what is in it"));
        }
        self.without = sections.iter().filter(|it| !ticked.contains(it)).cloned().collect();
        Ok(())
    }
}

/// Who can be chosen to read a document: the value of each answer, and its words.
pub fn readers(here: &Here<'_>, kind: Kind) -> Vec<(String, String)> {
    let readers = kind.readers(here);
    let team = readers.professionals.then(|| (PROFESSIONALS.to_owned(), "Professionals".to_owned()));
    let one = |person: &PersonId| (person.to_string(), format!("Only {}", here.book.name_of(*person)));
    let several = (!readers.one_only && readers.people.len() > 1)
        .then(|| (TOGETHER.to_owned(), "Several people of the family".to_owned()));
    team.into_iter().chain(readers.people.iter().map(one)).chain(several).collect()
}

/// Who can be chosen to read it together.
pub fn people(here: &Here<'_>, kind: Kind) -> Vec<(String, String)> {
    let person = |person: &PersonId| (person.to_string(), here.book.name_of(*person));
    kind.readers(here).people.iter().map(person).collect()
}
