//! Comparing words, and finding the sentence in which they stand.

use super::Piece;

/// A shorter word must be typed as it is: with one letter wrong it would be another word.
const SHORTEST_WITH_A_SLIP: usize = 4;
/// A sentence longer than this is shown in part.
const LONGEST: usize = 240;

/// The words that are asked for.
pub(super) struct Wanted(Vec<Vec<char>>);

impl Wanted {
    pub(super) fn of(asked: &str) -> Self {
        Self(words(&folded(asked)).map(|word| word.chars().collect()).collect())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many of the words answer only with a slip; `None` when one does not answer at all.
    pub(super) fn slips_in(&self, folded: &str) -> Option<usize> {
        let mut best = vec![None; self.0.len()];
        let mut letters = Vec::new();
        for word in words(folded) {
            letters.clear();
            letters.extend(word.chars());
            for (wanted, best) in self.0.iter().zip(&mut best) {
                if *best != Some(0)
                    && let Some(slips) = slips(wanted, &letters)
                {
                    *best = Some(best.map_or(slips, |before: usize| before.min(slips)));
                }
            }
        }
        best.into_iter().sum()
    }

    /// The first sentence in which a word answers, in pieces.
    pub(super) fn sentence(&self, text: &str) -> Vec<Piece> {
        let sentences = text.split_inclusive(['.', '!', '?', '\n', '…']);
        let answers = |sentence: &&str| {
            words(&folded(sentence)).any(|word| {
                let letters: Vec<char> = word.chars().collect();
                self.0.iter().any(|wanted| slips(wanted, &letters).is_some())
            })
        };
        let sentence =
            sentences.clone().find(answers).or(sentences.clone().next()).unwrap_or_default().trim();
        let mut pieces: Vec<Piece> = Vec::new();
        let mut length = 0;
        for part in parts(sentence) {
            let letters: Vec<char> = folded(part).chars().collect();
            let found = self.0.iter().any(|wanted| slips(wanted, &letters).is_some());
            length += part.chars().count();
            if length > LONGEST && !found {
                push(&mut pieces, "…", false);
                break;
            }
            push(&mut pieces, part, found);
        }
        pieces
    }
}

fn push(pieces: &mut Vec<Piece>, words: &str, found: bool) {
    match pieces.last_mut() {
        Some(last) if last.found == found => last.words.push_str(words),
        _ => pieces.push(Piece { words: words.to_owned(), found }),
    }
}

/// Small letters without accents or apostrophes, so that "O’Neil", "ONEIL" and "óneil" are one word.
pub(super) fn folded(text: &str) -> String {
    let letter = |it: char| {
        let plain = match it {
            'à'..='å' | 'À'..='Å' | 'ā' => 'a',
            'ç' | 'Ç' | 'ć' | 'č' => 'c',
            'è'..='ë' | 'È'..='Ë' | 'ę' | 'ė' | 'ē' => 'e',
            'ì'..='ï' | 'Ì'..='Ï' | 'ī' => 'i',
            'ł' | 'Ł' => 'l',
            'ñ' | 'Ñ' | 'ń' => 'n',
            'ò'..='ö' | 'Ò'..='Ö' | 'ø' | 'Ø' | 'ō' => 'o',
            'ś' | 'š' | 'Š' => 's',
            'ù'..='ü' | 'Ù'..='Ü' | 'ū' => 'u',
            'ŵ' | 'Ŵ' => 'w',
            'ý' | 'ÿ' | 'Ý' | 'ŷ' | 'Ŷ' => 'y',
            'ź' | 'ż' | 'ž' | 'Ž' => 'z',
            '’' | '\'' | '\u{301}' | '\u{300}' | '\u{302}' | '\u{308}' => return None,
            other => other,
        };
        Some(plain)
    };
    text.chars().filter_map(letter).flat_map(char::to_lowercase).collect()
}

/// The words of a text that is folded already.
fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|it: char| !it.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// A text in words and what stands between them, nothing left out.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let in_word = |it: char| it.is_alphanumeric() || it == '’' || it == '\'';
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let end = rest.find(|it| in_word(it) != in_word(first)).unwrap_or(rest.len());
        let (part, after) = rest.split_at_checked(end)?;
        rest = after;
        Some(part)
    })
}

/// 0 when the word begins with what is wanted, 1 when one letter of it is wrong, missing, too many, or swapped with
/// the next; `None` otherwise.
fn slips(wanted: &[char], word: &[char]) -> Option<usize> {
    if word.starts_with(wanted) {
        return Some(0);
    }
    (wanted.len() >= SHORTEST_WITH_A_SLIP && one_slip(wanted, word)).then_some(1)
}

fn one_slip(wanted: &[char], word: &[char]) -> bool {
    let same = wanted.iter().zip(word).take_while(|(a, b)| a == b).count();
    let (Some(a), Some(b)) = (wanted.get(same..), word.get(same..)) else { return false };
    let after = |letters: &[char], gone: usize| letters.get(gone..).unwrap_or_default().to_vec();
    match (a, b) {
        // Wrong, missing or too many.
        _ if after(a, 1) == after(b, 1) || *a == after(b, 1) || after(a, 1) == *b => true,
        // Two swapped.
        ([x, y, ..], [p, q, ..]) => x == q && y == p && after(a, 2) == after(b, 2),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(wanted: &str, word: &str, expected: Option<usize>) {
        let letters = |text: &str| folded(text).chars().collect::<Vec<_>>();
        assert_eq!(slips(&letters(wanted), &letters(word)), expected, "{wanted} in {word}");
    }

    #[test]
    fn one_letter_may_be_wrong_and_no_more() {
        check("school", "school", Some(0));
        check("scho", "school", Some(0));
        check("SCHOOL", "schooling", Some(0));
        check("shcool", "school", Some(1));
        check("schol", "school", Some(1));
        check("schoool", "school", Some(1));
        check("scholl", "school", Some(1));
        check("sxhxol", "school", None);
        check("shool", "scholo", None);
        check("cat", "cut", None);
        check("Oneil", "O’Neil", Some(0));
        check("Zoe", "Zoë", Some(0));
        check("Siân", "Sian", Some(0));
        check("", "word", Some(0));
    }

    #[test]
    fn the_sentence_is_shown_whole_with_what_answered_marked() {
        let wanted = Wanted::of("nan slept");
        let pieces = wanted.sentence("A good week. Kayla slept at Nan’s on Friday! Then school.");
        let text: String = pieces.iter().map(|piece| piece.words.as_str()).collect();
        assert_eq!(text, "Kayla slept at Nan’s on Friday!");
        let found: Vec<&str> =
            pieces.iter().filter(|piece| piece.found).map(|piece| piece.words.as_str()).collect();
        assert_eq!(found, ["slept", "Nan’s"]);
    }

    #[test]
    fn nothing_breaks_on_strange_letters() {
        let wanted = Wanted::of("שלום 🎈 ok");
        assert_eq!(wanted.slips_in(&folded("שלום kayla 🎈 OK")), Some(0));
        for text in ["", "🎈🎈", "…", "a\u{301}", &"x".repeat(10_000)] {
            wanted.sentence(text);
        }
    }
}
