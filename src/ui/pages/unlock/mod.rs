//! Opening a store that is on this device.

mod passphrase;
pub mod recovery;
mod stores;
mod tries;

pub use passphrase::Unlock;
