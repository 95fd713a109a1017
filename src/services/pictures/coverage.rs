//! Which questions of the programme have evidence, and from whom. Only for professionals.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::ids::{PersonId, PractitionerId};
use crate::model::module::QuestionId;
use crate::pictures::coverage::{Coverage, Module, Question, drawn, table};
use crate::programme::MODULES;
use crate::programme::definition::{self, QuestionKind};
use crate::services::here::Here;

use super::Drawn;

/// What speaks to one question: how many entries and visits, and who recorded them.
#[derive(Default)]
struct Evidence {
    pieces: usize,
    by: BTreeSet<usize>,
}

/// The questions of all modules, as far as work about this person speaks to them, or about anybody.
pub fn coverage(here: &Here<'_>, about: Option<PersonId>) -> Drawn {
    let mut workers: Vec<PractitionerId> = Vec::new();
    let mut evidence: BTreeMap<&str, Evidence> = BTreeMap::new();
    for (questions, by) in pieces(here, about) {
        let known = workers.iter().position(|worker| *worker == by);
        let place = known.unwrap_or_else(|| {
            workers.push(by);
            workers.len() - 1
        });
        for QuestionId(id) in questions {
            let own = evidence.entry(id).or_default();
            own.pieces += 1;
            own.by.insert(place);
        }
    }
    let coverage = Coverage {
        title: match about {
            Some(person) => format!("Questions with evidence about {}", here.book.name_of(person)),
            None => "Questions with evidence".to_owned(),
        },
        modules: MODULES.iter().map(|own| module(own, &evidence)).collect(),
        workers: workers.into_iter().map(|worker| named(here, worker)).collect(),
    };
    (drawn(&coverage), table(&coverage))
}

/// What each entry and each visit says that it speaks to, and who recorded it first: in the order of the record.
fn pieces<'a>(
    here: &Here<'a>,
    about: Option<PersonId>,
) -> impl Iterator<Item = (&'a BTreeSet<QuestionId>, PractitionerId)> {
    let book = here.book;
    let entries = book.entries.iter().filter_map(move |(_, thing)| {
        let entry = thing.current()?;
        let is_about = about.is_none_or(|person| entry.subject.names(person));
        is_about.then(|| (&entry.questions, thing.first().author))
    });
    let visits = book.visits.iter().filter_map(|(_, thing)| Some((thing.current()?, thing.first().author)));
    let visits = visits.flat_map(move |(visit, by)| {
        let own = visit.evidence_for.iter();
        let own = own.filter(move |it| about.is_none_or(|person| it.subject.names(person)));
        own.map(move |it| (&it.questions, by))
    });
    entries.chain(visits)
}

/// A practice tip is no question: it stands here where somebody says that their work speaks to it, and not before.
fn module(own: &definition::Module, evidence: &BTreeMap<&str, Evidence>) -> Module {
    let asked = |question: &&definition::Question| {
        question.kind == QuestionKind::Question || evidence.contains_key(question.id)
    };
    let question = |question: &'static definition::Question| {
        let found = evidence.get(question.id);
        Question {
            id: question.id.to_owned(),
            short: question.id.split_once(".Q").map_or(question.id, |(_, short)| short).to_owned(),
            text: question.text.to_owned(),
            by: found.map(|found| found.by.iter().copied().collect()).unwrap_or_default(),
            pieces: found.map(|found| found.pieces).unwrap_or_default(),
        }
    };
    Module {
        title: format!("{}. {}", own.id.number(), own.short_title),
        questions: own.all_questions().filter(asked).map(question).collect(),
    }
}

fn named(here: &Here<'_>, worker: PractitionerId) -> String {
    let role = here.book.team.current(worker).map(|member| format!(", {}", member.role.label()));
    format!("{}{}", here.book.author_name(worker), role.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pictures::scene::Shape;
    use crate::services::pictures::tests::example;
    use crate::services::sheets::tests::here;

    #[test]
    fn every_question_that_the_example_familys_work_speaks_to_is_drawn_with_who_recorded_it() {
        let book = example();
        let (scene, table) = coverage(&here(&book), None);
        let groups = scene.shapes.iter().filter(|shape| matches!(shape, Shape::Group { .. })).count();
        assert_eq!(groups, table.rows.len());
        let said: BTreeSet<&QuestionId> =
            book.entries.all().flat_map(|(_, entry)| &entry.questions).collect();
        assert!(!said.is_empty());
        for (_, thing) in book.entries.iter() {
            let name = book.author_name(thing.first().author);
            for QuestionId(id) in thing.current().into_iter().flat_map(|entry| &entry.questions) {
                let row = table.rows.iter().find(|row| row[0].starts_with(&format!("{id} "))).unwrap();
                assert!(row[1].contains(&name), "{id} is from {name}: {row:?}");
            }
        }
        let with = table.rows.iter().filter(|row| row[2] != "0").count();
        assert!(with >= said.len());
    }

    #[test]
    fn work_about_somebody_else_is_no_evidence_about_them() {
        let book = example();
        let pieces = |about| {
            let (_, table) = coverage(&here(&book), about);
            table.rows.iter().map(|row| row[2].parse::<usize>().unwrap()).sum::<usize>()
        };
        let people = book.people.all().map(|(person, _)| pieces(Some(person)));
        // Joint work is about both.
        assert!(people.sum::<usize>() >= pieces(None) && pieces(None) > 0);
        assert!(book.people.all().all(|(person, _)| pieces(Some(person)) < pieces(None)));
    }
}
