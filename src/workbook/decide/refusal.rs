//! Why something is not recorded, in words a person can act on.

use crate::model::dates::day_words;

use super::permission::Act;
use super::round_refusal::RoundRefusal;
use super::safety_refusal::SafetyRefusal;
use super::sharing_refusal::SharingRefusal;
use super::way::Needed;

/// The part of a form that a refusal is about, so that the screen can take the person there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    Label,
    Name,
    BirthOrDueDate,
    Death,
    Relationship,
    Period,
    Workflow,
    Separation,
    Household,
    DateOfWork,
    Subject,
    Present,
    Texts,
    Analysis,
    OwnWords,
    Audience,
    Reason,
    Joint,
    /// No part of the form: it is for somebody else to record, or not now.
    Who,
    Date,
    /// One of the family.
    Person,
    /// One of the team.
    Worker,
    Choice,
    Text,
    Why,
    /// No part of the form, but what it is of.
    Whole,
    Day,
    Rating,
    Actions,
    References,
    Children,
    Place,
    Goals,
    Visiting,
    /// The stage of a change, and what changes.
    Stage,
    Change,
}

/// A refusal. Nothing was recorded; whatever was typed is still in the draft.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("Enter what the team calls this family")]
    NoLabel,
    #[error("Enter a name, or what they like to be called")]
    NoName,
    #[error("Date of birth must be today or in the past")]
    BornInFuture,
    #[error("Date of death must be today or in the past")]
    DiedInFuture,
    #[error("Date of death must be on or after the date of birth")]
    DiedBeforeBirth,
    #[error("Only somebody who was born can be recorded as having died")]
    DiedUnborn,
    #[error("Only a child can be recorded as not yet born")]
    UnbornAdult,
    #[error("Choose two different people")]
    SamePerson,
    #[error("Choose someone who is in this family's workbook")]
    NoSuchPerson(Field),
    #[error("The end must be on or after the start")]
    EndBeforeStart,
    #[error("The start must be today or in the past")]
    StartInFuture,
    #[error("Parental responsibility is for a child. Choose a child, or leave it as not known")]
    ResponsibilityForAdult,
    #[error("Enter why they are not in the workflow")]
    NoWorkflowReason,
    #[error("Safety separation is between two adults")]
    SeparationOfChild,
    #[error("Enter why safety separation is ending")]
    NoSeparationReason,
    #[error("Enter a name for this home, such as “Mum’s home”")]
    NoHouseholdLabel,
    #[error(
        "This person is named in {0} records and cannot be removed. You can take them out of the workflow"
    )]
    PersonInUse(usize),
    #[error("Date of the work must be today or in the past")]
    WorkInFuture,
    #[error("Enter what is going well, what needs to be different, your analysis, or words the person used")]
    NoWords,
    #[error("Analysis is for a child. Choose one of the children")]
    AnalysisOfAdult,
    #[error("Choose who said these words")]
    NobodySaidIt,
    #[error("A stage of change is of somebody whom the entry is about. Choose one of them")]
    StageOfAnother,
    #[error("Enter what is changing")]
    NoChange,
    #[error("Choose who can see this, or choose the team only")]
    NobodyChosen,
    #[error("{0} cannot be chosen: safety separation stands between {0} and {1}, and this entry names {1}")]
    KeptFrom(String, String),
    #[error("Enter why you are changing this entry")]
    NoReason,
    #[error("This entry is not here any more. Go back and open it again; your words are kept as a draft")]
    NoSuchEntry,
    #[error("This entry is already recorded")]
    AlreadyRecorded,
    #[error("An entry stays in its module and with the person it is about. Add a new entry instead")]
    EntryMoved,
    #[error("This authority does not use joint assessments: each parent has their own")]
    JointNotUsed,
    #[error("These two are not assessed jointly. Choose one of them, or begin a joint assessment first")]
    NotJoint,
    #[error("These two cannot be assessed jointly: safety separation stands between them")]
    JointWhileSeparated,
    #[error("Enter why these two are assessed jointly")]
    NoJointReason,
    #[error("Enter strengths, needs or analysis")]
    EmptyStatement,
    #[error("Only {whose} can {}. Ask them to record it", .act.words())]
    ForAnother { act: Act, whose: String },
    #[error("{}", .0.words())]
    Needed(Needed),
    #[error("This workbook was closed on {} and can only be read. It has to be reopened first", day_words(*.0))]
    Closed(chrono::NaiveDate),
    #[error("The workbook stays open while work is unfinished. Finish this first: {}", .0.join("; "))]
    CaseworkOpen(Vec<String>),
    #[error("Enter why this was left unfinished: {}", .0.join("; "))]
    LeftUnfinished(Vec<String>),
    #[error("Enter why the family is taken on although this is not there: {}", .0.join("; "))]
    MissingAtEntry(Vec<String>),
    #[error(
        "This team works with families who consent. Consent to the referral is {0}: the referring team reviews \
         this, and closes or escalates"
    )]
    ReferralConsent(&'static str),
    #[error("{0} has said no to being shown to others in the family. Choose the team only")]
    SaidNo(String),
    #[error(transparent)]
    Round(#[from] RoundRefusal),
    #[error(transparent)]
    Safety(#[from] SafetyRefusal),
    #[error(transparent)]
    Sharing(#[from] SharingRefusal),
}

impl Refusal {
    /// The part of the form it is about.
    pub fn field(&self) -> Field {
        match self {
            Self::NoLabel => Field::Label,
            Self::NoName => Field::Name,
            Self::BornInFuture | Self::UnbornAdult => Field::BirthOrDueDate,
            Self::DiedInFuture | Self::DiedBeforeBirth | Self::DiedUnborn => Field::Death,
            Self::NoSuchPerson(field) => *field,
            Self::SamePerson | Self::ResponsibilityForAdult => Field::Relationship,
            Self::EndBeforeStart | Self::StartInFuture => Field::Period,
            Self::NoWorkflowReason => Field::Workflow,
            Self::SeparationOfChild | Self::NoSeparationReason => Field::Separation,
            Self::NoHouseholdLabel => Field::Household,
            Self::PersonInUse(_) => Field::Name,
            Self::WorkInFuture => Field::DateOfWork,
            Self::NoWords | Self::EmptyStatement => Field::Texts,
            Self::AnalysisOfAdult => Field::Analysis,
            Self::NobodySaidIt => Field::OwnWords,
            Self::StageOfAnother => Field::Stage,
            Self::NoChange => Field::Change,
            Self::NobodyChosen | Self::KeptFrom(..) => Field::Audience,
            Self::NoReason => Field::Reason,
            Self::NoSuchEntry | Self::AlreadyRecorded | Self::EntryMoved => Field::Subject,
            Self::ForAnother { .. } | Self::Closed(_) | Self::CaseworkOpen(_) => Field::Who,
            Self::LeftUnfinished(_) | Self::MissingAtEntry(_) => Field::Why,
            Self::ReferralConsent(_) => Field::Choice,
            Self::Needed(needed) => needed.field(),
            Self::SaidNo(_) => Field::Audience,
            Self::Round(refusal) => refusal.field(),
            Self::Safety(refusal) => refusal.field(),
            Self::Sharing(refusal) => refusal.field(),
            Self::JointNotUsed | Self::NotJoint | Self::JointWhileSeparated | Self::NoJointReason => {
                Field::Joint
            }
        }
    }
}
