//! One file for each screen.

pub mod help;
pub mod keyboard;
pub mod accessibility;
pub mod privacy;
pub mod about;
pub mod problem;
pub mod not_found;
