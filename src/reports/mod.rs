//! Documents as data, and what they are written into: pages to print, and files that open in Word
//! (`domain.md` R93; `ux.md` S28).

pub mod calendar;
pub mod document;
mod foot;
pub mod html;
mod text;
pub mod word;

pub use document::{Block, Document, Level};
