//! The records of a family: pages and forms that are made as data (`services::leaves`, `services::sheets`) and
//! drawn here, each kind by one component.

pub mod boxes;
mod compare;
mod copy;
mod leaf;
mod offered;
pub mod parts;
mod picture;
mod rag;
mod sheet;

use leptos::prelude::*;

pub use leaf::LeafPage;
pub use sheet::SheetPage;

use crate::services::clock::Clock;
use crate::services::here::Here;
use crate::ui::desk::Desk;
use crate::workbook::fold::Workbook;

/// Reads with who is looking and when; nothing when the store was locked meanwhile.
pub fn with_here<T>(desk: Desk, book: &Workbook, read: impl FnOnce(&Here<'_>) -> T) -> Option<T> {
    let session = desk.session()?;
    let profile = desk.profile.get_untracked()?;
    let clock = session.clock();
    let history = profile.history();
    let here = Here {
        book,
        me: &profile.practitioner,
        authority: profile.authority,
        history: &history,
        now: clock.now(),
        today: clock.today(),
    };
    Some(read(&here))
}
