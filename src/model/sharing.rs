//! What a worker chose to show to people of the family, piece by piece, and in which words.
//!
//! An entry says itself who may see it. Everything else, and the parts of an entry that need a choice of their own (a
//! worry, a child's words), is shown to nobody until somebody chose it here (`ux.md` SR1, SR4, SR7; `domain.md` E2,
//! rules 1 and 9).

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::audience::Audience;
use super::choices::choices;
use super::ids::{ActionId, EntryId, PersonId, PractitionerId, SaidId, SupervisionId, ThresholdId, VisitId};

/// One piece of the record that a family can be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Piece {
    /// What is going well, of an entry.
    GoingWell(EntryId),
    /// What needs to be different, of an entry.
    Needs(EntryId),
    /// What somebody said, as an entry has it: all their words in it.
    OwnWords(EntryId, PersonId),
    /// What the work means for a child, of an entry.
    Analysis(EntryId, PersonId),
    /// What somebody agreed to do.
    Action(ActionId),
    /// That the team meets.
    Supervision(SupervisionId),
    /// What came of a visit.
    Visit(VisitId),
    /// What was decided for a child.
    Threshold(ThresholdId),
    /// Who is helping.
    Worker(PractitionerId),
    /// What somebody said while they were shown something. They chose themselves who may see it.
    Said(SaidId),
}

choices! {
    /// Under which heading of the family's pages a piece stands.
    Heading {
        Well "well" "What you do well";
        Better "better" "What is getting better";
        Different "different" "What needs to be different";
        Agreed "agreed" "What we agreed";
        Next "next" "What happens next";
        Helping "helping" "Who is helping";
        Said "said" "What you said";
    }
}

/// A piece in another language, by a person: free text is never translated by a machine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Translation {
    pub words: String,
    /// Who translated it.
    pub by: String,
}

/// That a piece may be shown, to whom, and in which words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shared {
    pub audience: Audience,
    pub heading: Heading,
    /// In plain words for the family, beside what is recorded; empty: as it is recorded.
    #[serde(default)]
    pub family_words: String,
    /// By the tag of the language: "cy".
    #[serde(default)]
    pub translations: BTreeMap<String, Translation>,
}

/// A piece, for one person: what a second approval is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ForOne {
    pub piece: Piece,
    pub person: PersonId,
}

/// That a manager has read what somebody would be shown who is said to have harmed another of the family.
///
/// Source: `domain.md` E2, rule 15.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approval {
    /// What was read, word for word. Other words are not approved.
    pub words: String,
    pub on: NaiveDate,
}
