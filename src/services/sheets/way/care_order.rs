//! The care order route of one child, while brothers and sisters stay with the team (`domain.md` R22, R86).

use crate::model::choices::Choice;
use crate::model::ids::{PersonId, ProceedingsId};
use crate::model::proceedings::{Ended, Outcome, PassedOn, Proceedings};
use crate::navigation::{FamilyPage, Leaf};
use crate::policy::profile::words::Concept;
use crate::services::here::Here;
use crate::services::sheet::{Answer, Sheet, What, date, line, near_date, one, text};
use crate::services::sheets::{Fresh, answers, no_id};
use crate::services::typed::{Fields, Wrong};
use crate::services::words::sentence;
use crate::workbook::decide::way::Way;
use crate::workbook::decide::{Command, Field};

use super::{Filled, Reading};

/// The ids of the boxes. They stand in drafts, so they stay.
mod field {
    pub const DECIDED: &str = "care-decided";
    pub const WHY: &str = "care-why";
    pub const OUTLINE: &str = "care-outline";
    pub const PSYCHOLOGIST: &str = "care-psychologist";
    pub const OUTCOME: &str = "care-outcome";
    pub const ENDED: &str = "care-ended";
    pub const PASSED: &str = "care-passed";
    pub const TO: &str = "care-to";
}

const GO_ON: &str = "go_on";

/// The child, and the proceedings that are changed, if any.
fn whose<'a>(
    of: Option<&str>,
    here: &Here<'a>,
) -> Option<(PersonId, Option<(ProceedingsId, &'a Proceedings)>)> {
    let of = of?;
    if let Ok(id) = of.parse()
        && let Some(proceedings) = here.book.proceedings.current(id)
    {
        return Some((proceedings.child, Some((id, proceedings))));
    }
    let child: PersonId = of.parse().ok()?;
    here.book.people.current(child).filter(|person| person.is_child()).map(|_| (child, None))
}

pub fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let (child, stands) = whose(of, here)?;
    let care_order = Outcome::CareOrder.code();
    let ended: Vec<&str> = Outcome::ALL.iter().map(|outcome| outcome.code()).collect();
    let outcomes = [Answer::new(GO_ON, "They go on")].into_iter().chain(answers::<Outcome>());
    let team = here.profile().word(Concept::LookedAfterTeam);
    let filled = match stands {
        Some((_, proceedings)) => boxes(proceedings, team),
        None => Filled::default().text(field::OUTCOME, GO_ON).text(field::TO, sentence(team)).0,
    };
    Some(Sheet {
        heading: "Care order".to_owned(),
        caption: Some(here.book.name_of(child)),
        intro: vec![staying(here, child)],
        questions: vec![
            near_date(field::DECIDED, "When was it decided to apply to court?").asked(),
            text(field::WHY, "Why?").asked(),
            date(field::OUTLINE, "When did the Public Law Outline begin? (optional)").asked(),
            text(field::PSYCHOLOGIST, "What does the clinical psychologist assess for the court? (optional)")
                .asked(),
            one(field::OUTCOME, "How did the proceedings end?", outcomes).asked(),
            date(field::ENDED, "When did they end?").when(field::OUTCOME, ended),
            What::Words(
                "Responsibility passes when the care order is granted. Until then the team keeps the child."
                    .to_owned(),
            )
            .when(field::OUTCOME, [care_order]),
            date(field::PASSED, "When did responsibility pass? (optional)")
                .when(field::OUTCOME, [care_order]),
            line(field::TO, "To which team?").when(field::OUTCOME, [care_order]),
        ],
        save: "Save proceedings",
        done: "The proceedings were recorded".to_owned(),
        back: FamilyPage::leaf(Leaf::Close),
        filled,
        at: super::super::at([
            (Field::Date, field::DECIDED),
            (Field::Why, field::WHY),
            (Field::Text, field::TO),
        ]),
    })
}

/// Who stays with the team.
pub fn staying(here: &Here<'_>, child: PersonId) -> String {
    let others = here.book.children().into_iter().map(|(id, _)| id);
    let others =
        others.filter(|id| *id != child && here.book.in_workflow(*id) && !here.book.has_passed_on(*id));
    let names: Vec<String> = others.map(|id| here.book.name_of(id)).collect();
    match names.as_slice() {
        [] => "The work with the rest of the family goes on until it is complete.".to_owned(),
        [one] => format!("{one} stays with the team, and the work with the rest of the family goes on."),
        many => {
            format!(
                "{} stay with the team, and the work with the rest of the family goes on.",
                many.join(", ")
            )
        }
    }
}

fn boxes(proceedings: &Proceedings, team: &str) -> Fields {
    let ended = proceedings.ended.as_ref();
    let passed = proceedings.passed_on.as_ref();
    Filled::default()
        .day(field::DECIDED, Some(proceedings.decided_on))
        .text(field::WHY, &proceedings.why)
        .day(field::OUTLINE, proceedings.outline_on)
        .text(field::PSYCHOLOGIST, &proceedings.psychologist)
        .text(field::OUTCOME, ended.map_or(GO_ON, |ended| ended.outcome.code()))
        .day(field::ENDED, ended.map(|ended| ended.on))
        .day(field::PASSED, passed.map(|passed| passed.on))
        .text(field::TO, passed.map_or_else(|| sentence(team), |passed| passed.to.clone()))
        .0
}

pub fn read(
    of: Option<&str>,
    here: &Here<'_>,
    typed: &Fields,
    fresh: Fresh<'_>,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let Some((child, stands)) = whose(of, here) else { return Ok(Vec::new()) };
    let mut form = Reading::of(typed, here);
    let decided = form.needed_past(field::DECIDED, "The day of the decision", "Enter when it was decided");
    let why = form.needed_text(field::WHY, "Enter why an application to court was decided");
    let outline_on = form.past(field::OUTLINE, "The beginning of the Public Law Outline");
    let outcome: Option<Outcome> = form.choice(field::OUTCOME);
    let ended = outcome.and_then(|outcome| {
        let on = form.needed_past(field::ENDED, "The end", "Enter when the proceedings ended")?;
        let first = [decided, outline_on].into_iter().flatten().max();
        if first.is_some_and(|first| on < first) {
            form.missing(field::ENDED, "The end must be on or after the decision and the Public Law Outline");
        }
        Some(Ended { outcome, on })
    });
    if outcome.is_some_and(|outcome| outcome != Outcome::NotIssued)
        && outline_on.is_none()
        && form.wrong.is_empty()
    {
        form.missing(field::OUTLINE, "Enter when the Public Law Outline began");
    }
    let passed_on = match outcome {
        Some(Outcome::CareOrder) => passed_on(&mut form, ended.as_ref()),
        _ => None,
    };
    let (Some(decided_on), true) = (decided, form.wrong.is_empty()) else { return Err(form.wrong) };
    let id = stands.map(|(id, _)| id).or_else(|| fresh().map(ProceedingsId::from_bytes));
    let Some(id) = id else { return Err(no_id(field::DECIDED)) };
    let psychologist = form.text(field::PSYCHOLOGIST);
    let proceedings = Proceedings { child, decided_on, why, outline_on, psychologist, ended, passed_on };
    let seen = here.book.proceedings.head_ids(id);
    Ok(vec![Way::RecordProceedings { id, proceedings, seen }.into()])
}

fn passed_on(form: &mut Reading<'_>, ended: Option<&Ended>) -> Option<PassedOn> {
    let on = form.past(field::PASSED, "The day")?;
    if ended.is_some_and(|ended| on < ended.on) {
        form.missing(field::PASSED, "The day must be on or after the day of the care order");
    }
    let to = form.needed_text(field::TO, "Enter the team to which responsibility passes");
    Some(PassedOn { on, to })
}

#[cfg(test)]
mod tests {
    use crate::navigation::Sheet as Place;
    use crate::policy::authority::Authority;
    use crate::services::sample::{KAYLA, person};
    use crate::services::sheets::way::desk::Desk;

    const DECIDED: [(&str, &str); 2] = [("care-decided", "2026-09-01"), ("care-why", "Kayla is not safe")];

    #[test]
    fn responsibility_passes_after_the_order_in_the_authoritys_words() {
        for (authority, team) in [
            (Authority::Walsall, "Corporate Parenting team"),
            (Authority::WestSussex, "Children We Care For team"),
        ] {
            let mut desk = Desk::new(authority);
            let kayla = person(KAYLA).to_string();
            desk.fills_in(Place::CareOrder, Some(&kayla), &DECIDED);
            let (id, proceedings) = desk.sample.book.proceedings.all().next().unwrap();
            assert!(proceedings.is_open());
            let id = id.to_string();
            let order =
                [("care-outcome", "care_order"), ("care-ended", "2026-11-01"), ("care-passed", "2026-11-05")];
            assert_eq!(desk.mends(Place::CareOrder, Some(&id), &order)[0].0, "care-outline");
            let outline = ("care-outline", "2026-09-20");
            let early = [outline, order[0], order[1], ("care-passed", "2026-10-05")];
            assert_eq!(desk.mends(Place::CareOrder, Some(&id), &early)[0].0, "care-passed");
            desk.fills_in(Place::CareOrder, Some(&id), &[outline, order[0], order[1], order[2]]);
            let passed = desk.sample.book.proceedings.all().next().and_then(|(_, it)| it.passed_on.clone());
            assert_eq!(passed.unwrap().to.to_lowercase(), team.to_lowercase(), "{authority:?}");
            assert!(desk.sample.book.has_passed_on(person(KAYLA)));
        }
    }

    #[test]
    fn proceedings_that_were_not_issued_need_no_outline_and_pass_nothing_on() {
        let mut desk = Desk::new(Authority::Walsall);
        let kayla = person(KAYLA).to_string();
        let typed = [
            DECIDED[0],
            DECIDED[1],
            ("care-outcome", "not_issued"),
            ("care-ended", "2026-10-01"),
            ("care-passed", "2026-10-02"),
        ];
        desk.fills_in(Place::CareOrder, Some(&kayla), &typed);
        let (_, proceedings) = desk.sample.book.proceedings.all().next().unwrap();
        assert!(!proceedings.is_open() && proceedings.passed_on.is_none());
        let early = [typed[0], typed[1], typed[2], ("care-ended", "2026-08-01")];
        assert_eq!(desk.mends(Place::CareOrder, Some(&kayla), &early)[0].0, "care-ended");
    }
}
