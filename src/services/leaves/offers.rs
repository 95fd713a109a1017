//! What of a page can be taken away as a file.

use crate::navigation::Leaf as Place;
use crate::services::for_calendar::{self, File};
use crate::services::here::Here;

use super::{history, visits_table};

/// A file that a page offers.
#[derive(Debug, Clone, Copy)]
pub struct Offer {
    pub heading: &'static str,
    pub says: &'static str,
    /// Whether what is said is a warning: people could be known by what stands in the file.
    pub warns: bool,
    pub label: &'static str,
    pub media_type: &'static str,
    make: fn(Place, Option<&str>, &Here<'_>) -> Option<File>,
}

impl Offer {
    /// The file: its name, which others may see, and its text; none where there is nothing to put into it.
    pub fn file(&self, place: Place, of: Option<&str>, here: &Here<'_>) -> Option<File> {
        (self.make)(place, of, here)
    }
}

const SPREADSHEET: &str = "A file for a spreadsheet";

/// What this page offers.
pub fn offer(place: Place) -> Option<Offer> {
    match place {
        Place::History => Some(Offer {
            heading: SPREADSHEET,
            says: history::NOT_ENCRYPTED,
            warns: true,
            label: "Save the whole history",
            media_type: "text/csv",
            make: |_, _, here| Some((history::table_name(here), history::table(here))),
        }),
        Place::Visits => Some(Offer {
            heading: SPREADSHEET,
            says: visits_table::NOT_ENCRYPTED,
            warns: true,
            label: "Save the visits",
            media_type: "text/csv",
            make: |_, _, here| {
                let some = here.book.visits.all().next().is_some();
                some.then(|| (format!("visits-{}.csv", here.today), visits_table::table(here)))
            },
        }),
        Place::Dates | Place::Meeting => Some(Offer {
            heading: "Your calendar",
            says: for_calendar::WHAT_IT_SAYS,
            warns: false,
            label: "Add to your calendar",
            media_type: for_calendar::MEDIA_TYPE,
            make: for_calendar::file,
        }),
        _ => None,
    }
}
