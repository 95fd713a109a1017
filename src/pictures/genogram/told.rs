//! A genogram in words: everybody and every line, for whoever hears it (`ux.md` S27: "Kayla, girl, 9, daughter of Amara
//! and Joe; lives with Amara").

use super::family::Family;
use super::label::ties;
use super::members::{CoupleKind, LinkKind, Symbol};
use super::order::Rows;

/// Somebody, with their parents and those they live with.
pub(super) fn person(family: &Family, place: usize) -> String {
    let Some(who) = family.people.get(place) else { return String::new() };
    let mut parts = vec![who.name.clone()];
    parts.extend([&who.called, &who.age].into_iter().filter(|it| !it.is_empty()).map(|it| small(it)));
    if who.died {
        parts.push("died".to_owned());
    }
    if who.index {
        parts.push("a child whom the work is for".to_owned());
    }
    let child = match who.symbol {
        Symbol::Square => "son",
        Symbol::Circle => "daughter",
        Symbol::Diamond | Symbol::Triangle => "child",
    };
    for (kind, words) in [
        (LinkKind::Birth, format!("{child} of")),
        (LinkKind::Adopted, format!("adopted {child} of")),
        (LinkKind::Foster, "fostered by".to_owned()),
        (LinkKind::Step, format!("step-{child} of")),
        (LinkKind::Carer, "cared for by".to_owned()),
    ] {
        let parents = family.parents(place, &kind);
        if !parents.is_empty() {
            parts.push(format!("{words} {}", family.names(&parents)));
        }
    }
    parts.extend(ties(family, place));
    let mut told = parts.join(", ");
    for (name, people) in family.homes.iter().filter(|(_, people)| people.contains(&place)) {
        let others: Vec<usize> = people.iter().copied().filter(|it| *it != place).collect();
        match others.is_empty() {
            true => told = format!("{told}; home: {name}"),
            false => told = format!("{told}; lives with {}", family.names(&others)),
        }
    }
    told
}

/// With a small first letter, in the middle of a sentence: "About 63" is "about 63".
fn small(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// Everybody in reading order, then every line and every home.
pub(super) fn all(family: &Family, rows: &Rows) -> Vec<String> {
    let mut told: Vec<String> = rows.iter().flatten().map(|it| format!("{}.", person(family, *it))).collect();
    told.extend(family.couples.iter().map(|couple| {
        let both = family.names(&[couple.one, couple.other]);
        match couple.kind {
            CoupleKind::Married => format!("{both} are married."),
            CoupleKind::Together => format!("{both} are a couple."),
            CoupleKind::Separated => format!("{both} are separated."),
            CoupleKind::Divorced => format!("{both} are divorced."),
            CoupleKind::NotSaid => format!("{both} have a child together; no more is recorded."),
        }
    }));
    for (kind, words) in
        [(LinkKind::Sibling, "brothers or sisters"), (LinkKind::HalfSibling, "half-brothers or half-sisters")]
    {
        let bonds = family.bonds.iter().filter(|it| it.kind == kind);
        told.extend(bonds.map(|it| format!("{} are {words}.", family.names(&[it.from, it.to]))));
    }
    told.extend(family.twins.iter().map(|it| format!("{} were born together.", family.names(it))));
    told.extend(
        family
            .homes
            .iter()
            .filter(|(_, people)| people.len() > 1)
            .map(|(name, people)| format!("{} live together: {name}.", family.names(people))),
    );
    told
}
