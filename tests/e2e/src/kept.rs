//! Everything that a script of the page can read of what the browser keeps for it, and of what others see:
//! address, title, history state, storage, caches, every record of every database.

use crate::{Browser, Trouble};

const DUMP: &str = "
const done = arguments[arguments.length - 1];
const latin1 = (bytes) => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
};
const words = (value) => {
  if (value instanceof ArrayBuffer) return latin1(new Uint8Array(value));
  if (ArrayBuffer.isView(value)) return latin1(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
  if (value && typeof value === 'object') {
    return Object.entries(value).map(([name, inner]) => `${name}=${words(inner)}`).join('\\n');
  }
  return String(value);
};
const answer = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
(async () => {
  const seen = [location.href, document.title, JSON.stringify(history.state), document.cookie, window.name];
  const lines = [];
  for (const storage of [localStorage, sessionStorage]) {
    for (const name of Object.keys(storage)) lines.push(name, storage.getItem(name));
  }
  let records = 0;
  for (const { name } of await indexedDB.databases()) {
    const database = await answer(indexedDB.open(name));
    lines.push(name);
    for (const store of database.objectStoreNames) {
      const reading = database.transaction(store).objectStore(store);
      const [keys, values] = await Promise.all([answer(reading.getAllKeys()), answer(reading.getAll())]);
      records += values.length;
      lines.push(store, ...keys.map(words), ...values.map(words));
    }
    database.close();
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    lines.push(name, ...(await cache.keys()).map((request) => request.url));
  }
  done([records, seen.join('\\n'), lines.join('\\n')]);
})().catch((error) => done(String(error)));";

/// What is kept and what others see.
#[derive(Debug, Clone)]
pub struct Kept {
    /// How many records there are in databases.
    pub records: u64,
    /// Address, title, history state.
    pub seen: String,
    /// Everything stored, as one text in which each byte of a record is one letter.
    pub stored: String,
}

impl Browser {
    pub async fn kept(&self) -> Result<Kept, Trouble> {
        let found = self.script_async(DUMP, vec![]).await?;
        serde_json::from_value::<(u64, String, String)>(found.clone())
            .map(|(records, seen, stored)| Kept { records, seen, stored })
            .map_err(|_| Trouble::Answer(found.to_string()))
    }
}
