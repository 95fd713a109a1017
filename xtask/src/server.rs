//! A small static file server: the same files and the same headers as a static host would send.
//!
//! Headers come from the site's own `_headers` file, so that what static hosts are told and what the tests
//! run under cannot drift apart.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::command::Failure;

/// A running server. It stops when this is dropped.
#[derive(Debug)]
pub struct Server {
    port: u16,
    shared: Arc<Shared>,
    thread: Option<std::thread::JoinHandle<()>>,
}

#[derive(Debug)]
struct Shared {
    site: PathBuf,
    base: String,
    headers: Vec<(String, String)>,
    requested: Mutex<BTreeSet<String>>,
    stopping: AtomicBool,
}

impl Server {
    /// Serves `site` on this computer alone, under `base` (`"/"`, or a sub-folder such as `"/a/b/"`), on a port,
    /// or on any free one when it is 0.
    pub fn start(site: &Path, base: &str, port: u16) -> Result<Self, Failure> {
        let listener = TcpListener::bind(("127.0.0.1", port)).map_err(|error| {
            Failure::new(format!("Port {port} cannot be used ({error}). Choose another with `--port`."))
        })?;
        let port = listener.local_addr().map_or(port, |address| address.port());
        let headers =
            fs::read_to_string(site.join("_headers")).map_or_else(|_| Vec::new(), |text| headers_in(&text));
        let shared = Arc::new(Shared {
            site: site.to_owned(),
            base: format!("/{}/", base.trim_matches('/')).replace("//", "/"),
            headers,
            requested: Mutex::new(BTreeSet::new()),
            stopping: AtomicBool::new(false),
        });
        let serving = Arc::clone(&shared);
        let thread = std::thread::spawn(move || accept(&listener, &serving));
        Ok(Self { port, shared, thread: Some(thread) })
    }

    /// The address of the page. `localhost`, because browsers trust it as they trust https.
    pub fn url(&self) -> String {
        format!("http://localhost:{}{}", self.port, self.shared.base)
    }

    /// Every path asked for so far, once each.
    pub fn requested(&self) -> BTreeSet<String> {
        self.shared.requested.lock().map(|it| it.clone()).unwrap_or_default()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.stopping.store(true, Ordering::SeqCst);
        // Wakes the listener, which then sees that it is to stop.
        let _ = TcpStream::connect(("127.0.0.1", self.port));
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Serves a site until the person stops the program.
pub fn serve_until_stopped(site: &Path, port: u16) -> Result<(), Failure> {
    let mut server = Server::start(site, "/", port)?;
    println!("\nHearth is ready at {}\nStop it with Ctrl+C.", server.url());
    let _ = std::io::stdout().flush();
    if let Some(thread) = server.thread.take() {
        let _ = thread.join();
    }
    Ok(())
}

fn accept(listener: &TcpListener, shared: &Arc<Shared>) {
    for stream in listener.incoming().flatten() {
        if shared.stopping.load(Ordering::SeqCst) {
            return;
        }
        let shared = Arc::clone(shared);
        std::thread::spawn(move || {
            // A browser that goes away in the middle is no fault of ours.
            let _ = answer(stream, &shared);
        });
    }
}

fn answer(stream: TcpStream, shared: &Shared) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut request = String::new();
    reader.read_line(&mut request)?;
    let mut line = String::new();
    while reader.read_line(&mut line)? > 0 && !line.trim().is_empty() {
        line.clear();
    }
    let mut words = request.split_whitespace();
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let mut stream = stream;
    if !matches!(method, "GET" | "HEAD") {
        return send(
            &mut stream,
            shared,
            "405 Method Not Allowed",
            "text/plain",
            b"Only reading is possible here.",
            true,
        );
    }
    let path = target.split(['?', '#']).next().unwrap_or_default();
    if let Ok(mut requested) = shared.requested.lock() {
        requested.insert(path.to_owned());
    }
    let body = method == "GET";
    match file_for(path, &shared.base, &shared.site) {
        Some(file) => {
            let content = fs::read(&file)?;
            send(&mut stream, shared, "200 OK", mime(&file), &content, body)
        }
        None => send(
            &mut stream,
            shared,
            "404 Not Found",
            "text/plain; charset=utf-8",
            b"There is nothing here.",
            body,
        ),
    }
}

fn send(
    stream: &mut TcpStream,
    shared: &Shared,
    status: &str,
    mime: &str,
    content: &[u8],
    body: bool,
) -> std::io::Result<()> {
    let mut head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {mime}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\nConnection: close\r\n",
        content.len()
    );
    for (name, value) in &shared.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str("\r\n");
    stream.write_all(head.as_bytes())?;
    if body {
        stream.write_all(content)?;
    }
    stream.flush()
}

/// The file that a path means, if it lies inside the site.
fn file_for(path: &str, base: &str, site: &Path) -> Option<PathBuf> {
    let inside = decoded(path.strip_prefix(base)?)?;
    let safe = |part: &str| !part.is_empty() && part != ".." && part != "." && !part.contains(['\\', '\0']);
    let mut file = site.to_owned();
    for part in inside.split('/').filter(|part| !part.is_empty()) {
        if !safe(part) {
            return None;
        }
        file.push(part);
    }
    if inside.is_empty() || inside.ends_with('/') {
        file.push("index.html");
    }
    file.is_file().then_some(file)
}

/// Undoes `%41`.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|it| it.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// The headers that a `_headers` file gives to every path (`/*`).
pub fn headers_in(text: &str) -> Vec<(String, String)> {
    let lines = text.lines().skip_while(|line| line.trim() != "/*").skip(1);
    let block = lines.take_while(|line| line.starts_with([' ', '\t']));
    block
        .filter_map(|line| line.trim().split_once(':'))
        .map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
        .collect()
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    fn site(name: &str) -> PathBuf {
        let site = std::env::temp_dir().join(format!("hearth-server-{name}-{}", std::process::id()));
        fs::create_dir_all(site.join("in")).unwrap();
        fs::write(site.join("index.html"), "<p>page").unwrap();
        fs::write(site.join("app.wasm"), [0, 1, 2]).unwrap();
        fs::write(site.join("in/a b.txt"), "inner").unwrap();
        fs::write(site.join("_headers"), "/*\n  X-Content-Type-Options: nosniff\n\n/other\n  X-Other: no\n")
            .unwrap();
        site
    }

    fn ask(server: &Server, request: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", server.port)).unwrap();
        write!(stream, "{request}\r\nHost: localhost\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    #[test]
    fn it_serves_files_in_a_sub_folder_with_their_types_and_the_sites_own_headers() {
        let site = site("serves");
        let server = Server::start(&site, "/a/b", 0).unwrap();
        assert!(server.url().ends_with("/a/b/"));
        let page = ask(&server, "GET /a/b/ HTTP/1.1");
        assert!(page.starts_with("HTTP/1.1 200 OK\r\n") && page.ends_with("<p>page"), "{page}");
        assert!(page.contains("X-Content-Type-Options: nosniff\r\n") && !page.contains("X-Other"), "{page}");
        assert!(
            ask(&server, "GET /a/b/app.wasm?x=1 HTTP/1.1").contains("Content-Type: application/wasm\r\n")
        );
        assert!(ask(&server, "GET /a/b/in/a%20b.txt HTTP/1.1").ends_with("inner"));
        assert!(!ask(&server, "HEAD /a/b/ HTTP/1.1").ends_with("<p>page"));
        assert!(server.requested().contains("/a/b/app.wasm"));
        fs::remove_dir_all(site).unwrap();
    }

    #[test]
    fn it_gives_nothing_from_outside_the_site_and_changes_nothing() {
        let site = site("refuses");
        let server = Server::start(&site, "/", 0).unwrap();
        for path in ["/../x", "/%2e%2e/etc/passwd", "/in/../../x", "/missing", "/%zz", "/in"] {
            let answer = ask(&server, &format!("GET {path} HTTP/1.1"));
            assert!(answer.starts_with("HTTP/1.1 404"), "{path}: {answer}");
        }
        assert!(ask(&server, "POST / HTTP/1.1").starts_with("HTTP/1.1 405"));
        fs::remove_dir_all(site).unwrap();
    }
}
