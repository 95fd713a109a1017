//! The forms of a family's way through: how it comes to the team, who works with it, what is disputed or told from
//! outside, and how it leaves and comes back.

pub mod alert;
pub mod allocation;
pub mod care_order;
pub mod checklist;
pub mod close;
pub mod closure_summary;
pub mod disagreement;
pub mod early_help;
pub mod in_error;
pub mod leaving;
pub mod member;
pub mod no_public_funds;
pub mod pathway;
pub mod referral;
pub mod reopen;
pub mod step_down;
pub mod transfer;
pub mod transfer_pack;

#[cfg(test)]
pub(crate) mod desk;

use std::collections::BTreeSet;
use std::str::FromStr;

use chrono::NaiveDate;

use crate::model::choices::Choice;
use crate::model::dates::PartialDate;
use crate::model::ids::{MembershipId, PersonId};
use crate::model::practitioner::Role;
use crate::services::here::Here;
use crate::services::sheet::{Answer, Question, line};
use crate::services::typed::{Fields, Typed, Wrong, put_date};
use crate::workbook::versioned::Things;

const YES: &str = "yes";
const NO: &str = "no";

/// The thing that is changed: none for a new one, and nothing when there is no such thing.
type Changed<'a, K, T> = Option<Option<(K, &'a T)>>;

fn changed<'a, K: FromStr + Ord + Copy, T>(of: Option<&str>, things: &'a Things<K, T>) -> Changed<'a, K, T> {
    let Some(of) = of else { return Some(None) };
    let id = of.parse().ok()?;
    things.current(id).map(|thing| Some((id, thing)))
}

/// Asked where what stands on record is changed.
fn why_changed(id: &str) -> Question {
    line(id, "Why are you changing it?").asked()
}

fn yes_or_no() -> [Answer; 2] {
    [Answer::new(YES, "Yes"), Answer::new(NO, "No")]
}

/// Some of the choices of a kind.
fn answers_of<C: Choice>(choices: impl IntoIterator<Item = C>) -> Vec<Answer> {
    choices.into_iter().map(|choice| Answer::new(choice.code(), choice.label())).collect()
}

/// Everyone who is or was in the team and whose role fits, with the role in the authority's words.
fn workers(here: &Here<'_>, fits: impl Fn(&Role) -> bool) -> Vec<Answer> {
    let mut team: Vec<_> = here.book.memberships.all().filter(|(_, member)| fits(&member.role)).collect();
    team.sort_by_key(|(id, member)| (member.from, *id));
    let answer = |(id, member): (MembershipId, &crate::model::allocation::Membership)| {
        Answer::new(id, format!("{}, {}", member.name, here.profile().role_name(&member.role)))
    };
    team.into_iter().map(answer).collect()
}

/// What stands in the boxes of something that is recorded.
#[derive(Default)]
struct Filled(Fields);

impl Filled {
    fn text(mut self, id: impl Into<String>, words: impl ToString) -> Self {
        self.0.insert(id.into(), words.to_string());
        self
    }

    fn choice(self, id: impl Into<String>, choice: impl Choice) -> Self {
        self.text(id, choice.code())
    }

    fn tick(self, id: impl Into<String>, holds: bool) -> Self {
        self.text(id, if holds { YES } else { "" })
    }

    fn many(self, id: impl Into<String>, answers: impl IntoIterator<Item = impl ToString>) -> Self {
        let answers: Vec<String> = answers.into_iter().map(|answer| answer.to_string()).collect();
        self.text(id, answers.join("\n"))
    }

    fn day(self, id: &str, day: Option<NaiveDate>) -> Self {
        self.rough(id, day.map(PartialDate::day))
    }

    fn rough(mut self, id: &str, date: Option<PartialDate>) -> Self {
        put_date(&mut self.0, id, date);
        self
    }
}

/// What was typed, and what is to be mended.
struct Reading<'a> {
    boxes: Typed<'a>,
    today: NaiveDate,
    wrong: Vec<Wrong>,
}

impl<'a> Reading<'a> {
    fn of(typed: &'a Fields, here: &Here<'_>) -> Self {
        Self { boxes: Typed(typed), today: here.today, wrong: Vec::new() }
    }

    fn text(&self, id: &str) -> String {
        self.boxes.text(id).to_owned()
    }

    fn is(&self, id: &str, answer: &str) -> bool {
        self.boxes.is(id, answer)
    }

    fn choice<C: Choice>(&self, id: &str) -> Option<C> {
        super::choice(self.boxes, id)
    }

    fn id<K: FromStr>(&self, id: &str) -> Option<K> {
        self.boxes.text(id).parse().ok()
    }

    fn people(&self, id: &str) -> BTreeSet<PersonId> {
        self.boxes.lines(id).into_iter().filter_map(|id| id.parse().ok()).collect()
    }

    fn missing(&mut self, id: impl Into<String>, message: impl Into<String>) {
        self.wrong.push(Wrong::new(id, message));
    }

    fn needed_text(&mut self, id: &str, missing: &str) -> String {
        let text = self.text(id);
        if text.is_empty() {
            self.missing(id, missing);
        }
        text
    }

    fn needed<T>(&mut self, found: Option<T>, id: &str, missing: &str) -> Option<T> {
        if found.is_none() {
            self.missing(id, missing);
        }
        found
    }

    fn needed_choice<C: Choice>(&mut self, id: &str, missing: &str) -> Option<C> {
        self.needed(self.choice(id), id, missing)
    }

    /// A whole date, which may be to come. `name` begins the message.
    fn day(&mut self, id: &str, name: &str) -> Option<NaiveDate> {
        super::whole_date(self.boxes, id, name, &mut self.wrong)
    }

    /// A whole date of something that has happened.
    fn past(&mut self, id: &str, name: &str) -> Option<NaiveDate> {
        let day = self.day(id, name)?;
        if day > self.today {
            self.missing(id, format!("{name} must be today or in the past"));
            return None;
        }
        Some(day)
    }

    /// As [`Reading::past`], of a date that must be there.
    fn needed_past(&mut self, id: &str, name: &str, missing: &str) -> Option<NaiveDate> {
        let before = self.wrong.len();
        let day = self.past(id, name);
        if day.is_none() && self.wrong.len() == before {
            self.missing(id, missing);
        }
        day
    }

    /// Why it is changed, where something is.
    fn reason(&mut self, id: &str, changes: bool) -> String {
        if changes { self.needed_text(id, "Enter why you are changing it") } else { String::new() }
    }
}
