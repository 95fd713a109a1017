//! What people do in the app, said as they would say it. Everything is found by what it is and what it is
//! called; nothing here knows an id, a class or an address.

pub mod carry;
pub mod doors;
pub mod entries;
pub mod family;
pub mod places;
pub mod showing;
pub mod story;

pub use carry::{export, import};
pub use doors::{Practitioner, first_run, lock, unlock};
pub use entries::{Entry, half_an_entry, record_entry};
pub use family::{Adult, Arrival, Child, NewFamily, add_family};
pub use places::{arrive, go};
