use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::before::before;
use super::*;
use crate::model::audience::Audience;
use crate::model::dates::PartialDate;
use crate::model::entry::Quote;
use crate::model::family_view::Item;
use crate::model::ids::{ActionId, FamilyId, NoteId, PersonId, SaidId, ShowingId};
use crate::model::module::ModuleId;
use crate::model::sharing::{Heading, Piece};
use crate::model::showing::{AnswerTo, Kept, Showing, Verdict};
use crate::model::subject::Subject;
use crate::navigation::{FamilyPage, Leaf, Route, Sheet};
use crate::services::sample::{AMARA, KAYLA, Sample, about, entry, entry_id, person, today};
use crate::services::session::{AfterVisit, Heard};
use crate::services::sheets::tests::{here, ids};
use crate::services::sheets::visit::from_showing;
use crate::services::typed::Wrong;
use crate::services::visit::answer::{Answer, Asked};
use crate::services::words::fingerprint;
use crate::workbook::decide::Command;

/// With joiners, right-to-left marks, and spaces that nobody takes away.
const WORDS: &str = "  No 👩‍👧 \u{200f}لا\u{200e} e\u{301}\n";

fn at() -> DateTime<Utc> {
    "2026-11-21T16:10:00Z".parse().unwrap()
}

fn item(number: u32, heading: Heading, words: &str) -> Item {
    Item {
        number,
        heading,
        words: words.to_owned(),
        translations: BTreeMap::new(),
        said_by: None,
        who: None,
        on: None,
        how_often: String::new(),
        kept: None,
        came_of_it: String::new(),
    }
}

fn promise(number: u32, words: &str) -> Item {
    let by = chrono::NaiveDate::from_ymd_opt(2026, 12, 4);
    Item { who: Some("Sam".to_owned()), on: by, ..item(number, Heading::Agreed, words) }
}

const ACTION: Piece = Piece::Action(ActionId::from_bytes([5; 16]));

/// Amara and Kayla looked at an entry about Kayla in module 5, and at what was agreed.
fn after() -> AfterVisit {
    let people = [person(AMARA), person(KAYLA)];
    let well = Piece::GoingWell(entry_id(1));
    AfterVisit {
        id: ShowingId::from_bytes([9; 16]),
        family: FamilyId::from_bytes([9; 16]),
        showing: Showing {
            people: people.into(),
            others: String::new(),
            shown: vec![(well, "9f".repeat(32))],
            language: "en-GB".to_owned(),
            began: at(),
            ended: Some(at() + chrono::TimeDelta::minutes(32)),
            hidden: 2,
        },
        people: people.to_vec(),
        pieces: [(3, well), (4, ACTION)].into(),
        items: vec![
            item(3, Heading::Well, "You are at school on time"),
            promise(4, "Sam will ask the school about breakfast club."),
        ],
        heard: vec![],
        unopened: 0,
    }
}

fn sample() -> Sample {
    let mut sample = Sample::new();
    let mornings = entry(ModuleId::M5, about(KAYLA), "Kayla is at school on time");
    sample.does(Command::RecordEntry { id: entry_id(1), entry: mornings });
    sample
}

fn answer(to: Asked, words: &str) -> Answer {
    Answer { words: words.to_owned(), ..Answer::new(Some(0), to, at()) }
}

fn heard(number: u8, who: Option<PersonId>, answer: Answer) -> Heard {
    Heard { id: SaidId::from_bytes([number; 16]), who, half: false, answer }
}

/// Accepts a card with what is suggested on it, or with something else.
fn accepts(
    sample: &mut Sample,
    after: &AfterVisit,
    heard: &Heard,
    other: impl FnOnce(&mut Boxes),
) -> Result<(), Wrong> {
    let mut boxes = Boxes::suggested(&sample.book, after, heard);
    other(&mut boxes);
    for command in commands(&sample.book, after, heard, &boxes, &mut ids(), today())? {
        sample.does(command);
    }
    Ok(())
}

#[test]
fn what_somebody_said_goes_into_the_suggested_module_as_a_quotation_byte_for_byte() {
    let (mut sample, after) = (sample(), after());
    let kayla = person(KAYLA);
    let said = Answer {
        verdict: Some(Verdict::NotRight),
        seen_by: [0].into(),
        who: Some(1),
        ..answer(Asked::Item(3), WORDS)
    };
    let heard = heard(1, Some(kayla), said);
    accepts(&mut sample, &after, &heard, |_| {}).unwrap();
    let said = sample.book.said.current(heard.id).unwrap();
    assert_eq!((said.words.as_str(), said.verdict), (WORDS, Some(Verdict::NotRight)));
    assert_eq!((said.who, said.kept, &said.to), (kayla, Kept::InAnEntry, &AnswerTo::Piece(after.pieces[&3])));
    assert_eq!(said.audience, Audience::People([person(AMARA)].into()), "as they chose");
    let made = sample.book.entries.current(said.entry.unwrap()).unwrap();
    assert_eq!(made.own_words, [Quote { who: kayla, words: WORDS.to_owned() }]);
    assert_eq!((made.module, made.subject), (ModuleId::M5, about(KAYLA)), "where the record stands");
    assert_eq!(made.done_on, PartialDate::day(today()));
    assert_eq!(made.present, [person(AMARA), kayla].into());
    assert_eq!(made.audience, Audience::TeamOnly, "nobody is shown an entry by this");
    assert!(made.is_only_own_words());
    assert_eq!(sample.book.showings.all().count(), 1, "and the showing is logged");
}

#[test]
fn what_has_several_boxes_keeps_each_of_them_and_a_number_alone_is_kept_too() {
    let (mut sample, after) = (sample(), after());
    let amara = person(AMARA);
    let scale = |name: &str| Asked::Scale(name.to_owned());
    let full = Answer {
        number: Some(6),
        why_not_less: "I sleep now".to_owned(),
        what_next: "A job".to_owned(),
        ..answer(scale("ready"), "")
    };
    let number = Answer { number: Some(4), ..answer(scale("better"), "") };
    for (place, (said, module, quotes)) in
        [(full, ModuleId::M1, vec!["I sleep now", "A job"]), (number, ModuleId::M8, vec!["4"])]
            .into_iter()
            .enumerate()
    {
        let heard = heard(place as u8 + 1, Some(amara), said);
        accepts(&mut sample, &after, &heard, |_| {}).unwrap();
        let entry = sample.book.said.current(heard.id).unwrap().entry.unwrap();
        let entry = sample.book.entries.current(entry).unwrap();
        assert_eq!((entry.module, entry.subject), (module, Subject::Person(amara)));
        let own: Vec<&str> = entry.own_words.iter().map(|it| it.words.as_str()).collect();
        assert_eq!(own, quotes);
    }
}

#[test]
fn each_thing_is_suggested_for_the_module_that_asks_for_it() {
    let (sample, after) = (sample(), after());
    let (amara, kayla) = (person(AMARA), person(KAYLA));
    let scale = |name: &str| Asked::Scale(name.to_owned());
    let (keep, part) = (|boxes: &Boxes| boxes.keep.clone(), |boxes: &Boxes| boxes.place.clone());
    for (to, who, module) in [
        (Asked::Nothing, amara, ModuleId::M8),
        (Asked::Nothing, kayla, ModuleId::M4),
        (Asked::Hopes, amara, ModuleId::M8),
        (Asked::Different, amara, ModuleId::M3),
        (Asked::Different, kayla, ModuleId::M4),
        (scale("safe"), kayla, ModuleId::M4),
        (scale("understand"), amara, ModuleId::M1),
        (Asked::Item(3), amara, ModuleId::M5),
        (Asked::Item(4), amara, ModuleId::M8),
        (Asked::Agreement, amara, ModuleId::M8),
    ] {
        let heard = heard(1, Some(who), answer(to.clone(), "Words"));
        let boxes = Boxes::suggested(&sample.book, &after, &heard);
        let subject = if to == Asked::Item(3) { about(KAYLA) } else { Subject::Person(who) };
        assert_eq!(
            (keep(&boxes), part(&boxes)),
            (MODULE.to_owned(), format!("{module}.{subject}")),
            "{to:?}"
        );
        let places = places(&sample.book, &after, &heard, Some(who));
        assert_eq!(places.len(), 8 * sample.book.subjects().len());
        let suggested: Vec<_> = places.iter().filter(|(_, name)| name.ends_with("(suggested)")).collect();
        assert!(matches!(suggested.as_slice(), [(value, _)] if *value == boxes.place), "{suggested:?}");
    }
    let ticked = Answer { verdict: Some(Verdict::Agree), ..answer(Asked::Agreement, "") };
    let boxes = Boxes::suggested(&sample.book, &after, &heard(1, Some(amara), ticked));
    assert_eq!((keep(&boxes), part(&boxes)), (VISIT.to_owned(), String::new()), "no words, no entry");
}

#[test]
fn a_signature_keeps_the_choice_the_name_the_text_that_was_signed_and_who_was_there() {
    let (mut sample, after) = (sample(), after());
    let no = Answer {
        verdict: Some(Verdict::DoNotAgree),
        signed: "Amara O.".to_owned(),
        ..answer(Asked::Agreement, "Not the breakfast club")
    };
    let heard = heard(1, Some(person(AMARA)), no);
    accepts(&mut sample, &after, &heard, |boxes| boxes.keep = VISIT.to_owned()).unwrap();
    let said = sample.book.said.current(heard.id).unwrap();
    let text = "Sam will ask the school about breakfast club.\nWho: Sam\nBy: 4 December 2026";
    let signed = said.before.as_ref().unwrap();
    assert_eq!((signed.words.as_str(), signed.hash.as_str()), (text, fingerprint(text).as_str()));
    assert_eq!(signed.hash.len(), 64);
    assert_eq!(signed.pieces, [ACTION]);
    assert_eq!((said.verdict, said.signed.as_str()), (Some(Verdict::DoNotAgree), "Amara O."));
    assert_eq!((said.kept, said.entry, said.disagrees()), (Kept::InTheVisit, None, true));
    let showing = sample.book.showings.current(said.showing).unwrap();
    assert_eq!(showing.people, [person(AMARA), person(KAYLA)].into());
    let parts = parts(&sample.book, &after, &heard);
    assert!(parts.contains(&("What was agreed", text.to_owned())), "{parts:?}");
    assert!(parts.contains(&("Signed", "Amara O.".to_owned())));
}

#[test]
fn whose_it_is_is_asked_where_nobody_said_so_and_never_guessed() {
    let (mut sample, mut after) = (sample(), after());
    after.showing.others = "Mrs Byrne".to_owned();
    let said = heard(1, None, Answer { who: None, ..answer(Asked::Nothing, WORDS) });
    assert_eq!(perhaps(&after), [person(AMARA), person(KAYLA)]);
    let first = Boxes::suggested(&sample.book, &after, &said);
    assert_eq!((first.who.as_str(), first.place.as_str()), ("", ""));
    let wrong = accepts(&mut sample, &after, &said, |_| {}).unwrap_err();
    assert_eq!(wrong, Wrong::new(field::of(field::WHO, said.id), "Select whose words these are"));
    // Once somebody says so, there is a suggestion; what was chosen already stays.
    let kayla = Boxes { who: person(KAYLA).to_string(), ..first.clone() };
    let kayla = kayla.said_by(&sample.book, &after, &said);
    assert_eq!((kayla.keep.as_str(), kayla.place), (MODULE, format!("{}.{}", ModuleId::M4, about(KAYLA))));
    let chosen = Boxes { who: NOBODY.to_owned(), ..first };
    assert_eq!(chosen.clone().said_by(&sample.book, &after, &said), chosen);

    accepts(&mut sample, &after, &said, |boxes| boxes.who = NOBODY.to_owned()).unwrap();
    let (_, note) = sample.book.case_notes.all().next().unwrap();
    assert!(note.text.contains(WORDS), "{}", note.text);
    assert_eq!((note.with.as_str(), note.on), ("Mrs Byrne", today()));
    assert_eq!(sample.book.said.all().count(), 0, "it is put in nobody's mouth");
    assert!(sample.book.case_notes.all().all(|(id, _)| id != NoteId::from_bytes([0; 16])));
}

#[test]
fn nothing_is_recorded_before_everything_is_chosen() {
    let (mut sample, after) = (sample(), after());
    let said = heard(1, Some(person(AMARA)), answer(Asked::Nothing, "Words"));
    let at = |what: &str| field::of(what, said.id);
    let no_module = accepts(&mut sample, &after, &said, |boxes| boxes.place = String::new());
    assert_eq!(no_module, Err(Wrong::new(at(field::PLACE), "Select the module that it goes to")));
    let neither = accepts(&mut sample, &after, &said, |boxes| boxes.keep = String::new());
    assert_eq!(neither, Err(Wrong::new(at(field::KEEP), "Select what you do with it")));
    let boxes = Boxes::suggested(&sample.book, &after, &said);
    let stuck = commands(&sample.book, &after, &said, &boxes, &mut || None, today()).unwrap_err();
    assert_eq!(stuck.field, at(field::KEEP));
    assert_eq!((sample.book.said.all().count(), sample.book.showings.all().count()), (0, 0));
}

#[test]
fn the_worker_reads_the_very_words_that_stood_there() {
    let (sample, mut after) = (sample(), after());
    let amara = Some(person(AMARA));
    let words = |after: &AfterVisit, to: Asked, who: u8| {
        before(&sample.book, after, &to, Some(person(who))).map(|it| it.words)
    };
    let item = "You are at school on time";
    assert_eq!(words(&after, Asked::Item(3), AMARA).as_deref(), Some(item), "not as it is recorded");
    let safe = |who| words(&after, Asked::Scale("understand".to_owned()), who).unwrap();
    assert!(safe(AMARA).ends_with('?') && safe(AMARA) != safe(KAYLA), "{} {}", safe(AMARA), safe(KAYLA));
    assert_eq!(words(&after, Asked::Nothing, AMARA), None);
    let half = Heard { half: true, ..heard(1, amara, answer(Asked::Different, "I was")) };
    assert_eq!(Boxes::suggested(&sample.book, &after, &half).keep, VISIT, "they may not have meant it");
    let told = parts(&sample.book, &after, &half);
    assert_eq!(told.first().unwrap().1, "What they think needs to be different");
    assert_eq!(told.last().unwrap().1, "They had not finished writing");
    // A visit that was begun before the app kept what stood there.
    after.items.clear();
    assert_eq!(words(&after, Asked::Item(3), AMARA).as_deref(), Some("Kayla is at school on time"));
    assert_eq!(words(&after, Asked::Agreement, AMARA), None, "and it is not on record");
    let gone = parts(&sample.book, &after, &heard(1, amara, answer(Asked::Agreement, "Yes")));
    assert!(gone.contains(&("What was agreed", "It is not on record any more".to_owned())));
}

#[test]
fn when_nothing_is_left_the_visit_is_to_be_recorded_with_who_was_there() {
    let (mut sample, mut after) = (sample(), after());
    let told_now = |sample: &Sample, after: &AfterVisit| told(&sample.book, after, today());
    let first = told_now(&sample, &after);
    assert_eq!(first.heading, "Shown to Amara, Kayla today 4:10pm");
    assert_eq!(first.words, "Until 4:42pm. The screen was covered 2 times.");
    assert_eq!(first.shown.len(), 2);
    assert_eq!(first.next.as_deref(), Some("Nobody wrote anything. Record the visit?"));
    let form = FamilyPage::sheet_of(Sheet::Visit, from_showing(after.id));
    assert_eq!(first.visit.to, Route::family(sample.book.id, form));
    let said = heard(1, Some(person(AMARA)), answer(Asked::Nothing, "Words"));
    after.heard = vec![said.clone()];
    assert_eq!(told_now(&sample, &after).next, None, "first what they said");
    accepts(&mut sample, &after, &said, |_| {}).unwrap();
    after.heard.clear();
    let next = told_now(&sample, &after).next;
    assert_eq!(next.as_deref(), Some("Everything they said is in the record. Record the visit?"));
    after.unopened = 1;
    assert_eq!(told_now(&sample, &after).next, None, "something is still kept there");
    after.unopened = 0;
    let of = from_showing(after.id);
    let form = crate::services::sheets::sheet(Sheet::Visit, Some(&of), &here(&sample.book)).unwrap();
    let typed = form.filled.into_iter().chain([("visit-place".to_owned(), "home".to_owned())]).collect();
    let record =
        crate::services::sheets::read(Sheet::Visit, Some(&of), &here(&sample.book), &typed, &mut ids());
    for command in record.unwrap() {
        sample.does(command);
    }
    let done = told_now(&sample, &after);
    let visits = Route::family(sample.book.id, FamilyPage::leaf(Leaf::Visits));
    assert_eq!((done.next, done.visit.to), (None, visits));
}

#[test]
fn what_cannot_wait_has_a_way_from_here() {
    let sample = sample();
    let ways = acts(&here(&sample.book));
    let words: Vec<&str> = ways.iter().map(|way| way.words.as_str()).collect();
    assert_eq!(words, ["Record an alert", "Open the safety page", "Record an event"]);
}
