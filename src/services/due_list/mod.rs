//! What is due in every family, in one list: late, today, this week, later; and only what is mine, my team's, of
//! one family or of one kind (`ux.md` S06).

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use crate::model::ids::FamilyId;
use crate::model::practitioner::Practitioner;
use crate::navigation::{FamilyPage, Leaf as Place, Route, RulesTask};
use crate::policy::clocks::due::Due;
use crate::policy::london::london;
use crate::policy::profile::history::ProfileHistory;
use crate::policy::profile::timescale::Timescale;
use crate::reports::calendar::Date;
use crate::services::families_list::{Mine, mine};
use crate::services::for_calendar::{File, of_due, written};
use crate::services::leaf::{Part, Row};
use crate::services::leaves::due::{Bucket, owed, tag, whom, worked_out};
use crate::services::sheet::Answer;
use crate::workbook::fold::Workbook;

/// What a thing that is due is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Supervision,
    Visits,
    Plans,
    Entry,
    Length,
}

impl Kind {
    pub const ALL: [Self; 5] = [Self::Supervision, Self::Visits, Self::Plans, Self::Entry, Self::Length];

    fn code(self) -> &'static str {
        match self {
            Self::Supervision => "supervision",
            Self::Visits => "visits",
            Self::Plans => "plans",
            Self::Entry => "entry",
            Self::Length => "length",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Supervision => "Supervision",
            Self::Visits => "Visits",
            Self::Plans => "Plans, reviews and conferences",
            Self::Entry => "Entry, transfer and return",
            Self::Length => "Case summary and length of the work",
        }
    }

    /// By the row of `domain.md` A12; T20 is about visits or about plans.
    fn of(timescale: Timescale) -> Self {
        match (timescale.row(), timescale) {
            (2..=4 | 19, _) | (_, Timescale::T18PlanningTalk) => Self::Supervision,
            (5 | 11, _)
            | (
                _,
                Timescale::T20ChildInNeedVisit
                | Timescale::T20NotSeenAloneTold
                | Timescale::T20NotSeenAloneVisit
                | Timescale::T20ChildProtectionVisit
                | Timescale::T20FirstPlacementVisit
                | Timescale::T20PlacementVisit,
            ) => Self::Visits,
            (7..=10 | 15 | 20, _) => Self::Plans,
            (1 | 14 | 16 | 17, _) => Self::Entry,
            _ => Self::Length,
        }
    }
}

/// Whose things are shown. Nothing chosen: everybody's.
const MINE: &str = "mine";
const TEAM: &str = "team";

/// What was chosen in each filter; empty where nothing was.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    pub whose: String,
    pub family: String,
    pub kind: String,
}

impl Filter {
    /// Whose things there are to choose.
    pub fn whose() -> Vec<Answer> {
        vec![Answer::new(MINE, "What I owe"), Answer::new(TEAM, "What my teams owe")]
    }

    pub fn kinds() -> Vec<Answer> {
        Kind::ALL.map(|kind| Answer::new(kind.code(), kind.label())).into()
    }

    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Something that somebody has to do.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    bucket: Bucket,
    row: Row,
    family: FamilyId,
    kind: Kind,
    /// I owe it.
    mine: bool,
    /// I am in the family's team.
    team: bool,
    /// As a calendar is told of it.
    date: Option<Date>,
}

/// Everything that somebody still has to do in these families, in the order of its dates.
pub fn lines<'a>(
    books: impl IntoIterator<Item = &'a Workbook>,
    history: &ProfileHistory,
    me: &Practitioner,
    now: DateTime<Utc>,
) -> Vec<Line> {
    let mut lines: Vec<Line> = books.into_iter().flat_map(|book| of_family(book, history, me, now)).collect();
    lines.sort_by_key(|line| line.bucket);
    lines
}

fn of_family(book: &Workbook, history: &ProfileHistory, me: &Practitioner, now: DateTime<Utc>) -> Vec<Line> {
    let (due, now) = worked_out(book, history, now);
    let today = london(now).date();
    let team = mine(book, me.id, today) != Mine::No;
    let line = |due: &Due| {
        let why = due.why(history);
        let row = Row {
            words: format!("{}{}", why.title, whom(book, due)),
            about: format!("({})", book.label()),
            to: Some(Route::family(book.id, FamilyPage::leaf(Place::Dates))),
            more: vec![due.says(now), owed(book, due, &why.owed_by)],
            aside: Some(book.label()),
            tag: tag(due),
        };
        let (bucket, kind) = (Bucket::of(due, today), Kind::of(due.timescale));
        Line {
            bucket,
            row,
            family: book.id,
            kind,
            mine: owes(due, me, team),
            team,
            date: of_due(book, due, now),
        }
    };
    let mut lines: Vec<Line> = due.iter().filter(|due| due.is_outstanding()).map(line).collect();
    lines.extend(without_a_rule(book, history, me, now));
    lines
}

/// Whether it is mine: by name, or where nobody is named by role in a family whose team I am in.
fn owes(due: &Due, me: &Practitioner, team: bool) -> bool {
    match due.worker {
        Some(worker) => worker == me.id,
        None => team && due.owed_by.role_code() == Some(me.role.code()),
    }
}

/// What has to be done all the same where the guidance leaves the time to "statutory timescales" and nobody has
/// said which (`domain.md` A12, T20): no date is set, and that is said rather than that nothing is due.
fn without_a_rule(
    book: &Workbook,
    history: &ProfileHistory,
    me: &Practitioner,
    now: DateTime<Utc>,
) -> Vec<Line> {
    let today = london(now).date();
    let profile = history.on(today);
    let left_open = |timescale: Timescale| {
        let rule = profile.rule(timescale);
        PLANS_ASK_FOR.contains(&timescale) && rule.is_some_and(|rule| rule.check_locally && !rule.on)
    };
    if !profile.timescales.iter().any(|rule| left_open(rule.timescale)) {
        return Vec::new();
    }
    let mut asked = profile.clone();
    for rule in &mut asked.timescales {
        rule.on = rule.on || left_open(rule.timescale);
    }
    let (due, _) = worked_out(book, &ProfileHistory::new(asked), now);
    let open: BTreeSet<Timescale> = due
        .iter()
        .filter(|due| due.is_outstanding() && left_open(due.timescale))
        .map(|due| due.timescale)
        .collect();
    let team = mine(book, me.id, today) != Mine::No;
    let line = |timescale: Timescale| {
        let duty = profile.rule(timescale).map(|rule| rule.owed_by);
        let row = Row {
            words: timescale.title().to_owned(),
            about: String::new(),
            to: Some(Route::Rules(RulesTask::Timescale(timescale))),
            more: vec![
                "No date set: the profile has no rule for it. Switch one on in the settings.".to_owned(),
            ],
            aside: Some(book.label()),
            tag: None,
        };
        let own = team && duty.and_then(|duty| duty.role_code()) == Some(me.role.code());
        let kind = Kind::of(timescale);
        Line { bucket: Bucket::NoDate, row, family: book.id, kind, mine: own, team, date: None }
    };
    open.into_iter().map(line).collect()
}

/// What a child's plan or status asks for in every authority, with or without a number of days.
const PLANS_ASK_FOR: [Timescale; 7] = [
    Timescale::T20ChildInNeedVisit,
    Timescale::T20ChildInNeedReview,
    Timescale::T20ChildProtectionVisit,
    Timescale::T20CoreGroup,
    Timescale::T20ReviewConference,
    Timescale::T20PlacementVisit,
    Timescale::T20LookedAfterReview,
];

/// The lists, each under its heading with its count; what is said where a filter leaves nothing.
pub fn parts(lines: &[Line], filter: &Filter) -> Vec<Part> {
    let shown: Vec<&Line> = lines.iter().filter(|line| keeps(filter, line)).collect();
    if shown.is_empty() && !lines.is_empty() {
        return vec![Part::Words("Nothing that is due matches. Choose less.".to_owned())];
    }
    let section = |bucket: Bucket| {
        let own: Vec<Row> = shown.iter().filter(|it| it.bucket == bucket).map(|it| it.row.clone()).collect();
        let heading = format!("{} ({})", bucket.heading(), own.len());
        (!own.is_empty()).then_some([Part::Heading(heading), Part::List(own)])
    };
    let quiet = nothing_this_week(&shown).map(Part::Words);
    quiet.into_iter().chain(Bucket::ALL.into_iter().filter_map(section).flatten()).collect()
}

/// The dates of what is shown, for a person's own calendar.
pub fn for_calendar(lines: &[Line], filter: &Filter, now: DateTime<Utc>) -> Option<File> {
    let shown = lines.iter().filter(|line| keeps(filter, line));
    let dates: Vec<Date> = shown.filter_map(|line| line.date.clone()).collect();
    written(&dates, london(now).date(), now)
}

/// "Nothing is due this week. Next: Hold supervision, Okafor-Reed, due Thu 1 Oct 2026: 21 days left."
fn nothing_this_week(shown: &[&Line]) -> Option<String> {
    let pressing = |line: &&&Line| matches!(line.bucket, Bucket::Late | Bucket::Today | Bucket::ThisWeek);
    if shown.is_empty() || shown.iter().any(|line| pressing(&line)) {
        return None;
    }
    let next = shown.iter().find(|line| line.bucket == Bucket::Later).map(|line| {
        let when = line.row.more.first().cloned().unwrap_or_default();
        format!(" Next: {}, {}, {when}.", line.row.words, line.row.aside.clone().unwrap_or_default())
    });
    Some(format!("Nothing is due this week.{}", next.unwrap_or_default()))
}

fn keeps(filter: &Filter, line: &Line) -> bool {
    let whose = match filter.whose.as_str() {
        MINE => line.mine,
        TEAM => line.team,
        _ => true,
    };
    let family = filter.family.is_empty() || line.family.to_string() == filter.family;
    let kind = filter.kind.is_empty() || line.kind.code() == filter.kind;
    whose && family && kind
}

#[cfg(test)]
mod tests;
