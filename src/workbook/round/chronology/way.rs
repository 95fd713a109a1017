//! Lines of the family's way through: referral, allocation, statuses, thresholds, consents, alerts,
//! disagreements, proceedings, early help, closing.

use chrono::NaiveDate;

use crate::model::choices::Choice;
use crate::model::dates::PartialDate;
use crate::model::leaving::Closing;
use crate::model::status::ChildStatus;
use crate::workbook::fact::Whole;
use crate::workbook::fold::Workbook;

use super::{Line, Origin, standing};

impl Workbook {
    pub(super) fn way_lines(&self, lines: &mut Vec<Line>) {
        self.entry_lines(lines);
        self.child_lines(lines);
        self.consent_lines(lines);
        self.concern_lines(lines);
        self.leaving_lines(lines);
    }

    fn entry_lines(&self, lines: &mut Vec<Line>) {
        for (id, thing) in self.referrals.iter() {
            let Some((version, referral)) = standing(thing) else { continue };
            let what = if referral.why.trim().is_empty() {
                format!("Referred by {}", referral.team)
            } else {
                format!("Referred by {}: {}", referral.team, referral.why)
            };
            lines.push(Line::of(Origin::Referral(id), version, day(referral.referred_on), what));
            if let Some(assessment) = &referral.assessment {
                let what = "Child and family assessment completed".to_owned();
                let line = Line::of(Origin::Referral(id), version, day(assessment.completed_on), what);
                lines.push(Line { significance: assessment.outcome.clone(), ..line });
            }
        }
        for (id, thing) in self.allocations.iter() {
            let Some((version, meeting)) = standing(thing) else { continue };
            let worker = self.memberships.current(meeting.social_worker);
            let name = worker.map_or("a social worker", |member| member.name.as_str());
            let what = format!("Allocated to {name}");
            lines.push(Line::of(Origin::Allocation(id), version, day(meeting.held_on), what));
        }
    }

    fn child_lines(&self, lines: &mut Vec<Line>) {
        for (id, thing) in self.child_statuses.iter() {
            let Some((version, status)) = standing(thing) else { continue };
            let what = format!("{}: {}", self.name_of(status.child), status_words(status));
            let line = Line::of(Origin::Status(id), version, day(status.from), what);
            lines.push(Line { significance: status.why.clone(), ..line.about([status.child].into()) });
        }
        for (id, thing) in self.thresholds.iter() {
            let Some((version, decision)) = standing(thing) else { continue };
            let name = self.name_of(decision.child);
            let what = format!("Threshold of {name} decided: {}. {}", decision.to.label(), decision.why);
            let line = Line::of(Origin::Threshold(id), version, day(decision.on), what);
            lines.push(Line {
                significance: decision.family_view.clone(),
                ..line.about([decision.child].into())
            });
        }
    }

    fn consent_lines(&self, lines: &mut Vec<Line>) {
        for (of, thing) in self.consents.iter() {
            // Each time that it was given, refused or withdrawn, not only how it stands.
            for version in thing.versions() {
                let Some(consent) = &version.value else { continue };
                let purpose = of.purpose.words(&consent.named);
                let what =
                    format!("Consent of {}, {}: {purpose}", self.name_of(of.person), consent.state.label());
                let line = Line::of(Origin::Consent(of), version, day(consent.on), what);
                lines.push(Line { significance: consent.why.clone(), ..line.about([of.person].into()) });
            }
        }
    }

    fn concern_lines(&self, lines: &mut Vec<Line>) {
        for (id, thing) in self.alerts.iter() {
            let Some((version, alert)) = standing(thing) else { continue };
            let what = format!("Alert from {}: {}", alert.from.label(), alert.what);
            let line = Line::of(Origin::Alert(id), version, day(alert.received_on), what);
            let done = self.alert_reviews.current(id).map(|review| review.action.clone());
            lines.push(Line { significance: done.unwrap_or_default(), ..line.about(alert.about.clone()) });
        }
        for (id, thing) in self.disagreements.iter() {
            let Some((version, disagreement)) = standing(thing) else { continue };
            let what = format!("Disagreement, {}: {}", disagreement.about.label(), disagreement.views);
            let line = Line::of(Origin::Disagreement(id), version, day(disagreement.raised_on), what);
            let how = self.settlements.current(id).map(|settlement| settlement.how.clone());
            lines.push(Line { significance: how.unwrap_or_default(), ..line });
        }
        for (id, thing) in self.proceedings.iter() {
            let Some((version, proceedings)) = standing(thing) else { continue };
            let name = self.name_of(proceedings.child);
            let mut add = |on: NaiveDate, what: String| {
                let line = Line::of(Origin::Proceedings(id), version, day(on), what);
                lines.push(line.about([proceedings.child].into()));
            };
            add(proceedings.decided_on, format!("Decided to apply to court for {name}"));
            if let Some(on) = proceedings.outline_on {
                add(on, format!("Public Law Outline began for {name}"));
            }
            if let Some(ended) = &proceedings.ended {
                add(ended.on, format!("Proceedings for {name} ended: {}", ended.outcome.label()));
            }
            if let Some(passed) = &proceedings.passed_on {
                add(passed.on, format!("Responsibility for {name} passed to {}", passed.to));
            }
        }
    }

    fn leaving_lines(&self, lines: &mut Vec<Line>) {
        for (id, thing) in self.early_help.iter() {
            let Some((version, step)) = standing(thing) else { continue };
            let what = if step.needed { "Early help is to follow" } else { "Early help is not needed" };
            let line = Line::of(Origin::EarlyHelp(id), version, day(step.considered_on), what.to_owned());
            lines.push(Line { significance: step.why.clone(), ..line });
        }
        for version in self.closing.get(Whole::Family).into_iter().flat_map(|thing| thing.versions()) {
            let Some(closing) = &version.value else { continue };
            let (what, why) = match closing {
                Closing::Closed { because, why, .. } => (format!("Closed: {}", because.label()), why),
                Closing::Reopened { because, why, .. } => (format!("Reopened: {}", because.label()), why),
            };
            let line = Line::of(Origin::Closing, version, day(closing.on()), what);
            lines.push(Line { significance: why.clone(), ..line });
        }
    }
}

fn day(on: NaiveDate) -> PartialDate {
    PartialDate::day(on)
}

/// "Child protection plan, looked after, Interim care order".
fn status_words(status: &ChildStatus) -> String {
    let mut words = vec![status.plan.label()];
    if status.looked_after {
        words.push("looked after");
    }
    words.extend(status.legal.map(Choice::label));
    words.join(", ")
}
