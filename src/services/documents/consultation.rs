//! A consultation as a paper for whoever gave the advice and whoever answers for the work: what was talked about, what was
//! advised, and by whom (`domain.md` R44, R93; WAR 11.3).

use crate::model::ids::NoteId;
use crate::navigation::{FamilyPage, Sheet};
use crate::services::leaves::names;
use crate::services::sheets::source;

use super::blocks::{all_labelled, labelled, wrote};
use super::sheaf::Sheaf;

pub(super) fn gather(sheaf: &mut Sheaf<'_>, id: NoteId) {
    let here = sheaf.here;
    let Some(thing) = here.book.case_notes.get(id) else { return };
    let Some(note) = thing.current() else { return };
    let on = crate::model::dates::day_words(note.on);
    let when = note.at.map_or(on.clone(), |at| format!("{on}, {}", at.format("%H:%M")));
    sheaf.begin("What was talked about");
    sheaf.extend(all_labelled([
        ("When".to_owned(), when),
        ("With".to_owned(), note.with.clone()),
        ("About".to_owned(), names(here.book, &note.about)),
        ("Looks at".to_owned(), note.looks_at.map(|it| source::words(here.book, it)).unwrap_or_default()),
    ]));
    sheaf.extend(labelled("What was said", &note.text));
    sheaf.put(wrote(&here, thing));
    sheaf.extend(super::family::protected(&here));
    sheaf.begin("What was advised or decided");
    sheaf.extend(labelled("Advice", &note.advice));
    sheaf.extend(labelled("Copied to", &note.copied_to));
    for (words, said) in [
        ("What was advised is not recorded yet", &note.advice),
        ("Who has a copy is not recorded yet", &note.copied_to),
    ] {
        if said.trim().is_empty() {
            sheaf.needs(words, FamilyPage::sheet_of(Sheet::Note, id));
        }
    }
}
