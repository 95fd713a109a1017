//! The state of a workbook: a pure fold of its events. The same events give the same state, byte for byte.

use std::collections::BTreeSet;

use crate::model::entry::{Entry, ModuleStatus};
use crate::model::family::Family;
use crate::model::ids::{EntryId, EventId, FamilyId, PersonId, PractitionerId};
use crate::model::module::ModuleId;
use crate::model::person::Person;
use crate::model::subject::{Pair, Subject};
use chrono::NaiveDate;

use super::event::Event;
use super::fact::{Fact, NotRead, Part, Revision};
use super::log::EventSet;
use super::order;
use super::versioned::Versioned;

pub use super::kinds::Workbook;

/// An event that the fold keeps but cannot show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    pub event: EventId,
    pub why: NotRead,
}

impl Workbook {
    /// The state after all these events.
    pub fn fold(id: FamilyId, events: &EventSet) -> Self {
        let mut book = Self::empty(id);
        for event in order::canonical(events) {
            book.apply(event);
        }
        book
    }

    /// Takes one more event, which must come after those already taken in canonical order. Never fails and
    /// never decides: what it cannot read it lists.
    pub fn apply(&mut self, event: &Event) {
        if event.family != self.id {
            self.unread.push(Unread { event: event.id, why: NotRead::AnotherFamily });
            return;
        }
        match Fact::read(&event.kind, event.version, &event.payload) {
            Ok(Fact::Family(revision)) if revision.of != self.id => {
                self.unread.push(Unread { event: event.id, why: NotRead::AnotherFamily });
            }
            Ok(fact) => self.take(event, fact),
            Err(why) => self.unread.push(Unread { event: event.id, why }),
        }
    }

    /// The family, through its versions.
    pub fn family(&self) -> Option<&Versioned<Family>> {
        self.family.get(self.id)
    }

    /// A new version of the family, or nothing when it stands so already.
    pub(super) fn revise_family(
        &self,
        family: Family,
        seen: Vec<EventId>,
    ) -> Option<Revision<FamilyId, Family>> {
        super::decide::revision(&self.family, self.id, Some(family), String::new(), seen)
    }

    /// What the team calls the family, if it was said.
    pub fn given_label(&self) -> Option<String> {
        self.family
            .current(self.id)
            .map(|family| family.label.clone())
            .filter(|label| !label.trim().is_empty())
    }

    /// What the team calls the family; "Family 7F3K" before it has a label.
    pub fn label(&self) -> String {
        self.given_label().unwrap_or_else(|| format!("Family {}", self.id.short()))
    }

    /// Whether this is the made-up family to look round with.
    pub fn is_example(&self) -> bool {
        self.family.current(self.id).is_some_and(|family| family.example)
    }

    /// What to call someone on screen; someone who was removed keeps the name they last had.
    pub fn name_of(&self, person: PersonId) -> String {
        let here = self.people.get(person);
        let last = || here?.versions().rev().find_map(|version| version.value.as_ref());
        here.and_then(Versioned::current)
            .or_else(last)
            .map_or_else(|| "Someone not listed".to_owned(), |p| p.display_name().to_owned())
    }

    /// What to call a subject on screen: one name, or two joined by "and".
    pub fn subject_name(&self, subject: Subject) -> String {
        let names: Vec<String> = subject.people().into_iter().map(|person| self.name_of(person)).collect();
        names.join(" and ")
    }

    /// A practitioner's name on the record; of somebody who has recorded nothing yet, as the team was named.
    pub fn author_name(&self, author: PractitionerId) -> String {
        let named = || self.memberships.all().find(|(_, member)| member.practitioner == Some(author));
        let recorded = self.team.current(author).map(|member| member.name.clone());
        recorded
            .or_else(|| named().map(|(_, member)| member.name.clone()))
            .unwrap_or_else(|| "A team member".to_owned())
    }

    /// The children, eldest first, those without a date of birth after them.
    pub fn children(&self) -> Vec<(PersonId, &Person)> {
        let mut children: Vec<_> = self.people.all().filter(|(_, person)| person.is_child()).collect();
        children.sort_by_key(|(id, person)| (birth_order(person), *id));
        children
    }

    /// The adults of the family, parents first, in the order they were added.
    pub fn adults(&self) -> Vec<(PersonId, &Person)> {
        let mut adults: Vec<_> = self.people.all().filter(|(_, person)| !person.is_child()).collect();
        adults.sort_by_cached_key(|(id, _)| {
            (
                !self.is_parent(*id),
                self.people.get(*id).map(|person| (person.first().recorded, person.first().event)),
            )
        });
        adults
    }

    /// Whether someone is recorded as a parent of anyone here.
    pub fn is_parent(&self, person: PersonId) -> bool {
        self.relationships.all().any(|(_, relation)| relation.from == person && relation.kind.is_parent())
    }

    /// Whether someone is in the family's workflow. Those of whom nothing was said are.
    pub fn in_workflow(&self, person: PersonId) -> bool {
        self.workflow.current(person).is_none_or(|workflow| workflow.inside)
    }

    /// The entries of one module for one subject, newest work first.
    pub fn entries_in(&self, module: ModuleId, subject: Subject) -> Vec<(EntryId, &Versioned<Entry>)> {
        let mut entries: Vec<_> = self
            .entries
            .iter()
            .filter(|(_, entry)| {
                entry.current().is_some_and(|content| content.module == module && content.subject == subject)
            })
            .collect();
        entries.sort_by_cached_key(|(id, entry)| {
            let done = entry.current().map(|content| content.done_on.earliest());
            std::cmp::Reverse((done, entry.first().recorded, *id))
        });
        entries
    }

    /// Where a module stands for a subject: what a person chose, or else whether anything is recorded. It is
    /// not called completed while a colleague, who did not know of that, says otherwise.
    pub fn status(&self, module: ModuleId, subject: Subject) -> ModuleStatus {
        let chosen = self.statuses.get(Part { module, subject }).and_then(|status| {
            let mut heads: Vec<_> = status.heads().iter().filter_map(|version| version.value).collect();
            heads.sort_by_key(|status| *status != ModuleStatus::Completed);
            heads.pop()
        });
        let recorded = || {
            self.entries.all().any(|(_, entry)| entry.module == module && entry.subject == subject)
                || self.parts_of_visits().any(|part| part == Part { module, subject })
        };
        chosen.unwrap_or_else(|| if recorded() { ModuleStatus::InProgress } else { ModuleStatus::NotStarted })
    }

    /// The pairs of adults between whom safety separation stands.
    pub fn separated_pairs(&self) -> Vec<Pair> {
        self.separations.iter().map(|(pair, _)| pair).filter(|pair| self.is_separated(*pair)).collect()
    }

    /// Whether a couple is assessed jointly: chosen, by all who chose, and no safety separation between the
    /// two.
    pub fn is_joint(&self, pair: Pair) -> bool {
        let chosen = self.joint.get(pair).is_some_and(|joint| {
            joint.heads().iter().all(|version| version.value.as_ref().is_some_and(|value| value.joint))
        });
        chosen && !self.is_separated(pair)
    }

    /// Everyone a module can be about: each adult and child in the workflow, and each couple assessed jointly.
    pub fn subjects(&self) -> Vec<Subject> {
        let adults = self.adults().into_iter().map(|(id, _)| id);
        let children = self.children().into_iter().map(|(id, _)| id);
        let couples =
            self.joint.all().map(|(pair, _)| pair).filter(|pair| self.is_joint(*pair)).map(Subject::Couple);
        let people = adults.chain(children).filter(|id| self.in_workflow(*id)).map(Subject::Person);
        people.chain(couples).collect()
    }

    /// Whom recorded work is about though no new work is: someone who left the workflow, a couple no longer
    /// assessed jointly, someone who was removed on one copy while another recorded. Their work stays in
    /// sight of the team.
    pub fn former_subjects(&self) -> Vec<Subject> {
        let now: BTreeSet<Subject> = self.subjects().into_iter().collect();
        let of_visits = self.parts_of_visits().map(|part| part.subject);
        let named: BTreeSet<Subject> =
            self.entries.all().map(|(_, entry)| entry.subject).chain(of_visits).collect();
        named.difference(&now).copied().collect()
    }
}

fn birth_order(person: &Person) -> NaiveDate {
    use crate::model::person::Arrival;
    match person.arrival {
        Arrival::Born(Some(date)) => date.earliest(),
        Arrival::Unborn { due: Some(date) } => date.earliest(),
        Arrival::Born(None) | Arrival::Unborn { due: None } => NaiveDate::MAX,
    }
}
