//! When the work goes to somebody else or ends: the transfer summary (WAR 8; `domain.md` R93) and the closure summary
//! (WAR 16, 17.3; R88, R89).

use crate::model::choices::Choice;
use crate::model::dates::day_words;
use crate::model::entry::ModuleStatus;
use crate::model::ids::PersonId;
use crate::model::leaving::Closing;
use crate::model::module::ModuleId;
use crate::model::sharing::Piece;
use crate::navigation::{FamilyPage, Leaf, Sheet};
use crate::programme;
use crate::reports::Block;
use crate::services::here::Here;
use crate::services::leaves::due::{Bucket, rows};
use crate::services::leaves::standing;
use crate::workbook::fact::Whole;

use super::blocks::{actions_table, all_labelled, item, labelled, table, wrote};
use super::drawings::Shows;
use super::plan::goals;
use super::sheaf::Sheaf;
use super::{family, modules};

/// Of what goes well and of what needs to be different, the latest.
const LATEST: usize = 8;

/// For the team that takes over: concerns, aims, objectives, outstanding work.
pub(super) fn transfer(sheaf: &mut Sheaf<'_>) {
    let here = sheaf.here;
    let book = here.book;
    sheaf.begin("About the family");
    sheaf.extend(family::separations(&here));
    sheaf.extend(family::people(&here));
    sheaf.extend(family::standing(&here));
    sheaf.extend(family::team(&here));
    sheaf.draw(Shows::FamilyTree);
    sheaf.draw(Shows::Supports);
    why_involved(sheaf);
    let entries = modules::entries_since(&here, None);
    sheaf.begin("What is going well");
    let well = entries.iter().filter(|(_, _, it)| !it.going_well.trim().is_empty());
    for (id, thing, entry) in well.take(LATEST) {
        modules::words(sheaf, Piece::GoingWell(*id), thing, entry);
    }
    sheaf.begin("Concerns");
    for (id, thing, entry) in entries.iter().filter(|(_, _, it)| !it.needs.trim().is_empty()).take(LATEST) {
        modules::words(sheaf, Piece::Needs(*id), thing, entry);
    }
    sheaf.extend(family::rating(&here));
    sheaf.begin("Aims and objectives");
    if standing(book).is_empty() {
        sheaf.needs("No plan is recorded yet", FamilyPage::leaf(Leaf::Plans));
    }
    for (id, plan) in standing(book) {
        goals(sheaf, id, plan);
    }
    sheaf.begin("Outstanding work");
    sheaf.extend(actions_table(&here, "Actions that are open", &book.open_actions()));
    let soon = rows(&here).into_iter();
    let soon = soon.filter(|(bucket, _)| !matches!(bucket, Bucket::Later | Bucket::NoDate));
    let items: Vec<String> = soon.map(|(_, row)| item(&row)).collect();
    if !items.is_empty() {
        sheaf.extend(family::under("Late, or due in seven days", [Block::List { numbered: false, items }]));
    }
    programme_done(sheaf);
}

fn why_involved(sheaf: &mut Sheaf<'_>) {
    let Some((id, referral)) = sheaf.here.book.referral_now() else {
        return sheaf.needs("No referral is recorded yet", FamilyPage::sheet(Sheet::Referral));
    };
    sheaf.begin("Why we are involved");
    sheaf.extend(labelled(format!("Referred on {}", day_words(referral.referred_on)), &referral.why));
    if let Some(assessment) = &referral.assessment {
        let name = format!("Child and family assessment of {}", day_words(assessment.completed_on));
        sheaf.extend(labelled(name, &assessment.outcome));
    }
    if let Some(thing) = sheaf.here.book.referrals.get(id) {
        let wrote = wrote(&sheaf.here, thing);
        sheaf.put(wrote);
    }
}

/// How far the programme has come for each person.
fn programme_done(sheaf: &mut Sheaf<'_>) {
    let here = sheaf.here;
    sheaf.begin("The Family Programme");
    let subjects = here.book.subjects();
    let row = |module: &ModuleId| {
        let own = subjects.iter().filter_map(|subject| {
            let status = here.book.status(*module, *subject);
            let said = status != ModuleStatus::NotStarted;
            said.then(|| format!("{}: {}", here.book.subject_name(*subject), status.label().to_lowercase()))
        });
        let own: Vec<String> = own.collect();
        let said = if own.is_empty() { "Not yet started".to_owned() } else { own.join("; ") };
        vec![format!("{}. {}", module.number(), programme::module(*module).title), said]
    };
    let rows = ModuleId::ALL.iter().map(row).collect();
    sheaf.extend(table("How far each module has come", &["Module", "For whom"], rows));
}

/// What was done, why the work ends, and what everybody thinks.
pub(super) fn closure(sheaf: &mut Sheaf<'_>) {
    let here = sheaf.here;
    let book = here.book;
    sheaf.begin("About the family");
    sheaf.extend(family::people(&here));
    sheaf.extend(family::standing(&here));
    why_involved(sheaf);
    sheaf.begin("Summary of the work");
    match book.closure_summary.get(Whole::Family).and_then(|thing| Some((thing, thing.current()?))) {
        Some((thing, it)) => {
            sheaf.extend(all_labelled([
                ("What was done, and what changed".to_owned(), it.summary.clone()),
                ("Why the work ends".to_owned(), it.why.clone()),
                ("What the family thinks".to_owned(), it.family_view.clone()),
                ("What other agencies think".to_owned(), it.agencies_view.clone()),
            ]));
            sheaf.put(wrote(&here, thing));
        }
        None => {
            sheaf.needs("The closure summary is not written yet", FamilyPage::sheet(Sheet::ClosureSummary))
        }
    }
    programme_done(sheaf);
    sheaf.begin("Ratings");
    sheaf.extend(family::rating(&here));
    sheaf.begin("Recommended and decided");
    for (child, _) in book.children() {
        sheaf.extend(thresholds_of(&here, child));
    }
    ways_out(sheaf);
}

/// What was recommended and decided for a child, with why and what the family thinks.
pub(super) fn thresholds_of(here: &Here<'_>, child: PersonId) -> Vec<Block> {
    let book = here.book;
    let recommended = book.threshold_recommendations(child).into_iter();
    let recommended =
        recommended.map(|(_, it)| ("Recommended", it.on, it.to, it.why.clone(), it.family_view.clone()));
    let decided = book.threshold_decisions(child).into_iter();
    let decided = decided.map(|(_, it)| ("Decided", it.on, it.to, it.why.clone(), it.family_view.clone()));
    let mut all: Vec<_> = recommended.chain(decided).collect();
    all.sort_by_key(|(_, on, ..)| *on);
    let row = |(what, on, to, why, view): (&str, _, crate::model::threshold::Threshold, String, String)| {
        vec![day_words(on), format!("{what}: {}", to.label()), why, view]
    };
    let caption = format!("Thresholds of {}", book.name_of(child));
    let columns = ["Date", "Threshold", "Why", "What the family thinks"];
    table(&caption, &columns, all.into_iter().map(row).collect()).into_iter().collect()
}

/// Early help, support that goes on, work completed with each, and closing itself.
fn ways_out(sheaf: &mut Sheaf<'_>) {
    let book = sheaf.here.book;
    sheaf.begin("What happens after this");
    for (_, it) in book.early_help.all() {
        let needed = if it.needed { "It is needed" } else { "It is not needed" };
        let name = format!("Early help, considered on {}", day_words(it.considered_on));
        sheaf.extend(labelled(name, &format!("{needed}. {}", it.why)));
    }
    for (_, it) in book.step_downs.all() {
        let ended = day_words(it.plan_ended_on);
        sheaf.extend(labelled(format!("Support after the plan ended on {ended}"), &it.words));
    }
    for (person, it) in book.casework.all().filter(|(_, it)| it.complete) {
        let words = format!("Complete on {}. {}", day_words(it.on), it.words);
        sheaf.extend(labelled(format!("Work with {}", book.name_of(person)), &words));
    }
    if let Some(Closing::Closed { on, because, why, unfinished }) =
        book.closed().and_then(|version| version.value.as_ref())
    {
        let words = format!("{}\n{why}", because.label());
        sheaf.extend(labelled(format!("Closed on {}", day_words(*on)), &words));
        sheaf.extend(unfinished.iter().flat_map(|it| labelled(it.what.clone(), &it.why)));
    } else {
        let open = book.casework_open();
        for it in open {
            sheaf.needs(book.unfinished_words(it), FamilyPage::leaf(Leaf::Close));
        }
    }
}
