//! What the page asked the network for (Chromium only: the others' drivers do not tell).

use serde_json::{Value, json};

use crate::browser::Extension;
use crate::{Browser, Trouble};

const INSIDE: &[&str] = &["data:", "blob:", "about:", "chrome:"];

impl Browser {
    /// Every address that the page has asked the network for since the last time this was called. Addresses
    /// that never leave the browser (`data:`, `blob:`, its own `chrome:` pages) are not requests.
    pub async fn requests(&self) -> Result<Vec<String>, Trouble> {
        let log = self.log("performance").await?;
        let sent = log.iter().filter_map(|entry| {
            let message: Value = serde_json::from_str(entry.get("message")?.as_str()?).ok()?;
            let message = message.get("message")?;
            (message.get("method")? == "Network.requestWillBeSent").then_some(())?;
            Some(message.pointer("/params/request/url")?.as_str()?.to_owned())
        });
        Ok(sent.filter(|url| !INSIDE.iter().any(|scheme| url.starts_with(scheme))).collect())
    }

    /// What the page, or the browser about the page, wrote to the console since the last time.
    pub async fn console(&self) -> Result<Vec<String>, Trouble> {
        let log = self.log("browser").await?;
        Ok(log.iter().filter_map(|entry| Some(entry.get("message")?.as_str()?.to_owned())).collect())
    }

    async fn log(&self, kind: &str) -> Result<Vec<Value>, Trouble> {
        let log =
            self.client().issue_cmd(Extension { path: "se/log", body: json!({ "type": kind }) }).await?;
        log.as_array().cloned().ok_or_else(|| Trouble::Answer(log.to_string()))
    }
}
