//! The family of a genogram, checked: everybody once, in an order that hangs on nothing but who they are, and nobody
//! their own parent.

use std::collections::{BTreeMap, BTreeSet};

use super::members::{CoupleKind, LinkKind, Members, Person};

/// Two people side by side; `one` comes first in the family.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pair {
    pub one: usize,
    pub other: usize,
    pub kind: CoupleKind,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Bond {
    pub kind: LinkKind,
    pub from: usize,
    pub to: usize,
}

/// Something that cannot be: it is not drawn, and whoever looks is told.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("{parent} cannot be a parent of {child}, who comes before them in the same line")]
    OwnAncestor { parent: String, child: String },
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Family {
    pub(super) title: String,
    pub(super) people: Vec<Person>,
    pub(super) couples: Vec<Pair>,
    pub(super) bonds: Vec<Bond>,
    pub(super) homes: Vec<(String, Vec<usize>)>,
    pub(super) twins: Vec<Vec<usize>>,
}

impl Family {
    /// The family of these members, and what of them cannot be.
    pub fn checked(members: &Members) -> (Self, Vec<Fault>) {
        let mut people: Vec<Person> = Vec::new();
        for person in &members.people {
            if people.iter().all(|it| it.key != person.key) {
                people.push(person.clone());
            }
        }
        people.sort_by(|a, b| (a.order, &a.name, &a.key).cmp(&(b.order, &b.name, &b.key)));
        let places: BTreeMap<String, usize> =
            people.iter().enumerate().map(|(place, person)| (person.key.clone(), place)).collect();
        let place = |key: &String| places.get(key).copied();
        let bonds: BTreeSet<Bond> = members
            .links
            .iter()
            .filter_map(|link| {
                Some(Bond { kind: link.kind.clone(), from: place(&link.from)?, to: place(&link.to)? })
            })
            .filter(|bond| bond.from != bond.to)
            .map(Bond::in_order)
            .collect();
        let mut family = Self { title: members.title.clone(), people, ..Self::default() };
        let mut faults = Vec::new();
        for bond in bonds {
            match bond.kind.is_parent() && family.comes_before(bond.to, bond.from) {
                true => faults.push(Fault::OwnAncestor {
                    parent: family.name(bond.from).to_owned(),
                    child: family.name(bond.to).to_owned(),
                }),
                false => family.bonds.push(bond),
            }
        }
        let told = members
            .couples
            .iter()
            .filter_map(|couple| Some((place(&couple.one)?, place(&couple.other)?, couple.kind)));
        family.couples = family.pairs(told.collect());
        let keys = |keys: &Vec<String>| keys.iter().filter_map(place).collect::<BTreeSet<usize>>();
        let mut homes: Vec<(String, Vec<usize>)> = members
            .homes
            .iter()
            .map(|home| (home.name.clone(), keys(&home.people).into_iter().collect::<Vec<_>>()))
            .filter(|(_, people)| !people.is_empty())
            .collect();
        homes.sort_by_key(|(name, people)| (std::cmp::Reverse(people.len()), people.clone(), name.clone()));
        family.homes = homes;
        let born_together = |people: &Vec<usize>| {
            let first = people.first().map(|it| family.parents(*it, &LinkKind::Birth));
            people.len() > 1 && people.iter().all(|it| Some(family.parents(*it, &LinkKind::Birth)) == first)
        };
        let mut twins: Vec<Vec<usize>> =
            members.twins.iter().map(|it| keys(it).into_iter().collect()).filter(born_together).collect();
        twins.sort();
        twins.dedup();
        family.twins = twins;
        (family, faults)
    }

    /// Each two people once, as what is recorded of them most strongly; two who have a child together are a pair.
    fn pairs(&self, told: Vec<(usize, usize, CoupleKind)>) -> Vec<Pair> {
        let mut pairs: BTreeMap<(usize, usize), CoupleKind> = BTreeMap::new();
        let with_child = (0..self.people.len()).flat_map(|child| {
            [LinkKind::Birth, LinkKind::Adopted].into_iter().filter_map(move |kind| {
                match self.parents(child, &kind).as_slice() {
                    [one, other, ..] => Some((*one, *other, CoupleKind::NotSaid)),
                    _ => None,
                }
            })
        });
        for (one, other, kind) in told.into_iter().chain(with_child) {
            if one != other {
                let known = pairs.entry((one.min(other), one.max(other))).or_insert(kind);
                *known = kind.min(*known);
            }
        }
        pairs.into_iter().map(|((one, other), kind)| Pair { one, other, kind }).collect()
    }

    pub(super) fn name(&self, place: usize) -> &str {
        self.people.get(place).map_or("", |person| &person.name)
    }

    /// "Amara, Joe and Kayla".
    pub(super) fn names(&self, places: &[usize]) -> String {
        let names: Vec<&str> = places.iter().map(|it| self.name(*it)).collect();
        match names.split_last() {
            None => String::new(),
            Some((last, [])) => (*last).to_owned(),
            Some((last, before)) => format!("{} and {last}", before.join(", ")),
        }
    }

    /// Everybody who is this to somebody.
    pub(super) fn parents(&self, child: usize, kind: &LinkKind) -> Vec<usize> {
        self.bonds.iter().filter(|it| it.to == child && it.kind == *kind).map(|it| it.from).collect()
    }

    /// Everybody from whom somebody comes: by birth or adoption, or fostered by them.
    pub(super) fn all_parents(&self, child: usize) -> BTreeSet<usize> {
        self.bonds.iter().filter(|it| it.to == child && it.kind.is_parent()).map(|it| it.from).collect()
    }

    /// Whether a line of parents leads from the one down to the other.
    fn comes_before(&self, before: usize, after: usize) -> bool {
        let mut reached = BTreeSet::from([before]);
        let mut ahead = vec![before];
        while let Some(at) = ahead.pop() {
            for bond in self.bonds.iter().filter(|it| it.from == at && it.kind.is_parent()) {
                if reached.insert(bond.to) {
                    ahead.push(bond.to);
                }
            }
        }
        reached.contains(&after)
    }

    pub(super) fn couple(&self, one: usize, other: usize) -> Option<usize> {
        let (one, other) = (one.min(other), one.max(other));
        self.couples.iter().position(|it| it.one == one && it.other == other)
    }
}

impl Bond {
    /// Brothers and sisters stand to each other as the other does: such a bond is one, whoever recorded it first.
    fn in_order(self) -> Self {
        match self.kind {
            LinkKind::Sibling | LinkKind::HalfSibling => {
                Self { from: self.from.min(self.to), to: self.from.max(self.to), kind: self.kind }
            }
            _ => self,
        }
    }
}

impl LinkKind {
    pub(super) fn is_parent(&self) -> bool {
        matches!(self, Self::Birth | Self::Adopted | Self::Foster)
    }
}
