//! The kinds of what a family is shown and what they said to it.

use chrono::{DateTime, NaiveDate, TimeZone, Utc};
use hearth::model::choices::Choice;
use hearth::model::ids::{ActionId, PersonId, SaidId, ShowingId, SupervisionId, ThresholdId, VisitId};
use hearth::model::sharing::{Approval, ForOne, Heading, Piece, Shared, Translation};
use hearth::model::showing::{AnswerTo, Before, Given, Kept, Said, Showing, Verdict};
use hearth::workbook::fact::{Fact, Revision};
use serde_json::{Value, json};

use super::workbooks::*;
use super::{check, revision, sample, supersedes};

fn id<T>(number: u64, from_bytes: fn([u8; 16]) -> T) -> T {
    from_bytes((number as u128).to_be_bytes())
}

fn at(minute: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 21, 15, minute, 0).unwrap()
}

fn shared() -> Shared {
    Shared {
        audience: only(&[AMARA, KAYLA]),
        heading: Heading::Better,
        family_words: "You rang Rana when you felt like drinking. 💪".to_owned(),
        translations: [(
            "cy".to_owned(),
            Translation { words: "Ffonioch chi Rana.".to_owned(), by: "Nia Pugh".to_owned() },
        )]
        .into(),
    }
}

#[test]
fn shared_v1() {
    check("shared-v1.json", Fact::Shared(revision(Piece::Needs(entry_id(41)), shared())));
    check(
        "shared-v1-own-words.json",
        Fact::Shared(revision(
            Piece::OwnWords(entry_id(41), KAYLA),
            Shared {
                audience: only(&[AMARA]),
                heading: Heading::Said,
                family_words: String::new(),
                translations: Default::default(),
            },
        )),
    );
    check(
        "shared-v1-stopped.json",
        Fact::Shared(Revision {
            of: Piece::Action(id(81, ActionId::from_bytes)),
            supersedes: supersedes(),
            reason: "She asked us to".to_owned(),
            value: None,
        }),
    );
}

#[test]
fn sharing_approval_v1() {
    let of = ForOne { piece: Piece::GoingWell(entry_id(41)), person: DANIEL };
    let approval = Approval {
        words: "You rang before you came. 💪".to_owned(),
        on: NaiveDate::from_ymd_opt(2026, 11, 21).unwrap(),
    };
    check("sharing_approval-v1.json", Fact::Approval(revision(of, approval)));
}

#[test]
fn showing_v1() {
    let showing = Showing {
        people: [AMARA, KAYLA].into(),
        others: "Her neighbour".to_owned(),
        shown: vec![(Piece::GoingWell(entry_id(41)), "9f".repeat(32))],
        language: "cy".to_owned(),
        began: at(30),
        ended: Some(at(52)),
        hidden: 2,
    };
    check("showing-v1.json", Fact::Showing(revision(id(96, ShowingId::from_bytes), showing)));
}

fn said(who: PersonId, to: AnswerTo) -> Said {
    Said {
        showing: id(96, ShowingId::from_bytes),
        who,
        to,
        given: Given::Pointed,
        at: at(41),
        verdict: Some(Verdict::NotRight),
        number: None,
        why_not_less: String::new(),
        what_next: String::new(),
        words: "  Not every day 🙃\n‏שלום ".to_owned(),
        signed: String::new(),
        audience: only(&[AMARA]),
        kept: Kept::InTheVisit,
        taken_in_on: NaiveDate::from_ymd_opt(2026, 11, 21).unwrap(),
        unfinished: false,
        before: None,
        entry: None,
    }
}

#[test]
fn said_v1() {
    let of = id(97, SaidId::from_bytes);
    let to_a_piece = said(KAYLA, AnswerTo::Piece(Piece::GoingWell(entry_id(41))));
    check("said-v1.json", Fact::Said(revision(of, to_a_piece)));
    let on_a_scale = Said {
        verdict: None,
        number: Some(6),
        why_not_less: "I sleep now".to_owned(),
        what_next: "A job".to_owned(),
        words: String::new(),
        given: Given::Typed,
        kept: Kept::InAnEntry,
        ..said(AMARA, AnswerTo::Scale("sleep".to_owned()))
    };
    check("said-v1-scale.json", Fact::Said(revision(of, on_a_scale)));
    let signed = Said {
        verdict: Some(Verdict::Agree),
        signed: "Amara Okafor".to_owned(),
        ..said(AMARA, AnswerTo::Agreement)
    };
    check("said-v1-signed.json", Fact::Said(revision(of, signed)));
    let in_an_entry = Said {
        kept: Kept::InAnEntry,
        before: Some(Before {
            words: "Amara will take Joel to the dentist.\nBy 4 December 2026".to_owned(),
            hash: "9f".repeat(32),
            pieces: vec![Piece::Action(id(81, ActionId::from_bytes))],
        }),
        entry: Some(entry_id(41)),
        unfinished: true,
        ..said(AMARA, AnswerTo::Agreement)
    };
    check("said-v1-before.json", Fact::Said(revision(of, in_an_entry)));
}

#[test]
fn the_words_of_choices_never_change() {
    let words = sample("words-v1-sharing.json");
    fn same<C: Choice + serde::Serialize>(words: &Value, name: &str) {
        let codes: Vec<&str> = C::ALL.iter().map(|choice| choice.code()).collect();
        assert_eq!(json!(C::ALL), words[name], "{name}");
        assert_eq!(json!(codes), words[name], "{name}");
    }
    same::<Heading>(&words, "heading");
    same::<Given>(&words, "given");
    same::<Verdict>(&words, "verdict");
    same::<Kept>(&words, "kept");
    let (entry, one) = (entry_id(41), id(71, PersonId::from_bytes));
    let pieces = [
        Piece::GoingWell(entry),
        Piece::Needs(entry),
        Piece::OwnWords(entry, one),
        Piece::Analysis(entry, one),
        Piece::Action(id(71, ActionId::from_bytes)),
        Piece::Supervision(id(71, SupervisionId::from_bytes)),
        Piece::Visit(id(71, VisitId::from_bytes)),
        Piece::Threshold(id(71, ThresholdId::from_bytes)),
        Piece::Worker(practitioner_id(71)),
        Piece::Said(id(71, SaidId::from_bytes)),
    ];
    let names: Vec<String> = pieces
        .iter()
        .flat_map(|it| json!(it).as_object().unwrap().keys().cloned().collect::<Vec<_>>())
        .collect();
    assert_eq!(json!(names), words["piece"]);
}
