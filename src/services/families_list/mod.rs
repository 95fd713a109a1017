//! My families: a line for each, and finding one by what people remember of it or by how its work stands
//! (`ux.md` S07).

mod filter;
mod work;

use chrono::{DateTime, Utc};

use crate::model::ids::FamilyId;
use crate::services::session::{FamilyState, Profile};
use crate::workbook::fold::Workbook;

pub use filter::{Active, Filter, Which};
pub use work::{Columns, Mine, Work, mine};

/// One family in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FamilyLine {
    Here {
        family: FamilyId,
        label: String,
        example: bool,
        children: Vec<String>,
        adults: Vec<String>,
        /// When the last entry was recorded.
        last_entry: Option<DateTime<Utc>>,
        /// When it was last put in a file, by backup or by sharing.
        in_file: Option<DateTime<Utc>>,
        /// How the work stands, for columns and filters.
        work: Work,
    },
    /// It stays in the list, so that nobody believes it gone.
    CannotBeOpened(FamilyId),
}

/// Every family, in the order in which they come.
pub fn lines(families: &[FamilyState], profile: Option<&Profile>, now: DateTime<Utc>) -> Vec<FamilyLine> {
    let in_file = |family| profile.and_then(|profile| profile.shared.get(&family).copied());
    let rules = profile.map(|profile| (profile.history(), profile.practitioner.id));
    let work = |book: &Workbook| {
        rules.as_ref().map(|(history, me)| Work::of(book, history, *me, now)).unwrap_or_default()
    };
    let line = |state: &FamilyState| match state {
        FamilyState::Open(book) => line(book, in_file(book.id), work(book)),
        FamilyState::CannotBeOpened(family) => FamilyLine::CannotBeOpened(*family),
    };
    families.iter().map(line).collect()
}

fn line(book: &Workbook, in_file: Option<DateTime<Utc>>, work: Work) -> FamilyLine {
    let names = |people: Vec<(_, &crate::model::person::Person)>| {
        people.into_iter().map(|(_, person)| person.display_name().to_owned()).collect()
    };
    FamilyLine::Here {
        family: book.id,
        label: book.label(),
        example: book.is_example(),
        children: names(book.children()),
        adults: names(book.adults()),
        last_entry: book.entries.iter().flat_map(|(_, entry)| entry.versions().map(|v| v.recorded)).max(),
        in_file,
        work,
    }
}

impl FamilyLine {
    pub fn family(&self) -> FamilyId {
        match self {
            Self::Here { family, .. } | Self::CannotBeOpened(family) => *family,
        }
    }

    /// Whether every word that was typed begins a word of the family's: its label, its people, its short id.
    pub fn answers_to(&self, words: &str) -> bool {
        let mut known = self.family().short().to_lowercase();
        if let Self::Here { label, children, adults, .. } = self {
            for name in std::iter::once(label).chain(children).chain(adults) {
                known.push(' ');
                known.push_str(&name.to_lowercase());
            }
        }
        let parts = |text: &str| {
            text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
        };
        let known: Vec<String> = parts(&known);
        let typed: Vec<String> = parts(&words.to_lowercase());
        typed.iter().all(|word| known.iter().any(|own| own.starts_with(word.as_str())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reed() -> FamilyLine {
        FamilyLine::Here {
            family: FamilyId::from_bytes([0; 16]),
            label: "Okafor-Reed".into(),
            example: false,
            children: vec!["Kayla".into(), "Joël".into()],
            adults: vec!["Amara Reed".into()],
            last_entry: None,
            in_file: None,
            work: Work::default(),
        }
    }

    #[track_caller]
    fn check(words: &str, found: bool) {
        assert_eq!(reed().answers_to(words), found, "{words:?}");
    }

    #[test]
    fn found_by_what_people_remember() {
        check("", true);
        check("  ", true);
        check("okafor", true);
        check("REED", true);
        check("Okafor-Reed", true);
        check("kay amara", true);
        check("JOËL", true);
        check("0000", true);
        check("layla", false);
        check("kayla smith", false);
        check("ayla", false);
    }

    #[test]
    fn a_family_that_cannot_be_opened_is_found_by_its_id() {
        let family = FamilyId::from_bytes([255; 16]);
        let line = FamilyLine::CannotBeOpened(family);
        assert!(line.answers_to(&family.short()));
        assert!(line.answers_to(""));
        assert!(!line.answers_to("okafor"));
    }
}
