//! How a text came to be what it is: what each version added and took away.

use similar::{ChangeTag, TextDiff};

/// A run of words in the difference between two versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    Same(String),
    Added(String),
    Removed(String),
}

/// The difference between two texts, word by word, runs of one kind joined.
pub fn difference(before: &str, after: &str) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    for change in TextDiff::from_words(before, after).iter_all_changes() {
        let words = change.value();
        match (change.tag(), changes.last_mut()) {
            (ChangeTag::Equal, Some(Change::Same(run)))
            | (ChangeTag::Insert, Some(Change::Added(run)))
            | (ChangeTag::Delete, Some(Change::Removed(run))) => run.push_str(words),
            (ChangeTag::Equal, _) => changes.push(Change::Same(words.to_owned())),
            (ChangeTag::Insert, _) => changes.push(Change::Added(words.to_owned())),
            (ChangeTag::Delete, _) => changes.push(Change::Removed(words.to_owned())),
        }
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_texts_can_be_read_back_from_the_difference() {
        let cases = [
            ("", ""),
            ("", "Kayla slept well."),
            ("Kayla slept well.", "Kayla slept very well at Nan's."),
            ("one\ntwo  three", "one\nthree"),
            ("שלום kayla 🎈", "שלום Kayla 🎈🎈"),
        ];
        for (before, after) in cases {
            let changes = difference(before, after);
            let side = |kept: fn(&Change) -> Option<&String>| {
                changes.iter().filter_map(kept).cloned().collect::<String>()
            };
            let old = side(|c| match c {
                Change::Same(t) | Change::Removed(t) => Some(t),
                Change::Added(_) => None,
            });
            let new = side(|c| match c {
                Change::Same(t) | Change::Added(t) => Some(t),
                Change::Removed(_) => None,
            });
            assert_eq!((old.as_str(), new.as_str()), (before, after));
        }
    }
}
