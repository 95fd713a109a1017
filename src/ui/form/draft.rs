//! A form whose every keystroke is kept.
//!
//! Fields are made through it: each begins with what the draft holds, or else with what it is given. From
//! then on whatever changes in any of them is handed to the session at once, and the app's beat seals it. A
//! page that is left, locked or lost comes back with the same words in the same boxes and the caret where it
//! stood.

use std::collections::BTreeMap;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::model::ids::FamilyId;
use crate::services::clock::Clock;
use crate::services::drafts::{Caret, Draft, DraftKey};
use crate::ui::desk::{Desk, use_desk};
use crate::ui::form::date::DateFields;

/// Between the ticked values of one group in a draft. Values are ids and codes, which never hold it.
const BETWEEN: char = '\n';

type Reader = Box<dyn Fn() -> String>;

struct Inner {
    key: DraftKey,
    family: Option<FamilyId>,
    heading: String,
    /// One page of several: what the others hold stays in the draft.
    part: bool,
    restored: Option<Draft>,
    readers: Vec<(String, Reader)>,
    kept: Option<BTreeMap<String, String>>,
    closed: bool,
}

impl Inner {
    /// The draft with these values, as the page stands.
    fn draft(&self, fields: BTreeMap<String, String>) -> Draft {
        Draft {
            key: self.key.clone(),
            family: self.family,
            route: location_hash(),
            heading: self.heading.clone(),
            fields,
            caret: caret(),
            touched: chrono::DateTime::UNIX_EPOCH,
        }
    }
}

/// A form and its draft. `Copy`; dies with the page, while the draft lives on.
#[derive(Clone, Copy)]
pub struct DraftForm {
    desk: Desk,
    inner: StoredValue<Inner, LocalStorage>,
}

impl DraftForm {
    /// Opens the form's draft. `key` names the form, the thing and the person; `heading` says what it is, for
    /// the list of unfinished drafts.
    pub fn open(key: impl Into<String>, family: Option<FamilyId>, heading: impl Into<String>) -> Self {
        let desk = use_desk();
        let key = DraftKey(key.into());
        let restored = desk.session().and_then(|session| session.draft(&key));
        let inner = Inner {
            key,
            family,
            heading: heading.into(),
            part: false,
            restored,
            readers: Vec::new(),
            kept: None,
            closed: false,
        };
        Self { desk, inner: StoredValue::new_local(inner) }
    }

    /// Opens one page of a form of several pages, which share a draft: what the other pages hold stays in it.
    pub fn open_part(key: impl Into<String>, heading: impl Into<String>) -> Self {
        let form = Self::open(key, None, heading);
        form.inner.update_value(|inner| inner.part = true);
        form
    }

    /// What the draft holds and stands in the boxes now, of all pages.
    pub fn values(self) -> BTreeMap<String, String> {
        let mut values = self.other_pages();
        let here = self.inner.with_value(|inner| {
            let read = |(id, read): &(String, Reader)| (id.clone(), untrack(read));
            inner.readers.iter().map(read).collect::<Vec<_>>()
        });
        values.extend(here);
        values
    }

    fn other_pages(self) -> BTreeMap<String, String> {
        let key = self.inner.with_value(|inner| inner.part.then(|| inner.key.clone()));
        let draft = key.and_then(|key| self.desk.session()?.draft(&key));
        draft.map(|draft| draft.fields).unwrap_or_default()
    }

    /// Keeps these values in place of all that the draft holds, for a list that grew or shrank. The page is
    /// drawn again from them.
    pub fn replace(self, fields: BTreeMap<String, String>) {
        let draft = self.inner.try_update_value(|inner| {
            inner.closed = true;
            inner.draft(fields)
        });
        if let Some(draft) = draft {
            self.keep(draft);
        }
    }

    /// Which draft it is.
    pub fn key(self) -> DraftKey {
        self.inner.with_value(|inner| inner.key.clone())
    }

    /// Whether the form came back with something typed before.
    pub fn was_restored(self) -> bool {
        self.inner.with_value(|inner| inner.restored.is_some())
    }

    fn before(self, id: &str) -> Option<String> {
        self.inner.with_value(|inner| inner.restored.as_ref().and_then(|draft| draft.fields.get(id).cloned()))
    }

    fn reads(self, id: &str, reader: impl Fn() -> String + 'static) {
        self.inner.update_value(|inner| inner.readers.push((id.to_owned(), Box::new(reader))));
    }

    /// A field of text, or of one choice.
    pub fn text(self, id: &str, initial: impl Into<String>) -> RwSignal<String> {
        let value = RwSignal::new(self.before(id).unwrap_or_else(|| initial.into()));
        self.reads(id, move || value.get());
        value
    }

    /// A field of any number of ticks.
    pub fn ticks(self, id: &str, initial: Vec<String>) -> RwSignal<Vec<String>> {
        let before = self.before(id);
        let ticked =
            before.map(|text| text.split(BETWEEN).filter(|v| !v.is_empty()).map(str::to_owned).collect());
        let value = RwSignal::new(ticked.unwrap_or(initial));
        self.reads(id, move || value.get().join(&BETWEEN.to_string()));
        value
    }

    /// A statement that is true or not.
    pub fn tick(self, id: &str, initial: bool) -> RwSignal<bool> {
        let value = RwSignal::new(self.before(id).map_or(initial, |text| text == "yes"));
        self.reads(id, move || if value.get() { "yes".to_owned() } else { String::new() });
        value
    }

    /// A date, as typed.
    pub fn date(self, id: &str, initial: DateFields) -> DateFields {
        let part =
            |name: &str, given: RwSignal<String>| self.text(&format!("{id}-{name}"), given.get_untracked());
        DateFields {
            day: part("day", initial.day),
            month: part("month", initial.month),
            year: part("year", initial.year),
            about: self.tick(&format!("{id}-about"), initial.about.get_untracked()),
        }
    }

    /// Begins to keep what is typed. Call it once, after the last field was made.
    pub fn keep_typing(self) {
        Effect::new(move |_| {
            let fields: BTreeMap<String, String> = self
                .inner
                .with_value(|inner| inner.readers.iter().map(|(id, read)| (id.clone(), read())).collect());
            self.take_in(fields);
        });
        self.put_caret_back();
    }

    fn take_in(self, fields: BTreeMap<String, String>) {
        let mut all = self.other_pages();
        let draft = self.inner.try_update_value(|inner| {
            let first = inner.kept.is_none();
            let changed = inner.kept.as_ref() != Some(&fields);
            inner.kept = Some(fields.clone());
            all.extend(fields);
            // What the form opened with is no draft yet.
            (!first && changed && !inner.closed).then(|| inner.draft(all))
        });
        if let Some(Some(draft)) = draft {
            self.keep(draft);
        }
    }

    fn keep(self, draft: Draft) {
        let Some(session) = self.desk.session() else { return };
        let touched = session.clock().now();
        // Locked: the page is about to go, and what it held was flushed before.
        let _ = session.keep_draft(Draft { touched, ..draft });
    }

    /// Whether anything was typed since the form was opened, or had been before.
    pub fn has_draft(self) -> bool {
        let key = self.inner.with_value(|inner| inner.key.clone());
        self.desk.session().is_some_and(|session| session.draft(&key).is_some())
    }

    /// The draft as it is kept now, for drawing; none while nothing was typed.
    pub fn kept(self) -> Option<Draft> {
        let key = self.inner.try_with_value(|inner| inner.key.clone())?;
        self.desk.drafts.with(|drafts| drafts.iter().find(|draft| draft.key == key).cloned())
    }

    /// Throws the draft away, because it became a record or because the person said so. Nothing typed after
    /// this is kept.
    pub async fn discard(self) {
        let key = self.inner.try_update_value(|inner| {
            inner.closed = true;
            inner.key.clone()
        });
        let (Some(key), Some(session)) = (key, self.desk.session()) else { return };
        // Should the disk refuse, the draft is listed as unfinished; nothing is lost.
        let _ = session.discard_draft(&key).await;
        self.desk.refresh();
    }

    /// Puts the caret where it stood when the form was left in the middle of a sentence.
    fn put_caret_back(self) {
        // The caret of another page belongs to that page.
        let here = location_hash();
        let restored =
            |inner: &Inner| inner.restored.clone().filter(|draft| !inner.part || draft.route == here);
        let caret = self.inner.with_value(restored).and_then(|draft| draft.caret);
        let Some(caret) = caret else { return };
        crate::ui::arrive::instead_of_heading(move || put_caret(&caret));
    }
}

fn location_hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// Where the caret stands now, if it stands in a box.
fn caret() -> Option<Caret> {
    let active = document().active_element()?;
    let field = active.id();
    let (start, end) = if let Some(area) = active.dyn_ref::<web_sys::HtmlTextAreaElement>() {
        (area.selection_start(), area.selection_end())
    } else {
        let input = active.dyn_ref::<web_sys::HtmlInputElement>()?;
        (input.selection_start(), input.selection_end())
    };
    let place = |found: Result<Option<u32>, _>| found.ok().flatten().unwrap_or(0);
    let scroll = window().scroll_y().unwrap_or(0.0).max(0.0) as u32;
    (!field.is_empty()).then(|| Caret { field, start: place(start), end: place(end), scroll })
}

/// Puts the caret back. `false`: the box is not on this page.
fn put_caret(caret: &Caret) -> bool {
    let Some(element) = document().get_element_by_id(&caret.field) else { return false };
    let Some(html) = element.dyn_ref::<web_sys::HtmlElement>() else { return false };
    if html.focus().is_err() {
        return false;
    }
    // A box that has no caret, such as a radio, has the focus all the same.
    if let Some(area) = element.dyn_ref::<web_sys::HtmlTextAreaElement>() {
        let _ = area.set_selection_range(caret.start, caret.end);
    } else if let Some(input) = element.dyn_ref::<web_sys::HtmlInputElement>() {
        let _ = input.set_selection_range(caret.start, caret.end);
    }
    window().scroll_to_with_x_and_y(0.0, f64::from(caret.scroll));
    true
}
