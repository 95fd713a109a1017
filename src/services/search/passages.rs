//! Everything in a workbook that somebody wrote in words. A new kind of record that holds prose is named here.

use crate::model::entry::Entry;
use crate::model::ids::PersonId;
use crate::navigation::{FamilyPage, Leaf, Route};
use crate::workbook::fact::Part;
use crate::workbook::fold::Workbook;
use crate::workbook::versioned::Version;

use super::Passage;

/// Every passage of a workbook, as it stands now.
pub fn passages(book: &Workbook) -> Vec<Passage<'_>> {
    let mut found = Vec::new();
    entries(book, &mut found);
    statements(book, &mut found);
    people(book, &mut found);
    way(book, &mut found);
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

/// Consent: what was explained, and why.
fn way<'a>(book: &'a Workbook, found: &mut Vec<Passage<'a>>) {
    for (of, thing) in book.consents.iter() {
        let Some(consent) = thing.current() else { continue };
        let person: PersonId = of.person;
        found.extend([&consent.explained, &consent.why, &consent.named].map(|text| Passage {
            text,
            section: "Consent",
            what: format!("Consent of {}", book.name_of(person)),
            by: by(book, thing.latest()),
            route: Route::family(book.id, FamilyPage::leaf(Leaf::Consent)),
        }));
    }
}
