//! The child in need plan: outcomes, steps, views, how often each child is visited; its reviews; who was given
//! a copy and who signed.
//!
//! Source: WAR 9 and 10; `domain.md` R70 to R75, R78, R79. Other authorities use the same parts with their own
//! timescales.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::action::{Action, Owner};
use super::choices::choices;
use super::ids::{ActionId, EventId, PersonId, PlanId, ReviewId};

choices! {
    /// An interim plan is in place until the first planning meeting has agreed one.
    PlanKind {
        Interim "interim" "Interim child in need plan";
        ChildInNeed "child_in_need" "Child in need plan";
    }
}

/// One outcome that the family and the team want, and the steps to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goal {
    /// What will be better, in the family's words where they can be had.
    pub outcome: String,
    #[serde(default)]
    pub children: BTreeSet<PersonId>,
    /// Each with who, by when or how often, and how we will know.
    #[serde(default)]
    pub steps: Vec<Action>,
}

/// How often one child is visited at the least, and by whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visiting {
    pub at_least_every_days: u16,
    pub by: Owner,
    /// Why it is less often than the authority asks for, if it is.
    #[serde(default)]
    pub why_less: String,
}

/// A plan as it was agreed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    pub kind: PlanKind,
    pub children: BTreeSet<PersonId>,
    /// The day of the meeting, or the day from which an interim plan is in place.
    pub agreed_on: NaiveDate,
    /// Whether it was agreed in a planning meeting.
    #[serde(default)]
    pub at_a_meeting: bool,
    pub goals: Vec<Goal>,
    #[serde(default)]
    pub visiting: BTreeMap<PersonId, Visiting>,
    #[serde(default)]
    pub childrens_views: BTreeMap<PersonId, String>,
    #[serde(default)]
    pub parents_views: BTreeMap<PersonId, String>,
    #[serde(default)]
    pub agencies_views: String,
    /// How wishes and feelings shaped the plan.
    #[serde(default)]
    pub how_views_shaped_it: String,
    /// Who provides what, and the details of all involved.
    #[serde(default)]
    pub services: String,
    /// What happens if the plan does not work.
    #[serde(default)]
    pub contingency: String,
}

impl Plan {
    /// Every step, in the order of the goals.
    pub fn steps(&self) -> impl Iterator<Item = &Action> {
        self.goals.iter().flat_map(|goal| &goal.steps)
    }

    /// Everyone of the family whom a field of it names.
    pub fn people(&self) -> BTreeSet<PersonId> {
        self.children
            .iter()
            .chain(self.goals.iter().flat_map(|goal| &goal.children))
            .chain(self.visiting.keys())
            .chain(self.childrens_views.keys())
            .chain(self.parents_views.keys())
            .copied()
            .collect()
    }
}

/// A review of a plan. What changes in the plan is a new version of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    pub plan: PlanId,
    pub on: NaiveDate,
    /// Why it was no meeting, which a manager agrees to rarely (WAR 10.2); empty when it was one.
    #[serde(default)]
    pub why_no_meeting: String,
    /// How far each step has come, in words.
    #[serde(default)]
    pub progress: BTreeMap<ActionId, String>,
    /// What is better, what is not, and what changes in the plan.
    pub summary: String,
    #[serde(default)]
    pub new_information: String,
    #[serde(default)]
    pub childrens_views: BTreeMap<PersonId, String>,
    #[serde(default)]
    pub parents_views: BTreeMap<PersonId, String>,
    #[serde(default)]
    pub agencies_views: String,
    #[serde(default)]
    pub who_came: String,
    #[serde(default)]
    pub next_on: Option<NaiveDate>,
}

/// A plan, or a review of one: what copies and signatures are of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Paper {
    Plan(PlanId),
    Review(ReviewId),
}

/// Someone of the family, or an agency by name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    Person(PersonId),
    Agency(String),
}

/// One copy that was given to someone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CopyGiven {
    pub paper: Paper,
    pub to: Party,
    pub on: NaiveDate,
    /// By post, by hand, read aloud.
    #[serde(default)]
    pub how: String,
}

/// What someone says to a plan when asked to sign it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    Agrees,
    /// Signed, and sees some of it differently: in their own words.
    SeesItDifferently(String),
    /// Did not sign: why, where they said so.
    DidNotSign(String),
}

/// A signature, or that someone would rather not sign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    pub paper: Paper,
    /// The versions of it that they had before them. What is changed afterwards they have not signed.
    #[serde(default)]
    pub versions: Vec<EventId>,
    pub by: Party,
    pub on: NaiveDate,
    pub answer: Answer,
}
