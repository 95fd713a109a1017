//! What building and testing need, installed when missing.
//!
//! Cargo's tools go into a cache folder outside the repository and are put first on PATH, at exact
//! versions; nothing that was already on the machine is changed.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::{env, fs};

use crate::command::{Failure, command, output_of, run, shown, step};

const TRUNK: &str = "0.21.14";
const WASM_SPLIT: &str = "0.2.4";
const GECKODRIVER: &str = "0.37.1";
const JWCRYPTO: &str = "1.6.1";
const PYTHON_DOCX: &str = "1.2.0";
const ICALENDAR: &str = "7.3.0";
const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// What the tests take from Debian: package, and a program it brings.
const DEBIAN: &[(&str, &str)] = &[
    ("chromium", "chromium"),
    ("chromium-driver", "chromedriver"),
    ("firefox-esr", "firefox-esr"),
    ("webkit2gtk-driver", "WebKitWebDriver"),
    ("xvfb", "Xvfb"),
    ("xauth", "xauth"),
    ("libreoffice-writer-nogui", "soffice"),
    ("poppler-utils", "pdftotext"),
];

/// Where our tools live: `~/.cache/hearth-tools`.
pub fn cache() -> PathBuf {
    let home = || env::var_os("HOME").map_or_else(env::temp_dir, PathBuf::from).join(".cache");
    env::var_os("XDG_CACHE_HOME")
        .filter(|it| !it.is_empty())
        .map_or_else(home, PathBuf::from)
        .join("hearth-tools")
}

/// PATH with our own tools first: cargo's, then npm's.
pub fn path() -> OsString {
    let ours = [cache().join("bin"), crate::root().join("node_modules/.bin")];
    let theirs = env::var_os("PATH").unwrap_or_default();
    env::join_paths(ours.into_iter().chain(env::split_paths(&theirs))).unwrap_or(theirs)
}

/// The full path of a program on our PATH.
pub fn find(program: &str) -> Option<PathBuf> {
    env::split_paths(&path()).map(|folder| folder.join(program)).find(|file| file.is_file())
}

/// Everything that `serve` and `build` need.
pub fn for_building() -> Result<(), Failure> {
    step("Tools for building", || {
        wasm_target()?;
        npm_packages()?;
        cargo_tool("trunk", "trunk", TRUNK, &["--no-default-features", "--features", "rustls"])?;
        cargo_tool("wasm-bindgen-cli", "wasm-bindgen", &locked_version("wasm-bindgen")?, &[])?;
        let program = ["--features", "build-binary"];
        cargo_tool("wasm_split_cli_support", "wasm-split-cli", WASM_SPLIT, &program)
    })
}

/// Everything that `test` needs beyond building.
pub fn for_testing() -> Result<(), Failure> {
    step("Tools for testing", || {
        debian_packages()?;
        cargo_tool("geckodriver", "geckodriver", GECKODRIVER, &[])
    })
}

fn wasm_target() -> Result<(), Failure> {
    if has_wasm_library() {
        println!("    the Rust library for {WASM_TARGET} is there");
        return Ok(());
    }
    let mut add = command("rustup");
    add.args(["target", "add", WASM_TARGET]);
    let added = run(&mut add);
    if has_wasm_library() {
        return Ok(());
    }
    added.and(Err(Failure::new(""))).map_err(|_: Failure| {
        Failure::new(format!(
            "Rust's library for WebAssembly is missing and could not be added. Run `{}`, then this again.",
            shown(&add)
        ))
    })
}

fn has_wasm_library() -> bool {
    let Some(sysroot) = output_of(command("rustc").args(["--print", "sysroot"])) else { return false };
    let library = Path::new(&sysroot).join("lib/rustlib").join(WASM_TARGET).join("lib");
    let Ok(files) = fs::read_dir(library) else { return false };
    files.flatten().any(|file| file.file_name().to_string_lossy().starts_with("libstd-"))
}

/// Sass, the style sheets it compiles, wasm-opt and axe, exactly as `package-lock.json` names them.
pub fn npm_packages() -> Result<(), Failure> {
    let root = crate::root();
    let wanted = fs::read(root.join("package-lock.json"))
        .map_err(|error| Failure::new(format!("package-lock.json could not be read: {error}.")))?;
    let mark = root.join("node_modules/.hearth-lock");
    if fs::read(&mark).is_ok_and(|installed| installed == wanted) {
        println!("    the npm packages are there");
        return Ok(());
    }
    let mut install = command("npm");
    install.args(["ci", "--no-audit", "--no-fund"]);
    run(&mut install).map_err(|_| {
        Failure::new(format!(
            "The npm packages could not be installed. Node 20 or newer and npm are needed (on Debian: \
             `apt-get install nodejs npm`). Run `{}` to see why, then this again.",
            shown(&install)
        ))
    })?;
    fs::write(mark, wanted)
        .map_err(|error| Failure::new(format!("node_modules could not be written: {error}.")))
}

/// Installs one cargo tool at one version, unless it is there.
fn cargo_tool(package: &str, program: &str, version: &str, features: &[&str]) -> Result<(), Failure> {
    // What cargo has noted of it: not every tool tells its version.
    let noted = fs::read_to_string(cache().join(".crates.toml")).unwrap_or_default();
    let there = noted.lines().any(|line| line.starts_with(&format!("\"{package} {version} ")));
    if there && cache().join("bin").join(program).is_file() {
        println!("    {program} {version} is there");
        return Ok(());
    }
    let install = |locked: bool| {
        let mut install = command("cargo");
        install
            .args(["install", package, "--version", version, "--force", "--root"])
            .arg(cache())
            .args(features);
        // Outside the workspace's own target folder, so that no other build waits; and without the link-time
        // optimisation of a published tool, which costs minutes and gains a tool nothing here.
        install.env("CARGO_TARGET_DIR", cache().join("build")).env("CARGO_PROFILE_RELEASE_LTO", "off");
        install.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16").env("CARGO_PROFILE_RELEASE_DEBUG", "0");
        if locked {
            install.arg("--locked");
        }
        install
    };
    if run(&mut install(true)).is_ok() {
        return Ok(());
    }
    println!(
        "    {package}'s own lockfile could not be satisfied here; the newest matching parts are tried instead"
    );
    let mut unlocked = install(false);
    run(&mut unlocked).map_err(|_| {
        Failure::new(format!(
            "{program} {version} could not be installed. Run `{}`, then this again.",
            shown(&unlocked)
        ))
    })
}

fn debian_packages() -> Result<(), Failure> {
    let missing: Vec<&str> =
        DEBIAN.iter().filter(|(_, program)| find(program).is_none()).map(|(package, _)| *package).collect();
    if missing.is_empty() {
        println!("    the browsers, their drivers and an office are there");
        return Ok(());
    }
    let by_hand =
        format!("apt-get update && apt-get install --yes --no-install-recommends {}", missing.join(" "));
    let root = output_of(command("id").arg("-u")).as_deref() == Some("0");
    let apt = |arguments: &[&str]| {
        let mut apt = if root { command("apt-get") } else { command("sudo") };
        if !root {
            apt.args(["--non-interactive", "apt-get"]);
        }
        apt.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        run(&mut apt)
    };
    let install = [&["install", "--yes", "--no-install-recommends"], missing.as_slice()].concat();
    apt(&["update"]).and_then(|()| apt(&install)).map_err(|_| {
        Failure::new(format!(
            "The programs for the tests could not be installed. Run `{by_hand}`, then this again."
        ))
    })
}

/// The Python library that opens a bundle in the recipe, in a folder of its own; gives that folder.
pub fn jwcrypto() -> Result<PathBuf, Failure> {
    python_libraries("jwcrypto", &[("jwcrypto", JWCRYPTO)])
}

/// The Python libraries that read Word documents and calendars, in a folder of their own; gives that folder.
pub fn readers_of_documents() -> Result<PathBuf, Failure> {
    python_libraries("icalendar", &[("python-docx", PYTHON_DOCX), ("icalendar", ICALENDAR)])
}

/// Libraries at exact versions, in a folder that is named after one of their modules and its version.
fn python_libraries(module: &str, libraries: &[(&str, &str)]) -> Result<PathBuf, Failure> {
    let version = libraries.last().map_or("", |(_, version)| *version);
    let folder = cache().join(format!("{module}-{version}"));
    if !folder.join(module).is_dir() {
        let mut install = command("python3");
        install.args(["-m", "pip", "install", "--quiet", "--target"]).arg(&folder);
        install.args(libraries.iter().map(|(library, version)| format!("{library}=={version}")));
        run(&mut install).map_err(|_| {
            let names: Vec<&str> = libraries.iter().map(|(library, _)| *library).collect();
            Failure::new(format!(
                "The Python libraries {} could not be installed. Python 3 and pip are needed (on Debian: \
                 `apt-get install python3-pip`). Run `{}`, then this again.",
                names.join(" and "),
                shown(&install)
            ))
        })?;
    }
    Ok(folder)
}

/// The version of a package in `Cargo.lock`.
fn locked_version(package: &str) -> Result<String, Failure> {
    let lock = fs::read_to_string(crate::root().join("Cargo.lock"))
        .map_err(|error| Failure::new(format!("Cargo.lock could not be read: {error}.")))?;
    version_in(&lock, package).ok_or_else(|| Failure::new(format!("Cargo.lock does not name {package}.")))
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let mut lines = lock.lines().skip_while(|line| *line != format!("name = \"{package}\""));
    lines.next()?;
    Some(lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_that_of_the_package_and_not_of_one_whose_name_begins_the_same() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.80\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in(lock, "trunk"), None);
    }
}
