//! What the family is shown, as the team looks at it: "Read it as Joe", what each piece is called, and where it is from.

use std::collections::BTreeSet;

use crate::model::dates::day_words;
use crate::model::ids::{EntryId, PersonId};
use crate::model::person::Arrival;
use crate::model::sharing::Piece;
use crate::navigation::{FamilyPage, Leaf, Route, Sheet};
use crate::policy::visibility::Prepared;
use crate::services::guarding;
use crate::services::here::Here;
use crate::workbook::fold::Workbook;

/// What one person would be shown alone: "Read it as Joe".
pub fn read_as(here: &Here<'_>, person: PersonId) -> Prepared {
    guarding::prepared(here, &BTreeSet::from([person]), false)
}

/// Everyone to whom something can be shown: the adults, then the children who are born; nobody who has died.
pub fn readers(book: &Workbook) -> Vec<PersonId> {
    let everyone = book.adults().into_iter().chain(book.children());
    everyone
        .filter(|(_, person)| !matches!(person.arrival, Arrival::Unborn { .. }) && person.died.is_none())
        .map(|(id, _)| id)
        .collect()
}

/// A piece in an address; none for what is not chosen by the team.
pub fn address(piece: Piece) -> Option<String> {
    Some(match piece {
        Piece::GoingWell(entry) => format!("well.{entry}"),
        Piece::Needs(entry) => format!("needs.{entry}"),
        Piece::OwnWords(entry, who) => format!("words.{entry}.{who}"),
        Piece::Analysis(entry, child) => format!("means.{entry}.{child}"),
        Piece::Action(id) => format!("action.{id}"),
        Piece::Supervision(id) => format!("supervision.{id}"),
        Piece::Visit(id) => format!("visit.{id}"),
        Piece::Threshold(id) => format!("threshold.{id}"),
        Piece::Worker(id) => format!("worker.{id}"),
        Piece::Said(_) => return None,
    })
}

/// The piece of an address.
pub fn piece_of(address: &str) -> Option<Piece> {
    let (kind, rest) = address.split_once('.')?;
    let pair = || rest.split_once('.');
    Some(match kind {
        "well" => Piece::GoingWell(rest.parse().ok()?),
        "needs" => Piece::Needs(rest.parse().ok()?),
        "words" => {
            pair().and_then(|(entry, who)| Some(Piece::OwnWords(entry.parse().ok()?, who.parse().ok()?)))?
        }
        "means" => {
            pair().and_then(|(entry, who)| Some(Piece::Analysis(entry.parse().ok()?, who.parse().ok()?)))?
        }
        "action" => Piece::Action(rest.parse().ok()?),
        "supervision" => Piece::Supervision(rest.parse().ok()?),
        "visit" => Piece::Visit(rest.parse().ok()?),
        "threshold" => Piece::Threshold(rest.parse().ok()?),
        "worker" => Piece::Worker(rest.parse().ok()?),
        _ => return None,
    })
}

/// What a piece is called on the team's pages.
pub fn title(book: &Workbook, piece: Piece) -> String {
    let of_entry = |what: &str, id: EntryId| match book.entries.current(id) {
        Some(entry) => {
            let about = book.subject_name(entry.subject);
            format!("{what}: {about}, module {}, {}", entry.module.number(), entry.done_on)
        }
        None => what.to_owned(),
    };
    match piece {
        Piece::GoingWell(id) => of_entry("What is going well", id),
        Piece::Needs(id) => of_entry("What needs to be different", id),
        Piece::OwnWords(id, who) => of_entry(&format!("What {} said", book.name_of(who)), id),
        Piece::Analysis(id, child) => of_entry(&format!("What it means for {}", book.name_of(child)), id),
        Piece::Action(id) => match book.action(id) {
            Some(agreed) => {
                format!("Agreed on {}: {}", day_words(agreed.agreed_on), agreed.action.what.trim())
            }
            None => "Something that was agreed".to_owned(),
        },
        Piece::Supervision(id) => match book.meeting(id).and_then(|meeting| meeting.day()) {
            Some(day) => format!("The team meets on {}", day_words(day)),
            None => "The team meets".to_owned(),
        },
        Piece::Visit(id) => match book.visits.current(id) {
            Some(visit) => format!("Visit of {}", day_words(visit.on)),
            None => "A visit".to_owned(),
        },
        Piece::Threshold(id) => match book.thresholds.current(id) {
            Some(decision) => {
                format!("Decided for {} on {}", book.name_of(decision.child), day_words(decision.on))
            }
            None => "What was decided".to_owned(),
        },
        Piece::Worker(worker) => format!("Who is helping: {}", book.author_name(worker)),
        Piece::Said(id) => match book.said.current(id) {
            Some(said) => format!("What {} said", book.name_of(said.who)),
            None => "What somebody said".to_owned(),
        },
    }
}

/// Where the record stands that a piece is from, so that who may see it can be changed there.
pub fn place(book: &Workbook, piece: Piece) -> Option<Route> {
    let page = match piece {
        Piece::GoingWell(id) | Piece::Needs(id) | Piece::OwnWords(id, _) | Piece::Analysis(id, _) => {
            let entry = book.entries.current(id)?;
            FamilyPage::Entry { subject: entry.subject, module: entry.module, entry: id }
        }
        Piece::Visit(id) => FamilyPage::sheet_of(Sheet::Visit, id),
        Piece::Supervision(id) => FamilyPage::leaf_of(Leaf::Meeting, id),
        Piece::Threshold(_) => FamilyPage::leaf(Leaf::Thresholds),
        Piece::Action(_) | Piece::Worker(_) | Piece::Said(_) => return None,
    };
    Some(Route::family(book.id, page))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ids::{ActionId, PractitionerId, SupervisionId, ThresholdId, VisitId};
    use crate::services::sample::{KAYLA, entry_id, person};

    #[test]
    fn every_piece_that_is_chosen_reads_back_from_its_address() {
        let (entry, who) = (entry_id(1), person(KAYLA));
        let pieces = [
            Piece::GoingWell(entry),
            Piece::Needs(entry),
            Piece::OwnWords(entry, who),
            Piece::Analysis(entry, who),
            Piece::Action(ActionId::from_bytes([2; 16])),
            Piece::Supervision(SupervisionId::from_bytes([2; 16])),
            Piece::Visit(VisitId::from_bytes([2; 16])),
            Piece::Threshold(ThresholdId::from_bytes([2; 16])),
            Piece::Worker(PractitionerId::from_bytes([2; 16])),
        ];
        for piece in pieces {
            let address = address(piece).unwrap();
            assert!(address.len() <= 80 && piece_of(&address) == Some(piece), "{address}");
        }
        for wrong in ["", "well", "well.", "words.1.2", "said.00000000000000000000000001"] {
            assert_eq!(piece_of(wrong), None, "{wrong}");
        }
    }
}
