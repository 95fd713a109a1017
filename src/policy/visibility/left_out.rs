//! What was chosen for somebody who is there and is not shown, and why, in words for the team alone: a family is never
//! told that there is something that it does not see (`ux.md` SR10).

use std::collections::BTreeSet;

use crate::model::ids::PersonId;
use crate::model::sharing::Piece;
use crate::workbook::fold::Workbook;
use crate::workbook::sharing::ForTheTeam;

use super::Looking;
use super::barred::Why;
use super::candidate::Candidate;

/// Something that is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    pub piece: Piece,
    /// As it would have stood there.
    pub words: String,
    /// "because Joe is here".
    pub why: String,
}

/// Why a piece is left out; nothing where it was chosen for nobody who is there.
pub(super) fn of(
    book: &Workbook,
    looking: &Looking<'_>,
    candidate: &Candidate<'_>,
    against: &[(PersonId, Why)],
) -> Option<LeftOut> {
    let not_chosen = against.iter().filter(|(_, why)| *why == Why::NotChosen).count();
    if not_chosen == looking.present.len() {
        return None;
    }
    let said: BTreeSet<String> = against.iter().map(|(person, why)| words(book, *person, *why)).collect();
    let why = format!("because {}", Vec::from_iter(said).join(", and because "));
    Some(LeftOut { piece: candidate.piece, words: candidate.texts().join(" "), why })
}

pub(super) fn words(book: &Workbook, person: PersonId, why: Why) -> String {
    let (name, of) = (book.name_of(person), |other| book.name_of(other));
    match why {
        Why::NotChosen => format!("{name} is here"),
        Why::ForTheTeam(ForTheTeam::AnotherProfessional) => {
            "another professional said it, and it is theirs to tell".to_owned()
        }
        Why::ForTheTeam(ForTheTeam::ARecord) => "it was taken from a record".to_owned(),
        Why::Undecided => "two versions of it stand beside each other".to_owned(),
        Why::SaidNo(other) => format!("{} has said no to being shown to others in the family", of(other)),
        Why::TellsOf(other) => {
            format!("{name} is here, and it tells of {}: safety separation stands between the two", of(other))
        }
        Why::ForBoth(other) => format!(
            "it was chosen for both {name} and {}, between whom safety separation stands: choose one of them",
            of(other)
        ),
        Why::NotToBeTold(other) => format!("{} asked that {name} is not told", of(other)),
        Why::NeedsATick(child) => {
            format!("it tells of {}: choose by name that {name} may see it", of(child))
        }
        Why::Fatherhood => {
            format!("it tells who is whose father, or could be: choose by name that {name} may see it")
        }
        Why::WhereToFind => format!(
            "{name} is here, and it says where somebody can be found, or when they go there: safety separation is on"
        ),
        Why::Unread(other) => format!(
            "it waits for the manager: {} is to be kept safe from {name}, and a second person reads it first",
            of(other)
        ),
        Why::Guarded => format!("it says something that {name} must not learn"),
    }
}
