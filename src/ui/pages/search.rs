use std::sync::Arc;

use leptos::prelude::*;

use crate::services::search::{Found, Piece, search};
use crate::services::session::FamilyState;
use crate::ui::desk::{Desk, use_desk};
use crate::ui::govuk::input::{Input, InputOptions};
use crate::ui::shell::page::Page;
use crate::workbook::fold::Workbook;

/// More than these nobody reads; the words can be made more exact.
const MOST: usize = 60;

/// Finding words in every family that is unlocked. What is looked for is kept nowhere: not in the address, not on
/// the disk.
#[component]
pub fn Search() -> impl IntoView {
    let desk = use_desk();
    let asked = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        let books: Vec<Arc<Workbook>> = desk.families.with(|families| {
            let open = families.iter().filter_map(|state| match state {
                FamilyState::Open(book) => Some(book.whole()),
                FamilyState::CannotBeOpened(_) => None,
            });
            open.collect()
        });
        let reader = desk.profile.with(|profile| profile.as_ref().map(|profile| profile.practitioner.id));
        let Some(reader) = reader else { return Vec::new() };
        asked.with(|asked| search(books.iter().map(Arc::as_ref), reader, asked, MOST))
    });
    let nothing_asked = Memo::new(move |_| asked.with(|asked| asked.trim().is_empty()));
    let told = move || match (nothing_asked.get(), found.with(Vec::len)) {
        (true, _) => {
            "A beginning is enough, and one letter may be wrong. All your families are searched.".to_owned()
        }
        (false, 0) => "Nothing was found. Try fewer or shorter words.".to_owned(),
        (false, MOST) => format!("The first {MOST} places are shown. Add a word to find fewer."),
        (false, 1) => "Found in one place.".to_owned(),
        (false, number) => format!("Found in {number} places."),
    };
    let options = InputOptions { width: "govuk-!-width-two-thirds", ..InputOptions::default() };
    view! {
        <Page heading="Search">
            <Input id="search" label="Words to find" value=asked options />
            <p class="govuk-body" role="status">{told}</p>
            {move || sections(desk, found.get())}
        </Page>
    }
}

/// Results under the part of the workbook that they are in, in the order in which the closest came.
fn sections(desk: Desk, found: Vec<Found>) -> Vec<AnyView> {
    let mut sections: Vec<(&'static str, Vec<Found>)> = Vec::new();
    for one in found {
        match sections.iter_mut().find(|(section, _)| *section == one.section) {
            Some((_, list)) => list.push(one),
            None => sections.push((one.section, vec![one])),
        }
    }
    let section = |(section, list): (&'static str, Vec<Found>)| {
        let rows = list.into_iter().map(|one| row(desk, one)).collect::<Vec<_>>();
        view! {
            <h2 class="govuk-heading-m">{section}</h2>
            <ul class="app-rows">{rows}</ul>
        }
        .into_any()
    };
    sections.into_iter().map(section).collect()
}

fn row(desk: Desk, found: Found) -> AnyView {
    let Found { family, what, by, route, sentence, .. } = found;
    let label = desk.workbook(family).map(|book| book.label()).unwrap_or_default();
    let piece = |piece: Piece| match piece.found {
        true => view! { <mark class="app-found">{piece.words}</mark> }.into_any(),
        false => piece.words.into_any(),
    };
    let sentence = sentence.into_iter().map(piece).collect::<Vec<_>>();
    view! {
        <li class="app-row">
            <div class="app-row__main">
                <a class="govuk-link" href=route.to_hash()>{what}</a>
                <div>{sentence}</div>
            </div>
            <div class="app-row__aside app-muted">{format!("{label}. {by}")}</div>
        </li>
    }
    .into_any()
}
