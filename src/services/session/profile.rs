//! Who is using the app, and what they chose. Sealed like any record.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;

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

/// What somebody typed and chose about themselves, before it is known to be enough.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TypedYou {
    pub name: String,
    /// A role's permanent word, [`TypedYou::SOMETHING_ELSE`], or nothing.
    pub role: String,
    /// The role in their own words, for something else.
    pub role_words: String,
    pub employer: String,
    pub team: String,
    /// An authority's permanent word, or nothing.
    pub authority: String,
}

/// What is missing from somebody's details, as the error beside the field says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Missing {
    #[error("Enter your name as it will stand on the record")]
    Name,
    #[error("Select your role")]
    Role,
    #[error("Enter your role in your own words")]
    RoleWords,
}

impl TypedYou {
    /// The choice of a role that is not on the list. It is no role's permanent word.
    pub const SOMETHING_ELSE: &str = "something-else";

    /// The boxes filled in from details that are known.
    pub fn of(practitioner: &Practitioner, authority: Authority) -> Self {
        let known = Role::KNOWN.contains(&practitioner.role);
        let code = practitioner.role.code().to_owned();
        Self {
            name: practitioner.name.clone(),
            role: if known { code.clone() } else { Self::SOMETHING_ELSE.to_owned() },
            role_words: if known { String::new() } else { code },
            employer: practitioner.employer.clone(),
            team: practitioner.team.clone(),
            authority: authority.code().to_owned(),
        }
    }

    /// The details, or what is missing, in the order of the boxes.
    ///
    /// # Errors
    /// [`Missing`], at least one.
    pub fn read(&self) -> Result<You, Vec<Missing>> {
        let name = self.name.trim();
        let words = self.role_words.trim();
        let role = match self.role.as_str() {
            "" => Err(Missing::Role),
            Self::SOMETHING_ELSE if words.is_empty() => Err(Missing::RoleWords),
            Self::SOMETHING_ELSE => Ok(Role::Other(words.to_owned())),
            code => Ok(Role::from(code.to_owned())),
        };
        let authority = Authority::ALL.into_iter().find(|known| known.code() == self.authority);
        match role {
            Ok(role) if !name.is_empty() => Ok(You {
                name: name.to_owned(),
                role,
                employer: self.employer.trim().to_owned(),
                team: self.team.trim().to_owned(),
                authority: authority.unwrap_or_default(),
            }),
            role => Err(name.is_empty().then_some(Missing::Name).into_iter().chain(role.err()).collect()),
        }
    }
}

/// What is kept for one practitioner of a vault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    pub practitioner: Practitioner,
    pub device: DeviceId,
    #[serde(default)]
    pub authority: Authority,
    /// The rules that have been followed, in order, once they are other than the authority's as the app
    /// brings them. Read with [`Profile::history`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rules: Option<Value>,
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
    /// How many records each family had in it then. Records only grow, so the same number is the same records.
    #[serde(default)]
    pub shared_records: BTreeMap<FamilyId, usize>,
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
        let today = self.clock.today();
        self.change_profile(|profile| {
            let You { name, role, employer, team, authority } = you;
            profile.practitioner = Practitioner { id: profile.practitioner.id, name, role, employer, team };
            profile.follow(authority, today);
        })
        .await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(name: &str, role: &str, role_words: &str) -> TypedYou {
        TypedYou {
            name: name.to_owned(),
            role: role.to_owned(),
            role_words: role_words.to_owned(),
            ..TypedYou::default()
        }
    }

    #[test]
    fn what_is_missing_is_said_in_the_order_of_the_boxes() {
        let missing = |name, role, words| typed(name, role, words).read().unwrap_err();
        assert_eq!(missing(" ", "", ""), [Missing::Name, Missing::Role]);
        assert_eq!(missing("", "social_worker", ""), [Missing::Name]);
        assert_eq!(missing("Sam Reed", "", ""), [Missing::Role]);
        assert_eq!(missing("Sam Reed", TypedYou::SOMETHING_ELSE, "  "), [Missing::RoleWords]);
    }

    #[test]
    fn a_role_may_be_something_else() {
        let you = typed(" Sam Reed ", TypedYou::SOMETHING_ELSE, " Play therapist ").read().unwrap();
        assert_eq!(you.name, "Sam Reed");
        assert_eq!(you.role, Role::Other("Play therapist".to_owned()));
        assert_eq!(you.authority, Authority::Common);
    }

    #[test]
    fn words_left_over_from_something_else_do_not_count() {
        let you = typed("Sam Reed", "social_worker", "Play therapist").read().unwrap();
        assert_eq!(you.role, Role::SocialWorker);
    }

    #[test]
    fn boxes_filled_in_from_details_read_back_as_the_same() {
        for role in Role::KNOWN.into_iter().chain([Role::Other("Play therapist".to_owned())]) {
            let practitioner = Practitioner {
                id: crate::model::ids::PractitionerId::from_bytes([1; 16]),
                name: "Sam Reed".to_owned(),
                role: role.clone(),
                employer: "Anytown Council".to_owned(),
                team: "North".to_owned(),
            };
            let you = TypedYou::of(&practitioner, Authority::Bury).read().unwrap();
            assert_eq!((you.role, you.authority), (role, Authority::Bury));
            assert_eq!((you.employer.as_str(), you.team.as_str()), ("Anytown Council", "North"));
        }
    }

    #[test]
    fn something_else_is_no_known_role() {
        assert!(Role::KNOWN.iter().all(|role| role.code() != TypedYou::SOMETHING_ELSE));
    }
}
