//! Everything that was recorded, one line for each version of each thing: who, when, what kind, about whom, and why.
//! The history cannot be changed: what is corrected is a later version (`ux.md` S34).

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use crate::model::dates::PartialDate;
use crate::model::ids::{EventId, PersonId, PlanId, PractitionerId};
use crate::model::plan::Paper;
use crate::model::practitioner::Role;
use crate::model::source::Source;

use super::conflict::Conflict;
use super::fold::Workbook;
use super::kinds::every_version;
use super::versioned::{Things, Version};

/// What a version did to its thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Did {
    Began,
    Changed,
    /// Entered in error.
    TookBack,
}

/// One version of one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The thing, by its kind and key.
    pub about: Conflict,
    pub did: Did,
    pub event: EventId,
    pub by: PractitionerId,
    pub role: Role,
    pub recorded: DateTime<Utc>,
    pub happened: PartialDate,
    pub reason: String,
}

impl Told {
    pub(super) fn of<T>(about: Conflict, first: bool, version: &Version<T>) -> Self {
        let did = match (&version.value, first) {
            (None, _) => Did::TookBack,
            (Some(_), true) => Did::Began,
            (Some(_), false) => Did::Changed,
        };
        Self {
            about,
            did,
            event: version.event,
            by: version.author,
            role: version.role.clone(),
            recorded: version.recorded,
            happened: version.happened,
            reason: version.reason.clone(),
        }
    }
}

impl Workbook {
    /// Everything that was recorded, newest first.
    pub fn told(&self) -> Vec<Told> {
        let mut told = every_version(self);
        told.sort_by_key(|it| std::cmp::Reverse((it.recorded, it.event)));
        told
    }

    /// Whom of the family a thing is about, as it last said.
    pub fn people_of(&self, about: Conflict) -> BTreeSet<PersonId> {
        self.named_by(about).unwrap_or_default()
    }

    fn named_by(&self, about: Conflict) -> Option<BTreeSet<PersonId>> {
        Some(match about {
            Conflict::Person(id) | Conflict::Workflow(id) | Conflict::Casework(id) => [id].into(),
            Conflict::Separation(pair) | Conflict::JointAssessment(pair) => pair.both().into(),
            Conflict::Relationship(id) => {
                last(&self.relationships, id).map(|it| [it.from, it.to].into()).unwrap_or_default()
            }
            Conflict::Entry(id) => last(&self.entries, id)?.subject.people().into_iter().collect(),
            Conflict::ModuleStatus(part) | Conflict::Statement(part) => {
                part.subject.people().into_iter().collect()
            }
            Conflict::Consent(of) => [of.person].into(),
            Conflict::ChildStatus(id) => [last(&self.child_statuses, id)?.child].into(),
            Conflict::Recommendation(id) => [last(&self.recommendations, id)?.child].into(),
            Conflict::ThresholdDecision(id) => [last(&self.thresholds, id)?.child].into(),
            Conflict::Proceedings(id) => [last(&self.proceedings, id)?.child].into(),
            Conflict::Alert(id) | Conflict::AlertReview(id) => last(&self.alerts, id)?.about.clone(),
            Conflict::Visit(id) | Conflict::OnSystem(id) => self.seen_in(id)?,
            Conflict::CaseNote(id) => last(&self.case_notes, id)?.about.clone(),
            Conflict::ChronologyEvent(id) => last(&self.chronology_events, id)?.people.clone(),
            Conflict::Mark(Source::Entry(id)) => self.named_by(Conflict::Entry(id))?,
            Conflict::Mark(Source::Visit(id)) => self.seen_in(id)?,
            Conflict::Mark(Source::CaseNote(id)) => self.named_by(Conflict::CaseNote(id))?,
            Conflict::SpecialistRequest(id) | Conflict::SpecialistDecision(id) => {
                last(&self.specialist_requests, id)?.people.clone()
            }
            Conflict::Plan(id) => self.planned_for(id)?,
            Conflict::Review(id) => self.planned_for(last(&self.plan_reviews, id)?.plan)?,
            Conflict::CopyGiven(id) => self.on_paper(last(&self.plan_copies, id)?.paper)?,
            Conflict::Signature(id) => self.on_paper(last(&self.plan_signatures, id)?.paper)?,
            Conflict::Shared(piece) => self.on_record(piece)?.names,
            Conflict::Approval(of) => [of.person].into(),
            Conflict::Showing(id) => last(&self.showings, id)?.people.clone(),
            Conflict::Said(id) => [last(&self.said, id)?.who].into(),
            // The others are of the whole family, or of the team.
            _ => return None,
        })
    }

    fn seen_in(&self, id: crate::model::ids::VisitId) -> Option<BTreeSet<PersonId>> {
        Some(last(&self.visits, id)?.children.keys().copied().collect())
    }

    fn planned_for(&self, id: PlanId) -> Option<BTreeSet<PersonId>> {
        Some(last(&self.plans, id)?.children.clone())
    }

    fn on_paper(&self, paper: Paper) -> Option<BTreeSet<PersonId>> {
        match paper {
            Paper::Plan(id) => self.planned_for(id),
            Paper::Review(id) => self.named_by(Conflict::Review(id)),
        }
    }
}

/// What a thing last said before it was taken back, if it was.
fn last<K: Ord + Copy, T>(things: &Things<K, T>, key: K) -> Option<&T> {
    things.get(key)?.versions().rev().find_map(|version| version.value.as_ref())
}
