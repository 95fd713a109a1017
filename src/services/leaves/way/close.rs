//! Closing: what is done and what is not, the steps on the way out, the closure summary, and closing itself
//! (`domain.md` R63, R84 to R90; `ux.md` S35).

use crate::model::choices::Choice;
use crate::model::dates::day_words;
use crate::model::ids::PersonId;
use crate::model::leaving::{Closing, ClosureSummary};
use crate::navigation::{FamilyPage, Leaf as Place, Route, Sheet};
use crate::policy::profile::practice::Part as Use;
use crate::services::here::Here;
use crate::services::leaf::{Card, Cell, Leaf, Moment, Part, Row, Tag, Tone, Way};
use crate::services::sheets::way::close::keeps_open;
use crate::services::sheets::way::reopen;
use crate::workbook::casework::Unfinished;
use crate::workbook::decide::permission::Act;
use crate::workbook::fact::Whole;

use super::{actions, facts, steps, way, whose};

pub(in crate::services::leaves) fn leaf(here: &Here<'_>) -> Leaf {
    let mut parts = Vec::new();
    if here.book.closed_on().is_some() {
        parts.extend(closed(here));
    } else {
        parts.push(Part::Words(
            "The workbook can be closed when the work with everyone is complete. What else is unfinished needs a \
             reason."
                .to_owned(),
        ));
        parts.push(Part::Heading("What is done, and what is not".to_owned()));
        parts.push(Part::List(checklist(here)));
    }
    parts.extend(work(here));
    parts.extend(steps::early_help(here));
    parts.extend(steps::after_the_plan(here));
    parts.extend(steps::care_orders(here));
    parts.extend(summary(here));
    if here.book.closed_on().is_none() {
        parts.extend(deciding(here));
    }
    parts.extend(before(here));
    Leaf { heading: Place::Close.title().to_owned(), caption: None, back: None, parts }
}

/// One line of the checklist: what it is called, where it is done, and whether it is about this.
type Item = (&'static str, Option<FamilyPage>, fn(&Unfinished) -> bool);

fn items(here: &Here<'_>) -> Vec<Item> {
    let page = |leaf| Some(FamilyPage::leaf(leaf));
    let mut items: Vec<Item> = vec![
        ("Work with everyone in the workflow", None, |it| matches!(it, Unfinished::Casework(_))),
        ("Plans, orders and care of the children", page(Place::Thresholds), |it| {
            matches!(it, Unfinished::Status(_))
        }),
        ("Care proceedings", None, |it| matches!(it, Unfinished::Proceedings(_))),
        ("Alerts from outside", page(Place::Referral), |it| matches!(it, Unfinished::Alert(_))),
        ("Thresholds", page(Place::Thresholds), |it| matches!(it, Unfinished::Recommendation(_))),
        ("Disagreements", page(Place::Referral), |it| matches!(it, Unfinished::Disagreement(_))),
        ("Actions", page(Place::Supervision), |it| matches!(it, Unfinished::Actions(_))),
        ("Early help", None, |it| matches!(it, Unfinished::EarlyHelp | Unfinished::EarlyHelpToAgree(_))),
        ("Consent", page(Place::Consent), |it| matches!(it, Unfinished::Consent)),
        ("Closure summary", None, |it| matches!(it, Unfinished::ClosureSummary)),
        ("Records with one version", Some(FamilyPage::Overview), |it| {
            matches!(it, Unfinished::TwoVersions(_))
        }),
    ];
    let profile = here.profile();
    if profile.uses(Use::GroupSupervision) {
        items.push(("Supervision and its record", page(Place::Supervision), |it| {
            matches!(it, Unfinished::Supervision(_) | Unfinished::PlannedSupervision(_))
        }));
    }
    if profile.uses(Use::AdultSpecialists) {
        items.push(("Requests for a specialist", page(Place::Supervision), |it| {
            matches!(it, Unfinished::SpecialistRequest(_))
        }));
    }
    if profile.uses(Use::Modules) {
        items.push(("Modules", Some(FamilyPage::Programme), |it| matches!(it, Unfinished::Modules(_))));
    }
    if here.rules().step_down_support {
        items.push(("Support after the plan", None, |it| matches!(it, Unfinished::StepDown(_))));
    }
    items
}

/// Each item, with what of it is open: what keeps the workbook open first, then what needs a reason, then what is
/// done.
fn checklist(here: &Here<'_>) -> Vec<Row> {
    let open = here.book.casework_open();
    let keeping = keeps_open(here);
    let mut rows: Vec<(u8, Row)> = Vec::new();
    let mut left = open.clone();
    let mut add = |words: &str, to: Option<FamilyPage>, own: &[Unfinished]| {
        let (order, tag) = match (own.is_empty(), own.iter().any(|it| keeping.contains(it))) {
            (true, _) => (2, Tag::new("Done", Tone::Good)),
            (false, true) => (0, Tag::new("Keeps it open", Tone::Late)),
            (false, false) => (1, Tag::new("Needs a reason", Tone::Attention)),
        };
        let more = own.iter().map(|it| format!("{}.", here.book.unfinished_words(*it))).collect();
        let to = to.filter(|_| !own.is_empty()).map(|page| Route::family(here.book.id, page));
        rows.push((order, Row { words: words.to_owned(), to, more, aside: None, tag: Some(tag) }));
    };
    for (words, page, is_own) in items(here) {
        let own: Vec<Unfinished> = open.iter().copied().filter(is_own).collect();
        left.retain(|it| !is_own(it));
        add(words, page, &own);
    }
    // What this authority does not use may be open all the same, in a family that came from another.
    if !left.is_empty() {
        add("Also", None, &left);
    }
    rows.sort_by_key(|(order, _)| *order);
    rows.into_iter().map(|(_, row)| row).collect()
}

/// The work with each person, and what it waits for.
fn work(here: &Here<'_>) -> Vec<Part> {
    let people = here.book.children().into_iter().chain(here.book.adults()).map(|(id, _)| id);
    let people: Vec<PersonId> = people.filter(|id| here.book.in_workflow(*id)).collect();
    let may = here.may(Act::FinishCasework);
    let row = |person: PersonId| {
        let name = here.book.name_of(person);
        let (words, achieved) = casework(here, person);
        let mut cells = vec![Cell::Words(name.clone()), Cell::Words(words), Cell::Words(achieved)];
        if may {
            let to = Route::family(here.book.id, FamilyPage::sheet_of(Sheet::Leaving, person));
            cells.push(Cell::Link("Record".to_owned(), format!("where the work with {name} stands"), to));
        }
        cells
    };
    let mut columns = ["Who", "The work", "What was achieved"].map(str::to_owned).to_vec();
    if may {
        columns.push("Record".to_owned());
    }
    let caption = "The work with each person in the workflow".to_owned();
    let rows = people.into_iter().map(row).collect();
    vec![Part::Heading("Who is still worked with".to_owned()), Part::Table { caption, columns, rows }]
}

fn casework(here: &Here<'_>, person: PersonId) -> (String, String) {
    if here.book.has_passed_on(person) {
        return ("Responsibility has passed to another team".to_owned(), String::new());
    }
    let words = |complete: bool, on| match complete {
        true => format!("Complete since {}", day_words(on)),
        false => format!("Goes on since {}", day_words(on)),
    };
    match here.book.casework.current(person) {
        // Complete when the family left before is not complete now.
        Some(it) if it.complete && !here.book.is_casework_complete(person) => {
            ("Goes on".to_owned(), String::new())
        }
        Some(it) => (words(it.complete, it.on), it.words.clone()),
        None => ("Goes on".to_owned(), String::new()),
    }
}

fn summary(here: &Here<'_>) -> Vec<Part> {
    let card = |it: &ClosureSummary| {
        let facts = facts([
            ("The work, and what has changed", it.summary.clone()),
            ("Why it ends", it.why.clone()),
            ("What the family think", it.family_view.clone()),
            ("What the other agencies think", it.agencies_view.clone()),
        ]);
        Part::Card(Card { title: format!("Written {}", day_words(it.written_on)), facts, ..Card::default() })
    };
    let stands = here.book.closure_summary.current(Whole::Family);
    let mut parts = vec![Part::Heading("Closure summary".to_owned())];
    match stands {
        Some(it) => parts.push(card(it)),
        None => parts.push(Part::Words("The social worker writes it when the work ends.".to_owned())),
    }
    let words = if stands.is_some() { "Go on with the closure summary" } else { "Write the closure summary" };
    parts.push(actions(here, Act::ProposeStep, false, vec![way(here, words, Sheet::ClosureSummary)]));
    parts
}

/// The manager's decision, once nothing keeps the workbook open.
fn deciding(here: &Here<'_>) -> Vec<Part> {
    let mut parts = vec![Part::Heading("Close the workbook".to_owned())];
    let keeping = keeps_open(here);
    if !keeping.is_empty() {
        let words: Vec<String> = keeping.iter().map(|it| here.book.unfinished_words(*it)).collect();
        parts.push(Part::Words(format!("It stays open until this is done:\n{}", words.join("\n"))));
        parts.push(Part::Aside(whose(here, Act::CloseWorkbook)));
        return parts;
    }
    parts.push(actions(here, Act::CloseWorkbook, true, vec![way(here, "Close the workbook", Sheet::Close)]));
    parts
}

fn closed(here: &Here<'_>) -> Vec<Part> {
    let Some(Closing::Closed { because, why, unfinished, .. }) =
        here.book.closed().and_then(|version| version.value.as_ref())
    else {
        return Vec::new();
    };
    let mut parts = vec![Part::Words(format!("{}.\n{why}", because.label()))];
    if !unfinished.is_empty() {
        parts.push(Part::Heading("What was left unfinished".to_owned()));
        let row = |left: &crate::model::leaving::LeftUnfinished| Row {
            more: vec![left.why.clone()],
            ..Row::new(left.what.clone())
        };
        parts.push(Part::List(unfinished.iter().map(row).collect()));
    }
    let returns = here.book.comes_back(&here.rules(), here.today).filter(|it| it.same_team == Some(true));
    if let Some(until) = returns.and_then(|it| it.returns_until) {
        parts
            .push(Part::Words(format!("A new referral until {} comes back to this team.", day_words(until))));
    }
    let share = Way::new("Share it to be read", Route::family(here.book.id, FamilyPage::Share));
    let mut ways = vec![share];
    if reopen::reasons(here).is_empty() {
        parts.push(Part::Aside(whose(here, Act::ReopenWorkbook)));
    } else {
        ways.push(way(here, "Reopen the workbook", Sheet::Reopen));
    }
    parts.push(Part::Actions { ways, primary: false });
    parts
}

/// Every closing and reopening, where there was more than the one that stands.
fn before(here: &Here<'_>) -> Option<Part> {
    let moment = |closing: &Closing| {
        let (title, why) = match closing {
            Closing::Closed { because, why, .. } => (format!("Closed: {}", because.label()), why),
            Closing::Reopened { because, why, .. } => (format!("Reopened: {}", because.label()), why),
        };
        Moment {
            title,
            on: closing.on().to_string(),
            when: day_words(closing.on()),
            by: None,
            words: vec![why.clone()],
            to: None,
        }
    };
    let moments: Vec<Moment> = here.book.closings().map(moment).collect();
    (here.book.reopened_on().is_some()).then(|| Part::Details {
        summary: "When it was closed and reopened".to_owned(),
        parts: vec![Part::Timeline(moments)],
    })
}

#[cfg(test)]
mod tests {
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
        let typed =
            [("leaving-how", "complete"), ("leaving-on", "2026-11-20"), ("leaving-words", "All is well")];
        desk.fills_in(Sheet::Leaving, Some(&person(one).to_string()), &typed);
    }

    #[test]
    fn closing_is_offered_once_nothing_keeps_it_open_and_to_a_manager_only() {
        let mut desk = Desk::new(Authority::Walsall);
        for one in [AMARA, JOE, DANA] {
            completes(&mut desk, one);
        }
        let page = shown(&desk);
        assert!(page.contains("It stays open until this is done:\\nWork with Kayla"), "{page}");
        assert!(!leads_to(&desk, Sheet::Close));
        completes(&mut desk, KAYLA);
        assert!(leads_to(&desk, Sheet::Close));
        let desk = desk.turned(Role::SocialWorker);
        assert!(
            !leads_to(&desk, Sheet::Close)
                && shown(&desk).contains("The team manager can close the workbook.")
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
        assert_eq!(tag("Alerts from outside"), "Done");
        assert_eq!(rows[0].more.len(), 4, "each by name, and first");
        let sorted: Vec<String> = rows.iter().map(|row| row.tag.as_ref().unwrap().words.clone()).collect();
        let last = |words: &str| sorted.iter().rposition(|it| it == words).unwrap();
        assert!(last("Keeps it open") < last("Needs a reason") && last("Needs a reason") < last("Done"));
        let used = |authority, words: &str| {
            checklist(&Desk::new(authority).here()).iter().any(|row| row.words == words)
        };
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
        for words in
            ["Closed on 12 November 2026", "It follows", "Reopen the workbook", "Share it to be read"]
        {
            assert!(page.contains(words), "{words}: {page}");
        }
        for sheet in Sheet::ALL.iter().filter(|sheet| **sheet != Sheet::Reopen) {
            assert!(!leads_to(&desk, *sheet), "{sheet:?}");
        }
        let desk = desk.turned(Role::RecoveryWorker);
        assert!(!leads_to(&desk, Sheet::Reopen));
        let mut desk = desk.turned(Role::TeamManager);
        let typed =
            [("reopen-on", "2026-11-20"), ("reopen-because", "work_to_do"), ("reopen-why", "More to do")];
        desk.fills_in(Sheet::Reopen, None, &typed);
        let page = shown(&desk);
        assert!(page.contains("When it was closed and reopened") && page.contains("More to do"), "{page}");
        assert!(page.contains("Work with Kayla is not recorded as complete"), "asked anew: {page}");
    }
}
