//! Journeys through the built app in real browsers, made as a person makes them: by role and by name.
//!
//! - [`site`]: serves the built app, in a sub-folder, on this computer.
//! - [`Browser`]: one running browser with a profile folder of its own, which can be killed and reopened.
//! - [`find`]: what a person sees: buttons, fields, links, headings, by their accessible names.
//! - [`journey`]: what people do in the app, said as they would say it.
//! - [`keyboard`]: the same with nothing but keys.
//! - [`round`]: through all records of a family, whoever looks.
//! - [`looking_round`]: the example family, open in Chromium.
//! - [`axe`]: accessibility rules, run under the app's own content security policy.
//! - [`disk`]: the raw bytes of a profile folder, searched for words that must not be there.
//! - [`kept`]: what a script of the page can read of what the browser keeps.
//! - [`memory`]: what a page still knows, in its heaps and in the memory of WebAssembly.
//! - [`bundle`]: a file that was saved, opened with the app's own library.
//!
//! Nothing sleeps for a fixed time: everything waits for a condition, up to [`PATIENCE`].

// Tests run on a computer, never in a page: they may look at the clock.
#![allow(clippy::disallowed_methods)]

pub mod axe;
pub mod browser;
pub mod bundle;
pub mod disk;
pub mod find;
pub mod journey;
pub mod kept;
pub mod keyboard;
pub mod look;
pub mod looking_round;
pub mod memory;
pub mod network;
pub mod process;
pub mod profile;
pub mod round;
pub mod site;
pub mod trouble;

pub use browser::Browser;
pub use disk::Canary;
pub use find::Role;
pub use look::Looks;
pub use looking_round::LookingRound;
pub use profile::Profile;
pub use trouble::Trouble;
pub use xtask::browsers::{Engine, chosen};

/// The longest that anything is waited for. Far more than is needed on a quiet computer.
pub const PATIENCE: std::time::Duration = std::time::Duration::from_secs(45);

/// Whether the long form of the tests was asked for (`cargo xtask test --long`).
pub fn long() -> bool {
    std::env::var("HEARTH_LONG").is_ok_and(|it| it == "1")
}
