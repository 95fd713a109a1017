//! The record format, version 1, frozen. Each file in `fixtures/records` was made once and is never changed:
//! every later version must read it, and must write what it read without losing a member.
//!
//! A new kind of fact brings a new file. A new version of a kind brings a new file beside the old one.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests are tests")]

#[path = "records/round.rs"]
mod round;
#[path = "records/safety.rs"]
mod safety;
#[path = "records/sharing.rs"]
mod sharing;
#[path = "records/way.rs"]
mod way;
mod workbooks;

use std::path::{Path, PathBuf};

use chrono::{TimeZone, Utc};
use hearth::model::choices::Choice;
use hearth::model::entry::{Certainty, Entry, HowKnown, JointAssessment, ModuleStatus, Quote, Statement};
use hearth::model::family::Family;
use hearth::model::household::{Household, Stay};
use hearth::model::ids::EventId;
use hearth::model::module::{ModuleId, QuestionId};
use hearth::model::person::{Arrival, Death, Person, Separation, Standing, Workflow};
use hearth::model::practitioner::{Role, TeamMember};
use hearth::model::relationship::{Kind, ParentalResponsibility, Relationship};
use hearth::model::stage_of_change::{Stage, StageOfChange};
use hearth::model::subject::Subject;
use hearth::workbook::event::{Event, EventHash, HybridClock};
use hearth::workbook::fact::{Fact, Part, Revision, VERSION};
use serde_json::{Value, json};

use workbooks::*;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/records")
}

fn sample(name: &str) -> Value {
    let path = folder().join(name);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    serde_json::from_str(&text).unwrap()
}

/// Reads a frozen sample into the fact that it was made of, and writes it back. With `NEW_SAMPLES=1` a sample
/// that does not exist yet is made; one that does is never touched.
#[track_caller]
fn check(name: &str, expected: Fact) {
    if std::env::var_os("NEW_SAMPLES").is_some() && !folder().join(name).exists() {
        let (kind, payload) = expected.to_parts();
        let text = serde_json::to_string_pretty(&json!({ "kind": kind, "payload": payload })).unwrap();
        std::fs::write(folder().join(name), text + "\n").unwrap();
    }
    let sample = sample(name);
    let kind = sample["kind"].as_str().unwrap();
    assert!(name.starts_with(&format!("{kind}-v1")), "{name} holds {kind}");
    let fact = Fact::read(kind, 1, &sample["payload"]).unwrap_or_else(|e| panic!("{name}: {e}"));
    assert_eq!(fact, expected, "{name}");
    let (kind, payload) = fact.to_parts();
    assert_eq!(json!({ "kind": kind, "payload": payload }), sample, "{name}");
}

fn revision<K, T>(of: K, value: T) -> Revision<K, T> {
    Revision { of, supersedes: vec![event_id(11)], reason: String::new(), value: Some(value) }
}

fn supersedes() -> Vec<EventId> {
    vec![event_id(11), event_id(12)]
}

#[test]
fn family_v1() {
    check(
        "family-v1.json",
        Fact::Family(revision(
            FAMILY,
            Family {
                label: "The Okafors".to_owned(),
                referred_on: Some(date("3 June 2026")),
                assessed_on: Some(date("about July 2026")),
                pathway: "child_protection".to_owned(),
                pathway_why: "Police were called in May.".to_owned(),
                example: true,
            },
        )),
    );
}

#[test]
fn team_member_v1() {
    let member = |role| TeamMember {
        name: "Priya Shah".to_owned(),
        role,
        employer: "Example County Council".to_owned(),
        team: "Team 1".to_owned(),
        allocated: true,
    };
    for (file, role) in [
        ("team_member-v1.json", Role::SocialWorker),
        ("team_member-v1-own-role.json", Role::Other("Health visitor".to_owned())),
    ] {
        check(file, Fact::TeamMember(revision(practitioner_id(1), member(role))));
    }
}

#[test]
fn every_role_keeps_its_word() {
    let roles: Vec<Role> = serde_json::from_value(sample("words-v1.json")["roles"].clone()).unwrap();
    assert_eq!(roles, Role::KNOWN);
}

#[test]
fn a_person_who_has_died_v1() {
    let person = |died| Person { died: Some(died), ..Person::named(Standing::Adult, "Ada Okafor") };
    let died = Death { on: Some(date("about 2019")) };
    check("person-v1-died.json", Fact::Person(revision(AMARA, person(died))));
    check("person-v1-died-undated.json", Fact::Person(revision(AMARA, person(Death { on: None }))));
}

#[test]
fn person_v1() {
    check(
        "person-v1.json",
        Fact::Person(revision(
            AMARA,
            Person {
                standing: Standing::Adult,
                name: "Amara Okafor".to_owned(),
                known_as: "Ama".to_owned(),
                arrival: Arrival::Born(Some(date("14 February 1994"))),
                died: None,
                pronouns: "she/her".to_owned(),
                language: "Igbo".to_owned(),
                interpreter: true,
                reading_needs: "Large print".to_owned(),
                communication_needs: "Speaks more easily on a walk".to_owned(),
                notes: "A dog in the yard".to_owned(),
            },
        )),
    );
}

#[test]
fn an_unborn_child_v1() {
    let unborn = Person {
        arrival: Arrival::Unborn { due: Some(date("about March 2027")) },
        ..Person::named(Standing::Child, "")
    };
    check("person-v1-unborn.json", Fact::Person(revision(LEON, unborn)));
}

#[test]
fn a_person_entered_in_error_v1() {
    check(
        "person-v1-removed.json",
        Fact::Person(Revision {
            of: ROSE,
            supersedes: supersedes(),
            reason: "Entered twice".to_owned(),
            value: None,
        }),
    );
}

#[test]
fn relationship_v1() {
    check(
        "relationship-v1.json",
        Fact::Relationship(revision(
            relationship_id(21),
            Relationship {
                from: AMARA,
                to: KAYLA,
                kind: Kind::Mother,
                parental_responsibility: ParentalResponsibility::Holds,
                start: Some(date("2019")),
                end: Some(date("1 May 2026")),
            },
        )),
    );
    check(
        "relationship-v1-own-words.json",
        Fact::Relationship(revision(
            relationship_id(22),
            Relationship {
                from: ROSE,
                to: KAYLA,
                kind: Kind::Other("godmother".to_owned()),
                parental_responsibility: ParentalResponsibility::NotKnown,
                start: None,
                end: None,
            },
        )),
    );
}

#[test]
fn household_v1() {
    check(
        "household-v1.json",
        Fact::Household(revision(
            household_id(31),
            Household {
                label: "Nan’s home".to_owned(),
                stays: vec![
                    Stay { person: ROSE, from: None, until: None },
                    Stay { person: KAYLA, from: Some(date("May 2026")), until: Some(date("2 June 2026")) },
                ],
            },
        )),
    );
}

#[test]
fn workflow_v1() {
    let workflow = Workflow { inside: false, since: Some(date("2025")), why: "Lives abroad".to_owned() };
    check("workflow-v1.json", Fact::Workflow(revision(DANIEL, workflow)));
}

#[test]
fn safety_separation_v1() {
    let separation = Separation {
        in_force: true,
        since: Some(date("1 May 2026")),
        why: "Her safety plan".to_owned(),
        said_to_harm: None,
    };
    check("safety_separation-v1.json", Fact::Separation(revision(pair(AMARA, DANIEL), separation)));
}

#[test]
fn safety_separation_v1_who_harmed() {
    let separation =
        Separation { in_force: true, since: None, why: String::new(), said_to_harm: Some(DANIEL) };
    check(
        "safety_separation-v1-who-harmed.json",
        Fact::Separation(revision(pair(AMARA, DANIEL), separation)),
    );
}

#[test]
fn entry_v1() {
    check(
        "entry-v1.json",
        Fact::Entry(Revision {
            of: entry_id(41),
            supersedes: supersedes(),
            reason: "Kayla asked to add something".to_owned(),
            value: Some(Entry {
                module: ModuleId::M4,
                subject: Subject::Person(KAYLA),
                done_on: date("about October 2026"),
                present: [KAYLA, ROSE].into(),
                others_present: "Her teacher".to_owned(),
                how_known: HowKnown::ISawIt,
                certainty: Certainty::Opinion,
                going_well: "She reads to Leon.\nEvery night.".to_owned(),
                needs: "To know when she will see her dad".to_owned(),
                analysis: [(KAYLA, "She is calmer when she is told first".to_owned())].into(),
                own_words: vec![Quote { who: KAYLA, words: "I like it when it’s quiet 🎈".to_owned() }],
                stage: None,
                questions: [QuestionId("M4.Q7a".to_owned()), QuestionId("M4.Q99".to_owned())].into(),
                audience: only(&[KAYLA, AMARA]),
            }),
        }),
    );
}

#[test]
fn a_joint_entry_for_the_team_only_v1() {
    check(
        "entry-v1-joint.json",
        Fact::Entry(Revision {
            of: entry_id(42),
            supersedes: vec![],
            reason: String::new(),
            value: Some(Entry {
                how_known: HowKnown::ARecord,
                certainty: Certainty::Allegation,
                ..entry(ModuleId::M2, couple(DANIEL, AMARA), "They cook together")
            }),
        }),
    );
}

#[test]
fn an_entry_with_a_stage_of_change_v1() {
    let change = "Drinking".to_owned();
    let stage = StageOfChange { who: DANIEL, change, stage: Stage::PreContemplation };
    check(
        "entry-v1-stage.json",
        Fact::Entry(Revision {
            of: entry_id(43),
            supersedes: vec![],
            reason: String::new(),
            value: Some(Entry {
                stage: Some(stage),
                ..entry(ModuleId::M3, Subject::Person(DANIEL), "He came to talk")
            }),
        }),
    );
}

#[test]
fn every_stage_of_change_keeps_its_word() {
    let words: Vec<&str> = Stage::ALL.iter().map(|stage| stage.code()).collect();
    assert_eq!(json!(words), sample("words-v1-stages.json")["stages_of_change"]);
}

#[test]
fn an_entry_entered_in_error_v1() {
    check(
        "entry-v1-withdrawn.json",
        Fact::Entry(Revision {
            of: entry_id(41),
            supersedes: supersedes(),
            reason: "Written in the wrong family".to_owned(),
            value: None,
        }),
    );
}

#[test]
fn module_status_v1() {
    let part = Part { module: ModuleId::M8, subject: Subject::Person(AMARA) };
    check("module_status-v1.json", Fact::ModuleStatus(revision(part, ModuleStatus::Reopened)));
}

#[test]
fn statement_v1() {
    let part = Part { module: ModuleId::M7, subject: couple(AMARA, DANIEL) };
    let statement = Statement {
        strengths: "They ask for help".to_owned(),
        needs: "A plan for weekends".to_owned(),
        analysis: "What they changed has lasted".to_owned(),
    };
    check("statement-v1.json", Fact::Statement(revision(part, statement)));
}

#[test]
fn joint_assessment_v1() {
    let joint = JointAssessment { joint: true, why: "They presented as a couple".to_owned() };
    check("joint_assessment-v1.json", Fact::JointAssessment(revision(pair(DANIEL, AMARA), joint)));
}

#[test]
fn the_words_of_choices_never_change() {
    let words = sample("words-v1.json");
    let same = |name: &str, value: Value| assert_eq!(value, words[name], "{name}");
    same("how_known", json!(HowKnown::ALL));
    same("certainty", json!(Certainty::ALL));
    same("modules", json!(ModuleId::ALL));
    same("relationships", json!(Kind::KNOWN));
    let statuses =
        [ModuleStatus::NotStarted, ModuleStatus::InProgress, ModuleStatus::Completed, ModuleStatus::Reopened];
    same("module_status", json!(statuses));
    let responsibility = [
        ParentalResponsibility::Holds,
        ParentalResponsibility::DoesNotHold,
        ParentalResponsibility::NotKnown,
    ];
    same("parental_responsibility", json!(responsibility));
    same("standing", json!([Standing::Child, Standing::Adult]));
    let codes: Vec<&str> = HowKnown::ALL.iter().map(|how| how.code()).collect();
    same("how_known", json!(codes));
    let codes: Vec<&str> = Certainty::ALL.iter().map(|certainty| certainty.code()).collect();
    same("certainty", json!(codes));
}

#[test]
fn the_envelope_v1() {
    let sample = sample("event-v1.json");
    let event: Event = serde_json::from_value(sample.clone()).unwrap();
    let at = Utc.with_ymd_and_hms(2026, 11, 21, 15, 42, 7).unwrap() + chrono::Duration::milliseconds(250);
    let expected = Event {
        id: event_id(51),
        family: FAMILY,
        author: practitioner_id(2),
        role: Role::DomesticAbusePractitioner,
        device: device_id(61),
        clock: HybridClock { wall: at.timestamp_millis(), count: 3 },
        parents: vec![event_id(49), event_id(50)],
        previous: Some(EventHash("9f".repeat(32))),
        recorded: at,
        happened: date("20 November 2026"),
        kind: "workflow".to_owned(),
        version: VERSION,
        payload: json!({
            "of": LEON, "supersedes": [],
            "value": { "inside": false, "since": null, "why": "Lives with his aunt" },
        }),
        other: serde_json::Map::new(),
    };
    assert_eq!(event, expected);
    assert_eq!(serde_json::to_value(&event).unwrap(), sample);
}

/// The fingerprint is part of the format: an event signed or chained today must still hold after an update.
#[test]
fn the_fingerprint_v1() {
    let event: Event = serde_json::from_value(sample("event-v1.json")).unwrap();
    let expected = sample("event-v1-hash.json");
    assert_eq!(json!(event.hash()), expected);
    let mut changed = event.clone();
    changed.recorded += chrono::Duration::milliseconds(1);
    assert_ne!(json!(changed.hash()), expected);
}

#[test]
fn every_kind_has_a_sample_and_every_sample_is_read() {
    let here = [
        include_str!("records.rs"),
        include_str!("records/way.rs"),
        include_str!("records/round.rs"),
        include_str!("records/sharing.rs"),
        include_str!("records/safety.rs"),
    ]
    .concat();
    let mut kinds = std::collections::BTreeSet::new();
    for file in std::fs::read_dir(folder()).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        assert!(here.contains(&format!("\"{name}\"")), "no test reads {name}");
        if name.starts_with("event-") || name.starts_with("words-") {
            continue;
        }
        let sample = sample(&name);
        let fact = Fact::read(sample["kind"].as_str().unwrap(), VERSION, &sample["payload"]).unwrap();
        assert_eq!(sample["kind"], fact.kind(), "{name}");
        kinds.insert(fact.kind());
    }
    let missing: Vec<_> = Fact::KINDS.iter().filter(|kind| !kinds.contains(**kind)).collect();
    assert!(missing.is_empty(), "no sample of {missing:?}");
    assert_eq!(kinds.len(), Fact::KINDS.len(), "{kinds:?}");
}

/// Whoever writes a program of their own reads there what each kind tells.
#[test]
fn every_kind_is_described_with_the_format_of_the_file() {
    let format = include_str!("../docs/bundle-format.md");
    let missing: Vec<_> =
        Fact::KINDS.iter().filter(|kind| !format.contains(&format!("| `{kind}` |"))).collect();
    assert!(missing.is_empty(), "docs/bundle-format.md says nothing of {missing:?}");
}

/// A member that version 1 may leave out, or does not know, is no reason not to read a record.
#[test]
fn short_and_long_payloads_are_read() {
    let short = json!({ "of": AMARA, "value": { "standing": "adult" } });
    let long = json!({
        "of": AMARA, "supersedes": [], "reason": "", "mood": "hopeful",
        "value": { "standing": "adult", "shoe_size": 5 },
    });
    for payload in [short, long] {
        let Fact::Person(read) = Fact::read("person", VERSION, &payload).unwrap() else {
            panic!("not a person")
        };
        assert_eq!(read.value, Some(Person::named(Standing::Adult, "")));
    }
}
