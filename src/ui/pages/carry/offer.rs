use leptos::prelude::*;

use crate::services::clock::{date_words, time_words};
use crate::services::session::{Offer, OfferedFamily};
use crate::ui::govuk::inset_text::InsetText;
use crate::ui::govuk::summary_list::{SummaryList, SummaryRow};
use crate::ui::govuk::table::{Column, Table, TableCell, TableRow};

/// What is in a file: who made it, when, and each family beside what is here. Every word of it may be a
/// stranger's, so it is only ever text.
#[component]
pub fn OfferSummary(offer: Offer) -> impl IntoView {
    let by = offer.by.clone();
    let made = format!("{}, {}", date_words(offer.made_at), time_words(offer.made_at));
    let place = [by.employer, by.team].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(", ");
    let role = by.role.label().to_owned();
    let columns = vec![
        Column::new("Family"),
        Column::new("On this device"),
        Column::numeric("New records"),
        Column::numeric("Same as here"),
        Column::numeric("Need a decision"),
        Column::numeric("Kept for a newer version"),
        Column::new("How complete"),
    ];
    view! {
        <SummaryList>
            <SummaryRow key="Made by">
                <bdi>{by.name}</bdi>
                ", "
                <bdi>{role}</bdi>
                {(!place.is_empty()).then(|| view! { <br /> <bdi>{place}</bdi> })}
            </SummaryRow>
            <SummaryRow key="Made on">{made}</SummaryRow>
            <SummaryRow key="Made with">
                <bdi>{offer.app}</bdi>
            </SummaryRow>
        </SummaryList>
        {offer.namesake.then(|| view! {
            <InsetText>
                "This file was made under your name, in another workbook store. If that was not you, ask the
                person who gave it to you before you add it."
            </InsetText>
        })}
        <Table caption="Families in this file" columns>
            {offer.families.into_iter().map(row).collect_view()}
        </Table>
    }
}

fn row(family: OfferedFamily) -> AnyView {
    let heading = move || {
        view! {
            <bdi>{family.label}</bdi>
            " "
            <span class="app-muted">{format!("Family {}", family.id.short())}</span>
        }
    };
    let chain = if family.chain_holds { "Complete" } else { "A part of a workbook, or with gaps" };
    view! {
        <TableRow heading>
            <TableCell>{if family.here { "Yes" } else { "Not yet" }}</TableCell>
            <TableCell numeric=true>{family.new}</TableCell>
            <TableCell numeric=true>{family.same}</TableCell>
            <TableCell numeric=true>{family.conflicts.len()}</TableCell>
            <TableCell numeric=true>{family.unread.len()}</TableCell>
            <TableCell>{chain}</TableCell>
        </TableRow>
    }
    .into_any()
}
