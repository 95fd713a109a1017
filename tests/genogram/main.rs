//! The genogram (`ux.md` S27): thirty families as they are drawn, and 2,000 families thrown by dice (a tenth of them
//! unless `HEARTH_LONG` is set, as `cargo xtask test --long` does), in whose pictures no two symbols overlap and no
//! line runs through anybody or along another line.
//!
//! After changing how families are drawn run `UPDATE_GENOGRAMS=1 cargo test --test genogram`, which writes them anew,
//! and look at what has changed.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests are tests")]
#![cfg(not(target_arch = "wasm32"))]

mod families;
mod geometry;
mod made;
mod read;

use std::fmt::Write as _;

use hearth::pictures::Scene;
use hearth::pictures::genogram::{Family, Members, Nudge, drawn};
use hearth::pictures::scene::Shape;

use families::FAMILIES;
use made::Dice;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/genograms");
const MANY: u64 = 2_000;
const SEED: u64 = 0x0006_E106_2026;

fn picture(members: &Members, nudges: &[Nudge]) -> Scene {
    drawn(&Family::checked(members).0, nudges)
}

fn keys(members: &Members) -> Vec<&str> {
    members.people.iter().map(|it| it.key.as_str()).collect()
}

/// A picture as text: what is told, then a line for each shape.
fn written(scene: &Scene) -> String {
    let mut out = format!("{} by {}\n\n", scene.width, scene.height);
    for told in &scene.told {
        writeln!(out, "{told}").unwrap();
    }
    out.push('\n');
    shapes(&mut out, &scene.shapes, "");
    out
}

fn shapes(out: &mut String, all: &[Shape], before: &str) {
    for shape in all {
        match shape {
            Shape::Line { through, closed, stroke, .. } => {
                let points: Vec<String> = through.iter().map(|it| format!("{},{}", it.x, it.y)).collect();
                let what = if *closed { "around" } else { "line" };
                let look = format!("{} {:?} {:?}", stroke.width, stroke.dash, stroke.ink);
                writeln!(out, "{before}{what} {} ({look})", points.join(" ")).unwrap();
            }
            Shape::Rectangle { frame, .. } => {
                writeln!(out, "{before}rectangle {},{} {}x{}", frame.x, frame.y, frame.width, frame.height)
                    .unwrap();
            }
            Shape::Circle { centre, radius, .. } => {
                writeln!(out, "{before}circle {},{} {radius}", centre.x, centre.y).unwrap();
            }
            Shape::Words { at, words, bold, .. } => {
                let bold = if *bold { "bold " } else { "" };
                writeln!(out, "{before}words {},{} {bold}“{words}”", at.x, at.y).unwrap();
            }
            Shape::Group { told, shapes: within, .. } => {
                writeln!(out, "{before}{told}").unwrap();
                shapes(out, within, "  ");
            }
        }
    }
}

#[test]
fn thirty_families_are_drawn_as_they_were() {
    let mut changed = Vec::new();
    for (name, text) in FAMILIES {
        let (members, nudges) = read::read(text);
        let now = written(&picture(&members, &nudges));
        let file = format!("{FOLDER}/{name}.txt");
        if std::env::var_os("UPDATE_GENOGRAMS").is_some() {
            std::fs::create_dir_all(FOLDER).unwrap();
            std::fs::write(&file, &now).unwrap();
        }
        if std::fs::read_to_string(&file).unwrap_or_default() != now {
            changed.push(name);
        }
    }
    assert!(changed.is_empty(), "drawn otherwise: {changed:?}; see the top of this test");
}

#[test]
fn the_pictures_of_the_thirty_keep_what_is_promised() {
    for (name, text) in FAMILIES {
        let (members, nudges) = read::read(text);
        let wrong = geometry::wrong(&picture(&members, &nudges), &keys(&members));
        assert!(wrong.is_empty(), "{name}: {wrong:#?}");
    }
}

#[test]
fn no_two_symbols_overlap_and_no_line_runs_through_anybody() {
    let many = if std::env::var_os("HEARTH_LONG").is_some() { MANY } else { MANY / 10 };
    let mut bad = Vec::new();
    for number in 0..many {
        let (members, nudges) = made::family(&mut Dice(SEED.wrapping_add(number)));
        let wrong = geometry::wrong(&picture(&members, &nudges), &keys(&members));
        if let Some(first) = wrong.first() {
            bad.push(format!("family {number}: {first}"));
        }
    }
    assert!(bad.is_empty(), "{} of {many}: {bad:#?}", bad.len());
}

/// Drawn from records, whichever was recorded first, by whichever means.
#[test]
fn the_order_of_recording_changes_nothing() {
    for number in 0..40 {
        let (members, nudges) = made::family(&mut Dice(SEED.wrapping_mul(3).wrapping_add(number)));
        let mut turned = members.clone();
        turned.people.reverse();
        turned.couples.reverse();
        turned.links.reverse();
        turned.homes.reverse();
        turned.twins.reverse();
        for couple in &mut turned.couples {
            std::mem::swap(&mut couple.one, &mut couple.other);
        }
        // Which of two ties that cannot both be is left out, and whose line finds no room, hangs on the ties alone too.
        assert_eq!(picture(&members, &nudges), picture(&turned, &nudges), "family {number}");
    }
}

#[test]
fn everybody_and_every_tie_is_told() {
    for (name, text) in FAMILIES {
        let (members, nudges) = read::read(text);
        let told = picture(&members, &nudges).told.join("\n");
        for person in &members.people {
            assert!(told.contains(&person.name), "{name}: {}", person.name);
        }
        for link in &members.links {
            let line = told.lines().any(|it| it.contains(&link.from) && it.contains(&link.to));
            let implied = matches!(
                link.kind,
                hearth::pictures::genogram::LinkKind::Grandparent
                    | hearth::pictures::genogram::LinkKind::AuntOrUncle
            );
            assert!(line || implied, "{name}: {link:?}");
        }
        for couple in &members.couples {
            assert!(
                told.lines().any(|it| it.contains(&couple.one) && it.contains(&couple.other)),
                "{name}: {couple:?}"
            );
        }
    }
}

#[test]
fn nobody_is_their_own_ancestor() {
    let (members, _) = read::read(
        "people: Amara f 32, Kayla f 9 index
        Amara > Kayla
        Kayla > Amara",
    );
    let (family, faults) = Family::checked(&members);
    let [fault] = faults.as_slice() else { panic!("{faults:?}") };
    assert!(fault.to_string().contains("Kayla") && fault.to_string().contains("Amara"));
    assert!(geometry::wrong(&drawn(&family, &[]), &["Amara", "Kayla"]).is_empty());
}
