//! What is shown of the family: what they do well, what is getting better, what needs to be different, what they said.

use crate::model::choices::Choice as _;
use crate::model::family_view::{FamilyView, Item};
use crate::model::sharing::Heading;
use crate::model::showing::Verdict;
use crate::navigation::FamilyPlace;
use crate::programme::family_words::Phrase;
use crate::services::visit::answer::Asked;

use super::answer::field;
use super::parts::{Card, Choice, Choose, Drawing, Entry, Icon, Moving, Part, Quote};
use super::pen::{Pen, Text};
use super::{Draft, SoFar, answering, nothing, say};

/// Ways not to answer, on every question.
pub(super) const NO_ANSWER: [Verdict; 3] = [Verdict::WouldNotSay, Verdict::DoNotKnow, Verdict::Later];

/// What is shown under one heading, in the order of the view.
pub(super) fn under(view: &FamilyView, heading: Heading) -> impl Iterator<Item = &Item> {
    view.items.iter().filter(move |item| item.heading == heading)
}

/// What comes first after the greeting (criterion 58).
pub(super) fn first_strength(view: &FamilyView) -> Option<&Item> {
    under(view, Heading::Well).next()
}

/// Everything that they do well, on one page.
pub(super) fn well(pen: &Pen<'_>) -> Draft {
    let mut draft = Draft::new(pen.label(Phrase::Well));
    draft.parts = cards(pen, Heading::Well);
    draft.end = vec![Part::Moves(vec![pen.start()])];
    draft
}

/// What they said, in their own words.
pub(super) fn said(pen: &Pen<'_>) -> Draft {
    let mut draft = Draft::new(pen.label(Phrase::Said));
    draft.parts = cards(pen, Heading::Said);
    draft.end = vec![Part::Moves(vec![pen.start()])];
    draft
}

/// One thing that is getting better.
pub(super) fn better(pen: &Pen<'_>, number: u32, so_far: &SoFar) -> Draft {
    let shown: Vec<&Item> = under(pen.view, Heading::Better).collect();
    let Some(item) = nth(&shown, number) else { return nothing(pen) };
    let mut draft = asked(pen, item, Phrase::Better, so_far);
    let last = nth(&shown, number.saturating_add(1)).is_none();
    draft.end.push(moves(pen, number, !last, FamilyPlace::Better));
    draft
}

/// One thing that needs to be different. On the last page they say what they think themselves.
pub(super) fn different(pen: &Pen<'_>, number: u32, so_far: &SoFar) -> Draft {
    let shown: Vec<&Item> = under(pen.view, Heading::Different).collect();
    let own_page = shown.len() as u64 + 1;
    if u64::from(number) > own_page {
        return nothing(pen);
    }
    let mut draft = match nth(&shown, number) {
        Some(item) => asked(pen, item, Phrase::Different, so_far),
        None => say::box_page(pen, Phrase::Different, Phrase::DifferentBox, Asked::Different, so_far),
    };
    draft.end.push(moves(pen, number, u64::from(number) < own_page, FamilyPlace::Different));
    draft
}

/// Something shown, and whether it is right.
fn asked(pen: &Pen<'_>, item: &Item, heading: Phrase, so_far: &SoFar) -> Draft {
    let mut draft = Draft::new(pen.label(heading));
    draft.parts.push(Part::Item(card(pen, item)));
    draft.parts.extend(say::who(pen, so_far));
    let Some((_, person)) = answering(pen.view, so_far) else { return draft };
    let pen = pen.to(person.child);
    draft.asks = Some(Asked::Item(item.number));
    draft.parts.push(Part::Choose(Choose {
        name: field::CHOICE,
        question: pen.label(Phrase::ItemRight),
        drawing: Drawing::Radios,
        choices: verdicts(&pen, &[Verdict::Right, Verdict::NotRight]),
        no_answer: verdicts(&pen, &NO_ANSWER),
    }));
    if so_far.chosen.as_deref() == Some(Verdict::NotRight.code()) {
        draft.follow.push(Part::Entry(Entry {
            name: field::WORDS,
            label: pen.label(Phrase::ItemTellUs),
            hint: Some(pen.label(Phrase::LeaveEmpty)),
            one_line: false,
        }));
    }
    draft.end.push(Part::Save(pen.label(Phrase::Save)));
    draft
}

/// Answers in words, with their permanent codes as values.
pub(super) fn verdicts(pen: &Pen<'_>, verdicts: &[Verdict]) -> Vec<Choice> {
    verdicts.iter().map(|it| Choice { value: it.code().to_owned(), words: pen.label(called(*it)) }).collect()
}

fn called(verdict: Verdict) -> Phrase {
    match verdict {
        Verdict::Right => Phrase::VerdictRight,
        Verdict::NotRight => Phrase::VerdictNotRight,
        Verdict::Agree => Phrase::VerdictAgree,
        Verdict::DoNotAgree => Phrase::VerdictDoNotAgree,
        Verdict::MoreTime => Phrase::VerdictMoreTime,
        Verdict::Seen => Phrase::VerdictSeen,
        Verdict::CouldNotAnswer => Phrase::VerdictCouldNotAnswer,
        Verdict::WouldNotSay => Phrase::VerdictWouldNotSay,
        Verdict::DoNotKnow => Phrase::VerdictDoNotKnow,
        Verdict::Later => Phrase::VerdictLater,
    }
}

/// What stands under one heading, or that there is nothing.
pub(super) fn cards(pen: &Pen<'_>, heading: Heading) -> Vec<Part> {
    let cards: Vec<Part> = under(pen.view, heading).map(|item| Part::Item(card(pen, item))).collect();
    if cards.is_empty() { vec![Part::Words(pen.label(Phrase::NothingHere))] } else { cards }
}

/// One thing as it is shown: in the language of the pages where a person translated it, as it is recorded elsewhere.
pub(super) fn card(pen: &Pen<'_>, item: &Item) -> Card {
    let records = pen.language_of_records();
    let translation = item.translations.get(pen.language());
    let (words, language) = match translation {
        Some(translation) => (translation.words.as_str(), pen.language()),
        None => (item.words.as_str(), records),
    };
    let free = |words: &str| match item.said_by {
        Some(_) => pen.own(words, language),
        None => pen.written(words, language),
    };
    let came_of_it = item.came_of_it.trim();
    // What came of it has no translation of its own.
    let as_recorded = translation.is_none() || !came_of_it.is_empty() || !item.how_often.trim().is_empty();
    Card {
        icon: icon(pen, item.heading),
        when: item.on.filter(|_| item.heading != Heading::Agreed).map(|day| pen.day_alone(day)),
        words: free(words),
        whose: item.said_by.as_ref().map(|name| whose(pen, name)),
        came_of_it: (!came_of_it.is_empty()).then(|| Quote {
            label: pen.label(Phrase::PromiseCame),
            words: pen.written(came_of_it, records),
        }),
        translated: translation.map(|it| pen.label_with(Phrase::ItemTranslated, &[("name", &it.by)])),
        not_translated: (records != pen.language() && as_recorded)
            .then(|| pen.of_worker(Phrase::ItemInEnglish)),
    }
}

/// Whose words they are: "yours" to somebody who is there alone.
fn whose(pen: &Pen<'_>, name: &str) -> Text {
    match pen.view.people.as_slice() {
        [only] if only.name == name => pen.label(Phrase::ItemYourWords),
        _ => pen.label_with(Phrase::ItemOwnWords, &[("name", name)]),
    }
}

fn icon(pen: &Pen<'_>, heading: Heading) -> Icon {
    match heading {
        Heading::Well if pen.is_for_a_child() => Icon::Sun,
        Heading::Well => Icon::Star,
        Heading::Better => Icon::Arrow,
        Heading::Different => Icon::Cloud,
        Heading::Agreed => Icon::Tick,
        Heading::Next => Icon::Steps,
        Heading::Helping => Icon::People,
        Heading::Said => Icon::Speech,
    }
}

/// The thing with this number, counted from 1.
pub(super) fn nth<T: Copy>(of: &[T], number: u32) -> Option<T> {
    of.get(usize::try_from(number.checked_sub(1)?).ok()?).copied()
}

/// Back, on, and to the start.
pub(super) fn moves(pen: &Pen<'_>, number: u32, more: bool, place: fn(u32) -> FamilyPlace) -> Part {
    let back = (number > 1).then(|| pen.way(Moving::Previous, place(number.saturating_sub(1))));
    let on = more.then(|| pen.way(Moving::Next, place(number.saturating_add(1))));
    Part::Moves(back.into_iter().chain(on).chain([pen.start()]).collect())
}
