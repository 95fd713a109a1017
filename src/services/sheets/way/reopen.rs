//! A workbook is opened again (`domain.md` R90; `ux.md` S35).

use crate::model::choices::Choice;
use crate::model::leaving::ReopenedBecause;
use crate::navigation::{FamilyPage, Leaf};
use crate::services::here::Here;
use crate::services::sheet::{Sheet, near_date, one, text};
use crate::services::sheets::Fresh;
use crate::services::typed::{Fields, Wrong};
use crate::workbook::decide::permission::Act;
use crate::workbook::decide::way::Way;
use crate::workbook::decide::{Command, Field};
use crate::workbook::fact::Whole;

use super::{Reading, answers_of};

/// The ids of the boxes. They stand in drafts, so they stay.
mod field {
    pub const ON: &str = "reopen-on";
    pub const BECAUSE: &str = "reopen-because";
    pub const WHY: &str = "reopen-why";
}

/// For which reasons this practitioner may reopen.
pub fn reasons(here: &Here<'_>) -> Vec<ReopenedBecause> {
    let act = |because: &ReopenedBecause| match because {
        ReopenedBecause::NewReferral => Act::ReopenOnReferral,
        ReopenedBecause::WorkToDo | ReopenedBecause::ClosedByMistake => Act::ReopenWorkbook,
    };
    ReopenedBecause::ALL.iter().copied().filter(|because| here.may(act(because))).collect()
}

pub fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    if of.is_some() || here.book.closed_on().is_none() {
        return None;
    }
    Some(Sheet {
        heading: "Reopen the workbook".to_owned(),
        caption: None,
        intro: vec![
            "What was recorded before stays. What was complete when the family left is asked anew."
                .to_owned(),
        ],
        questions: vec![
            near_date(field::ON, "From which day is it open again?").asked(),
            one(field::BECAUSE, "Why?", answers_of(reasons(here))).asked(),
            text(field::WHY, "What happened?").asked(),
        ],
        save: "Reopen the workbook",
        done: "The workbook is open again".to_owned(),
        back: FamilyPage::leaf(Leaf::Close),
        filled: Fields::new(),
        at: super::super::at([
            (Field::Date, field::ON),
            (Field::Choice, field::BECAUSE),
            (Field::Why, field::WHY),
        ]),
    })
}

pub fn read(
    _of: Option<&str>,
    here: &Here<'_>,
    typed: &Fields,
    _fresh: Fresh<'_>,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let mut form = Reading::of(typed, here);
    let on = form.needed_past(field::ON, "The day", "Enter from which day it is open again");
    if let (Some(day), Some(closed)) = (on, here.book.closed_on())
        && day < closed
    {
        form.missing(field::ON, "The day must be on or after the day on which it was closed");
    }
    let because = form.needed_choice(field::BECAUSE, "Select why it is reopened");
    let why = form.needed_text(field::WHY, "Enter what happened");
    let (Some(on), Some(because), true) = (on, because, form.wrong.is_empty()) else {
        return Err(form.wrong);
    };
    let seen = here.book.closing.head_ids(Whole::Family);
    Ok(vec![Way::Reopen { on, because, why, seen }.into()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::leaving::Closing;
    use crate::model::practitioner::Role;
    use crate::navigation::Sheet as Place;
    use crate::policy::authority::Authority;
    use crate::services::sheets::way::desk::{Desk, closed};

    #[test]
    fn the_referring_team_reopens_on_a_referral_only_and_a_manager_for_any_reason() {
        let open = Desk::new(Authority::Walsall);
        assert!(sheet(None, &open.here()).is_none(), "an open workbook is not reopened");
        let mut desk = closed();
        assert_eq!(reasons(&desk.here()).len(), 3);
        let early =
            [("reopen-on", "2026-11-11"), ("reopen-because", "work_to_do"), ("reopen-why", "More to do")];
        assert_eq!(desk.mends(Place::Reopen, None, &early)[0].0, "reopen-on");
        let mut desk = desk.turned(Role::ReferringTeam);
        assert_eq!(reasons(&desk.here()), [ReopenedBecause::NewReferral]);
        let typed =
            [("reopen-on", "2026-11-20"), ("reopen-because", "new_referral"), ("reopen-why", "A new baby")];
        desk.fills_in(Place::Reopen, None, &typed);
        let stands = desk.sample.book.closing.current(Whole::Family);
        assert!(matches!(stands, Some(Closing::Reopened { because: ReopenedBecause::NewReferral, .. })));
        let desk = closed().turned(Role::RecoveryWorker);
        assert_eq!(reasons(&desk.here()), []);
    }
}
