//! A family's events as a set: adding one twice changes nothing, and two copies join by union.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::ids::{DeviceId, EventId};

use super::event::{Event, EventHash, HybridClock};
use super::order;

/// Two different contents under one id. Events never change, so one of them is not genuine; nothing of a
/// file that holds such an event is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this file holds a record that differs from the same record here")]
pub struct Altered(pub EventId);

/// The events of one family, by id.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EventSet(BTreeMap<EventId, Event>);

impl EventSet {
    /// Adds an event. `Ok(false)`: it was there already.
    pub fn add(&mut self, event: Event) -> Result<bool, Altered> {
        match self.0.get(&event.id) {
            None => {
                self.0.insert(event.id, event);
                Ok(true)
            }
            Some(here) if *here == event => Ok(false),
            Some(_) => Err(Altered(event.id)),
        }
    }

    pub fn get(&self, id: EventId) -> Option<&Event> {
        self.0.get(&id)
    }

    pub fn contains(&self, id: EventId) -> bool {
        self.0.contains_key(&id)
    }

    /// The events in order of id, which says nothing of time; see [`super::order`].
    pub fn iter(&self) -> impl Iterator<Item = &Event> {
        self.0.values()
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The newest events: those that no other event here names as a parent. The parents of the next one,
    /// which so comes after everything that is here.
    pub fn newest(&self) -> Vec<EventId> {
        let circle = order::circle(self);
        let honest = || self.iter().filter(|event| !circle.contains(&event.id));
        let parents: BTreeSet<EventId> =
            honest().flat_map(|event| order::parents_here(self, event)).collect();
        honest().map(|event| event.id).filter(|id| !parents.contains(id)).collect()
    }

    /// The latest event that a device made here.
    pub fn latest_of(&self, device: DeviceId) -> Option<&Event> {
        self.iter().filter(|event| event.device == device).max_by_key(|event| (event.clock, event.id))
    }

    /// The clock after which a device's next event comes: its own latest only, so that another device's
    /// wrong clock is never caught.
    pub fn clock_of(&self, device: DeviceId) -> HybridClock {
        self.latest_of(device).map(|event| event.clock).unwrap_or_default()
    }

    /// The events whose chain does not hold: the hash they carry is of no event of their device here, because
    /// one is missing (a part of the workbook was shared) or was changed.
    pub fn broken_links(&self) -> Vec<EventId> {
        let hashes: BTreeSet<(DeviceId, EventHash)> =
            self.iter().map(|event| (event.device, event.hash())).collect();
        self.iter()
            .filter(|event| {
                event.previous.as_ref().is_some_and(|hash| !hashes.contains(&(event.device, hash.clone())))
            })
            .map(|event| event.id)
            .collect()
    }
}
