//! A question with a scale: one a page, drawn for the age, no default, earlier answers only after answering
//! (`ux.md` 3.6).

use crate::model::family_view::Viewer;
use crate::navigation::FamilyPlace;
use crate::programme::family_words::Phrase;
use crate::programme::scales::{self, Control, FollowUp, Scale};
use crate::services::visit::answer::Asked;

use super::answer::{POINTED, field};
use super::items::{NO_ANSWER, moves, nth, verdicts};
use super::parts::{Choice, Choose, Drawing, Entry, Part, Quote};
use super::pen::{Pen, Text};
use super::{Draft, SoFar, answering, nothing, say, with_a_child};

pub(super) fn page(pen: &Pen<'_>, number: u32, so_far: &SoFar) -> Draft {
    let fit = scales::fit(pen.view.people.len(), with_a_child(pen.view));
    let Some(scale) = nth(&fit, number) else { return nothing(pen) };
    let more = nth(&fit, number.saturating_add(1)).is_some();
    let mut draft = Draft::new(pen.label(Phrase::Ask));
    draft.parts.extend(say::who(pen, so_far));
    if let Some((at, person)) = answering(pen.view, so_far) {
        let pen = pen.to(person.child);
        let control = scales::control(person.child, person.age);
        draft.asks = Some(Asked::Scale(scale.name.to_owned()));
        draft.parts.extend(question(&pen, scale, control));
        draft.follow = so_far
            .chosen
            .as_deref()
            .and_then(|chosen| chosen.parse().ok())
            .filter(|it| control.numbers().contains(it))
            .map(|chosen| after(&pen, scale, control, person, at, chosen))
            .unwrap_or_default();
        draft.end.push(Part::Save(pen.label(Phrase::Save)));
    }
    draft.end.push(moves(pen, number, more, FamilyPlace::Ask));
    draft
}

fn question(pen: &Pen<'_>, scale: &Scale, control: Control) -> Vec<Part> {
    let choice = |number: &u8| Choice { value: number.to_string(), words: called(pen, control, *number) };
    let choose = Part::Choose(Choose {
        name: field::CHOICE,
        question: pen.label(scale.question),
        drawing: Drawing::Scale {
            control,
            ends: (control == Control::Numbers).then(|| [pen.label(Phrase::AskLow), pen.label(scale.high)]),
        },
        choices: control.numbers().iter().map(choice).collect(),
        no_answer: verdicts(pen, &NO_ANSWER),
    });
    let worker = [("worker", pen.view.worker.as_str())];
    let tapped = match control {
        // A small child says it or points, and the worker always taps.
        Control::Faces => Part::Words(pen.label_with(Phrase::AskTapped, &worker)),
        Control::Numbers | Control::Jar => Part::Ticks {
            name: field::GIVEN,
            question: None,
            choices: vec![Choice {
                value: POINTED.to_owned(),
                words: pen.label_with(Phrase::Pointed, &worker),
            }],
        },
    };
    vec![choose, tapped]
}

/// What is asked after the answer, and what they answered before: theirs alone, as text.
fn after(
    pen: &Pen<'_>,
    scale: &Scale,
    control: Control,
    person: &Viewer,
    at: usize,
    chosen: u8,
) -> Vec<Part> {
    let answer = |number| called(pen, control, number).words();
    let mut parts = Vec::new();
    if let Some(earlier) = person.scales.get(scale.name).and_then(|answers| answers.last()) {
        let open = [("date", &*pen.day(earlier.on)), ("answer", &*answer(earlier.number))];
        parts.push(Part::Words(pen.label_with(Phrase::AskEarlier, &open)));
        if !earlier.words.trim().is_empty() {
            parts.push(Part::Quote(Quote {
                label: pen.label(Phrase::AskThen),
                words: pen.own(&earlier.words, pen.language_of_records()),
            }));
        }
        parts.push(Part::Words(pen.label_with(Phrase::AskToday, &[("answer", &answer(chosen))])));
    }
    let entry = |name, follow: FollowUp| {
        let numbers: Vec<(&str, String)> =
            follow.open.iter().map(|(name, number)| (*name, number.to_string())).collect();
        let open: Vec<(&str, &str)> = numbers.iter().map(|(name, number)| (*name, number.as_str())).collect();
        Part::Entry(Entry {
            name,
            label: pen.label_with(follow.phrase, &open),
            hint: Some(pen.label(Phrase::LeaveEmpty)),
            one_line: false,
        })
    };
    parts.push(entry(field::WHY_NOT_LESS, control.why_not_less(chosen)));
    parts.push(entry(field::WHAT_NEXT, control.what_next(chosen)));
    parts.extend(say::sees(pen, at));
    parts
}

/// An answer as this person is shown it: "6", or "quite a lot".
fn called(pen: &Pen<'_>, control: Control, number: u8) -> Text {
    match control.called(number) {
        Some(phrase) => pen.label(phrase),
        None => pen.own(&number.to_string(), pen.language()),
    }
}
