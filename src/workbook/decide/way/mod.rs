//! A family's way through: how it comes to the team, who works with it, what it consents to, where each child
//! stands, and how it leaves and comes back.

mod allocation;
mod concern;
mod consent;
mod entry;
mod leaving;
mod mistaken;
mod needed;
mod pathway;
mod status;
mod steps;
mod threshold;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::model::alert::{Alert, AlertReview};
use crate::model::allocation::{AllocationMeeting, Membership};
use crate::model::consent::{Consent, ConsentOf, Purpose};
use crate::model::dates::PartialDate;
use crate::model::disagreement::{Disagreement, Settlement};
use crate::model::entry_to_team::{Checklist, Referral, TransferDecision, TransferPack};
use crate::model::ids::{
    AlertId, AllocationId, DisagreementId, EventId, MembershipId, PersonId, ProceedingsId, ReferralId,
    StatusId, StepId, ThresholdId,
};
use crate::model::leaving::{Casework, ClosedBecause, ClosureSummary, EarlyHelp, ReopenedBecause, StepDown};
use crate::model::no_recourse::NoRecourse;
use crate::model::pathway::{PathwayChoice, PathwayOf};
use crate::model::proceedings::Proceedings;
use crate::model::status::ChildStatus;
use crate::model::threshold::{Recommendation, ThresholdDecision};

use super::permission::Act;
use super::{Asking, Command, Decided, Refusal, revision};
use crate::workbook::casework::Unfinished;
use crate::workbook::fact::{Fact, Revision};
use crate::workbook::fold::Workbook;
use crate::workbook::versioned::Things;

pub use mistaken::Mistaken;
pub use needed::Needed;

/// Something on a family's way through that shall be recorded. `seen` holds the versions that were on screen;
/// `reason` is asked where what stands on record is changed.
#[derive(Debug, Clone, PartialEq)]
pub enum Way {
    RecordReferral {
        id: ReferralId,
        referral: Referral,
        reason: String,
        seen: Vec<EventId>,
    },
    RecordChecklist {
        id: ReferralId,
        checklist: Checklist,
        seen: Vec<EventId>,
    },
    RecordPack {
        id: ReferralId,
        pack: TransferPack,
        seen: Vec<EventId>,
    },
    DecideTransfer {
        id: ReferralId,
        decision: TransferDecision,
        reason: String,
        seen: Vec<EventId>,
    },
    /// The gaps of the guidance are found here, not taken from `choice`.
    ChoosePathway {
        of: PathwayOf,
        choice: PathwayChoice,
        seen: Vec<EventId>,
    },
    RecordMembership {
        id: MembershipId,
        membership: Membership,
        seen: Vec<EventId>,
    },
    /// What is missing at entry is found here, not taken from `meeting`.
    RecordAllocation {
        id: AllocationId,
        meeting: AllocationMeeting,
        reason: String,
        seen: Vec<EventId>,
    },
    RecordConsent {
        of: ConsentOf,
        consent: Consent,
        seen: Vec<EventId>,
    },
    RecordStatus {
        id: StatusId,
        status: ChildStatus,
        reason: String,
        seen: Vec<EventId>,
    },
    Recommend {
        id: ThresholdId,
        recommendation: Recommendation,
        reason: String,
        seen: Vec<EventId>,
    },
    DecideThreshold {
        id: ThresholdId,
        decision: ThresholdDecision,
        reason: String,
        seen: Vec<EventId>,
    },
    RecordDisagreement {
        id: DisagreementId,
        disagreement: Disagreement,
        seen: Vec<EventId>,
    },
    SettleDisagreement {
        id: DisagreementId,
        settlement: Settlement,
        reason: String,
        seen: Vec<EventId>,
    },
    RecordNoRecourse {
        no_recourse: NoRecourse,
        seen: Vec<EventId>,
    },
    ReceiveAlert {
        id: AlertId,
        alert: Alert,
        reason: String,
        seen: Vec<EventId>,
    },
    ReviewAlert {
        id: AlertId,
        review: AlertReview,
        reason: String,
        seen: Vec<EventId>,
    },
    RecordProceedings {
        id: ProceedingsId,
        proceedings: Proceedings,
        seen: Vec<EventId>,
    },
    ConsiderEarlyHelp {
        id: StepId,
        step: EarlyHelp,
        seen: Vec<EventId>,
    },
    RecordStepDown {
        id: StepId,
        step: StepDown,
        seen: Vec<EventId>,
    },
    SetCasework {
        person: PersonId,
        casework: Casework,
        seen: Vec<EventId>,
    },
    WriteClosureSummary {
        summary: ClosureSummary,
        seen: Vec<EventId>,
    },
    /// `reasons`: why each thing was left unfinished.
    Close {
        on: NaiveDate,
        because: ClosedBecause,
        why: String,
        reasons: BTreeMap<Unfinished, String>,
        seen: Vec<EventId>,
    },
    Reopen {
        on: NaiveDate,
        because: ReopenedBecause,
        why: String,
        seen: Vec<EventId>,
    },
    EnteredInError {
        what: Mistaken,
        reason: String,
        seen: Vec<EventId>,
    },
}

impl From<Way> for Command {
    fn from(way: Way) -> Self {
        Self::Way(way)
    }
}

impl Way {
    /// What it is to do this.
    pub(super) fn act(&self, book: &Workbook) -> Act {
        match self {
            Self::RecordReferral { .. } | Self::RecordChecklist { .. } | Self::RecordPack { .. } => {
                Act::Refer
            }
            Self::DecideTransfer { .. } => Act::AcceptTransfer,
            Self::ChoosePathway { .. } => Act::ChoosePathway,
            Self::RecordMembership { .. } | Self::RecordAllocation { .. } => Act::Allocate,
            // Whoever hears a no writes it down.
            Self::RecordConsent { consent, .. } if consent.is_no() => Act::WithdrawConsent,
            Self::RecordConsent { of, .. } if of.purpose == Purpose::Referral => Act::RecordReferralConsent,
            Self::RecordConsent { .. } => Act::RecordConsent,
            Self::RecordStatus { .. } => Act::RecordStatus,
            Self::Recommend { .. } => Act::RecommendThreshold,
            Self::DecideThreshold { .. } => Act::DecideThreshold,
            Self::RecordDisagreement { .. } => Act::RaiseDisagreement,
            Self::SettleDisagreement { .. } => Act::SettleDisagreement,
            Self::RecordNoRecourse { .. } => Act::RecordNoRecourse,
            Self::ReceiveAlert { .. } => Act::ReceiveAlert,
            Self::ReviewAlert { .. } => Act::ReviewAlert,
            Self::RecordProceedings { .. } => Act::RecordProceedings,
            Self::ConsiderEarlyHelp { id, step, .. } => steps::early_help_act(book, *id, step),
            Self::RecordStepDown { .. } | Self::WriteClosureSummary { .. } => Act::ProposeStep,
            Self::SetCasework { .. } => Act::FinishCasework,
            Self::Close { .. } => Act::CloseWorkbook,
            Self::Reopen { because: ReopenedBecause::NewReferral, .. } => Act::ReopenOnReferral,
            Self::Reopen { .. } => Act::ReopenWorkbook,
            Self::EnteredInError { what, .. } => what.act(),
        }
    }

    /// Whether it can be done in a closed workbook.
    pub(super) fn reopens(&self) -> bool {
        matches!(self, Self::Reopen { .. })
    }
}

type Outcome = Result<Option<Decided>, Refusal>;

pub(super) fn decide(book: &Workbook, asking: &Asking<'_>, way: Way) -> Outcome {
    match way {
        Way::RecordReferral { id, referral, reason, seen } => {
            entry::referral(book, asking, id, referral, Change { reason, seen })
        }
        Way::RecordChecklist { id, checklist, seen } => entry::checklist(book, asking, id, checklist, seen),
        Way::RecordPack { id, pack, seen } => entry::pack(book, asking, id, pack, seen),
        Way::DecideTransfer { id, decision, reason, seen } => {
            entry::transfer(book, asking, id, decision, Change { reason, seen })
        }
        Way::ChoosePathway { of, choice, seen } => pathway::choose(book, asking, of, choice, seen),
        Way::RecordMembership { id, membership, seen } => {
            allocation::membership(book, asking, id, membership, seen)
        }
        Way::RecordAllocation { id, meeting, reason, seen } => {
            allocation::meeting(book, asking, id, meeting, Change { reason, seen })
        }
        Way::RecordConsent { of, consent, seen } => consent::record(book, asking, of, consent, seen),
        Way::RecordStatus { id, status, reason, seen } => {
            status::record(book, asking, id, status, Change { reason, seen })
        }
        Way::Recommend { id, recommendation, reason, seen } => {
            threshold::recommend(book, asking, id, recommendation, Change { reason, seen })
        }
        Way::DecideThreshold { id, decision, reason, seen } => {
            threshold::decide(book, asking, id, decision, Change { reason, seen })
        }
        Way::RecordDisagreement { id, disagreement, seen } => {
            concern::disagreement(book, asking, id, disagreement, seen)
        }
        Way::SettleDisagreement { id, settlement, reason, seen } => {
            concern::settle(book, asking, id, settlement, Change { reason, seen })
        }
        Way::RecordNoRecourse { no_recourse, seen } => concern::no_recourse(book, asking, no_recourse, seen),
        Way::ReceiveAlert { id, alert, reason, seen } => {
            concern::alert(book, asking, id, alert, Change { reason, seen })
        }
        Way::ReviewAlert { id, review, reason, seen } => {
            concern::review(book, asking, id, review, Change { reason, seen })
        }
        Way::RecordProceedings { id, proceedings, seen } => {
            steps::proceedings(book, asking, id, proceedings, seen)
        }
        Way::ConsiderEarlyHelp { id, step, seen } => steps::early_help(book, asking, id, step, seen),
        Way::RecordStepDown { id, step, seen } => steps::step_down(book, asking, id, step, seen),
        Way::SetCasework { person, casework, seen } => {
            leaving::casework(book, asking, person, casework, seen)
        }
        Way::WriteClosureSummary { summary, seen } => leaving::summary(book, asking, summary, seen),
        Way::Close { on, because, why, reasons, seen } => {
            leaving::close(book, asking, leaving::Close { on, because, why, reasons }, seen)
        }
        Way::Reopen { on, because, why, seen } => leaving::reopen(book, asking, on, because, why, seen),
        Way::EnteredInError { what, reason, seen } => mistaken::withdraw(book, asking, what, reason, seen),
    }
}

/// A change of what stands on record: why, and having seen what.
struct Change {
    reason: String,
    seen: Vec<EventId>,
}

/// A new version of a thing that grows as the work goes on.
fn told<K: Ord + Copy, T: PartialEq>(
    things: &Things<K, T>,
    of: K,
    value: T,
    seen: Vec<EventId>,
    on: NaiveDate,
    fact: impl FnOnce(Revision<K, T>) -> Fact,
) -> Outcome {
    let revision = revision(things, of, Some(value), String::new(), seen);
    Ok(revision.map(|revision| Decided { fact: fact(revision), happened: PartialDate::day(on) }))
}

/// A new version of a thing that stands on record: changing it needs a reason.
fn changed<K: Ord + Copy, T: PartialEq>(
    things: &Things<K, T>,
    of: K,
    value: T,
    change: Change,
    on: NaiveDate,
    fact: impl FnOnce(Revision<K, T>) -> Fact,
) -> Outcome {
    let Change { reason, seen } = change;
    let unexplained = things.get(of).is_some() && reason.trim().is_empty();
    let Some(revision) = revision(things, of, Some(value), reason, seen) else { return Ok(None) };
    if unexplained {
        return need(Needed::Reason);
    }
    Ok(Some(Decided { fact: fact(revision), happened: PartialDate::day(on) }))
}

fn need<T>(needed: Needed) -> Result<T, Refusal> {
    Err(Refusal::Needed(needed))
}

/// Refuses with this unless it holds.
fn ensure(holds: bool, needed: Needed) -> Result<(), Refusal> {
    if holds { Ok(()) } else { need(needed) }
}

/// Refuses with this when a text says nothing.
fn text(text: &str, needed: Needed) -> Result<(), Refusal> {
    ensure(!text.trim().is_empty(), needed)
}

/// Refuses days to come.
fn past(asking: &Asking<'_>, days: impl IntoIterator<Item = Option<NaiveDate>>) -> Result<(), Refusal> {
    ensure(days.into_iter().flatten().all(|day| day <= asking.today), Needed::PastDate)
}

/// Refuses days that go back, where both are known.
fn in_order(days: impl IntoIterator<Item = Option<NaiveDate>>) -> Result<(), Refusal> {
    let days: Vec<NaiveDate> = days.into_iter().flatten().collect();
    ensure(days.is_sorted(), Needed::DatesInOrder)
}

/// Refuses somebody who is not one of the children.
fn child(book: &Workbook, person: PersonId) -> Result<(), Refusal> {
    ensure(book.people.current(person).is_some_and(|person| person.is_child()), Needed::AChild)
}
