use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;

use super::super::link;
use super::Chosen;
use super::diagram::Diagram;
use super::table::table;
use super::tools::Tools;
use crate::model::ids::{FamilyId, PersonId};
use crate::navigation::FamilyPage;
use crate::services::pictures::family_map::{FamilyMap, family_map};
use crate::ui::desk::use_desk;
use crate::ui::govuk::choice::Choice;
use crate::ui::govuk::inset_text::InsetText;
use crate::ui::govuk::warning_text::WarningText;
use crate::ui::pages::records::with_here;
use crate::workbook::fold::Workbook;

/// The table and the picture, as they are for whom they are for. What is done with the picture stands over it, and stays
/// where it is when the picture is drawn again.
pub(super) fn drawn(book: &Arc<Workbook>, chosen: Chosen, people: Vec<Choice>) -> AnyView {
    let desk = use_desk();
    let family = book.id;
    let read = book.clone();
    let map = Memo::new(move |_| {
        let reader: BTreeSet<PersonId> = chosen.reader.get().parse().into_iter().collect();
        let nudges = chosen.nudges.get();
        with_here(desk, &read, |here| family_map(here, &reader, &nudges)).map(Arc::new)
    });
    let there = Memo::new(move |_| matches!(map.get().as_deref(), Some(Ok(_))));
    // The frame of the page around it is the team's.
    let for_one = Memo::new(move |_| !chosen.reader.with(String::is_empty));
    let before = move || {
        map.get().map(|map| match &*map {
            Ok(map) => before(family, map),
            Err(why) => {
                let why = why.clone();
                view! { <WarningText>{why}</WarningText> }.into_any()
            }
        })
    };
    let book = book.clone();
    let behind = move || map.get().and_then(|map| Some(table(&book, map.as_ref().as_ref().ok()?)));
    let picture = move || {
        let map = map.get()?.as_ref().as_ref().ok()?.clone();
        Some(view! { <Diagram family map chosen /> })
    };
    view! {
        <div class:app-no-print=for_one>
            {before}
            <div class="app-map" hidden=move || !there.get()>
                <div class="app-map__table">{behind}</div>
                <div class="app-map__picture">
                    <h2 class="govuk-heading-m" id="map-picture">"Picture"</h2>
                    <div class="app-no-print"><Tools chosen people /></div>
                    {picture}
                </div>
            </div>
        </div>
        {move || for_one.get().then(|| view! {
            <p class="app-print-only">"Only the map of the team is printed from this page."</p>
        })}
    }
    .into_any()
}

/// What to know before the map: what could not be drawn, what is not in it, and whose it is.
fn before(family: FamilyId, map: &FamilyMap) -> AnyView {
    let left_out = (!map.left_out.is_empty()).then(|| {
        let words = format!("Not in this map, since it is not for them: {}.", map.left_out.join(", "));
        view! { <InsetText>{words}</InsetText> }
    });
    let fault = |fault: &String| {
        let words = format!("{fault}. It is not drawn.");
        let mend = link(family, FamilyPage::Relationships, "Change relationships");
        view! { <WarningText>{words} " " {mend}</WarningText> }
    };
    let faults = map.faults.iter().map(fault).collect_view();
    let only_for = map.only_for.clone().map(|words| view! { <p class="govuk-body">{words}</p> });
    view! { {faults} {left_out} {only_for} }.into_any()
}
