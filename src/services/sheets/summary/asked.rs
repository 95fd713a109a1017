//! What a summary asks, from top to bottom.

use crate::model::choices::Choice;
use crate::model::dates::day_words;
use crate::model::ids::PersonId;
use crate::model::summary::Anchor;
use crate::policy::profile::words::Concept;
use crate::services::here::Here;
use crate::services::sheet::{Answer, Question, What, counted, line, long_text, many, text, tick};
use crate::services::summaries::{deadline, reference};

use super::{Mine, code, field, filled, sources, whom};

/// How many words a synopsis has, about.
const WORDS: usize = 150;

/// One's summary for the supervision before, to look at while writing.
pub(super) fn before(here: &Here<'_>, mine: &Mine<'_>) -> Option<Question> {
    let day = mine.meeting.day();
    let last = here.book.summaries_of(here.me.id).into_iter().rev().find(|(id, own)| {
        let earlier = here.book.meeting(*id).is_some_and(|other| other.day() < day);
        *id != mine.meeting.id && earlier && own.current().is_some()
    });
    let (id, own) = last?;
    let meeting = here.book.meeting(id)?;
    let on = meeting.day().map(day_words).unwrap_or_default();
    let said = filled::said(here.book, &own.current()?.text);
    Some(What::Told { summary: format!("Your summary for {on}"), said }.asked())
}

/// One's own work, and where it is recorded.
pub(super) fn work(here: &Here<'_>, mine: &Mine<'_>) -> Vec<Question> {
    let answers: Vec<Answer> = sources(here, mine)
        .into_iter()
        .filter_map(|source| Some(Answer::new(code(source), reference(here.book, source)?.0)))
        .collect();
    let references = match (answers.is_empty(), mine.meeting.period(here.today).since) {
        (false, _) => many(field::REFERENCES, "Which of your records does it refer to? (optional)", answers)
            .hinted(
                "They are referred to, not copied: whoever reads the summary can open each where it stands.",
            ),
        (true, Some(since)) => What::Words(format!(
            "You have no entries, visits or notes since {}. You can still write a summary.",
            day_words(since)
        )),
        (true, None) => {
            What::Words("You have no entries, visits or notes yet. You can still write a summary.".to_owned())
        }
    };
    vec![
        counted(field::SYNOPSIS, "What did you do in this time?", WORDS)
            .hinted("In short. What you did in detail stands in the modules.")
            .asked(),
        references.asked(),
    ]
}

pub(super) fn seen(here: &Here<'_>, mine: &Mine<'_>) -> Vec<Question> {
    let ask = |child: PersonId| {
        text(field::seen(child), format!("What do you see in {}?", here.book.name_of(child)))
            .hinted("In relation to their needs, and to the harm that led to our involvement.")
            .asked()
    };
    let children = whom(here, mine);
    let heading = What::Heading("What you see in each child".to_owned()).asked();
    let heading = (!children.is_empty()).then_some(heading);
    heading.into_iter().chain(children.into_iter().map(ask)).collect()
}

/// The five anchor questions, as the model names them.
pub(super) fn analysis() -> Vec<Question> {
    let ask = |anchor: &Anchor| {
        let rows = match anchor {
            Anchor::Progress => 8,
            Anchor::NeedsToHappen => 6,
            Anchor::WhatFor | Anchor::Story | Anchor::Meaning => 3,
        };
        match anchor.is_proposed() {
            true => long_text(field::anchor(*anchor), format!("{} (optional)", anchor.label()), rows)
                .hinted("The guidance does not word this question. Check it with your authority.")
                .asked(),
            false => long_text(field::anchor(*anchor), anchor.label(), rows).asked(),
        }
    };
    let heading = What::Heading("What it means".to_owned()).asked();
    std::iter::once(heading).chain(Anchor::ALL.iter().map(ask)).collect()
}

pub(super) fn thresholds(here: &Here<'_>, mine: &Mine<'_>) -> Vec<Question> {
    let ask = |child: PersonId| {
        let decided = here.book.threshold_decisions(child).pop().map(|(_, decision)| decision.to.label());
        let name = here.book.name_of(child);
        let box_ =
            text(field::threshold(child), format!("Does the threshold still fit for {name}? (optional)"));
        match decided {
            Some(label) => box_.hinted(format!("Decided last: {label}.")).asked(),
            None => box_.asked(),
        }
    };
    let children = whom(here, mine);
    let heading = What::Heading("Threshold".to_owned()).asked();
    let heading = (!children.is_empty()).then_some(heading);
    heading.into_iter().chain(children.into_iter().map(ask)).collect()
}

/// Handing it in; or why one that was handed in is changed.
pub(super) fn finish(here: &Here<'_>, mine: &Mine<'_>) -> Vec<Question> {
    if mine.is_in {
        return vec![
            line(field::REASON, "Why are you changing it?")
                .hinted("It is ready for supervision already. The change shows as a later version.")
                .asked(),
        ];
    }
    let by = deadline(here, mine.meeting.id, here.me.id).and_then(|(due, _)| due.due);
    let by = by.map(|when| format!(" by {}", day_words(when.day()))).unwrap_or_default();
    let to = here.profile().word(Concept::Administrator);
    let hint = format!(
        "It is not sent. Share your bundle with the team manager and the {to}{by}. Leave this empty to keep a draft."
    );
    vec![tick(field::READY, "Mark ready for supervision").hinted(hint).asked()]
}
