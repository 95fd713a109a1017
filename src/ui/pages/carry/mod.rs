//! Carrying workbooks as encrypted files: sharing, backing up, opening what was given, and the example family.

pub mod backup;
mod check;
mod choose;
mod done;
mod file_form;
mod offer;
pub mod open;
mod passphrase;
mod plan;
pub mod share;
