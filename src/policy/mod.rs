//! Rules that differ between authorities, and rules of safety.

pub mod authority;
