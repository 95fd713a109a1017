use super::*;
use crate::model::practitioner::{Practitioner, Role};
use crate::navigation::Leaf as Place;
use crate::services::leaf::Part as Shown;
use crate::services::leaves;
use crate::services::sample::{KAYLA, Sample, person};
use crate::services::sheets::tests::{fields, hangs_together, here, ids, mend, record_as};

fn manager(sample: &Sample) -> Practitioner {
    Practitioner { role: Role::TeamManager, ..here(&sample.book).me.clone() }
}

fn kinds_offered(here: &Here<'_>) -> usize {
    let asked = sheet(None, here).unwrap().questions;
    let answers = asked.into_iter().find_map(|it| match it.what {
        What::One { answers, .. } => Some(answers.len()),
        _ => None,
    });
    answers.unwrap()
}

fn day() -> [(&'static str, &'static str); 3] {
    [("note-on-day", "20"), ("note-on-month", "11"), ("note-on-year", "2026")]
}

#[test]
fn a_note_is_written_changed_with_a_reason_and_taken_back() {
    let mut sample = Sample::new();
    let kayla = person(KAYLA).to_string();
    let mut typed = fields(&[
        ("note-kind", "consultation"),
        ("note-at", "14:05"),
        ("note-about", &kayla),
        ("note-with", "J Poe, recovery worker"),
        ("note-text", "How to begin with Joe"),
        ("note-advice", "Begin with what he is proud of"),
        ("note-copied", "Team manager"),
    ]);
    typed.extend(fields(&day()));
    let commands = read(None, &here(&sample.book), &typed, &mut ids()).unwrap();
    record_as(&mut sample, &Role::SocialWorker, commands).unwrap();
    let (id, note) = sample.book.case_notes.all().next().unwrap();
    let note = note.clone();
    assert_eq!(note.at, NaiveTime::from_hms_opt(14, 5, 0));
    let of = id.to_string();
    hangs_together(&sheet(Some(&of), &here(&sample.book)).unwrap());
    let mut again = sheet(Some(&of), &here(&sample.book)).unwrap().filled;
    assert_eq!(
        mend(read(Some(&of), &here(&sample.book), &again, &mut ids()).unwrap_err()),
        [("note-reason".to_owned(), "Enter why you are changing it".to_owned())]
    );
    again.extend(fields(&[("note-reason", "A slip")]));
    let seen = sample.book.case_notes.head_ids(id);
    let amend = CaseNoteCommand::Amend { id, note, reason: "A slip".into(), seen };
    assert_eq!(read(Some(&of), &here(&sample.book), &again, &mut ids()), Ok(vec![Command::CaseNote(amend)]));
    again.extend(fields(&[("note-error", "yes")]));
    let commands = read(Some(&of), &here(&sample.book), &again, &mut ids()).unwrap();
    record_as(&mut sample, &Role::SocialWorker, commands).unwrap();
    assert_eq!(sample.book.case_notes.all().count(), 0);
}

#[test]
fn what_a_note_lacks_is_said_at_its_box() {
    let sample = Sample::new();
    let missing = |boxes: &[(&str, &str)]| {
        let wrong = read(None, &here(&sample.book), &fields(boxes), &mut ids()).unwrap_err();
        mend(wrong).into_iter().map(|(id, _)| id).collect::<Vec<_>>()
    };
    assert_eq!(missing(&[]), ["note-kind", "note-on", "note-text"]);
    let consulted = [("note-kind", "consultation"), ("note-text", "Asked"), ("note-at", "half past two")];
    assert_eq!(missing(&[consulted.as_slice(), &day()].concat()), ["note-at", "note-with"]);
}

#[test]
fn oversight_is_offered_to_those_whose_it_is_and_looks_at_the_work() {
    let mut sample = Sample::new();
    assert_eq!(kinds_offered(&here(&sample.book)), 2);
    let me = manager(&sample);
    assert_eq!(kinds_offered(&Here { me: &me, ..here(&sample.book) }), 3);
    let mut typed = fields(&[("note-kind", "case_note"), ("note-text", "Rang the school")]);
    typed.extend(fields(&day()));
    let commands = read(None, &here(&sample.book), &typed, &mut ids()).unwrap();
    record_as(&mut sample, &Role::SocialWorker, commands).unwrap();
    let looked_at = sample.book.case_notes.all().next().unwrap().0;
    let source = source::address(Source::CaseNote(looked_at));
    typed.extend(fields(&[("note-kind", "management_oversight"), ("note-looks-at", &source)]));
    let me = manager(&sample);
    let commands = read(None, &Here { me: &me, ..here(&sample.book) }, &typed, &mut ids()).unwrap();
    assert!(record_as(&mut sample, &Role::SocialWorker, commands.clone()).is_err());
    record_as(&mut sample, &Role::TeamManager, commands).unwrap();
    let leaf = leaves::leaf(Place::Notes, None, &here(&sample.book)).unwrap();
    let changes = |part: &Shown| match part {
        Shown::Card(card) => Some(card.ways.iter().any(|way| way.words == "Change")),
        _ => None,
    };
    let mut shown: Vec<bool> = leaf.parts.iter().filter_map(changes).collect();
    shown.sort_unstable();
    assert_eq!(shown, [false, true], "a social worker does not change the manager’s oversight");
}
