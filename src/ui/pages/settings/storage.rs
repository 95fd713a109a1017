use leptos::prelude::*;
use leptos::task::spawn_local;

use super::SettingsPage;
use crate::navigation::{Route, SettingsSection};
use crate::services::browser::persistence::Kept;
use crate::services::clock::Clock;
use crate::services::keeping::{backup_words, size_words};
use crate::ui::desk::use_desk;
use crate::ui::govuk::button::{Button, ButtonKind};
use crate::ui::govuk::inset_text::InsetText;
use crate::ui::govuk::summary_list::{RowAction, SummaryList, SummaryRow};
use crate::ui::looking_round::{LookRound, RemoveExample};
use crate::ui::watch::use_watch;

/// How much is kept here, how safely, and when it was last backed up.
#[component]
pub fn Storage() -> impl IntoView {
    let desk = use_desk();
    let watch = use_watch();
    spawn_local(watch.look_at_storage());
    let asked = RwSignal::new(false);
    let used = move || watch.kept.get().map_or("Looking".to_owned(), usage_words);
    let persisted = Memo::new(move |_| watch.kept.get().is_some_and(|kept| kept.persisted));
    let promise = move || match persisted.get() {
        true => "Kept on this device. The browser does not clear it by itself.",
        false => "This browser may clear its data. Back up often.",
    };
    let installed = match watch.installed {
        true => "Yes, as an app of its own",
        false => {
            "No. Install it from the browser’s menu (“Install”, or “Add to Home Screen”): browsers keep an \
                  installed app’s data longer."
        }
    };
    let backup = move || {
        let at = desk.profile.with(|profile| profile.as_ref().and_then(|profile| profile.backed_up));
        desk.session().map(|session| backup_words(at, session.clock().today()))
    };
    let ask = move || {
        spawn_local(async move {
            watch.ask_to_keep().await;
            asked.try_set(true);
        });
    };
    let answer = move || match (asked.get(), persisted.get()) {
        (false, _) => "",
        (true, true) => "The browser promised to keep the records.",
        (true, false) => {
            "The browser made no promise. It may do so later, when the workbook is installed or used more. Until then \
             back up often."
        }
    };
    view! {
        <SettingsPage section=SettingsSection::Storage>
            <SummaryList>
                <SummaryRow key="In use">{used}</SummaryRow>
                <SummaryRow key="How safely">{promise}</SummaryRow>
                <SummaryRow key="Installed">{installed}</SummaryRow>
                <SummaryRow key="Works without a signal">
                    {move || watch.without_signal.get().words()}
                </SummaryRow>
                <SummaryRow
                    key="Backup"
                    actions=vec![RowAction::new("Back up", "everything now", Route::ShareBackup.to_hash())]
                >
                    {backup}
                </SummaryRow>
            </SummaryList>
            {move || (!persisted.get()).then(|| view! {
                <Button kind=ButtonKind::Secondary on_press=ask>"Ask the browser to keep the records"</Button>
            })}
            <p class="govuk-body" role="status">{answer}</p>
            <InsetText>
                <p class="govuk-body">
                    "A copy in a browser is not a backup. If this device is lost, what was recorded since the last
                    backup is lost."
                </p>
            </InsetText>
            <h2 class="govuk-heading-m">"Example family"</h2>
            <p class="govuk-body">
                "A made-up family to look round with. It is marked as an example on every page."
            </p>
            <LookRound />
            <RemoveExample />
        </SettingsPage>
    }
}

fn usage_words(kept: Kept) -> String {
    match (kept.used, kept.quota) {
        (Some(used), Some(quota)) => {
            format!("About {} of the {} that the browser allows", size_words(used), size_words(quota))
        }
        (Some(used), None) => format!("About {}", size_words(used)),
        (None, _) => "This browser does not say".to_owned(),
    }
}
