//! Pictures of a family's records: what [`crate::pictures`] draws, read from a workbook.

pub mod answers;
pub mod coverage;
pub mod family_map;
pub mod ratings;
pub mod siblings;
pub mod stages;
pub mod support_map;
pub mod timeline;

use chrono::NaiveDate;

use crate::model::dates::{Known, PartialDate};
use crate::pictures::{Scene, Table};

/// A picture, and the table behind it.
pub type Drawn = (Scene, Table);

/// A day in the little room of a picture: "9 Nov 2026".
fn short_day(day: NaiveDate) -> String {
    day.format("%-d %b %Y").to_string()
}

/// A day of which perhaps only the month or the year is known: "9 Nov 2026", "about 2019".
fn short_date(date: PartialDate) -> String {
    match date {
        PartialDate { known: Known::Day(day), about: false } => short_day(day),
        _ => date.to_string(),
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use crate::services::example;
    use crate::workbook::fold::Workbook;
    use crate::workbook::log::EventSet;

    /// The example family, as anybody may look round in it.
    pub(crate) fn example() -> Workbook {
        let example = example::read(include_str!("../../../public/example/family.json")).unwrap();
        let mut events = EventSet::default();
        for event in example.events {
            events.add(event).unwrap();
        }
        Workbook::fold(example.family, &events)
    }
}
