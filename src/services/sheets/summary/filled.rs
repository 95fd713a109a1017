//! What stands in the boxes of a summary at first, and what a summary says.

use crate::model::choices::Choice;
use crate::model::summary::{Proposal, SummaryText};
use crate::services::here::Here;
use crate::services::typed::Fields;
use crate::workbook::fold::Workbook;

use super::super::owners;
use super::{Mine, code, field, proposals};
use crate::services::sheets::rating::Own;

pub(super) fn boxes(here: &Here<'_>, mine: &Mine<'_>) -> Fields {
    let mut fields = Fields::new();
    if let Some(stands) = mine.stands {
        let text = &stands.text;
        let references: Vec<String> = text.references.iter().copied().map(code).collect();
        fields.insert(field::REFERENCES.to_owned(), references.join("\n"));
        fields.insert(field::SYNOPSIS.to_owned(), text.synopsis.clone());
        let mut put = |id: String, words: &String| drop(fields.insert(id, words.clone()));
        text.observations.iter().for_each(|(child, words)| put(field::seen(*child), words));
        text.threshold_views.iter().for_each(|(child, words)| put(field::threshold(*child), words));
        text.analysis.iter().for_each(|(anchor, words)| put(field::anchor(*anchor), words));
        fields.extend(proposals::filled(&text.proposals));
    }
    if let Some(rating) = mine.meeting.own_rating(here.me.id).and_then(|own| own.current()) {
        fields.extend(Own(field::RATING).filled(rating));
    }
    fields
}

/// What a summary says, each thing under its name, in the order of the form.
pub fn said(book: &Workbook, text: &SummaryText) -> Vec<(String, String)> {
    let seen = text
        .observations
        .iter()
        .map(|(child, words)| (format!("What I see in {}", book.name_of(*child)), words.clone()));
    let analysis = text.analysis.iter().map(|(anchor, words)| (anchor.label().to_owned(), words.clone()));
    let thresholds = text
        .threshold_views
        .iter()
        .map(|(child, words)| (format!("Threshold for {}", book.name_of(*child)), words.clone()));
    let proposed: Vec<String> = text.proposals.iter().map(|it| proposal(book, it)).collect();
    std::iter::once(("What I did".to_owned(), text.synopsis.clone()))
        .chain(seen)
        .chain(analysis)
        .chain([("Proposed actions".to_owned(), proposed.join("\n"))])
        .chain(thresholds)
        .filter(|(_, words)| !words.trim().is_empty())
        .collect()
}

/// "Find a place in a nursery. Sam Holt, 3 March 2026"
fn proposal(book: &Workbook, proposal: &Proposal) -> String {
    let who = proposal.who.as_ref().map(|who| owners::name(book, who));
    let by = proposal.by.as_ref().map(ToString::to_string);
    let more: Vec<String> = who.into_iter().chain(by).collect();
    match more.is_empty() {
        true => proposal.what.clone(),
        false => format!("{}. {}", proposal.what, more.join(", ")),
    }
}
