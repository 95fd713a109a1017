//! What `docx-rs` cannot say, put into the parts that it built: headings of tables that repeat, the words of pictures,
//! words that run from right to left, the word across every page, our styles, and the document's language and title.

use docx_rs::XMLDocx;

use super::Png;
use super::core::{escaped, properties};
use super::in_order::in_order;
use super::sections::laid_out;
use crate::reports::document::{Block, Document};

/// The style that a run is given to say that it runs from right to left; [`finished`] turns it into the property.
pub const RIGHT_TO_LEFT: &str = "RightToLeft";

const STYLES: &str = include_str!("styles.xml");
const SETTINGS: &str = include_str!("settings.xml");
const WATERMARK: &str = include_str!("watermark.xml");

/// The parts as they are packed.
pub fn finished(mut parts: XMLDocx, document: &Document, pictures: &[Option<Png>]) -> XMLDocx {
    let body = text_of(&parts.document);
    let body = with_repeating_headings(&body);
    let body = with_words_of_pictures(&body, document, pictures);
    parts.document = in_order(&laid_out(&directed(&body))).into_bytes();
    for part in parts.headers.iter_mut().chain(&mut parts.footers) {
        *part = in_order(&directed(&text_of(part))).into_bytes();
    }
    if let (Some(word), Some(header)) = (&document.watermark, parts.headers.first_mut()) {
        *header = with_watermark(&text_of(header), word).into_bytes();
    }
    parts.numberings = in_order(&text_of(&parts.numberings)).into_bytes();
    parts.styles = styles(document).into_bytes();
    parts.settings = SETTINGS.as_bytes().to_vec();
    parts.doc_props.core = properties(document).into_bytes();
    parts
}

/// The styles; of a document that is set close, smaller and with less room between them.
fn styles(document: &Document) -> String {
    let closer = [
        ("<w:spacing w:after=\"140\" w:line=\"276\"", "<w:spacing w:after=\"60\" w:line=\"245\""),
        ("<w:spacing w:before=\"360\" w:after=\"120\"", "<w:spacing w:before=\"140\" w:after=\"60\""),
        ("<w:spacing w:before=\"0\" w:after=\"160\"", "<w:spacing w:before=\"0\" w:after=\"60\""),
        ("<w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/>", "<w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>"),
        ("<w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/>", "<w:sz w:val=\"26\"/><w:szCs w:val=\"26\"/>"),
        ("<w:sz w:val=\"44\"/><w:szCs w:val=\"44\"/>", "<w:sz w:val=\"36\"/><w:szCs w:val=\"36\"/>"),
    ];
    let closer = closer.into_iter().filter(|_| document.close);
    closer.fold(STYLES.to_owned(), |styles, (from, to)| styles.replace(from, to))
}

fn text_of(part: &[u8]) -> String {
    String::from_utf8_lossy(part).into_owned()
}

/// Rows of headings come again on every page that a table runs over (`w:tblHeader`), and a table says which of its rows and
/// columns are headings (`w:tblLook`).
fn with_repeating_headings(body: &str) -> String {
    let mut tables = body.split("<w:tbl>");
    let mut out = tables.next().unwrap_or_default().to_owned();
    for table in tables {
        let head = table.split("</w:tr>").next().is_some_and(|row| row.contains("w:val=\"ColumnHeading\""));
        let look = format!(
            "<w:tblLook w:val=\"{}\" w:firstRow=\"{}\" w:lastRow=\"0\" w:firstColumn=\"1\" w:lastColumn=\"0\" \
             w:noHBand=\"1\" w:noVBand=\"1\"/></w:tblPr>",
            if head { "06A0" } else { "0680" },
            u8::from(head),
        );
        let table = table.replacen("</w:tblPr>", &look, 1);
        out.push_str("<w:tbl>");
        if head {
            let table = table.replacen("<w:trPr />", "<w:trPr></w:trPr>", 1);
            out.push_str(&table.replacen("</w:trPr>", "<w:tblHeader/></w:trPr>", 1));
        } else {
            out.push_str(&table);
        }
    }
    out
}

/// Each picture has a number and a name of its own, and everything told of it as its alternative text.
fn with_words_of_pictures(body: &str, document: &Document, pictures: &[Option<Png>]) -> String {
    let scenes = document.blocks.iter().filter_map(|block| match block {
        Block::Picture(scene) => Some(scene),
        _ => None,
    });
    let drawn = scenes.zip(pictures).filter(|(_, png)| png.is_some());
    drawn.enumerate().fold(body.to_owned(), |body, (at, (scene, _))| {
        let number = at + 1;
        let (title, told) = (escaped(&scene.title), escaped(&scene.told.join(" ")));
        let named = format!(
            "<wp:docPr id=\"{number}\" name=\"Picture {number}\" descr=\"{told}\" title=\"{title}\"/>"
        );
        body.replacen("<wp:docPr id=\"1\" name=\"Figure\" />", &named, 1)
    })
}

/// Runs that go from right to left say so (`w:rtl`), and in which kind of language.
fn directed(part: &str) -> String {
    part.replace(&format!("<w:rStyle w:val=\"{RIGHT_TO_LEFT}\" />"), "<w:rtl/>")
}

/// The word across every page: a drawing behind the words of the head, as Word itself makes it.
fn with_watermark(header: &str, word: &str) -> String {
    let drawing = WATERMARK.trim().replace("WATERMARK", &escaped(word));
    match header.rsplit_once("</w:p>") {
        Some((before, after)) => format!("{before}{drawing}</w:p>{after}"),
        None => header.to_owned(),
    }
}
