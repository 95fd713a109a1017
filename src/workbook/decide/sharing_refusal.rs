//! Why something is not shown to the family, or not kept of a showing, in words a person can act on.

use super::Field;

/// A refusal about what the family is shown and what they said to it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SharingRefusal {
    #[error("There is nothing of this to show: it is no longer on record, or it says nothing")]
    NothingThere,
    #[error(
        "This is what another professional said. It is theirs to tell, and cannot be shown to the family"
    )]
    AnotherProfessional,
    #[error("This was taken from a record. It is for the team only, and cannot be shown to the family")]
    ARecord,
    #[error("Whoever said this chose who may see it. That is not changed here")]
    TheirOwnChoice,
    #[error("Safety separation stands between {0} and {1}. Nothing can be shown to both. Choose one of them")]
    NotTogether(String, String),
    #[error("{0} is not among those who may see the record this is from. Choose them there first")]
    NotAmong(String),
    #[error("These are the exact words of {child}. Choose by name that {reader} may see them")]
    NotByName { reader: String, child: String },
    #[error(
        "The words tell of {other}, and safety separation stands between {reader} and {other}. Write them without"
    )]
    WordsName { reader: String, other: String },
    #[error(
        "{reader} cannot be chosen: {worker} works with {other}, and safety separation stands between the two"
    )]
    WorksWith { reader: String, worker: String, other: String },
    #[error("What needs to be different cannot stand under what is going well. Choose another heading")]
    NotAStrength,
    #[error("Under “Who is helping” stand workers, and workers stand nowhere else. Choose another heading")]
    HelpersOnly,
    #[error("Enter the words in the other language")]
    NoTranslation,
    #[error("Enter who translated it. Nothing that is written freely is translated by a machine")]
    NoTranslator,
    #[error("This is not shown to anybody, so there is nothing to stop")]
    NotShared,
    #[error("What {0} is shown waits for nobody: nobody of this family is kept safe from them")]
    WaitsForNobody(String),
    #[error("You chose this yourself. Another manager reads it before it is shown")]
    OwnChoice,
    #[error("There are no words to approve. Go back and read them again")]
    NothingRead,
    #[error("Choose who was there, or enter who else was")]
    NobodyThere,
    #[error("This showing is not on record. Go back and open it again")]
    NoSuchShowing,
    #[error("A showing ends after it begins")]
    EndBeforeBeginning,
    #[error("What somebody said stays as they said it. Write what you think beside it")]
    SaidStays,
    #[error("{0} was not there when this was shown. Choose who said it")]
    WasNotThere(String),
    #[error("There are no words, no answer and no place on a scale. Enter what they said")]
    NothingSaid,
    #[error("A child’s tick says that they have seen it, and is no agreement. Record that {0} has seen it")]
    ChildAgrees(String),
    #[error("The scale goes from 0 to {0}. Choose a place on it")]
    OffTheScale(u8),
    #[error(
        "The entry does not have their words as they said them. Put them there first, each as it was said"
    )]
    NotInThatEntry,
}

impl SharingRefusal {
    /// The part of the form it is about.
    pub fn field(&self) -> Field {
        match self {
            Self::NothingThere
            | Self::AnotherProfessional
            | Self::ARecord
            | Self::NotShared
            | Self::NoSuchShowing
            | Self::WaitsForNobody(_)
            | Self::OwnChoice
            | Self::NothingRead
            | Self::SaidStays
            | Self::NotInThatEntry => Field::Whole,
            Self::TheirOwnChoice | Self::NotTogether(..) | Self::NotAmong(_) | Self::WorksWith { .. } => {
                Field::Audience
            }
            Self::NotByName { .. } => Field::OwnWords,
            Self::WordsName { .. } | Self::NothingSaid => Field::Texts,
            Self::NotAStrength | Self::HelpersOnly | Self::ChildAgrees(_) | Self::OffTheScale(_) => {
                Field::Choice
            }
            Self::NoTranslation => Field::Text,
            Self::NoTranslator => Field::Name,
            Self::NobodyThere | Self::WasNotThere(_) => Field::Person,
            Self::EndBeforeBeginning => Field::Period,
        }
    }
}
