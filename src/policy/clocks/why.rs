//! "Why this date?": the rule, its source, the sum and every other reading, in words.

use chrono::{DateTime, Datelike, NaiveDate, Utc};

use crate::model::dates::{day_words, month_name};
use crate::policy::london::{clock_change, time_words};
use crate::policy::profile::Profile;
use crate::policy::profile::history::ProfileHistory;
use crate::policy::profile::rule::{Basis, Reading, Rule};
use crate::policy::profile::time::{Direction, Span, Time, Unit};
use crate::policy::working_days::bank_holidays_between;

use super::due::{Due, Reckoned, State, count};
use super::when::When;

/// Why something is due when it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Why {
    /// What has to be done.
    pub title: &'static str,
    /// Who owes it, as this authority calls them.
    pub owed_by: String,
    /// The reading that is due. None: nothing has started the clock.
    pub rule: Option<ReadingWords>,
    /// Every other reading.
    pub others: Vec<ReadingWords>,
    /// The profile that judges it, and whether it is still the rule.
    pub judged_by: String,
    /// What the guidance leaves open, what has to be checked, what stands in for a start.
    pub notes: Vec<String>,
}

/// One reading of a rule, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadingWords {
    /// What the guidance asks for.
    pub wording: String,
    /// Whether it says so in as many words, or may mean it.
    pub basis: Basis,
    /// The document and the section.
    pub source: String,
    /// "Thu 12 Feb + 7 days = Thu 19 Feb".
    pub sum: String,
    /// Whether it was kept. None: not done yet, or no date.
    pub kept: Option<bool>,
}

impl Due {
    /// Why it is due then. The history has to be the one it was worked out with.
    pub fn why(&self, history: &ProfileHistory) -> Why {
        let Some(profile) = history.get(self.judged_by) else {
            return Why {
                title: self.timescale.title(),
                owed_by: self.owed_by.label().to_owned(),
                rule: None,
                others: Vec::new(),
                judged_by: String::new(),
                notes: Vec::new(),
            };
        };
        let rule = profile.rule(self.timescale);
        let words = |reckoned: &Reckoned| {
            let reading = rule?.readings.get(reckoned.reading)?;
            Some(ReadingWords {
                wording: reading.wording.clone(),
                basis: reading.basis,
                source: profile.source_words(&reading.source),
                sum: sum(reading, reckoned),
                kept: reckoned.kept,
            })
        };
        let is_chosen = |reckoned: &&Reckoned| Some(reckoned.reading) == self.chosen;
        Why {
            title: self.timescale.title(),
            owed_by: profile.duty_name(self.owed_by).to_owned(),
            rule: self.readings.iter().find(is_chosen).and_then(words),
            others: self.readings.iter().filter(|it| !is_chosen(it)).filter_map(words).collect(),
            judged_by: self.judge(history, profile),
            notes: self.notes(rule),
        }
    }

    fn judge(&self, history: &ProfileHistory, profile: &Profile) -> String {
        let named = format!("{}, version {}", profile.name, profile.version);
        let until = history.all().nth(self.judged_by).and_then(|version| version.until);
        match until {
            Some(until) => format!("{named}: the rule until {}, by which this was judged", day_words(until)),
            None => named,
        }
    }

    fn notes(&self, rule: Option<&Rule>) -> Vec<String> {
        let mut notes = Vec::new();
        if self.state == State::NotTriggered && self.readings.is_empty() {
            notes.push(format!("{}.", self.timescale.waits_for()));
        }
        if !self.note.is_empty() {
            notes.push(format!("{}.", self.note));
        }
        if let Some(began) = self.rule_began {
            notes.push(format!(
                "This rule began on {}, when its own date had passed: so it is due on that day.",
                day_words(began)
            ));
        }
        notes.extend(rule.map(|rule| rule.note.clone()).filter(|note| !note.is_empty()));
        if rule.is_some_and(|rule| rule.check_locally) {
            notes.push("Check locally: this time is not from your authority’s own guidance.".to_owned());
        }
        if rule.is_some_and(|rule| rule.soft) {
            notes.push("A target, and no limit.".to_owned());
        }
        if self.in_time_by_another_reading() {
            notes.push("In time by another reading of the guidance.".to_owned());
        }
        notes
    }

    /// How it stands, in a few words: "due Thu 19 Feb: 3 days left (1 working day)", "2 days late (1 working
    /// day)".
    pub fn says(&self, now: DateTime<Utc>) -> String {
        let Some(due) = self.due else {
            return match self.state {
                State::NotTriggered => self.timescale.waits_for().to_owned(),
                state => format!("{}: no date given", state.label()),
            };
        };
        let on = moment(due, true);
        match (self.state, self.late, self.left(now)) {
            (State::Met, ..) => format!("met: due {on}"),
            (_, Some(late), _) => format!("was due {on}: {}", late.words()),
            (State::Open, _, Some((0, _))) => format!("due today, {on}"),
            (State::Open, _, Some((days, working))) => {
                format!("due {on}: {} left ({})", count(days, "day"), count(working, "working day"))
            }
            (state, ..) => format!("{}: due {on}", state.label()),
        }
    }
}

/// "Thu 12 Feb + 7 days = Thu 19 Feb".
fn sum(reading: &Reading, reckoned: &Reckoned) -> String {
    let Some(start) = reckoned.start else {
        return "Cannot be counted yet: what it counts from has not happened".to_owned();
    };
    let (span, due) = match (reading.time, reckoned.due) {
        (Time::NotGiven, _) => return "No time is given".to_owned(),
        (Time::AsPlanned, None) => return "The child’s plan sets no time between visits".to_owned(),
        (_, None) => return "Cannot be counted: the calendar ends before".to_owned(),
        (Time::AsPlanned, Some(due)) => {
            let days = u16::try_from(due.day().signed_duration_since(start.day()).num_days()).unwrap_or(0);
            let (amount, unit) =
                if days.is_multiple_of(7) { (days / 7, Unit::Weeks) } else { (days, Unit::Days) };
            (Span { amount, unit, direction: Direction::After }, due)
        }
        (
            Time::By { span, .. }
            | Time::Exactly(span)
            | Time::NotBefore(span)
            | Time::NeededFrom(span)
            | Time::Window(span),
            Some(due),
        ) => (span, due),
    };
    let with_year = start.day().year() != due.day().year();
    let (from, to) = (moment(start, with_year), moment(due, with_year));
    if span.amount == 0 && span.unit != Unit::CalendarMonths {
        return match span.direction {
            Direction::After => format!("{from}, the same day"),
            Direction::Before => format!("{from}, before it begins"),
        };
    }
    let sign = if span.direction == Direction::Before { '−' } else { '+' };
    let to = match (reading.time, reckoned.opens) {
        (_, Some(opens)) => format!("{} to {to}", moment(opens, with_year)),
        (Time::Exactly(_), _) => format!("{to}, on that day"),
        (Time::NotBefore(_), _) => format!("not before {to}"),
        (Time::NeededFrom(_), _) => format!("needed from {to}"),
        (Time::Window(_), _) => format!("until {to}"),
        _ if span.unit == Unit::Hours && matches!(due, When::Day(_)) => format!("by the end of {to}"),
        _ => to,
    };
    let length = match reading.time {
        Time::By { opens: Some(opens), .. } => format!("{opens} to {}", span.length()),
        Time::AsPlanned => format!("{} as the plan says", span.length()),
        _ => span.length(),
    };
    format!("{from} {sign} {length} = {to}{}", remark(span, start, due))
}

/// What made the sum other than one would count on one's fingers.
fn remark(span: Span, start: When, due: When) -> String {
    let (from, to) = (start.day(), due.day());
    match span.unit {
        Unit::WorkingDays => {
            let holidays: Vec<String> = bank_holidays_between(from, to)
                .into_iter()
                .filter(|(day, _)| *day != from)
                .map(|(day, name)| format!("{} is {name}", day_short(day, false)))
                .collect();
            if holidays.is_empty() { String::new() } else { format!(" ({})", holidays.join(", ")) }
        }
        Unit::Months if from.day() != to.day() => {
            format!(" ({} has no day {})", month_name(to.month()), from.day())
        }
        Unit::CalendarMonths => " (the end of that month)".to_owned(),
        Unit::Hours if matches!(due, When::At(_)) => {
            let days = from.min(to).iter_days().take_while(|day| *day <= from.max(to));
            match days.filter_map(clock_change).next() {
                Some(change) => format!(" ({change})"),
                None => String::new(),
            }
        }
        _ => String::new(),
    }
}

/// "Thu 12 Feb", "Thu 12 Feb 2026", "Thu 12 Feb 3:00pm".
pub fn moment(when: When, with_year: bool) -> String {
    match when {
        When::Day(day) => day_short(day, with_year),
        When::At(at) => format!("{} {}", day_short(when.day(), with_year), time_words(at)),
    }
}

/// "Thu 12 Feb", or "Thu 12 Feb 2026".
pub fn day_short(day: NaiveDate, with_year: bool) -> String {
    let month: String = month_name(day.month()).chars().take(3).collect();
    let year = if with_year { format!(" {}", day.year()) } else { String::new() };
    format!("{} {} {month}{year}", day.weekday(), day.day())
}
