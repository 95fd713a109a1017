//! A form as data: what is asked, in what words, and what stands in the boxes at first.
//!
//! A form that writes a record is one file in [`super::sheets`], tested on the host; `ui` draws every one of them
//! with one component. What is typed is a draft (`services::drafts`) under the ids of the boxes, so these stay.

use crate::navigation::FamilyPage;
use crate::services::typed::Fields;
use crate::workbook::decide::Field;

/// A form.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    pub heading: String,
    /// What it is about, above the heading: "Kayla", "Supervision of 3 March 2026".
    pub caption: Option<String>,
    /// Paragraphs under the heading: guidance, and what the record is for.
    pub intro: Vec<String>,
    pub questions: Vec<Question>,
    /// The words of the button, beginning with a verb: "Save visit".
    pub save: &'static str,
    /// What is said on the next page: "The visit was recorded".
    pub done: String,
    /// Where Back leads, and where people go when it is saved.
    pub back: FamilyPage,
    /// What stands in the boxes at first, by id.
    pub filled: Fields,
    /// Which box a refusal about a part of the record stands at; others stand at the first box.
    pub at: Vec<(Field, String)>,
}

impl Sheet {
    /// What stands in the boxes at first, as a draft keeps it beside what is typed.
    pub fn began(&self) -> String {
        serde_json::to_string(&self.filled).unwrap_or_default()
    }

    /// What the record says now where it was changed after a draft began from `began`: each box with its words.
    /// Nobody's change is replaced without being seen.
    pub fn changed_since(&self, began: &str) -> Vec<(String, String)> {
        let Ok(began) = serde_json::from_str::<Fields>(began) else { return Vec::new() };
        let parts = |id: &str| ["", "-day", "-month", "-year"].map(|part| format!("{id}{part}"));
        let same = |id: &str| parts(id).iter().all(|part| began.get(part) == self.filled.get(part));
        let now = |question: &Question| {
            let id = question.what.id().filter(|id| !same(id))?;
            Some((question.what.asks().to_owned(), question.what.says(&self.filled, id)))
        };
        self.questions.iter().filter_map(now).collect()
    }
}

/// One thing in a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    pub what: What,
    /// Asked only while another answer calls for it.
    pub when: Option<When>,
}

/// While the box `field` holds one of these answers (a radio, a select, a tick `yes`) or has one of them ticked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct When {
    pub field: String,
    pub answers: Vec<String>,
}

/// What is asked or said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A heading between questions (an `h2`).
    Heading(String),
    /// A paragraph between questions.
    Words(String),
    /// A warning that does not stop anybody.
    Warning(String),
    /// Behind a click: what was said elsewhere, each thing under its name.
    Told { summary: String, said: Vec<(String, String)> },
    /// Versions of one thing, side by side.
    Beside(Vec<Side>),
    /// One line of text.
    Line { id: String, label: String, hint: Option<String>, short: bool },
    /// Several lines of text.
    Text { id: String, label: String, hint: Option<String>, rows: u32 },
    /// Several lines of text, with a number of words to aim for.
    Counted { id: String, label: String, hint: Option<String>, rows: u32, words: usize },
    /// A date in three boxes (`id-day`, `id-month`, `id-year`); `rough` lets a part of it be unknown
    /// (`id-about`); `near` offers today and yesterday.
    Date { id: String, legend: String, hint: Option<String>, rough: bool, near: bool },
    /// One answer, as radios.
    One { id: String, legend: String, hint: Option<String>, answers: Vec<Answer> },
    /// One answer from a long list.
    Pick { id: String, label: String, hint: Option<String>, answers: Vec<Answer> },
    /// Any number of answers. In the box they stand one to a line.
    Many { id: String, legend: String, hint: Option<String>, answers: Vec<Answer> },
    /// A statement that is true (`yes`) or not.
    Tick { id: String, label: String, hint: Option<String> },
}

/// One of several versions: what it is called, who made it and when, and what it says, a line for each thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    pub title: String,
    pub by: String,
    pub lines: Vec<String>,
}

/// An answer to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub value: String,
    pub label: String,
    pub hint: Option<String>,
}

impl Answer {
    pub fn new(value: impl ToString, label: impl Into<String>) -> Self {
        Self { value: value.to_string(), label: label.into(), hint: None }
    }

    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

impl What {
    /// Asked always.
    pub fn asked(self) -> Question {
        Question { what: self, when: None }
    }

    /// Asked while another box holds one of these answers.
    pub fn when<A: ToString>(
        self,
        field: impl Into<String>,
        answers: impl IntoIterator<Item = A>,
    ) -> Question {
        let answers = answers.into_iter().map(|it| it.to_string()).collect();
        Question { what: self, when: Some(When { field: field.into(), answers }) }
    }

    /// The words of the question.
    fn asks(&self) -> &str {
        match self {
            Self::Heading(words) | Self::Words(words) | Self::Warning(words) => words,
            Self::Told { summary, .. } => summary,
            Self::Beside(_) => "",
            Self::Line { label, .. }
            | Self::Text { label, .. }
            | Self::Counted { label, .. }
            | Self::Pick { label, .. }
            | Self::Tick { label, .. } => label,
            Self::Date { legend, .. } | Self::One { legend, .. } | Self::Many { legend, .. } => legend,
        }
    }

    /// What stands in its box, in words.
    fn says(&self, filled: &Fields, id: &str) -> String {
        let held = |id: &str| filled.get(id).cloned().unwrap_or_default();
        let words = match self {
            Self::Date { .. } => {
                let parts = ["day", "month", "year"].map(|part| held(&format!("{id}-{part}")));
                parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
            }
            Self::One { answers, .. } | Self::Pick { answers, .. } | Self::Many { answers, .. } => {
                let held = held(id);
                let chosen = answers.iter().filter(|answer| held.lines().any(|line| line == answer.value));
                chosen.map(|answer| answer.label.as_str()).collect::<Vec<_>>().join("\n")
            }
            Self::Tick { .. } if held(id) == "yes" => "Yes".to_owned(),
            Self::Tick { .. } => "No".to_owned(),
            _ => held(id),
        };
        if words.is_empty() { "Nothing".to_owned() } else { words }
    }

    /// The id of the box; none for what is only said.
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Heading(_) | Self::Words(_) | Self::Warning(_) | Self::Told { .. } | Self::Beside(_) => {
                None
            }
            Self::Line { id, .. }
            | Self::Text { id, .. }
            | Self::Counted { id, .. }
            | Self::Date { id, .. }
            | Self::One { id, .. }
            | Self::Pick { id, .. }
            | Self::Many { id, .. }
            | Self::Tick { id, .. } => Some(id),
        }
    }

    /// The same, to place a box elsewhere.
    pub fn id_mut(&mut self) -> Option<&mut String> {
        match self {
            Self::Heading(_) | Self::Words(_) | Self::Warning(_) | Self::Told { .. } | Self::Beside(_) => {
                None
            }
            Self::Line { id, .. }
            | Self::Text { id, .. }
            | Self::Counted { id, .. }
            | Self::Date { id, .. }
            | Self::One { id, .. }
            | Self::Pick { id, .. }
            | Self::Many { id, .. }
            | Self::Tick { id, .. } => Some(id),
        }
    }
}

/// One line of text.
pub fn line(id: impl Into<String>, label: impl Into<String>) -> What {
    What::Line { id: id.into(), label: label.into(), hint: None, short: false }
}

/// Several lines of text.
pub fn text(id: impl Into<String>, label: impl Into<String>) -> What {
    What::Text { id: id.into(), label: label.into(), hint: None, rows: 4 }
}

/// Several lines of text, with a number of words to aim for.
pub fn counted(id: impl Into<String>, label: impl Into<String>, words: usize) -> What {
    What::Counted { id: id.into(), label: label.into(), hint: None, rows: 6, words }
}

/// Several lines of text in a box of so many rows.
pub fn long_text(id: impl Into<String>, label: impl Into<String>, rows: u32) -> What {
    What::Text { id: id.into(), label: label.into(), hint: None, rows }
}

/// A whole date.
pub fn date(id: impl Into<String>, legend: impl Into<String>) -> What {
    What::Date { id: id.into(), legend: legend.into(), hint: None, rough: false, near: false }
}

/// A whole date that is often today's or yesterday's.
pub fn near_date(id: impl Into<String>, legend: impl Into<String>) -> What {
    What::Date { id: id.into(), legend: legend.into(), hint: None, rough: false, near: true }
}

/// A date of which a part may be unknown.
pub fn rough_date(id: impl Into<String>, legend: impl Into<String>) -> What {
    What::Date { id: id.into(), legend: legend.into(), hint: None, rough: true, near: false }
}

/// One answer, as radios.
pub fn one(
    id: impl Into<String>,
    legend: impl Into<String>,
    answers: impl IntoIterator<Item = Answer>,
) -> What {
    What::One { id: id.into(), legend: legend.into(), hint: None, answers: answers.into_iter().collect() }
}

/// One answer from a long list.
pub fn pick(
    id: impl Into<String>,
    label: impl Into<String>,
    answers: impl IntoIterator<Item = Answer>,
) -> What {
    What::Pick { id: id.into(), label: label.into(), hint: None, answers: answers.into_iter().collect() }
}

/// Any number of answers.
pub fn many(
    id: impl Into<String>,
    legend: impl Into<String>,
    answers: impl IntoIterator<Item = Answer>,
) -> What {
    What::Many { id: id.into(), legend: legend.into(), hint: None, answers: answers.into_iter().collect() }
}

/// A statement that is true or not.
pub fn tick(id: impl Into<String>, label: impl Into<String>) -> What {
    What::Tick { id: id.into(), label: label.into(), hint: None }
}

impl What {
    /// The same with a hint.
    #[must_use]
    pub fn hinted(mut self, words: impl Into<String>) -> Self {
        match &mut self {
            Self::Heading(_) | Self::Words(_) | Self::Warning(_) | Self::Told { .. } | Self::Beside(_) => {}
            Self::Line { hint, .. }
            | Self::Text { hint, .. }
            | Self::Counted { hint, .. }
            | Self::Date { hint, .. }
            | Self::One { hint, .. }
            | Self::Pick { hint, .. }
            | Self::Many { hint, .. }
            | Self::Tick { hint, .. } => *hint = Some(words.into()),
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::navigation::Leaf;

    fn sheet(filled: &[(&str, &str)]) -> Sheet {
        Sheet {
            heading: "Change a visit".to_owned(),
            caption: None,
            intro: Vec::new(),
            questions: vec![
                date("on", "When was it?").asked(),
                one("where", "Where?", [Answer::new("home", "At home"), Answer::new("school", "At school")])
                    .asked(),
                text("note", "What was seen?").asked(),
                tick("due", "It was due").asked(),
            ],
            save: "Save",
            done: "Saved".to_owned(),
            back: FamilyPage::leaf(Leaf::Visits),
            filled: filled.iter().map(|(id, words)| ((*id).to_owned(), (*words).to_owned())).collect(),
            at: Vec::new(),
        }
    }

    #[test]
    fn a_change_under_a_draft_is_shown_in_words_and_nothing_else_is() {
        let first = sheet(&[("on-day", "1"), ("where", "home"), ("note", "Calm"), ("due", "yes")]);
        assert_eq!(first.changed_since(&first.began()), []);
        assert_eq!(first.changed_since(""), [], "a draft from before this was kept");
        let now = sheet(&[("on-day", "2"), ("where", "school"), ("note", ""), ("due", "yes")]);
        let says = [("When was it?", "2"), ("Where?", "At school"), ("What was seen?", "Nothing")];
        assert_eq!(now.changed_since(&first.began()), says.map(|(a, b)| (a.to_owned(), b.to_owned())));
    }
}
