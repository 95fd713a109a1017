//! The three browsers that the tests run in, and the display that one of them needs.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::{env, fmt, fs};

use crate::command::Failure;
use crate::tools;

/// Switches for every Chromium that a test starts: no window, no calls home.
pub const CHROMIUM_SWITCHES: &[&str] = &[
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    // A test turns pages faster than any person, which Chromium takes for an attack and ignores.
    "--disable-ipc-flooding-protection",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The WebDriver program that starts this browser.
    pub fn driver(self) -> Result<PathBuf, Failure> {
        let program = match self {
            Self::Chromium => "chromedriver",
            Self::Firefox => "geckodriver",
            Self::WebKit => "WebKitWebDriver",
        };
        tools::find(program).ok_or_else(|| missing(program))
    }

    /// The browser itself.
    pub fn binary(self) -> Result<PathBuf, Failure> {
        match self {
            Self::Chromium => tools::find("chromium").ok_or_else(|| missing("chromium")),
            Self::Firefox => tools::find("firefox-esr").ok_or_else(|| missing("firefox-esr")),
            Self::WebKit => mini_browser().ok_or_else(|| missing("MiniBrowser")),
        }
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKitGTK",
        })
    }
}

fn missing(program: &str) -> Failure {
    Failure::new(format!("{program} is not on this computer. Run `cargo xtask tools`, then this again."))
}

/// WebKitGTK's browser lies in a folder named after the machine's kind and the library's version.
fn mini_browser() -> Option<PathBuf> {
    let kinds = fs::read_dir("/usr/lib").ok()?.flatten();
    let mut found: Vec<PathBuf> = kinds
        .filter_map(|kind| fs::read_dir(kind.path()).ok())
        .flat_map(|libraries| libraries.flatten())
        .filter(|library| library.file_name().to_string_lossy().starts_with("webkit"))
        .map(|library| library.path().join("MiniBrowser"))
        .filter(|browser| browser.is_file())
        .collect();
    found.sort();
    found.pop()
}

/// A screen that nobody sees. WebKitGTK has no headless mode. It ends when this is dropped.
#[derive(Debug)]
pub struct Display {
    server: Child,
    name: String,
}

impl Display {
    pub fn start() -> Result<Self, Failure> {
        let wrong = |error: std::io::Error| Failure::new(format!("Xvfb could not be started: {error}."));
        let mut server = Command::new(tools::find("Xvfb").ok_or_else(|| missing("Xvfb"))?)
            .args(["-displayfd", "1", "-screen", "0", "1400x1100x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(wrong)?;
        // It writes its number once it is ready, so there is nothing to wait for afterwards.
        let mut number = String::new();
        if let Some(output) = server.stdout.take() {
            BufReader::new(output).read_line(&mut number).map_err(wrong)?;
        }
        Ok(Self { server, name: format!(":{}", number.trim()) })
    }

    /// What DISPLAY is to be.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// Which engines to run in: all three, or those named in HEARTH_BROWSERS (for example `chromium,firefox`).
pub fn chosen() -> Vec<Engine> {
    let wanted = env::var("HEARTH_BROWSERS").unwrap_or_default().to_lowercase();
    let names: Vec<&str> = wanted.split(',').map(str::trim).filter(|name| !name.is_empty()).collect();
    let is_named =
        |engine: &Engine| names.iter().any(|name| engine.to_string().to_lowercase().starts_with(name));
    Engine::ALL.into_iter().filter(|engine| names.is_empty() || is_named(engine)).collect()
}
