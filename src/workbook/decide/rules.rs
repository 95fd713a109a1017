//! What an authority rules, as plain values. Where each comes from, and which authority says what, is data of
//! `policy`, which hands them in with [`super::Asking`].

use super::permission::Permissions;
use super::round_rules::RoundRules;

/// The rules of practice that authorities set for themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    /// Whether a couple may be assessed jointly (Walsall: each parent always their own; West Sussex: jointly
    /// when presenting as a couple; `domain.md` R33).
    pub joint_assessments: bool,
    pub permissions: Permissions,
    pub pathway: PathwayRule,
    /// What follows when a child protection plan ends (`domain.md` R83).
    pub after_protection_plan: AfterProtectionPlan,
    /// Whether the referral waits for consent, rather than "as appropriate" (`domain.md` R14).
    pub referral_needs_consent: bool,
    /// Whether families come with a transfer pack that a weekly workflow meeting decides (`domain.md` R18).
    pub transfer_pack: bool,
    /// Whether the team holds children in need only: those with a protection plan, on the edge of care or
    /// looked after are with other teams (`domain.md` R4).
    pub child_in_need_only: bool,
    /// Whether a family may leave before the work is complete when it no longer consents and no child
    /// protection plan is needed (`domain.md` R63, R84).
    pub leaves_without_consent: bool,
    /// Whether support may go on for a while after the child in need plan, led by a family support worker
    /// (`domain.md` R87).
    pub step_down_support: bool,
    /// Within how many weeks of closing a new referral comes back to the same team (`domain.md` R90).
    pub returns_within_weeks: Option<u32>,
    /// The monthly round and the plan.
    pub round: RoundRules,
}

/// How the pathway is to be chosen (`domain.md` R5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PathwayRule {
    /// The guidance does not say.
    #[default]
    NotSaid,
    /// Ages and the parents' needs decide, but no ages are given (West Sussex).
    AgesNotGiven,
    /// Family Safeguarding with a child under this age and a parent's need as the main concern; exploitation
    /// with children over it, or harm outside the home (Walsall).
    Age(u32),
    /// There is one way of working, for children in need (Warwickshire).
    One,
}

/// What follows when a child protection plan ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AfterProtectionPlan {
    #[default]
    NotSaid,
    /// A time as a child in need is recommended: leaving it out needs a reason.
    InNeedRecommended,
    /// The child must become a child in need.
    InNeed,
}
