//! The manager's figures as files for a spreadsheet. No family and no child stands in them by name.

use crate::policy::clocks::when::When;
use crate::policy::standards::{Standard, months, months_csv, standards_csv, supervisions_csv};

use super::{Asked, Evidence, day_of};

/// What is said before a file is saved.
pub const NOT_ENCRYPTED: &str = "A file for a spreadsheet is not encrypted: whoever has the file can read it. A family \
    stands in it by the four characters of its id, and a child by a number, the eldest first. Workers stand in it by \
    name. Keep it where your authority keeps such data, and delete it from this device when it is there.";

/// One of the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum File {
    Standards,
    Months,
    Supervision,
}

impl File {
    pub const ALL: [Self; 3] = [Self::Standards, Self::Months, Self::Supervision];

    /// The words of its button.
    pub fn label(self) -> &'static str {
        match self {
            Self::Standards => "Save the standards",
            Self::Months => "Save the figures for each month",
            Self::Supervision => "Save the supervision dates",
        }
    }

    /// Its name in a list of files, which others may see.
    pub fn name(self, evidence: &Evidence<'_>) -> String {
        let what = match self {
            Self::Standards => "standards",
            Self::Months => "months",
            Self::Supervision => "supervision",
        };
        format!("{what}-{}.csv", evidence.today)
    }

    /// What stands in it: the same as the page shows.
    pub fn text(self, evidence: &Evidence<'_>, asked: Asked) -> String {
        let families = evidence.chosen(asked);
        let standards = || -> Vec<Standard> {
            let all = families.iter().flat_map(|family| family.nameless.iter());
            all.filter(|it| asked.covers(it.due.map(When::day))).cloned().collect()
        };
        match self {
            Self::Standards => standards_csv(&standards()),
            Self::Months => months_csv(&months(&standards())),
            Self::Supervision => {
                let all = families.iter().flat_map(|family| {
                    let own = family.supervisions.iter().filter(|it| asked.covers(Some(day_of(it))));
                    own.map(|it| (family.id.short(), it.clone()))
                });
                supervisions_csv(&all.collect::<Vec<_>>())
            }
        }
    }
}
