//! Cuts the app's binary in two: what a first visit needs, and the rest (`src/ui/parts.rs` marks where).
//!
//! Trunk knows one binary. So it calls this when it has built (`Trunk.toml`, hooks), and what it made of the
//! uncut binary is replaced by the parts, under names and integrity values of their own.

use std::fs;
use std::path::{Path, PathBuf};

use crate::command::{Failure, command, output_of, run};
use crate::offline;
use crate::site::{Profile, files_in};

/// The name under which Trunk builds the app.
const APP: &str = "hearth";
/// What the cutter calls the script that fetches the parts.
const LINK: &str = "__wasm_split.js";

/// What rustc lets a binary for `wasm32-unknown-unknown` use, and wasm-opt may therefore.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Called by Trunk: what it has built stands in the folder that `TRUNK_STAGING_DIR` names.
pub fn cut_for_trunk() -> Result<(), Failure> {
    let told = |name: &str| {
        std::env::var_os(name).ok_or_else(|| {
            Failure::new(format!("Only Trunk calls this: {name} is not set. Use `cargo xtask build`."))
        })
    };
    let site = PathBuf::from(told("TRUNK_STAGING_DIR")?);
    let profile = if told("TRUNK_PROFILE")? == "release" { Profile::Release } else { Profile::Debug };
    cut(&site, profile)?;
    // Last: it lists what now stands there.
    offline::write_worker(&site)
}

/// Puts the parts in the place of the uncut binary.
fn cut(site: &Path, profile: Profile) -> Result<(), Failure> {
    let name = if profile == Profile::Release { "release" } else { "debug" };
    let target = crate::root().join("target");
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or(target, PathBuf::from);
    let work = target.join("parts").join(name);
    let uncut = target.join("wasm32-unknown-unknown").join(name).join(format!("{APP}.wasm"));
    if work.exists() {
        fs::remove_dir_all(&work).map_err(|error| wrong(&work, &error))?;
    }
    run(command("wasm-split-cli").args(["--out-name", APP]).arg(&uncut).arg(&work))?;
    let bound = work.join("bound");
    let mut bind = command("wasm-bindgen");
    bind.args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", APP, "--out-dir"]);
    run(bind.arg(&bound).arg(work.join(format!("{APP}.wasm"))))?;

    let front = bound.join(format!("{APP}_bg.wasm"));
    let rest: Vec<PathBuf> = files_in(&work, "")?
        .into_iter()
        .filter(|file| file.ends_with(".wasm") && *file != format!("{APP}.wasm") && !file.contains('/'))
        .map(|file| work.join(file))
        .collect();
    if rest.is_empty() {
        return Err(Failure::new("The app was not cut: no function is marked. Look at src/ui/parts.rs."));
    }
    if profile == Profile::Release {
        for part in rest.iter().chain([&front]) {
            let mut shrink = command("wasm-opt");
            shrink.args(["-Oz", "--strip-debug", "--strip-producers"]).args(FEATURES);
            run(shrink.arg(part).arg("-o").arg(part))?;
        }
    }

    // The scripts name one another, so one mark stands in the names of all: that of everything together.
    // This file is a part of it: what is rewritten below is not what was hashed.
    let mut whole = include_str!("parts.rs").to_owned();
    for file in rest.iter().chain([&front, &bound.join(format!("{APP}.js")), &work.join(LINK)]) {
        whole.push_str(&integrity(file)?);
    }
    let everything = work.join("everything");
    write(&everything, &whole)?;
    let mark: String = integrity(&everything)?
        .chars()
        .skip("sha384-".len())
        .filter(char::is_ascii_alphanumeric)
        .take(16)
        .collect();
    let (app_js, app_wasm) = (format!("{APP}-{mark}.js"), format!("{APP}-{mark}_bg.wasm"));
    let link_js = format!("{APP}-{mark}-parts.js");

    let mut link = read(&work.join(LINK))?;
    replace(&mut link, &format!("\"./{APP}.js\""), &format!("\"./{app_js}\""))?;
    for part in &rest {
        let stem = part.file_stem().unwrap_or_default().to_string_lossy();
        let file = format!("{APP}-{mark}-{}.wasm", stem.trim_start_matches("split_"));
        // Checked like the files that the page itself names, and read whole: a host that calls the file by
        // another type than `application/wasm` would otherwise be refused.
        replace(
            &mut link,
            &format!("fetch(new URL(\"./{stem}.wasm\", import.meta.url))"),
            &format!(
                "fetch(new URL(\"./{file}\", import.meta.url), {{ integrity: \"{}\" }}).then((it) => {{ \
                 if (!it.ok) throw new Error(`a part of the app could not be fetched (status ${{it.status}})`); \
                 return it.arrayBuffer(); }})",
                integrity(part)?
            ),
        )?;
        copy(part, &site.join(file))?;
    }
    replace(
        &mut link,
        "WebAssembly.instantiateStreaming(src, imports)",
        "WebAssembly.instantiate(await src, imports)",
    )?;
    write(&site.join(&link_js), &link)?;

    let mut app = read(&bound.join(format!("{APP}.js")))?;
    // The address alone: inside the binary the script keeps its name.
    replace(&mut app, &format!("from \"./{LINK}\""), &format!("from \"./{link_js}\""))?;
    let was = Uncut::find(site)?;
    write(&site.join(&app_js), &app)?;
    copy(&front, &site.join(&app_wasm))?;

    let page = site.join("index.html");
    let mut html = read(&page)?;
    for (old, new) in [(&was.js, &app_js), (&was.wasm, &app_wasm)] {
        let (old_value, new_value) = (integrity(&site.join(old))?, integrity(&site.join(new))?);
        replace(&mut html, old, new)?;
        replace(&mut html, &old_value, &new_value)?;
        fs::remove_file(site.join(old)).map_err(|error| wrong(&site.join(old), &error))?;
    }
    write(&page, &html)
}

/// What Trunk made of the uncut binary.
struct Uncut {
    js: String,
    wasm: String,
}

impl Uncut {
    fn find(site: &Path) -> Result<Self, Failure> {
        let files = files_in(site, "")?;
        let one = |end: &str| {
            let mut found = files.iter().filter(|file| {
                file.strip_prefix(&format!("{APP}-"))
                    .and_then(|rest| rest.strip_suffix(end))
                    .is_some_and(|hash| hash.chars().all(|it| it.is_ascii_hexdigit()))
            });
            found.next().filter(|_| found.next().is_none()).cloned().ok_or_else(|| {
                Failure::new(format!("Trunk’s {APP}-(hash){end} was not found in {}.", site.display()))
            })
        };
        Ok(Self { js: one(".js")?, wasm: one("_bg.wasm")? })
    }
}

/// Replaces every occurrence, of which there must be one: the tools before us may have changed their words.
fn replace(text: &mut String, from: &str, to: &str) -> Result<(), Failure> {
    if !text.contains(from) {
        return Err(Failure::new(format!(
            "The parts were not put together: `{from}` was looked for and not found. Has a tool changed its output?"
        )));
    }
    *text = text.replace(from, to);
    Ok(())
}

/// A file's hash as the `integrity` attribute writes it.
fn integrity(file: &Path) -> Result<String, Failure> {
    let script = "process.stdout.write('sha384-'+require('crypto').createHash('sha384')\
                  .update(require('fs').readFileSync(process.argv[1])).digest('base64'))";
    output_of(command("node").args(["-e", script]).arg(file))
        .filter(|it| it.starts_with("sha384-"))
        .ok_or_else(|| Failure::new(format!("{} could not be hashed: `node` is needed.", file.display())))
}

fn read(file: &Path) -> Result<String, Failure> {
    fs::read_to_string(file).map_err(|error| wrong(file, &error))
}

fn write(file: &Path, text: &str) -> Result<(), Failure> {
    fs::write(file, text).map_err(|error| wrong(file, &error))
}

fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    fs::copy(from, to).map(|_| ()).map_err(|error| wrong(to, &error))
}

fn wrong(file: &Path, error: &std::io::Error) -> Failure {
    Failure::new(format!("{} could not be read or written: {error}.", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_replaced_must_be_there() {
        let mut text = "fetch(\"./a.wasm\")".to_owned();
        replace(&mut text, "./a.wasm", "./b.wasm").unwrap();
        assert_eq!(text, "fetch(\"./b.wasm\")");
        assert!(replace(&mut text, "./a.wasm", "./c.wasm").is_err());
        assert_eq!(text, "fetch(\"./b.wasm\")");
    }
}
