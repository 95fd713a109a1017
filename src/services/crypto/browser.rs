//! The cipher in a page: WebCrypto, with Argon2id beside it because no engine has that.
//!
//! Data keys are unwrapped so that their bytes cannot be read out again, and no key object may ever be put
//! in IndexedDB: Chromium writes even an unreadable key's bytes to the disk in clear. A key may go to
//! another tab of this page over a BroadcastChannel, which keeps it in memory.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD as BASE64};
use js_sys::{Array, JsString, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, SubtleCrypto};
use zeroize::Zeroizing;

use super::stretching::stretch_in_worker;
use super::{Crypto, CryptoError, argon2id};
use crate::services::browser::worker::WorkerFailure;
use crate::vault::header::WrappedKey;
use crate::vault::letter::{FIELD_LENGTH, Pair, PrivateHalf, PublicHalf};
use crate::vault::record::NONCE_LENGTH;
use crate::vault::stretch::StretchCost;

/// WebCrypto behind the port.
#[derive(Clone)]
pub struct WebCrypto {
    crypto: web_sys::Crypto,
    subtle: SubtleCrypto,
    stretch_worker: Option<String>,
}

/// Largest piece that `getRandomValues` fills at once.
const MOST_RANDOM: usize = 65_536;

impl WebCrypto {
    /// `stretch_worker` is the address of the script that starts the passphrase worker. Without one (as in
    /// tests) passphrases are stretched in the page, which then keeps 64 MiB until it is closed.
    pub fn new(stretch_worker: Option<&str>) -> Result<Self, CryptoError> {
        let missing = CryptoError::NotAvailable;
        let crypto = Reflect::get(&js_sys::global(), &"crypto".into()).map_err(|_| missing)?;
        // Only an https page (or localhost) has `subtle`.
        let subtle = Reflect::get(&crypto, &"subtle".into()).map_err(|_| missing)?;
        Ok(Self {
            crypto: crypto.dyn_into().map_err(|_| missing)?,
            subtle: subtle.dyn_into().map_err(|_| missing)?,
            stretch_worker: stretch_worker.map(str::to_owned),
        })
    }

    /// A wrapping key from its bytes, which are wiped from the JavaScript side afterwards.
    async fn wrapping_key(&self, bytes: &Uint8Array) -> Result<CryptoKey, CryptoError> {
        let key = promised_key(self.subtle.import_key_with_str(
            "raw",
            bytes,
            "AES-KW",
            false,
            &usages(&["wrapKey", "unwrapKey"]),
        ))
        .await;
        bytes.fill(0, 0, bytes.length());
        key.map_err(|_| CryptoError::NotAvailable)
    }

    async fn unwrap(
        &self,
        under: &CryptoKey,
        wrapped: &WrappedKey,
        readable: bool,
    ) -> Result<CryptoKey, CryptoError> {
        promised_key(self.subtle.unwrap_key_with_js_u8_array_and_str_and_object(
            "raw",
            &Uint8Array::from(wrapped.as_slice()),
            under,
            "AES-KW",
            &aes_gcm_256(),
            readable,
            &usages(&["encrypt", "decrypt"]),
        ))
        .await
        .map_err(|_| CryptoError::DoesNotFit)
    }

    async fn wrap(&self, key: &CryptoKey, under: &CryptoKey) -> Result<WrappedKey, CryptoError> {
        promised_bytes(self.subtle.wrap_key_with_str("raw", key, under, "AES-KW"))
            .await
            .ok()
            .and_then(|bytes| bytes.try_into().ok())
            .ok_or(CryptoError::NotAvailable)
    }
}

impl WebCrypto {
    /// The bytes of a pair that was just made.
    async fn exported(&self, made: Result<JsValue, Refused>) -> Option<Pair> {
        let made = made.ok()?;
        let private: CryptoKey = Reflect::get(&made, &"privateKey".into()).ok()?.dyn_into().ok()?;
        let key = promised(self.subtle.export_key("jwk", &private)).await.ok()?;
        let field = |name: &str| -> Option<[u8; FIELD_LENGTH]> {
            let text = Zeroizing::new(Reflect::get(&key, &name.into()).ok()?.as_string()?);
            Zeroizing::new(BASE64.decode(text.as_bytes()).ok()?).as_slice().try_into().ok()
        };
        let public = PublicHalf { x: field("x")?, y: field("y")? };
        Some(Pair { public, private: PrivateHalf(field("d")?) })
    }
}

impl Crypto for WebCrypto {
    type Key = CryptoKey;
    type WrappingKey = CryptoKey;

    fn fill_random(&self, bytes: &mut [u8]) -> Result<(), CryptoError> {
        for piece in bytes.chunks_mut(MOST_RANDOM) {
            self.crypto.get_random_values_with_u8_array(piece).map_err(|_| CryptoError::NotAvailable)?;
        }
        Ok(())
    }

    fn composed(&self, text: &str) -> Zeroizing<String> {
        Zeroizing::new(String::from(JsString::from(text).normalize("NFC")))
    }

    async fn stretch(
        &self,
        secret: &[u8],
        salt: &[u8; 32],
        cost: StretchCost,
    ) -> Result<CryptoKey, CryptoError> {
        if let Some(script) = &self.stretch_worker {
            match stretch_in_worker(script, secret, salt, cost).await {
                Ok(bytes) => return self.wrapping_key(&bytes).await,
                Err(WorkerFailure::DidNotFinish) => return Err(CryptoError::CouldNotStretch),
                // Better a page that holds 64 MiB too much than a person locked out of their work.
                Err(WorkerFailure::DidNotStart) => {
                    web_sys::console::warn_1(
                        &"The passphrase worker did not start; the page does its work.".into(),
                    );
                }
            }
        }
        let bytes = argon2id(secret, salt, cost)?;
        self.wrapping_key(&Uint8Array::from(bytes.as_slice())).await
    }

    async fn derive(&self, secret: &[u8], salt: &[u8], iterations: u32) -> Result<CryptoKey, CryptoError> {
        let secret = Uint8Array::from(secret);
        let base = promised_key(self.subtle.import_key_with_str(
            "raw",
            &secret,
            "PBKDF2",
            false,
            &usages(&["deriveKey"]),
        ))
        .await;
        secret.fill(0, 0, secret.length());
        let algorithm = object(&[
            ("name", "PBKDF2".into()),
            ("hash", "SHA-512".into()),
            ("salt", Uint8Array::from(salt).into()),
            ("iterations", iterations.into()),
        ]);
        let wrapping = object(&[("name", "AES-KW".into()), ("length", 256.into())]);
        promised_key(self.subtle.derive_key_with_object_and_object(
            &algorithm,
            &base.map_err(|_| CryptoError::NotAvailable)?,
            &wrapping,
            false,
            &usages(&["wrapKey", "unwrapKey"]),
        ))
        .await
        .map_err(|_| CryptoError::NotAvailable)
    }

    async fn make_key(&self, under: &CryptoKey) -> Result<(CryptoKey, WrappedKey), CryptoError> {
        let readable = promised_key(self.subtle.generate_key_with_object(
            &aes_gcm_256(),
            true,
            &usages(&["encrypt", "decrypt"]),
        ))
        .await
        .map_err(|_| CryptoError::NotAvailable)?;
        let wrapped = self.wrap(&readable, under).await?;
        Ok((self.unwrap_key(under, &wrapped).await?, wrapped))
    }

    async fn unwrap_key(&self, under: &CryptoKey, wrapped: &WrappedKey) -> Result<CryptoKey, CryptoError> {
        self.unwrap(under, wrapped, false).await
    }

    async fn rewrap_key(
        &self,
        old: &CryptoKey,
        wrapped: &WrappedKey,
        new: &CryptoKey,
    ) -> Result<WrappedKey, CryptoError> {
        let readable = self.unwrap(old, wrapped, true).await?;
        self.wrap(&readable, new).await
    }

    async fn encrypt(
        &self,
        key: &CryptoKey,
        nonce: &[u8; NONCE_LENGTH],
        authenticated: &[u8],
        plain: &[u8],
    ) -> Result<Vec<u8>, CryptoError> {
        let algorithm = aes_gcm(nonce, authenticated);
        promised_bytes(self.subtle.encrypt_with_object_and_u8_array(&algorithm, key, plain))
            .await
            .map_err(|_| CryptoError::NotAvailable)
    }

    async fn decrypt(
        &self,
        key: &CryptoKey,
        nonce: &[u8; NONCE_LENGTH],
        authenticated: &[u8],
        ciphertext: &[u8],
    ) -> Result<Vec<u8>, CryptoError> {
        let algorithm = aes_gcm(nonce, authenticated);
        promised_bytes(self.subtle.decrypt_with_object_and_u8_array(&algorithm, key, ciphertext))
            .await
            .map_err(|_| CryptoError::DoesNotFit)
    }

    async fn make_pair(&self) -> Result<Pair, CryptoError> {
        let made = self.subtle.generate_key_with_object(&ecdh(), true, &usages(&["deriveBits"]));
        self.exported(promised(made).await).await.ok_or(CryptoError::NotAvailable)
    }

    async fn agree(
        &self,
        own: &Pair,
        theirs: &PublicHalf,
    ) -> Result<Zeroizing<[u8; FIELD_LENGTH]>, CryptoError> {
        // Not every browser looks at it itself.
        if !theirs.is_on_the_curve() {
            return Err(CryptoError::DoesNotFit);
        }
        let text = |bytes: &[u8]| JsValue::from_str(&Zeroizing::new(BASE64.encode(bytes)));
        let key = object(&[
            ("kty", "EC".into()),
            ("crv", "P-256".into()),
            ("x", text(&own.public.x)),
            ("y", text(&own.public.y)),
            ("d", text(&own.private.0)),
        ]);
        let derive = usages(&["deriveBits"]);
        let does_not_fit = |_| CryptoError::DoesNotFit;
        let private = self.subtle.import_key_with_object("jwk", &key, &ecdh(), false, &derive);
        let private = promised_key(private).await.map_err(does_not_fit)?;
        let point = Uint8Array::from(theirs.to_point().as_slice());
        let public = self.subtle.import_key_with_object("raw", &point, &ecdh(), true, &usages(&[]));
        let public = promised_key(public).await.map_err(does_not_fit)?;
        let algorithm = object(&[("name", "ECDH".into()), ("public", public.into())]);
        let bits = self.subtle.derive_bits_with_object(&algorithm, &private, 256);
        let bits = Uint8Array::new(&promised(bits).await.map_err(does_not_fit)?);
        let mut agreed = Zeroizing::new([0; FIELD_LENGTH]);
        if bits.length() as usize != FIELD_LENGTH {
            return Err(CryptoError::NotAvailable);
        }
        bits.copy_to(agreed.as_mut_slice());
        bits.fill(0, 0, bits.length());
        Ok(agreed)
    }

    async fn agreed_key(&self, bytes: &Zeroizing<[u8; 32]>) -> Result<CryptoKey, CryptoError> {
        let raw = Uint8Array::from(bytes.as_slice());
        let usages = usages(&["encrypt", "decrypt"]);
        let key =
            promised_key(self.subtle.import_key_with_object("raw", &raw, &aes_gcm_256(), false, &usages))
                .await;
        raw.fill(0, 0, raw.length());
        key.map_err(|_| CryptoError::NotAvailable)
    }
}

/// What a browser's refusal says is of no use to anyone; that it refused is.
struct Refused;

async fn promised(promise: Result<Promise, JsValue>) -> Result<JsValue, Refused> {
    JsFuture::from(promise.map_err(|_| Refused)?).await.map_err(|_| Refused)
}

async fn promised_key(promise: Result<Promise, JsValue>) -> Result<CryptoKey, Refused> {
    promised(promise).await?.dyn_into().map_err(|_| Refused)
}

async fn promised_bytes(promise: Result<Promise, JsValue>) -> Result<Vec<u8>, Refused> {
    Ok(Uint8Array::new(&promised(promise).await?).to_vec())
}

fn usages(names: &[&str]) -> JsValue {
    names.iter().map(|name| JsValue::from_str(name)).collect::<Array>().into()
}

fn object(members: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in members {
        // Setting a member of a plain object cannot fail.
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object
}

fn ecdh() -> Object {
    object(&[("name", "ECDH".into()), ("namedCurve", "P-256".into())])
}

fn aes_gcm_256() -> Object {
    object(&[("name", "AES-GCM".into()), ("length", 256.into())])
}

fn aes_gcm(nonce: &[u8; NONCE_LENGTH], authenticated: &[u8]) -> Object {
    object(&[
        ("name", "AES-GCM".into()),
        ("iv", Uint8Array::from(nonce.as_slice()).into()),
        ("additionalData", Uint8Array::from(authenticated).into()),
        ("tagLength", 128.into()),
    ])
}
