use leptos::prelude::*;

use crate::navigation::{FamilyPage, Route};
use crate::services::browser::files::Saved;
use crate::services::words::count;
use crate::ui::govuk::button::{ButtonKind, ButtonLink};
use crate::ui::govuk::panel::Panel;
use crate::ui::pages::carry::passphrase::keep_apart;
use crate::ui::pages::carry::plan::{For, Plan};

/// The file is in the person's hands: what it is called, and what to do with it.
#[component]
pub fn Done(plan: Plan) -> impl IntoView {
    let made = untrack(|| plan.made.get());
    let (name, records) = made.map(|made| (made.file_name.clone(), made.total())).unwrap_or_default();
    let place = match plan.saved.get_untracked() {
        Some(Saved::Shared) => "It is where you chose to keep it.",
        Some(Saved::Downloaded) | None => "Look for it in this device’s downloads.",
    };
    let who = untrack(move || plan.is_for());
    let passphrase = untrack(move || plan.passphrase());
    let back = match plan.family {
        Some(family) => ("Back to this family", Route::family(family, FamilyPage::Overview)),
        None => ("Back to my families", Route::Families),
    };
    view! {
        <Panel heading="File saved">
            {name}
        </Panel>
        <p class="govuk-body">
            {format!("The file was made, opened again and compared: all {} are in it. ", count(records, "record", "records"))}
            {place}
        </p>
        <h2 class="govuk-heading-m">"What to do next"</h2>
        <ol class="govuk-list govuk-list--number">
            {next(who).iter().map(|words| view! { <li>{*words}</li> }).collect_view()}
        </ol>
        <h2 class="govuk-heading-m">"The passphrase of this file"</h2>
        <p class="app-words">{passphrase}</p>
        <p class="govuk-body">{keep_apart(who)}</p>
        <ButtonLink kind=ButtonKind::Secondary href=back.1.to_hash()>{back.0}</ButtonLink>
    }
}

fn next(who: For) -> &'static [&'static str] {
    match who {
        For::Colleague => &[
            "Give the file to your colleague in the way your organisation allows.",
            "Tell them the passphrase in person or by phone.",
            "They choose Share, then Open a bundle. They see what is in it before anything is added.",
            "Delete the file from this device when they have it.",
        ],
        For::OwnDevice => &[
            "Move the file to your other device in the way your organisation allows.",
            "There choose Share, then Open a bundle, and type the passphrase.",
            "Delete the file from this device when that is done.",
        ],
        For::Backup => &[
            "Move the file away from this device, to the place your organisation gives for it.",
            "Choose Share, Back up, then Test a backup, to be sure that it opens.",
            "Delete older backups once this one is safe.",
        ],
    }
}
