//! Referral and team: how the family came, its pathway, to whom it is allocated, who works with it, and what is told
//! or disputed (`domain.md` R4 to R27, R44, R80; `ux.md` S08).

pub mod close;
mod coming;
mod concerns;
mod pathway;
mod steps;
mod team;

use crate::model::dates::day_words;
use crate::navigation::{FamilyPage, Leaf as Place, Route, Sheet};
use crate::services::here::Here;
use crate::services::leaf::{Leaf, Part, Way};
use crate::services::sheets;
use crate::services::words::sentence;
use crate::workbook::decide::permission::Act;
use crate::workbook::decide::way::Mistaken;

pub(super) fn leaf(here: &Here<'_>) -> Leaf {
    let mut parts = concerns::to_review(here);
    parts.extend(coming::referrals(here));
    parts.extend(coming::before_transfer(here));
    parts.extend(pathway::pathways(here));
    parts.extend(team::allocation(here));
    parts.extend(team::team(here));
    parts.extend(concerns::no_public_funds(here));
    parts.extend(concerns::alerts(here));
    parts.extend(concerns::disagreements(here));
    Leaf { heading: Place::Referral.title().to_owned(), caption: None, back: None, parts }
}

/// To a form of this family.
fn way(here: &Here<'_>, words: &str, sheet: Sheet) -> Way {
    Way::new(words, Route::family(here.book.id, FamilyPage::sheet(sheet)))
}

/// To a form about one thing of this family.
fn way_of(here: &Here<'_>, words: &str, sheet: Sheet, of: impl ToString) -> Way {
    Way::new(words, Route::family(here.book.id, FamilyPage::sheet_of(sheet, of)))
}

/// To change one thing, or to mark it as entered in error; nothing where that is somebody else's.
fn change(here: &Here<'_>, act: Act, sheet: Sheet, of: impl ToString, what: Mistaken) -> Vec<Way> {
    if !here.may(act) {
        return Vec::new();
    }
    let change = way_of(here, "Change", sheet, of);
    std::iter::once(change).chain(in_error(here, what)).collect()
}

/// To say that it was entered in error, for those who may.
pub(super) fn in_error(here: &Here<'_>, what: Mistaken) -> Option<Way> {
    let address = || sheets::way::in_error::address(what);
    here.may(what.act()).then(|| way_of(here, "Entered in error", Sheet::InError, address()))
}

/// What can be done here, or whose it is.
fn actions(here: &Here<'_>, act: Act, primary: bool, ways: Vec<Way>) -> Part {
    match here.may(act) {
        true => Part::Actions { ways, primary },
        false => Part::Aside(whose(here, act)),
    }
}

/// "The team manager can allocate the family."
fn whose(here: &Here<'_>, act: Act) -> String {
    format!("{} can {}.", sentence(&here.rules().permissions.words(act)), act.words())
}

/// The facts of which something is known.
fn facts<const N: usize>(all: [(&str, String); N]) -> Vec<(String, String)> {
    let said = all.into_iter().filter(|(_, words)| !words.trim().is_empty());
    said.map(|(key, words)| (key.to_owned(), words)).collect()
}

fn day(on: Option<chrono::NaiveDate>) -> String {
    on.map(day_words).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::dates::PartialDate;
    use crate::model::family::Family;
    use crate::model::practitioner::Role;
    use crate::policy::authority::Authority;
    use crate::services::sheets::way::desk::Desk;
    use crate::workbook::decide::Command;

    fn shown(desk: &Desk) -> String {
        format!("{:?}", leaf(&desk.here()).parts)
    }

    fn leads_to(desk: &Desk, sheet: Sheet) -> bool {
        shown(desk).contains(&format!("sheet: {sheet:?},"))
    }

    #[test]
    fn what_was_typed_when_the_family_was_added_is_shown_until_a_referral_says_it_more_fully() {
        let mut desk = Desk::new(Authority::Walsall);
        let family = Family {
            label: "The Ash family".into(),
            referred_on: PartialDate::parse("2", "11", "2026", false).ok(),
            assessed_on: None,
            pathway: "Family Safeguarding".into(),
            pathway_why: "Kayla is seven".into(),
            example: false,
        };
        desk.tries(vec![Command::DescribeFamily { family, seen: vec![] }]).unwrap();
        let page = shown(&desk);
        for words in
            ["2 November 2026", "Family Safeguarding pathway", "Kayla is seven", "Record the referral"]
        {
            assert!(page.contains(words), "{words}: {page}");
        }
        desk.fills_in(Sheet::Referral, None, &[("referral-why", "Sleepless nights")]);
        let page = shown(&desk);
        assert!(page.contains("Referred 2 November 2026 by Initial Response Service"), "{page}");
        assert!(page.contains("Sleepless nights") && !page.contains("When the family was added"), "{page}");
    }

    #[test]
    fn each_authority_shows_what_it_uses() {
        for (authority, pack) in [(Authority::Warwickshire, true), (Authority::Walsall, false)] {
            let mut desk = Desk::new(authority);
            assert!(!leads_to(&desk, Sheet::TransferPack) && !leads_to(&desk, Sheet::Checklist));
            desk.fills_in(Sheet::Referral, None, &[("referral-on", "2026-11-02")]);
            assert_eq!(leads_to(&desk, Sheet::TransferPack), pack, "{authority:?}");
            assert_eq!(leads_to(&desk, Sheet::Checklist), !pack, "{authority:?}");
            assert!(!leads_to(&desk, Sheet::Transfer), "there is no pack to decide about");
            if pack {
                desk.fills_in(Sheet::TransferPack, None, &[("pack-origin", "initial_response")]);
                assert!(leads_to(&desk, Sheet::Transfer));
            }
        }
    }

    #[test]
    fn no_way_is_offered_that_can_only_be_refused() {
        for (role, allocates, alerts) in [
            (Role::TeamManager, true, true),
            (Role::SocialWorker, false, true),
            (Role::Administrator, false, true),
        ] {
            let mut desk = Desk::new(Authority::Walsall);
            let typed = [("alert-on", "2026-11-20"), ("alert-from", "mash"), ("alert-what", "News")];
            desk.fills_in(Sheet::Alert, None, &typed);
            let desk = desk.turned(role.clone());
            assert_eq!(leads_to(&desk, Sheet::Allocation), allocates, "{role:?}");
            assert_eq!(leads_to(&desk, Sheet::Member), allocates, "{role:?}");
            assert_eq!(leads_to(&desk, Sheet::Alert), alerts, "{role:?}");
            assert_eq!(leads_to(&desk, Sheet::AlertReview), role != Role::Administrator, "{role:?}");
            assert_eq!(
                shown(&desk).contains("The team manager can allocate the family."),
                !allocates,
                "{role:?}"
            );
        }
    }

    #[test]
    fn where_consent_comes_first_it_is_asked_for_before_the_meeting() {
        let desk = Desk::new(Authority::Warwickshire);
        assert!(!leads_to(&desk, Sheet::Allocation));
        assert!(shown(&desk).contains("Record consent to the referral first"));
        assert!(leads_to(&Desk::new(Authority::WestSussex), Sheet::Allocation));
    }

    #[test]
    fn an_alert_stands_first_until_it_is_reviewed() {
        let mut desk = Desk::new(Authority::Walsall);
        let first = |desk: &Desk| format!("{:?}", leaf(&desk.here()).parts.first());
        assert!(first(&desk).contains("Referral"));
        let typed = [("alert-on", "2026-11-20"), ("alert-from", "police"), ("alert-what", "Shouting")];
        desk.fills_in(Sheet::Alert, None, &typed);
        assert!(first(&desk).contains("1 alert waits to be reviewed"), "{}", first(&desk));
        let id = desk.sample.book.alerts.all().next().unwrap().0.to_string();
        let done = [
            ("alert-reviewed", "2026-11-21"),
            ("alert-outcome", "work_goes_on"),
            ("alert-action", "Seen at home"),
        ];
        desk.fills_in(Sheet::AlertReview, Some(&id), &done);
        assert!(first(&desk).contains("Referral"));
        assert!(shown(&desk).contains("Seen at home"));
    }

    #[test]
    fn the_team_of_now_and_of_before_is_named_in_the_authoritys_words() {
        let mut desk = Desk::new(Authority::WestSussex);
        let id = desk.welcomes("Priya Nair", "administrator");
        let page = shown(&desk);
        assert!(page.contains("Embedded Co-ordinator"), "{page}");
        assert!(page.contains("Add Sam Holt"), "who recorded and is not in the team yet: {page}");
        desk.fills_in(
            Sheet::Member,
            Some(&id),
            &[("member-until", "2026-11-20"), ("member-why", "Moved on")],
        );
        let page = shown(&desk);
        let before = page.find("Was in the team").unwrap();
        assert!(page.find("Priya Nair").is_some_and(|at| at > before), "{page}");
        assert!(page.contains("Moved on"));
    }
}
