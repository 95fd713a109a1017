//! A form that stands on the live page several times: its boxes have the place at the end of their ids. What is typed
//! in them is read by the form itself, so that its rules are those everywhere.

use crate::model::ids::PersonId;
use crate::navigation::Sheet as Place;
use crate::services::here::Here;
use crate::services::sheet::{Question, Sheet, What, When};
use crate::services::sheets::{self, Fresh};
use crate::services::typed::{Fields, Typed, Wrong};
use crate::workbook::decide::Command;

fn form(form: Place, child: PersonId, here: &Here<'_>) -> Option<Sheet> {
    sheets::sheet(form, Some(&child.to_string()), here)
}

/// Its questions. All but the first wait for an answer to the first.
pub(super) fn questions(place: Place, child: PersonId, here: &Here<'_>) -> Vec<Question> {
    let Some(form) = form(place, child, here) else { return Vec::new() };
    let first = form.questions.first().and_then(|it| match &it.what {
        What::One { id, answers, .. } => {
            Some(When { field: id.clone(), answers: answers.iter().map(|it| it.value.clone()).collect() })
        }
        _ => None,
    });
    let gated = |(number, mut question): (usize, Question)| {
        if number > 0 && question.when.is_none() {
            question.when = first.clone();
        }
        placed(question, child)
    };
    form.questions.into_iter().enumerate().map(gated).collect()
}

/// What its answers ask to have recorded; nothing while its first question has no answer.
pub(super) fn read(
    place: Place,
    child: PersonId,
    here: &Here<'_>,
    typed: &Fields,
    fresh: Fresh<'_>,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let Some(form) = form(place, child, here) else { return Ok(Vec::new()) };
    let end = format!("-{child}");
    let own: Fields = typed
        .iter()
        .filter(|(id, _)| id.contains(&end))
        .map(|(id, words)| (id.replacen(&end, "", 1), words.clone()))
        .collect();
    if Typed(&own).text(&sheets::first_box(&form)).is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<&str> = form.questions.iter().filter_map(|it| it.what.id()).collect();
    let back = |wrong: Wrong| {
        let whole = ids.iter().find(|id| **id == wrong.field).copied();
        let part = || ids.iter().find(|id| wrong.field.starts_with(&format!("{id}-"))).copied();
        let field = match whole.or_else(part) {
            Some(id) => wrong.field.replacen(id, &format!("{id}{end}"), 1),
            None => wrong.field,
        };
        Wrong::new(field, wrong.message)
    };
    sheets::read(place, Some(&child.to_string()), here, &own, fresh)
        .map_err(|wrong| wrong.into_iter().map(back).collect())
}

fn placed(Question { mut what, when }: Question, child: PersonId) -> Question {
    let at = |id: &str| format!("{id}-{child}");
    if let Some(id) = what.id_mut() {
        *id = at(id);
    }
    let when = when.map(|when| When { field: at(&when.field), ..when });
    Question { what, when }
}
