//! Reads a profile from a file, strictly: what does not belong is refused with its line, never skipped.

use serde_json::error::Category;

use super::Profile;
use super::check;
use super::lines::{line_of, place_at, repeated_key};

/// No profile is nearly as large.
const MOST_BYTES: usize = 1024 * 1024;

/// Why a file is no profile: where, and in words. Nothing of it was taken in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("Line {line}{}: {words}", at(place))]
pub struct BadProfile {
    /// From 1.
    pub line: usize,
    /// The place in the file: "timescales[3].readings[1].time". Empty: the whole.
    pub place: String,
    pub words: String,
}

fn at(place: &str) -> String {
    if place.is_empty() { String::new() } else { format!(" ({place})") }
}

impl Profile {
    /// Reads a profile that somebody wrote or edited.
    ///
    /// # Errors
    /// [`BadProfile`]: the first thing that is wrong, with its line.
    pub fn read(text: &str) -> Result<Self, BadProfile> {
        if text.len() > MOST_BYTES {
            let words = "This file is too large to be a profile".to_owned();
            return Err(BadProfile { line: 1, place: String::new(), words });
        }
        let text = text.trim_start_matches('\u{feff}');
        let profile: Self = serde_json::from_str(text).map_err(|error| refused(text, &error))?;
        if let Some((place, line)) = repeated_key(text) {
            let key = place.rsplit('.').next().unwrap_or_default();
            let words = format!("“{key}” stands here twice. Keep one of the two");
            return Err(BadProfile { line, place, words });
        }
        match check::first_fault(&profile) {
            None => Ok(profile),
            Some((place, words)) => Err(BadProfile { line: line_of(text, &place), place, words }),
        }
    }
}

fn refused(text: &str, error: &serde_json::Error) -> BadProfile {
    let whole = error.to_string();
    let suffix = format!(" at line {} column {}", error.line(), error.column());
    let said = whole.strip_suffix(&suffix).unwrap_or(&whole);
    let words = match error.classify() {
        Category::Syntax | Category::Eof | Category::Io => {
            format!("This is not JSON that can be read: {said}")
        }
        Category::Data => plainly(said),
    };
    BadProfile { line: error.line().max(1), place: place_at(text, error.line(), error.column()), words }
}

/// What serde says, as a manager reads it.
fn plainly(said: &str) -> String {
    let named = |rest: &str| rest.split('`').nth(1).unwrap_or_default().to_owned();
    let list = |rest: &str| rest.split('`').skip(3).step_by(2).collect::<Vec<_>>().join(", ");
    if said.starts_with("unknown field") {
        format!("“{}” does not belong here. What may stand here: {}", named(said), list(said))
    } else if said.starts_with("unknown variant") {
        format!("“{}” is not one of the words for this. They are: {}", named(said), list(said))
    } else if said.starts_with("missing field") {
        format!("“{}” is missing here", named(said))
    } else if said.starts_with("duplicate field") {
        format!("“{}” stands here twice. Keep one of the two", named(said))
    } else if let Some((found, expected)) =
        said.strip_prefix("invalid type: ").and_then(|rest| rest.split_once(", expected "))
    {
        format!("Something else is expected here: {expected}, and not {found}")
    } else {
        said.to_owned()
    }
}
