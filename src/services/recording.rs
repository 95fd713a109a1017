//! From what a practitioner asked for to stamped events: ids, clock, parents and the device's chain.

use chrono::{DateTime, NaiveDate, Utc};

use crate::model::ids::{DeviceId, EventId, FamilyId};
use crate::model::practitioner::Practitioner;
use crate::workbook::decide::rules::Rules;
use crate::workbook::decide::{Asking, Command, Decided, Refusal, decide};
use crate::workbook::event::Event;
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
    let mut parents = events.newest();
    let mut previous = events.latest_of(hand.device).map(Event::hash);
    for command in commands {
        for Decided { fact, happened } in decide(&stamped.workbook, &asking, command)? {
            let (kind, payload) = fact.to_parts();
            clock = clock.next(hand.now);
            let event = Event {
                id: new_id(),
                family,
                author: hand.practitioner.id,
                role: hand.practitioner.role.clone(),
                device: hand.device,
                clock,
                parents: std::mem::take(&mut parents),
                previous: previous.take(),
                recorded: hand.now,
                happened,
                kind,
                version: fact::VERSION,
                payload,
                other: serde_json::Map::new(),
            };
            parents = vec![event.id];
            previous = Some(event.hash());
            stamped.workbook.apply(&event);
            // A fresh random id is never here already.
            let _ = stamped.events.add(event.clone());
            stamped.new.push(event);
        }
    }
    Ok(stamped)
}
