//! What is made for one of two who are kept apart says no word of the other, in the example family and in generated
//! ones; and what is protected stands in nothing that is made for anyone.

use std::collections::BTreeSet;

use hearth::model::ids::{PersonId, ProtectedId};
use hearth::model::module::ModuleId;
use hearth::model::protected::{ProtectedFact, ProtectedKind};
use hearth::model::subject::Subject;
use hearth::services::documents::{For, Kind};
use hearth::workbook::decide::{Command, SafetyCommand};

use crate::made::{self as generator, ADULTS, Dice, Made};
use crate::workbooks::*;
use crate::{Looking, example, made, readers, text};

const FAMILIES: u64 = 5_000;
const SEED: u64 = 0xD0C5_2026_1122;
/// Where nobody of the family is to find somebody, and how somebody wrote it somewhere else.
const PROTECTED: &str = "14 Larkfield Road, AN1 2BC";
const WRITTEN: &str = "It is quiet at 14 larkfield rd now.";

/// A fiftieth of them unless all are asked for: every document is made for everybody.
fn families() -> u64 {
    if std::env::var_os("HEARTH_LONG").is_some() { FAMILIES } else { FAMILIES / 100 }
}

#[test]
fn in_the_example_family_nobody_reads_of_whom_they_are_kept_apart_from() {
    let (book, looking) =
        (example::book(), Looking::on(chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()));
    let here = looking.at(&book);
    let mut met = 0;
    for kind in Kind::all(&here) {
        for reader in readers(&here, kind) {
            let Some(people) = reader.people() else { continue };
            let Ok(one) = made(&here, kind, &reader) else { continue };
            for person in people {
                for other in book.separated_from(*person) {
                    assert!(!people.contains(&other), "{:?} for two who are kept apart", one.document.title);
                    for words in hearth::services::documents::says(&one.document) {
                        let named = book.text_names(&words, other, *person);
                        assert!(!named, "{:?} for {}: {words}", one.document.title, book.name_of(*person));
                    }
                    met += 1;
                }
            }
        }
    }
    assert!(met > 0, "nobody is kept apart in the example");
}

/// A generated family with something protected of each adult, also written where everybody may see it.
fn family(number: u64) -> Made {
    let mut made = generator::family(&mut Dice(SEED.wrapping_add(number)));
    for (place, whose) in (0_u8..).zip(ADULTS) {
        let fact = ProtectedFact {
            whose,
            kind: ProtectedKind::Address,
            words: PROTECTED.to_owned(),
            also: Vec::new(),
            since: None,
            until: None,
            note: String::new(),
        };
        let id = ProtectedId::from_bytes([place.wrapping_add(1); 16]);
        let protect = SafetyCommand::Protect { id, fact, reason: String::new(), seen: Vec::new() };
        let _ = made.device.try_record(Command::Safety(protect));
    }
    for (place, subject) in (900_u64..).zip([KAYLA, LEON, AMARA]) {
        let mut entry = entry(ModuleId::M4, Subject::Person(subject), WRITTEN);
        entry.audience = only(&[AMARA, DANIEL, ROSE, KAYLA, LEON]);
        let _ = made.device.try_record(Command::RecordEntry { id: entry_id(place), entry });
    }
    made
}

#[test]
fn no_document_for_one_holds_a_canary_of_another_from_whom_they_are_kept_apart() {
    let looking = Looking::on(today());
    let (mut documents, mut apart, mut refused, mut words) = (0, 0, 0, 0);
    for number in 0..families() {
        let family = family(number);
        let book = &family.device.book;
        let here = looking.at(book);
        for kind in Kind::all(&here) {
            for reader in readers(&here, kind) {
                let Some(people) = reader.people() else { continue };
                let Ok(one) = made(&here, kind, &reader) else {
                    refused += 1;
                    continue;
                };
                documents += 1;
                let text = text(&one).to_lowercase();
                words += text.split_whitespace().count();
                let told = || format!("family {number}, {kind:?} for {:?}", names(&family, people));
                // What stops is not made: nobody prints it. What is made says none of it.
                assert!(one.stopped.is_empty(), "{}: {:?}", told(), one.stopped);
                assert!(!text.contains("larkfield"), "{}: {text}", told());
                for person in people {
                    for other in book.separated_from(*person) {
                        apart += 1;
                        for canary in generator::sentinels(other) {
                            assert!(!text.contains(canary), "{}: {canary} in {text}", told());
                        }
                    }
                }
            }
        }
        for kind in Kind::all(&here) {
            if let Ok(one) = made(&here, kind, &For::Professionals) {
                assert!(!text(&one).contains(PROTECTED), "family {number}, {kind:?}");
            }
        }
    }
    assert!(
        documents > 500 && apart > 100 && refused > 50 && words > 10_000,
        "{documents} {apart} {refused} {words}"
    );
}

fn names(made: &Made, people: &BTreeSet<PersonId>) -> Vec<String> {
    people.iter().map(|it| made.device.book.name_of(*it)).collect()
}
