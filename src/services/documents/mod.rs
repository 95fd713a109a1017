//! Every document of issue "Documents that print and open in Word", made from a family's workbook (`ux.md` S28;
//! `domain.md` R36 to R41, R67, R93, B4, B5, E2). Each assembles itself from what is recorded, in the words in which it
//! was recorded, with who wrote them and when; what is missing is a hint and a way there.
//!
//! The same workbook, rules and date give the same document. What keeps people safe stands in none of them.

mod assessment;
mod blocks;
mod chronology;
mod consent;
mod consultation;
mod drawings;
mod family;
mod family_report;
mod kind;
mod leaving;
mod letter;
pub mod making;
mod modules;
mod out_of_hours;
mod plan;
mod reader;
mod sheaf;
mod specialist;
mod supervision;
#[cfg(test)]
mod tests;
mod whole;

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::model::dates::day_words;
use crate::model::plan::Paper as PlanPaper;
use crate::policy::leak_check::{Stands, Text};
use crate::reports::{Block, Document};
use crate::services::for_people::{Paper, only_for};
use crate::services::guarding::{Stopped, protected_in};
use crate::services::here::Here;
use crate::services::sheets::paper;
use crate::services::words::fingerprint;

pub use kind::{Kind, Readers};
pub use reader::For;
pub use sheaf::{LeftOut, Missing};

use sheaf::{Kept, Sheaf, on};

/// What stands at the foot of every page of what is not for the family.
const FOR_PROFESSIONALS: &str = "For professionals: not to be left with the family";
/// So many letters of what a document says tell it from every other.
const VERSION: usize = 8;

/// What somebody wants made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub kind: Kind,
    pub reader: For,
    /// The titles of the sections that are left out.
    pub without: BTreeSet<String>,
}

/// A section that can be in the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionOf {
    pub title: String,
    pub included: bool,
}

/// A document, and what only the worker knows of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Made {
    pub document: Document,
    pub sections: Vec<SectionOf>,
    /// What could still be recorded.
    pub missing: Vec<Missing>,
    /// What is not for these people, each with why.
    pub left_out: Vec<LeftOut>,
    /// What to be careful of.
    pub cautions: Vec<String>,
    /// What must not reach these people. While there is any, nothing is printed and nothing is saved.
    pub stopped: Vec<Stopped>,
    /// In what goes to colleagues: what says something that is protected, to be read before it is given.
    pub protected: Vec<Stopped>,
    /// What a file of it is called, without its ending; also what a browser calls it while it prints.
    pub file_name: String,
}

impl Made {
    /// "3 parts are not for Joe and were left out"; nothing where none was.
    pub fn left_out_words(&self, here: &Here<'_>, reader: &For) -> Option<String> {
        let people = reader.people()?;
        let names = crate::services::leaves::names(here.book, people);
        match self.left_out.len() {
            0 => None,
            1 => Some(format!("1 part is not for {names} and was left out")),
            many => Some(format!("{many} parts are not for {names} and were left out")),
        }
    }
}

/// What a file for professionals is called, without its ending.
pub fn file_name(today: NaiveDate) -> String {
    format!("workbook-document-{today}")
}

/// Makes a document.
///
/// # Errors
/// Why it cannot be made for these readers, in words.
pub fn make(here: &Here<'_>, choice: &Choice) -> Result<Made, String> {
    allowed(here, choice)?;
    let mut sheaf = Sheaf::new(*here, &choice.reader, true);
    gather(&mut sheaf, choice.kind);
    let kept = sheaf.sections(&choice.without);
    let title = match choice.reader.people() {
        None => choice.kind.title(here),
        Some(_) => title_for_people(here, choice.kind),
    };
    let audience = match choice.reader.people() {
        None => FOR_PROFESSIONALS.to_owned(),
        Some(people) => only_for(&people.iter().map(|it| here.book.name_of(*it)).collect::<Vec<_>>()),
    };
    let made_from = format!("Made from Family {} workbook", here.book.id.short());
    let texts = texts(&title, &made_from, &kept);
    let (file_name, stopped, protected) = match choice.reader.people() {
        None => (file_name(here.today), Vec::new(), protected_in(here, &texts)),
        Some(people) => {
            let stopped = Paper::made(here, people, texts.clone()).err().unwrap_or_default();
            (crate::services::for_people::file_name(here.today), stopped, Vec::new())
        }
    };
    let draft = matches!(choice.kind, Kind::SupervisionRecord(id) if supervision::is_draft(here, id));
    let document = Document {
        title,
        audience,
        date: here.today,
        version: version(&texts),
        made_from,
        watermark: draft.then(|| "Draft".to_owned()),
        contents: matches!(choice.kind, Kind::Assessment(_) | Kind::Whole)
            && choice.reader == For::Professionals,
        close: choice.kind == Kind::OutOfHours,
        blocks: kept.iter().flat_map(Kept::blocks).collect(),
    };
    let mut left_out: Vec<LeftOut> = kept.iter().flat_map(|it| it.left_out.iter().cloned()).collect();
    let mut once = BTreeSet::new();
    left_out.retain(|it| once.insert(it.clone()));
    let sections = kept.iter().filter(|it| !it.is_empty);
    let sections = sections.map(|it| SectionOf { title: it.title.clone(), included: it.included }).collect();
    let Sheaf { missing, cautions, .. } = sheaf;
    Ok(Made { document, sections, missing, left_out, cautions, stopped, protected, file_name })
}

/// What could still be recorded for a document: the hints in the list of what can be made.
pub fn hints(here: &Here<'_>, kind: Kind) -> Vec<Missing> {
    let mut sheaf = Sheaf::new(*here, &For::Professionals, false);
    match kind {
        // What a child is shown is worked out for that child, and the whole workbook lacks nothing of its own.
        Kind::Letter(_) | Kind::Whole => {}
        _ => gather(&mut sheaf, kind),
    }
    sheaf.missing
}

fn allowed(here: &Here<'_>, choice: &Choice) -> Result<(), String> {
    let readers = choice.kind.readers(here);
    let may = match choice.reader.people() {
        None => readers.professionals,
        Some(people) => {
            people.iter().all(|it| readers.people.contains(it)) && (!readers.one_only || people.len() == 1)
        }
    };
    if !may {
        return Err("This document is not made for these readers. Choose whom it is for.".to_owned());
    }
    choice.reader.refusal(here).map_or(Ok(()), Err)
}

fn gather(sheaf: &mut Sheaf<'_>, kind: Kind) {
    match kind {
        Kind::Assessment(of) => assessment::gather(sheaf, of),
        Kind::FamilyReport => family_report::gather(sheaf),
        Kind::SummaryPack(id) => supervision::pack(sheaf, id),
        Kind::SupervisionRecord(id) => supervision::record_of(sheaf, id),
        Kind::OutOfHours => out_of_hours::gather(sheaf),
        Kind::Plan(id) => plan::gather(sheaf, id),
        Kind::Review(id) => plan::gather_review(sheaf, id),
        Kind::Transfer => leaving::transfer(sheaf),
        Kind::Closure => leaving::closure(sheaf),
        Kind::Specialist(id) => specialist::gather(sheaf, id),
        Kind::Consultation(id) => consultation::gather(sheaf, id),
        Kind::Chronology => chronology::gather(sheaf),
        Kind::Letter(id) => letter::gather(sheaf, id),
        Kind::Consent => consent::gather(sheaf),
        Kind::Whole => whole::gather(sheaf),
    }
}

/// What it is called for people of the family: whom else it tells of is not in its name.
fn title_for_people(here: &Here<'_>, kind: Kind) -> String {
    let book = here.book;
    match kind {
        Kind::Assessment(subject) => format!("Parenting assessment of {}", book.subject_name(subject)),
        Kind::Plan(id) => match book.plans.current(id) {
            Some(plan) => {
                format!("{}, {}", crate::model::choices::Choice::label(plan.kind), day_words(plan.agreed_on))
            }
            None => "Plan".to_owned(),
        },
        Kind::Review(id) => paper::words(PlanPaper::Review(id), book),
        Kind::Letter(_) => "A letter to you".to_owned(),
        Kind::Chronology => "What happened, in order".to_owned(),
        Kind::Consent => "What you said yes and no to".to_owned(),
        Kind::FamilyReport => "Report for your family’s meeting".to_owned(),
        Kind::SummaryPack(_)
        | Kind::SupervisionRecord(_)
        | Kind::OutOfHours
        | Kind::Transfer
        | Kind::Closure
        | Kind::Specialist(_)
        | Kind::Consultation(_)
        | Kind::Whole => "Document".to_owned(),
    }
}

/// Everything that is read in it, in order, titles included.
fn texts(title: &str, made_from: &str, kept: &[Kept]) -> Vec<Text> {
    let head = [on(Stands::Title, None, title), on(Stands::Page, None, made_from)];
    head.into_iter().chain(kept.iter().flat_map(Kept::texts)).collect()
}

/// Two papers with the same version say the same. It is of what they say and not of how much is recorded, which could
/// tell somebody that there is something that they do not see (`domain.md` E2, rule 14).
fn version(texts: &[Text]) -> String {
    let said: Vec<&str> = texts.iter().map(|it| it.words.as_str()).collect();
    let short: String = fingerprint(&said.join("\n")).chars().take(VERSION).collect();
    format!("Version {short}")
}

/// Everything that a document says, for whoever looks through it.
pub fn says(document: &Document) -> Vec<String> {
    let head = [&document.title, &document.audience, &document.version, &document.made_from];
    let blocks = document.blocks.iter().flat_map(|block: &Block| sheaf::texts_of(block));
    head.into_iter()
        .cloned()
        .chain(document.watermark.clone())
        .chain(blocks.map(|(_, words)| words))
        .collect()
}
