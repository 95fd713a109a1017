//! Use-cases and ports: the only layer that awaits, reads the clock, makes ids or saves.

pub mod store;
pub mod crypto;
pub mod keys;
pub mod sealing;
