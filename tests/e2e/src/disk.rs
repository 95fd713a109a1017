//! The raw bytes that a browser left on disk, searched for words that must not be there.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fmt, fs};

use aho_corasick::AhoCorasick;
use base64::engine::general_purpose::{STANDARD, URL_SAFE};

use crate::Trouble;

/// A word that occurs nowhere else, typed into the app so that it can be looked for afterwards.
#[derive(Debug, Clone)]
pub struct Canary {
    word: String,
    forms: Vec<(&'static str, Vec<u8>)>,
}

/// Where a canary was found, and as what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sighting {
    pub word: String,
    pub form: &'static str,
    pub file: PathBuf,
}

impl fmt::Display for Sighting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "“{}” as {} in {}", self.word, self.form, self.file.display())
    }
}

impl Canary {
    /// At least eight letters, so that its base64 forms are long enough not to occur by chance.
    pub fn new(word: &str) -> Self {
        assert!(word.len() >= 8, "a canary needs eight letters or more: {word}");
        let utf16: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let utf16_be: Vec<u8> = word.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let mut forms = vec![("UTF-8", word.as_bytes().to_vec())];
        for alignment in 0..3 {
            forms.push(("base64", base64_inside(word.as_bytes(), alignment)));
            forms.push(("base64 of UTF-16", base64_inside(&utf16, alignment)));
            let url_safe = base64_with(&URL_SAFE, word.as_bytes(), alignment);
            forms.push(("base64url", url_safe));
        }
        forms.push(("UTF-16, little end first", utf16));
        forms.push(("UTF-16, big end first", utf16_be));
        Self { word: word.to_owned(), forms }
    }

    pub fn word(&self) -> &str {
        &self.word
    }
}

/// Every place under a folder, in file names as well as in files, where one of the words stands.
pub fn search(folder: &Path, canaries: &[Canary]) -> Result<Vec<Sighting>, Trouble> {
    let wanted = Search::of(canaries)?;
    let mut sightings = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder)
            .map_err(Trouble::files(format!("{} could not be read", folder.display())))?;
        for entry in entries.flatten() {
            let path = entry.path();
            wanted.look(entry.file_name().as_encoded_bytes(), &path, &mut sightings);
            let Ok(kind) = entry.file_type() else { continue };
            if kind.is_dir() {
                folders.push(path);
            } else if kind.is_file() {
                let bytes = fs::read(&path)
                    .map_err(Trouble::files(format!("{} could not be read", path.display())))?;
                wanted.look(&bytes, &path, &mut sightings);
            }
        }
    }
    Ok(sightings)
}

/// All forms of all words, looked for in one go: a profile folder is large, and there are many words.
struct Search<'a> {
    forms: Vec<(&'a str, &'static str)>,
    finder: AhoCorasick,
}

impl<'a> Search<'a> {
    fn of(canaries: &'a [Canary]) -> Result<Self, Trouble> {
        let forms =
            canaries.iter().flat_map(|it| it.forms.iter().map(|(form, _)| (it.word(), *form))).collect();
        let needles = canaries.iter().flat_map(|it| it.forms.iter().map(|(_, bytes)| bytes));
        let finder = AhoCorasick::new(needles).map_err(|error| Trouble::Answer(error.to_string()))?;
        Ok(Self { forms, finder })
    }

    fn look(&self, bytes: &[u8], file: &Path, sightings: &mut Vec<Sighting>) {
        let found: BTreeSet<usize> =
            self.finder.find_overlapping_iter(bytes).map(|it| it.pattern().as_usize()).collect();
        let words = found.into_iter().filter_map(|it| self.forms.get(it));
        sightings.extend(words.map(|(word, form)| Sighting {
            word: (*word).to_owned(),
            form,
            file: file.to_owned(),
        }));
    }
}

/// What the word looks like inside a longer base64 text, when it starts this many bytes after a group of three.
fn base64_inside(word: &[u8], alignment: usize) -> Vec<u8> {
    base64_with(&STANDARD, word, alignment)
}

fn base64_with(engine: &impl base64::Engine, word: &[u8], alignment: usize) -> Vec<u8> {
    let padded = [vec![0; alignment], word.to_vec()].concat();
    let encoded = engine.encode(&padded).into_bytes();
    // Characters at either end mix the word's bits with those of its neighbours: only the middle is certain.
    let start = (alignment * 8).div_ceil(6);
    let end = (padded.len() * 8) / 6;
    encoded.get(start..end).unwrap_or_default().to_vec()
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;

    use super::*;

    fn folder(name: &str, content: &[u8]) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("hearth-disk-{name}-{}", std::process::id()));
        fs::create_dir_all(folder.join("deep")).unwrap();
        fs::write(folder.join("deep/file.bin"), content).unwrap();
        folder
    }

    fn forms_seen(name: &str, content: &[u8]) -> Vec<&'static str> {
        let folder = folder(name, content);
        let seen = search(&folder, &[Canary::new("zanzibarquill")]).unwrap();
        fs::remove_dir_all(folder).unwrap();
        seen.into_iter().map(|it| it.form).collect()
    }

    #[test]
    fn a_word_is_seen_as_plain_text_and_as_utf_16() {
        assert_eq!(forms_seen("utf8", b"xx\0zanzibarquill\xff"), ["UTF-8"]);
        let little: Vec<u8> = "a zanzibarquill b".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(forms_seen("utf16", &little).contains(&"UTF-16, little end first"));
    }

    #[test]
    fn a_word_is_seen_inside_base64_wherever_it_starts() {
        for before in ["", "x", "xy", "xyz"] {
            let text = STANDARD.encode(format!("{before}zanzibarquill and more"));
            assert!(forms_seen("base64", text.as_bytes()).contains(&"base64"), "after {before:?}");
        }
    }

    #[test]
    fn nothing_is_seen_where_nothing_is() {
        assert_eq!(forms_seen("none", b"zanzibar quill, zanzibarquil"), Vec::<&str>::new());
    }
}
