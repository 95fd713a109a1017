//! The family map (`ux.md` S27; `domain.md` R41): the genogram of a workbook, with its table, for the team or for
//! somebody of the family. It is always drawn from the records, whichever way they were recorded.

mod audience;
mod members;
mod moving;

use std::collections::BTreeSet;

use crate::model::ids::PersonId;
use crate::pictures::genogram::{Family, Nudge, drawn};
use crate::pictures::scene::Shape;
use crate::pictures::{Scene, Table};
use crate::policy::leak_check::{Place, Stands, Text};
use crate::services::for_people::Paper;
use crate::services::guarding::text;
use crate::services::here::Here;

use audience::Allowed;
pub use members::Tie;
pub(super) use members::living_at;
use members::{members, ties};
pub use moving::{Step, fitting, larger, smaller, stepped};

/// The headings of the table behind the picture.
pub const COLUMNS: [&str; 6] = ["Person", "Is the", "Of", "From", "To", "More"];

/// A family drawn, and what stands behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FamilyMap {
    pub scene: Scene,
    pub ties: Vec<Tie>,
    /// Everybody in the picture, in reading order.
    pub people: Vec<(PersonId, String)>,
    /// What is recorded and cannot be so.
    pub faults: Vec<String>,
    /// What is not there, since it is not for those who look.
    pub left_out: Vec<String>,
    /// Whose it is, where it is for people of the family.
    pub only_for: Option<String>,
}

impl FamilyMap {
    /// The table behind the picture.
    pub fn table(&self) -> Table {
        Table {
            caption: "How people are to each other".to_owned(),
            columns: COLUMNS.map(str::to_owned).to_vec(),
            rows: self.ties.iter().map(|it| it.cells.clone()).collect(),
        }
    }
}

/// Who looks at a map: nobody of the family, and so the team, or these people.
///
/// # Errors
/// Why nothing is drawn for them.
pub fn family_map(
    here: &Here<'_>,
    readers: &BTreeSet<PersonId>,
    nudges: &[Nudge],
) -> Result<FamilyMap, String> {
    let book = here.book;
    let allowed = match readers.is_empty() {
        true => Allowed::team(book),
        false => Allowed::for_readers(here, readers)?,
    };
    // What the team calls a family is not for the family to read.
    let title = match readers.is_empty() {
        true => format!("Family map of {}", book.label()),
        false => "Family map".to_owned(),
    };
    let (family, faults) = Family::checked(&members(book, here.today, &allowed, title));
    let scene = drawn(&family, nudges);
    let mut map = FamilyMap {
        people: people(&scene),
        ties: ties(book, &allowed),
        faults: faults.iter().map(ToString::to_string).collect(),
        left_out: allowed.left_out,
        only_for: None,
        scene,
    };
    if !readers.is_empty() {
        let paper = Paper::made(here, readers, texts(&map)).map_err(|stopped| {
            let places: Vec<String> = stopped.into_iter().map(|it| it.sentence).collect();
            format!("Something in it must not reach them: {}", places.join(" "))
        })?;
        map.only_for = Some(paper.only_for);
    }
    Ok(map)
}

fn people(scene: &Scene) -> Vec<(PersonId, String)> {
    let one = |shape: &Shape| match shape {
        Shape::Group { key, shapes, .. } => {
            let words = shapes.iter().filter_map(|it| match it {
                Shape::Words { words, bold: true, .. } => Some(words.as_str()),
                _ => None,
            });
            Some((key.parse().ok()?, words.collect::<Vec<_>>().join(" ")))
        }
        _ => None,
    };
    scene.shapes.iter().filter_map(one).collect()
}

/// Everything that stands in it, for the leak check: what is drawn, what is told of it, and its table.
fn texts(map: &FamilyMap) -> Vec<Text> {
    let alternative = |words: &String| Text {
        place: Place { stands: Stands::AlternativeText, written: None },
        words: words.clone(),
    };
    let mut texts = vec![text(&map.scene.title)];
    texts.extend(map.scene.told.iter().map(alternative));
    words(&map.scene.shapes, &mut texts);
    texts.extend(map.ties.iter().map(|tie| text(&tie.cells.join(" "))));
    texts
}

fn words(shapes: &[Shape], texts: &mut Vec<Text>) {
    for shape in shapes {
        match shape {
            Shape::Words { words, .. } => texts.push(text(words)),
            Shape::Group { shapes, .. } => words(shapes, texts),
            Shape::Line { .. } | Shape::Rectangle { .. } | Shape::Circle { .. } => {}
        }
    }
}

#[cfg(test)]
mod tests;
