//! How one person of the family stands to another.

use serde::{Deserialize, Serialize};

use super::dates::PartialDate;
use super::ids::PersonId;

/// What `from` is to `to`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Mother,
    Father,
    Parent,
    StepParent,
    AdoptiveParent,
    FosterCarer,
    Grandparent,
    Sibling,
    HalfSibling,
    Partner,
    FormerPartner,
    AuntOrUncle,
    Carer,
    OtherFamily,
    Friend,
    /// In the words of whoever recorded it.
    Other(String),
}

impl Kind {
    /// The kinds a person chooses from, before "Something else".
    pub const KNOWN: [Kind; 15] = [
        Kind::Mother,
        Kind::Father,
        Kind::Parent,
        Kind::StepParent,
        Kind::AdoptiveParent,
        Kind::FosterCarer,
        Kind::Grandparent,
        Kind::Sibling,
        Kind::HalfSibling,
        Kind::Partner,
        Kind::FormerPartner,
        Kind::AuntOrUncle,
        Kind::Carer,
        Kind::OtherFamily,
        Kind::Friend,
    ];

    /// The word that fits "Amara is the … of Kayla".
    pub fn label(&self) -> &str {
        match self {
            Self::Mother => "mother",
            Self::Father => "father",
            Self::Parent => "parent",
            Self::StepParent => "step-parent",
            Self::AdoptiveParent => "adoptive parent",
            Self::FosterCarer => "foster carer",
            Self::Grandparent => "grandparent",
            Self::Sibling => "brother or sister",
            Self::HalfSibling => "half-brother or half-sister",
            Self::Partner => "partner",
            Self::FormerPartner => "former partner",
            Self::AuntOrUncle => "aunt or uncle",
            Self::Carer => "carer",
            Self::OtherFamily => "other family member",
            Self::Friend => "friend",
            Self::Other(words) => words,
        }
    }

    /// Whether this makes `from` a parent of `to`.
    pub fn is_parent(&self) -> bool {
        matches!(self, Self::Mother | Self::Father | Self::Parent | Self::StepParent | Self::AdoptiveParent)
    }
}

/// Whether someone holds parental responsibility for a child. "Not known" is an answer and is shown as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ParentalResponsibility {
    Holds,
    DoesNotHold,
    #[default]
    NotKnown,
}

/// One person's standing to another, with its beginning and end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relationship {
    pub from: PersonId,
    pub to: PersonId,
    pub kind: Kind,
    #[serde(default)]
    pub parental_responsibility: ParentalResponsibility,
    #[serde(default)]
    pub start: Option<PartialDate>,
    #[serde(default)]
    pub end: Option<PartialDate>,
}
