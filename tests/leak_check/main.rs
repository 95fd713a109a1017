//! The leak check finds what is guarded in whatever disguise (issue 4, show 3), and leaves ordinary pages
//! alone.

// Clippy knows tests by their attribute; the helpers beside them are test code too.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]
#![cfg(not(target_arch = "wasm32"))]

mod disguises;
mod facts;
mod pages;

use std::collections::BTreeSet;

use hearth::model::protected::ProtectedKind;
use hearth::policy::leak_check::{
    Finding, Guarded, GuardedKind, LeakCheck, Place, Stands, Text, of_workbook,
};
use proptest::prelude::*;

use facts::{facts, her, him, protected, readers};
use pages::{book, kept, named, page};

fn texts(stands: Stands, words: &[String]) -> Vec<Text> {
    let place = Place { stands, written: None };
    words.iter().map(|words| Text { place: place.clone(), words: words.clone() }).collect()
}

/// A finding says what it found and shows it: whatever else, its range is part of its sentence.
fn is_whole(finding: &Finding) -> bool {
    let Finding { sentence, range, .. } = finding;
    !range.is_empty() && sentence.get(range.clone()).is_some() && sentence.trim() == sentence
}

#[test]
fn every_disguise_is_seen_through() {
    let facts = facts();
    let cases = disguises::all();
    assert!(cases.len() >= 300, "{} cases", cases.len());
    let mut missed = Vec::new();
    for case in &cases {
        let fact = facts.iter().find(|fact| fact.name == case.fact).unwrap();
        let check = LeakCheck::new(std::slice::from_ref(&fact.guarded), &readers());
        let found = check.findings(&texts(case.stands, &case.texts));
        if !found.iter().any(|it| it.kind == fact.guarded.kind && it.whose == her() && is_whole(it)) {
            missed.push(format!("{}, {}: {:?}", case.fact, case.how, case.texts));
        }
    }
    assert!(missed.is_empty(), "{} of {} missed:\n{}", missed.len(), cases.len(), missed.join("\n"));
}

#[test]
fn ordinary_pages_are_left_alone() {
    let book = book();
    let check = LeakCheck::new(&kept(), &BTreeSet::new());
    let pages = pages::pages(&book);
    assert!(pages.len() >= 100, "{} pages", pages.len());
    let alarms: Vec<String> = pages
        .iter()
        .flat_map(|(_, texts)| check.findings(texts))
        .map(|it| {
            let (kind, stands) = (it.kind.label(), it.place.stands.label());
            format!("{kind} {stands}: {:?} in {:?}", it.words(), it.sentence)
        })
        .collect();
    assert!(
        alarms.len() * 50 < pages.len(),
        "{} on {} pages:\n{}",
        alarms.len(),
        pages.len(),
        alarms.join("\n")
    );
}

#[test]
fn what_the_pages_do_say_is_found_on_each_of_them() {
    let book = book();
    for (kind, words, says) in [
        (ProtectedKind::School, "Nettlewick School", "Nettlewick"),
        (ProtectedKind::Nursery, "Larkfeather Day Nursery", "Larkfeather"),
        (ProtectedKind::NewPartner, "Petroc Penhaligon", "Petroc"),
    ] {
        let check = LeakCheck::new(&[protected(kind, words, &[])], &BTreeSet::new());
        let mut any = false;
        for (title, texts) in pages::pages(&book) {
            let stands = texts.iter().any(|text| text.words.contains(says));
            let found = check.findings(&texts);
            assert_eq!(!found.is_empty(), stands, "{words} on {title}: {found:?}");
            any |= stands;
        }
        assert!(any, "{says} stands nowhere");
    }
}

#[test]
fn of_somebody_they_are_separated_from_nobody_learns_anything_by_name() {
    let book = book();
    for (reader, other) in [("Corin", "Tamsin"), ("Tamsin", "Corin")] {
        let check = LeakCheck::new(
            &of_workbook(&book, &pages::readers(&book, reader)),
            &pages::readers(&book, reader),
        );
        for (id, entry) in pages::shown_to(&book, named(&book, reader)) {
            let found = check.findings(&pages::texts(id, entry));
            assert_eq!(found, [], "{reader} may see it");
        }
        let mut named_on = 0;
        for (title, texts) in pages::pages(&book) {
            if texts.iter().any(|text| text.words.contains(other)) {
                let found = check.findings(&texts);
                let is_named =
                    |it: &Finding| it.kind == GuardedKind::Person && it.whose == named(&book, other);
                assert!(found.iter().any(is_named), "{other} on {title}: {found:?}");
                named_on += 1;
            }
        }
        assert!(named_on > 10, "{named_on}");
    }
    let both = BTreeSet::from([named(&book, "Corin"), named(&book, "Wren")]);
    assert!(!of_workbook(&book, &both).is_empty());
    assert_eq!(of_workbook(&book, &pages::readers(&book, "Wren")), [], "nobody is kept from Wren");
}

#[test]
fn of_the_other_one_neither_services_nor_workers_nor_whereabouts_are_told() {
    let book = book();
    let found = |reader: &str, words: &str| -> BTreeSet<GuardedKind> {
        let readers = pages::readers(&book, reader);
        let check = LeakCheck::new(&of_workbook(&book, &readers), &readers);
        check.findings(&[page(words)]).into_iter().map(|it| it.kind).collect()
    };
    use GuardedKind::{Person, Service, Whereabouts, Worker};
    for (reader, words, expected) in [
        ("Corin", "The IDVA will go to the MARAC.", &[Service][..]),
        ("Corin", "Bryony has seen her twice.", &[Worker]),
        ("Corin", "T A M S I N is well.", &[Person]),
        ("Corin", "Mum has moved in with a friend.", &[Whereabouts]),
        ("Corin", "Juno drew Mum and the moon.", &[]),
        ("Corin", "Your programme goes on, and probation knows.", &[]),
        ("Tamsin", "He goes to a perpetrator programme with probation.", &[Service]),
        ("Tamsin", "Dad’s new number is known to us.", &[Whereabouts]),
        ("Tamsin", "The IDVA will ring you.", &[]),
        ("Wren", "Tamsin and Corin", &[]),
    ] {
        assert_eq!(found(reader, words), expected.iter().copied().collect(), "{reader}: {words}");
    }
}

#[test]
fn a_finding_shows_the_whole_sentence_and_where_it_was_written() {
    let book = book();
    let (id, entry) = book.entries.all().find(|(_, entry)| !entry.needs.is_empty()).unwrap();
    let mut texts = pages::texts(id, entry);
    texts[1].words = "It was a long week. She stays at No. 14 Larkspur Rd. until Friday! Then home.".into();
    let check = LeakCheck::new(&kept(), &readers());
    let found = check.findings(&texts);
    assert_eq!(found.len(), 1, "{found:?}");
    let finding = &found[0];
    assert_eq!(finding.sentence, "She stays at No. 14 Larkspur Rd. until Friday!");
    assert_eq!(finding.words(), "14 Larkspur Rd");
    assert_eq!((finding.kind, finding.whose), (GuardedKind::Protected(ProtectedKind::Address), her()));
    assert_eq!(finding.place, texts[1].place);
    assert_eq!(finding.runs_into, None);

    let [mut one, mut other] = [texts[0].clone(), texts[1].clone()];
    one.words = "First. Go to the Larkspur".into();
    other.words = "Road flat. Last.".into();
    let found = check.findings(&[one.clone(), other.clone()]);
    assert_eq!(found[0].sentence, "Go to the Larkspur\nRoad flat.");
    assert_eq!((&found[0].place, found[0].runs_into.as_ref()), (&one.place, Some(&other.place)));
}

#[test]
fn it_is_kept_from_whom_it_is_kept_and_from_nobody_else() {
    let facts = facts();
    let of = |name: &str| facts.iter().find(|fact| fact.name == name).unwrap();
    for (name, reader, expected) in [
        ("address", her(), true),
        ("plan", her(), false),
        ("plan", him(), true),
        ("do not tell", him(), true),
        ("do not tell", her(), false),
    ] {
        let fact = of(name);
        let check = LeakCheck::new(std::slice::from_ref(&fact.guarded), &BTreeSet::from([reader]));
        assert_eq!(!check.findings(&[page(fact.plain)]).is_empty(), expected, "{name}");
    }
}

/// Words that mean nothing alone, and sentences in which they stand by chance.
#[test]
fn common_words_alone_are_nothing() {
    let check = LeakCheck::new(&kept(), &readers());
    for words in [
        "We went to the park. School starts on Monday.",
        "Mary came home from school and the church was open.",
        "She parked on a high street, on the green, by a new road.",
        "Mark my words, the green grass will grow.",
        "Nan’s apple cake. A rose in the cottage garden!",
        "There is a church on the road to the school in the lane.",
        "Pip said that he will ring after 9.30 on 12 3 2026, at 14 00.",
        "The little boy picked acorns on a day of sunshine at nursery.",
        "His case worker looked at 900 of 123 pages.",
        "Wren knows to ring 999, and to lock the door.",
        "Green (5.35:1) and link blue (6.08:1).",
        "",
    ] {
        assert_eq!(check.findings(&[page(words)]), [], "{words}");
    }
}

/// Letters that any search would stumble over.
fn any_text() -> impl Strategy<Value = String> {
    let letters = prop_oneof![
        4 => any::<char>(),
        4 => prop::char::range(' ', '~'),
        1 => prop::sample::select(vec!['\n', '\u{200b}', '\u{301}', 'ﬁ', '0', '1', 'O', 'ß', '\u{202e}', '🎈', '\0']),
    ];
    prop::collection::vec(letters, 0..80).prop_map(|letters| letters.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_too_strange_to_be_read(
        kinds in prop::collection::vec(0..20usize, 1..4),
        wordings in prop::collection::vec(any_text(), 0..3),
        words in prop::collection::vec(any_text(), 0..4),
    ) {
        use hearth::model::choices::Choice;
        let others = [
            GuardedKind::DoNotTell, GuardedKind::SafetyPlan, GuardedKind::CodeWord, GuardedKind::Person,
            GuardedKind::Worker, GuardedKind::Service, GuardedKind::Whereabouts,
        ];
        let kind = |number: &usize| ProtectedKind::ALL.get(*number).map_or_else(
            || others[*number % others.len()],
            |kind| GuardedKind::Protected(*kind),
        );
        let guarded: Vec<Guarded> = kinds
            .iter()
            .map(|number| Guarded { kind: kind(number), wordings: wordings.clone(), ..facts()[0].guarded.clone() })
            .collect();
        let check = LeakCheck::new(&guarded, &readers());
        // Also over texts in which the wordings stand.
        let texts = texts(Stands::Page, &[words, wordings].concat());
        for finding in check.findings(&texts) {
            prop_assert!(is_whole(&finding), "{finding:?}");
        }
    }

    #[test]
    fn the_plain_words_are_found_wherever_they_stand(before in any_text(), after in any_text(), which in any::<prop::sample::Index>()) {
        let facts = facts();
        let fact = which.get(&facts);
        let check = LeakCheck::new(std::slice::from_ref(&fact.guarded), &readers());
        let words = format!("{before} {} {after}", fact.plain);
        let found = check.findings(&[page(&words)]);
        prop_assert!(!found.is_empty(), "{}: {words:?}", fact.name);
        prop_assert!(found.iter().all(is_whole), "{found:?}");
    }
}
