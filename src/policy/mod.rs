//! Rules that differ between authorities, and rules of safety.

pub mod authority;
pub mod permissions;
pub mod practice;
