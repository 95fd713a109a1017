//! The supervisions of all families, by the day they are planned for (`ux.md` S17; `domain.md` R46, R55).

use chrono::{NaiveDate, TimeDelta};

use crate::model::dates::day_words;
use crate::model::ids::FamilyId;
use crate::model::supervision::Supervision;
use crate::navigation::{FamilyPage, Leaf, Route, Sheet};
use crate::services::leaf::{Part, Row, Tag, Tone, Way};
use crate::workbook::fold::Workbook;
use crate::workbook::round::Meeting;
use crate::workbook::round::meeting::Stage;

use super::{stage_tag, when};

/// How long one takes where nobody said.
const MINUTES: u16 = 30;

/// The whole list. `used`: whether the authority has this supervision; `words`: what it says about it.
pub fn parts(books: &[&Workbook], today: NaiveDate, used: bool, words: &str) -> Vec<Part> {
    if !used {
        return vec![Part::Words(format!("Not used here. {words}"))];
    }
    let books: Vec<&Workbook> = books.iter().copied().filter(|book| book.closed_on().is_none()).collect();
    if books.is_empty() {
        return vec![Part::Words("There are no families here yet.".to_owned())];
    }
    let planned = coming(&books);
    let mut parts = Vec::new();
    let on_the_day: Vec<_> = planned.iter().filter(|(_, plan, _)| plan.on == today).collect();
    if !on_the_day.is_empty() {
        // In turn: each is begun from here, and the team comes back for the next.
        let start = |(book, _, meeting): &&Planned<'_>| {
            let live = FamilyPage::Live { supervision: meeting.id };
            Way::new(format!("Start {}", book.label()), Route::family(book.id, live))
        };
        parts.push(Part::Heading(format!("Today ({})", on_the_day.len())));
        parts.push(Part::List(on_the_day.iter().map(|it| row(it, &planned, today)).collect()));
        parts.push(Part::Actions { ways: on_the_day.iter().map(start).collect(), primary: true });
    }
    let mut section = |heading: &str, rows: Vec<Row>| {
        if !rows.is_empty() {
            parts.push(Part::Heading(format!("{heading} ({})", rows.len())));
            parts.push(Part::List(rows));
        }
    };
    let rows = |wanted: &dyn Fn(NaiveDate) -> bool| {
        planned.iter().filter(|(_, plan, _)| wanted(plan.on)).map(|it| row(it, &planned, today)).collect()
    };
    section("Passed, and not recorded as held", rows(&|on| on < today));
    section("Coming", rows(&|on| on > today));
    section("Notes to complete or authorise", books.iter().flat_map(|book| unfinished(book)).collect());
    let without = |book: &&&Workbook| !planned.iter().any(|(other, ..)| other.id == book.id);
    section("No date", books.iter().filter(without).map(|book| no_date(book)).collect());
    parts
}

type Planned<'a> = (&'a Workbook, &'a Supervision, Meeting<'a>);

/// Everything that is planned and was not held, by its day and time.
fn coming<'a>(books: &[&'a Workbook]) -> Vec<Planned<'a>> {
    let mut found: Vec<Planned<'a>> = books
        .iter()
        .flat_map(|book| book.meetings().into_iter().map(move |meeting| (*book, meeting)))
        .filter(|(_, meeting)| meeting.held().is_none())
        .filter_map(|(book, meeting)| Some((book, meeting.plan()?, meeting)))
        .collect();
    found.sort_by_key(|(book, plan, meeting)| (plan.on, plan.at, book.id, meeting.id));
    found
}

fn row((book, plan, meeting): &Planned<'_>, all: &[Planned<'_>], today: NaiveDate) -> Row {
    let mut more = vec![when(plan)];
    if !plan.place.trim().is_empty() {
        more.push(plan.place.clone());
    }
    let clash = |(other, others, _): &&Planned<'_>| other.id != book.id && overlap(plan, others);
    if let Some((other, ..)) = all.iter().find(clash) {
        more.push(format!("At the same time as {}", other.label()));
    }
    let tag = if plan.on < today { Tag::new("Date passed", Tone::Late) } else { stage_tag(&meeting.stage()) };
    Row { more, tag: Some(tag), ..Row::link(book.label(), page(book.id, meeting)) }
}

fn page(family: FamilyId, meeting: &Meeting<'_>) -> Route {
    Route::family(family, FamilyPage::leaf_of(Leaf::Meeting, meeting.id))
}

/// Whether somebody would have to be in two of them at once.
fn overlap(one: &Supervision, other: &Supervision) -> bool {
    let same = one.invited.iter().any(|who| other.invited.contains(who));
    let (Some(from), Some(others)) = (one.at, other.at) else { return false };
    let long = |plan: &Supervision| TimeDelta::minutes(plan.minutes.unwrap_or(MINUTES).into());
    let apart = others.signed_duration_since(from);
    same && one.on == other.on && apart < long(one) && -apart < long(other)
}

/// Those that were held and are not authorised: when held, and where the notes are (R55).
fn unfinished(book: &Workbook) -> Vec<Row> {
    let row = |meeting: Meeting<'_>| {
        let held = meeting.held()?;
        let stage = meeting.stage();
        if matches!(stage, Stage::Authorised { .. }) {
            return None;
        }
        let more = vec![format!("Held {}", day_words(held.on))];
        Some(Row { more, tag: Some(stage_tag(&stage)), ..Row::link(book.label(), page(book.id, &meeting)) })
    };
    book.meetings().into_iter().filter_map(row).collect()
}

fn no_date(book: &Workbook) -> Row {
    let last = book.last_meeting().and_then(|meeting| meeting.day());
    let more = match last {
        Some(day) => format!("Last held {}", day_words(day)),
        None => "None yet".to_owned(),
    };
    let to = Route::family(book.id, FamilyPage::sheet(Sheet::Meeting));
    Row { more: vec![more], aside: Some("Set a date".to_owned()), ..Row::link(book.label(), to) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::services::sample::{Sample, today};
    use crate::services::supervision::tests::{authorised, plan, planned, submitted};
    use chrono::NaiveTime;

    fn headings(book: &Workbook, today: NaiveDate) -> Vec<String> {
        let parts = parts(&[book], today, true, "");
        parts
            .into_iter()
            .filter_map(|part| if let Part::Heading(words) = part { Some(words) } else { None })
            .collect()
    }

    #[test]
    fn each_family_stands_where_its_supervision_is() {
        let day = |days: i64| today() + TimeDelta::days(days);
        let no_date = "No date (1)".to_owned();
        for (sample, on, expected) in [
            (Sample::new(), day(0), vec![no_date.clone()]),
            (planned(), day(0), vec!["Today (1)".to_owned()]),
            (planned(), day(-1), vec!["Coming (1)".to_owned()]),
            (planned(), day(1), vec!["Passed, and not recorded as held (1)".to_owned()]),
            (submitted(), day(0), vec!["Notes to complete or authorise (1)".to_owned(), no_date.clone()]),
            (authorised(), day(0), vec![no_date]),
        ] {
            assert_eq!(headings(&sample.book, on), expected);
        }
    }

    #[test]
    fn where_it_is_not_used_the_page_says_so() {
        let sample = planned();
        let said = parts(&[&sample.book], today(), false, "There is no group supervision.");
        assert_eq!(said, [Part::Words("Not used here. There is no group supervision.".to_owned())]);
    }

    #[test]
    fn nobody_can_be_in_two_at_once() {
        let at = |hour, minute| Supervision { at: NaiveTime::from_hms_opt(hour, minute, 0), ..plan() };
        for (one, other, expected) in [
            (at(10, 0), at(10, 0), true),
            (at(10, 0), at(10, 29), true),
            (at(10, 29), at(10, 0), true),
            (at(10, 0), at(10, 30), false),
            (at(10, 0), Supervision { invited: Default::default(), ..at(10, 0) }, false),
            (at(10, 0), Supervision { on: today() + TimeDelta::days(1), ..at(10, 0) }, false),
            (at(10, 0), Supervision { at: None, ..at(10, 0) }, false),
        ] {
            assert_eq!(overlap(&one, &other), expected, "{:?} {:?}", one.at, other.at);
        }
    }
}
