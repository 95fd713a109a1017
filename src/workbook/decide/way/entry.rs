//! The referral, the checklist before transfer, and the transfer pack with its decision.

use crate::model::entry_to_team::{Checked, Checklist, Referral, TransferDecision, TransferPack};
use crate::model::ids::{EventId, MembershipId, ReferralId};
use crate::model::practitioner::Role;

use super::{Change, Needed, Outcome, changed, ensure, in_order, need, past, text, told};
use crate::workbook::arrival::EntryGap;
use crate::workbook::consent::ReferralConsent;
use crate::workbook::decide::{Asking, Refusal};
use crate::workbook::fact::Fact;
use crate::workbook::fold::Workbook;

pub(super) fn referral(
    book: &Workbook,
    asking: &Asking<'_>,
    id: ReferralId,
    referral: Referral,
    change: Change,
) -> Outcome {
    text(&referral.team, Needed::ReferringTeam)?;
    let assessed = referral.assessment.as_ref().map(|assessment| assessment.completed_on);
    past(asking, [Some(referral.referred_on), referral.decided_on, referral.involved_since, assessed])?;
    in_order([referral.involved_since, Some(referral.referred_on)])?;
    in_order([referral.involved_since, assessed])?;
    let on = referral.referred_on;
    changed(&book.referrals, id, referral, change, on, Fact::Referral)
}

pub(super) fn checklist(
    book: &Workbook,
    asking: &Asking<'_>,
    id: ReferralId,
    checklist: Checklist,
    seen: Vec<EventId>,
) -> Outcome {
    ensure(book.referrals.current(id).is_some(), Needed::AReferral)?;
    for (item, checked) in &checklist.items {
        match checked {
            Checked::Done { on, .. } => past(asking, [*on])?,
            Checked::NotRequired { .. } if !item.only_if_required() => return need(Needed::OnlyIfRequired),
            Checked::NotRequired { why } => text(why, Needed::WhyNotRequired)?,
        }
    }
    told(&book.checklists, id, checklist, seen, asking.today, Fact::Checklist)
}

pub(super) fn pack(
    book: &Workbook,
    asking: &Asking<'_>,
    id: ReferralId,
    pack: TransferPack,
    seen: Vec<EventId>,
) -> Outcome {
    ensure(asking.rules.transfer_pack, Needed::PackNotUsed)?;
    ensure(book.referrals.current(id).is_some(), Needed::AReferral)?;
    past(asking, [pack.endorsed_on, pack.listed_on])?;
    let on = pack.listed_on.unwrap_or(asking.today);
    told(&book.packs, id, pack, seen, on, Fact::TransferPack)
}

/// The weekly workflow meeting's decision. A pack that lacks something may be accepted with a reason; a family
/// that has not consented where consent is needed may not.
pub(super) fn transfer(
    book: &Workbook,
    asking: &Asking<'_>,
    id: ReferralId,
    decision: TransferDecision,
    change: Change,
) -> Outcome {
    ensure(asking.rules.transfer_pack, Needed::PackNotUsed)?;
    ensure(book.packs.current(id).is_some(), Needed::APack)?;
    past(asking, [Some(decision.on)])?;
    text(&decision.social_work_manager, Needed::BothManagers)?;
    text(&decision.family_support_manager, Needed::BothManagers)?;
    if decision.accepted {
        consented(book, asking)?;
        let named = |member: Option<MembershipId>| member.and_then(|id| book.memberships.current(id));
        let social_worker = named(decision.social_worker);
        let support_worker = named(decision.family_support_worker);
        ensure(
            social_worker.is_some_and(|member| member.role == Role::SocialWorker)
                && support_worker.is_some_and(|member| member.role != Role::SocialWorker),
            Needed::BothWorkers,
        )?;
        let mut gaps = book.entry_gaps(asking.rules);
        gaps.retain(|gap| *gap != EntryGap::Acceptance);
        if !gaps.is_empty() && decision.why.trim().is_empty() {
            return Err(missing(&gaps));
        }
    } else {
        text(&decision.why, Needed::WhyNotAccepted)?;
    }
    let on = decision.on;
    changed(&book.transfers, id, decision, change, on, Fact::TransferDecision)
}

/// Where the authority needs consent to the referral, nothing goes on without it (WAR 3.4, 5.1).
pub(super) fn consented(book: &Workbook, asking: &Asking<'_>) -> Result<(), Refusal> {
    if !asking.rules.referral_needs_consent {
        return Ok(());
    }
    match book.referral_consent() {
        ReferralConsent::Given | ReferralConsent::NotNeeded => Ok(()),
        ReferralConsent::Refused => Err(Refusal::ReferralConsent("not given")),
        ReferralConsent::NotAsked => Err(Refusal::ReferralConsent("not recorded")),
    }
}

pub(super) fn missing(gaps: &[EntryGap]) -> Refusal {
    Refusal::MissingAtEntry(gaps.iter().map(|gap| gap.words().to_owned()).collect())
}
