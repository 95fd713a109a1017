//! The last moment to save: when the page is hidden, closed, or about to be left.

use std::{cell::RefCell, rc::Rc};

use web_sys::{Document, Event, VisibilityState, Window};

use super::listening::Listening;

/// Calls back whenever this page may be gone a moment later.
///
/// One of these lives as long as the app. A tablet gives a hidden page no further notice, so hiding
/// counts as leaving.
#[must_use = "dropped, it no longer notices"]
pub struct Leaving {
    window: Window,
    _hidden: Listening,
    _closing: Listening,
    asking: RefCell<Option<Listening>>,
}

impl Leaving {
    /// `flush` must start every write before it returns: nothing that awaits a timer or a network is
    /// sure to go on.
    pub fn watch(window: &Window, document: &Document, flush: impl Fn() + 'static) -> Self {
        let flush = Rc::new(flush);
        let on_hidden = {
            let (document, flush) = (document.clone(), flush.clone());
            move |_: Event| {
                if document.visibility_state() == VisibilityState::Hidden {
                    flush();
                }
            }
        };
        Self {
            window: window.clone(),
            _hidden: Listening::to(document, "visibilitychange", on_hidden),
            _closing: Listening::to(window, "pagehide", move |_| flush()),
            asking: RefCell::new(None),
        }
    }

    /// While something is not saved yet, the browser asks before it leaves the page.
    ///
    /// The listener is there only then: with one, browsers do not keep a page for the back button.
    pub fn unsaved(&self, pending: bool) {
        let mut asking = self.asking.borrow_mut();
        if !pending {
            *asking = None;
        } else if asking.is_none() {
            *asking = Some(Listening::to(&self.window, "beforeunload", |event| event.prevent_default()));
        }
    }
}
