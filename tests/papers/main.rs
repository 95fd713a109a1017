//! Documents as HTML, as Word files and as dates for a calendar. Other people's programs open what is left here
//! (`tests/recipes/documents.py`).

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "in a test, a panic is the failure"
)]
#![cfg(not(target_arch = "wasm32"))]

#[path = "../support/papers.rs"]
mod papers;
mod sample;

use std::fs;

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use hearth::policy::london::at_london;
use hearth::reports::calendar::{Date, Says, When, ics};
use hearth::reports::html::html;
use hearth::reports::word::docx;
use serde_json::json;

#[test]
fn a_document_with_everything_in_it_is_left_for_other_programs() {
    let (document, pictures) = sample::everything();
    papers::leave("everything", &document, &pictures);
}

#[test]
fn an_empty_document_is_a_document() {
    papers::leave("empty", &sample::empty(), &[]);
    assert!(html(&sample::empty()).contains("<h1"));
}

/// `ARCHITECTURE.md`, invariant 8.
#[test]
fn the_same_document_is_the_same_file_byte_for_byte() {
    let (document, pictures) = sample::everything();
    let first = docx(&document, &pictures).unwrap();
    let elsewhere = std::thread::spawn(move || docx(&document, &pictures).unwrap()).join().unwrap();
    assert_eq!(first, elsewhere);
    let (document, pictures) = sample::everything();
    assert_eq!(first, docx(&document, &pictures).unwrap(), "and the second time on one thread");
}

#[test]
fn an_entry_of_twenty_thousand_characters_arrives_whole() {
    let words = sample::long_entry();
    assert!(words.chars().count() >= 20_000);
    let (document, _) = sample::everything();
    let page = html(&document);
    for line in words.lines().filter(|line| !line.is_empty()) {
        let line: String = line.chars().filter(|it| *it == '\t' || !it.is_control()).collect();
        let escaped = line.trim().replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        assert!(page.contains(&escaped.replace('"', "&quot;").replace('\'', "&#39;")), "{line}");
    }
    let forbidden = |it: char| (it.is_control() && it != '\t') || matches!(it, '\u{fffe}' | '\u{ffff}');
    assert!(!page.contains(forbidden));
}

/// Half past nine in London on either side of each change of clocks, and the days themselves.
#[test]
fn dates_are_left_for_other_peoples_calendars() {
    let nine_thirty = NaiveTime::from_hms_opt(9, 30, 0).unwrap();
    let mut dates = Vec::new();
    let mut expected = Vec::new();
    for day in ["2026-03-28", "2026-03-29", "2026-03-30", "2026-10-24", "2026-10-25", "2026-10-26"] {
        let on: NaiveDate = day.parse().unwrap();
        let from = at_london(on.and_time(nine_thirty));
        let (meeting, due) = (format!("meeting-{day}@workbook"), format!("due-{day}@workbook"));
        let when = When::From(from, Some(TimeDelta::minutes(90)));
        expected.push(json!({ "uid": meeting, "says": "Meeting", "from": format!("{day}T09:30:00"), "until": format!("{day}T11:00:00") }));
        dates.push(Date { uid: meeting, moved: 1, says: Says::Meeting, when });
        expected.push(json!({ "uid": due, "says": "Something is due", "from": day, "until": null }));
        dates.push(Date { uid: due, moved: 0, says: Says::Due, when: When::Day(on) });
    }
    let file = ics(&dates, at_london(NaiveDate::from_ymd_opt(2026, 11, 22).unwrap().and_time(nine_thirty)));
    assert_eq!(file, ics(&dates, "2026-11-22T09:30:00Z".parse().unwrap()), "the same dates, the same file");
    fs::write(papers::folder().join("clocks.ics"), file).unwrap();
    let expected = serde_json::to_string_pretty(&json!(expected)).unwrap();
    fs::write(papers::folder().join("clocks.ics.json"), expected).unwrap();
}

/// The worker that writes Word files is sent the document as text.
#[test]
fn a_document_arrives_at_the_worker_as_it_was() {
    let (document, _) = sample::everything();
    let sent = serde_json::to_string(&document).unwrap();
    let arrived: hearth::reports::Document = serde_json::from_str(&sent).unwrap();
    assert_eq!(arrived, document);
}
