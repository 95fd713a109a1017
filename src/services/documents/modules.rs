//! What is recorded in one module, as documents have it: strengths first, then needs, what people said themselves, what
//! it means for each child, and after each who wrote it and when (`domain.md` R67).

use chrono::NaiveDate;

use crate::model::dates::day_words;
use crate::model::entry::Entry;
use crate::model::ids::{EntryId, PersonId};
use crate::model::module::ModuleId;
use crate::model::sharing::Piece;
use crate::model::subject::Subject;
use crate::navigation::FamilyPage;
use crate::programme;
use crate::programme::definition::About;
use crate::reports::{Block, Level};
use crate::services::entry_reading::stage_words;
use crate::services::here::Here;
use crate::workbook::fact::Part;
use crate::workbook::round::visits::Evidence;
use crate::workbook::versioned::Versioned;

use super::blocks::{labelled, source, wrote};
use super::sheaf::Sheaf;

/// The heading of a module's section.
pub(super) fn title(module: ModuleId) -> String {
    format!("Module {}: {}", module.number(), programme::module(module).title)
}

/// Whom a module is about, of those of whom a document tells: the parents first.
pub(super) fn subjects(module: ModuleId, parents: &[Subject], children: &[PersonId]) -> Vec<Subject> {
    let children = children.iter().copied().map(Subject::Person);
    match programme::module(module).about {
        About::Parents => parents.to_vec(),
        About::Children => children.collect(),
        About::Everyone => parents.iter().copied().chain(children).collect(),
    }
}

/// A section with everything that is recorded in a module about these subjects.
pub(super) fn section(sheaf: &mut Sheaf<'_>, module: ModuleId, subjects: &[Subject]) {
    sheaf.begin(title(module));
    for subject in subjects {
        // Each under the name of whom it is about: what is said of two people stays apart (`domain.md` E2, rule 10).
        let name = sheaf.here.book.subject_name(*subject);
        sheaf.heading(Level::Second, format!("About {name}"));
        about(sheaf, module, *subject);
    }
}

fn about(sheaf: &mut Sheaf<'_>, module: ModuleId, subject: Subject) {
    let here = sheaf.here;
    statement(sheaf, module, subject);
    let mut entries = here.book.entries_in(module, subject);
    entries.reverse();
    let whole: Vec<(EntryId, &Versioned<Entry>, &Entry)> =
        entries.into_iter().filter_map(|(id, thing)| Some((id, thing, thing.current()?))).collect();
    sheaf.heading(Level::Third, "What is going well");
    for (id, thing, entry) in &whole {
        words(sheaf, Piece::GoingWell(*id), thing, entry);
    }
    sheaf.heading(Level::Third, "What needs to be different");
    for (id, thing, entry) in &whole {
        words(sheaf, Piece::Needs(*id), thing, entry);
    }
    sheaf.heading(Level::Third, "In their own words");
    for (id, thing, entry) in &whole {
        quotes(sheaf, *id, thing, entry);
    }
    stages(sheaf, &whole);
    for child in children(&whole) {
        sheaf.heading(Level::Third, format!("What it means for {}", here.book.name_of(child)));
        for (id, thing, entry) in whole.iter().filter(|(_, _, entry)| entry.analysis.contains_key(&child)) {
            words(sheaf, Piece::Analysis(*id, child), thing, entry);
        }
    }
    visits(sheaf, module, subject);
}

/// What workers made of where somebody is in a change: theirs to judge, so for professionals alone.
fn stages(sheaf: &mut Sheaf<'_>, whole: &[(EntryId, &Versioned<Entry>, &Entry)]) {
    let Some((_, _, first)) = whole.iter().find(|(_, _, entry)| entry.stage.is_some()) else { return };
    let what = format!("Stages of change in module {}", first.module.number());
    if !sheaf.is_for_the_team(what, FamilyPage::Module { subject: first.subject, module: first.module }) {
        return;
    }
    sheaf.heading(Level::Third, "Stage of change");
    for (_, thing, entry) in whole {
        if let Some(of) = &entry.stage {
            let name = sheaf.here.book.name_of(of.who);
            sheaf.put(Block::Paragraph(format!("{name}. {}", stage_words(of))));
            sheaf.put(Block::Aside(source(&sheaf.here, thing, entry)));
        }
    }
}

/// Each child of whom anything is analysed, once.
fn children(whole: &[(EntryId, &Versioned<Entry>, &Entry)]) -> Vec<PersonId> {
    let mut children: Vec<PersonId> = Vec::new();
    for child in whole.iter().flat_map(|(_, _, entry)| entry.analysis.keys()) {
        if !children.contains(child) {
            children.push(*child);
        }
    }
    children
}

/// Every entry since a day, the newest work first.
pub(super) fn entries_since<'a>(
    here: &Here<'a>,
    since: Option<NaiveDate>,
) -> Vec<(EntryId, &'a Versioned<Entry>, &'a Entry)> {
    let all = here.book.entries.iter().filter_map(|(id, thing)| Some((id, thing, thing.current()?)));
    let mut found: Vec<_> =
        all.filter(|(_, _, entry)| since.is_none_or(|since| entry.done_on.latest() >= since)).collect();
    found.sort_by_key(|(id, thing, entry)| {
        std::cmp::Reverse((entry.done_on.earliest(), thing.first().recorded, *id))
    });
    found
}

/// A piece as it is written, and where it is from.
pub(super) fn words(sheaf: &mut Sheaf<'_>, piece: Piece, thing: &Versioned<Entry>, entry: &Entry) {
    let Some((read, written)) = sheaf.piece(piece) else { return };
    for block in Block::paragraphs(&read.words) {
        sheaf.write(block, Some(written.clone()));
    }
    let from = match sheaf.reader.is_professional() {
        true => source(&sheaf.here, thing, entry),
        false => format!("{}.", entry.done_on),
    };
    sheaf.put(Block::Aside(from));
}

fn quotes(sheaf: &mut Sheaf<'_>, id: EntryId, thing: &Versioned<Entry>, entry: &Entry) {
    let mut who: Vec<PersonId> = Vec::new();
    for quote in &entry.own_words {
        if !who.contains(&quote.who) {
            who.push(quote.who);
            quotes_of(sheaf, id, thing, entry, quote.who);
        }
    }
}

/// Everything that one person said, as an entry has it.
pub(super) fn quotes_of(
    sheaf: &mut Sheaf<'_>,
    id: EntryId,
    thing: &Versioned<Entry>,
    entry: &Entry,
    person: PersonId,
) {
    let Some((read, written)) = sheaf.piece(Piece::OwnWords(id, person)) else { return };
    let name = sheaf.here.book.name_of(person);
    let by = match sheaf.reader.is_professional() {
        true => format!("{name}. {}", source(&sheaf.here, thing, entry)),
        false => format!("{name}, {}", entry.done_on),
    };
    match read.said_by {
        Some(_) => sheaf.write(Block::Quote { words: read.words, by }, Some(written)),
        // Words that a worker put for theirs are nobody's own.
        None => {
            for block in Block::paragraphs(&read.words) {
                sheaf.write(block, Some(written.clone()));
            }
        }
    }
}

/// What the team makes of it so far.
fn statement(sheaf: &mut Sheaf<'_>, module: ModuleId, subject: Subject) {
    let here = sheaf.here;
    let Some(thing) = here.book.statements.get(Part { module, subject }) else { return };
    let Some(statement) = thing.current() else { return };
    let said = [
        ("Strengths", &statement.strengths),
        ("Needs", &statement.needs),
        ("What it means", &statement.analysis),
    ];
    if said.iter().all(|(_, words)| words.trim().is_empty()) {
        return;
    }
    let what = format!("What the team makes of module {}", module.number());
    if sheaf.is_for_the_team(what, FamilyPage::Module { subject, module }) {
        sheaf.heading(Level::Third, "What the team makes of it");
        sheaf.extend(said.into_iter().flat_map(|(name, words)| labelled(name, words)));
        sheaf.put(wrote(&here, thing));
    }
}

/// The visits whose note speaks to the module: it is not written there again.
fn visits(sheaf: &mut Sheaf<'_>, module: ModuleId, subject: Subject) {
    let here = sheaf.here;
    sheaf.heading(Level::Third, "From visits");
    for evidence in here.book.evidence_in(module, subject).into_iter().rev() {
        let Evidence::Visit(id, thing) = evidence else { continue };
        let Some(visit) = thing.current() else { continue };
        if let Some((read, written)) = sheaf.piece(Piece::Visit(id)) {
            for block in Block::paragraphs(&read.words) {
                sheaf.write(block, Some(written.clone()));
            }
            match sheaf.reader.is_professional() {
                true => sheaf.put(wrote(&here, thing)),
                false => sheaf.put(Block::Aside(format!("Visit of {}.", day_words(visit.on)))),
            }
        }
    }
}
