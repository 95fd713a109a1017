//! Who is looking at a family's records, and when: what pages and forms made as data are drawn from.

use chrono::{DateTime, NaiveDate, Utc};

use crate::model::practitioner::Practitioner;
use crate::policy::authority::Authority;
use crate::policy::practice;
use crate::policy::profile::Profile;
use crate::policy::profile::history::ProfileHistory;
use crate::workbook::decide::permission::Act;
use crate::workbook::decide::rules::Rules;
use crate::workbook::fold::Workbook;

/// What a page or a form of a family's records is made from.
#[derive(Clone, Copy)]
pub struct Here<'a> {
    pub book: &'a Workbook,
    pub me: &'a Practitioner,
    pub authority: Authority,
    /// The rules that have been followed, and from when.
    pub history: &'a ProfileHistory,
    pub now: DateTime<Utc>,
    /// The date in Europe/London.
    pub today: NaiveDate,
}

impl Here<'_> {
    /// The rules that are followed today.
    pub fn profile(&self) -> &Profile {
        self.history.on(self.today)
    }

    /// What they rule.
    pub fn rules(&self) -> Rules {
        practice::rules_of(self.profile())
    }

    /// Whether they let this practitioner do it.
    pub fn may(&self, act: Act) -> bool {
        self.rules().permissions.allows(&self.me.role, act)
    }
}
