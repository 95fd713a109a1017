//! The browser's store keeps every promise of the store contract, and those that only a browser can
//! put to the test.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "clippy takes only `#[test]` functions for tests")]

use std::{cell::Cell, rc::Rc};

use hearth::{
    model::ids::VaultId,
    services::store::{
        Address, Change, Durability, Shelf, Store, StoreError, contract, indexed_db::IndexedDbStore,
    },
};
use indexed_db_futures::{Build, database::Database};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

macro_rules! each {
    ($($case:ident),*) => {$(
        #[wasm_bindgen_test]
        async fn $case() {
            let name = empty(stringify!($case)).await;
            contract::$case(async || IndexedDbStore::open(&name).await.unwrap()).await;
            IndexedDbStore::delete(&name).await.unwrap();
        }
    )*};
}

hearth::store_contract!(each);

/// The name of a database that does not exist yet, whatever an earlier run left.
async fn empty(test: &str) -> String {
    let name = format!("test-{test}");
    IndexedDbStore::delete(&name).await.unwrap();
    name
}

fn here() -> Address {
    Address::new(VaultId::from_bytes([1; 16]), Shelf::Draft, "a")
}

async fn write(store: &IndexedDbStore, bytes: &[u8]) -> Result<(), StoreError> {
    store.write(vec![Change::Put(here(), bytes.to_vec())], Durability::Strict).await
}

/// What a store said when this tab could use it no longer.
fn ending(store: &IndexedDbStore) -> Rc<Cell<Option<StoreError>>> {
    let heard = Rc::new(Cell::new(None));
    let tell = heard.clone();
    store.when_ended(move |why| tell.set(Some(why)));
    heard
}

#[wasm_bindgen_test]
async fn a_newer_version_in_another_tab_is_let_in_and_ends_this_one() {
    let name = empty("newer").await;
    let old = IndexedDbStore::open(&name).await.unwrap();
    let heard = ending(&old);
    write(&old, b"kept").await.unwrap();
    let new = IndexedDbStore::open_version(&name, 2).await.unwrap();
    assert_eq!(heard.get(), Some(StoreError::Outdated));
    assert_eq!(write(&old, b"lost?").await, Err(StoreError::Outdated));
    assert_eq!(old.get(&here()).await, Err(StoreError::Outdated));
    assert_eq!(ending(&old).get(), Some(StoreError::Outdated));
    assert_eq!(new.get(&here()).await, Ok(Some(b"kept".to_vec())));
    assert_eq!(IndexedDbStore::open(&name).await.err(), Some(StoreError::Outdated));
    drop(new);
    IndexedDbStore::delete(&name).await.unwrap();
}

#[wasm_bindgen_test]
async fn a_tab_that_does_not_let_go_blocks_and_this_one_says_so() {
    let name = empty("blocked").await;
    drop(IndexedDbStore::open(&name).await.unwrap());
    // A connection that hears nothing, as a hung tab has.
    let deaf = Database::open(&name).with_version(1_u32).build().unwrap().await.unwrap();
    assert_eq!(IndexedDbStore::open_version(&name, 2).await.err(), Some(StoreError::Blocked));
    deaf.close();
    let store = IndexedDbStore::open_version(&name, 2).await.unwrap();
    assert_eq!(write(&store, b"now").await, Ok(()));
    drop(store);
    IndexedDbStore::delete(&name).await.unwrap();
}

#[wasm_bindgen_test]
async fn data_cleared_under_an_open_store_is_said_and_not_written_over() {
    let name = empty("cleared").await;
    let store = IndexedDbStore::open(&name).await.unwrap();
    let heard = ending(&store);
    write(&store, b"before").await.unwrap();
    IndexedDbStore::delete(&name).await.unwrap();
    assert_eq!(heard.get(), Some(StoreError::Cleared));
    assert_eq!(write(&store, b"after").await, Err(StoreError::Cleared));
}

#[wasm_bindgen_test]
async fn a_connection_that_the_browser_dropped_is_made_again() {
    let name = empty("dropped").await;
    let store = IndexedDbStore::open(&name).await.unwrap();
    write(&store, b"before").await.unwrap();
    store.drop_connection();
    assert_eq!(store.get(&here()).await, Ok(Some(b"before".to_vec())));
    store.drop_connection();
    assert_eq!(write(&store, b"after").await, Ok(()));
    assert_eq!(store.get(&here()).await, Ok(Some(b"after".to_vec())));
    drop(store);
    IndexedDbStore::delete(&name).await.unwrap();
}

#[wasm_bindgen_test]
async fn data_cleared_while_the_connection_was_dropped_is_noticed() {
    let name = empty("dropped-and-cleared").await;
    let store = IndexedDbStore::open(&name).await.unwrap();
    let heard = ending(&store);
    write(&store, b"before").await.unwrap();
    store.drop_connection();
    IndexedDbStore::delete(&name).await.unwrap();
    assert_eq!(write(&store, b"after").await, Err(StoreError::Cleared));
    assert_eq!(heard.get(), Some(StoreError::Cleared));
    // Nothing was made in its place.
    let again = IndexedDbStore::open(&name).await.unwrap();
    assert_eq!(again.get(&here()).await, Ok(None));
    drop(again);
    IndexedDbStore::delete(&name).await.unwrap();
}

#[wasm_bindgen_test]
async fn a_write_that_is_no_longer_awaited_is_done_all_the_same() {
    let name = empty("unawaited").await;
    let store = IndexedDbStore::open(&name).await.unwrap();
    {
        let mut writing = Box::pin(write(&store, b"at the last moment"));
        // Started, as by a handler of `pagehide`, and then forgotten.
        std::future::poll_fn(|cx| {
            assert!(writing.as_mut().poll(cx).is_pending());
            std::task::Poll::Ready(())
        })
        .await;
    }
    assert_eq!(store.get(&here()).await, Ok(Some(b"at the last moment".to_vec())));
    drop(store);
    IndexedDbStore::delete(&name).await.unwrap();
}
