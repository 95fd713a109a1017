use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use chrono::{DateTime, NaiveDate, Utc};

use super::*;
use crate::model::action::{ByWhen, Owner};
use crate::model::choices::Choice;
use crate::model::ids::{DeviceId, EventId, PractitionerId, SupervisionId};
use crate::model::module::ModuleId;
use crate::model::practitioner::{Practitioner, Role};
use crate::model::rating::{Contribution, Rag};
use crate::model::summary::{Anchor, Proposal};
use crate::model::supervision::{Form, Held, Supervision};
use crate::policy::authority::Authority;
use crate::policy::practice;
use crate::policy::profile::history::ProfileHistory;
use crate::services::recording::{Hand, stamp};
use crate::services::sample::{KAYLA, Sample, about, entry, entry_id, person, today};
use crate::services::sheets::{read as read_form, sheet as sheet_of};
use crate::services::typed::Fields;
use crate::workbook::decide::{Command, Refusal, RoundRefusal, SupervisionCommand};

/// Somebody of the team.
pub(crate) fn worker(number: u8, name: &str, role: Role) -> Practitioner {
    Practitioner {
        id: PractitionerId::from_bytes([number; 16]),
        name: name.into(),
        role,
        employer: String::new(),
        team: String::new(),
    }
}

/// Whoever records in a [`Sample`].
pub(crate) fn sam() -> Practitioner {
    worker(1, "Sam Holt", Role::SocialWorker)
}

pub(crate) fn rana() -> Practitioner {
    worker(2, "Rana Ali", Role::RecoveryWorker)
}

pub(crate) fn manager() -> Practitioner {
    worker(3, "Toni May", Role::TeamManager)
}

/// Records as somebody else.
pub(crate) fn does_as(sample: &mut Sample, who: &Practitioner, command: Command) -> Result<(), Refusal> {
    let rules = practice::rules(Authority::WestSussex);
    let [number, ..] = who.id.to_bytes();
    let later = i64::try_from(sample.events.len()).unwrap();
    let hand = Hand {
        practitioner: who,
        device: DeviceId::from_bytes([number; 16]),
        now: DateTime::UNIX_EPOCH + chrono::TimeDelta::minutes(later),
        today: today(),
        rules: &rules,
    };
    // Copies that go their own ways never make the same id.
    static NEXT: AtomicU64 = AtomicU64::new(1);
    let id = || EventId::from_bytes((u128::MAX - u128::from(NEXT.fetch_add(1, Relaxed))).to_be_bytes());
    let stamped = stamp(sample.book.id, &sample.events, &sample.book, &hand, vec![command], id)?;
    (sample.events, sample.book) = (stamped.events, stamped.workbook);
    Ok(())
}

pub(crate) fn supervision(number: u8) -> SupervisionId {
    SupervisionId::from_bytes([number; 16])
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A supervision on a day, to which Sam and Rana are invited.
pub(crate) fn plans(sample: &mut Sample, number: u8, on: &str) {
    let supervision = Supervision {
        on: day(on),
        at: None,
        minutes: None,
        place: String::new(),
        form: Form::Group,
        chair: None,
        invited: [sam().id, rana().id].into(),
        guests: Vec::new(),
        reminded_on: None,
        moved: Vec::new(),
    };
    let id = self::supervision(number);
    let plan = SupervisionCommand::Plan { id, supervision, seen: vec![] };
    does_as(sample, &manager(), Command::Supervision(plan)).unwrap();
}

pub(crate) fn holds(sample: &mut Sample, number: u8, on: &str) {
    let held = Held {
        on: day(on),
        from: None,
        until: None,
        chair: None,
        present: [sam().id, rana().id].into(),
        absent: Default::default(),
        others_present: String::new(),
    };
    let hold = SupervisionCommand::RecordHeld { id: supervision(number), held, seen: vec![] };
    does_as(sample, &manager(), Command::Supervision(hold)).unwrap();
}

/// Looking at a workbook on a day, by the rules of an authority.
pub(crate) fn looks<T>(
    book: &crate::workbook::fold::Workbook,
    me: &Practitioner,
    authority: Authority,
    on: &str,
    look: impl FnOnce(&Here<'_>) -> T,
) -> T {
    let history = ProfileHistory::new(authority.profile().clone());
    let now: DateTime<Utc> = format!("{on}T12:00:00Z").parse().unwrap();
    look(&Here { book, me, authority, history: &history, now, today: day(on) })
}

/// Types into a form and records what it asks for.
pub(crate) fn fills(
    sample: &mut Sample,
    who: &Practitioner,
    place: crate::navigation::Sheet,
    of: &str,
    typed: &[(&str, &str)],
) -> Result<(), Vec<String>> {
    let typed: Fields = typed.iter().map(|(id, words)| ((*id).to_owned(), (*words).to_owned())).collect();
    let commands = looks(&sample.book, who, Authority::WestSussex, "2026-11-21", |here| {
        assert!(sheet_of(place, Some(of), here).is_some(), "{place:?} is asked");
        read_form(place, Some(of), here, &typed, &mut || Some([9; 16]))
    });
    let commands = commands.map_err(|wrong| {
        wrong.into_iter().map(|it| format!("{}: {}", it.field, it.message)).collect::<Vec<_>>()
    })?;
    for command in commands {
        does_as(sample, who, command).map_err(|refusal| vec![refusal.to_string()])?;
    }
    Ok(())
}

fn planned() -> Sample {
    let mut sample = Sample::new();
    sample
        .does(Command::RecordEntry { id: entry_id(1), entry: entry(ModuleId::M4, about(KAYLA), "She sang") });
    plans(&mut sample, 1, "2026-12-01");
    sample
}

fn mine(sample: &Sample) -> &WorkbookSummary {
    let of = Contribution { supervision: supervision(1), practitioner: sam().id };
    sample.book.summaries.current(of).unwrap()
}

fn ask(sample: &Sample, who: &Practitioner, number: u8) -> Sheet {
    let of = supervision(number).to_string();
    let found = looks(&sample.book, who, Authority::WestSussex, "2026-11-21", |here| sheet(Some(&of), here));
    found.unwrap()
}

fn write(sample: &mut Sample, typed: &[(&str, &str)]) -> Result<(), Vec<String>> {
    fills(sample, &sam(), crate::navigation::Sheet::Summary, &supervision(1).to_string(), typed)
}

#[test]
fn a_summary_is_typed_recorded_and_stands_in_its_boxes_again() {
    let mut sample = planned();
    let reference = format!("entry.{}", entry_id(1));
    let worker = format!("worker.{}", sam().id);
    let (seen, threshold) = (field::seen(person(KAYLA)), field::threshold(person(KAYLA)));
    let typed = [
        (field::SYNOPSIS, "Two visits, and play at school"),
        (field::REFERENCES, reference.as_str()),
        (seen.as_str(), "She laughs again"),
        ("summary-needs-to-happen", "A routine at bedtime"),
        ("summary-progress", "She sleeps through"),
        (threshold.as_str(), "Yes"),
        ("summary-action-1-what", "Bedtime plan"),
        ("summary-action-1-who", worker.as_str()),
        ("summary-action-1-often", "Every week"),
        ("summary-action-2-more", "yes"),
        ("summary-action-2-what", "Ask the school"),
        ("summary-action-2-who", "else"),
        ("summary-action-2-who-else", "Head teacher"),
        ("summary-rating-level", "amber"),
        ("summary-rating-reason", "It is new"),
        (field::READY, "yes"),
    ];
    write(&mut sample, &typed).unwrap();
    let summary = mine(&sample);
    assert!(summary.submitted);
    assert_eq!(summary.text.references, [Source::Entry(entry_id(1))].into());
    assert_eq!(
        summary.text.proposals,
        [
            Proposal {
                what: "Bedtime plan".into(),
                who: Some(Owner::Practitioner(sam().id)),
                by: Some(ByWhen::Every("Every week".into()))
            },
            Proposal {
                what: "Ask the school".into(),
                who: Some(Owner::Other("Head teacher".into())),
                by: None
            }
        ]
    );
    let meeting = sample.book.meeting(supervision(1)).unwrap();
    assert_eq!(meeting.own_rating(sam().id).unwrap().current().unwrap().level, Rag::Amber);
    let again = ask(&sample, &sam(), 1);
    for (id, words) in typed {
        if id != field::READY && id != "summary-action-2-more" {
            assert_eq!(again.filled.get(id).map(String::as_str), Some(words), "{id}");
        }
    }
    let asked = |id: &str| again.questions.iter().any(|question| question.what.id() == Some(id));
    assert!(!asked(field::READY) && asked(field::REASON), "what is ready is changed with a reason");
}

#[test]
fn what_is_missing_is_said_at_its_box() {
    let mut sample = planned();
    type Typed = &'static [(&'static str, &'static str)];
    let cases: [(Typed, &[&str]); 5] = [
        (&[], &["summary-synopsis: Write what you did, what you see in a child, or your analysis"]),
        (
            &[(field::SYNOPSIS, "Visits"), (field::READY, "yes")],
            &[
                "summary-rating-level: Select a rating",
                "summary-rating-reason: Give your reason for the rating",
            ],
        ),
        (
            &[(field::SYNOPSIS, "Visits"), ("summary-rating-level", "red")],
            &["summary-rating-reason: Give your reason for the rating"],
        ),
        (
            &[(field::SYNOPSIS, "Visits"), ("summary-action-1-often", "Weekly")],
            &["summary-action-1-what: Enter what would be done"],
        ),
        (
            &[(field::SYNOPSIS, "Visits"), ("summary-action-1-by-day", "31")],
            &["summary-action-1-by-year: The date must include a year"],
        ),
    ];
    for (typed, said) in cases {
        assert_eq!(write(&mut sample, typed).unwrap_err(), said, "{typed:?}");
    }
    // A draft needs neither a rating nor an end.
    write(&mut sample, &[(field::SYNOPSIS, "Visits")]).unwrap();
    assert!(!mine(&sample).submitted);
}

#[test]
fn what_was_ready_is_changed_with_a_reason_and_stays_ready() {
    let mut sample = planned();
    let ready = [
        (field::SYNOPSIS, "Visits"),
        ("summary-rating-level", "green"),
        ("summary-rating-reason", "Going well"),
        (field::READY, "yes"),
    ];
    write(&mut sample, &ready).unwrap();
    let typed = [(field::SYNOPSIS, "Visits and calls")];
    assert_eq!(write(&mut sample, &typed).unwrap_err(), ["summary-reason: Enter why you are changing it"]);
    write(&mut sample, &[typed[0], (field::REASON, "I forgot the calls")]).unwrap();
    assert!(mine(&sample).submitted);
    assert_eq!(mine(&sample).text.synopsis, "Visits and calls");
}

#[test]
fn it_tells_of_the_time_since_the_supervision_before_and_shows_what_was_said_then() {
    let mut sample = planned();
    write(&mut sample, &[(field::SYNOPSIS, "The first weeks")]).unwrap();
    let words = |sheet: &Sheet| sheet.intro.join(" ");
    let first = ask(&sample, &sam(), 1);
    assert!(
        words(&first).starts_with("From the beginning of our work to 21 November 2026."),
        "{:?}",
        first.intro
    );
    assert!(words(&first).contains("Your summary: due "), "{:?}", first.intro);
    holds(&mut sample, 1, "2026-11-20");
    plans(&mut sample, 2, "2026-12-18");
    let next = ask(&sample, &sam(), 2);
    assert!(words(&next).starts_with("From 20 November 2026 to 21 November 2026."), "{:?}", next.intro);
    let told = next.questions.iter().find_map(|question| match &question.what {
        What::Told { summary, said } => Some((summary.clone(), said.clone())),
        _ => None,
    });
    let said = vec![("What I did".to_owned(), "The first weeks".to_owned())];
    assert_eq!(told, Some(("Your summary for 20 November 2026".to_owned(), said)));
    // Another worker has nothing of that time, and no summary of their own to look at.
    let theirs = ask(&sample, &rana(), 2);
    let said = |question: &Question| matches!(&question.what, What::Words(words) if words.starts_with("You have no entries, visits or notes since 20 November 2026"));
    assert!(theirs.questions.iter().any(said));
    assert!(!theirs.questions.iter().any(|question| matches!(question.what, What::Told { .. })));
}

#[test]
fn every_anchor_question_is_asked_and_those_of_this_project_are_marked() {
    let sheet = ask(&planned(), &sam(), 1);
    let asked: Vec<(&str, bool)> = sheet
        .questions
        .iter()
        .filter_map(|question| match &question.what {
            What::Text { id, label, hint, .. } => {
                let anchor = Anchor::ALL.iter().any(|anchor| field::anchor(*anchor) == *id);
                anchor.then_some((label.as_str(), hint.is_some()))
            }
            _ => None,
        })
        .collect();
    assert_eq!(
        asked,
        [
            ("What is the assessment for? (optional)", true),
            ("What is the story? (optional)", true),
            ("What does the story mean? (optional)", true),
            ("What needs to happen?", false),
            ("How do we know we are making progress?", false),
        ]
    );
}

#[test]
fn where_summaries_are_not_used_there_is_no_form_and_where_ratings_are_not_none_is_asked() {
    let sample = planned();
    let of = supervision(1).to_string();
    let asked =
        |authority| looks(&sample.book, &sam(), authority, "2026-11-21", |here| sheet(Some(&of), here));
    assert!(asked(Authority::Warwickshire).is_none());
    let level = Own(field::RATING).level();
    let rated = |sheet: Sheet| sheet.questions.iter().any(|it| it.what.id() == Some(&level));
    assert!(rated(asked(Authority::Walsall).unwrap()));
    assert!(
        sheet_of(
            crate::navigation::Sheet::Summary,
            Some("nothing"),
            &super::super::tests::here(&sample.book)
        )
        .is_none()
    );
}

#[test]
fn the_domain_refuses_what_the_form_lets_through_at_a_box_of_it() {
    let sheet = ask(&planned(), &sam(), 1);
    for refusal in [RoundRefusal::EmptySummary, RoundRefusal::NoSuchSource, RoundRefusal::NoRating] {
        let at = crate::services::sheets::box_of(&sheet, &Refusal::Round(refusal));
        assert!(sheet.questions.iter().any(|question| question.what.id() == Some(at.as_str())));
    }
}
