//! Where each person put themselves on a scale, time after time (`ux.md` 3.6). Only for professionals.

use crate::model::ids::{PersonId, SaidId};
use crate::model::showing::{AnswerTo, Said};
use crate::pictures::answers::{Answer, AnswerWords, Answers, Line, drawn, table};
use crate::policy::london::london;
use crate::programme::family_words::{Phrase, Reader, Words, english};
use crate::programme::scales::{Control, SCALES, Scale, control};
use crate::services::here::Here;

use super::{Drawn, short_day};

/// Every answer with a number of those whose answers are asked for, by person and question; none where there is none.
///
/// A child who has grown into another drawing of the same question has a line of its own for each: a face is no number.
pub fn answers(here: &Here<'_>, whose: impl Fn(PersonId) -> bool) -> Option<Drawn> {
    let book = here.book;
    let people = book.adults().into_iter().chain(book.children()).map(|(person, _)| person);
    let lines: Vec<Line> =
        people.filter(|person| whose(*person)).flat_map(|person| of(here, person)).collect();
    if lines.is_empty() {
        return None;
    }
    let answers = Answers { title: "Answers on a scale".to_owned(), words: AnswerWords::default(), lines };
    Some((drawn(&answers), table(&answers)))
}

/// The lines of one person, in the order in which the questions are asked.
fn of(here: &Here<'_>, person: PersonId) -> Vec<Line> {
    let mut said: Vec<(SaidId, &Said, u8)> = here
        .book
        .said
        .all()
        .filter(|(_, said)| said.who == person)
        .filter_map(|(id, said)| Some((id, said, said.number?)))
        .collect();
    said.sort_by_key(|(id, said, _)| (said.at, *id));
    let controls = [Control::Faces, Control::Jar, Control::Numbers];
    let line = |scale: &Scale, drawing: Control| {
        let is_own = |said: &Said| {
            matches!(&said.to, AnswerTo::Scale(name) if name == scale.name) && drawn_as(here, said) == drawing
        };
        let own: Vec<_> = said.iter().filter(|(_, said, _)| is_own(said)).collect();
        (!own.is_empty()).then(|| {
            let words = words(here, person);
            let answer = |(id, said, number): &&(SaidId, &Said, u8)| Answer {
                key: id.to_string(),
                when: short_day(london(said.at).date()),
                number: *number,
                called: called(&words, drawing, *number, said.unfinished),
            };
            Line {
                who: here.book.name_of(person),
                question: words.say(scale.question),
                levels: levels(&words, drawing, scale.high),
                answers: own.iter().map(answer).collect(),
            }
        })
    };
    SCALES
        .iter()
        .flat_map(|scale| controls.into_iter().filter_map(move |drawing| line(scale, drawing)))
        .collect()
}

/// In the words in which it was asked.
fn words(here: &Here<'_>, person: PersonId) -> Words<'static> {
    let child = here.book.people.current(person).is_some_and(|person| person.is_child());
    Words::new(english(), if child { Reader::Child } else { Reader::Adult })
}

/// How the scale was drawn for them on that day.
fn drawn_as(here: &Here<'_>, said: &Said) -> Control {
    let person = here.book.people.current(said.who);
    let age = person.and_then(|person| person.age(london(said.at).date()));
    control(person.is_some_and(|person| person.is_child()), age)
}

fn called(words: &Words<'_>, drawing: Control, number: u8, unfinished: bool) -> String {
    let called = drawing.called(number).map_or_else(|| number.to_string(), |phrase| words.say(phrase));
    if unfinished { format!("{called}, not finished") } else { called }
}

fn levels(words: &Words<'_>, drawing: Control, high: Phrase) -> Vec<(u8, String)> {
    match drawing {
        Control::Numbers => vec![
            (0, format!("0, {}", words.say(Phrase::AskLow))),
            (5, "5".to_owned()),
            (10, format!("10, {}", words.say(high))),
        ],
        Control::Jar | Control::Faces => {
            drawing.numbers().iter().map(|number| (*number, called(words, drawing, *number, false))).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, TimeDelta, Utc};

    use super::*;
    use crate::model::audience::Audience;
    use crate::model::dates::PartialDate;
    use crate::model::ids::ShowingId;
    use crate::model::person::{Arrival, Person, Standing};
    use crate::model::showing::{Given, Kept, Showing};
    use crate::services::sample::{AMARA, KAYLA, Sample, person, today};
    use crate::services::sheets::tests::here;
    use crate::workbook::decide::{Command, SharingCommand};

    /// Somebody answers so many days after the first visit.
    fn answers_with(sample: &mut Sample, who: u8, scale: &str, days: i64, number: Option<u8>) {
        static NEXT: std::sync::atomic::AtomicU8 = std::sync::atomic::AtomicU8::new(1);
        let own = NEXT.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let at = "2026-09-01T10:00:00Z".parse::<DateTime<Utc>>().unwrap() + TimeDelta::days(days);
        let showing = ShowingId::from_bytes([own; 16]);
        let shown = Showing {
            people: [person(who)].into(),
            others: String::new(),
            shown: Vec::new(),
            language: "en-GB".into(),
            began: at,
            ended: None,
            hidden: 0,
        };
        let said = Said {
            showing,
            who: person(who),
            to: AnswerTo::Scale(scale.into()),
            given: Given::Typed,
            at,
            verdict: number.is_none().then_some(crate::model::showing::Verdict::Later),
            number,
            why_not_less: String::new(),
            what_next: String::new(),
            words: String::new(),
            signed: String::new(),
            audience: Audience::TeamOnly,
            kept: Kept::InTheVisit,
            taken_in_on: today(),
            unfinished: false,
            before: None,
            entry: None,
        };
        sample.does(Command::Sharing(SharingCommand::Show { id: showing, showing: shown }));
        sample.does(Command::Sharing(SharingCommand::TakeIn { id: SaidId::from_bytes([own; 16]), said }));
    }

    fn told(sample: &Sample) -> Vec<String> {
        answers(&here(&sample.book), |_| true).map(|(scene, _)| scene.told).unwrap_or_default()
    }

    #[test]
    fn every_answer_with_a_number_is_drawn_on_the_scale_it_was_given_on() {
        let mut sample = Sample::new();
        assert!(answers(&here(&sample.book), |_| true).is_none());
        answers_with(&mut sample, AMARA, "ready", 20, Some(7));
        answers_with(&mut sample, AMARA, "ready", 0, Some(4));
        answers_with(&mut sample, AMARA, "ready", 40, None);
        answers_with(&mut sample, KAYLA, "home", 0, Some(8));
        assert_eq!(
            told(&sample),
            [
                "Amara: How ready are you to start? On a scale of 0, not at all, 5 and 10, completely.",
                "Amara, 1 Sep 2026: 4.",
                "Amara, 21 Sep 2026: 7.",
                "Kayla: How much do you like being at home? On a scale of not at all, a little, some, \
                 quite a lot and a lot.",
                "Kayla, 1 Sep 2026: quite a lot.",
            ]
        );
    }

    #[test]
    fn a_child_who_has_grown_into_another_drawing_has_a_line_for_each() {
        let mut sample = Sample::new();
        let born = PartialDate::parse("10", "9", "2015", false).unwrap();
        let child = Person { arrival: Arrival::Born(Some(born)), ..Person::named(Standing::Child, "Kayla") };
        let seen = sample.book.people.head_ids(person(KAYLA));
        sample.does(Command::RecordPerson { id: person(KAYLA), person: child, seen });
        answers_with(&mut sample, KAYLA, "better", 0, Some(3));
        answers_with(&mut sample, KAYLA, "better", 30, Some(6));
        let answers: Vec<String> =
            told(&sample).into_iter().filter(|told| told.starts_with("Kayla, ")).collect();
        assert_eq!(answers, ["Kayla, 1 Sep 2026: a little.", "Kayla, 1 Oct 2026: 6."]);
    }
}
