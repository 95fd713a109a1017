//! Family Safeguarding supervision: the meeting at the heart of the team's work with a family, from its
//! planning to the authorised record.
//!
//! Sources: WAL "Case management"; WSX 9, appendix 6 and the flow chart "Supervision Process"; BRF "Family
//! Safeguarding Case Supervision"; `domain.md` R45 to R56 and B5. There is no word here for a supervision that
//! was cancelled: it is never cancelled, only rearranged.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::action::Action;
use super::choices::choices;
use super::ids::{EventId, PersonId, PractitionerId, SupervisionId, ThresholdId};

choices! {
    /// Group supervision; or the ordinary kind, where only a social worker is involved (BRF; R53).
    Form {
        Group "group" "Group supervision";
        OneToOne "one_to_one" "Ordinary supervision";
    }
}

#[allow(clippy::derivable_impls, reason = "a choice has no attributes on its variants")]
impl Default for Form {
    fn default() -> Self {
        Self::Group
    }
}

/// Another professional who is invited, such as a head teacher.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guest {
    pub name: String,
    #[serde(default)]
    pub from: String,
}

/// One time that it was moved. Some authorities allow a few reasons only (WSX flow chart; R54).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    pub from: NaiveDate,
    /// The code of one of the authority's reasons, where it names any: `annual_leave`.
    #[serde(default)]
    pub reason: Option<String>,
    /// Why, in words: the authority's, and whatever else was said.
    pub words: String,
}

/// A supervision as it is planned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Supervision {
    pub on: NaiveDate,
    /// When it begins, in London.
    #[serde(default)]
    pub at: Option<NaiveTime>,
    /// How long it is meant to take; one authority says 30 minutes where possible.
    #[serde(default)]
    pub minutes: Option<u16>,
    /// A room, or a virtual space.
    #[serde(default)]
    pub place: String,
    #[serde(default)]
    pub form: Form,
    #[serde(default)]
    pub chair: Option<PractitionerId>,
    #[serde(default)]
    pub invited: BTreeSet<PractitionerId>,
    #[serde(default)]
    pub guests: Vec<Guest>,
    /// When everyone was reminded of it and of their summary.
    #[serde(default)]
    pub reminded_on: Option<NaiveDate>,
    /// Each time that it was moved, oldest first.
    #[serde(default)]
    pub moved: Vec<Moved>,
}

/// Why someone was not there. Their summary and rating stand in for them (R49).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Absence {
    #[serde(default)]
    pub why: String,
    /// Whether it was agreed beforehand.
    #[serde(default)]
    pub agreed: bool,
}

/// That it was held, and who was there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    pub on: NaiveDate,
    #[serde(default)]
    pub from: Option<NaiveTime>,
    #[serde(default)]
    pub until: Option<NaiveTime>,
    #[serde(default)]
    pub chair: Option<PractitionerId>,
    #[serde(default)]
    pub present: BTreeSet<PractitionerId>,
    #[serde(default)]
    pub absent: BTreeMap<PractitionerId, Absence>,
    /// Who else came, in words.
    #[serde(default)]
    pub others_present: String,
}

/// That a child's threshold was looked at, as it is at every supervision (R59): what was said of it, and the
/// recommendation or decision that came of it, which is a record of its own.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ThresholdReview {
    #[serde(default)]
    pub words: String,
    #[serde(default)]
    pub recommendation: Option<ThresholdId>,
    #[serde(default)]
    pub decision: Option<ThresholdId>,
}

impl ThresholdReview {
    /// Whether it says anything.
    pub fn is_said(&self) -> bool {
        !self.words.trim().is_empty() || self.recommendation.is_some() || self.decision.is_some()
    }
}

/// The notes of a supervision (`domain.md` B5). Ratings, the agreed rating and decisions about thresholds are
/// records of those who make them and are not written again here.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Notes {
    #[serde(default)]
    pub childrens_views: BTreeMap<PersonId, String>,
    #[serde(default)]
    pub parents_views: BTreeMap<PersonId, String>,
    /// What has changed since the supervision before.
    #[serde(default)]
    pub changed: String,
    /// Reflection on the cycle of change.
    #[serde(default)]
    pub reflection: String,
    /// What difference the support makes.
    #[serde(default)]
    pub impact: String,
    /// What else could explain this.
    #[serde(default)]
    pub hypotheses: Vec<String>,
    /// Each child's threshold, looked at again.
    #[serde(default)]
    pub thresholds: BTreeMap<PersonId, ThresholdReview>,
    /// Decisions, and why.
    #[serde(default)]
    pub decisions: String,
    /// What happens next.
    #[serde(default)]
    pub next: String,
    /// Statutory meetings that these decisions are taken into.
    #[serde(default)]
    pub statutory: String,
    #[serde(default)]
    pub actions: Vec<Action>,
}

impl Notes {
    /// Whether anything was written.
    pub fn has_words(&self) -> bool {
        !self.actions.is_empty()
            || self.thresholds.values().any(ThresholdReview::is_said)
            || [&self.changed, &self.reflection, &self.impact, &self.decisions, &self.next, &self.statutory]
                .into_iter()
                .chain(&self.hypotheses)
                .chain(self.childrens_views.values())
                .chain(self.parents_views.values())
                .any(|text| !text.trim().is_empty())
    }

    /// Everyone of the family whom a field of it names.
    pub fn people(&self) -> impl Iterator<Item = PersonId> + '_ {
        self.childrens_views.keys().chain(self.parents_views.keys()).chain(self.thresholds.keys()).copied()
    }
}

/// Where the notes stand between their writer and the manager.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SignOff {
    /// Sent to the manager: these versions of the notes.
    Submitted { notes: Vec<EventId> },
    /// Sent back to be completed.
    Returned { notes: Vec<EventId>, why: String },
    /// The authorised record: these versions of the plan, the attendance, the notes and the ratings. They are
    /// named so that the record stays what the manager read, whatever is written afterwards.
    Authorised {
        covers: Vec<EventId>,
        /// Why it was authorised although something was still missing.
        #[serde(default)]
        although: String,
    },
}

/// A dated addition to an authorised record, which itself never changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Addendum {
    pub supervision: SupervisionId,
    pub text: String,
    /// Versions that were written without knowing of the authorisation, and that this takes up.
    #[serde(default)]
    pub takes_up: Vec<EventId>,
}
