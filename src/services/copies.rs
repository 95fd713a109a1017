//! Before a copy of a plan, or of a review of one, is given to people of the family: what stands in it that must not
//! reach one of them, sentence by sentence (`domain.md` E2, rule 4).
//!
//! The paper is the statutory system's, and stays as it is. Whoever gives it takes these sentences out first.

use serde_json::Value;

use crate::model::ids::PersonId;
use crate::model::plan::{Paper, Plan};
use crate::policy::leak_check::{Place, Record, Stands, Text, Written};
use crate::services::for_people;
use crate::services::here::Here;
use crate::services::sheets::paper;
use crate::services::two_versions::lines;
use crate::services::words::count;

/// What one person must not read of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MustNotRead {
    /// "Joe must not read this as it is (2 sentences)".
    pub summary: String,
    /// Each sentence, and the part of the paper in which it was written.
    pub sentences: Vec<(String, String)>,
}

/// For each person of the family who would have a copy: what must not reach them. Only those of whom there is anything.
pub fn must_not_read(here: &Here<'_>, paper: Paper, plan: &Plan) -> Vec<MustNotRead> {
    let texts = texts(here, paper);
    let of = |person: PersonId| {
        let stopped = for_people::Paper::made(here, &[person].into(), texts.clone()).err()?;
        let many = count(stopped.len(), "sentence", "sentences");
        let summary = format!("{} must not read this as it is ({many})", here.book.name_of(person));
        let sentences = stopped.into_iter().map(|it| (it.sentence.clone(), it.place())).collect();
        Some(MustNotRead { summary, sentences })
    };
    paper::family(plan, here.book).into_iter().filter_map(of).collect()
}

/// Everything that a paper says, names included, with its title.
fn texts(here: &Here<'_>, paper: Paper) -> Vec<Text> {
    let value = match paper {
        Paper::Plan(id) => here.book.plans.current(id).map(serde_json::to_value),
        Paper::Review(id) => here.book.plan_reviews.current(id).map(serde_json::to_value),
    };
    let value = value.and_then(Result::ok).unwrap_or(Value::Null);
    let title =
        Text { place: Place { stands: Stands::Title, written: None }, words: paper::words(paper, here.book) };
    let line = |line: String| {
        let (part, words) = line.split_once(": ").unwrap_or(("", &line));
        let written = Written { record: Record::Paper(paper), part: part.to_owned() };
        Text { place: Place { stands: Stands::Page, written: Some(written) }, words: words.to_owned() }
    };
    std::iter::once(title).chain(lines(here.book, &value).into_iter().map(line)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ids::ProtectedId;
    use crate::model::protected::{ProtectedFact, ProtectedKind};
    use crate::services::sample::{AMARA, JOE, person};
    use crate::services::sheets::plan::tests::with_plan;
    use crate::services::sheets::tests::here;
    use crate::workbook::decide::{Command, PlanCommand, SafetyCommand};

    #[test]
    fn whoever_gives_a_copy_is_shown_what_one_must_not_read_and_in_which_part_it_stands() {
        let (mut sample, id) = with_plan();
        let found = |sample: &crate::services::sample::Sample| {
            let plan = sample.book.plans.current(id).unwrap();
            must_not_read(&here(&sample.book), Paper::Plan(id), plan)
        };
        assert_eq!(found(&sample), []);
        let fact = ProtectedFact {
            whose: person(AMARA),
            kind: ProtectedKind::Address,
            words: "14 Larkfield Road, AN1 2BC".to_owned(),
            also: vec![],
            since: None,
            until: None,
            note: String::new(),
        };
        let protected = ProtectedId::from_bytes([1; 16]);
        let protect = SafetyCommand::Protect { id: protected, fact, reason: String::new(), seen: vec![] };
        sample.does(Command::Safety(protect));
        let mut plan = sample.book.plans.current(id).unwrap().clone();
        plan.services = "Nan helps. They live at 14 larkfield rd now.".to_owned();
        let seen = sample.book.plans.head_ids(id);
        let reason = "More".to_owned();
        sample.does(Command::Plan(PlanCommand::Record { id, plan, reason, seen }));
        let all = found(&sample);
        assert!(!all.is_empty());
        for it in &all {
            assert!(it.summary.ends_with("must not read this as it is (1 sentence)"), "{it:?}");
            let place = "It stands on the page. Written in: Services.".to_owned();
            assert_eq!(it.sentences, [("They live at 14 larkfield rd now.".to_owned(), place)]);
        }
        sample.separates(AMARA, JOE);
        let joe = found(&sample).into_iter().find(|it| it.summary.starts_with("Joe"));
        let told = joe.map(|it| it.sentences.iter().any(|(words, _)| words.contains("Amara")));
        assert_eq!(told, Some(true), "a step of hers stands in it by her name");
    }
}
