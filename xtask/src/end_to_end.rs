//! The end-to-end tests, two at a time: each test is a process of its own, with browsers, ports and folders of its own,
//! and most of its time it waits. Those that took longest last time begin first.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::time::{Duration, Instant};
use std::{fs, thread};

use crate::command::{Failure, command, output_of};

/// How many run at a time. A third would make each wait for the processor rather than for a browser.
const LANES: usize = 2;

/// One test of one of the test programs.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Test {
    program: PathBuf,
    name: String,
}

impl Test {
    /// By what it is known from one run to the next: the program's name without the number that cargo gives it.
    fn known_as(&self) -> String {
        let program = self.program.file_name().unwrap_or_default().to_string_lossy();
        let stem = program.rsplit_once('-').map_or(&*program, |(stem, _)| stem);
        format!("{stem}::{}", self.name)
    }

    fn run(&self, lane: usize, set: impl Fn(&mut Command)) -> Result<(), String> {
        let mut test = command(&self.program);
        test.args([&self.name, "--exact", "--nocapture", "--test-threads=1"]);
        test.current_dir(crate::root().join("tests/e2e")).env("HEARTH_LANE", lane.to_string());
        set(&mut test);
        let output = test.stdin(Stdio::null()).output().map_err(|it| it.to_string())?;
        let said =
            String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
        let ran = said.contains("test result: ok. 1 passed");
        if output.status.success() && ran { Ok(()) } else { Err(said) }
    }
}

/// Builds the tests and runs every one of them; `set` says how each is to be run.
pub fn run_all(set: impl Fn(&mut Command) + Sync) -> Result<(), Failure> {
    let built = build_quietly()?;
    let tests = in_order(all_tests(&built)?, &took_before());
    if tests.is_empty() {
        return Err(Failure::new("There are no end-to-end tests."));
    }
    let count = tests.len();
    let waiting = Mutex::new(tests.into_iter());
    let took = Mutex::new(took_before());
    let failed = Mutex::new(Vec::new());
    let lane = |lane: usize| {
        while let Some(test) = waiting.lock().ok().and_then(|mut waiting| waiting.next()) {
            let start = Instant::now();
            let outcome = test.run(lane, &set);
            let time = start.elapsed();
            if let Ok(mut took) = took.lock() {
                took.insert(test.known_as(), time);
            }
            let word = if outcome.is_ok() { "ok" } else { "FAILED" };
            println!("    {word:6} {:>6.1} s  {}", time.as_secs_f64(), test.known_as());
            if let Err(said) = outcome {
                println!("{said}");
                if let Ok(mut failed) = failed.lock() {
                    failed.push(test.known_as());
                }
            }
        }
    };
    thread::scope(|scope| {
        for number in 0..LANES {
            let lane = &lane;
            scope.spawn(move || lane(number));
        }
    });
    if let Ok(took) = took.into_inner() {
        remember(&took);
    }
    let failed = failed.into_inner().unwrap_or_default();
    match failed.is_empty() {
        true => {
            println!("    {count} tests passed");
            Ok(())
        }
        false => {
            Err(Failure::new(format!("Of {count} end-to-end tests these failed: {}.", failed.join(", "))))
        }
    }
}

/// What cargo says while it builds the tests.
fn build_quietly() -> Result<String, Failure> {
    let mut build = command("cargo");
    build.args(["test", "-p", "e2e", "--no-run", "--message-format=json-render-diagnostics"]);
    let output = build.stderr(Stdio::inherit()).output();
    let output = output.map_err(|it| Failure::new(format!("cargo could not be started: {it}.")))?;
    match output.status.success() {
        true => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
        false => Err(Failure::new("The end-to-end tests do not build.")),
    }
}

/// The programs that a build made, as cargo names them line by line.
fn programs(built: &str) -> Vec<PathBuf> {
    let executable = |line: &str| {
        let (_, rest) = line.split_once("\"executable\":\"")?;
        Some(PathBuf::from(rest.split_once('"')?.0))
    };
    let is_test = |line: &&str| line.contains("\"test\":true");
    built.lines().filter(is_test).filter_map(executable).collect()
}

fn all_tests(built: &str) -> Result<Vec<Test>, Failure> {
    let mut tests = Vec::new();
    for program in programs(built) {
        let listed = output_of(command(&program).args(["--list", "--format", "terse"]))
            .ok_or_else(|| Failure::new(format!("{} does not list its tests.", program.display())))?;
        let names = listed.lines().filter_map(|line| line.strip_suffix(": test"));
        tests.extend(names.map(|name| Test { program: program.clone(), name: name.to_owned() }));
    }
    Ok(tests)
}

/// Those that took longest first; a new one before all, because nothing is known of it.
fn in_order(mut tests: Vec<Test>, before: &BTreeMap<String, Duration>) -> Vec<Test> {
    tests.sort_by_key(|test| {
        std::cmp::Reverse(before.get(&test.known_as()).copied().unwrap_or(Duration::MAX))
    });
    tests
}

fn times() -> PathBuf {
    crate::root().join("target/e2e/times.txt")
}

/// How long each test took last time, where that is known.
fn took_before() -> BTreeMap<String, Duration> {
    read_times(&fs::read_to_string(times()).unwrap_or_default())
}

fn read_times(text: &str) -> BTreeMap<String, Duration> {
    let line = |line: &str| {
        let (milliseconds, name) = line.split_once(' ')?;
        Some((name.to_owned(), Duration::from_millis(milliseconds.parse().ok()?)))
    };
    text.lines().filter_map(line).collect()
}

/// Only for the order of the next run: nothing is lost when it cannot be written.
fn remember(took: &BTreeMap<String, Duration>) {
    let lines: Vec<String> = took.iter().map(|(name, time)| format!("{} {name}", time.as_millis())).collect();
    let file = times();
    let _ = fs::create_dir_all(file.parent().unwrap_or(Path::new(".")))
        .and_then(|()| fs::write(file, lines.join("\n")));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn test(name: &str) -> Test {
        Test { program: PathBuf::from("/built/deps/kills-0f3a"), name: name.to_owned() }
    }

    #[test]
    fn what_took_longest_begins_first_and_what_is_new_before_it() {
        let before = read_times("1200 kills::short\n90000 kills::long\nnonsense\n");
        let order = in_order(["short", "new", "long"].map(test).to_vec(), &before);
        assert_eq!(order, ["new", "long", "short"].map(test));
    }

    #[test]
    fn programs_are_those_that_hold_tests() {
        let built = "{\"target\":{\"test\":true},\"executable\":\"/built/deps/kills-0f3a\"}\n\
                     {\"target\":{\"test\":true},\"executable\":null}\n\
                     {\"target\":{\"test\":false},\"executable\":\"/built/other\"}\n";
        assert_eq!(programs(built), [PathBuf::from("/built/deps/kills-0f3a")]);
    }
}
