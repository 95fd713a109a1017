//! Dependencies point down one list only. This reads the sources and fails on an arrow that climbs, on Leptos
//! named outside `ui`, on the browser touched below `services`, and on waiting or looking at the clock below it.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "in a test, a panic is the failure"
)]
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

/// The layers, lowest first. Those on one line may use each other.
const LAYERS: &[&[&str]] = &[
    &["model"],
    &["workbook"],
    &["programme"],
    &["policy"],
    &["bundle", "vault", "pictures", "navigation"],
    &["reports"],
    &["services"],
    &["ui"],
];
const SERVICES: usize = 6;
const UI: usize = 7;
/// The programs themselves, above every layer.
const TOP: usize = 8;

const BROWSER_CRATES: &[&str] = &[
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "indexed_db_futures",
    "gloo_storage",
    "gloo",
];

#[test]
fn every_source_file_keeps_to_its_layer() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = rust_files(&source);
    assert!(files.len() > 20, "only {} files were found: the search looks in the wrong place", files.len());
    let wrong: Vec<String> = files
        .iter()
        .flat_map(|file| {
            let name = file.strip_prefix(&source).unwrap().to_string_lossy().replace('\\', "/");
            faults(&name, &fs::read_to_string(file).unwrap())
        })
        .collect();
    assert!(wrong.is_empty(), "{} faults:\n{}", wrong.len(), wrong.join("\n"));
}

/// `ux.md` 3.9: nothing is pushed to a device and no badge is set on it (SR15), and nothing makes a sound but a voice
/// that reads when somebody asks for it (SR16).
#[test]
fn sr15_sr16_nothing_is_pushed_and_nothing_sounds_but_the_voice_that_reads() {
    const PUSHED: [&str; 5] =
        ["PushManager", "showNotification", "show_notification", "setAppBadge", "set_app_badge"];
    const SOUNDS: [&str; 5] = ["AudioContext", "AudioElement", "vibrate", "<audio", "<video"];
    const VOICE: &str = "speechSynthesis";
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let others = ["public/sw.js", "boot.js", "index.html", "public/manifest.webmanifest"];
    let files = rust_files(&root.join("src")).into_iter().chain(others.map(|file| root.join(file)));
    let mut speak = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let found: Vec<&str> = PUSHED.into_iter().chain(SOUNDS).filter(|word| text.contains(word)).collect();
        assert!(found.is_empty(), "{}: {found:?}", file.display());
        if text.contains(VOICE) {
            speak.push(file.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/"));
        }
    }
    assert_eq!(speak, ["src/services/browser/speech.rs"]);
}

/// Everything in one file that breaks a rule. `name` is its path from `src`.
fn faults(name: &str, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let module = module_path(name);
    let Some(own) = rank_of_file(name, &module) else {
        return vec![format!(
            "{name}: `{}` is not in the list of layers in tests/architecture.rs",
            module[0]
        )];
    };
    let code = without_comments_and_strings(text);
    let words = words(&code);
    for (at, word) in words.iter().enumerate() {
        let line = word.line;
        let mut fault = |what: String| faults.push(format!("{name}:{line}: {what}"));
        for layer in reached(&words, at, module.len()) {
            match rank(&layer) {
                Some(its) if its > own => {
                    fault(format!("`{}` may not use `{layer}`, which lies above it", module[0]));
                }
                _ => {}
            }
        }
        if word.text == "leptos" && own != UI {
            fault("Leptos may be named in `ui` only".to_owned());
        }
        if own >= SERVICES {
            continue;
        }
        if BROWSER_CRATES.contains(&word.text) {
            fault(format!("`{}` touches the browser, which only `services` and `ui` may", word.text));
        }
        if word.text == "async" || word.text == "await" {
            fault("nothing below `services` waits".to_owned());
        }
        if word.text == "now" && follows(&words, at, "::") {
            fault("nothing below `services` reads the clock".to_owned());
        }
        if matches!(word.text, "getrandom" | "rand" | "SystemTime" | "Instant") {
            fault(format!("`{}`: nothing below `services` reads the clock or makes an id", word.text));
        }
    }
    faults
}

/// `workbook/decide/entries.rs` is `["workbook", "decide", "entries"]`; `mod.rs` is its folder.
fn module_path(name: &str) -> Vec<&str> {
    let mut parts: Vec<&str> = name.trim_end_matches(".rs").split('/').collect();
    if parts.last() == Some(&"mod") {
        parts.pop();
    }
    parts
}

fn rank_of_file(name: &str, module: &[&str]) -> Option<usize> {
    if matches!(name, "main.rs" | "lib.rs") || module.first() == Some(&"bin") {
        Some(TOP)
    } else {
        rank(module.first()?)
    }
}

fn rank(layer: &str) -> Option<usize> {
    LAYERS.iter().position(|row| row.contains(&layer))
}

/// The modules directly under the crate's root that a path starting at this word leads into:
/// `crate::model`, `hearth::{model, ui::form}`, `super::super::services`.
fn reached(words: &[Word<'_>], at: usize, depth: usize) -> Vec<String> {
    let text = |at: usize| words.get(at).map_or("", |word| word.text);
    let starts_a_path = at == 0 || text(at - 1) != "::";
    if !starts_a_path {
        return Vec::new();
    }
    let mut next = at + 1;
    match text(at) {
        "crate" | "hearth" => {}
        "self" | "super" => {
            // From a module this deep, as many `super` as it is deep lead to the root. In a module written
            // inside the file it takes one more, which is why more than enough counts as well.
            let mut climbed = usize::from(text(at) == "super");
            while text(next) == "::" && text(next + 1) == "super" {
                climbed += 1;
                next += 2;
            }
            if climbed < depth {
                return Vec::new();
            }
        }
        _ => return Vec::new(),
    }
    if text(next) != "::" {
        return Vec::new();
    }
    if text(next + 1) != "{" {
        return vec![text(next + 1).to_owned()];
    }
    // A group: the first word of each of its members.
    let (mut found, mut open, mut cursor) = (Vec::new(), 1, next + 2);
    let mut first = true;
    while open > 0 && cursor < words.len() {
        match text(cursor) {
            "{" => open += 1,
            "}" => open -= 1,
            "," if open == 1 => first = true,
            word if open == 1 && first => {
                found.push(word.to_owned());
                first = false;
            }
            _ => {}
        }
        cursor += 1;
    }
    found
}

fn follows(words: &[Word<'_>], at: usize, before: &str) -> bool {
    at > 0 && words[at - 1].text == before
}

struct Word<'a> {
    text: &'a str,
    line: usize,
}

/// Names, `::`, and single other characters.
fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let mut rest = line.trim_start();
        while let Some(first) = rest.chars().next() {
            let length = if first.is_alphanumeric() || first == '_' {
                rest.find(|it: char| !it.is_alphanumeric() && it != '_').unwrap_or(rest.len())
            } else if rest.starts_with("::") {
                2
            } else {
                first.len_utf8()
            };
            words.push(Word { text: &rest[..length], line: number + 1 });
            rest = rest[length..].trim_start();
        }
    }
    words
}

/// The same text, line for line, with what a compiler would not read as code blanked out.
fn without_comments_and_strings(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let skipped = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |at| at + 2)
        } else if let Some(raw) = raw_string(rest, &kept) {
            raw
        } else if first == '"' {
            quoted(rest)
        } else {
            character(rest).unwrap_or_default()
        };
        if skipped == 0 {
            kept.push(first);
            rest = &rest[first.len_utf8()..];
        } else {
            kept.extend(rest[..skipped].chars().map(|it| if it == '\n' { '\n' } else { ' ' }));
            rest = &rest[skipped..];
        }
    }
    kept
}

/// The length of `"…"`.
fn quoted(text: &str) -> usize {
    let mut escaped = false;
    for (at, it) in text.char_indices().skip(1) {
        match it {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// The length of `r#"…"#`, if one starts here.
fn raw_string(text: &str, before: &str) -> Option<usize> {
    let in_a_name = before.ends_with(|it: char| it.is_alphanumeric() || it == '_');
    let body = text.strip_prefix('r').filter(|_| !in_a_name)?;
    let hashes = body.len() - body.trim_start_matches('#').len();
    let inside = body[hashes..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    Some(inside.find(&end).map_or(text.len(), |at| 1 + hashes + 1 + at + end.len()))
}

/// The length of `'x'` or `'\n'`; a lifetime is not one.
fn character(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('\'')?;
    let length = match inside.strip_prefix('\\') {
        Some(escaped) => escaped.find('\'')? + 1,
        None => inside.chars().next()?.len_utf8(),
    };
    inside[length..].starts_with('\'').then_some(length + 2)
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|it| it == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

mod the_checker {
    use super::faults;

    #[track_caller]
    fn refused(name: &str, text: &str, because: &str) {
        let found = faults(name, text);
        assert!(found.iter().any(|fault| fault.contains(because)), "{text}: {found:?}");
    }

    #[track_caller]
    fn accepted(name: &str, text: &str) {
        assert_eq!(faults(name, text), Vec::<String>::new(), "{text}");
    }

    #[test]
    fn sees_an_arrow_that_climbs_however_it_is_written() {
        refused("model/ids.rs", "use crate::workbook::Event;", "may not use `workbook`");
        refused("model/ids.rs", "use crate::{model::ids, ui::form};", "may not use `ui`");
        refused("workbook/fold.rs", "fn f() { crate::policy::clocks::due(); }", "may not use `policy`");
        refused("workbook/fold.rs", "use super::super::services::clock;", "may not use `services`");
        refused(
            "workbook/decide/entries.rs",
            "use super::super::super::programme;",
            "may not use `programme`",
        );
        refused("workbook/mod.rs", "use super::services;", "may not use `services`");
        refused("vault/mod.rs", "use hearth::services::session;", "may not use `services`");
        refused("services/clock.rs", "use crate::{\n    model::x,\n    ui::{a, b},\n};", "may not use `ui`");
        refused("policy/clocks.rs", "mod tests { use super::super::super::bundle; }", "may not use `bundle`");
    }

    #[test]
    fn lets_an_arrow_point_down_or_along() {
        accepted("workbook/fold.rs", "use crate::model::{ids::EntryId, ui};");
        accepted("bundle/envelope.rs", "use crate::vault::stretch;");
        accepted("workbook/decide/entries.rs", "use super::super::fold::Workbook; use super::ui;");
        accepted("services/session.rs", "use crate::{bundle, vault::{self, ui}, model};");
        accepted("main.rs", "fn main() { hearth::ui::start(); }");
        accepted("bin/stretch_worker.rs", "fn main() { hearth::services::crypto::serve(); }");
    }

    #[test]
    fn sees_leptos_outside_ui_and_the_browser_below_services() {
        refused("services/drafts.rs", "use leptos::prelude::*;", "Leptos");
        refused("main.rs", "use leptos::mount;", "Leptos");
        refused("policy/clocks.rs", "fn f() { web_sys::window(); }", "touches the browser");
        refused("navigation.rs", "use wasm_bindgen::JsCast;", "touches the browser");
        accepted("ui/app.rs", "use leptos::prelude::*; use web_sys::window;");
        accepted("services/store/indexed_db.rs", "use indexed_db_futures::database::Database;");
    }

    #[test]
    fn sees_waiting_clocks_and_chance_below_services() {
        refused("vault/slots.rs", "async fn open() {}", "waits");
        refused("bundle/seal.rs", "fn f() { x.await; }", "waits");
        refused("workbook/log.rs", "let at = Utc::now();", "clock");
        refused("model/ids.rs", "getrandom::fill(&mut bytes);", "makes an id");
        accepted("services/clock.rs", "async fn f() { Utc::now(); }");
        accepted("workbook/decide/mod.rs", "fn decide(now: Stamp) { let later = now; }");
    }

    #[test]
    fn reads_code_only_and_knows_every_layer() {
        accepted("model/ids.rs", "// crate::ui is above\n/* async */ const A: &str = \"leptos \\\" await\";");
        accepted(
            "model/ids.rs",
            "const A: &str = r#\"use crate::ui;\"#; const B: char = '\"'; fn f<'a>() {}",
        );
        refused(
            "model/ids.rs",
            "const B: char = '\"'; use crate::ui; const C: char = '\"';",
            "may not use `ui`",
        );
        refused("helpers/mod.rs", "", "not in the list of layers");
    }
}
