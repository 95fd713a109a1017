//! How long a page of a family waits: folding a workbook of 5,000 events, which is about what a family leaves in
//! three years, and working out everything that is due; and making a parenting assessment from 200 pieces of work; in a
//! real browser. `cargo xtask bench` prints it.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "clippy takes only `#[test]` functions for tests"
)]

use std::collections::BTreeSet;
use std::hint::black_box;
use std::time::Duration;

use chrono::{DateTime, TimeZone, Utc};
use hearth::model::ids::{FamilyId, PractitionerId};
use hearth::model::practitioner::{Practitioner, Role};
use hearth::policy::authority::Authority;
use hearth::policy::clocks;
use hearth::policy::clocks::circumstances::Circumstances;
use hearth::policy::london::london;
use hearth::policy::profile::history::ProfileHistory;
use hearth::reports::Block;
use hearth::reports::html::html;
use hearth::reports::word::docx;
use hearth::services::documents::{Choice, For, Kind, make};
use hearth::services::here::Here;
use hearth::workbook::event::Event;
use hearth::workbook::fold::Workbook;
use hearth::workbook::log::EventSet;
use serde_json::Value;
use wasm_bindgen_test::{Criterion, wasm_bindgen_bench, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const EXAMPLE: &str = include_str!("../public/example/family.json");
const EVENTS: usize = 5_000;
/// Letters of an id.
const ID: usize = 26;

/// The records of the example family over and over: its people and its team stay who they are, everything else
/// comes again under ids of its own, until there are enough events.
fn workbook() -> (FamilyId, EventSet) {
    let told: Vec<Value> = serde_json::from_str(EXAMPLE).unwrap();
    let stay: BTreeSet<&str> = told.iter().flat_map(who).collect();
    let mut events = EventSet::default();
    for round in 0.. {
        for event in serde_json::from_str::<Vec<Event>>(&again(EXAMPLE, &stay, round)).unwrap() {
            if events.len() == EVENTS {
                let family = events.iter().next().unwrap().family;
                return (family, events);
            }
            events.add(event).unwrap();
        }
    }
    unreachable!("there is always another round")
}

/// The family, who wrote it and on what, and the person that is described.
fn who(event: &Value) -> Vec<&str> {
    let described = (event["kind"] == "person").then(|| event["payload"]["of"].as_str()).flatten();
    let named = ["family", "author", "device"].into_iter().filter_map(|name| event[name].as_str());
    named.chain(described).collect()
}

/// The text with the last two letters of every other id changed to those of the round.
fn again(text: &str, stay: &BTreeSet<&str>, round: usize) -> String {
    const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let end: String = [round / 32 % 32, round % 32].iter().map(|place| char::from(LETTERS[*place])).collect();
    let words = text.split('"').map(|word| {
        let is_id = word.len() == ID && word.bytes().all(|letter| LETTERS.contains(&letter));
        match is_id && !stay.contains(word) {
            true => format!("{}{end}", word.get(..ID - end.len()).unwrap()),
            false => word.to_owned(),
        }
    });
    words.collect::<Vec<_>>().join("\"")
}

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 13, 12, 0, 0).unwrap()
}

/// A page that measures answers nobody, and its driver waits half a minute: so many samples, in so short a time, are
/// enough for a time that nobody notices.
fn briefly(criterion: &mut Criterion) -> &mut Criterion {
    let (warm_up, measure) = (Duration::from_secs(1), Duration::from_secs(2));
    *criterion = std::mem::take(criterion).sample_size(10).warm_up_time(warm_up).measurement_time(measure);
    criterion
}

#[wasm_bindgen_bench]
fn what_a_page_waits_for(criterion: &mut Criterion) {
    let criterion = briefly(criterion);
    let (family, events) = workbook();
    let history = ProfileHistory::new(Authority::WestSussex.profile().clone());
    let book = Workbook::fold(family, &events);
    assert!(book.unread.is_empty());
    let due = clocks::due(&Circumstances::of(&book), &history, now()).len();
    assert!(due > 100, "only {due} dates come from these events");
    criterion.bench_function("fold 5,000 events", |bench| {
        bench.iter(|| black_box(Workbook::fold(family, &events)));
    });
    criterion.bench_function("work out all of its clocks", |bench| {
        bench.iter(|| black_box(clocks::due(&Circumstances::of(&book), &history, now())));
    });
    criterion.bench_function("both, as a page does", |bench| {
        bench.iter(|| {
            let book = Workbook::fold(family, &events);
            black_box(clocks::due(&Circumstances::of(&book), &history, now()))
        });
    });
}

/// Of so many pieces of work in a family, at least this many are about one parent and the children.
const ENTRIES: usize = 330;
const IN_ONE: usize = 200;

/// The example family's records until there are enough entries.
fn work() -> Workbook {
    let (family, all) = workbook();
    let mut events = EventSet::default();
    let mut entries = 0;
    for event in all.iter() {
        if event.kind == "entry" {
            entries += 1;
        }
        if event.kind != "entry" || entries <= ENTRIES {
            events.add(event.clone()).unwrap();
        }
    }
    Workbook::fold(family, &events)
}

#[wasm_bindgen_bench]
fn a_parenting_assessment_is_made(criterion: &mut Criterion) {
    let criterion = briefly(criterion);
    let book = work();
    let history = ProfileHistory::new(Authority::WestSussex.profile().clone());
    let me = Practitioner {
        id: PractitionerId::from_bytes([0xEE; 16]),
        name: "Zed Moon".to_owned(),
        role: Role::SocialWorker,
        employer: String::new(),
        team: String::new(),
    };
    let today = london(now()).date();
    let authority = Authority::WestSussex;
    let here = Here { book: &book, me: &me, authority, history: &history, now: now(), today };
    let kind = Kind::all(&here).into_iter().find(|kind| matches!(kind, Kind::Assessment(_))).unwrap();
    let choice = Choice { kind, reader: For::Professionals, without: BTreeSet::new() };
    let sources = |block: &Block| match block {
        Block::Table(table) if table.caption == "What this is made from" => table.rows.len(),
        _ => 0,
    };
    let made = make(&here, &choice).unwrap();
    let entries: usize = made.document.blocks.iter().map(sources).sum();
    assert!(entries >= IN_ONE, "only {entries} entries");
    criterion.bench_function("make a parenting assessment from 200 entries", |bench| {
        bench.iter(|| black_box(html(&make(&here, &choice).unwrap().document)));
    });
    // Without the drawings of its pictures, which the browser makes; each is then told in words.
    criterion.bench_function("write it as a Word file", |bench| {
        bench.iter(|| black_box(docx(&made.document, &[]).unwrap()));
    });
}
