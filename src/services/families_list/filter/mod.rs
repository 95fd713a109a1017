//! Finding families by how their work stands.

use chrono::{Days, NaiveDate};

use crate::model::choices::Choice;
use crate::model::rating::Rag;
use crate::model::status::PlanStatus;
use crate::services::sheet::Answer;

use super::{Columns, FamilyLine, Mine, Work};

/// One of the filters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    Rating,
    Plan,
    Supervision,
    Role,
}

/// What was chosen in each filter; empty where nothing was.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    pub rating: String,
    pub plan: String,
    pub supervision: String,
    pub role: String,
}

/// A filter that leaves families out, in words: "Agreed rating: Red".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Active {
    pub which: Which,
    pub words: String,
}

/// What no choice of the records says.
const NONE: &str = "none";
const LOOKED_AFTER: &str = "looked_after";
const PASSED: &str = "passed";
const WEEK: &str = "week";
const MONTH: &str = "month";

impl Which {
    pub const ALL: [Self; 4] = [Self::Rating, Self::Plan, Self::Supervision, Self::Role];

    pub fn label(self) -> &'static str {
        match self {
            Self::Rating => "Agreed rating",
            Self::Plan => "Plan",
            Self::Supervision => "Next supervision",
            Self::Role => "My role",
        }
    }

    /// The id of its box.
    pub fn id(self) -> &'static str {
        match self {
            Self::Rating => "find-rating",
            Self::Plan => "find-plan",
            Self::Supervision => "find-supervision",
            Self::Role => "find-role",
        }
    }

    /// Whether the authority has a use for it.
    pub fn is_used(self, columns: Columns) -> bool {
        match self {
            Self::Rating => columns.rating,
            Self::Supervision => columns.supervision,
            Self::Plan | Self::Role => true,
        }
    }

    /// What there is to choose.
    pub fn answers(self) -> Vec<Answer> {
        match self {
            Self::Rating => Rag::ALL
                .iter()
                .rev()
                .map(|it| Answer::new(it.code(), it.label()))
                .chain([Answer::new(NONE, "Not rated yet")])
                .collect(),
            Self::Plan => PlanStatus::ALL
                .iter()
                .filter(|plan| **plan != PlanStatus::None)
                .map(|it| Answer::new(it.code(), it.label()))
                .chain([Answer::new(LOOKED_AFTER, "Looked after"), Answer::new(NONE, "No plan")])
                .collect(),
            Self::Supervision => vec![
                Answer::new(PASSED, "Its day has passed"),
                Answer::new(WEEK, "In the next seven days"),
                Answer::new(MONTH, "In the next 31 days"),
                Answer::new(NONE, "None planned"),
            ],
            Self::Role => Mine::ALL.map(|it| Answer::new(it.code(), it.label())).into(),
        }
    }
}

impl Filter {
    pub fn chosen(&self, which: Which) -> &str {
        match which {
            Which::Rating => &self.rating,
            Which::Plan => &self.plan,
            Which::Supervision => &self.supervision,
            Which::Role => &self.role,
        }
    }

    /// The filters that leave families out.
    pub fn active(&self) -> Vec<Active> {
        let words = |which: Which| {
            let answer = which.answers().into_iter().find(|it| it.value == self.chosen(which))?;
            Some(Active { which, words: format!("{}: {}", which.label(), answer.label) })
        };
        Which::ALL.into_iter().filter_map(words).collect()
    }

    /// Whether a family stays in the list. One that cannot be opened always does: nobody knows how it stands.
    pub fn keeps(&self, line: &FamilyLine, today: NaiveDate) -> bool {
        let FamilyLine::Here { work, .. } = line else { return true };
        Which::ALL.into_iter().all(|which| is_so(which, self.chosen(which), work, today))
    }
}

fn is_so(which: Which, chosen: &str, work: &Work, today: NaiveDate) -> bool {
    if chosen.is_empty() {
        return true;
    }
    match which {
        Which::Rating => work.rating.map_or(NONE, Choice::code) == chosen,
        Which::Plan if chosen == LOOKED_AFTER => work.looked_after,
        Which::Plan if chosen == NONE => work.plans.is_empty(),
        Which::Plan => work.plans.iter().any(|plan| plan.code() == chosen),
        Which::Supervision => {
            let within = |days| {
                let last = today.checked_add_days(Days::new(days)).unwrap_or(today);
                work.supervision.is_some_and(|day| day >= today && day <= last)
            };
            match chosen {
                PASSED => work.supervision.is_some_and(|day| day < today),
                WEEK => within(7),
                MONTH => within(31),
                _ => work.supervision.is_none(),
            }
        }
        Which::Role => work.mine.code() == chosen,
    }
}

#[cfg(test)]
mod tests;
