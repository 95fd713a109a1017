//! What somebody answers on one page: every keystroke and every choice goes to the letter box at once, whose beat seals
//! it, and comes back into the boxes when they come back to the page.

use leptos::prelude::*;

use super::going::arrive;
use super::questions::{ANSWERING, WHO};
use super::showing::Showing;
use crate::navigation::FamilyPlace;
use crate::services::family_pages::{self, Became, FamilyPage, SoFar, field};
use crate::services::typed::Fields;
use crate::services::visit::inbox::Receipt;

/// `Copy`; dies with the page.
#[derive(Clone, Copy)]
pub struct Asking {
    pub showing: Showing,
    pub(super) place: FamilyPlace,
    pub(super) fields: StoredValue<Fields>,
    /// The answer that is chosen: what follows it is drawn anew with another.
    pub chosen: RwSignal<Option<String>>,
    /// Something was said here: thanks stand in the place of the question.
    pub became: RwSignal<Option<Became>>,
    pub(super) said: StoredValue<Option<Receipt>>,
    pub busy: RwSignal<bool>,
    pub failed: RwSignal<bool>,
}

impl Asking {
    pub fn begin(showing: Showing, place: FamilyPlace) -> Self {
        let asking = Self {
            showing,
            place,
            fields: StoredValue::new(Fields::new()),
            chosen: RwSignal::new(None),
            became: RwSignal::new(None),
            said: StoredValue::new(None),
            busy: RwSignal::new(false),
            failed: RwSignal::new(false),
        };
        asking.take_up();
        asking
    }

    /// The page as it is with this answer chosen; `None` once it is covered.
    pub fn page(self, chosen: Option<String>) -> Option<FamilyPage> {
        let so_far = SoFar { who: self.showing.who.get_untracked(), chosen };
        let became = self.became.get_untracked();
        self.showing.with_view(|view| match became {
            Some(became) => family_pages::kept(view, self.place, &so_far, became),
            None => family_pages::page(view, self.place, &so_far),
        })
    }

    /// What stands in a box.
    pub fn words(self, name: &str) -> String {
        self.fields.with_value(|fields| fields.get(name).cloned()).unwrap_or_default()
    }

    pub fn is_ticked(self, name: &str, value: &str) -> bool {
        self.words(name).lines().any(|line| line == value)
    }

    pub fn choose(self, value: String) {
        self.write(field::CHOICE, value.clone());
        self.chosen.set(Some(value));
    }

    pub fn tick(self, name: &'static str, value: &str, on: bool) {
        let words = self.words(name);
        let others = words.lines().filter(|line| *line != value);
        let lines: Vec<&str> = others.chain(on.then_some(value)).collect();
        self.write(name, lines.join("\n"));
    }

    pub fn write(self, name: &'static str, words: String) {
        self.fields.update_value(|fields| {
            fields.insert(name.to_owned(), words);
        });
        self.keep();
    }

    /// Somebody of those present answers from now on, or nobody does yet.
    pub fn answers(self, who: Option<usize>) {
        self.became.set(None);
        self.failed.set(false);
        self.showing.who.set(who);
        self.take_up();
        arrive(Some(if who.is_some() { ANSWERING } else { WHO }.to_owned()));
    }

    pub(super) fn so_far(self) -> SoFar {
        SoFar { who: self.showing.who.get_untracked(), chosen: self.chosen.get_untracked() }
    }

    /// What whoever answers had begun on this page comes back into the boxes.
    fn take_up(self) {
        let so_far = SoFar { chosen: None, ..self.so_far() };
        let asked = self.showing.with_view(|view| family_pages::asked(view, self.place, &so_far)).flatten();
        let begun = asked.and_then(|(who, to)| self.showing.inbox()?.begun(Some(who), &to));
        let fields = begun.map(|begun| family_pages::boxes(&begun)).unwrap_or_default();
        self.chosen.set(fields.get(field::CHOICE).cloned());
        self.fields.set_value(fields);
    }

    pub(super) fn keep(self) {
        let Some(inbox) = self.showing.inbox() else { return };
        let Some((so_far, fields)) = self.fields.try_get_value().map(|fields| (self.so_far(), fields)) else {
            return;
        };
        let now = inbox.now();
        let begun =
            self.showing.with_view(|view| family_pages::begun(view, self.place, &so_far, &fields, now));
        if let Some(begun) = begun.flatten() {
            inbox.keep(begun);
        }
    }
}
