//! The family report for a conference or a review, from what everybody recorded (`domain.md` R40). For people of the
//! family it holds what was chosen to be shown to them, what they do well first.

use chrono::NaiveDate;

use crate::model::dates::day_words;
use crate::model::ids::PersonId;
use crate::model::module::ModuleId;
use crate::model::sharing::Piece;
use crate::model::subject::Subject;
use crate::navigation::{FamilyPage, Leaf, Sheet};
use crate::reports::{Block, Level};
use crate::services::here::Here;
use crate::services::leaves::standing;
use crate::services::sheets::summary::said;
use crate::services::shown::readers;
use crate::workbook::round::summaries::{Handed, handed};

use super::blocks::{actions_table, all_labelled, wrote};
use super::drawings::Shows;
use super::plan::goals;
use super::sheaf::Sheaf;
use super::{family, modules};

pub(super) fn gather(sheaf: &mut Sheaf<'_>) {
    if !sheaf.reader.is_professional() {
        return for_people(sheaf);
    }
    let here = sheaf.here;
    let since = since(&here);
    gaps(sheaf);
    sheaf.begin("About the family");
    sheaf.extend(since.map(|since| {
        Block::Paragraph(format!("Work since the last review of the plan, on {}.", day_words(since)))
    }));
    sheaf.extend(family::separations(&here));
    sheaf.extend(family::people(&here));
    sheaf.extend(family::standing(&here));
    sheaf.extend(family::team(&here));
    sheaf.draw(Shows::FamilyTree);
    sheaf.draw(Shows::Supports);
    work(sheaf, since);
    children(sheaf, since);
    sheaf.begin("What each worker says");
    summaries(sheaf, since);
    sheaf.begin("The agreed rating");
    sheaf.extend(family::rating(&here));
    sheaf.draw(Shows::Ratings);
    sheaf.begin("How the plan goes");
    for (id, plan) in standing(here.book) {
        goals(sheaf, id, plan);
    }
    let open = here.book.open_actions();
    sheaf.extend(actions_table(&here, "What is still to be done", &open));
    last_modules(sheaf);
    thresholds(sheaf);
}

/// Since when this report tells: the last review of a plan that stands.
fn since(here: &Here<'_>) -> Option<NaiveDate> {
    let reviews = standing(here.book).into_iter().flat_map(|(id, _)| here.book.reviews_of(id));
    reviews.map(|(_, review)| review.on).filter(|on| *on <= here.today).max()
}

fn gaps(sheaf: &mut Sheaf<'_>) {
    let here = sheaf.here;
    let nothing = |module: ModuleId| !here.book.entries.all().any(|(_, entry)| entry.module == module);
    for module in [ModuleId::M7, ModuleId::M8] {
        if nothing(module) {
            sheaf.needs(
                format!("Needs {}", modules::title(module).replacen('M', "m", 1)),
                FamilyPage::Programme,
            );
        }
    }
    if standing(here.book).is_empty() {
        sheaf.needs("No plan is recorded yet", FamilyPage::leaf(Leaf::Plans));
    }
    if here.book.agreed_rating().is_none() && crate::services::supervision::is_rated(&here) {
        sheaf.needs("No rating is agreed yet", FamilyPage::leaf(Leaf::Supervision));
    }
    for (child, _) in here.book.children() {
        let quoted =
            here.book.entries.all().any(|(_, it)| it.own_words.iter().any(|quote| quote.who == child));
        if !quoted && here.book.visits_to(child).is_empty() && here.book.in_workflow(child) {
            let words = format!("Nothing that {} said or showed is recorded yet", here.book.name_of(child));
            sheaf.needs(words, FamilyPage::sheet(Sheet::Visit));
        }
    }
}

/// What goes well before what needs to be different.
fn work(sheaf: &mut Sheaf<'_>, since: Option<NaiveDate>) {
    let entries = modules::entries_since(&sheaf.here, since);
    sheaf.begin("What is going well");
    for (id, thing, entry) in &entries {
        modules::words(sheaf, Piece::GoingWell(*id), thing, entry);
    }
    sheaf.begin("What needs to be different");
    for (id, thing, entry) in &entries {
        modules::words(sheaf, Piece::Needs(*id), thing, entry);
    }
}

/// Each child: what they said, what the work means for them, and when they were seen.
fn children(sheaf: &mut Sheaf<'_>, since: Option<NaiveDate>) {
    let here = sheaf.here;
    sheaf.begin("Each child");
    let entries = modules::entries_since(&here, since);
    for (child, _) in here.book.children() {
        let name = here.book.name_of(child);
        sheaf.heading(Level::Second, name.clone());
        sheaf.heading(Level::Third, format!("What {name} said and showed"));
        for (id, thing, entry) in
            entries.iter().filter(|(_, _, it)| it.own_words.iter().any(|own| own.who == child))
        {
            modules::quotes_of(sheaf, *id, thing, entry, child);
        }
        visits(sheaf, child, since);
        sheaf.heading(Level::Third, format!("What it means for {name}"));
        for (id, thing, entry) in entries.iter().filter(|(_, _, it)| it.analysis.contains_key(&child)) {
            modules::words(sheaf, Piece::Analysis(*id, child), thing, entry);
        }
    }
}

fn visits(sheaf: &mut Sheaf<'_>, child: PersonId, since: Option<NaiveDate>) {
    let here = sheaf.here;
    for seen in here.book.visits_to(child) {
        if since.is_some_and(|since| seen.visit.on < since) {
            continue;
        }
        let by = format!("{}, visit of {}", here.book.name_of(child), day_words(seen.visit.on));
        let own = seen.visit.own_words.iter().filter(|quote| quote.who == child);
        sheaf.extend(own.map(|quote| Block::Quote { words: quote.words.clone(), by: by.clone() }));
        let meaning = seen.visit.meaning.get(&child).map(String::as_str).unwrap_or_default();
        let words = format!("Visit of {}", day_words(seen.visit.on));
        sheaf.extend(super::blocks::labelled(words, meaning));
    }
}

/// The last summary of each worker that is ready.
fn summaries(sheaf: &mut Sheaf<'_>, since: Option<NaiveDate>) {
    let here = sheaf.here;
    let ready = here.book.summaries.iter().filter_map(|(of, thing)| {
        let Handed::In { at, .. } = handed(thing) else { return None };
        let summary = thing.current().filter(|it| since.is_none_or(|since| it.period.until >= since))?;
        Some((of, at, thing, summary))
    });
    let mut ready: Vec<_> = ready.collect();
    ready.sort_by_key(|(of, at, _, _)| (of.practitioner, std::cmp::Reverse(*at)));
    ready.dedup_by_key(|(of, _, _, _)| of.practitioner);
    ready.sort_by_key(|(of, at, _, _)| (*at, of.practitioner));
    for (of, _, thing, summary) in ready {
        sheaf.heading(Level::Second, here.book.author_name(of.practitioner));
        sheaf.extend(all_labelled(said(here.book, &summary.text)));
        sheaf.put(wrote(&here, thing));
    }
}

/// The analysis and recommendations, and what the family thinks.
fn last_modules(sheaf: &mut Sheaf<'_>) {
    let subjects: Vec<Subject> = sheaf.here.book.subjects();
    for module in [ModuleId::M7, ModuleId::M8] {
        modules::section(sheaf, module, &subjects);
    }
}

fn thresholds(sheaf: &mut Sheaf<'_>) {
    let here = sheaf.here;
    sheaf.begin("Recommended and decided");
    for (child, _) in here.book.children() {
        sheaf.extend(super::leaving::thresholds_of(&here, child));
    }
}

/// What was chosen for them, under plain headings.
fn for_people(sheaf: &mut Sheaf<'_>) {
    const SECTIONS: [&str; 8] = [
        "What is going well",
        "What needs to be different",
        "What was said",
        "What it means",
        "What was agreed",
        "What was decided",
        "What happens next",
        "Who is helping",
    ];
    let of = |piece: &Piece| match piece {
        Piece::GoingWell(_) => 0,
        Piece::Needs(_) | Piece::Visit(_) => 1,
        Piece::OwnWords(..) | Piece::Said(_) => 2,
        Piece::Analysis(..) => 3,
        Piece::Action(_) => 4,
        Piece::Threshold(_) => 5,
        Piece::Supervision(_) => 6,
        Piece::Worker(_) => 7,
    };
    let pieces = sheaf.here.book.pieces();
    for (place, title) in SECTIONS.into_iter().enumerate() {
        sheaf.begin(title);
        for piece in pieces.iter().filter(|piece| of(piece) == place) {
            piece_of(sheaf, *piece);
        }
    }
    if readers(sheaf.here.book).is_empty() {
        sheaf.needs("Nobody of the family is recorded yet", FamilyPage::People);
    }
}

/// A piece as people of the family read it.
pub(super) fn piece_of(sheaf: &mut Sheaf<'_>, piece: Piece) {
    let Some((read, written)) = sheaf.piece(piece) else { return };
    if let Some(by) = read.said_by {
        return sheaf.write(Block::Quote { words: read.words, by }, Some(written));
    }
    for block in Block::paragraphs(&read.words) {
        sheaf.write(block, Some(written.clone()));
    }
    if !read.more.is_empty() {
        sheaf.write(Block::Aside(format!("{}.", read.more.join(", "))), Some(written));
    }
}
