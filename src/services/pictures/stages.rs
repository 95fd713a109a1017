//! Where each person is in each change they are making, time after time (`domain.md` B7). Only for professionals.

use std::collections::BTreeMap;

use crate::model::choices::Choice;
use crate::model::entry::Entry;
use crate::model::ids::{EntryId, PersonId};
use crate::model::stage_of_change::{Stage, StageOfChange};
use crate::pictures::answers::{Answer, AnswerWords, Answers, Line, drawn, table};
use crate::services::here::Here;

use super::{Drawn, short_date};

/// Every stage that entries tell, by person and change; none where no entry tells one.
pub fn stages(here: &Here<'_>, whose: impl Fn(PersonId) -> bool) -> Option<Drawn> {
    let book = here.book;
    let people = book.adults().into_iter().chain(book.children()).map(|(person, _)| person);
    let lines: Vec<Line> = people.filter(|person| whose(*person)).flat_map(|who| of(here, who)).collect();
    if lines.is_empty() {
        return None;
    }
    let answers = Answers { title: "Stages of change".to_owned(), words: AnswerWords::STAGES, lines };
    Some((drawn(&answers), table(&answers)))
}

type Told<'a> = (EntryId, &'a Entry, &'a StageOfChange);

/// The lines of one person, in the order in which the changes were first told of. What is written differently only in
/// capital letters is the same change.
fn of(here: &Here<'_>, person: PersonId) -> Vec<Line> {
    let mut told: Vec<Told<'_>> = here
        .book
        .entries
        .all()
        .filter_map(|(id, entry)| Some((id, entry, entry.stage.as_ref()?)))
        .filter(|(_, _, stage)| stage.who == person)
        .collect();
    told.sort_by_key(|(id, entry, _)| (entry.done_on.earliest(), *id));
    let mut changes: Vec<String> = Vec::new();
    let mut by_change: BTreeMap<String, Vec<Told<'_>>> = BTreeMap::new();
    for one in told {
        let change = one.2.change.trim().to_lowercase();
        if !changes.contains(&change) {
            changes.push(change.clone());
        }
        by_change.entry(change).or_default().push(one);
    }
    let lines = changes.iter().filter_map(|change| by_change.get(change));
    lines.filter_map(|told| Some(line(here, person, told.first()?.2, told))).collect()
}

fn line(here: &Here<'_>, person: PersonId, first: &StageOfChange, told: &[Told<'_>]) -> Line {
    let answer = |(id, entry, of): &Told<'_>| Answer {
        key: id.to_string(),
        when: short_date(entry.done_on),
        number: height(of.stage),
        called: of.stage.label().to_lowercase(),
    };
    let mut levels: Vec<(u8, String)> =
        Stage::ALL.iter().map(|stage| (height(*stage), stage.label().to_lowercase())).collect();
    levels.sort();
    Line {
        who: here.book.name_of(person),
        question: first.change.clone(),
        levels,
        answers: told.iter().map(answer).collect(),
    }
}

/// Where a stage stands in the picture, from 0 to 10. Going back is drawn under where a change begins; it is no worse
/// than that.
fn height(stage: Stage) -> u8 {
    match stage {
        Stage::Relapse => 0,
        Stage::PreContemplation => 2,
        Stage::Contemplation => 4,
        Stage::Preparation => 6,
        Stage::Action => 8,
        Stage::Maintenance => 10,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::dates::PartialDate;
    use crate::model::module::ModuleId;
    use crate::services::sample::{AMARA, JOE, Sample, about, entry, entry_id, person};
    use crate::services::sheets::tests::here;
    use crate::workbook::decide::Command;

    fn tells(sample: &mut Sample, number: u8, who: u8, day: &str, change: &str, stage: Stage) {
        let stage = StageOfChange { who: person(who), change: change.to_owned(), stage };
        let done_on = PartialDate::parse(day, "9", "2026", false).unwrap();
        let entry = Entry { stage: Some(stage), done_on, ..entry(ModuleId::M3, about(who), "We talked") };
        sample.does(Command::RecordEntry { id: entry_id(number), entry });
    }

    fn told(sample: &Sample, whose: impl Fn(PersonId) -> bool) -> Vec<String> {
        stages(&here(&sample.book), whose).map(|(scene, _)| scene.told).unwrap_or_default()
    }

    #[test]
    fn each_change_of_each_person_is_followed_by_itself() {
        let mut sample = Sample::new();
        assert!(stages(&here(&sample.book), |_| true).is_none());
        tells(&mut sample, 1, JOE, "20", "drinking", Stage::Relapse);
        tells(&mut sample, 2, JOE, "2", "Drinking", Stage::Contemplation);
        tells(&mut sample, 3, JOE, "9", "Shouting", Stage::PreContemplation);
        tells(&mut sample, 4, AMARA, "", "Sleep", Stage::Maintenance);
        let all =
            "The stages are relapse, pre-contemplation, contemplation, preparation, action and maintenance.";
        assert_eq!(
            told(&sample, |_| true),
            [
                format!("Amara: Sleep. {all}"),
                "Amara, September 2026: maintenance.".to_owned(),
                format!("Joe: Drinking. {all}"),
                "Joe, 2 Sep 2026: contemplation.".to_owned(),
                "Joe, 20 Sep 2026: relapse.".to_owned(),
                format!("Joe: Shouting. {all}"),
                "Joe, 9 Sep 2026: pre-contemplation.".to_owned(),
            ]
        );
        let of_amara = told(&sample, |who| who == person(AMARA));
        assert!(of_amara.iter().all(|told| told.starts_with("Amara")), "{of_amara:?}");
        let (_, table) = stages(&here(&sample.book), |_| true).unwrap();
        assert_eq!((table.columns[1].as_str(), table.columns[3].as_str()), ("Change", "Stage"));
        assert_eq!(table.rows.len(), 4);
    }

    #[test]
    fn what_was_entered_in_error_is_not_drawn() {
        let mut sample = Sample::new();
        tells(&mut sample, 1, JOE, "2", "Drinking", Stage::Action);
        let seen = sample.book.entries.head_ids(entry_id(1));
        sample.does(Command::WithdrawEntry { id: entry_id(1), reason: "Another family".into(), seen });
        assert_eq!(told(&sample, |_| true), Vec::<String>::new());
    }
}
