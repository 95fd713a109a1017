//! The case summary as one page for somebody who must decide tonight, such as the out-of-hours team (`domain.md` R37).

use chrono::Months;

use crate::model::dates::day_words;
use crate::navigation::{FamilyPage, Leaf, Sheet};
use crate::policy::profile::practice::Part as Used;
use crate::reports::Block;
use crate::workbook::versioned::Versioned;

use super::blocks::{all_labelled, labelled, wrote};
use super::family;
use super::sheaf::Sheaf;

/// It is renewed at least every three months (WSX appendix 6).
const RENEWED: Months = Months::new(3);
/// More words than about this many do not stand on one page.
const ONE_PAGE: usize = 600;
/// Of a worker: the name and the role.
const IN_SHORT: usize = 2;

pub(super) fn gather(sheaf: &mut Sheaf<'_>) {
    let here = sheaf.here;
    let thing = here.book.case_summary();
    let summary = thing.and_then(Versioned::current);
    let page = match here.profile().uses(Used::CaseSummary) {
        true => FamilyPage::sheet(Sheet::CaseSummary),
        false => FamilyPage::leaf(Leaf::Summaries),
    };
    match summary {
        None => sheaf.needs("The case summary is not written yet", page),
        Some(it) if it.as_of.checked_add_months(RENEWED).is_some_and(|until| until < here.today) => {
            sheaf.needs(format!("The case summary is as of {}: renew it", day_words(it.as_of)), page);
        }
        Some(_) => {}
    }
    sheaf.begin("What presses");
    sheaf.extend(family::separations(&here));
    sheaf.extend(summary.map(|it| labelled("What happened lately", &it.critical)).into_iter().flatten());
    sheaf.extend(family::protected(&here));
    sheaf.begin("Who is who");
    sheaf.extend(family::people_in_short(&here));
    sheaf.begin("Case summary");
    if let (Some(thing), Some(it)) = (thing, summary) {
        let children = here.book.children().into_iter();
        let views = children.filter_map(|(child, _)| {
            Some((format!("{}’s view", here.book.name_of(child)), it.childrens_views.get(&child)?.clone()))
        });
        sheaf.extend(all_labelled(views));
        let said = [
            ("Background and key issues", &it.background),
            ("Current plan", &it.current_plan),
            ("Safety plan", &it.safety_plan),
            ("If it does not work", &it.contingency_plan),
            ("Key contacts and essential information", &it.contacts),
        ];
        sheaf.extend(all_labelled(said.map(|(name, words)| (name.to_owned(), words.clone()))));
        sheaf.put(Block::Aside(format!("Right as of {}.", day_words(it.as_of))));
        sheaf.put(wrote(&here, thing));
    }
    sheaf.begin("Who works with the family");
    sheaf.extend(family::team(&here).into_iter().map(in_short));
    let words = sheaf.words();
    if words > ONE_PAGE {
        sheaf.cautions.push(format!(
            "This has {words} words, which may be more than one page holds. Leave a section out, or say the case summary in \
             short."
        ));
    }
}

/// A table in a few lines, so that all of it stands on one page: what comes first of each row.
fn in_short(block: Block) -> Block {
    let Block::Table(table) = block else { return block };
    let row = |row: Vec<String>| row.into_iter().take(IN_SHORT).collect::<Vec<_>>().join(", ");
    let rows: Vec<String> = table.rows.into_iter().map(row).collect();
    Block::Paragraph(format!("{}.", rows.join("; ")))
}
