//! The family map: the table of relationships first, the picture of it second (`ux.md` S27).

mod diagram;
mod shown;
mod support;
mod table;
mod tools;

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use super::relationships::{RelationForm, people};
use crate::model::ids::FamilyId;
use crate::navigation::{FamilyPage, Route};
use crate::pictures::ecomap::Tie;
use crate::pictures::genogram::Nudge;
use crate::services::shown::readers;
use crate::ui::govuk::button::ButtonLink;
use crate::ui::govuk::choice::Choice;
use crate::ui::govuk::select::Select;
use crate::ui::pages::in_family::InFamily;
use crate::ui::pages::writing::while_open;
use crate::ui::shell::page::Page;
use crate::workbook::fold::Workbook;
use shown::drawn;
use support::support;

/// What is chosen on the page. It lasts as long as the page does: none of it is a record.
#[derive(Clone, Copy)]
struct Chosen {
    /// For whom it is drawn; empty: for the team.
    reader: RwSignal<String>,
    /// Who is moved, and has the focus of the picture.
    person: RwSignal<String>,
    nudges: RwSignal<Vec<Nudge>>,
    /// Hundredths of its own size; none: as it fits.
    size: RwSignal<Option<u32>>,
    /// The size at which all of it is in sight.
    fits: StoredValue<u32>,
    /// How each support is, as the family said it.
    ties: RwSignal<BTreeMap<String, Tie>>,
    /// Whether somebody in the picture takes the focus when it is drawn again.
    focus: StoredValue<bool>,
}

impl Chosen {
    /// Larger or smaller than it is now.
    fn resize(self, with: fn(u32) -> u32) {
        self.size.update(|it| *it = Some(with(it.unwrap_or_else(|| self.fits.get_value()))));
    }
}

/// The family drawn, and the table behind it.
#[component]
pub fn MapPage(family: FamilyId) -> impl IntoView {
    let chosen = Chosen {
        reader: RwSignal::new(String::new()),
        person: RwSignal::new(String::new()),
        nudges: RwSignal::new(Vec::new()),
        size: RwSignal::new(None),
        fits: StoredValue::new(100),
        ties: RwSignal::new(BTreeMap::new()),
        focus: StoredValue::new(false),
    };
    view! { <InFamily family page=move |book| page(&book, chosen) /> }
}

fn page(book: &Arc<Workbook>, chosen: Chosen) -> AnyView {
    let back = Route::family(book.id, FamilyPage::People);
    if book.people.all().next().is_none() {
        let add = Route::family(book.id, FamilyPage::PersonNew).to_hash();
        let add = || view! { <ButtonLink href=add>"Add the first person"</ButtonLink> }.into_any();
        let add = while_open(book, add);
        return view! {
            <Page heading="Family map" back=back>
                <p class="govuk-body">"Nobody is recorded yet. Begin with a child whom the work is for."</p>
                {add}
            </Page>
        }
        .into_any();
    }
    let choices: Vec<Choice> =
        readers(book).into_iter().map(|id| Choice::new(id.to_string(), book.name_of(id))).collect();
    let around = {
        let book = book.clone();
        move || chosen.reader.with(String::is_empty).then(|| support(&book, chosen)).flatten()
    };
    let add = {
        let book = book.clone();
        || view! { <RelationForm book known=None words=String::new() /> }.into_any()
    };
    let add = while_open(book, add);
    let everyone = people(book).into_iter().map(|(id, name)| Choice::new(id.to_string(), name)).collect();
    let drawn = drawn(book, chosen, everyone);
    view! {
        <Page heading="Family map" back=back>
            <div class="app-no-print">
                <Select
                    id="map-reader"
                    label="Who is it for?"
                    hint="Leave it empty for the team. For somebody of the family it shows what they may see."
                    choices=choices
                    value=chosen.reader
                />
                {add}
            </div>
            {drawn}
            {around}
        </Page>
    }
    .into_any()
}
