//! The pages that a family sees, as data: one idea a page, strengths first, no default answer (`ux.md` 3.1, 3.3).
//!
//! They are made from a `FamilyView` and from nothing larger. They hold no count, no percentage, no colour of a rating,
//! and no name in a title. What is drawn, what is read aloud and what an answer means all come from here.

mod agreed;
mod ahead;
mod answer;
mod ask;
mod frame;
mod help;
mod home;
mod items;
mod keep;
mod kept;
mod look;
mod parts;
mod pen;
mod say;
mod terms;
#[cfg(test)]
mod tests;
mod trail;

use crate::model::family_view::{FamilyView, Viewer};
use crate::navigation::FamilyPlace;
use crate::programme::family_words::{Direction, Phrase};
use crate::services::visit::answer::Asked;

pub use answer::{answer, asked, begun, boxes, field};
pub use frame::{Frame, Locked, frame, locked};
pub use kept::{Became, kept, onward};
pub use parts::{
    BigLink, Call, Card, Choice, Choose, Drawing, Entry, Icon, Move, Moving, Part, Promise, Quote, Setting,
    Spoken,
};
pub use pen::{Sentence, Text};
pub use trail::Trail;

use parts::read_aloud;
use pen::Pen;

/// How a page is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    Adult,
    Child,
}

/// What somebody has done so far, which no address holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SoFar {
    /// Who of those present answers: their place in the view. It stays from page to page.
    pub who: Option<usize>,
    /// The answer that is chosen on this page, and not yet saved: the value of a [`Choice`].
    pub chosen: Option<String>,
}

/// One page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FamilyPage {
    /// Of the window: the app's neutral name and nothing else.
    pub title: String,
    /// For the page's `lang`.
    pub language: &'static str,
    pub direction: Direction,
    pub layout: Layout,
    pub heading: Text,
    pub parts: Vec<Part>,
    /// What comes after the answer that is chosen. Only this and `end` are drawn anew when another is chosen.
    pub follow: Vec<Part>,
    /// Saving, and the ways on.
    pub end: Vec<Part>,
    /// What an answer given here is an answer to.
    pub asks: Option<Asked>,
    /// Everything on the page in the order in which it is read aloud.
    pub spoken: Vec<Spoken>,
}

/// What one kind of page says, before it is laid out.
struct Draft {
    heading: Text,
    parts: Vec<Part>,
    follow: Vec<Part>,
    end: Vec<Part>,
    asks: Option<Asked>,
}

impl Draft {
    fn new(heading: Text) -> Self {
        Self { heading, parts: Vec::new(), follow: Vec::new(), end: Vec::new(), asks: None }
    }
}

/// The page at an address, for those who are there.
pub fn page(view: &FamilyView, place: FamilyPlace, so_far: &SoFar) -> FamilyPage {
    let pen = Pen::new(view);
    let draft = match place {
        FamilyPlace::Home => home::page(&pen),
        FamilyPlace::Terms => terms::list(&pen),
        FamilyPlace::Term(term) => terms::one(&pen, term),
        FamilyPlace::Help => help::page(&pen),
        FamilyPlace::Look => look::page(&pen),
        // Whoever they are, nobody said that they may see anything of the family (SR8).
        _ if view.people.is_empty() => nothing(&pen),
        FamilyPlace::Well => items::well(&pen),
        FamilyPlace::Better(number) => items::better(&pen, number, so_far),
        FamilyPlace::Different(number) => items::different(&pen, number, so_far),
        FamilyPlace::Said => items::said(&pen),
        FamilyPlace::Hopes => say::hopes(&pen, so_far),
        FamilyPlace::Agreed => agreed::page(&pen),
        FamilyPlace::Sign(number) => agreed::sign(&pen, number, so_far),
        FamilyPlace::Ahead => ahead::next(&pen),
        FamilyPlace::People => ahead::people(&pen),
        FamilyPlace::Say => say::page(&pen, so_far),
        FamilyPlace::Ask(number) => ask::page(&pen, number, so_far),
        FamilyPlace::Keep => keep::page(&pen),
    };
    finished(&pen, draft)
}

/// Lays a page out, and numbers its sentences.
fn finished(pen: &Pen<'_>, draft: Draft) -> FamilyPage {
    let mut page = FamilyPage {
        title: pen.title(),
        language: pen.language(),
        direction: pen.direction(),
        layout: layout(pen.view),
        heading: draft.heading,
        parts: draft.parts,
        follow: draft.follow,
        end: draft.end,
        asks: draft.asks,
        spoken: Vec::new(),
    };
    page.spoken = read_aloud(&mut page);
    page
}

/// The grown-up layout as soon as one grown-up is there.
pub fn layout(view: &FamilyView) -> Layout {
    let children_only = !view.people.is_empty() && view.people.iter().all(|person| person.child);
    if children_only { Layout::Child } else { Layout::Adult }
}

/// Whether a child looks on: then nothing is here that is for adults only.
fn with_a_child(view: &FamilyView) -> bool {
    view.people.iter().any(|person| person.child)
}

/// Who answers: the only one who is there, or the one who was chosen.
fn answering<'v>(view: &'v FamilyView, so_far: &SoFar) -> Option<(usize, &'v Viewer)> {
    match view.people.as_slice() {
        [only] => Some((0, only)),
        people => so_far.who.and_then(|at| Some((at, people.get(at)?))),
    }
}

/// A page with nothing on it: an address that leads nowhere, or nothing to show.
fn nothing(pen: &Pen<'_>) -> Draft {
    let mut draft = Draft::new(pen.label(Phrase::NothingHere));
    draft.end = vec![Part::Moves(vec![pen.start()])];
    draft
}
