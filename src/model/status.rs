//! A child's status, over time: which plan, whether looked after, and the legal basis. Three things that are
//! kept apart, because one does not follow from another: a supervision order alone does not make a child
//! looked after.
//!
//! Sources: WAL "Which families", "Making connections"; WSX 4 and 8; `domain.md` R4, R7, R32, R59, R83.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::choices::choices;
use super::ids::{PersonId, ThresholdId};

choices! {
    /// The plan that a child has.
    PlanStatus {
        None "none" "No plan";
        ChildInNeed "child_in_need" "Child in need plan";
        ChildProtection "child_protection" "Child protection plan";
        /// A court or looked-after plan.
        Care "care" "Care plan";
    }

    LegalStatus {
        Section20 "section_20" "Accommodated under section 20";
        InterimCareOrder "interim_care_order" "Interim care order";
        InterimSupervisionOrder "interim_supervision_order" "Interim supervision order";
        CareOrderAtHome "care_order_at_home" "Care order, placed with parents";
        CareOrder "care_order" "Care order";
        SupervisionOrder "supervision_order" "Supervision order";
        ConnectedCarers "connected_carers" "With connected carers (regulation 24)";
        EmergencyProtection "emergency_protection" "Emergency protection order";
        PoliceProtection "police_protection" "Police protection";
    }

    /// Why a child protection plan was followed by no plan.
    NoPlanAfter {
        Eighteen "eighteen" "Turned 18";
        AnotherAuthority "another_authority" "Moved to another authority, which has taken over";
        Died "died" "Died";
    }
}

/// A child's status from a day on, until the next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChildStatus {
    pub child: PersonId,
    pub from: NaiveDate,
    pub plan: PlanStatus,
    #[serde(default)]
    pub looked_after: bool,
    #[serde(default)]
    pub legal: Option<LegalStatus>,
    /// The decision that led to it, where the team made one.
    #[serde(default)]
    pub decision: Option<ThresholdId>,
    #[serde(default)]
    pub no_plan_after: Option<NoPlanAfter>,
    #[serde(default)]
    pub why: String,
}

impl ChildStatus {
    /// Whether the child's status calls for work: a plan, being looked after, or an order.
    pub fn is_open(&self) -> bool {
        self.plan != PlanStatus::None || self.looked_after || self.legal.is_some()
    }
}
