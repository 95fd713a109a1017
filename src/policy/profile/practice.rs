//! How an authority works where authorities differ: what it uses of the workbook, and the rules of `domain.md`
//! A2, A5, A8 and A10.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::source::Source;
use crate::workbook::decide::permission::{Act, Who};

/// What an authority rules about one thing, its words, and where it says so. No source: it does not say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Said<T> {
    pub is: T,
    pub words: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// A part of the app that not every authority has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    Workbook,
    Modules,
    ParentingAssessment,
    WorkbookSummary,
    CaseSummary,
    Rating,
    GroupSupervision,
    AdultSpecialists,
    /// The form on which an adult specialist is asked for.
    SpecialistRequest,
    ChildInNeedPlan,
    ConsultationNote,
    TransferPack,
    ExploitationPathway,
}

impl Part {
    pub const ALL: [Part; 13] = [
        Self::Workbook,
        Self::Modules,
        Self::ParentingAssessment,
        Self::WorkbookSummary,
        Self::CaseSummary,
        Self::Rating,
        Self::GroupSupervision,
        Self::AdultSpecialists,
        Self::SpecialistRequest,
        Self::ChildInNeedPlan,
        Self::ConsultationNote,
        Self::TransferPack,
        Self::ExploitationPathway,
    ];
}

/// Whether an authority uses a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Use {
    Used,
    /// Its screens say "Not used here", and the words why.
    NotUsed,
    /// The guidance does not mention it. Its screens are there for those who want them.
    NotSaid,
}

/// Which families follow the Family Safeguarding pathway (`domain.md` R5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pathway {
    /// At least one child under this age and one of the three parental needs; over it, or with harm outside
    /// the home, the exploitation pathway. Exactly this age fits neither.
    Age(u8),
    /// By the children's ages and the parents' needs, without saying which ages.
    AgesNotGiven,
    /// There is one way of working for all.
    One,
    NotSaid,
}

/// What follows a child protection plan (`domain.md` R83).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AfterProtectionPlan {
    /// The child must have a child in need plan.
    InNeed,
    /// A period of child in need planning is recommended.
    InNeedRecommended,
    NotSaid,
}

/// Which families are discussed in group supervision (`domain.md` R46, R53).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SupervisedFor {
    EveryFamily,
    /// Those with whom two or more professionals work; the others have ordinary supervision.
    TwoOrMoreWorkers,
    /// There is no group supervision.
    Nobody,
    NotSaid,
}

/// A reason for which a supervision may be rearranged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reason {
    /// What it is recorded by, permanent within the profile. `annual_leave` starts timescale T19.
    pub code: String,
    pub words: String,
}

/// How supervision may be rearranged (`domain.md` R54).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rearranging {
    pub never_cancelled: bool,
    /// The only reasons. Empty: any reason, in words.
    pub reasons: Vec<Reason>,
    pub words: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// The code of the reason that timescale T19 limits.
pub const ANNUAL_LEAVE: &str = "annual_leave";

/// How the authority works.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Practice {
    pub joint_assessments: Said<bool>,
    pub pathway: Said<Pathway>,
    pub referral_needs_consent: Said<bool>,
    pub transfer_pack: Said<bool>,
    pub child_in_need_only: Said<bool>,
    pub supervised: Said<SupervisedFor>,
    pub rearranging: Rearranging,
    pub after_protection_plan: Said<AfterProtectionPlan>,
    /// Whether a family leaves when it no longer consents and no protection plan is needed.
    pub leaves_without_consent: Said<bool>,
    /// Whether the team itself gives short support after a plan ends.
    pub step_down_support: Said<bool>,
}

/// Who may do one thing, where the authority says so; the rest is as `policy::permissions` has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Permission {
    pub may: BTreeSet<Who>,
    pub words: String,
    pub source: Source,
}

/// Permissions by what is done.
pub type Permissions = BTreeMap<Act, Permission>;

/// How much work somebody is meant to have (`domain.md` R20, R10).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// The code of a role, or `team`.
    pub of: String,
    pub number: u32,
    /// What is counted: "children for each full-time worker".
    pub counts: String,
    pub words: String,
    pub source: Source,
}

/// Something that the guidance leaves open, which is shown and not hidden (`domain.md` A14).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Open {
    pub about: String,
    pub words: String,
    pub source: Source,
}
