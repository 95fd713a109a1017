//! What words mean: a list, and a page for each.

use crate::navigation::FamilyPlace;
use crate::programme::family_words::{Phrase, Term};

use super::parts::{BigLink, Icon, Moving, Part};
use super::pen::Pen;
use super::{Draft, nothing};

pub(super) fn list(pen: &Pen<'_>) -> Draft {
    let link =
        |term| BigLink { icon: Icon::Words, words: pen.term(term), to: FamilyPlace::Term(term), wide: false };
    let mut draft = Draft::new(pen.label(Phrase::Terms));
    draft.parts =
        vec![Part::Words(pen.label(Phrase::TermsLead)), Part::Links(pen.terms().map(link).collect())];
    draft.end = vec![Part::Moves(vec![pen.start()])];
    draft
}

pub(super) fn one(pen: &Pen<'_>, term: Term) -> Draft {
    if !pen.terms().any(|it| it == term) {
        return nothing(pen);
    }
    let mut draft = Draft::new(pen.term(term));
    draft.parts = vec![Part::Words(pen.meaning(term))];
    draft.end = vec![Part::Moves(vec![pen.way(Moving::BackToPage, FamilyPlace::Terms), pen.start()])];
    draft
}
