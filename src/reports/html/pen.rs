//! Writing HTML: words are escaped as they are written.

use crate::reports::text;

#[derive(Debug, Default)]
pub struct Pen(String);

impl Pen {
    pub fn done(self) -> String {
        self.0
    }

    /// Markup of our own.
    pub fn raw(&mut self, markup: &str) {
        self.0.push_str(markup);
    }

    /// An element with words in it.
    pub fn tag(&mut self, tag: &str, attributes: &str, words: &str) {
        self.open(tag, attributes, words);
        self.words(words);
        self.0.push_str(&format!("</{tag}>"));
    }

    /// The beginning of an element that will hold these words: what is written from right to left is laid out so.
    pub fn open(&mut self, tag: &str, attributes: &str, words: &str) {
        let space = if attributes.is_empty() { "" } else { " " };
        let direction = if text::has_right_to_left(words) { " dir=\"auto\"" } else { "" };
        self.0.push_str(&format!("<{tag}{space}{attributes}{direction}>"));
    }

    pub fn words(&mut self, words: &str) {
        for (at, line) in text::lines(words).iter().enumerate() {
            if at > 0 {
                self.0.push_str("<br>");
            }
            for it in line.chars() {
                match it {
                    '&' => self.0.push_str("&amp;"),
                    '<' => self.0.push_str("&lt;"),
                    '>' => self.0.push_str("&gt;"),
                    '"' => self.0.push_str("&quot;"),
                    '\'' => self.0.push_str("&#39;"),
                    it => self.0.push(it),
                }
            }
        }
    }
}
