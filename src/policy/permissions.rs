//! Who may do what in each authority: the matrix of `domain.md` A11, which is gathered from the roles and
//! duties of Walsall ("Roles and responsibilities", "Case management") and West Sussex (sections 6, 8 and 9).
//! The guidance gives no other; a team that works differently changes its profile.

use crate::workbook::decide::permission::{Act, Permissions, Who};

use Who::{Administrator, ReferringTeam, SocialWorker, TeamManager, TeamWorker};

const ALL: &[Who] = &Who::ALL;
const TEAM: &[Who] = &[TeamManager, SocialWorker, TeamWorker, Administrator];
const WORKERS: &[Who] = &[TeamManager, SocialWorker, TeamWorker];
const MANAGER: &[Who] = &[TeamManager];

/// Each thing, and who may do it.
pub const MATRIX: &[(Act, &[Who])] = &[
    // The referring team opens it (WAL Entering; WSX 5). A family that comes without one must not wait (R3).
    (Act::OpenWorkbook, ALL),
    (Act::DescribeFamily, ALL),
    // A rule of safety: it never waits for the right person.
    (Act::Separate, ALL),
    // R12 to R18: the referring team's; whoever receives the family may enter what came on paper.
    (Act::Refer, ALL),
    (Act::AcceptTransfer, MANAGER),
    // R13.
    (Act::ChoosePathway, &[TeamManager, SocialWorker, ReferringTeam]),
    (Act::Allocate, MANAGER),
    (Act::RecordConsent, &[SocialWorker, TeamWorker]),
    (Act::RecordReferralConsent, &[SocialWorker, TeamWorker, ReferringTeam]),
    (Act::WithdrawConsent, ALL),
    // Statutory records are the social worker's (R22, R39); the first comes with the referral (R17).
    (Act::RecordStatus, &[TeamManager, SocialWorker, ReferringTeam]),
    (Act::RecommendThreshold, WORKERS),
    (Act::DecideThreshold, MANAGER),
    (Act::RaiseDisagreement, ALL),
    (Act::SettleDisagreement, MANAGER),
    (Act::ReceiveAlert, ALL),
    // WAR 6.1: the social workers and their manager review and act.
    (Act::ReviewAlert, &[TeamManager, SocialWorker]),
    (Act::RequestSpecialist, &[SocialWorker]),
    // R69: decided by the adult worker's line manager; written down by the manager who asked them.
    (Act::RecordSpecialistDecision, MANAGER),
    (Act::RecordNoRecourse, &[TeamManager, SocialWorker, ReferringTeam]),
    (Act::RecordProceedings, &[TeamManager, SocialWorker]),
    (Act::FinishCasework, WORKERS),
    (Act::ProposeStep, WORKERS),
    (Act::AgreeEarlyHelp, MANAGER),
    (Act::CloseWorkbook, MANAGER),
    (Act::ReopenWorkbook, MANAGER),
    (Act::ReopenOnReferral, &[TeamManager, ReferringTeam]),
    (Act::Modules, WORKERS),
    (Act::FinaliseAssessment, &[SocialWorker]),
    (Act::OwnSummary, WORKERS),
    (Act::AgreeRating, MANAGER),
    (Act::WriteSupervisionNotes, &[Administrator]),
    (Act::AuthoriseSupervision, MANAGER),
    (Act::RearrangeSupervision, MANAGER),
    (Act::RecordVisit, &[SocialWorker, TeamWorker]),
    (Act::WriteFamilyReport, &[SocialWorker, TeamWorker]),
    (Act::Plan, &[TeamManager, SocialWorker, ReferringTeam]),
    (Act::PlanCopies, ALL),
    (Act::CaseNote, TEAM),
    // R25, R45: the administrator arranges it with the manager; a team without one arranges it all the same.
    (Act::PlanSupervision, TEAM),
    (Act::RecordResult, TEAM),
    (Act::RenewCaseSummary, WORKERS),
    (Act::ManagementOversight, MANAGER),
    // WAR 12.1: all responsible workers.
    (Act::Chronology, ALL),
    // A11, its last row. Safety never waits for the right person; to end it does.
    (Act::Protect, ALL),
    (Act::EndProtection, WORKERS),
    (Act::ReadProtected, WORKERS),
    (Act::SafetyPlan, &[SocialWorker, TeamWorker]),
    (Act::ReadSafetyPlan, WORKERS),
    // [proposal], after the row of modules: who records shares what they wrote; the manager, what anyone did.
    (Act::Share, WORKERS),
    (Act::ShareAnothers, MANAGER),
    (Act::ShowToFamily, WORKERS),
    // E2, rule 15.
    (Act::ApproveSharing, MANAGER),
];

/// The matrix, as a workbook's rules take it.
pub fn permissions() -> Permissions {
    Permissions::of(MATRIX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::practitioner::Role;

    #[test]
    fn nothing_is_left_out_and_nothing_is_nobodys() {
        let permissions = permissions();
        assert_eq!(permissions.left_out().collect::<Vec<_>>(), []);
        for act in Act::ALL {
            assert!(permissions.who(*act).count() > 0, "{act:?}");
            assert_eq!(MATRIX.iter().filter(|(line, _)| line == act).count(), 1, "{act:?}");
        }
    }

    /// The cells of A11, word for word.
    #[test]
    fn the_matrix_is_that_of_the_guidance() {
        let permissions = permissions();
        let may = |role: &Role, act| permissions.allows(role, act);
        let manager = Role::TeamManager;
        for role in Role::KNOWN {
            for act in [
                Act::Allocate,
                Act::DecideThreshold,
                Act::AgreeRating,
                Act::AuthoriseSupervision,
                Act::RearrangeSupervision,
                Act::AgreeEarlyHelp,
                Act::CloseWorkbook,
                Act::ApproveSharing,
            ] {
                assert_eq!(may(&role, act), role == manager, "{role:?} {act:?}");
            }
            assert_eq!(may(&role, Act::FinaliseAssessment), role == Role::SocialWorker, "{role:?}");
            assert_eq!(may(&role, Act::RequestSpecialist), role == Role::SocialWorker, "{role:?}");
            let records = !matches!(role, Role::Administrator | Role::ReferringTeam);
            assert_eq!(may(&role, Act::Modules), records, "{role:?}");
            assert_eq!(may(&role, Act::OwnSummary), records, "{role:?}");
            assert!(may(&role, Act::WithdrawConsent) && may(&role, Act::Separate), "{role:?}");
            assert!(may(&role, Act::Protect), "{role:?}");
            for act in [Act::EndProtection, Act::ReadProtected, Act::ReadSafetyPlan] {
                assert_eq!(may(&role, act), records, "{role:?} {act:?}");
            }
            assert_eq!(may(&role, Act::SafetyPlan), records && role != manager, "{role:?}");
        }
        assert!(may(&Role::ReferringTeam, Act::OpenWorkbook));
        assert!(may(&Role::ReferringTeam, Act::RecordReferralConsent));
        assert!(!may(&Role::ReferringTeam, Act::RecordConsent));
        assert!(!may(&manager, Act::RecordConsent));
        assert!(may(&Role::Administrator, Act::WriteSupervisionNotes));
        assert!(may(&Role::Other("Health visitor".into()), Act::Modules));
    }

    #[test]
    fn who_may_is_said_as_people_say_it() {
        let mut permissions = permissions();
        assert_eq!(permissions.words(Act::Allocate), "the team manager");
        assert_eq!(permissions.words(Act::ReviewAlert), "the team manager or the social worker");
        assert_eq!(
            permissions.words(Act::Modules),
            "the team manager, the social worker or another worker of the team"
        );
        permissions.set(Act::Modules, []);
        assert_eq!(permissions.words(Act::Modules), "nobody in this authority’s profile");
        for act in Act::ALL {
            assert!(!act.words().is_empty());
        }
    }
}
