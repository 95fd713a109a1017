use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::services::browser::versions::Versions;
use crate::ui::desk::{Saved, use_desk};
use crate::ui::govuk::alert::{Alert, AlertKind};
use crate::ui::govuk::button::{Button, ButtonKind};
use crate::ui::navigator::Navigator;

const READY: &str = "A new version is ready. Your words are saved.";

/// Offers the newer version of the app that is on this device. It never begins by itself, and not before every
/// draft is sealed: the page is loaded again for it.
#[component]
pub fn NewVersion(navigator: Navigator) -> impl IntoView {
    let desk = use_desk();
    let versions = StoredValue::new_local(None::<Rc<Versions>>);
    let looked = RwSignal::new(false);
    let newer = RwSignal::new(false);
    spawn_local(async move {
        let note = move || {
            let _gone = newer.try_set(true);
        };
        let watching = Versions::watch(&window(), note).await.map(Rc::new);
        let _gone = versions.try_set_value(watching);
        let _gone = looked.try_set(true);
    });
    // What came by itself would move the page under a finger: it comes with a page, and stays.
    let shown = Memo::new(move |_| {
        navigator.here();
        looked.get() && newer.get_untracked()
    });
    let all_well = Memo::new(move |_| !matches!(desk.saved.get(), Saved::Not(_)));
    let busy = RwSignal::new(false);
    let told = RwSignal::new("");
    let use_now = move || {
        busy.set(true);
        told.set("Saving your words first.");
        spawn_local(async move {
            let versions = versions.try_get_value().flatten();
            if desk.is_all_sealed().await {
                if let Some(versions) = versions {
                    versions.begin_newer().await;
                }
                // Once more, for what was typed meanwhile.
                if desk.is_all_sealed().await && window().location().reload().is_ok() {
                    return;
                }
            }
            let _gone = busy.try_set(false);
            let _gone = told.try_set("Your words could not be saved yet, so this version goes on.");
        });
    };
    move || {
        (shown.get() && all_well.get()).then(|| {
            view! {
                <Alert kind=AlertKind::Information title=READY>
                    <p class="govuk-body">
                        "It starts by itself once the workbook has been closed everywhere on this device. If you use
                        it now, you unlock again and carry on where you were."
                    </p>
                    <Button kind=ButtonKind::Secondary busy on_press=use_now>"Use it now"</Button>
                    <p class="govuk-body" role="status">{told}</p>
                </Alert>
            }
        })
    }
}
