//! The rules a practitioner follows: their authority's, or a copy that a manager edited, and those before.

use chrono::NaiveDate;
use serde::Deserialize;

use crate::policy::authority::Authority;
use crate::policy::practice;
use crate::policy::profile::Profile as Rules;
use crate::policy::profile::history::{InThePast, ProfileHistory};
use crate::services::clock::Clock;
use crate::services::crypto::Crypto;
use crate::services::store::Store;
use crate::workbook::decide;

use super::profile::Profile;
use super::{SaveError, Session};

/// Why new rules were not taken up.
#[derive(Debug, thiserror::Error)]
pub enum AdoptError {
    #[error(transparent)]
    InThePast(#[from] InThePast),
    #[error(transparent)]
    Save(#[from] SaveError),
}

impl Profile {
    /// The rules that have been followed, and from when: what clocks are judged by.
    pub fn history(&self) -> ProfileHistory {
        self.rules
            .as_ref()
            .and_then(|kept| ProfileHistory::deserialize(kept).ok())
            .unwrap_or_else(|| ProfileHistory::new(self.authority.profile().clone()))
    }

    /// What the rules of a day say to `workbook::decide`.
    pub fn rules_on(&self, day: NaiveDate) -> decide::rules::Rules {
        match &self.rules {
            None => practice::rules(self.authority),
            Some(_) => practice::rules_of(self.history().on(day)),
        }
    }

    /// Follows other rules from a day on.
    ///
    /// # Errors
    /// [`InThePast`]: what was due before keeps the rule it was judged by.
    pub fn adopt(&mut self, rules: Rules, from: NaiveDate, today: NaiveDate) -> Result<(), InThePast> {
        let mut history = self.history();
        let based_on = rules.based_on.clone().unwrap_or_else(|| rules.id.clone());
        history.adopt(rules, from, today)?;
        let known = Authority::ALL.into_iter().find(|authority| authority.code() == based_on);
        if let Some(authority) = known.filter(|_| from == today) {
            self.authority = authority;
        }
        self.rules = serde_json::to_value(&history).ok();
        Ok(())
    }

    /// Follows an authority from today on, by the profile that the app brings.
    pub(super) fn follow(&mut self, authority: Authority, today: NaiveDate) {
        if authority != self.authority {
            // Today is never in the past.
            let _ = self.adopt(authority.profile().clone(), today, today);
        }
    }
}

impl<S: Store, C: Crypto, T: Clock> Session<S, C, T> {
    /// Follows other rules from a day on: another authority's, an edited copy, or one from a file.
    ///
    /// # Errors
    /// [`AdoptError`]; the rules are then as they were.
    pub async fn adopt_rules(&self, rules: Rules, from: NaiveDate) -> Result<(), AdoptError> {
        let today = self.clock.today();
        let mut adopted = Ok(());
        self.change_profile(|profile| adopted = profile.adopt(rules, from, today)).await?;
        Ok(adopted?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ids::{DeviceId, PractitionerId};
    use crate::model::practitioner::{Practitioner, Role};

    fn profile() -> Profile {
        Profile {
            practitioner: Practitioner {
                id: PractitionerId::from_bytes([1; 16]),
                name: "Moira Flynn".to_owned(),
                role: Role::TeamManager,
                employer: String::new(),
                team: String::new(),
            },
            device: DeviceId::from_bytes([1; 16]),
            authority: Authority::Walsall,
            rules: None,
            auto_lock_minutes: 10,
            recovery_confirmed: false,
            backed_up: None,
            shared: Default::default(),
            shared_records: Default::default(),
        }
    }

    /// The authority of the modules is that of the rules that count today, also when they are an edited copy.
    #[test]
    fn the_authority_follows_the_rules_of_today() {
        let today: NaiveDate = "2026-11-21".parse().unwrap();
        let bury = || Authority::Bury.profile().clone();
        let mut mine = profile();
        mine.adopt(bury(), "2026-12-01".parse().unwrap(), today).unwrap();
        assert_eq!(mine.authority, Authority::Walsall, "not before its day");
        mine.adopt(bury(), today, today).unwrap();
        assert_eq!(mine.authority, Authority::Bury);
        let copy = Authority::WestSussex.profile().copy_as("west_sussex_north", "North").unwrap();
        mine.adopt(copy, today, today).unwrap();
        assert_eq!((mine.authority, mine.history().newest().name.as_str()), (Authority::WestSussex, "North"));
        // Choosing one's own authority again does not undo what a manager edited.
        mine.follow(Authority::WestSussex, today);
        assert_eq!(mine.history().newest().name, "North");
        mine.follow(Authority::Bury, today);
        assert_eq!((mine.authority, mine.history().newest().id.as_str()), (Authority::Bury, "bury"));
    }
}
