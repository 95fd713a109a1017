//! How often a person is named: someone whom the work names cannot be removed as entered in error.

use crate::model::ids::PersonId;
use crate::model::plan::Party;
use crate::workbook::fold::Workbook;

impl Workbook {
    /// How many records name this person: entries, visits, notes, plans, summaries, the chronology, and what keeps
    /// people safe.
    pub fn times_named(&self, id: PersonId) -> usize {
        let supervisions = self.meetings();
        [
            self.entries.all().filter(|(_, entry)| entry.names(id)).count(),
            self.visits.all().filter(|(_, visit)| visit.people().contains(&id)).count(),
            self.case_notes.all().filter(|(_, note)| note.about.contains(&id)).count(),
            self.plans.all().filter(|(_, plan)| plan.people().contains(&id)).count(),
            self.plan_copies.all().filter(|(_, copy)| copy.to == Party::Person(id)).count(),
            self.plan_signatures.all().filter(|(_, signature)| signature.by == Party::Person(id)).count(),
            self.chronology_events.all().filter(|(_, event)| event.people.contains(&id)).count(),
            self.specialist_requests.all().filter(|(_, request)| request.people.contains(&id)).count(),
            self.protected_facts.all().filter(|(_, fact)| fact.whose == id).count(),
            self.do_not_tell.all().filter(|(_, it)| it.asked_by == id || it.from.contains(&id)).count(),
            usize::from(self.safety_plans.current(id).is_some()),
            self.ratings.all().filter(|(_, rating)| rating.attributable_to.contains(&id)).count(),
            self.summaries
                .all()
                .filter(|(_, it)| {
                    it.text.observations.contains_key(&id) || it.text.threshold_views.contains_key(&id)
                })
                .count(),
            self.case_summaries.all().filter(|(_, it)| it.childrens_views.contains_key(&id)).count(),
            supervisions
                .iter()
                .filter_map(|meeting| meeting.notes())
                .filter(|notes| notes.people().any(|person| person == id))
                .count(),
            self.showings.all().filter(|(_, showing)| showing.people.contains(&id)).count(),
            self.said.all().filter(|(_, said)| said.who == id).count(),
        ]
        .into_iter()
        .sum()
    }
}
