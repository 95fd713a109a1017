//! The monthly round and the plan, read from what was recorded: supervisions and what stands of them, ratings,
//! summaries, actions, visits, plans, and the chronology that builds itself.
//!
//! Everything here is a question to the workbook. Nothing is kept twice: what a screen, a document or another
//! record needs is read from the one place where it was typed.

pub mod actions;
pub mod chronology;
pub mod goals;
pub mod meeting;
mod named;
pub mod plans;
pub mod ratings;
pub mod summaries;
pub mod visits;

pub use meeting::Meeting;
