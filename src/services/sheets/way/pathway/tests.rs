use super::*;
use crate::model::dates::PartialDate;
use crate::model::person::{Person, Standing};
use crate::navigation::Sheet as Place;
use crate::policy::authority::Authority;
use crate::services::sample::{KAYLA, person};
use crate::services::sheets::way::desk::{Desk, filled};

/// A desk with Kayla, born in this year.
fn with_kayla_of(authority: Authority, born: &str) -> Desk {
    let mut desk = Desk::new(authority);
    let mut kayla = Person::named(Standing::Child, "Kayla");
    kayla.arrival = Arrival::Born(PartialDate::parse("1", "1", born, false).ok());
    let id = person(KAYLA);
    let seen = desk.sample.book.people.head_ids(id);
    desk.tries(vec![Command::RecordPerson { id, person: kayla, seen }]).unwrap();
    desk
}

#[test]
fn a_reason_is_asked_where_the_guidance_does_not_decide_and_says_which_gap() {
    let chosen = |pathway| ("pathway-chosen", pathway);
    for (authority, born, typed, says) in [
        (
            Authority::Walsall,
            "2018",
            vec![("pathway-concerns", "mental_health"), chosen("family_safeguarding")],
            "",
        ),
        (
            Authority::Walsall,
            "2013",
            vec![("pathway-concerns", "mental_health"), chosen("family_safeguarding")],
            "The guidance does not decide this: A child of exactly 13 is neither under 13 nor over 13; The family \
             fits neither pathway. Enter why this pathway was chosen",
        ),
        (
            Authority::Walsall,
            "2018",
            vec![("pathway-concerns", "mental_health"), chosen("exploitation")],
            "The guidance says: Family Safeguarding pathway. Enter why this one was chosen",
        ),
        (
            Authority::WestSussex,
            "2018",
            vec![("pathway-concerns", "mental_health"), chosen("family_safeguarding")],
            "The guidance does not decide this: The guidance decides by age and by the parents’ needs, but gives \
             no ages. Enter why this pathway was chosen",
        ),
        (Authority::Warwickshire, "2018", vec![chosen("child_in_need")], ""),
    ] {
        let mut desk = with_kayla_of(authority, born);
        if says.is_empty() {
            desk.fills_in(Place::Pathway, None, &typed);
            let choice = desk.sample.book.pathways.current(PathwayOf::Family);
            assert!(choice.is_some_and(|choice| choice.gaps.is_empty()), "{authority:?}");
            continue;
        }
        assert_eq!(
            desk.mends(Place::Pathway, None, &typed),
            [("pathway-why".to_owned(), says.to_owned())],
            "{authority:?} {born}"
        );
        let why = [typed.clone(), vec![("pathway-why", "Agreed with both teams")]].concat();
        desk.fills_in(Place::Pathway, None, &why);
        let said = desk.sample.book.pathways.current(PathwayOf::Family).unwrap();
        assert_eq!(said.why, "Agreed with both teams");
    }
}

#[test]
fn each_authority_offers_its_own_pathways_and_says_what_it_asks() {
    for (authority, expected) in [
        (Authority::Walsall, vec!["family_safeguarding", "exploitation", "another"]),
        // It does not speak of exploitation, and does not say that there is no such pathway.
        (Authority::WestSussex, vec!["family_safeguarding", "exploitation", "another"]),
        (Authority::Warwickshire, vec!["child_in_need", "another"]),
    ] {
        let desk = with_kayla_of(authority, "2013");
        let codes: Vec<&str> =
            offered(&desk.here(), PathwayOf::Family).into_iter().map(Choice::code).collect();
        assert_eq!(codes, expected, "{authority:?}");
        let form = desk.form(Place::Pathway, None);
        let warned = |words: &str| form.questions.iter().any(|it| it.what == What::Warning(words.into()));
        let thirteen = "A child of exactly 13 is neither under 13 nor over 13.";
        assert_eq!(warned(thirteen), authority == Authority::Walsall, "{authority:?}");
    }
}

#[test]
fn what_was_said_when_the_family_was_added_stands_in_the_boxes_and_a_child_can_have_their_own() {
    let mut desk = with_kayla_of(Authority::Walsall, "2018");
    let family = crate::model::family::Family {
        label: "The Ash family".into(),
        referred_on: None,
        assessed_on: None,
        pathway: "The disability team".into(),
        pathway_why: "They know Kayla well".into(),
        example: false,
    };
    desk.tries(vec![Command::DescribeFamily { family, seen: vec![] }]).unwrap();
    desk.fills_in(Place::Pathway, None, &[]);
    let choice = desk.sample.book.pathways.current(PathwayOf::Family).unwrap();
    assert_eq!((choice.pathway, choice.service.as_str()), (Pathway::Another, "The disability team"));
    assert_eq!(choice.why, "They know Kayla well");
    let kayla = person(KAYLA).to_string();
    assert!(filled(&desk, Place::Pathway, &kayla).is_empty());
    let typed = [("pathway-concerns", "domestic_abuse"), ("pathway-chosen", "family_safeguarding")];
    desk.fills_in(Place::Pathway, Some(&kayla), &typed);
    assert_eq!(desk.sample.book.pathway(PathwayOf::Child(person(KAYLA))), Some(Pathway::FamilySafeguarding));
    let empty = desk.mends(Place::Pathway, None, &[("pathway-service", "")]);
    assert_eq!(empty[0].0, "pathway-service");
}
