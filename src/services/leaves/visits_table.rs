//! The visits of a family as a file for a spreadsheet. Nobody of the family stands in it by name (`domain.md` R76, R77, E2).

use chrono::NaiveTime;

use crate::model::ids::PersonId;
use crate::model::visit::{Contact, Place, Visit};
use crate::policy::csv::csv;
use crate::services::here::Here;

pub(super) const NOT_ENCRYPTED: &str = "A file for a spreadsheet is not encrypted: whoever has the file can read it. The \
    family stands in it by the four characters of its id, and a child by a number, the eldest first. Workers stand in it \
    by name. What was seen and said is not in it. Keep it where your authority keeps such data, and delete it from this \
    device when it is there.";

/// A line for each child of each visit, oldest first.
pub(super) fn table(here: &Here<'_>) -> String {
    let book = here.book;
    let names =
        ["Family", "On", "From", "Until", "Statutory visit", "Where", "By", "Child", "Seen", "Seen alone"];
    let eldest_first: Vec<PersonId> = book.children().into_iter().map(|(id, _)| id).collect();
    let number = |child: PersonId| match eldest_first.iter().position(|id| *id == child) {
        Some(place) => format!("Child {}", place + 1),
        None => "A child".to_owned(),
    };
    let mut visits: Vec<_> = book.visits.all().collect();
    visits.sort_by_key(|(id, visit)| (visit.on, visit.from, *id));
    let of_child = |visit: &Visit, child: PersonId, contact: &Contact| {
        let by: Vec<String> = visit.by.iter().map(|worker| book.author_name(*worker)).collect();
        [
            book.id.short(),
            visit.on.to_string(),
            time(visit.from),
            time(visit.until),
            yes(visit.statutory),
            place_of(&visit.place),
            by.join("; "),
            number(child),
            yes(contact.was_seen()),
            yes(contact.was_alone()),
        ]
    };
    let mut lines = vec![names.map(str::to_owned)];
    for (_, visit) in visits {
        lines.extend(visit.children.iter().map(|(child, contact)| of_child(visit, *child, contact)));
    }
    csv(lines.iter().map(|line| line.iter().map(String::as_str)))
}

/// Words of somebody's own could name anybody.
fn place_of(place: &Place) -> String {
    match place {
        Place::Elsewhere(_) => "elsewhere".to_owned(),
        place => place.label().to_owned(),
    }
}

fn time(at: Option<NaiveTime>) -> String {
    at.map(|at| at.format("%H:%M").to_string()).unwrap_or_default()
}

fn yes(is: bool) -> String {
    if is { "Yes" } else { "No" }.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::services::example;

    #[test]
    fn every_child_of_every_visit_is_a_line_and_no_one_is_named() {
        let book = example::book();
        let file = table(&crate::services::sheets::tests::here(&book));
        let lines: Vec<&str> = file.lines().collect();
        let wanted: usize = book.visits.all().map(|(_, visit)| visit.children.len()).sum();
        assert!(wanted > 0);
        assert_eq!(lines.len(), wanted + 1);
        assert!(lines[1].starts_with(&book.id.short()), "{}", lines[1]);
        for (id, _) in book.people.all() {
            assert!(!file.contains(&book.name_of(id)), "{}", book.name_of(id));
        }
    }
}
