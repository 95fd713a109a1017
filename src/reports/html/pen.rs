//! Writing HTML: words are escaped as they are written.

use crate::reports::text;

#[derive(Debug, Default)]
pub struct Pen {
    text: String,
    tables: usize,
}

impl Pen {
    pub fn done(self) -> String {
        self.text
    }

    /// Markup of our own.
    pub fn raw(&mut self, markup: &str) {
        self.text.push_str(markup);
    }

    /// An element with words in it.
    pub fn tag(&mut self, tag: &str, attributes: &str, words: &str) {
        self.open(tag, attributes, words);
        self.words(words);
        self.text.push_str(&format!("</{tag}>"));
    }

    /// The beginning of an element that will hold these words: what is written from right to left is laid out so.
    pub fn open(&mut self, tag: &str, attributes: &str, words: &str) {
        let space = if attributes.is_empty() { "" } else { " " };
        let direction = if text::has_right_to_left(words) { " dir=\"auto\"" } else { "" };
        self.text.push_str(&format!("<{tag}{space}{attributes}{direction}>"));
    }

    /// The beginning of a pane in which a table that is wider than the page is moved to and fro, by keys too. Its number
    /// tells it from others of the same name.
    pub fn pane(&mut self, name: &str) {
        self.tables = self.tables.saturating_add(1);
        self.raw("<div class=\"app-pane\" role=\"region\" tabindex=\"0\" aria-label=\"");
        let colon = if name.is_empty() { "" } else { ": " };
        self.words(&format!("Table {}{colon}{}", self.tables, text::line(name)));
        self.raw("\">");
    }

    pub fn words(&mut self, words: &str) {
        for (at, line) in text::lines(words).iter().enumerate() {
            if at > 0 {
                self.text.push_str("<br>");
            }
            for it in line.chars() {
                match it {
                    '&' => self.text.push_str("&amp;"),
                    '<' => self.text.push_str("&lt;"),
                    '>' => self.text.push_str("&gt;"),
                    '"' => self.text.push_str("&quot;"),
                    '\'' => self.text.push_str("&#39;"),
                    it => self.text.push(it),
                }
            }
        }
    }
}
