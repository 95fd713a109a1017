//! The decision on a request for an adult specialist, which is final (`domain.md` R69).

use crate::model::choices::Choice;
use crate::model::ids::{PractitionerId, RequestId};
use crate::model::specialist::{DecidedAs, SpecialistDecision};
use crate::navigation::{FamilyPage, Leaf};
use crate::services::here::Here;
use crate::services::sheet::{Answer, Question, Sheet, line, near_date, one, pick, text};
use crate::services::typed::{Fields, Typed, Wrong};
use crate::workbook::decide::{Command, Field, SpecialistCommand};

use super::{Fresh, answers, choice, needed_date};

/// The ids of the boxes. They stand in drafts, so they stay.
mod field {
    pub const AGREED: &str = "decision-agreed";
    pub const ON: &str = "decision-on";
    pub const BY: &str = "decision-by";
    pub const AS: &str = "decision-as";
    pub const REASON: &str = "decision-reason";
    pub const WORKER: &str = "decision-worker";
}

const YES: &str = "yes";
const NO: &str = "no";

/// The request that waits for a decision. Two decisions that were recorded apart can still be settled.
fn of_address(of: Option<&str>, here: &Here<'_>) -> Option<RequestId> {
    let id = of?.parse().ok()?;
    let final_already = here.book.specialist_decisions.get(id).is_some_and(|it| !it.is_in_conflict());
    here.book.specialist_requests.current(id).filter(|_| !final_already).map(|_| id)
}

pub(super) fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let id = of_address(of, here)?;
    let request = here.book.specialist_requests.current(id)?;
    let roles: Vec<&str> = request.specialists.iter().map(|role| here.profile().role_name(role)).collect();
    let workers: Vec<Answer> = here
        .book
        .team
        .all()
        .filter(|(_, member)| member.role.is_adult_worker())
        .map(|(id, member)| Answer::new(id, member.name.clone()))
        .collect();
    let mut questions: Vec<Question> = vec![
        one(field::AGREED, "What was decided?", [Answer::new(YES, "Agreed"), Answer::new(NO, "Not agreed")])
            .asked(),
        near_date(field::ON, "When?").asked(),
        line(field::BY, "Who decided?").asked(),
        one(field::AS, "In which role?", answers::<DecidedAs>()).asked(),
        text(field::REASON, "Why?").asked(),
    ];
    if !workers.is_empty() {
        questions.push(
            pick(field::WORKER, "Who will do the work? (optional)", workers).when(field::AGREED, [YES]),
        );
    }
    Some(Sheet {
        heading: "Decision on the request".to_owned(),
        caption: Some(roles.join(", ")),
        intro: vec!["The decision is final. If something changes, make a new request.".to_owned()],
        questions,
        save: "Save decision",
        done: "The decision was recorded".to_owned(),
        back: FamilyPage::leaf(Leaf::Notes),
        filled: Fields::new(),
        at: super::at([(Field::Day, field::ON), (Field::Name, field::BY), (Field::Reason, field::REASON)]),
    })
}

pub(super) fn read(
    of: Option<&str>,
    here: &Here<'_>,
    typed: &Fields,
    _: Fresh<'_>,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let Some(id) = of_address(of, here) else { return Ok(Vec::new()) };
    let boxes = Typed(typed);
    let mut wrong = Vec::new();
    let agreed = boxes.is(field::AGREED, YES);
    if !agreed && !boxes.is(field::AGREED, NO) {
        wrong.push(Wrong::new(field::AGREED, "Select what was decided"));
    }
    let on = needed_date(boxes, field::ON, "The day", "Enter when it was decided", &mut wrong);
    if boxes.text(field::BY).is_empty() {
        wrong.push(Wrong::new(field::BY, "Enter who decided"));
    }
    let decided_as = choice::<DecidedAs>(boxes, field::AS);
    if decided_as.is_none() {
        wrong.push(Wrong::new(field::AS, "Select in which role"));
    }
    if boxes.text(field::REASON).is_empty() {
        wrong.push(Wrong::new(field::REASON, "Enter why"));
    }
    let (Some(on), Some(decided_as), true) = (on, decided_as, wrong.is_empty()) else { return Err(wrong) };
    let worker: Option<PractitionerId> = boxes.text(field::WORKER).parse().ok();
    let decision = SpecialistDecision {
        agreed,
        on,
        decided_by: boxes.text(field::BY).to_owned(),
        decided_as,
        reason: boxes.text(field::REASON).to_owned(),
        worker: worker.filter(|_| agreed),
    };
    let seen = here.book.specialist_decisions.head_ids(id);
    Ok(vec![Command::Specialist(SpecialistCommand::Decide { id, decision, seen })])
}

/// "Agreed by J Poe, the specialist’s line manager".
pub fn words(decision: &SpecialistDecision) -> String {
    let agreed = if decision.agreed { "Agreed" } else { "Not agreed" };
    format!("{agreed} by {}. {}", decision.decided_by, decision.decided_as.label())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::practitioner::{Practitioner, Role};
    use crate::navigation::Leaf as Place;
    use crate::policy::authority::Authority;
    use crate::policy::profile::history::ProfileHistory;
    use crate::services::leaf::Part;
    use crate::services::leaves;
    use crate::services::sample::{AMARA, Sample, person};
    use crate::services::sheets::specialist;
    use crate::services::sheets::tests::{fields, hangs_together, here, ids, mend, record_as};

    fn asked() -> Sample {
        let mut sample = Sample::new();
        let amara = person(AMARA).to_string();
        let typed = fields(&[
            ("specialist-who", "recovery_worker\nmental_health_practitioner"),
            ("specialist-people", &amara),
            ("specialist-situation", "Amara has asked for help"),
            ("specialist-purpose", "Amara drinks less, and Kayla feels safe"),
        ]);
        let commands = specialist::read(None, &here(&sample.book), &typed, &mut ids()).unwrap();
        record_as(&mut sample, &Role::SocialWorker, commands).unwrap();
        sample
    }

    fn ways(sample: &Sample, role: Role) -> Vec<String> {
        let me = Practitioner { role, ..here(&sample.book).me.clone() };
        let leaf = leaves::leaf(Place::Notes, None, &Here { me: &me, ..here(&sample.book) }).unwrap();
        let of = |part: Part| match part {
            Part::Card(card) => card.ways,
            _ => Vec::new(),
        };
        leaf.parts.into_iter().flat_map(of).map(|way| way.words).collect()
    }

    #[test]
    fn a_request_is_asked_read_back_and_decided_once() {
        let mut sample = asked();
        let (id, request) = sample.book.specialist_requests.all().next().unwrap();
        let of = id.to_string();
        hangs_together(&sheet(Some(&of), &here(&sample.book)).unwrap());
        hangs_together(&specialist::sheet(Some(&of), &here(&sample.book)).unwrap());
        let filled = specialist::sheet(Some(&of), &here(&sample.book)).unwrap().filled;
        let again = specialist::read(Some(&of), &here(&sample.book), &filled, &mut ids()).unwrap();
        let [Command::Specialist(SpecialistCommand::Ask { request: same, .. })] = again.as_slice() else {
            panic!("{again:?}");
        };
        assert_eq!(same, request);
        assert_eq!(ways(&sample, Role::SocialWorker), ["Change"]);
        assert_eq!(ways(&sample, Role::TeamManager), ["Record the decision"]);

        let lacks: Vec<String> =
            mend(read(Some(&of), &here(&sample.book), &Fields::new(), &mut ids()).unwrap_err())
                .into_iter()
                .map(|(id, _)| id)
                .collect();
        assert_eq!(
            lacks,
            ["decision-agreed", "decision-on", "decision-by", "decision-as", "decision-reason"]
        );
        let typed = fields(&[
            ("decision-agreed", "no"),
            ("decision-on-day", "20"),
            ("decision-on-month", "11"),
            ("decision-on-year", "2026"),
            ("decision-by", "J Poe"),
            ("decision-as", "line_manager"),
            ("decision-reason", "Amara sees the community team already"),
        ]);
        let commands = read(Some(&of), &here(&sample.book), &typed, &mut ids()).unwrap();
        record_as(&mut sample, &Role::TeamManager, commands).unwrap();
        assert!(sheet(Some(&of), &here(&sample.book)).is_none(), "it is final");
        assert!(specialist::sheet(Some(&of), &here(&sample.book)).is_none());
        assert!(ways(&sample, Role::TeamManager).is_empty());
    }

    #[test]
    fn where_there_are_no_adult_specialists_nobody_is_asked_for() {
        let sample = asked();
        let history = ProfileHistory::new(Authority::Warwickshire.profile().clone());
        let here = Here { history: &history, ..here(&sample.book) };
        assert!(specialist::sheet(None, &here).is_none());
        let leaf = leaves::leaf(Place::Notes, None, &here).unwrap();
        let says = |part: &Part| matches!(part, Part::Words(words) if words.starts_with("Not used here"));
        assert!(leaf.parts.iter().any(says));
        assert!(specialist::sheet(None, &super::tests::here(&sample.book)).is_some());
    }
}
