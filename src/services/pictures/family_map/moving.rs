//! Going from one to the next in a family map, and how large it is drawn.

use crate::model::ids::PersonId;

/// Where the keys lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Next,
    Before,
    First,
    Last,
}

/// Who comes then, in reading order; at the end of the picture it stays where it is, so that nobody goes round in
/// circles without noticing.
pub fn stepped(people: &[PersonId], at: Option<PersonId>, step: Step) -> Option<PersonId> {
    let here = at.and_then(|at| people.iter().position(|it| *it == at));
    let place = match (step, here) {
        (Step::Last, _) => people.len().checked_sub(1)?,
        (Step::First, _) | (_, None) => 0,
        (Step::Next, Some(here)) => (here + 1).min(people.len().checked_sub(1)?),
        (Step::Before, Some(here)) => here.saturating_sub(1),
    };
    people.get(place).copied()
}

/// How large a picture can be drawn, in hundredths of its own size.
const SIZES: [u32; 9] = [25, 35, 50, 70, 100, 140, 200, 280, 400];

/// The next size up.
pub fn larger(size: u32) -> u32 {
    SIZES.into_iter().find(|it| *it > size).unwrap_or(size)
}

/// The next size down.
pub fn smaller(size: u32) -> u32 {
    SIZES.into_iter().rev().find(|it| *it < size).unwrap_or(size)
}

/// The size at which all of a picture is in sight, and never more than its own.
pub fn fitting(width: i32, room: i32) -> u32 {
    let size = i64::from(room.max(0)) * 100 / i64::from(width.max(1));
    u32::try_from(size.clamp(10, 100)).unwrap_or(100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arrows_visit_everybody_once() {
        let people: Vec<PersonId> = (1..=5).map(|it| PersonId::from_bytes([it; 16])).collect();
        let mut visited = vec![stepped(&people, None, Step::Next).unwrap()];
        for _ in 1..people.len() {
            visited.push(stepped(&people, visited.last().copied(), Step::Next).unwrap());
        }
        assert_eq!(visited, people);
        let last = people.last().copied();
        assert_eq!(stepped(&people, last, Step::Next), last);
        assert_eq!(stepped(&people, last, Step::First), people.first().copied());
        assert_eq!(stepped(&people, people.first().copied(), Step::Before), people.first().copied());
        assert_eq!(stepped(&people, None, Step::Last), last);
        assert_eq!(stepped(&[], None, Step::Next), None);
    }

    #[test]
    fn sizes_go_up_and_down_and_stop() {
        assert_eq!((larger(100), smaller(100), larger(63), smaller(63)), (140, 70, 70, 50));
        assert_eq!((larger(400), smaller(25)), (400, 25));
        assert_eq!((fitting(1000, 500), fitting(500, 1000), fitting(0, 0)), (50, 100, 10));
    }
}
