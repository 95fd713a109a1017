//! The authority profiles: that each stands up, says where every line comes from, and that a bad one is refused
//! with the line that is wrong.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "in a test, a panic is the failure"
)]
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;

use chrono::NaiveDate;
use hearth::model::practitioner::Role;
use hearth::policy::authority::Authority;
use hearth::policy::profile::edit::NotChanged;
use hearth::policy::profile::history::{InThePast, ProfileHistory};
use hearth::policy::profile::practice::{AfterProtectionPlan, Part, Pathway, SupervisedFor, Use};
use hearth::policy::profile::rule::Choice;
use hearth::policy::profile::timescale::{Duty, Timescale};
use hearth::policy::profile::words::Concept;
use hearth::policy::profile::{Profile, built_in};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn every_profile_reads_and_is_the_same_after_export_and_import() {
    for authority in Authority::ALL {
        let profile = built_in::built(authority).unwrap();
        assert_eq!(profile.id, authority.code());
        assert_eq!(profile.name, authority.name());
        assert_eq!(Profile::read(&profile.to_json()).as_ref(), Ok(&profile));
        assert_eq!(authority.profile(), &profile);
    }
}

#[test]
fn every_timescale_stands_in_a_profile_and_its_code_is_its_word_there() {
    let profiles: Vec<&Profile> = Authority::ALL.iter().map(|authority| authority.profile()).collect();
    for timescale in Timescale::ALL {
        assert!(profiles.iter().any(|profile| profile.rule(timescale).is_some()), "{timescale:?}");
        assert_eq!(serde_json::to_value(timescale).unwrap(), timescale.code());
    }
    let rows: BTreeSet<u8> = Timescale::ALL.iter().map(|timescale| timescale.row()).collect();
    assert_eq!(rows, (1..=20).collect());
    let codes: BTreeSet<&str> = Timescale::ALL.iter().map(|timescale| timescale.code()).collect();
    assert_eq!(codes.len(), Timescale::ALL.len());
}

#[test]
fn every_source_names_a_document_and_a_section() {
    for authority in Authority::ALL {
        let profile = authority.profile();
        for (place, source) in profile.sources() {
            let document = profile.documents.get(&source.document).expect(&place);
            assert!(!document.title.is_empty() && source.section.len() > 2, "{}: {place}", profile.id);
            assert!(profile.source_words(source).starts_with(&document.title), "{place}");
        }
    }
}

/// Only what the guidance does not say may stand without a source.
#[test]
fn what_is_used_or_not_used_says_where_that_is_written() {
    for authority in Authority::ALL {
        let profile = authority.profile();
        for part in Part::ALL {
            let said = profile.part(part).unwrap_or_else(|| panic!("{}: {part:?}", profile.id));
            assert!(said.source.is_some() || said.is == Use::NotSaid, "{}: {part:?}", profile.id);
            assert!(said.words.ends_with('.'), "{}: {part:?}", profile.id);
        }
    }
}

#[test]
fn screens_that_warwickshire_has_not_say_not_used_here() {
    let profile = Authority::Warwickshire.profile();
    for part in [Part::WorkbookSummary, Part::Rating, Part::GroupSupervision, Part::Modules] {
        assert!(!profile.uses(part), "{part:?}");
        assert!(profile.part(part).unwrap().words.starts_with("Not used here"), "{part:?}");
    }
    assert!(profile.ratings.is_none());
    assert!(profile.uses(Part::ChildInNeedPlan));
    for authority in Authority::ALL.into_iter().filter(|it| *it != Authority::Warwickshire) {
        for part in Part::ALL {
            assert!(authority.profile().uses(part), "{authority:?} {part:?}");
        }
    }
}

#[test]
fn bury_and_the_briefing_give_no_number_of_days() {
    assert!(Authority::Bury.profile().timescales.iter().all(|rule| !rule.on && rule.check_locally));
    for rule in Authority::Hertfordshire.profile().timescales.iter().filter(|rule| rule.on) {
        for reading in &rule.readings {
            let time = reading.time.to_string();
            assert!(time == "no time given" || time == "0 days before", "{time}");
        }
    }
}

#[test]
fn presets_are_off_and_marked_for_checking() {
    let mut seen = 0;
    for authority in Authority::ALL {
        for rule in &authority.profile().timescales {
            let preset = rule.timescale.row() == 20;
            assert_eq!(
                (!rule.on, rule.check_locally),
                (preset, preset),
                "{authority:?} {:?}",
                rule.timescale
            );
            seen += usize::from(preset);
        }
    }
    assert!(seen > 50, "{seen}");
}

#[test]
fn where_the_guidance_differs_the_profiles_differ() {
    let of = |authority: Authority| &authority.profile().practice;
    assert!(of(Authority::WestSussex).joint_assessments.is);
    assert!(!of(Authority::Walsall).joint_assessments.is);
    assert_eq!(of(Authority::Walsall).pathway.is, Pathway::Age(13));
    assert_eq!(of(Authority::WestSussex).pathway.is, Pathway::AgesNotGiven);
    assert_eq!(of(Authority::Walsall).after_protection_plan.is, AfterProtectionPlan::InNeed);
    assert_eq!(of(Authority::WestSussex).after_protection_plan.is, AfterProtectionPlan::InNeedRecommended);
    assert_eq!(of(Authority::Hertfordshire).supervised.is, SupervisedFor::TwoOrMoreWorkers);
    assert_eq!(of(Authority::Warwickshire).supervised.is, SupervisedFor::Nobody);
    let codes: Vec<_> =
        of(Authority::WestSussex).rearranging.reasons.iter().map(|reason| reason.code.as_str()).collect();
    assert_eq!(codes, ["annual_leave", "court", "sickness", "crisis"]);
    assert!(of(Authority::WestSussex).rearranging.never_cancelled);
    let measures = |authority: Authority| authority.profile().ratings.as_ref().map(|it| it.measures.as_str());
    assert!(measures(Authority::Walsall).unwrap().starts_with("risk of significant harm"));
    assert!(measures(Authority::WestSussex).unwrap().starts_with("need or harm"));
    assert!(measures(Authority::Hertfordshire).unwrap().contains("outcomes"));
    assert_eq!(measures(Authority::Bury), None);
    let figures: Vec<_> =
        Authority::Warwickshire.profile().caseload.iter().map(|figure| figure.number).collect();
    assert_eq!(figures, [450, 40, 15, 16]);
}

#[test]
fn each_authority_has_its_own_words() {
    let word = |authority: Authority, concept| authority.profile().word(concept).to_owned();
    assert_eq!(word(Authority::Walsall, Concept::Administrator), "Business Support Officer");
    assert_eq!(word(Authority::WestSussex, Concept::Administrator), "Embedded Co-ordinator");
    assert_eq!(word(Authority::Warwickshire, Concept::Team), "Strengthening Families Team");
    assert_eq!(word(Authority::WestSussex, Concept::LookedAfterTeam), "Children We Care For team");
    assert_eq!(word(Authority::Hertfordshire, Concept::Supervision), "Family Safeguarding Case Supervision");
    // What the guidance has no word for is called what everybody calls it.
    assert_eq!(word(Authority::Bury, Concept::Administrator), "administrator");
    let profile = Authority::WestSussex.profile();
    assert_eq!(profile.role_name(&Role::Administrator), "Embedded Co-ordinator");
    assert_eq!(profile.duty_name(Duty::Administrator), "Embedded Co-ordinator");
    assert_eq!(profile.duty_name(Duty::EachWorker), "Each worker, their own");
    assert_eq!(Authority::Bury.profile().role_name(&Role::TeamManager), "Team manager");
}

/// Walsall's file with one thing changed: the line, the place and a few words of what is said.
#[track_caller]
fn refused(from: &str, to: &str, place: &str, words: &str) {
    let good = Authority::Walsall.profile().to_json();
    assert!(good.contains(from), "the file has no {from}");
    let bad_text = good.replacen(from, to, 1);
    let line = bad_text.lines().zip(good.lines()).position(|(new, old)| new != old).unwrap() + 1;
    let bad = Profile::read(&bad_text).unwrap_err();
    assert!(bad.words.contains(words), "{bad}");
    assert_eq!((bad.line, bad.place.as_str()), (line, place), "{bad}");
    assert!(bad.to_string().starts_with(&format!("Line {line} ")), "{bad}");
}

#[test]
fn a_bad_profile_is_refused_with_the_line_that_is_wrong() {
    refused(
        r#""time": "7 days after""#,
        r#""time": "7 days""#,
        "timescales[0].readings[0].time",
        "a time is written like",
    );
    refused(
        r#""time": "7 days after""#,
        r#""time": 7"#,
        "timescales[0].readings[0].time",
        "Something else is expected here: a string",
    );
    refused(
        r#""time": "7 days after""#,
        r#""tiem": "7 days after""#,
        "timescales[0].readings[0].tiem",
        "“tiem” does not belong here. What may stand here: code, time",
    );
    refused(
        r#""from": "referral_decided""#,
        r#""from": "referal""#,
        "timescales[0].readings[0].from",
        "“referal” is not one of the words for this",
    );
    refused(
        r#""from": "referral_decided""#,
        r#""from": "closed""#,
        "timescales[0].readings[0].from",
        "This timescale can count from: referral_decided",
    );
    refused(
        r#""from": "referral_decided""#,
        r#""code": "a""#,
        "timescales[0].readings[0].code",
        "stands here twice",
    );
    refused(
        r#""timescale": "t2_group_supervision""#,
        r#""timescale": "t1_allocation""#,
        "timescales[1].timescale",
        "stands here twice",
    );
    refused(
        r#""timescale": "t1_allocation""#,
        r#""timescale": "t21""#,
        "timescales[0].timescale",
        "“t21” is not one of the words",
    );
    refused(
        r#""time": "3 days before""#,
        r#""time": "3 days after""#,
        "timescales[2].readings[0].time",
        "write “before”",
    );
    refused(
        r#""time": "7 days after""#,
        r#""time": "as the plan says""#,
        "timescales[0].readings[0].time",
        "Only visits",
    );
    refused(
        r#""source": "procedures: "#,
        r#""source": "procedure: "#,
        "words.team.source",
        "“procedure” is not one of this profile’s documents. They are: placement_regulations, procedures",
    );
    refused(r#""hearth_profile": 1"#, r#""hearth_profile": 2"#, "hearth_profile", "update the app first");
    refused(r#""id": "walsall""#, r#""id": "Walsall North""#, "id", "small letters");
    refused(r#""version": 1"#, r#""version": 0"#, "version", "begin at 1");
    refused(
        r#""is": "used""#,
        r#""is": "sometimes""#,
        "parts.workbook.is",
        "They are: used, not_used, not_said",
    );
    refused(
        r#""team": {"#,
        r#""chairperson": {"#,
        "words.chairperson",
        "“chairperson” is not one of the words",
    );
    refused(
        r#""code": "five_working_days""#,
        r#""code": "one_week""#,
        "timescales[0].readings[1].code",
        "same code",
    );
    refused(
        r#""code": "one_week""#,
        r#""code": "earliest""#,
        "timescales[0].readings[0].code",
        "not “earliest”",
    );
}

#[test]
fn a_member_that_is_missing_is_named() {
    let good = Authority::Walsall.profile().to_json();
    let line = "          \"from\": \"referral_decided\",\n";
    let bad = Profile::read(&good.replacen(line, "", 1)).unwrap_err();
    assert_eq!(
        (bad.place.as_str(), bad.words.as_str()),
        ("timescales[0].readings[0]", "“from” is missing here")
    );
    let (first, _) = good.split_once(line).unwrap();
    assert!(bad.line > first.lines().count() && bad.line < first.lines().count() + 6, "{bad}");
}

#[test]
fn what_is_no_profile_at_all_is_refused_in_words() {
    for (text, words) in [
        ("", "not JSON"),
        ("{", "not JSON"),
        ("{\"hearth_profile\": 1,}", "not JSON"),
        ("[]", "missing"),
        ("null", "Something else is expected here"),
        ("{}", "“hearth_profile” is missing here"),
        ("PK\u{3}\u{4}", "not JSON"),
    ] {
        let bad = Profile::read(text).unwrap_err();
        assert!(bad.words.contains(words) || text == "[]", "{text}: {bad}");
    }
    let bad = Profile::read(&" ".repeat(1024 * 1024 + 1)).unwrap_err();
    assert!(bad.words.contains("too large"), "{bad}");
    let deep = "[".repeat(100_000);
    assert!(Profile::read(&deep).is_err());
}

#[test]
fn a_file_saved_by_windows_reads() {
    let text = format!("\u{feff}{}", Authority::Bury.profile().to_json().replace('\n', "\r\n"));
    assert_eq!(Profile::read(&text).as_ref(), Ok(Authority::Bury.profile()));
}

#[test]
fn a_manager_edits_a_copy() {
    let walsall = Authority::Walsall.profile();
    let mut copy = walsall.copy_as("walsall_north", " Walsall North ").unwrap();
    assert_eq!(
        (copy.name.as_str(), copy.version, copy.based_on.as_deref()),
        ("Walsall North", 1, Some("walsall"))
    );
    let three = Choice::Reading("three_days_before".into());
    copy.choose(Timescale::T3SummaryBeforeSupervision, three.clone()).unwrap();
    copy.turn(Timescale::T20ChildProtectionVisit, true).unwrap();
    assert_eq!(copy.version, 3);
    assert_eq!(copy.rule(Timescale::T3SummaryBeforeSupervision).unwrap().choice, three);
    assert!(copy.rule(Timescale::T20ChildProtectionVisit).unwrap().on);
    assert_eq!(Profile::read(&copy.to_json()).as_ref(), Ok(&copy));
    // The profile it was copied from stays as it was.
    assert_eq!(walsall.rule(Timescale::T3SummaryBeforeSupervision).unwrap().choice, Choice::Earliest);

    // Saying the same again is no new version.
    copy.choose(Timescale::T3SummaryBeforeSupervision, three).unwrap();
    assert_eq!(copy.version, 3);
    let nothing = Choice::Reading("nothing".into());
    assert_eq!(copy.choose(Timescale::T1Allocation, nothing), Err(NotChanged::NoSuchReading));
    assert_eq!(copy.rule(Timescale::T1Allocation).unwrap().choice, Choice::Earliest);
    assert_eq!(copy.turn(Timescale::T11Visit, true), Err(NotChanged::NoSuchTimescale));
    assert!(matches!(walsall.copy_as("Walsall!", "x"), Err(NotChanged::DoesNotFit(_))));
    assert!(matches!(walsall.copy_as("walsall_2", " "), Err(NotChanged::DoesNotFit(_))));
}

#[test]
fn a_history_says_what_was_the_rule_on_each_day() {
    let today = day("2026-03-01");
    let mut history = ProfileHistory::new(Authority::Hertfordshire.profile().clone());
    history.adopt(Authority::Walsall.profile().clone(), today, today).unwrap();
    history.adopt(Authority::WestSussex.profile().clone(), day("2026-06-01"), today).unwrap();
    let on = |text| history.on(day(text)).id.clone();
    assert_eq!(
        [on("1990-01-01"), on("2026-02-28"), on("2026-03-01"), on("2026-05-31"), on("2026-06-01")],
        ["hertfordshire", "hertfordshire", "walsall", "walsall", "west_sussex"]
    );
    let spans: Vec<_> = history.all().map(|it| (it.from, it.until)).collect();
    assert_eq!(
        spans,
        [
            (None, Some(day("2026-02-28"))),
            (Some(day("2026-03-01")), Some(day("2026-05-31"))),
            (Some(day("2026-06-01")), None)
        ]
    );

    // The past is not rewritten; what has not begun may be replaced.
    let bury = Authority::Bury.profile().clone();
    assert_eq!(history.adopt(bury.clone(), day("2026-02-28"), today), Err(InThePast));
    history.adopt(bury, day("2026-05-01"), today).unwrap();
    assert_eq!(history.on(day("2026-06-01")).id, "bury");
    assert_eq!(history.newest().id, "bury");
    assert_eq!(history.all().count(), 3);

    let text = serde_json::to_string(&history).unwrap();
    assert_eq!(serde_json::from_str::<ProfileHistory>(&text).unwrap(), history);
}

#[test]
fn the_first_authority_that_is_chosen_has_always_been_the_rule() {
    let today = day("2026-03-01");
    let mut history = ProfileHistory::new(Authority::Common.profile().clone());
    history.adopt(Authority::Walsall.profile().clone(), today, today).unwrap();
    assert_eq!((history.on(day("2026-01-01")).id.as_str(), history.all().count()), ("walsall", 1));
    history.adopt(Authority::Common.profile().clone(), today, today).unwrap();
    assert_eq!(history.on(day("2026-02-28")).id, "walsall");
    assert_eq!(history.on(today).id, "common");
}
