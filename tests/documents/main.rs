//! Every document: of the example family, each holds what is recorded, in order; and of the example family and of
//! generated ones (500, or 5,000 with `HEARTH_LONG`, as `cargo xtask test --long` sets it), none that is made for
//! somebody says a word of anyone from whom they are kept apart, or anything that is protected (issue 5, show 3;
//! `domain.md` E2).

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests are tests")]
#![cfg(not(target_arch = "wasm32"))]

#[allow(dead_code, reason = "the generator is shared with the tests of what is shown")]
#[path = "../visibility/made.rs"]
mod made;
#[path = "../support/papers.rs"]
mod papers;
#[path = "../workbooks/mod.rs"]
mod workbooks;

mod canaries;
mod example;

/// What the generator asks on its way: what somebody would be shown, before a manager has read it.
mod cases {
    use hearth::model::ids::PersonId;
    use hearth::policy::visibility::{Looking, Prepared, prepare};
    use hearth::workbook::fold::Workbook;

    pub fn seen_by(book: &Workbook, present: &[PersonId]) -> Prepared {
        let present = present.iter().copied().collect();
        prepare(
            book,
            &Looking {
                present: &present,
                somebody_else: false,
                today: crate::workbooks::today(),
                language: "cy",
                worker: "Priya Shah",
                do_not_tell: &[],
                guarded: &|_, _| false,
            },
        )
    }
}

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use hearth::model::ids::{PersonId, PractitionerId};
use hearth::model::practitioner::{Practitioner, Role};
use hearth::policy::authority::Authority;
use hearth::policy::profile::history::ProfileHistory;
use hearth::services::documents::{Choice, For, Kind, Made, make, says};
use hearth::services::here::Here;
use hearth::workbook::fold::Workbook;

/// A worker who looks at somebody's workbook.
pub struct Looking {
    me: Practitioner,
    history: ProfileHistory,
    now: DateTime<Utc>,
    today: NaiveDate,
}

impl Looking {
    pub fn on(today: NaiveDate) -> Self {
        Self {
            me: Practitioner {
                id: PractitionerId::from_bytes([0xEE; 16]),
                name: "Zed Moon".to_owned(),
                role: Role::SocialWorker,
                employer: String::new(),
                team: String::new(),
            },
            history: ProfileHistory::new(Authority::WestSussex.profile().clone()),
            now: today.and_hms_opt(9, 30, 0).unwrap().and_utc(),
            today,
        }
    }

    pub fn at<'a>(&'a self, book: &'a Workbook) -> Here<'a> {
        Here {
            book,
            me: &self.me,
            authority: Authority::WestSussex,
            history: &self.history,
            now: self.now,
            today: self.today,
        }
    }
}

/// Everyone together for whom a document could be asked, whether it may be made for them or not.
pub fn readers(here: &Here<'_>, kind: Kind) -> Vec<For> {
    let people = kind.readers(here).people;
    let subsets = (1_u32..1 << people.len().min(6)).map(|bits| {
        let own = people.iter().enumerate().filter(|(at, _)| bits & (1 << at) != 0);
        For::People(own.map(|(_, person)| *person).collect::<BTreeSet<PersonId>>())
    });
    std::iter::once(For::Professionals).chain(subsets).collect()
}

pub fn made(here: &Here<'_>, kind: Kind, reader: &For) -> Result<Made, String> {
    make(here, &Choice { kind, reader: reader.clone(), without: BTreeSet::new() })
}

/// All that stands in a document and its name, as one text.
pub fn text(made: &Made) -> String {
    let mut all = says(&made.document);
    all.push(made.file_name.clone());
    all.join("\n")
}
