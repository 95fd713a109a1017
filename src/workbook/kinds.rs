//! Every kind of fact, one line each. From this table come the facts and how they are read and written, the
//! workbook that holds them, and the list of what waits for a decision.
//!
//! To add a kind: a line at the end of the table, and a sample in `tests/fixtures/records`. A name in records
//! is permanent. What a revision is, is in `fact.rs`; what the fold does with it, in `fold.rs`.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::model::action::ActionResult;
use crate::model::alert::{Alert, AlertReview};
use crate::model::allocation::{AllocationMeeting, Membership};
use crate::model::chronology::{ChronologyEvent, Mark};
use crate::model::consent::{Consent, ConsentOf};
use crate::model::disagreement::{Disagreement, Settlement};
use crate::model::do_not_tell::DoNotTell;
use crate::model::entry::{Entry, JointAssessment, ModuleStatus, Statement};
use crate::model::entry_to_team::{Checklist, Referral, TransferDecision, TransferPack};
use crate::model::family::Family;
use crate::model::household::Household;
use crate::model::ids::{
    ActionId, AddendumId, AlertId, AllocationId, ChronologyId, CopyId, DisagreementId, DoNotTellId, EntryId,
    EventId, FamilyId, HouseholdId, MembershipId, NoteId, PersonId, PlanId, PractitionerId, ProceedingsId,
    ProtectedId, ReferralId, RelationshipId, RequestId, ReviewId, SaidId, ShowingId, SignatureId, StatusId,
    StepId, SupervisionId, ThresholdId, VisitId,
};
use crate::model::leaving::{Casework, Closing, ClosureSummary, EarlyHelp, StepDown};
use crate::model::no_recourse::NoRecourse;
use crate::model::note::CaseNote;
use crate::model::pathway::{PathwayChoice, PathwayOf};
use crate::model::person::{Person, Separation, Workflow};
use crate::model::plan::{CopyGiven, Plan, Review, Signature};
use crate::model::practitioner::TeamMember;
use crate::model::proceedings::Proceedings;
use crate::model::protected::ProtectedFact;
use crate::model::rating::{AgreedRating, Contribution, Rating, Reveal};
use crate::model::relationship::Relationship;
use crate::model::safety_plan::SafetyPlan;
use crate::model::sharing::{Approval, ForOne, Piece, Shared};
use crate::model::showing::{Said, Showing};
use crate::model::source::Source;
use crate::model::specialist::{SpecialistDecision, SpecialistRequest};
use crate::model::status::ChildStatus;
use crate::model::subject::Pair;
use crate::model::summary::{CaseSummary, WorkbookSummary};
use crate::model::supervision::{Addendum, Held, Notes, SignOff, Supervision};
use crate::model::threshold::{Recommendation, ThresholdDecision};
use crate::model::visit::{OnSystem, Visit};

use super::audit::Told;
use super::event::Event;
use super::fact::{NotRead, Part, Revision, VERSION, Whole};
use super::fold::Unread;
use super::versioned::{Things, Version};

macro_rules! kinds {
    ($($kind:ident $name:literal $key:ty => $value:ty, $seen:vis $things:ident, $words:literal;)+) => {
        /// Everything version 1 knows how to tell.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Fact {
            $($kind(Revision<$key, $value>),)+
        }

        impl Fact {
            /// The permanent names of all kinds.
            pub const KINDS: &[&str] = &[$($name,)+];

            /// The permanent name of its kind in records.
            pub fn kind(&self) -> &'static str {
                match self {
                    $(Self::$kind(_) => $name,)+
                }
            }

            /// The kind and payload of the event that tells this.
            pub fn to_parts(&self) -> (String, Value) {
                let payload = match self {
                    $(Self::$kind(revision) => write(revision),)+
                };
                (self.kind().to_owned(), payload)
            }

            /// Reads an event's kind and payload.
            pub fn read(kind: &str, version: u16, payload: &Value) -> Result<Self, NotRead> {
                match kind {
                    _ if version > VERSION => Err(NotRead::Newer),
                    $($name => read(payload).map(Self::$kind),)+
                    _ => Err(NotRead::Newer),
                }
            }
        }

        /// A family's workbook as it stands.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
        pub struct Workbook {
            pub id: FamilyId,
            $($seen $things: Things<$key, $value>,)+
            /// Events that were kept and not shown, with why.
            #[serde(skip)]
            pub unread: Vec<Unread>,
        }

        impl Workbook {
            /// A workbook of which nothing is known yet.
            pub fn empty(id: FamilyId) -> Self {
                Self { id, $($things: Things::default(),)+ unread: Vec::new() }
            }

            /// How many versions of anything it holds.
            pub fn count(&self) -> usize {
                let mut count = 0;
                $(count += self.$things.iter().map(|(_, thing)| thing.count()).sum::<usize>();)+
                count
            }

            /// Adds a version to the thing that a fact is about.
            pub(super) fn take(&mut self, event: &Event, fact: Fact) {
                match fact {
                    $(Fact::$kind(revision) => self.$things.add(event, revision),)+
                }
            }
        }

        /// A thing with two or more heads; or an authorised supervision of which something was written by
        /// someone who did not know that it is authorised.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Conflict {
            $($kind($key),)+
            AfterAuthorisation(SupervisionId),
        }

        impl Conflict {
            /// What kind of thing it is, as people say it.
            pub fn words(&self) -> &'static str {
                match self {
                    $(Self::$kind(_) => $words,)+
                    Self::AfterAuthorisation(_) => "What was written of an authorised supervision",
                }
            }
        }

        /// Every version of every thing, with the thing it is of and whether it began it; in no order.
        pub(super) fn every_version(book: &Workbook) -> Vec<Told> {
            let mut told = Vec::new();
            $(for (key, thing) in book.$things.iter() {
                let first = thing.first().event;
                told.extend(thing.versions().map(|it| Told::of(Conflict::$kind(key), it.event == first, it)));
            })+
            told
        }

        impl Workbook {
            /// The versions of a thing that stand beside each other, oldest first, each with what it says as
            /// records write it. None where there is no such thing.
            pub fn standing(&self, of: Conflict) -> Vec<Stands> {
                match of {
                    $(Conflict::$kind(key) => {
                        let heads = self.$things.get(key).map(|thing| thing.heads()).unwrap_or_default();
                        heads.into_iter().map(Stands::of).collect()
                    })+
                    Conflict::AfterAuthorisation(_) => Vec::new(),
                }
            }

            /// What was recorded last of everything: what it is, who recorded it and when.
            pub fn recorded_last(&self) -> Vec<(Conflict, PractitionerId, DateTime<Utc>)> {
                let mut found = Vec::new();
                $(found.extend(self.$things.iter().map(|(key, thing)| {
                    let latest = thing.latest();
                    (Conflict::$kind(key), latest.author, latest.recorded)
                }));)+
                found
            }
        }

        /// Every thing with two or more heads, in a fixed order.
        pub(super) fn with_two_heads(book: &Workbook) -> Vec<Conflict> {
            let mut found = Vec::new();
            $(found.extend(book.$things.in_conflict().map(Conflict::$kind));)+
            found
        }
    };
}

/// One of the versions of a thing, whatever kind of thing it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Stands {
    pub event: EventId,
    pub author: PractitionerId,
    pub recorded: DateTime<Utc>,
    pub reason: String,
    /// What it says; none: entered in error.
    pub value: Option<Value>,
}

impl Stands {
    fn of<T: Serialize>(version: &Version<T>) -> Self {
        Self {
            event: version.event,
            author: version.author,
            recorded: version.recorded,
            reason: version.reason.clone(),
            value: version.value.as_ref().map(|value| serde_json::to_value(value).unwrap_or_default()),
        }
    }
}

// The kind, its name in records, what it is of, what is said of it, where the workbook holds it, in words.
kinds! {
    Family           "family"             FamilyId => Family,              pub(super) family,      "How the family came to the team";
    TeamMember       "team_member"        PractitionerId => TeamMember,    pub team,               "A team member";
    Person           "person"             PersonId => Person,              pub people,             "Details of a person";
    Relationship     "relationship"       RelationshipId => Relationship,  pub relationships,      "A relationship";
    Household        "household"          HouseholdId => Household,        pub households,         "A home";
    Workflow         "workflow"           PersonId => Workflow,            pub workflow,           "Whether someone is in the workflow";
    Separation       "safety_separation"  Pair => Separation,              pub separations,        "Safety separation";
    Entry            "entry"              EntryId => Entry,                pub entries,            "An entry";
    ModuleStatus     "module_status"      Part => ModuleStatus,            pub statuses,           "The status of a module";
    Statement        "statement"          Part => Statement,               pub statements,         "The statement of a module";
    JointAssessment  "joint_assessment"   Pair => JointAssessment,         pub joint,              "A joint assessment";

    // The way through: entry, allocation, consent, status, leaving.
    Referral         "referral"           ReferralId => Referral,          pub referrals,          "A referral";
    Checklist        "transfer_checklist" ReferralId => Checklist,         pub checklists,         "The checklist before transfer";
    TransferPack     "transfer_pack"      ReferralId => TransferPack,      pub packs,              "A transfer pack";
    TransferDecision "transfer_decision"  ReferralId => TransferDecision,  pub transfers,          "The decision on a transfer";
    Pathway          "pathway"            PathwayOf => PathwayChoice,      pub pathways,           "The choice of pathway";
    Membership       "team_membership"    MembershipId => Membership,      pub memberships,        "Who is in the team";
    Allocation       "allocation_meeting" AllocationId => AllocationMeeting, pub allocations,      "An allocation meeting";
    Consent          "consent"            ConsentOf => Consent,            pub consents,           "A consent";
    ChildStatus      "child_status"       StatusId => ChildStatus,         pub child_statuses,     "A child’s status";
    Recommendation   "threshold_recommendation" ThresholdId => Recommendation, pub recommendations, "A threshold recommendation";
    ThresholdDecision "threshold_decision" ThresholdId => ThresholdDecision, pub thresholds,       "A threshold decision";
    Disagreement     "disagreement"       DisagreementId => Disagreement,  pub disagreements,      "A disagreement";
    Settlement       "settlement"         DisagreementId => Settlement,    pub settlements,        "How a disagreement was settled";
    NoRecourse       "no_recourse"        Whole => NoRecourse,             pub no_recourse,        "No recourse to public funds";
    Alert            "outside_alert"      AlertId => Alert,                pub alerts,             "An alert from another team";
    AlertReview      "alert_review"       AlertId => AlertReview,          pub alert_reviews,      "What was done about an alert";
    Proceedings      "proceedings"        ProceedingsId => Proceedings,    pub proceedings,        "Care proceedings";
    EarlyHelp        "early_help"         StepId => EarlyHelp,             pub early_help,         "Early help";
    StepDown         "step_down"          StepId => StepDown,              pub step_downs,         "Support after the plan";
    Casework         "casework"           PersonId => Casework,            pub casework,           "Whether work with someone is complete";
    ClosureSummary   "closure_summary"    Whole => ClosureSummary,         pub closure_summary,    "The closure summary";
    Closing          "closing"            Whole => Closing,                pub closing,            "Closing or reopening";

    // The monthly round. What an authorised record holds is read through `round::Meeting` only.
    Supervision         "supervision"           SupervisionId => Supervision,     pub(super) supervisions,    "When a supervision is";
    Held                "supervision_held"      SupervisionId => Held,            pub(super) held,            "Who was at a supervision";
    Rating              "rating"                Contribution => Rating,           pub(super) ratings,         "A worker’s rating";
    Reveal              "ratings_revealed"      SupervisionId => Reveal,          pub(super) reveals,         "When ratings were shown";
    AgreedRating        "agreed_rating"         SupervisionId => AgreedRating,    pub(super) agreed_ratings,  "The agreed rating";
    Notes               "supervision_notes"     SupervisionId => Notes,           pub(super) notes,           "The notes of a supervision";
    SignOff             "supervision_sign_off"  SupervisionId => SignOff,         pub(super) sign_offs,       "Who authorised a supervision";
    Addendum            "supervision_addendum"  AddendumId => Addendum,           pub(super) addenda,         "An addition to a supervision";
    Summary             "workbook_summary"      Contribution => WorkbookSummary,  pub summaries,              "A worker’s summary";
    CaseSummary         "case_summary"          Whole => CaseSummary,             pub(super) case_summaries,  "The case summary";
    ActionResult        "action_result"         ActionId => ActionResult,         pub action_results,         "What came of an action";
    Visit               "visit"                 VisitId => Visit,                 pub visits,                 "A visit";
    OnSystem            "visit_on_system"       VisitId => OnSystem,              pub visits_on_system,       "A visit’s place in the statutory system";
    CaseNote            "case_note"             NoteId => CaseNote,               pub case_notes,             "A case note";
    ChronologyEvent     "chronology_event"      ChronologyId => ChronologyEvent,  pub chronology_events,      "An event of the chronology";
    Mark                "chronology_mark"       Source => Mark,                   pub marks,                  "Whether a record is significant";
    SpecialistRequest   "specialist_request"    RequestId => SpecialistRequest,   pub specialist_requests,    "A request for a specialist";
    SpecialistDecision  "specialist_decision"   RequestId => SpecialistDecision,  pub specialist_decisions,   "A decision about a specialist";
    Plan                "plan"                  PlanId => Plan,                   pub plans,                  "A plan";
    Review              "plan_review"           ReviewId => Review,               pub plan_reviews,           "A review of a plan";
    CopyGiven           "plan_copy"             CopyId => CopyGiven,              pub plan_copies,            "A copy of a plan";
    Signature           "plan_signature"        SignatureId => Signature,         pub plan_signatures,        "A signature";

    // What keeps people safe. It stands apart: its words are on no page but its own.
    ProtectedFact       "protected_fact"        ProtectedId => ProtectedFact,     pub protected_facts,        "A protected fact";
    DoNotTell           "do_not_tell"           DoNotTellId => DoNotTell,         pub do_not_tell,            "A request not to tell";
    SafetyPlan          "safety_plan"           PersonId => SafetyPlan,           pub(super) safety_plans,    "A private record";
    // What the family is shown, and what they said to it.
    Shared              "shared"                Piece => Shared,                  pub shared,                 "What the family is shown";
    Showing             "showing"               ShowingId => Showing,             pub showings,               "That something was shown";
    Said                "said"                  SaidId => Said,                   pub said,                   "What somebody said";
    Approval            "sharing_approval"      ForOne => Approval,               pub approvals,              "What a manager approved to be shown";
}

/// Reads a revision of any kind. One reading for all: each kind brings only that of its key and its value.
fn read<'a, K: Deserialize<'a>, T: Deserialize<'a>>(payload: &'a Value) -> Result<Revision<K, T>, NotRead> {
    let revision: Revision<&Value, &Value> = revision_in(payload).ok_or(NotRead::Unreadable)?;
    let unreadable = |_| NotRead::Unreadable;
    Ok(Revision {
        of: K::deserialize(revision.of).map_err(unreadable)?,
        supersedes: revision.supersedes,
        reason: revision.reason,
        value: revision.value.map(T::deserialize).transpose().map_err(unreadable)?,
    })
}

/// A revision of which the key and the value are not read yet.
fn revision_in(payload: &Value) -> Option<Revision<&Value, &Value>> {
    Some(Revision {
        of: payload.get("of")?,
        supersedes: match payload.get("supersedes") {
            Some(ids) => Vec::deserialize(ids).ok()?,
            None => Vec::new(),
        },
        reason: match payload.get("reason") {
            Some(reason) => reason.as_str()?.to_owned(),
            None => String::new(),
        },
        value: payload.get("value").filter(|value| !value.is_null()),
    })
}

fn write<K: Serialize, T: Serialize>(revision: &Revision<K, T>) -> Value {
    let Revision { of, supersedes, reason, value } = revision;
    let mut payload = Map::new();
    let mut put = |name: &str, value: Value| payload.insert(name.to_owned(), value);
    put("of", serde_json::to_value(of).unwrap_or_default());
    put("supersedes", serde_json::to_value(supersedes).unwrap_or_default());
    if !reason.is_empty() {
        put("reason", Value::from(reason.as_str()));
    }
    put("value", serde_json::to_value(value).unwrap_or_default());
    Value::Object(payload)
}
