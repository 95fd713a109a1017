use super::*;
use crate::model::audience::Audience;
use crate::model::entry::Quote;
use crate::model::ids::ActionId;
use crate::model::module::ModuleId;
use crate::model::showing::{Before, Given, Kept, Verdict};
use crate::navigation::Leaf as Place;
use crate::services::entry_reading::card_of;
use crate::services::leaf::Part;
use crate::services::leaves::leaf;
use crate::services::sample::{AMARA, KAYLA, Sample, about, entry, entry_id, person, today};
use crate::services::sheets::tests::here;
use crate::workbook::decide::{Command, SharingCommand};

const SHOWING: ShowingId = ShowingId::from_bytes([9; 16]);
const ACTION: Piece = Piece::Action(ActionId::from_bytes([5; 16]));

fn said(who: u8, to: AnswerTo, words: &str) -> Said {
    Said {
        showing: SHOWING,
        who: person(who),
        to,
        given: Given::Typed,
        at: "2026-11-21T16:10:00Z".parse().unwrap(),
        verdict: None,
        number: None,
        why_not_less: String::new(),
        what_next: String::new(),
        words: words.to_owned(),
        signed: String::new(),
        audience: Audience::TeamOnly,
        kept: Kept::InTheVisit,
        taken_in_on: today(),
        unfinished: false,
        before: None,
        entry: None,
    }
}

/// An entry about Kayla; Kayla says that it is not right, and Amara agrees to what was agreed. What Amara hopes for is in
/// an entry of its own.
fn sample() -> Sample {
    let mut sample = Sample::new();
    let mornings = entry(ModuleId::M5, about(KAYLA), "Kayla is at school on time");
    sample.does(Command::RecordEntry { id: entry_id(1), entry: mornings });
    let mut hopes = entry(ModuleId::M8, about(AMARA), "");
    hopes.own_words = vec![Quote { who: person(AMARA), words: "A garden 🌻".to_owned() }];
    sample.does(Command::RecordEntry { id: entry_id(2), entry: hopes });
    let showing = Showing {
        people: [person(AMARA), person(KAYLA)].into(),
        others: "Mrs Byrne".to_owned(),
        shown: vec![(Piece::GoingWell(entry_id(1)), "9f".repeat(32))],
        language: "en-GB".to_owned(),
        began: "2026-11-21T16:00:00Z".parse().unwrap(),
        ended: None,
        hidden: 0,
    };
    sample.does(Command::Sharing(SharingCommand::Show { id: SHOWING, showing }));
    let to = AnswerTo::Piece(Piece::GoingWell(entry_id(1)));
    let not_right = Said { verdict: Some(Verdict::NotRight), ..said(KAYLA, to, "Not on Fridays 🙃") };
    let words = "Sam will ask the school.".to_owned();
    let agrees = Said {
        verdict: Some(Verdict::Agree),
        signed: "Amara O.".to_owned(),
        before: Some(Before { words, hash: "ab".repeat(32), pieces: vec![ACTION] }),
        ..said(AMARA, AnswerTo::Agreement, "")
    };
    let hopes = said(AMARA, AnswerTo::Hopes, "A garden 🌻");
    let hopes = Said { kept: Kept::InAnEntry, entry: Some(entry_id(2)), unfinished: true, ..hopes };
    for (number, said) in [(1, not_right), (2, agrees), (3, hopes)] {
        let id = SaidId::from_bytes([number; 16]);
        sample.does(Command::Sharing(SharingCommand::TakeIn { id, said }));
    }
    sample
}

#[test]
fn a_disagreement_stands_beside_the_entry_that_it_is_about_and_never_in_it() {
    let sample = sample();
    let card = card_of(&sample.book, entry_id(1)).unwrap();
    let [beside] = card.beside.as_slice() else { panic!("{:?}", card.beside) };
    assert_eq!(beside.label, "Kayla was shown this, and said on 21 November 2026 at 4:10pm");
    assert_eq!(beside.text, "No, that is not right\n“Not on Fridays 🙃”");
    assert!(beside.quote && card.lines.iter().all(|line| !line.text.contains("Fridays")));
    let theirs = card_of(&sample.book, entry_id(2)).unwrap();
    assert_eq!(theirs.certainty_words, "Fact: they said this");
    assert_eq!(theirs.beside.len(), 1);
    assert_eq!(theirs.beside[0].label, "Amara said this on 21 November 2026 at 4:10pm");
    assert_eq!(theirs.beside[0].text, "To: What they hope for\nThey had not finished writing");
}

#[test]
fn each_thing_is_told_with_who_when_to_what_and_who_was_there() {
    let sample = sample();
    let rows = in_showing(&sample.book, SHOWING);
    assert_eq!(rows.len(), 3);
    let not_right = &rows[0];
    assert_eq!(not_right.words, "Kayla, on 21 November 2026 at 4:10pm");
    assert_eq!(not_right.tag.as_ref().unwrap().words, "Sees it differently");
    let more = |row: &Row| row.more.join(" | ");
    assert_eq!(
        more(not_right),
        "To: What is going well: Kayla, module 5, 21 November 2026 | No, that is not right | “Not on Fridays 🙃” | \
         There: Amara, Kayla, Mrs Byrne"
    );
    let agrees = &rows[1];
    assert!(
        agrees.tag.is_none() && more(agrees).contains("Signed: Amara O. | There: Amara, Kayla, Mrs Byrne")
    );
    assert!(more(agrees).contains("“Sam will ask the school.”") && more(agrees).ends_with(&"ab".repeat(32)));
    let hopes = &rows[2];
    let page = FamilyPage::EntryHistory { subject: about(AMARA), module: ModuleId::M8, entry: entry_id(2) };
    assert_eq!(hopes.to, Some(Route::family(sample.book.id, page)), "the way to the entry");
    assert_eq!(to_what_was_shown(&sample.book).len(), 2, "a hope is no answer to anything shown");
    assert_eq!(to_pieces(&sample.book, &[ACTION]).len(), 1, "what was agreed has its signature");
}

#[test]
fn it_is_read_where_visits_are_and_where_what_is_shown_is_chosen() {
    let sample = sample();
    let parts = |place: Place| leaf(place, None, &here(&sample.book)).unwrap().parts;
    let visits = parts(Place::Visits);
    let heading = Part::Subheading("To Amara, Kayla, Mrs Byrne, 21 November 2026".to_owned());
    let at = visits.iter().position(|part| *part == heading).unwrap();
    assert!(matches!(&visits[at + 1], Part::List(rows) if rows.len() == 3));
    assert!(matches!(&visits[at + 2], Part::Details { summary, .. } if summary == "What was shown (1)"));
    let sharing = parts(Place::Sharing);
    let heading = Part::Heading("What they said to it".to_owned());
    let at = sharing.iter().position(|part| *part == heading).unwrap();
    assert!(matches!(&sharing[at + 1], Part::List(rows) if rows.len() == 2));
}
