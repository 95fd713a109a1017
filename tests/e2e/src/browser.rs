//! One running browser.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use xtask::browsers::{CHROMIUM_SWITCHES, Display, Engine};

use crate::process::{Driver, free_port};
use crate::{PATIENCE, Profile, Trouble};

/// A browser of one engine with one profile folder. It is killed when dropped; the profile stays.
#[derive(Debug)]
pub struct Browser {
    engine: Engine,
    client: Client,
    driver: Driver,
    _display: Option<Arc<Display>>,
}

impl Browser {
    /// Opens a browser on a device. The same device can be opened again after [`Browser::kill`] or
    /// [`Browser::close`]; WebKitGTK's automation forgets its data at the end in any case.
    pub async fn open(engine: Engine, profile: &Profile) -> Result<Self, Trouble> {
        let display = (engine == Engine::WebKit).then(Display::start).transpose()?.map(Arc::new);
        let port = free_port()?;
        let arguments = match engine {
            Engine::Chromium | Engine::WebKit => vec![format!("--port={port}")],
            Engine::Firefox => vec![
                format!("--port={port}"),
                // The port over which it speaks to Firefox: free, so that two can run at once.
                format!("--websocket-port={}", free_port()?),
            ],
        };
        let screen = display.as_deref().map(Display::name);
        let driver = Driver::start(&engine.driver()?, &arguments, port, screen, &profile.data())?;
        let start = Instant::now();
        while !driver.is_ready().await {
            if start.elapsed() > PATIENCE {
                let what = format!("{engine}'s driver to answer");
                return Err(Trouble::TooLong { what, seconds: PATIENCE.as_secs(), page: String::new() });
            }
            tokio::time::sleep(POLL).await;
        }
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities(engine, profile)?);
        let client = builder.connect(&driver.url()).await?;
        Ok(Self { engine, client, driver, _display: display })
    }

    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The plain WebDriver client, for what has no word here.
    pub fn client(&self) -> &Client {
        &self.client
    }

    pub async fn goto(&self, url: &str) -> Result<(), Trouble> {
        Ok(self.client.goto(url).await?)
    }

    /// Loads the page again, as somebody does who presses Reload.
    pub async fn reload(&self) -> Result<(), Trouble> {
        if self.engine == Engine::Firefox {
            // Its driver's own way goes round the service worker, as nobody does who has no signal.
            let here = self.url().await?;
            self.goto("about:blank").await?;
            return self.goto(&here).await;
        }
        Ok(self.client.refresh().await?)
    }

    pub async fn back(&self) -> Result<(), Trouble> {
        Ok(self.client.back().await?)
    }

    pub async fn title(&self) -> Result<String, Trouble> {
        Ok(self.client.title().await?)
    }

    pub async fn url(&self) -> Result<String, Trouble> {
        Ok(self.client.current_url().await?.to_string())
    }

    /// Closes the browser as a person does, so that it writes what it still holds.
    pub async fn close(self) -> Result<(), Trouble> {
        Ok(self.client.clone().close().await?)
    }

    /// Ends the browser at once, as a power cut does.
    pub fn kill(mut self) {
        self.driver.kill();
    }

    /// Runs a script in the page; `return` gives its answer.
    pub async fn script(&self, body: &str, arguments: Vec<Value>) -> Result<Value, Trouble> {
        Ok(self.client.execute(body, arguments).await?)
    }

    /// Runs a script that answers by calling its last argument.
    pub async fn script_async(&self, body: &str, arguments: Vec<Value>) -> Result<Value, Trouble> {
        Ok(self.client.execute_async(body, arguments).await?)
    }

    /// Waits for a condition, asking again every few milliseconds, up to [`PATIENCE`].
    pub async fn wait_until(
        &self,
        what: &str,
        mut condition: impl AsyncFnMut() -> Result<bool, Trouble>,
    ) -> Result<(), Trouble> {
        let start = Instant::now();
        loop {
            if condition().await? {
                return Ok(());
            }
            if start.elapsed() > PATIENCE {
                let page = self.described().await;
                return Err(Trouble::TooLong { what: what.to_owned(), seconds: PATIENCE.as_secs(), page });
            }
            tokio::time::sleep(POLL).await;
        }
    }

    /// What the page says, as a person reads it.
    pub async fn text(&self) -> Result<String, Trouble> {
        let text = self.script("return document.body.innerText;", vec![]).await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the page says these words somewhere.
    pub async fn wait_for_words(&self, words: &str) -> Result<(), Trouble> {
        self.wait_until(&format!("the words “{words}”"), async || Ok(self.text().await?.contains(words)))
            .await
    }

    pub async fn press_button(&self, name: &str) -> Result<(), Trouble> {
        Ok(self.button(name).await?.click().await?)
    }

    /// Follows a link by the keyboard: a pointer that aims at the top of a page misses when a line above it,
    /// such as when something was saved, comes or goes between aiming and pressing.
    pub async fn follow_link(&self, name: &str) -> Result<(), Trouble> {
        Ok(self.link(name).await?.send_keys("\u{e007}").await?)
    }

    pub async fn choose(&self, radio: &str) -> Result<(), Trouble> {
        Ok(self.radio(radio).await?.click().await?)
    }

    /// Ticks a box, if it is not ticked already.
    pub async fn tick(&self, checkbox: &str) -> Result<(), Trouble> {
        let checkbox = self.checkbox(checkbox).await?;
        if !checkbox.is_selected().await? {
            checkbox.click().await?;
        }
        Ok(())
    }

    /// Types into a field, after what is there.
    pub async fn type_into(&self, label: &str, words: &str) -> Result<(), Trouble> {
        self.type_at(&self.field(label).await?, words).await
    }

    /// Types into a field, and sees that it holds every letter afterwards: what somebody typed is never lost.
    pub async fn type_at(&self, field: &Element, words: &str) -> Result<(), Trouble> {
        field.send_keys(words).await?;
        let holds = field.prop("value").await?.unwrap_or_default();
        // WebKitGTK's driver has no key for what is not on a plain keyboard, nor for a new line.
        let has_key =
            |letter: &char| self.engine != Engine::WebKit || (*letter != '\n' && *letter <= '\u{ffff}');
        let letters = |text: &str| text.chars().filter(has_key).collect::<String>();
        match letters(&holds).contains(&letters(words)) {
            true => Ok(()),
            false => Err(Trouble::Answer(format!("“{words}” was typed, and the box holds “{holds}”"))),
        }
    }

    /// Replaces what a field holds, by keyboard, so that the page notices as it would with a person.
    pub async fn fill(&self, label: &str, words: &str) -> Result<(), Trouble> {
        let field = self.field(label).await?;
        field.click().await?;
        field.send_keys(&format!("{}a{}", char::from(Key::Control), char::from(Key::Null))).await?;
        field.send_keys(&char::from(Key::Delete).to_string()).await?;
        self.type_at(&field, words).await
    }

    /// What a field holds.
    pub async fn value_of(&self, label: &str) -> Result<String, Trouble> {
        Ok(self.field(label).await?.prop("value").await?.unwrap_or_default())
    }

    /// Gives a file to a file field.
    pub async fn give_file(&self, label: &str, file: &Path) -> Result<(), Trouble> {
        Ok(self.field(label).await?.send_keys(&file.to_string_lossy()).await?)
    }

    /// Presses keys where the focus is. Modifiers stay down for this call: `[Key::Control.into(), 's']`.
    pub async fn press(&self, keys: &[char]) -> Result<(), Trouble> {
        let focused = self.client.active_element().await?;
        Ok(focused.send_keys(&keys.iter().collect::<String>()).await?)
    }

    /// The thing that has the focus.
    pub async fn focused(&self) -> Result<Element, Trouble> {
        Ok(self.client.active_element().await?)
    }

    /// Makes the page's own area exactly this large, in CSS pixels.
    pub async fn viewport(&self, width: u32, height: u32) -> Result<(), Trouble> {
        if self.engine == Engine::Chromium {
            let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            self.cdp("Emulation.setDeviceMetricsOverride", size).await?;
        } else {
            let frame =
                self.script("return [outerWidth - innerWidth, outerHeight - innerHeight];", vec![]).await?;
            let [w, h]: [u32; 2] =
                serde_json::from_value(frame.clone()).map_err(|_| Trouble::Answer(frame.to_string()))?;
            self.client.set_window_size(width + w, height + h).await?;
        }
        // Until the page is laid out anew, whatever is clicked may be somewhere else a moment later.
        self.wait_until("the page to have its new size", async || {
            Ok(self.script("return innerWidth;", vec![]).await? == json!(width))
        })
        .await?;
        self.next_frames().await
    }

    /// Waits until what the page has begun to draw is drawn.
    pub async fn next_frames(&self) -> Result<(), Trouble> {
        let body = "const done = arguments[arguments.length - 1];
            requestAnimationFrame(() => requestAnimationFrame(() => done(true)));";
        self.script_async(body, vec![]).await.map(|_| ())
    }

    /// Chromium's own protocol: media emulation, touch, offline.
    pub async fn cdp(&self, command: &str, parameters: Value) -> Result<Value, Trouble> {
        let body = json!({ "cmd": command, "params": parameters });
        Ok(self.client.issue_cmd(Extension { path: "goog/cdp/execute", body }).await?)
    }

    /// Sets the computer's clock, as `2026-11-19T09:30:00Z`, for every page that is loaded from now on: it goes on
    /// from there. Chromium only.
    pub async fn set_clock(&self, to: &str) -> Result<(), Trouble> {
        let source = format!(
            "{{
                const real = globalThis.clockOfTheComputer ??= Date;
                const ahead = real.parse('{to}') - real.now();
                globalThis.Date = class extends real {{
                    constructor(...parts) {{ parts.length ? super(...parts) : super(real.now() + ahead); }}
                    static now() {{ return real.now() + ahead; }}
                }};
            }}"
        );
        let parameters = json!({ "source": source });
        self.cdp("Page.addScriptToEvaluateOnNewDocument", parameters).await.map(|_| ())
    }

    /// Saves what the page looks like as a PNG file.
    pub async fn picture(&self, file: &Path) -> Result<(), Trouble> {
        let png = self.client.screenshot().await?;
        std::fs::write(file, png).map_err(Trouble::files(format!("{} could not be written", file.display())))
    }
}

const POLL: std::time::Duration = std::time::Duration::from_millis(25);

/// A command of one browser's own.
#[derive(Debug)]
pub(crate) struct Extension {
    pub(crate) path: &'static str,
    pub(crate) body: Value,
}

impl fantoccini::wd::WebDriverCompatibleCommand for Extension {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}

fn capabilities(engine: Engine, profile: &Profile) -> Result<Capabilities, Trouble> {
    let binary = engine.binary()?;
    let downloads = profile.downloads();
    let asked = match engine {
        Engine::Chromium => {
            let mut switches: Vec<String> = CHROMIUM_SWITCHES.iter().map(ToString::to_string).collect();
            switches.push(format!("--user-data-dir={}", profile.data().display()));
            // Rather than the browser's own first page, which is not ours to judge.
            switches.push("about:blank".to_owned());
            json!({
                "goog:chromeOptions": {
                    "binary": binary,
                    "args": switches,
                    "prefs": { "download.default_directory": downloads, "download.prompt_for_download": false },
                },
                "goog:loggingPrefs": { "performance": "ALL", "browser": "ALL" },
                "unhandledPromptBehavior": "ignore",
            })
        }
        Engine::Firefox => json!({
            "moz:firefoxOptions": {
                "binary": binary,
                "args": ["-headless", "-profile", profile.data()],
                "prefs": {
                    "browser.download.folderList": 2,
                    "browser.download.dir": downloads,
                    "browser.download.useDownloadDir": true,
                    "browser.download.always_ask_before_handling_new_types": false,
                },
            },
            "unhandledPromptBehavior": "ignore",
        }),
        Engine::WebKit => json!({
            "webkitgtk:browserOptions": { "binary": binary, "args": ["--automation"] },
            "unhandledPromptBehavior": "ignore",
        }),
    };
    match asked {
        Value::Object(capabilities) => Ok(capabilities),
        other => Err(Trouble::Answer(other.to_string())),
    }
}
