//! Visits: when each child was last seen, and every visit, newest first (`domain.md` R76, R77; `ux.md` S24).

use crate::model::dates::day_words;
use crate::model::ids::VisitId;
use crate::model::visit::{Contact, Visit};
use crate::navigation::{FamilyPage, Leaf as Place, Route, Sheet};
use crate::services::here::Here;
use crate::services::leaf::{Card, Cell, Leaf, Part, Tag, Tone, Way};
use crate::services::sheets::children;

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
    let mut parts = vec![Part::Actions { ways: vec![record], primary: true }];
    parts.push(Part::Table {
        caption: "When each child was last seen".to_owned(),
        columns: ["Child", "Seen", "Seen alone"].map(str::to_owned).to_vec(),
        rows: children(book).into_iter().map(row).collect(),
    });
    parts.push(Part::Heading("Visits".to_owned()));
    if visits.is_empty() {
        parts.push(Part::Words("Visits appear here, newest first, once one is recorded.".to_owned()));
    }
    parts.extend(visits.iter().map(|(id, visit)| card(here, *id, visit)));
    Leaf { heading: Place::Visits.title().to_owned(), caption: None, back: None, parts }
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
        add(&format!("{} said", book.name_of(quote.who)), &format!("“{}”", quote.words));
    }
    for (child, meaning) in &visit.meaning {
        add(&format!("What it is like to be {}", book.name_of(*child)), meaning);
    }
    let by: Vec<String> = visit.by.iter().map(|by| book.author_name(*by)).collect();
    add("By", &by.join(", "));
    let time = visit.from.map(|at| format!(", {}", at.format("%H:%M"))).unwrap_or_default();
    let tag = (!visit.saw_a_child()).then(|| Tag::new("No child seen", Tone::Attention));
    let change = Route::family(book.id, FamilyPage::sheet_of(Sheet::Visit, id));
    Part::Card(Card {
        title: format!("{}{time}, {}", day_words(visit.on), visit.place.label()),
        tag,
        facts,
        ways: vec![Way::new("Change", change)],
    })
}

fn said(contact: &Contact) -> String {
    match contact {
        Contact::SeenAlone { .. } => "Seen, and alone".to_owned(),
        Contact::Seen { why_not_alone } if why_not_alone.trim().is_empty() => "Seen, not alone".to_owned(),
        Contact::Seen { why_not_alone } => format!("Seen, not alone: {why_not_alone}"),
        Contact::NotSeen { why, next } if next.trim().is_empty() => format!("Not seen: {why}"),
        Contact::NotSeen { why, next } => format!("Not seen: {why}. Next: {next}"),
    }
}
