use super::*;

fn document(blocks: Vec<Block>) -> Document {
    Document {
        title: "Chronology of <Amara>".to_owned(),
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

#[track_caller]
fn check(block: Block, expected: &str) {
    let html = html(&document(vec![block]));
    let (_, from) = html.split_once("</header>").unwrap();
    let (body, _) = from.split_once("<footer class=\"app-document__foot\">").unwrap();
    assert_eq!(body, expected);
}

#[test]
fn each_block_is_the_element_that_means_it() {
    check(Block::Heading(Level::First, "Risk".into()), r#"<h2 class="govuk-heading-m">Risk</h2>"#);
    check(Block::Paragraph("Tom & Jo".into()), r#"<p class="govuk-body">Tom &amp; Jo</p>"#);
    check(
        Block::Labelled("What it means for Kayla".into(), "She waits.".into()),
        r#"<p class="govuk-body"><strong>What it means for Kayla:</strong> She waits.</p>"#,
    );
    check(
        Block::Quote { words: "I like it\nhere".into(), by: "Kayla, 3 May 2026".into() },
        r#"<blockquote class="app-quote"><p class="app-document__words">I like it<br>here</p><footer class="app-quote__by">Kayla, 3 May 2026</footer></blockquote>"#,
    );
    check(
        Block::List { numbered: true, items: vec!["one".into(), "two".into()] },
        r#"<ol class="govuk-list govuk-list--number"><li>one</li><li>two</li></ol>"#,
    );
    check(Block::List { numbered: false, items: Vec::new() }, "");
    check(Block::NewPage, r#"<div class="app-document__new-page"></div>"#);
}

#[test]
fn a_table_has_headings_for_its_columns_and_its_rows_and_no_hole() {
    let table = Table {
        caption: "Visits".into(),
        columns: vec!["Day".into(), "Who".into()],
        rows: vec![vec!["3 May".into()], vec![String::new(), "Jo".into()]],
    };
    check(
        Block::Table(table),
        concat!(
            r#"<div class="app-pane" role="region" tabindex="0" aria-label="Table 1: Visits">"#,
            r#"<table class="govuk-table app-document__table"><caption class="govuk-table__caption govuk-table__caption--s">Visits</caption>"#,
            r#"<thead class="govuk-table__head"><tr class="govuk-table__row"><th class="govuk-table__header" scope="col">Day</th><th class="govuk-table__header" scope="col">Who</th></tr></thead>"#,
            r#"<tbody class="govuk-table__body"><tr class="govuk-table__row"><th class="govuk-table__header" scope="row">3 May</th><td class="govuk-table__cell"></td></tr>"#,
            r#"<tr class="govuk-table__row"><td class="govuk-table__cell"></td><td class="govuk-table__cell">Jo</td></tr></tbody></table></div>"#,
        ),
    );
}

#[test]
fn nothing_somebody_typed_becomes_markup_and_nothing_unprintable_stays() {
    check(
        Block::Paragraph("<img src=x onerror='a()'>\u{0}\u{1b}\u{7f} \"&amp;\"".into()),
        r#"<p class="govuk-body">&lt;img src=x onerror=&#39;a()&#39;&gt; &quot;&amp;amp;&quot;</p>"#,
    );
    check(Block::Paragraph("سلام".into()), r#"<p class="govuk-body" dir="auto">سلام</p>"#);
}

#[test]
fn the_list_of_contents_is_as_deep_as_the_headings() {
    let heading = |level, words: &str| Block::Heading(level, words.into());
    let list = |blocks: Vec<Block>| {
        let html = html(&Document { contents: true, ..document(blocks) });
        html.split_once("Contents</h2>").map(|(_, from)| from.split_once("</div>").unwrap().0.to_owned())
    };
    let ul = "<ul class=\"govuk-list\">";
    let headings = vec![
        heading(Level::First, "A"),
        heading(Level::Second, "A1"),
        heading(Level::Third, "not listed"),
        heading(Level::Second, "A2"),
        heading(Level::First, "B"),
    ];
    let expected = format!("{ul}<li>A{ul}<li>A1</li><li>A2</li></ul></li><li>B</li></ul>");
    assert_eq!(list(headings), Some(expected));
    let upside_down =
        vec![heading(Level::Second, "A"), heading(Level::First, "B"), heading(Level::Second, "B1")];
    let expected = format!("{ul}<li>A</li><li>B{ul}<li>B1</li></ul></li></ul>");
    assert_eq!(list(upside_down), Some(expected));
    assert_eq!(list(vec![heading(Level::Third, "not listed")]), None);
}

#[test]
fn a_draft_says_so_and_every_document_says_what_it_is() {
    let mut document = document(Vec::new());
    document.watermark = Some("Draft".into());
    let html = html(&document);
    for words in [
        r#"<h1 class="govuk-heading-l">Chronology of &lt;Amara&gt;</h1>"#,
        r#"<p class="app-document__watermark" aria-hidden="true">Draft</p>"#,
        r#"<strong class="govuk-tag govuk-tag--grey">Draft</strong>"#,
        "Made on 22 November 2026 · Version 214 of the records · Made from Family 7F3K workbook",
    ] {
        assert!(html.contains(words), "{words} in {html}");
    }
}

#[test]
fn the_foot_of_a_sheet_is_a_string_that_nothing_can_end() {
    let mut document = document(Vec::new());
    document.audience = "Only for \"Amara\\\" </style>\n}".into();
    let rules = page_rules(&document);
    assert!(
        rules.contains(
            r#"content: "Only for \22 Amara\5c \22  \3c /style\3e  }" "\a " "Made on 22 November 2026"#
        ),
        "{rules}"
    );
    assert!(rules.contains(r#"content: "Page " counter(page) " of " counter(pages)"#));
}
