//! What the social worker writes when a family leaves (`domain.md` R88, R89).

use crate::model::leaving::ClosureSummary;
use crate::navigation::{FamilyPage, Leaf};
use crate::services::here::Here;
use crate::services::sheet::{Sheet, What, near_date, text};
use crate::services::sheets::Fresh;
use crate::services::typed::{Fields, Wrong};
use crate::workbook::decide::way::Way;
use crate::workbook::decide::{Command, Field};
use crate::workbook::fact::Whole;

use super::{Filled, Reading};

/// The ids of the boxes. They stand in drafts, so they stay.
mod field {
    pub const ON: &str = "closure-on";
    pub const SUMMARY: &str = "closure-words";
    pub const WHY: &str = "closure-why";
    pub const FAMILY: &str = "closure-family";
    pub const AGENCIES: &str = "closure-agencies";
}

pub fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    if of.is_some() {
        return None;
    }
    let stands = here.book.closure_summary.current(Whole::Family);
    // What was written when the family left before is no beginning for this time.
    let since = here.book.reopened_on();
    let stands = stands.filter(|it| since.is_none_or(|since| it.written_on >= since));
    Some(Sheet {
        heading: "Closure summary".to_owned(),
        caption: None,
        intro: vec!["The family may read it, and somebody who knows nothing of them yet.".to_owned()],
        questions: vec![
            near_date(field::ON, "When was it written?").asked(),
            What::Text {
                id: field::SUMMARY.to_owned(),
                label: "What was the work, and what has changed?".to_owned(),
                hint: Some("Begin with what is going well now.".to_owned()),
                rows: 8,
            }
            .asked(),
            text(field::WHY, "Why does the work end?").asked(),
            text(field::FAMILY, "What do the family and each child think? (optional)").asked(),
            text(field::AGENCIES, "What do the other agencies think? (optional)")
                .hinted("An agency that is unhappy with closing is named here, with its reasons.")
                .asked(),
        ],
        save: "Save closure summary",
        done: "The closure summary was recorded".to_owned(),
        back: FamilyPage::leaf(Leaf::Close),
        filled: stands.map(boxes).unwrap_or_default(),
        at: super::super::at([
            (Field::Date, field::ON),
            (Field::Text, field::SUMMARY),
            (Field::Why, field::WHY),
        ]),
    })
}

fn boxes(summary: &ClosureSummary) -> Fields {
    Filled::default()
        .day(field::ON, Some(summary.written_on))
        .text(field::SUMMARY, &summary.summary)
        .text(field::WHY, &summary.why)
        .text(field::FAMILY, &summary.family_view)
        .text(field::AGENCIES, &summary.agencies_view)
        .0
}

pub fn read(
    _of: Option<&str>,
    here: &Here<'_>,
    typed: &Fields,
    _fresh: Fresh<'_>,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let mut form = Reading::of(typed, here);
    let on = form.needed_past(field::ON, "The day", "Enter when it was written");
    let summary = form.needed_text(field::SUMMARY, "Enter a summary of the work");
    let why = form.needed_text(field::WHY, "Enter why the work ends");
    let (Some(written_on), true) = (on, form.wrong.is_empty()) else { return Err(form.wrong) };
    let (family_view, agencies_view) = (form.text(field::FAMILY), form.text(field::AGENCIES));
    let summary = ClosureSummary { written_on, summary, why, family_view, agencies_view };
    let seen = here.book.closure_summary.head_ids(Whole::Family);
    Ok(vec![Way::WriteClosureSummary { summary, seen }.into()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::practitioner::Role;
    use crate::navigation::Sheet as Place;
    use crate::policy::authority::Authority;
    use crate::services::sheets::way::desk::Desk;

    #[test]
    fn the_social_worker_writes_it_and_goes_on_with_it() {
        let mut desk = Desk::new(Authority::Warwickshire).turned(Role::SocialWorker);
        let typed =
            [("closure-on", "2026-11-20"), ("closure-words", "A calm home"), ("closure-why", "Goals met")];
        for missing in 0..typed.len() {
            let mut some = typed.to_vec();
            let (id, _) = some.remove(missing);
            assert_eq!(desk.mends(Place::ClosureSummary, None, &some)[0].0, id);
        }
        desk.fills_in(Place::ClosureSummary, None, &typed);
        desk.fills_in(Place::ClosureSummary, None, &[("closure-agencies", "The school is content")]);
        let summary = desk.sample.book.closure_summary.current(Whole::Family).unwrap();
        assert_eq!(
            (summary.summary.as_str(), summary.agencies_view.as_str()),
            ("A calm home", "The school is content")
        );
    }
}
