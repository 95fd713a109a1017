//! `cargo xtask build`: the static site, and what the first visit weighs.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::command::{Failure, command, output_of, run, step};
use crate::offline;

/// The most that a first visit may wait for, in bytes after brotli (350 kB): from the address to a workbook store
/// that is made. A build above it fails.
pub const PROMISE: u64 = 350_000;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// What people use: small, and with the paths of this computer left out of it.
    Release,
    /// Quick to build, for looking at a screen while writing it.
    Debug,
}

/// Builds the app and gives the folder of the finished site.
pub fn build(profile: Profile) -> Result<PathBuf, Failure> {
    let (name, folder) = match profile {
        Profile::Release => ("The app, in release form, into dist/", "dist"),
        Profile::Debug => ("The app, in debug form, into dist-debug/", "dist-debug"),
    };
    let site = crate::root().join(folder);
    step(name, || {
        let mut trunk = command("trunk");
        trunk.arg("build").arg("--dist").arg(&site).env("NO_COLOR", "true").env_remove("TRUNK_BUILD_RELEASE");
        trunk.arg(if profile == Profile::Release { "--release=true" } else { "--release=false" });
        run(&mut trunk)
    })?;
    if profile == Profile::Release {
        step("What the first visit transfers, after brotli", || weigh(&site))?;
    }
    Ok(site)
}

/// Builds the app with sealing switched off, for the one test that proves that the search for plain words on
/// disk does find them when they are there. It is never served to anyone.
pub fn build_unsealed() -> Result<PathBuf, Failure> {
    let site = crate::root().join("target/unsealed-site");
    step("The app with sealing switched off, to prove the search for plain words", || {
        let mut trunk = command("trunk");
        trunk.arg("build").arg("--dist").arg(&site).arg("--release=false");
        run(trunk.env("NO_COLOR", "true").env("RUSTFLAGS", "--cfg erase_components --cfg unsealed"))
    })?;
    Ok(site)
}

/// Prints the weight of every file that a first visit waits for, and fails when they outgrow the promise. What is
/// fetched behind it, so that the app works without a signal, is printed too and promises nothing.
fn weigh(site: &Path) -> Result<(), Failure> {
    let mut sizes = BTreeMap::new();
    for file in files_in(site, "")? {
        let size = brotli_size(&site.join(&file))?;
        sizes.insert(file, size);
    }
    let size_of = |file: &String| sizes.get(file).copied().unwrap_or_default();
    let first = first_visit(site)?;
    for file in &first {
        println!("    {:>9}  {file}", grouped(size_of(file)));
    }
    let total: u64 = first.iter().map(size_of).sum();
    println!("    {:>9}  together; {} is the most", grouped(total), grouped(PROMISE));
    for file in sizes.keys().filter(|file| is_fetched_behind(file)) {
        println!("    {:>9}  {file}, fetched behind it while the person types", grouped(size_of(file)));
    }
    let kept = offline::kept(site)?;
    let whole: u64 = kept.iter().map(size_of).sum::<u64>() + size_of(&offline::WORKER.to_owned());
    println!(
        "    {:>9}  the whole app ({} files and {}), kept on the device behind the first page for when there is no signal",
        grouped(whole),
        kept.len(),
        offline::WORKER
    );
    if total > PROMISE {
        return Err(Failure::new(format!(
            "A first visit would wait for {} bytes, which is {} more than promised. Look at what the newest \
             dependency costs, or let a part of the app be fetched when it is used (src/ui/parts.rs).",
            grouped(total),
            grouped(total - PROMISE)
        )));
    }
    Ok(())
}

/// Every file that a first visit waits for: all but those that are never asked for then, and the part of the app
/// behind the first pages. The passphrase worker is counted, because a first visit makes a passphrase.
pub fn first_visit(site: &Path) -> Result<Vec<String>, Failure> {
    // Read by static hosts; by installing; by pages further in; only when asked for; once the first page is there.
    // The end-to-end tests fail when the first page asks for one of these.
    let later = ["_headers", "icon-512.png", "assets/", "example/", "word_worker", offline::WORKER];
    let mut files = files_in(site, "")?;
    files.retain(|file| !later.iter().any(|it| file.starts_with(it)) && !is_fetched_behind(file));
    files.sort();
    Ok(files)
}

/// Whether a file is a part of the app behind the first pages (`src/ui/parts.rs`).
fn is_fetched_behind(file: &str) -> bool {
    file.starts_with("hearth-") && file.ends_with("-inside.wasm")
}

/// Every file under a folder, as paths from it with `/`.
pub fn files_in(folder: &Path, prefix: &str) -> Result<Vec<String>, Failure> {
    let wrong = |error| Failure::new(format!("{} could not be read: {error}.", folder.display()));
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(wrong)? {
        let entry = entry.map_err(wrong)?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            files.extend(files_in(&entry.path(), &format!("{name}/"))?);
        } else {
            files.push(name);
        }
    }
    Ok(files)
}

fn brotli_size(file: &Path) -> Result<u64, Failure> {
    let script = "const z=require('zlib'),f=require('fs').readFileSync(process.argv[1]);\
                  process.stdout.write(String(z.brotliCompressSync(f,{params:{[z.constants.BROTLI_PARAM_QUALITY]:11}}).length))";
    output_of(command("node").args(["-e", script]).arg(file))
        .and_then(|size| size.parse().ok())
        .ok_or_else(|| Failure::new(format!("{} could not be weighed: `node` is needed.", file.display())))
}

/// 123456 as `123,456`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_in_threes() {
        assert_eq!(
            [grouped(7), grouped(123), grouped(1_234), grouped(350_000)],
            ["7", "123", "1,234", "350,000"]
        );
    }
}
