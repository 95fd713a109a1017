//! A referral: by whom, when, why, and the assessment it follows (`domain.md` R12, R19; `ux.md` S08).

use crate::model::entry_to_team::{Assessment, Referral};
use crate::model::ids::ReferralId;
use crate::navigation::{FamilyPage, Leaf};
use crate::policy::profile::words::Concept;
use crate::services::here::Here;
use crate::services::sheet::{Sheet, What, date, line, near_date, text};
use crate::services::sheets::{Fresh, no_id};
use crate::services::typed::{Fields, Wrong};
use crate::services::words::sentence;
use crate::workbook::decide::way::Way;
use crate::workbook::decide::{Command, Field};

use super::{Changed, Filled, Reading, changed, why_changed};

/// The ids of the boxes. They stand in drafts, so they stay.
mod field {
    pub const TEAM: &str = "referral-team";
    pub const WORKER: &str = "referral-worker";
    pub const MANAGER: &str = "referral-manager";
    pub const ON: &str = "referral-on";
    pub const DECIDED: &str = "referral-decided";
    pub const SINCE: &str = "referral-since";
    pub const WHY: &str = "referral-why";
    pub const ASSESSED: &str = "referral-assessed";
    pub const ASSESSED_BY: &str = "referral-assessed-by";
    pub const FOUND: &str = "referral-found";
    pub const REASON: &str = "referral-reason";
}

fn stands<'a>(of: Option<&str>, here: &Here<'a>) -> Changed<'a, ReferralId, Referral> {
    changed(of, &here.book.referrals)
}

pub fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let stands = stands(of, here)?;
    let profile = here.profile();
    let assessment = profile.word(Concept::Assessment);
    let mut questions = vec![
        line(field::TEAM, "Which team refers the family?").asked(),
        line(field::WORKER, "Who made the referral? (optional)").asked(),
        line(field::MANAGER, "Who is their manager? (optional)").asked(),
        near_date(field::ON, "When was the family referred?").asked(),
        date(field::DECIDED, "When did they decide that more work is needed? (optional)")
            .hinted("Allocation is timed from this day.")
            .asked(),
        date(field::SINCE, "Since when have they worked with the family? (optional)").asked(),
        text(field::WHY, "Why is the family referred?")
            .hinted("Write it so that the family could read it.")
            .asked(),
        What::Heading(sentence(assessment)).asked(),
        date(field::ASSESSED, "When was it completed?")
            .hinted("Leave it empty if there is none yet.")
            .asked(),
        line(field::ASSESSED_BY, "Who made it? (optional)").asked(),
        text(field::FOUND, "What did it find? (optional)").asked(),
    ];
    if stands.is_some() {
        questions.push(why_changed(field::REASON));
    }
    let mut at =
        super::super::at([(Field::Text, field::TEAM), (Field::Date, field::ON), (Field::Why, field::WHY)]);
    at.extend(stands.map(|_| (Field::Reason, field::REASON.to_owned())));
    Some(Sheet {
        heading: if stands.is_some() { "Change a referral" } else { "Record a referral" }.to_owned(),
        caption: None,
        intro: Vec::new(),
        questions,
        save: "Save referral",
        done: "The referral was recorded".to_owned(),
        back: FamilyPage::leaf(Leaf::Referral),
        filled: stands.map_or_else(|| known(here), |(_, referral)| boxes(referral)),
        at,
    })
}

/// What was typed when the family was added is not asked again; a family that comes back was referred anew.
fn known(here: &Here<'_>) -> Fields {
    let filled = Filled::default().text(field::TEAM, sentence(here.profile().word(Concept::FrontTeam)));
    let first = here.book.referrals.all().next().is_none() && here.book.last_closed_on().is_none();
    let family = here.book.family().and_then(|family| family.current()).filter(|_| first);
    let Some(family) = family else { return filled.0 };
    filled.rough(field::ON, family.referred_on).rough(field::ASSESSED, family.assessed_on).0
}

fn boxes(referral: &Referral) -> Fields {
    let assessment = referral.assessment.as_ref();
    let words = |of: fn(&Assessment) -> &String| assessment.map(of).cloned().unwrap_or_default();
    Filled::default()
        .text(field::TEAM, &referral.team)
        .text(field::WORKER, &referral.worker)
        .text(field::MANAGER, &referral.manager)
        .day(field::ON, Some(referral.referred_on))
        .day(field::DECIDED, referral.decided_on)
        .day(field::SINCE, referral.involved_since)
        .text(field::WHY, &referral.why)
        .day(field::ASSESSED, assessment.map(|it| it.completed_on))
        .text(field::ASSESSED_BY, words(|it| &it.by))
        .text(field::FOUND, words(|it| &it.outcome))
        .0
}

pub fn read(
    of: Option<&str>,
    here: &Here<'_>,
    typed: &Fields,
    fresh: Fresh<'_>,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let Some(stands) = stands(of, here) else { return Ok(Vec::new()) };
    let mut form = Reading::of(typed, here);
    let team = form.needed_text(field::TEAM, "Enter the team that refers the family");
    let on = form.needed_past(field::ON, "The date of the referral", "Enter when the family was referred");
    let decided_on = form.past(field::DECIDED, "The date of their decision");
    let involved_since = form.past(field::SINCE, "The day they began");
    if let (Some(on), Some(since)) = (on, involved_since)
        && since > on
    {
        form.missing(field::SINCE, "The day they began must be on or before the day of the referral");
    }
    let assessment = assessment(&mut form);
    if let (Some(assessment), Some(since)) = (&assessment, involved_since)
        && since > assessment.completed_on
    {
        form.missing(field::ASSESSED, "The assessment must be completed on or after the day they began");
    }
    let reason = form.reason(field::REASON, stands.is_some());
    let (Some(referred_on), true) = (on, form.wrong.is_empty()) else { return Err(form.wrong) };
    let referral = Referral {
        team,
        worker: form.text(field::WORKER),
        manager: form.text(field::MANAGER),
        referred_on,
        decided_on,
        involved_since,
        assessment,
        why: form.text(field::WHY),
    };
    let id = stands.map(|(id, _)| id).or_else(|| fresh().map(ReferralId::from_bytes));
    let Some(id) = id else { return Err(no_id(field::TEAM)) };
    let seen = here.book.referrals.head_ids(id);
    Ok(vec![Way::RecordReferral { id, referral, reason, seen }.into()])
}

fn assessment(form: &mut Reading<'_>) -> Option<Assessment> {
    let before = form.wrong.len();
    let completed_on = form.past(field::ASSESSED, "The day it was completed");
    let (by, outcome) = (form.text(field::ASSESSED_BY), form.text(field::FOUND));
    let said = !by.is_empty() || !outcome.is_empty();
    if completed_on.is_none() && said && form.wrong.len() == before {
        form.missing(field::ASSESSED, "Enter when the assessment was completed");
    }
    completed_on.map(|completed_on| Assessment { completed_on, by, outcome })
}

#[cfg(test)]
mod tests {
    use crate::model::dates::PartialDate;
    use crate::model::family::Family;
    use crate::navigation::Sheet;
    use crate::policy::authority::Authority;
    use crate::services::sheets::way::desk::{Desk, filled};
    use crate::workbook::decide::Command;

    fn added(referred: &str) -> Desk {
        let mut desk = Desk::new(Authority::Walsall);
        let date = |year: &str, month: &str, day: &str| PartialDate::parse(day, month, year, false).ok();
        let family = Family {
            label: "The family in the yellow house".into(),
            referred_on: if referred == "whole" { date("2026", "11", "2") } else { date("2026", "11", "") },
            assessed_on: date("2026", "10", "20"),
            pathway: String::new(),
            pathway_why: String::new(),
            example: false,
        };
        desk.tries(vec![Command::DescribeFamily { family, seen: vec![] }]).unwrap();
        desk
    }

    #[test]
    fn what_was_typed_when_the_family_was_added_is_not_asked_again() {
        let mut desk = added("whole");
        desk.fills_in(Sheet::Referral, None, &[("referral-found", "Long work is needed")]);
        let (id, referral) = desk.sample.book.referral_now().unwrap();
        assert_eq!(referral.team, "Initial Response Service");
        assert_eq!(referral.referred_on.to_string(), "2026-11-02");
        let assessment = referral.assessment.clone().unwrap();
        assert_eq!(
            (assessment.completed_on.to_string().as_str(), assessment.outcome.as_str()),
            ("2026-10-20", "Long work is needed")
        );
        let id = id.to_string();
        let change = [("referral-decided", "2026-11-04"), ("referral-reason", "They told us the day")];
        desk.fills_in(Sheet::Referral, Some(&id), &change);
        let (_, changed) = desk.sample.book.referral_now().unwrap();
        assert_eq!(changed.decided_on.unwrap().to_string(), "2026-11-04");
        assert_eq!(changed.assessment, Some(assessment), "what was not touched stays");
        assert_eq!(filled(&desk, Sheet::Referral, &id)["referral-decided-day"], "4");
        assert!(!desk.form(Sheet::Referral, None).filled.contains_key("referral-on-day"), "a second is new");
    }

    #[test]
    fn what_is_missing_or_out_of_order_is_said_at_its_box() {
        let mut desk = added("month");
        for (typed, at, says) in [
            (vec![], "referral-on", "The date of the referral must include a day"),
            (
                vec![("referral-on", "2026-11-30")],
                "referral-on",
                "The date of the referral must be today or in the past",
            ),
            (
                vec![
                    ("referral-on", "2026-11-02"),
                    ("referral-since", "2026-11-03"),
                    ("referral-assessed", "2026-11-05"),
                ],
                "referral-since",
                "The day they began must be on or before the day of the referral",
            ),
            (
                vec![("referral-on", "2026-11-02"), ("referral-team", "")],
                "referral-team",
                "Enter the team that refers the family",
            ),
            (
                vec![("referral-on", "2026-11-02"), ("referral-since", "2026-10-30")],
                "referral-assessed",
                "The assessment must be completed on or after the day they began",
            ),
        ] {
            assert_eq!(desk.mends(Sheet::Referral, None, &typed), [(at.to_owned(), says.to_owned())]);
        }
    }
}
