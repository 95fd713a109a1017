//! The fixed words of the pages that families see: English and Welsh as packs, and what hard words mean.
//!
//! A pack is a Fluent file in `locales/`; a language more is a file there and a line in `pack.rs`. Packs hold the
//! fixed words only. What somebody wrote is never translated by a machine (`ux.md` 3.4 and 3.5).

mod glossary;
mod pack;
mod phrases;
pub mod sentences;
mod words;

pub use glossary::{Piece, Term, explained};
pub use pack::{Direction, Pack, english, pack, packs};
pub use phrases::Phrase;
pub use words::{Reader, Saying, Words};
