//! The words beneath a symbol: name, age, and what no line and no outline says.

use super::each::Each;
use super::family::Family;
use super::lines::{Net, NetKind, Source, is_drawn};
use super::members::{CoupleKind, LinkKind};
use super::route::Said;
use crate::pictures::words::{width_of, wrapped};

/// The widest line.
const WIDEST: i32 = 108;
const LEAST: i32 = 68;
pub(super) const NAME: i32 = 14;
pub(super) const WORDS: i32 = 13;
pub(super) const LINE: i32 = 16;
/// Between a symbol and its words.
pub(super) const BELOW: i32 = 4;

/// Lines of words with whether they are bold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Label {
    pub lines: Vec<(String, bool)>,
}

impl Label {
    pub(super) fn width(&self) -> i32 {
        let widest = self.lines.iter().map(|(line, bold)| width_of(line, if *bold { NAME } else { WORDS }));
        widest.max().unwrap_or_default().max(LEAST)
    }

    pub(super) fn height(&self) -> i32 {
        BELOW + LINE * i32::try_from(self.lines.len()).unwrap_or_default() + 4
    }
}

pub(super) fn labels(
    family: &Family,
    nets: &[Net],
    said: &[Said],
    at_home: &Each<Vec<String>>,
) -> Each<Label> {
    let mut labels: Each<Label> = Each::of(family.people.len());
    for (place, person) in family.people.iter().enumerate() {
        let mut lines: Vec<(String, bool)> =
            wrapped(&person.name, NAME, WIDEST).into_iter().map(|line| (line, true)).collect();
        let age =
            if person.died { format!("{} (died)", person.age).trim().to_owned() } else { person.age.clone() };
        let mut words = vec![age];
        words.extend(ties(family, place));
        words.extend(said.iter().filter_map(|it| of_said(family, nets, *it, place)));
        words.extend(at_home.at(place));
        lines.extend(words.iter().flat_map(|it| wrapped(it, WORDS, WIDEST)).map(|line| (line, false)));
        labels.put(place, Label { lines });
    }
    labels
}

/// "aunt or uncle of Kayla and Leo", where a line alone does not say it.
pub(super) fn ties(family: &Family, person: usize) -> Vec<String> {
    let mut kinds: Vec<(String, Vec<usize>)> = Vec::new();
    for bond in family.bonds.iter().filter(|it| it.from == person && is_drawn(family, it)) {
        let Some(words) = tie_words(&bond.kind) else { continue };
        match kinds.iter_mut().find(|(known, _)| *known == words) {
            Some((_, to)) => to.push(bond.to),
            None => kinds.push((words, vec![bond.to])),
        }
    }
    kinds.into_iter().map(|(words, to)| format!("{words} of {}", family.names(&to))).collect()
}

fn tie_words(kind: &LinkKind) -> Option<String> {
    Some(match kind {
        LinkKind::Step => "step-parent".to_owned(),
        LinkKind::Grandparent => "grandparent".to_owned(),
        LinkKind::AuntOrUncle => "aunt or uncle".to_owned(),
        LinkKind::Other(words) => words.trim().to_owned(),
        LinkKind::Carer
        | LinkKind::Birth
        | LinkKind::Adopted
        | LinkKind::Foster
        | LinkKind::Sibling
        | LinkKind::HalfSibling => return None,
    })
}

/// What a line would have said that found no room.
fn of_said(family: &Family, nets: &[Net], said: Said, person: usize) -> Option<String> {
    match said {
        Said::Couple(couple) => {
            let it = family.couples.get(couple)?;
            let other = if it.other == person { it.one } else { it.other };
            (it.one == person || it.other == person)
                .then(|| format!("{} {}", couple_words(it.kind), family.name(other)))
        }
        Said::Net(net) => {
            let net = nets.get(net)?;
            let (words, from) = match (net.kind, net.source) {
                (NetKind::Said, _) => return None,
                (NetKind::Carer, Source::One(from)) => ("cared for by", vec![from]),
                (NetKind::Fostered, Source::One(from)) => ("fostered by", vec![from]),
                (_, Source::One(from)) => ("child of", vec![from]),
                (kind, Source::Couple(couple)) => {
                    let it = family.couples.get(couple)?;
                    (
                        if kind == NetKind::Fostered { "fostered by" } else { "child of" },
                        vec![it.one, it.other],
                    )
                }
                (NetKind::HalfSiblings, Source::Nobody) => ("half-brother or half-sister of", Vec::new()),
                (_, Source::Nobody) => ("brother or sister of", Vec::new()),
            };
            if !net.to.iter().any(|(it, _)| *it == person) {
                return None;
            }
            let others = || net.to.iter().map(|(it, _)| *it).filter(|it| *it != person).collect();
            let from = if from.is_empty() { others() } else { from };
            Some(format!("{words} {}", family.names(&from)))
        }
    }
}

pub(super) fn couple_words(kind: CoupleKind) -> &'static str {
    match kind {
        CoupleKind::Married => "married to",
        CoupleKind::Together => "partner of",
        CoupleKind::Separated => "former partner of",
        CoupleKind::Divorced => "divorced from",
        CoupleKind::NotSaid => "parent together with",
    }
}
