//! The family's way through: consent, the referral, thresholds and statuses, alerts and disagreements, leaving.

use crate::model::dates::day_words;
use crate::navigation::{FamilyPage, Leaf};
use crate::services::search::Passage;
use crate::workbook::fold::Workbook;

use super::{Place, add, by};

pub(super) fn passages<'a>(book: &'a Workbook, found: &mut Vec<Passage<'a>>) {
    consent(book, found);
    referral(book, found);
    thresholds(book, found);
    concerns(book, found);
    leaving(book, found);
}

/// Consent: what was explained, and why.
fn consent<'a>(book: &'a Workbook, found: &mut Vec<Passage<'a>>) {
    for (of, thing) in book.consents.iter() {
        let Some(consent) = thing.current() else { continue };
        let what = format!("Consent of {}", book.name_of(of.person));
        let page = FamilyPage::leaf(Leaf::Consent);
        let place = Place { section: "Consent", what, by: by(book, thing.latest()), page };
        add(book, found, place, [&consent.explained, &consent.why, &consent.named]);
    }
}

fn referral<'a>(book: &'a Workbook, found: &mut Vec<Passage<'a>>) {
    let place = |what: String, by: String| Place {
        section: "Referral and team",
        what,
        by,
        page: FamilyPage::leaf(Leaf::Referral),
    };
    for (_, thing) in book.referrals.iter() {
        let Some(referral) = thing.current() else { continue };
        let assessment = referral.assessment.iter().flat_map(|it| [&it.by, &it.outcome]);
        let texts = [&referral.why, &referral.team, &referral.worker, &referral.manager].into_iter();
        let what = format!("Referral of {}", day_words(referral.referred_on));
        add(book, found, place(what, by(book, thing.latest())), texts.chain(assessment));
    }
    for (_, thing) in book.pathways.iter() {
        let Some(pathway) = thing.current() else { continue };
        let texts = [&pathway.why, &pathway.service];
        add(book, found, place("Choice of pathway".to_owned(), by(book, thing.latest())), texts);
    }
    for (_, thing) in book.allocations.iter() {
        let Some(meeting) = thing.current() else { continue };
        let what = format!("Allocation meeting of {}", day_words(meeting.held_on));
        let texts = [
            &meeting.needs,
            &meeting.capacity_to_change,
            &meeting.team_capacity,
            &meeting.missing_why,
            &meeting.present,
        ];
        add(book, found, place(what, by(book, thing.latest())), texts);
    }
    for (_, thing) in book.no_recourse.iter() {
        let Some(it) = thing.current() else { continue };
        let place = place("No recourse to public funds".to_owned(), by(book, thing.latest()));
        add(book, found, place, [&it.financial_support, &it.support_work, &it.words]);
    }
    for (_, thing) in book.memberships.iter() {
        let Some(member) = thing.current() else { continue };
        let place = place(format!("Team: {}", member.name), by(book, thing.latest()));
        add(book, found, place, [&member.name, &member.employer, &member.why]);
    }
}

fn thresholds<'a>(book: &'a Workbook, found: &mut Vec<Passage<'a>>) {
    let place = |what: String, by: String| Place {
        section: "Thresholds",
        what,
        by,
        page: FamilyPage::leaf(Leaf::Thresholds),
    };
    for (_, thing) in book.recommendations.iter() {
        let Some(it) = thing.current() else { continue };
        let what = format!("Threshold recommended for {}, {}", book.name_of(it.child), day_words(it.on));
        add(book, found, place(what, by(book, thing.latest())), [&it.why, &it.family_view]);
    }
    for (_, thing) in book.thresholds.iter() {
        let Some(it) = thing.current() else { continue };
        let what = format!("Threshold decided for {}, {}", book.name_of(it.child), day_words(it.on));
        add(book, found, place(what, by(book, thing.latest())), [&it.why, &it.family_view, &it.not_asked]);
    }
    for (_, thing) in book.child_statuses.iter() {
        let Some(it) = thing.current() else { continue };
        let what = format!("Status of {}, {}", book.name_of(it.child), day_words(it.from));
        add(book, found, place(what, by(book, thing.latest())), [&it.why]);
    }
}

/// The steps on the way out, and closing.
fn leaving<'a>(book: &'a Workbook, found: &mut Vec<Passage<'a>>) {
    let place = |what: String, by: String| Place {
        section: "Closing",
        what,
        by,
        page: FamilyPage::leaf(Leaf::Close),
    };
    for (_, thing) in book.early_help.iter() {
        let Some(step) = thing.current() else { continue };
        let what = format!("Early help considered {}", day_words(step.considered_on));
        add(book, found, place(what, by(book, thing.latest())), [&step.why]);
    }
    for (_, thing) in book.step_downs.iter() {
        let Some(step) = thing.current() else { continue };
        add(book, found, place("Support after the plan".to_owned(), by(book, thing.latest())), [&step.words]);
    }
    for (_, thing) in book.proceedings.iter() {
        let Some(it) = thing.current() else { continue };
        let what = format!("Care proceedings of {}", book.name_of(it.child));
        add(book, found, place(what, by(book, thing.latest())), [&it.why, &it.psychologist]);
    }
    for (person, thing) in book.casework.iter() {
        let Some(casework) = thing.current() else { continue };
        let what = format!("Work with {}", book.name_of(person));
        add(book, found, place(what, by(book, thing.latest())), [&casework.words]);
    }
    for (_, thing) in book.closure_summary.iter() {
        let Some(it) = thing.current() else { continue };
        let texts = [&it.summary, &it.why, &it.family_view, &it.agencies_view];
        add(book, found, place("Closure summary".to_owned(), by(book, thing.latest())), texts);
    }
    for (_, thing) in book.closing.iter() {
        use crate::model::leaving::Closing;
        let Some(closing) = thing.current() else { continue };
        let (what, why) = match closing {
            Closing::Closed { why, .. } => ("Closed", why),
            Closing::Reopened { why, .. } => ("Reopened", why),
        };
        let what = format!("{what} {}", day_words(closing.on()));
        add(book, found, place(what, by(book, thing.latest())), [why]);
    }
}

/// Alerts and disagreements stand with the referral and the team.
fn concerns<'a>(book: &'a Workbook, found: &mut Vec<Passage<'a>>) {
    let place = |what: String, by: String| Place {
        section: "Alerts and disagreements",
        what,
        by,
        page: FamilyPage::leaf(Leaf::Referral),
    };
    for (id, thing) in book.alerts.iter() {
        let Some(alert) = thing.current() else { continue };
        let what = format!("Alert of {}", day_words(alert.received_on));
        let review = book.alert_reviews.current(id).map(|review| &review.action);
        let texts = [&alert.what, &alert.named].into_iter().chain(review);
        add(book, found, place(what, by(book, thing.latest())), texts);
    }
    for (id, thing) in book.disagreements.iter() {
        let Some(it) = thing.current() else { continue };
        let what = format!("Disagreement of {}", day_words(it.raised_on));
        let settled = book.settlements.current(id).map(|settled| &settled.how);
        let texts = std::iter::once(&it.views).chain(it.steps.iter().map(|step| &step.what)).chain(settled);
        add(book, found, place(what, by(book, thing.latest())), texts);
    }
}
