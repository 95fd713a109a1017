//! What is not there yet when a family comes to the team.

use crate::model::choices::Choice;
use crate::model::entry_to_team::{CheckItem, Origin, PackItem, Referral, TransferPack};

use super::consent::ReferralConsent;
use super::decide::rules::Rules;
use super::fact::Whole;
use super::fold::Workbook;

/// Something that should be there when a family is transferred.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntryGap {
    Referral,
    Assessment,
    Consent,
    /// An item of the checklist before transfer.
    Item(CheckItem),
    Pack,
    Document(PackItem),
    /// The plan is not endorsed by the referring team's manager.
    Endorsement,
    /// The children are not on the transfer list.
    Listed,
    /// The weekly workflow meeting has not accepted the transfer.
    Acceptance,
    /// No recourse to public funds, and no plan with financial support agreed before transfer.
    FinancialSupport,
}

impl EntryGap {
    /// What is not there.
    pub fn words(self) -> &'static str {
        match self {
            Self::Referral => "A referral",
            Self::Assessment => "A child and family assessment with its date",
            Self::Consent => "Consent to the referral, or why it is not needed",
            Self::Item(item) => item.label(),
            Self::Pack => "The transfer pack",
            Self::Document(item) => item.label(),
            Self::Endorsement => "The referring team manager’s endorsement of the plan",
            Self::Listed => "The children on the transfer list",
            Self::Acceptance => "The workflow meeting’s acceptance",
            Self::FinancialSupport => {
                "A plan agreed before transfer that says what financial support there is"
            }
        }
    }
}

/// After so many days of involvement of Initial Response a transfer summary is due: 4 weeks (WAR 8.1.2).
const SUMMARY_AFTER_DAYS: i64 = 28;

impl Workbook {
    /// What is not there yet of what should come with the family (`domain.md` R12, R14, R17, R18, R80).
    pub fn entry_gaps(&self, rules: &Rules) -> Vec<EntryGap> {
        let mut gaps = Vec::new();
        let Some((id, referral)) = self.referral_now() else { return vec![EntryGap::Referral] };
        if referral.assessment.is_none() {
            gaps.push(EntryGap::Assessment);
        }
        if !matches!(self.referral_consent(), ReferralConsent::Given | ReferralConsent::NotNeeded) {
            gaps.push(EntryGap::Consent);
        }
        if rules.transfer_pack {
            match self.packs.current(id) {
                None => gaps.push(EntryGap::Pack),
                Some(pack) => gaps.extend(pack_gaps(referral, pack)),
            }
            if !self.transfers.current(id).is_some_and(|transfer| transfer.accepted) {
                gaps.push(EntryGap::Acceptance);
            }
        } else {
            let done = self.checklists.current(id);
            let open = |item: &CheckItem| done.is_none_or(|list| !list.items.contains_key(item));
            // The assessment is recorded once, with the referral.
            let items = CheckItem::ALL.iter().copied().filter(|item| *item != CheckItem::Assessment);
            gaps.extend(items.filter(open).map(EntryGap::Item));
        }
        if self.no_recourse.current(Whole::Family).is_some_and(|no_recourse| {
            no_recourse.applies
                && (no_recourse.plan_agreed_on.is_none() || no_recourse.financial_support.trim().is_empty())
        }) {
            gaps.push(EntryGap::FinancialSupport);
        }
        gaps
    }
}

/// What a transfer pack lacks.
fn pack_gaps(referral: &Referral, pack: &TransferPack) -> Vec<EntryGap> {
    let mut needed = vec![PackItem::PlanWithFamily];
    match pack.origin {
        Origin::InitialResponse => {
            let days = referral.involved_since.map(|since| (referral.referred_on - since).num_days());
            if days.is_some_and(|days| days >= SUMMARY_AFTER_DAYS) {
                needed.push(PackItem::TransferSummary);
            }
        }
        Origin::SafeguardingAndSupport if !pack.recent_assessment => needed.extend([
            PackItem::TransferSummary,
            PackItem::ReviewMinutes,
            PackItem::ConferenceReport,
            PackItem::SmartPlan,
        ]),
        Origin::SafeguardingAndSupport => {}
    }
    let mut gaps: Vec<EntryGap> = needed
        .into_iter()
        .filter(|item| !pack.documents.contains_key(item))
        .map(EntryGap::Document)
        .collect();
    if pack.endorsed_by.trim().is_empty() || pack.endorsed_on.is_none() {
        gaps.push(EntryGap::Endorsement);
    }
    if pack.listed_on.is_none() {
        gaps.push(EntryGap::Listed);
    }
    gaps
}
