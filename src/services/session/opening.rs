//! Making a workbook store, unlocking it, and changing who can.

use chrono::{DateTime, Utc};

use crate::model::ids::{PractitionerId, SlotId, VaultId};
use crate::model::practitioner::Practitioner;
use crate::services::clock::Clock;
use crate::services::crypto::{Crypto, CryptoError};
use crate::services::drafts::{Draft, Drafts};
use crate::services::keys::{self, ChangeLockError, CreateVaultError, Secret, UnlockError};
use crate::services::store::{Address, Change, Durability, Shelf, Store, StoreError};
use crate::vault::header::{HeaderError, VaultHeader};
use crate::vault::label::VaultLabel;
use crate::vault::recovery_code::RecoveryCode;
use crate::vault::stretch::StretchCost;

use super::profile::{Profile, You};
use super::shelves::{open, seal};
use super::{Locked, SaveError, Session, Unlocked};

/// The version of what the records of a vault hold.
const SCHEMA: u32 = 1;

/// A workbook store on this device, as it looks before unlocking: nothing of who uses it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoreOnDevice {
    pub id: VaultId,
    /// Its neutral label, or why its lock cannot be read.
    pub label: Result<VaultLabel, HeaderError>,
}

/// What is needed to make a workbook store.
pub struct NewStore {
    pub label: VaultLabel,
    pub passphrase: String,
    pub you: You,
}

/// Someone who is let in to a shared workbook store.
pub struct Colleague {
    pub you: You,
    /// The passphrase that they chose themselves.
    pub passphrase: String,
}

/// Why no workbook store was made. Nothing was written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CreateError {
    #[error(transparent)]
    Key(#[from] CreateVaultError),
    #[error(transparent)]
    Save(#[from] SaveError),
}

/// Why a workbook store did not open. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    #[error(transparent)]
    Unlock(#[from] UnlockError),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("There is no such workbook store on this device any more.")]
    NotHere,
    #[error(
        "This workbook store opened, but your own details in it cannot be read. Nothing was changed. Open your last backup in a new workbook store."
    )]
    NoProfile,
}

/// Why a lock was not changed. The old one still opens the store.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChangeError {
    #[error(transparent)]
    Lock(#[from] ChangeLockError),
    #[error(transparent)]
    Save(#[from] SaveError),
}

impl From<Locked> for ChangeError {
    fn from(locked: Locked) -> Self {
        Self::Save(locked.into())
    }
}

/// Who may open a shared store: a slot, and whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyHolder {
    pub slot: SlotId,
    pub practitioner: Practitioner,
}

impl<S: Store, C: Crypto, T: Clock> Session<S, C, T> {
    /// The workbook stores on this device.
    ///
    /// # Errors
    /// [`StoreError`] when the browser keeps nothing at all.
    pub async fn stores(&self) -> Result<Vec<StoreOnDevice>, StoreError> {
        let headers = self.store.headers().await?;
        Ok(headers
            .into_iter()
            .map(|(id, bytes)| StoreOnDevice {
                id,
                label: VaultHeader::read(&bytes).map(|header| header.label),
            })
            .collect())
    }

    /// Judges a passphrase as it is typed.
    pub fn judge_passphrase(&self, typed: &str, about_you: &[&str]) -> crate::vault::passphrase::Verdict {
        keys::judge_passphrase(&self.crypto, typed, about_you)
    }

    /// Seven random words.
    pub fn suggest_passphrase(&self) -> Result<String, CryptoError> {
        keys::suggest_passphrase(&self.crypto).map(|words| words.to_string())
    }

    /// Makes a workbook store and unlocks it. The recovery code is shown once and kept nowhere.
    ///
    /// # Errors
    /// [`CreateError`]; nothing was written then.
    pub async fn create(&self, new: NewStore) -> Result<RecoveryCode, CreateError> {
        let _turn = self.writing.lock().await;
        let vault = VaultId::from_bytes(self.random()?);
        let about = about(&new.you);
        let made = keys::create_vault(
            &self.crypto,
            vault,
            new.label,
            SCHEMA,
            &new.passphrase,
            &about,
            StretchCost::USUAL,
        )
        .await?;
        let profile = self.new_profile(new.you)?;
        let changes = vec![
            Change::Put(Address::header(vault), made.header.write()),
            seal(
                &self.crypto,
                &made.key,
                Address::new(vault, Shelf::Profile, made.slot.to_string()),
                &profile,
            )
            .await?,
        ];
        self.store.write(changes, Durability::Strict).await.map_err(SaveError::Store)?;
        *self.open.borrow_mut() = Some(Unlocked {
            vault,
            header: made.header,
            key: made.key,
            slot: made.slot,
            profile,
            families: Default::default(),
            unopened: Vec::new(),
            drafts: Drafts::default(),
        });
        Ok(made.recovery_code)
    }

    fn new_profile(&self, you: You) -> Result<Profile, SaveError> {
        let You { name, role, employer, team, authority } = you;
        let id = PractitionerId::from_bytes(self.random()?);
        Ok(Profile {
            practitioner: Practitioner { id, name, role, employer, team },
            device: self.new_device_id()?,
            authority,
            rules: None,
            auto_lock_minutes: Profile::AUTO_LOCK_MINUTES.1,
            recovery_confirmed: false,
            backed_up: None,
            shared: Default::default(),
            shared_records: Default::default(),
        })
    }

    /// Unlocks a store with a passphrase.
    ///
    /// # Errors
    /// [`OpenError`]; nothing was changed then.
    pub async fn unlock(&self, vault: VaultId, passphrase: &str) -> Result<(), OpenError> {
        let header = self.header(vault).await?;
        let opened = keys::open_vault(&self.crypto, &header, passphrase).await?;
        let header = if opened.needs_raising { self.raise(vault, header, passphrase).await } else { header };
        self.read_in(vault, header, opened.key, opened.slot).await
    }

    /// Makes an old slot as dear to guess as a new one, while the passphrase is at hand. Not being able to
    /// is no reason to keep anybody out.
    async fn raise(&self, vault: VaultId, header: VaultHeader, passphrase: &str) -> VaultHeader {
        let Ok(raised) = keys::raise_cost(&self.crypto, &header, passphrase).await else { return header };
        let put = Change::Put(Address::header(vault), raised.write());
        match self.store.write(vec![put], Durability::Strict).await {
            Ok(()) => raised,
            Err(_) => header,
        }
    }

    /// Unlocks a store with the code from the recovery sheet, and puts a new passphrase in the place of the
    /// one that was forgotten. In a shared store `who` says whose it was; `None` is enough where one person
    /// uses it.
    ///
    /// # Errors
    /// [`ChangeError`]; the store is then as it was.
    pub async fn recover(
        &self,
        vault: VaultId,
        code: &RecoveryCode,
        who: Option<SlotId>,
        new_passphrase: &str,
    ) -> Result<(), RecoverError> {
        let header = self.header(vault).await?;
        let opened = keys::open_with_recovery(&self.crypto, &header, code).await?;
        let slot = match who {
            Some(slot) => slot,
            None => {
                let holders = self.holders(vault, &opened.key).await?;
                match holders.as_slice() {
                    [only] => only.slot,
                    _ => return Err(RecoverError::Whose(holders)),
                }
            }
        };
        let changed = keys::reset_passphrase(&self.crypto, &header, code, slot, new_passphrase, &[]).await?;
        let put = Change::Put(Address::header(vault), changed.write());
        self.store.write(vec![put], Durability::Strict).await?;
        self.read_in(vault, changed, opened.key, slot).await?;
        Ok(())
    }

    async fn header(&self, vault: VaultId) -> Result<VaultHeader, OpenError> {
        let bytes = self.store.get(&Address::header(vault)).await?.ok_or(OpenError::NotHere)?;
        Ok(VaultHeader::read(&bytes).map_err(UnlockError::Header)?)
    }

    async fn holders(&self, vault: VaultId, key: &C::Key) -> Result<Vec<KeyHolder>, StoreError> {
        let mut holders = Vec::new();
        for (name, sealed) in self.store.list(vault, Shelf::Profile).await? {
            let profile: Option<Profile> =
                open(&self.crypto, key, vault, Shelf::Profile, &name, &sealed).await;
            if let (Some(profile), Ok(slot)) = (profile, name.parse()) {
                holders.push(KeyHolder { slot, practitioner: profile.practitioner });
            }
        }
        Ok(holders)
    }

    /// Who may open the store that is unlocked.
    ///
    /// # Errors
    /// [`SaveError`] when it is locked or the store does not answer.
    pub async fn key_holders(&self) -> Result<Vec<KeyHolder>, SaveError> {
        let (vault, key) = self.with(|open| (open.vault, open.key.clone()))?;
        Ok(self.holders(vault, &key).await?)
    }

    async fn read_in(
        &self,
        vault: VaultId,
        header: VaultHeader,
        key: C::Key,
        slot: SlotId,
    ) -> Result<(), OpenError> {
        let name = slot.to_string();
        let sealed = self.store.get(&Address::new(vault, Shelf::Profile, name.clone())).await?;
        let sealed = sealed.ok_or(OpenError::NoProfile)?;
        let profile: Profile = open(&self.crypto, &key, vault, Shelf::Profile, &name, &sealed)
            .await
            .ok_or(OpenError::NoProfile)?;
        let (families, unopened) = self.read_families(vault, &key).await?;
        let mut drafts = Drafts::default();
        for (name, sealed) in self.store.list(vault, Shelf::Draft).await? {
            let draft: Option<Draft> = open(&self.crypto, &key, vault, Shelf::Draft, &name, &sealed).await;
            if let Some(draft) = draft {
                drafts.restore(name, draft);
            }
        }
        *self.open.borrow_mut() =
            Some(Unlocked { vault, header, key, slot, profile, families, unopened, drafts });
        Ok(())
    }

    /// Reads everything again, after another tab has written to the store that is unlocked here. Does nothing
    /// while it is locked.
    ///
    /// # Errors
    /// [`OpenError`]; what was read before is still there.
    pub async fn read_again(&self) -> Result<(), OpenError> {
        let Ok((vault, key, slot)) = self.with(|open| (open.vault, open.key.clone(), open.slot)) else {
            return Ok(());
        };
        let header = self.header(vault).await?;
        self.read_in(vault, header, key, slot).await
    }

    /// Whose key opened the store.
    pub fn own_slot(&self) -> Option<SlotId> {
        self.with(|open| open.slot).ok()
    }

    /// Changes the passphrase. Only a slot is rewritten: a crash at any step leaves the old or the new one
    /// working.
    ///
    /// # Errors
    /// [`ChangeError`]; the old passphrase still opens the store then.
    pub async fn change_passphrase(&self, present: &str, new: &str) -> Result<(), ChangeError> {
        let _turn = self.writing.lock().await;
        let (header, name) =
            self.with(|open| (open.header.clone(), open.profile.practitioner.name.clone()))?;
        let changed = keys::change_passphrase(&self.crypto, &header, present, new, &[&name]).await?;
        self.put_header(changed).await
    }

    /// Lets a colleague in to this store, with a passphrase of their own.
    ///
    /// # Errors
    /// [`ChangeError`]; nobody was let in then.
    pub async fn let_in(&self, present: &str, colleague: Colleague) -> Result<(), ChangeError> {
        let _turn = self.writing.lock().await;
        let (vault, header, key) = self.with(|open| (open.vault, open.header.clone(), open.key.clone()))?;
        let about = about(&colleague.you);
        let (changed, slot) =
            keys::add_slot(&self.crypto, &header, Secret::Passphrase(present), &colleague.passphrase, &about)
                .await?;
        let mut profile = self.new_profile(colleague.you)?;
        // Under one authority they follow the same rules, with whatever a manager changed in them.
        let own = self.with(|open| open.profile.clone())?;
        profile.rules = own.rules.filter(|_| own.authority == profile.authority);
        // The sheet of the store is its owner's.
        profile.recovery_confirmed = true;
        let at = Address::new(vault, Shelf::Profile, slot.to_string());
        let changes = vec![
            Change::Put(Address::header(vault), changed.write()),
            seal(&self.crypto, &key, at, &profile).await?,
        ];
        self.store.write(changes, Durability::Strict).await.map_err(SaveError::Store)?;
        self.change(|open| open.header = changed)?;
        Ok(())
    }

    /// Takes a colleague's key away. What they recorded stays.
    ///
    /// # Errors
    /// [`ChangeError`]; they can still open the store then.
    pub async fn shut_out(&self, slot: SlotId) -> Result<(), ChangeError> {
        let _turn = self.writing.lock().await;
        let header = self.with(|open| open.header.clone())?;
        let changed = keys::remove_slot(&header, slot)?;
        let vault = changed.vault;
        let changes = vec![
            Change::Put(Address::header(vault), changed.write()),
            Change::Remove(Address::new(vault, Shelf::Profile, slot.to_string())),
        ];
        self.store.write(changes, Durability::Strict).await.map_err(SaveError::Store)?;
        self.change(|open| open.header = changed)?;
        Ok(())
    }

    /// Makes a new recovery code; the old sheet no longer opens the store.
    ///
    /// # Errors
    /// [`ChangeError`]; the old sheet is still the one then.
    pub async fn new_recovery_code(&self, present: &str) -> Result<RecoveryCode, ChangeError> {
        let _turn = self.writing.lock().await;
        let header = self.with(|open| open.header.clone())?;
        let (changed, code) =
            keys::replace_recovery_code(&self.crypto, &header, Secret::Passphrase(present)).await?;
        self.put_header(changed).await?;
        Ok(code)
    }

    async fn put_header(&self, changed: VaultHeader) -> Result<(), ChangeError> {
        let put = Change::Put(Address::header(changed.vault), changed.write());
        self.store.write(vec![put], Durability::Strict).await.map_err(SaveError::Store)?;
        self.change(|open| open.header = changed)?;
        Ok(())
    }

    /// Removes a whole workbook store from this device, with everything in it. There is no way back but a
    /// backup file.
    ///
    /// # Errors
    /// [`StoreError`]; it is then still here.
    pub async fn remove_store(&self, vault: VaultId) -> Result<(), StoreError> {
        let _turn = self.writing.lock().await;
        self.store.write(vec![Change::RemoveVault(vault)], Durability::Strict).await?;
        if self.vault() == Some(vault) {
            self.lock();
        }
        Ok(())
    }

    /// The label of the store that is unlocked.
    pub fn label(&self) -> Option<VaultLabel> {
        self.with(|open| open.header.label.clone()).ok()
    }

    /// When everything in this store was last backed up.
    pub fn backed_up(&self) -> Option<DateTime<Utc>> {
        self.with(|open| open.profile.backed_up).ok().flatten()
    }
}

/// Why a store was not recovered. It is as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RecoverError {
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error(transparent)]
    Lock(#[from] ChangeLockError),
    #[error("More than one person can open this workbook store. Choose who you are.")]
    Whose(Vec<KeyHolder>),
}

impl From<UnlockError> for RecoverError {
    fn from(error: UnlockError) -> Self {
        Self::Open(error.into())
    }
}

impl From<StoreError> for RecoverError {
    fn from(error: StoreError) -> Self {
        Self::Open(error.into())
    }
}

/// Words about a person that their passphrase must not be made of.
fn about(you: &You) -> Vec<&str> {
    vec![&you.name, &you.employer, &you.team]
}
