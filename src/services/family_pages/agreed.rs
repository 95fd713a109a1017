//! What we agreed, the promises of workers included, and whether each person agrees (`ux.md` 3.3, 3.7).

use crate::model::choices::Choice as _;
use crate::model::family_view::{Item, Viewer};
use crate::model::sharing::Heading;
use crate::model::showing::Verdict;
use crate::navigation::FamilyPlace;
use crate::programme::family_words::Phrase;
use crate::services::visit::answer::Asked;

use super::answer::field;
use super::items::{self, card, under, verdicts};
use super::parts::{BigLink, Choose, Drawing, Entry, Icon, Moving, Part, Promise};
use super::pen::Pen;
use super::{Draft, SoFar, nothing};

pub(super) fn page(pen: &Pen<'_>) -> Draft {
    let mut draft = Draft::new(pen.label(Phrase::Agreed));
    let promises = promises(pen);
    if promises.is_empty() {
        draft.parts.push(Part::Words(pen.label(Phrase::NothingHere)));
    } else {
        draft.parts = promises;
        draft.parts.push(Part::Links(ways_to_sign(pen)));
    }
    draft.end = vec![Part::Moves(vec![pen.start()])];
    draft
}

fn ways_to_sign(pen: &Pen<'_>) -> Vec<BigLink> {
    let several = pen.view.people.len() > 1;
    let link = |(number, person): (u32, &Viewer)| {
        let pen = pen.to(person.child);
        let words = if several {
            pen.label_with(Phrase::AgreedAskName, &[("name", &person.name)])
        } else {
            pen.label(Phrase::AgreedAsk)
        };
        BigLink { icon: Icon::Tick, words, to: FamilyPlace::Sign(number), wide: false }
    };
    (1..).zip(&pen.view.people).map(link).collect()
}

/// One person says whether they agree, under exactly what they agree to. A child says that they have seen it.
pub(super) fn sign(pen: &Pen<'_>, number: u32, so_far: &SoFar) -> Draft {
    let people: Vec<_> = pen.view.people.iter().collect();
    let promises = promises(pen);
    let Some(person) = items::nth(&people, number).filter(|_| !promises.is_empty()) else {
        return nothing(pen);
    };
    let pen = pen.to(person.child);
    let mut draft = Draft::new(pen.label(Phrase::Agreed));
    draft.asks = Some(Asked::Agreement);
    draft.parts = promises;
    if people.len() > 1 {
        draft.parts.push(Part::Words(pen.label_with(Phrase::WhoNow, &[("name", &person.name)])));
    }
    draft.parts.push(Part::Words(pen.prose(Phrase::SignFree)));
    let outcomes: &[Verdict] = if person.child {
        &[Verdict::Seen]
    } else {
        &[Verdict::Agree, Verdict::DoNotAgree, Verdict::MoreTime]
    };
    let mut no_answer = verdicts(&pen, &items::NO_ANSWER);
    no_answer.extend(verdicts(&pen, &[Verdict::CouldNotAnswer]));
    let choose = Choose {
        name: field::CHOICE,
        question: pen.label(Phrase::Sign),
        drawing: Drawing::Radios,
        choices: verdicts(&pen, outcomes),
        no_answer,
    };
    let chosen = so_far.chosen.as_deref().filter(|value| choose.offers(value));
    draft.follow = chosen.and_then(Verdict::from_code).map(|it| after(&pen, it)).unwrap_or_default();
    draft.parts.push(Part::Choose(choose));
    draft.end.push(Part::Save(pen.label(Phrase::Save)));
    draft.end.push(Part::Moves(vec![pen.way(Moving::Previous, FamilyPlace::Agreed), pen.start()]));
    draft
}

/// A reason, which may stay empty, and the typed name that is the signature.
fn after(pen: &Pen<'_>, verdict: Verdict) -> Vec<Part> {
    let empty = || Some(pen.label(Phrase::LeaveEmpty));
    let why = |label| Part::Entry(Entry { name: field::WORDS, label, hint: empty(), one_line: false });
    let name = || {
        let label = pen.label(Phrase::SignName);
        Part::Entry(Entry {
            name: field::SIGNED,
            label,
            hint: Some(pen.label(Phrase::SignMeans)),
            one_line: true,
        })
    };
    match verdict {
        Verdict::Agree | Verdict::Seen => vec![name()],
        Verdict::DoNotAgree => vec![why(pen.label(Phrase::SignWhy)), name()],
        Verdict::CouldNotAnswer => {
            vec![why(pen.label_with(Phrase::SignCouldNot, &[("worker", &pen.view.worker)]))]
        }
        _ => Vec::new(),
    }
}

fn promises(pen: &Pen<'_>) -> Vec<Part> {
    under(pen.view, Heading::Agreed).map(|item| Part::Promise(Box::new(promise(pen, item)))).collect()
}

fn promise(pen: &Pen<'_>, item: &Item) -> Promise {
    let how_often = item.how_often.trim();
    let said = if item.kept.is_some() { Phrase::PromiseSaid } else { Phrase::PromiseWill };
    let kept = item.kept.map(|kept| if kept { Phrase::PromiseKept } else { Phrase::PromiseNotKept });
    Promise {
        card: card(pen, item),
        who: item.who.as_ref().map(|name| pen.label_with(said, &[("name", name)])),
        by: item.on.map(|day| pen.label_with(Phrase::PromiseBy, &[("date", &pen.day(day))])),
        how_often: (!how_often.is_empty()).then(|| pen.written(how_often, pen.language_of_records())),
        kept: kept.map(|phrase| pen.label(phrase)),
    }
}
