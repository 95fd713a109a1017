//! All wordings at once, letter by letter.
//!
//! They are kept as a tree of letters. From each letter of the text the tree is walked for as long as it goes
//! on, which costs a few steps; and from each beginning of a word it is walked once more for each way in which
//! one letter can be wrong, missing, too many, or swapped with the next. What it costs therefore grows with the
//! length of the text and hardly with how much is guarded.

use super::letters::{Gap, Letter};
use super::ordinary::is_common;
use super::wording::Wording;

/// What a wording that is found means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Means {
    /// The guarded thing with this number.
    Guarded(usize),
    /// One of the two that mean something together.
    Half { of: usize, second: bool },
}

/// Where a wording was found: from one letter to before another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Hit {
    pub means: Means,
    pub from: usize,
    pub to: usize,
}

#[derive(Debug, Default)]
struct Node {
    /// In the order of the letters.
    next: Vec<(char, usize)>,
    /// The wordings that end here.
    ends: Vec<usize>,
    /// Whether one that may have a wrong letter goes through here.
    slips: bool,
}

#[derive(Debug)]
pub(super) struct Tree {
    nodes: Vec<Node>,
    wordings: Vec<(Wording, Means)>,
}

/// Which letter is not as it should be.
#[derive(Debug, Clone, Copy)]
enum Slip {
    /// The wording’s letter at this place is wrong or missing.
    At(usize),
    /// It and the next have changed places.
    Swap(usize),
    /// One too many stands before it.
    Before(usize),
}

/// A walk that has reached a node at this place of the wording, with so many letters of the text read.
#[derive(Debug, Clone, Copy)]
struct Walk {
    node: usize,
    place: usize,
    read: usize,
    slip: Option<(Slip, usize)>,
}

impl Tree {
    pub(super) fn new() -> Self {
        Self { nodes: vec![Node::default()], wordings: Vec::new() }
    }

    pub(super) fn add(&mut self, wording: Wording, means: Means) {
        if wording.letters().is_empty() {
            return;
        }
        let slips = wording.may_slip();
        let mut at = 0;
        for letter in wording.letters() {
            at = self.grow(at, *letter);
            if let Some(node) = self.nodes.get_mut(at) {
                node.slips |= slips;
            }
        }
        let number = self.wordings.len();
        let known = |other: &usize| self.wordings.get(*other) == Some(&(wording.clone(), means));
        if self.nodes.get(at).is_some_and(|node| node.ends.iter().any(known)) {
            return;
        }
        if let Some(node) = self.nodes.get_mut(at) {
            node.ends.push(number);
        }
        self.wordings.push((wording, means));
    }

    fn grow(&mut self, at: usize, letter: char) -> usize {
        let new = self.nodes.len();
        let Some(node) = self.nodes.get_mut(at) else { return at };
        match node.next.binary_search_by_key(&letter, |(letter, _)| *letter) {
            Ok(place) => node.next.get(place).map_or(at, |(_, next)| *next),
            Err(place) => {
                node.next.insert(place, (letter, new));
                self.nodes.push(Node::default());
                new
            }
        }
    }

    fn next(&self, node: usize, letter: char) -> Option<usize> {
        let next = &self.nodes.get(node)?.next;
        let place = next.binary_search_by_key(&letter, |(letter, _)| *letter).ok()?;
        next.get(place).map(|(_, node)| *node)
    }

    /// Everything that is found, in order.
    pub(super) fn hits(&self, letters: &[Letter]) -> Vec<Hit> {
        let mut hits = Vec::new();
        for (from, first) in letters.iter().enumerate() {
            self.as_written(letters, from, &mut hits);
            if from == 0 || first.gap != Gap::None || first.turn {
                self.with_a_slip(letters, from, &mut hits);
            }
        }
        hits.sort_unstable();
        hits.dedup();
        hits
    }

    fn as_written(&self, letters: &[Letter], from: usize, hits: &mut Vec<Hit>) {
        let mut at = 0;
        for (read, letter) in letters.iter().enumerate().skip(from) {
            let Some(next) = self.next(at, letter.like) else { return };
            at = next;
            self.end(at, |wording| wording.fits(letters, from, read + 1, false), from, read + 1, hits);
        }
    }

    fn end(&self, node: usize, fits: impl Fn(&Wording) -> bool, from: usize, to: usize, hits: &mut Vec<Hit>) {
        let ends = self.nodes.get(node).map(|node| node.ends.as_slice()).unwrap_or_default();
        let fitting =
            ends.iter().filter_map(|end| self.wordings.get(*end)).filter(|(wording, _)| fits(wording));
        hits.extend(fitting.map(|(_, means)| Hit { means: *means, from, to }));
    }

    fn with_a_slip(&self, letters: &[Letter], from: usize, hits: &mut Vec<Hit>) {
        let mut walks = vec![Walk { node: 0, place: 0, read: from, slip: None }];
        while let Some(walk) = walks.pop() {
            let Some(node) = self.nodes.get(walk.node) else { continue };
            if let Some((slip, wrong)) = walk.slip {
                let fits = |wording: &Wording| {
                    let may = match slip {
                        Slip::At(place) => wording.may_slip_at(place),
                        Slip::Swap(place) => wording.may_slip_at(place) && wording.may_slip_at(place + 1),
                        Slip::Before(place) => wording.may_grow_at(place),
                    };
                    may && wording.fits(letters, from, walk.read, true) && !is_a_word(letters, wrong)
                };
                self.end(walk.node, fits, from, walk.read, hits);
            } else if node.slips || walk.place == 0 {
                self.slips(node, walk, letters, &mut walks);
            }
            let letter = letters.get(walk.read);
            if let Some(next) = letter.and_then(|letter| self.next(walk.node, letter.like)) {
                walks.push(Walk { node: next, place: walk.place + 1, read: walk.read + 1, ..walk });
            }
        }
    }

    /// Each way in which the next letter can be wrong.
    fn slips(&self, node: &Node, walk: Walk, letters: &[Letter], walks: &mut Vec<Walk>) {
        let Walk { place, read, .. } = walk;
        let here = letters.get(read);
        let go = |node, place, to, slip| Walk { node, place, read: to, slip: Some((slip, read)) };
        for (letter, next) in &node.next {
            if !self.nodes.get(*next).is_some_and(|node| node.slips) {
                continue;
            }
            walks.push(go(*next, place + 1, read, Slip::At(place)));
            if here.is_some_and(|here| here.like != *letter) {
                walks.push(go(*next, place + 1, read + 1, Slip::At(place)));
            }
        }
        let after = letters.get(read + 1);
        if here.is_some() {
            walks.push(go(walk.node, place, read + 1, Slip::Before(place)));
        }
        if let (Some(here), Some(after)) = (here, after)
            && here.like != after.like
            && let Some(next) = self.next(walk.node, after.like).and_then(|next| self.next(next, here.like))
        {
            walks.push(go(next, place + 2, read + 2, Slip::Swap(place)));
        }
    }
}

/// Whether the word with the wrong letter is a word in its own right: "harder" is not "Harper". Between two
/// words, it can be either of them.
fn is_a_word(letters: &[Letter], at: usize) -> bool {
    let at = at.min(letters.len().saturating_sub(1));
    let between = at > 0 && letters.get(at).is_some_and(|it| it.gap != Gap::None);
    is_common(&word_at(letters, at)) && (!between || is_common(&word_at(letters, at - 1)))
}

fn word_at(letters: &[Letter], at: usize) -> String {
    let apart = |it: &Letter| it.gap != Gap::None;
    let begin = letters.get(..=at).unwrap_or_default().iter().rposition(apart).unwrap_or(0);
    let word = letters.iter().skip(begin).enumerate().take_while(|(place, it)| *place == 0 || !apart(it));
    word.map(|(_, it)| it.plain).collect()
}

#[cfg(test)]
mod tests {
    use super::super::letters::letters;
    use super::*;

    fn found(wordings: &[&[&str]], text: &str) -> Vec<usize> {
        let mut tree = Tree::new();
        for (number, words) in wordings.iter().enumerate() {
            tree.add(Wording::of(words.iter()), Means::Guarded(number));
        }
        let mut found: Vec<usize> = tree
            .hits(&letters([text]))
            .into_iter()
            .filter_map(|hit| match hit.means {
                Means::Guarded(number) => Some(number),
                Means::Half { .. } => None,
            })
            .collect();
        found.dedup();
        found
    }

    #[test]
    fn one_letter_may_be_wrong_in_a_distinctive_word() {
        let wordings: &[&[&str]] = &[&["larkspur", "road"], &["harper"], &["elm", "road"]];
        for text in [
            "Larkspr Road",
            "Larkspurr Road",
            "Larskpur Road",
            "Markspur Road",
            "Larkspux road",
            "arkspur road",
        ] {
            assert_eq!(found(wordings, text), [0], "{text}");
        }
        for text in ["Larkspr Rood", "Lrkspr Road", "Elms Roads", "Eln Road", "harder", "carper", "Arper"] {
            assert_eq!(found(wordings, text), [] as [usize; 0], "{text}");
        }
        assert_eq!(found(wordings, "Harpr and Harper, elm road"), [1, 2]);
    }

    #[test]
    fn nothing_is_wanted_of_nothing() {
        assert_eq!(found(&[&[]], "anything"), [] as [usize; 0]);
        assert_eq!(found(&[&["harper"]], ""), [] as [usize; 0]);
    }
}
