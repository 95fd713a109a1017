//! Where somebody is in a change they are making, as motivational interviewing names it (`domain.md` B7, R68; BRF, “MI
//! stages of change”).
//!
//! A stage is what a worker makes of it on one day, of one change: the same person may be further with one change than
//! with another. It is part of the entry that tells what shows it. It is not a score, and going back is part of the way.

use serde::{Deserialize, Serialize};

use super::choices::choices;
use super::ids::PersonId;

choices! {
    /// The stages, in the order in which the source names them.
    Stage {
        PreContemplation "pre_contemplation" "Pre-contemplation";
        Contemplation "contemplation" "Contemplation";
        Preparation "preparation" "Preparation";
        Action "action" "Action";
        Maintenance "maintenance" "Maintenance";
        Relapse "relapse" "Relapse";
    }
}

impl Stage {
    /// What the stage means, in plain words.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::PreContemplation => "They see no problem in what they do now",
            Self::Contemplation => "They are in two minds",
            Self::Preparation => "They are taking steps to change, usually in the next month or so",
            Self::Action => "They have made the change, and it takes all their effort",
            Self::Maintenance => "The change is part of their life, and is steadier",
            Self::Relapse => "They have gone back to how it was",
        }
    }
}

/// The stage of one person in one change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StageOfChange {
    pub who: PersonId,
    /// What is changing: "Drinking".
    pub change: String,
    pub stage: Stage,
}
