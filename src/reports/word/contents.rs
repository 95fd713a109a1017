//! The list of a document's headings: a field that Word can bring up to date, and filled in already, so that it is never
//! empty. Without numbers of pages, which only whoever lays the pages out can know.

use docx_rs::{FieldCharType, Hyperlink, HyperlinkType, InstrText, InstrToC, Paragraph, ParagraphChild, Run};

use crate::reports::document::{Block, Level};
use crate::reports::text;

/// The name by which a heading is found from the list.
pub fn name(nth: usize) -> String {
    format!("_Toc{:09}", nth + 1)
}

/// The list, with its own heading; nothing for a document without headings.
pub fn list(blocks: &[Block]) -> Vec<Paragraph> {
    let headings = blocks.iter().filter_map(|block| match block {
        Block::Heading(level, words) => Some((*level, words)),
        _ => None,
    });
    let listed = headings.enumerate().filter(|(_, (level, _))| level.is_listed());
    let mut lines: Vec<Paragraph> = listed.map(|(nth, (level, words))| line(nth, level, words)).collect();
    let field = InstrToC::new().heading_styles_range(1, 2).omit_page_numbers_level_range(1, 2).hyperlink();
    let begin = Run::new()
        .add_field_char(FieldCharType::Begin, false)
        .add_instr_text(InstrText::TOC(field))
        .add_field_char(FieldCharType::Separate, false);
    let Some(first) = lines.first_mut() else { return lines };
    first.children.insert(0, ParagraphChild::Run(Box::new(begin)));
    if let Some(last) = lines.pop() {
        lines.push(last.add_run(Run::new().add_field_char(FieldCharType::End, false)));
    }
    lines.insert(0, Paragraph::new().style("TOCHeading").add_run(Run::new().add_text("Contents")));
    lines
}

fn line(nth: usize, level: Level, words: &str) -> Paragraph {
    let style = match level {
        Level::First => "TOC1",
        Level::Second | Level::Third => "TOC2",
    };
    let link = Hyperlink::new(name(nth), HyperlinkType::Anchor);
    Paragraph::new().style(style).add_hyperlink(link.add_run(Run::new().add_text(text::line(words))))
}
