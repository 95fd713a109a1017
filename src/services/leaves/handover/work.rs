//! The work of now: what presses, the plan, the last visits, open actions, and who is in the team.

use crate::model::choices::Choice;
use crate::model::dates::day_words;
use crate::model::ids::VisitId;
use crate::model::practitioner::Role;
use crate::model::visit::Visit;
use crate::navigation::{FamilyPage, Leaf as Place, Route};
use crate::services::here::Here;
use crate::services::leaf::{Part, Row, Tag, Tone, Way};
use crate::services::leaves::due::{Bucket, rows};
use crate::services::leaves::plans::{names, owner_name, standing};
use crate::services::leaves::visits::said;
use crate::workbook::round::actions::AgreedIn;
use crate::workbook::round::goals::Progress;

use super::page;

/// The last so many visits.
const VISITS: usize = 3;

/// Word from outside that nobody has reviewed.
pub(super) fn alerts(here: &Here<'_>) -> Vec<Part> {
    let book = here.book;
    let open = book.alerts.all().filter(|(id, _)| book.alert_reviews.current(*id).is_none());
    let mut open: Vec<_> = open.map(|(_, alert)| alert).collect();
    open.sort_by_key(|alert| (!alert.immediate, std::cmp::Reverse(alert.received_on)));
    if open.is_empty() {
        return Vec::new();
    }
    let row = |alert: &&crate::model::alert::Alert| {
        let about = names(book, &alert.about);
        let about = if about.is_empty() { String::new() } else { format!(", about {about}") };
        Row {
            words: alert.what.clone(),
            more: vec![format!("{}, {}{about}", alert.from.label(), day_words(alert.received_on))],
            tag: alert.immediate.then(|| Tag::new("No delay", Tone::Late)),
            to: Some(page(here, Place::Referral)),
            ..Row::default()
        }
    };
    vec![Part::Heading("Alerts that wait".to_owned()), Part::List(open.iter().map(row).collect())]
}

/// What is late, and what is due within seven days.
pub(super) fn due(here: &Here<'_>) -> Vec<Part> {
    let soon = rows(here).into_iter();
    let soon: Vec<(Bucket, Row)> =
        soon.filter(|(bucket, _)| !matches!(bucket, Bucket::Later | Bucket::NoDate)).collect();
    let mut parts = vec![Part::Heading("What is late, and what is due in seven days".to_owned())];
    if soon.is_empty() {
        parts.push(Part::Words("Nothing is late, and nothing is due in the next seven days.".to_owned()));
    } else {
        parts.push(Part::List(soon.into_iter().map(|(_, row)| row).collect()));
    }
    parts
}

/// The goals that are worked on now, with the steps that are still to be done.
pub(super) fn plan(here: &Here<'_>) -> Vec<Part> {
    let book = here.book;
    let mut parts = vec![Part::Heading("The plan in short".to_owned())];
    let mut goals = Vec::new();
    for (id, plan) in standing(book) {
        let own = plan.goals.iter();
        for goal in own.filter(|goal| book.progress_of(id, goal, here.today) == Progress::WorkingOnNow) {
            let open = goal.steps.iter().filter(|step| book.action(step.id).is_some_and(|it| it.is_open()));
            let step = |step: &crate::model::action::Action| {
                let who = step.who.as_ref().map(|who| owner_name(book, who)).unwrap_or_default();
                let by = step.by.as_ref().map(ToString::to_string).unwrap_or_default();
                format!("{} ({who}, {by})", step.what)
            };
            let to = Route::family(book.id, FamilyPage::leaf_of(Place::Plan, id));
            goals.push(Row { more: open.map(step).collect(), ..Row::link(goal.outcome.clone(), to) });
        }
    }
    match goals.is_empty() {
        true => parts.push(Part::Words("No goal is being worked on now.".to_owned())),
        false => parts.push(Part::List(goals)),
    }
    let ways = vec![Way::new("All plans", page(here, Place::Plans))];
    parts.push(Part::Actions { ways, primary: false });
    parts
}

pub(super) fn visits(here: &Here<'_>) -> Vec<Part> {
    let book = here.book;
    let mut visits: Vec<(VisitId, &Visit)> = book.visits.all().collect();
    visits.sort_by_key(|(id, visit)| std::cmp::Reverse((visit.on, visit.from, *id)));
    let row = |(_, visit): &(VisitId, &Visit)| {
        let by: Vec<String> = visit.by.iter().map(|by| book.author_name(*by)).collect();
        let mut more: Vec<String> = visit
            .children
            .iter()
            .map(|(child, it)| format!("{}: {}", book.name_of(*child), said(it)))
            .collect();
        more.push(visit.note.trim().to_owned());
        more.push(format!("By {}", by.join(", ")));
        more.retain(|words| !words.is_empty());
        let words = format!("{}, {}", day_words(visit.on), visit.place.label());
        Row { more, ..Row::link(words, page(here, Place::Visits)) }
    };
    let mut parts = vec![Part::Heading("The last three visits".to_owned())];
    match visits.is_empty() {
        true => parts.push(Part::Words("No visit is recorded yet.".to_owned())),
        false => parts.push(Part::List(visits.iter().take(VISITS).map(row).collect())),
    }
    parts
}

/// What was agreed in supervision and is still to be done, what is due first at the top. Steps stand with the plan.
pub(super) fn actions(here: &Here<'_>) -> Vec<Part> {
    let book = here.book;
    let mut open = book.open_actions();
    open.retain(|agreed| matches!(agreed.agreed_in, AgreedIn::Supervision(_)));
    open.sort_by_key(|agreed| (agreed.due().is_none(), agreed.due()));
    if open.is_empty() {
        return Vec::new();
    }
    let row = |agreed: &crate::workbook::round::actions::Agreed<'_>| {
        let who = agreed.action.who.as_ref().map(|who| owner_name(book, who)).unwrap_or_default();
        let by = match agreed.due() {
            Some(day) => day_words(day),
            None => agreed.action.by.as_ref().map(ToString::to_string).unwrap_or_default(),
        };
        let late = agreed.due().is_some_and(|due| due < here.today);
        let said = [who, by].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>();
        let to = match agreed.agreed_in {
            AgreedIn::Supervision(id) => FamilyPage::leaf_of(Place::Meeting, id),
            AgreedIn::Plan(id) => FamilyPage::leaf_of(Place::Plan, id),
        };
        Row {
            words: agreed.action.what.clone(),
            to: Some(Route::family(book.id, to)),
            more: vec![said.join(", "), format!("Agreed {}", day_words(agreed.agreed_on))],
            tag: late.then(|| Tag::new("Late", Tone::Late)),
            ..Row::default()
        }
    };
    vec![
        Part::Heading(format!("Open actions from supervision ({})", open.len())),
        Part::List(open.iter().map(row).collect()),
    ]
}

/// Who is in the team today; before anybody was named, whoever has recorded.
pub(super) fn team(here: &Here<'_>) -> Vec<Part> {
    let book = here.book;
    let lead = book.lead_on(here.today).map(|(id, _)| id);
    let row = |name: &str, role: &Role, employer: &str, leads: bool| {
        let employer = if employer.trim().is_empty() { String::new() } else { format!(", {employer}") };
        Row {
            words: name.to_owned(),
            more: vec![format!("{}{employer}", here.profile().role_name(role))],
            tag: leads.then(|| Tag::new("Leads the work", Tone::Plain)),
            ..Row::default()
        }
    };
    let named = book.team_on(here.today);
    let rows: Vec<Row> = match named.is_empty() {
        true => book.team.all().map(|(_, it)| row(&it.name, &it.role, &it.employer, it.allocated)).collect(),
        false => {
            named.iter().map(|(id, it)| row(&it.name, &it.role, &it.employer, lead == Some(*id))).collect()
        }
    };
    let ways = vec![Way::new("Referral and team", page(here, Place::Referral))];
    vec![Part::Heading("The team".to_owned()), Part::List(rows), Part::Actions { ways, primary: false }]
}
