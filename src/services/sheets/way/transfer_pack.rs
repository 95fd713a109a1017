//! What comes with a family that is transferred, where the authority has a transfer pack (`domain.md` R18).

use crate::model::choices::Choice;
use crate::model::entry_to_team::{Origin, PackItem, TransferPack};
use crate::model::ids::ReferralId;
use crate::navigation::{FamilyPage, Leaf};
use crate::services::here::Here;
use crate::services::sheet::{Sheet, date, line, many, one, tick};
use crate::services::sheets::{Fresh, answers};
use crate::services::typed::{Fields, Wrong};
use crate::workbook::decide::way::Way;
use crate::workbook::decide::{Command, Field};

use super::{Filled, Reading, YES};

/// The ids of the boxes. They stand in drafts, so they stay.
mod field {
    use crate::model::choices::Choice;
    use crate::model::entry_to_team::PackItem;

    pub const ORIGIN: &str = "pack-origin";
    pub const RECENT: &str = "pack-recent";
    pub const DOCUMENTS: &str = "pack-documents";
    pub const ENDORSED_BY: &str = "pack-endorsed-by";
    pub const ENDORSED: &str = "pack-endorsed";
    pub const LISTED: &str = "pack-listed";

    /// What one document says, or where it is.
    pub fn document(item: PackItem) -> String {
        format!("pack-document-{}", item.code().replace('_', "-"))
    }
}

/// The referral that a pack belongs to, where there are packs.
pub(super) fn referral(of: Option<&str>, here: &Here<'_>) -> Option<ReferralId> {
    if here.rules().transfer_pack { super::checklist::referral(of, here) } else { None }
}

pub fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let id = referral(of, here)?;
    let mut questions = vec![
        one(field::ORIGIN, "Where does the family come from?", answers::<Origin>()).asked(),
        tick(field::RECENT, "There is a recent single assessment").asked(),
        many(field::DOCUMENTS, "Which documents are there?", answers::<PackItem>()).asked(),
    ];
    questions.extend(PackItem::ALL.iter().map(|item| {
        line(
            field::document(*item),
            format!("{}: where is it, or what does it say? (optional)", item.label()),
        )
        .when(field::DOCUMENTS, [item.code()])
    }));
    questions.extend([
        line(field::ENDORSED_BY, "Which manager of the referring team endorsed the plan? (optional)").asked(),
        date(field::ENDORSED, "When? (optional)").asked(),
        date(field::LISTED, "When were the children put on the transfer list? (optional)").asked(),
    ]);
    Some(Sheet {
        heading: "Transfer pack".to_owned(),
        caption: None,
        intro: vec![
            "What is missing is shown beside the referral, and asked when the transfer is decided."
                .to_owned(),
        ],
        questions,
        save: "Save transfer pack",
        done: "The transfer pack was recorded".to_owned(),
        back: FamilyPage::leaf(Leaf::Referral),
        filled: here.book.packs.current(id).map(boxes).unwrap_or_default(),
        at: super::super::at([(Field::Date, field::LISTED)]),
    })
}

fn boxes(pack: &TransferPack) -> Fields {
    let filled = Filled::default()
        .choice(field::ORIGIN, pack.origin)
        .tick(field::RECENT, pack.recent_assessment)
        .many(field::DOCUMENTS, pack.documents.keys().map(|item| item.code()))
        .text(field::ENDORSED_BY, &pack.endorsed_by)
        .day(field::ENDORSED, pack.endorsed_on)
        .day(field::LISTED, pack.listed_on);
    pack.documents.iter().fold(filled, |filled, (item, words)| filled.text(field::document(*item), words)).0
}

pub fn read(
    of: Option<&str>,
    here: &Here<'_>,
    typed: &Fields,
    _fresh: Fresh<'_>,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let Some(id) = referral(of, here) else { return Ok(Vec::new()) };
    let mut form = Reading::of(typed, here);
    let origin = form.needed_choice(field::ORIGIN, "Select where the family comes from");
    let endorsed_on = form.past(field::ENDORSED, "The day it was endorsed");
    let listed_on = form.past(field::LISTED, "The day on the list");
    let (Some(origin), true) = (origin, form.wrong.is_empty()) else { return Err(form.wrong) };
    let documents = form.boxes.lines(field::DOCUMENTS).into_iter().filter_map(PackItem::from_code);
    let pack = TransferPack {
        origin,
        recent_assessment: form.is(field::RECENT, YES),
        documents: documents.map(|item| (item, form.text(&field::document(item)))).collect(),
        endorsed_by: form.text(field::ENDORSED_BY),
        endorsed_on,
        listed_on,
    };
    let seen = here.book.packs.head_ids(id);
    Ok(vec![Way::RecordPack { id, pack, seen }.into()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::navigation::Sheet as Place;
    use crate::policy::authority::Authority;
    use crate::services::sheets::way::desk::Desk;
    use crate::workbook::arrival::EntryGap;

    #[test]
    fn the_pack_says_what_is_there_and_the_rest_is_missing() {
        let mut desk = Desk::new(Authority::Warwickshire);
        assert!(sheet(None, &desk.here()).is_none(), "there is no referral yet");
        desk.fills_in(Place::Referral, None, &[("referral-on", "2026-11-02")]);
        assert_eq!(desk.mends(Place::TransferPack, None, &[])[0].0, "pack-origin");
        let typed = [
            ("pack-origin", "initial_response"),
            ("pack-documents", "plan_with_family"),
            ("pack-document-plan-with-family", "On the child’s file"),
            ("pack-listed", "2026-11-03"),
        ];
        desk.fills_in(Place::TransferPack, None, &typed);
        let gaps = desk.sample.book.entry_gaps(&desk.here().rules());
        assert!(gaps.contains(&EntryGap::Endorsement) && !gaps.contains(&EntryGap::Listed));
        assert!(!gaps.contains(&EntryGap::Document(PackItem::PlanWithFamily)));
        desk.fills_in(
            Place::TransferPack,
            None,
            &[("pack-endorsed-by", "Bea Hall"), ("pack-endorsed", "2026-11-01")],
        );
        let (_, pack) = desk.sample.book.packs.all().next().unwrap();
        assert_eq!(
            pack.documents.get(&PackItem::PlanWithFamily).map(String::as_str),
            Some("On the child’s file")
        );
        assert!(!desk.sample.book.entry_gaps(&desk.here().rules()).contains(&EntryGap::Endorsement));
    }

    #[test]
    fn where_there_is_no_pack_there_is_no_form() {
        let mut desk = Desk::new(Authority::WestSussex);
        desk.fills_in(Place::Referral, None, &[("referral-on", "2026-11-02")]);
        assert!(sheet(None, &desk.here()).is_none());
    }
}
