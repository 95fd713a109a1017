//! What was known of a family on a day.

use chrono::NaiveDate;
use hearth::policy::clocks::circumstances::Circumstances;
use hearth::policy::clocks::when::When;

use crate::happening::ago;

/// The same story, told on that day: nothing later has happened. A supervision is planned a month ahead, and
/// rearranged three days before.
pub fn as_it_stood(whole: &Circumstances, today: NaiveDate) -> Circumstances {
    let mut then = whole.clone();
    let cut = |day: &mut Option<NaiveDate>| *day = day.filter(|day| *day <= today);
    let cut_when = |when: &mut Option<When>| *when = when.filter(|when| when.day() <= today);
    then.involvements.retain(|it| {
        let known = [it.referred, it.decided, it.allocated, it.referring_team_began, it.assessment_completed];
        known.into_iter().flatten().min().is_some_and(|first| first <= today)
    });
    for it in &mut then.involvements {
        for day in [
            &mut it.referred,
            &mut it.referring_team_began,
            &mut it.assessment_completed,
            &mut it.decided,
            &mut it.transfer_requested,
            &mut it.transfer_summary,
            &mut it.transfer_decided,
            &mut it.allocated,
            &mut it.taken_over,
            &mut it.closed,
        ] {
            cut(day);
        }
        it.manager_reviews.retain(|day| *day <= today);
    }
    then.supervisions.retain(|it| {
        let first = it.rearranged.first().map_or(it.planned, |moved| moved.from);
        ago(first, 30) <= today
    });
    for it in &mut then.supervisions {
        if let Some(moved) = it.rearranged.first().filter(|moved| today < ago(moved.from, 3)) {
            it.planned = moved.from;
            it.rearranged.clear();
        }
        cut(&mut it.held);
        cut(&mut it.reminder_sent);
        cut_when(&mut it.notes_submitted);
        cut_when(&mut it.authorised);
        it.summaries.iter_mut().for_each(|(_, submitted)| cut_when(submitted));
    }
    then.visits.retain(|it| it.started.day() <= today);
    for it in &mut then.visits {
        cut_when(&mut it.recorded);
        it.children.iter_mut().for_each(|child| cut_when(&mut child.manager_told));
    }
    then.plans.retain(|it| it.from <= today);
    for it in &mut then.plans {
        cut(&mut it.until);
    }
    then.step_downs.retain(|it| it.plan_ended <= today);
    then.step_downs.iter_mut().for_each(|it| cut(&mut it.completed));
    then.meetings.retain(|it| it.held.is_none_or(|held| held <= today) || it.planned.is_some());
    for it in &mut then.meetings {
        cut(&mut it.held);
        cut(&mut it.copies_sent);
        cut(&mut it.minutes_sent);
        cut(&mut it.report_shared);
    }
    then.strategy_discussions.retain(|it| it.on <= today);
    for days in [
        &mut then.case_summaries,
        &mut then.critical_information,
        &mut then.planning_talks,
        &mut then.monitoring,
    ] {
        days.retain(|day| *day <= today);
    }
    then
}
