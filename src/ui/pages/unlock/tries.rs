//! Wrong tries at the stores of this device, and how long to wait after them.

use std::collections::HashMap;
use std::time::Duration;

use leptos::prelude::*;

use crate::model::ids::VaultId;
use crate::services::clock::Clock;
use crate::services::tries::Tries;
use crate::ui::desk::Desk;

thread_local! {
    static TRIED: std::cell::RefCell<HashMap<VaultId, Tries>> = std::cell::RefCell::default();
}

fn now(desk: Desk) -> u64 {
    desk.session().map_or(0, |session| session.clock().monotonic_ms())
}

/// Seconds before this store may be tried again.
pub fn seconds_left(desk: Desk, vault: VaultId) -> u64 {
    TRIED.with_borrow(|tried| tried.get(&vault).copied().unwrap_or_default()).seconds_left(now(desk))
}

/// Notes a wrong try.
pub fn wrong(desk: Desk, vault: VaultId) {
    TRIED.with_borrow_mut(|tried| tried.entry(vault).or_default().wrong(now(desk)));
}

/// The right one was found.
pub fn right(vault: VaultId) {
    TRIED.with_borrow_mut(|tried| tried.remove(&vault));
}

/// How long is left to wait for the store that somebody just tried, for as long as the page stands.
#[component]
pub fn Waiting(desk: Desk, vault: RwSignal<Option<VaultId>>) -> impl IntoView {
    let left = RwSignal::new(0);
    // A last beat may come when the page has gone.
    let look = move || {
        let Some(vault) = vault.try_get_untracked() else { return };
        let seconds = vault.map_or(0, |vault| seconds_left(desk, vault));
        if left.try_get_untracked().is_some_and(|before| before != seconds) {
            left.try_set(seconds);
        }
    };
    if let Ok(beat) = set_interval_with_handle(look, Duration::from_millis(500)) {
        on_cleanup(move || beat.clear());
    }
    let waiting = Memo::new(move |_| left.get() > 0);
    let words = move || match left.get() {
        0..60 => format!("You can try again in {} seconds.", left.get()),
        60 => "You can try again in 1 minute.".to_owned(),
        seconds => format!("You can try again in {} minutes.", seconds.div_ceil(60)),
    };
    view! {
        <div role="status">
            {move || waiting.get().then(|| view! {
                <p class="govuk-body">
                    <strong>"There were several wrong passphrases, so there is a short wait. "</strong>
                    "Nothing has been deleted and nothing will be. "
                    <span aria-live="off">{words}</span>
                </p>
            })}
        </div>
    }
}
