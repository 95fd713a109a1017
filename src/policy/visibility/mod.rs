//! What people of a family are shown: a copy of nothing but what every one of those who are there may see
//! (`ux.md` 3.9, SR1 to SR13; `domain.md` E2; `architecture.md`, invariant 4).
//!
//! Hiding is the rule. A piece is shown only when somebody chose each of those who are there for it, when the record
//! that it is from may be seen by each of them, and when no rule of safety stands against it. While two versions of
//! anything stand beside each other, it is not shown.
//!
//! "Read it as Dad" is the same with Dad alone.

mod barred;
mod candidate;
mod left_out;
mod roles;
mod viewers;

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::model::do_not_tell::DoNotTell;
use crate::model::family_view::{FamilyView, Item};
use crate::model::ids::{PersonId, PractitionerId};
use crate::model::sharing::{Heading, Piece};
use crate::workbook::fold::Workbook;

pub use left_out::LeftOut;
pub use roles::plain_role;

use barred::{Why, barred, barred_from_paper};
use candidate::{Candidate, Stands, candidates};

/// Who looks, and what is kept from whom.
#[derive(Clone, Copy)]
pub struct Looking<'a> {
    pub present: &'a BTreeSet<PersonId>,
    /// Whether somebody is there who is no person of the workbook (SR8).
    pub somebody_else: bool,
    /// The date in Europe/London.
    pub today: NaiveDate,
    /// The tag of the language of the fixed words.
    pub language: &'a str,
    /// The worker who shows it.
    pub worker: &'a str,
    pub do_not_tell: &'a [DoNotTell],
    /// Whether a text says something that must not reach this person, such as a protected fact.
    pub guarded: &'a dyn Fn(PersonId, &str) -> bool,
}

/// A view, and what the team knows of how it came about. Nothing but the view leaves the team.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prepared {
    pub view: FamilyView,
    /// Who looks, in the order of the view's people.
    pub people: Vec<PersonId>,
    /// What stands in the view, in its order, for the log of the showing (SR13).
    pub shown: Vec<Shown>,
    /// What was chosen for somebody who is there, and is not shown.
    pub left_out: Vec<LeftOut>,
    /// What a manager still has to read, where one person looks and nothing else stands against it.
    pub unread: Vec<Shown>,
    /// Whether nothing of what is going well is shown: the worker is told before, not the family after.
    pub strengths_missing: bool,
    /// Why the view says nothing of anyone, if it does.
    pub only_general: Option<String>,
}

/// One piece that stands in a view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The number of its item; none for somebody who is helping, and for a place on a scale.
    pub number: Option<u32>,
    pub piece: Piece,
    /// Everything that stands there, word for word.
    pub words: String,
}

/// Makes the view of those who are there.
pub fn prepare(book: &Workbook, looking: &Looking<'_>) -> Prepared {
    let mut prepared = Prepared { only_general: only_general(book, looking), ..Prepared::default() };
    prepared.view.language = looking.language.to_owned();
    prepared.view.worker = first_name(looking.worker);
    prepared.view.today = Some(looking.today);
    if prepared.only_general.is_some() {
        return prepared;
    }
    let in_order = viewers::in_order(book, looking.present);
    prepared.view.people = viewers::viewers(book, &in_order, looking.today);
    prepared.people.clone_from(&in_order);
    for candidate in candidates(book, looking.today) {
        let against: Vec<(PersonId, Why)> = looking
            .present
            .iter()
            .filter_map(|person| Some((*person, barred(book, looking, &candidate, *person)?)))
            .collect();
        if let ([(_, Why::Unread(_))], 1) = (against.as_slice(), looking.present.len()) {
            let words = candidate.words();
            prepared.unread.push(Shown { number: None, piece: candidate.piece, words });
        }
        match against.is_empty() {
            true => put(&mut prepared, &in_order, candidate),
            false => prepared.left_out.extend(left_out::of(book, looking, &candidate, &against)),
        }
    }
    prepared.strengths_missing = !prepared.view.items.iter().any(|item| item.heading == Heading::Well);
    prepared
}

/// Puts a piece that every one of them may see where it stands.
fn put(prepared: &mut Prepared, in_order: &[PersonId], candidate: Candidate<'_>) {
    let words = candidate.words();
    let piece = candidate.piece;
    let number = match candidate.stands {
        Stands::Item(item) => {
            let number = u32::try_from(prepared.view.items.len()).unwrap_or(u32::MAX).saturating_add(1);
            prepared.view.items.push(Item { number, ..item });
            Some(number)
        }
        Stands::Helper(helper) => {
            prepared.view.helpers.push(helper);
            None
        }
        Stands::Scale { who, name, earlier } => {
            // Nobody but whoever gave it looks at a place on a scale.
            let place = in_order.iter().position(|it| *it == who);
            let Some(viewer) = place.and_then(|it| prepared.view.people.get_mut(it)) else { return };
            viewer.scales.entry(name).or_default().push(earlier);
            None
        }
    };
    prepared.shown.push(Shown { number, piece, words });
}

/// Why nothing of anyone can be shown to those who are there.
fn only_general(book: &Workbook, looking: &Looking<'_>) -> Option<String> {
    if looking.somebody_else {
        return Some("Somebody is there who is not matched to a person of this family".to_owned());
    }
    if looking.present.is_empty() {
        return Some("Nobody of this family is there".to_owned());
    }
    if looking.present.iter().any(|person| book.people.current(*person).is_none()) {
        return Some("Somebody who is there is no longer listed in this family".to_owned());
    }
    let both = |one: PersonId| book.separated_from(one).into_iter().find(|it| looking.present.contains(it));
    let (one, other) = looking.present.iter().find_map(|one| Some((*one, both(*one)?)))?;
    Some(format!(
        "{} and {} are both there, and safety separation stands between them",
        book.name_of(one),
        book.name_of(other)
    ))
}

/// A part of a paper that the rules give to the family, such as a plan (WAR 9.8; `domain.md` R74).
#[derive(Debug, Clone, Copy)]
pub struct PartOfPaper<'a> {
    pub words: &'a str,
    /// Everyone whom it is about.
    pub names: &'a BTreeSet<PersonId>,
    pub worker: Option<PractitionerId>,
}

/// Why this part of a paper is not for one person, in words for the team: "because ...". What must not reach them in
/// any text is looked for beside it, by the leak check.
pub fn kept_off_paper(book: &Workbook, part: &PartOfPaper<'_>, person: PersonId) -> Option<String> {
    let why = barred_from_paper(book, part, person)?;
    Some(format!("because {}", left_out::words(book, person, why)))
}

/// The name that a family calls a worker by.
fn first_name(name: &str) -> String {
    name.split_whitespace().next().unwrap_or_default().to_owned()
}
