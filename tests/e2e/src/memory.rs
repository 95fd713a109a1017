//! What a page still knows: the heaps and every byte of WebAssembly's memory, searched for words that must not be there
//! any more (Chromium only: the others do not let themselves be asked).

use std::collections::BTreeSet;
use std::path::Path;

use futures_util::{SinkExt as _, StreamExt as _};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

use crate::{Browser, Profile, Trouble};

/// The words that were found.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// In the heaps of scripts: strings, titles, what pages are made of.
    pub in_heaps: BTreeSet<String>,
    /// In the memory of WebAssembly and in every other buffer of bytes.
    pub in_buffers: BTreeSet<String>,
    /// How many bytes of buffers were looked through.
    pub bytes: u64,
    /// The pages and workers that were looked into.
    pub looked_into: Vec<String>,
}

impl Known {
    pub fn all(&self) -> BTreeSet<&str> {
        self.in_heaps.iter().chain(&self.in_buffers).map(String::as_str).collect()
    }
}

/// Looks through one buffer. The words go there as numbers, so that looking for them leaves no trace that the next look
/// would find.
const LOOK: &str = "function (needles) {
    let view;
    try {
        view = new Uint8Array(this);
    } catch {
        // Bytes that were given away to a worker.
        return { found: [], bytes: 0 };
    }
    const found = [];
    needles.forEach((needle, place) => {
        for (let at = view.indexOf(needle[0]); at >= 0; at = view.indexOf(needle[0], at + 1)) {
            if (needle.every((byte, step) => view[at + step] === byte)) return void found.push(place);
        }
    });
    return { found, bytes: view.length };
}";

/// How the browser calls a page.
const PAGE: &str = "page";

/// What holds bytes, as a heap calls it.
const HOLDS_BYTES: &str = "ArrayBuffer";

/// Has every page that is loaded from now on remember which memories WebAssembly was given: asked for them later by way
/// of its heap, Chromium crashes.
///
/// # Errors
/// [`Trouble`] when the browser does not take the script.
pub async fn remember_memories(browser: &Browser) -> Result<(), Trouble> {
    let source = "
        globalThis.memories = [];
        const { instantiate, instantiateStreaming, Memory } = WebAssembly;
        const remember = (made) => {
            for (const it of Object.values((made.instance ?? made).exports))
                if (it instanceof Memory) globalThis.memories.push(it);
            return made;
        };
        WebAssembly.instantiate = (...all) => instantiate(...all).then(remember);
        WebAssembly.instantiateStreaming = (...all) => instantiateStreaming(...all).then(remember);
        WebAssembly.Memory = class extends Memory {
            constructor(...all) { super(...all); globalThis.memories.push(this); }
        };";
    browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })).await.map(|_| ())
}

/// What the pages and workers of this browser know of these words, after everything that nobody holds any more was
/// thrown away.
///
/// # Errors
/// [`Trouble`] when the browser does not let itself be asked.
pub async fn known(profile: &Profile, words: &[&str]) -> Result<Known, Trouble> {
    let mut devtools = Devtools::connect(&profile.data()).await?;
    let mut known = Known::default();
    for (name, session) in devtools.sessions().await? {
        known.looked_into.push(name);
        // The heap first: looking through buffers makes things of its own.
        let heap = devtools.heap(&session).await?;
        known.in_heaps.extend(words.iter().filter(|word| heap.contains(**word)).map(ToString::to_string));
        let of_page = match known.looked_into.last().map(String::as_str) {
            Some(PAGE) => devtools.memories(&session).await?,
            _ => Vec::new(),
        };
        let objects = match of_page.is_empty() {
            true => devtools.objects(&session, holding_bytes(&heap)?).await?,
            false => of_page,
        };
        for object in objects {
            let (found, bytes) = devtools.look(&session, object, words).await?;
            known.in_buffers.extend(found);
            known.bytes += bytes;
        }
    }
    Ok(known)
}

/// A line of its own to the browser, beside the driver's.
struct Devtools {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    last: u64,
}

impl Devtools {
    async fn connect(data: &Path) -> Result<Self, Trouble> {
        let file = data.join("DevToolsActivePort");
        let told = std::fs::read_to_string(&file)
            .map_err(Trouble::files(format!("{} could not be read", file.display())))?;
        let (port, path) = told.trim().split_once('\n').ok_or_else(|| Trouble::Answer(told.clone()))?;
        let (socket, _) = connect_async(format!("ws://127.0.0.1:{port}{path}")).await.map_err(lost)?;
        Ok(Self { socket, last: 0 })
    }

    /// Asks for something, and gives the answer with whatever was told before it.
    async fn ask(
        &mut self,
        session: Option<&str>,
        method: &str,
        params: Value,
    ) -> Result<(Value, Vec<Value>), Trouble> {
        self.last += 1;
        let mut message = json!({ "id": self.last, "method": method, "params": params });
        if let (Some(session), Value::Object(message)) = (session, &mut message) {
            message.insert("sessionId".to_owned(), json!(session));
        }
        self.socket.send(Message::text(message.to_string())).await.map_err(lost)?;
        let mut told = Vec::new();
        while let Some(message) = self.socket.next().await {
            let Message::Text(text) = message.map_err(lost)? else { continue };
            let value: Value =
                serde_json::from_str(&text).map_err(|_| Trouble::Answer(text.as_str().to_owned()))?;
            match value.get("id") {
                Some(id) if *id == json!(self.last) => match value.get("result") {
                    Some(result) => return Ok((result.clone(), told)),
                    None => return Err(Trouble::Answer(format!("{method}: {value}"))),
                },
                _ if value["method"] == "Inspector.targetCrashed" => {
                    return Err(Trouble::Answer(format!("{method}: the page crashed")));
                }
                _ => told.push(value),
            }
        }
        Err(Trouble::Answer(format!("{method}: the browser went away")))
    }

    /// A name and a session for every page of ours, every service worker, and every worker of a page.
    async fn sessions(&mut self) -> Result<Vec<(String, String)>, Trouble> {
        let (targets, _) = self.ask(None, "Target.getTargets", json!({})).await?;
        let mut sessions = Vec::new();
        for target in targets["targetInfos"].as_array().into_iter().flatten() {
            let (kind, url) = (text(&target["type"]), text(&target["url"]));
            if ![PAGE, "service_worker"].contains(&kind.as_str()) || !url.starts_with("http") {
                continue;
            }
            let to = json!({ "targetId": target["targetId"], "flatten": true });
            let (attached, _) = self.ask(None, "Target.attachToTarget", to).await?;
            let session = text(&attached["sessionId"]);
            sessions.push((kind.clone(), session.clone()));
            if kind == PAGE {
                let every = json!({ "autoAttach": true, "waitForDebuggerOnStart": false, "flatten": true });
                let (_, told) = self.ask(Some(&session), "Target.setAutoAttach", every).await?;
                let workers =
                    told.iter().filter(|it| it.pointer("/params/targetInfo/type") == Some(&json!("worker")));
                sessions.extend(
                    workers.map(|it| {
                        (text(&it["params"]["targetInfo"]["type"]), text(&it["params"]["sessionId"]))
                    }),
                );
            }
        }
        Ok(sessions)
    }

    async fn heap(&mut self, session: &str) -> Result<String, Trouble> {
        self.ask(Some(session), "HeapProfiler.enable", json!({})).await?;
        self.ask(Some(session), "HeapProfiler.collectGarbage", json!({})).await?;
        let quiet = json!({ "reportProgress": false });
        let (_, told) = self.ask(Some(session), "HeapProfiler.takeHeapSnapshot", quiet).await?;
        let chunks = told.iter().filter_map(|it| it.pointer("/params/chunk")?.as_str());
        let heap: String = chunks.collect();
        if heap.is_empty() { Err(Trouble::Answer("an empty heap".to_owned())) } else { Ok(heap) }
    }

    /// The memories that a page remembers.
    async fn memories(&mut self, session: &str) -> Result<Vec<Value>, Trouble> {
        let mut memories = Vec::new();
        loop {
            let next = format!("globalThis.memories?.[{}]?.buffer", memories.len());
            let (answer, _) =
                self.ask(Some(session), "Runtime.evaluate", json!({ "expression": next })).await?;
            match answer.pointer("/result/objectId") {
                Some(id) => memories.push(id.clone()),
                None => return Ok(memories),
            }
        }
    }

    /// Things of a heap, by their numbers.
    async fn objects(&mut self, session: &str, numbers: Vec<u64>) -> Result<Vec<Value>, Trouble> {
        let mut objects = Vec::new();
        for number in numbers {
            let which = json!({ "objectId": number.to_string() });
            let (found, _) = self.ask(Some(session), "HeapProfiler.getObjectByHeapObjectId", which).await?;
            objects.push(found["result"]["objectId"].clone());
        }
        Ok(objects)
    }

    async fn look(
        &mut self,
        session: &str,
        object: Value,
        words: &[&str],
    ) -> Result<(BTreeSet<String>, u64), Trouble> {
        let utf16 = |word: &str| word.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        let needles: Vec<Vec<u8>> =
            words.iter().flat_map(|word| [word.as_bytes().to_vec(), utf16(word)]).collect();
        let look = json!({
            "objectId": object,
            "functionDeclaration": LOOK,
            "arguments": [{ "value": needles }],
            "returnByValue": true,
        });
        let (answer, _) = self.ask(Some(session), "Runtime.callFunctionOn", look).await?;
        let found = answer.pointer("/result/value/found").and_then(Value::as_array);
        let found = found.ok_or_else(|| Trouble::Answer(answer.to_string()))?;
        // Two needles for each word.
        let places = found.iter().filter_map(|it| usize::try_from(it.as_u64()? / 2).ok());
        let found = places.filter_map(|place| Some((*words.get(place)?).to_owned())).collect();
        Ok((found, answer.pointer("/result/value/bytes").and_then(Value::as_u64).unwrap_or_default()))
    }
}

/// The numbers of everything in a heap that holds bytes outside it.
fn holding_bytes(heap: &str) -> Result<Vec<u64>, Trouble> {
    let wrong = || Trouble::Answer("a heap in a form that is not known".to_owned());
    let heap: Value = serde_json::from_str(heap).map_err(|_| wrong())?;
    let fields = heap.pointer("/snapshot/meta/node_fields").and_then(Value::as_array).ok_or_else(wrong)?;
    let place = |name: &str| fields.iter().position(|it| it == name).ok_or_else(wrong);
    let (kind, name, id) = (place("type")?, place("name")?, place("id")?);
    let kinds = heap.pointer("/snapshot/meta/node_types/0").and_then(Value::as_array).ok_or_else(wrong)?;
    let object = kinds.iter().position(|it| it == "object").ok_or_else(wrong)? as u64;
    let nodes: Vec<u64> = heap["nodes"].as_array().into_iter().flatten().filter_map(Value::as_u64).collect();
    let strings = heap["strings"].as_array().ok_or_else(wrong)?;
    let called = |node: &[u64]| usize::try_from(node[name]).ok().and_then(|at| strings.get(at)?.as_str());
    let holding = nodes
        .chunks_exact(fields.len())
        .filter(|node| node[kind] == object && called(node) == Some(HOLDS_BYTES));
    Ok(holding.map(|node| node[id]).collect())
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn lost(error: impl std::fmt::Display) -> Trouble {
    Trouble::Answer(format!("the browser could not be asked: {error}"))
}
