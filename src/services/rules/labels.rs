//! How the parts of a profile are called on the screen, and rules in words.

use serde::Serialize;
use serde_json::Value;

use crate::policy::profile::practice::{Part, Use};
use crate::policy::profile::rule::{Basis, Reading, Rule};
use crate::policy::profile::time::Time;
use crate::policy::profile::timescale::Start;
use crate::services::words::sentence;

/// The permanent word of a key in profiles: the end of the id of its box.
pub(super) fn code(key: &impl Serialize) -> String {
    match serde_json::to_value(key) {
        Ok(Value::String(text)) => text,
        _ => String::new(),
    }
}

/// A part of the app that not every authority has.
pub(super) fn part(part: Part) -> &'static str {
    match part {
        Part::Workbook => "Workbook",
        Part::Modules => "Modules",
        Part::ParentingAssessment => "Parenting assessment",
        Part::WorkbookSummary => "Workbook summaries",
        Part::CaseSummary => "Case summary",
        Part::Rating => "Red, amber and green",
        Part::GroupSupervision => "Group supervision",
        Part::AdultSpecialists => "Adult specialists",
        Part::SpecialistRequest => "Request for an adult specialist",
        Part::ChildInNeedPlan => "Child in need plan",
        Part::ConsultationNote => "Consultation note",
        Part::TransferPack => "Transfer pack",
        Part::ExploitationPathway => "Exploitation pathway",
    }
}

pub(super) fn used(used: Use) -> &'static str {
    match used {
        Use::Used => "Used",
        Use::NotUsed => "Not used here",
        Use::NotSaid => "The guidance does not say",
    }
}

/// What a time is counted from.
pub(super) fn start(start: Start) -> &'static str {
    match start {
        Start::ReferralDecided => "the referring team’s decision",
        Start::AssessmentCompleted => "the completed assessment",
        Start::ReferringTeamBegan => "the start of the referring team’s work",
        Start::TransferRequested => "the request for a transfer",
        Start::TakenOver => "the day on which the team took over",
        Start::LastSupervision => "the last supervision",
        Start::Supervision => "the supervision",
        Start::NotesSubmitted => "the day on which the manager had the notes",
        Start::PlannedDate => "the day that was first planned",
        Start::VisitStarted => "the start of the visit",
        Start::VisitEnded => "the end of the visit",
        Start::LastCaseSummary => "the last update",
        Start::CriticalInformation => "critical information",
        Start::InterimPlan => "the interim plan",
        Start::PlanningMeeting => "the first planning meeting",
        Start::Meeting => "the meeting",
        Start::LastMeeting => "the last meeting",
        Start::ChildSeen => "the last time the child was seen",
        Start::PlanEnded => "the end of the plan",
        Start::Closed => "closing",
        Start::LastTime => "the last time",
        Start::StrategyDiscussion => "the strategy discussion",
        Start::PlacementBegan => "the start of the placement",
    }
}

/// "3 working days before the supervision".
pub(super) fn reading(reading: &Reading) -> String {
    match reading.time {
        Time::AsPlanned | Time::NotGiven => sentence(&reading.time.to_string()),
        time => sentence(&format!("{time} {}", start(reading.from))),
    }
}

pub(super) fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Written => "as it is written",
        Basis::Meant => "what its words may mean as well",
    }
}

/// Whether the guidance itself says the same thing in two ways (`domain.md` A14), rather than leaving open what
/// it means.
pub(super) fn differs(rule: &Rule) -> bool {
    let written: Vec<_> =
        rule.readings.iter().filter(|it| it.basis == Basis::Written).map(|it| (it.time, it.from)).collect();
    written.iter().any(|other| written.first() != Some(other))
}
