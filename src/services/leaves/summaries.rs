//! The summaries, by supervision and worker: drafts, those that are ready, those that are late; and the case summary
//! (`domain.md` R35 to R37, R47; `ux.md` S15).

use chrono::{DateTime, Utc};

use crate::model::dates::day_words;
use crate::model::ids::PractitionerId;
use crate::model::rating::Contribution;
use crate::navigation::{FamilyPage, Leaf as Place, Route, Sheet};
use crate::policy::clocks::due::{Due, State};
use crate::policy::profile::practice::Part as Used;
use crate::policy::profile::timescale::Timescale;
use crate::services::clock::moment_words;
use crate::services::here::Here;
use crate::services::leaf::{Card, Leaf, Part, Row, Tag, Tone, Way};
use crate::services::leaves::due::worked_out;
use crate::services::sheets::case_summary;
use crate::services::summaries::{deadlines_in, meeting_title};
use crate::workbook::decide::permission::Act;
use crate::workbook::round::Meeting;
use crate::workbook::round::summaries::{Handed, handed};

/// What is due, worked out once for the whole page.
struct Clocks {
    due: Vec<Due>,
    now: DateTime<Utc>,
}

pub(super) fn leaf(here: &Here<'_>) -> Leaf {
    let profile = here.profile();
    let (due, now) = worked_out(here.book, here.history, here.now);
    let clocks = Clocks { due, now };
    let mut parts = Vec::new();
    if profile.uses(Used::WorkbookSummary) {
        let meetings = here.book.meetings();
        if meetings.is_empty() {
            parts.extend(none_yet(here));
        }
        // The one that comes next first, then back in time.
        meetings.iter().rev().for_each(|meeting| parts.extend(supervision(here, &clocks, meeting)));
    } else {
        parts.extend(super::not_used(here, Used::WorkbookSummary));
    }
    if profile.uses(Used::CaseSummary) {
        parts.extend(whole_family(here, &clocks));
    }
    Leaf { heading: Place::Summaries.title().to_owned(), caption: None, back: None, parts }
}

fn none_yet(here: &Here<'_>) -> [Part; 2] {
    let to = Route::family(here.book.id, FamilyPage::sheet(Sheet::Meeting));
    [
        Part::Words("Your first summary will appear when a supervision date is set.".to_owned()),
        Part::Actions { ways: vec![Way::new("Set a supervision date", to)], primary: true },
    ]
}

fn supervision(here: &Here<'_>, clocks: &Clocks, meeting: &Meeting<'_>) -> Vec<Part> {
    let due: Vec<&Due> = deadlines_in(&clocks.due, meeting.id).collect();
    let mut parts = vec![Part::Heading(meeting_title(here, meeting))];
    let rows: Vec<Row> = workers(here, &due, meeting)
        .into_iter()
        .map(|worker| row(here, &due, clocks.now, meeting, worker))
        .collect();
    parts.push(match rows.is_empty() {
        true => Part::Aside("Nobody is invited yet, and nobody has written a summary.".to_owned()),
        false => Part::List(rows),
    });
    let ways = ways(here, meeting);
    if !ways.is_empty() {
        parts.push(Part::Actions { ways, primary: false });
    }
    parts
}

/// Whoever owes a summary for it, and whoever wrote one, by name.
fn workers(here: &Here<'_>, due: &[&Due], meeting: &Meeting<'_>) -> Vec<PractitionerId> {
    let wrote = here.book.summaries.iter().map(|(of, _)| of).filter(|of| of.supervision == meeting.id);
    let mut workers: Vec<PractitionerId> =
        due.iter().filter_map(|due| due.worker).chain(wrote.map(|of| of.practitioner)).collect();
    workers.sort_by_cached_key(|worker| (here.book.author_name(*worker), *worker));
    workers.dedup();
    workers
}

fn row(
    here: &Here<'_>,
    due: &[&Due],
    now: DateTime<Utc>,
    meeting: &Meeting<'_>,
    worker: PractitionerId,
) -> Row {
    let name = here.book.author_name(worker);
    let due = due.iter().find(|due| due.worker == Some(worker));
    let late = due.is_some_and(|due| matches!(due.state, State::Missed | State::NotSubmitted));
    let state = meeting.summary_of(worker).filter(|own| own.current().is_some()).map(handed);
    let mine = worker == here.me.id;
    let tag = match state {
        Some(Handed::In { .. }) if late => Tag::new("Late", Tone::Late),
        Some(Handed::In { .. }) => Tag::new("Ready", Tone::Good),
        Some(Handed::Draft) if late => Tag::new("Draft, late", Tone::Late),
        Some(Handed::Draft) => Tag::new("Draft", Tone::Plain),
        None if late => Tag::new("Not handed in", Tone::Late),
        None => Tag::new("Not yet", Tone::Plain),
    };
    let mut more: Vec<String> = due.iter().map(|due| due.says(now)).collect();
    if let Some(Handed::In { at, changed }) = state {
        more.push(format!("Ready since {}", moment_words(at, here.today)));
        more.extend(changed.map(|at| format!("Changed after that, {}", moment_words(at, here.today))));
    }
    // A colleague's draft is theirs until it is ready.
    let readable = match state {
        Some(Handed::In { .. }) => true,
        Some(Handed::Draft) => mine,
        None => false,
    };
    let to = || Route::family(here.book.id, FamilyPage::leaf_of(Place::Summary, address(meeting, worker)));
    Row {
        words: name,
        about: format!("({})", meeting_title(here, meeting)),
        to: readable.then(to),
        more,
        aside: mine.then(|| "You".to_owned()),
        tag: Some(tag),
    }
}

/// A worker's summary for a supervision, in an address.
fn address(meeting: &Meeting<'_>, worker: PractitionerId) -> String {
    format!("{}.{worker}", meeting.id)
}

/// What somebody can write for a supervision.
fn ways(here: &Here<'_>, meeting: &Meeting<'_>) -> Vec<Way> {
    let book = here.book;
    if book.closed_on().is_some() {
        return Vec::new();
    }
    let of = meeting_title(here, meeting);
    let way = |words: &str, sheet: Sheet| {
        let to = Route::family(book.id, FamilyPage::sheet_of(sheet, meeting.id));
        Way::new(words, to).about(format!("({of})"))
    };
    let mine = book.summaries.current(Contribution { supervision: meeting.id, practitioner: here.me.id });
    // For those to come, the last that was held, and what one has written.
    let last = book.last_meeting().is_some_and(|last| last.id == meeting.id);
    let open = meeting.held().is_none() || last;
    let mut ways = Vec::new();
    if here.may(Act::OwnSummary) && (open || mine.is_some()) {
        let words = if mine.is_some() { "Change your summary" } else { "Write your summary" };
        ways.push(way(words, Sheet::Summary));
    }
    let rates = here.profile().uses(Used::Rating) && open && !meeting.is_locked();
    if rates && here.may(Act::OwnSummary) {
        let words = if meeting.has_rated(here.me.id) { "Change your rating" } else { "Give your rating" };
        ways.push(way(words, Sheet::Rating));
    }
    if rates && here.may(Act::AgreeRating) {
        let hidden = meeting.reveal().is_none() && !meeting.ratings_for(here.me.id).is_empty();
        let words = if hidden { "Show the ratings together" } else { "Agree a rating" };
        ways.push(way(words, Sheet::AgreedRating));
    }
    ways
}

/// The case summary, and when it is renewed.
fn whole_family(here: &Here<'_>, clocks: &Clocks) -> Vec<Part> {
    let book = here.book;
    let stands = book.case_summary().filter(|summary| summary.current().is_some());
    let is_its = |due: &&Due| due.timescale == Timescale::T6CaseSummary && due.is_outstanding();
    let due = clocks.due.iter().find(is_its);
    let mut parts = vec![
        Part::Heading("Case summary".to_owned()),
        Part::Words(
            "For somebody who does not know the family and has to decide tonight, such as the out-of-hours team. It is \
             of the whole family, and renewed every three months, or sooner if something critical happens."
                .to_owned(),
        ),
    ];
    parts.extend(due.map(|due| Part::Aside(format!("Case summary: {}.", due.says(clocks.now)))));
    if let Some((version, summary)) = stands.and_then(|it| Some((it.latest(), it.current()?))) {
        let by = book.author_name(version.author);
        parts.push(Part::Card(Card {
            title: format!("Right as of {}", day_words(summary.as_of)),
            facts: case_summary::said(here, summary).into_iter().chain([("By".to_owned(), by)]).collect(),
            ..Card::default()
        }));
    }
    if here.may(Act::RenewCaseSummary) && book.closed_on().is_none() {
        let words = if stands.is_some() { "Renew the case summary" } else { "Write the case summary" };
        let to = Route::family(book.id, FamilyPage::sheet(Sheet::CaseSummary));
        parts.push(Part::Actions { ways: vec![Way::new(words, to)], primary: false });
    }
    parts
}

#[cfg(test)]
mod tests;
