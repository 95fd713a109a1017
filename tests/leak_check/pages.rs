//! The example family's records as pages, one for each record, and what a family like it would have to keep.

use std::collections::{BTreeMap, BTreeSet};

use hearth::model::entry::Entry;
use hearth::model::ids::{EntryId, PersonId, PractitionerId};
use hearth::model::protected::ProtectedKind;
use hearth::model::sharing::Piece;
use hearth::model::source::Source;
use hearth::policy::leak_check::{Guarded, Place, Record, Stands, Text, Written};
use hearth::services::example;
use hearth::services::search::passages;
use hearth::workbook::fold::Workbook;
use hearth::workbook::log::EventSet;

use crate::facts::{do_not_tell, protected, safety_plan};

const FILE: &str = include_str!("../../public/example/family.json");

pub fn book() -> Workbook {
    let example = example::read(FILE).unwrap();
    let mut events = EventSet::default();
    for event in example.events {
        events.add(event).unwrap();
    }
    Workbook::fold(example.family, &events)
}

/// Whoever is called so.
pub fn named(book: &Workbook, name: &str) -> PersonId {
    book.people.all().find(|(_, person)| person.display_name() == name).unwrap().0
}

pub fn page(words: &str) -> Text {
    Text { place: Place { stands: Stands::Page, written: None }, words: words.to_owned() }
}

/// Every record of the workbook that has words, as a page with what it is called for its title.
pub fn pages(book: &Workbook) -> Vec<(String, Vec<Text>)> {
    let mut pages: BTreeMap<String, Vec<Text>> = BTreeMap::new();
    for passage in passages(book, PractitionerId::from_bytes([0; 16])) {
        let title = format!("{}, {}, {}", passage.section, passage.what, passage.by);
        let texts = pages.entry(title.clone()).or_insert_with(|| {
            vec![Text { place: Place { stands: Stands::Title, written: None }, words: title }]
        });
        texts.push(page(passage.text));
    }
    pages.into_iter().collect()
}

/// The texts of an entry, as the page of somebody who may see it has them.
pub fn texts(id: EntryId, entry: &Entry) -> Vec<Text> {
    let written = |record, part: &str| Some(Written { record, part: part.to_owned() });
    let text = |words: &String, record, part| Text {
        place: Place { stands: Stands::Page, written: written(record, part) },
        words: words.clone(),
    };
    let mut texts = vec![
        text(&entry.going_well, Record::Piece(Piece::GoingWell(id)), "What is going well"),
        text(&entry.needs, Record::Piece(Piece::Needs(id)), "What needs to be different"),
    ];
    let analysis = entry.analysis.iter();
    texts.extend(
        analysis.map(|(who, words)| text(words, Record::Piece(Piece::Analysis(id, *who)), "What it means")),
    );
    let own = entry.own_words.iter();
    texts
        .extend(own.map(|quote| text(&quote.words, Record::Source(Source::Entry(id)), "In their own words")));
    texts
}

/// The entries that a person may see.
pub fn shown_to(book: &Workbook, reader: PersonId) -> Vec<(EntryId, &Entry)> {
    book.entries.all().filter(|(_, entry)| entry.audience.people().any(|person| person == reader)).collect()
}

/// What a family like this one would have to keep: forty things, many of them called as many things are. The
/// records say none of them.
pub fn kept() -> Vec<Guarded> {
    use ProtectedKind::*;
    let mut kept = vec![
        protected(Address, "Flat 2, 14 Larkspur Road, Anytown AN1 2BC", &["the Larkspur Road flat"]),
        protected(Address, "27 Church Road, Little Exampleton EX3 4DE", &["her old house"]),
        protected(Address, "8 High Street, Exampleton EX7 1QT", &["above the shop", "the flat"]),
        protected(Address, "3 The Green, Exampleton EX1 9ZZ", &[]),
        protected(Address, "Rose Cottage, Mill Lane, Exampleton", &["the cottage"]),
        protected(Address, "1 New Road, Exampleton EX2 2AA", &[]),
        protected(Address, "12 Park Street, EX4 6PL", &["home"]),
        protected(Address, "Flat 9, Garden House, 100 School Lane", &[]),
        protected(Phone, "07700 900123", &[]),
        protected(Phone, "01632 960456", &["the landline"]),
        protected(Phone, "07700 900814 (her sister’s)", &[]),
        protected(Phone, "+44 7700 900662", &[]),
        protected(Email, "tamsin.b92@example.org", &[]),
        protected(Email, "info@example.com", &[]),
        protected(School, "Park School", &["his school"]),
        protected(School, "St Mary’s C of E Primary School, Exampleton", &["St Mary’s"]),
        protected(School, "The High School", &[]),
        protected(School, "Church Hill Junior School", &["the juniors"]),
        protected(School, "Oakwood Park Academy", &[]),
        protected(Nursery, "Sunshine Nursery", &["nursery"]),
        protected(Nursery, "Little Acorns Day Nursery", &[]),
        protected(Nursery, "Jan’s (childminder)", &["with Jan"]),
        protected(Workplace, "Asda", &["the supermarket"]),
        protected(Workplace, "The Willow Tree Cafe, Station Road", &["the cafe"]),
        protected(Workplace, "Kitchen at Anytown General Hospital", &[]),
        protected(Vehicle, "Blue Ford Fiesta, AB12 CDE", &["the blue car"]),
        protected(Vehicle, "EX61 LMA", &[]),
        protected(Refuge, "Willow House", &["the refuge"]),
        protected(Refuge, "Harbour Project", &[]),
        protected(NewPartner, "Mark Green", &[]),
        protected(NewPartner, "Will", &[]),
        protected(NewPartner, "Gareth Stubbington", &["Gaz"]),
        protected(SafeContact, "Text first, on weekday mornings after 9.30. Never leave a message.", &[]),
        protected(SafeContact, "Through the midwife", &[]),
        protected(Programme, "Stepping Forward group, Tuesday evenings", &["the group"]),
        protected(Other, "She goes to the pool on Thursdays", &["swimming"]),
        do_not_tell(&["expecting a baby", "due in May"]),
        do_not_tell(&["Exampleton job centre"]),
    ];
    kept.extend(safety_plan(
        "When his voice goes quiet I take the children to the bathroom and lock the door. I ring 999 and leave the line open. \
         Petra next door listens for two knocks. My bag is behind the washing machine with the passports.",
        "apple",
    ));
    kept
}

pub fn readers(book: &Workbook, name: &str) -> BTreeSet<PersonId> {
    BTreeSet::from([named(book, name)])
}
