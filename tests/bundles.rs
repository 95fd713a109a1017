//! The encrypted file: what opens, and everything that must not.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "clippy takes only `#[test]` functions for tests"
)]

mod support;

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD as BASE64};
use hearth::bundle::envelope::{MOST_FILE_BYTES, MOST_PAYLOAD_BYTES, PassphraseLock};
use hearth::services::crypto::Crypto;
use hearth::services::crypto::host::HostCrypto;
use hearth::services::envelope::{OpenBundleError, SealBundleError, open_bundle, seal_bundle};
use hearth::vault::passphrase::Weakness;
use pollster::block_on;
use serde_json::{Value, json};
use support::QuickCrypto;

use OpenBundleError::{AbsurdCost, Damaged, NewerVersion, NotOurs, TooLarge, WrongPassphrase};

const PASSPHRASE: &str = "heron-kettle-plum-gravity-otter-lantern-maple";
const PAYLOAD: &[u8] =
    r#"{"note":"Fictional: ਘਰ, خاندان, 家, 🦉","text":"What is going well? What is going well?"}"#.as_bytes();

fn seal(crypto: &impl Crypto, payload: &[u8]) -> String {
    block_on(seal_bundle(crypto, payload, PASSPHRASE)).unwrap()
}

fn open(crypto: &impl Crypto, file: impl AsRef<[u8]>) -> Result<Vec<u8>, OpenBundleError> {
    block_on(open_bundle(crypto, file.as_ref(), PASSPHRASE))
}

#[track_caller]
fn check(file: impl AsRef<[u8]>, expect: OpenBundleError) {
    assert_eq!(open(&QuickCrypto::default(), file), Err(expect));
}

/// Refused before a single step of key derivation.
#[track_caller]
fn check_at_once(file: impl AsRef<[u8]>, expect: OpenBundleError) {
    let crypto = QuickCrypto::default();
    assert_eq!(open(&crypto, file), Err(expect));
    assert_eq!(crypto.worked.get(), 0, "work was done before it was refused");
}

/// A file made by hand, so that it can be wrong in one way and right in every other.
struct Forged {
    protected: Value,
    header: Value,
    plain: Vec<u8>,
}

impl Forged {
    fn new() -> Self {
        Self {
            protected: json!({
                "cty": "hearth-workbook+json", "enc": "A256GCM", "hearth": 1, "typ": "hearth-bundle+json", "zip": "DEF"
            }),
            header: json!({ "alg": "PBES2-HS512+A256KW", "p2c": 1_000_000, "p2s": "AAECAwQFBgcICQoLDA0ODw" }),
            plain: miniz_oxide::deflate::compress_to_vec(PAYLOAD, 6),
        }
    }

    /// With a member of the protected header set, or taken out when null.
    fn protected(mut self, name: &str, value: Value) -> Self {
        set(&mut self.protected, name, value);
        self
    }

    /// With a member of the recipient's header set, or taken out when null.
    fn header(mut self, name: &str, value: Value) -> Self {
        set(&mut self.header, name, value);
        self
    }

    fn value(self) -> Value {
        let crypto = QuickCrypto::default();
        let member = |name: &str| self.header.get(name).or(self.protected.get(name)).cloned();
        let salt = member("p2s").and_then(|salt| BASE64.decode(salt.as_str()?).ok()).unwrap_or_default();
        let count = member("p2c").and_then(|count| u32::try_from(count.as_u64()?).ok()).unwrap_or_default();
        let salt = PassphraseLock::derivation_salt(&salt);
        let under = block_on(crypto.derive(PASSPHRASE.as_bytes(), &salt, count)).unwrap();
        let (key, wrapped) = block_on(crypto.make_key(&under)).unwrap();
        let protected = BASE64.encode(self.protected.to_string());
        let sealed = block_on(crypto.encrypt(&key, &[7; 12], protected.as_bytes(), &self.plain)).unwrap();
        let (ciphertext, tag) = sealed.split_at(sealed.len() - 16);
        json!({
            "protected": protected,
            "recipients": [{ "header": self.header, "encrypted_key": BASE64.encode(wrapped) }],
            "iv": BASE64.encode([7; 12]),
            "ciphertext": BASE64.encode(ciphertext),
            "tag": BASE64.encode(tag),
        })
    }

    fn file(self) -> String {
        self.value().to_string()
    }
}

fn set(object: &mut Value, name: &str, value: Value) {
    let members = object.as_object_mut().unwrap();
    if value.is_null() {
        assert!(members.remove(name).is_some(), "the case changes nothing: {name}");
    } else {
        members.insert(name.to_owned(), value);
    }
}

#[test]
fn the_whole_way_at_full_cost() {
    let file = seal(&HostCrypto, PAYLOAD);
    assert_eq!(open(&HostCrypto, &file).unwrap(), PAYLOAD);
    let wrong = block_on(open_bundle(&HostCrypto, file.as_bytes(), "heron-kettle-plum-gravity"));
    assert_eq!(wrong, Err(WrongPassphrase));
}

/// Written once by version 1 and frozen: every later version opens it.
#[test]
fn the_frozen_bundle_opens() {
    let file = include_bytes!("fixtures/bundles/v1.json");
    let payload = include_bytes!("fixtures/bundles/v1.payload.json");
    for spelling in ["h\u{e9}ron-kettle-plum-gravit\u{e9}", "he\u{301}ron-kettle-plum-gravite\u{301}"] {
        assert_eq!(block_on(open_bundle(&HostCrypto, file, spelling)).unwrap(), payload);
    }
}

#[test]
fn payloads_of_every_size_come_back() {
    let crypto = QuickCrypto::default();
    for length in [0, 1, 15, 16, 17, 4_095, 300_000] {
        let payload: Vec<u8> = (0..length).map(|n: u32| (n.wrapping_mul(n) / 7) as u8).collect();
        assert_eq!(open(&crypto, seal(&crypto, &payload)).unwrap(), payload);
    }
}

#[test]
fn no_file_is_like_another_and_no_words_show() {
    let crypto = QuickCrypto::default();
    let (one, two) = (seal(&crypto, PAYLOAD), seal(&crypto, PAYLOAD));
    let [one, two]: [Value; 2] = [one, two].map(|file| serde_json::from_str(&file).unwrap());
    for part in ["iv", "ciphertext", "tag", "recipients"] {
        assert_ne!(one[part], two[part], "{part}");
    }
    assert!(!one.to_string().contains("well"));
}

#[test]
fn a_weak_passphrase_makes_no_file() {
    for (passphrase, weakness) in [("short", Weakness::TooShort), ("passwordpassword", Weakness::MostUsed)] {
        let crypto = QuickCrypto::default();
        let made = block_on(seal_bundle(&crypto, PAYLOAD, passphrase));
        assert_eq!(made, Err(SealBundleError::Passphrase(weakness)));
        assert_eq!(crypto.worked.get(), 0);
    }
}

#[test]
fn what_other_libraries_may_write_is_read() {
    let crypto = QuickCrypto::default();
    assert_eq!(open(&crypto, Forged::new().file()).unwrap(), PAYLOAD);
    // Set out over many lines, as a person would.
    let spaced = serde_json::to_string_pretty(&Forged::new().value()).unwrap();
    assert_eq!(open(&crypto, spaced + "\n").unwrap(), PAYLOAD);
    // Not packed.
    let plain = Forged { plain: PAYLOAD.to_vec(), ..Forged::new() }.protected("zip", Value::Null);
    assert_eq!(open(&crypto, plain.file()).unwrap(), PAYLOAD);
    // The only recipient's algorithm in the protected header, as `jose` does.
    let salt = "AAECAwQFBgcICQoLDA0ODw";
    let mut moved = Forged::new()
        .protected("alg", json!("PBES2-HS512+A256KW"))
        .protected("p2c", json!(600_000))
        .protected("p2s", json!(salt));
    moved.header = json!({});
    let mut moved = moved.value();
    assert_eq!(open(&crypto, moved.to_string()).unwrap(), PAYLOAD);
    moved["recipients"][0].as_object_mut().unwrap().remove("header");
    assert_eq!(open(&crypto, moved.to_string()).unwrap(), PAYLOAD);
    // The bounds themselves.
    for count in [600_000, 2_000_000] {
        assert_eq!(open(&crypto, Forged::new().header("p2c", json!(count)).file()).unwrap(), PAYLOAD);
    }
}

#[test]
fn other_ways_in_are_passed_over() {
    let crypto = QuickCrypto::default();
    let colleague = json!({
        "header": { "alg": "ECDH-ES+A256KW", "kid": "a", "epk": { "kty": "EC", "crv": "P-256", "x": "AA", "y": "AA" } },
        "encrypted_key": "AAAA"
    });
    let mut file = Forged::new().value();
    file["recipients"].as_array_mut().unwrap().insert(0, colleague.clone());
    assert_eq!(open(&crypto, file.to_string()).unwrap(), PAYLOAD);
    // Another passphrase beside ours.
    let other = json!({
        "header": { "alg": "PBES2-HS512+A256KW", "p2c": 600_000, "p2s": "AQECAwQFBgcICQoLDA0ODw" },
        "encrypted_key": BASE64.encode([0; 40])
    });
    file["recipients"].as_array_mut().unwrap().insert(0, other.clone());
    assert_eq!(open(&crypto, file.to_string()).unwrap(), PAYLOAD);

    file["recipients"] = json!([colleague]);
    check_at_once(file.to_string(), NewerVersion);
    file["recipients"] = json!([other, other, other, other, other]);
    check_at_once(file.to_string(), AbsurdCost);
    file["recipients"] = Value::Array(vec![colleague; 65]);
    check_at_once(file.to_string(), AbsurdCost);
    file["recipients"] = json!([]);
    check_at_once(file.to_string(), Damaged);
}

#[test]
fn absurd_costs_are_refused_at_once() {
    let file = seal(&QuickCrypto::default(), PAYLOAD);
    for count in [
        "0",
        "1",
        "599999",
        "2000001",
        "4294967295",
        "4294967296",
        "5294967296",
        "18446744073709551616",
        "1e300",
        "-1",
        "-1000000",
        "1000000.0",
        "1e6",
        "\"1000000\"",
        "null",
        "true",
        "[1000000]",
        "{}",
    ] {
        let absurd = file.replacen(r#""p2c":1000000"#, &format!(r#""p2c":{count}"#), 1);
        assert_ne!(absurd, file);
        check_at_once(absurd, AbsurdCost);
    }
}

#[test]
fn files_of_another_kind() {
    for file in [
        "".as_bytes(),
        b"\x89PNG\r\n\x1a\n\0\0\0",
        b"Dear colleague",
        b"{}",
        b"[]",
        b"null",
        b"{\"events\":[]}",
        b"eyJhbGciOiJQQkVTMi1IUzUxMitBMjU2S1cifQ.AAAA.AAAA.AAAA.AAAA",
        b"<html><script>alert(1)</script></html>",
        &[0xff; 4_096],
    ] {
        check_at_once(file, NotOurs);
    }
    let somebody_elses = Forged::new().protected("hearth", Value::Null).protected("typ", json!("JOSE+JSON"));
    check_at_once(somebody_elses.file(), NotOurs);
}

#[test]
fn files_of_a_newer_version() {
    check_at_once(Forged::new().protected("hearth", json!(2)).file(), NewerVersion);
    let unheard_of = Forged::new()
        .protected("hearth", json!(99))
        .protected("enc", json!("A512GCM-SIV"))
        .protected("crit", json!(["hearth"]));
    check_at_once(unheard_of.file(), NewerVersion);
}

#[test]
fn files_that_are_too_large() {
    check_at_once(vec![b' '; MOST_FILE_BYTES + 1], TooLarge);
    // A small file that unpacks to more than the page could hold.
    let bomb = miniz_oxide::deflate::compress_to_vec(&vec![0; MOST_PAYLOAD_BYTES + 1], 1);
    assert!(bomb.len() < 4 * 1024 * 1024);
    check(Forged { plain: bomb, ..Forged::new() }.file(), TooLarge);
}

#[test]
fn headers_that_say_anything_else() {
    for (name, value) in [
        ("enc", json!("A128GCM")),
        ("enc", json!("A256CBC-HS512")),
        ("enc", json!("none")),
        ("enc", json!(["A256GCM"])),
        ("zip", json!("GZ")),
        ("zip", json!(true)),
        ("typ", json!("JWT")),
        ("cty", json!("text/html")),
        ("crit", json!(["hearth"])),
        ("kid", json!("x")),
        ("hearth", json!(0)),
        ("hearth", json!(-1)),
        ("hearth", json!(1.0)),
        ("hearth", json!("1")),
        ("alg", json!("dir")),
        ("p2c", json!(1_000_000)),
        ("enc", Value::Null),
        ("cty", Value::Null),
        ("typ", Value::Null),
        ("hearth", Value::Null),
    ] {
        check_at_once(Forged::new().protected(name, value.clone()).file(), Damaged);
    }
    for (name, value) in [
        ("p2s", json!("AAECAwQFBgcICQoLDA0O")),
        ("p2s", json!("AAECAwQFBgcICQoLDA0ODw==")),
        ("p2s", json!("AAECAwQFBgcICQoLDA0ODx")),
        ("p2s", json!(7)),
        ("p2s", Value::Null),
        ("p2c", Value::Null),
        ("alg", Value::Null),
        ("alg", json!(7)),
        ("enc", json!("A256GCM")),
        ("kid", json!("x")),
    ] {
        check_at_once(Forged::new().header(name, value.clone()).file(), Damaged);
    }
    for alg in ["PBES2-HS256+A128KW", "PBES2-HS384+A192KW", "dir", "none", "A256KW", "pbes2-hs512+a256kw"] {
        check_at_once(Forged::new().header("alg", json!(alg)).file(), NewerVersion);
    }
}

/// The packed form says nothing that the payload needs: one stream, ended, or the file is damaged.
#[test]
fn a_payload_that_does_not_unpack() {
    for plain in [&b""[..], b"not deflate at all", &miniz_oxide::deflate::compress_to_vec(PAYLOAD, 6)[..20]] {
        check(Forged { plain: plain.to_vec(), ..Forged::new() }.file(), Damaged);
    }
}

#[test]
fn every_removed_member_is_missed() {
    let crypto = QuickCrypto::default();
    let whole: Value = serde_json::from_str(&seal(&crypto, PAYLOAD)).unwrap();
    let mut removed = 0;
    for path in ["", "/recipients/0", "/recipients/0/header"] {
        let names: Vec<String> = whole.pointer(path).unwrap().as_object().unwrap().keys().cloned().collect();
        for name in names {
            let mut without = whole.clone();
            without.pointer_mut(path).unwrap().as_object_mut().unwrap().remove(&name);
            check_at_once(without.to_string(), Damaged);
            removed += 1;
        }
    }
    assert_eq!(removed, 5 + 2 + 3);
}

#[test]
fn every_doubled_or_added_member_is_refused() {
    let crypto = QuickCrypto::default();
    let file = seal(&crypto, PAYLOAD);
    for name in
        ["protected", "recipients", "header", "alg", "p2c", "p2s", "encrypted_key", "iv", "ciphertext", "tag"]
    {
        let named = format!("\"{name}\":");
        assert!(file.contains(&named));
        check_at_once(file.replacen(&named, &format!("\"{name}\":\"AAAA\",{named}"), 1), Damaged);
        check_at_once(file.replacen(&named, &format!("\"added\":\"AAAA\",{named}"), 1), Damaged);
    }
    let doubled = BASE64.encode(r#"{"cty":"hearth-workbook+json","enc":"A256GCM","hearth":1,"hearth":2,"typ":"hearth-bundle+json","zip":"DEF"}"#);
    let mut value: Value = serde_json::from_str(&file).unwrap();
    value["protected"] = json!(doubled);
    check_at_once(value.to_string(), Damaged);
}

#[test]
fn parts_of_two_files_do_not_mix() {
    let crypto = QuickCrypto::default();
    let [one, two]: [Value; 2] =
        [PAYLOAD, b"{}"].map(|payload| serde_json::from_str(&seal(&crypto, payload)).unwrap());
    for part in ["recipients", "iv", "ciphertext", "tag"] {
        let mut mixed = one.clone();
        mixed[part] = two[part].clone();
        check(mixed.to_string(), Damaged);
    }
    let mut mixed = one.clone();
    mixed["recipients"][0]["encrypted_key"] = two["recipients"][0]["encrypted_key"].clone();
    check(mixed.to_string(), WrongPassphrase);
    // The same header in other words: what is authenticated is the text, not its meaning.
    let mut reworded = one;
    reworded["protected"] = json!(BASE64.encode(
        r#"{"enc":"A256GCM","cty":"hearth-workbook+json","hearth":1,"typ":"hearth-bundle+json","zip":"DEF"}"#
    ));
    check(reworded.to_string(), Damaged);
}

#[test]
fn every_cut_is_found() {
    let crypto = QuickCrypto::default();
    let file = seal(&crypto, PAYLOAD);
    for length in 0..file.len() {
        let refused = open(&crypto, &file.as_bytes()[..length]).unwrap_err();
        assert!(matches!(refused, Damaged | NotOurs), "cut to {length}: {refused:?}");
        assert!(length < 12 || refused == Damaged, "cut to {length}");
    }
    assert_eq!(crypto.worked.get(), 1, "only sealing did work");
}

/// Small changes anywhere in the file: every one is refused, so nothing in the file is without meaning.
#[test]
fn ten_thousand_changes_are_refused() {
    let crypto = QuickCrypto::default();
    let file = seal(&crypto, PAYLOAD).into_bytes();
    let mut random = Random(0x5eed_2024);
    for round in 0..10_000 {
        let mut changed = file.clone();
        let at = random.below(changed.len());
        match random.below(6) {
            0..3 => changed[at] ^= 1 << random.below(8),
            3 => changed[at] = changed[at].wrapping_add(1 + random.below(255) as u8),
            4 => {
                changed.remove(at);
            }
            _ => {
                let end = changed.len().min(at + 1 + random.below(40));
                changed.drain(at..end);
            }
        }
        let refused = open(&crypto, &changed);
        assert!(refused.is_err(), "change {round}, at {at}, was not noticed");
    }
}

/// Flips every single bit of the file once.
#[test]
fn every_flipped_bit_is_refused() {
    let crypto = QuickCrypto::default();
    let file = seal(&crypto, b"{}").into_bytes();
    for bit in 0..file.len() * 8 {
        let mut changed = file.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        assert!(open(&crypto, &changed).is_err(), "bit {bit}");
    }
}

/// xorshift: the same changes on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound as u64) as usize
    }
}

#[test]
fn each_refusal_has_words_of_its_own() {
    let all = [WrongPassphrase, Damaged, NotOurs, NewerVersion, AbsurdCost, TooLarge];
    let said: std::collections::BTreeSet<String> = all.iter().map(ToString::to_string).collect();
    assert_eq!(said.len(), all.len());
    for words in said {
        assert!(words.contains("Nothing was changed"), "{words}");
        assert!(words.split(". ").count() >= 3, "what happened, what was lost, what to do: {words}");
    }
}
