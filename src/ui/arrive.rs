//! Arriving at a page: its title, its focus, its scroll; and leaving it, so that Back finds it as it was.
//!
//! A change of page is silent in a browser that loads nothing. So the title is set first, then the page is
//! drawn, then the focus goes to what people should hear: an error summary, else a success banner, else what
//! the page marked with `data-arrive`, else its `h1`.

use std::collections::HashMap;

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, ScrollRestoration};

use crate::navigation::{Route, title};
use crate::ui::focus;

const ERROR: &str = "Error: ";

/// What takes the focus on arrival, first match first.
const FIRST_HEARD: [&str; 4] = [
    "#main .govuk-error-summary",
    "#main .govuk-notification-banner--success",
    "#main [data-arrive]",
    "#main h1",
];

/// How a page was left.
#[derive(Debug, Clone, Default)]
pub struct Left {
    scroll: f64,
    focus: Option<Focused>,
}

/// What had the focus: ids are unique, and a link is known by where it leads.
#[derive(Debug, Clone)]
enum Focused {
    Id(String),
    Link(String),
}

/// The pages left so far in this tab, by a number kept in each history entry. In memory only.
#[derive(Debug, Default)]
pub struct History {
    here: u32,
    newest: u32,
    left: HashMap<u32, Left>,
}

impl History {
    /// Takes over scrolling from the browser, which cannot know when a page of ours is drawn.
    pub fn start() -> Self {
        if let Ok(history) = window().history() {
            let _supported = history.set_scroll_restoration(ScrollRestoration::Manual);
        }
        let here = entry_number().unwrap_or_else(|| number_entry(0));
        Self { here, newest: here, left: HashMap::new() }
    }

    /// Called when the address has changed and the old page still stands. When people came back, this is
    /// how they had left the page they come back to.
    pub fn turn(&mut self) -> Option<Left> {
        self.left.insert(self.here, leaving());
        match entry_number() {
            Some(number) => {
                self.here = number;
                self.left.get(&number).cloned()
            }
            None => {
                self.newest += 1;
                self.here = number_entry(self.newest);
                None
            }
        }
    }
}

fn entry_number() -> Option<u32> {
    let state = window().history().ok()?.state().ok()?;
    state.as_f64().map(|number| number as u32)
}

fn number_entry(number: u32) -> u32 {
    if let Ok(history) = window().history() {
        let _same_address = history.replace_state_with_url(&JsValue::from_f64(f64::from(number)), "", None);
    }
    number
}

fn leaving() -> Left {
    let focus = document().active_element().and_then(|element| {
        let id = element.id();
        match id.is_empty() {
            false => Some(Focused::Id(id)),
            true => element.get_attribute("href").map(Focused::Link),
        }
    });
    Left { scroll: window().scroll_y().unwrap_or(0.0), focus }
}

/// The title of a page, set before the page is drawn.
pub fn set_title(route: &Route) {
    document().set_title(&title(route));
}

/// Puts "Error: " before the title, or takes it away.
pub fn mark_title_with_error(wrong: bool) {
    let document = document();
    let title = document.title();
    match (wrong, title.strip_prefix(ERROR)) {
        (true, None) => document.set_title(&format!("{ERROR}{title}")),
        (false, Some(plain)) => document.set_title(plain),
        (true, Some(_)) | (false, None) => (),
    }
}

thread_local! {
    static CLAIM: std::cell::RefCell<Option<Claim>> = const { std::cell::RefCell::new(None) };
}

type Claim = Box<dyn FnOnce() -> bool>;

/// A page that knows better than its heading where people should arrive, such as a form that puts the caret
/// back in the middle of a sentence, says so while it is drawn. `false` from it means that it could not.
pub fn instead_of_heading(claim: impl FnOnce() -> bool + 'static) {
    CLAIM.with_borrow_mut(|place| *place = Some(Box::new(claim)));
}

/// Once the first page is drawn. The browser begins at its top, where the skip link is the first stop, and reads
/// it out by itself: only a page that knows better moves the focus.
pub fn begin() {
    request_animation_frame(|| {
        if let Some(claim) = CLAIM.take() {
            claim();
        }
    });
}

/// Once the page is drawn: scroll and focus.
pub fn settle(back: Option<Left>) {
    request_animation_frame(move || match back {
        _ if CLAIM.take().is_some_and(|claim| claim()) => {}
        Some(left) => {
            window().scroll_to_with_x_and_y(0.0, left.scroll);
            match left.focus.and_then(|focused| find(&focused)) {
                Some(element) => focus::in_place(&element),
                None => focus_first_heard(),
            }
        }
        None => {
            focus_first_heard();
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
    });
}

/// What somebody was using has gone from the page, and something new stands there: begin again at the top.
pub fn at_heading() {
    focus_first_heard();
}

fn focus_first_heard() {
    let first = |selector: &&str| document().query_selector(selector).ok().flatten();
    if let Some(element) = FIRST_HEARD.iter().find_map(first) {
        match element.has_attribute("data-arrive") {
            true => element.dyn_ref::<HtmlElement>().map(focus::in_place).unwrap_or_default(),
            false => focus::for_now(&element),
        }
    }
}

fn find(focused: &Focused) -> Option<HtmlElement> {
    match focused {
        Focused::Id(id) => document().get_element_by_id(id)?.dyn_into().ok(),
        Focused::Link(href) => {
            let links = document().query_selector_all("a[href]").ok()?;
            (0..links.length())
                .filter_map(|place| links.item(place)?.dyn_into::<Element>().ok())
                .find(|link| link.get_attribute("href").is_some_and(|own| own == *href))?
                .dyn_into()
                .ok()
        }
    }
}
