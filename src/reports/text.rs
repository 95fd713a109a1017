//! What every writer of documents does with words: what no paper can carry is left out, and the rest stays whole.

/// The lines of what somebody wrote, at least one: every kind of line break ends a line, and control characters,
/// which neither XML nor paper knows, are left out. A tab stays.
pub fn lines(words: &str) -> Vec<String> {
    let plain = words.replace("\r\n", "\n");
    plain.split(ends_line).map(|line| line.chars().filter(|it| is_written(*it)).collect()).collect()
}

/// The same on one line.
pub fn line(words: &str) -> String {
    lines(words).join(" ")
}

/// A name that stands before what belongs to it.
pub fn label(words: &str) -> String {
    let words = line(words);
    if words.ends_with([':', '?', '.', '!', '…']) { words } else { format!("{words}:") }
}

/// Word processors end a line with a vertical tab or a form feed, and Unicode has three more ways.
fn ends_line(it: char) -> bool {
    matches!(it, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn is_written(it: char) -> bool {
    it == '\t' || !(it.is_control() || matches!(it, '\u{fffe}' | '\u{ffff}'))
}

/// Whether any of it is in a script that is written from right to left, such as Arabic, Hebrew or Urdu.
pub fn has_right_to_left(words: &str) -> bool {
    words.chars().any(is_right_to_left)
}

/// Whether it begins from right to left: its first letter of all decides, as in HTML's `dir="auto"`.
pub fn begins_right_to_left(words: &str) -> bool {
    words.chars().find(|it| it.is_alphabetic()).is_some_and(is_right_to_left)
}

/// Hebrew, Arabic, Syriac, Thaana, N'Ko and their neighbours, their presentation forms, and the old scripts and
/// Adlam in the plane above (Unicode, `DerivedBidiClass`).
pub fn is_right_to_left(it: char) -> bool {
    matches!(it, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, expected: &[&str]) {
        assert_eq!(lines(words), expected, "{words:?}");
    }

    #[test]
    fn every_line_break_ends_a_line_and_no_control_character_stays() {
        check("", &[""]);
        check("one\ntwo\r\nthree\rfour", &["one", "two", "three", "four"]);
        check(
            "from\u{b}Word\u{c}or\u{85}else\u{2028}where\u{2029}.",
            &["from", "Word", "or", "else", "where", "."],
        );
        check("a\u{0}b\u{1b}c\u{7f}d\u{9b}e\u{ffff}f", &["abcdef"]);
        check("a\ttab and \u{200f}marks and 👩‍👧 stay", &["a\ttab and \u{200f}marks and 👩‍👧 stay"]);
    }

    #[test]
    fn the_first_letter_says_which_way_a_line_begins() {
        assert!(begins_right_to_left("«سلام» said Amara"));
        assert!(begins_right_to_left("12 שלום"));
        assert!(!begins_right_to_left("She said سلام"));
        assert!(!begins_right_to_left("…"));
        assert!(has_right_to_left("She said سلام"));
        assert!(!has_right_to_left("Zażółć 👩‍👧 日本"));
    }
}
