//! What stands at the foot of every sheet of paper.

use crate::reports::document::Document;
use crate::reports::foot;
use crate::reports::text;

/// The rules of the printed page, for a style sheet that this document alone is given: its audience, its day, the state of
/// the records and what it was made from at the foot of every sheet, and which sheet of how many it is.
///
/// A style sheet that is served cannot know these words, and a page cannot write them into the margin otherwise. Where a
/// browser has no boxes in the margin, the words come once, at the end (`style/app/_document.scss`).
pub fn page_rules(document: &Document) -> String {
    let words: Vec<String> = foot::lines(document).iter().map(|line| string(line)).collect();
    let words = words.join(" \"\\a \" ");
    let look = "color: #000000; font: 8.5pt/1.35 Helvetica, Arial, sans-serif; vertical-align: top; padding-top: 4mm;";
    let (above, below) = if document.close { ("12mm", "22mm") } else { ("18mm", "28mm") };
    format!(
        "@page {{ margin: {above} 16mm {below}; \
         @bottom-left {{ content: {words}; white-space: pre-line; text-align: left; width: 80%; {look} }} \
         @bottom-right {{ content: \"Page \" counter(page) \" of \" counter(pages); text-align: right; width: 20%; {look} }} }}"
    )
}

/// A string of CSS: what could end it, or the sheet, is written as its number.
fn string(words: &str) -> String {
    let mut written = String::from("\"");
    for it in text::line(words).chars() {
        if matches!(it, '"' | '\\' | '<' | '>' | '&' | '\t') {
            written.push_str(&format!("\\{:x} ", u32::from(it)));
        } else {
            written.push(it);
        }
    }
    written.push('"');
    written
}
