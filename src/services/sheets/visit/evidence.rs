//! What a visit says about modules: its note is typed once, and read there too (`domain.md` R39).

use std::collections::BTreeSet;

use crate::model::ids::PersonId;
use crate::model::module::ModuleId;
use crate::model::subject::Subject;
use crate::model::visit::EvidenceFor;
use crate::programme;
use crate::services::here::Here;
use crate::services::sheet::{Answer, Question, many};
use crate::services::typed::{Fields, Typed, Wrong};

/// The ids of the boxes. They stand in drafts, so they stay.
const MODULES: &str = "visit-modules";
const ABOUT: &str = "visit-about";

pub(super) fn questions(here: &Here<'_>) -> [Question; 2] {
    let module =
        |id: ModuleId| Answer::new(id, format!("{} {}", id.number(), programme::module(id).short_title));
    let person = |subject: Subject| match subject {
        Subject::Person(person) => Some(Answer::new(person, here.book.name_of(person))),
        Subject::Couple(_) => None,
    };
    let people = here.book.subjects().into_iter().filter_map(person);
    [
        many(MODULES, "Which modules does it say something about? (optional)", ModuleId::ALL.map(module))
            .hinted("The note is then read there too, and not typed again.")
            .asked(),
        many(ABOUT, "About whom?", people).when(MODULES, ModuleId::ALL),
    ]
}

pub(super) fn put(fields: &mut Fields, evidence: &[EvidenceFor]) {
    let people: BTreeSet<PersonId> = own(evidence).map(|(_, person)| person).collect();
    let modules: BTreeSet<ModuleId> = own(evidence).map(|(module, _)| module).collect();
    let lines = |words: Vec<String>| words.join("\n");
    fields.insert(MODULES.to_owned(), lines(modules.iter().map(ToString::to_string).collect()));
    fields.insert(ABOUT.to_owned(), lines(people.iter().map(ToString::to_string).collect()));
}

/// What speaks of one person. What speaks of a couple is not asked here, and stays as it is.
fn own(evidence: &[EvidenceFor]) -> impl Iterator<Item = (ModuleId, PersonId)> {
    evidence.iter().filter_map(|it| match it.subject {
        Subject::Person(person) => Some((it.module, person)),
        Subject::Couple(_) => None,
    })
}

pub(super) fn read(boxes: Typed<'_>, before: &[EvidenceFor], wrong: &mut Vec<Wrong>) -> Vec<EvidenceFor> {
    let modules: Vec<ModuleId> =
        boxes.lines(MODULES).into_iter().filter_map(|module| module.parse().ok()).collect();
    let people: Vec<PersonId> =
        boxes.lines(ABOUT).into_iter().filter_map(|person| person.parse().ok()).collect();
    if !modules.is_empty() && people.is_empty() {
        wrong.push(Wrong::new(ABOUT, "Select whom the modules are about"));
    }
    let stood = |module, subject| before.iter().find(|it| it.module == module && it.subject == subject);
    let each = modules.iter().flat_map(|module| people.iter().map(move |person| (*module, *person)));
    let of_couples = before.iter().filter(|it| matches!(it.subject, Subject::Couple(_))).cloned();
    let of_people = each.map(|(module, person)| {
        let subject = Subject::Person(person);
        let new = EvidenceFor { module, subject, questions: BTreeSet::new() };
        stood(module, subject).cloned().unwrap_or(new)
    });
    of_couples.chain(of_people).collect()
}
