//! Writing documents where other people's programs are shown them (`cargo xtask test`, "Documents open elsewhere"): a Word
//! file, and beside it what has to be found in it.

use std::fs;
use std::path::PathBuf;

use hearth::reports::document::{Block, Document, Level};
use hearth::reports::word::{Png, docx};
use serde_json::{Value, json};

/// Where documents are left for other programs.
pub fn folder() -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/documents");
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Leaves a document there under a name, as a Word file and as what has to be found in it.
pub fn leave(name: &str, document: &Document, pictures: &[Option<Png>]) {
    let file = docx(document, pictures).unwrap();
    fs::write(folder().join(format!("{name}.docx")), file).unwrap();
    let expected = serde_json::to_string_pretty(&expected(document, pictures)).unwrap();
    fs::write(folder().join(format!("{name}.json")), expected).unwrap();
}

/// Stated apart from the code that writes: every heading with its depth, every line of words, every table, and the words of
/// each picture that is drawn.
fn expected(document: &Document, pictures: &[Option<Png>]) -> Value {
    let mut headings = Vec::new();
    let mut lines = Vec::new();
    let mut tables = Vec::new();
    let mut alternatives = Vec::new();
    let mut pictures = pictures.iter();
    for block in &document.blocks {
        match block {
            Block::Heading(level, words) => {
                let depth = match level {
                    Level::First => 1,
                    Level::Second => 2,
                    Level::Third => 3,
                };
                headings.push(json!([depth, plain(words).join(" ")]));
            }
            Block::Paragraph(words) | Block::Aside(words) => lines.extend(plain(words)),
            Block::Labelled(label, words) => lines.extend([plain(label), plain(words)].concat()),
            Block::Quote { words, by } => lines.extend([plain(words), plain(by)].concat()),
            Block::List { items, .. } => lines.extend(items.iter().flat_map(|item| plain(item))),
            Block::Facts(facts) if facts.is_empty() => {}
            Block::Facts(facts) => {
                let rows: Vec<[String; 2]> =
                    facts.iter().map(|(name, value)| [cell(name), cell(value)]).collect();
                tables.push(json!({ "columns": [], "rows": rows }));
            }
            Block::Table(table) => {
                lines.extend(plain(&table.caption));
                let cells = |row: &Vec<String>| row.iter().map(|words| cell(words)).collect::<Vec<_>>();
                let rows: Vec<Vec<String>> = table.rows.iter().map(cells).collect();
                tables.push(json!({ "columns": cells(&table.columns), "rows": rows }));
            }
            Block::Picture(scene) => {
                lines.extend(plain(&scene.title));
                match pictures.next() {
                    Some(Some(_)) => alternatives.push(plain(&scene.told.join(" ")).join(" ")),
                    _ => lines.extend(scene.told.iter().flat_map(|told| plain(told))),
                }
            }
            Block::NewPage => {}
        }
    }
    lines.retain(|line| !line.is_empty());
    json!({
        "title": document.title,
        "language": "en-GB",
        "foot": [document.audience, document.version, document.made_from],
        "contents": document.contents,
        "watermark": document.watermark,
        "headings": headings,
        "lines": lines,
        "tables": tables,
        "alternatives": alternatives,
    })
}

fn cell(words: &str) -> String {
    plain(words).join("\n")
}

/// Words as they have to arrive: lines, without what no file can carry.
fn plain(words: &str) -> Vec<String> {
    let breaks = ['\n', '\u{b}', '\u{c}', '\r', '\u{85}', '\u{2028}', '\u{2029}'];
    let lines = words.replace("\r\n", "\n");
    let keep = |it: &char| !it.is_control() || *it == '\t';
    lines
        .split(breaks)
        .map(|line| line.chars().filter(keep).filter(|it| !matches!(it, '\u{fffe}' | '\u{ffff}')).collect())
        .collect()
}
