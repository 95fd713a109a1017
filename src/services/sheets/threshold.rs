//! A threshold recommended or decided for one child, and a child's status (`domain.md` R7, R59, R83).

use crate::model::choices::Choice;
use crate::model::ids::{PersonId, StatusId, ThresholdId};
use crate::model::status::{ChildStatus, LegalStatus, NoPlanAfter, PlanStatus};
use crate::model::threshold::{Recommendation, Threshold, ThresholdDecision};
use crate::navigation::{FamilyPage, Leaf};
use crate::services::here::Here;
use crate::services::sheet::{Answer, Sheet, near_date, one, pick, text, tick};
use crate::services::typed::{Fields, Typed, Wrong};
use crate::workbook::decide::way::Way;
use crate::workbook::decide::{Command, Field};

use super::{Fresh, answers, choice, needed_date};

/// The ids of the boxes. They stand in drafts, so they stay.
mod field {
    pub const WHAT: &str = "threshold-what";
    pub const ON: &str = "threshold-on";
    pub const TO: &str = "threshold-to";
    pub const WHY: &str = "threshold-why";
    pub const VIEW: &str = "threshold-view";
    pub const NOT_ASKED: &str = "threshold-not-asked";
    pub const FROM: &str = "status-from";
    pub const PLAN: &str = "status-plan";
    pub const LOOKED_AFTER: &str = "status-looked-after";
    pub const LEGAL: &str = "status-legal";
    pub const NO_PLAN: &str = "status-no-plan";
    pub const STATUS_WHY: &str = "status-why";
}

const DECIDED: &str = "decided";
const RECOMMENDED: &str = "recommended";

fn child_of(of: Option<&str>, here: &Here<'_>) -> Option<PersonId> {
    let child = of?.parse().ok()?;
    here.book.people.current(child).filter(|person| person.is_child()).map(|_| child)
}

pub(super) fn threshold(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let child = child_of(of, here)?;
    let kinds = [
        Answer::new(RECOMMENDED, "A recommendation").hint("For the team manager to decide."),
        Answer::new(DECIDED, "A decision").hint("The team manager’s."),
    ];
    Some(Sheet {
        heading: "Threshold".to_owned(),
        caption: Some(here.book.name_of(child)),
        intro: Vec::new(),
        questions: vec![
            one(field::WHAT, "What is it?", kinds).asked(),
            near_date(field::ON, "When was it made?").asked(),
            one(field::TO, "Which threshold?", answers::<Threshold>()).asked(),
            text(field::WHY, "Why?").hinted("Harm, need, and what has changed.").asked(),
            text(field::VIEW, "What do the child and the family think?").asked(),
            text(field::NOT_ASKED, "If they were not asked, why not?").when(field::WHAT, [DECIDED]),
        ],
        save: "Save threshold",
        done: "The threshold was recorded".to_owned(),
        back: FamilyPage::leaf(Leaf::Thresholds),
        filled: Fields::new(),
        at: super::at([
            (Field::Choice, field::WHAT),
            (Field::Date, field::ON),
            (Field::Why, field::WHY),
            (Field::Text, field::VIEW),
        ]),
    })
}

pub(super) fn read_threshold(
    of: Option<&str>,
    here: &Here<'_>,
    typed: &Fields,
    fresh: Fresh<'_>,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let Some(child) = child_of(of, here) else { return Err(super::no_id(field::WHAT)) };
    let boxes = Typed(typed);
    let mut wrong = Vec::new();
    let what = boxes.text(field::WHAT);
    if ![DECIDED, RECOMMENDED].contains(&what) {
        wrong.push(Wrong::new(field::WHAT, "Select whether it is a recommendation or a decision"));
    }
    let on = needed_date(boxes, field::ON, "The date", "Enter when it was made", &mut wrong);
    let to = choice::<Threshold>(boxes, field::TO);
    if to.is_none() {
        wrong.push(Wrong::new(field::TO, "Select which threshold"));
    }
    let why = boxes.text(field::WHY).to_owned();
    if why.is_empty() {
        wrong.push(Wrong::new(field::WHY, "Enter why"));
    }
    let (Some(on), Some(to), true) = (on, to, wrong.is_empty()) else { return Err(wrong) };
    let Some(id) = fresh().map(ThresholdId::from_bytes) else { return Err(super::no_id(field::WHAT)) };
    let family_view = boxes.text(field::VIEW).to_owned();
    let (reason, seen) = (String::new(), Vec::new());
    Ok(vec![Command::Way(match what {
        DECIDED => {
            let answers = here
                .book
                .recommendations_to_decide()
                .into_iter()
                .find(|id| here.book.threshold_recommendations(child).iter().any(|(own, _)| own == id));
            let not_asked = boxes.text(field::NOT_ASKED).to_owned();
            let decision = ThresholdDecision { child, on, to, why, family_view, not_asked, answers };
            Way::DecideThreshold { id, decision, reason, seen }
        }
        _ => Way::Recommend {
            id,
            recommendation: Recommendation { child, on, to, why, family_view },
            reason,
            seen,
        },
    })])
}

pub(super) fn status(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let child = child_of(of, here)?;
    Some(Sheet {
        heading: "Status".to_owned(),
        caption: Some(here.book.name_of(child)),
        intro: vec![
            "The plan, whether the child is looked after, and a court order are three things: one does not follow \
             from another."
                .to_owned(),
        ],
        questions: vec![
            near_date(field::FROM, "From which day?").asked(),
            one(field::PLAN, "Which plan?", answers::<PlanStatus>()).asked(),
            one(field::NO_PLAN, "If a protection plan ended without another plan, why?", answers::<NoPlanAfter>())
                .when(field::PLAN, [PlanStatus::None.code()]),
            tick(field::LOOKED_AFTER, "Looked after").asked(),
            pick(field::LEGAL, "Order or legal basis (optional)", answers::<LegalStatus>()).asked(),
            text(field::STATUS_WHY, "Why?").asked(),
        ],
        save: "Save status",
        done: "The status was recorded".to_owned(),
        back: FamilyPage::leaf(Leaf::Thresholds),
        filled: Fields::new(),
        at: super::at([
            (Field::Date, field::FROM),
            (Field::Choice, field::PLAN),
            (Field::Why, field::STATUS_WHY),
        ]),
    })
}

pub(super) fn read_status(
    of: Option<&str>,
    here: &Here<'_>,
    typed: &Fields,
    fresh: Fresh<'_>,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let Some(child) = child_of(of, here) else { return Err(super::no_id(field::FROM)) };
    let boxes = Typed(typed);
    let mut wrong = Vec::new();
    let from = needed_date(boxes, field::FROM, "The first day", "Enter from which day", &mut wrong);
    let plan = choice::<PlanStatus>(boxes, field::PLAN);
    if plan.is_none() {
        wrong.push(Wrong::new(field::PLAN, "Select which plan"));
    }
    let (Some(from), Some(plan), true) = (from, plan, wrong.is_empty()) else { return Err(wrong) };
    let Some(id) = fresh().map(StatusId::from_bytes) else { return Err(super::no_id(field::FROM)) };
    let status = ChildStatus {
        child,
        from,
        plan,
        looked_after: boxes.is(field::LOOKED_AFTER, "yes"),
        legal: choice(boxes, field::LEGAL),
        decision: here.book.threshold_decisions(child).last().map(|(id, _)| *id),
        no_plan_after: choice(boxes, field::NO_PLAN).filter(|_| plan == PlanStatus::None),
        why: boxes.text(field::STATUS_WHY).to_owned(),
    };
    Ok(vec![Command::Way(Way::RecordStatus { id, status, reason: String::new(), seen: Vec::new() })])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::services::sample::{KAYLA, Sample, person, today};
    use crate::services::sheets::tests::{here, id};

    fn typed(boxes: &[(&str, &str)]) -> Fields {
        boxes.iter().map(|(id, words)| ((*id).to_owned(), (*words).to_owned())).collect()
    }

    #[test]
    fn a_recommendation_and_a_status_are_read_and_a_status_is_recorded() {
        let mut sample = Sample::new();
        let kayla = person(KAYLA).to_string();
        let day = [("threshold-on", today()), ("status-from", today())];
        let mut fields = typed(&[
            ("threshold-what", "recommended"),
            ("threshold-to", "child_in_need"),
            ("threshold-why", "Joe has moved out"),
            ("threshold-view", "Kayla wants him to visit"),
            ("status-plan", "child_in_need"),
            ("status-why", "Decided at the conference"),
        ]);
        for (id, date) in day {
            crate::services::typed::put_date(
                &mut fields,
                id,
                Some(crate::model::dates::PartialDate::day(date)),
            );
        }
        let commands = read_threshold(Some(&kayla), &here(&sample.book), &fields, &mut id).unwrap();
        assert!(matches!(commands.as_slice(), [Command::Way(Way::Recommend { .. })]));
        for command in read_status(Some(&kayla), &here(&sample.book), &fields, &mut id).unwrap() {
            sample.does(command);
        }
        assert_eq!(sample.book.plan_now(person(KAYLA)), PlanStatus::ChildInNeed);
        assert!(read_status(Some(&kayla), &here(&sample.book), &Fields::new(), &mut id).is_err());
        assert!(threshold(Some("nobody"), &here(&sample.book)).is_none());
    }
}
