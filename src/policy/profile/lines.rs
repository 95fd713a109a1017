//! Where in a JSON text something stands: from a place to its line, and from a line to its place. Only for
//! saying what is wrong; the reading itself is serde's.

use std::collections::BTreeSet;
use std::fmt::Write;

/// A member or an element that the walk is inside of.
enum Step {
    Object { key: String, keys: BTreeSet<String>, expects_key: bool },
    Array { at: usize },
}

/// How far the walk has come.
pub(super) struct Here {
    steps: Vec<Step>,
    pub(super) line: usize,
    pub(super) offset: usize,
    /// The key just read stood in its object before.
    pub(super) repeated: bool,
}

impl Here {
    /// The place, as "timescales[3].readings[1].time"; empty for the whole.
    pub(super) fn path(&self) -> String {
        let mut path = String::new();
        for step in &self.steps {
            match step {
                Step::Object { key, .. } if key.is_empty() => {}
                Step::Object { key, .. } if path.is_empty() => path.push_str(key),
                Step::Object { key, .. } => {
                    let _ = write!(path, ".{key}");
                }
                Step::Array { at } => {
                    let _ = write!(path, "[{at}]");
                }
            }
        }
        path
    }
}

/// Walks through the text, calling `stop` after every key, before every value and after every end, until it
/// says so. Of a text that is no JSON it walks as far as makes sense.
pub(super) fn walk(text: &str, mut stop: impl FnMut(&Here) -> bool) -> Option<Here> {
    let mut here = Here { steps: Vec::new(), line: 1, offset: 0, repeated: false };
    let mut characters = text.char_indices();
    let mut in_literal = false;
    while let Some((offset, character)) = characters.next() {
        here.offset = offset;
        let literal =
            !matches!(character, '{' | '[' | '}' | ']' | ',' | ':' | '"') && !character.is_whitespace();
        let begins = literal && !in_literal;
        in_literal = literal;
        let event = match character {
            '\n' => {
                here.line += 1;
                false
            }
            '"' => {
                let mut string = String::new();
                while let Some((at, next)) = characters.next() {
                    here.offset = at;
                    match next {
                        '"' => break,
                        '\\' => string.extend(characters.next().map(|(_, escaped)| escaped)),
                        '\n' => here.line += 1,
                        _ => string.push(next),
                    }
                }
                if let Some(Step::Object { key, keys, expects_key: true }) = here.steps.last_mut() {
                    here.repeated = !keys.insert(string.clone());
                    *key = string;
                }
                true
            }
            '{' | '[' => {
                if stop(&here) {
                    return Some(here);
                }
                here.steps.push(match character {
                    '{' => Step::Object { key: String::new(), keys: BTreeSet::new(), expects_key: true },
                    _ => Step::Array { at: 0 },
                });
                false
            }
            '}' | ']' => {
                here.steps.pop();
                true
            }
            ',' => {
                match here.steps.last_mut() {
                    Some(Step::Object { expects_key, .. }) => *expects_key = true,
                    Some(Step::Array { at }) => *at += 1,
                    None => {}
                }
                false
            }
            ':' => {
                if let Some(Step::Object { expects_key, .. }) = here.steps.last_mut() {
                    *expects_key = false;
                }
                false
            }
            _ => begins,
        };
        if event && stop(&here) {
            return Some(here);
        }
        here.repeated = false;
    }
    None
}

/// The line on which a place begins.
pub(super) fn line_of(text: &str, path: &str) -> usize {
    walk(text, |here| here.path() == path).map_or(1, |here| here.line)
}

/// The place in which this line and column lie, counted as serde_json counts them: from 1, in bytes.
pub(super) fn place_at(text: &str, line: usize, column: usize) -> String {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let offset = (before + column).saturating_sub(1);
    let mut place = String::new();
    walk(text, |here| {
        if here.offset > offset {
            return true;
        }
        place = here.path();
        false
    });
    place
}

/// The first key that stands twice in one object: its place and line.
pub(super) fn repeated_key(text: &str) -> Option<(String, usize)> {
    walk(text, |here| here.repeated).map(|here| (here.path(), here.line))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "{\n  \"a\": [1,\n    {\"b\": \"x, }]{\\\" y\"},\n    [true, null]\n  ],\n  \"c\": {}\n}";

    #[test]
    fn places_lead_to_lines() {
        for (path, line) in [("a", 2), ("a[0]", 2), ("a[1]", 3), ("a[1].b", 3), ("a[2][1]", 4), ("c", 6)] {
            assert_eq!(line_of(TEXT, path), line, "{path}");
        }
    }

    #[test]
    fn lines_lead_to_places() {
        assert_eq!(place_at(TEXT, 3, 12), "a[1].b");
        assert_eq!(place_at(TEXT, 4, 8), "a[2][0]");
        assert_eq!(place_at(TEXT, 6, 7), "c");
    }

    #[test]
    fn a_key_that_stands_twice_is_found() {
        assert_eq!(repeated_key(TEXT), None);
        assert_eq!(repeated_key("{\"a\":{\"b\":1,\n\"c\":2,\n\"b\":3}}"), Some(("a.b".to_owned(), 3)));
        // The same key in two objects is no repetition.
        assert_eq!(repeated_key("[{\"b\":1},{\"b\":1}]"), None);
    }

    #[test]
    fn what_is_no_json_is_no_trouble() {
        for text in ["", "\"", "{", "}}}", "]", ",,,", ":", "{\"a\"", "\\", "{]}[", "\u{1f600}\"\\"] {
            line_of(text, "a");
            place_at(text, 9, 9);
            repeated_key(text);
        }
    }
}
