//! Overwriting what was shown, so that it is not found in the page's memory.

use zeroize::Zeroize;

use crate::model::family_view::{Earlier, FamilyView, Helper, Item, Viewer};
use crate::model::sharing::Translation;

/// Overwrites every word of a view, and empties it. A new field does not compile until it is wiped too.
pub fn wipe(view: &mut FamilyView) {
    let FamilyView { people, items, helpers, language, worker, today } = view;
    people.iter_mut().for_each(wipe_viewer);
    items.iter_mut().for_each(wipe_item);
    for Helper { name, does } in helpers.iter_mut() {
        name.zeroize();
        does.zeroize();
    }
    language.zeroize();
    worker.zeroize();
    *today = None;
    people.clear();
    items.clear();
    helpers.clear();
}

fn wipe_viewer(viewer: &mut Viewer) {
    let Viewer { name, child: _, age, scales } = viewer;
    name.zeroize();
    *age = None;
    for Earlier { on: _, number, words } in scales.values_mut().flatten() {
        *number = 0;
        words.zeroize();
    }
}

fn wipe_item(item: &mut Item) {
    let Item { number: _, heading: _, words, translations, said_by, who, on, how_often, kept, came_of_it } =
        item;
    for Translation { words, by } in translations.values_mut() {
        words.zeroize();
        by.zeroize();
    }
    for words in [words, how_often, came_of_it].into_iter().chain(said_by.as_mut()).chain(who.as_mut()) {
        words.zeroize();
    }
    (*on, *kept) = (None, None);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::sharing::Heading;

    #[test]
    fn nothing_is_left_of_a_view() {
        let mut item = Item {
            number: 1,
            heading: Heading::Well,
            words: "You get Kayla to school".to_owned(),
            translations: [(
                "cy".to_owned(),
                Translation { words: "Ysgol".to_owned(), by: "Nia".to_owned() },
            )]
            .into(),
            said_by: Some("Amara".to_owned()),
            who: Some("Sam".to_owned()),
            on: Some(chrono::NaiveDate::default()),
            how_often: "Every day".to_owned(),
            kept: Some(true),
            came_of_it: "She likes it".to_owned(),
        };
        wipe_item(&mut item);
        let words = format!("{item:?}");
        for gone in ["Kayla", "Ysgol", "Nia", "Amara", "Sam", "Every", "likes", "1970"] {
            assert!(!words.contains(gone), "{gone} in {words}");
        }
        let mut view = FamilyView {
            people: vec![Viewer {
                name: "Amara".to_owned(),
                child: false,
                age: Some(30),
                scales: Default::default(),
            }],
            items: vec![item],
            helpers: vec![Helper { name: "Rana".to_owned(), does: "helps".to_owned() }],
            language: "en-GB".to_owned(),
            worker: "Sam".to_owned(),
            today: Some(chrono::NaiveDate::default()),
        };
        wipe(&mut view);
        assert_eq!(view, FamilyView::default());
    }
}
