//! "Prepare to show" (`ux.md` S36): who is here, whether it is safe now, and exactly what will be shown. What may be
//! shown to whom is not decided here: it comes as a [`Made`].

mod safety;

pub use safety::Risk;

use std::collections::{BTreeMap, BTreeSet};

use crate::model::family_view::FamilyView;
use crate::model::ids::{FamilyId, PersonId};
use crate::model::person::Arrival;
use crate::model::sharing::{Heading, Piece};
use crate::model::showing::Showing;
use crate::policy::visibility::Shown;
use crate::services::guarding::{self, Stopped};
use crate::services::here::Here;
use crate::services::session::Prepared;
use crate::services::typed::Wrong;
use crate::services::words::fingerprint;

/// The ids of the boxes.
pub mod field {
    pub const PRESENT: &str = "show-present";
    pub const OTHERS: &str = "show-others";
    pub const RISKS: &str = "show-risks";
    pub const ITEMS: &str = "show-items";
    pub const STRENGTHS: &str = "show-strengths";
}

/// The value of "Someone else" among the people.
pub const SOMEONE_ELSE: &str = "someone-else";

/// What was answered so far, for as long as somebody prepares. In memory only.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Preparing {
    pub family: Option<FamilyId>,
    /// What is ticked: people, and [`SOMEONE_ELSE`].
    pub ticked: Vec<String>,
    /// Who else is here.
    pub others: String,
    /// What could make it unsafe, as ticked.
    pub risks: Vec<String>,
    /// What was taken out of what could be shown.
    pub taken_out: BTreeSet<u32>,
    /// The worker knows that nothing the family does well is shown.
    pub without_strengths: bool,
}

/// Who is here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Present {
    pub people: BTreeSet<PersonId>,
    /// Somebody who is matched to no person of the family, in words.
    pub others: String,
}

impl Present {
    /// Whether only the pages that say nothing of anyone open (SR8).
    pub fn generic_only(&self) -> bool {
        !self.others.is_empty()
    }
}

/// What would be shown to exactly these people, and what would not.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Made {
    pub view: FamilyView,
    /// Who looks, in the order of the view's people.
    pub people: Vec<PersonId>,
    /// What each numbered item of the view is.
    pub pieces: BTreeMap<u32, Piece>,
    /// Each piece with the hash of the words that stand there.
    pub shown: Vec<(Piece, String)>,
    pub left_out: Vec<LeftOut>,
    /// Everything that would be read, in order, for the last check before it is handed over.
    pub read: Vec<Shown>,
    /// Why only the pages that say nothing of anyone open, if it is so.
    pub only_general: Option<String>,
}

/// Something that is not shown to these people, and why. The worker alone reads this.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    pub words: String,
    pub why: String,
}

impl Preparing {
    /// Begins for a family; goes on where it is the same one.
    pub fn of(self, family: FamilyId) -> Self {
        if self.family == Some(family) { self } else { Self { family: Some(family), ..Self::default() } }
    }

    /// Who is here, as it was answered.
    ///
    /// # Errors
    /// [`Wrong`] with the box: somebody has to be here.
    pub fn present(&self) -> Result<Present, Wrong> {
        let someone_else = self.ticked.iter().any(|it| it == SOMEONE_ELSE);
        let people: BTreeSet<PersonId> = self.ticked.iter().filter_map(|it| it.parse().ok()).collect();
        let others = self.others.trim();
        match (people.is_empty(), someone_else, others.is_empty()) {
            (true, false, _) => Err(Wrong::new(field::PRESENT, "Select who is with you")),
            (_, true, true) => Err(Wrong::new(field::OTHERS, "Enter who else is with you")),
            (_, true, false) => Ok(Present { people, others: others.to_owned() }),
            (false, false, _) => Ok(Present { people, others: String::new() }),
        }
    }

    /// What is left of a view after the worker took things out of it.
    pub fn chosen(&self, made: &Made) -> Made {
        let mut made = made.clone();
        made.view.items.retain(|item| !self.taken_out.contains(&item.number));
        let out: BTreeSet<Piece> =
            self.taken_out.iter().filter_map(|number| made.pieces.get(number).copied()).collect();
        made.pieces.retain(|number, _| !self.taken_out.contains(number));
        made.shown.retain(|(piece, _)| !out.contains(piece));
        made.read.retain(|it| !out.contains(&it.piece));
        made
    }

    /// What must not reach those who are here and still stands in what is left: it runs over the end of one thing into
    /// the next. Nothing is shown until it is gone.
    pub fn stopped(&self, here: &Here<'_>, present: &Present, made: &Made) -> Vec<Stopped> {
        let texts = guarding::texts_of(here.book, &self.chosen(made).read);
        guarding::stopped(here, &present.people, &texts)
    }

    /// What is handed over.
    ///
    /// # Errors
    /// [`Wrong`] with the box: strengths come first, and going without them takes a word of the worker's.
    pub fn ready(&self, here: &Here<'_>, present: Present, made: &Made) -> Result<Prepared, Wrong> {
        let stopped = self.stopped(here, &present, made);
        let made = self.chosen(made);
        if !stopped.is_empty() {
            return Err(Wrong::new(field::ITEMS, "Take out what must not reach them before you show this"));
        }
        if strengths_missing(&made) && !self.without_strengths {
            return Err(Wrong::new(
                field::STRENGTHS,
                "Say that you know that nothing they do well is shown, or go back and share something",
            ));
        }
        let Present { people, others } = present;
        let Made { view, people: order, pieces, shown, .. } = made;
        let language = view.language.clone();
        let (family, began) = (here.book.id, here.now);
        let showing = Showing { people, others, shown, language, began, ended: None, hidden: 0 };
        Ok(Prepared { family, view, people: order, pieces, showing })
    }
}

/// Whether nothing that they do well is among it, where anything of them can be shown.
pub fn strengths_missing(made: &Made) -> bool {
    made.only_general.is_none() && !made.view.items.iter().any(|item| item.heading == Heading::Well)
}

/// "4 things are left out": never told to the family (SR10).
pub fn left_out_words(made: &Made) -> Option<String> {
    match made.left_out.len() {
        0 => None,
        1 => Some("1 thing is left out".to_owned()),
        many => Some(format!("{many} things are left out")),
    }
}

/// Those who may be here: the adults, then the children who are born.
pub fn people(here: &Here<'_>) -> Vec<(PersonId, String)> {
    let book = here.book;
    let all = book.adults().into_iter().chain(book.children());
    let born = all.filter(|(_, person)| !matches!(person.arrival, Arrival::Unborn { .. }));
    born.map(|(id, _)| (id, book.name_of(id))).collect()
}

/// What would be shown to exactly these people, and what would not: after every rule of safety, and after the leak
/// check of each piece and of the whole.
pub fn made(here: &Here<'_>, present: &Present) -> Made {
    let prepared = guarding::prepared(here, &present.people, present.generic_only());
    Made {
        pieces: prepared.shown.iter().filter_map(|it| Some((it.number?, it.piece))).collect(),
        shown: prepared.shown.iter().map(|it| (it.piece, fingerprint(&it.words))).collect(),
        left_out: prepared.left_out.into_iter().map(|it| LeftOut { words: it.words, why: it.why }).collect(),
        only_general: prepared.only_general,
        read: prepared.shown,
        people: prepared.people,
        view: prepared.view,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::audience::Audience;
    use crate::model::entry::Entry;
    use crate::model::family_view::Item;
    use crate::model::ids::{EntryId, ProtectedId};
    use crate::model::module::ModuleId;
    use crate::model::protected::{ProtectedFact, ProtectedKind};
    use crate::services::sample::{AMARA, KAYLA, Sample, about, entry, entry_id, person};
    use crate::services::sheets::tests::here;
    use crate::workbook::decide::{Command, SafetyCommand};

    fn ticked(ticked: &[&str], others: &str) -> Preparing {
        let ticked = ticked.iter().map(|it| (*it).to_owned()).collect();
        Preparing { ticked, others: others.to_owned(), ..Preparing::default() }
    }

    #[test]
    fn somebody_has_to_be_here() {
        let amara = person(AMARA).to_string();
        let wrong = |preparing: Preparing| preparing.present().unwrap_err();
        assert_eq!(wrong(ticked(&[], "")), Wrong::new(field::PRESENT, "Select who is with you"));
        // Words in a box that nobody sees are not somebody.
        assert_eq!(wrong(ticked(&[], "A neighbour")).field, field::PRESENT);
        assert_eq!(wrong(ticked(&[&amara, SOMEONE_ELSE], " ")).field, field::OTHERS);
        let present = ticked(&[&amara], "").present().unwrap();
        assert_eq!((present.people, present.others), ([person(AMARA)].into(), String::new()));
        let with = ticked(&[&amara, SOMEONE_ELSE], " Mrs Byrne ").present().unwrap();
        assert!(with.generic_only() && with.others == "Mrs Byrne");
    }

    fn made(items: &[(u32, Heading)]) -> Made {
        let item = |(number, heading): &(u32, Heading)| Item {
            number: *number,
            heading: *heading,
            words: "Words".to_owned(),
            translations: BTreeMap::new(),
            said_by: None,
            who: None,
            on: None,
            how_often: String::new(),
            kept: None,
            came_of_it: String::new(),
        };
        let piece = |number: u32| Piece::GoingWell(EntryId::from_bytes([number as u8; 16]));
        Made {
            view: FamilyView { items: items.iter().map(item).collect(), ..FamilyView::default() },
            pieces: items.iter().map(|(number, _)| (*number, piece(*number))).collect(),
            shown: items.iter().map(|(number, _)| (piece(*number), format!("hash {number}"))).collect(),
            ..Made::default()
        }
    }

    #[test]
    fn what_the_worker_takes_out_is_in_no_part_of_what_is_handed_over() {
        let made = made(&[(1, Heading::Well), (2, Heading::Next)]);
        let preparing = Preparing { taken_out: [2].into(), ..ticked(&[&person(AMARA).to_string()], "") };
        let sample = Sample::new();
        let present = preparing.present().unwrap();
        let ready = preparing.ready(&here(&sample.book), present, &made).unwrap();
        assert_eq!(ready.family, sample.book.id);
        assert_eq!(ready.view.items.iter().map(|item| item.number).collect::<Vec<_>>(), [1]);
        assert_eq!((ready.pieces.len(), ready.showing.shown.len()), (1, 1));
        assert_eq!(ready.showing.people, [person(AMARA)].into());
    }

    #[test]
    fn without_a_strength_the_worker_has_to_say_that_they_know() {
        let sample = Sample::new();
        let here = here(&sample.book);
        let mut preparing = Preparing { taken_out: [1].into(), ..ticked(&[&person(AMARA).to_string()], "") };
        let made = made(&[(1, Heading::Well), (2, Heading::Next)]);
        let ready =
            |preparing: &Preparing| preparing.ready(&here, preparing.present().unwrap(), &made).map(drop);
        assert_eq!(ready(&preparing).unwrap_err().field, field::STRENGTHS);
        preparing.without_strengths = true;
        assert_eq!(ready(&preparing), Ok(()));
        preparing.without_strengths = false;
        let general = Made { only_general: Some("Mrs Byrne is here".to_owned()), ..Made::default() };
        let present = preparing.present().unwrap();
        let none = preparing.ready(&here, present, &general).map(drop);
        assert_eq!(none, Ok(()), "the pages that say nothing have no strengths");
    }

    #[test]
    fn with_somebody_else_there_nobody_is_named() {
        let sample = Sample::new();
        let here = here(&sample.book);
        let amara = person(AMARA).to_string();
        let alone = super::made(&here, &ticked(&[&amara], "").present().unwrap());
        assert_eq!(alone.view.people.len(), 1);
        assert!(alone.view.items.is_empty() && alone.people == [person(AMARA)]);
        let with = super::made(&here, &ticked(&[&amara, SOMEONE_ELSE], "Mrs Byrne").present().unwrap());
        assert!(with.view.people.is_empty() && with.only_general.is_some());
        let kayla = person(KAYLA);
        assert!(people(&here).last().is_some_and(|(id, _)| *id == kayla), "children come after the adults");
    }

    /// What is going well, seen by Amara, in these words; and her address.
    fn says(words: &str) -> Sample {
        let mut sample = Sample::new();
        let own = Entry {
            audience: Audience::People([person(AMARA)].into()),
            ..entry(ModuleId::M2, about(AMARA), words)
        };
        sample.does(Command::RecordEntry { id: entry_id(1), entry: own });
        let fact = ProtectedFact {
            whose: person(AMARA),
            kind: ProtectedKind::Address,
            words: "14 Larkfeather Road, Anytown AN1 2BC".to_owned(),
            also: Vec::new(),
            since: None,
            until: None,
            note: String::new(),
        };
        let id = ProtectedId::from_bytes([8; 16]);
        let protect = SafetyCommand::Protect { id, fact, reason: String::new(), seen: Vec::new() };
        sample.does(Command::Safety(protect));
        sample
    }

    #[test]
    fn what_says_an_address_is_left_out_and_the_rest_is_shown() {
        let present = ticked(&[&person(AMARA).to_string()], "").present().unwrap();
        let shown = |sample: &Sample| {
            let made = super::made(&here(&sample.book), &present);
            (made.view.items.len(), made.shown.len(), made.left_out.len(), made.read.len())
        };
        assert_eq!(shown(&says("She is up every day")), (1, 1, 0, 1));
        assert_eq!(shown(&says("She is up every day at 14 larkfeather rd")), (0, 0, 1, 0));
    }

    #[test]
    fn a_sentence_that_runs_over_several_things_stops_the_showing_until_one_is_taken_out() {
        let mut sample = says("They are at number 14");
        let second = Entry {
            audience: Audience::People([person(AMARA)].into()),
            ..entry(ModuleId::M3, about(AMARA), "Larkfeather Road, since May")
        };
        // The street alone would be found too: it is written so that each of the two says nothing alone.
        let first = sample.book.entries.current(entry_id(1)).cloned().unwrap();
        let seen = sample.book.entries.head_ids(entry_id(1));
        let entry = Entry { going_well: "They are at AN1".to_owned(), ..first };
        let reason = "Written in a hurry".to_owned();
        sample.does(Command::AmendEntry { id: entry_id(1), entry, reason, seen });
        sample.does(Command::RecordEntry {
            id: entry_id(2),
            entry: Entry { going_well: "2BC, since May".to_owned(), ..second },
        });
        let here = here(&sample.book);
        let mut preparing = ticked(&[&person(AMARA).to_string()], "");
        let present = preparing.present().unwrap();
        let made = super::made(&here, &present);
        let (first, second) = (made.read[0].words.clone(), made.read[1].words.clone());
        let stopped = preparing.stopped(&here, &present, &made);
        assert_eq!(stopped.len(), 1, "{first} {second}");
        assert_eq!(stopped[0].written.len(), 2, "{:?}", stopped[0]);
        let wrong = preparing.ready(&here, present.clone(), &made).unwrap_err();
        assert_eq!(wrong.field, field::ITEMS);
        preparing.taken_out = [2].into();
        preparing.ready(&here, present, &made).unwrap();
    }

    #[test]
    fn how_much_is_left_out_is_said_in_words() {
        let one = LeftOut { words: "Words".to_owned(), why: "Joe is here".to_owned() };
        let mut made = Made::default();
        assert_eq!(left_out_words(&made), None);
        made.left_out.push(one.clone());
        assert_eq!(left_out_words(&made).as_deref(), Some("1 thing is left out"));
        made.left_out.push(one);
        assert_eq!(left_out_words(&made).as_deref(), Some("2 things are left out"));
    }

    #[test]
    fn another_family_begins_afresh() {
        let (one, other) = (FamilyId::from_bytes([1; 16]), FamilyId::from_bytes([2; 16]));
        let first = ticked(&["someone-else"], "x").of(one);
        assert!(first.ticked.is_empty(), "nobody knows which family that was for");
        let begun = Preparing { others: "x".to_owned(), ..first };
        assert_eq!(begun.clone().of(one), begun);
        assert_eq!(begun.of(other).others, "");
    }
}
