//! The kinds of the monthly round and the plan.

use chrono::{NaiveDate, NaiveTime};
use hearth::model::action::{Action, ActionResult, ByWhen, Outcome, Owner};
use hearth::model::choices::Choice;
use hearth::model::chronology::{ChronologyEvent, Mark};
use hearth::model::entry::Quote;
use hearth::model::ids::{
    ActionId, AddendumId, ChronologyId, CopyId, NoteId, PlanId, RequestId, ReviewId, SignatureId,
    SupervisionId, ThresholdId, VisitId,
};
use hearth::model::module::{ModuleId, QuestionId};
use hearth::model::note::{CaseNote, NoteKind};
use hearth::model::plan::{
    Answer, CopyGiven, Goal, Paper, Party, Plan, PlanKind, Review, Signature, Visiting,
};
use hearth::model::practitioner::Role;
use hearth::model::rating::{AgreedRating, Contribution, Rag, Rating, Reveal};
use hearth::model::source::Source;
use hearth::model::specialist::{DecidedAs, SpecialistDecision, SpecialistRequest};
use hearth::model::subject::Subject;
use hearth::model::summary::{Anchor, CaseSummary, Period, Proposal, SummaryText, WorkbookSummary};
use hearth::model::supervision::{
    Absence, Addendum, Form, Guest, Held, Moved, Notes, SignOff, Supervision, ThresholdReview,
};
use hearth::model::visit::{Contact, EvidenceFor, OnSystem, Place, Visit};
use hearth::workbook::fact::{Fact, Revision, Whole};
use serde_json::{Value, json};

use super::workbooks::*;
use super::{check, revision, sample, supersedes};

fn id<T>(number: u64, from_bytes: fn([u8; 16]) -> T) -> T {
    from_bytes((number as u128).to_be_bytes())
}

fn supervision() -> SupervisionId {
    id(71, SupervisionId::from_bytes)
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

fn at(hour: u32, minute: u32) -> Option<NaiveTime> {
    NaiveTime::from_hms_opt(hour, minute, 0)
}

fn contribution() -> Contribution {
    Contribution { supervision: supervision(), practitioner: practitioner_id(2) }
}

fn action(number: u64, who: Owner, by: ByWhen) -> Action {
    Action {
        id: id(number, ActionId::from_bytes),
        what: "Ask the school about mornings".to_owned(),
        who: Some(who),
        by: Some(by),
        how_known: "Kayla is in class by nine".to_owned(),
    }
}

#[test]
fn supervision_v1() {
    check(
        "supervision-v1.json",
        Fact::Supervision(revision(
            supervision(),
            Supervision {
                on: day(27),
                at: at(10, 30),
                minutes: Some(30),
                place: "Room 2".to_owned(),
                form: Form::OneToOne,
                chair: Some(practitioner_id(4)),
                invited: [practitioner_id(1), practitioner_id(2)].into(),
                guests: vec![Guest { name: "Ms Harebell".to_owned(), from: "School".to_owned() }],
                reminded_on: Some(day(20)),
                moved: vec![Moved {
                    from: day(24),
                    reason: Some("court".to_owned()),
                    words: "Court: the hearing was brought forward".to_owned(),
                }],
            },
        )),
    );
}

#[test]
fn supervision_held_v1() {
    let absence = Absence { why: "Training".to_owned(), agreed: true };
    check(
        "supervision_held-v1.json",
        Fact::Held(revision(
            supervision(),
            Held {
                on: day(27),
                from: at(10, 30),
                until: at(11, 5),
                chair: Some(practitioner_id(4)),
                present: [practitioner_id(1), practitioner_id(4)].into(),
                absent: [(practitioner_id(2), absence)].into(),
                others_present: "Ms Harebell".to_owned(),
            },
        )),
    );
}

#[test]
fn rating_v1() {
    let rating = Rating {
        level: Rag::Amber,
        reason: "Mornings are calmer; evenings are not yet".to_owned(),
        attributable_to: [DANIEL].into(),
    };
    check("rating-v1.json", Fact::Rating(revision(contribution(), rating)));
}

#[test]
fn ratings_revealed_v1() {
    let reveal = Reveal { shown: vec![event_id(21), event_id(22)] };
    check("ratings_revealed-v1.json", Fact::Reveal(revision(supervision(), reveal)));
}

#[test]
fn agreed_rating_v1() {
    let agreed = AgreedRating {
        level: Rag::Red,
        reason: "The children heard shouting twice this month".to_owned(),
        change: "It was amber; contact began again".to_owned(),
        difference: "Tom sees evenings, Priya sees mornings".to_owned(),
    };
    check("agreed_rating-v1.json", Fact::AgreedRating(revision(supervision(), agreed)));
}

#[test]
fn supervision_notes_v1() {
    check(
        "supervision_notes-v1.json",
        Fact::Notes(revision(
            supervision(),
            Notes {
                childrens_views: [(KAYLA, "I want it quiet".to_owned())].into(),
                parents_views: [(AMARA, "I am tired and I am trying".to_owned())].into(),
                changed: "Bedtimes".to_owned(),
                reflection: "Daniel is thinking about it; he was not in June".to_owned(),
                impact: "Kayla sleeps".to_owned(),
                hypotheses: vec!["She watches over Leon".to_owned(), "She is tired".to_owned()],
                thresholds: [(
                    KAYLA,
                    ThresholdReview {
                        words: "Still a child in need".to_owned(),
                        recommendation: Some(id(73, ThresholdId::from_bytes)),
                        decision: Some(id(74, ThresholdId::from_bytes)),
                    },
                )]
                .into(),
                decisions: "To go on as a child in need, because it is safe enough".to_owned(),
                next: "Two visits a week".to_owned(),
                statutory: "Review on 8 December".to_owned(),
                actions: vec![
                    action(81, Owner::Practitioner(practitioner_id(1)), ByWhen::On(day(30))),
                    action(82, Owner::Person(AMARA), ByWhen::Every("each week".to_owned())),
                    action(83, Owner::Other("School".to_owned()), ByWhen::On(day(30))),
                ],
            },
        )),
    );
}

#[test]
fn supervision_sign_off_v1() {
    let notes = vec![event_id(31)];
    for (file, sign_off) in [
        ("supervision_sign_off-v1-submitted.json", SignOff::Submitted { notes: notes.clone() }),
        ("supervision_sign_off-v1-returned.json", SignOff::Returned { notes, why: "Action 2".to_owned() }),
        (
            "supervision_sign_off-v1.json",
            SignOff::Authorised {
                covers: vec![event_id(31), event_id(32)],
                although: "Tom is ill and will write in December".to_owned(),
            },
        ),
    ] {
        check(file, Fact::SignOff(revision(supervision(), sign_off)));
    }
}

#[test]
fn supervision_addendum_v1() {
    let addendum = Addendum {
        supervision: supervision(),
        text: "The school’s letter came the day after".to_owned(),
        takes_up: vec![event_id(33)],
    };
    check("supervision_addendum-v1.json", Fact::Addendum(revision(id(72, AddendumId::from_bytes), addendum)));
}

#[test]
fn workbook_summary_v1() {
    let sources = [
        Source::Entry(entry_id(41)),
        Source::Visit(id(91, VisitId::from_bytes)),
        Source::CaseNote(id(92, NoteId::from_bytes)),
    ];
    check(
        "workbook_summary-v1.json",
        Fact::Summary(revision(
            contribution(),
            WorkbookSummary {
                period: Period { since: Some(day(2)), until: day(24) },
                submitted: true,
                text: SummaryText {
                    synopsis: "Three sessions with Amara".to_owned(),
                    references: sources.into(),
                    observations: [(LEON, "He looks for his mum less".to_owned())].into(),
                    analysis: Anchor::ALL.iter().map(|anchor| (*anchor, anchor.label().to_owned())).collect(),
                    threshold_views: [(LEON, "Still a child in need".to_owned())].into(),
                    proposals: vec![Proposal {
                        what: "A key worker at nursery".to_owned(),
                        who: Some(Owner::Other("Nursery".to_owned())),
                        by: Some(ByWhen::On(day(30))),
                    }],
                },
            },
        )),
    );
}

#[test]
fn case_summary_v1() {
    check(
        "case_summary-v1.json",
        Fact::CaseSummary(revision(
            Whole::Family,
            CaseSummary {
                as_of: day(21),
                childrens_views: [(KAYLA, "I want to stay here".to_owned())].into(),
                background: "Two children at home with their mother".to_owned(),
                current_plan: "Child in need".to_owned(),
                safety_plan: "Kayla rings her nan".to_owned(),
                contingency_plan: "Nan’s home".to_owned(),
                contacts: "Priya Shah; out of hours, the emergency duty team".to_owned(),
                critical: "Bail ended on 20 November".to_owned(),
            },
        )),
    );
}

#[test]
fn action_result_v1() {
    check(
        "action_result-v1.json",
        Fact::ActionResult(revision(
            id(81, ActionId::from_bytes),
            ActionResult {
                outcome: Outcome::NotYet,
                on: day(21),
                words: "The school was closed".to_owned(),
                by: Some(ByWhen::On(day(30))),
                reviewed_in: Some(supervision()),
            },
        )),
    );
}

#[test]
fn visit_v1() {
    let alone = |agreed_by: &[_], without: &str| Contact::SeenAlone {
        agreed_by: agreed_by.iter().copied().collect(),
        without_agreement: without.to_owned(),
    };
    check(
        "visit-v1.json",
        Fact::Visit(Revision {
            of: id(91, VisitId::from_bytes),
            supersedes: supersedes(),
            reason: "The time was wrong".to_owned(),
            value: Some(Visit {
                on: day(20),
                from: at(15, 45),
                until: at(16, 40),
                statutory: true,
                place: Place::Home,
                by: [practitioner_id(1)].into(),
                children: [
                    (KAYLA, alone(&[AMARA], "")),
                    (
                        LEON,
                        Contact::NotSeen {
                            why: "He was asleep".to_owned(),
                            next: "On Monday at nursery".to_owned(),
                        },
                    ),
                ]
                .into(),
                adults: [AMARA].into(),
                others_present: "The health visitor".to_owned(),
                note: "Kayla showed me her room".to_owned(),
                meaning: [(KAYLA, "Home is quieter".to_owned())].into(),
                own_words: vec![Quote { who: KAYLA, words: "It’s quiet now".to_owned() }],
                evidence_for: vec![EvidenceFor {
                    module: ModuleId::M4,
                    subject: Subject::Person(KAYLA),
                    questions: [QuestionId("M4.Q5".to_owned())].into(),
                }],
                audience: only(&[AMARA]),
            }),
        }),
    );
    let bare = |place, contact| Visit {
        from: None,
        until: None,
        place,
        children: [(KAYLA, contact)].into(),
        ..Visit {
            on: day(20),
            from: None,
            until: None,
            statutory: false,
            place: Place::Office,
            by: Default::default(),
            children: Default::default(),
            adults: Default::default(),
            others_present: String::new(),
            note: String::new(),
            meaning: Default::default(),
            own_words: vec![],
            evidence_for: vec![],
            audience: Default::default(),
        }
    };
    let elsewhere = bare(Place::Elsewhere("at the park".to_owned()), alone(&[], "A safety worry"));
    check("visit-v1-elsewhere.json", Fact::Visit(revision(id(93, VisitId::from_bytes), elsewhere)));
    let seen =
        bare(Place::SchoolOrNursery, Contact::Seen { why_not_alone: "She asked me to stay".to_owned() });
    check("visit-v1-school.json", Fact::Visit(revision(id(94, VisitId::from_bytes), seen)));
}

#[test]
fn visit_on_system_v1() {
    let on_system = OnSystem { on: day(21), at: at(9, 15), reference: "CIN visit 14".to_owned() };
    check("visit_on_system-v1.json", Fact::OnSystem(revision(id(91, VisitId::from_bytes), on_system)));
}

#[test]
fn case_note_v1() {
    check(
        "case_note-v1.json",
        Fact::CaseNote(revision(
            id(92, NoteId::from_bytes),
            CaseNote {
                kind: NoteKind::Consultation,
                on: day(19),
                at: at(16, 0),
                about: [KAYLA].into(),
                with: "The social worker, by telephone".to_owned(),
                text: "We spoke about the visit".to_owned(),
                advice: "See her alone on Friday".to_owned(),
                copied_to: "Both managers".to_owned(),
                looks_at: Some(Source::Visit(id(91, VisitId::from_bytes))),
            },
        )),
    );
}

#[test]
fn chronology_event_v1() {
    check(
        "chronology_event-v1.json",
        Fact::ChronologyEvent(revision(
            id(95, ChronologyId::from_bytes),
            ChronologyEvent {
                on: date("about 2019"),
                until: Some(date("March 2020")),
                people: [KAYLA, ROSE].into(),
                what: "Kayla lived with her nan".to_owned(),
                source: "Her nan told us".to_owned(),
                significance: "She knows where she can go".to_owned(),
                childrens_views: [(KAYLA, "Nan’s porridge".to_owned())].into(),
            },
        )),
    );
}

#[test]
fn chronology_mark_v1() {
    let mark = Mark {
        significant: true,
        line: "Kayla told her teacher".to_owned(),
        childrens_views: [(KAYLA, "I was scared to".to_owned())].into(),
    };
    check("chronology_mark-v1.json", Fact::Mark(revision(Source::Entry(entry_id(41)), mark)));
}

#[test]
fn specialist_request_v1() {
    check(
        "specialist_request-v1.json",
        Fact::SpecialistRequest(revision(
            id(96, RequestId::from_bytes),
            SpecialistRequest {
                specialists: [Role::RecoveryWorker, Role::Other("Play therapist".to_owned())].into(),
                people: [DANIEL].into(),
                situation: "Daniel drinks most evenings".to_owned(),
                purpose: "Evenings without drink when the children are there".to_owned(),
                timescale: "Three months".to_owned(),
                managers_view: "I support this".to_owned(),
            },
        )),
    );
}

#[test]
fn specialist_decision_v1() {
    check(
        "specialist_decision-v1.json",
        Fact::SpecialistDecision(revision(
            id(96, RequestId::from_bytes),
            SpecialistDecision {
                agreed: true,
                on: day(18),
                decided_by: "J. Marsh".to_owned(),
                decided_as: DecidedAs::LineManager,
                reason: "There is a place from December".to_owned(),
                worker: Some(practitioner_id(3)),
            },
        )),
    );
}

#[test]
fn plan_v1() {
    let visiting = Visiting {
        at_least_every_days: 28,
        by: Owner::Practitioner(practitioner_id(1)),
        why_less: "He is seen daily at nursery".to_owned(),
    };
    check(
        "plan-v1.json",
        Fact::Plan(revision(
            id(97, PlanId::from_bytes),
            Plan {
                kind: PlanKind::ChildInNeed,
                children: [KAYLA, LEON].into(),
                agreed_on: day(10),
                at_a_meeting: true,
                goals: vec![Goal {
                    outcome: "Mornings without shouting".to_owned(),
                    children: [LEON].into(),
                    steps: vec![action(84, Owner::Person(AMARA), ByWhen::Every("each day".to_owned()))],
                }],
                visiting: [(LEON, visiting)].into(),
                childrens_views: [(KAYLA, "Yes to the timer".to_owned())].into(),
                parents_views: [(AMARA, "I can do this".to_owned())].into(),
                agencies_views: "School agrees".to_owned(),
                how_views_shaped_it: "The timer was Kayla’s idea".to_owned(),
                services: "Nursery: a place each morning".to_owned(),
                contingency: "We meet within a week".to_owned(),
            },
        )),
    );
}

#[test]
fn plan_review_v1() {
    check(
        "plan_review-v1.json",
        Fact::Review(revision(
            id(98, ReviewId::from_bytes),
            Review {
                plan: id(97, PlanId::from_bytes),
                on: day(20),
                why_no_meeting: "Snow; the manager agreed to telephone".to_owned(),
                progress: [(id(84, ActionId::from_bytes), "Most days".to_owned())].into(),
                summary: "Mornings are better".to_owned(),
                new_information: "A new nursery".to_owned(),
                childrens_views: [(KAYLA, "Better".to_owned())].into(),
                parents_views: [(AMARA, "Easier".to_owned())].into(),
                agencies_views: "On time".to_owned(),
                who_came: "Amara, school, Priya".to_owned(),
                next_on: NaiveDate::from_ymd_opt(2026, 12, 31),
            },
        )),
    );
}

#[test]
fn plan_copy_v1() {
    let copy = CopyGiven {
        paper: Paper::Review(id(98, ReviewId::from_bytes)),
        to: Party::Agency("School".to_owned()),
        on: day(21),
        how: "By secure post".to_owned(),
    };
    check("plan_copy-v1.json", Fact::CopyGiven(revision(id(99, CopyId::from_bytes), copy)));
}

#[test]
fn plan_signature_v1() {
    for (file, answer) in [
        ("plan_signature-v1.json", Answer::SeesItDifferently("Not the mornings".to_owned())),
        ("plan_signature-v1-agrees.json", Answer::Agrees),
        ("plan_signature-v1-not.json", Answer::DidNotSign("She wants to wait".to_owned())),
    ] {
        let signature = Signature {
            paper: Paper::Plan(id(97, PlanId::from_bytes)),
            versions: vec![event_id(34)],
            by: Party::Person(AMARA),
            on: day(21),
            answer,
        };
        check(file, Fact::Signature(revision(id(100, SignatureId::from_bytes), signature)));
    }
}

#[test]
fn the_words_of_choices_never_change() {
    let words = sample("words-v1-round.json");
    fn same<C: Choice + serde::Serialize>(words: &Value, name: &str) {
        let codes: Vec<&str> = C::ALL.iter().map(|choice| choice.code()).collect();
        assert_eq!(json!(C::ALL), words[name], "{name}");
        assert_eq!(json!(codes), words[name], "{name}");
    }
    same::<Rag>(&words, "rag");
    same::<Anchor>(&words, "anchor");
    same::<Outcome>(&words, "outcome");
    same::<NoteKind>(&words, "note_kind");
    same::<PlanKind>(&words, "plan_kind");
    same::<DecidedAs>(&words, "decided_as");
    same::<Form>(&words, "form");
}
