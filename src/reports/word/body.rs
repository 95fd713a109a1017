//! The blocks of a document, from top to bottom.

use docx_rs::{Docx, Paragraph, Pic, Run, Table};

use super::pieces::{paragraph, paragraphs, worded};
use super::sections::{ACROSS_ENDS, UPRIGHT_ENDS};
use super::{Png, contents, lists, tables};
use crate::pictures::Scene;
use crate::reports::document::{Block, Document, Level};
use crate::reports::html::on_a_sheet_across;
use crate::reports::{foot, text};

/// The length of a CSS pixel in the units of drawings, of which 914 400 make an inch.
const PIXEL: i64 = 9525;
/// The largest that a picture may be: the width of the text, and a little less than its height; on an upright page, and on
/// one that lies on its side.
const UPRIGHT: (i64, i64) = (6_263_640, 8_000_000);
const ACROSS: (i64, i64) = (9_395_460, 4_500_000);

struct Body {
    paper: Docx,
    on_a_new_page: bool,
    /// Nothing stands on this page yet.
    fresh: bool,
    headings: usize,
    numbered_lists: usize,
    pictures: usize,
}

/// The document with its title, its list of contents and its blocks.
pub fn written(paper: Docx, document: &Document, pictures: &[Option<Png>]) -> Docx {
    let mut body =
        Body { paper, on_a_new_page: false, fresh: false, headings: 0, numbered_lists: 0, pictures: 0 };
    body.put(paragraph("Title", &document.title));
    let subtitle = Paragraph::new().style("Subtitle");
    body.put(worded(subtitle, &text::line(&document.audience), true));
    body.put(paragraph("Subtitle", &foot::made_on(document)));
    if document.contents {
        contents::list(&document.blocks).into_iter().for_each(|line| body.put(line));
    }
    let mut blocks = document.blocks.as_slice();
    while let Some((block, rest)) = blocks.split_first() {
        let across = on_a_sheet_across(blocks);
        if across.is_empty() || !body.is_drawn(pictures) {
            body.write(block, pictures);
            blocks = rest;
        } else {
            body.ends(UPRIGHT_ENDS);
            across.iter().for_each(|block| body.write(block, pictures));
            body.ends(ACROSS_ENDS);
            blocks = blocks.get(across.len()..).unwrap_or_default();
        }
    }
    body.paper
}

impl Body {
    /// Whether there is a drawing for the picture that comes next.
    fn is_drawn(&self, pictures: &[Option<Png>]) -> bool {
        pictures.get(self.pictures).is_some_and(Option::is_some)
    }

    /// The pages up to here lie in one way; what comes next begins on a new one. Where nothing has come since the last
    /// such end, there is nothing to end.
    fn ends(&mut self, style: &str) {
        self.on_a_new_page = false;
        if !self.fresh {
            self.put(Paragraph::new().style(style));
            self.fresh = true;
        }
    }

    fn put(&mut self, paragraph: Paragraph) {
        self.fresh = false;
        let paragraph = paragraph.page_break_before(std::mem::take(&mut self.on_a_new_page));
        self.paper = std::mem::take(&mut self.paper).add_paragraph(paragraph);
    }

    fn put_all(&mut self, paragraphs: impl Iterator<Item = Paragraph>) {
        paragraphs.for_each(|it| self.put(it));
    }

    /// A table, and an empty line behind it: two tables that touch would become one.
    fn put_table(&mut self, table: Table) {
        if self.on_a_new_page {
            self.put(Paragraph::new().style("AfterTable"));
        }
        self.paper = std::mem::take(&mut self.paper).add_table(table);
        self.put(Paragraph::new().style("AfterTable"));
    }

    fn write(&mut self, block: &Block, pictures: &[Option<Png>]) {
        match block {
            Block::Heading(level, words) => self.heading(*level, words),
            Block::Paragraph(words) => self.put(paragraph("Normal", words)),
            Block::Aside(words) => self.put(paragraph("Aside", words)),
            Block::Labelled(label, words) => self.put(labelled(label, words)),
            Block::Quote { words, by } => {
                self.put_all(paragraphs("Quote", words));
                self.put(paragraph("QuoteSource", by));
            }
            Block::List { numbered, items } => {
                let nth = numbered.then_some(self.numbered_lists);
                self.numbered_lists += usize::from(*numbered);
                self.put_all(lists::items(items, nth));
            }
            Block::Facts(facts) if facts.is_empty() => {}
            Block::Facts(facts) => self.put_table(tables::facts(facts)),
            Block::Table(table) => {
                if !table.caption.is_empty() {
                    self.put(paragraph("Caption", &table.caption));
                }
                if !(table.columns.is_empty() && table.rows.is_empty()) {
                    self.put_table(tables::table(&table.columns, &table.rows));
                }
            }
            Block::Picture(scene) => self.picture(scene, pictures),
            Block::NewPage => self.on_a_new_page = !self.fresh,
        }
    }

    fn heading(&mut self, level: Level, words: &str) {
        let style = match level {
            Level::First => "Heading1",
            Level::Second => "Heading2",
            Level::Third => "Heading3",
        };
        let name = contents::name(self.headings);
        self.headings += 1;
        let heading = Paragraph::new().style(style).add_bookmark_start(self.headings, name);
        let mut heading = worded(heading, &text::line(words), false).add_bookmark_end(self.headings);
        if text::begins_right_to_left(words) {
            heading.property = heading.property.bidi(true);
        }
        self.put(heading);
    }

    fn picture(&mut self, scene: &Scene, pictures: &[Option<Png>]) {
        let drawing = pictures.get(self.pictures).and_then(Option::as_ref);
        self.pictures += 1;
        let room = if foot::lies_across(scene) { ACROSS } else { UPRIGHT };
        let Some(Png(bytes)) = drawing else {
            self.put(paragraph("Caption", &scene.title));
            self.put_all(scene.told.iter().map(|told| paragraph("Normal", told)));
            return;
        };
        let (width, height) = size(scene, room);
        let pixels = |side: i32| u32::try_from(side).unwrap_or(1);
        let picture = Pic::new_with_dimensions(bytes.clone(), pixels(scene.width), pixels(scene.height))
            .id(format!("picture{}", self.pictures))
            .size(width, height);
        self.put(Paragraph::new().style("Picture").add_run(Run::new().add_image(picture)));
        self.put(paragraph("PictureCaption", &scene.title));
    }
}

fn labelled(label: &str, words: &str) -> Paragraph {
    let line = worded(Paragraph::new().style("Normal"), &format!("{} ", text::label(label)), true);
    text::lines(words).iter().enumerate().fold(line, |line, (at, words)| {
        let line =
            if at > 0 { line.add_run(Run::new().add_break(docx_rs::BreakType::TextWrapping)) } else { line };
        worded(line, words, false)
    })
}

/// Its own size, or smaller where the page is.
fn size(scene: &Scene, (widest, highest): (i64, i64)) -> (u32, u32) {
    let (width, height) = (i64::from(scene.width.max(1)) * PIXEL, i64::from(scene.height.max(1)) * PIXEL);
    let (width, height) = if width > widest { (widest, height * widest / width) } else { (width, height) };
    let (width, height) =
        if height > highest { (width * highest / height, highest) } else { (width, height) };
    (u32::try_from(width.max(1)).unwrap_or(1), u32::try_from(height.max(1)).unwrap_or(1))
}
