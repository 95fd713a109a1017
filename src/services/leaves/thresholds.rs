//! Where each child stands: the status on record, and every recommendation and decision with its reason and what the
//! family thinks (`domain.md` R59, R83; `ux.md` S22).

use crate::model::choices::Choice;
use crate::model::dates::day_words;
use crate::model::ids::{PersonId, StatusId};
use crate::model::status::{ChildStatus, PlanStatus};
use crate::navigation::{FamilyPage, Leaf as Place, Route, Sheet};
use crate::services::here::Here;
use crate::services::leaf::{Card, Leaf, Part, Way};
use crate::workbook::decide::way::Mistaken;

use super::way::in_error;

pub(super) fn leaf(here: &Here<'_>) -> Leaf {
    let book = here.book;
    let mut parts = vec![Part::Words(
        "What the team thinks informs the statutory decision and does not make it. The family is asked, and what they \
         think stands beside it."
            .to_owned(),
    )];
    for (child, _) in book.children() {
        parts.push(Part::Heading(book.name_of(child)));
        parts.push(status(here, child));
        let decisions = decisions(here, child);
        if decisions.is_empty() {
            parts.push(Part::Aside("Add the decision made when the family came to the team.".to_owned()));
        }
        parts.extend(decisions);
        parts.push(Part::Actions {
            ways: vec![
                way(here, "Decide or recommend a threshold", Sheet::Threshold, child),
                way(here, "Change status", Sheet::Status, child),
            ],
            primary: false,
        });
    }
    Leaf { heading: Place::Thresholds.title().to_owned(), caption: None, back: None, parts }
}

fn way(here: &Here<'_>, words: &str, sheet: Sheet, child: PersonId) -> Way {
    let to = Route::family(here.book.id, FamilyPage::sheet_of(sheet, child));
    Way::new(words, to).about(format!("of {}", here.book.name_of(child)))
}

fn status(here: &Here<'_>, child: PersonId) -> Part {
    let statuses = here.book.statuses_of(child);
    let line = |status: &ChildStatus| (format!("From {}", day_words(status.from)), words(status));
    let facts = match statuses.is_empty() {
        true => vec![("Status".to_owned(), "Nothing is recorded yet.".to_owned())],
        false => statuses.iter().rev().map(|(_, status)| line(status)).collect(),
    };
    let wrong = |(id, status): (StatusId, &ChildStatus)| {
        let way = in_error(here, Mistaken::Status(id));
        way.map(|way| {
            way.about(format!("the status of {} from {}", here.book.name_of(child), day_words(status.from)))
        })
    };
    let ways = statuses.into_iter().rev().filter_map(wrong).collect();
    Part::Card(Card { title: "Status".to_owned(), tag: None, facts, ways })
}

/// A status in one line: the plan, whether looked after, the order, and why.
fn words(status: &ChildStatus) -> String {
    let mut words = vec![status.plan.label().to_owned()];
    if status.looked_after {
        words.push("looked after".to_owned());
    }
    words.extend(status.legal.map(|legal| legal.label().to_owned()));
    if status.plan == PlanStatus::None {
        words.extend(status.no_plan_after.map(|why| why.label().to_owned()));
    }
    let why = if status.why.trim().is_empty() { String::new() } else { format!(". {}", status.why) };
    format!("{}{why}", words.join(", "))
}

/// Recommendations and decisions, newest first.
fn decisions(here: &Here<'_>, child: PersonId) -> Vec<Part> {
    let book = here.book;
    let card = |title: String, [why, view, not_asked]: [&str; 3], by: String, what: Mistaken| {
        let facts = [("Why", why), ("What the family thinks", view), ("Why they were not asked", not_asked)];
        let mut facts: Vec<(String, String)> = facts
            .into_iter()
            .filter(|(_, words)| !words.trim().is_empty())
            .map(|(key, words)| (key.to_owned(), words.to_owned()))
            .collect();
        facts.push(("By".to_owned(), by));
        Part::Card(Card { title, tag: None, facts, ways: in_error(here, what).into_iter().collect() })
    };
    let mut found = Vec::new();
    for (id, it) in book.threshold_decisions(child) {
        let by = book.thresholds.get(id).map(|thing| book.author_name(thing.latest().author));
        let title = format!("Decided {}: {}", day_words(it.on), it.to.label());
        let said = [it.why.as_str(), &it.family_view, &it.not_asked];
        found.push((it.on, 1, card(title, said, by.unwrap_or_default(), Mistaken::Decision(id))));
    }
    for (id, it) in book.threshold_recommendations(child) {
        let by = book.recommendations.get(id).map(|thing| book.author_name(thing.latest().author));
        let title = format!("Recommended {}: {}", day_words(it.on), it.to.label());
        let said = [it.why.as_str(), &it.family_view, ""];
        found.push((it.on, 0, card(title, said, by.unwrap_or_default(), Mistaken::Recommendation(id))));
    }
    found.sort_by_key(|(on, decided, _)| std::cmp::Reverse((*on, *decided)));
    found.into_iter().map(|(_, _, part)| part).collect()
}
