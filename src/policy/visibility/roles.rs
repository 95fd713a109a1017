//! What a worker does, as a family is told it (`ux.md` 3.3): "Rana, helps with alcohol and drugs".

use crate::model::practitioner::Role;

/// What somebody in this role does, in plain words; a role of somebody's own, in theirs.
pub fn plain_role(role: &Role) -> &str {
    match role {
        Role::SocialWorker => "helps your family to make a plan, and checks that it works",
        Role::TeamManager => "leads the team",
        Role::ChildrenAndFamilyWorker => "helps children and parents at home",
        Role::DomesticAbusePractitioner => "helps people to feel safe with their family",
        Role::DomesticAbuseWorker => "helps people to change how they treat their family",
        Role::MentalHealthPractitioner => "helps with worries and low mood",
        Role::RecoveryWorker => "helps with alcohol and drugs",
        Role::Administrator => "books meetings and sends letters",
        Role::ReferringTeam => "asked us to help your family",
        Role::Other(words) => words,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_is_said_in_few_and_plain_words() {
        for role in Role::KNOWN {
            let words = plain_role(&role);
            assert!(words.split_whitespace().count() <= 12, "{words}");
            assert!(words.chars().next().is_some_and(char::is_lowercase) && !words.ends_with('.'), "{words}");
        }
        assert_eq!(plain_role(&Role::Other("drives the van".to_owned())), "drives the van");
    }
}
