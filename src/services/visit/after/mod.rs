//! What people said during a visit, for the worker who takes it into the record: word for word, each with what it
//! answers (`ux.md` S43). It can be kept here in one place or another, and changed in none.

mod before;
mod keep;
mod parts;
mod places;
#[cfg(test)]
mod tests;
mod told;

pub use keep::{Boxes, MODULE, NOBODY, VISIT, commands, field, log, perhaps};
pub use parts::parts;
pub use places::places;
pub use told::{Told, acts, told};
