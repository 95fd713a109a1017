//! One file for each screen.

pub mod about;
pub mod accessibility;
pub mod carry;
pub mod help;
pub mod keyboard;
pub mod modules;
pub mod new_family;
pub mod not_found;
pub mod privacy;
pub mod problem;
pub mod security;
pub mod settings;
pub mod unlock;
pub mod welcome;
