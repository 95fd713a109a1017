//! What must not be known of a family that does not exist. None of it stands anywhere in the example family's
//! records.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use hearth::model::do_not_tell::DoNotTell;
use hearth::model::ids::PersonId;
use hearth::model::protected::{ProtectedFact, ProtectedKind};
use hearth::model::safety_plan::SafetyPlan;
use hearth::policy::leak_check::Guarded;

/// The one whose facts these are.
pub fn her() -> PersonId {
    PersonId::from_bytes([1; 16])
}

/// The one who must not know them.
pub fn him() -> PersonId {
    PersonId::from_bytes([2; 16])
}

pub fn readers() -> BTreeSet<PersonId> {
    BTreeSet::from([him()])
}

pub fn protected(kind: ProtectedKind, words: &str, also: &[&str]) -> Guarded {
    let also = also.iter().map(|it| (*it).to_owned()).collect();
    let words = words.to_owned();
    Guarded::from(&ProtectedFact {
        whose: her(),
        kind,
        words,
        also,
        since: None,
        until: None,
        note: String::new(),
    })
}

pub fn do_not_tell(phrases: &[&str]) -> Guarded {
    let on = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let request = DoNotTell {
        asked_by: her(),
        from: readers(),
        what: "What she told us alone".into(),
        phrases: phrases.iter().map(|it| (*it).to_owned()).collect(),
        records: BTreeSet::new(),
        why: "She is afraid of what would come of it".into(),
        asked_on: on,
        until: None,
        owner: None,
    };
    Guarded::do_not_tell(&request, on).unwrap()
}

pub fn safety_plan(words: &str, code_word: &str) -> Vec<Guarded> {
    let plan = SafetyPlan { what_i_do: words.into(), code_word: code_word.into(), ..SafetyPlan::default() };
    Guarded::safety_plan(her(), &plan)
}

/// A thing that is guarded, how it is written plainly, and a distinctive word of it, if there is one.
pub struct Fact {
    pub name: &'static str,
    pub guarded: Guarded,
    pub plain: &'static str,
    pub word: Option<&'static str>,
}

pub fn facts() -> Vec<Fact> {
    use ProtectedKind::*;
    let fact = |name, kind, words: &str, plain, word| Fact {
        name,
        guarded: protected(kind, words, &[]),
        plain,
        word,
    };
    let mut facts = vec![
        fact(
            "address",
            Address,
            "Flat 2, 14 Larkspur Road, Anytown AN1 2BC",
            "14 Larkspur Road",
            Some("Larkspur"),
        ),
        fact("postcode", Address, "Flat 2, 14 Larkspur Road, Anytown AN1 2BC", "AN1 2BC", None),
        fact("common street", Address, "27 Church Road, Anytown AN3 4DE", "27 Church Road", None),
        fact("high street", Address, "8 High Street, Anytown AN7 1QT", "8 High Street", None),
        fact("phone", Phone, "07700 900123 (after six)", "07700 900123", None),
        fact("landline", Phone, "(01632) 960456", "01632 960456", None),
        fact("email", Email, "t.larkin92@example.org", "t.larkin92@example.org", None),
        fact(
            "school",
            School,
            "St Mary’s C of E Primary School, Anytown",
            "St Mary’s C of E Primary School",
            None,
        ),
        fact("common school", School, "Park View Primary School", "Park View Primary School", None),
        fact("nursery", Nursery, "Little Acorns Day Nursery", "Little Acorns Day Nursery", None),
        fact(
            "work",
            Workplace,
            "Merryweather Bakery, 3 Mill Lane",
            "Merryweather Bakery",
            Some("Merryweather"),
        ),
        fact("vehicle", Vehicle, "Blue Ford Fiesta, AB12 CDE", "AB12 CDE", None),
        fact("refuge", Refuge, "Willowmere House", "Willowmere House", Some("Willowmere")),
        fact("partner", NewPartner, "Gareth Stubbington", "Gareth Stubbington", Some("Stubbington")),
        fact(
            "programme",
            Programme,
            "Brighter Harbours Programme",
            "Brighter Harbours Programme",
            Some("Brighter"),
        ),
    ];
    let [plan, code] = <[Guarded; 2]>::try_from(safety_plan(
        "If he comes I wait at the launderette by the station until my sister is there.",
        "pineapple tart",
    ))
    .unwrap();
    let plain = "wait at the launderette by the station";
    facts.push(Fact { name: "plan", guarded: plan, plain, word: Some("launderette") });
    facts.push(Fact { name: "code word", guarded: code, plain: "pineapple tart", word: Some("pineapple") });
    let guarded = do_not_tell(&["expecting a baby"]);
    facts.push(Fact { name: "do not tell", guarded, plain: "expecting a baby", word: Some("expecting") });
    facts
}
