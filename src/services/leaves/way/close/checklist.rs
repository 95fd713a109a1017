//! What is done and what is not, by what it is about: what keeps the workbook open first (`ux.md` S35).

use crate::navigation::{FamilyPage, Leaf as Place, Route};
use crate::policy::profile::practice::Part as Use;
use crate::services::here::Here;
use crate::services::leaf::{Row, Tag, Tone};
use crate::services::sheets::way::close::keeps_open;
use crate::workbook::casework::Unfinished;

/// What every family has to have; of the rest there may be none.
const ALWAYS: [&str; 3] = ["Work with everyone in the workflow", "Consent", "Closure summary"];

/// One line of the checklist: what it is called, where it is done, and whether it is about this.
type Item = (&'static str, Option<FamilyPage>, fn(&Unfinished) -> bool);

fn items(here: &Here<'_>) -> Vec<Item> {
    let page = |leaf| Some(FamilyPage::leaf(leaf));
    let profile = here.profile();
    let supervision = profile.uses(Use::GroupSupervision);
    let mut items: Vec<Item> = vec![
        ("Work with everyone in the workflow", None, |it| matches!(it, Unfinished::Casework(_))),
        ("Plans, orders and care of the children", page(Place::Thresholds), |it| {
            matches!(it, Unfinished::Status(_))
        }),
        ("Care proceedings", None, |it| matches!(it, Unfinished::Proceedings(_))),
        ("Alerts from outside", page(Place::Referral), |it| matches!(it, Unfinished::Alert(_))),
        ("Thresholds", page(Place::Thresholds), |it| matches!(it, Unfinished::Recommendation(_))),
        ("Disagreements", page(Place::Referral), |it| matches!(it, Unfinished::Disagreement(_))),
        ("Actions", page(if supervision { Place::Supervision } else { Place::Plans }), |it| {
            matches!(it, Unfinished::Actions(_))
        }),
        ("Early help", None, |it| matches!(it, Unfinished::EarlyHelp | Unfinished::EarlyHelpToAgree(_))),
        ("Consent", page(Place::Consent), |it| matches!(it, Unfinished::Consent)),
        ("Closure summary", None, |it| matches!(it, Unfinished::ClosureSummary)),
        ("Decisions between two versions", Some(FamilyPage::Overview), |it| {
            matches!(it, Unfinished::TwoVersions(_))
        }),
    ];
    if supervision {
        items.push(("Supervision and its record", page(Place::Supervision), |it| {
            matches!(it, Unfinished::Supervision(_) | Unfinished::PlannedSupervision(_))
        }));
    }
    if profile.uses(Use::AdultSpecialists) {
        items.push(("Requests for a specialist", page(Place::Supervision), |it| {
            matches!(it, Unfinished::SpecialistRequest(_))
        }));
    }
    if profile.uses(Use::Modules) {
        items.push(("Modules", Some(FamilyPage::Programme), |it| matches!(it, Unfinished::Modules(_))));
    }
    if here.rules().step_down_support {
        items.push(("Support after the plan", None, |it| matches!(it, Unfinished::StepDown(_))));
    }
    items
}

/// Each item, with what of it is open: what keeps the workbook open first, then what needs a reason, then what is
/// done.
pub(super) fn checklist(here: &Here<'_>) -> Vec<Row> {
    let open = here.book.casework_open();
    let keeping = keeps_open(here);
    let mut rows: Vec<(u8, Row)> = Vec::new();
    let mut left = open.clone();
    let mut add = |words: &str, to: Option<FamilyPage>, own: &[Unfinished]| {
        let (order, tag) = match (own.is_empty(), own.iter().any(|it| keeping.contains(it))) {
            (true, _) if ALWAYS.contains(&words) => (2, Tag::new("Done", Tone::Good)),
            (true, _) => (2, Tag::new("Nothing open", Tone::Plain)),
            (false, true) => (0, Tag::new("Keeps it open", Tone::Late)),
            (false, false) => (1, Tag::new("Needs a reason", Tone::Attention)),
        };
        let more = own.iter().map(|it| format!("{}.", here.book.unfinished_words(*it))).collect();
        let to = to.filter(|_| !own.is_empty()).map(|page| Route::family(here.book.id, page));
        rows.push((order, Row { to, more, tag: Some(tag), ..Row::new(words) }));
    };
    for (words, page, is_own) in items(here) {
        let own: Vec<Unfinished> = open.iter().copied().filter(is_own).collect();
        left.retain(|it| !is_own(it));
        add(words, page, &own);
    }
    // What this authority does not use may be open all the same, in a family that came from another.
    if !left.is_empty() {
        add("Also", None, &left);
    }
    rows.sort_by_key(|(order, _)| *order);
    rows.into_iter().map(|(_, row)| row).collect()
}
