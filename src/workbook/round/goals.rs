//! How far each goal of a plan has come: read from what came of its steps, never typed twice (`domain.md` R72, R75;
//! `ux.md` S23).

use chrono::{Days, NaiveDate};

use crate::model::action::{Action, Outcome};
use crate::model::ids::PlanId;
use crate::model::plan::Goal;
use crate::workbook::fold::Workbook;

/// Reviews are at least this often (WAR 10.2): what begins after the next one is for later.
const BETWEEN_REVIEWS: Days = Days::new(42);

/// How far a goal has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Progress {
    WorkingOnNow,
    /// Nothing was said of any step yet, and the first is due after the next review.
    Later,
    /// Every step has an end, and at least one was done.
    Done,
    NoLongerNeeded,
}

impl Progress {
    pub const ALL: [Self; 4] = [Self::WorkingOnNow, Self::Later, Self::Done, Self::NoLongerNeeded];

    /// As people say it.
    pub fn label(self) -> &'static str {
        match self {
            Self::WorkingOnNow => "Working on now",
            Self::Later => "Later",
            Self::Done => "Done",
            Self::NoLongerNeeded => "No longer needed",
        }
    }
}

impl Workbook {
    /// The last word on one step.
    pub fn came_of(&self, step: &Action) -> Option<Outcome> {
        self.action_results.current(step.id).map(|result| result.outcome)
    }

    /// How far a goal has come on a day.
    pub fn progress_of(&self, plan: PlanId, goal: &Goal, today: NaiveDate) -> Progress {
        let came: Vec<Option<Outcome>> = goal.steps.iter().map(|step| self.came_of(step)).collect();
        let settled = |outcome: &Option<Outcome>| outcome.is_some_and(|it| it != Outcome::NotYet);
        if !came.is_empty() && came.iter().all(settled) {
            return match came.contains(&Some(Outcome::Done)) {
                true => Progress::Done,
                false => Progress::NoLongerNeeded,
            };
        }
        let next = self.reviews_of(plan).last().and_then(|(_, review)| review.next_on);
        let next = next.filter(|next| *next > today).or_else(|| today.checked_add_days(BETWEEN_REVIEWS));
        let begins_later = |step: &Action| {
            let day = step.by.as_ref().and_then(|by| by.day());
            day.zip(next).is_some_and(|(day, next)| day > next)
        };
        let untouched = came.iter().all(Option::is_none);
        match untouched && !goal.steps.is_empty() && goal.steps.iter().all(begins_later) {
            true => Progress::Later,
            false => Progress::WorkingOnNow,
        }
    }
}
