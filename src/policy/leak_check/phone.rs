//! Telephone numbers, in digits or in words, in whatever groups, from this country or from abroad.
//!
//! The last six digits are what nobody shares: they are found wherever six digits follow each other with
//! nothing between them but spaces, signs, and the words with which numbers are read out. So "+44 (0)7700
//! 900123", "07700.900.123", "oh seven seven double oh, nine hundred, one two three" and "ends 900123" are all
//! the same number.

use super::letters::{Gap, Letter, letters};
use super::numbers::{digit, teen, ten};

/// How many digits at the end of a number tell it.
const TELLING: usize = 6;
/// What a telephone number has at least, in a text that is not said to be one.
const SHORTEST: usize = 9;
/// The words between digits that are read out.
const BETWEEN: [&str; 14] = [
    "and", "then", "dash", "hyphen", "dot", "space", "slash", "plus", "bracket", "brackets", "open", "close",
    "comma", "pause",
];

/// One digit, with the letters it is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Digit {
    value: u8,
    from: usize,
    to: usize,
    /// Whether it begins a group.
    group: bool,
}

/// The telephone numbers in these words, each as its digits. `said_to_be`: the words are said to be a telephone
/// number.
pub(super) fn numbers_in(words: &str, said_to_be: bool) -> Vec<Vec<u8>> {
    let shortest = if said_to_be { TELLING } else { SHORTEST };
    let mut numbers = Vec::new();
    for run in runs(&letters([words])) {
        let mut number: Vec<u8> = Vec::new();
        for digit in run {
            // Another number begins: "07700 900123 / 01632 960001".
            if digit.group && digit.value == 0 && number.len() > SHORTEST {
                numbers.push(std::mem::take(&mut number));
            }
            number.push(digit.value);
        }
        numbers.push(number);
    }
    numbers.retain(|number| number.len() >= shortest);
    numbers
}

/// Where a text has one of these numbers: which of them, from which letter, to before which.
pub(super) fn places(numbers: &[(usize, Vec<u8>)], letters: &[Letter]) -> Vec<(usize, usize, usize)> {
    let mut places = Vec::new();
    if numbers.is_empty() {
        return places;
    }
    for run in runs(letters) {
        for (whose, number) in numbers {
            let telling = number.len().saturating_sub(TELLING);
            let Some((_, telling)) = number.split_at_checked(telling) else { continue };
            for (at, window) in run.windows(telling.len().max(1)).enumerate() {
                if !window.iter().map(|it| it.value).eq(telling.iter().copied()) {
                    continue;
                }
                // As much of the number as stands there.
                let before = run.iter().take(at).rev().zip(number.iter().rev().skip(telling.len()));
                let more = before.take_while(|(digit, value)| digit.value == **value).count();
                let from = run.get(at - more).map(|it| it.from);
                if let (Some(from), Some(last)) = (from, window.last()) {
                    places.push((*whose, from, last.to));
                }
            }
        }
    }
    places
}

/// The digits of a text, in runs with nothing else between.
fn runs(letters: &[Letter]) -> Vec<Vec<Digit>> {
    let mut runs = Runs::default();
    let mut from = 0;
    while from < letters.len() {
        let to = letters.iter().enumerate().skip(from + 1).find(|(_, it)| it.gap != Gap::None);
        let to = to.map_or(letters.len(), |(place, _)| place);
        runs.word(letters.get(from..to).unwrap_or_default(), from);
        from = to;
    }
    runs.end();
    runs.all
}

#[derive(Default)]
struct Runs {
    all: Vec<Vec<Digit>>,
    run: Vec<Digit>,
    /// How often the next digit is said: "double oh".
    times: usize,
    /// A "twenty" that no digit came after yet.
    ten: bool,
}

impl Runs {
    fn end(&mut self) {
        self.settle_ten();
        self.times = 0;
        if !self.run.is_empty() {
            self.all.push(std::mem::take(&mut self.run));
        }
    }

    fn push(&mut self, value: u8, from: usize, to: usize, group: bool) {
        for time in 0..self.times.max(1) {
            self.run.push(Digit { value, from, to, group: group && time == 0 });
        }
        self.times = 0;
    }

    /// "twenty" alone is 2 and 0.
    fn settle_ten(&mut self) {
        if std::mem::take(&mut self.ten)
            && let Some(last) = self.run.last().copied()
        {
            self.run.push(Digit { value: 0, group: false, ..last });
        }
    }

    fn word(&mut self, word: &[Letter], from: usize) {
        let to = from + word.len();
        let spelled: String = word.iter().map(|it| it.plain).collect();
        if let Some(value) = digit(&spelled) {
            let after_ten = std::mem::take(&mut self.ten);
            if after_ten && value == 0 {
                self.push(0, from, to, false);
            }
            return self.push(value, from, to, !after_ten);
        }
        self.settle_ten();
        if let Some(value) = teen(&spelled) {
            self.push(value / 10, from, to, true);
            return self.push(value % 10, from, to, false);
        }
        if let Some(value) = ten(&spelled) {
            self.push(value, from, to, true);
            self.ten = true;
            return;
        }
        match spelled.as_str() {
            "double" => self.times = 2,
            "treble" | "triple" => self.times = 3,
            "hundred" if !self.run.is_empty() => {
                self.push(0, from, to, false);
                self.push(0, from, to, false);
            }
            "thousand" if !self.run.is_empty() => {
                self.times = 3;
                self.push(0, from, to, false);
            }
            between if BETWEEN.contains(&between) => {}
            _ => self.figures(word, from),
        }
    }

    /// A word with figures in it: all of it, when it is figures and what looks like figures; else the figures.
    fn figures(&mut self, word: &[Letter], from: usize) {
        let value = |it: &Letter| it.plain.to_digit(10).and_then(|value| u8::try_from(value).ok());
        let taken_for = |it: &Letter| match it.plain {
            'o' => Some(0),
            'l' | 'i' => Some(1),
            _ => value(it),
        };
        let all = word.iter().any(|it| value(it).is_some()) && word.iter().all(|it| taken_for(it).is_some());
        let mut group = true;
        for (place, it) in word.iter().enumerate() {
            match if all { taken_for(it) } else { value(it) } {
                Some(value) => self.push(value, from + place, from + place + 1, std::mem::take(&mut group)),
                None => {
                    self.end();
                    group = true;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, found: bool) {
        let number = numbers_in("07700 900123", true).remove(0);
        assert_eq!(places(&[(0, number)], &letters([text])).len(), usize::from(found), "{text}");
    }

    #[test]
    fn a_number_is_found_however_it_is_written_or_read_out() {
        for text in [
            "07700900123",
            "07700 900 123",
            "0 7 7 0 0 9 0 0 1 2 3",
            "+44 (0) 7700-900-123",
            "0044.7700.900.123",
            "O77OO 9OOl23",
            "oh seven seven double oh nine double oh one two three",
            "zero seven seven zero zero, nine hundred, one two three",
            "seventy-seven hundred ninety oh one twenty-three",
            "it ends 900123",
            "07700 dash 900 dash 123",
            "tel07700900123mum",
            "０７７００　９００１２３",
            "077\n00 900\n123",
        ] {
            check(text, true);
        }
        for text in ["07700 900124", "900 people, 123 of them", "0123", "", "nine hundred and one"] {
            check(text, false);
        }
    }

    #[test]
    fn numbers_are_read_from_what_was_recorded() {
        assert_eq!(numbers_in("07700 900123 / 01632 960001 (her sister)", false).len(), 2);
        assert_eq!(numbers_in("ring after 18 30", false), [] as [Vec<u8>; 0]);
        assert_eq!(numbers_in("960001", true).len(), 1);
    }
}
