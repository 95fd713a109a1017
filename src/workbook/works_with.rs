//! With whom of the family a worker works, so that of two people who are kept apart neither learns of the other's
//! worker: a service that somebody goes to tells where to find them (`ux.md` SR3).

use std::collections::BTreeSet;

use crate::model::ids::{PersonId, PractitionerId};

use super::fold::Workbook;

impl Workbook {
    /// The people whom a worker's records are about, whom they visited, and for whom they were asked.
    pub fn works_with(&self, worker: PractitionerId) -> BTreeSet<PersonId> {
        let entries = self.entries.iter().filter(|(_, thing)| thing.versions().any(|it| it.author == worker));
        let entries =
            entries.filter_map(|(_, thing)| thing.current()).flat_map(|entry| entry.subject.people());
        let visits = self.visits.all().filter(|(_, visit)| visit.by.contains(&worker));
        let visits = visits.flat_map(|(_, visit)| visit.people());
        let asked = self.specialist_decisions.all().filter(|(_, it)| it.agreed && it.worker == Some(worker));
        let asked = asked.filter_map(|(id, _)| self.specialist_requests.current(id));
        let asked = asked.flat_map(|request| request.people.iter().copied());
        entries.chain(visits).chain(asked).collect()
    }

    /// The person with whom a worker works, and from whom separation stands for this one, with whom they do not.
    pub fn works_only_with_other(&self, worker: PractitionerId, person: PersonId) -> Option<PersonId> {
        let separated = self.separated_from(person);
        if separated.is_empty() {
            return None;
        }
        let with = self.works_with(worker);
        if with.contains(&person) { None } else { separated.into_iter().find(|other| with.contains(other)) }
    }
}
