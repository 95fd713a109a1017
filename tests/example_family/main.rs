//! The example family that anyone may look round with: made by running real commands, kept as a file of plain
//! events, and checked to be what a good workbook would be.
//!
//! After changing the story run `UPDATE_EXAMPLE=1 cargo test --test example_family`, which writes the file anew.

// Clippy knows tests by their attribute; the helpers beside them are test code too.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod arrival;
mod august;
mod beside;
mod cast;
mod july;
mod june;
mod looking_round;
mod november;
mod october;
mod september;
mod showing;
mod story;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use chrono::NaiveDate;
use hearth::model::entry::{Certainty, Entry, HowKnown, ModuleStatus};
use hearth::model::ids::{DeviceId, PersonId};
use hearth::model::module::ModuleId;
use hearth::model::practitioner::Role;
use hearth::model::subject::{Pair, Subject};
use hearth::programme;
use hearth::services::example::{self, NotTheExample};
use hearth::workbook::conflict::conflicts;
use hearth::workbook::event::Event;
use hearth::workbook::fold::Workbook;
use hearth::workbook::log::EventSet;
use hearth::workbook::order;

use cast::Who::{Corin, Jory, Juno, Morwenna, Pip, Tamsin, Wren};
use cast::{Who, Worker, day};
use story::{Story, entry_id, family_id};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/public/example/family.json");

fn tell() -> EventSet {
    let mut story = Story::new();
    beside::arrange(&mut story);
    arrival::tell(&mut story);
    june::tell(&mut story);
    july::tell(&mut story);
    august::tell(&mut story);
    september::tell(&mut story);
    october::tell(&mut story);
    november::tell(&mut story);
    showing::tell(&mut story);
    story.end();
    story.all()
}

/// A plain list of events, one a line, so that a change to the story reads well in a comparison; canonical
/// JSON, so that the bytes hang on nothing but the story.
fn written(events: &EventSet) -> String {
    let lines: Vec<String> = order::canonical(events)
        .into_iter()
        .map(|event| serde_json_canonicalizer::to_string(event).unwrap())
        .collect();
    format!("[\n{}\n]\n", lines.join(",\n"))
}

/// The file as the story gives it. One test compares it with the one that is committed; the others read this.
static TOLD: LazyLock<String> = LazyLock::new(|| written(&tell()));

fn book() -> Workbook {
    let example = example::read(&TOLD).unwrap();
    let mut events = EventSet::default();
    for event in example.events {
        assert!(events.add(event).unwrap(), "an event stands twice in the file");
    }
    Workbook::fold(example.family, &events)
}

fn entries(book: &Workbook) -> Vec<&Entry> {
    book.entries.all().map(|(_, entry)| entry).collect()
}

/// Every text of an entry that a person could read.
fn texts(entry: &Entry) -> Vec<&str> {
    [&entry.going_well, &entry.needs, &entry.others_present]
        .into_iter()
        .chain(entry.analysis.values())
        .chain(entry.own_words.iter().map(|quote| &quote.words))
        .map(String::as_str)
        .filter(|text| !text.is_empty())
        .collect()
}

#[test]
fn the_committed_file_is_what_the_story_gives() {
    if std::env::var_os("UPDATE_EXAMPLE").is_some() {
        std::fs::write(FILE, &*TOLD).unwrap();
    }
    let committed = std::fs::read_to_string(FILE).unwrap();
    assert!(*TOLD == committed, "the file is not what the story gives: see the top of this test");
}

#[test]
fn every_event_is_read_the_chains_hold_and_nothing_waits_for_a_decision() {
    let example = example::read(&TOLD).unwrap();
    let mut events = EventSet::default();
    for event in &example.events {
        events.add(event.clone()).unwrap();
    }
    let book = Workbook::fold(example.family, &events);
    assert!(book.unread.is_empty(), "{:?}", book.unread);
    assert_eq!(events.broken_links(), []);
    assert_eq!(conflicts(&book), []);
    assert!(book.is_example());

    let ids: BTreeSet<_> = example.events.iter().map(|event| event.id).collect();
    assert!(example.events.iter().flat_map(|event| &event.parents).all(|parent| ids.contains(parent)));
    let first_of_each_device: BTreeMap<DeviceId, usize> =
        example.events.iter().fold(BTreeMap::new(), |mut firsts, event| {
            *firsts.entry(event.device).or_default() += usize::from(event.previous.is_none());
            firsts
        });
    assert_eq!(first_of_each_device.len(), Worker::ALL.len());
    assert!(
        first_of_each_device.values().all(|firsts| *firsts == 1),
        "one beginning for each device's chain"
    );
    let joins = example.events.iter().filter(|event| event.parents.len() > 1).count();
    assert!(joins > 5, "workers recorded without knowing of each other, and their copies were joined");
}

#[test]
fn any_order_of_the_file_gives_the_same_workbook() {
    let mut events = example::read(&TOLD).unwrap().events;
    events.reverse();
    let reversed: EventSet = events.into_iter().fold(EventSet::default(), |mut set, event| {
        set.add(event).unwrap();
        set
    });
    assert_eq!(Workbook::fold(family_id(), &reversed), book());
}

#[test]
fn the_family_is_the_one_that_was_promised() {
    let book = book();
    let on = day(13, 11);
    let ages: Vec<_> = book.children().into_iter().map(|(id, child)| (id, child.age(on).unwrap())).collect();
    assert_eq!(ages, [(Wren.id(), 15), (Pip.id(), 7), (Juno.id(), 2)]);
    let whole_time = [day(2, 6), day(30, 8), on];
    for (child, age) in [(Pip, 7), (Juno, 2), (Wren, 15)] {
        let person = book.people.current(child.id()).unwrap();
        assert!(whole_time.iter().all(|day| person.age(*day) == Some(age)), "{child:?}");
    }
    let adults: BTreeSet<_> = book.adults().into_iter().map(|(id, _)| id).collect();
    assert_eq!(adults, [Tamsin, Corin, Morwenna, Jory].map(Who::id).into());
    assert!(!book.in_workflow(Jory.id()));
    assert_eq!(book.subjects().len(), 6, "everyone but Jory, and no couple");
    assert!(book.households.all().count() == 3);
    assert!(book.households.iter().any(|(_, home)| home.count() > 1), "households change over time");

    let roles: BTreeSet<Role> = book.team.all().map(|(_, member)| member.role.clone()).collect();
    assert_eq!(roles.len(), 8);
    let allocated: Vec<_> =
        book.team.all().filter(|(_, member)| member.allocated).map(|(_, member)| &member.role).collect();
    assert_eq!(allocated, [&Role::SocialWorker]);
    for member in roles.into_iter().filter(|role| *role != Role::Administrator) {
        let wrote = book.entries.iter().any(|(_, entry)| entry.first().role == member);
        assert!(wrote, "{} wrote nothing", member.label());
    }
}

#[test]
fn safety_separation_stands_between_the_parents_and_they_are_never_assessed_jointly() {
    let book = book();
    let parents = Pair::of(Tamsin.id(), Corin.id()).unwrap();
    assert!(book.is_separated(parents));
    assert_eq!(book.separated_pairs(), [parents]);
    assert_eq!(book.joint.iter().count(), 0);
    assert!(entries(&book).iter().all(|entry| matches!(entry.subject, Subject::Person(_))));

    let separation = book.separations.get(parents).unwrap().first().recorded;
    let first_entry = book.entries.iter().map(|(_, entry)| entry.first().recorded).min().unwrap();
    assert!(separation < first_entry, "separation was recorded before anything else was written");
}

#[test]
fn every_module_has_entries_for_each_parent_and_each_child_as_the_guidance_asks() {
    let book = book();
    let has = |module: ModuleId, who: Who| !book.entries_in(module, Subject::Person(who.id())).is_empty();
    for parent in [Tamsin, Corin] {
        for module in ModuleId::ALL.into_iter().filter(|module| *module != ModuleId::M4) {
            assert!(has(module, parent), "{module} for {parent:?}");
        }
    }
    for child in [Wren, Pip, Juno] {
        for module in [ModuleId::M1, ModuleId::M4, ModuleId::M7, ModuleId::M8] {
            assert!(has(module, child), "{module} for {child:?}");
        }
    }
    for module in [ModuleId::M1, ModuleId::M2, ModuleId::M8] {
        assert!(has(module, Morwenna), "{module} for the carer");
    }
    let count = entries(&book).len();
    assert!((40..=60).contains(&count), "{count} entries");
}

#[test]
fn the_work_is_varied() {
    let book = book();
    let entries = entries(&book);
    for known in HowKnown::ALL {
        assert!(entries.iter().any(|entry| entry.how_known == known), "{known:?}");
    }
    for certainty in Certainty::ALL {
        assert!(entries.iter().any(|entry| entry.certainty == certainty), "{certainty:?}");
    }
    for who in [Tamsin, Corin, Morwenna, Wren] {
        assert!(
            entries.iter().any(|entry| entry.audience.people().any(|p| p == who.id())),
            "shown to {who:?}"
        );
    }
    assert!(entries.iter().filter(|entry| entry.audience.people().count() == 0).count() > 10, "team only");

    let amended = book.entries.iter().filter(|(_, e)| e.count() > 1 && e.current().is_some()).count();
    assert!(amended >= 4, "{amended} amended entries");
    assert!(book.entries.iter().any(|(_, entry)| entry.current().is_none()), "one entered in error");
    for (_, entry) in book.entries.iter() {
        assert!(entry.versions().skip(1).all(|version| !version.reason.is_empty()), "a change has a reason");
    }
    let statuses: BTreeSet<ModuleStatus> =
        book.statuses.iter().flat_map(|(_, s)| s.versions().filter_map(|v| v.value)).collect();
    assert!(
        [ModuleStatus::InProgress, ModuleStatus::Completed, ModuleStatus::Reopened]
            .iter()
            .all(|status| statuses.contains(status))
    );
    assert!(book.statements.all().count() >= 10);
    assert!(book.statements.iter().any(|(_, statement)| statement.count() > 1), "a statement was rewritten");
    for child in [Wren, Pip, Juno] {
        let heard = entries.iter().flat_map(|e| &e.own_words).any(|quote| quote.who == child.id());
        assert!(heard, "{child:?} is heard in their own words");
    }
}

#[test]
fn the_dates_hold_together() {
    for event in example::read(&TOLD).unwrap().events {
        let recorded = event.recorded.date_naive();
        assert!(event.happened.latest() <= recorded, "recorded before it happened: {:?}", event.id);
        assert!((day(2, 6)..=day(13, 11)).contains(&recorded), "{recorded} is outside the story");
    }
    let work_from = NaiveDate::from_ymd_opt(2026, 5, 29).unwrap();
    assert!(entries(&book()).iter().all(|entry| entry.done_on.earliest() >= work_from));
}

#[test]
fn questions_named_are_questions_of_the_entrys_module() {
    for entry in entries(&book()) {
        assert!(!entry.questions.is_empty());
        for id in &entry.questions {
            assert!(programme::question(&id.0).is_some(), "{} is no question", id.0);
            assert!(
                id.0.starts_with(&format!("M{}.", entry.module.number())),
                "{} in {}",
                id.0,
                entry.module
            );
        }
    }
}

#[test]
fn strengths_come_first_and_every_child_who_is_analysed_gets_a_meaning_of_their_own() {
    let book = book();
    for entry in entries(&book) {
        assert!(!entry.going_well.is_empty(), "no strengths: {}", entry.needs);
        assert!(!entry.needs.is_empty(), "nothing to work on: {}", entry.going_well);
        for text in texts(entry) {
            assert_eq!(text, text.trim());
            assert!(!text.contains("  "), "{text}");
            assert!(!text.contains(['\'', '"']), "typewriter quotation marks: {text}");
        }
    }
    let without_analysis = entries(&book).iter().filter(|entry| entry.analysis.is_empty()).count();
    assert!(without_analysis <= 2, "only the two private safety entries have no analysis");
}

/// A phrase found anywhere must tell which entry it came from, so that a test that hunts for leaks can say so.
#[test]
fn no_text_stands_twice() {
    let book = book();
    let mut seen = BTreeSet::new();
    for entry in entries(&book) {
        for text in texts(entry).into_iter().filter(|text| *text != entry.others_present) {
            assert!(seen.insert(text.to_owned()), "stands twice: {text}");
        }
    }
}

#[test]
fn nothing_blames_and_nothing_hides_who_did_it() {
    const NEVER: [&str; 16] = [
        "failed to protect",
        "fail to protect",
        "failure to protect",
        "failed to engage",
        "failed to comply",
        "disengaged",
        "non-compliant",
        "manipulative",
        "attention seeking",
        "parents argue",
        "parents’ arguing",
        "volatile relationship",
        "toxic relationship",
        "domestic incident",
        "chaotic",
        "dysfunctional",
    ];
    let file = TOLD.to_lowercase();
    for phrase in NEVER {
        assert!(!file.contains(phrase), "{phrase:?} is no way to write about a family");
    }
}

/// The audience is a named person, and the words inside must be safe for that person too: the first rule of
/// the family view looks at who is named in an entry's fields, so the example keeps names out of its texts.
#[test]
fn what_one_parent_may_see_says_nothing_of_the_other_or_of_who_works_with_them() {
    let of_tamsin = ["tamsin", "mum", "bryony", "ines ", "morwenna", "library", "jory"];
    let of_corin = ["corin", "dev ", "marcus", "probation", "demelza", "settee", "sober"];
    let book = book();
    let shown = |who: Who| -> Vec<&Entry> {
        entries(&book).into_iter().filter(|entry| entry.audience.people().any(|p| p == who.id())).collect()
    };
    for (reader, other, words) in [(Corin, Tamsin, of_tamsin), (Tamsin, Corin, of_corin)] {
        let shown = shown(reader);
        assert!(shown.len() >= 5, "{reader:?} sees enough for this to mean something");
        for entry in shown {
            assert_eq!(book.kept_from(entry, reader.id()), None);
            assert!(!entry.subject.names(other.id()));
            for text in texts(entry) {
                let text = text.to_lowercase();
                for word in words {
                    assert!(!text.contains(word), "{reader:?} would read {word:?} in: {text}");
                }
            }
        }
    }
}

#[test]
fn what_children_said_in_confidence_is_never_shown_to_the_parent_who_harmed() {
    let book = book();
    let children: BTreeSet<PersonId> = [Wren, Pip, Juno].map(Who::id).into();
    for entry in entries(&book) {
        let quotes_child = entry.own_words.iter().any(|quote| children.contains(&quote.who));
        let about_child = entry.subject.people().iter().any(|person| children.contains(person));
        if quotes_child || about_child {
            assert!(entry.audience.people().all(|person| person != Corin.id()), "{}", entry.going_well);
        }
    }
    let alone = [entry_id("m1-tamsin-alone"), entry_id("m1-corin-alone"), entry_id("m5-tamsin-safety")];
    for id in alone {
        assert_eq!(
            book.entries.current(id).unwrap().audience.people().count(),
            0,
            "private safety is team only"
        );
    }
}

#[test]
fn only_an_example_family_is_read_as_one() {
    let events: Vec<Event> = serde_json::from_str(&TOLD).unwrap();
    let read = |events: &[Event]| example::read(&serde_json::to_string(events).unwrap()).map(|_| ());
    assert_eq!(read(&events), Ok(()));

    assert_eq!(example::read("").map(|_| ()), Err(NotTheExample));
    assert_eq!(example::read("{}").map(|_| ()), Err(NotTheExample));
    assert_eq!(read(&[]), Err(NotTheExample));

    let mut unmarked = events.clone();
    for event in unmarked.iter_mut().filter(|event| event.kind == "family") {
        event.payload["value"]["example"] = false.into();
    }
    assert_eq!(read(&unmarked), Err(NotTheExample), "a real family is never taken for the example");

    let mut mixed = events.clone();
    mixed[5].family = hearth::model::ids::FamilyId::from_bytes([7; 16]);
    assert_eq!(read(&mixed), Err(NotTheExample), "two families in one file");

    let mut twice = events.clone();
    twice.push(Event { role: Role::Administrator, ..events[3].clone() });
    assert_eq!(read(&twice), Err(NotTheExample), "two contents under one id");
}
