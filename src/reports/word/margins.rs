//! What stands at the head and at the foot of every page.

use docx_rs::{Footer, Header, NumPages, PageNum, Paragraph, Run};

use super::pieces::worded;
use crate::reports::document::Document;
use crate::reports::{foot, text};

/// Whose the document is, and on the other side that it is a draft. The word across the page is drawn behind it
/// ([`super::finish`]).
pub fn header(document: &Document) -> Header {
    let audience = worded(Paragraph::new().style("Header"), &text::line(&document.audience), false);
    let line = match &document.watermark {
        Some(word) => worded(audience.add_run(Run::new().add_tab()), &text::line(word), true),
        None => audience,
    };
    Header::new().add_paragraph(line)
}

/// When it was made and from what, and which page of how many this is.
pub fn footer(document: &Document) -> Footer {
    let mut lines = foot::lines(document);
    let state = lines.pop().unwrap_or_default();
    let mut footer = Footer::new();
    for line in lines {
        footer = footer.add_paragraph(worded(Paragraph::new().style("Footer"), &text::line(&line), false));
    }
    let last = worded(Paragraph::new().style("Footer"), &text::line(&state), false)
        .add_run(Run::new().add_tab().add_text("Page "))
        .add_page_num(PageNum::new())
        .add_run(Run::new().add_text(" of "))
        .add_num_pages(NumPages::new());
    footer.add_paragraph(last)
}
