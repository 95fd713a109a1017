//! The whole sentence in which something was found.

use std::ops::Range;

/// After these, a full stop ends no sentence.
const SHORTENED: [&str; 14] =
    ["mr", "mrs", "ms", "dr", "st", "rd", "no", "ave", "apt", "tel", "fl", "e.g", "i.e", "approx"];

/// The sentence, or sentences, from one place to another of texts that follow each other; and where in it they
/// are. Places are a text’s number and a byte in it.
pub(super) fn around(texts: &[&str], from: (usize, usize), to: (usize, usize)) -> (String, Range<usize>) {
    let mut sentence = String::new();
    let (mut start, mut end) = (0, 0);
    for (number, text) in texts.iter().enumerate().take(to.0 + 1).skip(from.0) {
        let first = if number == from.0 { beginning(text, from.1) } else { 0 };
        let last = if number == to.0 { ending(text, to.1) } else { text.len() };
        if number == from.0 {
            start = from.1.saturating_sub(first);
        } else {
            sentence.push('\n');
        }
        if number == to.0 {
            end = sentence.len() + to.1.saturating_sub(first);
        }
        sentence.push_str(text.get(first..last).unwrap_or(text));
    }
    (sentence, start..end)
}

/// Where the sentence begins in which this byte stands.
fn beginning(text: &str, at: usize) -> usize {
    let begins = sentence_ends(text).take_while(|end| *end <= at).last().unwrap_or(0);
    let space = text.get(begins..at).map_or(0, |rest| rest.len() - rest.trim_start().len());
    begins + space
}

/// Where the sentence ends in which the byte before this one stands.
fn ending(text: &str, at: usize) -> usize {
    let end = sentence_ends(text).find(|end| *end >= at).unwrap_or(text.len());
    text.get(at..end).map_or(end, |rest| at + rest.trim_end().len())
}

/// Where each sentence of a text ends, its full stop and closing quotation marks included: before white space,
/// or where a new paragraph begins.
fn sentence_ends(text: &str) -> impl Iterator<Item = usize> {
    let mut stop: Option<usize> = None;
    let mut lines = 0;
    text.char_indices().filter_map(move |(at, it)| {
        lines = if it == '\n' {
            lines + 1
        } else if it.is_whitespace() {
            lines
        } else {
            0
        };
        match it {
            '.' | '!' | '?' | '…' => {
                stop = Some(at);
                None
            }
            '”' | '’' | '"' | '\'' | ')' => None,
            _ if it.is_whitespace() => {
                let stopped = stop.take().is_some_and(|stop| !is_shortened(text, stop));
                (stopped || lines == 2).then_some(at)
            }
            _ => {
                stop = None;
                None
            }
        }
    })
}

/// Whether the full stop here only shortens a word.
fn is_shortened(text: &str, stop: usize) -> bool {
    let before = text.get(..stop).unwrap_or_default();
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    SHORTENED.iter().any(|it| word.eq_ignore_ascii_case(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(texts: &[&str], words: &str, expected: &str) {
        let joined = |number: usize| texts[..number].iter().map(|text| text.len()).sum::<usize>();
        let whole: String = texts.concat();
        let (at, end) = (whole.find(words).unwrap(), whole.find(words).unwrap() + words.len());
        let of = |byte: usize, last: bool| {
            let number =
                (0..texts.len()).rfind(|number| joined(*number) < byte + usize::from(!last)).unwrap_or(0);
            (number, byte - joined(number))
        };
        let (sentence, range) = around(texts, of(at, false), of(end, true));
        assert_eq!(sentence, expected);
        assert_eq!(sentence.get(range).unwrap().replace('\n', ""), words);
    }

    #[test]
    fn the_whole_sentence_is_shown() {
        check(
            &["One. She lives at No. 14 Elm Rd. now. Two."],
            "14 Elm Rd",
            "She lives at No. 14 Elm Rd. now.",
        );
        check(&["“Elm Road,” he said. So"], "Elm Road", "“Elm Road,” he said.");
        check(&["Elm Road"], "Elm Road", "Elm Road");
        check(&["A.\n\nB Elm Road\n\nC"], "Elm Road", "B Elm Road");
        check(&["A. Go to Elm", "Road now. B."], "ElmRoad", "Go to Elm\nRoad now.");
        check(&["Go! Elm", "é", "Road?  B."], "ElméRoad", "Elm\né\nRoad?");
    }
}
