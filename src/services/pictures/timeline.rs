//! The chronology as a timeline with a lane for each child (`ux.md` S25; `domain.md` R41).
//!
//! It draws the lines it is given: the whole chronology is the team's, so whoever makes a document for one person gives
//! the lines that this person may read.

use std::collections::BTreeSet;

use crate::model::dates::Known;
use crate::model::ids::PersonId;
use crate::pictures::timeline::{Event, Kind, Timeline, drawn, table};
use crate::services::here::Here;
use crate::workbook::round::chronology::{Line, Origin};

use super::Drawn;

/// These lines, oldest first, with lanes for these children; none where there is nothing to draw.
pub fn timeline(here: &Here<'_>, lines: &[Line], children: &[PersonId]) -> Option<Drawn> {
    if lines.is_empty() {
        return None;
    }
    let names = children.iter().map(|child| here.book.name_of(*child));
    let timeline = Timeline {
        title: "Timeline".to_owned(),
        lanes: std::iter::once("The family".to_owned()).chain(names).collect(),
        events: lines.iter().zip(1..).map(|(line, number)| event(here, line, number, children)).collect(),
    };
    Some((drawn(&timeline), table(&timeline)))
}

fn event(here: &Here<'_>, line: &Line, number: usize, children: &[PersonId]) -> Event {
    let names: Vec<String> = line.people.iter().map(|person| here.book.name_of(*person)).collect();
    let until = line.until.map(|until| format!(" to {until}")).unwrap_or_default();
    let from = line.on.earliest();
    Event {
        key: format!("event-{number}"),
        from,
        until: line.until.unwrap_or(line.on).latest().max(from),
        when: format!("{}{until}", line.on),
        rough: line.until.is_none() && (line.on.about || !matches!(line.on.known, Known::Day(_))),
        has_month: !matches!(line.on.known, Known::Year(_)),
        what: line.what.clone(),
        kind: kind(line.origin),
        called: line.origin.label().to_owned(),
        who: names.join(", "),
        lanes: lanes(line, children),
    }
}

/// The lane of each child whom it names; the family's where it names none of them.
fn lanes(line: &Line, children: &[PersonId]) -> BTreeSet<usize> {
    let own = children.iter().zip(1..).filter(|(child, _)| line.people.contains(child));
    let own: BTreeSet<usize> = own.map(|(_, lane)| lane).collect();
    if own.is_empty() { BTreeSet::from([0]) } else { own }
}

fn kind(origin: Origin) -> Kind {
    match origin {
        Origin::Family | Origin::Event(_) | Origin::Entry(_) | Origin::CaseNote(_) => Kind::Life,
        Origin::Visit(_) => Kind::Visit,
        _ => Kind::Work,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pictures::scene::Shape;
    use crate::services::sample::{KAYLA, Sample, person};
    use crate::services::sheets::tests::here;
    use crate::workbook::fold::Workbook;

    fn told(book: &Workbook, children: &[PersonId]) -> Vec<String> {
        timeline(&here(book), &book.chronology(), children).map(|(scene, _)| scene.told).unwrap_or_default()
    }

    #[test]
    fn where_nothing_happened_nothing_is_drawn() {
        let sample = Sample::new();
        assert!(timeline(&here(&sample.book), &[], &[person(KAYLA)]).is_none());
    }

    #[test]
    fn every_line_of_the_example_family_is_drawn_once_and_told() {
        let book = crate::services::pictures::tests::example();
        let lines = book.chronology();
        let children: Vec<PersonId> = book.children().into_iter().map(|(child, _)| child).collect();
        let (scene, table) = timeline(&here(&book), &lines, &children).unwrap();
        let groups = scene.shapes.iter().filter(|shape| matches!(shape, Shape::Group { .. })).count();
        assert_eq!((groups, table.rows.len(), scene.told.len()), (lines.len(), lines.len(), lines.len() + 2));
        for (line, told) in lines.iter().zip(scene.told.iter().skip(1)) {
            assert!(told.contains(line.what.trim()) && told.contains(&line.on.to_string()), "{told}");
        }
        let lanes = told(&book, &children).remove(0);
        assert!(children.iter().all(|child| lanes.contains(&book.name_of(*child))), "{lanes}");
    }

    #[test]
    fn what_names_no_child_who_has_a_lane_is_the_familys() {
        let book = crate::services::pictures::tests::example();
        let (child, _) = book.children()[0];
        for line in book.chronology() {
            let own = lanes(&line, &[child]);
            assert_eq!(own, BTreeSet::from([usize::from(line.people.contains(&child))]));
        }
    }
}
