//! Where each worker's summary stands, what period it is of, what it may refer to, and who is stood in for
//! (WSX appendix 6; `domain.md` R36, R49).

use chrono::{DateTime, NaiveDate, Utc};

use crate::model::ids::{PractitionerId, SupervisionId};
use crate::model::rating::Contribution;
use crate::model::source::Source;
use crate::model::summary::{CaseSummary, Period, WorkbookSummary};
use crate::workbook::fact::Whole;
use crate::workbook::fold::Workbook;
use crate::workbook::versioned::{Version, Versioned};

use super::Meeting;

/// Where a summary stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Handed {
    Draft,
    In {
        at: DateTime<Utc>,
        /// When it was last changed after it had been handed in.
        changed: Option<DateTime<Utc>>,
    },
}

/// Someone who was not there, and what stands in for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StandIn {
    pub practitioner: PractitionerId,
    pub summary: bool,
    pub rating: bool,
}

/// Where a summary stands: when it was first handed in, and whether it was changed since.
pub fn handed(summary: &Versioned<WorkbookSummary>) -> Handed {
    let is_in = |version: &&Version<WorkbookSummary>| version.value.as_ref().is_some_and(|it| it.submitted);
    let Some(first) = summary.versions().find(is_in) else { return Handed::Draft };
    let last = summary.versions().rev().find(is_in).filter(|last| last.event != first.event);
    Handed::In { at: first.recorded, changed: last.map(|last| last.recorded) }
}

impl Meeting<'_> {
    /// The period of a summary for it: since the supervision before, until it was held, or today.
    pub fn period(&self, today: NaiveDate) -> Period {
        Period {
            since: self.before().and_then(|before| before.held().map(|held| held.on)),
            until: self.held().map_or(today, |held| held.on),
        }
    }

    /// A worker's summary for it.
    pub fn summary_of(&self, practitioner: PractitionerId) -> Option<&Versioned<WorkbookSummary>> {
        self.book.summaries.get(Contribution { supervision: self.id, practitioner })
    }

    /// When a worker handed their summary in.
    pub fn handed_in(&self, practitioner: PractitionerId) -> Option<DateTime<Utc>> {
        match handed(self.summary_of(practitioner)?) {
            Handed::In { at, .. } => Some(at),
            Handed::Draft => None,
        }
    }

    /// Whether this record may stand as a reference in a summary of the period.
    pub fn is_in_period(&self, source: Source, today: NaiveDate) -> bool {
        let made = match source {
            Source::Entry(id) => self.book.entries.get(id).map(|it| made(it, |entry| entry.done_on.latest())),
            Source::Visit(id) => self.book.visits.get(id).map(|it| made(it, |visit| visit.on)),
            Source::CaseNote(id) => self.book.case_notes.get(id).map(|it| made(it, |note| note.on)),
        };
        made.flatten().is_some_and(|made| self.period(today).since.is_none_or(|since| made >= since))
    }

    /// The entries, visits and notes that a worker made in the period: what they may want to refer to.
    pub fn own_work(&self, practitioner: PractitionerId, today: NaiveDate) -> Vec<Source> {
        fn by<K: Copy, T>(
            who: PractitionerId,
            thing: (K, &Versioned<T>),
            source: fn(K) -> Source,
        ) -> Option<Source> {
            thing.1.versions().any(|version| version.author == who).then(|| source(thing.0))
        }
        let entries = self.book.entries.iter().filter_map(|it| by(practitioner, it, Source::Entry));
        let visits = self.book.visits.iter().filter_map(|it| by(practitioner, it, Source::Visit));
        let notes = self.book.case_notes.iter().filter_map(|it| by(practitioner, it, Source::CaseNote));
        entries.chain(visits).chain(notes).filter(|source| self.is_in_period(*source, today)).collect()
    }

    /// Everyone who was not there, and whether their summary and rating stand in for them.
    pub fn stand_ins(&self) -> Vec<StandIn> {
        let absent = self.held().into_iter().flat_map(|held| held.absent.keys().copied());
        absent
            .map(|practitioner| StandIn {
                practitioner,
                summary: self.handed_in(practitioner).is_some(),
                rating: self.has_rated(practitioner),
            })
            .collect()
    }
}

/// The last day on which work was done on something: the day it tells of, or the day it was written.
fn made<T>(thing: &Versioned<T>, told: impl Fn(&T) -> NaiveDate) -> Option<NaiveDate> {
    let written = thing.latest().recorded.date_naive();
    thing.current().map(|value| told(value).max(written))
}

impl Workbook {
    /// The case summary, through its versions. Each version is an update.
    pub fn case_summary(&self) -> Option<&Versioned<CaseSummary>> {
        self.case_summaries.get(Whole::Family)
    }

    /// Every summary of one worker, oldest supervision first.
    pub fn summaries_of(
        &self,
        practitioner: PractitionerId,
    ) -> Vec<(SupervisionId, &Versioned<WorkbookSummary>)> {
        self.meetings()
            .into_iter()
            .filter_map(|meeting| {
                let of = Contribution { supervision: meeting.id, practitioner };
                Some((meeting.id, self.summaries.get(of)?))
            })
            .collect()
    }
}
