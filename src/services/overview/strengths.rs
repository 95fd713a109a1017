//! What is going well, as it was written in the modules.

use crate::workbook::fold::Workbook;

/// Something that is going well, as somebody wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strength {
    pub words: String,
    pub about: String,
    pub by: String,
    pub when: String,
}

/// The latest things that are going well, newest work first.
pub fn strengths(book: &Workbook, most: usize) -> Vec<Strength> {
    let mut found: Vec<_> = book
        .entries
        .iter()
        .filter_map(|(id, thing)| {
            let entry = thing.current()?;
            let words = entry.going_well.trim();
            (!words.is_empty()).then(|| {
                let strength = Strength {
                    words: words.to_owned(),
                    about: book.subject_name(entry.subject),
                    by: book.author_name(thing.latest().author),
                    when: entry.done_on.to_string(),
                };
                ((entry.done_on.earliest(), thing.first().recorded, id), strength)
            })
        })
        .collect();
    found.sort_by(|(a, _), (b, _)| b.cmp(a));
    found.into_iter().take(most).map(|(_, strength)| strength).collect()
}
