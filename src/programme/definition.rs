//! What a module is: its aims, its questions and areas for consideration, its outcomes, and where they are from.

use crate::model::module::ModuleId;

/// One module of the programme: what it hopes for, what to think about, and what good work in it gives.
#[derive(Debug)]
pub struct Module {
    pub id: ModuleId,
    pub title: &'static str,
    /// For table rows and narrow screens.
    pub short_title: &'static str,
    pub origin: Origin,
    pub about: About,
    pub aims: &'static [Item],
    pub sections: &'static [Section],
    pub outcomes: &'static [Item],
}

impl Module {
    /// The numbered questions under all sub-headings, in printed order, without their sub-questions.
    pub fn questions(&self) -> impl Iterator<Item = &'static Question> + use<> {
        self.sections.iter().flat_map(|section| section.questions)
    }

    /// Every question that an entry can speak to: each numbered one, followed by its sub-questions.
    pub fn all_questions(&self) -> impl Iterator<Item = &'static Question> + use<> {
        self.questions().flat_map(|question| std::iter::once(question).chain(question.sub))
    }
}

/// Where a module's wording comes from. A practitioner must be able to tell guidance from our suggestion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Printed in this document; corrected only for typing slips.
    Published { document: &'static str, section: &'static str },
    /// Written by this project, because the guidance does not print it.
    Proposed { note: &'static str },
}

/// Who a module is usually about. Guidance for the order of a screen, never a lock: a worker may record about
/// any person in any module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    Parents,
    Children,
    Everyone,
}

/// An aim or an outcome, with its permanent id, such as `M2.A1` or `M2.O3`.
#[derive(Debug, PartialEq, Eq)]
pub struct Item {
    pub id: &'static str,
    pub text: &'static str,
}

/// Questions that the guidance prints together, under a heading where it prints one.
#[derive(Debug)]
pub struct Section {
    pub heading: Option<&'static str>,
    pub questions: &'static [Question],
}

/// A question or area for consideration, with its permanent id, such as `M4.Q7` or `M4.Q7a`.
///
/// It is help, never a field, and it can never be ticked off: an entry may say which questions it speaks to,
/// but a question is not "done".
#[derive(Debug)]
pub struct Question {
    pub id: &'static str,
    pub text: &'static str,
    pub kind: QuestionKind,
    pub setting: Setting,
    pub sub: &'static [Question],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuestionKind {
    /// Something to find out or think about.
    Question,
    /// Printed among the questions, but telling the worker how to go about it.
    PracticeTip,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// Can be talked about with whoever is there.
    Open,
    /// To be asked of each adult alone: an honest answer in front of another person may put someone at risk.
    EachAdultAlone,
}

pub(super) const fn item(id: &'static str, text: &'static str) -> Item {
    Item { id, text }
}

pub(super) const fn question(id: &'static str, text: &'static str) -> Question {
    Question { id, text, kind: QuestionKind::Question, setting: Setting::Open, sub: &[] }
}

pub(super) const fn practice_tip(id: &'static str, text: &'static str) -> Question {
    Question { id, text, kind: QuestionKind::PracticeTip, setting: Setting::Open, sub: &[] }
}

pub(super) const fn section(heading: &'static str, questions: &'static [Question]) -> Section {
    Section { heading: Some(heading), questions }
}

/// The one document that prints modules 2 to 8.
pub(super) const fn west_sussex(section: &'static str) -> Origin {
    Origin::Published { document: "West Sussex Family Safeguarding Practice Guidance", section }
}
