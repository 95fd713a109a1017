use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::lines;
use crate::model::ids::FamilyId;
use crate::services::clock::moment_words;
use crate::services::two_versions::{Standing, Undecided, undecided};
use crate::ui::desk::use_desk;
use crate::ui::govuk::button::{Button, ButtonKind};
use crate::ui::govuk::notification_banner::Notice;
use crate::workbook::decide::Command;
use crate::workbook::fold::Workbook;

/// Facts of which two versions stand beside each other, and the choice. Whatever is chosen, both stay in the
/// history.
#[component]
pub(super) fn UndecidedCards(book: Arc<Workbook>) -> impl IntoView {
    let family = book.id;
    undecided(&book).into_iter().map(|waiting| card(family, waiting)).collect_view()
}

fn card(family: FamilyId, waiting: Undecided) -> AnyView {
    let about = waiting.about.clone();
    let number = waiting.versions.len();
    let class = if number > 2 { "app-compare app-compare--three" } else { "app-compare" };
    let columns = waiting
        .versions
        .into_iter()
        .enumerate()
        .map(|(place, version)| column(family, &about, place + 1, version));
    view! {
        <section>
            <h2 class="govuk-heading-m">{format!("{}: two versions", waiting.about)}</h2>
            <p class="govuk-body">
                "Two people changed this without knowing of each other. Choose the one that is right."
            </p>
            <div class=class>{columns.collect_view()}</div>
        </section>
    }
    .into_any()
}

fn column(family: FamilyId, about: &str, number: usize, version: Standing) -> AnyView {
    let Standing { by, recorded, lines: said, keep, .. } = version;
    let when = moment_words(recorded, use_desk().today());
    let hidden = format!(" {number} of {about}");
    let button = keep.map(|command| {
        let choose = Callback::new(move |()| choose(family, command.clone()));
        view! {
            <Button kind=ButtonKind::Secondary on_press=choose>
                "Keep this version" <span class="govuk-visually-hidden">{hidden}</span>
            </Button>
        }
    });
    view! {
        <div class="app-compare__column">
            <h3 class="govuk-heading-s app-compare__title">{format!("Version {number}")}</h3>
            <p class="app-compare__by">{format!("{by}, {when}")}</p>
            <div class="govuk-body">{lines(said)}</div>
            {button}
        </div>
    }
    .into_any()
}

fn choose(family: FamilyId, command: Command) {
    let desk = use_desk();
    spawn_local(async move {
        let words = match desk.record(family, vec![command]).await {
            Ok(_) => "Decided. Both versions stay in the history.".to_owned(),
            Err(error) => error.to_string(),
        };
        desk.shell.announce(Notice::new(words));
    });
}
