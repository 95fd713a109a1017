//! Word from outside teams about a family that is open here, and what was done about it.
//!
//! Sources: WAR 6.1 and 14; `domain.md` R44, R81, R95. Who gave the word is for the team only, always.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::choices::choices;
use super::ids::PersonId;

choices! {
    AlertFrom {
        Mash "mash" "Multi-agency safeguarding hub";
        EmergencyDuty "emergency_duty" "Emergency duty team";
        Police "police" "Police";
        Health "health" "Health";
        Education "education" "School, college or nursery";
        Another "another" "Somebody else";
    }

    AlertOutcome {
        WorkGoesOn "work_goes_on" "The work goes on as planned";
        PlanChanged "plan_changed" "The plan was changed";
        StrategyMeeting "strategy_meeting" "A strategy meeting";
        Section47 "section_47" "A section 47 enquiry";
        Conference "conference" "A child protection conference";
    }
}

/// What was told, by whom, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alert {
    pub from: AlertFrom,
    /// Who, in words.
    #[serde(default)]
    pub named: String,
    pub received_on: NaiveDate,
    #[serde(default)]
    pub about: BTreeSet<PersonId>,
    pub what: String,
    /// Concern for a child's welfare now: no delay.
    #[serde(default)]
    pub immediate: bool,
}

/// What the social worker and the manager did about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AlertReview {
    pub on: NaiveDate,
    pub outcome: AlertOutcome,
    pub action: String,
    /// Who led it: the social worker, or else the duty worker.
    #[serde(default)]
    pub led_by: String,
}
