//! Supervision: the list across all families, and the page that a team looks at together while it is held.

mod all;
mod bar;
mod live;
mod saving;
mod step;

pub use all::AllSupervisions;
pub use live::LivePage;
