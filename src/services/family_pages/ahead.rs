//! What happens next, and who is helping.

use crate::model::family_view::Helper;
use crate::model::sharing::Heading;
use crate::navigation::FamilyPlace;
use crate::programme::family_words::Phrase;

use super::parts::{BigLink, Icon, Part};
use super::pen::Pen;
use super::{Draft, items, with_a_child};

pub(super) fn next(pen: &Pen<'_>) -> Draft {
    let mut draft = Draft::new(pen.label(Phrase::Ahead));
    draft.parts = items::cards(pen, Heading::Next);
    draft.end = vec![Part::Moves(vec![pen.start()])];
    draft
}

pub(super) fn people(pen: &Pen<'_>) -> Draft {
    let records = pen.language_of_records();
    let helper = |it: &Helper| Part::Helper {
        name: pen.own(&it.name, pen.language()),
        does: pen.written(&it.does, records),
    };
    let mut draft = Draft::new(pen.label(Phrase::People));
    draft.parts = pen.view.helpers.iter().map(helper).collect();
    draft
        .parts
        .extend(items::under(pen.view, Heading::Helping).map(|item| Part::Item(items::card(pen, item))));
    if records != pen.language() && !pen.view.helpers.is_empty() {
        draft.parts.push(Part::Words(pen.of_worker(Phrase::ItemInEnglish)));
    }
    if with_a_child(pen.view) {
        draft.parts.push(Part::Words(pen.to(true).prose(Phrase::HelpGrownUp)));
    }
    let words = pen.label(Phrase::Help);
    draft.parts.push(Part::Links(vec![BigLink {
        icon: Icon::Help,
        words,
        to: FamilyPlace::Help,
        wide: false,
    }]));
    draft.end = vec![Part::Moves(vec![pen.start()])];
    draft
}
