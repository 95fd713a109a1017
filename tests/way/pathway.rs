//! The pathway, and the gaps that the guidance leaves (`domain.md` R4 to R6, A14.5).

use std::collections::BTreeSet;

use hearth::model::choices::Choice;
use hearth::model::dates::PartialDate;
use hearth::model::family::Family;
use hearth::model::pathway::{Circumstance, Concern, Gap, Pathway, PathwayChoice, PathwayOf};
use hearth::model::person::{Arrival, Person, Standing};
use hearth::model::practitioner::Role;
use hearth::model::status::PlanStatus;
use hearth::policy::authority::Authority;
use hearth::workbook::decide::Command;
use hearth::workbook::decide::way::{Needed, Way};

use crate::workbooks::way::*;
use crate::workbooks::*;
use crate::{family_in, needs};

/// Kayla and Leon at these ages, in whole years and a day; `None`: not known. 0: not yet born.
fn aged(authority: Authority, kayla: Option<i32>, leon: Option<i32>) -> Device {
    let mut device = family_in(authority);
    for (id, name, age) in [(KAYLA, "Kayla", kayla), (LEON, "Leon", leon)] {
        let born = |age| PartialDate::day(day(2026 - age, 11, 20));
        let arrival = match age {
            Some(0) => Arrival::Unborn { due: None },
            _ => Arrival::Born(age.map(born)),
        };
        let person = Person { arrival, ..Person::named(Standing::Child, name) };
        let seen = device.book.people.head_ids(id);
        // Of somebody without a date of birth this says nothing new.
        device.try_record(Command::RecordPerson { id, person, seen }).unwrap();
    }
    device
}

fn chosen(pathway: Pathway, concerns: &[Concern]) -> PathwayChoice {
    PathwayChoice {
        pathway,
        service: String::new(),
        concerns: concerns.iter().copied().collect(),
        circumstances: BTreeSet::new(),
        why: String::new(),
        gaps: BTreeSet::new(),
    }
}

fn chooses(of: PathwayOf, choice: PathwayChoice) -> Way {
    Way::ChoosePathway { of, choice, seen: vec![] }
}

use Concern::{DomesticAbuse, MentalHealth, OutsideHome, SubstanceMisuse};
use Gap::{AgeNotKnown, AgeThirteen, AndOr, Both, Neither, NoConcern};
use Pathway::{Exploitation, FamilySafeguarding};

type Case = (Option<i32>, Option<i32>, &'static [Concern], &'static [Pathway], &'static [Gap]);

/// Walsall: ages of the two children, concerns, the pathways that fit, the gaps.
const WALSALL: &[Case] = &[
    (Some(8), Some(15), &[DomesticAbuse], &[FamilySafeguarding], &[]),
    (Some(8), Some(15), &[MentalHealth], &[FamilySafeguarding], &[]),
    (Some(12), Some(12), &[SubstanceMisuse], &[FamilySafeguarding], &[]),
    (Some(0), Some(16), &[SubstanceMisuse], &[FamilySafeguarding], &[]),
    (Some(14), Some(16), &[OutsideHome], &[Exploitation], &[]),
    // A mixed family with harm outside the home fits both.
    (Some(8), Some(15), &[DomesticAbuse, OutsideHome], &[FamilySafeguarding, Exploitation], &[AndOr, Both]),
    // Over 13, or outside the home, but not both: "and/or".
    (Some(14), Some(16), &[DomesticAbuse], &[Exploitation], &[AndOr]),
    (Some(8), Some(15), &[OutsideHome], &[Exploitation], &[AndOr]),
    // Exactly 13 is neither under nor over.
    (Some(13), Some(16), &[DomesticAbuse], &[], &[AgeThirteen, Neither]),
    (Some(13), Some(13), &[OutsideHome], &[Exploitation], &[AgeThirteen, AndOr]),
    (Some(13), Some(8), &[DomesticAbuse], &[FamilySafeguarding], &[]),
    (None, Some(16), &[DomesticAbuse], &[], &[AgeNotKnown, Neither]),
    (None, Some(8), &[DomesticAbuse], &[FamilySafeguarding], &[]),
    (Some(8), Some(9), &[], &[], &[NoConcern, Neither]),
    (Some(14), Some(15), &[], &[Exploitation], &[NoConcern, AndOr]),
];

#[test]
fn walsall_decides_by_age_and_concern_and_its_gaps_are_named() {
    for (kayla, leon, concerns, fits, gaps) in WALSALL {
        let device = aged(Authority::Walsall, *kayla, *leon);
        let concerns = concerns.iter().copied().collect();
        let said = device.book.pathway_guidance(
            &device.rules,
            PathwayOf::Family,
            &concerns,
            &BTreeSet::new(),
            today(),
        );
        let case = format!("{kayla:?} {leon:?} {concerns:?}");
        assert_eq!(said.fits, fits.iter().copied().collect(), "{case}");
        assert_eq!(said.gaps, gaps.iter().copied().collect(), "{case}");
        assert_eq!(said.decides().is_some(), fits.len() == 1 && gaps.is_empty(), "{case}");
    }
}

#[test]
fn a_gap_or_another_choice_asks_for_a_reason_and_the_gap_is_recorded() {
    let mut device = aged(Authority::Walsall, Some(13), Some(16));
    let choice = chosen(FamilySafeguarding, &[DomesticAbuse]);
    needs(&device, [(chooses(PathwayOf::Family, choice.clone()), Needed::PathwayWhy)]);
    let reasoned = PathwayChoice { why: "Kayla is young for her age".to_owned(), ..choice };
    device.way(Role::ReferringTeam, chooses(PathwayOf::Family, reasoned));
    let stands = device.book.pathways.current(PathwayOf::Family).unwrap();
    assert_eq!(stands.gaps, [AgeThirteen, Neither].into());

    let mut device = aged(Authority::Walsall, Some(8), Some(15));
    let against = chosen(Exploitation, &[DomesticAbuse]);
    needs(&device, [(chooses(PathwayOf::Family, against), Needed::PathwayAgainst)]);
    // What the guidance says needs no reason; gaps that a form brings are not believed.
    let mut plain = chosen(FamilySafeguarding, &[DomesticAbuse]);
    plain.gaps.insert(Both);
    device.way(Role::SocialWorker, chooses(PathwayOf::Family, plain));
    assert!(device.book.pathways.current(PathwayOf::Family).unwrap().gaps.is_empty());
}

/// A brother can be on another pathway than the family.
#[test]
fn a_child_may_have_a_pathway_of_their_own() {
    let mut device = aged(Authority::Walsall, Some(8), Some(15));
    let family = chosen(FamilySafeguarding, &[DomesticAbuse]);
    device.way(Role::SocialWorker, chooses(PathwayOf::Family, family));
    let leon = chosen(Exploitation, &[OutsideHome]);
    device.way(Role::SocialWorker, chooses(PathwayOf::Child(LEON), leon.clone()));
    assert_eq!(device.book.pathway(PathwayOf::Child(LEON)), Some(Exploitation));
    assert_eq!(device.book.pathway(PathwayOf::Child(KAYLA)), Some(FamilySafeguarding));
    needs(&device, [(chooses(PathwayOf::Child(AMARA), leon), Needed::AChild)]);
}

#[test]
fn where_the_guidance_is_silent_a_reason_is_always_asked() {
    for (authority, gap) in [
        (Authority::Common, Gap::NotSaid),
        (Authority::Bury, Gap::NotSaid),
        (Authority::Hertfordshire, Gap::NotSaid),
        (Authority::WestSussex, Gap::AgesNotGiven),
    ] {
        let device = aged(authority, Some(8), Some(15));
        let choice = chosen(FamilySafeguarding, &[DomesticAbuse]);
        needs(&device, [(chooses(PathwayOf::Family, choice.clone()), Needed::PathwayWhy)]);
        let said = device.book.pathway_guidance(
            &device.rules,
            PathwayOf::Family,
            &choice.concerns,
            &choice.circumstances,
            today(),
        );
        assert_eq!(said.gaps, [gap].into(), "{authority:?}");
    }
}

/// WAR 1.2: child in need only; a disability team, the edge of care, child protection and looked-after
/// children have pathways of their own.
#[test]
fn warwickshire_has_one_way_and_says_who_is_for_another_team() {
    let mut device = aged(Authority::Warwickshire, Some(8), Some(15));
    let one = chosen(Pathway::ChildInNeed, &[DomesticAbuse]);
    assert!(device.decide(chooses(PathwayOf::Family, one.clone()).into()).is_ok());
    for circumstance in Circumstance::ALL.iter().copied() {
        let choice = PathwayChoice { circumstances: [circumstance].into(), ..one.clone() };
        let refused = device.decide(chooses(PathwayOf::Family, choice).into()).is_err();
        let elsewhere = matches!(circumstance, Circumstance::DisabilityTeam | Circumstance::EdgeOfCare);
        assert_eq!(refused, elsewhere, "{circumstance:?}");
    }
    let mut protected = status(KAYLA, PlanStatus::ChildProtection, days_ago(5));
    protected.why = "Transfer was asked for".to_owned();
    device.set_status(1, protected);
    needs(&device, [(chooses(PathwayOf::Family, one), Needed::PathwayWhy)]);
}

/// "Add a family" writes it down in words; a choice made here, with its reason, stands before it.
#[test]
fn a_pathway_that_came_with_the_family_counts_until_one_is_chosen() {
    for (words, pathway) in [
        ("", None),
        ("Family Safeguarding", Some(FamilySafeguarding)),
        ("Exploitation", Some(Exploitation)),
        ("Child in need service", Some(Pathway::ChildInNeed)),
        ("Young carers", Some(Pathway::Another)),
    ] {
        let mut device = family_in(Authority::Walsall);
        let seen = device.book.family().unwrap().head_ids();
        let family = Family { pathway: words.to_owned(), ..family("The Okafors and Prices") };
        device.record(Command::DescribeFamily { family, seen });
        assert_eq!(device.book.pathway(PathwayOf::Family), pathway, "{words:?}");
        let choice = PathwayChoice { why: "Because".to_owned(), ..chosen(Exploitation, &[]) };
        device.way(Role::SocialWorker, chooses(PathwayOf::Family, choice));
        assert_eq!(device.book.pathway(PathwayOf::Child(KAYLA)), Some(Exploitation));
    }
}

#[test]
fn another_service_is_named() {
    let device = aged(Authority::Walsall, Some(8), Some(15));
    let choice = chosen(Pathway::Another, &[DomesticAbuse]);
    needs(&device, [(chooses(PathwayOf::Family, choice), Needed::Service)]);
}
