//! Rules that differ between authorities, and rules of safety.

pub mod authority;
pub mod bank_holidays;
pub mod clocks;
pub mod csv;
pub mod leak_check;
pub mod london;
pub mod permissions;
pub mod practice;
pub mod profile;
pub mod standards;
pub mod visibility;
pub mod working_days;
