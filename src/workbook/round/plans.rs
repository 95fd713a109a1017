//! The plan of each child, its reviews, who has a copy and who signed; and what a plan still lacks (WAR 9 and
//! 10; `domain.md` R70 to R79).

use chrono::NaiveDate;

use crate::model::ids::{CopyId, PersonId, PlanId, ReviewId, SignatureId};
use crate::model::person::Arrival;
use crate::model::plan::{Answer, CopyGiven, Paper, Party, Plan, PlanKind, Review, Signature, Visiting};
use crate::workbook::fold::Workbook;

use super::Meeting;

/// Something that the guidance asks of a plan and that is not there yet. A hint, never a hindrance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gap {
    /// What the child thinks of it.
    ChildsView(PersonId),
    /// What a parent thinks of it.
    ParentsView(PersonId),
    AgenciesView,
    HowViewsShapedIt,
    Visiting(PersonId),
    Contingency,
}

impl Workbook {
    /// The plan that stands for a child: of those that name the child, the one agreed last. A child in need
    /// plan stands before an interim one of the same day.
    pub fn plan_for(&self, child: PersonId) -> Option<(PlanId, &Plan)> {
        let of_child = self.plans.all().filter(|(_, plan)| plan.children.contains(&child));
        of_child.max_by_key(|(id, plan)| (plan.agreed_on, plan.kind, *id))
    }

    /// How often a child is to be visited at the least, by their plan.
    pub fn visiting(&self, child: PersonId) -> Option<&Visiting> {
        self.plan_for(child).and_then(|(_, plan)| plan.visiting.get(&child))
    }

    /// The reviews of a plan, oldest first.
    pub fn reviews_of(&self, plan: PlanId) -> Vec<(ReviewId, &Review)> {
        let mut reviews: Vec<_> = self.plan_reviews.all().filter(|(_, review)| review.plan == plan).collect();
        reviews.sort_by_key(|(id, review)| (review.on, *id));
        reviews
    }

    /// Who was given a copy, in order of the day.
    pub fn copies_of(&self, paper: Paper) -> Vec<(CopyId, &CopyGiven)> {
        let mut copies: Vec<_> = self.plan_copies.all().filter(|(_, copy)| copy.paper == paper).collect();
        copies.sort_by_key(|(id, copy)| (copy.on, *id));
        copies
    }

    /// What everyone said to it when asked to sign, in order of the day.
    pub fn signatures_of(&self, paper: Paper) -> Vec<(SignatureId, &Signature)> {
        let mut signatures: Vec<_> =
            self.plan_signatures.all().filter(|(_, signature)| signature.paper == paper).collect();
        signatures.sort_by_key(|(id, signature)| (signature.on, *id));
        signatures
    }

    /// Whether a signature is of the plan or review as it stands, and not of an earlier version.
    pub fn is_of_this_version(&self, signature: &Signature) -> bool {
        let heads = match signature.paper {
            Paper::Plan(id) => self.plans.head_ids(id),
            Paper::Review(id) => self.plan_reviews.head_ids(id),
        };
        heads.iter().all(|head| signature.versions.contains(head))
    }

    /// The children who can, and the parents who were asked for their view, who did not sign it as it stands.
    /// One authority counts a review as complete only when none is left, nor any agency (WAR 10.5).
    pub fn not_signed_by(&self, paper: Paper, old_enough: impl Fn(PersonId) -> bool) -> Vec<PersonId> {
        let plan = match paper {
            Paper::Plan(id) => self.plans.current(id),
            Paper::Review(id) => self.plan_reviews.current(id).and_then(|it| self.plans.current(it.plan)),
        };
        let Some(plan) = plan else { return Vec::new() };
        let signed: Vec<&Party> = self
            .signatures_of(paper)
            .into_iter()
            .filter(|(_, signature)| self.is_of_this_version(signature))
            .filter(|(_, signature)| !matches!(signature.answer, Answer::DidNotSign(_)))
            .map(|(_, signature)| &signature.by)
            .collect();
        let children = plan.children.iter().copied().filter(|child| old_enough(*child));
        children
            .chain(plan.parents_views.keys().copied())
            .filter(|person| !signed.contains(&&Party::Person(*person)))
            .collect()
    }

    /// What the guidance asks of a plan and that is not there yet.
    pub fn gaps_in(&self, plan: &Plan) -> Vec<Gap> {
        let said = |text: Option<&String>| text.is_some_and(|text| !text.trim().is_empty());
        let unborn = |child: PersonId| {
            matches!(self.people.current(child).map(|it| it.arrival), Some(Arrival::Unborn { .. }))
        };
        let mut gaps = Vec::new();
        for child in &plan.children {
            if !said(plan.childrens_views.get(child)) && !unborn(*child) {
                gaps.push(Gap::ChildsView(*child));
            }
            if !plan.visiting.contains_key(child) {
                gaps.push(Gap::Visiting(*child));
            }
        }
        let parents = self.adults().into_iter().map(|(id, _)| id);
        for parent in parents.filter(|id| self.is_parent(*id) && self.in_workflow(*id)) {
            if !said(plan.parents_views.get(&parent)) {
                gaps.push(Gap::ParentsView(parent));
            }
        }
        let texts = [
            (&plan.agencies_views, Gap::AgenciesView),
            (&plan.how_views_shaped_it, Gap::HowViewsShapedIt),
            (&plan.contingency, Gap::Contingency),
        ];
        let wanted = if plan.kind == PlanKind::Interim { 0 } else { texts.len() };
        gaps.extend(texts.into_iter().take(wanted).filter(|(text, _)| !said(Some(text))).map(|(_, gap)| gap));
        gaps
    }

    /// The day of the last meeting about a child's plan: its last review, or the day the plan was agreed.
    pub fn last_plan_meeting(&self, child: PersonId) -> Option<NaiveDate> {
        let plans = self.plans.all().filter(|(_, plan)| plan.children.contains(&child));
        plans
            .flat_map(|(id, plan)| {
                let agreed = plan.at_a_meeting.then_some(plan.agreed_on);
                agreed.into_iter().chain(self.reviews_of(id).into_iter().map(|(_, review)| review.on))
            })
            .max()
    }

    /// The supervisions held since the last meeting about a child's plan, of which something was decided: what
    /// the social worker takes into the next one (WAL and WSX 9; `domain.md` R56).
    pub fn to_take_into_review(&self, child: PersonId) -> Vec<Meeting<'_>> {
        let last = self.last_plan_meeting(child);
        let decided = |meeting: &Meeting<'_>| {
            meeting.notes().is_some_and(|notes| {
                let of_child = notes.thresholds.get(&child).is_some_and(|review| review.is_said());
                of_child || !notes.decisions.trim().is_empty() || !notes.statutory.trim().is_empty()
            })
        };
        let since = |meeting: &Meeting<'_>| {
            meeting.held().is_some_and(|held| last.is_none_or(|last| held.on >= last))
        };
        self.meetings().into_iter().filter(|meeting| since(meeting) && decided(meeting)).collect()
    }
}
