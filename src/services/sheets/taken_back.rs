//! A copy or a signature that was recorded in error: it stands no longer, with a reason, and stays in the history.

use crate::model::dates::day_words;
use crate::model::ids::{CopyId, PlanId, SignatureId};
use crate::model::plan::{Paper, Party};
use crate::navigation::{FamilyPage, Leaf};
use crate::services::here::Here;
use crate::services::sheet::{Sheet, text};
use crate::services::typed::{Fields, Typed, Wrong};
use crate::workbook::decide::{Command, Field, PlanCommand};
use crate::workbook::fold::Workbook;

/// The id of the box. It stands in drafts, so it stays.
const REASON: &str = "taken-back-reason";
const COPY: &str = "copy-";
const SIGNATURE: &str = "signed-";

/// What was recorded in error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TakenBack {
    Copy(CopyId),
    Signature(SignatureId),
}

/// It, in an address.
pub fn address(what: TakenBack) -> String {
    match what {
        TakenBack::Copy(id) => format!("{COPY}{id}"),
        TakenBack::Signature(id) => format!("{SIGNATURE}{id}"),
    }
}

fn of_address(of: Option<&str>) -> Option<TakenBack> {
    let of = of?;
    let copy = of.strip_prefix(COPY).and_then(|id| id.parse().ok()).map(TakenBack::Copy);
    copy.or_else(|| of.strip_prefix(SIGNATURE)?.parse().ok().map(TakenBack::Signature))
}

/// "Copy given to Amara, 3 March 2026".
pub fn words(book: &Workbook, what: TakenBack) -> Option<String> {
    let name = |party: &Party| match party {
        Party::Person(person) => book.name_of(*person),
        Party::Agency(name) => name.clone(),
    };
    Some(match what {
        TakenBack::Copy(id) => {
            let copy = book.plan_copies.current(id)?;
            format!("Copy given to {}, {}", name(&copy.to), day_words(copy.on))
        }
        TakenBack::Signature(id) => {
            let signature = book.plan_signatures.current(id)?;
            format!("What {} said, {}", name(&signature.by), day_words(signature.on))
        }
    })
}

fn plan(book: &Workbook, what: TakenBack) -> Option<PlanId> {
    let paper = match what {
        TakenBack::Copy(id) => book.plan_copies.current(id)?.paper,
        TakenBack::Signature(id) => book.plan_signatures.current(id)?.paper,
    };
    match paper {
        Paper::Plan(id) => Some(id),
        Paper::Review(id) => book.plan_reviews.current(id).map(|review| review.plan),
    }
}

/// Asks why. `None`: the address is of something else.
pub(super) fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let what = of_address(of)?;
    Some(Sheet {
        heading: "Entered in error".to_owned(),
        caption: words(here.book, what),
        intro: vec!["It goes from view and stays in the history.".to_owned()],
        questions: vec![text(REASON, "Why was it entered in error?").asked()],
        save: "Mark as entered in error",
        done: "It was marked as entered in error".to_owned(),
        back: FamilyPage::leaf_of(Leaf::Plan, plan(here.book, what)?),
        filled: Fields::new(),
        at: super::at([(Field::Reason, REASON)]),
    })
}

/// What was typed there. `None`: the address is of something else.
pub(super) fn read(
    of: Option<&str>,
    here: &Here<'_>,
    typed: &Fields,
) -> Option<Result<Vec<Command>, Vec<Wrong>>> {
    let what = of_address(of)?;
    let reason = Typed(typed).text(REASON).to_owned();
    if reason.is_empty() {
        return Some(Err(vec![Wrong::new(REASON, "Enter why it was entered in error")]));
    }
    let command = match what {
        TakenBack::Copy(id) => {
            PlanCommand::WithdrawCopy { id, reason, seen: here.book.plan_copies.head_ids(id) }
        }
        TakenBack::Signature(id) => {
            PlanCommand::WithdrawSignature { id, reason, seen: here.book.plan_signatures.head_ids(id) }
        }
    };
    Some(Ok(vec![Command::Plan(command)]))
}
