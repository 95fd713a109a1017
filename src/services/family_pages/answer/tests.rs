//! Answers, from the boxes of a page to the letter and back into the boxes.

use chrono::DateTime;

use super::*;
use crate::services::family_pages::tests::{amara, both, every_place, person, view};
use crate::services::visit::half_said::HalfSaid;

fn now() -> DateTime<Utc> {
    DateTime::UNIX_EPOCH
}

fn typed(fields: &[(&str, &str)]) -> Fields {
    fields.iter().map(|(name, words)| ((*name).to_owned(), (*words).to_owned())).collect()
}

/// What one who is there alone answered.
fn answered(view: &FamilyView, place: FamilyPlace, fields: &[(&str, &str)]) -> Option<Answer> {
    answer(view, place, &SoFar::default(), &typed(fields), now())
}

fn by(who: usize) -> SoFar {
    SoFar { who: Some(who), chosen: None }
}

#[test]
fn an_answer_is_kept_byte_for_byte_with_whose_it_is_and_who_may_see_it() {
    let words = "  مرحبا 👩‍👧 🏀\r\n<b>“no”</b>\t \u{200f}e\u{301} é\u{202e}abc\u{202c} ";
    let fields = typed(&[("words", words), ("sees", "0")]);
    let said = answer(&both(), FamilyPlace::Say, &by(1), &fields, now()).unwrap();
    assert_eq!(said.words.as_bytes(), words.as_bytes());
    assert_eq!((said.who, &said.to, said.given, said.at), (Some(1), &Asked::Nothing, Given::Typed, now()));
    assert_eq!(said.seen_by, [0].into());
    assert_eq!(boxes(&said), fields);
    let text = serde_json::to_string(&said).unwrap();
    assert_eq!(serde_json::from_str::<Answer>(&text).unwrap(), said);
    let alone = answered(&amara(), FamilyPlace::Say, &[("words", "x"), ("sees", "0\n5")]);
    assert!(alone.unwrap().seen_by.is_empty());
}

#[test]
fn nothing_said_is_no_answer() {
    assert_eq!(answered(&amara(), FamilyPlace::Say, &[("words", "  ")]), None);
    assert_eq!(answered(&both(), FamilyPlace::Say, &[("words", "me")]), None);
    assert_eq!(answered(&amara(), FamilyPlace::Home, &[("words", "me")]), None);
    assert_eq!(answered(&amara(), FamilyPlace::Ask(1), &[("choice", "77")]), None);
    assert_eq!(answered(&amara(), FamilyPlace::Ask(1), &[("why-not-less", "I sleep")]), None);
}

#[test]
fn an_answer_on_a_scale_holds_its_number_and_what_followed() {
    let fields = [
        ("choice", "6"),
        ("why-not-less", "I sleep"),
        ("what-next", "a job"),
        ("given", "pointed"),
        ("words", "not asked here"),
    ];
    let said = answered(&amara(), FamilyPlace::Ask(2), &fields).unwrap();
    assert_eq!(said.to, Asked::Scale("better".to_owned()));
    assert_eq!((said.number, said.verdict, said.given), (Some(6), None, Given::Pointed));
    assert_eq!(
        (said.why_not_less.as_str(), said.what_next.as_str(), said.words.as_str()),
        ("I sleep", "a job", "")
    );
    let joel = view(vec![person("Joel", Some(4))]);
    let said = answered(&joel, FamilyPlace::Ask(1), &[("choice", "10")]).unwrap();
    assert_eq!((said.number, said.given), (Some(10), Given::Told));
    let skipped = [("choice", "would_not_say"), ("why-not-less", "typed before")];
    let said = answered(&amara(), FamilyPlace::Ask(2), &skipped).unwrap();
    assert_eq!((said.verdict, said.number), (Some(Verdict::WouldNotSay), None));
    assert_eq!(said.why_not_less, "");
}

#[test]
fn a_signature_holds_the_choice_the_name_and_the_reason() {
    let fields = [("choice", "do_not_agree"), ("words", "too soon"), ("signed", "Amara K")];
    let said = answered(&both(), FamilyPlace::Sign(1), &fields).unwrap();
    assert_eq!((said.who, &said.to, said.verdict), (Some(0), &Asked::Agreement, Some(Verdict::DoNotAgree)));
    assert_eq!((said.words.as_str(), said.signed.as_str()), ("too soon", "Amara K"));
    let told = answered(&both(), FamilyPlace::Sign(2), &[("choice", "could_not_answer")]);
    assert_eq!(told.map(|it| (it.who, it.given)), Some((Some(1), Given::Told)));
    assert_eq!(answered(&both(), FamilyPlace::Sign(9), &[("choice", "agree")]), None);
}

#[test]
fn what_somebody_began_to_write_comes_back_into_the_boxes_also_when_it_says_nothing_yet() {
    for (view, place, fields) in [
        (amara(), FamilyPlace::Say, vec![("words", "I was 🦉 أنا\n ")]),
        (amara(), FamilyPlace::Hopes, vec![("words", " ")]),
        (amara(), FamilyPlace::Ask(2), vec![("why-not-less", "I sleep")]),
        (amara(), FamilyPlace::Ask(2), vec![("choice", "6"), ("what-next", "a job"), ("given", "pointed")]),
        (amara(), FamilyPlace::Ask(2), vec![("choice", "later"), ("what-next", "typed before that")]),
        (amara(), FamilyPlace::Better(1), vec![("choice", "right"), ("words", "typed before that")]),
        (both(), FamilyPlace::Sign(1), vec![("choice", "agree"), ("signed", "Am")]),
    ] {
        let fields = typed(&fields);
        let begun = begun(&view, place, &SoFar::default(), &fields, now()).unwrap();
        assert_eq!(boxes(&begun), fields, "{place:?}");
    }
}

#[test]
fn each_of_several_comes_back_to_their_own_words() {
    let (view, mut half) = (both(), HalfSaid::default());
    for (who, words) in [(0, "mine"), (1, "hers 🏀")] {
        let begun = begun(&view, FamilyPlace::Say, &by(who), &typed(&[("words", words)]), now());
        half.keep(begun.unwrap(), 0, || words.to_owned());
    }
    let again = |who: Option<usize>| {
        let (who, to) = asked(&view, FamilyPlace::Say, &SoFar { who, chosen: None })?;
        half.get(Some(who), &to).map(boxes)
    };
    assert_eq!(again(Some(0)), Some(typed(&[("words", "mine")])));
    assert_eq!(again(Some(1)), Some(typed(&[("words", "hers 🏀")])));
    assert_eq!(again(None), None, "nobody has said who answers");
}

#[test]
fn only_a_page_that_asks_somebody_takes_an_answer() {
    for place in every_place() {
        let shown = page(&both(), place, &by(1));
        let asked = asked(&both(), place, &by(1));
        assert_eq!(asked.as_ref().map(|(_, to)| to), shown.asks.as_ref(), "{place:?}");
        let begun = begun(&both(), place, &by(1), &typed(&[("words", "x")]), now());
        assert_eq!(begun.map(|it| (it.who, it.to)), asked.map(|(who, to)| (Some(who), to)), "{place:?}");
    }
}
