//! Every document that can be made, what it is called, and for whom it can be (`domain.md` R93; `ux.md` S28).

use crate::model::choices::Choice;
use crate::model::dates::day_words;
use crate::model::ids::{NoteId, PersonId, PlanId, RequestId, ReviewId, SupervisionId, ThresholdId};
use crate::model::note::NoteKind;
use crate::model::person::Arrival;
use crate::model::subject::{Pair, Subject};
use crate::services::here::Here;
use crate::services::leaves::{names, standing};
use crate::services::sheets::note::title as note_title;
use crate::services::sheets::paper;
use crate::services::shown::readers;
use crate::services::summaries::meeting_title;

/// A document that can be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Of one parent, or of a couple who are assessed jointly (R67).
    Assessment(Subject),
    /// For a conference or a review (R40).
    FamilyReport,
    /// Everybody's summaries for one supervision (R36).
    SummaryPack(SupervisionId),
    /// What was said and decided in one supervision (B5).
    SupervisionRecord(SupervisionId),
    /// For whoever must decide tonight (R37).
    OutOfHours,
    Plan(PlanId),
    Review(ReviewId),
    Transfer,
    Closure,
    /// Asking for an adult specialist (R69).
    Specialist(RequestId),
    /// Advice of a social worker or an adult specialist (R44).
    Consultation(NoteId),
    /// What happened and when (R41).
    Chronology,
    /// Telling a child what was decided and why.
    Letter(ThresholdId),
    Consent,
    /// Everything, for whoever takes over.
    Whole,
}

/// Who can read a kind of document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Readers {
    pub professionals: bool,
    pub people: Vec<PersonId>,
    /// Whether it is for one of them alone.
    pub one_only: bool,
}

impl Kind {
    /// Everything that can be made of this workbook today, in the order in which it is offered.
    pub fn all(here: &Here<'_>) -> Vec<Self> {
        let book = here.book;
        let couples = book.joint.all().map(|(pair, _)| pair).filter(|pair| book.is_joint(*pair));
        let alone = book.adults().into_iter().map(|(id, _)| id);
        let alone = alone.filter(|id| book.in_workflow(*id) && book.is_parent(*id)).map(Subject::Person);
        let subjects = alone.chain(couples.map(Subject::Couple));
        let mut all: Vec<Self> = subjects.map(Self::Assessment).collect();
        all.push(Self::FamilyReport);
        let ahead = book.next_meeting().or_else(|| book.last_meeting());
        all.extend(ahead.map(|meeting| Self::SummaryPack(meeting.id)));
        let held = book.meetings().into_iter().filter(|meeting| meeting.held().is_some()).rev();
        all.extend(held.map(|meeting| Self::SupervisionRecord(meeting.id)));
        all.push(Self::OutOfHours);
        for (plan, _) in standing(book) {
            all.push(Self::Plan(plan));
            all.extend(book.reviews_of(plan).into_iter().rev().map(|(review, _)| Self::Review(review)));
        }
        all.push(Self::Chronology);
        let mut requests: Vec<_> =
            book.specialist_requests.iter().filter(|(_, it)| it.current().is_some()).collect();
        requests.sort_by_key(|(id, it)| std::cmp::Reverse((it.first().recorded, *id)));
        all.extend(requests.into_iter().map(|(id, _)| Self::Specialist(id)));
        let mut consultations: Vec<_> =
            book.case_notes.all().filter(|(_, it)| it.kind == NoteKind::Consultation).collect();
        consultations.sort_by_key(|(id, it)| std::cmp::Reverse((it.on, it.at, *id)));
        all.extend(consultations.into_iter().map(|(id, _)| Self::Consultation(id)));
        let children =
            book.children().into_iter().filter(|(_, it)| !matches!(it.arrival, Arrival::Unborn { .. }));
        let decisions = children.flat_map(|(child, _)| book.threshold_decisions(child).into_iter().rev());
        all.extend(decisions.map(|(id, _)| Self::Letter(id)));
        all.extend([Self::Transfer, Self::Closure, Self::Consent, Self::Whole]);
        all
    }

    /// Its part of an address: a word, and the ids of what it is of.
    pub fn address(self) -> String {
        match self {
            Self::Assessment(Subject::Person(person)) => format!("assessment.{person}"),
            Self::Assessment(Subject::Couple(pair)) => {
                let [one, other] = pair.both();
                format!("assessment.{one}.{other}")
            }
            Self::FamilyReport => "family-report".to_owned(),
            Self::SummaryPack(id) => format!("pack.{id}"),
            Self::SupervisionRecord(id) => format!("supervision.{id}"),
            Self::OutOfHours => "out-of-hours".to_owned(),
            Self::Plan(id) => format!("plan.{id}"),
            Self::Review(id) => format!("review.{id}"),
            Self::Transfer => "transfer".to_owned(),
            Self::Closure => "closure".to_owned(),
            Self::Specialist(id) => format!("specialist.{id}"),
            Self::Consultation(id) => format!("consultation.{id}"),
            Self::Chronology => "chronology".to_owned(),
            Self::Letter(id) => format!("letter.{id}"),
            Self::Consent => "consent".to_owned(),
            Self::Whole => "whole".to_owned(),
        }
    }

    /// The kind of an address.
    pub fn of_address(address: &str) -> Option<Self> {
        let (word, of) = address.split_once('.').unwrap_or((address, ""));
        Some(match word {
            "assessment" => Self::Assessment(match of.split_once('.') {
                Some((one, other)) => Subject::Couple(Pair::of(one.parse().ok()?, other.parse().ok()?).ok()?),
                None => Subject::Person(of.parse().ok()?),
            }),
            "pack" => Self::SummaryPack(of.parse().ok()?),
            "supervision" => Self::SupervisionRecord(of.parse().ok()?),
            "plan" => Self::Plan(of.parse().ok()?),
            "review" => Self::Review(of.parse().ok()?),
            "specialist" => Self::Specialist(of.parse().ok()?),
            "consultation" => Self::Consultation(of.parse().ok()?),
            "letter" => Self::Letter(of.parse().ok()?),
            _ if !of.is_empty() => return None,
            "family-report" => Self::FamilyReport,
            "out-of-hours" => Self::OutOfHours,
            "transfer" => Self::Transfer,
            "closure" => Self::Closure,
            "chronology" => Self::Chronology,
            "consent" => Self::Consent,
            "whole" => Self::Whole,
            _ => return None,
        })
    }

    /// What it is called on the team's pages, and at the head of the document for professionals.
    pub fn title(self, here: &Here<'_>) -> String {
        let book = here.book;
        let meeting = |id| book.meeting(id).map(|it| meeting_title(here, &it)).unwrap_or_default();
        match self {
            Self::Assessment(subject @ Subject::Couple(_)) => {
                format!("Joint parenting assessment of {}", book.subject_name(subject))
            }
            Self::Assessment(subject) => format!("Parenting assessment of {}", book.subject_name(subject)),
            Self::FamilyReport => "Family report for a conference or review".to_owned(),
            Self::SummaryPack(id) => format!("Summaries for: {}", meeting(id)),
            Self::SupervisionRecord(id) => format!("Record of: {}", meeting(id)),
            Self::OutOfHours => "Case summary for out of hours".to_owned(),
            Self::Plan(id) => match book.plans.current(id) {
                Some(plan) => format!(
                    "{} for {}, {}",
                    plan.kind.label(),
                    names(book, &plan.children),
                    day_words(plan.agreed_on)
                ),
                None => "Plan".to_owned(),
            },
            Self::Review(id) => paper::words(crate::model::plan::Paper::Review(id), book),
            Self::Transfer => "Transfer summary".to_owned(),
            Self::Closure => "Closure summary".to_owned(),
            Self::Specialist(id) => {
                let asked = book.specialist_requests.current(id).map(|it| {
                    let roles = it.specialists.iter().map(|role| here.profile().role_name(role).to_owned());
                    roles.collect::<Vec<_>>().join(", ")
                });
                format!(
                    "Request for: {}",
                    asked.filter(|it| !it.is_empty()).unwrap_or("an adult specialist".to_owned())
                )
            }
            Self::Consultation(id) => match book.case_notes.current(id) {
                Some(note) => note_title(note),
                None => "Consultation".to_owned(),
            },
            Self::Chronology => "Chronology".to_owned(),
            Self::Letter(id) => match book.thresholds.current(id) {
                Some(decision) => format!(
                    "Letter to {} on what was decided, {}",
                    book.name_of(decision.child),
                    day_words(decision.on)
                ),
                None => "Letter".to_owned(),
            },
            Self::Consent => "Record of consent".to_owned(),
            Self::Whole => "The whole workbook, to read".to_owned(),
        }
    }

    /// What it is for, in a line.
    pub fn purpose(self) -> &'static str {
        match self {
            Self::Assessment(_) => {
                "Module by module: strengths, needs, what it means for each child, and sources."
            }
            Self::FamilyReport => "What everybody recorded, for the meeting that reviews the plan.",
            Self::SummaryPack(_) => "Every worker’s summary that is ready, to read before supervision.",
            Self::SupervisionRecord(_) => "Who was there, the views, the decisions and the actions.",
            Self::OutOfHours => "One page for somebody who must decide tonight and does not know the family.",
            Self::Plan(_) => "The goals, who does what by when, and what everybody thinks.",
            Self::Review(_) => "How the plan went since the last time.",
            Self::Transfer => "For the team that takes over: concerns, aims, what is done and what is not.",
            Self::Closure => "What was done, why the work ends, and what everybody thinks.",
            Self::Specialist(_) => "What is asked for, of whom, and why.",
            Self::Consultation(_) => "What was talked about, what was advised, and by whom.",
            Self::Chronology => "What happened, in order.",
            Self::Letter(_) => "In plain words, from what was chosen to be shown to them.",
            Self::Consent => "Who said yes or no to what, and when.",
            Self::Whole => "Everything that is recorded, for whoever takes over.",
        }
    }

    /// Whom it can be for. Two who are kept apart never read one together: see [`super::For::refusal`].
    pub fn readers(self, here: &Here<'_>) -> Readers {
        let everyone = || readers(here.book);
        let (professionals, people, one_only) = match self {
            Self::Assessment(subject) => (true, subject.people(), false),
            Self::FamilyReport | Self::Chronology => (true, everyone(), false),
            Self::Plan(id) => (true, self.of_plan(here, Some(id)), false),
            Self::Review(id) => {
                (true, self.of_plan(here, here.book.plan_reviews.current(id).map(|it| it.plan)), false)
            }
            Self::Consent => (true, everyone(), true),
            Self::Letter(id) => {
                (false, here.book.thresholds.current(id).map(|it| it.child).into_iter().collect(), true)
            }
            Self::SummaryPack(_)
            | Self::SupervisionRecord(_)
            | Self::OutOfHours
            | Self::Transfer
            | Self::Closure
            | Self::Specialist(_)
            | Self::Consultation(_)
            | Self::Whole => (true, Vec::new(), true),
        };
        Readers { professionals, people, one_only }
    }

    fn of_plan(self, here: &Here<'_>, plan: Option<PlanId>) -> Vec<PersonId> {
        let plan = plan.and_then(|id| here.book.plans.current(id));
        plan.map(|plan| paper::family(plan, here.book)).unwrap_or_default()
    }
}
