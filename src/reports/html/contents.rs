//! The list of a document's headings. Without links: the address after the `#` is the page's own.

use super::pen::Pen;
use crate::reports::document::{Block, Level};

pub fn write(pen: &mut Pen, blocks: &[Block]) {
    let headings: Vec<(Level, &str)> = blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading(level, words) if level.is_listed() => Some((*level, words.as_str())),
            _ => None,
        })
        .collect();
    if headings.is_empty() {
        return;
    }
    pen.raw("<div class=\"app-document__contents\">");
    pen.tag("h2", r#"class="govuk-heading-m""#, "Contents");
    let mut open: Vec<Level> = Vec::new();
    for (level, words) in headings {
        // A heading ends every list in which it would stand deeper than it lies.
        while let [.., above, _] = open.as_slice()
            && *above >= level
        {
            open.pop();
            pen.raw("</li></ul>");
        }
        match open.last_mut() {
            Some(last) if *last >= level => {
                *last = level;
                pen.raw("</li>");
            }
            _ => {
                open.push(level);
                pen.raw("<ul class=\"govuk-list\">");
            }
        }
        pen.open("li", "", words);
        pen.words(words);
    }
    for _ in open {
        pen.raw("</li></ul>");
    }
    pen.raw("</div>");
}
