//! Who is using the app, and what they chose. Sealed like any record.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::model::ids::{DeviceId, FamilyId};
use crate::model::practitioner::{Practitioner, Role};
use crate::policy::authority::Authority;
use crate::services::clock::Clock;
use crate::services::crypto::Crypto;
use crate::services::store::{Durability, Shelf, Store};

use super::{SaveError, Session};

/// A practitioner's own details, as they type them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct You {
    pub name: String,
    pub role: Role,
    pub employer: String,
    pub team: String,
    pub authority: Authority,
}

/// What is kept for one practitioner of a vault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    pub practitioner: Practitioner,
    pub device: DeviceId,
    #[serde(default)]
    pub authority: Authority,
    /// Minutes without a touch after which the app locks itself.
    pub auto_lock_minutes: u8,
    /// Whether the recovery sheet was confirmed by typing part of it.
    #[serde(default)]
    pub recovery_confirmed: bool,
    /// When everything was last backed up.
    #[serde(default)]
    pub backed_up: Option<DateTime<Utc>>,
    /// When each family was last put in a file, by backup or by sharing.
    #[serde(default)]
    pub shared: BTreeMap<FamilyId, DateTime<Utc>>,
}

impl Profile {
    /// The default of auto-lock, and its bounds (`ux.md` S05).
    pub const AUTO_LOCK_MINUTES: (u8, u8, u8) = (5, 10, 30);
}

impl<S: Store, C: Crypto, T: Clock> Session<S, C, T> {
    /// Who is using the app and what they chose.
    pub fn profile(&self) -> Option<Profile> {
        self.with(|open| open.profile.clone()).ok()
    }

    /// Changes the profile and keeps the change.
    ///
    /// # Errors
    /// [`SaveError`]; the profile is then as it was.
    pub async fn change_profile(&self, change: impl FnOnce(&mut Profile)) -> Result<(), SaveError> {
        let _turn = self.writing.lock().await;
        let (slot, mut profile) = self.with(|open| (open.slot, open.profile.clone()))?;
        change(&mut profile);
        let put = self.seal_json(Shelf::Profile, &slot.to_string(), &profile).await?;
        self.store.write(vec![put], Durability::Strict).await?;
        self.change(|open| open.profile = profile)?;
        Ok(())
    }

    /// Changes the practitioner's own details. Records made before keep the name they were made under.
    ///
    /// # Errors
    /// [`SaveError`]; the details are then as they were.
    pub async fn change_you(&self, you: You) -> Result<(), SaveError> {
        self.change_profile(|profile| {
            let You { name, role, employer, team, authority } = you;
            profile.practitioner = Practitioner { id: profile.practitioner.id, name, role, employer, team };
            profile.authority = authority;
        })
        .await
    }
}
