//! The eight modules as data, with their aims, questions and outcomes, and the help that goes with them.
//!
//! The modules are reading matter for a practitioner: what to think about, never fields to fill in.
//! The wording is the published guidance's, corrected only for typing slips and said plainly enough that a
//! family could read it over a worker's shoulder.
//!
//! The words that a family itself reads stand in `family_words`, and the questions that they answer with a place on a
//! scale in `scales`.

pub mod definition;
pub mod family_words;
mod m1_why_involved;
mod m2_history;
mod m3_understanding_impact;
mod m4_direct_work;
mod m5_parenting_capacity_1;
mod m6_parenting_capacity_2;
mod m7_analysis;
mod m8_comments_views;
pub mod prompts;
pub mod scales;

use crate::model::module::ModuleId;

use definition::{Item, Module, Question};

/// Which set of modules and questions a workbook was written against.
///
/// It goes into every bundle, so that a reader ten years from now knows which wording a question id had.
/// Raise it when any text, question or outcome changes; ids are retired, never reused.
pub const PROGRAMME_VERSION: u32 = 1;

/// The eight modules in the order in which the guidance prints them.
///
/// They may be worked through in any order; the order here is only the order of the list.
pub const MODULES: [&Module; 8] = [
    &m1_why_involved::MODULE,
    &m2_history::MODULE,
    &m3_understanding_impact::MODULE,
    &m4_direct_work::MODULE,
    &m5_parenting_capacity_1::MODULE,
    &m6_parenting_capacity_2::MODULE,
    &m7_analysis::MODULE,
    &m8_comments_views::MODULE,
];

/// The module with this id. Every id has one, so this cannot fail.
pub const fn module(id: ModuleId) -> &'static Module {
    match id {
        ModuleId::M1 => &m1_why_involved::MODULE,
        ModuleId::M2 => &m2_history::MODULE,
        ModuleId::M3 => &m3_understanding_impact::MODULE,
        ModuleId::M4 => &m4_direct_work::MODULE,
        ModuleId::M5 => &m5_parenting_capacity_1::MODULE,
        ModuleId::M6 => &m6_parenting_capacity_2::MODULE,
        ModuleId::M7 => &m7_analysis::MODULE,
        ModuleId::M8 => &m8_comments_views::MODULE,
    }
}

/// The question with this permanent id, sub-questions included; `None` for an id this version does not know,
/// which a bundle from a newer version may well hold.
pub fn question(id: &str) -> Option<&'static Question> {
    MODULES.iter().flat_map(|module| module.all_questions()).find(|question| question.id == id)
}

/// The aim or outcome with this permanent id.
pub fn aim_or_outcome(id: &str) -> Option<&'static Item> {
    MODULES.iter().flat_map(|module| module.aims.iter().chain(module.outcomes)).find(|item| item.id == id)
}
