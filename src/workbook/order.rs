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

/// The events in canonical order. Those in a circle of parents, which no honest device makes, are read first,
/// by clock, so that nothing else ever waits for them.
pub fn canonical(events: &EventSet) -> Vec<&Event> {
    let ordered = after_parents(events, &BTreeSet::new());
    if ordered.len() == events.len() {
        return ordered;
    }
    let circle = circle_among(events, &ordered);
    let mut first: Vec<&Event> = circle.iter().filter_map(|id| events.get(*id)).collect();
    first.sort_by_key(|event| (event.clock, event.id));
    first.extend(after_parents(events, &circle));
    first
}

/// The events in a circle of parents, or between two of them.
pub(super) fn circle(events: &EventSet) -> BTreeSet<EventId> {
    let ordered = after_parents(events, &BTreeSet::new());
    if ordered.len() == events.len() { BTreeSet::new() } else { circle_among(events, &ordered) }
}

/// What an event had seen, as far as it is here.
pub(super) fn parents_here<'a>(
    events: &'a EventSet,
    event: &'a Event,
) -> impl Iterator<Item = EventId> + use<'a> {
    event.parents.iter().copied().filter(|parent| events.contains(*parent) && *parent != event.id)
}

/// Each event after its parents. Those that wait for a circle are left out.
fn after_parents<'a>(events: &'a EventSet, without: &BTreeSet<EventId>) -> Vec<&'a Event> {
    let mut waiting: BTreeMap<EventId, usize> = BTreeMap::new();
    let mut children: BTreeMap<EventId, Vec<EventId>> = BTreeMap::new();
    let mut ready: BinaryHeap<Rank> = BinaryHeap::new();
    for event in events.iter().filter(|event| !without.contains(&event.id)) {
        let parents: BTreeSet<EventId> =
            parents_here(events, event).filter(|parent| !without.contains(parent)).collect();
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
    ordered
}

/// Of the events that wait for a circle, those that something else in the circle waits for in turn.
fn circle_among(events: &EventSet, ordered: &[&Event]) -> BTreeSet<EventId> {
    let free: BTreeSet<EventId> = ordered.iter().map(|event| event.id).collect();
    let stuck: BTreeMap<EventId, BTreeSet<EventId>> = events
        .iter()
        .filter(|event| !free.contains(&event.id))
        .map(|event| (event.id, parents_here(events, event).filter(|id| !free.contains(id)).collect()))
        .collect();
    let mut children: BTreeMap<EventId, usize> = stuck.keys().map(|id| (*id, 0)).collect();
    for parent in stuck.values().flatten() {
        children.entry(*parent).and_modify(|count| *count += 1);
    }
    let mut childless: Vec<EventId> =
        children.iter().filter(|(_, count)| **count == 0).map(|(id, _)| *id).collect();
    while let Some(id) = childless.pop() {
        children.remove(&id);
        for parent in stuck.get(&id).into_iter().flatten() {
            let Some(left) = children.get_mut(parent) else { continue };
            *left -= 1;
            if *left == 0 {
                childless.push(*parent);
            }
        }
    }
    children.into_keys().collect()
}
