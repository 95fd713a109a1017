//! The golden tables of dates: what is due when, worked out by another program.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "in a test, a panic is the failure"
)]
#![cfg(not(target_arch = "wasm32"))]

mod as_it_stood;
mod bank_holidays;
mod from_records;
mod golden;
mod happening;
mod journeys;
mod moving_a_supervision;
mod rules_that_change;
mod standing;
mod table;
mod through_commands;
mod what_stops_a_clock;
mod why_this_date;
#[path = "../workbooks/mod.rs"]
mod workbooks;
