//! What the weekly workflow meeting decided about a transfer (`domain.md` R18).

use crate::model::entry_to_team::TransferDecision;
use crate::model::ids::ReferralId;
use crate::model::practitioner::Role;
use crate::navigation::{FamilyPage, Leaf};
use crate::services::here::Here;
use crate::services::sheet::{Sheet, What, date, line, near_date, one, pick, text};
use crate::services::sheets::Fresh;
use crate::services::typed::{Fields, Wrong};
use crate::workbook::arrival::EntryGap;
use crate::workbook::decide::way::Way;
use crate::workbook::decide::{Command, Field};

use super::{Filled, NO, Reading, YES, why_changed, workers, yes_or_no};

/// The ids of the boxes. They stand in drafts, so they stay.
mod field {
    pub const ON: &str = "transfer-on";
    pub const SOCIAL_WORK: &str = "transfer-social-work-manager";
    pub const FAMILY_SUPPORT: &str = "transfer-family-support-manager";
    pub const ACCEPTED: &str = "transfer-accepted";
    pub const SOCIAL_WORKER: &str = "transfer-social-worker";
    pub const SUPPORT_WORKER: &str = "transfer-support-worker";
    pub const TAKES_OVER: &str = "transfer-takes-over";
    pub const WHY: &str = "transfer-why";
    pub const REASON: &str = "transfer-reason";
}

/// The referral with a pack, and what was decided.
fn decided<'a>(of: Option<&str>, here: &Here<'a>) -> Option<(ReferralId, Option<&'a TransferDecision>)> {
    let id = super::transfer_pack::referral(of, here)?;
    here.book.packs.current(id)?;
    Some((id, here.book.transfers.current(id)))
}

pub fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let (_, stands) = decided(of, here)?;
    let mut questions = Vec::new();
    let mut gaps = here.book.entry_gaps(&here.rules());
    gaps.retain(|gap| *gap != EntryGap::Acceptance);
    if !gaps.is_empty() {
        let gaps: Vec<&str> = gaps.iter().map(|gap| gap.words()).collect();
        questions.push(What::Warning(format!("Not there yet: {}.", gaps.join("; "))).asked());
    }
    questions.extend([
        near_date(field::ON, "When was the workflow meeting?").asked(),
        line(field::SOCIAL_WORK, "Which manager of social work was there?").asked(),
        line(field::FAMILY_SUPPORT, "Which manager of family support was there?").asked(),
        one(field::ACCEPTED, "Was the transfer accepted?", yes_or_no()).asked(),
        pick(
            field::SOCIAL_WORKER,
            "Which social worker takes over?",
            workers(here, |it| *it == Role::SocialWorker),
        )
        .hinted("Somebody who is not in the list is added to the team first.")
        .when(field::ACCEPTED, [YES]),
        pick(
            field::SUPPORT_WORKER,
            "Which family support worker takes over?",
            workers(here, |it| *it != Role::SocialWorker),
        )
        .when(field::ACCEPTED, [YES]),
        date(field::TAKES_OVER, "When do they take over? (optional)")
            .hinted("At the next child in need meeting, or the earliest point that is agreed.")
            .when(field::ACCEPTED, [YES]),
        text(field::WHY, "Why?")
            .hinted("Needed if it was not accepted, or was accepted though something is missing.")
            .asked(),
    ]);
    let mut at = vec![(Field::Date, field::ON), (Field::Text, field::SOCIAL_WORK), (Field::Why, field::WHY)];
    at.extend([(Field::Worker, field::SOCIAL_WORKER), (Field::Choice, field::ACCEPTED)]);
    if stands.is_some() {
        questions.push(why_changed(field::REASON));
        at.push((Field::Reason, field::REASON));
    }
    Some(Sheet {
        heading: "Decision on the transfer".to_owned(),
        caption: None,
        intro: Vec::new(),
        questions,
        save: "Save decision",
        done: "The decision was recorded".to_owned(),
        back: FamilyPage::leaf(Leaf::Referral),
        filled: stands.map(boxes).unwrap_or_default(),
        at: at.into_iter().map(|(field, id)| (field, id.to_owned())).collect(),
    })
}

fn boxes(decision: &TransferDecision) -> Fields {
    let id = |id: Option<crate::model::ids::MembershipId>| id.map(|id| id.to_string()).unwrap_or_default();
    Filled::default()
        .day(field::ON, Some(decision.on))
        .text(field::SOCIAL_WORK, &decision.social_work_manager)
        .text(field::FAMILY_SUPPORT, &decision.family_support_manager)
        .text(field::ACCEPTED, if decision.accepted { YES } else { NO })
        .text(field::SOCIAL_WORKER, id(decision.social_worker))
        .text(field::SUPPORT_WORKER, id(decision.family_support_worker))
        .day(field::TAKES_OVER, decision.takes_over)
        .text(field::WHY, &decision.why)
        .0
}

pub fn read(
    of: Option<&str>,
    here: &Here<'_>,
    typed: &Fields,
    _fresh: Fresh<'_>,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let Some((id, stands)) = decided(of, here) else { return Ok(Vec::new()) };
    let mut form = Reading::of(typed, here);
    let on = form.needed_past(field::ON, "The date of the meeting", "Enter when the meeting was");
    let social_work_manager = form.needed_text(field::SOCIAL_WORK, "Enter the manager of social work");
    let family_support_manager =
        form.needed_text(field::FAMILY_SUPPORT, "Enter the manager of family support");
    let accepted = form.is(field::ACCEPTED, YES);
    let (mut social_worker, mut family_support_worker, mut takes_over) = (None, None, None);
    if accepted {
        let missing = "Select the social worker who takes over";
        social_worker = form.needed(form.id(field::SOCIAL_WORKER), field::SOCIAL_WORKER, missing);
        let missing = "Select the family support worker who takes over";
        family_support_worker = form.needed(form.id(field::SUPPORT_WORKER), field::SUPPORT_WORKER, missing);
        takes_over = form.day(field::TAKES_OVER, "The day they take over");
    } else if form.is(field::ACCEPTED, NO) {
        form.needed_text(
            field::WHY,
            "Enter why it was not accepted, and what the referring team needs to do",
        );
    } else {
        form.missing(field::ACCEPTED, "Select whether the transfer was accepted");
    }
    let reason = form.reason(field::REASON, stands.is_some());
    let (Some(on), true) = (on, form.wrong.is_empty()) else { return Err(form.wrong) };
    let decision = TransferDecision {
        accepted,
        on,
        social_work_manager,
        family_support_manager,
        social_worker,
        family_support_worker,
        takes_over,
        why: form.text(field::WHY),
    };
    let seen = here.book.transfers.head_ids(id);
    Ok(vec![Way::DecideTransfer { id, decision, reason, seen }.into()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::choices::Choice;
    use crate::model::consent::{Consent, ConsentOf, ConsentState, NotSought, Purpose};
    use crate::navigation::Sheet as Place;
    use crate::policy::authority::Authority;
    use crate::services::sample::{AMARA, person, today};
    use crate::services::sheets::way::desk::Desk;

    fn listed() -> (Desk, [String; 2]) {
        let mut desk = Desk::new(Authority::Warwickshire);
        desk.fills_in(Place::Referral, None, &[("referral-on", "2026-11-02")]);
        assert!(sheet(None, &desk.here()).is_none(), "there is no pack yet");
        desk.fills_in(Place::TransferPack, None, &[("pack-origin", "initial_response")]);
        let workers = [("Ida Ross", "social_worker"), ("Jo Bird", "children_and_family_worker")];
        let ids = workers.map(|(name, role)| desk.welcomes(name, role));
        (desk, ids)
    }

    const MEETING: [(&str, &str); 3] = [
        ("transfer-on", "2026-11-05"),
        ("transfer-social-work-manager", "Mo Khan"),
        ("transfer-family-support-manager", "Lin Day"),
    ];

    #[test]
    fn it_is_accepted_with_both_workers_once_the_family_consents() {
        let (mut desk, [social_worker, support_worker]) = listed();
        let accepted = [MEETING.to_vec(), vec![("transfer-accepted", "yes")]].concat();
        let at: Vec<String> =
            desk.mends(Place::Transfer, None, &accepted).into_iter().map(|it| it.0).collect();
        assert_eq!(at, ["transfer-social-worker", "transfer-support-worker"]);
        let workers = vec![
            ("transfer-social-worker", social_worker.as_str()),
            ("transfer-support-worker", support_worker.as_str()),
            ("transfer-takes-over", "2026-12-01"),
        ];
        let named = [accepted, workers].concat();
        let (at, said) = desk.is_refused(Place::Transfer, None, &named);
        assert_eq!(at, "transfer-accepted", "{said}");
        let consent = Consent {
            state: ConsentState::NotNeeded,
            on: today(),
            until: None,
            by: None,
            how: None,
            explained: String::new(),
            not_sought: Some(NotSought::ALL[0]),
            why: "A child would be at risk".into(),
            named: String::new(),
        };
        let of = ConsentOf { person: person(AMARA), purpose: Purpose::Referral };
        let mut desk = desk.turned(Role::SocialWorker);
        desk.tries(vec![Way::RecordConsent { of, consent, seen: vec![] }.into()]).unwrap();
        let mut desk = desk.turned(Role::TeamManager);
        assert_eq!(desk.is_refused(Place::Transfer, None, &named).0, "transfer-why", "the pack lacks much");
        desk.fills_in(Place::Transfer, None, &[named, vec![("transfer-why", "It cannot wait")]].concat());
        let (_, decision) = desk.sample.book.transfers.all().next().unwrap();
        assert!(decision.accepted && decision.takes_over.is_some());
        assert_eq!(desk.mends(Place::Transfer, None, &[])[0].0, "transfer-reason");
    }

    #[test]
    fn what_was_not_accepted_says_why_and_names_nobody() {
        let (mut desk, [social_worker, _]) = listed();
        let no = vec![("transfer-accepted", "no"), ("transfer-social-worker", social_worker.as_str())];
        let typed = [MEETING.to_vec(), no].concat();
        assert_eq!(desk.mends(Place::Transfer, None, &typed)[0].0, "transfer-why");
        desk.fills_in(
            Place::Transfer,
            None,
            &[typed, vec![("transfer-why", "The plan is not endorsed")]].concat(),
        );
        let (_, decision) = desk.sample.book.transfers.all().next().unwrap();
        assert!(!decision.accepted && decision.social_worker.is_none());
    }
}
