//! Whether early help is to follow, when the last child in need plan of any child is ending (`domain.md` R85).

use crate::model::ids::StepId;
use crate::model::leaving::EarlyHelp;
use crate::navigation::{FamilyPage, Leaf};
use crate::services::here::Here;
use crate::services::sheet::{Sheet, date, near_date, one, text};
use crate::services::sheets::{Fresh, no_id};
use crate::services::typed::{Fields, Wrong};
use crate::workbook::decide::permission::Act;
use crate::workbook::decide::way::Way;
use crate::workbook::decide::{Command, Field};

use super::{Changed, Filled, NO, Reading, YES, changed, yes_or_no};

/// The ids of the boxes. They stand in drafts, so they stay.
mod field {
    pub const ON: &str = "early-help-on";
    pub const NEEDED: &str = "early-help-needed";
    pub const WHY: &str = "early-help-why";
    pub const TOLD: &str = "early-help-told";
    pub const INVITED: &str = "early-help-invited";
    pub const AGREED: &str = "early-help-agreed";
}

fn stands<'a>(of: Option<&str>, here: &Here<'a>) -> Changed<'a, StepId, EarlyHelp> {
    changed(of, &here.book.early_help)
}

pub fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let stands = stands(of, here)?;
    let mut questions = vec![
        near_date(field::ON, "When was it considered?").asked(),
        one(field::NEEDED, "Is early help to follow?", yes_or_no()).asked(),
        text(field::WHY, "Why, or why not?").asked(),
        date(field::TOLD, "When was the Early Help team told? (optional)")
            .hinted("As early as possible. Needed before it is agreed.")
            .when(field::NEEDED, [YES]),
        date(field::INVITED, "When were they invited to the final meeting? (optional)")
            .when(field::NEEDED, [YES]),
    ];
    if here.may(Act::AgreeEarlyHelp) {
        questions.push(date(field::AGREED, "When did the team manager agree it? (optional)").asked());
    }
    Some(Sheet {
        heading: if stands.is_some() { "Change what was said of early help" } else { "Consider early help" }
            .to_owned(),
        caption: None,
        intro: vec!["The team manager agrees whether early help follows.".to_owned()],
        questions,
        save: "Save early help",
        done: "Early help was recorded".to_owned(),
        back: FamilyPage::leaf(Leaf::Close),
        filled: stands.map(|(_, step)| boxes(step)).unwrap_or_default(),
        at: super::super::at([(Field::Date, field::ON), (Field::Why, field::WHY)]),
    })
}

fn boxes(step: &EarlyHelp) -> Fields {
    Filled::default()
        .day(field::ON, Some(step.considered_on))
        .text(field::NEEDED, if step.needed { YES } else { NO })
        .text(field::WHY, &step.why)
        .day(field::TOLD, step.told_on)
        .day(field::INVITED, step.invited_on)
        .day(field::AGREED, step.agreed_on)
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
    let on = form.needed_past(field::ON, "The day", "Enter when it was considered");
    let needed = form.is(field::NEEDED, YES);
    if !needed && !form.is(field::NEEDED, NO) {
        form.missing(field::NEEDED, "Select whether early help is to follow");
    }
    let why = form.needed_text(field::WHY, "Enter why early help is needed, or why not");
    let (mut told_on, mut invited_on) = (None, None);
    if needed {
        told_on = form.past(field::TOLD, "The day they were told");
        invited_on = form.past(field::INVITED, "The day of the invitation");
    }
    // What a manager agreed is theirs to change.
    let agreed_on = match here.may(Act::AgreeEarlyHelp) {
        true => form.past(field::AGREED, "The day it was agreed"),
        false => stands.and_then(|(_, step)| step.agreed_on),
    };
    if let (Some(on), Some(agreed)) = (on, agreed_on)
        && agreed < on
    {
        let at = if here.may(Act::AgreeEarlyHelp) { field::AGREED } else { field::ON };
        form.missing(at, "It must be agreed on or after the day it was considered");
    }
    if needed && agreed_on.is_some() && told_on.is_none() && form.wrong.is_empty() {
        form.missing(field::TOLD, "Enter when the Early Help team was told");
    }
    let (Some(considered_on), true) = (on, form.wrong.is_empty()) else { return Err(form.wrong) };
    let id = stands.map(|(id, _)| id).or_else(|| fresh().map(StepId::from_bytes));
    let Some(id) = id else { return Err(no_id(field::ON)) };
    let step = EarlyHelp { considered_on, needed, why, told_on, invited_on, agreed_on };
    let seen = here.book.early_help.head_ids(id);
    Ok(vec![Way::ConsiderEarlyHelp { id, step, seen }.into()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::practitioner::Role;
    use crate::navigation::Sheet as Place;
    use crate::policy::authority::Authority;
    use crate::services::sheets::way::desk::Desk;

    const CONSIDERED: [(&str, &str); 3] = [
        ("early-help-on", "2026-11-10"),
        ("early-help-needed", "yes"),
        ("early-help-why", "A parenting group"),
    ];

    #[test]
    fn the_social_worker_considers_and_the_manager_agrees() {
        let mut desk = Desk::new(Authority::Walsall).turned(Role::SocialWorker);
        let asks = |desk: &Desk| {
            desk.form(Place::EarlyHelp, None).questions.iter().any(|it| it.what.id() == Some(field::AGREED))
        };
        assert!(!asks(&desk));
        desk.fills_in(Place::EarlyHelp, None, &CONSIDERED);
        let (id, step) = desk.sample.book.early_help.all().next().unwrap();
        assert_eq!((step.needed, step.agreed_on), (true, None));
        let id = id.to_string();
        let mut desk = desk.turned(Role::TeamManager);
        assert!(asks(&desk));
        let agreed = ("early-help-agreed", "2026-11-12");
        assert_eq!(desk.mends(Place::EarlyHelp, Some(&id), &[agreed])[0].0, "early-help-told");
        let early = ("early-help-agreed", "2026-11-09");
        assert_eq!(desk.mends(Place::EarlyHelp, Some(&id), &[early])[0].0, "early-help-agreed");
        desk.fills_in(Place::EarlyHelp, Some(&id), &[agreed, ("early-help-told", "2026-11-11")]);
        // The social worker goes on with the rest; what was agreed stays.
        let mut desk = desk.turned(Role::SocialWorker);
        desk.fills_in(Place::EarlyHelp, Some(&id), &[("early-help-invited", "2026-11-13")]);
        let (_, step) = desk.sample.book.early_help.all().next().unwrap();
        assert!(step.agreed_on.is_some() && step.invited_on.is_some());
    }

    #[test]
    fn not_needed_asks_for_no_days() {
        let mut desk = Desk::new(Authority::Walsall);
        let typed =
            [CONSIDERED[0], ("early-help-needed", "no"), CONSIDERED[2], ("early-help-told", "2026-11-11")];
        desk.fills_in(Place::EarlyHelp, None, &typed);
        let (_, step) = desk.sample.book.early_help.all().next().unwrap();
        assert_eq!((step.needed, step.told_on), (false, None));
    }
}
