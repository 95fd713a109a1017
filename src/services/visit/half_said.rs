//! What people are still writing on the family's pages, and when it must be sealed.

use std::collections::BTreeMap;

use super::answer::{Answer, Asked};
use crate::services::pace::Pace;

/// One box has one draft for each person: who they are, and what they answer.
type Whose = (Option<u32>, Asked);

#[derive(Debug, Clone)]
struct Open {
    answer: Answer,
    /// The random name under which it lies sealed, over and over, until it is said.
    name: String,
    pace: Pace,
}

/// All that is half said.
#[derive(Debug, Clone, Default)]
pub struct HalfSaid(BTreeMap<Whose, Open>);

/// What is to be sealed: which change of which answer, and under which name.
#[derive(Debug, Clone, PartialEq)]
pub struct ToSeal {
    pub answer: Answer,
    pub name: String,
    pub change: u64,
}

impl HalfSaid {
    /// Keeps what stands in the box now.
    pub fn keep(&mut self, answer: Answer, now_ms: u64, fresh_name: impl FnOnce() -> String) {
        let whose = whose(&answer);
        let open = self.0.entry(whose).or_insert_with(|| Open {
            answer: answer.clone(),
            name: fresh_name(),
            pace: Pace::default(),
        });
        open.answer = answer;
        open.pace.typed(now_ms);
    }

    /// What somebody had begun to write, for when they come back to it.
    pub fn get(&self, who: Option<u32>, to: &Asked) -> Option<&Answer> {
        self.0.get(&(who, to.clone())).map(|open| &open.answer)
    }

    /// What should be sealed now.
    pub fn due(&self, now_ms: u64) -> Vec<ToSeal> {
        self.select(|pace| pace.is_due(now_ms))
    }

    /// Everything that is not sealed yet.
    pub fn unsaved(&self) -> Vec<ToSeal> {
        self.select(Pace::is_unsaved)
    }

    fn select(&self, wanted: impl Fn(&Pace) -> bool) -> Vec<ToSeal> {
        let to_seal = |open: &Open| ToSeal {
            answer: open.answer.clone(),
            name: open.name.clone(),
            change: open.pace.change(),
        };
        self.0.values().filter(|open| wanted(&open.pace)).map(to_seal).collect()
    }

    /// Notes that a change lies sealed.
    pub fn sealed(&mut self, done: &ToSeal, now_ms: u64) {
        if let Some(open) = self.0.get_mut(&whose(&done.answer)).filter(|open| open.name == done.name) {
            open.pace.written(done.change, now_ms);
        }
    }

    /// Whether it is still being written, under this name.
    pub fn is_open(&self, chosen: &ToSeal) -> bool {
        self.0.get(&whose(&chosen.answer)).is_some_and(|open| open.name == chosen.name)
    }

    /// The name under which the draft of an answer lies.
    pub fn name_of(&self, answer: &Answer) -> Option<String> {
        self.0.get(&whose(answer)).map(|open| open.name.clone())
    }

    /// It was said.
    pub fn remove(&mut self, answer: &Answer) {
        self.0.remove(&whose(answer));
    }
}

fn whose(answer: &Answer) -> Whose {
    (answer.who, answer.to.clone())
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;

    fn keep(half: &mut HalfSaid, who: u32, words: &str, now_ms: u64) {
        let new = Answer::new(Some(who), Asked::Nothing, DateTime::UNIX_EPOCH);
        half.keep(Answer { words: words.to_owned(), ..new }, now_ms, || format!("name of {who}"));
    }

    #[test]
    fn what_is_typed_is_due_within_a_second_and_under_one_name() {
        let mut half = HalfSaid::default();
        for beat in 0..8 {
            keep(&mut half, 0, &"x".repeat(beat + 1), 1_000 + 100 * beat as u64);
        }
        let due = half.due(1_750);
        assert_eq!((due.len(), due[0].name.as_str(), due[0].answer.words.len()), (1, "name of 0", 8));
        half.sealed(&due[0], 1_760);
        assert!(half.unsaved().is_empty());
        keep(&mut half, 0, "and more", 2_000);
        assert_eq!(half.due(2_250)[0].name, "name of 0");
    }

    #[test]
    fn two_people_have_a_draft_each() {
        let mut half = HalfSaid::default();
        keep(&mut half, 0, "mine", 0);
        keep(&mut half, 1, "yours", 0);
        assert_eq!(half.get(Some(0), &Asked::Nothing).unwrap().words, "mine");
        assert_eq!(half.get(Some(1), &Asked::Nothing).unwrap().words, "yours");
        assert_eq!(half.get(None, &Asked::Nothing), None);
        assert_eq!(half.unsaved().len(), 2);
    }

    #[test]
    fn what_was_said_is_no_draft_any_more() {
        let mut half = HalfSaid::default();
        keep(&mut half, 0, "mine", 0);
        let chosen = half.unsaved().remove(0);
        assert_eq!(half.name_of(&chosen.answer).as_deref(), Some("name of 0"));
        half.remove(&chosen.answer);
        assert!(!half.is_open(&chosen) && half.unsaved().is_empty());
    }
}
