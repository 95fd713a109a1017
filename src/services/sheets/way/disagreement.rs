//! People who work with the family and do not agree, where it was taken, and how it was settled (`domain.md` R21,
//! R89).

use crate::model::choices::Choice;
use crate::model::dates::day_words;
use crate::model::disagreement::{Between, Disagreement, DisagreementAbout, Settlement, Step, TakenTo};
use crate::model::ids::DisagreementId;
use crate::navigation::{FamilyPage, Leaf};
use crate::services::here::Here;
use crate::services::sheet::{Question, Sheet, What, date, near_date, one, pick, text};
use crate::services::sheets::{Fresh, answers, no_id};
use crate::services::typed::{Fields, Wrong};
use crate::workbook::decide::way::Way;
use crate::workbook::decide::{Command, Field};

use super::{Changed, Filled, Reading, changed, why_changed};

/// The ids of the boxes. They stand in drafts, so they stay.
mod field {
    pub const ABOUT: &str = "disagreement-about";
    pub const BETWEEN: &str = "disagreement-between";
    pub const VIEWS: &str = "disagreement-views";
    pub const RAISED: &str = "disagreement-raised";
    pub const STEP_TO: &str = "disagreement-step-to";
    pub const STEP_ON: &str = "disagreement-step-on";
    pub const STEP_WHAT: &str = "disagreement-step-what";
    pub const SETTLED: &str = "disagreement-settled";
    pub const HOW: &str = "disagreement-how";
    pub const REASON: &str = "disagreement-reason";
}

fn stands<'a>(of: Option<&str>, here: &Here<'a>) -> Changed<'a, DisagreementId, Disagreement> {
    changed(of, &here.book.disagreements)
}

/// A step as it is read.
pub fn step_words(step: &Step) -> String {
    let what = if step.what.trim().is_empty() { String::new() } else { format!(": {}", step.what) };
    format!("{}, {}{what}", day_words(step.on), step.to.label())
}

/// Where the guidance takes it, in a sentence.
pub fn route_words(between: Between) -> String {
    let route: Vec<&str> = between.route().iter().map(|to| to.label()).collect();
    format!("Taken to, one after the other: {}.", route.join("; "))
}

pub fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let stands = stands(of, here)?;
    let mut questions = vec![
        one(field::ABOUT, "What is it about?", answers::<DisagreementAbout>()).asked(),
        one(field::BETWEEN, "Who disagrees?", answers::<Between>()).asked(),
    ];
    questions.extend(
        Between::ALL
            .iter()
            .map(|between| What::Words(route_words(*between)).when(field::BETWEEN, [between.code()])),
    );
    questions.extend([
        text(field::VIEWS, "Who thinks what?").hinted("Each side in its own words.").asked(),
        near_date(field::RAISED, "When was it raised?").asked(),
    ]);
    questions.extend(steps(stands.map(|(_, value)| value.steps.as_slice()).unwrap_or_default()));
    Some(Sheet {
        heading: if stands.is_some() { "Go on with a disagreement" } else { "Record a disagreement" }
            .to_owned(),
        caption: None,
        intro: vec!["It stays on record, with each view beside the other.".to_owned()],
        questions,
        save: "Save disagreement",
        done: "The disagreement was recorded".to_owned(),
        back: FamilyPage::leaf(Leaf::Referral),
        filled: stands.map(|(_, value)| boxes(value)).unwrap_or_default(),
        at: super::super::at([(Field::Date, field::RAISED), (Field::Text, field::VIEWS)]),
    })
}

/// What was done stays; the next step is added after it.
fn steps(stands: &[Step]) -> Vec<Question> {
    let mut questions = vec![What::Heading("Where it was taken".to_owned()).asked()];
    if !stands.is_empty() {
        let taken: Vec<String> = stands.iter().map(step_words).collect();
        questions.push(What::Words(taken.join("\n")).asked());
    }
    let taken_to: Vec<&str> = TakenTo::ALL.iter().map(|to| to.code()).collect();
    questions.extend([
        pick(field::STEP_TO, "Add where it was taken (optional)", answers::<TakenTo>()).asked(),
        date(field::STEP_ON, "When?").when(field::STEP_TO, taken_to.clone()),
        text(field::STEP_WHAT, "What was said there? (optional)").when(field::STEP_TO, taken_to),
    ]);
    questions
}

fn boxes(disagreement: &Disagreement) -> Fields {
    Filled::default()
        .choice(field::ABOUT, disagreement.about)
        .choice(field::BETWEEN, disagreement.between)
        .text(field::VIEWS, &disagreement.views)
        .day(field::RAISED, Some(disagreement.raised_on))
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
    let about = form.needed_choice(field::ABOUT, "Select what it is about");
    let between = form.needed_choice(field::BETWEEN, "Select who disagrees");
    let views = form.needed_text(field::VIEWS, "Enter who thinks what, each in their own words");
    let raised = form.needed_past(field::RAISED, "The day", "Enter when it was raised");
    let mut steps = stands.map(|(_, value)| value.steps.clone()).unwrap_or_default();
    if let Some(first) = steps.first()
        && raised.is_some_and(|raised| raised > first.on)
    {
        form.missing(field::RAISED, "It must be raised on or before the day it was first taken somewhere");
    }
    let last = steps.last().map(|step| step.on).max(raised);
    steps.extend(added(&mut form, last));
    let (Some(about), Some(between), Some(raised_on), true) = (about, between, raised, form.wrong.is_empty())
    else {
        return Err(form.wrong);
    };
    let id = stands.map(|(id, _)| id).or_else(|| fresh().map(DisagreementId::from_bytes));
    let Some(id) = id else { return Err(no_id(field::VIEWS)) };
    let disagreement = Disagreement { about, between, views, raised_on, steps };
    let seen = here.book.disagreements.head_ids(id);
    Ok(vec![Way::RecordDisagreement { id, disagreement, seen }.into()])
}

fn added(form: &mut Reading<'_>, last: Option<chrono::NaiveDate>) -> Option<Step> {
    let to: TakenTo = form.choice(field::STEP_TO)?;
    let on = form.needed_past(field::STEP_ON, "The day", "Enter when it was taken there")?;
    if last.is_some_and(|last| on < last) {
        form.missing(field::STEP_ON, "The day must be on or after what was done before");
    }
    Some(Step { on, to, what: form.text(field::STEP_WHAT) })
}

fn settled<'a>(
    of: Option<&str>,
    here: &Here<'a>,
) -> Option<(DisagreementId, &'a Disagreement, Option<&'a Settlement>)> {
    let id = of?.parse().ok()?;
    let disagreement = here.book.disagreements.current(id)?;
    Some((id, disagreement, here.book.settlements.current(id)))
}

pub fn settlement(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let (_, disagreement, stands) = settled(of, here)?;
    let mut at = vec![(Field::Date, field::SETTLED), (Field::Text, field::HOW)];
    let mut questions = vec![
        near_date(field::SETTLED, "When was it settled?").asked(),
        text(field::HOW, "How was it settled?").asked(),
    ];
    if stands.is_some() {
        questions.push(why_changed(field::REASON));
        at.push((Field::Reason, field::REASON));
    }
    let filled =
        |it: &Settlement| Filled::default().day(field::SETTLED, Some(it.on)).text(field::HOW, &it.how).0;
    Some(Sheet {
        heading: "How it was settled".to_owned(),
        caption: Some(disagreement.about.label().to_owned()),
        intro: vec![disagreement.views.clone()],
        questions,
        save: "Save",
        done: "How it was settled was recorded".to_owned(),
        back: FamilyPage::leaf(Leaf::Referral),
        filled: stands.map(filled).unwrap_or_default(),
        at: at.into_iter().map(|(field, id)| (field, id.to_owned())).collect(),
    })
}

pub fn read_settlement(
    of: Option<&str>,
    here: &Here<'_>,
    typed: &Fields,
    _fresh: Fresh<'_>,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let Some((id, disagreement, stands)) = settled(of, here) else { return Ok(Vec::new()) };
    let mut form = Reading::of(typed, here);
    let on = form.needed_past(field::SETTLED, "The day", "Enter when it was settled");
    if on.is_some_and(|on| on < disagreement.raised_on) {
        form.missing(field::SETTLED, "The day must be on or after the day it was raised");
    }
    let how = form.needed_text(field::HOW, "Enter how it was settled");
    let reason = form.reason(field::REASON, stands.is_some());
    let (Some(on), true) = (on, form.wrong.is_empty()) else { return Err(form.wrong) };
    let settlement = Settlement { on, how };
    let seen = here.book.settlements.head_ids(id);
    Ok(vec![Way::SettleDisagreement { id, settlement, reason, seen }.into()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::navigation::Sheet as Place;
    use crate::policy::authority::Authority;
    use crate::services::sheets::way::desk::Desk;

    const RAISED: [(&str, &str); 4] = [
        ("disagreement-about", "threshold"),
        ("disagreement-between", "agencies"),
        ("disagreement-views", "The school thinks protection, the team in need"),
        ("disagreement-raised", "2026-11-02"),
    ];

    #[test]
    fn it_is_taken_from_one_to_the_next_and_settled() {
        let mut desk = Desk::new(Authority::Warwickshire);
        for missing in 0..RAISED.len() {
            let mut some = RAISED.to_vec();
            let (id, _) = some.remove(missing);
            assert_eq!(desk.mends(Place::Disagreement, None, &some)[0].0, id);
        }
        desk.fills_in(Place::Disagreement, None, &RAISED);
        let id = desk.sample.book.disagreements.all().next().unwrap().0.to_string();
        let step = |to, on| [("disagreement-step-to", to), ("disagreement-step-on", on)];
        desk.fills_in(Place::Disagreement, Some(&id), &step("team_manager", "2026-11-04"));
        let early = desk.mends(Place::Disagreement, Some(&id), &step("senior_manager", "2026-11-03"));
        assert_eq!(early[0].0, "disagreement-step-on");
        desk.fills_in(Place::Disagreement, Some(&id), &step("senior_manager", "2026-11-06"));
        let (_, value) = desk.sample.book.disagreements.all().next().unwrap();
        let to: Vec<TakenTo> = value.steps.iter().map(|step| step.to).collect();
        assert_eq!(to, [TakenTo::TeamManager, TakenTo::SeniorManager]);
        let late = desk.mends(Place::Disagreement, Some(&id), &[("disagreement-raised", "2026-11-05")]);
        assert_eq!(late[0].0, "disagreement-raised");
        let settled =
            [("disagreement-settled", "2026-11-10"), ("disagreement-how", "Both agreed to review in May")];
        let early = [("disagreement-settled", "2026-11-01"), settled[1]];
        assert_eq!(desk.mends(Place::Settlement, Some(&id), &early)[0].0, "disagreement-settled");
        desk.fills_in(Place::Settlement, Some(&id), &settled);
        assert_eq!(desk.sample.book.settlements.all().count(), 1);
        assert_eq!(desk.mends(Place::Settlement, Some(&id), &settled)[0].0, "disagreement-reason");
    }
}
