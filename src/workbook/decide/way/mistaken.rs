//! What was entered in error. It stays in the history; what it said no longer stands.

use chrono::NaiveDate;

use crate::model::consent::ConsentOf;
use crate::model::dates::PartialDate;
use crate::model::ids::{
    AlertId, AllocationId, DisagreementId, EventId, MembershipId, ProceedingsId, ReferralId, StatusId,
    StepId, ThresholdId,
};
use crate::model::pathway::PathwayOf;

use super::{Needed, Outcome, need, text};
use crate::workbook::decide::permission::Act;
use crate::workbook::decide::{Asking, Decided, revision};
use crate::workbook::fact::{Fact, Revision};
use crate::workbook::fold::Workbook;
use crate::workbook::versioned::Things;

/// What can be marked as entered in error. Closing is not: a workbook closed by mistake is reopened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mistaken {
    Referral(ReferralId),
    Pathway(PathwayOf),
    Membership(MembershipId),
    Allocation(AllocationId),
    Consent(ConsentOf),
    Status(StatusId),
    Recommendation(ThresholdId),
    Decision(ThresholdId),
    Disagreement(DisagreementId),
    Alert(AlertId),
    Proceedings(ProceedingsId),
    EarlyHelp(StepId),
    StepDown(StepId),
}

impl Mistaken {
    /// Who may record it may mark it; of an alert and of what a manager agreed, who decides about it.
    pub fn act(self) -> Act {
        match self {
            Self::Referral(_) => Act::Refer,
            Self::Pathway(_) => Act::ChoosePathway,
            Self::Membership(_) | Self::Allocation(_) => Act::Allocate,
            Self::Consent(_) => Act::RecordConsent,
            Self::Status(_) => Act::RecordStatus,
            Self::Recommendation(_) => Act::RecommendThreshold,
            Self::Decision(_) => Act::DecideThreshold,
            Self::Disagreement(_) => Act::SettleDisagreement,
            Self::Alert(_) => Act::ReviewAlert,
            Self::Proceedings(_) => Act::RecordProceedings,
            Self::EarlyHelp(_) => Act::AgreeEarlyHelp,
            Self::StepDown(_) => Act::ProposeStep,
        }
    }
}

pub(super) fn withdraw(
    book: &Workbook,
    asking: &Asking<'_>,
    what: Mistaken,
    reason: String,
    seen: Vec<EventId>,
) -> Outcome {
    text(&reason, Needed::Reason)?;
    let no_more = NoMore { reason, seen, today: asking.today };
    match what {
        Mistaken::Referral(id) => no_more.of(&book.referrals, id, Fact::Referral),
        Mistaken::Pathway(of) => no_more.of(&book.pathways, of, Fact::Pathway),
        Mistaken::Membership(id) => no_more.of(&book.memberships, id, Fact::Membership),
        Mistaken::Allocation(id) => no_more.of(&book.allocations, id, Fact::Allocation),
        Mistaken::Consent(of) => no_more.of(&book.consents, of, Fact::Consent),
        Mistaken::Status(id) => {
            let Some(status) = book.child_statuses.current(id) else { return need(Needed::NotHere) };
            super::status::follows(book, asking, id, status.child, None)?;
            no_more.of(&book.child_statuses, id, Fact::ChildStatus)
        }
        Mistaken::Recommendation(id) => no_more.of(&book.recommendations, id, Fact::Recommendation),
        Mistaken::Decision(id) => no_more.of(&book.thresholds, id, Fact::ThresholdDecision),
        Mistaken::Disagreement(id) => no_more.of(&book.disagreements, id, Fact::Disagreement),
        Mistaken::Alert(id) => no_more.of(&book.alerts, id, Fact::Alert),
        Mistaken::Proceedings(id) => no_more.of(&book.proceedings, id, Fact::Proceedings),
        Mistaken::EarlyHelp(id) => no_more.of(&book.early_help, id, Fact::EarlyHelp),
        Mistaken::StepDown(id) => no_more.of(&book.step_downs, id, Fact::StepDown),
    }
}

struct NoMore {
    reason: String,
    seen: Vec<EventId>,
    today: NaiveDate,
}

impl NoMore {
    fn of<K: Ord + Copy, T: PartialEq>(
        self,
        things: &Things<K, T>,
        of: K,
        fact: impl FnOnce(Revision<K, T>) -> Fact,
    ) -> Outcome {
        if things.get(of).is_none() {
            return need(Needed::NotHere);
        }
        let revision = revision(things, of, None, self.reason, self.seen);
        Ok(revision.map(|revision| Decided { fact: fact(revision), happened: PartialDate::day(self.today) }))
    }
}
