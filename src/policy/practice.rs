//! The rules of practice of each authority, as `workbook::decide` takes them.

use crate::workbook::decide::rules::{AfterProtectionPlan, PathwayRule, Rules};

use super::authority::Authority;
use super::permissions::permissions;

/// What an authority rules. Without an authority: what all the sources agree on, which is to ask and to say
/// that the guidance differs.
pub fn rules(authority: Authority) -> Rules {
    let common = Rules {
        joint_assessments: false,
        permissions: permissions(),
        pathway: PathwayRule::NotSaid,
        after_protection_plan: AfterProtectionPlan::NotSaid,
        referral_needs_consent: false,
        transfer_pack: false,
        child_in_need_only: false,
        leaves_without_consent: false,
        step_down_support: false,
        returns_within_weeks: None,
    };
    match authority {
        Authority::Common | Authority::Bury | Authority::Hertfordshire => common,
        // "Which families receive the approach"; "Moving across thresholds": "must be put onto a child in
        // need plan".
        Authority::Walsall => Rules {
            pathway: PathwayRule::Age(13),
            after_protection_plan: AfterProtectionPlan::InNeed,
            ..common
        },
        // Sections 5, 7 and 9: "it is recommended"; "or when family is no longer consenting".
        Authority::WestSussex => Rules {
            joint_assessments: true,
            pathway: PathwayRule::AgesNotGiven,
            after_protection_plan: AfterProtectionPlan::InNeedRecommended,
            leaves_without_consent: true,
            ..common
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joint_assessments_are_said_alike_on_screen_and_in_the_rules() {
        for authority in Authority::ALL {
            assert_eq!(rules(authority).joint_assessments, authority.rules().joint_assessments);
        }
    }
}
