//! A page to keep: everything that they do well, with their names on it and nothing else of the record (SR14).

use crate::model::sharing::Heading;
use crate::programme::family_words::Phrase;

use super::parts::Part;
use super::pen::Pen;
use super::{Draft, items, nothing};

pub(super) fn page(pen: &Pen<'_>) -> Draft {
    if items::first_strength(pen.view).is_none() {
        return nothing(pen);
    }
    let mut draft = Draft::new(pen.label(Phrase::Well));
    draft.parts = items::cards(pen, Heading::Well);
    draft.parts.push(Part::Words(pen.label_with(Phrase::KeepFor, &[("names", &pen.everybody())])));
    if let Some(today) = pen.view.today {
        draft.parts.push(Part::Words(pen.label_with(Phrase::KeepOn, &[("date", &pen.day(today))])));
    }
    draft.end = vec![
        Part::Words(pen.prose(Phrase::KeepCare)),
        Part::Print(pen.label(Phrase::Print)),
        Part::Moves(vec![pen.start()]),
    ];
    draft
}
