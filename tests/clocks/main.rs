//! The golden tables of dates: what is due when, worked out by another program.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "in a test, a panic is the failure"
)]
#![cfg(not(target_arch = "wasm32"))]

mod bank_holidays;
mod table;
