//! Lists with dots and with numbers. Each numbered list counts from one.

use docx_rs::{
    AbstractNumbering, Docx, IndentLevel, Level, LevelJc, LevelOverride, LevelText, NumberFormat, Numbering,
    NumberingId, Paragraph, SpecialIndentType, Start,
};

use super::pieces::paragraph;
use crate::reports::document::Block;

// The first number is taken by a kind that `docx-rs` always defines.
const DOTS: usize = 2;
const NUMBERS: usize = 3;

/// The document with its kinds of lists, and one numbering for each numbered list.
pub fn defined(paper: Docx, blocks: &[Block]) -> Docx {
    let numbered = blocks.iter().filter(|block| matches!(block, Block::List { numbered: true, .. })).count();
    let paper = paper
        .add_abstract_numbering(kind(DOTS, "bullet", "•"))
        .add_abstract_numbering(kind(NUMBERS, "decimal", "%1."))
        .add_numbering(Numbering::new(DOTS, DOTS));
    (0..numbered).fold(paper, |paper, at| {
        let from_one = LevelOverride::new(0).start(1);
        paper.add_numbering(Numbering::new(NUMBERS + at, NUMBERS).add_override(from_one))
    })
}

fn kind(id: usize, format: &str, mark: &str) -> AbstractNumbering {
    let level =
        Level::new(0, Start::new(1), NumberFormat::new(format), LevelText::new(mark), LevelJc::new("left"));
    AbstractNumbering::new(id).add_level(level.indent(
        Some(567),
        Some(SpecialIndentType::Hanging(340)),
        None,
        None,
    ))
}

/// The items of a list; the numbering of numbered ones is that of the `nth` numbered list of the document.
pub fn items(items: &[String], nth: Option<usize>) -> impl Iterator<Item = Paragraph> {
    let numbering = nth.map_or(DOTS, |nth| NUMBERS + nth);
    items.iter().map(move |item| {
        paragraph("ListParagraph", item).numbering(NumberingId::new(numbering), IndentLevel::new(0))
    })
}
