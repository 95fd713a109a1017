//! The allocation meeting, and who is in the team around a family, over time.
//!
//! Sources: WAL "Entering the Family Safeguarding Team", "Roles and responsibilities", "Working with adults";
//! WSX 5 to 7; WAR 8.1.5; `domain.md` R16, R19, R21 to R27, R69.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ids::{MembershipId, PractitionerId};
use super::practitioner::Role;

/// Someone's time in the team around the family. A colleague need not have recorded anything to be in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Membership {
    pub name: String,
    pub role: Role,
    #[serde(default)]
    pub employer: String,
    /// Who they are on the record, once they have recorded with this family.
    #[serde(default)]
    pub practitioner: Option<PractitionerId>,
    pub from: NaiveDate,
    #[serde(default)]
    pub until: Option<NaiveDate>,
    /// What they are here to do; when they leave, why.
    #[serde(default)]
    pub why: String,
}

impl Membership {
    /// Whether they are in the team on that day.
    pub fn is_on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

/// How much one adults' service gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Support {
    pub role: Role,
    /// One to one weekly, a group, consultation only.
    pub how_much: String,
}

/// A case allocation meeting and its outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AllocationMeeting {
    pub held_on: NaiveDate,
    #[serde(default)]
    pub chaired_by: String,
    #[serde(default)]
    pub present: String,
    /// The one social worker to whom the family is allocated.
    pub social_worker: MembershipId,
    /// Who leads the work, where that is not the social worker (WAR 17.2; the draft Working Together 2023 in
    /// BURY: any suitable lead practitioner for a child in need).
    #[serde(default)]
    pub lead_practitioner: Option<MembershipId>,
    /// The support of adult workers that was decided.
    #[serde(default)]
    pub support: Vec<Support>,
    /// What the decision on support was based on: need, capacity to change, and the team's capacity.
    #[serde(default)]
    pub needs: String,
    #[serde(default)]
    pub capacity_to_change: String,
    #[serde(default)]
    pub team_capacity: String,
    /// What had not been done before the family came, as it was shown, and why the family was allocated all
    /// the same.
    #[serde(default)]
    pub missing: Vec<String>,
    #[serde(default)]
    pub missing_why: String,
}
