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

use hearth::policy::authority::Authority;
use hearth::policy::practice;
use hearth::workbook::decide::Refusal;
use hearth::workbook::decide::way::{Needed, Way};

use workbooks::*;

/// A family in the workbook of an authority.
fn family_in(authority: Authority) -> Device {
    let mut device = Device::with_family();
    device.rules = practice::rules(authority);
    device
}

/// Each way is refused for what is still needed.
#[track_caller]
fn needs(device: &Device, cases: impl IntoIterator<Item = (Way, Needed)>) {
    for (way, needed) in cases {
        assert_eq!(device.refused(way.clone()), Refusal::Needed(needed), "{way:?}");
    }
}
