//! A closed workbook can be read, and nothing can be recorded in it: no page of its records leads to a form, but to
//! the one that reopens it (`ux.md` S35).

use crate::navigation::{FamilyPage, Route, Sheet};
use crate::services::here::Here;
use crate::services::leaf::{Card, Cell, Leaf, Moment, Part, Row};

/// The page as it is read while the workbook is closed; as it is while it is open.
pub(super) fn read_only(leaf: Leaf, here: &Here<'_>) -> Leaf {
    if here.book.closed_on().is_none() {
        return leaf;
    }
    Leaf { parts: leaf.parts.into_iter().filter_map(part).collect(), ..leaf }
}

fn writes(to: &Route) -> bool {
    matches!(to, Route::Family { page: FamilyPage::Sheet { sheet, .. }, .. } if *sheet != Sheet::Reopen)
}

fn part(part: Part) -> Option<Part> {
    Some(match part {
        Part::List(rows) => Part::List(rows.into_iter().map(row).collect()),
        Part::Table { caption, columns, rows } => {
            let rows = rows.into_iter().map(|row| row.into_iter().map(cell).collect()).collect();
            Part::Table { caption, columns, rows }
        }
        Part::Card(mut card) => {
            card.ways.retain(|way| !writes(&way.to));
            Part::Card(Card { ..card })
        }
        Part::Timeline(moments) => Part::Timeline(moments.into_iter().map(moment).collect()),
        Part::Actions { mut ways, primary } => {
            ways.retain(|way| !writes(&way.to));
            return (!ways.is_empty()).then_some(Part::Actions { ways, primary });
        }
        Part::Details { summary, parts } => {
            Part::Details { summary, parts: parts.into_iter().filter_map(self::part).collect() }
        }
        said @ (Part::Heading(_)
        | Part::Subheading(_)
        | Part::Words(_)
        | Part::Aside(_)
        | Part::Copy(_)
        | Part::Choices { .. }
        | Part::Picture(..)
        | Part::Warning(_)) => said,
    })
}

fn row(row: Row) -> Row {
    Row { to: row.to.filter(|to| !writes(to)), ..row }
}

fn cell(cell: Cell) -> Cell {
    match cell {
        Cell::Link(words, _, to) if writes(&to) => Cell::Words(words),
        other => other,
    }
}

fn moment(moment: Moment) -> Moment {
    Moment { to: moment.to.filter(|way| !writes(&way.to)), ..moment }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::services::leaf::Way;
    use crate::services::sheets::way::desk::closed;

    #[test]
    fn no_part_of_a_page_leads_to_a_form_but_to_reopening() {
        let desk = closed();
        let here = desk.here();
        let to = |sheet| Route::family(here.book.id, FamilyPage::sheet(sheet));
        let ways = || vec![Way::new("Record", to(Sheet::Visit)), Way::new("Reopen", to(Sheet::Reopen))];
        let moment = Moment {
            title: String::new(),
            on: String::new(),
            when: String::new(),
            by: None,
            words: Vec::new(),
            to: Some(Way::new("Change", to(Sheet::Event))),
        };
        let parts = vec![
            Part::Actions { ways: ways(), primary: true },
            Part::Actions { ways: vec![Way::new("Record", to(Sheet::Visit))], primary: false },
            Part::Card(Card { ways: ways(), ..Card::default() }),
            Part::List(vec![Row::link("Another", to(Sheet::Consent))]),
            Part::Table {
                caption: String::new(),
                columns: Vec::new(),
                rows: vec![vec![Cell::Link("Given".into(), String::new(), to(Sheet::Consent))]],
            },
            Part::Details { summary: String::new(), parts: vec![Part::Timeline(vec![moment])] },
        ];
        let leaf = Leaf { heading: String::new(), caption: None, back: None, parts };
        let read = read_only(leaf, &here);
        let shown = format!("{:?}", read.parts);
        assert!(shown.contains("Reopen"), "{shown}");
        for sheet in ["Visit", "Event", "Consent"] {
            assert!(!shown.contains(&format!("sheet: {sheet}")), "{shown}");
        }
        assert_eq!(read.parts.len(), 5, "a row of buttons that only wrote went");
    }
}
