//! The forms that write records of a family, one file for each: what is asked, and what the answers ask to have
//! recorded. Whether it may be so is decided when it is recorded.

pub mod consent;

use chrono::NaiveDate;

use crate::model::choices::Choice;
use crate::model::dates::PartialDate;
use crate::navigation::Sheet as Place;
use crate::services::here::Here;
use crate::services::sheet::{Answer, Sheet};
use crate::services::typed::{Fields, Typed, Wrong};
use crate::workbook::decide::{Command, Refusal};

/// Makes a fresh 128-bit id.
pub type Fresh<'a> = &'a mut dyn FnMut() -> Option<[u8; 16]>;

/// What a form asks. `None`: there is no such form, or nothing that it could change.
pub fn sheet(place: Place, of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    match place {
        Place::Consent => consent::sheet(of, here),
        _ => None,
    }
}

/// What the answers ask to have recorded.
///
/// # Errors
/// Everything to mend, in the order of the boxes.
pub fn read(
    place: Place,
    of: Option<&str>,
    here: &Here<'_>,
    typed: &Fields,
    fresh: Fresh<'_>,
) -> Result<Vec<Command>, Vec<Wrong>> {
    match place {
        Place::Consent => consent::read(of, here, typed, fresh),
        _ => Ok(Vec::new()),
    }
}

/// The box that a refusal is about; the first one where no box is.
pub fn box_of(sheet: &Sheet, refusal: &Refusal) -> String {
    let _ = refusal;
    first_box(sheet)
}

/// Where somebody begins to mend what belongs to no box.
pub fn first_box(sheet: &Sheet) -> String {
    sheet.questions.iter().find_map(|question| question.what.id()).unwrap_or_default().to_owned()
}

/// All choices of a kind, to choose from.
fn answers<C: Choice>() -> Vec<Answer> {
    C::ALL.iter().map(|choice| Answer::new(choice.code(), choice.label())).collect()
}

/// The choice that stands in a box.
fn choice<C: Choice>(boxes: Typed<'_>, id: &str) -> Option<C> {
    C::from_code(boxes.text(id))
}

/// A date of which day, month and year must be known; none when nothing was typed, or it is in `wrong`. `name`
/// begins the message.
fn whole_date(boxes: Typed<'_>, id: &str, name: &str, wrong: &mut Vec<Wrong>) -> Option<NaiveDate> {
    let [day, month, year] = ["day", "month", "year"].map(|part| boxes.text(&format!("{id}-{part}")));
    match boxes.date(id, name) {
        Ok(None) => None,
        Ok(Some(_)) => match PartialDate::parse_exact(day, month, year) {
            Ok(date) => Some(date),
            Err(why) => {
                wrong.push(Wrong::new(id, format!("{name} {why}")));
                None
            }
        },
        Err(fault) => {
            wrong.push(fault);
            None
        }
    }
}
