//! What the family's page begins with: what was handed over, and somewhere to keep what people say.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use zeroize::Zeroize;

use super::door::Door;
use super::hands::WorkerHands;
use crate::services::clock::BrowserClock;
use crate::services::crypto::browser::WebCrypto;
use crate::services::session::Session;
use crate::services::store::indexed_db::IndexedDbStore;
use crate::services::visit::handed::{Handed, HandedOver};
use crate::services::visit::inbox::Inbox;
use crate::ui::desk::{DATABASE, STRETCH_WORKER};
use crate::ui::family::FamilyScreen;
use crate::ui::family::showing::{FamilyInbox, Showing};

/// The family's pages, as soon as it is known what was handed over.
pub fn family_screen(door: Door) -> AnyView {
    // It has one place: what is wiped there is nowhere else.
    let taken = StoredValue::new_local(None);
    let ready = RwSignal::new(false);
    spawn_local(async move {
        let handed = WorkerHands.take().await.and_then(|mut bytes| {
            let handed = HandedOver::from_bytes(&bytes);
            bytes.zeroize();
            handed
        });
        let inbox = open(door, handed.as_ref()).await;
        taken.try_set_value(Some((handed, inbox)));
        ready.try_set(true);
    });
    let shown = move || {
        let (handed, inbox) =
            ready.get().then(|| taken.try_update_value(Option::take)).flatten().flatten()?;
        Some(view! { <FamilyScreen showing=Showing::begin(handed, inbox, door) /> })
    };
    view! { {shown} }.into_any()
}

/// Opens what this browser keeps: for the letters, and for the passphrase. Without it the page still shows and hides.
async fn open(door: Door, handed: Option<&HandedOver>) -> Option<Rc<FamilyInbox>> {
    let crypto = WebCrypto::new(Some(STRETCH_WORKER)).ok()?;
    let store = IndexedDbStore::open(DATABASE).await.ok()?;
    door.session.try_set_value(Some(Session::new(store.clone(), crypto.clone(), BrowserClock)));
    handed.map(|handed| Rc::new(Inbox::of(handed, store, crypto, BrowserClock)))
}
