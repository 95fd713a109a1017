//! By what each kind of guarded thing is known.

use crate::model::protected::ProtectedKind;

use super::guarded::{Guarded, GuardedKind};
use super::letters::words;
use super::ordinary::is_common;
use super::signs::{Reach, Signs, Together};
use super::wording::Wording;
use super::{address, email, name, phone, place_name, sentences, vehicle};

/// What is said of where somebody is, how they can be reached, or who helps them (`ux.md` SR3; `domain.md` E2,
/// rule 4: "other-parent health, probation and police words").
const WHEREABOUTS: &str = "\
    address;postcode;moved;moved out;moved in;moving;lives;living;is staying;staying;stays;new house;\
    new flat;new home;new number;phone number;mobile number;new partner;boyfriend;girlfriend;fiancé;\
    works at;works in;works for;new job;refuge;safe house;hostel;police;hospital;doctor;GP;psychiatrist;\
    counselling;counsellor;therapy;therapist;medication;antidepressants;solicitor;probation;safety plan";

/// The wordings of one guarded thing.
pub(super) fn signs(guarded: &Guarded) -> Signs {
    let mut signs = Signs::default();
    for wording in &guarded.wordings {
        match guarded.kind {
            GuardedKind::Protected(kind) => protected(kind, wording, &mut signs),
            GuardedKind::DoNotTell => {
                signs.asked_for(&words(wording));
                numbers(wording, false, &mut signs);
                address_with_number(wording, &mut signs);
            }
            GuardedKind::SafetyPlan => {
                sentences::signs(wording, &mut signs);
                numbers(wording, false, &mut signs);
                address_with_number(wording, &mut signs);
            }
            GuardedKind::CodeWord => sentences::code_word(wording, &mut signs),
            GuardedKind::Person | GuardedKind::Worker => name::signs(&words(wording), &mut signs),
            GuardedKind::Service => signs.alone.push(Wording::of(words(wording)).exact().strict()),
            GuardedKind::Whereabouts => {}
        }
    }
    if guarded.kind == GuardedKind::Whereabouts {
        signs.together.push(whereabouts(&guarded.wordings));
    }
    signs
}

fn whereabouts(called: &[String]) -> Together {
    let wording = |text: &str| Wording::of(words(text)).exact().strict();
    Together {
        one: called.iter().map(|name| wording(name)).collect(),
        other: WHEREABOUTS.split(';').map(wording).collect(),
        reach: Reach::Sentence,
    }
}

fn protected(kind: ProtectedKind, wording: &str, signs: &mut Signs) {
    let plain = words(wording);
    let numbers = numbers(wording, kind == ProtectedKind::Phone, signs);
    match kind {
        ProtectedKind::Address => {
            let street = address::signs(&plain, signs);
            if !street || plain.len() < 7 {
                house(wording, signs);
            }
        }
        ProtectedKind::Phone | ProtectedKind::Email => {
            if !numbers {
                signs.phrase(&plain);
            }
        }
        ProtectedKind::School
        | ProtectedKind::Nursery
        | ProtectedKind::Workplace
        | ProtectedKind::Refuge
        | ProtectedKind::Programme => {
            let (name, place) = parts(wording);
            place_name::signs(kind, &words(name), signs);
            address::signs(&words(place), signs);
            address_with_number(name, signs);
        }
        ProtectedKind::Vehicle => vehicle::signs(&plain, signs),
        ProtectedKind::NewPartner => {
            let (name, place) = parts(wording);
            name::signs(&words(name), signs);
            address::signs(&words(place), signs);
        }
        ProtectedKind::SafeContact | ProtectedKind::Other => {
            sentences::signs(wording, signs);
            vehicle::signs(&plain, signs);
            address_with_number(wording, signs);
        }
    }
}

/// The telephone numbers and e-mail addresses among these words, whatever they are said to be.
fn numbers(wording: &str, said_to_be: bool, signs: &mut Signs) -> bool {
    let phones = phone::numbers_in(wording, said_to_be);
    let any = !phones.is_empty();
    signs.phones.extend(phones);
    email::signs(wording, signs) || any
}

/// Prose has a street in it only where there is a number: "the end of the road" is none.
fn address_with_number(wording: &str, signs: &mut Signs) {
    if wording.contains(|it: char| it.is_numeric()) {
        address::signs(&words(wording), signs);
    }
}

/// What comes before the first comma or line, and the rest.
fn parts(wording: &str) -> (&str, &str) {
    wording.split_once([',', '\n', ';', '(']).unwrap_or((wording, ""))
}

/// A house whose street is not read as one: "The Old Rectory", "5 Llys y Coed", "Room 12, Travelodge". Its name is what
/// comes first, or next, when what comes first is a number only.
fn house(wording: &str, signs: &mut Signs) {
    let (first, rest) = parts(wording);
    let name = words(first);
    signs.phrase(&name);
    let without_number: Vec<String> = name.iter().filter(|word| !is_number(word)).cloned().collect();
    if without_number.iter().any(|word| !is_common(word)) {
        signs.phrase(&without_number);
    } else if !rest.is_empty() {
        signs.phrase(&words(parts(rest).0));
    }
}

fn is_number(word: &str) -> bool {
    word.starts_with(|it: char| it.is_ascii_digit())
}
