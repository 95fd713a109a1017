//! What keeps people safe, to be read: what must not be known, who must not be told what, and whose safety plan there
//! is (`domain.md` E2, rules 3, 5 and 7).
//!
//! Where two versions stand beside each other both count: until somebody has decided, the safer one holds.

use chrono::NaiveDate;

use crate::model::allocation::Membership;
use crate::model::do_not_tell::DoNotTell;
use crate::model::ids::{DoNotTellId, EventId, PersonId, ProtectedId};
use crate::model::practitioner::Practitioner;
use crate::model::protected::ProtectedFact;
use crate::model::safety_plan::SafetyPlan;

use super::fold::Workbook;

/// A request not to tell that is in force no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PastRequest<'a> {
    pub id: DoNotTellId,
    /// What it last asked.
    pub request: &'a DoNotTell,
    /// Why it was lifted; none where its time is over.
    pub lifted: Option<&'a str>,
}

impl Workbook {
    /// Every protected fact, those that have ended included: an old address tells where to ask.
    pub fn protected(&self) -> impl Iterator<Item = (ProtectedId, &ProtectedFact)> {
        self.protected_facts.iter().flat_map(|(id, thing)| {
            thing.heads().into_iter().filter_map(move |head| head.value.as_ref().map(|fact| (id, fact)))
        })
    }

    /// The requests not to tell that are in force on a day.
    pub fn requests_on(&self, day: NaiveDate) -> impl Iterator<Item = (DoNotTellId, &DoNotTell)> {
        self.do_not_tell.iter().flat_map(move |(id, thing)| {
            thing.heads().into_iter().filter_map(move |head| {
                head.value.as_ref().filter(|request| request.stands(day)).map(|request| (id, request))
            })
        })
    }

    /// What must not be told to one person on a day.
    pub fn kept_from_on(
        &self,
        person: PersonId,
        day: NaiveDate,
    ) -> impl Iterator<Item = (DoNotTellId, &DoNotTell)> {
        self.requests_on(day).filter(move |(_, request)| request.from.contains(&person))
    }

    /// The requests that were lifted, or whose time was over before a day.
    pub fn past_requests(&self, day: NaiveDate) -> Vec<PastRequest<'_>> {
        let past = self.do_not_tell.iter().filter_map(|(id, thing)| {
            if thing.heads().iter().any(|head| head.value.as_ref().is_some_and(|it| it.stands(day))) {
                return None;
            }
            let latest = thing.latest();
            let lifted = latest.value.is_none().then_some(latest.reason.as_str());
            let request = thing.versions().rev().find_map(|version| version.value.as_ref())?;
            Some(PastRequest { id, request, lifted })
        });
        past.collect()
    }

    /// Every safety plan that was ever written, with whose it is: for looking for its words in what leaves the team.
    /// That there is one is said to nobody but in their private session.
    pub fn every_safety_plan(&self) -> impl Iterator<Item = (PersonId, &SafetyPlan)> {
        self.safety_plans.iter().flat_map(|(person, thing)| {
            thing.versions().filter_map(move |version| version.value.as_ref().map(|plan| (person, plan)))
        })
    }

    /// Every version of somebody's safety plan that stands, the one to show last; more than one while two were written
    /// beside each other. For their private session, and for looking for its words in what leaves the team.
    pub fn safety_plans_of(&self, person: PersonId) -> Vec<&SafetyPlan> {
        let heads = self.safety_plans.get(person).map(|thing| thing.heads()).unwrap_or_default();
        heads.into_iter().filter_map(|head| head.value.as_ref()).collect()
    }

    /// The versions of somebody's safety plan that are on screen when it is shown.
    pub fn safety_plan_seen(&self, person: PersonId) -> Vec<EventId> {
        self.safety_plans.head_ids(person)
    }

    /// Whether a practitioner works with the family on a day: named in the team on that day, or, where the team never
    /// named them, allocated by their own word. Somebody who was named before they recorded anything is known by name.
    pub fn works_here(&self, who: &Practitioner, day: NaiveDate) -> bool {
        let own = |member: &Membership| match member.practitioner {
            Some(id) => id == who.id,
            None => member.name.trim().to_lowercase() == who.name.trim().to_lowercase(),
        };
        let named = || self.memberships.all().filter(|(_, member)| own(member));
        match named().next() {
            Some(_) => named().any(|(_, member)| member.is_on(day)),
            None => self.team.current(who.id).is_some_and(|member| member.allocated),
        }
    }
}
