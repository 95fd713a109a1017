//! Each child's threshold: what was recommended, and what was decided.

use std::collections::BTreeSet;

use crate::model::ids::{PersonId, ThresholdId};
use crate::model::threshold::{Recommendation, ThresholdDecision};

use super::fold::Workbook;

impl Workbook {
    /// The recommendations that no decision answers.
    pub fn recommendations_to_decide(&self) -> Vec<ThresholdId> {
        let answered: BTreeSet<ThresholdId> =
            self.thresholds.all().filter_map(|(_, decision)| decision.answers).collect();
        self.recommendations.all().map(|(id, _)| id).filter(|id| !answered.contains(id)).collect()
    }

    /// The decisions on a child's threshold, earliest first.
    pub fn threshold_decisions(&self, child: PersonId) -> Vec<(ThresholdId, &ThresholdDecision)> {
        let mut found: Vec<_> =
            self.thresholds.all().filter(|(_, decision)| decision.child == child).collect();
        found.sort_by_key(|(id, decision)| {
            (decision.on, self.thresholds.get(*id).map(|thing| thing.first().recorded), *id)
        });
        found
    }

    /// The recommendations on a child's threshold, earliest first.
    pub fn threshold_recommendations(&self, child: PersonId) -> Vec<(ThresholdId, &Recommendation)> {
        let mut found: Vec<_> =
            self.recommendations.all().filter(|(_, value)| value.child == child).collect();
        found.sort_by_key(|(id, value)| {
            (value.on, self.recommendations.get(*id).map(|thing| thing.first().recorded), *id)
        });
        found
    }

    /// The threshold at which a child stands by the latest decision.
    pub fn threshold_now(&self, child: PersonId) -> Option<&ThresholdDecision> {
        self.threshold_decisions(child).pop().map(|(_, decision)| decision)
    }
}
