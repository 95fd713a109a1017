//! Who is in the team around the family on a day, and to whom the family is allocated.

use chrono::NaiveDate;

use crate::model::allocation::{AllocationMeeting, Membership};
use crate::model::entry_to_team::Referral;
use crate::model::ids::{AllocationId, MembershipId, ReferralId};
use crate::model::practitioner::Role;

use super::fold::Workbook;

impl Workbook {
    /// Everyone in the team on that day, in order of when they came.
    pub fn team_on(&self, day: NaiveDate) -> Vec<(MembershipId, &Membership)> {
        let mut team: Vec<_> = self.memberships.all().filter(|(_, member)| member.is_on(day)).collect();
        team.sort_by_key(|(id, member)| (member.from, *id));
        team
    }

    /// The allocation meetings, earliest first.
    pub fn allocation_meetings(&self) -> Vec<(AllocationId, &AllocationMeeting)> {
        let mut meetings: Vec<_> = self.allocations.all().collect();
        meetings.sort_by_key(|(id, meeting)| {
            (meeting.held_on, self.allocations.get(*id).map(|thing| thing.first().recorded), *id)
        });
        meetings
    }

    /// The meeting by which the family is allocated on that day, this time: none when the workbook was closed
    /// after it.
    pub fn allocation_on(&self, day: NaiveDate) -> Option<(AllocationId, &AllocationMeeting)> {
        let since = self.last_closed_on();
        self.allocation_meetings()
            .into_iter()
            .rev()
            .find(|(_, meeting)| meeting.held_on <= day && since.is_none_or(|since| meeting.held_on >= since))
    }

    /// The first allocation on or after that day.
    pub fn allocation_after(&self, day: NaiveDate) -> Option<(AllocationId, &AllocationMeeting)> {
        self.allocation_meetings().into_iter().find(|(_, meeting)| meeting.held_on >= day)
    }

    /// The one social worker on that day.
    pub fn social_worker_on(&self, day: NaiveDate) -> Option<(MembershipId, &Membership)> {
        let (_, meeting) = self.allocation_on(day)?;
        let member = self.memberships.current(meeting.social_worker)?;
        (member.is_on(day) && member.role == Role::SocialWorker).then_some((meeting.social_worker, member))
    }

    /// Who leads the work on that day: the lead practitioner, or else the social worker.
    pub fn lead_on(&self, day: NaiveDate) -> Option<(MembershipId, &Membership)> {
        let (_, meeting) = self.allocation_on(day)?;
        let lead = meeting.lead_practitioner.unwrap_or(meeting.social_worker);
        let member = self.memberships.current(lead)?;
        member.is_on(day).then_some((lead, member))
    }

    /// The referrals, earliest first.
    pub fn referrals_in_order(&self) -> Vec<(ReferralId, &Referral)> {
        let mut referrals: Vec<_> = self.referrals.all().collect();
        referrals.sort_by_key(|(id, referral)| {
            (referral.referred_on, self.referrals.get(*id).map(|thing| thing.first().recorded), *id)
        });
        referrals
    }

    /// The referral by which the family is with the team this time.
    pub fn referral_now(&self) -> Option<(ReferralId, &Referral)> {
        let since = self.last_closed_on();
        self.referrals_in_order()
            .pop()
            .filter(|(_, referral)| since.is_none_or(|since| referral.referred_on >= since))
    }

    /// How many professionals work with the family on a day, those aside who manage, arrange or refer. One
    /// source has group supervision for two or more only, and otherwise the ordinary kind (BRF; `domain.md`
    /// R53).
    pub fn workers_on(&self, day: NaiveDate) -> usize {
        let works =
            |role: &Role| !matches!(role, Role::TeamManager | Role::Administrator | Role::ReferringTeam);
        let named = self.team_on(day);
        // Before anybody was named, whoever has recorded.
        match named.is_empty() {
            true => self.team.all().filter(|(_, member)| works(&member.role)).count(),
            false => named.iter().filter(|(_, member)| works(&member.role)).count(),
        }
    }
}
