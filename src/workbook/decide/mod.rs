//! The rules of practice: from the workbook, who asks, and what they ask, to what shall be recorded, or a
//! refusal in words. Pure; one file for each part of the work.

mod entries;
mod family;
mod modules;
pub mod permission;
mod refusal;
pub mod rules;
pub mod way;

// The monthly round and the plan.
mod actions;
mod case_notes;
mod chronology;
mod notes;
mod plans;
mod ratings;
mod round_refusal;
pub mod round_rules;
mod safety;
mod safety_refusal;
mod specialists;
mod summaries;
mod supervision;
mod visits;

// What the family is shown.
mod sharing;
mod sharing_refusal;

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::model::action::ActionResult;
use crate::model::dates::PartialDate;
use crate::model::entry::{Entry, JointAssessment, ModuleStatus, Statement};
use crate::model::family::Family;
use crate::model::household::Household;
use crate::model::ids::{ActionId, EntryId, EventId, HouseholdId, PersonId, RelationshipId};
use crate::model::person::{Person, Separation, Workflow};
use crate::model::practitioner::{Practitioner, TeamMember};
use crate::model::relationship::Relationship;
use crate::model::subject::Pair;

use super::fact::{Fact, Part, Revision};
use super::fold::Workbook;

use permission::Act;
use rules::Rules;
use way::Way;

pub use case_notes::CaseNoteCommand;
pub use chronology::ChronologyCommand;
pub use notes::{NotesCommand, missing};
pub use plans::PlanCommand;
pub use ratings::RatingCommand;
pub use refusal::{Field, Refusal};
pub use round_refusal::RoundRefusal;
pub use safety::SafetyCommand;
pub use safety_refusal::SafetyRefusal;
pub use sharing::SharingCommand;
pub use sharing_refusal::SharingRefusal;
pub use specialists::SpecialistCommand;
pub use summaries::SummaryCommand;
pub use supervision::SupervisionCommand;
pub use visits::VisitCommand;

/// What a rule makes of a command: a fact, nothing when it stands already, or why not.
type Outcome = Result<Option<Fact>, Refusal>;

/// Whether a text says nothing.
fn blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// Who asks, when, and by which authority's rules.
#[derive(Debug, Clone, Copy)]
pub struct Asking<'a> {
    pub practitioner: &'a Practitioner,
    /// The date in Europe/London.
    pub today: NaiveDate,
    /// What their authority rules.
    pub rules: &'a Rules,
}

impl Asking<'_> {
    /// Refuses what is for somebody else to do, and says for whom.
    fn may(&self, act: Act) -> Result<(), Refusal> {
        let permissions = &self.rules.permissions;
        match permissions.allows(&self.practitioner.role, act) {
            true => Ok(()),
            false => Err(Refusal::ForAnother { act, whose: permissions.words(act) }),
        }
    }
}

/// Something a practitioner wants to have recorded. `seen` holds the versions that were on screen.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    DescribeFamily {
        family: Family,
        seen: Vec<EventId>,
    },
    Allocate {
        allocated: bool,
    },
    RecordPerson {
        id: PersonId,
        person: Person,
        seen: Vec<EventId>,
    },
    RemovePerson {
        id: PersonId,
        reason: String,
        seen: Vec<EventId>,
    },
    RecordRelationship {
        id: RelationshipId,
        relationship: Relationship,
        seen: Vec<EventId>,
    },
    RemoveRelationship {
        id: RelationshipId,
        reason: String,
        seen: Vec<EventId>,
    },
    RecordHousehold {
        id: HouseholdId,
        household: Household,
        seen: Vec<EventId>,
    },
    SetWorkflow {
        person: PersonId,
        workflow: Workflow,
        seen: Vec<EventId>,
    },
    SetSeparation {
        pair: Pair,
        separation: Separation,
        seen: Vec<EventId>,
    },
    RecordEntry {
        id: EntryId,
        entry: Entry,
    },
    AmendEntry {
        id: EntryId,
        entry: Entry,
        reason: String,
        seen: Vec<EventId>,
    },
    WithdrawEntry {
        id: EntryId,
        reason: String,
        seen: Vec<EventId>,
    },
    SetStatus {
        part: Part,
        status: ModuleStatus,
        seen: Vec<EventId>,
    },
    WriteStatement {
        part: Part,
        statement: Statement,
        seen: Vec<EventId>,
    },
    SetJoint {
        pair: Pair,
        joint: JointAssessment,
        seen: Vec<EventId>,
    },
    /// Entry, allocation, consent, status, thresholds, leaving.
    Way(Way),
    Supervision(SupervisionCommand),
    Rating(RatingCommand),
    Notes(NotesCommand),
    Summary(SummaryCommand),
    /// What came of an action.
    Result {
        action: ActionId,
        result: ActionResult,
        seen: Vec<EventId>,
    },
    Visit(VisitCommand),
    CaseNote(CaseNoteCommand),
    Plan(PlanCommand),
    Specialist(SpecialistCommand),
    Chronology(ChronologyCommand),
    Safety(SafetyCommand),
    /// What the family is shown, and what they said to it.
    Sharing(SharingCommand),
}

impl Command {
    /// What it is to do this, where not everyone may. Whether a family is with them, each says for themselves.
    fn act(&self, book: &Workbook) -> Option<Act> {
        Some(match self {
            Self::Allocate { .. } => return None,
            Self::DescribeFamily { .. } if book.family().is_none() => Act::OpenWorkbook,
            Self::DescribeFamily { .. }
            | Self::RecordPerson { .. }
            | Self::RemovePerson { .. }
            | Self::RecordRelationship { .. }
            | Self::RemoveRelationship { .. }
            | Self::RecordHousehold { .. }
            | Self::SetWorkflow { .. } => Act::DescribeFamily,
            Self::SetSeparation { .. } => Act::Separate,
            Self::RecordEntry { .. }
            | Self::AmendEntry { .. }
            | Self::WithdrawEntry { .. }
            | Self::SetStatus { .. }
            | Self::WriteStatement { .. }
            | Self::SetJoint { .. } => Act::Modules,
            Self::Way(way) => way.act(book),
            // Who may do each of these stands beside its rules.
            Self::Supervision(_)
            | Self::Rating(_)
            | Self::Notes(_)
            | Self::Summary(_)
            | Self::Result { .. }
            | Self::Visit(_)
            | Self::CaseNote(_)
            | Self::Plan(_)
            | Self::Specialist(_)
            | Self::Chronology(_)
            | Self::Safety(_)
            | Self::Sharing(_) => return None,
        })
    }
}

/// A fact to record, and when what it tells happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    pub fact: Fact,
    pub happened: PartialDate,
}

/// Decides a command. An empty list means that everything asked for stands already.
///
/// # Errors
/// A [`Refusal`], which says what to do next. Nothing is recorded then.
pub fn decide(book: &Workbook, asking: &Asking<'_>, command: Command) -> Result<Vec<Decided>, Refusal> {
    if let Some(on) = book.closed_on().filter(|_| !matches!(&command, Command::Way(way) if way.reopens())) {
        return Err(Refusal::Closed(on));
    }
    if let Some(act) = command.act(book) {
        asking.may(act)?;
    }
    let mut decided = introduce(book, asking);
    let fact = match command {
        Command::DescribeFamily { family, seen } => family::describe(book, family, seen)?,
        Command::Allocate { allocated } => {
            // Replaces the introduction, which would say otherwise.
            decided.clear();
            family::allocate(book, asking, allocated)
        }
        Command::RecordPerson { id, person, seen } => family::person(book, asking, id, person, seen)?,
        Command::RemovePerson { id, reason, seen } => family::remove_person(book, id, reason, seen)?,
        Command::RecordRelationship { id, relationship, seen } => {
            family::relationship(book, asking, id, relationship, seen)?
        }
        Command::RemoveRelationship { id, reason, seen } => {
            family::remove_relationship(book, id, reason, seen)?
        }
        Command::RecordHousehold { id, household, seen } => family::household(book, id, household, seen)?,
        Command::SetWorkflow { person, workflow, seen } => family::workflow(book, person, workflow, seen)?,
        Command::SetSeparation { pair, separation, seen } => {
            family::separation(book, pair, separation, seen)?
        }
        Command::RecordEntry { id, entry } => entries::record(book, asking, id, entry)?,
        Command::AmendEntry { id, entry, reason, seen } => {
            entries::amend(book, asking, id, entry, reason, seen)?
        }
        Command::WithdrawEntry { id, reason, seen } => entries::withdraw(book, id, reason, seen)?,
        Command::SetStatus { part, status, seen } => modules::status(book, part, status, seen)?,
        Command::WriteStatement { part, statement, seen } => modules::statement(book, part, statement, seen)?,
        Command::SetJoint { pair, joint, seen } => modules::joint(book, asking, pair, joint, seen)?,
        Command::Way(way) => {
            let Some(told) = way::decide(book, asking, way)? else { return Ok(Vec::new()) };
            decided.push(told);
            return Ok(decided);
        }
        Command::Supervision(command) => supervision::decide(book, asking, command)?,
        Command::Rating(command) => ratings::decide(book, asking, command)?,
        Command::Notes(command) => notes::decide(book, asking, command)?,
        Command::Summary(command) => summaries::decide(book, asking, command)?,
        Command::Result { action, result, seen } => actions::result(book, asking, action, result, seen)?,
        Command::Visit(command) => visits::decide(book, asking, command)?,
        Command::CaseNote(command) => case_notes::decide(book, asking, command)?,
        Command::Plan(command) => plans::decide(book, asking, command)?,
        Command::Specialist(command) => specialists::decide(book, asking, command)?,
        Command::Chronology(command) => chronology::decide(book, asking, command)?,
        Command::Safety(command) => safety::decide(book, asking, command)?,
        Command::Sharing(command) => sharing::decide(book, asking, command)?,
    };
    let Some(fact) = fact else { return Ok(Vec::new()) };
    let happened = happened(&fact).unwrap_or(PartialDate::day(asking.today));
    decided.push(Decided { fact, happened });
    Ok(decided)
}

/// When what a fact tells of happened, where it says so itself; what does not, happened as it was recorded.
fn happened(fact: &Fact) -> Option<PartialDate> {
    let day = match fact {
        Fact::Entry(revision) => return revision.value.as_ref().map(|entry| entry.done_on),
        Fact::ChronologyEvent(revision) => return revision.value.as_ref().map(|event| event.on),
        Fact::Held(revision) => revision.value.as_ref().map(|held| held.on),
        Fact::ActionResult(revision) => revision.value.as_ref().map(|result| result.on),
        Fact::Visit(revision) => revision.value.as_ref().map(|visit| visit.on),
        Fact::CaseNote(revision) => revision.value.as_ref().map(|note| note.on),
        Fact::Plan(revision) => revision.value.as_ref().map(|plan| plan.agreed_on),
        Fact::Review(revision) => revision.value.as_ref().map(|review| review.on),
        Fact::CopyGiven(revision) => revision.value.as_ref().map(|copy| copy.on),
        Fact::Signature(revision) => revision.value.as_ref().map(|signature| signature.on),
        Fact::SpecialistDecision(revision) => revision.value.as_ref().map(|decision| decision.on),
        Fact::DoNotTell(revision) => revision.value.as_ref().map(|request| request.asked_on),
        Fact::Approval(revision) => revision.value.as_ref().map(|approval| approval.on),
        Fact::Showing(revision) => revision.value.as_ref().map(|showing| showing.began.date_naive()),
        Fact::Said(revision) => revision.value.as_ref().map(|said| said.at.date_naive()),
        _ => None,
    };
    day.map(PartialDate::day)
}

/// Whoever records with a family is in its team, under the name they have now.
fn introduce(book: &Workbook, asking: &Asking<'_>) -> Vec<Decided> {
    let id = asking.practitioner.id;
    let here = book.team.current(id);
    let member =
        TeamMember::from_practitioner(asking.practitioner, here.is_some_and(|member| member.allocated));
    revision(&book.team, id, Some(member), String::new(), book.team.head_ids(id))
        .map(|revision| Decided {
            fact: Fact::TeamMember(revision),
            happened: PartialDate::day(asking.today),
        })
        .into_iter()
        .collect()
}

/// A new version of a thing, or nothing when the only version that stands says the same already.
pub(super) fn revision<K: Ord + Copy, T: PartialEq>(
    things: &super::versioned::Things<K, T>,
    of: K,
    value: Option<T>,
    reason: String,
    seen: Vec<EventId>,
) -> Option<Revision<K, T>> {
    let here = things.get(of);
    if here.is_none() && value.is_none() {
        return None;
    }
    if here.is_some_and(|thing| !thing.is_in_conflict() && thing.latest().value == value) {
        return None;
    }
    // Older versions too: a screen that was behind says what it was behind of, and retires nothing newer.
    let known: BTreeSet<EventId> =
        here.into_iter().flat_map(|thing| thing.versions()).map(|version| version.event).collect();
    let supersedes = seen.into_iter().filter(|id| known.contains(id)).collect();
    Some(Revision { of, supersedes, reason, value })
}
