//! The team around a family, and the allocation meeting.

use crate::model::allocation::{AllocationMeeting, Membership};
use crate::model::ids::{AllocationId, EventId, MembershipId};
use crate::model::pathway::{Pathway, PathwayOf};
use crate::model::practitioner::Role;

use super::entry::{consented, missing};
use super::{Change, Needed, Outcome, changed, ensure, in_order, past, text, told};
use crate::workbook::decide::Asking;
use crate::workbook::fact::{Fact, Whole};
use crate::workbook::fold::Workbook;

pub(super) fn membership(
    book: &Workbook,
    _asking: &Asking<'_>,
    id: MembershipId,
    membership: Membership,
    seen: Vec<EventId>,
) -> Outcome {
    text(&membership.name, Needed::WorkerName)?;
    in_order([Some(membership.from), membership.until])?;
    // Meetings name this time in the team for the role it was in.
    let before = book.memberships.get(id).into_iter().flat_map(|thing| thing.versions());
    let mut roles = before.filter_map(|version| version.value.as_ref().map(|member| &member.role));
    ensure(roles.all(|role| *role == membership.role), Needed::RoleStays)?;
    if membership.until.is_some() {
        text(&membership.why, Needed::WhyLeaving)?;
    }
    let on = membership.until.unwrap_or(membership.from);
    told(&book.memberships, id, membership, seen, on, Fact::Membership)
}

/// One social worker is named, and how much the adults' services give. What should have come with the family
/// and did not needs a reason.
pub(super) fn meeting(
    book: &Workbook,
    asking: &Asking<'_>,
    id: AllocationId,
    meeting: AllocationMeeting,
    change: Change,
) -> Outcome {
    past(asking, [Some(meeting.held_on)])?;
    text(&meeting.chaired_by, Needed::Chair)?;
    in_order([book.referral_now().map(|(_, referral)| referral.referred_on), Some(meeting.held_on)])?;
    let on_that_day =
        |id: MembershipId| book.memberships.current(id).filter(|member| member.is_on(meeting.held_on));
    let social_worker = on_that_day(meeting.social_worker);
    ensure(social_worker.is_some_and(|member| member.role == Role::SocialWorker), Needed::SocialWorker)?;
    if let Some(lead) = meeting.lead_practitioner {
        ensure(on_that_day(lead).is_some(), Needed::LeadInTeam)?;
        let no_recourse = book.no_recourse.current(Whole::Family).is_some_and(|value| value.applies);
        ensure(!no_recourse || lead == meeting.social_worker, Needed::LeadNoRecourse)?;
    }
    consented(book, asking)?;
    ensure(meeting.support.iter().all(|support| !support.how_much.trim().is_empty()), Needed::HowMuch)?;
    if book.pathway(PathwayOf::Family) == Some(Pathway::FamilySafeguarding) && meeting.support.is_empty() {
        let based_on = [&meeting.needs, &meeting.capacity_to_change, &meeting.team_capacity];
        ensure(based_on.iter().any(|words| !words.trim().is_empty()), Needed::SupportOrWhy)?;
    }
    let gaps = book.entry_gaps(asking.rules);
    if !gaps.is_empty() && meeting.missing_why.trim().is_empty() {
        return Err(missing(&gaps));
    }
    let on = meeting.held_on;
    let missing = gaps.iter().map(|gap| gap.words().to_owned()).collect();
    changed(&book.allocations, id, AllocationMeeting { missing, ..meeting }, change, on, Fact::Allocation)
}
