//! Each document of the example family: what it says is what is recorded.

use std::collections::BTreeSet;

use hearth::model::ids::PersonId;
use hearth::model::module::ModuleId;
use hearth::model::subject::Subject;
use hearth::reports::{Block, Level};
use hearth::services::documents::{Choice, For, Kind, Made, hints, make};
use hearth::services::example;
use hearth::services::here::Here;
use hearth::workbook::fold::Workbook;
use hearth::workbook::log::EventSet;
use serde_json::Value;

use crate::{Looking, made, readers, text};

pub fn book() -> Workbook {
    let example = example::read(include_str!("../../public/example/family.json")).unwrap();
    let mut events = EventSet::default();
    for event in example.events {
        events.add(event).unwrap();
    }
    Workbook::fold(example.family, &events)
}

fn today() -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

fn look(test: impl Fn(&Here<'_>)) {
    let (book, looking) = (book(), Looking::on(today()));
    test(&looking.at(&book));
}

/// Every line that somebody wrote is in the document, unchanged.
#[track_caller]
fn holds(made: &Made, written: &str, what: &str) {
    let text = text(made);
    for line in written.lines().map(str::trim).filter(|line| !line.is_empty()) {
        assert!(text.contains(line), "{what}: {line:?} is not in {:?}", made.document.title);
    }
}

fn headings(made: &Made, level: Level) -> Vec<String> {
    let own = made.document.blocks.iter().filter_map(|block| match block {
        Block::Heading(own, words) if *own == level => Some(words.clone()),
        _ => None,
    });
    own.collect()
}

#[test]
fn every_document_can_be_made_twice_the_same_and_its_headings_are_in_order() {
    look(|here| {
        let all = Kind::all(here);
        let words: BTreeSet<String> =
            all.iter().map(|it| it.address().split('.').next().unwrap().to_owned()).collect();
        assert!(words.len() >= 12, "the example has too few kinds: {words:?}");
        for kind in all {
            assert_eq!(Kind::of_address(&kind.address()), Some(kind));
            for reader in readers(here, kind) {
                let Ok(one) = made(here, kind, &reader) else { continue };
                assert_eq!(made(here, kind, &reader), Ok(one.clone()), "{kind:?}");
                let told = format!("{} for {reader:?}", one.document.title);
                assert!(one.stopped.is_empty(), "{told}: {:?}", one.stopped);
                assert_eq!(
                    headings(&one, Level::First),
                    one.sections.iter().map(|it| it.title.clone()).collect::<Vec<_>>(),
                    "{told}"
                );
                in_order(&one, &told);
                assert!(!one.document.title.trim().is_empty() && !one.document.version.is_empty());
            }
        }
    });
}

/// No heading stands alone, none skips a level, and no block says nothing.
fn in_order(made: &Made, told: &str) {
    let mut before: Option<Level> = None;
    let mut last_was_heading: Option<Level> = None;
    for block in &made.document.blocks {
        if let Block::Heading(level, words) = block {
            assert!(!words.trim().is_empty(), "{told}");
            let deepest = before.map_or(Level::First, |before| match before {
                Level::First => Level::Second,
                Level::Second | Level::Third => Level::Third,
            });
            assert!(*level <= deepest, "{told}: {words} skips a level");
            assert!(last_was_heading.is_none_or(|before| before < *level), "{told}: nothing above {words}");
            before = Some(*level);
            last_was_heading = Some(*level);
        } else {
            last_was_heading = None;
        }
        if let Block::Paragraph(words) | Block::Aside(words) = block {
            assert!(!words.contains('\n') && !words.trim().is_empty(), "{told}: {words:?}");
        }
    }
    assert!(last_was_heading.is_none(), "{told}: a heading stands at the end");
}

#[test]
fn an_assessment_holds_every_word_of_its_modules_and_says_who_wrote_it() {
    look(|here| {
        let book = here.book;
        let assessments = Kind::all(here).into_iter().filter_map(|kind| match kind {
            Kind::Assessment(subject) => Some((kind, subject)),
            _ => None,
        });
        let mut lines = 0;
        for (kind, subject) in assessments {
            let one = made(here, kind, &For::Professionals).unwrap();
            let own = book.entries.iter().filter_map(|(_, thing)| Some((thing, thing.current()?)));
            for (thing, entry) in own.filter(|(_, entry)| entry.subject == subject) {
                holds(&one, &entry.going_well, "going well");
                holds(&one, &entry.needs, "needs");
                entry.analysis.values().for_each(|words| holds(&one, words, "analysis"));
                entry.own_words.iter().for_each(|quote| holds(&one, &quote.words, "own words"));
                holds(&one, &book.author_name(thing.latest().author), "the writer");
                holds(&one, &entry.done_on.to_string(), "the day");
                lines += 1;
            }
            let modules = headings(&one, Level::First);
            let numbers: Vec<&String> = modules.iter().filter(|it| it.starts_with("Module ")).collect();
            assert!(numbers.windows(2).all(|two| two[0] < two[1]), "{numbers:?}");
            for module in [ModuleId::M7, ModuleId::M8] {
                let name = format!("Module {}", module.number());
                let there = numbers.iter().any(|it| it.starts_with(&name));
                let hint = hints(here, kind).iter().any(|it| it.words.contains(&name.replace('M', "m")));
                assert!(there != hint, "{name}: in the document or in the hints");
            }
        }
        assert!(lines > 10, "only {lines} entries");
    });
}

/// Every text in a record, as it is written in the file.
fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) if text.contains(' ') => found.push(text.clone()),
        Value::Array(all) => all.iter().for_each(|it| texts(it, found)),
        Value::Object(members) => members.values().for_each(|it| texts(it, found)),
        _ => {}
    }
}

fn written<T: serde::Serialize>(value: Option<&T>) -> Vec<String> {
    let mut found = Vec::new();
    texts(&serde_json::to_value(value).unwrap(), &mut found);
    found
}

#[test]
fn plans_reviews_records_and_summaries_hold_every_word_that_was_written() {
    look(|here| {
        let book = here.book;
        let mut words = 0;
        for kind in Kind::all(here) {
            let Ok(one) = made(here, kind, &For::Professionals) else { continue };
            let written = match kind {
                Kind::Plan(id) => written(book.plans.current(id)),
                Kind::Review(id) => written(book.plan_reviews.current(id)),
                Kind::SupervisionRecord(id) => written(book.meeting(id).unwrap().notes()),
                Kind::Specialist(id) => written(book.specialist_requests.current(id)),
                Kind::Consultation(id) => written(book.case_notes.current(id)),
                Kind::OutOfHours => written(book.case_summary().and_then(|it| it.current())),
                Kind::Chronology => book.chronology().into_iter().map(|line| line.what).collect(),
                _ => Vec::new(),
            };
            words += written.len();
            for text in written {
                holds(&one, &text, &kind.title(here));
            }
        }
        assert!(words > 100, "only {words} texts");
    });
}

#[test]
fn the_whole_workbook_holds_every_entry_visit_note_and_summary() {
    look(|here| {
        let book = here.book;
        let whole = made(here, Kind::Whole, &For::Professionals).unwrap();
        let mut all: Vec<String> = Vec::new();
        book.entries.all().for_each(|(_, it)| all.extend(written(Some(it))));
        book.visits.all().for_each(|(_, it)| all.extend(written(Some(it))));
        book.case_notes.all().for_each(|(_, it)| all.extend(written(Some(it))));
        book.plans.all().for_each(|(_, it)| all.extend(written(Some(it))));
        book.consents.all().for_each(|(_, it)| all.extend(written(Some(it))));
        book.referrals.all().for_each(|(_, it)| all.extend(written(Some(it))));
        book.thresholds.all().for_each(|(_, it)| all.extend(written(Some(it))));
        for meeting in book.meetings() {
            all.extend(written(meeting.notes()));
        }
        assert!(all.len() > 200, "{}", all.len());
        for text in all {
            holds(&whole, &text, "the whole workbook");
        }
        assert!(whole.document.contents);
    });
}

#[test]
fn nothing_that_is_protected_or_private_stands_in_any_document() {
    look(|here| {
        let mut kept: Vec<String> = here.book.protected().map(|(_, fact)| fact.words.clone()).collect();
        for (_, plan) in here.book.every_safety_plan() {
            kept.extend(plan.parts().map(|(_, words)| words.to_owned()));
        }
        kept.retain(|words| words.chars().count() > 5);
        for kind in Kind::all(here) {
            for reader in readers(here, kind) {
                let Ok(one) = made(here, kind, &reader) else { continue };
                let text = text(&one).to_lowercase();
                for words in &kept {
                    assert!(!text.contains(&words.to_lowercase()), "{:?} for {reader:?}", one.document.title);
                }
            }
        }
    });
}

#[test]
fn the_foot_says_whose_it_is_and_the_name_of_the_file_says_nothing() {
    look(|here| {
        let short = format!("Made from Family {} workbook", here.book.id.short());
        for kind in Kind::all(here) {
            for reader in readers(here, kind) {
                let Ok(one) = made(here, kind, &reader) else { continue };
                assert_eq!(one.document.made_from, short);
                match reader.people() {
                    None => {
                        assert_eq!(
                            one.document.audience,
                            "For professionals: not to be left with the family"
                        );
                        assert_eq!(one.file_name, "workbook-document-2026-11-22");
                    }
                    Some(people) => {
                        assert!(one.document.audience.starts_with("Only for "), "{}", one.document.audience);
                        let named = |it: &PersonId| one.document.audience.contains(&here.book.name_of(*it));
                        assert!(people.iter().all(named));
                        assert_eq!(one.file_name, "workbook-copy-2026-11-22");
                    }
                }
            }
        }
    });
}

#[test]
fn a_section_can_be_left_out_and_a_record_is_a_draft_until_it_is_authorised() {
    look(|here| {
        let whole = made(here, Kind::FamilyReport, &For::Professionals).unwrap();
        let first = whole.sections[0].title.clone();
        let without = BTreeSet::from([first.clone()]);
        let choice = Choice { kind: Kind::FamilyReport, reader: For::Professionals, without };
        let less = make(here, &choice).unwrap();
        assert!(!headings(&less, Level::First).contains(&first));
        assert_eq!(headings(&less, Level::First).len(), whole.sections.len() - 1);
        assert_eq!(less.sections.iter().filter(|it| !it.included).count(), 1);
        assert_ne!(less.document.version, whole.document.version);

        let mut marks = BTreeSet::new();
        for kind in Kind::all(here) {
            if let Kind::SupervisionRecord(id) = kind {
                use hearth::workbook::round::meeting::Stage;
                let stands = matches!(here.book.meeting(id).unwrap().stage(), Stage::Authorised { .. });
                let mark = made(here, kind, &For::Professionals).unwrap().document.watermark;
                assert_eq!(mark.is_none(), stands, "{mark:?}");
                marks.insert(mark);
            }
        }
        assert!(!marks.is_empty());
    });
}

#[test]
fn what_is_left_out_for_somebody_is_listed_with_a_way_to_it_and_is_not_in_the_document() {
    look(|here| {
        let (mut listed, mut with_way) = (0, 0);
        for kind in Kind::all(here) {
            for reader in readers(here, kind) {
                let Ok(one) = made(here, kind, &reader) else { continue };
                if reader == For::Professionals {
                    assert_eq!(one.left_out, [], "nothing is kept from colleagues");
                    continue;
                }
                listed += one.left_out.len();
                with_way += one.left_out.iter().filter(|it| it.to.is_some()).count();
                assert!(one.left_out.iter().all(|it| it.why.starts_with("because ")), "{:?}", one.left_out);
                let words = one.left_out_words(here, &reader);
                assert_eq!(words.is_some(), !one.left_out.is_empty());
            }
        }
        assert!(listed > 50 && with_way > 50, "{listed}, {with_way}");
    });
}

#[test]
fn a_child_is_written_to_in_the_words_that_were_chosen_for_them() {
    look(|here| {
        let letters = Kind::all(here).into_iter().filter(|kind| matches!(kind, Kind::Letter(_)));
        let mut met = 0;
        for kind in letters {
            let people = kind.readers(here).people;
            assert_eq!(people.len(), 1);
            assert!(made(here, kind, &For::Professionals).is_err());
            let one = made(here, kind, &For::People(people.into_iter().collect())).unwrap();
            assert_eq!(one.document.title, "A letter to you");
            met += 1;
        }
        assert!(met > 0);
    });
}

#[test]
fn a_joint_assessment_keeps_each_parent_apart() {
    look(|here| {
        for kind in Kind::all(here) {
            if let Kind::Assessment(Subject::Couple(pair)) = kind {
                let one = made(here, kind, &For::Professionals).unwrap();
                for person in pair.both() {
                    let own = here.book.entries.all().any(|(_, it)| it.subject == Subject::Person(person));
                    let heading = format!("About {}", here.book.name_of(person));
                    assert_eq!(headings(&one, Level::Second).contains(&heading), own, "{heading}");
                }
            }
        }
    });
}

/// One of each kind for colleagues, and one for somebody of the family, are opened by other people's programs
/// (`tests/recipes/documents.py`).
#[test]
fn one_of_each_is_left_for_other_programs() {
    look(|here| {
        let mut left = BTreeSet::new();
        for kind in Kind::all(here) {
            for reader in readers(here, kind) {
                let whom = if reader == For::Professionals { "colleagues" } else { "family" };
                let name = format!("example-{}-{whom}", kind.address().split('.').next().unwrap());
                let Ok(one) = made(here, kind, &reader) else { continue };
                if !one.document.blocks.is_empty() && left.insert(name.clone()) {
                    crate::papers::leave(&name, &one.document, &[]);
                }
            }
        }
        assert!(left.len() >= 16, "{left:?}");
    });
}
