//! What the referring team has done before the family is transferred (`domain.md` R17).

use crate::model::choices::Choice;
use crate::model::entry_to_team::{CheckItem, Checked, Checklist};
use crate::model::ids::ReferralId;
use crate::navigation::{FamilyPage, Leaf};
use crate::services::here::Here;
use crate::services::sheet::{Answer, Question, Sheet, What, date, line, one};
use crate::services::sheets::Fresh;
use crate::services::typed::{Fields, Wrong};
use crate::workbook::decide::Command;
use crate::workbook::decide::way::Way;

use super::{Filled, Reading};

const DONE: &str = "done";
const NOT_REQUIRED: &str = "not_required";
const NOT_YET: &str = "not_yet";

/// The boxes about one item.
fn field(item: CheckItem, part: &str) -> String {
    format!("check-{part}-{}", item.code().replace('_', "-"))
}

/// The assessment is recorded once, with the referral.
fn items() -> impl Iterator<Item = CheckItem> {
    CheckItem::ALL.iter().copied().filter(|item| *item != CheckItem::Assessment)
}

/// The referral that it belongs to: that of the address, or else the one of now. An authority with a transfer pack
/// has that instead.
pub(super) fn referral(of: Option<&str>, here: &Here<'_>) -> Option<ReferralId> {
    match of {
        None => here.book.referral_now().map(|(id, _)| id),
        Some(of) => of.parse().ok().filter(|id| here.book.referrals.current(*id).is_some()),
    }
}

fn own_referral(of: Option<&str>, here: &Here<'_>) -> Option<ReferralId> {
    if here.rules().transfer_pack { None } else { referral(of, here) }
}

pub fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let id = own_referral(of, here)?;
    let stands = here.book.checklists.current(id);
    Some(Sheet {
        heading: "Before transfer".to_owned(),
        caption: None,
        intro: vec![
            "What the referring team has done. The child and family assessment is recorded with the referral."
                .to_owned(),
        ],
        questions: items().flat_map(about).collect(),
        save: "Save checklist",
        done: "The checklist was recorded".to_owned(),
        back: FamilyPage::leaf(Leaf::Referral),
        filled: stands.map_or_else(Fields::new, boxes),
        at: Vec::new(),
    })
}

fn about(item: CheckItem) -> Vec<Question> {
    let state = field(item, "state");
    let mut answers = vec![Answer::new(DONE, "Done"), Answer::new(NOT_YET, "Not yet")];
    if item.only_if_required() {
        answers.insert(1, Answer::new(NOT_REQUIRED, "Not required"));
    }
    let mut questions = vec![
        What::Heading(item.label().to_owned()).asked(),
        one(state.clone(), "Where does it stand?", answers).asked(),
        date(field(item, "on"), "When? (optional)").when(state.clone(), [DONE]),
        line(field(item, "note"), "Which, what was decided, or where it is (optional)")
            .when(state.clone(), [DONE]),
    ];
    if item.only_if_required() {
        questions.push(line(field(item, "why"), "Why is it not required?").when(state, [NOT_REQUIRED]));
    }
    questions
}

fn boxes(checklist: &Checklist) -> Fields {
    items()
        .fold(Filled::default(), |filled, item| match checklist.items.get(&item) {
            None => filled.text(field(item, "state"), NOT_YET),
            Some(Checked::Done { on, note }) => filled
                .text(field(item, "state"), DONE)
                .day(&field(item, "on"), *on)
                .text(field(item, "note"), note),
            Some(Checked::NotRequired { why }) => {
                filled.text(field(item, "state"), NOT_REQUIRED).text(field(item, "why"), why)
            }
        })
        .0
}

pub fn read(
    of: Option<&str>,
    here: &Here<'_>,
    typed: &Fields,
    _fresh: Fresh<'_>,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let Some(id) = own_referral(of, here) else { return Ok(Vec::new()) };
    let mut form = Reading::of(typed, here);
    let mut checklist = here.book.checklists.current(id).cloned().unwrap_or_default();
    checklist.items.retain(|item, _| *item == CheckItem::Assessment);
    for item in items() {
        match form.text(&field(item, "state")).as_str() {
            DONE => {
                let on = form.past(&field(item, "on"), "The day");
                checklist.items.insert(item, Checked::Done { on, note: form.text(&field(item, "note")) });
            }
            NOT_REQUIRED if item.only_if_required() => {
                let why = form.needed_text(&field(item, "why"), "Enter why it is not required");
                checklist.items.insert(item, Checked::NotRequired { why });
            }
            NOT_YET => {}
            _ => form.missing(field(item, "state"), "Select where it stands"),
        }
    }
    if !form.wrong.is_empty() {
        return Err(form.wrong);
    }
    let seen = here.book.checklists.head_ids(id);
    Ok(vec![Way::RecordChecklist { id, checklist, seen }.into()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::navigation::Sheet as Place;
    use crate::policy::authority::Authority;
    use crate::services::sheets::way::desk::Desk;
    use crate::workbook::arrival::EntryGap;

    #[test]
    fn what_is_done_is_ticked_off_and_what_is_not_stays_missing() {
        let mut desk = Desk::new(Authority::Walsall);
        assert!(sheet(None, &desk.here()).is_none(), "there is no referral yet");
        desk.fills_in(Place::Referral, None, &[("referral-on", "2026-11-02")]);
        assert_eq!(desk.mends(Place::Checklist, None, &[]).len(), 4);
        let typed = [
            ("check-state-threshold-decision", "done"),
            ("check-on-threshold-decision", "2026-11-01"),
            ("check-state-strategy-meeting", "not_required"),
            ("check-state-section-47", "not_yet"),
            ("check-state-plan", "done"),
            ("check-note-plan", "Child in need plan of October"),
        ];
        let wrong = desk.mends(Place::Checklist, None, &typed);
        assert_eq!(
            wrong,
            [("check-why-strategy-meeting".to_owned(), "Enter why it is not required".to_owned())]
        );
        let why = ("check-why-strategy-meeting", "Nobody was hurt");
        desk.fills_in(Place::Checklist, None, &[typed.to_vec(), vec![why]].concat());
        let gaps = desk.sample.book.entry_gaps(&desk.here().rules());
        let items: Vec<_> = gaps.into_iter().filter(|gap| matches!(gap, EntryGap::Item(_))).collect();
        assert_eq!(items, [EntryGap::Item(CheckItem::Section47)]);
        let done = [("check-state-section-47", "done"), ("check-on-section-47", "2026-11-30")];
        assert_eq!(desk.mends(Place::Checklist, None, &done)[0].0, "check-on-section-47");
        assert_eq!(
            desk.form(Place::Checklist, None).filled["check-note-plan"],
            "Child in need plan of October"
        );
    }

    #[test]
    fn where_there_is_a_transfer_pack_there_is_no_checklist() {
        let mut desk = Desk::new(Authority::Warwickshire);
        desk.fills_in(Place::Referral, None, &[("referral-on", "2026-11-02")]);
        assert!(sheet(None, &desk.here()).is_none());
    }
}
