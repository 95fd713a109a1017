//! A workbook is what happened: events, the rules that decide them, and the fold that reads them.
//!
//! ```text
//! command ──▶ decide(&Workbook, …) ──▶ Ok(facts) | Err(Refusal in words)
//! facts   ──▶ events (stamped by services) ──▶ Workbook::fold (total: what it cannot accept it lists)
//! ```

pub mod apart;
mod approving;
pub mod arrival;
pub mod audit;
pub mod casework;
pub mod conflict;
pub mod consent;
pub mod decide;
pub mod event;
pub mod fact;
pub mod fold;
pub mod history;
mod kinds;
pub mod leaving;
pub mod log;
pub mod merge;
pub mod naming;
pub mod order;
pub mod pathway;
pub mod round;
pub mod safety;
pub mod separation;
pub mod sharing;
pub mod status;
pub mod team;
pub mod threshold;
pub mod versioned;
pub mod works_with;
