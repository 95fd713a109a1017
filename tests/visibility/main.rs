//! What people are shown, in 5,000 generated families (a tenth of them unless `HEARTH_LONG` is set, as
//! `cargo xtask test --long` does), for every set of people who could be there: it is exactly what every one of them
//! may see, by the rules as they are stated here once more and plainly; and of somebody from whom one of them is kept
//! apart, nothing stands in any view (`ux.md` criterion 55, SR2 and SR3).

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests are tests")]

#[path = "../workbooks/mod.rs"]
mod workbooks;

mod cases;
mod made;
mod plainly;
mod rules;

use std::collections::BTreeSet;

use hearth::model::ids::PersonId;
use hearth::model::sharing::{Heading, Piece};
use hearth::policy::visibility::{Looking, Prepared, prepare};
use hearth::workbook::fold::Workbook;

use made::{Dice, GUARDED, Made};
use plainly::Plainly;
use workbooks::*;

const FAMILIES: u64 = 5_000;
const SEED: u64 = 0x5EED_2026_1122;

fn families() -> u64 {
    if std::env::var_os("HEARTH_LONG").is_some() { FAMILIES } else { FAMILIES / 10 }
}

/// How often something was met, so that no family proves nothing.
#[derive(Debug, Default)]
struct Met {
    shown: usize,
    hidden_from_some: usize,
    apart: usize,
    left_out: usize,
    strengths: usize,
    helpers: usize,
    scales: usize,
    kinds: BTreeSet<&'static str>,
}

fn subsets(people: &[PersonId]) -> impl Iterator<Item = BTreeSet<PersonId>> + '_ {
    (1u32..1 << people.len()).map(|bits| {
        people.iter().enumerate().filter(|(at, _)| bits & (1 << at) != 0).map(|(_, person)| *person).collect()
    })
}

fn view(made: &Made, present: &BTreeSet<PersonId>) -> Prepared {
    let guarded =
        |person: PersonId, text: &str| made.guarded_from.contains(&person) && text.contains(GUARDED);
    let looking = Looking {
        present,
        somebody_else: false,
        today: today(),
        language: "en-GB",
        worker: "Zed Moon",
        do_not_tell: &made.do_not_tell,
        guarded: &guarded,
    };
    prepare(&made.device.book, &looking)
}

#[test]
fn what_is_shown_is_exactly_what_everyone_who_is_there_may_see() {
    let mut met = Met::default();
    for family in 0..families() {
        let made = made::family(&mut Dice(SEED.wrapping_add(family)));
        let plainly = Plainly::of(&made);
        let people: Vec<PersonId> = made.device.book.people.all().map(|(id, _)| id).collect();
        let mut alone: BTreeSet<Piece> = BTreeSet::new();
        for present in subsets(&people) {
            let prepared = view(&made, &present);
            let told = |what: &str| format!("family {family}, {what}, with {:?}", names(&made, &present));
            let shown: BTreeSet<Piece> = prepared.shown.iter().map(|it| it.piece).collect();
            assert_eq!(shown.len(), prepared.shown.len(), "{}", told("shown twice"));
            assert_eq!(shown, plainly.shown_to(&present), "{}", told("another set is shown"));
            hangs_together(&prepared, &told("the view"));
            nothing_of_anyone_apart(&plainly, &present, &prepared, &told("a sentinel"));
            if present.len() == 1 {
                alone.extend(&shown);
            }
            met.count(&made.device.book, &prepared, &alone, &shown);
        }
    }
    assert!(met.kinds.len() >= 9, "{met:?}");
    let often =
        [met.shown, met.hidden_from_some, met.apart, met.left_out, met.strengths, met.helpers, met.scales];
    assert!(often.iter().all(|it| *it > 100), "{met:?}");
}

impl Met {
    fn count(
        &mut self,
        book: &Workbook,
        prepared: &Prepared,
        alone: &BTreeSet<Piece>,
        shown: &BTreeSet<Piece>,
    ) {
        self.shown += shown.len();
        self.hidden_from_some += alone.difference(shown).count();
        self.apart += usize::from(!book.separated_pairs().is_empty());
        self.left_out += prepared.left_out.len();
        self.strengths += usize::from(!prepared.strengths_missing);
        self.helpers += prepared.view.helpers.len();
        self.scales += prepared.view.people.iter().map(|it| it.scales.len()).sum::<usize>();
        self.kinds.extend(shown.iter().map(kind));
    }
}

fn kind(piece: &Piece) -> &'static str {
    match piece {
        Piece::GoingWell(_) => "going well",
        Piece::Needs(_) => "needs",
        Piece::OwnWords(..) => "own words",
        Piece::Analysis(..) => "analysis",
        Piece::Action(_) => "action",
        Piece::Supervision(_) => "supervision",
        Piece::Visit(_) => "visit",
        Piece::Threshold(_) => "threshold",
        Piece::Worker(_) => "worker",
        Piece::Said(_) => "said",
    }
}

fn names(made: &Made, present: &BTreeSet<PersonId>) -> Vec<String> {
    present.iter().map(|it| made.device.book.name_of(*it)).collect()
}

/// Strengths first, numbers in order, no ids, no word of what is left out.
fn hangs_together(prepared: &Prepared, told: &str) {
    let items = &prepared.view.items;
    assert!(items.windows(2).all(|two| two[0].heading <= two[1].heading), "{told}: order");
    assert!(items.iter().zip(1..).all(|(item, number)| item.number == number), "{told}: numbers");
    let strengths = items.iter().any(|item| item.heading == Heading::Well);
    assert_eq!(prepared.strengths_missing, !strengths && prepared.only_general.is_none(), "{told}");
    let left_out: BTreeSet<Piece> = prepared.left_out.iter().map(|it| it.piece).collect();
    assert!(prepared.shown.iter().all(|it| !left_out.contains(&it.piece)), "{told}: both");
    let text = serde_json::to_string(&prepared.view).unwrap();
    let word = |text: &str| {
        text.split(|it: char| !it.is_ascii_alphanumeric()).any(|it| it.parse::<PersonId>().is_ok())
    };
    assert!(!word(&text), "{told}: an id stands in {text}");
    if prepared.only_general.is_some() {
        assert!(
            items.is_empty() && prepared.view.people.is_empty() && prepared.view.helpers.is_empty(),
            "{told}"
        );
    }
}

/// Of somebody from whom one of them is kept apart, no word stands anywhere: no sentinel, no name, no worker's name.
fn nothing_of_anyone_apart(
    plainly: &Plainly<'_>,
    present: &BTreeSet<PersonId>,
    prepared: &Prepared,
    told: &str,
) {
    let text = serde_json::to_string(&prepared.view).unwrap().to_lowercase();
    for person in present {
        for other in plainly.apart_from(*person) {
            for sentinel in made::sentinels(other) {
                assert!(!text.contains(sentinel), "{told}: {sentinel} in {text}");
            }
            for worker in plainly.works_only_with(other, *person) {
                assert!(!text.contains(&worker), "{told}: {worker} in {text}");
            }
        }
    }
}
