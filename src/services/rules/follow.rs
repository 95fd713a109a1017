//! Following another authority's rules, as the app brings them; or the own ones again without the changes.

use crate::policy::authority::Authority;
use crate::policy::profile::Profile;
use crate::services::sheet::{Answer, What, one};
use crate::services::typed::{Fields, Typed, Wrong};

use super::RulesSheet;

/// The box with the authority.
pub(super) const AUTHORITY: &str = "follow-authority";

pub(super) fn sheet(newest: &Profile) -> RulesSheet {
    let answer = |authority: Authority| match authority.code() == newest.id {
        true => Answer::new(authority.code(), authority.name()).hint("These are followed now"),
        false => Answer::new(authority.code(), authority.name()),
    };
    RulesSheet {
        intro: vec![
            "Each comes as it was published. What your team changed stays in the history, and can be saved as a file \
             first."
                .to_owned(),
        ],
        questions: [one(AUTHORITY, "Whose rules do you want to follow?", Authority::ALL.map(answer))]
            .map(What::asked)
            .into(),
        save: "Follow these rules",
        filled: Fields::new(),
    }
}

pub(super) fn read(newest: &Profile, boxes: Typed<'_>, wrong: &mut Vec<Wrong>) -> Option<Profile> {
    let chosen = Authority::ALL.into_iter().find(|it| boxes.is(AUTHORITY, it.code()));
    match chosen {
        None => wrong.push(Wrong::new(AUTHORITY, "Select whose rules you want to follow")),
        Some(authority) if authority.code() == newest.id => {
            wrong.push(Wrong::new(AUTHORITY, "Select other rules than those that are followed now"));
        }
        Some(_) => {}
    }
    chosen.map(|authority| authority.profile().clone())
}
