//! What the service worker (`public/sw.js`) keeps on a device, so that the app opens without a signal: every file of
//! the site with its SHA-256, and a mark of them all, by which one version is told from another.

use std::fs;
use std::path::Path;

use crate::command::{Failure, command, output_of};
use crate::site::files_in;

/// The service worker's name, in `public/` and in the site.
pub const WORKER: &str = "sw.js";

/// What hosts read and nobody fetches, and what a browser keeps by itself.
const NOT_KEPT: [&str; 2] = ["_headers", WORKER];

/// Writes the service worker of a finished site, with the list of what it is to keep.
///
/// # Errors
/// When a file cannot be read or written, or `public/sw.js` has no place for the list.
pub fn write_worker(site: &Path) -> Result<(), Failure> {
    let source = crate::root().join("public").join(WORKER);
    let source = fs::read_to_string(&source).map_err(|error| wrong(&source, &error))?;
    let names = kept(site)?;
    let hashes = hashes_of(site, &names)?;
    // A host may send people on from `index.html`, and what was sent on cannot be shown as the page.
    let address = |name: &String| if name == "index.html" { "./".to_owned() } else { name.clone() };
    let lines: Vec<String> =
        names.iter().zip(&hashes).map(|(name, hash)| format!("  {:?}: {hash:?},\n", address(name))).collect();
    let listed = filled(&source, "const FILES = {};", &format!("const FILES = {{\n{}}};", lines.concat()))?;

    let target = site.join(WORKER);
    write(&target, &listed)?;
    // Of the script too: another script may do otherwise with the same files.
    let hash = hashes_of(site, &[WORKER.to_owned()])?.concat();
    let mark: String =
        hash.chars().skip("sha256-".len()).filter(char::is_ascii_alphanumeric).take(16).collect();
    write(&target, &filled(&listed, "const VERSION = \"\";", &format!("const VERSION = {mark:?};"))?)
}

/// Every file that is kept, in order.
///
/// # Errors
/// When the folder cannot be read.
pub fn kept(site: &Path) -> Result<Vec<String>, Failure> {
    let mut files = files_in(site, "")?;
    files.retain(|file| !NOT_KEPT.contains(&file.as_str()));
    files.sort();
    Ok(files)
}

/// The files' hashes, as the `integrity` option of a fetch takes them.
fn hashes_of(site: &Path, names: &[String]) -> Result<Vec<String>, Failure> {
    let script = "const c=require('crypto'),f=require('fs');for(const file of process.argv.slice(1))\
                  console.log('sha256-'+c.createHash('sha256').update(f.readFileSync(file)).digest('base64'))";
    let files = names.iter().map(|name| site.join(name));
    let hashes: Vec<String> = output_of(command("node").args(["-e", script]).args(files))
        .map(|said| said.lines().map(str::to_owned).collect())
        .unwrap_or_default();
    if hashes.len() == names.len() && hashes.iter().all(|hash| hash.starts_with("sha256-")) {
        return Ok(hashes);
    }
    Err(Failure::new(format!("The files in {} could not be hashed: `node` is needed.", site.display())))
}

/// The text with one place of it filled in; there must be exactly one.
fn filled(text: &str, place: &str, with: &str) -> Result<String, Failure> {
    match text.matches(place).count() {
        1 => Ok(text.replace(place, with)),
        found => Err(Failure::new(format!(
            "public/{WORKER} must hold `{place}` once, for the build to fill in; it does so {found} times."
        ))),
    }
}

fn write(file: &Path, text: &str) -> Result<(), Failure> {
    fs::write(file, text).map_err(|error| wrong(file, &error))
}

fn wrong(file: &Path, error: &std::io::Error) -> Failure {
    Failure::new(format!("{} could not be read or written: {error}.", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A site of three files, and the service worker made for it.
    fn worker_for(name: &str, page: &str) -> String {
        let site = std::env::temp_dir().join(format!("hearth-offline-{name}-{}", std::process::id()));
        fs::create_dir_all(site.join("assets")).unwrap();
        fs::write(site.join("index.html"), page).unwrap();
        fs::write(site.join("assets/icon.svg"), "abc").unwrap();
        fs::write(site.join("_headers"), "/*\n").unwrap();
        write_worker(&site).unwrap();
        let again = fs::read_to_string(site.join(WORKER)).unwrap();
        write_worker(&site).unwrap();
        let worker = fs::read_to_string(site.join(WORKER)).unwrap();
        assert_eq!(worker, again, "a second time changes nothing");
        fs::remove_dir_all(site).unwrap();
        worker
    }

    #[test]
    fn every_file_is_listed_with_its_hash_and_the_page_by_the_address_of_its_folder() {
        let worker = worker_for("lists", "<p>page");
        let abc = "\"assets/icon.svg\": \"sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=\",";
        assert!(worker.contains(abc), "{worker}");
        assert!(worker.contains("\"./\": \"sha256-"), "{worker}");
        assert!(!worker.contains("_headers") && !worker.contains("\"sw.js\""), "{worker}");
    }

    #[test]
    fn one_byte_makes_another_version() {
        let version = |worker: &str| {
            let line = worker.lines().find(|line| line.starts_with("const VERSION = ")).unwrap();
            assert_eq!(line.len(), "const VERSION = \"0123456789abcdef\";".len(), "{line}");
            line.to_owned()
        };
        assert_eq!(version(&worker_for("same", "<p>page")), version(&worker_for("same-too", "<p>page")));
        assert_ne!(version(&worker_for("one", "<p>page")), version(&worker_for("two", "<p>Page")));
    }

    #[test]
    fn a_place_that_is_not_there_is_no_silent_loss() {
        assert_eq!(filled("a b", "b", "c").unwrap(), "a c");
        assert!(filled("a", "b", "c").is_err());
        assert!(filled("b b", "b", "c").is_err());
    }
}
