//! Something to say: one big box, kept word for word, and who else may see it (`ux.md` 3.7).

use crate::programme::family_words::Phrase;
use crate::services::visit::answer::Asked;

use super::answer::field;
use super::parts::{Choice, Entry, Part};
use super::pen::Pen;
use super::{Draft, SoFar, answering};

pub(super) fn page(pen: &Pen<'_>, so_far: &SoFar) -> Draft {
    let mut draft = box_page(pen, Phrase::Say, Phrase::SayBox, Asked::Nothing, so_far);
    draft.end.push(Part::Moves(vec![pen.start()]));
    draft
}

pub(super) fn hopes(pen: &Pen<'_>, so_far: &SoFar) -> Draft {
    let mut draft = box_page(pen, Phrase::Hopes, Phrase::HopesBox, Asked::Hopes, so_far);
    draft.end.push(Part::Moves(vec![pen.start()]));
    draft
}

/// One question and one big box.
pub(super) fn box_page(pen: &Pen<'_>, heading: Phrase, label: Phrase, asks: Asked, so_far: &SoFar) -> Draft {
    let mut draft = Draft::new(pen.label(heading));
    draft.parts.extend(who(pen, so_far));
    let Some((at, person)) = answering(pen.view, so_far) else { return draft };
    let pen = pen.to(person.child);
    draft.asks = Some(asks);
    draft.parts.push(Part::Entry(Entry {
        name: field::WORDS,
        label: pen.label(label),
        hint: Some(pen.label(Phrase::LeaveEmpty)),
        one_line: false,
    }));
    draft.parts.extend([
        Part::Words(pen.prose(Phrase::SayVerbatim)),
        Part::Words(pen.of_worker(Phrase::SayTell)),
        Part::Words(pen.prose(Phrase::SayKeyboard)),
    ]);
    draft.parts.extend(sees(&pen, at));
    draft.end.push(Part::Save(pen.label(Phrase::Save)));
    draft
}

/// Who answers, where several are there.
pub(super) fn who(pen: &Pen<'_>, so_far: &SoFar) -> Option<Part> {
    if pen.view.people.len() < 2 {
        return None;
    }
    Some(match answering(pen.view, so_far) {
        Some((_, person)) => Part::Answering {
            words: pen.label_with(Phrase::WhoNow, &[("name", &person.name)]),
            somebody_else: pen.label(Phrase::WhoElse),
        },
        None => Part::Who {
            question: pen.label(Phrase::WhoAnswers),
            names: pen.view.people.iter().map(|person| pen.own(&person.name, pen.language())).collect(),
        },
    })
}

/// Who may see an answer: the team, and whoever of those present its owner ticks.
pub(super) fn sees(pen: &Pen<'_>, who: usize) -> Vec<Part> {
    let others = pen.view.people.iter().enumerate().filter(|(at, _)| *at != who);
    let choices: Vec<Choice> = others
        .map(|(at, person)| Choice {
            value: at.to_string(),
            words: pen.label_with(Phrase::SayAlso, &[("name", &person.name)]),
        })
        .collect();
    let mut parts = vec![Part::Words(pen.of_worker(Phrase::SayTeam))];
    if !choices.is_empty() {
        parts.push(Part::Words(pen.prose(Phrase::SayOthers)));
        let question = Some(pen.label(Phrase::SaySees));
        parts.push(Part::Ticks { name: field::SEES, question, choices });
    }
    parts
}
