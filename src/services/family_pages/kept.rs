//! After something was saved: thanks, the way on, and taking it back (`ux.md` 3.7).

use crate::model::family_view::FamilyView;
use crate::navigation::FamilyPlace;
use crate::programme::family_words::Phrase;

use super::parts::{Moving, Part};
use super::pen::Pen;
use super::{Draft, FamilyPage, SoFar, finished, page, say};

/// What became of what somebody said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Became {
    Kept,
    TakenBack,
}

/// What stands on a page instead of its question, once it was answered.
pub fn kept(view: &FamilyView, place: FamilyPlace, so_far: &SoFar, became: Became) -> FamilyPage {
    let pen = Pen::new(view);
    let mut draft = match became {
        Became::Kept => Draft::new(pen.label(Phrase::Saved)),
        Became::TakenBack => Draft::new(pen.label(Phrase::TakenBack)),
    };
    let asked = page(view, place, so_far);
    // On a page that is one person's own there is nobody else to answer.
    if !matches!(place, FamilyPlace::Sign(_)) {
        draft.parts.extend(say::who(&pen, so_far));
    }
    if became == Became::Kept {
        draft.parts.push(Part::TakeBack(pen.label(Phrase::TakeBack)));
    }
    draft.end = asked.end.into_iter().filter(|part| matches!(part, Part::Moves(_))).collect();
    finished(&pen, draft)
}

/// Where somebody goes who answered nothing: on, else back to where they came from.
pub fn onward(page: &FamilyPage) -> FamilyPlace {
    let moves = || {
        page.end.iter().flat_map(|part| match part {
            Part::Moves(moves) => moves.as_slice(),
            _ => &[],
        })
    };
    let next = moves().find(|it| it.moving == Moving::Next).or_else(|| moves().next());
    next.map_or(FamilyPlace::Home, |it| it.to)
}
