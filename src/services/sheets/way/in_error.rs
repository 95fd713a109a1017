//! Something on the way through was entered in error. It stays in the history, and no longer stands.

use std::str::FromStr;

use crate::model::consent::ConsentOf;
use crate::model::ids::EventId;
use crate::model::pathway::PathwayOf;
use crate::navigation::{FamilyPage, Leaf};
use crate::services::here::Here;
use crate::services::sheet::{Sheet, text};
use crate::services::sheets::{Fresh, consent};
use crate::services::typed::{Fields, Wrong};
use crate::workbook::decide::way::{Mistaken, Way};
use crate::workbook::decide::{Command, Field};
use crate::workbook::versioned::Things;

use super::Reading;

/// The id of the box. It stands in drafts, so it stays.
const WHY: &str = "in-error-why";

/// The word of the family's pathway in an address; a child's has their id.
const FAMILY: &str = "family";

/// What was entered in error, as it stands in an address.
pub fn address(what: Mistaken) -> String {
    match what {
        Mistaken::Referral(id) => format!("referral.{id}"),
        Mistaken::Pathway(PathwayOf::Family) => format!("pathway.{FAMILY}"),
        Mistaken::Pathway(PathwayOf::Child(id)) => format!("pathway.{id}"),
        Mistaken::Membership(id) => format!("member.{id}"),
        Mistaken::Allocation(id) => format!("allocation.{id}"),
        Mistaken::Consent(of) => format!("consent.{}", consent::address(of.person, of.purpose)),
        Mistaken::Status(id) => format!("status.{id}"),
        Mistaken::Recommendation(id) => format!("recommendation.{id}"),
        Mistaken::Decision(id) => format!("decision.{id}"),
        Mistaken::Disagreement(id) => format!("disagreement.{id}"),
        Mistaken::Alert(id) => format!("alert.{id}"),
        Mistaken::Proceedings(id) => format!("proceedings.{id}"),
        Mistaken::EarlyHelp(id) => format!("early-help.{id}"),
        Mistaken::StepDown(id) => format!("step-down.{id}"),
    }
}

/// What is meant, what it is called, and the versions on screen.
struct Meant {
    what: Mistaken,
    words: &'static str,
    seen: Vec<EventId>,
}

fn meant(of: Option<&str>, here: &Here<'_>) -> Option<Meant> {
    let (kind, id) = of?.split_once('.')?;
    let book = here.book;
    match kind {
        "referral" => found(&book.referrals, read_id(id), Mistaken::Referral, "The referral"),
        "pathway" => found(&book.pathways, pathway(id), Mistaken::Pathway, "The choice of pathway"),
        "member" => found(&book.memberships, read_id(id), Mistaken::Membership, "The time in the team"),
        "allocation" => found(&book.allocations, read_id(id), Mistaken::Allocation, "The allocation meeting"),
        "consent" => found(&book.consents, consent_of(id, here), Mistaken::Consent, "The consent"),
        "status" => found(&book.child_statuses, read_id(id), Mistaken::Status, "The status"),
        "recommendation" => {
            found(&book.recommendations, read_id(id), Mistaken::Recommendation, "The recommendation")
        }
        "decision" => found(&book.thresholds, read_id(id), Mistaken::Decision, "The threshold decision"),
        "disagreement" => found(&book.disagreements, read_id(id), Mistaken::Disagreement, "The disagreement"),
        "alert" => found(&book.alerts, read_id(id), Mistaken::Alert, "The alert"),
        "proceedings" => found(&book.proceedings, read_id(id), Mistaken::Proceedings, "The care proceedings"),
        "early-help" => found(&book.early_help, read_id(id), Mistaken::EarlyHelp, "Early help"),
        "step-down" => found(&book.step_downs, read_id(id), Mistaken::StepDown, "The support after the plan"),
        _ => None,
    }
}

fn read_id<K: FromStr>(id: &str) -> Option<K> {
    id.parse().ok()
}

fn pathway(id: &str) -> Option<PathwayOf> {
    if id == FAMILY { Some(PathwayOf::Family) } else { read_id(id).map(PathwayOf::Child) }
}

fn consent_of(id: &str, here: &Here<'_>) -> Option<ConsentOf> {
    let (person, purpose) = consent::of_address(Some(id), here)?;
    purpose.map(|purpose| ConsentOf { person, purpose })
}

fn found<K: Ord + Copy, T>(
    things: &Things<K, T>,
    key: Option<K>,
    what: impl FnOnce(K) -> Mistaken,
    words: &'static str,
) -> Option<Meant> {
    let key = key.filter(|key| things.current(*key).is_some())?;
    Some(Meant { what: what(key), words, seen: things.head_ids(key) })
}

/// The page on which it stands.
fn page(what: Mistaken) -> Leaf {
    match what {
        Mistaken::Consent(_) => Leaf::Consent,
        Mistaken::Status(_) | Mistaken::Recommendation(_) | Mistaken::Decision(_) => Leaf::Thresholds,
        Mistaken::Proceedings(_) | Mistaken::EarlyHelp(_) | Mistaken::StepDown(_) => Leaf::Close,
        Mistaken::Referral(_)
        | Mistaken::Pathway(_)
        | Mistaken::Membership(_)
        | Mistaken::Allocation(_)
        | Mistaken::Disagreement(_)
        | Mistaken::Alert(_) => Leaf::Referral,
    }
}

pub fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let meant = meant(of, here)?;
    Some(Sheet {
        heading: "Entered in error".to_owned(),
        caption: Some(meant.words.to_owned()),
        intro: vec![
            "It no longer stands. What was written stays in the history, with your reason.".to_owned(),
        ],
        questions: vec![text(WHY, "Why was it entered in error?").asked()],
        save: "Mark as entered in error",
        done: "It was marked as entered in error".to_owned(),
        back: FamilyPage::leaf(page(meant.what)),
        filled: Fields::new(),
        at: super::super::at([(Field::Reason, WHY)]),
    })
}

pub fn read(
    of: Option<&str>,
    here: &Here<'_>,
    typed: &Fields,
    _fresh: Fresh<'_>,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let Some(Meant { what, seen, .. }) = meant(of, here) else { return Ok(Vec::new()) };
    let mut form = Reading::of(typed, here);
    let reason = form.needed_text(WHY, "Enter why it was entered in error");
    if !form.wrong.is_empty() {
        return Err(form.wrong);
    }
    Ok(vec![Way::EnteredInError { what, reason, seen }.into()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::consent::{Consent, ConsentState, Purpose};
    use crate::model::practitioner::Role;
    use crate::navigation::Sheet as Place;
    use crate::policy::authority::Authority;
    use crate::services::leaves::leaf;
    use crate::services::sample::{AMARA, KAYLA, person, today};
    use crate::services::sheets::way::desk::Desk;

    #[test]
    fn everything_on_the_way_through_can_be_marked_and_no_longer_stands() {
        let mut desk = Desk::new(Authority::Warwickshire);
        let kayla = person(KAYLA).to_string();
        desk.fills_in(Place::Referral, None, &[("referral-on", "2026-11-02")]);
        desk.fills_in(Place::Pathway, None, &[("pathway-chosen", "child_in_need")]);
        desk.fills_in(Place::Pathway, Some(&kayla), &[("pathway-chosen", "child_in_need")]);
        desk.welcomes("Jo Bird", "children_and_family_worker");
        desk.fills_in(
            Place::Alert,
            None,
            &[("alert-on", "2026-11-20"), ("alert-from", "mash"), ("alert-what", "News")],
        );
        desk.fills_in(
            Place::CareOrder,
            Some(&kayla),
            &[("care-decided", "2026-09-01"), ("care-why", "Harm")],
        );
        let help =
            [("early-help-on", "2026-11-10"), ("early-help-needed", "no"), ("early-help-why", "All well")];
        desk.fills_in(Place::EarlyHelp, None, &help);
        let consent = Consent {
            state: ConsentState::Withdrawn,
            on: today(),
            until: None,
            by: Some(person(AMARA)),
            how: None,
            explained: String::new(),
            not_sought: None,
            why: "No more".into(),
            named: String::new(),
        };
        let of = ConsentOf { person: person(AMARA), purpose: Purpose::Work };
        desk.tries(vec![Way::RecordConsent { of, consent, seen: vec![] }.into()]).unwrap();
        desk.fills_in(
            Place::Status,
            Some(&kayla),
            &[("status-from", "2026-11-02"), ("status-plan", "child_in_need")],
        );
        let book = &desk.sample.book;
        let recorded = [
            Mistaken::Status(book.child_statuses.all().next().unwrap().0),
            Mistaken::Referral(book.referrals.all().next().unwrap().0),
            Mistaken::Pathway(PathwayOf::Family),
            Mistaken::Pathway(PathwayOf::Child(person(KAYLA))),
            Mistaken::Membership(book.memberships.all().next().unwrap().0),
            Mistaken::Alert(book.alerts.all().next().unwrap().0),
            Mistaken::Proceedings(book.proceedings.all().next().unwrap().0),
            Mistaken::EarlyHelp(book.early_help.all().next().unwrap().0),
            Mistaken::Consent(of),
        ];
        for what in recorded {
            let at = address(what);
            let role =
                if matches!(what, Mistaken::Consent(_)) { Role::SocialWorker } else { Role::TeamManager };
            desk = desk.turned(role);
            assert_eq!(meant(Some(&at), &desk.here()).map(|it| it.what), Some(what));
            let shown = leaf(page(what), None, &desk.here());
            assert!(format!("{shown:?}").contains(&at), "{at} is reached from its page");
            assert_eq!(desk.mends(Place::InError, Some(&at), &[])[0].0, WHY);
            let role =
                if matches!(what, Mistaken::Consent(_)) { Role::SocialWorker } else { Role::TeamManager };
            desk = desk.turned(role);
            desk.fills_in(Place::InError, Some(&at), &[(WHY, "Another family’s")]);
            assert!(sheet(Some(&at), &desk.here()).is_none(), "{at} stands no more");
        }
        assert!(sheet(Some("nothing.family"), &desk.here()).is_none());
    }
}
