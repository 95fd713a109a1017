//! Pictures that draw themselves: people and events become a [`scene::Scene`], and a scene becomes SVG text, by pure code
//! that gives the same on a screen, on paper and in Word (`ux.md` S27; `domain.md` R41).
//!
//! Every picture tells in words what it shows, and has a table behind it: nobody has to see it to know it.

pub mod answers;
pub mod coverage;
pub mod ecomap;
pub mod genogram;
mod marks;
pub mod ratings;
pub mod scene;
pub mod siblings;
pub mod svg;
pub mod table;
pub mod timeline;
pub mod words;

pub use scene::Scene;
pub use svg::svg;
pub use table::Table;
