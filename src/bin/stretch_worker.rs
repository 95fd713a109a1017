//! Stretches a passphrase with Argon2id in a worker that is thrown away afterwards.

fn main() {
    #[cfg(target_arch = "wasm32")]
    hearth::services::crypto::stretching::serve();
}
