//! The store in a browser: one IndexedDB database with two object stores, `headers` and `records`.
//!
//! A transaction here never waits for anything but its own requests, since browsers commit a
//! transaction that looks idle (Chromium quietly, Firefox and WebKit with an error). So everything is
//! sealed before a write is asked for, and a write issues all its requests in one go, asks to commit,
//! and only then waits.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use indexed_db_futures::{
    Build, BuildPrimitive, KeyRange,
    database::{Database, VersionChangeEvent},
    error::{Error, OpenDbError},
    future::VoidRequest,
    internals::SystemRepr,
    object_store::ObjectStore,
    query_source::QuerySource,
    transaction::{Transaction, TransactionDurability, TransactionMode, TransactionOptions},
};
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;

use super::{Address, Change, Durability, Shelf, Store, StoreError, already_holds, contract::Breakable};
use crate::{model::ids::VaultId, services::browser::reply::reply};

/// The layout of the database. Raised only together with an upgrade in [`lay_out`].
const VERSION: u32 = 1;
const HEADERS: &str = "headers";
const RECORDS: &str = "records";

/// Sealed bytes in this browser's IndexedDB. Clones share one connection.
#[derive(Clone)]
pub struct IndexedDbStore(Rc<Connection>);

struct Connection {
    name: String,
    link: RefCell<Link>,
    when_ended: RefCell<Option<Told>>,
}

/// Whoever wants to know that this tab can use the database no longer.
type Told = Rc<dyn Fn(StoreError)>;

enum Link {
    Open(Database),
    /// The browser closed the database by itself, as Safari does in the background; the next use
    /// opens it again.
    Dropped,
    /// This tab must not use the database any more, for this reason.
    Ended(StoreError),
}

impl IndexedDbStore {
    /// Opens the database of this name, making it when there is none.
    pub async fn open(name: &str) -> Result<Self, StoreError> {
        Self::open_version(name, VERSION).await
    }

    /// Opens at another version than this program's, as a later one would: for tests of two tabs.
    pub async fn open_version(name: &str, version: u32) -> Result<Self, StoreError> {
        let database = connect(name, version).await?.database;
        let connection = Rc::new(Connection {
            name: name.to_owned(),
            link: RefCell::new(Link::Dropped),
            when_ended: RefCell::new(None),
        });
        connection.attach(database)?;
        Ok(Self(connection))
    }

    /// Deletes the database of this name and everything in it.
    pub async fn delete(name: &str) -> Result<(), StoreError> {
        Database::delete_by_name(name)
            .map_err(|error| not_opened(&error))?
            .await
            .map_err(|error| failed(&error))
    }

    /// Has `tell` called when this tab can use the database no longer: because a newer version of the
    /// program opened it ([`StoreError::Outdated`]), or because it was deleted ([`StoreError::Cleared`]).
    /// The connection is closed by then, so that the other tab need not wait.
    pub fn when_ended(&self, tell: impl Fn(StoreError) + 'static) {
        let ended = match *self.0.link.borrow() {
            Link::Ended(why) => Some(why),
            Link::Open(_) | Link::Dropped => None,
        };
        if let Some(why) = ended {
            tell(why);
        }
        *self.0.when_ended.borrow_mut() = Some(Rc::new(tell));
    }

    /// Lets the browser's own closing of the connection happen now: for tests.
    pub fn drop_connection(&self) {
        if let Link::Open(database) = self.0.link.replace(Link::Dropped) {
            database.close();
        }
    }

    async fn database(&self) -> Result<Database, StoreError> {
        match &*self.0.link.borrow() {
            Link::Open(database) => return Ok(database.clone()),
            Link::Ended(why) => return Err(*why),
            Link::Dropped => {}
        }
        let connected = connect(&self.0.name, VERSION).await?;
        if connected.made {
            // What was kept here is gone. A new, empty database must not take writes that could
            // never be unlocked again, for want of a header.
            connected.database.close();
            self.0.end(StoreError::Cleared);
            Self::delete(&self.0.name).await?;
            return Err(StoreError::Cleared);
        }
        // While we waited, another call may have done the same.
        if let Link::Open(database) = &*self.0.link.borrow() {
            connected.database.close();
            return Ok(database.clone());
        }
        self.0.attach(connected.database.clone())?;
        Ok(connected.database)
    }

    fn begin<'a>(
        &self,
        builder: impl Build<Ok = Transaction<'a>, Err = Error>,
    ) -> Result<Transaction<'a>, StoreError> {
        builder.build().map_err(|error| {
            // The connection went away and no event has told us yet.
            if name_of(&error) == "InvalidStateError" {
                let mut link = self.0.link.borrow_mut();
                if matches!(*link, Link::Open(_)) {
                    *link = Link::Dropped;
                }
            }
            failed(&error)
        })
    }

    /// Issues all steps and then `last`, asks to commit, and waits.
    async fn commit(
        &self,
        steps: Vec<Step>,
        durability: TransactionDurability,
        last: impl FnOnce(&ObjectStore<'_>) -> Result<Vec<VoidRequest>, Error>,
    ) -> Result<(), StoreError> {
        let database = self.database().await?;
        let options = TransactionOptions::new().with_durability(durability);
        let transaction = self.begin(
            database
                .transaction([HEADERS, RECORDS])
                .with_mode(TransactionMode::Readwrite)
                .with_options(options),
        )?;
        // The reason why a commit was refused (no room, say) is on the transaction alone.
        let raw: web_sys::IdbTransaction = transaction.as_sys().clone().unchecked_into();
        let requests = issue(&transaction, steps, last).map_err(|error| failed(&error))?;
        let committed = transaction.commit().await;
        for request in requests {
            request.await.map_err(|error| failed(&error))?;
        }
        committed.map_err(|error| raw.error().map_or_else(|| failed(&error), |why| failed(&why.into())))
    }

    async fn write_with(
        &self,
        changes: Vec<Change>,
        durability: Durability,
        last: impl FnOnce(&ObjectStore<'_>) -> Result<Vec<VoidRequest>, Error>,
    ) -> Result<(), StoreError> {
        let steps = changes.iter().map(Step::from).collect();
        let durability = match durability {
            Durability::Strict => TransactionDurability::Strict,
            Durability::Relaxed => TransactionDurability::Relaxed,
        };
        let Err(error) = self.commit(steps, durability, last).await else {
            return Ok(());
        };
        // A failed commit does not prove that nothing was written.
        match already_holds(self, &changes).await {
            Ok(true) => Ok(()),
            Ok(false) | Err(_) => Err(error),
        }
    }
}

impl Store for IndexedDbStore {
    async fn get(&self, at: &Address) -> Result<Option<Vec<u8>>, StoreError> {
        let database = self.database().await?;
        let transaction = self.begin(database.transaction(object_store(at.shelf)))?;
        let found: Option<JsValue> = async {
            let records = transaction.object_store(object_store(at.shelf))?;
            records.get(stored_key(at)).primitive()?.await
        }
        .await
        .map_err(|error| failed(&error))?;
        found.map(bytes).transpose()
    }

    async fn list(&self, vault: VaultId, shelf: Shelf) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        let prefix = shelf_prefix(vault, shelf);
        let found = self.read_all(object_store(shelf), Some(below(&prefix))).await?;
        let mut list = Vec::with_capacity(found.len());
        for (key, bytes) in found {
            let key = key.strip_prefix(&prefix).ok_or(UNEXPECTED)?;
            list.push((key.to_owned(), bytes));
        }
        // A browser orders strings as UTF-16.
        list.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        Ok(list)
    }

    async fn headers(&self) -> Result<Vec<(VaultId, Vec<u8>)>, StoreError> {
        let found = self.read_all(HEADERS, None).await?;
        found
            .into_iter()
            .map(|(key, bytes)| {
                let vault = key.split('/').next().and_then(|text| text.parse().ok());
                vault.map(|vault| (vault, bytes)).ok_or(UNEXPECTED)
            })
            .collect()
    }

    async fn write(&self, changes: Vec<Change>, durability: Durability) -> Result<(), StoreError> {
        self.write_with(changes, durability, |_| Ok(vec![])).await
    }
}

impl Breakable for IndexedDbStore {
    async fn write_and_break(&self, changes: Vec<Change>) -> Result<(), StoreError> {
        self.write_with(changes, Durability::Strict, |records| {
            // A key may be added once only, so the browser itself refuses the second.
            let add = || records.add(JsValue::NULL).with_key("broken").without_key_type().primitive();
            Ok(vec![add()?, add()?])
        })
        .await
    }
}

impl IndexedDbStore {
    /// Keys and values of a range, or of the whole object store, from one transaction.
    async fn read_all(
        &self,
        name: &str,
        range: Option<KeyRange<String>>,
    ) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        let range = range.unwrap_or_else(|| KeyRange::LowerBound(String::new(), false));
        let database = self.database().await?;
        let transaction = self.begin(database.transaction(name))?;
        let (keys, values): (Vec<String>, Vec<JsValue>) = async {
            let records = transaction.object_store(name)?;
            let keys = records.get_all_keys::<String>().with_query::<String, _>(range.clone()).primitive()?;
            let values = records.get_all::<JsValue>().with_query::<String, _>(range).primitive()?;
            let keys = keys.await?.collect::<Result<_, _>>()?;
            Ok((keys, values.await?.collect::<Result<_, _>>()?))
        }
        .await
        .map_err(|error: Error| failed(&error))?;
        keys.into_iter().zip(values).map(|(key, value)| Ok((key, bytes(value)?))).collect()
    }
}

impl Connection {
    fn attach(self: &Rc<Self>, database: Database) -> Result<(), StoreError> {
        let mut events = database.version_changes().map_err(|error| failed(&error))?;
        *self.link.borrow_mut() = Link::Open(database);
        let connection = Rc::downgrade(self);
        spawn_local(async move {
            let event = events.recv().await;
            let Some(connection) = connection.upgrade() else {
                return;
            };
            match event {
                Some(event) => {
                    events.db().clone().close();
                    let deleted = event.new_version().is_none();
                    connection.end(if deleted { StoreError::Cleared } else { StoreError::Outdated });
                }
                None => *connection.link.borrow_mut() = Link::Dropped,
            }
        });
        Ok(())
    }

    fn end(&self, why: StoreError) {
        *self.link.borrow_mut() = Link::Ended(why);
        let tell = self.when_ended.borrow().clone();
        if let Some(tell) = tell {
            tell(why);
        }
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        if let Link::Open(database) = self.link.replace(Link::Dropped) {
            database.close();
        }
    }
}

struct Connected {
    database: Database,
    /// There was none of this name, and so it is empty.
    made: bool,
}

async fn connect(name: &str, version: u32) -> Result<Connected, StoreError> {
    let (answer, waiting) = reply();
    let name = name.to_owned();
    let blocked = answer.clone();
    // Opening goes on by itself after the person was told that it is blocked: half-way, it can not be
    // called off.
    spawn_local(async move {
        let made = Rc::new(Cell::new(false));
        let note = made.clone();
        let opened = Database::open(&name)
            .with_version(version)
            .with_on_blocked(move |_| {
                let _ = blocked.give(Err(StoreError::Blocked));
                Ok(())
            })
            .with_on_upgrade_needed(move |event, database| {
                note.set(event.old_version() == 0.0);
                lay_out(&event, &database)
            })
            .await;
        let opened = opened
            .map(|database| Connected { database, made: made.get() })
            .map_err(|error| not_opened(&error));
        if let Err(Ok(unwanted)) = answer.give(opened) {
            unwanted.database.close();
        }
    });
    waiting.wait().await
}

fn lay_out(event: &VersionChangeEvent, database: &Database) -> Result<(), Error> {
    if event.old_version() < 1.0 {
        database.create_object_store(HEADERS).build()?;
        database.create_object_store(RECORDS).build()?;
    }
    Ok(())
}

/// One request of a write, with its key and value already copied into the browser's own memory.
enum Step {
    Put { on: &'static str, key: String, value: JsValue },
    Add { on: &'static str, key: String, value: JsValue },
    Remove { on: &'static str, key: String },
    RemoveAll { range: KeyRange<String> },
}

impl From<&Change> for Step {
    fn from(change: &Change) -> Self {
        match change {
            Change::Put(at, bytes) => Self::Put {
                on: object_store(at.shelf),
                key: stored_key(at),
                value: Uint8Array::from(bytes.as_slice()).into(),
            },
            Change::Add(at, bytes) => Self::Add {
                on: object_store(at.shelf),
                key: stored_key(at),
                value: Uint8Array::from(bytes.as_slice()).into(),
            },
            Change::Remove(at) => Self::Remove { on: object_store(at.shelf), key: stored_key(at) },
            Change::RemoveVault(vault) => Self::RemoveAll { range: below(&format!("{vault}/")) },
        }
    }
}

fn issue(
    transaction: &Transaction<'_>,
    steps: Vec<Step>,
    last: impl FnOnce(&ObjectStore<'_>) -> Result<Vec<VoidRequest>, Error>,
) -> Result<Vec<VoidRequest>, Error> {
    let headers = transaction.object_store(HEADERS)?;
    let records = transaction.object_store(RECORDS)?;
    let of = |name| if name == HEADERS { &headers } else { &records };
    let mut requests = Vec::with_capacity(steps.len());
    for step in steps {
        match step {
            Step::Put { on, key, value } => {
                requests.push(of(on).put(value).with_key(key).without_key_type().primitive()?);
            }
            Step::Add { on, key, value } => {
                requests.push(of(on).add(value).with_key(key).without_key_type().primitive()?);
            }
            Step::Remove { on, key } => requests.push(of(on).delete(key).primitive()?),
            Step::RemoveAll { range } => {
                requests.push(headers.delete::<String, _>(range.clone()).primitive()?);
                requests.push(records.delete::<String, _>(range).primitive()?);
            }
        }
    }
    requests.extend(last(&records)?);
    Ok(requests)
}

/// Headers stand apart, so that they are read without reading anything else of any vault.
fn object_store(shelf: Shelf) -> &'static str {
    match shelf {
        Shelf::Header => HEADERS,
        Shelf::Profile
        | Shelf::Snapshot
        | Shelf::Segment
        | Shelf::Draft
        | Shelf::Note
        | Shelf::Visit
        | Shelf::Letter
        | Shelf::Handed => RECORDS,
    }
}

fn shelf_prefix(vault: VaultId, shelf: Shelf) -> String {
    format!("{vault}/{}/", shelf.name())
}

fn stored_key(at: &Address) -> String {
    shelf_prefix(at.vault, at.shelf) + &at.key
}

/// All keys that begin with `prefix`, which ends in a slash: the next character after it is `0`.
fn below(prefix: &str) -> KeyRange<String> {
    let end = format!("{}0", prefix.strip_suffix('/').unwrap_or(prefix));
    KeyRange::Bound(prefix.to_owned(), false, end, true)
}

/// Copies a stored value into our memory.
fn bytes(value: JsValue) -> Result<Vec<u8>, StoreError> {
    value.dyn_into::<Uint8Array>().map(|array| array.to_vec()).map_err(|_| UNEXPECTED)
}

const UNEXPECTED: StoreError = StoreError::Failed("unexpected record");

fn not_opened(error: &OpenDbError) -> StoreError {
    match error {
        // The crate calls it a wrong version whenever the browser refuses to open anything at all.
        OpenDbError::VersionZero | OpenDbError::UnsupportedEnvironment | OpenDbError::NullFactory => {
            StoreError::Unavailable
        }
        OpenDbError::Base(error) => match name_of(error) {
            "InvalidStateError" | "NotAllowedError" => StoreError::Unavailable,
            _ => failed(error),
        },
    }
}

fn failed(error: &Error) -> StoreError {
    match name_of(error) {
        "ConstraintError" => StoreError::Taken,
        "QuotaExceededError" => StoreError::Full,
        "SecurityError" => StoreError::Unavailable,
        "VersionError" => StoreError::Outdated,
        name => StoreError::Failed(name),
    }
}

/// The kind of a browser's error. Its message is never used: nobody knows what it may quote.
fn name_of(error: &Error) -> &'static str {
    const KNOWN: [&str; 15] = [
        "AbortError",
        "ConstraintError",
        "DataCloneError",
        "DataError",
        "InvalidAccessError",
        "InvalidStateError",
        "NotAllowedError",
        "NotFoundError",
        "QuotaExceededError",
        "ReadOnlyError",
        "SecurityError",
        "TimeoutError",
        "TransactionInactiveError",
        "UnknownError",
        "VersionError",
    ];
    let value: &JsValue = match error {
        Error::DomException(error) => error.as_ref(),
        Error::Unknown(error) => error.as_ref(),
        Error::Serialisation(_) => return "unexpected record",
        Error::MissingData(_) => return "no answer",
    };
    let name = value.dyn_ref::<web_sys::DomException>().map(web_sys::DomException::name).unwrap_or_default();
    KNOWN.into_iter().find(|known| *known == name).unwrap_or("unknown error")
}
