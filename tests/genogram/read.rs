//! A family from a few lines of text.
//!
//! ```text
//! people: Amara f 32, Joe m 34, Kayla f 9 index
//! Amara + Joe separated
//! Amara & Joe > Kayla
//! Joe is carer of Kayla
//! home Mum’s home: Amara, Kayla
//! twins: Kayla, Leo
//! move Kayla left
//! ```
//! `>` is birth, `~>` adoption, `..>` fostering.

use hearth::pictures::genogram::{
    Couple, CoupleKind, Home, Link, LinkKind, Members, Move, Nudge, Person, Symbol,
};

pub fn read(text: &str) -> (Members, Vec<Nudge>) {
    let mut members = Members { title: "The family".into(), ..Members::default() };
    let mut nudges = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(people) = line.strip_prefix("people:") {
            members.people.extend(list(people).into_iter().map(|it| person(&it)));
        } else if let Some(home) = line.strip_prefix("home ") {
            let (name, people) = home.split_once(':').unwrap();
            members.homes.push(Home { name: name.into(), people: list(people) });
        } else if let Some(twins) = line.strip_prefix("twins:") {
            members.twins.push(list(twins));
        } else if let Some(moved) = line.strip_prefix("move ") {
            let (key, towards) = moved.rsplit_once(' ').unwrap();
            let towards = match towards {
                "left" => Move::Left,
                "right" => Move::Right,
                "up" => Move::Up,
                "down" => Move::Down,
                other => panic!("{other}"),
            };
            nudges.push(Nudge { key: key.into(), towards });
        } else if let Some((from, to)) = line.split_once(" is ") {
            let (kind, to) = to.split_once(" of ").unwrap();
            members.links.extend(list(to).into_iter().map(|to| link(from, &to, of_words(kind))));
        } else if let Some((parents, children)) = line.split_once('>') {
            let (parents, kind) = match parents {
                it if it.ends_with('~') => (it.trim_end_matches('~'), LinkKind::Adopted),
                it if it.ends_with("..") => (it.trim_end_matches(".."), LinkKind::Foster),
                it => (it, LinkKind::Birth),
            };
            for parent in parents.split('&').map(str::trim) {
                members.links.extend(list(children).iter().map(|child| link(parent, child, kind.clone())));
            }
        } else {
            let (one, rest) = line.split_once('+').unwrap_or_else(|| panic!("{line}"));
            let (other, kind) = rest.trim().rsplit_once(' ').unwrap();
            let kind = match kind {
                "married" => CoupleKind::Married,
                "together" => CoupleKind::Together,
                "separated" => CoupleKind::Separated,
                "divorced" => CoupleKind::Divorced,
                other => panic!("{other}"),
            };
            members.couples.push(Couple { one: one.trim().into(), other: other.trim().into(), kind });
        }
    }
    (members, nudges)
}

fn list(text: &str) -> Vec<String> {
    text.split(',').map(|it| it.trim().to_owned()).filter(|it| !it.is_empty()).collect()
}

/// "Kayla f 9 index": name, symbol, age, and what else is so.
fn person(words: &str) -> Person {
    let parts: Vec<&str> = words.split(' ').collect();
    let at = parts.iter().position(|it| ["m", "f", "x", "unborn"].contains(it)).unwrap();
    let name = parts[..at].join(" ");
    let years: Option<i64> = parts.iter().find_map(|it| it.parse().ok());
    let has = |word: &str| parts[at..].contains(&word);
    let child = has("index") || has("child") || years.is_some_and(|it| it < 18);
    let (symbol, called) = match (parts[at], child) {
        ("m", true) => (Symbol::Square, "boy"),
        ("m", false) => (Symbol::Square, "man"),
        ("f", true) => (Symbol::Circle, "girl"),
        ("f", false) => (Symbol::Circle, "woman"),
        ("unborn", _) => (Symbol::Triangle, "not yet born"),
        (_, true) => (Symbol::Diamond, "child"),
        (_, false) => (Symbol::Diamond, "adult"),
    };
    Person {
        key: name.clone(),
        name,
        age: years.map(|it| it.to_string()).unwrap_or_default(),
        called: called.into(),
        order: match symbol {
            Symbol::Triangle => 1,
            _ => years.map_or(i64::MAX, |it| -it),
        },
        symbol,
        child: child || symbol == Symbol::Triangle,
        index: has("index"),
        died: has("died"),
    }
}

fn link(from: &str, to: &str, kind: LinkKind) -> Link {
    Link { from: from.trim().into(), to: to.into(), kind }
}

fn of_words(words: &str) -> LinkKind {
    match words {
        "step" => LinkKind::Step,
        "carer" => LinkKind::Carer,
        "grandparent" => LinkKind::Grandparent,
        "aunt" => LinkKind::AuntOrUncle,
        "sibling" => LinkKind::Sibling,
        "half-sibling" => LinkKind::HalfSibling,
        other => LinkKind::Other(other.into()),
    }
}
