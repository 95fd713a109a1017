//! Finding words in everything that is unlocked (`ux.md` S09). What is looked for stays in memory.
//!
//! Every word that is asked for must stand in a passage: as it is, as the beginning of a word, or with one letter
//! wrong, missing, too many, or two swapped. Capitals and accents do not matter.

mod passages;
mod words;

use std::collections::BTreeMap;

use crate::model::ids::{FamilyId, PractitionerId};
use crate::navigation::Route;
use crate::workbook::fold::Workbook;

use words::{Wanted, folded};

pub use passages::passages;

/// A text that somebody wrote, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage<'a> {
    pub text: &'a str,
    /// Which part of the workbook it is in: results are grouped by it.
    pub section: &'static str,
    /// What it is, in a few words: "Module 3 for Amara, 3 May 2026".
    pub what: String,
    pub by: String,
    pub route: Route,
}

/// A passage that answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub family: FamilyId,
    pub section: &'static str,
    pub what: String,
    pub by: String,
    pub route: Route,
    /// The sentence, in pieces: what answered is marked.
    pub sentence: Vec<Piece>,
}

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub words: String,
    pub found: bool,
}

/// Everything that answers, at most `most`, the closest first; words with a slip come after those without.
/// Of what colleagues keep to themselves, `reader` finds only their own.
pub fn search<'a>(
    books: impl IntoIterator<Item = &'a Workbook>,
    reader: PractitionerId,
    asked: &str,
    most: usize,
) -> Vec<Found> {
    let wanted = Wanted::of(asked);
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut found: BTreeMap<(usize, usize), Found> = BTreeMap::new();
    for book in books {
        for passage in passages(book, reader) {
            if let Some(slips) = wanted.slips_in(&folded(passage.text)) {
                let place = found.len();
                let Passage { text, section, what, by, route } = passage;
                let sentence = wanted.sentence(text);
                found.insert((slips, place), Found { family: book.id, section, what, by, route, sentence });
            }
        }
    }
    found.into_values().take(most).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::chronology::ChronologyEvent;
    use crate::model::dates::PartialDate;
    use crate::model::ids::{ChronologyId, NoteId, SupervisionId};
    use crate::model::note::{CaseNote, NoteKind};
    use crate::model::rating::{Contribution, Rag, Rating};
    use crate::model::summary::SummaryText;
    use crate::model::supervision::{Form, Supervision};
    use crate::navigation::{FamilyPage, Leaf};
    use crate::services::sample::{Sample, today};
    use crate::workbook::decide::{
        CaseNoteCommand, ChronologyCommand, Command, RatingCommand, SummaryCommand, SupervisionCommand,
    };

    fn marked(found: &Found) -> Vec<&str> {
        found.sentence.iter().filter(|piece| piece.found).map(|piece| piece.words.as_str()).collect()
    }

    /// Whoever records in the sample.
    fn sam() -> PractitionerId {
        PractitionerId::from_bytes([1; 16])
    }

    fn sections(sample: &Sample, reader: PractitionerId, asked: &str) -> Vec<&'static str> {
        let mut sections: Vec<_> =
            search([&sample.book], reader, asked, 60).into_iter().map(|found| found.section).collect();
        sections.dedup();
        sections
    }

    #[test]
    fn a_name_is_found_whatever_its_capitals_and_with_a_slip() {
        let sample = Sample::new();
        for asked in ["KAYLA", "kayal", "kyla", "kay"] {
            let found = search([&sample.book], sam(), asked, 20);
            assert!(found.iter().any(|it| it.section == "People" && !marked(it).is_empty()), "{asked}");
        }
        assert!(search([&sample.book], sam(), "  ", 20).is_empty());
        assert!(search([&sample.book], sam(), "zzzzqqqq", 20).is_empty());
    }

    #[test]
    fn goals_steps_and_what_people_said_of_a_plan_are_found_where_they_stand() {
        let (sample, id) = crate::services::sheets::plan::tests::with_plan();
        let plan = Route::family(sample.book.id, FamilyPage::leaf_of(Leaf::Plan, id));
        for asked in ["own bed", "story", "calmer", "falls asleep"] {
            let found = search([&sample.book], sam(), asked, 20);
            assert!(found.iter().any(|it| it.section == "Plans" && it.route == plan), "{asked}");
        }
    }

    #[test]
    fn a_note_an_event_and_a_visit_are_found_until_they_are_taken_back() {
        let mut sample = Sample::new();
        let id = NoteId::from_bytes([3; 16]);
        let note = CaseNote {
            kind: NoteKind::CaseNote,
            on: today(),
            at: None,
            about: Default::default(),
            with: String::new(),
            text: "The trampoline was mended".into(),
            advice: String::new(),
            copied_to: String::new(),
            looks_at: None,
        };
        sample.does(Command::CaseNote(CaseNoteCommand::Record { id, note }));
        let event = ChronologyEvent {
            on: PartialDate::day(today()),
            until: None,
            people: Default::default(),
            what: "A trampoline for Kayla".into(),
            source: String::new(),
            significance: String::new(),
            childrens_views: Default::default(),
        };
        let event = ChronologyCommand::Record {
            id: ChronologyId::from_bytes([3; 16]),
            event,
            reason: String::new(),
            seen: Vec::new(),
        };
        sample.does(Command::Chronology(event));
        assert_eq!(sections(&sample, sam(), "trampoline"), ["Case notes", "Chronology"]);
        let seen = sample.book.case_notes.head_ids(id);
        let withdraw = CaseNoteCommand::Withdraw { id, reason: "Another family’s".into(), seen };
        sample.does(Command::CaseNote(withdraw));
        assert_eq!(sections(&sample, sam(), "trampoline"), ["Chronology"]);
    }

    #[test]
    fn a_draft_of_a_summary_is_found_by_whoever_wrote_it_only() {
        let mut sample = Sample::new();
        let supervision = SupervisionId::from_bytes([8; 16]);
        let plan = Supervision {
            on: today(),
            at: None,
            minutes: None,
            place: String::new(),
            form: Form::Group,
            chair: None,
            invited: Default::default(),
            guests: Vec::new(),
            reminded_on: None,
            moved: Vec::new(),
        };
        let plan = SupervisionCommand::Plan { id: supervision, supervision: plan, seen: Vec::new() };
        sample.does(Command::Supervision(plan));
        let rating = Rating {
            level: Rag::Green,
            reason: "The seesaw steadies".into(),
            attributable_to: Default::default(),
        };
        sample.does(Command::Rating(RatingCommand::Rate { supervision, rating, seen: Vec::new() }));
        let mut write = |submit: bool| {
            let text = SummaryText { synopsis: "The seesaw steadies".into(), ..SummaryText::default() };
            let seen = sample.book.summaries.head_ids(Contribution { supervision, practitioner: sam() });
            let reason = String::new();
            let command = SummaryCommand::Write { supervision, text, submit, reason, seen };
            sample.does(Command::Summary(command));
            let other = PractitionerId::from_bytes([2; 16]);
            (sections(&sample, sam(), "seesaw"), sections(&sample, other, "seesaw"))
        };
        let both = vec!["Summaries", "Supervision"];
        assert_eq!(write(false), (both.clone(), vec![]));
        assert_eq!(write(true), (both, vec!["Summaries"]), "the rating stays kept until all are shown");
    }
}
