//! What the family is shown, in the words chosen for them, and what they said.

use crate::navigation::{FamilyPage, Leaf};
use crate::services::search::Passage;
use crate::services::shown::title;
use crate::workbook::fold::Workbook;

use super::{Place, add, by};

pub(super) fn passages<'a>(book: &'a Workbook, found: &mut Vec<Passage<'a>>) {
    let place =
        |what, by| Place { section: "Shown to the family", what, by, page: FamilyPage::leaf(Leaf::Sharing) };
    for (piece, thing) in book.shared.iter() {
        let Some(shared) = thing.current() else { continue };
        let texts =
            std::iter::once(&shared.family_words).chain(shared.translations.values().map(|it| &it.words));
        add(book, found, place(title(book, piece), by(book, thing.latest())), texts);
    }
    for (_, thing) in book.said.iter() {
        let Some(said) = thing.current() else { continue };
        let what = format!("What {} said", book.name_of(said.who));
        let texts = [&said.words, &said.why_not_less, &said.what_next];
        add(book, found, place(what, by(book, thing.latest())), texts);
    }
}
