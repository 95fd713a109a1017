//! Why something that keeps people safe is not recorded, in words a person can act on.

use super::Field;

/// A refusal about protected facts, requests not to tell, or a safety plan.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SafetyRefusal {
    #[error("Enter what must not be known, as it is written in full")]
    NothingProtected,
    #[error("Enter why you are changing this, or why it is ending")]
    NoReason,
    #[error("This is not here any more. Go back to the safety page; your words are kept as a draft")]
    NotHere,
    #[error("Choose who must not be told")]
    NobodyKeptFrom,
    #[error("{0} asked for this. Choose who else must not be told")]
    FromThemselves(String),
    #[error("Enter what they must not be told")]
    NothingKept,
    #[error("Enter why {0} asked for this")]
    NoWhy(String),
    #[error("Choose who in the team answers for this")]
    NobodyAnswers,
    #[error("There is no plan to take back")]
    NoPlan,
    #[error("The day they asked must be today or in the past")]
    AskedInFuture,
    #[error("The last day must be on or after the day they asked")]
    UntilBeforeAsked,
    #[error("Write something in the plan first")]
    EmptyPlan,
    #[error("They can say only for today, or have said before today, that it is safe on paper")]
    OnPaperInFuture,
    #[error(
        "This is for workers who work with this family. Your name is not in its team today: it is entered on the \
         page Referral and team"
    )]
    NotWithThem,
}

impl SafetyRefusal {
    /// The part of the form it is about.
    pub fn field(&self) -> Field {
        match self {
            Self::NothingProtected | Self::NothingKept | Self::EmptyPlan => Field::Text,
            Self::NoReason => Field::Reason,
            Self::NobodyAnswers => Field::Worker,
            Self::NotHere | Self::NoPlan | Self::OnPaperInFuture => Field::Whole,
            Self::NobodyKeptFrom | Self::FromThemselves(_) => Field::Audience,
            Self::NoWhy(_) => Field::Why,
            Self::AskedInFuture => Field::Day,
            Self::UntilBeforeAsked => Field::Period,
            Self::NotWithThem => Field::Who,
        }
    }
}
