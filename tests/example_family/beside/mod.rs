//! What is recorded beside the modules, from June to November: how the family came to the team, consent, plans,
//! visits, and group supervision each month. Each is told on its own day, in between the work in the modules.

mod arrival;
mod case_summary;
mod consultation;
mod months;
mod plan;
mod supervision;
mod visits;

pub use supervision::{action_id, id as supervision_id};

use crate::story::Story;

/// Arranges for all of it to be told when its day comes.
pub fn arrange(story: &mut Story) {
    arrival::arrange(story);
    plan::arrange(story);
    visits::arrange(story);
    supervision::arrange(story);
    case_summary::arrange(story);
    consultation::arrange(story);
}
