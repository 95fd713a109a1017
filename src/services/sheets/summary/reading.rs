//! What the answers of a summary ask to have recorded.

use std::collections::BTreeMap;

use crate::model::choices::Choice;
use crate::model::rating::Contribution;
use crate::model::source::Source;
use crate::model::summary::{Anchor, SummaryText};
use crate::services::here::Here;
use crate::services::sheets::rating::Own;
use crate::services::typed::{Fields, Typed, Wrong};
use crate::workbook::decide::{Command, SummaryCommand};

use super::{Mine, field, mine, proposals, whom};

pub(in crate::services::sheets) fn read(
    of: Option<&str>,
    here: &Here<'_>,
    typed: &Fields,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let Some(mine) = mine(of, here) else { return Ok(Vec::new()) };
    let boxes = Typed(typed);
    let mut wrong = Vec::new();
    let text = text(here, &mine, boxes, &mut wrong);
    let submit = boxes.is(field::READY, "yes") && !mine.is_in;
    let rating = mine.rates.then(|| Own(field::RATING).read(boxes, submit, &mut wrong)).flatten();
    if !text.has_words() {
        wrong.insert(
            0,
            Wrong::new(field::SYNOPSIS, "Write what you did, what you see in a child, or your analysis"),
        );
    }
    let reason = boxes.text(field::REASON).to_owned();
    let changes = mine.stands.is_none_or(|stands| stands.text != text);
    if mine.is_in && changes && reason.is_empty() {
        wrong.push(Wrong::new(field::REASON, "Enter why you are changing it"));
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let rate = rating.and_then(|rating| Own::command(here, &mine.meeting, rating));
    let supervision = mine.meeting.id;
    let seen = here.book.summaries.head_ids(Contribution { supervision, practitioner: here.me.id });
    let write = Command::Summary(SummaryCommand::Write { supervision, text, submit, reason, seen });
    // The rating first: without one, no summary is ready.
    Ok(rate.into_iter().chain([write]).collect())
}

fn text(here: &Here<'_>, mine: &Mine<'_>, boxes: Typed<'_>, wrong: &mut Vec<Wrong>) -> SummaryText {
    let said = |id: String| Some(boxes.text(&id).to_owned()).filter(|words| !words.is_empty());
    let children = whom(here, mine);
    SummaryText {
        synopsis: boxes.text(field::SYNOPSIS).to_owned(),
        references: boxes.lines(field::REFERENCES).into_iter().filter_map(source).collect(),
        observations: children
            .iter()
            .filter_map(|child| Some((*child, said(field::seen(*child))?)))
            .collect::<BTreeMap<_, _>>(),
        analysis: Anchor::ALL
            .iter()
            .filter_map(|anchor| Some((*anchor, said(field::anchor(*anchor))?)))
            .collect(),
        threshold_views: children
            .iter()
            .filter_map(|child| Some((*child, said(field::threshold(*child))?)))
            .collect(),
        proposals: proposals::read(boxes, mine.stands, wrong),
    }
}

/// The record whose code stands in the box.
fn source(code: &str) -> Option<Source> {
    Some(match code.split_once('.')? {
        ("entry", id) => Source::Entry(id.parse().ok()?),
        ("visit", id) => Source::Visit(id.parse().ok()?),
        ("note", id) => Source::CaseNote(id.parse().ok()?),
        _ => return None,
    })
}
