//! Families thrown by dice: every kind of tie between anybody, also those that no family has.

use hearth::pictures::genogram::{
    Couple, CoupleKind, Home, Link, LinkKind, Members, Move, Nudge, Person, Symbol,
};

/// A small generator of numbers, so that the same seed gives the same family on every machine.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, many: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut it = self.0;
        it = (it ^ (it >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        it = (it ^ (it >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((it ^ (it >> 31)) % u64::try_from(many.max(1)).unwrap()).unwrap()
    }

    fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())].clone()
    }
}

const NAMES: [&str; 8] = [
    "Amara",
    "Jo",
    "Bartholomew Featherstonehaugh",
    "李",
    "Kayla-Mae",
    "Wm",
    "Ifeoluwa Adebayo-Jones",
    "O’Neil",
];

pub fn family(dice: &mut Dice) -> (Members, Vec<Nudge>) {
    let mut members = Members { title: "The family".into(), ..Members::default() };
    let many = 1 + dice.below(16);
    for number in 0..many {
        let symbol = dice.one(&[
            Symbol::Square,
            Symbol::Circle,
            Symbol::Square,
            Symbol::Circle,
            Symbol::Diamond,
            Symbol::Triangle,
        ]);
        let child = dice.below(2) == 0;
        members.people.push(Person {
            key: format!("p{number}"),
            name: dice.one(&NAMES).to_owned(),
            age: dice.one(&["", "9", "About 63", "Due 14 March 2027"]).to_owned(),
            called: String::new(),
            order: i64::try_from(dice.below(30)).unwrap(),
            symbol,
            child,
            index: child && dice.below(2) == 0,
            died: dice.below(9) == 0,
        });
    }
    let key = |number: usize| format!("p{number}");
    // Mostly such as families are: each of a later number is born to one or two of earlier ones.
    for child in 1..many {
        let kind = dice.one(&[
            LinkKind::Birth,
            LinkKind::Birth,
            LinkKind::Birth,
            LinkKind::Adopted,
            LinkKind::Foster,
        ]);
        for _ in 0..dice.below(3) {
            members.links.push(Link { from: key(dice.below(child)), to: key(child), kind: kind.clone() });
        }
    }
    for _ in 0..dice.below(5) {
        let kind = dice.one(&[
            CoupleKind::Married,
            CoupleKind::Together,
            CoupleKind::Separated,
            CoupleKind::Divorced,
        ]);
        members.couples.push(Couple { one: key(dice.below(many)), other: key(dice.below(many)), kind });
    }
    // And some that nobody would think of.
    for _ in 0..dice.below(many) {
        let kind = dice.one(&[
            LinkKind::Birth,
            LinkKind::Step,
            LinkKind::Carer,
            LinkKind::Carer,
            LinkKind::Grandparent,
            LinkKind::AuntOrUncle,
            LinkKind::Sibling,
            LinkKind::HalfSibling,
            LinkKind::Other("neighbour who helps".into()),
        ]);
        members.links.push(Link { from: key(dice.below(many)), to: key(dice.below(many)), kind });
    }
    for _ in 0..dice.below(4) {
        let people = (0..dice.below(7)).map(|_| key(dice.below(many))).collect();
        members.homes.push(Home {
            name: dice.one(&["Mum’s home", "The house behind the chapel", "12"]).into(),
            people,
        });
    }
    for _ in 0..dice.below(2) {
        members.twins.push((0..2 + dice.below(2)).map(|_| key(dice.below(many))).collect());
    }
    let nudges = (0..dice.below(4))
        .map(|_| Nudge {
            key: key(dice.below(many)),
            towards: dice.one(&[Move::Left, Move::Right, Move::Up, Move::Down]),
        })
        .collect();
    (members, nudges)
}
