//! The rules of practice of each authority, as `workbook::decide` takes them: read from its profile.

use chrono::NaiveDate;

use crate::model::supervision::Form;
use crate::workbook::decide::round_rules::{MovingReason, RoundRules};
use crate::workbook::decide::rules::{AfterProtectionPlan, PathwayRule, Rules};
use crate::workbook::fold::Workbook;

use super::authority::Authority;
use super::permissions::permissions;
use super::profile::Profile;
use super::profile::practice as said;
use super::profile::time::{Time, Unit};
use super::profile::timescale::Timescale;

/// What an authority rules, by the profile that the app brings.
pub fn rules(authority: Authority) -> Rules {
    rules_of(authority.profile())
}

/// What a profile rules. Where it says nothing: to ask, and to say that the guidance does not decide.
pub fn rules_of(profile: &Profile) -> Rules {
    let practice = &profile.practice;
    let mut permissions = permissions();
    for (act, permission) in &profile.permissions {
        permissions.set(*act, permission.may.iter().copied());
    }
    Rules {
        joint_assessments: practice.joint_assessments.is,
        permissions,
        pathway: match practice.pathway.is {
            said::Pathway::Age(age) => PathwayRule::Age(age.into()),
            said::Pathway::AgesNotGiven => PathwayRule::AgesNotGiven,
            said::Pathway::One => PathwayRule::One,
            said::Pathway::NotSaid => PathwayRule::NotSaid,
        },
        after_protection_plan: match practice.after_protection_plan.is {
            said::AfterProtectionPlan::InNeed => AfterProtectionPlan::InNeed,
            said::AfterProtectionPlan::InNeedRecommended => AfterProtectionPlan::InNeedRecommended,
            said::AfterProtectionPlan::NotSaid => AfterProtectionPlan::NotSaid,
        },
        referral_needs_consent: practice.referral_needs_consent.is,
        transfer_pack: practice.transfer_pack.is,
        child_in_need_only: practice.child_in_need_only.is,
        leaves_without_consent: practice.leaves_without_consent.is,
        step_down_support: practice.step_down_support.is,
        returns_within_weeks: returns_within_weeks(profile),
        round: round(profile),
    }
}

/// The monthly round: which parts are used, for which reasons supervision may be moved, and the least
/// frequency of visits.
fn round(profile: &Profile) -> RoundRules {
    let leave = days(profile, Timescale::T19RearrangedForLeave);
    let reasons = profile.practice.rearranging.reasons.iter().map(|reason| MovingReason {
        code: reason.code.clone(),
        words: reason.words.clone(),
        most_days: leave.filter(|_| reason.code == said::ANNUAL_LEAVE),
    });
    RoundRules {
        supervision: profile.uses(said::Part::GroupSupervision),
        ratings: profile.uses(said::Part::Rating),
        summaries: profile.uses(said::Part::WorkbookSummary),
        moving: reasons.collect(),
        visit_at_least_every_days: days(profile, Timescale::T11Visit),
    }
}

/// Which form of supervision the guidance has for a family on a day: some have group supervision only where
/// two or more professionals work with it (BRF; `domain.md` R53). A hint: a team may choose otherwise.
pub fn supervision_form(profile: &Profile, book: &Workbook, day: NaiveDate) -> Form {
    match profile.practice.supervised.is {
        said::SupervisedFor::TwoOrMoreWorkers if book.workers_on(day) < 2 => Form::OneToOne,
        said::SupervisedFor::Nobody => Form::OneToOne,
        said::SupervisedFor::TwoOrMoreWorkers
        | said::SupervisedFor::EveryFamily
        | said::SupervisedFor::NotSaid => Form::Group,
    }
}

/// The span of a rule that is on, in the reading that was chosen or else the first, in calendar days.
fn days(profile: &Profile, timescale: Timescale) -> Option<u16> {
    let rule = profile.rule(timescale).filter(|rule| rule.on)?;
    let reading = rule.chosen().and_then(|at| rule.readings.get(at)).or(rule.readings.first())?;
    let Time::By { span, .. } = reading.time else { return None };
    match span.unit {
        Unit::Weeks => span.amount.checked_mul(7),
        Unit::Days => Some(span.amount),
        _ => None,
    }
}

/// The rule on re-referrals, in weeks (`domain.md` R90, T16).
fn returns_within_weeks(profile: &Profile) -> Option<u32> {
    let rule = profile.rule(Timescale::T16Return).filter(|rule| rule.on)?;
    let reading = rule.chosen().and_then(|at| rule.readings.get(at)).or(rule.readings.first())?;
    match reading.time {
        Time::Window(span) if span.unit == Unit::Weeks => Some(span.amount.into()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::practitioner::Role;
    use crate::workbook::decide::permission::Act;

    #[test]
    fn each_authority_rules_what_its_guidance_says() {
        let walsall = rules(Authority::Walsall);
        assert_eq!(walsall.pathway, PathwayRule::Age(13));
        assert_eq!(walsall.after_protection_plan, AfterProtectionPlan::InNeed);
        let west_sussex = rules(Authority::WestSussex);
        assert_eq!(west_sussex.pathway, PathwayRule::AgesNotGiven);
        assert_eq!(west_sussex.after_protection_plan, AfterProtectionPlan::InNeedRecommended);
        assert!(west_sussex.joint_assessments && west_sussex.leaves_without_consent);
        let warwickshire = rules(Authority::Warwickshire);
        assert_eq!(warwickshire.pathway, PathwayRule::One);
        assert_eq!(warwickshire.returns_within_weeks, Some(12));
        assert!(warwickshire.child_in_need_only && warwickshire.referral_needs_consent);
        assert!(warwickshire.transfer_pack && warwickshire.step_down_support);
        let codes = |rules: &Rules| rules.round.moving.iter().map(|it| it.code.clone()).collect::<Vec<_>>();
        assert_eq!(codes(&west_sussex), ["annual_leave", "court", "sickness", "crisis"]);
        let most: Vec<_> = west_sussex.round.moving.iter().map(|reason| reason.most_days).collect();
        assert_eq!(most, [Some(14), None, None, None], "the two weeks are said of leave only");
        assert!(codes(&walsall).is_empty() && walsall.round.ratings && walsall.round.summaries);
        assert_eq!(warwickshire.round.visit_at_least_every_days, Some(21));
        assert!(!warwickshire.round.supervision && !warwickshire.round.ratings);
        assert!(!warwickshire.round.summaries);
        for authority in [Authority::Common, Authority::Bury, Authority::Hertfordshire] {
            let rules = rules(authority);
            assert_eq!(rules.round.visit_at_least_every_days, None);
            assert_eq!(rules.after_protection_plan, AfterProtectionPlan::NotSaid);
            assert_eq!((rules.pathway, rules.returns_within_weeks), (PathwayRule::NotSaid, None));
        }
    }

    #[test]
    fn a_profile_that_says_who_may_overrules_the_matrix() {
        let mut profile = Authority::Walsall.profile().clone();
        assert!(!rules_of(&profile).permissions.allows(&Role::SocialWorker, Act::Allocate));
        if let Some(permission) = profile.permissions.get_mut(&Act::Allocate) {
            permission.may = [crate::workbook::decide::permission::Who::SocialWorker].into();
        }
        let rules = rules_of(&profile);
        assert!(rules.permissions.allows(&Role::SocialWorker, Act::Allocate));
        assert!(!rules.permissions.allows(&Role::TeamManager, Act::Allocate));
    }
}
