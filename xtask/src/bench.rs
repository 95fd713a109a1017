//! `cargo xtask bench`: how long a page waits, measured in a real browser and printed. Nothing is asserted: a time
//! is of the computer it was taken on.

use crate::browsers::Engine;
use crate::check::drive;
use crate::command::{Failure, command, run, step};
use crate::tools;

/// Installs what it needs, builds the measurements as the app itself is built, and runs them in Chromium.
pub fn measure() -> Result<(), Failure> {
    tools::for_building()?;
    tools::for_testing()?;
    step("Measurements, in Chromium", || {
        let mut bench = command("cargo");
        bench.args(["bench", "--target", "wasm32-unknown-unknown", "--bench", "clocks"]);
        let _display = drive(&mut bench, Engine::Chromium)?;
        run(&mut bench)
    })
}
