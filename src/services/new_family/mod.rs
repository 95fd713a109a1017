//! A new family: from the answers of "Add a family" to what shall be recorded, all at once.
//!
//! Until then there is only a draft, one for all the pages. Where two adults must not learn of each other,
//! that is recorded before anything else that says something of either.

mod answers;
mod reading;
mod suspicion;

use crate::model::family::Family;
use crate::model::ids::{PersonId, RelationshipId};
use crate::model::person::{Person, Separation, Workflow};
use crate::model::relationship::{Kind, ParentalResponsibility, Relationship};
use crate::model::subject::Pair;
use crate::navigation::NewFamilyStep;
use crate::services::typed::{Fields, Typed, Wrong};
use crate::workbook::decide::Command;

pub use answers::{Answer, answers};
pub use reading::read;
pub use suspicion::{Suspicion, perhaps_here};

/// The draft that all pages share.
pub const DRAFT: &str = "family/new";

/// The ids of the boxes. They stand in drafts, so they stay.
pub mod field {
    pub const LABEL: &str = "family-label";
    pub const CHILDREN: &str = "children";
    pub const ADULTS: &str = "adults";
    pub const PATHWAY: &str = "pathway";
    pub const PATHWAY_WORDS: &str = "pathway-words";
    pub const PATHWAY_WHY: &str = "pathway-why";
    pub const REFERRED: &str = "referred-on";
    pub const ASSESSED: &str = "assessed-on";
    pub const AT_RISK: &str = "at-risk";
    pub const PAIRS: &str = "separated-pairs";
    pub const ALLOCATED: &str = "allocated";

    /// A box about one person: `c1-name`.
    pub fn of(who: &str, part: &str) -> String {
        format!("{who}-{part}")
    }

    /// A box about how an adult stands to a child: `a1-c2-kind`.
    pub fn between(adult: &str, child: &str, part: &str) -> String {
        format!("{adult}-{child}-{part}")
    }
}

/// The answers that are codes, as they stand in drafts.
pub mod answer {
    pub const YES: &str = "yes";
    pub const NO: &str = "no";
    pub const NOT_KNOWN: &str = "not_known";
    pub const BORN: &str = "born";
    pub const UNBORN: &str = "unborn";
    pub const FAMILY_SAFEGUARDING: &str = "Family Safeguarding";
    pub const EXPLOITATION: &str = "Exploitation";
    /// Where there is one way of working for all.
    pub const CHILD_IN_NEED: &str = "Child in need service";
    pub const UNDECIDED: &str = "undecided";
    pub const OTHER: &str = "other";
    /// Between the two adults of a pair.
    pub const AND: char = '+';
}

/// What is wrong, and on which page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub step: NewFamilyStep,
    pub wrong: Wrong,
}

/// Somebody of the new family, before they have an id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPerson {
    /// What the draft calls them: `c1`, `a2`.
    pub key: String,
    pub person: Person,
    pub workflow: Workflow,
}

/// How an adult stands to a child, by their keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRelation {
    pub adult: String,
    pub child: String,
    pub kind: Kind,
    pub responsibility: ParentalResponsibility,
}

/// A family of which everything asked was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFamily {
    pub family: Family,
    pub people: Vec<NewPerson>,
    pub relations: Vec<NewRelation>,
    pub separated: Vec<[String; 2]>,
    pub allocated: bool,
}

impl NewFamily {
    /// What shall be recorded, in order. The ids are drawn by the caller.
    ///
    /// # Errors
    /// Whatever stops an id from being drawn.
    pub fn commands<E>(
        &self,
        mut new_person: impl FnMut() -> Result<PersonId, E>,
        mut new_relationship: impl FnMut() -> Result<RelationshipId, E>,
    ) -> Result<Vec<Command>, E> {
        let mut ids = Vec::new();
        for person in &self.people {
            ids.push((person.key.as_str(), new_person()?));
        }
        let id = |key: &str| ids.iter().find(|(own, _)| *own == key).map(|(_, id)| *id);
        let mut commands = vec![
            Command::Allocate { allocated: self.allocated },
            Command::DescribeFamily { family: self.family.clone(), seen: vec![] },
        ];
        for NewPerson { key, person, .. } in &self.people {
            let Some(id) = id(key) else { continue };
            commands.push(Command::RecordPerson { id, person: person.clone(), seen: vec![] });
        }
        for [a, b] in &self.separated {
            let (Some(a), Some(b)) = (id(a), id(b)) else { continue };
            let Ok(pair) = Pair::of(a, b) else { continue };
            let separation =
                Separation { in_force: true, since: None, why: String::new(), said_to_harm: None };
            commands.push(Command::SetSeparation { pair, separation, seen: vec![] });
        }
        for NewRelation { adult, child, kind, responsibility } in &self.relations {
            let (Some(from), Some(to)) = (id(adult), id(child)) else { continue };
            let relationship = Relationship {
                from,
                to,
                kind: kind.clone(),
                parental_responsibility: *responsibility,
                start: None,
                end: None,
            };
            commands.push(Command::RecordRelationship {
                id: new_relationship()?,
                relationship,
                seen: vec![],
            });
        }
        for NewPerson { key, workflow, .. } in &self.people {
            let Some(person) = id(key) else { continue };
            commands.push(Command::SetWorkflow { person, workflow: workflow.clone(), seen: vec![] });
        }
        Ok(commands)
    }
}

/// What is wrong on one page.
pub fn wrong_on(fields: &Fields, today: chrono::NaiveDate, step: NewFamilyStep) -> Vec<Wrong> {
    let faults = read(fields, today).err().unwrap_or_default();
    faults.into_iter().filter(|fault| fault.step == step).map(|fault| fault.wrong).collect()
}

/// The page to show after this one: the next, or the check page when everything was answered before.
pub fn after(fields: &Fields, today: chrono::NaiveDate, step: NewFamilyStep) -> NewFamilyStep {
    match read(fields, today) {
        Ok(_) => NewFamilyStep::Check,
        Err(_) => step.next().unwrap_or(NewFamilyStep::Check),
    }
}

/// The rows of a list ([`field::CHILDREN`] or [`field::ADULTS`]): one blank row to begin with.
pub fn rows(fields: &Fields, list: &str) -> Vec<String> {
    match fields.contains_key(list) {
        true => Typed(fields).lines(list).into_iter().map(str::to_owned).collect(),
        false => vec![format!("{}1", letter(list))],
    }
}

fn letter(list: &str) -> char {
    if list == field::CHILDREN { 'c' } else { 'a' }
}

/// Adds a blank row, whose key was never used in this draft, and returns the key.
pub fn add_row(fields: &mut Fields, list: &str) -> String {
    let mut here = rows(fields, list);
    let number = |key: &String| key.chars().skip(1).collect::<String>().parse::<u32>().ok();
    let next = here.iter().filter_map(number).max().unwrap_or(0).saturating_add(1);
    let key = format!("{}{next}", letter(list));
    here.push(key.clone());
    fields.insert(list.to_owned(), here.join("\n"));
    key
}

/// Takes a row away with everything that was typed about that person.
pub fn remove_row(fields: &mut Fields, list: &str, key: &str) {
    let kept: Vec<String> = rows(fields, list).into_iter().filter(|row| row != key).collect();
    fields.insert(list.to_owned(), kept.join("\n"));
    let pairs: Vec<&str> = Typed(fields)
        .lines(field::PAIRS)
        .into_iter()
        .filter(|pair| pair.split(answer::AND).all(|one| one != key))
        .collect();
    let pairs = pairs.join("\n");
    fields.entry(field::PAIRS.to_owned()).and_modify(|value| *value = pairs);
    fields.retain(|id, _| !id.split('-').take(2).any(|part| part == key));
}

/// What to call somebody on these pages: what they like to be called, else their name, else "the unborn baby"
/// or "Child 2".
pub fn called(fields: &Fields, key: &str) -> String {
    let typed = Typed(fields);
    let names = [field::of(key, "known-as"), field::of(key, "name")];
    let name = names.iter().map(|id| typed.text(id)).find(|name| !name.is_empty());
    let unnamed = || match typed.is(&field::of(key, "arrival"), answer::UNBORN) {
        true => "the unborn baby".to_owned(),
        false => place_words(fields, key),
    };
    name.map_or_else(unnamed, str::to_owned)
}

/// "Child 2", "Adult 1": where they stand in the list.
pub fn place_words(fields: &Fields, key: &str) -> String {
    let (list, word) =
        if key.starts_with('c') { (field::CHILDREN, "Child") } else { (field::ADULTS, "Adult") };
    let place = rows(fields, list).iter().position(|row| row == key).map_or(1, |place| place + 1);
    format!("{word} {place}")
}

/// Every two adults, as they stand in [`field::PAIRS`].
pub fn pairs(fields: &Fields) -> Vec<[String; 2]> {
    let adults = rows(fields, field::ADULTS);
    let after = |place: usize| adults.iter().skip(place + 1);
    adults
        .iter()
        .enumerate()
        .flat_map(|(place, one)| after(place).map(move |other| [one.clone(), other.clone()]))
        .collect()
}

#[cfg(test)]
mod tests;
