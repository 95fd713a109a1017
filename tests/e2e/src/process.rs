//! A program with everything it started, which can be ended at once as a power cut would.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU16, Ordering};
use std::{fs, thread};

use crate::Trouble;

/// Where the ports of the first lane begin: below those that the system gives away by itself.
const FIRST_PORT: u16 = 21_000;
/// How many ports a lane has.
const PORTS: u16 = 1_000;
/// More tests at a time than anybody runs.
const MOST_LANES: u16 = 8;

/// The driver of a browser: a program that we started. It and all it started end when this is dropped.
#[derive(Debug)]
pub struct Driver {
    child: Child,
    port: u16,
}

impl Driver {
    /// Starts a WebDriver program on a free port.
    pub fn start(
        program: &Path,
        arguments: &[String],
        port: u16,
        display: Option<&str>,
        home: &Path,
    ) -> Result<Self, Trouble> {
        let mut command = Command::new(program);
        command.args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).stdin(Stdio::null());
        // What a browser keeps outside its profile folder must be found by the search of that folder too.
        command.env("XDG_CONFIG_HOME", home).env("XDG_CACHE_HOME", home).env("XDG_DATA_HOME", home);
        if let Some(display) = display {
            command.env("DISPLAY", display);
        }
        let child =
            command.spawn().map_err(Trouble::files(format!("{} could not be started", program.display())))?;
        Ok(Self { child, port })
    }

    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Whether it takes connections yet.
    pub async fn is_ready(&self) -> bool {
        tokio::net::TcpStream::connect(("127.0.0.1", self.port)).await.is_ok()
    }

    /// Ends the driver and its browser with SIGKILL: no one gets to tidy up or to write anything more.
    pub fn kill(&mut self) {
        let mut doomed = descendants(self.child.id());
        doomed.push(self.child.id());
        let numbers: Vec<String> = doomed.iter().map(ToString::to_string).collect();
        let _ = Command::new("kill").arg("-9").args(&numbers).stderr(Stdio::null()).status();
        let _ = self.child.wait();
        // A process is gone when the system no longer lists it as running.
        while doomed.iter().any(|id| is_running(*id)) {
            thread::yield_now();
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.kill();
    }
}

/// A port that nothing uses. Tests that run beside each other take theirs from ranges of their own.
pub fn free_port() -> Result<u16, Trouble> {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    let lane: u16 = std::env::var("HEARTH_LANE").ok().and_then(|lane| lane.parse().ok()).unwrap_or(0);
    let first = FIRST_PORT + lane.min(MOST_LANES) * PORTS;
    let tried = || first + NEXT.fetch_add(1, Ordering::Relaxed) % PORTS;
    let is_free = |port: &u16| std::net::TcpListener::bind(("127.0.0.1", *port)).is_ok();
    std::iter::repeat_with(tried)
        .take(usize::from(PORTS))
        .find(is_free)
        .ok_or_else(|| Trouble::Answer("no port is free on this computer".to_owned()))
}

/// Every process that was started by this one, or by one of those.
fn descendants(of: u32) -> Vec<u32> {
    let mut children: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for id in processes() {
        if let Some((parent, _)) = status(id) {
            children.entry(parent).or_default().push(id);
        }
    }
    let mut found = Vec::new();
    let mut next = vec![of];
    while let Some(id) = next.pop() {
        for child in children.get(&id).into_iter().flatten() {
            found.push(*child);
            next.push(*child);
        }
    }
    found
}

fn processes() -> Vec<u32> {
    let Ok(entries) = fs::read_dir("/proc") else { return Vec::new() };
    entries.flatten().filter_map(|entry| entry.file_name().to_str()?.parse().ok()).collect()
}

/// Parent and state of a process.
fn status(id: u32) -> Option<(u32, char)> {
    let text = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    // The name stands in brackets and may hold anything.
    let mut words = text.rsplit_once(')')?.1.split_whitespace();
    let state = words.next()?.chars().next()?;
    Some((words.next()?.parse().ok()?, state))
}

fn is_running(id: u32) -> bool {
    status(id).is_some_and(|(_, state)| !matches!(state, 'Z' | 'X'))
}
