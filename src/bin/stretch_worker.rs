//! Stretches a passphrase with Argon2id in a worker that is thrown away afterwards.

fn main() {}
