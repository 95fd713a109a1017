//! Wrong tries, and how long to wait after them. In memory: whoever takes the tablet away has the disk, and
//! what stops them there is how much work a passphrase takes to try.

use std::collections::HashMap;
use std::time::Duration;

use leptos::prelude::*;

use crate::model::ids::VaultId;
use crate::services::clock::Clock;
use crate::ui::desk::Desk;
use crate::vault::waiting::seconds_after;

#[derive(Debug, Clone, Copy, Default)]
struct Tried {
    wrong: u32,
    /// By the clock that never goes back.
    wait_until_ms: u64,
}

thread_local! {
    static TRIED: std::cell::RefCell<HashMap<VaultId, Tried>> = std::cell::RefCell::default();
}

fn now(desk: Desk) -> u64 {
    desk.session().map_or(0, |session| session.clock().monotonic_ms())
}

/// Seconds before this store may be tried again.
pub fn seconds_left(desk: Desk, vault: VaultId) -> u64 {
    let until = TRIED.with_borrow(|tried| tried.get(&vault).map_or(0, |tried| tried.wait_until_ms));
    until.saturating_sub(now(desk)).div_ceil(1_000)
}

/// Notes a wrong try.
pub fn wrong(desk: Desk, vault: VaultId) {
    let now = now(desk);
    TRIED.with_borrow_mut(|tried| {
        let tried = tried.entry(vault).or_default();
        tried.wrong = tried.wrong.saturating_add(1);
        tried.wait_until_ms = now + u64::from(seconds_after(tried.wrong)) * 1_000;
    });
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
