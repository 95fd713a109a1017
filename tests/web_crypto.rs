//! The cipher in a real browser: the same vectors as on the host, and what only a browser can promise.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "clippy takes only `#[test]` functions for tests"
)]

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD as BASE64};
use hearth::model::ids::{ShowingId, VaultId};
use hearth::services::crypto::browser::WebCrypto;
use hearth::services::crypto::{Crypto, CryptoError, argon2id};
use hearth::services::envelope::{OpenBundleError, open_bundle, seal_bundle};
use hearth::services::keys::{
    Secret, UnlockError, add_slot, change_passphrase, create_vault, open_vault, open_with_recovery,
    raise_cost, replace_recovery_code, reset_passphrase, suggest_passphrase,
};
use hearth::services::sealing::{OpenError, open, seal};
use hearth::services::visit::letters;
use hearth::vault::header::VaultHeader;
use hearth::vault::label::VaultLabel;
use hearth::vault::letter::{Pair, PublicHalf};
use hearth::vault::passphrase::{Verdict, judge};
use hearth::vault::record::Place;
use hearth::vault::recovery_code::RecoveryCode;
use hearth::vault::stretch::StretchCost;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const COMPOSED: &str = "h\u{e9}ron-kettle-plum-gravit\u{e9}";
const APART: &str = "he\u{301}ron-kettle-plum-gravite\u{301}";
const OTHER: &str = "walnut-ferry-thimble-cloud";

fn web() -> WebCrypto {
    WebCrypto::new(None).unwrap()
}

fn place(vault: VaultId, key: &str) -> Place<'_> {
    Place { vault, shelf: "draft", key, schema: 1 }
}

#[wasm_bindgen_test]
async fn what_the_host_sealed_opens_here() {
    let crypto = web();
    let header = VaultHeader::read(include_bytes!("fixtures/vault/v1.header.json")).unwrap();
    let code = RecoveryCode::read(include_str!("fixtures/vault/v1.recovery.txt")).unwrap();
    let opened = [
        open_vault(&crypto, &header, COMPOSED).await.unwrap(),
        open_vault(&crypto, &header, APART).await.unwrap(),
        open_with_recovery(&crypto, &header, &code).await.unwrap(),
    ];
    for opened in opened {
        for (key, record, words) in [
            ("short", include_str!("fixtures/vault/v1.short.txt"), "Cwtch, ਘਰ, خاندان, 家, 🦉".to_owned()),
            ("long", include_str!("fixtures/vault/v1.long.txt"), "What is going well? ".repeat(100)),
        ] {
            let record = BASE64.decode(record).unwrap();
            let found = open(&crypto, &opened.key, place(header.vault, key), &record).await.unwrap();
            assert_eq!(found, words.as_bytes());
        }
    }
    assert_eq!(open_vault(&crypto, &header, OTHER).await.err(), Some(UnlockError::WrongPassphrase));
}

/// The same letter, with a public half that is no point of the curve. WebKitGTK does not look at that; the page does.
fn from_nowhere(sealed: &[u8]) -> Vec<u8> {
    let text = std::str::from_utf8(sealed).unwrap();
    let (header, rest) = text.split_once('.').unwrap();
    let mut header: serde_json::Value = serde_json::from_slice(&BASE64.decode(header).unwrap()).unwrap();
    for half in ["x", "y"] {
        header["epk"][half] = BASE64.encode([1; 32]).into();
    }
    format!("{}.{rest}", BASE64.encode(header.to_string())).into_bytes()
}

#[wasm_bindgen_test]
async fn the_frozen_letter_opens_here_and_so_does_one_that_was_written_here() {
    let crypto = web();
    let showing = ShowingId::from_bytes([3; 16]);
    let frozen = Pair::from_jwk(include_str!("fixtures/vault/v1.letter.jwk")).unwrap();
    let sealed = include_bytes!("fixtures/vault/v1.letter.txt");
    let plain = letters::open(&crypto, &frozen, showing, sealed).await.unwrap();
    assert!(String::from_utf8(plain).unwrap().contains("Cwtch, ਘਰ, خاندان, 家, 🦉"));

    let own = crypto.make_pair().await.unwrap();
    let own = Pair::from_jwk(&own.to_jwk()).unwrap();
    let words = "I sleep now 🦉 \u{200f}أنا بخير";
    let sealed = letters::seal(&crypto, &own.public, showing, words.as_bytes()).await.unwrap();
    assert_eq!(letters::open(&crypto, &own, showing, &sealed).await.as_deref(), Ok(words.as_bytes()));
    assert!(letters::open(&crypto, &frozen, showing, &sealed).await.is_err());
    assert!(letters::open(&crypto, &own, ShowingId::from_bytes([4; 16]), &sealed).await.is_err());
    assert!(letters::open(&crypto, &own, showing, &from_nowhere(&sealed)).await.is_err());
    let nowhere = PublicHalf { x: [1; 32], y: [1; 32] };
    assert_eq!(crypto.agree(&own, &nowhere).await.err(), Some(CryptoError::DoesNotFit));
}

#[wasm_bindgen_test]
async fn the_frozen_bundle_opens_here() {
    let file = include_bytes!("fixtures/bundles/v1.json");
    let payload = include_bytes!("fixtures/bundles/v1.payload.json");
    for spelling in [COMPOSED, APART] {
        assert_eq!(open_bundle(&web(), file, spelling).await.unwrap(), payload);
    }
    assert_eq!(open_bundle(&web(), file, OTHER).await, Err(OpenBundleError::WrongPassphrase));
    let text = std::str::from_utf8(file).unwrap();
    let changed = text.replacen(r#""ciphertext":"CB"#, r#""ciphertext":"CC"#, 1);
    assert_ne!(changed, text);
    assert_eq!(open_bundle(&web(), changed.as_bytes(), COMPOSED).await, Err(OpenBundleError::Damaged));
}

#[wasm_bindgen_test]
async fn a_bundle_goes_out_and_comes_back() {
    let crypto = web();
    let passphrase = suggest_passphrase(&crypto).unwrap();
    assert_eq!(judge(&passphrase, &[]), Verdict::Good);
    let payload = "ਘਰ ".repeat(100_000);
    let file = seal_bundle(&crypto, payload.as_bytes(), &passphrase).await.unwrap();
    assert_eq!(open_bundle(&crypto, file.as_bytes(), &passphrase).await.unwrap(), payload.as_bytes());
}

/// The same key as the host test's, from the reference implementation.
#[wasm_bindgen_test]
fn stretching_agrees_with_the_reference() {
    let bytes = argon2id(b"heron kettle", &[7; 32], StretchCost::LEAST).unwrap();
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(hex, "4d953600ba4e9d28cfaf19a6e0419f4994b16670a37f55e250801207fcca84c7");
}

#[wasm_bindgen_test]
async fn every_lock_can_be_changed() {
    let crypto = web();
    let vault = VaultId::from_bytes(crypto.random().unwrap());
    let label = VaultLabel::named("Oak table").unwrap();
    let made = create_vault(&crypto, vault, label, 1, COMPOSED, &[], StretchCost::LEAST).await.unwrap();
    let here = place(vault, "7F3K");
    let record = seal(&crypto, &made.key, here, b"calmer evenings").await.unwrap();

    let raised = raise_cost(&crypto, &made.header, COMPOSED).await.unwrap();
    let changed = change_passphrase(&crypto, &raised, APART, OTHER, &[]).await.unwrap();
    let mine = Secret::Passphrase(OTHER);
    let (shared, _) = add_slot(&crypto, &changed, mine, "otter-lantern-maple-violin", &[]).await.unwrap();
    let (renewed, code) = replace_recovery_code(&crypto, &shared, mine).await.unwrap();
    let reset = reset_passphrase(&crypto, &renewed, &code, made.slot, COMPOSED, &[]).await.unwrap();

    for passphrase in [COMPOSED, "otter-lantern-maple-violin"] {
        let opened = open_vault(&crypto, &reset, passphrase).await.unwrap();
        assert_eq!(open(&crypto, &opened.key, here, &record).await.unwrap(), b"calmer evenings");
    }
    assert_eq!(open_vault(&crypto, &reset, OTHER).await.err(), Some(UnlockError::WrongPassphrase));
    let opened = open_with_recovery(&crypto, &reset, &code).await.unwrap();
    let elsewhere = place(vault, "7F3L");
    assert_eq!(open(&crypto, &opened.key, elsewhere, &record).await, Err(OpenError::Damaged));
}

#[wasm_bindgen_test]
async fn a_data_key_cannot_be_read_out() {
    let crypto = web();
    let vault = VaultId::from_bytes([3; 16]);
    let label = VaultLabel::named("Oak table").unwrap();
    let made = create_vault(&crypto, vault, label, 1, COMPOSED, &[], StretchCost::LEAST).await.unwrap();
    let opened = open_vault(&crypto, &made.header, COMPOSED).await.unwrap();
    let subtle = web_sys::window().unwrap().crypto().unwrap().subtle();
    for key in [made.key, opened.key] {
        assert!(!key.extractable());
        let exported = JsFuture::from(subtle.export_key("raw", &key).unwrap()).await;
        assert!(exported.is_err(), "the key's bytes came out");
    }
}

#[wasm_bindgen_test]
async fn changed_bytes_do_not_open() {
    let crypto = web();
    let under = crypto.stretch(b"secret", &[1; 32], StretchCost::LEAST).await.unwrap();
    let (key, wrapped) = crypto.make_key(&under).await.unwrap();
    let sealed = crypto.encrypt(&key, &[0; 12], b"place", b"words").await.unwrap();
    assert_eq!(sealed.len(), 5 + 16);
    assert_eq!(crypto.decrypt(&key, &[0; 12], b"place", &sealed).await.unwrap(), b"words");
    assert_eq!(crypto.decrypt(&key, &[0; 12], b"other", &sealed).await, Err(CryptoError::DoesNotFit));
    assert_eq!(crypto.decrypt(&key, &[1; 12], b"place", &sealed).await, Err(CryptoError::DoesNotFit));
    for at in 0..sealed.len() {
        let mut changed = sealed.clone();
        changed[at] ^= 1;
        assert_eq!(crypto.decrypt(&key, &[0; 12], b"place", &changed).await, Err(CryptoError::DoesNotFit));
    }
    for at in 0..wrapped.len() {
        let mut changed = wrapped;
        changed[at] ^= 1;
        assert_eq!(crypto.unwrap_key(&under, &changed).await.err(), Some(CryptoError::DoesNotFit));
    }
}

#[wasm_bindgen_test]
fn random_bytes_fill_pieces_larger_than_the_browser_gives() {
    let mut bytes = vec![0; 200_000];
    web().fill_random(&mut bytes).unwrap();
    for piece in bytes.chunks(50_000) {
        let zeros = piece.iter().filter(|byte| **byte == 0).count();
        assert!(zeros < 1_000, "{zeros} zeros in {} bytes", piece.len());
    }
}

/// A worker that cannot be loaded must not lock anyone out.
#[wasm_bindgen_test]
async fn a_missing_worker_does_not_lock_anyone_out() {
    let crypto = WebCrypto::new(Some("./no-such-worker.js")).unwrap();
    let header = VaultHeader::read(include_bytes!("fixtures/vault/v1.header.json")).unwrap();
    assert!(open_vault(&crypto, &header, COMPOSED).await.is_ok());
}
