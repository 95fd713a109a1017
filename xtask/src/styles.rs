//! `cargo xtask styles`: Sass to the committed style sheets, that of the app and that of the family's pages.

use std::fs;

use crate::command::{Failure, command, output_of, step};

const ICONS: &str = "node_modules/@ministryofjustice/frontend/moj/assets/images";

/// The style sheets, without their endings.
const SHEETS: [&str; 2] = ["style/app", "style/family"];

/// Compiles each sheet and copies the few icons that they name.
pub fn compile() -> Result<(), Failure> {
    step("Style sheets", || {
        let root = crate::root();
        let wrong = |error| Failure::new(format!("The style sheet could not be written: {error}."));
        fs::create_dir_all(root.join("public/assets/images")).map_err(wrong)?;
        for sheet in SHEETS {
            let css = compiled(sheet)?;
            fs::write(root.join(format!("{sheet}.css")), &css).map_err(wrong)?;
            for icon in icons(&css) {
                fs::copy(root.join(ICONS).join(icon), root.join("public/assets/images").join(icon))
                    .map_err(wrong)?;
            }
            println!("    {sheet}.css: {} bytes", css.len());
        }
        Ok(())
    })
}

/// Whether the committed style sheets are what the sources compile to.
pub fn are_current() -> Result<bool, Failure> {
    for sheet in SHEETS {
        let committed = fs::read_to_string(crate::root().join(format!("{sheet}.css"))).unwrap_or_default();
        if compiled(sheet)?.trim() != committed.trim() {
            return Ok(false);
        }
    }
    Ok(true)
}

fn compiled(sheet: &str) -> Result<String, Failure> {
    let mut sass = command("sass");
    sass.args(["--load-path=.", "--no-source-map", "--style=compressed", "--quiet-deps", "--quiet"]);
    let css = output_of(sass.arg(format!("{sheet}.scss")));
    let css = css.ok_or_else(|| Failure::new(format!("`sass` could not compile {sheet}.scss.")))?;
    Ok(without_ie_blocks(&css))
}

/// The icons that the style sheet names.
fn icons(css: &str) -> Vec<&str> {
    let mut names: Vec<&str> =
        css.split("url(assets/images/").skip(1).filter_map(|rest| rest.split(')').next()).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// Takes away the `@media` blocks meant for Internet Explorer alone. Their conditions end in `\0`, which no
/// other browser accepts, and which makes strict style sheet readers give up on the whole file.
fn without_ie_blocks(css: &str) -> String {
    let mut kept = String::with_capacity(css.len());
    let mut rest = css.trim_start_matches('\u{feff}');
    while let Some((before, from_media)) = rest.split_once("@media") {
        kept.push_str(before);
        let Some((condition, body)) = from_media.split_once('{') else {
            kept.push_str("@media");
            rest = from_media;
            continue;
        };
        if condition.contains('\u{fffd}') || condition.contains("\\0") {
            rest = after_block(body);
        } else {
            kept.push_str("@media");
            kept.push_str(condition);
            kept.push('{');
            rest = body;
        }
    }
    kept.push_str(rest);
    kept
}

/// What follows a block whose opening brace was already read.
fn after_block(body: &str) -> &str {
    let mut depth = 1_u32;
    for (at, character) in body.char_indices() {
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return body.get(at + 1..).unwrap_or_default();
        }
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_blocks_for_internet_explorer_go() {
        let css = "a{b:c}@media screen\u{fffd}{a{b:d}e{f:g}}@media (min-width: 0\\0){x{y:z}}\
                   @media print{a{b:e}}h{i:j}";
        assert_eq!(without_ie_blocks(css), "a{b:c}@media print{a{b:e}}h{i:j}");
    }

    #[test]
    fn icons_are_named_once() {
        assert_eq!(icons("a{b:url(assets/images/x.svg)}c{d:url(assets/images/x.svg)}"), ["x.svg"]);
    }
}
