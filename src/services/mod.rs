//! Use-cases and ports: the only layer that awaits, reads the clock, makes ids or saves.

pub mod auto_lock;
#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod clock;
pub mod crypto;
pub mod drafts;
pub mod envelope;
pub mod example;
pub mod keeping;
pub mod keys;
pub mod recording;
pub mod sealing;
pub mod session;
pub mod store;
