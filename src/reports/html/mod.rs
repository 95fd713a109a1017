//! A document as a part of a page: what is shown before it is printed, and what is printed (`ux.md` S28, 4.5;
//! criterion 33).
//!
//! It holds no address and no style of its own, so that it can stand anywhere in a page; its look, on the screen and on
//! paper, is `style/app/_document.scss`, and what stands at the foot of each sheet is [`page_rules`].

mod contents;
mod page;
mod pen;

use super::document::{Block, Document, Level};
use super::{foot, text};
use crate::pictures::{Scene, Table, svg};
use pen::Pen;

pub use page::page_rules;

/// The document, everything in it escaped.
pub fn html(document: &Document) -> String {
    let mut pen = Pen::default();
    begin(&mut pen, document);
    pen.tag("h1", r#"class="govuk-heading-l""#, &document.title);
    rest(pen, document)
}

/// The document without its title, for a page whose own heading that is: what can be done there comes right after it.
pub fn under_title(document: &Document) -> String {
    let mut pen = Pen::default();
    begin(&mut pen, document);
    rest(pen, document)
}

fn begin(pen: &mut Pen, document: &Document) {
    let close = if document.close { " app-document--close" } else { "" };
    pen.raw(&format!("<article class=\"app-document{close}\" lang=\"en-GB\">"));
    if let Some(word) = &document.watermark {
        pen.tag("p", r#"class="app-document__watermark" aria-hidden="true""#, word);
    }
    pen.raw("<header class=\"app-document__head\">");
}

fn rest(mut pen: Pen, document: &Document) -> String {
    head(&mut pen, document);
    if document.contents {
        contents::write(&mut pen, &document.blocks);
    }
    let mut blocks = document.blocks.as_slice();
    while let Some((block, rest)) = blocks.split_first() {
        let across = on_a_sheet_across(blocks);
        if across.is_empty() {
            write(&mut pen, block);
            blocks = rest;
        } else {
            pen.raw("<div class=\"app-document__across\">");
            across.iter().for_each(|block| write(&mut pen, block));
            pen.raw("</div>");
            blocks = blocks.get(across.len()..).unwrap_or_default();
        }
    }
    pen.raw("<footer class=\"app-document__foot\">");
    for words in foot::lines(document) {
        pen.tag("p", r#"class="govuk-body-s""#, &words);
    }
    pen.raw("</footer></article>");
    pen.done()
}

/// A picture that needs a sheet which lies on its side, where one comes next, with the headings right before it.
pub fn on_a_sheet_across(blocks: &[Block]) -> &[Block] {
    let headings = blocks.iter().take_while(|block| matches!(block, Block::Heading(..))).count();
    match blocks.get(headings) {
        Some(Block::Picture(scene)) if foot::lies_across(scene) => {
            blocks.get(..=headings).unwrap_or_default()
        }
        _ => &[],
    }
}

fn head(pen: &mut Pen, document: &Document) {
    if let Some(word) = &document.watermark {
        pen.raw("<p class=\"govuk-body\">");
        pen.tag("strong", r#"class="govuk-tag govuk-tag--grey""#, word);
        pen.raw("</p>");
    }
    pen.tag("p", r#"class="govuk-body app-document__audience""#, &document.audience);
    pen.tag("p", r#"class="govuk-body-s""#, &foot::made_on(document));
    pen.raw("</header>");
}

fn write(pen: &mut Pen, block: &Block) {
    match block {
        Block::Heading(level, words) => heading(pen, *level, words),
        Block::Paragraph(words) => pen.tag("p", r#"class="govuk-body""#, words),
        Block::Aside(words) => pen.tag("p", r#"class="govuk-body-s app-document__aside""#, words),
        Block::Labelled(label, words) => {
            pen.open("p", r#"class="govuk-body""#, words);
            pen.raw("<strong>");
            pen.words(&text::label(label));
            pen.raw("</strong> ");
            pen.words(words);
            pen.raw("</p>");
        }
        Block::Quote { words, by } => quote(pen, words, by),
        Block::List { numbered, items } => list(pen, *numbered, items),
        Block::Facts(facts) => facts_of(pen, facts),
        Block::Table(table) => table_of(pen, table),
        Block::Picture(scene) => picture(pen, scene),
        Block::NewPage => pen.raw("<div class=\"app-document__new-page\"></div>"),
    }
}

fn heading(pen: &mut Pen, level: Level, words: &str) {
    match level {
        Level::First => pen.tag("h2", r#"class="govuk-heading-m""#, words),
        Level::Second => pen.tag("h3", r#"class="govuk-heading-s""#, words),
        Level::Third => pen.tag("h4", r#"class="govuk-heading-s app-document__third""#, words),
    }
}

fn quote(pen: &mut Pen, words: &str, by: &str) {
    pen.raw("<blockquote class=\"app-quote\">");
    pen.tag("p", r#"class="app-document__words""#, words);
    pen.tag("footer", r#"class="app-quote__by""#, by);
    pen.raw("</blockquote>");
}

fn list(pen: &mut Pen, numbered: bool, items: &[String]) {
    if items.is_empty() {
        return;
    }
    let (tag, class) = if numbered { ("ol", "number") } else { ("ul", "bullet") };
    pen.raw(&format!("<{tag} class=\"govuk-list govuk-list--{class}\">"));
    for item in items {
        pen.tag("li", "", item);
    }
    pen.raw(&format!("</{tag}>"));
}

fn facts_of(pen: &mut Pen, facts: &[(String, String)]) {
    if facts.is_empty() {
        return;
    }
    pen.raw("<dl class=\"govuk-summary-list app-document__facts\">");
    for (name, value) in facts {
        pen.raw("<div class=\"govuk-summary-list__row\">");
        pen.tag("dt", r#"class="govuk-summary-list__key""#, name);
        pen.tag("dd", r#"class="govuk-summary-list__value""#, value);
        pen.raw("</div>");
    }
    pen.raw("</dl>");
}

/// The head of a table is repeated on each sheet that it runs over; a row that has no heading is a row of cells.
fn table_of(pen: &mut Pen, table: &Table) {
    pen.pane(&table.caption);
    pen.raw("<table class=\"govuk-table app-document__table\">");
    if !table.caption.is_empty() {
        pen.tag("caption", r#"class="govuk-table__caption govuk-table__caption--s""#, &table.caption);
    }
    if !table.columns.is_empty() {
        pen.raw("<thead class=\"govuk-table__head\"><tr class=\"govuk-table__row\">");
        for column in &table.columns {
            if column.is_empty() {
                pen.raw("<td class=\"govuk-table__cell\"></td>");
            } else {
                pen.tag("th", r#"class="govuk-table__header" scope="col""#, column);
            }
        }
        pen.raw("</tr></thead>");
    }
    pen.raw("<tbody class=\"govuk-table__body\">");
    for row in &table.rows {
        pen.raw("<tr class=\"govuk-table__row\">");
        for at in 0..row.len().max(table.columns.len()) {
            let cell = row.get(at).map_or("", String::as_str);
            if at == 0 && !cell.is_empty() {
                pen.tag("th", r#"class="govuk-table__header" scope="row""#, cell);
            } else {
                pen.tag("td", r#"class="govuk-table__cell""#, cell);
            }
        }
        pen.raw("</tr>");
    }
    pen.raw("</tbody></table></div>");
}

fn picture(pen: &mut Pen, scene: &Scene) {
    pen.raw("<figure class=\"app-document__picture\">");
    pen.raw(&svg(scene));
    pen.tag("figcaption", r#"class="govuk-body-s""#, &scene.title);
    pen.raw("</figure>");
}

#[cfg(test)]
mod tests;
