//! What every [`Store`] promises, as tests that each implementation runs.
//!
//! A case is given a function that opens one more connection to one store, which is empty at the
//! start. [`store_contract!`](crate::store_contract) hands the names of all cases to a macro of the
//! caller, which turns each into a test of its own, so that what broke is named.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "tests that live where both targets find them"
)]

use std::{future::Future, pin::Pin, task::Poll};

use super::{
    Address, Change, Durability, Shelf, Store, StoreError,
    memory::{Fault, MemoryStore},
};
use crate::model::ids::VaultId;

/// Calls a macro with the name of every case.
#[macro_export]
macro_rules! store_contract {
    ($each:ident) => {
        $each! {
            an_empty_store_holds_nothing,
            another_connection_reads_what_was_written,
            relaxed_writes_are_read_back_too,
            every_byte_comes_back,
            a_record_of_no_bytes_is_not_a_missing_record,
            a_second_put_replaces_the_first,
            adding_never_replaces,
            removing_takes_one_record_only,
            removing_what_is_not_there_is_no_error,
            changes_are_done_in_order,
            a_write_of_no_changes_is_done,
            a_refused_write_leaves_nothing_behind,
            a_store_goes_on_after_a_refused_write,
            a_list_is_in_key_order,
            a_list_holds_one_shelf_only,
            one_vault_never_shows_another,
            neighbouring_vaults_are_kept_apart,
            headers_are_all_that_shows_of_all_vaults,
            removing_a_vault_takes_all_of_it_and_no_more,
            odd_keys_are_kept_apart,
            five_megabytes_come_back,
            a_thousand_records_in_one_write,
            writers_at_the_same_time_do_not_mix,
            a_reader_sees_all_of_a_write_or_none
        }
    };
}

/// A store that can be made to fail for real.
#[allow(async_fn_in_trait)]
pub trait Breakable: Store {
    /// Does a write whose last step the storage itself refuses, after taking the others.
    async fn write_and_break(&self, changes: Vec<Change>) -> Result<(), StoreError>;
}

impl Breakable for MemoryStore {
    async fn write_and_break(&self, changes: Vec<Change>) -> Result<(), StoreError> {
        self.fail_write(1, Fault::Refused(StoreError::Failed("ConstraintError")));
        self.write(changes, Durability::Strict).await
    }
}

fn vault(n: u8) -> VaultId {
    let mut bytes = [0x5a; 16];
    bytes[15] = n;
    VaultId::from_bytes(bytes)
}

fn at(vault_number: u8, shelf: Shelf, key: &str) -> Address {
    Address::new(vault(vault_number), shelf, key)
}

fn put(address: &Address, bytes: &[u8]) -> Change {
    Change::Put(address.clone(), bytes.to_vec())
}

async fn write(store: &impl Store, changes: Vec<Change>) {
    store.write(changes, Durability::Strict).await.unwrap();
}

fn keys(list: &[(String, Vec<u8>)]) -> Vec<&str> {
    list.iter().map(|(key, _)| key.as_str()).collect()
}

/// Runs all of them side by side until all are done.
async fn together<'a>(mut tasks: Vec<Pin<Box<dyn Future<Output = ()> + 'a>>>) {
    std::future::poll_fn(|cx| {
        tasks.retain_mut(|task| task.as_mut().poll(cx).is_pending());
        if tasks.is_empty() { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
}

pub async fn an_empty_store_holds_nothing<S: Breakable>(connect: impl AsyncFn() -> S) {
    let store = connect().await;
    for shelf in Shelf::ALL {
        assert_eq!(store.get(&at(1, shelf, "a")).await, Ok(None));
        assert_eq!(store.list(vault(1), shelf).await, Ok(vec![]));
    }
    assert_eq!(store.headers().await, Ok(vec![]));
}

pub async fn another_connection_reads_what_was_written<S: Breakable>(connect: impl AsyncFn() -> S) {
    let (writer, reader) = (connect().await, connect().await);
    for shelf in Shelf::ALL {
        let here = at(1, shelf, "a");
        write(&writer, vec![put(&here, shelf.name().as_bytes())]).await;
        assert_eq!(reader.get(&here).await, Ok(Some(shelf.name().as_bytes().to_vec())));
        assert_eq!(connect().await.get(&here).await, Ok(Some(shelf.name().as_bytes().to_vec())));
    }
}

pub async fn relaxed_writes_are_read_back_too<S: Breakable>(connect: impl AsyncFn() -> S) {
    let here = at(1, Shelf::Snapshot, "a");
    connect().await.write(vec![put(&here, b"again")], Durability::Relaxed).await.unwrap();
    assert_eq!(connect().await.get(&here).await, Ok(Some(b"again".to_vec())));
}

pub async fn every_byte_comes_back<S: Breakable>(connect: impl AsyncFn() -> S) {
    let store = connect().await;
    let here = at(1, Shelf::Segment, "a");
    let bytes: Vec<u8> = (0..=255).chain((0..=255).rev()).collect();
    write(&store, vec![put(&here, &bytes)]).await;
    assert_eq!(store.get(&here).await, Ok(Some(bytes)));
}

pub async fn a_record_of_no_bytes_is_not_a_missing_record<S: Breakable>(connect: impl AsyncFn() -> S) {
    let store = connect().await;
    write(&store, vec![put(&at(1, Shelf::Note, "a"), b"")]).await;
    assert_eq!(store.get(&at(1, Shelf::Note, "a")).await, Ok(Some(vec![])));
    assert_eq!(store.get(&at(1, Shelf::Note, "b")).await, Ok(None));
    assert_eq!(store.list(vault(1), Shelf::Note).await, Ok(vec![("a".into(), vec![])]));
}

pub async fn a_second_put_replaces_the_first<S: Breakable>(connect: impl AsyncFn() -> S) {
    let store = connect().await;
    let here = at(1, Shelf::Draft, "a");
    write(&store, vec![put(&here, b"a longer first text")]).await;
    write(&store, vec![put(&here, b"second")]).await;
    assert_eq!(store.get(&here).await, Ok(Some(b"second".to_vec())));
    assert_eq!(store.list(vault(1), Shelf::Draft).await, Ok(vec![("a".into(), b"second".to_vec())]));
}

pub async fn adding_never_replaces<S: Breakable>(connect: impl AsyncFn() -> S) {
    let store = connect().await;
    let (first, second) = (at(1, Shelf::Letter, "a"), at(1, Shelf::Letter, "b"));
    let add = |address: &Address, bytes: &[u8]| Change::Add(address.clone(), bytes.to_vec());
    let draft = at(1, Shelf::Draft, "a");
    write(&store, vec![add(&first, b"said"), put(&draft, b"x")]).await;
    let again = vec![Change::Remove(draft.clone()), add(&second, b"more"), add(&first, b"unsaid")];
    assert_eq!(store.write(again, Durability::Strict).await, Err(StoreError::Taken));
    assert_eq!(store.list(vault(1), Shelf::Letter).await, Ok(vec![("a".into(), b"said".to_vec())]));
    assert_eq!(store.get(&draft).await, Ok(Some(b"x".to_vec())));
    // What is gone may be added again, and nothing else was spoilt by the refusal.
    write(&store, vec![Change::Remove(first.clone()), add(&first, b"new"), add(&second, b"more")]).await;
    assert_eq!(store.get(&first).await, Ok(Some(b"new".to_vec())));
    assert_eq!(store.get(&second).await, Ok(Some(b"more".to_vec())));
}

pub async fn removing_takes_one_record_only<S: Breakable>(connect: impl AsyncFn() -> S) {
    let store = connect().await;
    let (a, ab) = (at(1, Shelf::Draft, "a"), at(1, Shelf::Draft, "ab"));
    let (other_shelf, other_vault) = (at(1, Shelf::Note, "a"), at(2, Shelf::Draft, "a"));
    let all = [&a, &ab, &other_shelf, &other_vault];
    write(&store, all.iter().map(|here| put(here, b"x")).collect()).await;
    write(&store, vec![Change::Remove(a.clone())]).await;
    assert_eq!(store.get(&a).await, Ok(None));
    for here in [&ab, &other_shelf, &other_vault] {
        assert_eq!(store.get(here).await, Ok(Some(b"x".to_vec())), "{here:?}");
    }
}

pub async fn removing_what_is_not_there_is_no_error<S: Breakable>(connect: impl AsyncFn() -> S) {
    let store = connect().await;
    write(&store, vec![Change::Remove(at(1, Shelf::Draft, "a")), Change::RemoveVault(vault(2))]).await;
    assert_eq!(store.list(vault(1), Shelf::Draft).await, Ok(vec![]));
}

pub async fn changes_are_done_in_order<S: Breakable>(connect: impl AsyncFn() -> S) {
    let store = connect().await;
    let (a, b, c) = (at(1, Shelf::Draft, "a"), at(1, Shelf::Draft, "b"), at(1, Shelf::Header, "c"));
    write(&store, vec![put(&c, b"old")]).await;
    let changes = vec![
        put(&a, b"1"),
        put(&a, b"2"),
        put(&b, b"1"),
        Change::Remove(b.clone()),
        Change::RemoveVault(vault(1)),
        put(&b, b"3"),
    ];
    write(&store, changes).await;
    assert_eq!(store.list(vault(1), Shelf::Draft).await, Ok(vec![("b".into(), b"3".to_vec())]));
    assert_eq!(store.headers().await, Ok(vec![]));
}

pub async fn a_write_of_no_changes_is_done<S: Breakable>(connect: impl AsyncFn() -> S) {
    let store = connect().await;
    write(&store, vec![]).await;
    assert_eq!(store.headers().await, Ok(vec![]));
}

pub async fn a_refused_write_leaves_nothing_behind<S: Breakable>(connect: impl AsyncFn() -> S) {
    let store = connect().await;
    let (kept, new) = (at(1, Shelf::Segment, "kept"), at(1, Shelf::Segment, "new"));
    let (header, second) = (Address::header(vault(1)), Address::header(vault(2)));
    write(&store, vec![put(&kept, b"before"), put(&header, b"before")]).await;
    let changes = vec![
        put(&new, b"after"),
        put(&kept, b"after"),
        Change::Remove(header.clone()),
        put(&second, b"after"),
    ];
    assert!(store.write_and_break(changes).await.is_err());
    for reader in [store, connect().await] {
        assert_eq!(reader.get(&new).await, Ok(None));
        assert_eq!(reader.get(&kept).await, Ok(Some(b"before".to_vec())));
        assert_eq!(reader.headers().await, Ok(vec![(vault(1), b"before".to_vec())]));
    }
}

pub async fn a_store_goes_on_after_a_refused_write<S: Breakable>(connect: impl AsyncFn() -> S) {
    let store = connect().await;
    let here = at(1, Shelf::Draft, "a");
    assert!(store.write_and_break(vec![put(&here, b"first")]).await.is_err());
    write(&store, vec![put(&here, b"second")]).await;
    assert_eq!(connect().await.get(&here).await, Ok(Some(b"second".to_vec())));
}

pub async fn a_list_is_in_key_order<S: Breakable>(connect: impl AsyncFn() -> S) {
    let store = connect().await;
    // The last two change places where strings are compared as UTF-16, as browsers do.
    let sorted = ["", "0", "1", "10", "2", "A", "a", "a/b", "ab", "é", "\u{ff41}", "\u{1f600}"];
    for step in [5, 7] {
        let shuffled = (0..sorted.len()).map(|n| sorted[n * step % sorted.len()]);
        write(&store, shuffled.map(|key| put(&at(1, Shelf::Segment, key), key.as_bytes())).collect()).await;
    }
    let list = store.list(vault(1), Shelf::Segment).await.unwrap();
    assert_eq!(keys(&list), sorted);
    assert!(list.iter().all(|(key, bytes)| key.as_bytes() == bytes));
}

pub async fn a_list_holds_one_shelf_only<S: Breakable>(connect: impl AsyncFn() -> S) {
    let store = connect().await;
    let all = Shelf::ALL.map(|shelf| put(&at(1, shelf, "a"), shelf.name().as_bytes()));
    write(&store, all.to_vec()).await;
    for shelf in Shelf::ALL {
        let expected = vec![("a".to_string(), shelf.name().as_bytes().to_vec())];
        assert_eq!(store.list(vault(1), shelf).await, Ok(expected));
    }
}

pub async fn one_vault_never_shows_another<S: Breakable>(connect: impl AsyncFn() -> S) {
    let store = connect().await;
    for shelf in Shelf::ALL {
        write(&store, vec![put(&at(1, shelf, "a"), b"of one")]).await;
        assert_eq!(store.list(vault(2), shelf).await, Ok(vec![]));
        assert_eq!(store.get(&at(2, shelf, "a")).await, Ok(None));
        write(&store, vec![put(&at(2, shelf, "a"), b"of two")]).await;
        assert_eq!(store.list(vault(1), shelf).await, Ok(vec![("a".into(), b"of one".to_vec())]));
        assert_eq!(store.list(vault(2), shelf).await, Ok(vec![("a".into(), b"of two".to_vec())]));
    }
}

pub async fn neighbouring_vaults_are_kept_apart<S: Breakable>(connect: impl AsyncFn() -> S) {
    let store = connect().await;
    let ends = [[0; 16], [0xff; 16]].map(VaultId::from_bytes);
    let vaults: Vec<VaultId> = (0..=3).map(vault).chain(ends).collect();
    let here = |vault| Address::new(vault, Shelf::Draft, "a");
    write(&store, vaults.iter().map(|&vault| put(&here(vault), &vault.to_bytes())).collect()).await;
    for &vault in &vaults {
        let expected = vec![("a".to_string(), vault.to_bytes().to_vec())];
        assert_eq!(store.list(vault, Shelf::Draft).await, Ok(expected));
    }
    write(&store, vec![Change::RemoveVault(vault(1))]).await;
    for vault in vaults.into_iter().filter(|&other| other != vault(1)) {
        assert_eq!(store.get(&here(vault)).await, Ok(Some(vault.to_bytes().to_vec())));
    }
}

pub async fn headers_are_all_that_shows_of_all_vaults<S: Breakable>(connect: impl AsyncFn() -> S) {
    let store = connect().await;
    for n in [3, 1, 2] {
        write(&store, vec![put(&Address::header(vault(n)), &[n]), put(&at(n, Shelf::Profile, ""), b"p")])
            .await;
    }
    write(&store, vec![put(&at(4, Shelf::Draft, "a"), b"without a header")]).await;
    let expected = [1, 2, 3].map(|n| (vault(n), vec![n]));
    assert_eq!(store.headers().await, Ok(expected.to_vec()));
    write(&store, vec![put(&Address::header(vault(2)), b"new"), Change::Remove(Address::header(vault(1)))])
        .await;
    assert_eq!(connect().await.headers().await, Ok(vec![(vault(2), b"new".to_vec()), (vault(3), vec![3])]));
}

pub async fn removing_a_vault_takes_all_of_it_and_no_more<S: Breakable>(connect: impl AsyncFn() -> S) {
    let store = connect().await;
    for n in [1, 2] {
        let all =
            Shelf::ALL.into_iter().flat_map(|shelf| ["", "a", "\u{1f600}"].map(|key| at(n, shelf, key)));
        write(&store, all.map(|here| put(&here, &[n])).collect()).await;
    }
    write(&store, vec![Change::RemoveVault(vault(1))]).await;
    for shelf in Shelf::ALL {
        assert_eq!(store.list(vault(1), shelf).await, Ok(vec![]), "{shelf:?}");
        assert_eq!(store.list(vault(2), shelf).await.unwrap().len(), 3, "{shelf:?}");
    }
    assert!(store.headers().await.unwrap().iter().all(|(owner, _)| *owner == vault(2)));
}

pub async fn odd_keys_are_kept_apart<S: Breakable>(connect: impl AsyncFn() -> S) {
    let store = connect().await;
    let long = "k".repeat(4_000);
    let of_another = format!("{}/draft/a", vault(2));
    let odd = [
        "",
        " ",
        "/",
        "//",
        "a/",
        "/a",
        "..",
        "../draft/a",
        "0",
        "-",
        "%2F",
        "\0",
        "a\0b",
        "\n",
        "\"",
        "'",
        "<b>",
        "__proto__",
        "null",
        "\u{e9}",
        "e\u{301}",
        "\u{202e}abc",
        "\u{feff}",
        "\u{ffff}",
        "\u{10ffff}",
        &long,
        &of_another,
    ];
    let here = |key: &str| at(1, Shelf::Note, key);
    write(&store, odd.iter().enumerate().map(|(n, key)| put(&here(key), &[n as u8])).collect()).await;
    for (n, key) in odd.iter().enumerate() {
        assert_eq!(store.get(&here(key)).await, Ok(Some(vec![n as u8])), "{key:?}");
    }
    let mut sorted = odd.to_vec();
    sorted.sort_unstable();
    let list = store.list(vault(1), Shelf::Note).await.unwrap();
    assert_eq!(keys(&list), sorted);
    assert_eq!(store.list(vault(2), Shelf::Draft).await, Ok(vec![]));
}

pub async fn five_megabytes_come_back<S: Breakable>(connect: impl AsyncFn() -> S) {
    let here = at(1, Shelf::Snapshot, "a");
    let bytes: Vec<u8> =
        (0..5 * 1024 * 1024_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    write(&connect().await, vec![put(&here, &bytes)]).await;
    let found = connect().await.get(&here).await.unwrap().unwrap();
    assert!(found == bytes, "{} bytes came back, or others", found.len());
}

pub async fn a_thousand_records_in_one_write<S: Breakable>(connect: impl AsyncFn() -> S) {
    let key = |n: u32| format!("{n:04}");
    let changes = (0..1_000).map(|n| put(&at(1, Shelf::Segment, &key(n)), &n.to_be_bytes())).collect();
    write(&connect().await, changes).await;
    let list = connect().await.list(vault(1), Shelf::Segment).await.unwrap();
    assert_eq!(list.len(), 1_000);
    for (n, (found, bytes)) in (0..).zip(&list) {
        assert_eq!((found, bytes.as_slice()), (&key(n), n.to_be_bytes().as_slice()));
    }
}

pub async fn writers_at_the_same_time_do_not_mix<S: Breakable>(connect: impl AsyncFn() -> S) {
    const WRITERS: u8 = 4;
    const ROUNDS: u8 = 25;
    let stores = [connect().await, connect().await];
    // Each writes a pair that must always match, and a record that no one else touches.
    let pair = [at(1, Shelf::Draft, "left"), at(1, Shelf::Note, "right")];
    let writer = async |n: u8| {
        let store = &stores[usize::from(n % 2)];
        for round in 0..ROUNDS {
            let own = at(1, Shelf::Segment, &format!("{n}-{round}"));
            write(store, vec![put(&pair[0], &[n, round]), put(&own, &[n]), put(&pair[1], &[n, round])]).await;
        }
    };
    together((0..WRITERS).map(|n| Box::pin(writer(n)) as Pin<Box<dyn Future<Output = ()>>>).collect()).await;
    let found = [stores[0].get(&pair[0]).await.unwrap(), stores[1].get(&pair[1]).await.unwrap()];
    assert_eq!(found[0], found[1]);
    assert!(found[0].as_ref().is_some_and(|bytes| bytes[1] == ROUNDS - 1), "{found:?}");
    let own = stores[0].list(vault(1), Shelf::Segment).await.unwrap();
    assert_eq!(own.len(), usize::from(WRITERS) * usize::from(ROUNDS));
}

pub async fn a_reader_sees_all_of_a_write_or_none<S: Breakable>(connect: impl AsyncFn() -> S) {
    let (writer, reader) = (connect().await, connect().await);
    let keys = ["a", "b", "c"].map(|key| at(1, Shelf::Draft, key));
    let writing = async {
        for round in 0..50 {
            write(&writer, keys.iter().map(|key| put(key, &[round])).collect()).await;
        }
    };
    let reading = async {
        for _ in 0..50 {
            let list = reader.list(vault(1), Shelf::Draft).await.unwrap();
            assert!(list.is_empty() || list.len() == 3, "{list:?}");
            assert!(list.windows(2).all(|two| two[0].1 == two[1].1), "{list:?}");
        }
    };
    together(vec![Box::pin(writing), Box::pin(reading)]).await;
    assert_eq!(reader.list(vault(1), Shelf::Draft).await.unwrap()[0].1, [49]);
}
