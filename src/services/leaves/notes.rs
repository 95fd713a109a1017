//! Case notes, consultations and management oversight, newest first; and what was asked of adult specialists
//! (`domain.md` R44, R69).

use crate::model::choices::Choice;
use crate::model::dates::day_words;
use crate::model::ids::{NoteId, RequestId};
use crate::model::note::CaseNote;
use crate::model::source::Source;
use crate::model::specialist::SpecialistRequest;
use crate::navigation::{FamilyPage, Leaf as Place, Route, Sheet};
use crate::policy::profile::practice::Part as Used;
use crate::services::here::Here;
use crate::services::leaf::{Card, Leaf, Part, Tag, Tone, Way};
use crate::services::sheets::{note, source, specialist_decision};
use crate::workbook::decide::permission::Act;

use super::plans::names;

pub(super) fn leaf(here: &Here<'_>) -> Leaf {
    let book = here.book;
    let page = |page: FamilyPage| Route::family(book.id, page);
    let mut parts = Vec::new();
    if super::may(here, Act::CaseNote) {
        let write = Way::new("Write a case note", page(FamilyPage::sheet(Sheet::Note)));
        parts.push(Part::Actions { ways: vec![write], primary: true });
    }
    let mut notes: Vec<(NoteId, &CaseNote)> = book.case_notes.all().collect();
    notes.sort_by_key(|(id, note)| std::cmp::Reverse((note.on, note.at, *id)));
    parts.push(Part::Heading(format!("Notes ({})", notes.len())));
    if notes.is_empty() {
        parts.push(Part::Words(
            "Contacts that are no visit, consultations and management oversight appear here, newest first, once one \
             is recorded."
                .to_owned(),
        ));
    }
    parts.extend(notes.into_iter().map(|(id, note)| card(here, id, note)));
    parts.push(Part::Heading("Adult specialists".to_owned()));
    let not_used = super::not_used(here, Used::AdultSpecialists);
    if not_used.is_empty() && super::may(here, Act::RequestSpecialist) {
        let ask = Way::new("Ask for an adult specialist", page(FamilyPage::sheet(Sheet::Specialist)));
        parts.push(Part::Actions { ways: vec![ask], primary: false });
    }
    let mut requests: Vec<(RequestId, &SpecialistRequest)> = book.specialist_requests.all().collect();
    let asked = |id: RequestId| book.specialist_requests.get(id).map(|thing| thing.first().recorded);
    requests.sort_by_key(|(id, _)| std::cmp::Reverse((asked(*id), *id)));
    if not_used.is_empty() && requests.is_empty() {
        parts.push(Part::Words("Nobody was asked for yet.".to_owned()));
    }
    parts.extend(not_used);
    parts.extend(requests.into_iter().map(|(id, it)| request(here, id, it)));
    Leaf { heading: Place::Notes.title().to_owned(), caption: None, back: None, parts }
}

fn card(here: &Here<'_>, id: NoteId, note: &CaseNote) -> Part {
    let book = here.book;
    let mut facts = Vec::new();
    let mut add = |key: &str, words: &str| {
        if !words.trim().is_empty() {
            facts.push((key.to_owned(), words.to_owned()));
        }
    };
    add("Time", &note.at.map(|at| at.format("%H:%M").to_string()).unwrap_or_default());
    add("About", &names(book, &note.about));
    add("With", &note.with);
    add("Note", &note.text);
    add("Advised or decided", &note.advice);
    add("Copied to", &note.copied_to);
    add("Looks at", &note.looks_at.map(|it| source::words(book, it)).unwrap_or_default());
    add("By", &book.case_notes.get(id).map(|it| book.author_name(it.latest().author)).unwrap_or_default());
    let to = |sheet: Sheet, of: String| Route::family(book.id, FamilyPage::sheet_of(sheet, of));
    let own = Source::CaseNote(id);
    let mut ways = Vec::new();
    if super::may(here, Act::Chronology) {
        let words = if book.is_significant(own) { "In the chronology" } else { "Mark for the chronology" };
        ways.push(Way::new(words, to(Sheet::Mark, source::address(own))));
    }
    if note::may_write(here, note.kind) && here.book.closed_on().is_none() {
        ways.push(Way::new("Change", to(Sheet::Note, id.to_string())));
    }
    let tag = Tag::new(note.kind.label(), Tone::Plain);
    Part::Card(Card { title: note::title(note), tag: Some(tag), facts, ways })
}

fn request(here: &Here<'_>, id: RequestId, request: &SpecialistRequest) -> Part {
    let book = here.book;
    let roles: Vec<&str> = request.specialists.iter().map(|role| here.profile().role_name(role)).collect();
    let mut facts = Vec::new();
    let mut add = |key: &str, words: &str| {
        if !words.trim().is_empty() {
            facts.push((key.to_owned(), words.to_owned()));
        }
    };
    add("With", &names(book, &request.people));
    add("Situation", &request.situation);
    add("What for", &request.purpose);
    add("How long", &request.timescale);
    add("Team manager", &request.managers_view);
    if let Some(thing) = book.specialist_requests.get(id) {
        add("Asked by", &book.author_name(thing.first().author));
    }
    let decision = book.specialist_decisions.current(id);
    let mut ways = Vec::new();
    let tag = match decision {
        Some(decision) => {
            let on = day_words(decision.on);
            add("Decision", &format!("{}, {on}\n{}", specialist_decision::words(decision), decision.reason));
            let worker = decision.worker.map(|worker| book.author_name(worker));
            add("Who will do it", &worker.unwrap_or_default());
            match decision.agreed {
                true => Tag::new("Agreed", Tone::Good),
                false => Tag::new("Not agreed", Tone::Plain),
            }
        }
        None => {
            let to = |sheet: Sheet| Route::family(book.id, FamilyPage::sheet_of(sheet, id));
            if super::may(here, Act::RecordSpecialistDecision) {
                ways.push(Way::new("Record the decision", to(Sheet::SpecialistDecision)));
            }
            let used = here.profile().uses(Used::AdultSpecialists);
            if used && super::may(here, Act::RequestSpecialist) {
                ways.push(Way::new("Change", to(Sheet::Specialist)));
            }
            Tag::new("Waits for a decision", Tone::Attention)
        }
    };
    Part::Card(Card { title: roles.join(", "), tag: Some(tag), facts, ways })
}
