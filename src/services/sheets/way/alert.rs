//! Word from outside teams about a child who is open here, and what was done about it (`domain.md` R44, R95).

use crate::model::alert::{Alert, AlertFrom, AlertOutcome, AlertReview};
use crate::model::choices::Choice;
use crate::model::ids::AlertId;
use crate::navigation::{FamilyPage, Leaf};
use crate::services::here::Here;
use crate::services::sheet::{Sheet, line, many, near_date, one, text, tick};
use crate::services::sheets::{Fresh, answers, everybody, no_id};
use crate::services::typed::{Fields, Wrong};
use crate::workbook::decide::way::Way;
use crate::workbook::decide::{Command, Field};

use super::{Changed, Filled, Reading, YES, changed, why_changed};

/// The ids of the boxes. They stand in drafts, so they stay.
mod field {
    pub const FROM: &str = "alert-from";
    pub const NAMED: &str = "alert-named";
    pub const ON: &str = "alert-on";
    pub const ABOUT: &str = "alert-about";
    pub const WHAT: &str = "alert-what";
    pub const NOW: &str = "alert-now";
    pub const REASON: &str = "alert-reason";
    pub const REVIEWED: &str = "alert-reviewed";
    pub const OUTCOME: &str = "alert-outcome";
    pub const ACTION: &str = "alert-action";
    pub const LED_BY: &str = "alert-led-by";
    pub const REVIEW_REASON: &str = "alert-review-reason";
}

fn stands<'a>(of: Option<&str>, here: &Here<'a>) -> Changed<'a, AlertId, Alert> {
    changed(of, &here.book.alerts)
}

pub fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let stands = stands(of, here)?;
    let mut at = vec![(Field::Date, field::ON), (Field::Text, field::WHAT), (Field::Person, field::ABOUT)];
    let mut questions = vec![
        near_date(field::ON, "When did it come?").asked(),
        one(field::FROM, "From whom?", answers::<AlertFrom>()).asked(),
        line(field::NAMED, "Who exactly? (optional)")
            .hinted("For the team only. It is never shown to the family.")
            .asked(),
        many(field::ABOUT, "Whom is it about? (optional)", everybody(here.book)).asked(),
        text(field::WHAT, "What were you told?").asked(),
        tick(field::NOW, "There is concern for a child’s welfare now")
            .hinted("Then nobody waits: tell the social worker or the duty worker at once.")
            .asked(),
    ];
    if stands.is_some() {
        questions.push(why_changed(field::REASON));
        at.push((Field::Reason, field::REASON));
    }
    Some(Sheet {
        heading: if stands.is_some() { "Change an alert" } else { "Record an alert from outside" }.to_owned(),
        caption: None,
        intro: vec![
            "Whoever hears it writes it down. The social workers and their manager review it.".to_owned(),
        ],
        questions,
        save: "Save alert",
        done: "The alert was recorded. It waits to be reviewed".to_owned(),
        back: FamilyPage::leaf(Leaf::Referral),
        filled: stands.map(|(_, alert)| boxes(alert)).unwrap_or_default(),
        at: at.into_iter().map(|(field, id)| (field, id.to_owned())).collect(),
    })
}

fn boxes(alert: &Alert) -> Fields {
    Filled::default()
        .choice(field::FROM, alert.from)
        .text(field::NAMED, &alert.named)
        .day(field::ON, Some(alert.received_on))
        .many(field::ABOUT, &alert.about)
        .text(field::WHAT, &alert.what)
        .tick(field::NOW, alert.immediate)
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
    let on = form.needed_past(field::ON, "The day", "Enter when it came");
    let from = form.needed_choice(field::FROM, "Select from whom it came");
    let what = form.needed_text(field::WHAT, "Enter what you were told");
    let reason = form.reason(field::REASON, stands.is_some());
    let (Some(received_on), Some(from), true) = (on, from, form.wrong.is_empty()) else {
        return Err(form.wrong);
    };
    let id = stands.map(|(id, _)| id).or_else(|| fresh().map(AlertId::from_bytes));
    let Some(id) = id else { return Err(no_id(field::WHAT)) };
    let alert = Alert {
        from,
        named: form.text(field::NAMED),
        received_on,
        about: form.people(field::ABOUT),
        what,
        immediate: form.is(field::NOW, YES),
    };
    let seen = here.book.alerts.head_ids(id);
    Ok(vec![Way::ReceiveAlert { id, alert, reason, seen }.into()])
}

/// The alert that is reviewed, and the review that stands.
fn reviewed<'a>(of: Option<&str>, here: &Here<'a>) -> Option<(AlertId, &'a Alert, Option<&'a AlertReview>)> {
    let id = of?.parse().ok()?;
    let alert = here.book.alerts.current(id)?;
    Some((id, alert, here.book.alert_reviews.current(id)))
}

pub fn review(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let (_, alert, stands) = reviewed(of, here)?;
    let lead = match alert.immediate {
        true => "Who led this: the social worker, or the duty worker?",
        false => "Who led this? (optional)",
    };
    let mut at =
        vec![(Field::Date, field::REVIEWED), (Field::Text, field::ACTION), (Field::Worker, field::LED_BY)];
    let mut questions = vec![
        near_date(field::REVIEWED, "When was it reviewed?").asked(),
        one(field::OUTCOME, "What follows?", answers::<AlertOutcome>()).asked(),
        text(field::ACTION, "What was done, or why was nothing done?").asked(),
        line(field::LED_BY, lead)
            .hinted("Needed for a strategy meeting, an enquiry or a conference, and where a child’s welfare is a concern now.")
            .asked(),
    ];
    if stands.is_some() {
        questions.push(why_changed(field::REVIEW_REASON));
        at.push((Field::Reason, field::REVIEW_REASON));
    }
    let filled = |review: &AlertReview| {
        Filled::default()
            .day(field::REVIEWED, Some(review.on))
            .choice(field::OUTCOME, review.outcome)
            .text(field::ACTION, &review.action)
            .text(field::LED_BY, &review.led_by)
            .0
    };
    Some(Sheet {
        heading: "What was done about an alert".to_owned(),
        caption: Some(alert.from.label().to_owned()),
        intro: vec![alert.what.clone()],
        questions,
        save: "Save review",
        done: "What was done was recorded".to_owned(),
        back: FamilyPage::leaf(Leaf::Referral),
        filled: stands.map(filled).unwrap_or_default(),
        at: at.into_iter().map(|(field, id)| (field, id.to_owned())).collect(),
    })
}

pub fn read_review(
    of: Option<&str>,
    here: &Here<'_>,
    typed: &Fields,
    _fresh: Fresh<'_>,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let Some((id, alert, stands)) = reviewed(of, here) else { return Ok(Vec::new()) };
    let mut form = Reading::of(typed, here);
    let on = form.needed_past(field::REVIEWED, "The day", "Enter when it was reviewed");
    if on.is_some_and(|on| on < alert.received_on) {
        form.missing(field::REVIEWED, "The day must be on or after the day the alert came");
    }
    let outcome = form.needed_choice(field::OUTCOME, "Select what follows");
    let action = form.needed_text(field::ACTION, "Enter what was done, or why nothing was");
    let reason = form.reason(field::REVIEW_REASON, stands.is_some());
    let (Some(on), Some(outcome), true) = (on, outcome, form.wrong.is_empty()) else {
        return Err(form.wrong);
    };
    let review = AlertReview { on, outcome, action, led_by: form.text(field::LED_BY) };
    let seen = here.book.alert_reviews.head_ids(id);
    Ok(vec![Way::ReviewAlert { id, review, reason, seen }.into()])
}

#[cfg(test)]
mod tests {
    use crate::model::practitioner::Role;
    use crate::navigation::Sheet as Place;
    use crate::policy::authority::Authority;
    use crate::services::sample::{KAYLA, person};
    use crate::services::sheets::way::desk::{Desk, filled};

    const ALERT: [(&str, &str); 3] =
        [("alert-on", "2026-11-20"), ("alert-from", "police"), ("alert-what", "Shouting in the street")];

    #[test]
    fn whoever_hears_it_writes_it_down_and_the_manager_says_what_was_done() {
        let mut desk = Desk::new(Authority::Warwickshire).turned(Role::Administrator);
        for missing in 0..ALERT.len() {
            let mut some = ALERT.to_vec();
            let (id, _) = some.remove(missing);
            assert_eq!(desk.mends(Place::Alert, None, &some)[0].0, id);
        }
        let kayla = person(KAYLA).to_string();
        let more = [("alert-about", kayla.as_str()), ("alert-now", "yes"), ("alert-named", "Sergeant Low")];
        desk.fills_in(Place::Alert, None, &[ALERT.to_vec(), more.to_vec()].concat());
        let (id, alert) = desk.sample.book.alerts.all().next().unwrap();
        assert!(alert.immediate && alert.about.contains(&person(KAYLA)));
        let id = id.to_string();
        assert_eq!(filled(&desk, Place::Alert, &id)["alert-named"], "Sergeant Low");
        let mut desk = desk.turned(Role::TeamManager);
        let done = [
            ("alert-reviewed", "2026-11-20"),
            ("alert-outcome", "work_goes_on"),
            ("alert-action", "Seen at home"),
        ];
        let early = [("alert-reviewed", "2026-11-19"), done[1], done[2]];
        assert_eq!(desk.mends(Place::AlertReview, Some(&id), &early)[0].0, "alert-reviewed");
        assert_eq!(desk.is_refused(Place::AlertReview, Some(&id), &done).0, "alert-led-by");
        desk.fills_in(
            Place::AlertReview,
            Some(&id),
            &[done.to_vec(), vec![("alert-led-by", "Sam Holt")]].concat(),
        );
        assert_eq!(desk.sample.book.alert_reviews.all().count(), 1);
        let again = [("alert-action", "Seen at home and at school")];
        assert_eq!(desk.mends(Place::AlertReview, Some(&id), &again)[0].0, "alert-review-reason");
    }
}
