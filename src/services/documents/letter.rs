//! A letter to a child that says what was decided and why, in the words that were chosen for them (`ux.md` S28;
//! `domain.md` E2, rule 8). It holds nothing that this child is not shown.

use crate::model::ids::ThresholdId;
use crate::model::sharing::Piece;
use crate::navigation::{FamilyPage, Sheet};
use crate::reports::Block;
use crate::services::shown;

use super::family_report::piece_of;
use super::sheaf::Sheaf;

pub(super) fn gather(sheaf: &mut Sheaf<'_>, id: ThresholdId) {
    let here = sheaf.here;
    let Some(decision) = here.book.thresholds.current(id) else { return };
    let child = decision.child;
    let piece = Piece::Threshold(id);
    let is_told = matches!(sheaf.reader.piece(piece), Ok(Some(_)));
    if !is_told {
        let name = here.book.name_of(child);
        let words = format!("Choose that {name} is shown what was decided, and say it in plain words");
        if let Some(of) = shown::address(piece) {
            sheaf.needs(words, FamilyPage::sheet_of(Sheet::Share, of));
        }
        sheaf
            .cautions
            .push(format!("What was decided is not in this letter: nobody chose that {name} is shown it."));
    }
    sheaf.begin(format!("Dear {}", here.book.name_of(child)));
    let opening = match is_told {
        true => "This letter says what was decided, and why.",
        false => "We are writing to you about the help for your family.",
    };
    sheaf.put(Block::Paragraph(opening.to_owned()));
    sheaf.begin("What was decided");
    piece_of(sheaf, piece);
    let is = |title: &str, piece: &Piece| match (title, piece) {
        ("What is going well", Piece::GoingWell(_))
        | ("What we agreed to do", Piece::Action(_))
        | ("What happens next", Piece::Supervision(_))
        | ("Who is helping", Piece::Worker(_)) => true,
        ("What you told us", Piece::OwnWords(_, who)) => *who == child,
        ("What you told us", Piece::Said(said)) => {
            here.book.said.current(*said).is_some_and(|it| it.who == child)
        }
        _ => false,
    };
    let pieces = here.book.pieces();
    let sections = [
        "What is going well",
        "What you told us",
        "What we agreed to do",
        "What happens next",
        "Who is helping",
    ];
    for title in sections {
        sheaf.begin(title);
        for piece in pieces.iter().filter(|piece| is(title, piece)) {
            piece_of(sheaf, *piece);
        }
    }
    sheaf.begin("If you want to ask something");
    sheaf.put(Block::Paragraph(
        "You can ask us about this letter. You can tell us if you see it in another way. We will listen."
            .to_owned(),
    ));
}
