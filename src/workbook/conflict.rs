//! Things of which two versions stand beside each other, waiting for a person to decide.

pub use super::kinds::{Conflict, conflicts};
