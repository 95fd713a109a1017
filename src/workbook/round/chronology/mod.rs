//! The chronology, which builds itself: every line is read from the record in which it was typed, and a
//! significant event is never typed twice (WAR 12; WSX appendix 6; `domain.md` R41).
//!
//! Visits, supervisions, agreed ratings, plans and reviews, statuses, thresholds, consents, alerts, proceedings and
//! closing are in it by themselves. Entries and case notes are in it where somebody marked them as significant. It is the team's: what a person of the family may read of
//! it is decided where something is shown to them.

mod way;
mod work;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use crate::model::chronology::Mark;
use crate::model::consent::ConsentOf;
use crate::model::dates::PartialDate;
use crate::model::ids::{
    AlertId, AllocationId, ChronologyId, DisagreementId, EntryId, NoteId, PersonId, PlanId, PractitionerId,
    ProceedingsId, ReferralId, ReviewId, StatusId, StepId, SupervisionId, ThresholdId, VisitId,
};
use crate::model::source::Source;
use crate::workbook::fold::Workbook;
use crate::workbook::versioned::{Version, Versioned};

/// The record that a line is read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// How the family came to the team.
    Family,
    Event(ChronologyId),
    Entry(EntryId),
    CaseNote(NoteId),
    Visit(VisitId),
    Supervision(SupervisionId),
    Rating(SupervisionId),
    Plan(PlanId),
    Review(ReviewId),
    Referral(ReferralId),
    Allocation(AllocationId),
    Status(StatusId),
    Threshold(ThresholdId),
    Consent(ConsentOf),
    Alert(AlertId),
    Disagreement(DisagreementId),
    Proceedings(ProceedingsId),
    EarlyHelp(StepId),
    /// Closing and reopening.
    Closing,
}

impl Origin {
    /// What kind of thing it is, for a filter.
    pub fn label(self) -> &'static str {
        match self {
            Self::Family => "Coming to the team",
            Self::Event(_) => "Event",
            Self::Entry(_) => "Entry",
            Self::CaseNote(_) => "Case note",
            Self::Visit(_) => "Visit",
            Self::Supervision(_) => "Supervision",
            Self::Rating(_) => "Rating",
            Self::Plan(_) => "Plan",
            Self::Review(_) => "Review",
            Self::Referral(_) => "Referral",
            Self::Allocation(_) => "Allocation",
            Self::Status(_) => "Status",
            Self::Threshold(_) => "Threshold",
            Self::Consent(_) => "Consent",
            Self::Alert(_) => "Alert",
            Self::Disagreement(_) => "Disagreement",
            Self::Proceedings(_) => "Care proceedings",
            Self::EarlyHelp(_) => "Early help",
            Self::Closing => "Closing",
        }
    }
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub on: PartialDate,
    pub until: Option<PartialDate>,
    pub what: String,
    /// Whom of the family it names.
    pub people: BTreeSet<PersonId>,
    pub significance: String,
    pub childrens_views: BTreeMap<PersonId, String>,
    /// How we know, where the event says so.
    pub source: String,
    pub origin: Origin,
    pub by: PractitionerId,
    pub recorded: DateTime<Utc>,
}

impl Line {
    fn of<T>(origin: Origin, version: &Version<T>, on: PartialDate, what: String) -> Self {
        Self {
            on,
            until: None,
            what,
            people: BTreeSet::new(),
            significance: String::new(),
            childrens_views: BTreeMap::new(),
            source: String::new(),
            origin,
            by: version.author,
            recorded: version.recorded,
        }
    }

    fn about(self, people: BTreeSet<PersonId>) -> Self {
        Self { people, ..self }
    }

    fn marked(self, mark: Option<&Mark>) -> Self {
        let Some(mark) = mark else { return self };
        let own = mark.line.trim();
        Self {
            what: if own.is_empty() { self.what } else { own.to_owned() },
            childrens_views: mark.childrens_views.clone(),
            ..self
        }
    }
}

impl Workbook {
    /// The whole chronology, oldest first.
    pub fn chronology(&self) -> Vec<Line> {
        let mut lines = Vec::new();
        self.coming_to_the_team(&mut lines);
        self.own_events(&mut lines);
        self.significant_work(&mut lines);
        self.visit_lines(&mut lines);
        self.supervision_lines(&mut lines);
        self.plan_lines(&mut lines);
        self.way_lines(&mut lines);
        lines.sort_by_cached_key(|line| (line.on.earliest(), line.recorded, line.origin));
        lines
    }

    /// Whether a record stands in the chronology. Visits do unless somebody left one out.
    pub fn is_significant(&self, source: Source) -> bool {
        match (self.marks.current(source), source) {
            (Some(mark), _) => mark.significant,
            (None, Source::Visit(_)) => true,
            (None, Source::Entry(_) | Source::CaseNote(_)) => false,
        }
    }

    /// "Kayla, Leon and Pip".
    fn names(&self, people: &BTreeSet<PersonId>) -> String {
        let names: Vec<String> = people.iter().map(|person| self.name_of(*person)).collect();
        match names.split_last() {
            None => String::new(),
            Some((last, [])) => last.clone(),
            Some((last, before)) => format!("{} and {last}", before.join(", ")),
        }
    }
}

/// What the record of one thing says now: the version, and what it says.
fn standing<T>(thing: &Versioned<T>) -> Option<(&Version<T>, &T)> {
    let version = thing.latest();
    Some((version, version.value.as_ref()?))
}
