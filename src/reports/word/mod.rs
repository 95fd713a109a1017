//! A document as a file that opens in Word (.docx, ECMA-376), with the structure that readers and assistive technology look
//! for: a title, real headings, lists, tables whose headings repeat, pictures with words (`domain.md` R93; `ux.md` S28).
//!
//! `docx-rs` builds the parts and packs them. What it cannot say, or says in an order that the standard does not allow, is
//! put right in [`finish`]; the styles are a part of our own (`styles.xml`). Nothing is read from a clock: the same
//! document is the same file, byte for byte.

mod body;
mod contents;
mod core;
mod finish;
mod in_order;
mod lists;
mod margins;
mod pieces;
mod sections;
mod tables;
#[cfg(test)]
mod tests;

use std::io::Cursor;

use docx_rs::{Docx, PageMargin};

use super::document::Document;

/// The drawing of a picture, as a PNG file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Png(pub Vec<u8>);

/// Word documents are packed in memory, so this does not happen; it is no reason to lose the page all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("The document could not be packed for Word. Nothing is lost: print it, or try again.")]
pub struct NotPacked;

/// How wide the text of a page is, in twentieths of a point: A4 with 18 mm on both sides.
const TEXT_WIDTH: i32 = 9864;

/// Writes the document. `pictures` are the drawings of its pictures, in the order in which they come; a picture without
/// one is told in words.
pub fn docx(document: &Document, pictures: &[Option<Png>]) -> Result<Vec<u8>, NotPacked> {
    let paper = Docx::new()
        .page_size(11906, 16838)
        .page_margin(PageMargin {
            top: 1247,
            left: 1021,
            bottom: 1361,
            right: 1021,
            header: 567,
            footer: 567,
            gutter: 0,
        })
        .header(margins::header(document))
        .footer(margins::footer(document));
    let paper = lists::defined(paper, &document.blocks);
    let paper = body::written(paper, document, pictures);
    let parts = finish::finished(paper.build(), document, pictures);
    let mut file = Cursor::new(Vec::new());
    parts.pack(&mut file).map_err(|_| NotPacked)?;
    Ok(file.into_inner())
}
