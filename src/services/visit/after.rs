//! What people said during a visit, for the worker who takes it into the record: word for word, each with what it
//! answers (`ux.md` S43). It can be kept here in one place or another, and changed in none.

use chrono::NaiveDate;

use crate::model::audience::Audience;
use crate::model::choices::Choice;
use crate::model::ids::PersonId;
use crate::model::showing::{AnswerTo, Kept, Said};
use crate::services::session::{AfterVisit, Heard};
use crate::services::visit::answer::Asked;
use crate::workbook::decide::{Command, SharingCommand};
use crate::workbook::fold::Workbook;

/// What a thing that was said becomes in the record.
pub fn said(after: &AfterVisit, heard: &Heard, who: PersonId, kept: Kept, today: NaiveDate) -> Said {
    let answer = heard.answer.clone();
    let place = |place: &u32| after.people.get(usize::try_from(*place).ok()?).copied();
    let seen_by = answer.seen_by.iter().filter_map(place).collect::<std::collections::BTreeSet<_>>();
    Said {
        showing: after.id,
        who,
        to: match &answer.to {
            Asked::Nothing => AnswerTo::Nothing,
            Asked::Hopes => AnswerTo::Hopes,
            Asked::Different => AnswerTo::Different,
            Asked::Item(number) => {
                after.pieces.get(number).copied().map_or(AnswerTo::Nothing, AnswerTo::Piece)
            }
            Asked::Scale(scale) => AnswerTo::Scale(scale.clone()),
            Asked::Agreement => AnswerTo::Agreement,
        },
        given: answer.given,
        at: answer.at,
        verdict: answer.verdict,
        number: answer.number,
        why_not_less: answer.why_not_less,
        what_next: answer.what_next,
        words: answer.words,
        signed: answer.signed,
        audience: if seen_by.is_empty() { Audience::TeamOnly } else { Audience::People(seen_by) },
        kept,
        taken_in_on: today,
    }
}

/// The log of the showing, where it is not written yet: every showing is logged (SR13).
pub fn log(book: &Workbook, after: &AfterVisit) -> Option<Command> {
    let (id, showing) = (after.id, after.showing.clone());
    book.showings.get(id).is_none().then_some(Command::Sharing(SharingCommand::Show { id, showing }))
}

/// What is recorded when a worker keeps something that was said with the visit: the log of the showing, once, and what
/// was said, as it was said.
pub fn keep(
    book: &Workbook,
    after: &AfterVisit,
    heard: &Heard,
    who: PersonId,
    today: NaiveDate,
) -> Vec<Command> {
    let said = said(after, heard, who, Kept::InTheVisit, today);
    let take_in = Command::Sharing(SharingCommand::TakeIn { id: heard.id, said });
    log(book, after).into_iter().chain([take_in]).collect()
}

/// Who may have said it: whoever said that it is theirs, else anybody who was there.
pub fn perhaps(after: &AfterVisit, heard: &Heard) -> Vec<PersonId> {
    heard.who.map_or_else(|| after.people.clone(), |who| vec![who])
}

/// What a thing that was said consists of, each part with its name; the words as they were written.
pub fn parts(heard: &Heard) -> Vec<(&'static str, String)> {
    let answer = &heard.answer;
    let about = match &answer.to {
        Asked::Nothing => None,
        Asked::Hopes => Some("What they hope for".to_owned()),
        Asked::Different => Some("What they think needs to be different".to_owned()),
        Asked::Item(_) => Some("Something that was shown".to_owned()),
        Asked::Scale(_) => Some("A question on a scale".to_owned()),
        Asked::Agreement => Some("What was agreed".to_owned()),
    };
    let given = (heard.half || answer.given != crate::model::showing::Given::Typed)
        .then(|| if heard.half { "They had not finished writing" } else { answer.given.label() }.to_owned());
    let words = |words: &String| (!words.is_empty()).then(|| words.clone());
    [
        ("About", about),
        ("They chose", answer.verdict.map(|it| it.label().to_owned())),
        ("Their number", answer.number.map(|it| it.to_string())),
        ("Why it is not less", words(&answer.why_not_less)),
        ("What would make it one more", words(&answer.what_next)),
        ("Their words", words(&answer.words)),
        ("Signed", words(&answer.signed)),
        ("How it came about", given),
    ]
    .into_iter()
    .filter_map(|(name, words)| Some((name, words?)))
    .collect()
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::model::ids::{EntryId, FamilyId, SaidId, ShowingId};
    use crate::model::sharing::Piece;
    use crate::model::showing::{Showing, Verdict};
    use crate::services::sample::{AMARA, Sample, person as sample_person, today};
    use crate::services::visit::answer::Answer;

    fn person(n: u8) -> PersonId {
        PersonId::from_bytes([n; 16])
    }

    fn after() -> AfterVisit {
        AfterVisit {
            id: ShowingId::from_bytes([9; 16]),
            family: FamilyId::from_bytes([8; 16]),
            showing: Showing {
                people: [person(1), person(2)].into(),
                others: String::new(),
                shown: vec![],
                language: "en-GB".to_owned(),
                began: DateTime::UNIX_EPOCH,
                ended: None,
                hidden: 0,
            },
            people: vec![person(1), person(2)],
            pieces: [(3, Piece::GoingWell(EntryId::from_bytes([7; 16])))].into(),
            heard: vec![],
            unopened: 0,
        }
    }

    fn heard(answer: Answer) -> Heard {
        Heard { id: SaidId::from_bytes([1; 16]), who: Some(person(1)), half: false, answer }
    }

    #[test]
    fn what_was_said_goes_into_the_record_as_it_was_said() {
        let words = "  No 👩‍👧 \u{200f}لا\u{200e}\n".to_owned();
        let new = Answer::new(Some(0), Asked::Item(3), DateTime::UNIX_EPOCH);
        let answer =
            Answer { verdict: Some(Verdict::NotRight), words: words.clone(), seen_by: [1].into(), ..new };
        let (after, heard) = (after(), heard(answer));
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let said = said(&after, &heard, person(1), Kept::InTheVisit, today);
        assert_eq!((said.words.as_str(), said.verdict), (words.as_str(), Some(Verdict::NotRight)));
        assert_eq!(said.to, AnswerTo::Piece(Piece::GoingWell(EntryId::from_bytes([7; 16]))));
        assert_eq!(said.audience, Audience::People([person(2)].into()));
        assert_eq!((said.showing, said.who, said.taken_in_on), (after.id, person(1), today));
        let parts = parts(&heard);
        assert!(parts.contains(&("Their words", words)));
        assert!(parts.contains(&("They chose", "No, that is not right".to_owned())));
    }

    #[test]
    fn what_is_kept_stands_in_the_record_with_the_showing_which_is_logged_once() {
        let mut sample = Sample::new();
        let amara = sample_person(AMARA);
        let mut after = AfterVisit { people: vec![amara], ..after() };
        after.showing.people = [amara].into();
        after.pieces.clear();
        let answer = |words: &str| Answer {
            words: words.to_owned(),
            ..Answer::new(Some(0), Asked::Nothing, DateTime::UNIX_EPOCH)
        };
        for (number, words) in [(1, "I sleep now 🦉"), (2, "أنا بخير")] {
            let heard = Heard { id: SaidId::from_bytes([number; 16]), who: None, ..heard(answer(words)) };
            assert_eq!(perhaps(&after, &heard), [amara]);
            for command in keep(&sample.book, &after, &heard, amara, today()) {
                sample.does(command);
            }
            let said = sample.book.said.current(heard.id).unwrap();
            assert_eq!((said.words.as_str(), said.who, said.kept), (words, amara, Kept::InTheVisit));
        }
        assert_eq!(sample.book.showings.all().count(), 1);
        assert_eq!(log(&sample.book, &after), None);
    }

    #[test]
    fn nobody_sees_it_but_the_team_unless_they_said_so() {
        let answer = Answer::new(Some(0), Asked::Item(99), DateTime::UNIX_EPOCH);
        let said = said(&after(), &heard(answer), person(1), Kept::InAnEntry, NaiveDate::default());
        assert_eq!((said.audience, said.to), (Audience::TeamOnly, AnswerTo::Nothing));
    }

    #[test]
    fn what_was_not_finished_says_so() {
        let answer =
            Answer { words: "I was".to_owned(), ..Answer::new(None, Asked::Nothing, DateTime::UNIX_EPOCH) };
        let parts = parts(&Heard { half: true, ..heard(answer) });
        assert_eq!(parts.last().unwrap().1, "They had not finished writing");
    }
}
