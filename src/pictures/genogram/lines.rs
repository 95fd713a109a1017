//! Which lines a family needs, before anybody knows where they run. What others say already needs none: the mother of a
//! mother is seen to be a grandmother.

use std::collections::{BTreeMap, BTreeSet};

use super::each::Each;
use super::family::{Bond, Family};
use super::members::{CoupleKind, LinkKind};
use crate::pictures::scene::{Dash, Ink, Stroke};

/// Where a line begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Source {
    /// The line between the two of a couple.
    Couple(usize),
    One(usize),
    /// Brothers and sisters whose parents are not recorded: a line above them.
    Nobody,
}

/// One line, with everybody to whom it leads, and how it comes down to each of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Net {
    pub source: Source,
    pub to: Vec<(usize, Dash)>,
    pub stroke: Stroke,
    pub kind: NetKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum NetKind {
    Descent,
    Fostered,
    Carer,
    Siblings,
    HalfSiblings,
    /// Said in words beneath the one that it begins at.
    Said,
}

impl NetKind {
    fn stroke(self) -> Stroke {
        let (width, dash, ink) = match self {
            Self::Descent | Self::Siblings => (2, Dash::Whole, Ink::Black),
            Self::Fostered => (2, Dash::Dotted, Ink::Black),
            Self::Carer => (2, Dash::Mixed, Ink::Black),
            Self::HalfSiblings => (2, Dash::Dashed, Ink::Black),
            Self::Said => (2, Dash::Dotted, Ink::Grey),
        };
        Stroke { width, dash, ink }
    }
}

/// Every line but those between couples.
pub(super) fn nets(family: &Family, rank: &Each<i32>) -> Vec<Net> {
    let mut to: BTreeMap<(NetKind, Source), BTreeSet<(usize, u8)>> = BTreeMap::new();
    for child in 0..family.people.len() {
        if let Some(couple) = adopted_by_partner(family, rank, child) {
            to.entry((NetKind::Descent, Source::Couple(couple))).or_default().insert((child, 1));
        }
        for kind in [LinkKind::Birth, LinkKind::Adopted, LinkKind::Foster] {
            if kind != LinkKind::Foster && adopted_by_partner(family, rank, child).is_some() {
                continue;
            }
            let drawn = if kind == LinkKind::Foster { NetKind::Fostered } else { NetKind::Descent };
            for source in sources(family, rank, &family.parents(child, &kind)) {
                let dashed = u8::from(kind == LinkKind::Adopted);
                to.entry((drawn, source)).or_default().insert((child, dashed));
            }
        }
    }
    for bond in family.bonds.iter().filter(|it| is_drawn(family, it)) {
        let kind = match bond.kind {
            LinkKind::Carer => NetKind::Carer,
            _ => NetKind::Said,
        };
        // A line comes down; between two rows it begins at whoever stands higher.
        let (from, below) = match rank.at(bond.from) <= rank.at(bond.to) {
            true => (bond.from, bond.to),
            false => (bond.to, bond.from),
        };
        to.entry((kind, Source::One(from))).or_default().insert((below, 0));
    }
    let mut nets: Vec<Net> = to
        .into_iter()
        .flat_map(|((kind, source), to)| {
            let row = source.row(family, rank);
            let (beside, below): (Vec<_>, Vec<_>) =
                to.into_iter().partition(|(it, _)| Some(rank.at(*it)) == row);
            [below, beside].into_iter().filter(|it| !it.is_empty()).map(move |to| net(kind, source, to))
        })
        .collect();
    for (kind, drawn) in
        [(LinkKind::Sibling, NetKind::Siblings), (LinkKind::HalfSibling, NetKind::HalfSiblings)]
    {
        let together = siblings(family, rank, &kind);
        nets.extend(
            together
                .into_iter()
                .map(|all| net(drawn, Source::Nobody, all.into_iter().map(|it| (it, 0)).collect())),
        );
    }
    nets
}

fn net(kind: NetKind, source: Source, to: Vec<(usize, u8)>) -> Net {
    let stroke = kind.stroke();
    // Somebody may be recorded as born to and adopted by the same two: it is one line.
    let mut each: BTreeMap<usize, u8> = BTreeMap::new();
    for (person, dashed) in to {
        let known = each.entry(person).or_insert(dashed);
        *known = dashed.max(*known);
    }
    let dash = |dashed: u8| if dashed == 1 { Dash::Dashed } else { stroke.dash };
    let to = each.into_iter().map(|(person, dashed)| (person, dash(dashed))).collect();
    Net { source, to, stroke, kind }
}

impl Source {
    fn row(self, family: &Family, rank: &Each<i32>) -> Option<i32> {
        match self {
            Self::Couple(couple) => family.couples.get(couple).map(|it| rank.at(it.one)),
            Self::One(person) => Some(rank.at(person)),
            Self::Nobody => None,
        }
    }
}

/// Two parents on one row, as the couple they are; anybody else alone.
fn sources(family: &Family, rank: &Each<i32>, parents: &[usize]) -> Vec<Source> {
    if let [one, other] = parents
        && rank.at(*one) == rank.at(*other)
        && let Some(couple) = family.couple(*one, *other)
    {
        return vec![Source::Couple(couple)];
    }
    let mut rest = parents;
    let mut sources = Vec::new();
    if let [one, other, more @ ..] = parents
        && !more.is_empty()
        && rank.at(*one) == rank.at(*other)
        && let Some(couple) = family.couple(*one, *other)
    {
        sources.push(Source::Couple(couple));
        rest = more;
    }
    sources.extend(rest.iter().map(|it| Source::One(*it)));
    sources
}

/// The couple of somebody's one parent by birth and the partner who adopted them.
fn adopted_by_partner(family: &Family, rank: &Each<i32>, child: usize) -> Option<usize> {
    let (birth, adopted) =
        (family.parents(child, &LinkKind::Birth), family.parents(child, &LinkKind::Adopted));
    match (birth.as_slice(), adopted.as_slice()) {
        ([one], [other]) if rank.at(*one) == rank.at(*other) => family.couple(*one, *other),
        _ => None,
    }
}

/// Whether a bond has a line, or words, of its own.
pub(super) fn is_drawn(family: &Family, bond: &Bond) -> bool {
    let parents = family.all_parents(bond.to);
    match &bond.kind {
        LinkKind::Birth | LinkKind::Adopted | LinkKind::Foster => false,
        LinkKind::Sibling | LinkKind::HalfSibling => false,
        LinkKind::Step => !parents.iter().any(|it| family.couple(*it, bond.from).is_some()),
        LinkKind::Grandparent => !parents.iter().any(|it| family.all_parents(*it).contains(&bond.from)),
        LinkKind::AuntOrUncle => !parents.iter().any(|it| are_siblings(family, *it, bond.from)),
        LinkKind::Carer => !parents.contains(&bond.from),
        LinkKind::Other(_) => true,
    }
}

fn share_a_parent(family: &Family, one: usize, other: usize) -> bool {
    !family.all_parents(one).is_disjoint(&family.all_parents(other))
}

fn are_siblings(family: &Family, one: usize, other: usize) -> bool {
    let (first, second) = (one.min(other), one.max(other));
    let said = |it: &Bond| {
        it.from == first && it.to == second && matches!(it.kind, LinkKind::Sibling | LinkKind::HalfSibling)
    };
    one != other && (share_a_parent(family, one, other) || family.bonds.iter().any(said))
}

/// Brothers and sisters of whom no shared parent says so, those together who hang together.
fn siblings(family: &Family, rank: &Each<i32>, kind: &LinkKind) -> Vec<BTreeSet<usize>> {
    let mut all: Vec<BTreeSet<usize>> = Vec::new();
    for bond in family.bonds.iter().filter(|it| it.kind == *kind) {
        if rank.at(bond.from) != rank.at(bond.to) || share_a_parent(family, bond.from, bond.to) {
            continue;
        }
        let mut joined = BTreeSet::from([bond.from, bond.to]);
        all.retain(|set| {
            let apart = set.is_disjoint(&joined);
            if !apart {
                joined.extend(set);
            }
            apart
        });
        all.push(joined);
    }
    all.sort();
    all
}

/// How the line between a couple looks.
pub(super) fn couple_stroke(kind: CoupleKind) -> Stroke {
    let dash = if kind == CoupleKind::NotSaid { Dash::Dotted } else { Dash::Whole };
    Stroke { width: 2, dash, ink: Ink::Black }
}

/// How many strokes cross the line between a couple.
pub(super) fn slashes(kind: CoupleKind) -> usize {
    match kind {
        CoupleKind::Married | CoupleKind::Together | CoupleKind::NotSaid => 0,
        CoupleKind::Separated => 1,
        CoupleKind::Divorced => 2,
    }
}
