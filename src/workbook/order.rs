//! The one order in which the same events are always read.
//!
//! An event comes after everything its author had seen; between events that did not know of each other the
//! hybrid clock decides, then the id. The order depends on the set alone, never on how it arrived.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use crate::model::ids::EventId;

use super::event::{Event, HybridClock};
use super::log::EventSet;

type Rank = Reverse<(HybridClock, EventId)>;

/// The events in canonical order. A circle of parents, which no honest device makes, is read last, by clock.
pub fn canonical(events: &EventSet) -> Vec<&Event> {
    let mut waiting: BTreeMap<EventId, usize> = BTreeMap::new();
    let mut children: BTreeMap<EventId, Vec<EventId>> = BTreeMap::new();
    let mut ready: BinaryHeap<Rank> = BinaryHeap::new();
    for event in events.iter() {
        let parents: BTreeSet<EventId> = event
            .parents
            .iter()
            .copied()
            .filter(|parent| events.contains(*parent) && *parent != event.id)
            .collect();
        if parents.is_empty() {
            ready.push(Reverse((event.clock, event.id)));
        } else {
            waiting.insert(event.id, parents.len());
            for parent in parents {
                children.entry(parent).or_default().push(event.id);
            }
        }
    }
    let mut ordered = Vec::with_capacity(events.len());
    while let Some(Reverse((_, id))) = ready.pop() {
        ordered.extend(events.get(id));
        for child in children.remove(&id).unwrap_or_default() {
            let Some(left) = waiting.get_mut(&child) else { continue };
            *left -= 1;
            if *left == 0 {
                waiting.remove(&child);
                ready.extend(events.get(child).map(|event| Reverse((event.clock, event.id))));
            }
        }
    }
    let mut circle: Vec<&Event> = waiting.keys().filter_map(|id| events.get(*id)).collect();
    circle.sort_by_key(|event| (event.clock, event.id));
    ordered.extend(circle);
    ordered
}
