//! A workbook is what happened: events, the rules that decide them, and the fold that reads them.
//!
//! ```text
//! command ──▶ decide(&Workbook, …) ──▶ Ok(facts) | Err(Refusal in words)
//! facts   ──▶ events (stamped by services) ──▶ Workbook::fold (total: what it cannot accept it lists)
//! ```

pub mod conflict;
pub mod decide;
pub mod event;
pub mod fact;
pub mod fold;
pub mod history;
mod kinds;
pub mod log;
pub mod merge;
pub mod order;
pub mod separation;
pub mod versioned;
