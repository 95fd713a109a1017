//! Whether the family has no recourse to public funds, and what was agreed (`domain.md` R6, R80).

use crate::model::no_recourse::NoRecourse;
use crate::navigation::{FamilyPage, Leaf};
use crate::services::here::Here;
use crate::services::sheet::{Sheet, date, one, text};
use crate::services::sheets::Fresh;
use crate::services::typed::{Fields, Wrong};
use crate::workbook::decide::way::Way;
use crate::workbook::decide::{Command, Field};
use crate::workbook::fact::Whole;

use super::{Filled, NO, Reading, YES, yes_or_no};

/// The ids of the boxes. They stand in drafts, so they stay.
mod field {
    pub const APPLIES: &str = "funds-applies";
    pub const SINCE: &str = "funds-since";
    pub const AGREED: &str = "funds-agreed";
    pub const SUPPORT: &str = "funds-support";
    pub const WORK: &str = "funds-work";
    pub const REVIEWED: &str = "funds-reviewed";
    pub const WORDS: &str = "funds-words";
}

pub fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    if of.is_some() {
        return None;
    }
    let stands = here.book.no_recourse.current(Whole::Family);
    Some(Sheet {
        heading: "No recourse to public funds".to_owned(),
        caption: None,
        intro: vec![
            "For such a family the social worker leads, and the plan says how the family lives.".to_owned(),
        ],
        questions: vec![
            one(field::APPLIES, "Is the family without recourse to public funds?", yes_or_no()).asked(),
            date(field::SINCE, "Since when? (optional)").when(field::APPLIES, [YES]),
            date(field::AGREED, "When was the plan agreed? (optional)")
                .hinted("Before transfer, by the referring team.")
                .when(field::APPLIES, [YES]),
            text(field::SUPPORT, "What financial support does the plan say?")
                .hinted("Needed once the plan is agreed.")
                .when(field::APPLIES, [YES]),
            text(field::WORK, "What work was a family support worker asked for? (optional)")
                .when(field::APPLIES, [YES]),
            date(field::REVIEWED, "When was it last reviewed? (optional)").asked(),
            text(field::WORDS, "Anything else (optional)").asked(),
        ],
        save: "Save",
        done: "It was recorded".to_owned(),
        back: FamilyPage::leaf(Leaf::Referral),
        filled: stands.map(boxes).unwrap_or_default(),
        at: super::super::at([(Field::Date, field::REVIEWED), (Field::Text, field::SUPPORT)]),
    })
}

fn boxes(value: &NoRecourse) -> Fields {
    Filled::default()
        .text(field::APPLIES, if value.applies { YES } else { NO })
        .day(field::SINCE, value.since)
        .day(field::AGREED, value.plan_agreed_on)
        .text(field::SUPPORT, &value.financial_support)
        .text(field::WORK, &value.support_work)
        .day(field::REVIEWED, value.reviewed_on)
        .text(field::WORDS, &value.words)
        .0
}

pub fn read(
    _of: Option<&str>,
    here: &Here<'_>,
    typed: &Fields,
    _fresh: Fresh<'_>,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let mut form = Reading::of(typed, here);
    let applies = form.is(field::APPLIES, YES);
    if !applies && !form.is(field::APPLIES, NO) {
        form.missing(field::APPLIES, "Select whether the family is without recourse to public funds");
    }
    // What was agreed while it applied stays when it applies no more.
    let since = form.past(field::SINCE, "The day");
    let plan_agreed_on = form.past(field::AGREED, "The day it was agreed");
    if applies && plan_agreed_on.is_some() {
        form.needed_text(field::SUPPORT, "Enter the financial support in the plan");
    }
    let reviewed_on = form.past(field::REVIEWED, "The day of the review");
    if let (Some(agreed), Some(reviewed)) = (plan_agreed_on, reviewed_on)
        && reviewed < agreed
    {
        form.missing(field::REVIEWED, "The review must be on or after the day the plan was agreed");
    }
    if !form.wrong.is_empty() {
        return Err(form.wrong);
    }
    let no_recourse = NoRecourse {
        applies,
        since,
        plan_agreed_on,
        financial_support: form.text(field::SUPPORT),
        support_work: form.text(field::WORK),
        reviewed_on,
        words: form.text(field::WORDS),
    };
    let seen = here.book.no_recourse.head_ids(Whole::Family);
    Ok(vec![Way::RecordNoRecourse { no_recourse, seen }.into()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::navigation::Sheet as Place;
    use crate::policy::authority::Authority;
    use crate::services::sheets::way::desk::Desk;
    use crate::workbook::arrival::EntryGap;

    #[test]
    fn a_plan_that_is_agreed_says_the_support_and_closes_the_gap() {
        let mut desk = Desk::new(Authority::Walsall);
        desk.fills_in(Place::Referral, None, &[("referral-on", "2026-11-02")]);
        let gap = |desk: &Desk| {
            desk.sample.book.entry_gaps(&desk.here().rules()).contains(&EntryGap::FinancialSupport)
        };
        desk.fills_in(Place::NoPublicFunds, None, &[("funds-applies", "yes")]);
        assert!(gap(&desk));
        let agreed = [("funds-agreed", "2026-11-01")];
        assert_eq!(desk.mends(Place::NoPublicFunds, None, &agreed)[0].0, "funds-support");
        let early = [agreed[0], ("funds-support", "Rent and food"), ("funds-reviewed", "2026-10-30")];
        assert_eq!(desk.mends(Place::NoPublicFunds, None, &early)[0].0, "funds-reviewed");
        desk.fills_in(Place::NoPublicFunds, None, &early[..2]);
        assert!(!gap(&desk));
        desk.fills_in(Place::NoPublicFunds, None, &[("funds-applies", "no")]);
        let stands = desk.sample.book.no_recourse.current(Whole::Family).unwrap();
        assert!(!stands.applies && stands.financial_support == "Rent and food");
    }
}
