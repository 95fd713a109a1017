//! Making, opening and changing the locks of a vault.
//!
//! Every function here takes a header and gives back a new one; none of them writes. The caller puts the
//! new header in the place of the old in one store transaction, so that a crash at any step leaves a
//! header that opens: the old one or the new.

use zeroize::Zeroizing;

use super::crypto::{Crypto, CryptoError};
use crate::model::ids::{SlotId, VaultId};
use crate::vault::header::{HeaderError, KeySlot, MOST_SLOTS, SlotKind, VaultHeader};
use crate::vault::label::VaultLabel;
use crate::vault::passphrase::{self, Verdict, Weakness};
use crate::vault::recovery_code::RecoveryCode;
use crate::vault::stretch::StretchCost;
use crate::vault::suggestion;

/// A vault just made: its header to write, its key to use, and the recovery code to print. The code is
/// kept nowhere.
pub struct CreatedVault<K> {
    pub header: VaultHeader,
    pub key: K,
    pub slot: SlotId,
    pub recovery_code: RecoveryCode,
}

/// A vault just opened.
pub struct OpenedVault<K> {
    pub key: K,
    /// The slot that opened it: whose passphrase it was, for those who keep that inside the vault.
    pub slot: SlotId,
    /// The slot was made when tries were cheaper. Call [`raise_cost`] while the passphrase is at hand.
    pub needs_raising: bool,
}

/// What a person proves who they are with.
#[derive(Clone, Copy)]
pub enum Secret<'a> {
    Passphrase(&'a str),
    RecoveryCode(&'a RecoveryCode),
}

/// Why a vault did not open.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UnlockError {
    #[error("That passphrase does not open this workbook store")]
    WrongPassphrase,
    #[error(
        "That recovery code does not open this workbook store. Check that the sheet is the one for this store."
    )]
    WrongRecoveryCode,
    #[error(transparent)]
    Header(#[from] HeaderError),
    #[error(transparent)]
    Crypto(CryptoError),
}

/// Why a vault was not made. Nothing was written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CreateVaultError {
    #[error(transparent)]
    Passphrase(#[from] Weakness),
    #[error(transparent)]
    Crypto(CryptoError),
}

/// Why a lock was not changed. The old one still opens the vault.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChangeLockError {
    #[error(transparent)]
    Unlock(#[from] UnlockError),
    #[error(transparent)]
    Passphrase(#[from] Weakness),
    #[error("That passphrase opens this workbook store already. Choose a different one.")]
    AlreadyOpens,
    #[error("This workbook store has as many keys as it can have. Remove one first.")]
    TooManySlots,
    #[error("That key is no longer part of this workbook store. Nothing was changed.")]
    NoSuchSlot,
    #[error("The last passphrase cannot be removed: nobody could open this workbook store any more.")]
    LastPassphrase,
    #[error(transparent)]
    Crypto(CryptoError),
}

/// Judges a passphrase as it is typed. `about_you` as in [`passphrase::judge`].
pub fn judge_passphrase<C: Crypto>(crypto: &C, typed: &str, about_you: &[&str]) -> Verdict {
    passphrase::judge(&crypto.composed(typed), about_you)
}

/// Seven words from the app's list.
pub fn suggest_passphrase<C: Crypto>(crypto: &C) -> Result<Zeroizing<String>, CryptoError> {
    Ok(suggestion::suggest(&Zeroizing::new(crypto.random()?)))
}

/// Makes a vault with two slots: this passphrase, and a recovery code made here.
pub async fn create_vault<C: Crypto>(
    crypto: &C,
    vault: VaultId,
    label: VaultLabel,
    schema: u32,
    typed: &str,
    about_you: &[&str],
    cost: StretchCost,
) -> Result<CreatedVault<C::Key>, CreateVaultError> {
    require_good(crypto, typed, about_you)?;
    let failed = CreateVaultError::Crypto;
    let recovery_code = make_recovery_code(crypto).map_err(failed)?;

    let lock = new_lock(crypto, vault, Secret::Passphrase(typed), cost).await.map_err(failed)?;
    let (key, wrapped) = crypto.make_key(&lock.wrapping_key).await.map_err(failed)?;
    let recovery =
        new_lock(crypto, vault, Secret::RecoveryCode(&recovery_code), cost).await.map_err(failed)?;
    let recovery_wrapped =
        crypto.rewrap_key(&lock.wrapping_key, &wrapped, &recovery.wrapping_key).await.map_err(failed)?;

    let slot = lock.id;
    let header = VaultHeader {
        vault,
        label,
        schema,
        slots: vec![lock.holding(wrapped), recovery.holding(recovery_wrapped)],
    };
    Ok(CreatedVault { header, key, slot, recovery_code })
}

/// Opens a vault with a passphrase, trying each person's slot in turn.
pub async fn open_vault<C: Crypto>(
    crypto: &C,
    header: &VaultHeader,
    typed: &str,
) -> Result<OpenedVault<C::Key>, UnlockError> {
    open_with(crypto, header, Secret::Passphrase(typed)).await
}

/// Opens a vault with the code from the recovery sheet.
pub async fn open_with_recovery<C: Crypto>(
    crypto: &C,
    header: &VaultHeader,
    code: &RecoveryCode,
) -> Result<OpenedVault<C::Key>, UnlockError> {
    open_with(crypto, header, Secret::RecoveryCode(code)).await
}

/// Opens a vault with either.
pub async fn open_with<C: Crypto>(
    crypto: &C,
    header: &VaultHeader,
    secret: Secret<'_>,
) -> Result<OpenedVault<C::Key>, UnlockError> {
    let found = find_slot(crypto, header, secret).await?;
    let key =
        crypto.unwrap_key(&found.wrapping_key, &found.slot.wrapped).await.map_err(UnlockError::Crypto)?;
    Ok(OpenedVault {
        key,
        slot: found.slot.id,
        needs_raising: found.slot.cost.needs_raising_to(StretchCost::USUAL),
    })
}

/// Puts a new passphrase in the slot that the present one opens.
pub async fn change_passphrase<C: Crypto>(
    crypto: &C,
    header: &VaultHeader,
    present: &str,
    new: &str,
    about_you: &[&str],
) -> Result<VaultHeader, ChangeLockError> {
    require_good(crypto, new, about_you)?;
    let found = find_slot(crypto, header, Secret::Passphrase(present)).await?;
    if crypto.composed(present) == crypto.composed(new) {
        return Err(ChangeLockError::AlreadyOpens);
    }
    relock(crypto, header, &found, found.slot, Secret::Passphrase(new)).await
}

/// Puts a new passphrase in a slot whose passphrase was forgotten, on the strength of the recovery code.
pub async fn reset_passphrase<C: Crypto>(
    crypto: &C,
    header: &VaultHeader,
    code: &RecoveryCode,
    slot: SlotId,
    new: &str,
    about_you: &[&str],
) -> Result<VaultHeader, ChangeLockError> {
    require_good(crypto, new, about_you)?;
    let forgotten = header
        .slot(slot)
        .filter(|slot| slot.kind == SlotKind::Passphrase)
        .ok_or(ChangeLockError::NoSuchSlot)?;
    let found = find_slot(crypto, header, Secret::RecoveryCode(code)).await?;
    relock(crypto, header, &found, forgotten, Secret::Passphrase(new)).await
}

/// Lets one more person in: their own passphrase, in a slot of its own. Returns the slot's id.
pub async fn add_slot<C: Crypto>(
    crypto: &C,
    header: &VaultHeader,
    present: Secret<'_>,
    theirs: &str,
    about_them: &[&str],
) -> Result<(VaultHeader, SlotId), ChangeLockError> {
    require_good(crypto, theirs, about_them)?;
    if header.slots.len() >= MOST_SLOTS {
        return Err(ChangeLockError::TooManySlots);
    }
    let found = find_slot(crypto, header, present).await?;
    // Two people with one passphrase would be one person to the app.
    match find_slot(crypto, header, Secret::Passphrase(theirs)).await {
        Ok(_) => return Err(ChangeLockError::AlreadyOpens),
        Err(UnlockError::WrongPassphrase) => {}
        Err(other) => return Err(other.into()),
    }
    let added = lock_again(crypto, header, &found, Secret::Passphrase(theirs)).await?;
    let id = added.id;
    let mut header = header.clone();
    header.slots.push(added);
    Ok((header, id))
}

/// Takes a person's slot away. Their passphrase no longer opens this header; a copy of the disk made
/// before still opens to it, as with any lock.
pub fn remove_slot(header: &VaultHeader, slot: SlotId) -> Result<VaultHeader, ChangeLockError> {
    let going = header
        .slot(slot)
        .filter(|slot| slot.kind == SlotKind::Passphrase)
        .ok_or(ChangeLockError::NoSuchSlot)?;
    if header.slots_of(SlotKind::Passphrase).count() < 2 {
        return Err(ChangeLockError::LastPassphrase);
    }
    let mut changed = header.clone();
    changed.slots.retain(|slot| slot.id != going.id);
    Ok(changed)
}

/// Makes a new recovery code and forgets the old: for a sheet that was lost, seen or used.
pub async fn replace_recovery_code<C: Crypto>(
    crypto: &C,
    header: &VaultHeader,
    present: Secret<'_>,
) -> Result<(VaultHeader, RecoveryCode), ChangeLockError> {
    let found = find_slot(crypto, header, present).await?;
    let code = make_recovery_code(crypto).map_err(ChangeLockError::Crypto)?;
    let added = lock_again(crypto, header, &found, Secret::RecoveryCode(&code)).await?;
    let mut changed = header.clone();
    changed.slots.retain(|slot| slot.kind != SlotKind::Recovery);
    if changed.slots.len() >= MOST_SLOTS {
        return Err(ChangeLockError::TooManySlots);
    }
    changed.slots.push(added);
    Ok((changed, code))
}

/// Makes the slot that this passphrase opens as dear to guess as new ones are. The passphrase stays.
pub async fn raise_cost<C: Crypto>(
    crypto: &C,
    header: &VaultHeader,
    typed: &str,
) -> Result<VaultHeader, ChangeLockError> {
    let secret = Secret::Passphrase(typed);
    let found = find_slot(crypto, header, secret).await?;
    relock(crypto, header, &found, found.slot, secret).await
}

/// A slot and the wrapping key that fits it.
struct Found<'a, W> {
    slot: &'a KeySlot,
    wrapping_key: W,
}

/// A slot still without a key in it.
struct NewLock<W> {
    id: SlotId,
    kind: SlotKind,
    cost: StretchCost,
    salt: [u8; crate::vault::stretch::SALT_LENGTH],
    wrapping_key: W,
}

impl<W> NewLock<W> {
    fn holding(self, wrapped: crate::vault::header::WrappedKey) -> KeySlot {
        KeySlot { id: self.id, kind: self.kind, cost: self.cost, salt: self.salt, wrapped }
    }
}

impl Secret<'_> {
    fn kind(self) -> SlotKind {
        match self {
            Secret::Passphrase(_) => SlotKind::Passphrase,
            Secret::RecoveryCode(_) => SlotKind::Recovery,
        }
    }

    fn bytes<C: Crypto>(self, crypto: &C) -> Zeroizing<Vec<u8>> {
        match self {
            Secret::Passphrase(typed) => Zeroizing::new(crypto.composed(typed).as_bytes().to_vec()),
            Secret::RecoveryCode(code) => code.secret(),
        }
    }
}

fn require_good<C: Crypto>(crypto: &C, typed: &str, about_you: &[&str]) -> Result<(), Weakness> {
    match judge_passphrase(crypto, typed, about_you) {
        Verdict::Good => Ok(()),
        Verdict::Weak(weakness) => Err(weakness),
    }
}

fn make_recovery_code<C: Crypto>(crypto: &C) -> Result<RecoveryCode, CryptoError> {
    Ok(RecoveryCode::from_random(&Zeroizing::new(crypto.random()?)))
}

async fn find_slot<'h, C: Crypto>(
    crypto: &C,
    header: &'h VaultHeader,
    secret: Secret<'_>,
) -> Result<Found<'h, C::WrappingKey>, UnlockError> {
    let bytes = secret.bytes(crypto);
    for slot in header.slots_of(secret.kind()) {
        let salt = KeySlot::bound_salt(header.vault, slot.id, slot.kind, &slot.salt);
        let wrapping_key = crypto.stretch(&bytes, &salt, slot.cost).await.map_err(UnlockError::Crypto)?;
        match crypto.unwrap_key(&wrapping_key, &slot.wrapped).await {
            Ok(_) => return Ok(Found { slot, wrapping_key }),
            Err(CryptoError::DoesNotFit) => {}
            Err(other) => return Err(UnlockError::Crypto(other)),
        }
    }
    Err(match secret {
        Secret::Passphrase(_) => UnlockError::WrongPassphrase,
        Secret::RecoveryCode(_) => UnlockError::WrongRecoveryCode,
    })
}

async fn new_lock<C: Crypto>(
    crypto: &C,
    vault: VaultId,
    secret: Secret<'_>,
    cost: StretchCost,
) -> Result<NewLock<C::WrappingKey>, CryptoError> {
    let id = SlotId::from_bytes(crypto.random()?);
    lock_for(crypto, vault, id, secret, cost).await
}

async fn lock_for<C: Crypto>(
    crypto: &C,
    vault: VaultId,
    id: SlotId,
    secret: Secret<'_>,
    cost: StretchCost,
) -> Result<NewLock<C::WrappingKey>, CryptoError> {
    let salt = crypto.random()?;
    let kind = secret.kind();
    let bound = KeySlot::bound_salt(vault, id, kind, &salt);
    let wrapping_key = crypto.stretch(&secret.bytes(crypto), &bound, cost).await?;
    Ok(NewLock { id, kind, cost, salt, wrapping_key })
}

/// A new slot that holds the vault's key for another secret.
async fn lock_again<C: Crypto>(
    crypto: &C,
    header: &VaultHeader,
    found: &Found<'_, C::WrappingKey>,
    secret: Secret<'_>,
) -> Result<KeySlot, ChangeLockError> {
    let lock = new_lock(crypto, header.vault, secret, StretchCost::USUAL.max_with(found.slot.cost))
        .await
        .map_err(ChangeLockError::Crypto)?;
    let wrapped = crypto
        .rewrap_key(&found.wrapping_key, &found.slot.wrapped, &lock.wrapping_key)
        .await
        .map_err(ChangeLockError::Crypto)?;
    Ok(lock.holding(wrapped))
}

/// The header with one slot, which keeps its id, holding the vault's key for another secret.
async fn relock<C: Crypto>(
    crypto: &C,
    header: &VaultHeader,
    found: &Found<'_, C::WrappingKey>,
    slot: &KeySlot,
    secret: Secret<'_>,
) -> Result<VaultHeader, ChangeLockError> {
    let cost = StretchCost::USUAL.max_with(slot.cost);
    let lock =
        lock_for(crypto, header.vault, slot.id, secret, cost).await.map_err(ChangeLockError::Crypto)?;
    let wrapped = crypto
        .rewrap_key(&found.wrapping_key, &found.slot.wrapped, &lock.wrapping_key)
        .await
        .map_err(ChangeLockError::Crypto)?;
    Ok(header.with_slot_replaced(lock.holding(wrapped)))
}
