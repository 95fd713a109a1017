//! Why something of the monthly round or of a plan is not recorded, in words a person can act on.

use chrono::NaiveDate;

use crate::model::action::Lacks;
use crate::model::dates::day_words;

use super::Field;

/// A refusal about supervision, ratings, summaries, visits, notes, plans, specialists or the chronology.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RoundRefusal {
    // Supervision.
    #[error("This authority does not use Family Safeguarding supervision. Its profile says what it uses")]
    SupervisionNotUsed,
    #[error("This supervision is not here any more. Go back to the list; your words are kept as a draft")]
    NoSuchSupervision,
    #[error("This supervision is planned for another day. To move it, rearrange it and say why")]
    MoveInstead,
    #[error("It is planned for that day already. Choose the day that it moves to")]
    SameDay,
    #[error("This supervision was held on {}. It cannot be moved any more", day_words(*.0))]
    AlreadyHeld(NaiveDate),
    #[error("Choose one of the reasons for which your authority lets supervision be moved: {0}")]
    NotAReason(String),
    #[error("For this reason supervision may be moved by {0} days at the most. Choose a day up to {until}", until = day_words(*.1))]
    MovedTooFar(u16, NaiveDate),
    #[error("Enter why supervision is moved")]
    NoMovingReason,
    #[error("The day it was held must be today or in the past")]
    HeldInFuture,
    #[error("Choose who came")]
    NobodyCame,
    #[error("{0} cannot have been there and not there. Choose one")]
    ThereAndNot(String),
    #[error("Enter why {0} was not there")]
    NoAbsenceReason(String),
    #[error("Record who came to this supervision first")]
    NotHeld,
    #[error("This supervision is authorised and does not change. Add a dated addendum instead")]
    Authorised,

    // Ratings.
    #[error("This authority does not use red, amber and green")]
    RatingsNotUsed,
    #[error("Give your reason for the rating")]
    NoRatingReason,
    #[error("The need or harm is attributable to an adult. Choose a parent or caregiver")]
    AttributedToChild,
    #[error("Nobody has given a rating yet")]
    NothingToShow,
    #[error("Only whoever chairs this supervision, or {0}, can show the ratings. Ask them to")]
    NotTheChair(String),
    #[error("Show the ratings together first, then agree one")]
    NotShownYet,
    #[error("The ratings differ. Enter why your views differ")]
    NoDifference,
    #[error("The agreed rating was {0} before. Enter what has changed")]
    NoChange(&'static str),

    // Notes and their authorisation.
    #[error("Write something in the notes first")]
    NoNotes,
    #[error("The notes are with the manager. Ask them to return the notes, then go on")]
    WithManager,
    #[error("Choose a recommendation or decision about the threshold of {0}")]
    AnothersThreshold(String),
    #[error("Enter what will be done")]
    ActionWithoutWhat,
    #[error("Action {place} does not say {}. Add it, so that everyone knows what was agreed", lacking(.lacks))]
    NotSmart { place: usize, lacks: Vec<Lacks> },
    #[error("This action stands elsewhere already. Record what came of it there, and add a new one here")]
    ActionElsewhere,
    #[error("Two versions of this stand beside each other. Decide between them first")]
    DecideFirst,
    #[error("The notes have changed since you opened them. Read them again first")]
    NotesChanged,
    #[error("The notes were not sent to the manager yet")]
    NotSubmitted,
    #[error("You wrote these notes. Ask another manager")]
    OwnNotes,
    #[error("Enter what is to be completed")]
    NoReturnReason,
    #[error("{0}. Add what is missing, or enter why it is authorised all the same")]
    NotComplete(String),
    #[error("An addendum is for a supervision that is authorised. Write it in the notes")]
    NotAuthorised,
    #[error("Write the addendum first")]
    EmptyAddendum,

    // Summaries and actions.
    #[error("This authority does not use workbook summaries")]
    SummariesNotUsed,
    #[error("Write what you did, what you see in a child, or your analysis")]
    EmptySummary,
    #[error("Choose a rating and give your reason before you hand your summary in")]
    NoRating,
    #[error("{what} is older than the supervision of {}. A summary tells of the time since then only", day_words(*.since))]
    OutsidePeriod { what: String, since: NaiveDate },
    #[error("Choose entries, visits or notes that are in this family’s workbook")]
    NoSuchSource,
    #[error("Enter why you are changing a summary that you have handed in")]
    NoSummaryReason,
    #[error("Write something in the case summary first")]
    EmptyCaseSummary,
    #[error("This action is not here any more. Go back to the list; your words are kept as a draft")]
    NoSuchAction,
    #[error("Enter why it is not done yet, or not needed")]
    NoResultReason,
    #[error("The day must be today or in the past")]
    DayInFuture,

    // Visits and case notes.
    #[error("Date of the visit must be today or in the past")]
    VisitInFuture,
    #[error("The end must be after the beginning")]
    EndBeforeBeginning,
    #[error("Choose each child whom this visit was for")]
    NoChildren,
    #[error("Enter why {0} was not seen")]
    NoWhyNotSeen(String),
    #[error("Choose who agreed that {0} is seen alone, or enter why without")]
    NoAgreement(String),
    #[error("Enter where you met")]
    NoPlace,
    #[error("Write what you saw and heard, so that the module has something to go by")]
    NoEvidence,
    #[error("This visit is not here any more. Go back and open it again; your words are kept as a draft")]
    NoSuchVisit,
    #[error("This note is not here any more. Go back and open it again; your words are kept as a draft")]
    NoSuchNote,
    #[error("Write the note first")]
    EmptyNote,
    #[error("Enter with whom you spoke")]
    NobodyConsulted,

    // Plans.
    #[error("Add a goal with the family")]
    NoGoals,
    #[error("Goal {0} does not say what will be better")]
    GoalWithoutOutcome(usize),
    #[error("Goal {0} has no step. Add one, with who and by when")]
    GoalWithoutStep(usize),
    #[error("Enter how often {0} is visited, and by whom")]
    NoVisiting(String),
    #[error("{0} would be visited less often than every {1} days. Enter why, or choose more often")]
    SeldomVisited(String, u16),
    #[error("This plan is not here any more. Go back and open it again; your words are kept as a draft")]
    NoSuchPlan,
    #[error("This review is not here any more. Go back and open it again; your words are kept as a draft")]
    NoSuchReview,
    #[error("This copy is not here any more. Go back and open the plan again")]
    NoSuchCopy,
    #[error("This signature is not here any more. Go back and open the plan again")]
    NoSuchSignature,
    #[error("The plan was agreed on {}. A review comes after it", day_words(*.0))]
    ReviewBeforePlan(NaiveDate),
    #[error("Write what is better, what is not, and what changes")]
    EmptyReview,
    #[error("Choose who")]
    Nobody,
    #[error("Enter what they said, or why they did not sign")]
    NoAnswer,

    // Specialists.
    #[error("Choose which specialist")]
    NoSpecialist,
    #[error("Enter the family’s situation in short")]
    NoSituation,
    #[error("Enter what the work is for, and the outcomes that are hoped for")]
    NoPurpose,
    #[error("The work of an adult specialist is with an adult. Choose one of the adults")]
    SpecialistForChild,
    #[error("This request is not here any more. Go back and open it again")]
    NoSuchRequest,
    #[error("This was decided, and the decision is final. Make a new request if something has changed")]
    DecisionIsFinal,
    #[error("Enter who decided")]
    NoDecider,
    #[error("Enter the reason for the decision")]
    NoDecisionReason,

    // The chronology.
    #[error("Enter what happened")]
    NoEvent,
    #[error("The date must be today or in the past")]
    EventInFuture,
    #[error("This event is not here any more. Go back and open it again")]
    NoSuchEvent,
    #[error("Enter why you are changing this record")]
    NoReason,
    #[error("This is already recorded")]
    AlreadyRecorded,
}

/// "who will do it and by when".
fn lacking(lacks: &[Lacks]) -> String {
    let words: Vec<&str> = lacks.iter().map(|lacks| lacks.label()).collect();
    match words.split_last() {
        None => String::new(),
        Some((last, [])) => (*last).to_owned(),
        Some((last, before)) => format!("{} and {last}", before.join(", ")),
    }
}

impl RoundRefusal {
    /// The part of the form it is about.
    pub fn field(&self) -> Field {
        match self {
            Self::SupervisionNotUsed
            | Self::NoSuchSupervision
            | Self::Authorised
            | Self::RatingsNotUsed
            | Self::SummariesNotUsed
            | Self::NothingToShow
            | Self::NotTheChair(_)
            | Self::NotShownYet
            | Self::WithManager
            | Self::DecideFirst
            | Self::NotesChanged
            | Self::NotSubmitted
            | Self::OwnNotes
            | Self::NotAuthorised
            | Self::NotHeld
            | Self::AlreadyHeld(_)
            | Self::NoSuchAction
            | Self::NoSuchVisit
            | Self::NoSuchNote
            | Self::NoSuchPlan
            | Self::NoSuchReview
            | Self::NoSuchCopy
            | Self::NoSuchSignature
            | Self::NoSuchRequest
            | Self::DecisionIsFinal
            | Self::NoSuchEvent
            | Self::AlreadyRecorded => Field::Whole,
            Self::MoveInstead
            | Self::SameDay
            | Self::MovedTooFar(..)
            | Self::HeldInFuture
            | Self::DayInFuture
            | Self::VisitInFuture
            | Self::ReviewBeforePlan(_)
            | Self::EventInFuture => Field::Day,
            Self::EndBeforeBeginning => Field::Period,
            Self::NotAReason(_)
            | Self::NoMovingReason
            | Self::NoSummaryReason
            | Self::NoReason
            | Self::NoReturnReason
            | Self::NotComplete(_)
            | Self::NoResultReason
            | Self::NoDecisionReason => Field::Reason,
            Self::NobodyCame | Self::ThereAndNot(_) | Self::NoAbsenceReason(_) => Field::Present,
            Self::NoRatingReason
            | Self::AttributedToChild
            | Self::NoDifference
            | Self::NoChange(_)
            | Self::NoRating => Field::Rating,
            Self::AnothersThreshold(_) => Field::Choice,
            Self::ActionWithoutWhat | Self::NotSmart { .. } | Self::ActionElsewhere => Field::Actions,
            Self::OutsidePeriod { .. } | Self::NoSuchSource => Field::References,
            Self::NoChildren | Self::NoWhyNotSeen(_) | Self::NoAgreement(_) => Field::Children,
            Self::NoPlace => Field::Place,
            Self::NoGoals | Self::GoalWithoutOutcome(_) | Self::GoalWithoutStep(_) => Field::Goals,
            Self::NoVisiting(_) | Self::SeldomVisited(..) => Field::Visiting,
            Self::Nobody | Self::NoDecider | Self::NobodyConsulted => Field::Name,
            Self::NoSpecialist | Self::SpecialistForChild => Field::Subject,
            Self::NoNotes
            | Self::EmptyAddendum
            | Self::EmptySummary
            | Self::EmptyCaseSummary
            | Self::NoEvidence
            | Self::EmptyNote
            | Self::EmptyReview
            | Self::NoAnswer
            | Self::NoSituation
            | Self::NoPurpose
            | Self::NoEvent => Field::Texts,
        }
    }
}
