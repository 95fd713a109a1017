//! What to record so that one of two versions stands: an ordinary change that has seen them all. Whether it may be so
//! is decided as always.

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::model::ids::EventId;
use crate::model::leaving::Closing;
use crate::model::sharing::Shared;
use crate::model::showing::Showing;
use crate::model::supervision::SignOff;
use crate::workbook::conflict::Conflict;
use crate::workbook::decide::way::{Mistaken, Way};
use crate::workbook::decide::{
    CaseNoteCommand, ChronologyCommand, Command, NotesCommand, PlanCommand, RatingCommand, SafetyCommand,
    SharingCommand, SpecialistCommand, SummaryCommand, SupervisionCommand, VisitCommand,
};

use super::CHOSEN;

/// What makes this version stand; none where it cannot be chosen.
pub(super) fn keep(of: Conflict, value: Option<&Value>, seen: Vec<EventId>) -> Option<Command> {
    match value {
        Some(value) => way(of, value, seen.clone())
            .map(Command::Way)
            .or_else(|| round(of, value, seen.clone()))
            .or_else(|| shown(of, value, seen).map(Command::Sharing)),
        None => mistaken(of, seen),
    }
}

fn read<T: DeserializeOwned>(value: &Value) -> Option<T> {
    serde_json::from_value(value.clone()).ok()
}

/// Of the way through: entry, allocation, consent, status, leaving.
fn way(of: Conflict, value: &Value, seen: Vec<EventId>) -> Option<Way> {
    let reason = CHOSEN.to_owned();
    Some(match of {
        Conflict::Referral(id) => Way::RecordReferral { id, referral: read(value)?, reason, seen },
        Conflict::Checklist(id) => Way::RecordChecklist { id, checklist: read(value)?, seen },
        Conflict::TransferPack(id) => Way::RecordPack { id, pack: read(value)?, seen },
        Conflict::TransferDecision(id) => Way::DecideTransfer { id, decision: read(value)?, reason, seen },
        Conflict::Pathway(of) => Way::ChoosePathway { of, choice: read(value)?, seen },
        Conflict::Membership(id) => Way::RecordMembership { id, membership: read(value)?, seen },
        Conflict::Allocation(id) => Way::RecordAllocation { id, meeting: read(value)?, reason, seen },
        Conflict::Consent(of) => Way::RecordConsent { of, consent: read(value)?, seen },
        Conflict::ChildStatus(id) => Way::RecordStatus { id, status: read(value)?, reason, seen },
        Conflict::Recommendation(id) => Way::Recommend { id, recommendation: read(value)?, reason, seen },
        Conflict::ThresholdDecision(id) => Way::DecideThreshold { id, decision: read(value)?, reason, seen },
        Conflict::Disagreement(id) => Way::RecordDisagreement { id, disagreement: read(value)?, seen },
        Conflict::Settlement(id) => Way::SettleDisagreement { id, settlement: read(value)?, reason, seen },
        Conflict::NoRecourse(_) => Way::RecordNoRecourse { no_recourse: read(value)?, seen },
        Conflict::Alert(id) => Way::ReceiveAlert { id, alert: read(value)?, reason, seen },
        Conflict::AlertReview(id) => Way::ReviewAlert { id, review: read(value)?, reason, seen },
        Conflict::Proceedings(id) => Way::RecordProceedings { id, proceedings: read(value)?, seen },
        Conflict::EarlyHelp(id) => Way::ConsiderEarlyHelp { id, step: read(value)?, seen },
        Conflict::StepDown(id) => Way::RecordStepDown { id, step: read(value)?, seen },
        Conflict::Casework(person) => Way::SetCasework { person, casework: read(value)?, seen },
        Conflict::ClosureSummary(_) => Way::WriteClosureSummary { summary: read(value)?, seen },
        // To close a workbook is more than to choose: what is unfinished is looked at again.
        Conflict::Closing(_) => match read(value)? {
            Closing::Reopened { on, because, why } => Way::Reopen { on, because, why, seen },
            Closing::Closed { .. } => return None,
        },
        _ => return None,
    })
}

/// Of the monthly round and the plan.
fn round(of: Conflict, value: &Value, seen: Vec<EventId>) -> Option<Command> {
    let reason = CHOSEN.to_owned();
    Some(match of {
        Conflict::Supervision(id) => {
            Command::Supervision(SupervisionCommand::Plan { id, supervision: read(value)?, seen })
        }
        Conflict::Held(id) => {
            Command::Supervision(SupervisionCommand::RecordHeld { id, held: read(value)?, seen })
        }
        Conflict::Rating(of) => {
            let (supervision, rating) = (of.supervision, read(value)?);
            Command::Rating(RatingCommand::Rate { supervision, rating, seen })
        }
        Conflict::AgreedRating(supervision) => {
            Command::Rating(RatingCommand::Agree { supervision, rating: read(value)?, seen })
        }
        Conflict::Notes(supervision) => {
            Command::Notes(NotesCommand::Write { supervision, notes: read(value)?, seen })
        }
        Conflict::SignOff(supervision) => match read(value)? {
            SignOff::Authorised { covers, although } => {
                Command::Notes(NotesCommand::Authorise { supervision, notes: covers, although, seen })
            }
            // Who has the notes is settled by whoever authorises or returns them.
            SignOff::Submitted { .. } | SignOff::Returned { .. } => return None,
        },
        Conflict::Summary(of) => {
            let summary: crate::model::summary::WorkbookSummary = read(value)?;
            let (supervision, text, submit) = (of.supervision, summary.text, summary.submitted);
            Command::Summary(SummaryCommand::Write { supervision, text, submit, reason, seen })
        }
        Conflict::CaseSummary(_) => {
            Command::Summary(SummaryCommand::RenewCaseSummary { summary: read(value)?, seen })
        }
        Conflict::ActionResult(action) => Command::Result { action, result: read(value)?, seen },
        Conflict::Visit(id) => Command::Visit(VisitCommand::Amend { id, visit: read(value)?, reason, seen }),
        Conflict::OnSystem(id) => {
            Command::Visit(VisitCommand::PutOnSystem { id, on_system: read(value)?, seen })
        }
        Conflict::CaseNote(id) => {
            Command::CaseNote(CaseNoteCommand::Amend { id, note: read(value)?, reason, seen })
        }
        Conflict::ChronologyEvent(id) => {
            Command::Chronology(ChronologyCommand::Record { id, event: read(value)?, reason, seen })
        }
        Conflict::Mark(source) => {
            Command::Chronology(ChronologyCommand::Mark { source, mark: read(value)?, seen })
        }
        Conflict::SpecialistRequest(id) => {
            Command::Specialist(SpecialistCommand::Ask { id, request: read(value)?, seen })
        }
        Conflict::SpecialistDecision(id) => {
            Command::Specialist(SpecialistCommand::Decide { id, decision: read(value)?, seen })
        }
        Conflict::ProtectedFact(id) => {
            Command::Safety(SafetyCommand::Protect { id, fact: read(value)?, reason, seen })
        }
        Conflict::DoNotTell(id) => {
            Command::Safety(SafetyCommand::KeepFrom { id, request: read(value)?, reason, seen })
        }
        Conflict::Plan(id) => Command::Plan(PlanCommand::Record { id, plan: read(value)?, reason, seen }),
        Conflict::Review(id) => Command::Plan(PlanCommand::Review { id, review: read(value)?, reason, seen }),
        _ => return None,
    })
}

/// Of what the family is shown.
fn shown(of: Conflict, value: &Value, seen: Vec<EventId>) -> Option<SharingCommand> {
    Some(match of {
        Conflict::Shared(piece) => {
            let shared: Shared = read(value)?;
            // Each of them is read on the page on which the version is chosen.
            let by_name = shared.audience.people().collect();
            SharingCommand::Share { piece, shared, by_name, seen }
        }
        Conflict::Approval(of) => SharingCommand::Approve { of, approval: read(value)?, seen },
        Conflict::Showing(id) => {
            let Showing { ended, hidden, .. } = read(value)?;
            SharingCommand::EndShowing { id, ended, hidden, seen }
        }
        _ => return None,
    })
}

/// That it was entered in error.
fn mistaken(of: Conflict, seen: Vec<EventId>) -> Option<Command> {
    let reason = CHOSEN.to_owned();
    let what = match of {
        Conflict::Visit(id) => return Some(Command::Visit(VisitCommand::Withdraw { id, reason, seen })),
        Conflict::CaseNote(id) => {
            return Some(Command::CaseNote(CaseNoteCommand::Withdraw { id, reason, seen }));
        }
        Conflict::ChronologyEvent(id) => {
            return Some(Command::Chronology(ChronologyCommand::Withdraw { id, reason, seen }));
        }
        Conflict::ProtectedFact(id) => {
            return Some(Command::Safety(SafetyCommand::Unprotect { id, reason, seen }));
        }
        Conflict::DoNotTell(id) => return Some(Command::Safety(SafetyCommand::Lift { id, reason, seen })),
        Conflict::Plan(id) => return Some(Command::Plan(PlanCommand::Withdraw { id, reason, seen })),
        Conflict::Shared(piece) => {
            return Some(Command::Sharing(SharingCommand::StopSharing { piece, reason, seen }));
        }
        Conflict::Review(id) => return Some(Command::Plan(PlanCommand::WithdrawReview { id, reason, seen })),
        Conflict::Referral(id) => Mistaken::Referral(id),
        Conflict::Pathway(of) => Mistaken::Pathway(of),
        Conflict::Membership(id) => Mistaken::Membership(id),
        Conflict::Allocation(id) => Mistaken::Allocation(id),
        Conflict::Consent(of) => Mistaken::Consent(of),
        Conflict::ChildStatus(id) => Mistaken::Status(id),
        Conflict::Recommendation(id) => Mistaken::Recommendation(id),
        Conflict::ThresholdDecision(id) => Mistaken::Decision(id),
        Conflict::Disagreement(id) => Mistaken::Disagreement(id),
        Conflict::Alert(id) => Mistaken::Alert(id),
        Conflict::Proceedings(id) => Mistaken::Proceedings(id),
        Conflict::EarlyHelp(id) => Mistaken::EarlyHelp(id),
        Conflict::StepDown(id) => Mistaken::StepDown(id),
        _ => return None,
    };
    Some(Command::Way(Way::EnteredInError { what, reason, seen }))
}
