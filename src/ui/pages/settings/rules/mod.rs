//! The rules that are followed, each with its document, and what a manager may change about them.

pub mod form;
pub mod taking_in;

use leptos::prelude::*;

use super::SettingsPage;
use crate::navigation::SettingsSection;
use crate::policy::profile::history::ProfileHistory;
use crate::services::rules::{file_name, parts};
use crate::ui::desk::{Desk, use_desk};
use crate::ui::pages::records::parts::part;
use crate::ui::save_file::SaveFile;

/// The rules, to read.
#[component]
pub fn Rules() -> impl IntoView {
    let desk = use_desk();
    let shown = move || {
        let profile = desk.profile.get();
        let all = profile.map(|it| parts(&it.history(), &it.practitioner, desk.today())).unwrap_or_default();
        all.into_iter().map(part).collect::<Vec<_>>()
    };
    let file = move |()| {
        let history = history(desk)?;
        let newest = history.newest();
        Some((file_name(newest), newest.to_json()))
    };
    view! {
        <SettingsPage section=SettingsSection::Rules>
            <p class="govuk-body">
                "Every date is worked out from these rules. Each stands with the document and the section that it
                comes from."
            </p>
            <SaveFile label="Save these rules as a file" media_type="application/json" file />
            {shown}
        </SettingsPage>
    }
}

/// The rules that have been followed, as they are now.
fn history(desk: Desk) -> Option<ProfileHistory> {
    desk.profile.with_untracked(|profile| profile.as_ref().map(|profile| profile.history()))
}
