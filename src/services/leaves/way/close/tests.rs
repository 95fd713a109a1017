use super::*;
use crate::model::practitioner::Role;
use crate::policy::authority::Authority;
use crate::services::leaves::leaf as page;
use crate::services::sample::{AMARA, DANA, JOE, KAYLA, person};
use crate::services::sheets::way::desk::{Desk, closed};

fn shown(desk: &Desk) -> String {
    format!("{:?}", page(Place::Close, None, &desk.here()).unwrap().parts)
}

fn leads_to(desk: &Desk, sheet: Sheet) -> bool {
    shown(desk).contains(&format!("sheet: {sheet:?},"))
}

fn completes(desk: &mut Desk, one: u8) {
    let typed = [("leaving-how", "complete"), ("leaving-on", "2026-11-20"), ("leaving-words", "All is well")];
    desk.fills_in(Sheet::Leaving, Some(&person(one).to_string()), &typed);
}

#[test]
fn closing_is_offered_once_nothing_keeps_it_open_and_to_a_manager_only() {
    let mut desk = Desk::new(Authority::Walsall);
    for one in [AMARA, JOE, DANA] {
        completes(&mut desk, one);
    }
    let page = shown(&desk);
    let said = page.find("It stays open until this is done:").unwrap();
    assert!(page.rfind("Work with Kayla is not").is_some_and(|at| at > said), "{page}");
    assert!(!leads_to(&desk, Sheet::Close));
    completes(&mut desk, KAYLA);
    assert!(leads_to(&desk, Sheet::Close));
    let row = checklist(&desk.here()).into_iter().find(|row| row.words.starts_with("Work with everyone"));
    assert_eq!(row.and_then(|row| row.tag).map(|tag| tag.words).as_deref(), Some("Done"));
    let desk = desk.turned(Role::SocialWorker);
    assert!(
        !leads_to(&desk, Sheet::Close) && shown(&desk).contains("The team manager can close the workbook.")
    );
    assert!(leads_to(&desk, Sheet::ClosureSummary));
}

#[test]
fn the_checklist_says_what_keeps_it_open_what_needs_a_reason_and_what_is_done() {
    let desk = Desk::new(Authority::Walsall);
    let rows = checklist(&desk.here());
    let tag = |words: &str| {
        let row = rows.iter().find(|row| row.words == words).unwrap();
        row.tag.as_ref().map(|tag| tag.words.clone()).unwrap()
    };
    assert_eq!(tag("Work with everyone in the workflow"), "Keeps it open");
    assert_eq!(tag("Consent"), "Needs a reason");
    assert_eq!(tag("Alerts from outside"), "Nothing open");
    assert_eq!(rows[0].more.len(), 4, "each by name, and first");
    let sorted: Vec<String> = rows.iter().map(|row| row.tag.as_ref().unwrap().words.clone()).collect();
    let last = |words: &str| sorted.iter().rposition(|it| it == words).unwrap();
    assert!(last("Keeps it open") < last("Needs a reason") && last("Needs a reason") < last("Nothing open"));
    let used =
        |authority, words: &str| checklist(&Desk::new(authority).here()).iter().any(|row| row.words == words);
    for (words, walsall, warwickshire) in
        [("Support after the plan", false, true), ("Supervision and its record", true, false)]
    {
        assert_eq!(used(Authority::Walsall, words), walsall, "{words}");
        assert_eq!(used(Authority::Warwickshire, words), warwickshire, "{words}");
    }
}

#[test]
fn what_is_open_has_its_line_in_every_authority() {
    for authority in [Authority::Walsall, Authority::Warwickshire, Authority::Bury] {
        let mut desk = Desk::new(authority);
        let typed = [("alert-on", "2026-11-20"), ("alert-from", "mash"), ("alert-what", "News")];
        desk.fills_in(Sheet::Alert, None, &typed);
        let lines: usize = checklist(&desk.here()).iter().map(|row| row.more.len()).sum();
        assert_eq!(lines, desk.sample.book.casework_open().len(), "{authority:?}");
    }
}

#[test]
fn a_closed_workbook_is_read_and_leads_to_reopening_only() {
    let desk = closed();
    let page = shown(&desk);
    for words in ["It follows", "Reopen the workbook", "Share it to be read"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    for sheet in Sheet::ALL.iter().filter(|sheet| **sheet != Sheet::Reopen) {
        assert!(!leads_to(&desk, *sheet), "{sheet:?}");
    }
    let desk = desk.turned(Role::RecoveryWorker);
    assert!(!leads_to(&desk, Sheet::Reopen));
    let mut desk = desk.turned(Role::TeamManager);
    let typed = [("reopen-on", "2026-11-20"), ("reopen-because", "work_to_do"), ("reopen-why", "More to do")];
    desk.fills_in(Sheet::Reopen, None, &typed);
    let page = shown(&desk);
    assert!(page.contains("When it was closed and reopened") && page.contains("More to do"), "{page}");
    assert!(page.contains("Work with Kayla is not recorded as complete"), "asked anew: {page}");
}
