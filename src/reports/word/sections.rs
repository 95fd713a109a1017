//! Pages that lie on their side among pages that stand upright: parts of a document with pages of their own (`w:sectPr`).

/// The styles of the empty paragraphs with which such parts end, until [`laid_out`] puts the pages there.
pub const UPRIGHT_ENDS: &str = "UprightEnds";
pub const ACROSS_ENDS: &str = "AcrossEnds";

/// The body with the pages of its parts. Each has the head and the foot of the last, which `docx-rs` knows.
pub fn laid_out(body: &str) -> String {
    let Some((words, pages)) = body.rsplit_once("<w:sectPr>") else { return body.to_owned() };
    let Some((upright, end)) = pages.split_once("</w:sectPr>") else { return body.to_owned() };
    let across = upright.replace(
        "<w:pgSz w:w=\"11906\" w:h=\"16838\" />",
        "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>",
    );
    // Where the document ends on its side, its last pages are those of the whole: an end of its own would leave an
    // empty page behind it.
    let (words, last) = match without_end(words) {
        Some(words) => (words, across.as_str()),
        None => (words.to_owned(), upright),
    };
    let section = |style: &str, pages: &str, words: &str| {
        let ends = format!("<w:pStyle w:val=\"AfterTable\" /><w:sectPr>{pages}</w:sectPr>");
        words.replace(&format!("<w:pStyle w:val=\"{style}\" />"), &ends)
    };
    let words = section(ACROSS_ENDS, &across, &section(UPRIGHT_ENDS, upright, &words));
    format!("{words}<w:sectPr>{last}</w:sectPr>{end}")
}

/// The body without the end of pages that lie on their side, where that is the last there is.
fn without_end(words: &str) -> Option<String> {
    let (before, last) = words.rsplit_once("<w:p ")?;
    last.contains(&format!("<w:pStyle w:val=\"{ACROSS_ENDS}\" />")).then(|| before.to_owned())
}
