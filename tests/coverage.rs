//! `docs/coverage.md` says for every requirement which file carries it out and which test shows it, or why it
//! is not here. This reads the table and looks for each of them.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "in a test, a panic is the failure")]
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// One row: R1 to R96, its files, its tests by file, and what is still to come.
#[derive(Debug, PartialEq)]
struct Row {
    number: u32,
    files: Vec<String>,
    tests: Vec<(String, Vec<String>)>,
    to_come: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn rows(text: &str) -> Vec<Row> {
    text.lines().filter(|line| line.starts_with("| R") && !line.starts_with("| Row")).map(row).collect()
}

fn row(line: &str) -> Row {
    let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
    assert_eq!(cells.len(), 5, "five cells: {line}");
    let number =
        cells[0].trim_start_matches('R').parse().unwrap_or_else(|_| panic!("a row’s number: {line}"));
    let mut tests: Vec<(String, Vec<String>)> = Vec::new();
    for name in quoted(cells[3]) {
        // A path, and after it the tests in it.
        if name.contains('/') {
            tests.push((name, Vec::new()));
        } else {
            tests.last_mut().unwrap_or_else(|| panic!("a test before its file: {line}")).1.push(name);
        }
    }
    Row { number, files: quoted(cells[2]), tests, to_come: cells[4].to_owned() }
}

/// What stands in backticks.
fn quoted(cell: &str) -> Vec<String> {
    cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Everything that is wrong with a row, with the files that it names read by `read`.
fn faults(row: &Row, read: &dyn Fn(&str) -> Option<String>) -> Vec<String> {
    let mut faults = Vec::new();
    let number = row.number;
    let mut fault = |what: String| faults.push(format!("R{number}: {what}"));
    for file in &row.files {
        if read(file).is_none() {
            fault(format!("there is no {file}"));
        }
    }
    for (file, tests) in &row.tests {
        let Some(text) = read(file) else {
            fault(format!("there is no {file}"));
            continue;
        };
        if tests.is_empty() {
            fault(format!("no test of {file} is named"));
        }
        for test in tests {
            if !is_test(&text, test) {
                fault(format!("{file} has no test {test}"));
            }
        }
    }
    if row.files.is_empty() != row.tests.is_empty() {
        fault("a file that carries it out needs a test, and the other way round".to_owned());
    }
    if row.files.is_empty() && row.to_come.len() < 20 {
        fault("neither carried out, nor a plain reason why not".to_owned());
    }
    faults
}

/// Whether a function of this name stands there, marked as a test.
fn is_test(text: &str, name: &str) -> bool {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let begins = [format!("fn {name}("), format!("async fn {name}(")];
    lines.iter().enumerate().any(|(at, line)| {
        let marks = lines[..at].iter().rev().take_while(|before| before.starts_with("#["));
        begins.iter().any(|begin| line.starts_with(begin))
            && marks.into_iter().any(|mark| mark.ends_with("test]") || mark.contains("test("))
    })
}

#[test]
fn every_requirement_is_carried_out_and_shown_or_says_why_not() {
    let text = fs::read_to_string(root().join("docs/coverage.md")).unwrap();
    let rows = rows(&text);
    let numbers: Vec<u32> = rows.iter().map(|row| row.number).collect();
    assert_eq!(numbers, (1..=96).collect::<Vec<_>>(), "each row once and in order");
    let read = |path: &str| fs::read_to_string(root().join(path)).ok();
    let faults: Vec<String> = rows.iter().flat_map(|row| faults(row, &read)).collect();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn the_count_at_the_top_is_right() {
    let text = fs::read_to_string(root().join("docs/coverage.md")).unwrap();
    let rows = rows(&text);
    let (carried_out, not): (Vec<&Row>, Vec<&Row>) = rows.iter().partition(|row| !row.files.is_empty());
    let whole = carried_out.iter().filter(|row| row.to_come.is_empty()).count();
    let said = format!(
        "{whole} rows are carried out whole, {} in part, {} not yet or not here.",
        carried_out.len() - whole,
        not.len()
    );
    assert!(text.contains(&said), "it should say: {said}");
}

mod the_checker {
    use super::*;

    fn check(line: &str) -> Vec<String> {
        let files = BTreeMap::from([
            ("src/a.rs", "fn f() {}"),
            (
                "tests/a.rs",
                "#[test]\nfn one() {}\n\n    #[tokio::test]\n    async fn two() {}\n\nfn helper() {}\n\
                 #[test]\n#[ignore]\nfn three() {}",
            ),
        ]);
        let read = |path: &str| files.get(path).map(|text| (*text).to_owned());
        faults(&row(line), &read)
    }

    #[track_caller]
    fn refused(line: &str, because: &str) {
        let found = check(line);
        assert!(found.iter().any(|fault| fault.contains(because)), "{line}: {found:?}");
    }

    #[test]
    fn accepts_what_is_there_and_a_reason_for_what_is_not() {
        for line in [
            "| R1 | What | `src/a.rs` | `tests/a.rs`: `one`, `two`, `three` | |",
            "| R2 | What | | | Not here: another system keeps it. |",
        ] {
            assert_eq!(check(line), Vec::<String>::new(), "{line}");
        }
    }

    #[test]
    fn refuses_what_is_not_there() {
        refused("| R1 | What | `src/b.rs` | `tests/a.rs`: `one` | |", "there is no src/b.rs");
        refused("| R1 | What | `src/a.rs` | `tests/b.rs`: `one` | |", "there is no tests/b.rs");
        refused("| R1 | What | `src/a.rs` | `tests/a.rs`: `four` | |", "has no test four");
        refused("| R1 | What | `src/a.rs` | `tests/a.rs`: `helper` | |", "has no test helper");
        refused("| R1 | What | `src/a.rs` | `tests/a.rs` | |", "no test of tests/a.rs is named");
        refused("| R1 | What | `src/a.rs` | | |", "needs a test");
        refused("| R1 | What | | | Later. |", "nor a plain reason");
    }
}
