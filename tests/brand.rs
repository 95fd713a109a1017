//! The look is our own: nothing in the style sheet that GOV.UK or the Ministry of Justice keeps for itself.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "in a test, a panic is the failure"
)]
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::Path;

const RESERVED: &[&str] =
    &["GDS Transport", "@font-face", "crest", "crown", "govuk-icon", "moj-logotype", "moj-crest", "royal"];

fn read(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap()
}

/// What of the reserved things a text names.
fn reserved_in(text: &str) -> Vec<&'static str> {
    let text = text.to_lowercase();
    RESERVED.iter().copied().filter(|it| text.contains(&it.to_lowercase())).collect()
}

#[test]
fn the_style_sheet_and_the_page_carry_no_reserved_brand() {
    for file in ["style/app.css", "index.html", "public/manifest.webmanifest"] {
        assert_eq!(reserved_in(&read(file)), Vec::<&str>::new(), "{file}");
    }
    assert_eq!(reserved_in("a{font-family:\"gds transport\"}@font-face{}"), ["GDS Transport", "@font-face"]);
}

#[test]
fn the_style_sheet_works_in_a_sub_folder_and_asks_no_other_place() {
    let css = read("style/app.css");
    let urls: Vec<&str> = css.split("url(").skip(1).filter_map(|rest| rest.split(')').next()).collect();
    assert!(!urls.is_empty());
    for url in urls {
        let file = url.trim_matches(['"', '\'']);
        assert!(file.starts_with("assets/images/") || file.starts_with("data:"), "{file}");
        if !file.starts_with("data:") {
            assert!(read(&format!("public/{file}")).contains("<svg"), "{file} is not shipped");
        }
    }
    assert!(!css.contains("@import"), "no other style sheet is asked for");
}

#[test]
fn both_licences_travel_with_the_style_sheet() {
    let licences = read("style/vendor/LICENSES.md");
    assert!(licences.contains("Copyright (C) 2017 Crown Copyright (Government Digital Service)"));
    assert!(licences.contains("Copyright (c) 2019 Ministry of Justice"));
}
