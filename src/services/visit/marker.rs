//! That a visit is on: the one fact about it that stands in clear, read before anything else when a page is loaded.
//! It says nothing about whom, and is there after a reload, in a new tab, with no signal, and after the battery died.

use std::cell::Cell;
use std::rc::Rc;

/// The browser does not keep the marker. Nothing was locked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "This browser does not let Hearth remember that a visit is on, so nothing was locked. Nothing is lost. Allow this site to keep data, then try again."
)]
pub struct NotMarked;

/// Where the marker stands.
pub trait Marker {
    fn is_on(&self) -> bool;

    /// # Errors
    /// [`NotMarked`] when it does not stand there afterwards.
    fn begin(&self) -> Result<(), NotMarked>;

    fn end(&self);
}

/// A marker in memory, for tests on any target. Clones are the same marker.
#[derive(Clone, Debug, Default)]
pub struct MemoryMarker {
    on: Rc<Cell<bool>>,
    refuse: bool,
}

impl MemoryMarker {
    /// A browser that keeps nothing.
    pub fn refusing() -> Self {
        Self { refuse: true, ..Self::default() }
    }
}

impl Marker for MemoryMarker {
    fn is_on(&self) -> bool {
        self.on.get()
    }

    fn begin(&self) -> Result<(), NotMarked> {
        if self.refuse {
            return Err(NotMarked);
        }
        self.on.set(true);
        Ok(())
    }

    fn end(&self) {
        self.on.set(false);
    }
}

/// The marker of this browser. Every tab of it reads the same.
#[cfg(target_arch = "wasm32")]
#[derive(Clone, Copy, Debug, Default)]
pub struct BrowserMarker;

#[cfg(target_arch = "wasm32")]
impl BrowserMarker {
    /// The name under which browsers tell other tabs that it has changed.
    pub const KEY: &str = "visit";
}

#[cfg(target_arch = "wasm32")]
impl Marker for BrowserMarker {
    fn is_on(&self) -> bool {
        use gloo_storage::{LocalStorage, Storage};
        LocalStorage::raw().get_item(Self::KEY).ok().flatten().is_some()
    }

    fn begin(&self) -> Result<(), NotMarked> {
        use gloo_storage::{LocalStorage, Storage};
        let _checked_below = LocalStorage::raw().set_item(Self::KEY, "on");
        if self.is_on() { Ok(()) } else { Err(NotMarked) }
    }

    fn end(&self) {
        use gloo_storage::{LocalStorage, Storage};
        LocalStorage::delete(Self::KEY);
    }
}
