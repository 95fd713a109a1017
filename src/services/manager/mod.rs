//! The manager's page: every standard met or missed with its evidence, when supervision was held and authorised,
//! caseloads beside the profile's figures, and figures for each month (`domain.md` R20, R55, R92).
//!
//! It looks over all families that are open in this store. The made-up family stands apart: it is in no figure
//! unless somebody chooses it, or there is nothing else.

mod caseloads;
mod files;
mod page;

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, NaiveDate, Utc};

use crate::model::dates::month_name;
use crate::model::ids::{FamilyId, PersonId};
use crate::policy::clocks::circumstances::Circumstances;
use crate::policy::clocks::due::Due;
use crate::policy::london::london;
use crate::policy::profile::Profile;
use crate::policy::profile::history::ProfileHistory;
use crate::policy::standards::{Names, Standard, SupervisionDates, standards, supervision_dates};
use crate::services::leaves::due::worked_out;
use crate::services::sheet::Answer;
use crate::workbook::fold::Workbook;

use caseloads::Worker;

pub use files::{File, NOT_ENCRYPTED};
pub use page::{parts, summary};

/// What the records of all families show.
pub struct Evidence<'a> {
    families: Vec<OfFamily>,
    profile: &'a Profile,
    today: NaiveDate,
}

/// What the records of one family show.
struct OfFamily {
    id: FamilyId,
    label: String,
    example: bool,
    /// With the names that the page shows.
    standards: Vec<Standard>,
    /// Without any name of the family, for files.
    nameless: Vec<Standard>,
    supervisions: Vec<SupervisionDates>,
    /// Who works with the family today, and with how many children. Nobody once it is closed.
    workers: Vec<Worker>,
    children: usize,
}

/// Which part of it somebody wants to see.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Asked {
    /// None: all of them, the example apart.
    pub family: Option<FamilyId>,
    /// The year and the month in which something was due. None: all of them.
    pub month: Option<(i32, u32)>,
}

impl Asked {
    /// From what was chosen in the two lists.
    pub fn read(family: &str, month: &str) -> Self {
        let number =
            month.split_once('-').and_then(|(year, month)| Some((year.parse().ok()?, month.parse().ok()?)));
        Self { family: family.parse().ok(), month: number }
    }

    fn covers(&self, day: Option<NaiveDate>) -> bool {
        self.month.is_none_or(|month| day.is_some_and(|day| month_of(day) == month))
    }
}

fn month_of(day: NaiveDate) -> (i32, u32) {
    (day.year(), day.month())
}

impl<'a> Evidence<'a> {
    /// Gathered from every family, judged by the rules of each day.
    pub fn gather<'b>(
        books: impl IntoIterator<Item = &'b Workbook>,
        history: &'a ProfileHistory,
        now: DateTime<Utc>,
    ) -> Self {
        let today = london(now).date();
        let families = books.into_iter().map(|book| of_family(book, history, now)).collect();
        Self { families, profile: history.on(today), today }
    }

    /// The families to choose from.
    pub fn families(&self) -> Vec<Answer> {
        let label = |it: &OfFamily| match it.example {
            true => format!("{} (example)", it.label),
            false => it.label.clone(),
        };
        self.families.iter().map(|it| Answer::new(it.id, label(it))).collect()
    }

    /// The months in which anything was due or held, newest first.
    pub fn months(&self) -> Vec<Answer> {
        let due = |it: &OfFamily| {
            let standards = it.standards.iter().filter_map(|standard| standard.due).map(|due| due.day());
            standards.chain(it.supervisions.iter().map(day_of)).map(month_of).collect::<Vec<_>>()
        };
        let months: BTreeSet<(i32, u32)> = self.families.iter().flat_map(due).collect();
        let answer = |(year, month): &(i32, u32)| {
            Answer::new(format!("{year}-{month:02}"), format!("{} {year}", month_name(*month)))
        };
        months.iter().rev().map(answer).collect()
    }

    /// The families that were asked for. The example is among them only when it is chosen, or alone.
    fn chosen(&self, asked: Asked) -> Vec<&OfFamily> {
        let only_example = self.families.iter().all(|it| it.example);
        let wanted = |it: &&OfFamily| match asked.family {
            Some(family) => it.id == family,
            None => only_example || !it.example,
        };
        self.families.iter().filter(wanted).collect()
    }
}

fn of_family(book: &Workbook, history: &ProfileHistory, now: DateTime<Utc>) -> OfFamily {
    let (due, now) = worked_out(book, history, now);
    let short = book.id.short();
    let eldest_first: Vec<PersonId> = book.children().into_iter().map(|(id, _)| id).collect();
    let number = |child: PersonId| match eldest_first.iter().position(|id| *id == child) {
        Some(place) => format!("Child {}", place + 1),
        None => "A child".to_owned(),
    };
    let named = |child: PersonId| book.name_of(child);
    let label = book.label();
    let (workers, children) = match book.closed_on() {
        Some(_) => (Vec::new(), 0),
        None => (caseloads::workers(book, london(now).date()), crate::services::sheets::children(book).len()),
    };
    OfFamily {
        id: book.id,
        example: book.is_example(),
        standards: judged(book, &due, history, &label, &named),
        nameless: judged(book, &due, history, &short, &number),
        supervisions: supervision_dates(&Circumstances::of(book)),
        label,
        workers,
        children,
    }
}

fn judged(
    book: &Workbook,
    due: &[Due],
    history: &ProfileHistory,
    family: &str,
    child: &dyn Fn(PersonId) -> String,
) -> Vec<Standard> {
    let worker = |id| book.author_name(id);
    standards(due, history, &Names { family, child, worker: &worker })
}

/// The day a supervision was held, or was first planned for.
fn day_of(supervision: &SupervisionDates) -> NaiveDate {
    supervision.held.unwrap_or(supervision.first_planned)
}

#[cfg(test)]
pub(crate) mod tests;
