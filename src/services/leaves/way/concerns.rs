//! What is told from outside, what is disputed, and how a family without public funds lives. For the team only.

use crate::model::alert::Alert;
use crate::model::choices::Choice;
use crate::model::dates::day_words;
use crate::model::disagreement::Disagreement;
use crate::model::ids::{AlertId, DisagreementId};
use crate::navigation::Sheet;
use crate::services::here::Here;
use crate::services::leaf::{Card, Part, Tag, Tone};
use crate::services::sheets::way::disagreement::{route_words, step_words};
use crate::services::words::count;
use crate::workbook::decide::permission::Act;
use crate::workbook::decide::way::Mistaken;
use crate::workbook::fact::Whole;

use super::{actions, day, facts, in_error, way, way_of};

/// The alerts, newest first: those that wait, or those that were reviewed.
fn in_order<'a>(here: &Here<'a>, reviewed: bool) -> Vec<(AlertId, &'a Alert)> {
    let is_reviewed = |id: AlertId| here.book.alert_reviews.current(id).is_some();
    let mut alerts: Vec<_> = here.book.alerts.all().filter(|(id, _)| is_reviewed(*id) == reviewed).collect();
    alerts.sort_by_key(|(id, alert)| std::cmp::Reverse((alert.received_on, *id)));
    alerts
}

/// Before all else: what nobody has reviewed yet.
pub(super) fn to_review(here: &Here<'_>) -> Vec<Part> {
    let open = in_order(here, false);
    if open.is_empty() {
        return Vec::new();
    }
    let heading = count(open.len(), "alert waits to be reviewed", "alerts wait to be reviewed");
    let mut parts = vec![Part::Heading(heading)];
    if open.iter().any(|(_, alert)| alert.immediate) {
        parts.push(Part::Warning(
            "There is concern for a child’s welfare now. The social worker, or else the duty worker, acts at once."
                .to_owned(),
        ));
    }
    parts.extend(open.into_iter().map(|(id, alert)| Part::Card(alert_card(here, id, alert))));
    parts
}

fn alert_card(here: &Here<'_>, id: AlertId, alert: &Alert) -> Card {
    let about: Vec<String> = alert.about.iter().map(|person| here.book.name_of(*person)).collect();
    let review = here.book.alert_reviews.current(id);
    let done = review.map(|it| {
        let by = if it.led_by.trim().is_empty() { String::new() } else { format!(", led by {}", it.led_by) };
        format!("{}{by}: {}. {}", day_words(it.on), it.outcome.label(), it.action)
    });
    let facts = facts([
        ("What was told", alert.what.clone()),
        ("By", alert.named.clone()),
        ("About", about.join(", ")),
        ("What was done", done.unwrap_or_default()),
    ]);
    let tag = match (review.is_some(), alert.immediate) {
        (true, _) => None,
        (false, true) => Some(Tag::new("Act now", Tone::Late)),
        (false, false) => Some(Tag::new("To review", Tone::Attention)),
    };
    let mut ways = Vec::new();
    if here.may(Act::ReviewAlert) {
        let words = if review.is_some() { "Change what was done" } else { "Record what was done" };
        ways.push(way_of(here, words, Sheet::AlertReview, id));
    }
    if here.may(Act::ReceiveAlert) {
        ways.push(way_of(here, "Change", Sheet::Alert, id));
    }
    ways.extend(in_error(here, Mistaken::Alert(id)));
    Card { title: format!("{}, {}", day_words(alert.received_on), alert.from.label()), tag, facts, ways }
}

pub(super) fn alerts(here: &Here<'_>) -> Vec<Part> {
    let reviewed = in_order(here, true);
    let mut parts = vec![Part::Heading("Alerts from outside teams".to_owned())];
    if reviewed.is_empty() {
        parts.push(Part::Words("What outside teams tell us appears here, with what was done.".to_owned()));
    }
    parts.extend(reviewed.into_iter().map(|(id, alert)| Part::Card(alert_card(here, id, alert))));
    parts.push(actions(here, Act::ReceiveAlert, false, vec![way(here, "Record an alert", Sheet::Alert)]));
    parts
}

pub(super) fn disagreements(here: &Here<'_>) -> Vec<Part> {
    let mut found: Vec<_> = here.book.disagreements.all().collect();
    found.sort_by_key(|(id, value)| {
        (here.book.settlements.current(*id).is_some(), std::cmp::Reverse((value.raised_on, *id)))
    });
    let mut parts = vec![Part::Heading("Disagreements".to_owned())];
    if found.is_empty() {
        let words =
            "Where people who work with the family do not agree, each view stands here beside the other.";
        parts.push(Part::Words(words.to_owned()));
    }
    parts.extend(found.into_iter().map(|(id, value)| Part::Card(dispute(here, id, value))));
    let ways = vec![way(here, "Record a disagreement", Sheet::Disagreement)];
    parts.push(actions(here, Act::RaiseDisagreement, false, ways));
    parts
}

fn dispute(here: &Here<'_>, id: DisagreementId, value: &Disagreement) -> Card {
    let settled = here.book.settlements.current(id);
    let steps: Vec<String> = value.steps.iter().map(step_words).collect();
    let how = settled.map(|it| format!("{}: {}", day_words(it.on), it.how));
    let facts = facts([
        ("Who disagrees", value.between.label().to_owned()),
        ("Views", value.views.clone()),
        ("Where it goes", if settled.is_none() { route_words(value.between) } else { String::new() }),
        ("Where it was taken", steps.join("\n")),
        ("How it was settled", how.unwrap_or_default()),
    ]);
    let tag = settled.is_none().then(|| Tag::new("Not settled", Tone::Attention));
    let mut ways = Vec::new();
    if here.may(Act::RaiseDisagreement) {
        ways.push(way_of(here, "Go on with it", Sheet::Disagreement, id));
    }
    if here.may(Act::SettleDisagreement) {
        let words = if settled.is_some() { "Change how it was settled" } else { "Record how it was settled" };
        ways.push(way_of(here, words, Sheet::Settlement, id));
    }
    ways.extend(in_error(here, Mistaken::Disagreement(id)));
    Card { title: format!("{}, {}", day_words(value.raised_on), value.about.label()), tag, facts, ways }
}

pub(super) fn no_public_funds(here: &Here<'_>) -> Vec<Part> {
    let mut parts = vec![Part::Heading("No recourse to public funds".to_owned())];
    let value = here.book.no_recourse.current(Whole::Family);
    match value {
        None => parts.push(Part::Words("Nothing is recorded.".to_owned())),
        Some(value) => parts.push(Part::Card(Card {
            title: if value.applies { "The family has none" } else { "This does not apply" }.to_owned(),
            tag: None,
            facts: facts([
                ("Since", day(value.since)),
                ("Plan agreed", day(value.plan_agreed_on)),
                ("Financial support", value.financial_support.clone()),
                ("Family support worker asked for", value.support_work.clone()),
                ("Reviewed", day(value.reviewed_on)),
                ("Also", value.words.clone()),
            ]),
            ways: Vec::new(),
        })),
    }
    let words = if value.is_some() { "Change or review" } else { "Record no recourse to public funds" };
    parts.push(actions(here, Act::RecordNoRecourse, false, vec![way(here, words, Sheet::NoPublicFunds)]));
    parts
}
