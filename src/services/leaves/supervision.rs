//! The supervisions of a family: the next, and the earlier ones with when they were held and authorised (`ux.md` S17;
//! `domain.md` R46, R53 to R55).

use crate::model::choices::Choice;
use crate::model::dates::day_words;
use crate::model::supervision::Form;
use crate::navigation::{FamilyPage, Leaf as Place, Route, Sheet};
use crate::policy::london::london;
use crate::policy::practice::supervision_form;
use crate::policy::profile::practice::Part as Used;
use crate::services::here::Here;
use crate::services::leaf::{Card, Cell, Leaf, Part, Way};
use crate::services::supervision::{called, is_rated, is_used, may, rag_tag, stage_tag, when};
use crate::services::words::count;
use crate::workbook::decide::permission::Act;
use crate::workbook::round::Meeting;
use crate::workbook::round::meeting::Stage;

pub(super) fn leaf(here: &Here<'_>) -> Leaf {
    let meetings = here.book.meetings();
    let (planned, held): (Vec<_>, Vec<_>) =
        meetings.into_iter().partition(|meeting| meeting.held().is_none());
    let mut parts = Vec::new();
    if is_used(here) {
        parts.extend(how(here));
        if may(here, Act::PlanSupervision) {
            let set = Way::new("Set a date", Route::family(here.book.id, FamilyPage::sheet(Sheet::Meeting)));
            parts.push(Part::Actions { ways: vec![set], primary: planned.is_empty() });
        }
        match planned.is_empty() {
            true => parts.push(Part::Words(
                "No date is set. Once one is, everything before, in and after the meeting is here."
                    .to_owned(),
            )),
            false => {
                parts.push(Part::Heading(if planned.len() == 1 { "Next" } else { "Planned" }.to_owned()))
            }
        }
    } else {
        let words =
            here.profile().part(Used::GroupSupervision).map(|said| said.words.clone()).unwrap_or_default();
        parts.push(Part::Words(format!("Not used here. {words}")));
    }
    parts.extend(planned.iter().filter_map(|meeting| next(here, meeting)));
    if !held.is_empty() {
        parts.push(earlier(here, &held));
        if is_rated(here) {
            let to = Route::family(here.book.id, FamilyPage::leaf(Place::Pictures));
            parts.push(Part::Actions { ways: vec![Way::new("How the ratings moved", to)], primary: false });
        }
    }
    Leaf { heading: called(here), caption: None, back: None, parts }
}

/// How the authority does it: for which families, and that it is moved and never cancelled.
fn how(here: &Here<'_>) -> Vec<Part> {
    let practice = &here.profile().practice;
    let mut parts = Vec::new();
    if practice.rearranging.never_cancelled {
        parts.push(Part::Words("A supervision is never cancelled, only rearranged.".to_owned()));
    }
    if supervision_form(here.profile(), here.book, here.today) == Form::OneToOne {
        parts.push(Part::Aside(practice.supervised.words.clone()));
    }
    parts
}

fn next(here: &Here<'_>, meeting: &Meeting<'_>) -> Option<Part> {
    let plan = meeting.plan()?;
    let page = |page| Route::family(here.book.id, page);
    let mut ways = vec![Way::new("Prepare", page(FamilyPage::leaf_of(Place::Meeting, meeting.id)))];
    if may(here, Act::RearrangeSupervision) {
        ways.push(Way::new("Rearrange", page(FamilyPage::sheet_of(Sheet::Rearrange, meeting.id))));
    }
    let mut facts = vec![("Kind".to_owned(), plan.form.label().to_owned())];
    if !plan.place.trim().is_empty() {
        facts.push(("Where".to_owned(), plan.place.clone()));
    }
    if !plan.moved.is_empty() {
        facts.push(("Rearranged".to_owned(), count(plan.moved.len(), "time", "times")));
    }
    Some(Part::Card(Card { title: when(plan), tag: Some(stage_tag(&meeting.stage())), facts, ways }))
}

/// Those that were held, newest first: what managers look at (R55).
fn earlier(here: &Here<'_>, held: &[Meeting<'_>]) -> Part {
    let rated = is_rated(here);
    let mut columns = vec!["Held"];
    if rated {
        columns.push("Agreed rating");
    }
    columns.extend(["Submitted", "Authorised"]);
    let row = |meeting: &Meeting<'_>| {
        let day = meeting.day().map(day_words).unwrap_or_default();
        let page = Route::family(here.book.id, FamilyPage::leaf_of(Place::Meeting, meeting.id));
        let mut cells = vec![Cell::Link(day, "supervision".to_owned(), page)];
        if rated {
            cells.push(match meeting.agreed() {
                Some(agreed) => Cell::Tag(rag_tag(agreed.level)),
                None => Cell::Words("None".to_owned()),
            });
        }
        let submitted = meeting.first_submitted().map(crate::services::clock::date_words);
        cells.push(Cell::Words(submitted.unwrap_or_else(|| "Not yet".to_owned())));
        cells.push(match meeting.stage() {
            Stage::Authorised { at, .. } => Cell::Words(day_words(london(at).date())),
            other => Cell::Tag(stage_tag(&other)),
        });
        cells
    };
    Part::Table {
        caption: "Earlier".to_owned(),
        columns: columns.into_iter().map(str::to_owned).collect(),
        rows: held.iter().rev().map(row).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::authority::Authority;
    use crate::policy::profile::history::ProfileHistory;
    use crate::services::sample::Sample;
    use crate::services::supervision::tests::{ADMINISTRATOR, MANAGER, as_worker, authorised, planned};

    fn said(sample: &Sample, number: u8) -> String {
        as_worker(sample, number, |here| format!("{:?}", leaf(here).parts))
    }

    #[test]
    fn without_a_date_one_is_offered_and_nothing_is_ever_cancelled() {
        let sample = Sample::new();
        assert!(said(&sample, ADMINISTRATOR).contains("Set a date"));
        for sample in [Sample::new(), planned(), authorised()] {
            assert!(!said(&sample, MANAGER).contains("\"Cancel"));
        }
    }

    #[test]
    fn moving_is_offered_to_whoever_may_move_it() {
        let sample = planned();
        assert!(said(&sample, MANAGER).contains("Rearrange"));
        assert!(!said(&sample, ADMINISTRATOR).contains("Rearrange"));
    }

    #[test]
    fn earlier_ones_say_when_they_were_held_and_authorised() {
        let said = said(&authorised(), MANAGER);
        assert!(said.contains("21 November 2026") && said.contains("1 January 1970"), "{said}");
    }

    #[test]
    fn where_it_is_not_used_the_page_says_so_and_offers_no_date() {
        let sample = Sample::new();
        let history = ProfileHistory::new(Authority::Warwickshire.profile().clone());
        as_worker(&sample, ADMINISTRATOR, |here| {
            let said = format!("{:?}", leaf(&Here { history: &history, ..*here }).parts);
            assert!(said.contains("Not used here") && !said.contains("Set a date"), "{said}");
        });
    }
}
