//! Everything in a workbook that somebody wrote in words, with the page where it stands. A new kind of record that
//! holds prose is named here.
//!
//! Search is the team's. What a colleague keeps to themselves is not found: a summary that is not handed in, and a
//! rating before all are shown together.

mod round;
mod shown;
mod way;
mod work;

use crate::model::entry::Entry;
use crate::model::ids::PractitionerId;
use crate::navigation::{FamilyPage, Route};
use crate::workbook::fact::Part;
use crate::workbook::fold::Workbook;
use crate::workbook::versioned::Version;

use super::Passage;

/// Every passage of a workbook that this reader may read, as it stands now.
pub fn passages(book: &Workbook, reader: PractitionerId) -> Vec<Passage<'_>> {
    let mut found = Vec::new();
    entries(book, &mut found);
    statements(book, &mut found);
    people(book, &mut found);
    work::passages(book, &mut found);
    round::passages(book, reader, &mut found);
    way::passages(book, &mut found);
    shown::passages(book, &mut found);
    found.retain(|passage| !passage.text.trim().is_empty());
    found
}

fn by<T>(book: &Workbook, version: &Version<T>) -> String {
    book.author_name(version.author)
}

fn entries<'a>(book: &'a Workbook, found: &mut Vec<Passage<'a>>) {
    for (id, thing) in book.entries.iter() {
        let Some(entry) = thing.current() else { continue };
        let Entry { module, subject, done_on, .. } = entry;
        let page = FamilyPage::EntryHistory { subject: *subject, module: *module, entry: id };
        let what = format!("Module {} for {}, {done_on}", module.number(), book.subject_name(*subject));
        let texts = [&entry.going_well, &entry.needs, &entry.others_present].into_iter();
        let texts =
            texts.chain(entry.analysis.values()).chain(entry.own_words.iter().map(|quote| &quote.words));
        let texts = texts.chain(entry.stage.iter().map(|stage| &stage.change));
        found.extend(texts.map(|text| Passage {
            text,
            section: "Programme",
            what: what.clone(),
            by: by(book, thing.latest()),
            route: Route::family(book.id, page.clone()),
        }));
    }
}

fn statements<'a>(book: &'a Workbook, found: &mut Vec<Passage<'a>>) {
    for (Part { module, subject }, thing) in book.statements.iter() {
        let Some(statement) = thing.current() else { continue };
        let what = format!("Module {} for {}, assessment", module.number(), book.subject_name(subject));
        let route = Route::family(book.id, FamilyPage::Module { subject, module });
        let texts = [&statement.strengths, &statement.needs, &statement.analysis];
        found.extend(texts.map(|text| Passage {
            text,
            section: "Programme",
            what: what.clone(),
            by: by(book, thing.latest()),
            route: route.clone(),
        }));
    }
}

fn people<'a>(book: &'a Workbook, found: &mut Vec<Passage<'a>>) {
    for (id, thing) in book.people.iter() {
        let Some(person) = thing.current() else { continue };
        let texts = [&person.name, &person.known_as, &person.notes, &person.communication_needs];
        let route = Route::family(book.id, FamilyPage::Person { person: id });
        found.extend(texts.map(|text| Passage {
            text,
            section: "People",
            what: person.display_name().to_owned(),
            by: by(book, thing.latest()),
            route: route.clone(),
        }));
    }
}

/// Where a passage stands: the part of the workbook, what it is, who wrote it, and its page.
struct Place {
    section: &'static str,
    what: String,
    by: String,
    page: FamilyPage,
}

/// All texts of one record.
fn add<'a>(
    book: &Workbook,
    found: &mut Vec<Passage<'a>>,
    place: Place,
    texts: impl IntoIterator<Item = &'a String>,
) {
    let Place { section, what, by, page } = place;
    let route = Route::family(book.id, page);
    found.extend(texts.into_iter().map(|text| Passage {
        text,
        section,
        what: what.clone(),
        by: by.clone(),
        route: route.clone(),
    }));
}
