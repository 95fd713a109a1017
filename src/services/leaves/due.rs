//! What is due in a family: late, today, this week, later; and for each why it is due then (`domain.md` A12;
//! `ux.md` S06).

use chrono::{DateTime, Days, NaiveDate, Utc};

use crate::navigation::{FamilyPage, Leaf as Place, Route};
use crate::policy::clocks;
use crate::policy::clocks::circumstances::{Circumstances, Thing};
use crate::policy::clocks::due::{Due, State, Whom};
use crate::policy::clocks::why::ReadingWords;
use crate::policy::london::london;
use crate::policy::profile::history::ProfileHistory;
use crate::policy::profile::rule::Basis;
use crate::services::here::Here;
use crate::services::leaf::{Card, Leaf, Part, Row, Tag, Tone, Way};
use crate::workbook::fold::Workbook;

/// When something has to be done, as a working day sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bucket {
    Late,
    Today,
    ThisWeek,
    Later,
    NoDate,
}

impl Bucket {
    pub const ALL: [Self; 5] = [Self::Late, Self::Today, Self::ThisWeek, Self::Later, Self::NoDate];

    pub fn heading(self) -> &'static str {
        match self {
            Self::Late => "Late",
            Self::Today => "Today",
            Self::ThisWeek => "In the next seven days",
            Self::Later => "Later",
            Self::NoDate => "No date",
        }
    }

    pub(in crate::services) fn of(due: &Due, today: NaiveDate) -> Self {
        let week = today.checked_add_days(Days::new(7)).unwrap_or(today);
        match (due.state, due.due.map(|when| when.day())) {
            (State::Missed | State::NotSubmitted | State::ExceededSoftTarget, _) => Self::Late,
            (_, None) => Self::NoDate,
            (_, Some(day)) if day <= today => Self::Today,
            (_, Some(day)) if day <= week => Self::ThisWeek,
            (_, Some(_)) => Self::Later,
        }
    }
}

/// What the rules make of a workbook, and the moment it was worked out for. The made-up family
/// to look round with stands still: everything in it would be late for ever.
pub fn worked_out(
    book: &Workbook,
    history: &ProfileHistory,
    now: DateTime<Utc>,
) -> (Vec<Due>, DateTime<Utc>) {
    let ends = || {
        let entries = book.entries.iter().map(|(_, entry)| entry.latest().recorded);
        book.chronology().into_iter().map(|line| line.recorded).chain(entries).max()
    };
    let now = if book.is_example() { ends().map_or(now, |ends| ends.min(now)) } else { now };
    (clocks::due(&Circumstances::of(book), history, now), now)
}

/// What somebody still has to do in a family, in the order of its dates, each leading to why it is due then.
pub fn rows(here: &Here<'_>) -> Vec<(Bucket, Row)> {
    let (due, now) = worked_out(here.book, here.history, here.now);
    let today = london(now).date();
    let to = Route::family(here.book.id, FamilyPage::leaf(Place::Dates));
    let row = |due: &Due| {
        (Bucket::of(due, today), Row { to: Some(to.clone()), ..said(here.book, due, here.history, now) })
    };
    due.iter().filter(|due| due.is_outstanding()).map(row).collect()
}

/// What is still to be done about one supervision, visit or plan, and by when.
pub(super) fn about(here: &Here<'_>, thing: Thing) -> Vec<Row> {
    let (due, now) = worked_out(here.book, here.history, here.now);
    let own = due.iter().filter(|due| due.is_outstanding() && due.about == Some(thing));
    own.map(|due| said(here.book, due, here.history, now)).collect()
}

/// One thing that is due, in one line.
fn said(book: &Workbook, due: &Due, history: &ProfileHistory, now: DateTime<Utc>) -> Row {
    let why = due.why(history);
    let more = vec![due.says(now), owed(book, due, &why.owed_by)];
    Row { more, tag: tag(due), ..Row::new(format!("{}{}", why.title, whom(book, due))) }
}

pub(super) fn leaf(here: &Here<'_>) -> Leaf {
    let history = here.history;
    let (due, now) = worked_out(here.book, history, here.now);
    let today = london(now).date();
    let outstanding: Vec<&Due> = due.iter().filter(|due| due.is_outstanding()).collect();
    let mut parts = vec![Part::Aside(format!("By the rules of: {}.", history.newest().name))];
    if now < here.now {
        let on = crate::model::dates::day_words(today);
        parts.push(Part::Aside(format!("The example ends on {on}. This is how it stood then.")));
    }
    if let Some(meeting) = here.book.next_meeting() {
        let to = Route::family(here.book.id, FamilyPage::Move { supervision: meeting.id });
        let on = meeting.day().map(crate::model::dates::day_words).unwrap_or_default();
        let way = Way::new("Try another day for supervision", to).about(format!("instead of {on}"));
        parts.push(Part::Actions { ways: vec![way], primary: false });
    }
    if outstanding.is_empty() {
        parts.push(Part::Words("Nothing is due. Dates appear here as the work is recorded.".to_owned()));
    }
    for bucket in Bucket::ALL {
        let own = outstanding.iter().filter(|due| Bucket::of(due, today) == bucket);
        let own: Vec<Part> = own.flat_map(|due| shown(here, due, history, now)).collect();
        if !own.is_empty() {
            parts.push(Part::Heading(bucket.heading().to_owned()));
            parts.extend(own);
        }
    }
    let line = |due: &&Due| Row {
        words: format!("{}{}", due.why(history).title, whom(here.book, due)),
        more: vec![due.says(now)],
        tag: Some(Tag::new(due.state.label(), if due.late.is_some() { Tone::Late } else { Tone::Good })),
        ..Row::default()
    };
    let done: Vec<Row> = due.iter().rev().filter(|due| due.done.is_some()).map(|due| line(&due)).collect();
    if !done.is_empty() {
        parts.push(Part::Details {
            summary: "What was done, and when".to_owned(),
            parts: vec![Part::List(done)],
        });
    }
    let waiting = due.iter().filter(|due| due.state == State::NotTriggered);
    let waiting: Vec<Row> =
        waiting.map(|due| Row { more: vec![due.says(now)], ..Row::new(due.why(history).title) }).collect();
    if !waiting.is_empty() {
        parts.push(Part::Details {
            summary: "What has not started yet".to_owned(),
            parts: vec![Part::List(waiting)],
        });
    }
    Leaf { heading: Place::Dates.title().to_owned(), caption: None, back: None, parts }
}

pub(in crate::services) fn whom(book: &Workbook, due: &Due) -> String {
    match due.whom {
        Whom::Family => String::new(),
        Whom::Child(child) => format!(": {}", book.name_of(child)),
    }
}

pub(in crate::services) fn owed(book: &Workbook, due: &Due, owed_by: &str) -> String {
    match due.worker {
        Some(worker) => format!("{owed_by}: {}", book.author_name(worker)),
        None => owed_by.to_owned(),
    }
}

pub(in crate::services) fn tag(due: &Due) -> Option<Tag> {
    match due.state {
        State::Missed | State::NotSubmitted => Some(Tag::new(due.state.label(), Tone::Late)),
        State::ExceededSoftTarget => Some(Tag::new(due.state.label(), Tone::Attention)),
        State::Open | State::Met | State::NotTriggered => None,
    }
}

fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Written => "As it is written",
        Basis::Meant => "What its words may mean as well",
    }
}

/// One thing that is due, and why it is due then.
fn shown(here: &Here<'_>, due: &Due, history: &ProfileHistory, now: DateTime<Utc>) -> [Part; 2] {
    let why = due.why(history);
    let mut reasons = Vec::new();
    let reading = |words: &ReadingWords| {
        vec![
            Part::Words(words.wording.clone()),
            Part::Words(words.sum.clone()),
            Part::Aside(format!("{}. {}", words.source, basis(words.basis))),
        ]
    };
    reasons.extend(why.rule.iter().flat_map(reading));
    if !why.others.is_empty() {
        reasons.push(Part::Subheading("Other readings".to_owned()));
        reasons.extend(why.others.iter().flat_map(reading));
    }
    reasons.extend(why.notes.iter().cloned().map(Part::Aside));
    reasons.push(Part::Aside(format!("Judged by: {}", why.judged_by)));
    let mut facts = vec![("When".to_owned(), due.says(now))];
    if let Some(latest) = due.latest {
        let on = crate::model::dates::day_words(latest.day());
        facts.push(("Latest by another reading".to_owned(), on));
    }
    facts.push(("Who".to_owned(), owed(here.book, due, &why.owed_by)));
    let title = format!("{}{}", why.title, whom(here.book, due));
    [
        Part::Card(Card { title: title.clone(), tag: tag(due), facts, ways: Vec::new() }),
        Part::Details { summary: format!("Why this date? {title}"), parts: reasons },
    ]
}
