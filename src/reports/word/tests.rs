use docx_rs::XMLDocx;

use super::*;
use crate::pictures::{Scene, Table};
use crate::reports::document::{Block, Level};

fn document(blocks: Vec<Block>) -> Document {
    Document {
        title: "Plan for Kayla & Tom".to_owned(),
        audience: "Only for Amara".to_owned(),
        date: chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(),
        version: "Version 214 of the records".to_owned(),
        made_from: "Made from Family 7F3K workbook".to_owned(),
        watermark: None,
        contents: false,
        close: false,
        blocks,
    }
}

/// The parts as they are packed, of which these tests read what other programs make nothing of.
fn parts(document: &Document, pictures: &[Option<Png>]) -> XMLDocx {
    let paper = Docx::new().header(margins::header(document)).footer(margins::footer(document));
    let paper = lists::defined(paper, &document.blocks);
    finish::finished(body::written(paper, document, pictures).build(), document, pictures)
}

fn body_of(blocks: Vec<Block>) -> String {
    String::from_utf8(parts(&document(blocks), &[]).document).unwrap()
}

#[test]
fn only_the_row_of_headings_is_repeated_and_names_and_values_have_none() {
    let table = |columns: &[&str]| {
        Block::Table(Table {
            caption: String::new(),
            columns: columns.iter().map(|it| (*it).to_owned()).collect(),
            rows: vec![vec!["<w:tr>".to_owned(), "w:val=\"ColumnHeading\"".to_owned()]],
        })
    };
    assert_eq!(body_of(vec![table(&["A", "B"])]).matches("<w:tblHeader/>").count(), 1);
    assert_eq!(body_of(vec![table(&[])]).matches("<w:tblHeader/>").count(), 0);
    let facts = Block::Facts(vec![("Born".to_owned(), "3 May 2017".to_owned())]);
    assert_eq!(body_of(vec![facts, table(&["A"])]).matches("<w:tblHeader/>").count(), 1);
}

#[test]
fn what_begins_on_a_new_page_says_so_once() {
    let words = |it: &str| Block::Paragraph(it.to_owned());
    let body = body_of(vec![Block::NewPage, Block::NewPage, words("one"), words("two")]);
    assert_eq!(body.matches("<w:pageBreakBefore").count(), 1);
    assert_eq!(body_of(vec![words("one"), Block::NewPage]).matches("<w:pageBreakBefore").count(), 0);
}

#[test]
fn a_picture_is_told_where_it_is_not_drawn() {
    let scene = |title: &str| {
        let told = vec![format!("{title}: Kayla & Tom.")];
        Block::Picture(Scene { width: 700, height: 1000, title: title.to_owned(), told, shapes: Vec::new() })
    };
    let document = document(vec![scene("First"), scene("Second")]);
    let body = String::from_utf8(parts(&document, &[None, Some(Png(vec![1]))]).document).unwrap();
    assert!(body.contains("First: Kayla &amp; Tom.</w:t>"));
    assert!(body.contains("descr=\"Second: Kayla &amp; Tom.\" title=\"Second\""));
    assert!(!body.contains("descr=\"First"));
    assert!(body.contains("cx=\"5600000\" cy=\"8000000\""), "no higher than the page: {body}");
}

#[test]
fn a_draft_has_its_word_behind_every_page() {
    let mut draft = document(Vec::new());
    assert!(!String::from_utf8_lossy(&parts(&draft, &[]).headers[0]).contains("v:textpath"));
    draft.watermark = Some("Draft \"1\"".to_owned());
    assert!(
        String::from_utf8_lossy(&parts(&draft, &[]).headers[0]).contains("string=\"Draft &quot;1&quot;\"")
    );
}

#[test]
fn a_wide_picture_has_a_page_that_lies_on_its_side_and_its_heading_comes_with_it() {
    let wide = || {
        let told = vec!["Kayla.".to_owned()];
        Block::Picture(Scene { width: 1400, height: 300, title: "Wide".to_owned(), told, shapes: Vec::new() })
    };
    let heading = || Block::Heading(Level::First, "The year".to_owned());
    let words = || Block::Paragraph("More.".to_owned());
    let pages = |blocks: Vec<Block>, png: Option<Png>| {
        let drawn = parts(&document(blocks), &[png.clone(), png]);
        let body = String::from_utf8(drawn.document).unwrap();
        let sections = body.split("<w:sectPr>").skip(1).map(|it| it.contains("landscape"));
        (sections.collect::<Vec<_>>(), body)
    };
    let png = || Some(Png(vec![1]));
    let (sides, body) = pages(vec![words(), heading(), wide(), Block::NewPage, words()], png());
    assert_eq!(sides, [false, true, false]);
    assert!(body.find("<w:sectPr>") < body.rfind("The year"));
    assert!(!body.contains("pageBreakBefore"), "a new page is new already");
    assert_eq!(body.matches("<w:headerReference").count(), 3);
    assert_eq!(pages(vec![words(), wide()], png()).0, [false, true], "no empty page at the end");
    assert_eq!(pages(vec![wide(), wide(), words()], png()).0, [false, true, true, false]);
    assert_eq!(pages(vec![wide(), words()], None).0, [false], "told in words, it needs none");
}

#[test]
fn a_document_that_is_set_close_has_smaller_styles() {
    let sizes = |close: bool| {
        let parts = parts(&Document { close, ..document(Vec::new()) }, &[]);
        let styles = String::from_utf8(parts.styles).unwrap();
        ["w:val=\"22\"", "w:val=\"20\"", "w:after=\"140\"", "w:before=\"360\""].map(|it| styles.contains(it))
    };
    assert!(sizes(false)[0] && sizes(false)[2] && sizes(false)[3]);
    assert_eq!(sizes(true), [false, true, false, false]);
}
