//! Visits: when each child was last seen, and every visit, newest first (`domain.md` R76, R77; `ux.md` S24).

use chrono::NaiveDate;

use crate::model::dates::day_words;
use crate::model::ids::VisitId;
use crate::model::module::ModuleId;
use crate::model::source::Source;
use crate::model::subject::Subject;
use crate::model::visit::{Contact, Visit};
use crate::navigation::{FamilyPage, Leaf as Place, Route, Sheet};
use crate::policy::clocks::due::Due;
use crate::policy::profile::timescale::Timescale;
use crate::policy::profile::words::Concept;
use crate::services::here::Here;
use crate::services::leaf::{Card, Cell, Leaf, Part, Row, Tag, Tone, Way};
use crate::services::said::{in_showing, showing_words};
use crate::services::sheets::{children, source};
use crate::services::shown::title;
use crate::services::words::quoted;
use crate::workbook::decide::permission::Act;
use crate::workbook::round::visits::Evidence;

pub(super) fn leaf(here: &Here<'_>) -> Leaf {
    let book = here.book;
    let mut visits: Vec<(VisitId, &Visit)> = book.visits.all().collect();
    visits.sort_by_key(|(id, visit)| std::cmp::Reverse((visit.on, visit.from, *id)));
    let last = |child, alone: bool| {
        let seen = |visit: &&(VisitId, &Visit)| {
            let contact = visit.1.children.get(&child);
            contact.is_some_and(|it: &Contact| if alone { it.was_alone() } else { it.was_seen() })
        };
        let found = visits.iter().find(seen).map(|(_, visit)| day_words(visit.on));
        Cell::Words(found.unwrap_or_else(|| "Not yet".to_owned()))
    };
    let row = |child| vec![Cell::Words(book.name_of(child)), last(child, false), last(child, true)];
    let record = Way::new("Record a visit", Route::family(book.id, FamilyPage::sheet(Sheet::Visit)));
    let mut parts = Vec::new();
    if super::may(here, Act::RecordVisit) {
        parts.push(Part::Actions { ways: vec![record], primary: true });
    }
    parts.push(Part::Table {
        caption: "When each child was last seen".to_owned(),
        columns: ["Child", "Seen", "Seen alone"].map(str::to_owned).to_vec(),
        rows: children(book).into_iter().map(row).collect(),
    });
    let to = Route::family(book.id, FamilyPage::leaf(Place::Pictures));
    parts.push(Part::Actions { ways: vec![Way::new("Each child beside the others", to)], primary: false });
    parts.push(Part::Heading("Visits".to_owned()));
    if visits.is_empty() {
        let first = first_due(here).map_or_else(
            || "Visits appear here, newest first, once one is recorded.".to_owned(),
            |on| format!("First visit due by {}.", day_words(on)),
        );
        parts.push(Part::Words(first));
    }
    parts.extend(visits.iter().map(|(id, visit)| card(here, *id, visit)));
    parts.extend(shown(here));
    Leaf { heading: Place::Visits.title().to_owned(), caption: None, back: None, parts }
}

/// What the family was shown, newest first, with what each person said to it (`ux.md` SR13, S43).
fn shown(here: &Here<'_>) -> Vec<Part> {
    let book = here.book;
    let mut showings: Vec<_> = book.showings.all().collect();
    showings.sort_by_key(|(id, showing)| std::cmp::Reverse((showing.began, *id)));
    let mut parts = Vec::new();
    if !showings.is_empty() {
        parts.push(Part::Heading("Shown to the family".to_owned()));
    }
    for (id, showing) in showings {
        parts.push(Part::Subheading(showing_words(book, showing)));
        let rows = in_showing(book, id);
        parts.push(match rows.is_empty() {
            true => Part::Words("Nothing they said is kept with this visit.".to_owned()),
            false => Part::List(rows),
        });
        let pieces: Vec<Row> = showing.shown.iter().map(|(piece, _)| Row::new(title(book, *piece))).collect();
        let summary = format!("What was shown ({})", pieces.len());
        parts
            .extend((!pieces.is_empty()).then(|| Part::Details { summary, parts: vec![Part::List(pieces)] }));
    }
    parts
}

/// The visits whose note speaks to a module for somebody, newest first: it is not written there again.
pub fn in_module(here: &Here<'_>, module: ModuleId, subject: Subject) -> Option<Part> {
    let row = |evidence: &Evidence<'_>| match evidence {
        Evidence::Visit(id, thing) => thing.current().map(|visit| {
            let to = Route::family(here.book.id, FamilyPage::sheet_of(Sheet::Visit, id));
            let by = here.book.author_name(thing.first().author);
            let words = format!("Visit of {}", day_words(visit.on));
            Row { more: vec![visit.note.clone()], aside: Some(format!("by {by}")), ..Row::link(words, to) }
        }),
        Evidence::Entry(..) => None,
    };
    let rows: Vec<Row> = here.book.evidence_in(module, subject).iter().filter_map(row).collect();
    (!rows.is_empty()).then_some(Part::List(rows))
}

/// The day by which a child is to be seen, by what stands of the plan.
fn first_due(here: &Here<'_>) -> Option<NaiveDate> {
    let is_visit = |due: &&Due| {
        matches!(
            due.timescale,
            Timescale::T11Visit | Timescale::T20ChildInNeedVisit | Timescale::T20ChildProtectionVisit
        )
    };
    let (due, _) = super::due::worked_out(here.book, here.history, here.now);
    let visits = due.iter().filter(|due| due.is_outstanding()).filter(is_visit);
    visits.filter_map(|due| due.due.map(|when| when.day())).min()
}

fn card(here: &Here<'_>, id: VisitId, visit: &Visit) -> Part {
    let book = here.book;
    let mut facts: Vec<(String, String)> =
        visit.children.iter().map(|(child, contact)| (book.name_of(*child), said(contact))).collect();
    let mut add = |key: &str, words: &str| {
        if !words.trim().is_empty() {
            facts.push((key.to_owned(), words.to_owned()));
        }
    };
    add("Note", &visit.note);
    for quote in &visit.own_words {
        add(&format!("{} said", book.name_of(quote.who)), &quoted(&quote.words));
    }
    for (child, meaning) in &visit.meaning {
        add(&format!("What it is like to be {}", book.name_of(*child)), meaning);
    }
    let by: Vec<String> = visit.by.iter().map(|by| book.author_name(*by)).collect();
    add("By", &by.join(", "));
    let time = visit.from.map(|at| format!(", {}", at.format("%H:%M"))).unwrap_or_default();
    let tag = (!visit.saw_a_child()).then(|| Tag::new("No child seen", Tone::Attention));
    let system = here.profile().word(Concept::StatutorySystem);
    let there = book.visits_on_system.current(id);
    let there_words = there.map(|it| {
        let at = it.at.map(|at| format!(", {}", at.format("%H:%M"))).unwrap_or_default();
        let called =
            if it.reference.trim().is_empty() { String::new() } else { format!(": {}", it.reference) };
        format!("{}{at}{called}", day_words(it.on))
    });
    if let Some(words) = &there_words {
        facts.push((format!("On the {system}"), words.clone()));
    }
    let to = |sheet: Sheet, of: String| Route::family(book.id, FamilyPage::sheet_of(sheet, of));
    let mut ways = Vec::new();
    if super::may(here, Act::Chronology) {
        let own = Source::Visit(id);
        let words = if book.is_significant(own) { "In the chronology" } else { "Not in the chronology" };
        ways.push(Way::new(words, to(Sheet::Mark, source::address(own))));
    }
    if super::may(here, Act::RecordVisit) {
        let words =
            if there.is_some() { "Change where it stands" } else { "Recorded on the statutory system" };
        ways.push(Way::new(words, to(Sheet::OnSystem, id.to_string())));
        ways.push(Way::new("Change", to(Sheet::Visit, id.to_string())));
    }
    Part::Card(Card {
        title: format!("{}{time}, {}", day_words(visit.on), visit.place.label()),
        tag,
        facts,
        ways,
    })
}

pub(super) fn said(contact: &Contact) -> String {
    match contact {
        Contact::SeenAlone { .. } => "Seen, and alone".to_owned(),
        Contact::Seen { why_not_alone } if why_not_alone.trim().is_empty() => "Seen, not alone".to_owned(),
        Contact::Seen { why_not_alone } => format!("Seen, not alone: {why_not_alone}"),
        Contact::NotSeen { why, next } if next.trim().is_empty() => format!("Not seen: {why}"),
        Contact::NotSeen { why, next } => format!("Not seen: {why}. Next: {next}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::authority::Authority;
    use crate::policy::profile::history::ProfileHistory;
    use crate::services::sample::today;
    use crate::services::sheets::plan::tests::with_plan;
    use crate::services::sheets::tests::here;

    #[test]
    fn before_the_first_visit_the_page_says_by_when_it_is_due() {
        let (sample, _) = with_plan();
        let history = ProfileHistory::new(Authority::Warwickshire.profile().clone());
        let now = today().and_hms_opt(9, 0, 0).unwrap().and_utc();
        let here = Here { history: &history, authority: Authority::Warwickshire, now, ..here(&sample.book) };
        // Kayla’s plan of 20 November asks for a visit every 14 days.
        let says = |part: &Part| matches!(part, Part::Words(words) if words == "First visit due by 4 December 2026.");
        assert!(leaf(&here).parts.iter().any(says), "{:?}", leaf(&here).parts);
    }
}
