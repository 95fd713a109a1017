//! Whatever people are called and whatever they wrote, the text is well-formed and says it all.

use hearth::pictures::scene::{Anchor, Dash, Fill, Frame, Ink, Point, Scene, Shape, Stroke};
use hearth::pictures::svg::{INKS, line, surface, svg};
use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;

/// What an independent reader of XML finds: the names of the elements, and all text and values.
pub fn read(text: &str) -> (Vec<String>, Vec<String>) {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    let (mut names, mut texts) = (Vec::new(), vec![String::new()]);
    let mut open = 0;
    loop {
        match reader.read_event().unwrap_or_else(|fault| panic!("{fault}: {text}")) {
            Event::Eof => break,
            Event::Start(start) | Event::Empty(start) => {
                names.push(String::from_utf8(start.name().as_ref().to_vec()).unwrap());
                for attribute in start.attributes() {
                    let value = attribute.unwrap().value.to_vec();
                    texts.push(unescaped(&String::from_utf8(value).unwrap()));
                }
                texts.push(String::new());
            }
            Event::End(_) => texts.push(String::new()),
            Event::Text(words) => {
                texts.last_mut().unwrap().push_str(std::str::from_utf8(&words).unwrap());
            }
            Event::GeneralRef(name) => {
                let reference = format!("&{};", std::str::from_utf8(&name).unwrap());
                texts.last_mut().unwrap().push_str(&unescaped(&reference));
            }
            other => panic!("{other:?}"),
        }
        open += 1;
    }
    assert!(open > 2);
    assert!(text.chars().all(|c| !c.is_control() && !matches!(c, '\u{FFFE}' | '\u{FFFF}')), "{text:?}");
    (names, texts)
}

fn unescaped(text: &str) -> String {
    quick_xml::escape::unescape(text).unwrap().into_owned()
}

fn words(words: &str) -> Shape {
    Shape::Words {
        at: Point { x: 10, y: 20 },
        words: words.into(),
        size: 16,
        bold: true,
        anchor: Anchor::Middle,
    }
}

fn about(text: &str) -> Scene {
    let hatched = Shape::Rectangle {
        frame: Frame { x: 0, y: 0, width: 40, height: 40 },
        rounded: 4,
        stroke: Stroke { dash: Dash::Dashed, ..Stroke::default() },
        fill: Fill::Hatched(Ink::Red),
    };
    let group = Shape::Group { key: text.into(), told: text.into(), shapes: vec![words(text), hatched] };
    Scene { width: 100, height: 50, title: text.into(), told: vec![text.into()], shapes: vec![group] }
}

#[test]
fn hostile_words_stay_words() {
    let cases = [
        ("</text><script>alert(1)</script>", "</text><script>alert(1)</script>"),
        ("\" onload=\"alert(1)", "\" onload=\"alert(1)"),
        ("O’Brien & 'sons' ]]> -->", "O’Brien & 'sons' ]]> -->"),
        ("a\u{0}b\u{8}c\u{1b}d\u{7f}e\u{85}f\u{fffe}g", "abcdefg"),
        ("one\r\n\ttwo", "one   two"),
        ("👩‍👧 مريم שלום e\u{301}", "👩‍👧 مريم שלום e\u{301}"),
        ("left \u{202e}thgir\u{202c} \u{2066}x\u{2069}", "left thgir x"),
        ("&lt; &amp;amp; &#0;", "&lt; &amp;amp; &#0;"),
    ];
    for (given, kept) in cases {
        let (names, texts) = read(&svg(&about(given)));
        let known = ["svg", "title", "desc", "defs", "pattern", "rect", "path", "g", "text"];
        assert!(names.iter().all(|name| known.contains(&name.as_str())), "{names:?}");
        let times = texts.iter().filter(|text| *text == kept).count();
        assert_eq!(times, 5, "title, told, key, label and words of {given:?}: {texts:?}");
    }
}

#[test]
fn a_whole_picture() {
    let text = svg(&Scene {
        width: 200,
        height: 100,
        title: "Ratings".into(),
        told: vec!["Sam: red.".into(), "Jo: green.".into()],
        shapes: vec![
            Shape::Line {
                through: vec![Point { x: 0, y: 0 }, Point { x: 10, y: -5 }, Point { x: 20, y: 0 }],
                closed: true,
                stroke: Stroke { width: 1, dash: Dash::Mixed, ink: Ink::Blue },
                fill: Fill::Of(Ink::Amber),
            },
            Shape::Circle {
                centre: Point { x: 50, y: 50 },
                radius: 8,
                stroke: Stroke { width: 3, dash: Dash::Dotted, ink: Ink::None },
                fill: Fill::Of(Ink::Black),
            },
            words("Red"),
        ],
    });
    let name = "picture-fa48d12f";
    assert_eq!(
        text.replace('>', ">\n"),
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"200\" height=\"100\" viewBox=\"0 0 200 100\" \
             role=\"img\" aria-labelledby=\"{name}-title\" aria-describedby=\"{name}-told\" \
             font-family=\"Helvetica Neue, Helvetica, Arial, Liberation Sans, sans-serif\">\n\
             <title id=\"{name}-title\">\nRatings</title>\n\
             <desc id=\"{name}-told\">\nSam: red. Jo: green.</desc>\n\
             <rect width=\"200\" height=\"100\" fill=\"#ffffff\"/>\n\
             <path d=\"M0 0L10 -5L20 0Z\" fill=\"#f9b262\" stroke=\"#2b83cf\" stroke-width=\"1\" \
             stroke-dasharray=\"6 3 1 3\"/>\n\
             <circle cx=\"50\" cy=\"50\" r=\"8\" fill=\"#0b0c0c\"/>\n\
             <text x=\"10\" y=\"20\" font-size=\"16\" font-weight=\"700\" text-anchor=\"middle\" \
             fill=\"#0b0c0c\">\nRed</text>\n</svg>\n"
        )
    );
}

#[test]
fn two_pictures_on_one_page_have_names_of_their_own() {
    let (one, other) = (svg(&about("Kayla")), svg(&about("Malik")));
    let name = |text: &str| text.split("pattern id=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert_ne!(name(&one), name(&other));
    assert!(one.contains(&format!("url(#{})", name(&one))));
    assert_eq!(one, svg(&about("Kayla")), "the same every time");
}

/// A whole picture that is one image would hide its parts; so would a part that holds parts.
#[test]
fn what_holds_parts_is_no_image() {
    let inner = about("Kayla").shapes;
    let outer = Shape::Group { key: "home".into(), told: "The home".into(), shapes: inner };
    let text = svg(&Scene { shapes: vec![outer], ..about("Family") });
    assert!(text.contains("<g role=\"group\" aria-label=\"The home\" data-key=\"home\"><g role=\"img\" "));
    assert!(text.contains("viewBox=\"0 0 100 50\" role=\"group\""));
    assert!(!text.contains("style"), "no style that the page's rules refuse");
}

/// The contrast of two colours, as WCAG 2.2 counts it.
fn contrast(one: &str, other: &str) -> f64 {
    let light = |colour: &str| {
        let part = |at: usize| {
            let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
    };
    let (one, other) = (light(one), light(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn lines_and_words_stand_out() {
    for ink in INKS {
        if ink != Ink::White {
            assert!(contrast(line(ink), line(Ink::White)) >= 3.0, "{ink:?} as a line");
        }
        if ink != Ink::Black {
            assert!(contrast(surface(ink), line(Ink::Black)) >= 4.5, "black words on {ink:?}");
        }
    }
    assert_eq!(surface(Ink::None), "none");
}

proptest! {
    #[test]
    fn any_words_make_well_formed_text(text in "\\PC{0,40}|[\\x00-\\x20<>&\"']{0,40}|\\p{any}{0,40}") {
        read(&svg(&about(&text)));
    }
}
