//! `cargo xtask test`: every check, in the order in which the cheap ones come first.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::browsers::{self, Display, Engine};
use crate::command::{Failure, command, run, run_and_keep, step};
use crate::site::{self, Profile};
use crate::{end_to_end, styles, tools};

const WASM: [&str; 2] = ["--target", "wasm32-unknown-unknown"];
const DENY: [&str; 3] = ["--", "-D", "warnings"];

/// What ran, how it went and how long it took.
#[derive(Default)]
struct Summary(Vec<(String, Result<(), Failure>, Duration)>);

impl Summary {
    /// Runs one check. A later one still runs when it fails: one run tells everything that is wrong.
    fn check<T>(&mut self, what: &str, doing: impl FnOnce() -> Result<T, Failure>) -> Option<T> {
        let start = Instant::now();
        let (value, outcome) = match step(what, doing) {
            Ok(value) => (Some(value), Ok(())),
            Err(failure) => {
                eprintln!("    {failure}");
                (None, Err(failure))
            }
        };
        self.0.push((what.to_owned(), outcome, start.elapsed()));
        value
    }

    fn close(self, took: Duration) -> Result<(), Failure> {
        println!("\nSummary");
        for (what, outcome, took) in &self.0 {
            let word = if outcome.is_ok() { "passed" } else { "FAILED" };
            println!("  {word}  {:>7.1} s  {what}", took.as_secs_f64());
        }
        let failed: Vec<&str> = self
            .0
            .iter()
            .filter(|(_, outcome, _)| outcome.is_err())
            .map(|(what, _, _)| what.as_str())
            .collect();
        println!("  {} checks in {:.0} s", self.0.len(), took.as_secs_f64());
        if failed.is_empty() {
            println!("\nAll checks passed.");
            return Ok(());
        }
        Err(Failure::new(format!("Not passed: {}.", failed.join("; "))))
    }
}

/// Installs what the tests need, then runs every check.
pub fn everything(long: bool) -> Result<(), Failure> {
    let start = Instant::now();
    tools::for_building()?;
    tools::for_testing()?;
    let mut summary = Summary::default();

    summary.check("Formatting", || run(command("cargo").args(["fmt", "--all", "--check"])));
    summary.check("The style sheet is what its sources compile to", style_sheet);
    summary.check("Clippy, on this computer", || {
        run(command("cargo").args(["clippy", "--workspace", "--all-targets"]).args(DENY))
    });
    summary.check("Clippy, for the browser", || {
        run(command("cargo")
            .args(["clippy", "--lib", "--bins", "--test", "web_*", "--features", "parts"])
            .args(WASM)
            .args(DENY))
    });
    summary.check("Tests on this computer", || {
        run(counting(command("cargo").args(["test", "-p", "hearth", "-p", "xtask"]), long))
    });
    for engine in browsers::chosen() {
        summary.check(&format!("Tests in {engine}"), || in_browser(engine, long));
    }
    recipes(&mut summary);
    let site = summary.check("Release build, and its weight", || site::build(Profile::Release));
    if let Some(site) = site {
        let unsealed = can_unseal().then(|| summary.check("Unsealed build", site::build_unsealed)).flatten();
        summary.check("End-to-end tests", || end_to_end(&site, unsealed.as_deref(), long));
    }
    summary.close(start.elapsed())
}

/// Tests that count kills, bit flips and random cases do a tenth of them, and all when this is set.
fn counting(test: &mut std::process::Command, long: bool) -> &mut std::process::Command {
    if long { test.env("HEARTH_LONG", "1") } else { test.env_remove("HEARTH_LONG") }
}

fn style_sheet() -> Result<(), Failure> {
    if styles::are_current()? {
        return Ok(());
    }
    Err(Failure::new(
        "A style sheet is older than its sources. Run `cargo xtask styles` and commit the result.",
    ))
}

/// Runs the tests named `web_*` inside a real browser.
fn in_browser(engine: Engine, long: bool) -> Result<(), Failure> {
    let mut test = command("cargo");
    // The development profile: optimising the whole app for each test file takes longer than the tests.
    test.args(["test", "--profile", "dev"]).args(WASM).args(["--test", "web_*"]);
    counting(&mut test, long);
    let _display = drive(&mut test, engine)?;
    let said = run_and_keep(&mut test)?;
    let ran = passed_tests(&said);
    if ran == 0 || said.contains("no tests to run!") {
        return Err(Failure::new(format!(
            "A test file for the browser ran no test in {engine}. Each needs \
             `wasm_bindgen_test_configure!(run_in_browser)` and at least one `#[wasm_bindgen_test]`."
        )));
    }
    println!("    {ran} tests ran in {engine}");
    Ok(())
}

/// Has what a cargo command builds for the browser run in one. The display, where there is one, must live as long
/// as the command runs.
pub fn drive(test: &mut std::process::Command, engine: Engine) -> Result<Option<Display>, Failure> {
    let capabilities = crate::root().join(format!("target/webdriver-{engine}.json"));
    let wrong = |error| Failure::new(format!("{} could not be written: {error}.", capabilities.display()));
    fs::create_dir_all(crate::root().join("target")).map_err(wrong)?;
    fs::write(&capabilities, capabilities_for(engine)?).map_err(wrong)?;
    test.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &capabilities).env("WASM_BINDGEN_TEST_TIMEOUT", "600");
    // The runner takes the first driver that it is told of.
    for name in ["CHROMEDRIVER", "GECKODRIVER", "SAFARIDRIVER"] {
        test.env_remove(name);
    }
    let driver = match engine {
        Engine::Chromium => "CHROMEDRIVER",
        Engine::Firefox => "GECKODRIVER",
        Engine::WebKit => "SAFARIDRIVER",
    };
    test.env(driver, engine.driver()?);
    let display = (engine == Engine::WebKit).then(Display::start).transpose()?;
    if let Some(display) = &display {
        test.env("DISPLAY", display.name());
    }
    Ok(display)
}

fn capabilities_for(engine: Engine) -> Result<String, Failure> {
    let binary = engine.binary()?;
    let binary = binary.display();
    Ok(match engine {
        Engine::Chromium => {
            let switches: Vec<String> =
                browsers::CHROMIUM_SWITCHES.iter().map(|it| format!("\"{it}\"")).collect();
            format!(
                "{{\"goog:chromeOptions\":{{\"binary\":\"{binary}\",\"args\":[{}]}}}}",
                switches.join(",")
            )
        }
        Engine::Firefox => {
            format!("{{\"moz:firefoxOptions\":{{\"binary\":\"{binary}\",\"args\":[\"-headless\"]}}}}")
        }
        Engine::WebKit => {
            format!(
                "{{\"webkitgtk:browserOptions\":{{\"binary\":\"{binary}\",\"args\":[\"--automation\"]}}}}"
            )
        }
    })
}

/// How many tests a test run says that it passed.
fn passed_tests(said: &str) -> u64 {
    let results = said.lines().filter_map(|line| line.split_once("test result: ok. "));
    results.filter_map(|(_, rest)| rest.split_whitespace().next()?.parse::<u64>().ok()).sum()
}

/// The documented ways of opening a bundle without this app, run with other people's libraries.
fn recipes(summary: &mut Summary) {
    let folder = crate::root().join("tests/recipes");
    if folder.join("check.mjs").is_file() {
        summary.check("A bundle opened by the `jose` library", || {
            run(command("node").arg("tests/recipes/check.mjs"))
        });
    }
    if folder.join("check.py").is_file() {
        summary.check("A bundle opened by the `jwcrypto` library", || {
            let library = tools::jwcrypto()?;
            run(command("python3").arg("tests/recipes/check.py").env("PYTHONPATH", library))
        });
    }
    if folder.join("documents.py").is_file() {
        // The tests on this computer have left them in target/documents.
        summary.check("Documents open elsewhere", || {
            let libraries = tools::readers_of_documents()?;
            run(command("python3").arg("tests/recipes/documents.py").env("PYTHONPATH", libraries))
        });
    }
}

/// Whether the app has the switch at all.
fn can_unseal() -> bool {
    let source = crate::root().join("src");
    let Ok(files) = site::files_in(&source, "") else { return false };
    files
        .iter()
        .any(|file| fs::read_to_string(source.join(file)).is_ok_and(|text| text.contains("cfg(unsealed)")))
}

fn end_to_end(site: &Path, unsealed: Option<&Path>, long: bool) -> Result<(), Failure> {
    end_to_end::run_all(|test| {
        test.env("HEARTH_DIST", site);
        counting(test, long);
        if let Some(unsealed) = unsealed {
            test.env("HEARTH_UNSEALED_DIST", unsealed);
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_are_counted_over_all_files_and_a_run_without_any_counts_none() {
        let said = "test result: ok. 12 passed; 0 failed\nother\n    test result: ok. 3 passed; 0 failed; 1 ignored\n";
        assert_eq!(passed_tests(said), 15);
        assert_eq!(passed_tests("no tests to run!\n"), 0);
    }
}
