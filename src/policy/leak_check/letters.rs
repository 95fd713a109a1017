//! A text as a reader's eye goes over it: its letters and digits only, each knowing where it stands, what was
//! between it and the one before, and in which sentence it is.

use super::alike::{Seen, alike, seen};

/// The letters of a shortened word: "St.", "no."
const LONGEST_SHORTENED: usize = 2;

/// What stands between a letter and the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// Nothing that shows. A word broken by a hyphen at the end of its line is not broken.
    None,
    /// White space, a hyphen, a low line.
    Soft,
    /// A comma, a full stop, a bracket.
    Hard,
}

/// One letter or digit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Letter {
    /// Without capital, accent or dress.
    pub plain: char,
    /// As a reader could take it for another: O for 0.
    pub like: char,
    /// Which of the texts it stands in.
    pub text: usize,
    /// Its bytes in that text.
    pub from: usize,
    pub to: usize,
    pub gap: Gap,
    /// Whether a word could begin here though nothing stands between: "ElmRoad", "14Elm", after a hyphen that
    /// ended a line.
    pub turn: bool,
    pub capital: bool,
    /// Which sentence it is in, counted through all the texts.
    pub sentence: usize,
}

impl Letter {
    /// Whether it begins its sentence, where anybody writes a capital.
    pub(super) fn begins_sentence(&self, before: Option<&Letter>) -> bool {
        before.is_none_or(|before| before.sentence != self.sentence)
    }
}

/// The letters of texts that are read one after the other.
pub(super) fn letters<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<Letter> {
    let mut reader = Reader::default();
    for (number, text) in texts.into_iter().enumerate() {
        reader.text(number, text);
    }
    reader.letters
}

/// The words of a text, plain.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for letter in letters([text]) {
        match words.last_mut() {
            Some(word) if letter.gap == Gap::None => word.push(letter.plain),
            _ => words.push(letter.plain.to_string()),
        }
    }
    words
}

/// What was passed since the last letter.
#[derive(Default)]
struct Between {
    soft: bool,
    hard: bool,
    /// A sign that ends a sentence, and whether white space came after it.
    stop: bool,
    stopped: bool,
    lines: usize,
    /// Whether white space was passed, and whether any sign but a full stop.
    space: bool,
    signs: bool,
    /// Whether nothing but a hyphen, then white space with the end of a line, was passed.
    hyphen: bool,
    only_hyphen: bool,
}

impl Between {
    fn pass(&mut self, it: char) {
        let first = !self.soft && !self.hard;
        let space = it.is_whitespace();
        let dash = matches!(it, '-' | '\u{2010}'..='\u{2015}' | '−' | '_' | '－' | '＿' | '/' | '\\');
        self.only_hyphen = match it {
            '-' | '\u{2010}' if first => true,
            _ => self.only_hyphen && space,
        };
        self.hyphen = self.only_hyphen && (self.hyphen || it == '\n');
        self.lines += usize::from(it == '\n');
        self.stopped |= self.stop && space;
        self.stop = matches!(it, '.' | '!' | '?' | '…' | '。') || (self.stop && !space);
        self.space |= space;
        self.signs |= !(space || dash || it == '.');
        match space || dash {
            true => self.soft = true,
            false => self.hard = true,
        }
    }

    /// What it comes to after a word of so many letters. A full stop that only shortens a word ("St. Mary’s")
    /// or stands in a row of words ("church.road.docx") is no more than a space.
    fn gap(&self, after: usize) -> Gap {
        let only_a_dot = self.hard && !self.signs && (!self.space || after <= LONGEST_SHORTENED);
        match (self.hard && !only_a_dot, self.soft || only_a_dot) {
            (true, _) => Gap::Hard,
            (false, true) if !self.hyphen => Gap::Soft,
            _ => Gap::None,
        }
    }
}

#[derive(Default)]
struct Reader {
    letters: Vec<Letter>,
    sentence: usize,
    /// Of the word that is being read.
    length: usize,
    between: Between,
}

impl Reader {
    fn text(&mut self, number: usize, text: &str) {
        if number > 0 {
            self.between.pass('\n');
            self.between.lines += 1;
        }
        for (from, it) in text.char_indices() {
            let to = from + it.len_utf8();
            match seen(it) {
                Seen::Nothing => {}
                Seen::Between => self.between.pass(it),
                Seen::Letter(plain) => self.letter(plain, number, from, to, it.is_uppercase()),
                Seen::Letters(several) => {
                    for plain in several.chars() {
                        self.letter(plain, number, from, to, it.is_uppercase());
                    }
                }
            }
        }
    }

    fn letter(&mut self, plain: char, text: usize, from: usize, to: usize, capital: bool) {
        let between = std::mem::take(&mut self.between);
        if between.stopped || between.lines > 1 {
            self.sentence += 1;
        }
        let turn = self.letters.last().is_some_and(|before| {
            let digit = |it: char| it.is_ascii_digit();
            between.hyphen || digit(before.plain) != digit(plain) || (capital && !before.capital)
        });
        let (gap, sentence) = (between.gap(self.length), self.sentence);
        self.length = if gap == Gap::None { self.length + 1 } else { 1 };
        let like = alike(plain);
        self.letters.push(Letter { plain, like, text, from, to, gap, turn, capital, sentence });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_words_whatever_stands_between() {
        for (text, expected) in [
            ("Flat 2, 14 Elm\u{a0}Road", vec!["flat", "2", "14", "elm", "road"]),
            ("St. Mary’s C.E.", vec!["st", "marys", "c", "e"]),
            ("a.b", vec!["a", "b"]),
            ("Lark-\n  feather", vec!["larkfeather"]),
            ("Lark-feather", vec!["lark", "feather"]),
            ("Lark\u{ad}feather", vec!["larkfeather"]),
            ("", vec![]),
            (" …! ", vec![]),
        ] {
            assert_eq!(words(text), expected, "{text:?}");
        }
    }

    #[test]
    fn every_letter_knows_where_it_stands() {
        let found = letters(["Ah! Œ", "é 1b"]);
        let places: Vec<_> =
            found.iter().map(|it| (it.plain, it.text, it.from, it.to, it.sentence)).collect();
        assert_eq!(
            places,
            [
                ('a', 0, 0, 1, 0),
                ('h', 0, 1, 2, 0),
                ('o', 0, 4, 6, 1),
                ('e', 0, 4, 6, 1),
                ('e', 1, 0, 2, 2),
                ('1', 1, 3, 4, 2),
                ('b', 1, 4, 5, 2)
            ]
        );
        let gaps: Vec<_> = found.iter().map(|it| (it.gap, it.turn)).collect();
        assert_eq!(gaps[2].0, Gap::Hard);
        assert_eq!(gaps[4].0, Gap::Soft);
        assert_eq!(gaps[6], (Gap::None, true));
    }

    #[test]
    fn a_full_stop_that_shortens_parts_no_more_than_a_space() {
        for (text, expected) in [
            ("st. m", Gap::Soft),
            ("park.view", Gap::Soft),
            ("park. view", Gap::Hard),
            ("st, m", Gap::Hard),
            ("a) b", Gap::Hard),
        ] {
            let gaps: Vec<Gap> = letters([text]).iter().map(|it| it.gap).collect();
            assert!(gaps.contains(&expected), "{text}: {gaps:?}");
        }
    }
}
