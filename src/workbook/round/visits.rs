//! Visits, by child: when each was last seen, and alone; and the four things that one visit note is at once
//! (WAL "Recording"; `domain.md` R39, R43, R76, R77).

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

use crate::model::entry::Entry;
use crate::model::ids::{EntryId, PersonId, VisitId};
use crate::model::module::ModuleId;
use crate::model::subject::Subject;
use crate::model::visit::{Contact, OnSystem, Visit};
use crate::workbook::fact::Part;
use crate::workbook::fold::Workbook;
use crate::workbook::versioned::Versioned;

/// One visit, from one child's side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChildVisit<'a> {
    pub id: VisitId,
    pub visit: &'a Visit,
    pub contact: &'a Contact,
    /// When it was first written down.
    pub recorded: DateTime<Utc>,
}

/// What the statutory system needs of a visit: its date and basics, and where the rest can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stub {
    pub on: NaiveDate,
    pub from: Option<NaiveTime>,
    pub until: Option<NaiveTime>,
    pub place: String,
    pub by: Vec<String>,
    /// Each child, and whether they were seen, seen alone, or why not.
    pub children: Vec<(String, String)>,
    pub recorded: DateTime<Utc>,
    /// "Family 7F3K, visit 0Q2M": no name, so that it can stand in any system.
    pub reference: String,
    /// Where it stands there already.
    pub on_system: Option<OnSystem>,
}

/// A piece of evidence in a module.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence<'a> {
    Entry(EntryId, &'a Versioned<Entry>),
    Visit(VisitId, &'a Versioned<Visit>),
}

impl Workbook {
    /// Every visit to one child, those on which the child was not seen among them, newest first.
    pub fn visits_to(&self, child: PersonId) -> Vec<ChildVisit<'_>> {
        let mut visits: Vec<_> = self
            .visits
            .iter()
            .filter_map(|(id, thing)| {
                let visit = thing.current()?;
                let contact = visit.children.get(&child)?;
                Some(ChildVisit { id, visit, contact, recorded: thing.first().recorded })
            })
            .collect();
        visits.sort_by_key(|it| std::cmp::Reverse((it.visit.on, it.visit.from, it.id)));
        visits
    }

    /// When a child was last seen. A visit on which they were not seen is no visit.
    pub fn last_seen(&self, child: PersonId) -> Option<ChildVisit<'_>> {
        self.visits_to(child).into_iter().find(|it| it.contact.was_seen())
    }

    /// When a child was last seen alone.
    pub fn last_seen_alone(&self, child: PersonId) -> Option<ChildVisit<'_>> {
        self.visits_to(child).into_iter().find(|it| it.contact.was_alone())
    }

    /// The stub of a visit for the statutory system.
    pub fn stub(&self, id: VisitId) -> Option<Stub> {
        let thing = self.visits.get(id)?;
        let visit = thing.current()?;
        let contact = |contact: &Contact| match contact {
            Contact::SeenAlone { .. } => "Seen, and seen alone".to_owned(),
            Contact::Seen { why_not_alone } if why_not_alone.trim().is_empty() => "Seen".to_owned(),
            Contact::Seen { why_not_alone } => format!("Seen, not alone: {why_not_alone}"),
            Contact::NotSeen { why, .. } => format!("Not seen: {why}"),
        };
        Some(Stub {
            on: visit.on,
            from: visit.from,
            until: visit.until,
            place: visit.place.label().to_owned(),
            by: visit.by.iter().map(|who| self.author_name(*who)).collect(),
            children: visit.children.iter().map(|(child, it)| (self.name_of(*child), contact(it))).collect(),
            recorded: thing.first().recorded,
            reference: format!("Family {}, visit {}", self.id.short(), id.short()),
            on_system: self.visits_on_system.current(id).cloned(),
        })
    }

    /// Everything that is evidence in one module for one subject, newest work first: its entries, and the
    /// visits whose note speaks to it and is not written again.
    pub fn evidence_in(&self, module: ModuleId, subject: Subject) -> Vec<Evidence<'_>> {
        let speaks =
            |visit: &Visit| visit.evidence_for.iter().any(|it| it.module == module && it.subject == subject);
        let visits = self
            .visits
            .iter()
            .filter(|(_, thing)| thing.current().is_some_and(speaks))
            .map(|(id, thing)| Evidence::Visit(id, thing));
        let entries =
            self.entries_in(module, subject).into_iter().map(|(id, thing)| Evidence::Entry(id, thing));
        let mut evidence: Vec<_> = entries.chain(visits).collect();
        evidence.sort_by_key(|it| std::cmp::Reverse(it.day()));
        evidence
    }

    /// Every module and subject that the note of a visit speaks to.
    pub(in crate::workbook) fn parts_of_visits(&self) -> impl Iterator<Item = Part> {
        self.visits
            .all()
            .flat_map(|(_, visit)| &visit.evidence_for)
            .map(|evidence| Part { module: evidence.module, subject: evidence.subject })
    }
}

impl Evidence<'_> {
    /// The day of the work.
    pub fn day(&self) -> Option<NaiveDate> {
        match self {
            Self::Entry(_, entry) => entry.current().map(|entry| entry.done_on.earliest()),
            Self::Visit(_, visit) => visit.current().map(|visit| visit.on),
        }
    }
}
