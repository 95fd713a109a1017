//! The monthly round: summaries, supervision with its notes, agreed ratings, and what came of actions.

use crate::model::dates::day_words;
use crate::model::ids::PractitionerId;
use crate::model::supervision::Notes;
use crate::navigation::{FamilyPage, Leaf};
use crate::services::search::Passage;
use crate::workbook::fold::Workbook;
use crate::workbook::round::Meeting;
use crate::workbook::round::actions::AgreedIn;
use crate::workbook::round::ratings::Shown;
use crate::workbook::round::summaries::{Handed, handed};

use super::{Place, add, by};

pub(super) fn passages<'a>(book: &'a Workbook, reader: PractitionerId, found: &mut Vec<Passage<'a>>) {
    summaries(book, reader, found);
    for meeting in book.meetings() {
        supervision(book, &meeting, reader, found);
    }
    results(book, found);
}

/// One's own summaries, and those of others once they are handed in; and the case summary, which is everybody's.
fn summaries<'a>(book: &'a Workbook, reader: PractitionerId, found: &mut Vec<Passage<'a>>) {
    for (of, thing) in book.summaries.iter() {
        let may_read = of.practitioner == reader || handed(thing) != Handed::Draft;
        let Some(summary) = thing.current().filter(|_| may_read) else { continue };
        let text = &summary.text;
        let texts = std::iter::once(&text.synopsis).chain(text.observations.values());
        let texts = texts.chain(text.analysis.values()).chain(text.threshold_views.values());
        let texts = texts.chain(text.proposals.iter().map(|proposal| &proposal.what));
        let what = format!(
            "Summary of {}, to {}",
            book.author_name(of.practitioner),
            day_words(summary.period.until)
        );
        let page = FamilyPage::leaf_of(Leaf::Summary, format!("{}.{}", of.supervision, of.practitioner));
        add(book, found, Place { section: "Summaries", what, by: by(book, thing.latest()), page }, texts);
    }
    let Some(thing) = book.case_summary() else { return };
    let Some(summary) = thing.current() else { return };
    let texts = [
        &summary.background,
        &summary.current_plan,
        &summary.safety_plan,
        &summary.contingency_plan,
        &summary.contacts,
        &summary.critical,
    ];
    let what = format!("Case summary, as of {}", day_words(summary.as_of));
    let page = FamilyPage::leaf(Leaf::Summaries);
    let place = Place { section: "Summaries", what, by: by(book, thing.latest()), page };
    add(book, found, place, texts.into_iter().chain(summary.childrens_views.values()));
}

/// The versions that count, through the meeting: what is authorised is found as it was authorised.
fn supervision<'a>(
    book: &'a Workbook,
    meeting: &Meeting<'a>,
    reader: PractitionerId,
    found: &mut Vec<Passage<'a>>,
) {
    let on = meeting.day().map(day_words).unwrap_or_default();
    let place = |what: String, by: String| Place {
        section: "Supervision",
        what,
        by,
        page: FamilyPage::leaf_of(Leaf::Meeting, meeting.id),
    };
    if let Some(notes) = meeting.notes() {
        let writers: Vec<String> = meeting.writers().into_iter().map(|who| book.author_name(who)).collect();
        add(book, found, place(format!("Supervision of {on}"), writers.join(", ")), of_notes(notes));
    }
    if let Some(agreed) = meeting.agreed() {
        let who = meeting.agreed_history().map(|it| by(book, it.latest())).unwrap_or_default();
        let texts = [&agreed.reason, &agreed.change, &agreed.difference];
        add(book, found, place(format!("Agreed rating of {on}"), who), texts);
    }
    for rating in meeting.ratings_for(reader) {
        let Shown::Open(version) = rating.rating else { continue };
        let Some(value) = &version.value else { continue };
        let who = book.author_name(rating.by);
        add(book, found, place(format!("Rating of {who}, {on}"), who), [&value.reason]);
    }
    for (_, version) in meeting.addenda() {
        let Some(addendum) = &version.value else { continue };
        add(book, found, place(format!("Addendum to {on}"), by(book, version)), [&addendum.text]);
    }
}

fn of_notes(notes: &Notes) -> impl Iterator<Item = &String> {
    let texts =
        [&notes.changed, &notes.reflection, &notes.impact, &notes.decisions, &notes.next, &notes.statutory];
    texts
        .into_iter()
        .chain(&notes.hypotheses)
        .chain(notes.thresholds.values().map(|review| &review.words))
        .chain(notes.childrens_views.values())
        .chain(notes.parents_views.values())
        .chain(notes.actions.iter().flat_map(|action| [&action.what, &action.how_known]))
}

fn results<'a>(book: &'a Workbook, found: &mut Vec<Passage<'a>>) {
    for agreed in book.actions() {
        let Some(thing) = book.action_results.get(agreed.action.id) else { continue };
        let Some(result) = thing.current() else { continue };
        let (section, page) = match agreed.agreed_in {
            AgreedIn::Supervision(id) => ("Supervision", FamilyPage::leaf_of(Leaf::Meeting, id)),
            AgreedIn::Plan(id) => ("Plans", FamilyPage::leaf_of(Leaf::Plan, id)),
        };
        let what = format!("What came of: {}", agreed.action.what);
        add(book, found, Place { section, what, by: by(book, thing.latest()), page }, [&result.words]);
    }
}
