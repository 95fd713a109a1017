//! The way through, rule by rule: how a family comes to the team, what it consents to, where each child
//! stands, and how it leaves and comes back. `way_walks.rs` walks through all of it at random.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests are tests")]

mod allocation;
mod arrival;
mod concern;
mod consent;
mod leaving;
mod pathway;
mod permissions;
mod status;
mod threshold;
#[path = "../workbooks/mod.rs"]
mod workbooks;

use std::collections::BTreeSet;

use hearth::model::consent::{ConsentState, Purpose};
use hearth::model::practitioner::Role;
use hearth::policy::authority::Authority;
use hearth::policy::practice;
use hearth::workbook::decide::Refusal;
use hearth::workbook::decide::way::{Needed, Way};

use hearth::workbook::fact::Fact;
use workbooks::way::*;
use workbooks::*;

/// A family in the workbook of an authority.
fn family_in(authority: Authority) -> Device {
    let mut device = Device::with_family();
    device.rules = practice::rules(authority);
    device
}

/// What the random copies of `merge.rs` are made of can be recorded, every kind of it.
#[test]
fn every_kind_can_be_recorded() {
    let mut device = family_in(Authority::Warwickshire);
    let mut kinds = BTreeSet::new();
    device.says(AMARA, Purpose::Referral, ConsentState::Given, days_ago(1));
    let mut record = |device: &mut Device, way: Way| {
        let roles = [Role::TeamManager, Role::SocialWorker];
        let accepted = roles.into_iter().any(|role| {
            device.practitioner.role = role;
            match device.try_record(way.clone().into()) {
                Ok(events) => {
                    kinds.extend(events.into_iter().map(|id| device.events.get(id).unwrap().kind.clone()));
                    true
                }
                Err(_) => false,
            }
        });
        assert!(accepted, "{way:?}");
    };
    // Those of a child's status after what needs her to have none.
    let order = (0..21).filter(|which| *which != 8).chain([8]);
    for which in order {
        if which == 18 {
            let membership = membership("Kit Lowe", Role::ChildrenAndFamilyWorker, days_ago(1));
            let joins = Way::RecordMembership { id: membership_id(9), membership, seen: vec![] };
            record(&mut device, joins);
        }
        // Even numbers are of the first of two things of a kind.
        let which = if which % 2 == 0 { which } else { which + 23 };
        let way = any_way(&device.book, which, KAYLA, "Words", false);
        record(&mut device, way);
    }
    let mut closes = family_in(Authority::Walsall);
    closes.close(days_ago(1));
    let reopens = any_way(&closes.book, 22, KAYLA, "Words", false);
    record(&mut closes, reopens);
    let began = Fact::KINDS.iter().position(|kind| *kind == "referral").unwrap();
    let ends = Fact::KINDS.iter().position(|kind| *kind == "closing").unwrap();
    for kind in &Fact::KINDS[began..=ends] {
        assert!(kinds.contains(*kind), "{kind} was never recorded");
    }
}

/// Each way is refused for what is still needed.
#[track_caller]
fn needs(device: &Device, cases: impl IntoIterator<Item = (Way, Needed)>) {
    for (way, needed) in cases {
        assert_eq!(device.refused(way.clone()), Refusal::Needed(needed), "{way:?}");
    }
}
