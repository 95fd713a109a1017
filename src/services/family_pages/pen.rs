//! How words come onto a page: sentence by sentence, each text in the language that it is in, hard words marked.

use chrono::NaiveDate;

use crate::model::family_view::FamilyView;
use crate::navigation::FamilyPlace;
use crate::programme::family_words::sentences::sentences;
use crate::programme::family_words::{
    Direction, Phrase, Piece, Reader, Saying, Term, Words, english, explained, pack,
};
use crate::services::words::sentence;

use super::parts::{Move, Moving};
use super::{Layout, layout, with_a_child};

/// Words on a page, sentence by sentence. Together the pieces are the words again, each space and line included.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    /// For its `lang`.
    pub language: String,
    /// Somebody wrote it: it may run either way, and its lines are theirs.
    pub free: bool,
    pub sentences: Vec<Sentence>,
}

/// One sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Its place in the order in which the page is read aloud: what is being read is marked by it.
    pub number: usize,
    pub pieces: Vec<Piece>,
}

impl Text {
    /// The whole of it.
    pub fn words(&self) -> String {
        self.sentences.iter().map(Sentence::words).collect()
    }
}

impl Sentence {
    pub fn words(&self) -> String {
        self.pieces.iter().map(Piece::words).collect()
    }
}

/// Writes the texts of one view.
pub(super) struct Pen<'v> {
    pub view: &'v FamilyView,
    words: Words<'static>,
}

impl<'v> Pen<'v> {
    pub fn new(view: &'v FamilyView) -> Self {
        let reader = match layout(view) {
            Layout::Adult => Reader::Adult,
            Layout::Child => Reader::Child,
        };
        Self { view, words: Words::new(pack(&view.language), reader) }
    }

    /// The same for one person: a child is asked in a child's words also where grown-ups are.
    pub fn to(&self, child: bool) -> Self {
        let reader = if child { Reader::Child } else { Reader::Adult };
        Self { view: self.view, words: self.words.to(reader) }
    }

    pub fn is_for_a_child(&self) -> bool {
        self.words.reader() == Reader::Child
    }

    pub fn title(&self) -> String {
        self.words.say(Phrase::AppName)
    }

    pub fn language(&self) -> &'static str {
        self.words.pack().tag()
    }

    pub fn direction(&self) -> Direction {
        self.words.pack().direction()
    }

    /// Fixed words without links in them: a heading, the words beside a box, what is inside a link.
    pub fn label(&self, phrase: Phrase) -> Text {
        self.label_with(phrase, &[])
    }

    pub fn label_with(&self, phrase: Phrase, open: &[(&str, &str)]) -> Text {
        plain(self.words.saying(phrase, open))
    }

    /// Fixed words as sentences, in which hard words can be asked about.
    pub fn prose(&self, phrase: Phrase) -> Text {
        self.prose_with(phrase, &[])
    }

    pub fn prose_with(&self, phrase: Phrase, open: &[(&str, &str)]) -> Text {
        let said = self.words.saying(phrase, open);
        self.marked(&said.words, said.language, None)
    }

    /// What a worker wrote, in which hard words can be asked about.
    pub fn written(&self, words: &str, language: &str) -> Text {
        Text { free: true, ..self.marked(words, language, None) }
    }

    /// Somebody's own words, untouched.
    pub fn own(&self, words: &str, language: &str) -> Text {
        Text { free: true, ..plain_text(words, language) }
    }

    /// A hard word as a heading or in a list.
    pub fn term(&self, term: Term) -> Text {
        let said = self.words.term(term);
        plain_text(&sentence(&said.words), said.language)
    }

    /// What a hard word means; it does not lead to itself.
    pub fn meaning(&self, term: Term) -> Text {
        let said = self.words.meaning(term);
        self.marked(&said.words, said.language, Some(term))
    }

    /// "Friday 4 December", inside a sentence.
    pub fn day(&self, day: NaiveDate) -> String {
        self.words.day(day, self.view.today)
    }

    /// "Friday 4 December", alone.
    pub fn day_alone(&self, day: NaiveDate) -> Text {
        plain_text(&sentence(&self.day(day)), self.language())
    }

    /// The names of those who are there.
    pub fn everybody(&self) -> String {
        self.words.names(self.view.people.iter().map(|person| person.name.as_str()))
    }

    /// A phrase that names the worker.
    pub fn of_worker(&self, phrase: Phrase) -> Text {
        self.prose_with(phrase, &[("worker", &self.view.worker)])
    }

    /// Which hard words may be asked about here.
    pub fn terms(&self) -> impl Iterator<Item = Term> + use<> {
        let with_a_child = with_a_child(self.view);
        Term::ALL.iter().copied().filter(move |term| !(with_a_child && term.for_adults_only()))
    }

    /// The language in which records are written.
    pub fn language_of_records(&self) -> &'static str {
        english().tag()
    }

    pub fn start(&self) -> Move {
        self.way(Moving::Start, FamilyPlace::Home)
    }

    pub fn way(&self, moving: Moving, to: FamilyPlace) -> Move {
        let phrase = match moving {
            Moving::Previous => Phrase::Previous,
            Moving::Next => Phrase::Next,
            Moving::Start => Phrase::Start,
            Moving::BackToPage => Phrase::BackToPage,
        };
        Move { moving, to, words: self.label(phrase) }
    }

    /// Hard words are marked where the page can explain them: in its own language.
    fn marked(&self, words: &str, language: &str, but: Option<Term>) -> Text {
        if language != self.language() {
            return plain_text(words, language);
        }
        let here: Vec<Term> = self.terms().filter(|term| Some(*term) != but).collect();
        let pieces = |it: &str| explained(it, self.words, |term| here.contains(&term));
        text(words, language, pieces)
    }
}

fn plain(said: Saying) -> Text {
    plain_text(&said.words, said.language)
}

fn plain_text(words: &str, language: &str) -> Text {
    text(words, language, |it| vec![Piece::Plain(it.to_owned())])
}

fn text(words: &str, language: &str, pieces: impl Fn(&str) -> Vec<Piece>) -> Text {
    let sentences =
        sentences(words).into_iter().map(|it| Sentence { number: 0, pieces: pieces(it) }).collect();
    Text { language: language.to_owned(), free: false, sentences }
}
