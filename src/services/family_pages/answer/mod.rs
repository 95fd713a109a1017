//! What somebody answered on a page, byte for byte (`ux.md` 3.1, principle 2; criterion 60).

use chrono::{DateTime, Utc};

use crate::model::choices::Choice as _;
use crate::model::family_view::FamilyView;
use crate::model::showing::{Given, Verdict};
use crate::navigation::FamilyPlace;
use crate::programme::scales::{self, Control};
use crate::services::typed::Fields;
use crate::services::visit::answer::{Answer, Asked};

use super::{FamilyPage, Part, SoFar, answering, page};

#[cfg(test)]
mod tests;

/// The names of the boxes, in the page and in what was typed.
pub mod field {
    pub const CHOICE: &str = "choice";
    pub const WORDS: &str = "words";
    pub const WHY_NOT_LESS: &str = "why-not-less";
    pub const WHAT_NEXT: &str = "what-next";
    pub const SIGNED: &str = "signed";
    /// Who else may see it: their places in the view, a line each.
    pub const SEES: &str = "sees";
    pub const GIVEN: &str = "given";
}

/// The value of "Sam taps for me".
pub(super) const POINTED: &str = "pointed";

/// Whose answer a page takes now, and what it answers; `None` while nothing is asked of anybody.
pub fn asked(view: &FamilyView, place: FamilyPlace, so_far: &SoFar) -> Option<(u32, Asked)> {
    let to = page(view, place, so_far).asks?;
    Some((u32::try_from(who(view, place, so_far)?).ok()?, to))
}

/// What was answered on a page; `None` while nothing was. What no box on the page asks for is left out, so that words
/// typed for an answer that was then changed do not come along.
pub fn answer(
    view: &FamilyView,
    place: FamilyPlace,
    so_far: &SoFar,
    typed: &Fields,
    at: DateTime<Utc>,
) -> Option<Answer> {
    let so_far = SoFar { who: so_far.who, chosen: typed.get(field::CHOICE).cloned() };
    let shown = page(view, place, &so_far);
    let boxes: Vec<&str> = shown.parts.iter().chain(&shown.follow).filter_map(Part::name).collect();
    let asked_for = typed.iter().filter(|(name, _)| boxes.contains(&name.as_str()));
    let asked_for = asked_for.map(|(name, words)| (name.clone(), words.clone())).collect();
    let answer = read(view, place, &so_far, &shown, &asked_for, at)?;
    let said = answer.verdict.is_some()
        || answer.number.is_some()
        || [&answer.words, &answer.signed].iter().any(|it| !it.trim().is_empty());
    said.then_some(answer)
}

/// Everything that stands in the boxes of a page now, also what is not asked for any more and what says nothing alone:
/// somebody may be writing still.
pub fn begun(
    view: &FamilyView,
    place: FamilyPlace,
    so_far: &SoFar,
    typed: &Fields,
    at: DateTime<Utc>,
) -> Option<Answer> {
    let so_far = SoFar { who: so_far.who, chosen: typed.get(field::CHOICE).cloned() };
    read(view, place, &so_far, &page(view, place, &so_far), typed, at)
}

/// What stands in the boxes when somebody comes back to what they had begun.
pub fn boxes(begun: &Answer) -> Fields {
    let chosen = begun.number.map(|it| it.to_string());
    let chosen = chosen.or_else(|| begun.verdict.map(|it| it.code().to_owned()));
    let lines: Vec<String> = begun.seen_by.iter().map(u32::to_string).collect();
    let pointed = if begun.given == Given::Pointed { POINTED } else { "" };
    [
        (field::CHOICE, chosen.unwrap_or_default()),
        (field::WORDS, begun.words.clone()),
        (field::WHY_NOT_LESS, begun.why_not_less.clone()),
        (field::WHAT_NEXT, begun.what_next.clone()),
        (field::SIGNED, begun.signed.clone()),
        (field::SEES, lines.join("\n")),
        (field::GIVEN, pointed.to_owned()),
    ]
    .into_iter()
    .filter(|(_, words)| !words.is_empty())
    .map(|(name, words)| (name.to_owned(), words))
    .collect()
}

/// Their place in the view.
fn who(view: &FamilyView, place: FamilyPlace, so_far: &SoFar) -> Option<usize> {
    match place {
        FamilyPlace::Sign(number) => usize::try_from(number.checked_sub(1)?).ok(),
        _ => answering(view, so_far).map(|(at, _)| at),
    }
}

fn read(
    view: &FamilyView,
    place: FamilyPlace,
    so_far: &SoFar,
    shown: &FamilyPage,
    typed: &Fields,
    at: DateTime<Utc>,
) -> Option<Answer> {
    let who = who(view, place, so_far)?;
    let person = view.people.get(who)?;
    let control = scales::control(person.child, person.age);
    let to = shown.asks.clone()?;
    let scale = matches!(to, Asked::Scale(_));
    let verbatim = |name: &str| typed.get(name).cloned().unwrap_or_default();
    let ticked = |name: &str| -> Vec<String> { verbatim(name).lines().map(str::to_owned).collect() };
    let offered = |value: &&String| {
        shown.parts.iter().any(|part| matches!(part, Part::Choose(choose) if choose.offers(value)))
    };
    let chosen = typed.get(field::CHOICE).filter(offered);
    let number =
        chosen.filter(|_| scale).and_then(|it| it.parse().ok()).filter(|it| control.numbers().contains(it));
    let verdict = chosen.and_then(|it| Verdict::from_code(it));
    let given = if verdict == Some(Verdict::CouldNotAnswer) || (scale && control == Control::Faces) {
        Given::Told
    } else if ticked(field::GIVEN).iter().any(|it| it == POINTED) {
        Given::Pointed
    } else {
        Given::Typed
    };
    let place_of = |it: &String| it.parse().ok().filter(|at: &usize| *at < view.people.len() && *at != who);
    Some(Answer {
        given,
        verdict,
        number,
        why_not_less: verbatim(field::WHY_NOT_LESS),
        what_next: verbatim(field::WHAT_NEXT),
        words: verbatim(field::WORDS),
        signed: verbatim(field::SIGNED),
        seen_by: ticked(field::SEES)
            .iter()
            .filter_map(place_of)
            .filter_map(|at| u32::try_from(at).ok())
            .collect(),
        ..Answer::new(u32::try_from(who).ok(), to, at)
    })
}
