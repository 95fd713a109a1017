//! For a supervision: the pack of everybody's summaries before it, and the record after it (`domain.md` R36, B4, B5).

use crate::model::dates::day_words;
use crate::model::ids::SupervisionId;
use crate::navigation::{FamilyPage, Leaf, Sheet};
use crate::reports::{Block, Level};
use crate::services::clock::date_words;
use crate::services::here::Here;
use crate::services::sheets::summary::said;
use crate::services::summaries::{period, reference};
use crate::services::supervision::people::{Colleague, colleagues_of};
use crate::services::supervision::record;
use crate::workbook::round::Meeting;
use crate::workbook::round::meeting::Stage;
use crate::workbook::round::summaries::{Handed, handed};

use super::blocks::{actions_table, all_labelled, of_card, of_parts, wrote};
use super::drawings::Shows;
use super::family;
use super::sheaf::Sheaf;

/// Whether the record stands: until then its pages say that it is a draft.
pub(super) fn is_draft(here: &Here<'_>, id: SupervisionId) -> bool {
    here.book.meeting(id).is_none_or(|meeting| !matches!(meeting.stage(), Stage::Authorised { .. }))
}

/// Everybody's summary that is ready, and what was agreed last time.
pub(super) fn pack(sheaf: &mut Sheaf<'_>, id: SupervisionId) {
    let here = sheaf.here;
    let Some(meeting) = here.book.meeting(id) else { return };
    sheaf.begin("The family today");
    sheaf.extend(family::separations(&here));
    sheaf.extend(family::standing(&here));
    sheaf.begin("Summaries");
    for colleague in colleagues_of(&here, Some(&meeting)) {
        summary(sheaf, &meeting, &colleague);
    }
    sheaf.begin("The agreed rating so far");
    sheaf.extend(family::rating(&here));
    sheaf.draw(Shows::Ratings);
    sheaf.begin("Actions from last time");
    sheaf.extend(actions_table(&here, "Actions from last time", &meeting.carried_in()));
    sheaf.begin("Who is seen and heard, and which questions have evidence");
    sheaf.draw(Shows::SiblingBalance);
    sheaf.draw(Shows::ModuleCoverage);
}

fn summary(sheaf: &mut Sheaf<'_>, meeting: &Meeting<'_>, of: &Colleague) {
    let here = sheaf.here;
    let own = meeting.summary_of(of.id);
    let ready = own.filter(|thing| handed(thing) != Handed::Draft);
    let Some((thing, summary)) = ready.and_then(|thing| Some((thing, thing.current()?))) else {
        let invited = meeting.plan().is_some_and(|plan| plan.invited.contains(&of.id));
        if of.works_with_family() && invited {
            let to = FamilyPage::sheet_of(Sheet::Summary, meeting.id);
            sheaf.needs(format!("The summary of {} is not ready yet", of.name), to);
        }
        return;
    };
    sheaf.heading(Level::Second, of.name.clone());
    sheaf.put(Block::Paragraph(format!("{}.", period(summary.period))));
    sheaf.extend(all_labelled(said(here.book, &summary.text)));
    let found = summary.text.references.iter().filter_map(|source| reference(here.book, *source));
    let items: Vec<String> = found.map(|(words, _)| words).collect();
    if !items.is_empty() {
        sheaf.heading(Level::Third, "It refers to");
        sheaf.put(Block::List { numbered: false, items });
    }
    sheaf.put(wrote(&here, thing));
}

/// Who was there, the ratings, what was said and decided, the actions, and how far the record has come.
pub(super) fn record_of(sheaf: &mut Sheaf<'_>, id: SupervisionId) {
    let here = sheaf.here;
    let Some(meeting) = here.book.meeting(id) else { return };
    sheaf.begin("Who was there");
    if let Some(plan) = meeting.plan() {
        let moved = plan.moved.iter().map(|it| {
            let words = if it.words.trim().is_empty() { "rearranged" } else { it.words.as_str() };
            (format!("Moved from {}", day_words(it.from)), words.to_owned())
        });
        sheaf.extend(all_labelled(moved));
    }
    if let Some(held) = meeting.held() {
        sheaf.extend(of_card(record::attendance(&here, &meeting, held)));
    }
    sheaf.begin("Ratings");
    sheaf.extend(of_parts(record::rated(&here, &meeting)));
    notes(sheaf, &meeting);
    let book = here.book;
    let own = book
        .actions()
        .into_iter()
        .filter(|it| it.agreed_in == crate::workbook::round::actions::AgreedIn::Supervision(id));
    sheaf.begin("Actions");
    sheaf.extend(actions_table(&here, "Agreed in this supervision", &own.collect::<Vec<_>>()));
    sheaf.extend(actions_table(&here, "Carried forward from earlier", &meeting.carried_in()));
    sheaf.begin("How far this record has come");
    sheaf.put(Block::Paragraph(stage(&here, &meeting)));
    for (_, version) in meeting.addenda() {
        let Some(addendum) = &version.value else { continue };
        sheaf.heading(Level::Second, format!("Added on {}", date_words(version.recorded)));
        sheaf.extend(Block::paragraphs(&addendum.text));
        sheaf.put(super::blocks::written(&here, version.author, &version.role, version.recorded));
    }
}

fn notes(sheaf: &mut Sheaf<'_>, meeting: &Meeting<'_>) {
    let here = sheaf.here;
    let page = FamilyPage::leaf_of(Leaf::Meeting, meeting.id);
    let Some(notes) = meeting.notes() else {
        return sheaf.needs("No notes are recorded yet", page);
    };
    let parts = [
        ("What the children say and show", record::voice(&here, notes)),
        ("What has changed", record::changed(&here, notes)),
        ("What else could explain this", record::explanations(notes)),
        ("Thresholds", record::thresholds(&here, notes)),
        ("Decisions", record::closing(notes)),
    ];
    for (title, said) in parts {
        if said.is_empty() {
            sheaf.needs(format!("Nothing is recorded yet under “{title}”"), page.clone());
        }
        sheaf.begin(title);
        sheaf.extend(all_labelled(said));
    }
}

fn stage(here: &Here<'_>, meeting: &Meeting<'_>) -> String {
    let name = |by| here.book.author_name(by);
    match meeting.stage() {
        Stage::Planned => "It is planned.".to_owned(),
        Stage::Held => "It was held. Its notes are not submitted yet.".to_owned(),
        Stage::Submitted { by, at } => {
            format!("{} submitted the notes on {}. They are not authorised yet.", name(by), date_words(at))
        }
        Stage::Returned { by, at, why } => {
            format!("{} returned the notes on {}. To complete: {why}", name(by), date_words(at))
        }
        Stage::Authorised { by, at, although } => {
            let although = match although.trim() {
                "" => String::new(),
                words => format!(" Authorised although something was missing: {words}"),
            };
            format!(
                "{} authorised this record on {}. It does not change.{although}",
                name(by),
                date_words(at)
            )
        }
    }
}
