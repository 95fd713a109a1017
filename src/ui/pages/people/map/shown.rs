use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;

use super::super::link;
use super::Chosen;
use super::diagram::Diagram;
use super::table::table;
use crate::model::ids::PersonId;
use crate::navigation::FamilyPage;
use crate::services::pictures::family_map::{FamilyMap, family_map};
use crate::ui::desk::use_desk;
use crate::ui::govuk::inset_text::InsetText;
use crate::ui::govuk::warning_text::WarningText;
use crate::ui::pages::records::with_here;
use crate::workbook::fold::Workbook;

/// The table and the picture, as they are for whom they are for.
pub(super) fn drawn(book: &Arc<Workbook>, chosen: Chosen) -> AnyView {
    let reader: BTreeSet<PersonId> = chosen.reader.get().parse().into_iter().collect();
    let nudges = chosen.nudges.get();
    let map = with_here(use_desk(), book, |here| family_map(here, &reader, &nudges));
    match map {
        Some(Ok(map)) if map.only_for.is_none() => shown(book, map, chosen),
        // The frame of the page around it is the team's.
        Some(Ok(map)) => view! {
            <div class="app-no-print">{shown(book, map, chosen)}</div>
            <p class="app-print-only">"Only the map of the team is printed from this page."</p>
        }
        .into_any(),
        Some(Err(why)) => view! { <WarningText>{why}</WarningText> }.into_any(),
        None => ().into_any(),
    }
}

fn shown(book: &Arc<Workbook>, map: FamilyMap, chosen: Chosen) -> AnyView {
    let left_out = (!map.left_out.is_empty()).then(|| {
        let words = format!("Not in this map, since it is not for them: {}.", map.left_out.join(", "));
        view! { <InsetText>{words}</InsetText> }
    });
    let family = book.id;
    let faults = map.faults.clone().into_iter().map(move |fault| {
        let mend = link(family, FamilyPage::Relationships, "Change relationships");
        view! { <WarningText>{format!("{fault}. It is not drawn.")} " " {mend}</WarningText> }
    });
    let faults = faults.collect_view();
    let only_for = map.only_for.clone().map(|words| view! { <p class="govuk-body">{words}</p> });
    view! {
        {faults} {left_out} {only_for}
        <div class="app-map">
            <div class="app-map__table">{table(book, &map)}</div>
            <div class="app-map__picture">
                <h2 class="govuk-heading-m" id="map-picture">"Picture"</h2>
                <Diagram family=book.id map chosen />
            </div>
        </div>
    }
    .into_any()
}
