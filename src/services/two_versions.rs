//! Facts about a family of which two versions stand beside each other: what each says, and what to record so
//! that one of them stands. The work in the modules is decided there; records of other kinds are in [`records`].

mod keep;
mod lines;
pub mod records;

pub use lines::lines;

use chrono::{DateTime, Utc};

use crate::model::dates::PartialDate;
use crate::model::family::Family;
use crate::model::household::Household;
use crate::model::ids::EventId;
use crate::model::person::{Arrival, Person, Separation, Workflow};
use crate::model::relationship::{ParentalResponsibility, Relationship};
use crate::model::subject::Subject;
use crate::services::words::sentence;
use crate::workbook::conflict::{Conflict, conflicts};
use crate::workbook::decide::Command;
use crate::workbook::fold::Workbook;
use crate::workbook::versioned::{Version, Versioned};

/// Something to decide, with its versions side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct Undecided {
    pub about: String,
    pub versions: Vec<Standing>,
}

/// One of the versions.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    pub event: EventId,
    pub by: String,
    pub recorded: DateTime<Utc>,
    pub lines: Vec<String>,
    /// What makes this one stand; none where only its author can.
    pub keep: Option<Command>,
}

/// The reason recorded when somebody chooses a version in which a thing was taken out.
const CHOSEN: &str = "Chosen from two versions";

/// Everything about the family and its people that waits for a decision.
pub fn undecided(book: &Workbook) -> Vec<Undecided> {
    conflicts(book).into_iter().filter_map(|conflict| one(book, conflict)).collect()
}

fn one(book: &Workbook, conflict: Conflict) -> Option<Undecided> {
    match conflict {
        Conflict::Family(_) => {
            let keep = |family: Option<&Family>, seen| {
                family.map(|family| Command::DescribeFamily { family: family.clone(), seen })
            };
            Some(sides(book, book.family()?, "This family".to_owned(), family_lines, keep))
        }
        Conflict::Person(id) => {
            let keep = |person: Option<&Person>, seen| {
                Some(match person {
                    Some(person) => Command::RecordPerson { id, person: person.clone(), seen },
                    None => Command::RemovePerson { id, reason: CHOSEN.to_owned(), seen },
                })
            };
            let about = format!("Details of {}", book.name_of(id));
            Some(sides(book, book.people.get(id)?, about, person_lines, keep))
        }
        Conflict::Workflow(person) => {
            let keep = |workflow: Option<&Workflow>, seen| {
                workflow.map(|workflow| Command::SetWorkflow { person, workflow: workflow.clone(), seen })
            };
            let about = format!("Whether {} is in the workflow", book.name_of(person));
            Some(sides(book, book.workflow.get(person)?, about, workflow_lines, keep))
        }
        Conflict::Separation(pair) => {
            let keep = |separation: Option<&Separation>, seen| {
                separation.map(|separation| Command::SetSeparation {
                    pair,
                    separation: separation.clone(),
                    seen,
                })
            };
            let about = format!("Safety separation: {}", book.subject_name(Subject::Couple(pair)));
            let lines = |separation: &Separation| separation_lines(book, separation);
            Some(sides(book, book.separations.get(pair)?, about, lines, keep))
        }
        Conflict::Relationship(id) => {
            let keep = |relationship: Option<&Relationship>, seen| {
                Some(match relationship {
                    Some(relationship) => {
                        Command::RecordRelationship { id, relationship: relationship.clone(), seen }
                    }
                    None => Command::RemoveRelationship { id, reason: CHOSEN.to_owned(), seen },
                })
            };
            let lines = |relationship: &Relationship| relationship_lines(book, relationship);
            Some(sides(book, book.relationships.get(id)?, "A relationship".to_owned(), lines, keep))
        }
        Conflict::Household(id) => {
            let keep = |household: Option<&Household>, seen| {
                household.map(|household| Command::RecordHousehold { id, household: household.clone(), seen })
            };
            let lines = |household: &Household| household_lines(book, household);
            Some(sides(book, book.households.get(id)?, "A home".to_owned(), lines, keep))
        }
        // Work in the modules is decided there, and what only its author can decide waits for them.
        _ => None,
    }
}

fn sides<T>(
    book: &Workbook,
    thing: &Versioned<T>,
    about: String,
    lines: impl Fn(&T) -> Vec<String>,
    keep: impl Fn(Option<&T>, Vec<EventId>) -> Option<Command>,
) -> Undecided {
    let side = |version: &Version<T>| Standing {
        event: version.event,
        by: book.author_name(version.author),
        recorded: version.recorded,
        lines: match &version.value {
            Some(value) => lines(value),
            None => vec![format!("Entered in error. {}", version.reason)],
        },
        keep: keep(version.value.as_ref(), thing.head_ids()),
    };
    Undecided { about, versions: thing.heads().into_iter().map(side).collect() }
}

fn dated(words: &str, date: Option<PartialDate>) -> Option<String> {
    date.map(|date| format!("{words} {date}"))
}

fn said(words: &str, text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| format!("{words}: {text}"))
}

/// What the family is called, its pathway, and when it came.
pub fn family_lines(family: &Family) -> Vec<String> {
    let Family { label, referred_on, assessed_on, pathway, pathway_why, .. } = family;
    [
        Some(label.clone()),
        said("Pathway", pathway),
        said("Why", pathway_why),
        dated("Referred", *referred_on),
        dated("Assessed", *assessed_on),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What is known of a person, a line for each thing.
pub fn person_lines(person: &Person) -> Vec<String> {
    let born = match person.arrival {
        Arrival::Born(date) => dated("Born", date),
        Arrival::Unborn { due: Some(date) } => Some(format!("Not yet born, due {date}")),
        Arrival::Unborn { due: None } => Some("Not yet born".to_owned()),
    };
    [
        said("Name", &person.name),
        said("Known as", &person.known_as),
        born,
        person.died.map(|death| death_words(death.on)),
        said("Pronouns", &person.pronouns),
        said("First language", &person.language),
        person.interpreter.then(|| "Needs an interpreter".to_owned()),
        said("Reading", &person.reading_needs),
        said("Communication", &person.communication_needs),
        said("Notes", &person.notes),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// "Died 5 May 2020", "Died".
pub fn death_words(on: Option<PartialDate>) -> String {
    on.map_or_else(|| "Died".to_owned(), |on| format!("Died {on}"))
}

/// Whether somebody is in the workflow, since when and why.
pub fn workflow_lines(workflow: &Workflow) -> Vec<String> {
    let inside = if workflow.inside { "In the workflow" } else { "Not in the workflow" };
    [Some(inside.to_owned()), dated("Since", workflow.since), said("Why", &workflow.why)]
        .into_iter()
        .flatten()
        .collect()
}

fn separation_lines(book: &Workbook, separation: &Separation) -> Vec<String> {
    let stands = if separation.in_force { "Safety separation is on" } else { "Safety separation has ended" };
    let harm =
        separation.said_to_harm.map(|it| format!("Said to have harmed the other: {}", book.name_of(it)));
    [Some(stands.to_owned()), dated("Since", separation.since), said("Why", &separation.why), harm]
        .into_iter()
        .flatten()
        .collect()
}

/// "Amara is the mother of Kayla", parental responsibility, and from when to when.
pub fn relationship_lines(book: &Workbook, relationship: &Relationship) -> Vec<String> {
    let Relationship { from, to, kind, parental_responsibility, start, end } = relationship;
    let is = if end.is_some() { "was" } else { "is" };
    let words = format!("{} {is} the {} of {}", book.name_of(*from), kind.label(), book.name_of(*to));
    let child = book.people.current(*to).is_some_and(Person::is_child);
    let holds = child.then(|| responsibility_words(*parental_responsibility).to_owned());
    [Some(words), holds, dated("From", *start), dated("Until", *end)].into_iter().flatten().collect()
}

/// "Holds parental responsibility", and the other answers.
pub fn responsibility_words(responsibility: ParentalResponsibility) -> &'static str {
    match responsibility {
        ParentalResponsibility::Holds => "Holds parental responsibility",
        ParentalResponsibility::DoesNotHold => "Does not hold parental responsibility",
        ParentalResponsibility::NotKnown => "Parental responsibility not known",
    }
}

/// Who lives or lived there, and from when to when.
pub fn household_lines(book: &Workbook, household: &Household) -> Vec<String> {
    let stay = |stay: &crate::model::household::Stay| {
        let parts = [dated("from", stay.from), dated("until", stay.until)];
        let when: Vec<String> = parts.into_iter().flatten().collect();
        let name = book.name_of(stay.person);
        if when.is_empty() { name } else { format!("{name}, {}", when.join(" ")) }
    };
    let stays = household.stays.iter().map(stay);
    std::iter::once(sentence(&household.label)).chain(stays).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ids::RelationshipId;
    use crate::model::person::Standing as Whose;
    use crate::model::relationship::Kind;
    use crate::services::sample::{AMARA, JOE, KAYLA, Sample, pair, person};

    fn named(sample: &mut Sample, name: &str) {
        let seen = sample.book.people.head_ids(person(AMARA));
        let changed = Person::named(Whose::Adult, name);
        sample.does(Command::RecordPerson { id: person(AMARA), person: changed, seen });
    }

    fn in_conflict() -> Sample {
        let mut mine = Sample::new();
        let mut theirs = mine.colleague();
        named(&mut mine, "Amara Reed");
        named(&mut theirs, "Amara Okafor");
        theirs.separates(AMARA, JOE);
        mine.joins(&theirs);
        mine
    }

    #[test]
    fn nothing_waits_while_people_agree() {
        assert_eq!(undecided(&Sample::separated(AMARA, JOE).book), vec![]);
    }

    #[test]
    fn both_versions_are_shown_and_the_chosen_one_stands() {
        for chosen in [0, 1] {
            let mut mine = in_conflict();
            let waiting = undecided(&mine.book);
            assert_eq!(waiting.len(), 1);
            let versions = waiting[0].versions.clone();
            assert_eq!(versions.len(), 2);
            let words: Vec<_> = versions.iter().map(|version| version.lines[0].clone()).collect();
            assert!(words.contains(&"Name: Amara Reed".to_owned()));
            assert!(words.contains(&"Name: Amara Okafor".to_owned()));
            mine.does(versions[chosen].keep.clone().unwrap());
            assert_eq!(undecided(&mine.book), vec![]);
            let stands = person_lines(mine.book.people.current(person(AMARA)).unwrap());
            assert_eq!(stands, versions[chosen].lines);
        }
    }

    #[test]
    fn two_minds_about_separation_can_be_settled() {
        let mut mine = Sample::separated(AMARA, JOE);
        let mut theirs = mine.colleague();
        for (sample, in_force, why) in [(&mut mine, true, "Asked for"), (&mut theirs, false, "Ended")] {
            let pair = pair(AMARA, JOE);
            let seen = sample.book.separations.head_ids(pair);
            let separation = Separation { in_force, since: None, why: why.into(), said_to_harm: None };
            sample.does(Command::SetSeparation { pair, separation, seen });
        }
        mine.joins(&theirs);
        assert!(mine.book.is_separated(pair(AMARA, JOE)));
        let waiting = undecided(&mine.book);
        let ended = waiting[0].versions.iter().find(|version| version.lines[0].contains("ended")).unwrap();
        mine.does(ended.keep.clone().unwrap());
        assert!(!mine.book.is_separated(pair(AMARA, JOE)));
    }

    #[test]
    fn a_relationship_is_told_in_words() {
        let mut sample = Sample::new();
        let relationship = Relationship {
            from: person(AMARA),
            to: person(KAYLA),
            kind: Kind::Mother,
            parental_responsibility: ParentalResponsibility::Holds,
            start: None,
            end: None,
        };
        let id = RelationshipId::from_bytes([3; 16]);
        sample.does(Command::RecordRelationship { id, relationship: relationship.clone(), seen: vec![] });
        let words = relationship_lines(&sample.book, &relationship);
        assert_eq!(words, ["Amara is the mother of Kayla", "Holds parental responsibility"]);
    }
}
