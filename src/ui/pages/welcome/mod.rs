//! The first run: what this is, who you are, your passphrase, your recovery sheet.

pub mod choice;
pub mod install_first;
pub mod passphrase;
pub mod profile;
pub mod recovery;
