//! Judges one clock by the rule of its day.
//!
//! Which profile judges: a clock is followed through the history of profiles. What was due, done or no longer
//! needed before a new profile began stays with the old one. What was still running goes over to the new one,
//! unless its date by the new rule lies before that rule began: then the old date stands, and where the old
//! rule gave none, it is due on the new rule's first day. So a change never makes anything late after the fact.

use chrono::{DateTime, Months, NaiveDate, Utc};

use crate::policy::london::london;
use crate::policy::profile::Profile;
use crate::policy::profile::history::InForce;
use crate::policy::profile::rule::{Reading, Rule};
use crate::policy::profile::time::{Direction, Span, Time, Unit};

use super::due::{Due, Late, Reckoned, Running, State};
use super::when::When;

/// How the clock stands now, if the rules know it and somebody needs it.
pub(super) fn judge(running: &Running, versions: &[InForce<'_>], now: DateTime<Utc>) -> Option<Due> {
    let today = london(now).date();
    let mut standing: Option<Due> = None;
    for (at, version) in versions.iter().enumerate() {
        let Some(began) = version.from else {
            standing = by_profile(running, version.profile, at, None, now);
            continue;
        };
        if began > today || settled_before(running, standing.as_ref(), began) {
            break;
        }
        let renewed = by_profile(running, version.profile, at, None, now);
        let too_early = renewed.as_ref().and_then(|due| due.due).is_some_and(|due| due.day() < began);
        standing = match (standing, too_early) {
            (Some(old), true) if old.due.is_some() => Some(old),
            (_, true) => by_profile(running, version.profile, at, Some(began), now),
            (_, false) => renewed,
        };
    }
    standing.filter(|due| is_needed(running, due))
}

/// Whether it was due, done or no longer needed before this day.
fn settled_before(running: &Running, standing: Option<&Due>, day: NaiveDate) -> bool {
    let before = |it: Option<NaiveDate>| it.is_some_and(|it| it < day);
    before(running.done.or(standing.and_then(|due| due.done)).map(When::day))
        || before(running.stopped)
        || before(standing.and_then(|due| due.due).map(When::day))
}

/// What nobody did, and was not yet due when nobody needed it any more, is left out.
fn is_needed(running: &Running, due: &Due) -> bool {
    match (running.stopped, due.done, due.due) {
        (Some(stopped), None, Some(limit)) => limit.day() <= stopped,
        (Some(_), None, None) => false,
        _ => true,
    }
}

/// How it stands by one profile. `not_before`: the first day of a rule that came in after its own date.
fn by_profile(
    running: &Running,
    profile: &Profile,
    at: usize,
    not_before: Option<NaiveDate>,
    now: DateTime<Utc>,
) -> Option<Due> {
    let rule = profile.rule(running.timescale).filter(|rule| rule.on)?;
    let readings: Vec<Reckoned> =
        rule.readings.iter().enumerate().map(|(at, reading)| reckon(running, at, reading)).collect();
    let chosen = choose(rule, &readings)?;
    let (reading, reckoned) = (rule.readings.get(chosen)?, readings.get(chosen)?);
    let limit = Limit::of(running, reading, reckoned, not_before);
    let latest =
        latest(rule, &readings).filter(|latest| limit.due.is_some_and(|due| latest.ends() > due.ends()));
    let lately = limit.due.and_then(|due| due.day().checked_sub_months(Months::new(1)));
    let done = running.done.or_else(|| {
        let times = running.lately.iter().filter(|day| lately.is_some_and(|lately| **day >= lately));
        times.min().map(|day| When::Day(*day))
    });
    let mut due = Due {
        timescale: running.timescale,
        whom: running.whom,
        about: running.about,
        owed_by: rule.owed_by,
        worker: running.worker,
        starts: reckoned.start,
        due: limit.due,
        latest,
        planned: running.planned,
        done,
        state: State::Open,
        late: None,
        too_late: running.too_late && done.is_none(),
        chosen: Some(chosen),
        judged_by: at,
        rule_began: not_before,
        note: running.note,
        readings,
    };
    due.state = state(running, &due, &limit, rule.soft || reading.soft, now);
    due.late = late(running, &due, &limit, now);
    Some(due)
}

/// One reading, from what it counts from.
fn reckon(running: &Running, at: usize, reading: &Reading) -> Reckoned {
    let start = running.start(reading.from);
    let reach = |span: Span| start.and_then(|start| start.reckon(span));
    let (due, opens) = match reading.time {
        Time::By { span, opens } => {
            let opens = opens.and_then(|amount| reach(Span { amount, ..span }));
            (reach(span), opens)
        }
        Time::Exactly(span) | Time::NotBefore(span) | Time::NeededFrom(span) | Time::Window(span) => {
            (reach(span), None)
        }
        Time::AsPlanned => {
            let days = |amount| Span { amount, unit: Unit::Days, direction: Direction::After };
            (running.plan_days.and_then(|amount| reach(days(amount))), None)
        }
        Time::NotGiven => (None, None),
    };
    let kept = running.done.zip(due).map(|(done, due)| match reading.time {
        Time::Exactly(_) => done.day() == due.day(),
        Time::NotBefore(_) => done.day() >= due.day(),
        _ => due.allows(done),
    });
    Reckoned { reading: at, start, due, opens, kept }
}

/// Whether a reading sets a limit, rather than a day to wait for or none at all.
fn limits(time: Time) -> bool {
    !matches!(time, Time::NotBefore(_) | Time::NotGiven)
}

/// The reading that is due: the manager's choice if it can be worked out, or else the earliest. None: nothing
/// that any of them counts from has happened.
fn choose(rule: &Rule, readings: &[Reckoned]) -> Option<usize> {
    let started = |at: usize| readings.get(at).is_some_and(|reading| reading.start.is_some());
    let dated = |at: usize| readings.get(at).and_then(|reading| reading.due);
    let time = |at: usize| rule.readings.get(at).map(|reading| reading.time);
    let chosen = rule
        .chosen()
        .filter(|at| dated(*at).is_some() || (started(*at) && time(*at) == Some(Time::NotGiven)));
    let earliest = || {
        (0..readings.len())
            .filter(|at| time(*at).is_some_and(limits))
            .filter_map(|at| dated(at).map(|due| (due.ends(), at)))
            .min()
            .map(|(_, at)| at)
    };
    chosen.or_else(earliest).or_else(|| (0..readings.len()).find(|at| started(*at)))
}

fn latest(rule: &Rule, readings: &[Reckoned]) -> Option<When> {
    let limits = readings.iter().filter(|it| rule.readings.get(it.reading).is_some_and(|it| limits(it.time)));
    limits.filter_map(|reading| reading.due).max_by_key(|due| due.ends())
}

/// What the chosen reading limits.
struct Limit {
    time: Time,
    due: Option<When>,
    /// Only for what depends on how long something took: whether it took long enough.
    asked_for: Asked,
}

#[derive(PartialEq)]
enum Asked {
    Always,
    Yes,
    No,
}

impl Limit {
    fn of(running: &Running, reading: &Reading, reckoned: &Reckoned, not_before: Option<NaiveDate>) -> Self {
        let time = reading.time;
        let later = |due: When| match not_before {
            Some(day) if due.day() < day => When::Day(day),
            _ => due,
        };
        match time {
            Time::NeededFrom(_) => {
                let asked =
                    running.asked.filter(|asked| reckoned.due.is_some_and(|from| from.day() <= asked.day()));
                let asked_for = if asked.is_some() { Asked::Yes } else { Asked::No };
                Self { time, due: asked.map(later), asked_for }
            }
            Time::NotBefore(_) | Time::NotGiven => Self { time, due: None, asked_for: Asked::Always },
            _ => Self { time, due: reckoned.due.map(later), asked_for: Asked::Always },
        }
    }

    /// Whether something done then kept it.
    fn allows(&self, done: When, reckoned: Option<&Reckoned>) -> bool {
        match (self.time, self.due) {
            (Time::Exactly(_), Some(due)) => done.day() == due.day(),
            (Time::NotBefore(_), _) => {
                reckoned.and_then(|it| it.due).is_none_or(|day| done.day() >= day.day())
            }
            (_, Some(due)) => due.allows(done),
            (_, None) => true,
        }
    }
}

fn state(running: &Running, due: &Due, limit: &Limit, soft: bool, now: DateTime<Utc>) -> State {
    let reckoned = due.chosen.and_then(|at| due.readings.get(at));
    if limit.asked_for == Asked::No {
        return State::NotTriggered;
    }
    if let Time::Window(_) = limit.time {
        // Nobody owes it: a re-referral within the window met it, and there need not be one.
        let over = due.due.is_some_and(|ends| ends.is_past(now));
        return match due.done {
            Some(done) if limit.allows(done, reckoned) => State::Met,
            None if !over => State::Open,
            _ => State::NotTriggered,
        };
    }
    let passed = || if soft { State::ExceededSoftTarget } else { State::Missed };
    match due.done {
        Some(done) if limit.allows(done, reckoned) => State::Met,
        Some(_) => passed(),
        None if !due.due.is_some_and(|limit| limit.is_past(now)) => State::Open,
        None if running.nothing_handed_in && !soft => State::NotSubmitted,
        None => passed(),
    }
}

fn late(running: &Running, due: &Due, limit: &Limit, now: DateTime<Utc>) -> Option<Late> {
    let is_late = matches!(due.state, State::Missed | State::NotSubmitted | State::ExceededSoftTarget);
    let due_at = due.due.filter(|_| is_late && !matches!(limit.time, Time::NotBefore(_)))?;
    let until = due.done.unwrap_or_else(|| match running.stopped {
        Some(stopped) if stopped < london(now).date() => When::Day(stopped),
        _ => When::At(now),
    });
    // Done too early for a limit that asks for the very day is no lateness.
    (until.ends() > due_at.ends() || until.day() > due_at.day()).then(|| Late::between(due_at, until))
}
