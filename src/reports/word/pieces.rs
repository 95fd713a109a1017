//! Paragraphs and runs: words as they stand in a Word document.

use docx_rs::{BreakType, Paragraph, Run};

use crate::reports::text;

/// A paragraph in a style for each line of somebody's words.
pub fn paragraphs(style: &'static str, words: &str) -> impl Iterator<Item = Paragraph> {
    text::lines(words).into_iter().map(move |line| worded(Paragraph::new().style(style), &line, false))
}

/// One paragraph in a style; further lines of its words are lines of it.
pub fn paragraph(style: &str, words: &str) -> Paragraph {
    let mut paragraph = Paragraph::new().style(style);
    for (at, line) in text::lines(words).iter().enumerate() {
        if at > 0 {
            paragraph = paragraph.add_run(Run::new().add_break(BreakType::TextWrapping));
        }
        paragraph = worded(paragraph, line, false);
    }
    paragraph
}

/// The paragraph with a line of words added. The first words of a paragraph say which way it runs.
pub fn worded(mut paragraph: Paragraph, line: &str, bold: bool) -> Paragraph {
    if paragraph.children.is_empty() && text::begins_right_to_left(line) {
        paragraph.property = paragraph.property.bidi(true);
    }
    for (words, right_to_left) in directions(line) {
        let run = run(words);
        let run = if bold { run.bold() } else { run };
        let run = if right_to_left { run.style(super::finish::RIGHT_TO_LEFT) } else { run };
        paragraph = paragraph.add_run(run);
    }
    paragraph
}

fn run(words: &str) -> Run {
    words.split('\t').enumerate().fold(Run::new(), |run, (at, part)| {
        let run = if at > 0 { run.add_tab() } else { run };
        if part.is_empty() { run } else { run.add_text(part) }
    })
}

/// A line cut where its script changes direction: what stands between two letters of one direction goes with them.
fn directions(line: &str) -> Vec<(&str, bool)> {
    let mut cuts: Vec<(usize, bool)> = Vec::new();
    // Where the letters of the direction before last ended.
    let mut ended = 0;
    for (at, letter) in line.char_indices().filter(|(_, it)| it.is_alphabetic()) {
        let right_to_left = text::is_right_to_left(letter);
        if cuts.last().is_none_or(|(_, last)| *last != right_to_left) {
            // Spaces and marks between the two belong to the side that reads from left to right.
            cuts.push((if right_to_left { at } else { ended }, right_to_left));
        }
        ended = at + letter.len_utf8();
    }
    if let Some(first) = cuts.first_mut() {
        first.0 = 0;
    }
    let mut rest = line;
    let mut pieces: Vec<(&str, bool)> = Vec::new();
    for (start, right_to_left) in cuts.into_iter().rev() {
        let (before, piece) = rest.split_at_checked(start).unwrap_or(("", rest));
        pieces.push((piece, right_to_left));
        rest = before;
    }
    if pieces.is_empty() {
        pieces.push((line, false));
    }
    pieces.retain(|(piece, _)| !piece.is_empty());
    pieces.reverse();
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: &[(&str, bool)]) {
        assert_eq!(directions(line), expected, "{line:?}");
    }

    #[test]
    fn a_line_is_cut_where_its_direction_changes_and_nothing_is_lost() {
        check("", &[]);
        check("…", &[("…", false)]);
        check("one two", &[("one two", false)]);
        check("שלום", &[("שלום", true)]);
        check("«שלום, עולם»", &[("«שלום, עולם»", true)]);
        check(
            "She said שלום עולם, twice.",
            &[("She said ", false), ("שלום עולם", true), (", twice.", false)],
        );
        check("(שלום) hello", &[("(שלום", true), (") hello", false)]);
    }
}
