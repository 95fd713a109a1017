//! From what a practitioner asked for to stamped events: ids, clock, parents and the device's chain.

use chrono::{DateTime, NaiveDate, Utc};

use crate::model::ids::{DeviceId, EventId, FamilyId};
use crate::model::practitioner::Practitioner;
use crate::workbook::apart::is_private;
use crate::workbook::decide::rules::Rules;
use crate::workbook::decide::{Asking, Command, Decided, Refusal, decide};
use crate::workbook::event::{Event, EventHash};
use crate::workbook::fact;
use crate::workbook::fold::Workbook;
use crate::workbook::log::EventSet;

/// Who records, on what, when, and under which rules.
#[derive(Debug, Clone, Copy)]
pub struct Hand<'a> {
    pub practitioner: &'a Practitioner,
    pub device: DeviceId,
    pub now: DateTime<Utc>,
    /// The date in Europe/London.
    pub today: NaiveDate,
    /// What their authority rules.
    pub rules: &'a Rules,
}

/// Events to add, and the workbook as they leave it.
#[derive(Debug, Clone, PartialEq)]
pub struct Stamped {
    pub new: Vec<Event>,
    pub events: EventSet,
    pub workbook: Workbook,
}

/// Decides several commands one after the other, all or none, and stamps what they record.
///
/// # Errors
/// The first [`Refusal`]. Nothing is recorded then.
pub fn stamp(
    family: FamilyId,
    events: &EventSet,
    workbook: &Workbook,
    hand: &Hand<'_>,
    commands: Vec<Command>,
    mut new_id: impl FnMut() -> EventId,
) -> Result<Stamped, Refusal> {
    let asking = Asking { practitioner: hand.practitioner, today: hand.today, rules: hand.rules };
    let mut stamped = Stamped { new: Vec::new(), events: events.clone(), workbook: workbook.clone() };
    let mut clock = events.clock_of(hand.device);
    let mut shared = Place::after(&events.for_colleagues(), hand.device);
    for command in commands {
        for Decided { fact, happened } in decide(&stamped.workbook, &asking, command)? {
            let (kind, payload) = fact.to_parts();
            clock = clock.next(hand.now);
            let private = is_private(&kind);
            let Place { parents, previous } = if private {
                Place::apart(&stamped.events, hand.device)
            } else {
                std::mem::take(&mut shared)
            };
            let event = Event {
                id: new_id(),
                family,
                author: hand.practitioner.id,
                role: hand.practitioner.role.clone(),
                device: hand.device,
                clock,
                parents,
                previous,
                recorded: hand.now,
                happened,
                kind,
                version: fact::VERSION,
                payload,
                other: serde_json::Map::new(),
            };
            if !private {
                shared = Place { parents: vec![event.id], previous: Some(event.hash()) };
            }
            stamped.workbook.apply(&event);
            // A fresh random id is never here already.
            let _ = stamped.events.add(event.clone());
            stamped.new.push(event);
        }
    }
    Ok(stamped)
}

/// What an event comes after.
#[derive(Default)]
struct Place {
    parents: Vec<EventId>,
    previous: Option<EventHash>,
}

impl Place {
    /// After all of these; what a colleague may have never comes after what is private, so that no gap shows without it.
    fn after(shared: &EventSet, device: DeviceId) -> Self {
        Self { parents: shared.newest(), previous: shared.latest_of(device).map(Event::hash) }
    }

    /// The place of what is private: after everything, in a chain of its own.
    fn apart(events: &EventSet, device: DeviceId) -> Self {
        let own = events.iter().filter(|event| event.device == device && is_private(&event.kind));
        let last = own.max_by_key(|event| (event.clock, event.id));
        Self { parents: events.newest(), previous: last.map(Event::hash) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::module::ModuleId;
    use crate::model::safety_plan::SafetyPlan;
    use crate::services::sample::{AMARA, Sample, about, entry, entry_id, person};
    use crate::workbook::decide::SafetyCommand;

    fn writes(sample: &mut Sample, words: &str) {
        let plan = SafetyPlan { signs: words.to_owned(), ..SafetyPlan::default() };
        let seen = sample.book.safety_plan_seen(person(AMARA));
        sample.does(Command::Safety(SafetyCommand::WritePlan { person: person(AMARA), plan, seen }));
    }

    fn enters(sample: &mut Sample, number: u8) {
        let entry = entry(ModuleId::M2, about(AMARA), "Up every day");
        sample.does(Command::RecordEntry { id: entry_id(number), entry });
    }

    #[test]
    fn without_what_is_private_no_gap_shows_and_the_order_is_the_same() {
        let mut sample = Sample::new();
        sample.does(Command::Allocate { allocated: true });
        enters(&mut sample, 1);
        writes(&mut sample, "He goes quiet");
        writes(&mut sample, "He goes very quiet");
        enters(&mut sample, 2);
        writes(&mut sample, "He stops talking");
        enters(&mut sample, 3);
        let shared = sample.events.for_colleagues();
        assert_eq!(sample.events.len() - shared.len(), 3);
        assert_eq!(shared.len(), sample.events.count_for_colleagues());
        assert_eq!((sample.events.broken_links(), shared.broken_links()), (Vec::new(), Vec::new()));
        let ids = |events: &EventSet| -> Vec<EventId> {
            let ordered = crate::workbook::order::canonical(events).into_iter();
            ordered.filter(|event| !is_private(&event.kind)).map(|event| event.id).collect()
        };
        assert_eq!(ids(&sample.events), ids(&shared));
        for event in shared.iter() {
            assert!(event.parents.iter().all(|parent| shared.contains(*parent)), "a parent is missing");
        }
        // The private ones have a chain of their own, so that a change among them shows.
        let private: Vec<&Event> = sample.events.iter().filter(|event| is_private(&event.kind)).collect();
        assert_eq!(private.iter().filter(|event| event.previous.is_none()).count(), 1);
    }

    #[test]
    fn a_colleagues_copy_without_it_joins_back_without_a_trace() {
        let mut sample = Sample::new();
        sample.does(Command::Allocate { allocated: true });
        writes(&mut sample, "He goes quiet");
        enters(&mut sample, 1);
        let mut theirs = sample.colleague();
        theirs.events = sample.events.for_colleagues().into_owned();
        theirs.book = Workbook::fold(theirs.book.id, &theirs.events);
        assert_eq!(theirs.book.every_safety_plan().count(), 0);
        enters(&mut theirs, 2);
        writes(&mut sample, "He stops talking");
        sample.joins(&theirs);
        assert_eq!(sample.events.broken_links(), []);
        assert_eq!(sample.book.safety_plans_of(person(AMARA)).len(), 1, "nothing is in conflict");
        enters(&mut sample, 3);
        assert_eq!(sample.events.for_colleagues().broken_links(), []);
    }
}
