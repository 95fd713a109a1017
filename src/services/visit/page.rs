//! A page of the family's as data: what is said on it, where it leads, and what it asks. `ui/family` draws every one of
//! them with one component.

use super::answer::Asked;
use crate::model::showing::Verdict;
use crate::navigation::VisitPlace;

/// A page.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// The window's title. It ends up in histories, so it says nothing of anybody.
    pub title: String,
    pub heading: String,
    pub parts: Vec<Part>,
}

/// A part of a page, from top to bottom.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// One idea. It is read aloud as it stands.
    Sentence(String),
    /// Somebody's own words, with their name.
    Quote { words: String, by: String },
    /// A large link, with a picture that is never alone.
    Card { picture: Picture, words: String, to: VisitPlace },
    /// The one thing that is asked on this page.
    Ask(Ask),
    /// On and back among pages of one kind.
    Turn { previous: Option<Way>, next: Option<Way> },
}

/// A way on: its words, and where it leads.
#[derive(Debug, Clone, PartialEq)]
pub struct Way {
    pub words: String,
    pub to: VisitPlace,
}

/// What is asked. Nothing is chosen at first, and nothing has to be answered.
#[derive(Debug, Clone, PartialEq)]
pub struct Ask {
    pub to: Asked,
    /// Who may be answering: their place and what they are called. One alone is not asked for.
    pub who: Vec<(u32, String)>,
    pub whose: String,
    pub legend: String,
    pub choices: Vec<(Verdict, String)>,
    /// What stands over the box; none: there is no box.
    pub words: Option<String>,
    pub save: String,
    /// What is said when the words cannot be kept.
    pub not_kept: String,
    /// Where people go when it is kept.
    pub then: VisitPlace,
}

/// A single-line picture beside words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picture {
    Star,
    Up,
    Tick,
    Arrow,
    Speech,
    Person,
    Book,
    Phone,
}

impl Picture {
    /// The line of the picture, on a ground of 24 by 24.
    pub fn line(self) -> &'static str {
        match self {
            Self::Star => "M12 3l2.8 5.9 6.2.8-4.6 4.4 1.2 6.4L12 17.4 6.4 20.5l1.2-6.4L3 9.7l6.2-.8z",
            Self::Up => "M12 21V4M5 11l7-7 7 7",
            Self::Tick => "M4 13l5 5L20 6",
            Self::Arrow => "M3 12h17M13 5l7 7-7 7",
            Self::Speech => "M4 4h16v12H10l-5 5v-5H4z",
            Self::Person => "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-5 4-7 8-7s8 2 8 7",
            Self::Book => "M12 6c-3-2-6-2-9-1v14c3-1 6-1 9 1 3-2 6-2 9-1V5c-3-1-6-1-9 1zM12 6v14",
            Self::Phone => "M5 3h4l2 6-3 2c1 3 3 5 5 6l2-3 6 2v4c-9 2-18-8-16-17z",
        }
    }
}

/// The words round every page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FrameWords {
    pub read: &'static str,
    pub stop: &'static str,
    pub again: &'static str,
    pub slower: &'static str,
    /// There is no voice on the tablet itself. `{}` is the worker's name.
    pub no_voice: &'static str,
    pub display: &'static str,
    pub usual: &'static str,
    pub larger: &'static str,
    pub largest: &'static str,
    pub plain: &'static str,
    pub strong: &'static str,
    pub hide: &'static str,
    pub home: &'static str,
    pub staff: &'static str,
}

impl Page {
    /// What "Read to me" reads, in order: the heading, then each thing that is said.
    pub fn sentences(&self) -> Vec<String> {
        let said = |part: &Part| match part {
            Part::Sentence(words) | Part::Quote { words, .. } | Part::Card { words, .. } => {
                Some(words.clone())
            }
            Part::Ask(ask) => Some(ask.legend.clone()),
            Part::Turn { .. } => None,
        };
        let all = [self.heading.clone()].into_iter().chain(self.parts.iter().filter_map(said));
        all.filter(|words| !words.is_empty()).collect()
    }
}
