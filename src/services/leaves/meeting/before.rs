//! Before a supervision: is everything ready? (`ux.md` S18; `domain.md` R45 to R49.)

use crate::model::supervision::Supervision;
use crate::navigation::{FamilyPage, Route, Sheet};
use crate::policy::bank_holidays::bank_holiday;
use crate::policy::profile::practice::Part as Used;
use crate::services::clock::moment_words;
use crate::services::here::Here;
use crate::services::leaf::{Cell, Part, Row, Way};
use crate::services::sheets::reminder_words;
use crate::services::supervision::live::{StepKind, live as shared};
use crate::services::supervision::people::{Colleague, colleagues_of, described};
use crate::services::supervision::{is_rated, may, record};
use crate::workbook::conflict::{Conflict, conflicts};
use crate::workbook::decide::permission::Act;
use crate::workbook::round::Meeting;

use super::{live, way};

/// What to do, and what to be careful of.
pub(super) fn first(here: &Here<'_>, meeting: &Meeting<'_>, plan: &Supervision) -> Vec<Part> {
    let mut parts = Vec::new();
    if plan.on < here.today {
        parts.push(Part::Warning("This day has passed. Record who was there, or rearrange it.".to_owned()));
    }
    if let Some(name) = bank_holiday(plan.on) {
        parts.push(Part::Warning(format!("That day is a bank holiday: {name}.")));
    }
    let own = |conflict: &Conflict| match conflict {
        Conflict::Rating(of) | Conflict::Summary(of) => of.supervision == meeting.id,
        Conflict::Supervision(id) | Conflict::Held(id) | Conflict::Notes(id) => *id == meeting.id,
        _ => false,
    };
    if conflicts(here.book).iter().any(own) {
        let words = "Two versions of a summary, a rating or the notes stand beside each other. Decide between them first.";
        parts.push(Part::Warning(words.to_owned()));
    }
    let mut ways = vec![live(here, meeting, "Start the shared page")];
    if may(here, Act::PlanSupervision) {
        if plan.on <= here.today {
            ways.push(way(here, meeting, "Record who was there", Sheet::Attendance));
        }
        ways.push(way(here, meeting, "Remind everyone", Sheet::Reminder));
    }
    if meeting.notes().is_some() && may(here, Act::WriteSupervisionNotes) {
        ways.push(way(here, meeting, "Complete the notes", Sheet::Discussion));
    }
    parts.push(Part::Actions { ways, primary: true });
    parts
}

/// Whose summaries and ratings have come, the reminder, the agenda, and last time's actions.
pub(super) fn ready(here: &Here<'_>, meeting: &Meeting<'_>, plan: &Supervision) -> Vec<Part> {
    let mut parts = vec![Part::Heading("Ready?".to_owned())];
    parts.extend(readiness(here, meeting, plan));
    parts.push(Part::Aside(match plan.reminded_on {
        Some(on) => format!("Everyone was reminded on {}.", crate::model::dates::day_words(on)),
        None => "Nobody was reminded yet.".to_owned(),
    }));
    parts.push(Part::Details {
        summary: "Words of a reminder to send".to_owned(),
        parts: vec![Part::Copy(reminder_words(here, plan))],
    });
    let carried = record::carried_actions(here, meeting);
    if !carried.is_empty() {
        parts.push(Part::Heading("Actions from last time".to_owned()));
        parts.extend(carried);
    }
    parts.push(Part::Heading("Agenda".to_owned()));
    let steps = shared(meeting.id, here).into_iter().flat_map(|page| page.steps);
    parts.push(Part::List(steps.map(|step| Row::new(StepKind::title(step.kind))).collect()));
    let minutes =
        plan.minutes.map(|minutes| format!(" It is meant to take {minutes} minutes.")).unwrap_or_default();
    parts.push(Part::Aside(format!("In any order.{minutes} Nothing ends when the time is over.")));
    parts
}

fn readiness(here: &Here<'_>, meeting: &Meeting<'_>, plan: &Supervision) -> Vec<Part> {
    let summaries = here.profile().uses(Used::WorkbookSummary);
    let rated = is_rated(here);
    let asked: Vec<Colleague> = colleagues_of(here, Some(meeting))
        .into_iter()
        .filter(|it| it.works_with_family() && plan.invited.contains(&it.id))
        .collect();
    if asked.is_empty() {
        return vec![Part::Words("No one who works with the family is invited yet.".to_owned())];
    }
    let mut columns = vec!["Worker".to_owned()];
    columns.extend(summaries.then(|| "Summary".to_owned()));
    columns.extend(rated.then(|| "Rating".to_owned()));
    let row = |it: &Colleague| {
        let mut cells = vec![Cell::Words(described(here, it))];
        if summaries {
            cells.push(Cell::Words(match meeting.handed_in(it.id) {
                Some(at) => format!("Handed in {}", moment_words(at, here.today)),
                None => "Not yet".to_owned(),
            }));
        }
        if rated {
            let given = if meeting.has_rated(it.id) { "Rating given" } else { "Not yet" };
            cells.push(Cell::Words(given.to_owned()));
        }
        cells
    };
    let mut parts = vec![Part::Table {
        caption: "What has come in".to_owned(),
        columns,
        rows: asked.iter().map(row).collect(),
    }];
    if may(here, Act::OwnSummary) {
        let way = |words: &str, sheet| {
            Way::new(words, Route::family(here.book.id, FamilyPage::sheet_of(sheet, meeting.id)))
        };
        let ways = [
            summaries.then(|| way("Write your summary", Sheet::Summary)),
            rated.then(|| way("Give your rating", Sheet::Rating)),
        ];
        parts.push(Part::Actions { ways: ways.into_iter().flatten().collect(), primary: false });
    }
    parts
}
