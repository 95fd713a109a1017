//! What builds, serves and checks Hearth.
//!
//! A library as well as a program, so that the end-to-end tests use the same static file server and the
//! same way of finding browsers as the commands do.

// This program runs on a computer, never in a page: it may look at the clock.
#![allow(clippy::disallowed_methods)]

pub mod bench;
pub mod browsers;
pub mod check;
pub mod command;
pub mod end_to_end;
pub mod offline;
pub mod parts;
pub mod server;
pub mod site;
pub mod styles;
pub mod tools;

use std::path::PathBuf;

/// The folder that holds the workspace's `Cargo.toml`.
pub fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.parent().map_or(here.clone(), PathBuf::from)
}
