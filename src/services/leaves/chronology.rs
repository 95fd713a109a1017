//! The chronology: it builds itself from what is recorded, newest first (`domain.md` R41; `ux.md` S25).

use crate::model::source::Source;
use crate::navigation::{FamilyPage, Leaf as Place, Route, Sheet};
use crate::services::here::Here;
use crate::services::leaf::{Leaf, Moment, Part, Way};
use crate::services::sheets::source::address;
use crate::workbook::round::chronology::{Line, Origin};

pub(super) fn leaf(here: &Here<'_>) -> Leaf {
    let family = here.book.id;
    let add = Way::new("Add an event", Route::family(family, FamilyPage::sheet(Sheet::Event)));
    let mut parts = vec![
        Part::Words(
            "Visits, supervisions, ratings, plans and reviews stand here by themselves, and what was marked as \
             significant. Add what stands nowhere else."
                .to_owned(),
        ),
        Part::Actions { ways: vec![add], primary: true },
    ];
    let mut year = None;
    let mut moments: Vec<Moment> = Vec::new();
    for line in here.book.chronology().into_iter().rev() {
        let own = line.on.earliest().format("%Y").to_string();
        if year.as_ref() != Some(&own) {
            flush(&mut parts, &mut moments);
            parts.push(Part::Heading(own.clone()));
            year = Some(own);
        }
        moments.push(moment(here, line));
    }
    flush(&mut parts, &mut moments);
    Leaf { heading: Place::Chronology.title().to_owned(), caption: None, back: None, parts }
}

fn flush(parts: &mut Vec<Part>, moments: &mut Vec<Moment>) {
    if !moments.is_empty() {
        parts.push(Part::Timeline(std::mem::take(moments)));
    }
}

fn moment(here: &Here<'_>, line: Line) -> Moment {
    let book = here.book;
    let mut words = Vec::new();
    let names: Vec<String> = line.people.iter().map(|person| book.name_of(*person)).collect();
    if !names.is_empty() {
        words.push(format!("{}: {}", line.origin.label(), names.join(", ")));
    }
    if !line.significance.trim().is_empty() {
        words.push(line.significance.clone());
    }
    let views = line.childrens_views.iter().filter(|(_, view)| !view.trim().is_empty());
    words.extend(views.map(|(child, view)| format!("{}’s view: “{view}”", book.name_of(*child))));
    if !line.source.trim().is_empty() {
        words.push(format!("How we know: {}", line.source));
    }
    let until = line.until.map(|until| format!(" to {until}")).unwrap_or_default();
    let mark = |source: Source, what: &str| {
        let to = FamilyPage::sheet_of(Sheet::Mark, address(source));
        Way::new("Change the line", Route::family(book.id, to)).about(what)
    };
    let plan = |id| {
        let to = Route::family(book.id, FamilyPage::leaf_of(Place::Plan, id));
        Way::new("Open the plan", to).about(line.on.to_string())
    };
    let to = match line.origin {
        Origin::Event(id) => {
            let to = Route::family(book.id, FamilyPage::sheet_of(Sheet::Event, id));
            Some(Way::new("Change", to).about(line.what.clone()))
        }
        Origin::Visit(id) => {
            let to = Route::family(book.id, FamilyPage::sheet_of(Sheet::Visit, id));
            Some(Way::new("Open the visit", to).about(line.on.to_string()))
        }
        Origin::Entry(id) => Some(mark(Source::Entry(id), &line.what)),
        Origin::CaseNote(id) => Some(mark(Source::CaseNote(id), &line.what)),
        Origin::Plan(id) => Some(plan(id)),
        Origin::Review(id) => book.plan_reviews.current(id).map(|review| plan(review.plan)),
        _ => None,
    };
    Moment {
        title: line.what,
        on: line.on.earliest().to_string(),
        when: format!("{}{until}", line.on),
        by: Some(book.author_name(line.by)),
        words,
        to,
    }
}
