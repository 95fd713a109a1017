//! A vault locked and opened on the host: what opens it, what does not, and what a change leaves alone.
#![allow(clippy::unwrap_used, reason = "clippy takes only `#[test]` functions for tests")]

mod support;

use hearth::model::ids::{SlotId, VaultId};
use hearth::services::crypto::Crypto;
use hearth::services::crypto::host::{HostCrypto, HostKey};
use hearth::services::keys::{
    ChangeLockError, CreateVaultError, CreatedVault, Secret, UnlockError, add_slot, change_passphrase,
    create_vault, open_vault, open_with_recovery, raise_cost, remove_slot, replace_recovery_code,
    reset_passphrase, suggest_passphrase,
};
use hearth::services::sealing::{OpenError, open, seal};
use hearth::vault::header::{HeaderError, SlotKind, VaultHeader};
use hearth::vault::label::VaultLabel;
use hearth::vault::passphrase::{Verdict, Weakness, judge};
use hearth::vault::record::Place;
use hearth::vault::recovery_code::RecoveryCode;
use hearth::vault::stretch::StretchCost;
use pollster::block_on;
use support::QuickCrypto;

const MINE: &str = "heron kettle plum gravity";
const HERS: &str = "otter lantern maple violin";
const NEW: &str = "walnut ferry thimble cloud";

fn create(crypto: &impl Crypto<Key = HostKey>, passphrase: &str, cost: StretchCost) -> CreatedVault<HostKey> {
    let vault = VaultId::from_bytes(crypto.random().unwrap());
    let label = VaultLabel::named("Green kettle").unwrap();
    block_on(create_vault(crypto, vault, label, 1, passphrase, &[], cost)).unwrap()
}

fn place(vault: VaultId) -> Place<'static> {
    Place { vault, shelf: "draft", key: "7F3K", schema: 1 }
}

const WORDS: &[u8] = b"He said the evenings are calmer now.";

/// A record sealed with the key as it was made, to be opened with the key as it was found again.
fn sealed_with(crypto: &impl Crypto<Key = HostKey>, created: &CreatedVault<HostKey>) -> Vec<u8> {
    block_on(seal(crypto, &created.key, place(created.header.vault), WORDS)).unwrap()
}

#[track_caller]
fn check_opens(crypto: &QuickCrypto, header: &VaultHeader, passphrase: &str, record: &[u8]) {
    let opened = block_on(open_vault(crypto, header, passphrase)).unwrap();
    assert_eq!(block_on(open(crypto, &opened.key, place(header.vault), record)).unwrap(), WORDS);
}

#[track_caller]
fn check_refused(crypto: &QuickCrypto, header: &VaultHeader, passphrase: &str) {
    let refused = block_on(open_vault(crypto, header, passphrase)).err();
    assert_eq!(refused, Some(UnlockError::WrongPassphrase));
}

#[test]
fn the_whole_way_at_full_cost() {
    let created = create(&HostCrypto, MINE, StretchCost::USUAL);
    let record = sealed_with(&HostCrypto, &created);
    let header = VaultHeader::read(&created.header.write()).unwrap();
    assert_eq!(header, created.header);

    let opened = block_on(open_vault(&HostCrypto, &header, MINE)).unwrap();
    assert_eq!(block_on(open(&HostCrypto, &opened.key, place(header.vault), &record)).unwrap(), WORDS);
    assert_eq!(opened.slot, created.slot);
    assert!(!opened.needs_raising);
    assert_eq!(block_on(open_vault(&HostCrypto, &header, HERS)).err(), Some(UnlockError::WrongPassphrase));
}

/// From the reference implementation's own `argon2` command, through its Python binding.
#[test]
fn stretching_agrees_with_the_reference() {
    let bytes = hearth::services::crypto::argon2id(b"heron kettle", &[7; 32], StretchCost::LEAST).unwrap();
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(hex, "4d953600ba4e9d28cfaf19a6e0419f4994b16670a37f55e250801207fcca84c7");
}

#[test]
fn the_recovery_code_opens() {
    let crypto = QuickCrypto::default();
    let created = create(&crypto, MINE, StretchCost::USUAL);
    let record = sealed_with(&crypto, &created);
    let typed = RecoveryCode::read(&created.recovery_code.to_string().to_lowercase()).unwrap();
    let opened = block_on(open_with_recovery(&crypto, &created.header, &typed)).unwrap();
    assert_eq!(block_on(open(&crypto, &opened.key, place(created.header.vault), &record)).unwrap(), WORDS);

    let another = RecoveryCode::from_random(&[9; 17]);
    assert_eq!(
        block_on(open_with_recovery(&crypto, &created.header, &another)).err(),
        Some(UnlockError::WrongRecoveryCode)
    );
    // A code is not a passphrase, even when typed as one.
    check_refused(&crypto, &created.header, &created.recovery_code.to_string());
}

#[test]
fn accents_open_however_the_keyboard_spells_them() {
    let crypto = QuickCrypto::default();
    let composed = "h\u{e9}ron k\u{e9}ttle pl\u{fb}m grav\u{ef}ty";
    let apart = "he\u{301}ron ke\u{301}ttle plu\u{302}m gravi\u{308}ty";
    let created = create(&crypto, composed, StretchCost::USUAL);
    let record = sealed_with(&crypto, &created);
    check_opens(&crypto, &created.header, composed, &record);
    check_opens(&crypto, &created.header, apart, &record);
    check_refused(&crypto, &created.header, "heron kettle plum gravity");

    for passphrase in ["ਮੇਰੀ ਦਾਦੀ ਦਾ ਬਾਗ ਸੋਹਣਾ", "میری دادی کا باغ بہت خوبصورت", "🦉🫖🍑🪐🦦🏮🍁🎻 و شجرة"]
    {
        let created = create(&crypto, passphrase, StretchCost::USUAL);
        let record = sealed_with(&crypto, &created);
        check_opens(&crypto, &created.header, passphrase, &record);
    }
}

#[test]
fn a_weak_passphrase_makes_no_vault_and_costs_nothing() {
    let crypto = QuickCrypto::default();
    let label = || VaultLabel::named("Oak table").unwrap();
    for (passphrase, weakness) in [
        ("short", Weakness::TooShort),
        ("passwordpassword", Weakness::MostUsed),
        ("PriyaShah1985", Weakness::AboutYou),
    ] {
        let made = create_vault(
            &crypto,
            VaultId::from_bytes([1; 16]),
            label(),
            1,
            passphrase,
            &["Priya Shah"],
            StretchCost::USUAL,
        );
        assert_eq!(block_on(made).err(), Some(CreateVaultError::Passphrase(weakness)), "{passphrase}");
    }
    assert_eq!(crypto.worked.get(), 0);
}

#[test]
fn suggestions_differ_and_are_good() {
    let crypto = QuickCrypto::default();
    let (one, two) = (suggest_passphrase(&crypto).unwrap(), suggest_passphrase(&crypto).unwrap());
    assert_ne!(one, two);
    assert_eq!(one.split('-').count(), 7);
    assert_eq!(judge(&one, &[]), Verdict::Good);
}

#[test]
fn changing_a_passphrase_rewrites_one_slot_and_no_record() {
    let crypto = QuickCrypto::default();
    let created = create(&crypto, MINE, StretchCost::USUAL);
    let record = sealed_with(&crypto, &created);
    let changed = block_on(change_passphrase(&crypto, &created.header, MINE, NEW, &[])).unwrap();

    check_opens(&crypto, &changed, NEW, &record);
    check_refused(&crypto, &changed, MINE);
    // Until the new header is written, the old one still opens.
    check_opens(&crypto, &created.header, MINE, &record);
    check_refused(&crypto, &created.header, NEW);

    assert_eq!(changed.slot(created.slot).map(|slot| slot.kind), Some(SlotKind::Passphrase));
    let others = |header: &VaultHeader| {
        header.slots.iter().filter(|s| s.id != created.slot).cloned().collect::<Vec<_>>()
    };
    assert_eq!(others(&changed), others(&created.header));
    assert!(block_on(open_with_recovery(&crypto, &changed, &created.recovery_code)).is_ok());
}

#[test]
fn a_passphrase_is_not_changed_without_the_old_one() {
    let crypto = QuickCrypto::default();
    let created = create(&crypto, MINE, StretchCost::USUAL);
    let change =
        |old: &str, new: &str| block_on(change_passphrase(&crypto, &created.header, old, new, &[])).err();
    assert_eq!(change(HERS, NEW), Some(ChangeLockError::Unlock(UnlockError::WrongPassphrase)));
    assert_eq!(change(MINE, MINE), Some(ChangeLockError::AlreadyOpens));
    assert_eq!(change(MINE, "short"), Some(ChangeLockError::Passphrase(Weakness::TooShort)));
}

#[test]
fn a_forgotten_passphrase_is_replaced_by_recovery_code() {
    let crypto = QuickCrypto::default();
    let created = create(&crypto, MINE, StretchCost::USUAL);
    let record = sealed_with(&crypto, &created);
    let reset = |code: &RecoveryCode, slot| {
        block_on(reset_passphrase(&crypto, &created.header, code, slot, NEW, &[]))
    };
    let changed = reset(&created.recovery_code, created.slot).unwrap();
    check_opens(&crypto, &changed, NEW, &record);
    check_refused(&crypto, &changed, MINE);

    let wrong = RecoveryCode::from_random(&[9; 17]);
    assert_eq!(
        reset(&wrong, created.slot).err(),
        Some(ChangeLockError::Unlock(UnlockError::WrongRecoveryCode))
    );
    let nobody = SlotId::from_bytes([0; 16]);
    assert_eq!(reset(&created.recovery_code, nobody).err(), Some(ChangeLockError::NoSuchSlot));
}

#[test]
fn a_colleague_is_let_in_and_leaves() {
    let crypto = QuickCrypto::default();
    let created = create(&crypto, MINE, StretchCost::USUAL);
    let record = sealed_with(&crypto, &created);
    let (shared, hers) =
        block_on(add_slot(&crypto, &created.header, Secret::Passphrase(MINE), HERS, &[])).unwrap();
    check_opens(&crypto, &shared, MINE, &record);
    check_opens(&crypto, &shared, HERS, &record);
    assert_eq!(block_on(open_vault(&crypto, &shared, HERS)).unwrap().slot, hers);

    // Each changes their own and leaves the other's alone.
    let changed = block_on(change_passphrase(&crypto, &shared, HERS, NEW, &[])).unwrap();
    check_opens(&crypto, &changed, MINE, &record);
    check_opens(&crypto, &changed, NEW, &record);
    check_refused(&crypto, &changed, HERS);

    let alone = remove_slot(&shared, hers).unwrap();
    check_opens(&crypto, &alone, MINE, &record);
    check_refused(&crypto, &alone, HERS);
    assert_eq!(remove_slot(&alone, created.slot), Err(ChangeLockError::LastPassphrase));
    assert_eq!(remove_slot(&alone, hers), Err(ChangeLockError::NoSuchSlot));
    let recovery = alone.slots_of(SlotKind::Recovery).next().unwrap().id;
    assert_eq!(remove_slot(&alone, recovery), Err(ChangeLockError::NoSuchSlot));
}

#[test]
fn letting_in_needs_a_key_and_a_passphrase_of_ones_own() {
    let crypto = QuickCrypto::default();
    let created = create(&crypto, MINE, StretchCost::USUAL);
    let add = |header: &VaultHeader, mine: &str, theirs: &str| {
        block_on(add_slot(&crypto, header, Secret::Passphrase(mine), theirs, &[]))
    };
    assert_eq!(
        add(&created.header, NEW, HERS).err(),
        Some(ChangeLockError::Unlock(UnlockError::WrongPassphrase))
    );
    assert_eq!(add(&created.header, MINE, MINE).err(), Some(ChangeLockError::AlreadyOpens));

    let mut header = created.header.clone();
    while header.slots.len() < 12 {
        let theirs = suggest_passphrase(&crypto).unwrap();
        header = add(&header, MINE, &theirs).unwrap().0;
    }
    assert_eq!(add(&header, MINE, HERS).err(), Some(ChangeLockError::TooManySlots));
    assert!(VaultHeader::read(&header.write()).is_ok());
}

#[test]
fn a_new_recovery_code_ends_the_old() {
    let crypto = QuickCrypto::default();
    let created = create(&crypto, MINE, StretchCost::USUAL);
    let (changed, code) =
        block_on(replace_recovery_code(&crypto, &created.header, Secret::Passphrase(MINE))).unwrap();
    assert!(block_on(open_with_recovery(&crypto, &changed, &code)).is_ok());
    assert_eq!(
        block_on(open_with_recovery(&crypto, &changed, &created.recovery_code)).err(),
        Some(UnlockError::WrongRecoveryCode)
    );
    assert_eq!(changed.slots_of(SlotKind::Recovery).count(), 1);
    // The old code itself is reason enough to make a new one.
    let by_code = Secret::RecoveryCode(&code);
    assert!(block_on(replace_recovery_code(&crypto, &changed, by_code)).is_ok());
}

#[test]
fn a_cheap_slot_is_raised_while_the_passphrase_is_at_hand() {
    let crypto = QuickCrypto::default();
    let created = create(&crypto, MINE, StretchCost::LEAST);
    let record = sealed_with(&crypto, &created);
    assert!(block_on(open_vault(&crypto, &created.header, MINE)).unwrap().needs_raising);
    let raised = block_on(raise_cost(&crypto, &created.header, MINE)).unwrap();
    assert!(!block_on(open_vault(&crypto, &raised, MINE)).unwrap().needs_raising);
    assert_eq!(raised.slot(created.slot).unwrap().cost, StretchCost::USUAL);
    check_opens(&crypto, &raised, MINE, &record);
}

#[test]
fn a_slot_opens_only_where_it_was_made() {
    let crypto = QuickCrypto::default();
    let (one, two) = (create(&crypto, MINE, StretchCost::USUAL), create(&crypto, MINE, StretchCost::USUAL));
    // Another vault's slot, for a passphrase that opens both.
    let mut swapped = one.header.clone();
    swapped.slots[0] = two.header.slots[0].clone();
    check_refused(&crypto, &swapped, MINE);
    // The recovery slot passed off as a passphrase's, and every byte of a slot changed in turn.
    let mut passed_off = one.header.clone();
    passed_off.slots.remove(0);
    passed_off.slots[0].kind = SlotKind::Passphrase;
    check_refused(&crypto, &passed_off, &one.recovery_code.to_string().replace('-', ""));
    for byte in 0..40 {
        let mut changed = one.header.clone();
        changed.slots[0].wrapped[byte] ^= 1;
        check_refused(&crypto, &changed, MINE);
    }
    for byte in 0..16 {
        let mut changed = one.header.clone();
        changed.slots[0].salt[byte] ^= 1;
        check_refused(&crypto, &changed, MINE);
    }
    let mut cheaper = one.header.clone();
    cheaper.slots[0].cost = StretchCost::LEAST;
    check_refused(&crypto, &cheaper, MINE);
}

#[test]
fn a_header_that_asks_for_absurd_work_is_refused_before_any() {
    let crypto = QuickCrypto::default();
    let created = create(&crypto, MINE, StretchCost::USUAL);
    let written = String::from_utf8(created.header.write()).unwrap();
    let before = crypto.worked.get();
    for absurd in [r#""m":0"#, r#""m":18000"#, r#""m":4294967295"#] {
        let changed = written.replace(r#""m":65536"#, absurd);
        assert_eq!(VaultHeader::read(changed.as_bytes()), Err(HeaderError::AbsurdCost), "{absurd}");
    }
    assert_eq!(crypto.worked.get(), before);
}

#[test]
fn a_record_opens_only_in_its_place() {
    let crypto = QuickCrypto::default();
    let created = create(&crypto, MINE, StretchCost::USUAL);
    let here = place(created.header.vault);
    for length in [0, 1, 511, 512, 5_000, 100_000] {
        let words: Vec<u8> = b"What is going well? ".iter().copied().cycle().take(length).collect();
        let record = block_on(seal(&crypto, &created.key, here, &words)).unwrap();
        assert_eq!(block_on(open(&crypto, &created.key, here, &record)).unwrap(), words);
        assert!(record.len() <= length + 64);
        assert!(length < 5_000 || record.len() < length / 4, "long records are packed");
    }
    let record = block_on(seal(&crypto, &created.key, here, WORDS)).unwrap();
    let elsewhere = [
        Place { vault: VaultId::from_bytes([0; 16]), ..here },
        Place { shelf: "note", ..here },
        Place { key: "7F3L", ..here },
        Place { schema: 2, ..here },
    ];
    for place in elsewhere {
        assert_eq!(
            block_on(open(&crypto, &created.key, place, &record)),
            Err(OpenError::Damaged),
            "{place:?}"
        );
    }
    let other = create(&crypto, MINE, StretchCost::USUAL);
    assert_eq!(block_on(open(&crypto, &other.key, here, &record)), Err(OpenError::Damaged));
}

#[test]
fn every_changed_bit_and_every_cut_is_found() {
    let crypto = QuickCrypto::default();
    let created = create(&crypto, MINE, StretchCost::USUAL);
    let here = place(created.header.vault);
    let record = block_on(seal(&crypto, &created.key, here, WORDS)).unwrap();
    for bit in 0..record.len() * 8 {
        let mut changed = record.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        let refused = block_on(open(&crypto, &created.key, here, &changed)).unwrap_err();
        assert!(matches!(refused, OpenError::Damaged | OpenError::Newer), "bit {bit}");
        assert!(bit < 8 || refused == OpenError::Damaged);
    }
    for length in 0..record.len() {
        let cut = block_on(open(&crypto, &created.key, here, &record[..length]));
        assert_eq!(cut, Err(OpenError::Damaged), "cut to {length}");
    }
}

#[test]
fn no_nonce_comes_twice_and_no_words_show() {
    let crypto = QuickCrypto::default();
    let created = create(&crypto, MINE, StretchCost::USUAL);
    let mut nonces = std::collections::BTreeSet::new();
    for _ in 0..1_000 {
        let record = sealed_with(&crypto, &created);
        assert!(nonces.insert(record[1..13].to_vec()));
        assert!(!record.windows(7).any(|part| part == b"evening"));
    }
}

#[test]
fn no_secret_is_in_the_header() {
    let crypto = QuickCrypto::default();
    let created = create(&crypto, MINE, StretchCost::USUAL);
    let written = String::from_utf8(created.header.write()).unwrap();
    for secret in [MINE, "heron", &created.recovery_code.to_string(), &created.recovery_code.groups()[3]] {
        assert!(!written.contains(secret));
    }
}

/// Written once by version 1 and frozen: every later version opens it, on the host and in a page.
#[test]
fn the_frozen_vault_opens() {
    use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
    let header = VaultHeader::read(include_bytes!("fixtures/vault/v1.header.json")).unwrap();
    let code = RecoveryCode::read(include_str!("fixtures/vault/v1.recovery.txt")).unwrap();
    let by_passphrase = block_on(open_vault(&HostCrypto, &header, "héron-kettle-plum-gravité")).unwrap();
    let by_code = block_on(open_with_recovery(&HostCrypto, &header, &code)).unwrap();
    for opened in [by_passphrase, by_code] {
        for (key, record, words) in [
            ("short", include_str!("fixtures/vault/v1.short.txt"), "Cwtch, ਘਰ, خاندان, 家, 🦉".to_owned()),
            ("long", include_str!("fixtures/vault/v1.long.txt"), "What is going well? ".repeat(100)),
        ] {
            let place = Place { vault: header.vault, shelf: "draft", key, schema: 1 };
            let record = BASE64_URL_SAFE_NO_PAD.decode(record).unwrap();
            assert_eq!(block_on(open(&HostCrypto, &opened.key, place, &record)).unwrap(), words.as_bytes());
        }
    }
}
