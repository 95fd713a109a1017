//! What is gathered for one document, section by section, and beside it what the worker has to know: what is missing,
//! what was left out for whom it is for, and what to be careful of.

use std::collections::BTreeSet;

use crate::model::ids::{PersonId, PractitionerId};
use crate::model::plan::Paper;
use crate::model::sharing::Piece;
use crate::navigation::{FamilyPage, Route};
use crate::policy::leak_check::{Place, Record, Stands, Text, Written};
use crate::reports::{Block, Level};
use crate::services::here::Here;
use crate::services::sheets::paper;
use crate::services::shown;

use super::drawings::{Shows, drawing};
use super::reader::{For, Read, Reader};

/// Something that a document could hold and that is not recorded yet: a hint, and the way there.
#[derive(Debug, Clone, PartialEq)]
pub struct Missing {
    pub words: String,
    pub to: Route,
}

/// Something that stands in no document for these people. The worker alone reads this.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct LeftOut {
    pub what: String,
    /// "because …"
    pub why: String,
    pub to: Option<String>,
}

/// One section: a heading, and what is under it.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Section {
    pub title: String,
    lines: Vec<Line>,
    pub left_out: Vec<LeftOut>,
}

/// A block, and the record that it is from.
#[derive(Debug, Clone, PartialEq)]
struct Line {
    block: Block,
    written: Option<Written>,
}

pub(super) struct Sheaf<'a> {
    pub here: Here<'a>,
    pub reader: Reader<'a>,
    sections: Vec<Section>,
    pub missing: Vec<Missing>,
    pub cautions: Vec<String>,
    /// Whether its pictures are drawn: for the hints alone nobody needs them.
    draws: bool,
}

impl<'a> Sheaf<'a> {
    pub(super) fn new(here: Here<'a>, of: &For, draws: bool) -> Self {
        let reader = Reader::new(here, of);
        let (sections, missing, cautions) = (Vec::new(), Vec::new(), Vec::new());
        Self { here, reader, sections, missing, cautions, draws }
    }

    /// The picture that shows this, where those who read it may see it, and its table behind it.
    pub(super) fn draw(&mut self, shows: Shows) {
        let drawn = self.draws.then(|| drawing(&self.here, self.reader.people(), shows)).flatten();
        self.extend(
            drawn.into_iter().flat_map(|(scene, table)| [Block::Picture(scene), Block::Table(table)]),
        );
    }

    /// How many words stand in it.
    pub(super) fn words(&self) -> usize {
        let lines = self.sections.iter().flat_map(|section| &section.lines);
        let texts = lines.flat_map(|line| texts_of(&line.block));
        texts.map(|(_, words)| words.split_whitespace().count()).sum()
    }

    pub(super) fn route(&self, page: FamilyPage) -> Route {
        Route::family(self.here.book.id, page)
    }

    /// Begins a section. One in which nothing comes to stand is not in the document.
    pub(super) fn begin(&mut self, title: impl Into<String>) {
        self.sections.push(Section { title: title.into(), ..Section::default() });
    }

    fn now(&mut self) -> Option<&mut Section> {
        self.sections.last_mut()
    }

    pub(super) fn put(&mut self, block: Block) {
        self.write(block, None);
    }

    pub(super) fn write(&mut self, block: Block, written: Option<Written>) {
        if let Some(section) = self.now() {
            section.lines.push(Line { block, written });
        }
    }

    pub(super) fn extend(&mut self, blocks: impl IntoIterator<Item = Block>) {
        blocks.into_iter().for_each(|block| self.put(block));
    }

    /// A heading inside a section. One under which nothing comes to stand is dropped.
    pub(super) fn heading(&mut self, level: Level, words: impl Into<String>) {
        self.put(Block::Heading(level, words.into()));
    }

    /// Says that something is not recorded yet.
    pub(super) fn needs(&mut self, words: impl Into<String>, page: FamilyPage) {
        let to = self.route(page);
        self.missing.push(Missing { words: words.into(), to });
    }

    /// Notes that something is not in this document.
    pub(super) fn leave_out(&mut self, what: String, why: String, to: Option<Route>) {
        let left = LeftOut { what, why, to: to.map(|to| to.to_hash()) };
        if let Some(section) = self.now() {
            section.left_out.push(left);
        }
    }

    /// Whether what is the team's alone stands here; for people of the family it is noted as left out.
    pub(super) fn is_for_the_team(&mut self, what: impl Into<String>, page: FamilyPage) -> bool {
        if self.reader.is_professional() {
            return true;
        }
        let to = self.route(page);
        self.leave_out(what.into(), "because it is for the team alone".to_owned(), Some(to));
        false
    }

    /// A piece, as far as these readers may have it.
    pub(super) fn piece(&mut self, piece: Piece) -> Option<(Read, Written)> {
        let part = shown::title(self.here.book, piece);
        match self.reader.piece(piece) {
            Ok(read) => Some((read?, Written { record: Record::Piece(piece), part })),
            Err(why) => {
                self.leave_out(part, why, shown::place(self.here.book, piece));
                None
            }
        }
    }

    /// A part of a plan or a review, as far as these readers may have it.
    pub(super) fn of_paper(&mut self, it: &OfPaper<'_>) -> Option<Written> {
        if it.words.trim().is_empty() {
            return None;
        }
        let written = Written { record: Record::Paper(it.paper), part: it.part.to_owned() };
        match self.reader.of_paper(it.words, it.names, it.worker) {
            Ok(()) => Some(written),
            Err(why) => {
                let what = format!("{}: {}", paper::words(it.paper, self.here.book), it.part);
                let page = FamilyPage::leaf_of(crate::navigation::Leaf::Plan, it.plan);
                let to = self.route(page);
                self.leave_out(what, why, Some(to));
                None
            }
        }
    }

    /// What was gathered, each section with its heading. The sections that the worker left out are named and empty.
    pub(super) fn sections(&self, without: &BTreeSet<String>) -> Vec<Kept> {
        let kept = |section: &Section| {
            let lines = without_empty_headings(&section.lines);
            let included = !without.contains(&section.title);
            (!lines.is_empty() || !section.left_out.is_empty()).then(|| Kept {
                title: section.title.clone(),
                included,
                is_empty: lines.is_empty(),
                lines: if included { lines } else { Vec::new() },
                left_out: if included { section.left_out.clone() } else { Vec::new() },
            })
        };
        self.sections.iter().filter_map(kept).collect()
    }
}

/// A section as it will stand.
pub(super) struct Kept {
    pub title: String,
    pub included: bool,
    /// Whether nothing of it is for these readers.
    pub is_empty: bool,
    lines: Vec<Line>,
    pub left_out: Vec<LeftOut>,
}

impl Kept {
    /// Its heading and its blocks.
    pub(super) fn blocks(&self) -> impl Iterator<Item = Block> + '_ {
        let heading = (!self.lines.is_empty()).then(|| Block::Heading(Level::First, self.title.clone()));
        heading.into_iter().chain(self.lines.iter().map(|line| line.block.clone()))
    }

    /// Everything that is read in it, with where it was written.
    pub(super) fn texts(&self) -> Vec<Text> {
        let heading = (!self.lines.is_empty()).then(|| on(Stands::Page, None, &self.title));
        let lines = self.lines.iter().flat_map(|line| {
            texts_of(&line.block).into_iter().map(|(stands, words)| on(stands, line.written.clone(), &words))
        });
        heading.into_iter().chain(lines).collect()
    }
}

pub(super) fn on(stands: Stands, written: Option<Written>, words: &str) -> Text {
    Text { place: Place { stands, written }, words: words.to_owned() }
}

/// Everything that a block says, in reading order; what a picture says to whoever hears it too.
pub(super) fn texts_of(block: &Block) -> Vec<(Stands, String)> {
    let page = |words: &String| (Stands::Page, words.clone());
    match block {
        Block::Heading(_, words) | Block::Paragraph(words) | Block::Aside(words) => vec![page(words)],
        Block::Labelled(name, words) => vec![(Stands::Page, format!("{name}: {words}"))],
        Block::Quote { words, by } => vec![page(words), page(by)],
        Block::List { items, .. } => items.iter().map(page).collect(),
        Block::Facts(facts) => {
            facts.iter().map(|(name, value)| (Stands::Page, format!("{name}: {value}"))).collect()
        }
        Block::Table(table) => {
            let rows = table.rows.iter().flatten();
            std::iter::once(&table.caption).chain(&table.columns).chain(rows).map(page).collect()
        }
        Block::Picture(scene) => {
            let told = std::iter::once(&scene.title).chain(&scene.told);
            let told = told.map(|words| (Stands::AlternativeText, words.clone()));
            told.chain(drawn(&scene.shapes).into_iter().map(|words| (Stands::Page, words))).collect()
        }
        Block::NewPage => Vec::new(),
    }
}

/// The words that are drawn in a picture.
fn drawn(shapes: &[crate::pictures::scene::Shape]) -> Vec<String> {
    use crate::pictures::scene::Shape;
    let words = |shape: &Shape| match shape {
        Shape::Words { words, .. } => vec![words.clone()],
        Shape::Group { told, shapes, .. } => std::iter::once(told.clone()).chain(drawn(shapes)).collect(),
        Shape::Line { .. } | Shape::Rectangle { .. } | Shape::Circle { .. } => Vec::new(),
    };
    shapes.iter().flat_map(words).collect()
}

/// Without the headings under which nothing stands.
fn without_empty_headings(lines: &[Line]) -> Vec<Line> {
    let mut kept: Vec<Line> = Vec::new();
    // From the end: a heading stays where something stands before the next one of its own level or above.
    let mut under: Option<Level> = None;
    let mut something = false;
    for line in lines.iter().rev() {
        match &line.block {
            Block::Heading(level, _) => {
                let deeper = under.is_some_and(|next| next > *level);
                if something || deeper {
                    kept.push(line.clone());
                    under = Some(*level);
                }
                something = false;
            }
            _ => {
                something = true;
                kept.push(line.clone());
            }
        }
    }
    kept.reverse();
    kept
}

/// A part of a plan or a review.
pub(super) struct OfPaper<'a> {
    pub paper: Paper,
    pub plan: crate::model::ids::PlanId,
    /// What it is called there.
    pub part: &'a str,
    pub words: &'a str,
    pub names: &'a BTreeSet<PersonId>,
    pub worker: Option<PractitionerId>,
}
