//! A supervision on another day, for a reason the authority allows (WSX flow chart; `domain.md` R54).

use crate::model::dates::day_words;
use crate::services::here::Here;
use crate::services::sheet::{Answer, Sheet, date, one, text};
use crate::services::sheets::{at, needed_date, time};
use crate::services::supervision::{heads, open_meeting, rules, title};
use crate::services::typed::{Fields, Typed, Wrong};
use crate::services::words::count;
use crate::workbook::decide::{Command, Field, SupervisionCommand};

use super::{page, time_box};

/// The ids of the boxes. They stand in drafts, so they stay.
mod field {
    pub const TO: &str = "rearrange-to";
    pub const AT: &str = "rearrange-at";
    pub const REASON: &str = "rearrange-reason";
    pub const WORDS: &str = "rearrange-words";
}

pub(in super::super) fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let meeting = open_meeting(of, here).filter(|meeting| meeting.held().is_none())?;
    let plan = meeting.plan()?;
    let moving = &here.profile().practice.rearranging;
    let reasons: Vec<Answer> = rules(here)
        .round
        .moving
        .iter()
        .map(|reason| {
            let answer = Answer::new(&reason.code, reason.words.clone());
            match reason.most_days {
                Some(days) => {
                    let until = plan.on + chrono::TimeDelta::days(i64::from(days));
                    let days = count(usize::from(days), "day", "days");
                    answer.hint(format!("By {days} at the most: up to {}.", day_words(until)))
                }
                None => answer,
            }
        })
        .collect();
    let named = !reasons.is_empty();
    let mut questions = vec![
        date(field::TO, "To which day?").asked(),
        time_box(field::AT, "What time does it begin then? (optional)").asked(),
    ];
    if named {
        questions.push(one(field::REASON, "For which reason?", reasons).asked());
        questions.push(text(field::WORDS, "More about the reason (optional)").asked());
    } else {
        questions.push(text(field::WORDS, "Why is it moved?").asked());
    }
    let mut intro = vec![format!("It is on {} now. Everyone stays invited.", day_words(plan.on))];
    if moving.never_cancelled {
        intro.push("A supervision is never cancelled, only rearranged.".to_owned());
    }
    intro.push(match &moving.source {
        Some(source) => format!("{} ({})", moving.words, here.profile().source_words(source)),
        None => moving.words.clone(),
    });
    Some(Sheet {
        heading: "Rearrange supervision".to_owned(),
        caption: Some(title(&meeting)),
        intro,
        questions,
        save: "Save new date",
        done: "The supervision was rearranged. Remind everyone of the new date".to_owned(),
        back: page(meeting.id),
        filled: Fields::new(),
        at: at([(Field::Day, field::TO), (Field::Reason, if named { field::REASON } else { field::WORDS })]),
    })
}

pub(in super::super) fn read(
    of: Option<&str>,
    here: &Here<'_>,
    typed: &Fields,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let Some(meeting) = open_meeting(of, here) else { return Ok(Vec::new()) };
    let boxes = Typed(typed);
    let mut wrong = Vec::new();
    let to = needed_date(boxes, field::TO, "The new day", "Enter to which day it moves", &mut wrong);
    let begins = time(boxes, field::AT, &mut wrong);
    let words = boxes.text(field::WORDS).to_owned();
    let reason = Some(boxes.text(field::REASON).to_owned()).filter(|reason| !reason.is_empty());
    match rules(here).round.moving.is_empty() {
        true if words.is_empty() => wrong.push(Wrong::new(field::WORDS, "Enter why it is moved")),
        false if reason.is_none() => wrong.push(Wrong::new(field::REASON, "Select the reason")),
        _ => {}
    }
    let (Some(to), true) = (to, wrong.is_empty()) else { return Err(wrong) };
    let seen = heads(meeting.plan_history());
    Ok(vec![Command::Supervision(SupervisionCommand::Move {
        id: meeting.id,
        to,
        at: begins,
        reason,
        words,
        seen,
    })])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::dates::PartialDate;
    use crate::policy::authority::Authority;
    use crate::policy::profile::history::ProfileHistory;
    use crate::services::sample::today;
    use crate::services::supervision::tests::{MANAGER, as_worker, first, hand, planned};
    use crate::services::typed::put_date;

    fn later(days: i64) -> Fields {
        let mut fields = Fields::new();
        put_date(&mut fields, field::TO, Some(PartialDate::day(today() + chrono::TimeDelta::days(days))));
        fields
    }

    #[test]
    fn where_reasons_are_named_one_is_chosen_and_how_far_it_may_move_is_said() {
        let sample = planned();
        as_worker(&sample, MANAGER, |here| {
            let form = sheet(Some(&first().to_string()), here).unwrap();
            let said = format!("{form:?}");
            assert!(said.contains("By 14 days at the most: up to 5 December 2026."), "{said}");
            assert!(said.contains("never cancelled"));
            let wrong = read(Some(&first().to_string()), here, &later(7)).unwrap_err();
            assert_eq!(wrong, [Wrong::new(field::REASON, "Select the reason")]);
        });
    }

    #[test]
    fn elsewhere_any_reason_will_do_in_words_and_it_moves() {
        let mut sample = planned();
        let history = ProfileHistory::new(Authority::Walsall.profile().clone());
        let mut fields = later(7);
        let id = first().to_string();
        let asked = |sample: &_, fields: &Fields| {
            as_worker(sample, MANAGER, |here| read(Some(&id), &Here { history: &history, ..*here }, fields))
        };
        assert_eq!(asked(&sample, &fields).unwrap_err(), [Wrong::new(field::WORDS, "Enter why it is moved")]);
        fields.insert(field::WORDS.into(), "The hearing".into());
        let commands = asked(&sample, &fields).unwrap();
        hand(&mut sample, MANAGER);
        for command in commands {
            sample.does(command);
        }
        let plan = sample.book.meeting(first()).unwrap().plan().unwrap().clone();
        assert_eq!((plan.on, plan.moved.len()), (today() + chrono::TimeDelta::days(7), 1));
    }
}
