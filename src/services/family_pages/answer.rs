//! What somebody answered on a page, byte for byte (`ux.md` 3.1, principle 2; criterion 60).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::model::choices::Choice as _;
use crate::model::family_view::FamilyView;
use crate::model::showing::{Given, Verdict};
use crate::navigation::FamilyPlace;
use crate::programme::scales::{self, Control};
use crate::services::typed::Fields;

use super::{Part, SoFar, answering, page};

/// The names of the boxes. Half-typed answers are kept under them, so they stay.
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

/// What an answer is an answer to, as the view knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Asks {
    /// Something to say, asked by nobody.
    Say,
    /// What they hope for; a child's wish.
    Hopes,
    /// What they think needs to be different; a child's worry.
    Different,
    /// Whether the item with this number is right.
    Item(u32),
    /// A question on a scale, by its permanent name.
    Scale(String),
    /// Whether they agree with what was shown as agreed.
    Agreement,
}

/// One answer, as it was given on a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The person's place in the view.
    pub who: usize,
    pub to: Asks,
    pub given: Given,
    #[serde(default)]
    pub verdict: Option<Verdict>,
    #[serde(default)]
    pub number: Option<u8>,
    #[serde(default)]
    pub why_not_less: String,
    #[serde(default)]
    pub what_next: String,
    #[serde(default)]
    pub words: String,
    #[serde(default)]
    pub signed: String,
    /// Who else of those present may see it: their places in the view.
    #[serde(default)]
    pub seen_by: BTreeSet<usize>,
}

/// What was answered on a page; `None` while nothing was. What no box on the page asks for is not read, so that words
/// typed for an answer that was then changed do not come along.
pub fn answer(view: &FamilyView, place: FamilyPlace, so_far: &SoFar, typed: &Fields) -> Option<Answer> {
    let chosen = typed.get(field::CHOICE).cloned();
    let so_far = SoFar { who: so_far.who, chosen: chosen.clone() };
    let shown = page(view, place, &so_far);
    let (who, control) = match place {
        FamilyPlace::Sign(number) => (usize::try_from(number.checked_sub(1)?).ok()?, Control::Numbers),
        _ => {
            let (at, person) = answering(view, &so_far)?;
            (at, scales::control(person.child, person.age))
        }
    };
    let boxes: Vec<&str> = shown.parts.iter().chain(&shown.follow).filter_map(Part::name).collect();
    let verbatim =
        |name: &str| typed.get(name).filter(|_| boxes.contains(&name)).cloned().unwrap_or_default();
    let ticked = |name: &str| -> Vec<String> { verbatim(name).lines().map(str::to_owned).collect() };
    let offered = |value: &String| {
        shown.parts.iter().any(|part| matches!(part, Part::Choose(choose) if choose.offers(value)))
    };
    let chosen = chosen.filter(offered);
    let to = shown.asks.clone()?;
    let scale = matches!(to, Asks::Scale(_));
    let number = chosen
        .as_deref()
        .filter(|_| scale)
        .and_then(|it| it.parse().ok())
        .filter(|it| control.numbers().contains(it));
    let verdict = chosen.as_deref().and_then(Verdict::from_code);
    let given = if verdict == Some(Verdict::CouldNotAnswer) || (scale && control == Control::Faces) {
        Given::Told
    } else if ticked(field::GIVEN).iter().any(|it| it == POINTED) {
        Given::Pointed
    } else {
        Given::Typed
    };
    let answer = Answer {
        who,
        to,
        given,
        verdict,
        number,
        why_not_less: verbatim(field::WHY_NOT_LESS),
        what_next: verbatim(field::WHAT_NEXT),
        words: verbatim(field::WORDS),
        signed: verbatim(field::SIGNED),
        seen_by: ticked(field::SEES)
            .iter()
            .filter_map(|it| it.parse().ok())
            .filter(|at| *at < view.people.len() && *at != who)
            .collect(),
    };
    let said = answer.verdict.is_some()
        || answer.number.is_some()
        || [&answer.words, &answer.signed].iter().any(|it| !it.trim().is_empty());
    said.then_some(answer)
}
