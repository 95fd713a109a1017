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

/// A tenth of them unless all are asked for: every document is made for everybody.
fn families() -> u64 {
    if std::env::var_os("HEARTH_LONG").is_some() { FAMILIES } else { FAMILIES / 10 }
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

/// What was met while looking.
#[derive(Debug, Default)]
struct Met {
    documents: usize,
    /// A reader, and somebody from whom they are kept apart.
    apart: usize,
    refused: usize,
    words: usize,
}

#[test]
fn no_document_for_one_holds_a_canary_of_another_from_whom_they_are_kept_apart() {
    let (workers, all) = (std::thread::available_parallelism().map_or(1, usize::from), families());
    let share = |worker: usize| (0..all).skip(worker).step_by(workers);
    let met: Vec<Met> = std::thread::scope(|scope| {
        let looking: Vec<_> =
            (0..workers).map(|worker| scope.spawn(move || look_through(share(worker)))).collect();
        looking
            .into_iter()
            .map(|it| it.join().unwrap_or_else(|told| std::panic::resume_unwind(told)))
            .collect()
    });
    let sum = |of: fn(&Met) -> usize| met.iter().map(of).sum::<usize>();
    let met = Met {
        documents: sum(|it| it.documents),
        apart: sum(|it| it.apart),
        refused: sum(|it| it.refused),
        words: sum(|it| it.words),
    };
    println!("{all} families: {met:?}");
    assert!(
        met.documents > 5_000 && met.apart > 1_000 && met.refused > 500 && met.words > 100_000,
        "{met:?}"
    );
}

fn look_through(numbers: impl Iterator<Item = u64>) -> Met {
    let (looking, mut met) = (Looking::on(today()), Met::default());
    for number in numbers {
        look_at(number, &looking, &mut met);
    }
    met
}

/// Everything that can be made of one family, for everybody who can read it.
fn look_at(number: u64, looking: &Looking, met: &mut Met) {
    let family = family(number);
    let book = &family.device.book;
    let here = looking.at(book);
    for kind in Kind::all(&here) {
        for reader in readers(&here, kind) {
            let Some(people) = reader.people() else { continue };
            let Ok(one) = made(&here, kind, &reader) else {
                met.refused += 1;
                continue;
            };
            met.documents += 1;
            let text = text(&one).to_lowercase();
            met.words += text.split_whitespace().count();
            let told = || format!("family {number}, {kind:?} for {:?}", names(&family, people));
            // What stops is not made: nobody prints it. What is made says none of it.
            assert!(one.stopped.is_empty(), "{}: {:?}", told(), one.stopped);
            assert!(!text.contains("larkfield"), "{}: {text}", told());
            for person in people {
                for other in book.separated_from(*person) {
                    met.apart += 1;
                    for canary in generator::sentinels(other) {
                        assert!(!text.contains(canary), "{}: {canary} in {text}", told());
                    }
                }
            }
        }
        if let Ok(one) = made(&here, kind, &For::Professionals) {
            assert!(!text(&one).contains(PROTECTED), "family {number}, {kind:?}");
        }
    }
}

fn names(made: &Made, people: &BTreeSet<PersonId>) -> Vec<String> {
    people.iter().map(|it| made.device.book.name_of(*it)).collect()
}
