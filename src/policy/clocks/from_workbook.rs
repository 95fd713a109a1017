//! What clocks need of a workbook, read from its records. Nothing is typed twice for them.
//!
//! A few things have no record of their own, and are read from the one that stands for them:
//! - a family's time with the team ends when the workbook is closed and begins again when it is reopened,
//!   unless it had been closed by mistake;
//! - critical information is word from outside that told of an immediate concern;
//! - a manager's review of why the work goes on is a note of management oversight that looks at no one record;
//! - the manager was told that a child was not seen alone when a note looks at that visit;
//! - copies of a plan are with everybody when every parent in the workflow has one, or somebody has where no
//!   parent is known.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveTime};

use crate::model::entry_to_team::PackItem;
use crate::model::ids::{PersonId, PractitionerId};
use crate::model::leaving::{Closing, ReopenedBecause};
use crate::model::note::NoteKind;
use crate::model::plan::{Paper, Party, PlanKind as PaperKind};
use crate::model::practitioner::Role;
use crate::model::source::Source;
use crate::model::status::{ChildStatus, PlanStatus};
use crate::model::supervision::Form;
use crate::policy::london::{at_london, london};
use crate::workbook::fold::Workbook;
use crate::workbook::round::Meeting as Supervised;
use crate::workbook::round::meeting::Stage;

use super::circumstances::{
    Circumstances, Involvement, Meeting, MeetingKind, Plan, PlanKind, Rearranged, Seen, StepDown,
    StrategyDiscussion, Supervision, Thing, Visit,
};
use super::when::When;

impl Circumstances {
    /// What happened, as far as the workbook tells.
    pub fn of(book: &Workbook) -> Self {
        Self {
            involvements: involvements(book),
            supervisions: book.meetings().iter().filter_map(supervision).collect(),
            visits: visits(book),
            plans: plans(book),
            step_downs: step_downs(book),
            meetings: meetings(book),
            strategy_discussions: strategy_discussions(book),
            case_summaries: case_summaries(book),
            critical_information: critical_information(book),
            // Talks of managers about many families stand in no family's workbook.
            planning_talks: Vec::new(),
            monitoring: Vec::new(),
        }
    }
}

/// The days on which the family's times with the team ended; the last is open.
fn closings(book: &Workbook) -> Vec<NaiveDate> {
    let mut ends = Vec::new();
    for closing in book.closings() {
        match closing {
            Closing::Closed { on, .. } => ends.push(*on),
            Closing::Reopened { because: ReopenedBecause::ClosedByMistake, .. } => {
                ends.pop();
            }
            Closing::Reopened { .. } => {}
        }
    }
    ends
}

fn involvements(book: &Workbook) -> Vec<Involvement> {
    let ends = closings(book);
    let starts = std::iter::once(None).chain(ends.iter().copied().map(Some));
    let all = starts.zip(ends.iter().copied().map(Some).chain([None])).enumerate();
    all.map(|(at, (after, until))| involvement(book, at == 0, after, until))
        .filter(|it| *it != Involvement::default())
        .collect()
}

/// One time with the team: after the closing before it, until its own.
fn involvement(
    book: &Workbook,
    is_first: bool,
    after: Option<NaiveDate>,
    until: Option<NaiveDate>,
) -> Involvement {
    let within =
        |day: NaiveDate| after.is_none_or(|after| day >= after) && until.is_none_or(|until| day <= until);
    let mut it = Involvement { closed: until, ..Involvement::default() };
    let referral = book.referrals_in_order().into_iter().find(|(_, referral)| within(referral.referred_on));
    if let Some((id, referral)) = referral {
        it.referred = Some(referral.referred_on);
        it.referring_team_began = referral.involved_since;
        it.decided = referral.decided_on;
        it.assessment_completed = referral.assessment.as_ref().map(|assessment| assessment.completed_on);
        if let Some(pack) = book.packs.current(id) {
            it.transfer_requested = pack.listed_on.or(Some(referral.referred_on));
            let written = book.packs.get(id).into_iter().flat_map(|pack| pack.versions()).find(|version| {
                let documents = version.value.as_ref().map(|pack| &pack.documents);
                documents.is_some_and(|documents| documents.contains_key(&PackItem::TransferSummary))
            });
            // It came with the pack that the manager endorsed, though it may have been typed in later.
            let typed = written.map(|version| london(version.recorded).date());
            it.transfer_summary = typed.map(|typed| pack.endorsed_on.map_or(typed, |day| day.min(typed)));
        }
        if let Some(transfer) = book.transfers.current(id) {
            it.transfer_decided = Some(transfer.on);
            it.taken_over = transfer.takes_over.filter(|_| transfer.accepted);
        }
    } else if is_first {
        // Older workbooks hold these two with the family.
        let family = book.family().and_then(|family| family.current());
        it.referred = family.and_then(|family| family.referred_on).map(|day| day.earliest());
        it.assessment_completed = family.and_then(|family| family.assessed_on).map(|day| day.earliest());
    }
    let allocations = book.allocation_meetings();
    it.allocated = allocations.iter().map(|(_, meeting)| meeting.held_on).find(|day| within(*day));
    it.manager_reviews = book
        .case_notes
        .all()
        .filter(|(_, note)| note.kind == NoteKind::ManagementOversight && note.looks_at.is_none())
        .map(|(_, note)| note.on)
        .filter(|day| within(*day))
        .collect();
    it
}

/// A group supervision. Ordinary supervision has no clocks of the guidance.
fn supervision(meeting: &Supervised<'_>) -> Option<Supervision> {
    let plan = meeting.plan().filter(|plan| plan.form == Form::Group)?;
    let held = meeting.held();
    let there = held.into_iter().flat_map(|held| held.present.iter().chain(held.absent.keys()));
    let owing: BTreeSet<_> = plan.invited.iter().chain(there).copied().collect();
    let book = meeting.book();
    let day = held.map_or(plan.on, |held| held.on);
    let summaries = owing
        .into_iter()
        .filter(|id| meeting.summary_of(*id).is_some() || writes_summaries(book, *id, day))
        .map(|id| (id, meeting.handed_in(id).map(When::At)))
        .collect();
    Some(Supervision {
        thing: Thing(meeting.id.to_bytes()),
        planned: plan.on,
        rearranged: plan
            .moved
            .iter()
            .map(|moved| Rearranged { from: moved.from, reason: moved.reason.clone().unwrap_or_default() })
            .collect(),
        held: held.map(|held| held.on),
        reminder_sent: plan.reminded_on,
        summaries,
        notes_submitted: meeting.first_submitted().map(When::At),
        authorised: match meeting.stage() {
            Stage::Authorised { at, .. } => Some(When::At(at)),
            _ => None,
        },
    })
}

/// Managers and administrators write no summary of work with the family. What counts is the role that somebody
/// had on that day.
fn writes_summaries(book: &Workbook, practitioner: PractitionerId, day: NaiveDate) -> bool {
    let Some(member) = book.team.get(practitioner) else { return true };
    let then = member.versions().rev().find(|version| london(version.recorded).date() <= day);
    let role = then.unwrap_or(member.first()).value.as_ref().map(|member| &member.role);
    !matches!(role, Some(Role::TeamManager | Role::Administrator | Role::ReferringTeam))
}

fn visits(book: &Workbook) -> Vec<Visit> {
    let visits = book.visits.iter().filter_map(|(id, thing)| Some((id, thing, thing.current()?)));
    visits
        .map(|(id, thing, visit)| {
            let at = |time: Option<NaiveTime>| time.map(|time| When::At(at_london(visit.on.and_time(time))));
            let looked_at =
                book.case_notes.all().filter(|(_, note)| note.looks_at == Some(Source::Visit(id)));
            let told = looked_at.map(|(_, note)| When::Day(note.on)).min_by_key(|day| day.ends());
            let one = match visit.by.len() {
                1 => visit.by.first().copied(),
                _ => None,
            };
            Visit {
                thing: Thing(id.to_bytes()),
                by: one.or(Some(thing.first().author)),
                statutory: visit.statutory,
                started: at(visit.from).unwrap_or(When::Day(visit.on)),
                ended: at(visit.until),
                recorded: Some(When::At(thing.first().recorded)),
                children: visit
                    .children
                    .iter()
                    .map(|(child, contact)| Seen {
                        child: *child,
                        seen: contact.was_seen(),
                        alone: contact.was_alone(),
                        manager_told: told,
                    })
                    .collect(),
            }
        })
        .collect()
}

/// Each child's times with a plan, and as a looked-after child.
fn plans(book: &Workbook) -> Vec<Plan> {
    let mut plans = Vec::new();
    for (child, _) in book.children() {
        let statuses: Vec<&ChildStatus> = book.statuses_of(child).into_iter().map(|(_, it)| it).collect();
        let with = |plan| move |status: &ChildStatus| status.plan == plan;
        let mut in_need = times(&statuses, with(PlanStatus::ChildInNeed));
        begin_with_papers(book, child, &mut in_need);
        let protected = times(&statuses, with(PlanStatus::ChildProtection));
        let looked_after = times(&statuses, |status| status.looked_after);
        let visit_every_days = book.visiting(child).map(|visiting| visiting.at_least_every_days);
        for (kind, times) in [
            (PlanKind::ChildInNeed, in_need),
            (PlanKind::ChildProtection, protected),
            (PlanKind::LookedAfter, looked_after),
        ] {
            plans.extend(times.into_iter().map(|(from, until)| Plan {
                thing: Thing(child.to_bytes()),
                child,
                kind,
                from,
                until: until.or_else(|| passed_on(book, child, from)),
                visit_every_days: visit_every_days.filter(|_| kind == PlanKind::ChildInNeed),
            }));
        }
    }
    plans
}

/// When the team for children in care took a child over, after this day.
fn passed_on(book: &Workbook, child: PersonId, from: NaiveDate) -> Option<NaiveDate> {
    let proceedings = book.proceedings.all().filter(|(_, proceedings)| proceedings.child == child);
    let days =
        proceedings.filter_map(|(_, proceedings)| proceedings.passed_on.as_ref()).map(|passed| passed.on);
    days.filter(|day| *day >= from).min()
}

type Time = (NaiveDate, Option<NaiveDate>);

/// The times in which a status was so, from its first day to the day another began.
fn times(statuses: &[&ChildStatus], is_so: impl Fn(&ChildStatus) -> bool) -> Vec<Time> {
    let mut times: Vec<Time> = Vec::new();
    let mut open = false;
    for status in statuses {
        match (open, is_so(status)) {
            (false, true) => times.push((status.from, None)),
            (true, false) => {
                if let Some(last) = times.last_mut() {
                    last.1 = Some(status.from);
                }
            }
            _ => {}
        }
        open = is_so(status);
    }
    times
}

/// A plan on paper is in place from its own day, though the status may say so later or not at all.
fn begin_with_papers(book: &Workbook, child: PersonId, times: &mut Vec<Time>) {
    let mut papers: Vec<NaiveDate> = book
        .plans
        .all()
        .filter(|(_, plan)| plan.children.contains(&child))
        .map(|(_, plan)| plan.agreed_on)
        .collect();
    papers.sort_unstable();
    for agreed in papers {
        let covers = |(from, until): &Time| *from <= agreed && until.is_none_or(|until| agreed <= until);
        if times.iter().any(covers) {
            continue;
        }
        match times.iter_mut().filter(|(from, _)| *from > agreed).min_by_key(|(from, _)| *from) {
            Some(next) => next.0 = agreed,
            None => times.push((agreed, None)),
        }
    }
}

fn step_downs(book: &Workbook) -> Vec<StepDown> {
    let all = book.step_downs.all();
    all.map(|(id, step)| StepDown {
        thing: Thing(id.to_bytes()),
        children: step.children.iter().copied().collect(),
        plan_ended: step.plan_ended_on,
        completed: step.completed_on,
    })
    .collect()
}

fn meetings(book: &Workbook) -> Vec<Meeting> {
    let mut meetings = Vec::new();
    for (id, plan) in book.plans.all() {
        let children: Vec<PersonId> = plan.children.iter().copied().collect();
        if plan.kind == PaperKind::ChildInNeed && plan.at_a_meeting {
            let copies_sent = copies_sent(book, Paper::Plan(id));
            meetings.push(Meeting {
                copies_sent,
                ..meeting(Thing(id.to_bytes()), MeetingKind::Planning, plan.agreed_on, &children)
            });
        }
        let reviews = book.reviews_of(id);
        for (id, review) in &reviews {
            let copies_sent = copies_sent(book, Paper::Review(*id));
            meetings.push(Meeting {
                copies_sent,
                minutes_sent: copies_sent,
                ..meeting(Thing(id.to_bytes()), MeetingKind::Review, review.on, &children)
            });
        }
        let next = reviews.last().and_then(|(id, review)| Some((id, review.next_on?)));
        if let Some((last, on)) = next {
            let planned = meeting(Thing(last.to_bytes()), MeetingKind::Review, on, &children);
            meetings.push(Meeting { planned: Some(on), held: None, ..planned });
        }
    }
    meetings
}

fn meeting(thing: Thing, kind: MeetingKind, held: NaiveDate, children: &[PersonId]) -> Meeting {
    Meeting {
        thing,
        kind,
        planned: None,
        held: Some(held),
        children: children.to_vec(),
        copies_sent: None,
        minutes_sent: None,
        report_shared: None,
    }
}

/// The day on which the last parent had their first copy.
fn copies_sent(book: &Workbook, paper: Paper) -> Option<NaiveDate> {
    let copies = book.copies_of(paper);
    let parents = book.adults().into_iter().map(|(id, _)| id);
    let mut owed = parents.filter(|id| book.is_parent(*id) && book.in_workflow(*id)).peekable();
    if owed.peek().is_none() {
        return copies.first().map(|(_, copy)| copy.on);
    }
    let first =
        |person| copies.iter().find(|(_, copy)| copy.to == Party::Person(person)).map(|(_, copy)| copy.on);
    let days: Option<Vec<NaiveDate>> = owed.map(first).collect();
    days.and_then(|days| days.into_iter().max())
}

/// An alert that led to a conference.
fn strategy_discussions(book: &Workbook) -> Vec<StrategyDiscussion> {
    use crate::model::alert::AlertOutcome;
    let reviewed =
        book.alert_reviews.all().filter_map(|(id, review)| Some((book.alerts.current(id)?, review)));
    reviewed
        .filter(|(_, review)| review.outcome == AlertOutcome::Conference)
        .map(|(alert, review)| StrategyDiscussion {
            on: review.on,
            children: alert.about.iter().copied().collect(),
            leads_to_conference: true,
        })
        .collect()
}

/// Each version that says something is an update.
fn case_summaries(book: &Workbook) -> Vec<NaiveDate> {
    let versions = book.case_summary().into_iter().flat_map(|summary| summary.versions());
    versions.filter_map(|version| version.value.as_ref()).map(|summary| summary.as_of).collect()
}

fn critical_information(book: &Workbook) -> Vec<NaiveDate> {
    let immediate = book.alerts.all().filter(|(_, alert)| alert.immediate);
    immediate.map(|(_, alert)| alert.received_on).collect()
}
