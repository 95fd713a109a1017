//! Who may do what. Which role may do which thing is data of the authority (`policy/permissions.rs`, from the
//! matrix of `domain.md` A11); here is what can be asked, and by whom.
//!
//! The role is the one a practitioner gave for themselves: this keeps an honest team in its own order, and
//! every record says who made it and in which role. It is no lock against somebody who says otherwise.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::model::practitioner::Role;

/// The columns of the matrix: those who are told apart in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    TeamManager,
    SocialWorker,
    /// Children’s workers and everyone from an adults' service.
    TeamWorker,
    Administrator,
    ReferringTeam,
}

impl Who {
    pub const ALL: [Who; 5] =
        [Self::TeamManager, Self::SocialWorker, Self::TeamWorker, Self::Administrator, Self::ReferringTeam];

    /// Where a role stands. One of somebody's own words is a worker of the team.
    pub fn of(role: &Role) -> Self {
        match role {
            Role::TeamManager => Self::TeamManager,
            Role::SocialWorker => Self::SocialWorker,
            Role::Administrator => Self::Administrator,
            Role::ReferringTeam => Self::ReferringTeam,
            Role::ChildrenAndFamilyWorker
            | Role::DomesticAbusePractitioner
            | Role::DomesticAbuseWorker
            | Role::MentalHealthPractitioner
            | Role::RecoveryWorker
            | Role::Other(_) => Self::TeamWorker,
        }
    }

    /// As people say it, within a sentence.
    pub fn words(self) -> &'static str {
        match self {
            Self::TeamManager => "the team manager",
            Self::SocialWorker => "the social worker",
            Self::TeamWorker => "another worker of the team",
            Self::Administrator => "the administrator",
            Self::ReferringTeam => "the referring team",
        }
    }
}

macro_rules! acts {
    ($($(#[$doc:meta])* $act:ident $words:literal;)+) => {
        /// Something that not everyone may do.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Act {
            $($(#[$doc])* $act,)+
        }

        impl Act {
            pub const ALL: &[Act] = &[$(Self::$act,)+];

            /// What it is to do it, as it follows "can": "record a visit".
            pub fn words(self) -> &'static str {
                match self {
                    $(Self::$act => $words,)+
                }
            }
        }
    };
}

acts! {
    OpenWorkbook "open a workbook";
    /// Who is in the family, how they stand to each other, where they live, and who is in the workflow.
    DescribeFamily "record who is in the family";
    Separate "set or end safety separation";
    /// The referral, the checklist before transfer, the transfer pack.
    Refer "record a referral";
    AcceptTransfer "decide whether a transfer is accepted";
    ChoosePathway "choose the pathway";
    /// The allocation meeting, and who is in the team.
    Allocate "allocate the family";
    RecordConsent "record consent";
    RecordReferralConsent "record consent to the referral";
    /// Whoever hears of it writes it down: sharing stops at once.
    WithdrawConsent "record that consent was withdrawn";
    RecordStatus "record a child’s status";
    RecommendThreshold "recommend a threshold";
    DecideThreshold "decide a threshold";
    RaiseDisagreement "record a disagreement";
    SettleDisagreement "record how a disagreement was settled";
    ReceiveAlert "record an alert from another team";
    ReviewAlert "record what was done about an alert";
    RequestSpecialist "ask for an adult specialist";
    /// The decision is the adult worker's line manager's, and final; this is who may write it down.
    RecordSpecialistDecision "record the line manager’s decision";
    RecordNoRecourse "record no recourse to public funds";
    RecordProceedings "record care proceedings";
    FinishCasework "record that work with someone is complete";
    ProposeStep "propose early help or closing";
    AgreeEarlyHelp "agree early help";
    CloseWorkbook "close the workbook";
    ReopenWorkbook "reopen the workbook";
    ReopenOnReferral "reopen the workbook for a new referral";
    Modules "record in the modules";
    FinaliseAssessment "finalise the parenting assessment";
    OwnSummary "write their own summary and rating";
    AgreeRating "agree the family’s rating";
    WriteSupervisionNotes "write the notes of supervision";
    AuthoriseSupervision "authorise the notes of supervision";
    RearrangeSupervision "rearrange supervision";
    RecordVisit "record a statutory visit";
    WriteFamilyReport "write the family report";
    Plan "write a child’s plan";
    /// Copies and signatures of a plan.
    PlanCopies "record who has a copy of a plan and who signed";
    CaseNote "write a case note";
    /// Booking one, reminding of it, and who came.
    PlanSupervision "plan a supervision";
    RecordResult "record what came of an action";
    RenewCaseSummary "renew the case summary";
    ManagementOversight "record management oversight";
    Chronology "add to the chronology";
    /// What must not be known, and requests not to tell. Whoever hears of it writes it down.
    Protect "record what must not be known";
    /// A change to one of these, too: it could take away what keeps somebody safe.
    EndProtection "change or end what keeps somebody safe";
    ReadProtected "read what must not be known";
    SafetyPlan "write a safety plan";
    ReadSafetyPlan "open a private session";
    /// Of what one wrote oneself, and of what is the team's.
    Share "choose what the family is shown";
    ShareAnothers "choose what the family is shown of a colleague’s work";
    /// What somebody would be shown who is said to have harmed another of the family (`domain.md` E2, rule 15).
    ApproveSharing "approve what is shown to somebody from whom another is kept safe";
    /// The log of a showing, and what people said to it.
    ShowToFamily "show something to the family";
}

/// Which roles may do each thing. What a profile leaves out, nobody may: a profile is checked for that when
/// it is read.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Permissions(BTreeMap<Act, BTreeSet<Who>>);

impl Permissions {
    /// As a matrix says: its lines in any order.
    pub fn of<'a>(matrix: impl IntoIterator<Item = &'a (Act, &'a [Who])>) -> Self {
        Self(matrix.into_iter().map(|(act, who)| (*act, who.iter().copied().collect())).collect())
    }

    /// Whether someone in this role may do it.
    pub fn allows(&self, role: &Role, act: Act) -> bool {
        self.who(act).any(|who| who == Who::of(role))
    }

    /// Who may do it, managers first.
    pub fn who(&self, act: Act) -> impl Iterator<Item = Who> {
        self.0.get(&act).into_iter().flatten().copied()
    }

    /// Things of which this says nothing.
    pub fn left_out(&self) -> impl Iterator<Item = Act> {
        Act::ALL.iter().copied().filter(|act| !self.0.contains_key(act))
    }

    /// Lets these, and nobody else, do it.
    pub fn set(&mut self, act: Act, who: impl IntoIterator<Item = Who>) {
        self.0.insert(act, who.into_iter().collect());
    }

    /// Who may do it, as a sentence ends: "the team manager or the social worker".
    pub fn words(&self, act: Act) -> String {
        let who: Vec<&str> = self.who(act).map(Who::words).collect();
        match who.split_last() {
            None => "nobody in this authority’s profile".to_owned(),
            Some((last, [])) => (*last).to_owned(),
            Some((last, before)) => format!("{} or {last}", before.join(", ")),
        }
    }
}
