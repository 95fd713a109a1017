//! Summaries in words: of which time one tells, what it refers to and where that stands, and by when it is due
//! (`domain.md` R36, R47).

use chrono::{DateTime, Utc};

use crate::model::dates::day_words;
use crate::model::entry::Entry;
use crate::model::ids::{PractitionerId, SupervisionId};
use crate::model::source::Source;
use crate::model::summary::Period;
use crate::model::visit::Visit;
use crate::navigation::{FamilyPage, Leaf as Place, Route};
use crate::policy::clocks::circumstances::Thing;
use crate::policy::clocks::due::Due;
use crate::policy::profile::timescale::Timescale;
use crate::policy::profile::words::Concept;
use crate::programme;
use crate::services::here::Here;
use crate::services::leaves::due::worked_out;
use crate::services::words::sentence;
use crate::workbook::fold::Workbook;
use crate::workbook::round::Meeting;
use crate::workbook::versioned::Versioned;

/// How much of a record stands in the line that refers to it.
const FIRST_WORDS: usize = 60;

/// What this authority calls a summary, at the beginning of a sentence: "Workbook Summary".
pub fn named(here: &Here<'_>) -> String {
    sentence(here.profile().word(Concept::Summary))
}

/// "Supervision of 1 December 2026", in the authority's word.
pub fn meeting_title(here: &Here<'_>, meeting: &Meeting<'_>) -> String {
    let word = sentence(here.profile().word(Concept::Supervision));
    match meeting.day() {
        Some(day) => format!("{word} of {}", day_words(day)),
        None => word,
    }
}

/// The days that a summary tells of.
pub fn period(period: Period) -> String {
    let until = day_words(period.until);
    match period.since {
        Some(since) => format!("From {} to {until}", day_words(since)),
        None => format!("From the beginning of our work to {until}"),
    }
}

/// A record that a summary refers to, in a line: its date, where it stands, its first words; and the way there.
pub fn reference(book: &Workbook, source: Source) -> Option<(String, Route)> {
    let to = |page| Route::family(book.id, page);
    Some(match source {
        Source::Entry(id) => {
            let entry: &Entry = last(book.entries.get(id)?)?;
            let module = programme::module(entry.module);
            let place = format!("module {} {}", module.id.number(), module.short_title);
            let words = format!("{}, {place}, {}", entry.done_on, book.subject_name(entry.subject));
            let page = FamilyPage::Module { subject: entry.subject, module: entry.module };
            let mut texts = std::iter::once(&entry.going_well)
                .chain([&entry.needs])
                .chain(entry.analysis.values())
                .chain(entry.own_words.iter().map(|quote| &quote.words));
            (line(words, texts.find(|text| !text.trim().is_empty())), to(page))
        }
        Source::Visit(id) => {
            let visit: &Visit = last(book.visits.get(id)?)?;
            let children: Vec<String> = visit.children.keys().map(|child| book.name_of(*child)).collect();
            let words = format!("{}, visit to {}", day_words(visit.on), children.join(", "));
            (line(words, Some(&visit.note)), to(FamilyPage::leaf(Place::Visits)))
        }
        Source::CaseNote(id) => {
            let note = last(book.case_notes.get(id)?)?;
            let words = format!("{}, case note", day_words(note.on));
            (line(words, Some(&note.text)), to(FamilyPage::leaf(Place::Notes)))
        }
    })
}

/// What a thing last said; what was withdrawn since keeps the line it had.
fn last<T>(thing: &Versioned<T>) -> Option<&T> {
    thing.current().or_else(|| thing.versions().rev().find_map(|version| version.value.as_ref()))
}

fn line(words: String, text: Option<&String>) -> String {
    let text = text.map(|text| text.trim()).unwrap_or_default();
    let Some(first) = text.lines().next().filter(|first| !first.is_empty()) else { return words };
    let short: String = first.chars().take(FIRST_WORDS).collect();
    let more = if short.len() < text.len() { "…" } else { "" };
    format!("{words}: {}{more}", short.trim_end())
}

/// Of everything that is due, the summaries for a supervision.
pub fn deadlines_in(due: &[Due], supervision: SupervisionId) -> impl Iterator<Item = &Due> {
    let about = Some(Thing(supervision.to_bytes()));
    due.iter().filter(move |it| it.timescale == Timescale::T3SummaryBeforeSupervision && it.about == about)
}

/// By when somebody's summary for a supervision is due. Everybody's is due on the same day, so that of another stands
/// for somebody who was not invited.
pub fn deadline(
    here: &Here<'_>,
    supervision: SupervisionId,
    worker: PractitionerId,
) -> Option<(Due, DateTime<Utc>)> {
    let (due, now) = worked_out(here.book, here.history, here.now);
    let of = || deadlines_in(&due, supervision);
    let own = of().find(|it| it.worker == Some(worker)).or_else(|| of().next())?;
    Some((own.clone(), now))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::module::ModuleId;
    use crate::services::sample::{AMARA, Sample, about, entry, entry_id};
    use crate::workbook::decide::Command;

    #[test]
    fn a_reference_says_when_where_and_how_it_begins_even_when_it_was_taken_back() {
        let mut sample = Sample::new();
        let id = entry_id(1);
        let words = "She was up every day this week and took Kayla to school herself, every morning";
        sample.does(Command::RecordEntry { id, entry: entry(ModuleId::M2, about(AMARA), words) });
        let (line, to) = reference(&sample.book, Source::Entry(id)).unwrap();
        let short = programme::module(ModuleId::M2).short_title;
        assert_eq!(
            line,
            format!(
                "21 November 2026, module 2 {short}, Amara: \
                 She was up every day this week and took Kayla to school hers…"
            )
        );
        let page = FamilyPage::Module { subject: about(AMARA), module: ModuleId::M2 };
        assert_eq!(to, Route::family(sample.book.id, page));
        let seen = sample.book.entries.head_ids(id);
        sample.does(Command::WithdrawEntry { id, reason: "Wrong family".into(), seen });
        assert_eq!(reference(&sample.book, Source::Entry(id)), Some((line, to)));
        assert_eq!(reference(&sample.book, Source::Entry(entry_id(2))), None);
    }
}
