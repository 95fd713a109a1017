//! The one choice for each thing that was said: into a module, or with the visit (`ux.md` S43). Their words go where
//! they go byte for byte; nobody writes anything here.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::before::before;
use super::parts::parts;
use super::places::{has_words, part_of, suggested, value};
use crate::model::audience::Audience;
use crate::model::choices::Choice as _;
use crate::model::dates::PartialDate;
use crate::model::entry::{Certainty, Entry, HowKnown, Quote};
use crate::model::ids::{EntryId, NoteId, PersonId};
use crate::model::note::{CaseNote, NoteKind};
use crate::model::showing::{AnswerTo, Kept, Said};
use crate::policy::london::london;
use crate::services::session::{AfterVisit, Heard};
use crate::services::sheets::Fresh;
use crate::services::typed::Wrong;
use crate::services::visit::answer::{Answer, Asked};
use crate::workbook::decide::{CaseNoteCommand, Command, SharingCommand};
use crate::workbook::fact::Part;
use crate::workbook::fold::Workbook;

/// The boxes of one card.
pub mod field {
    use crate::model::ids::SaidId;

    pub const WHO: &str = "who";
    pub const KEEP: &str = "keep";
    pub const PLACE: &str = "place";

    /// The id of a box of the card of one thing that was said.
    pub fn of(what: &str, said: SaidId) -> String {
        format!("said-{what}-{said}")
    }
}

/// The values of "What do you do with it?", and the one of "Whose words are these?" that is nobody of the family.
pub const MODULE: &str = "module";
pub const VISIT: &str = "visit";
pub const NOBODY: &str = "nobody";

/// What stands in the boxes of a card.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Boxes {
    pub who: String,
    pub keep: String,
    /// A module of somebody ([`value`]).
    pub place: String,
}

impl Boxes {
    /// What is suggested. Whose it is, is never suggested where they did not say so.
    pub fn suggested(book: &Workbook, after: &AfterVisit, heard: &Heard) -> Self {
        let who = heard.who.map(|who| who.to_string()).unwrap_or_default();
        let place = heard.who.and_then(|who| suggested(book, after, &heard.answer, who));
        // What they were still writing they may not have meant to say.
        let keep = if place.is_some() && !heard.half { MODULE } else { VISIT };
        Self { who, keep: keep.to_owned(), place: place.map(value).unwrap_or_default() }
    }

    /// Now that somebody said whose it is. A module that was chosen already stays.
    #[must_use]
    pub fn said_by(self, book: &Workbook, after: &AfterVisit, heard: &Heard) -> Self {
        match self.who.parse() {
            Ok(who) if self.place.is_empty() => {
                Self::suggested(book, after, &Heard { who: Some(who), ..heard.clone() })
            }
            _ => self,
        }
    }
}

/// Who may have said it: everybody who was there.
pub fn perhaps(after: &AfterVisit) -> Vec<PersonId> {
    after.showing.people.iter().copied().collect()
}

/// The log of the showing, where it is not written yet: every showing is logged (SR13).
pub fn log(book: &Workbook, after: &AfterVisit) -> Option<Command> {
    let (id, showing) = (after.id, after.showing.clone());
    book.showings.get(id).is_none().then_some(Command::Sharing(SharingCommand::Show { id, showing }))
}

/// What the choice on a card asks to have recorded: the log of the showing, once, and what was said.
///
/// # Errors
/// [`Wrong`] with the box, where something was not chosen.
pub fn commands(
    book: &Workbook,
    after: &AfterVisit,
    heard: &Heard,
    boxes: &Boxes,
    fresh: Fresh<'_>,
    today: NaiveDate,
) -> Result<Vec<Command>, Wrong> {
    let wrong = |what: &str, words: &str| Wrong::new(field::of(what, heard.id), words);
    let no_number =
        || wrong(field::KEEP, "This browser gave no random number. Nothing was recorded: try again");
    let mut commands: Vec<Command> = log(book, after).into_iter().collect();
    if boxes.who == NOBODY {
        let id = NoteId::from_bytes(fresh().ok_or_else(no_number)?);
        let note = note(book, after, heard);
        commands.push(Command::CaseNote(CaseNoteCommand::Record { id, note }));
        return Ok(commands);
    }
    let Ok(who) = boxes.who.parse::<PersonId>() else {
        return Err(wrong(field::WHO, "Select whose words these are"));
    };
    let entry = match boxes.keep.as_str() {
        VISIT => None,
        MODULE => {
            let part = part_of(&boxes.place);
            let part = part.ok_or_else(|| wrong(field::PLACE, "Select the module that it goes to"))?;
            let id = EntryId::from_bytes(fresh().ok_or_else(no_number)?);
            commands.push(Command::RecordEntry { id, entry: entry(book, after, &heard.answer, who, part) });
            Some(id)
        }
        _ => return Err(wrong(field::KEEP, "Select what you do with it")),
    };
    let said = said(book, after, heard, who, entry, today);
    commands.push(Command::Sharing(SharingCommand::TakeIn { id: heard.id, said }));
    Ok(commands)
}

/// What a thing that was said becomes in the record.
fn said(
    book: &Workbook,
    after: &AfterVisit,
    heard: &Heard,
    who: PersonId,
    entry: Option<EntryId>,
    today: NaiveDate,
) -> Said {
    let answer = heard.answer.clone();
    let place = |place: &u32| after.people.get(usize::try_from(*place).ok()?).copied();
    let seen_by = answer.seen_by.iter().filter_map(place).collect::<BTreeSet<_>>();
    Said {
        showing: after.id,
        who,
        to: match &answer.to {
            Asked::Nothing => AnswerTo::Nothing,
            Asked::Hopes => AnswerTo::Hopes,
            Asked::Different => AnswerTo::Different,
            Asked::Item(number) => {
                after.pieces.get(number).copied().map_or(AnswerTo::Nothing, AnswerTo::Piece)
            }
            Asked::Scale(scale) => AnswerTo::Scale(scale.clone()),
            Asked::Agreement => AnswerTo::Agreement,
        },
        before: before(book, after, &answer.to, Some(who)),
        given: answer.given,
        at: answer.at,
        verdict: answer.verdict,
        number: answer.number,
        why_not_less: answer.why_not_less,
        what_next: answer.what_next,
        words: answer.words,
        signed: answer.signed,
        audience: if seen_by.is_empty() { Audience::TeamOnly } else { Audience::People(seen_by) },
        kept: if entry.is_some() { Kept::InAnEntry } else { Kept::InTheVisit },
        taken_in_on: today,
        unfinished: heard.half,
        entry,
    }
}

/// An entry that is nothing but what somebody said: who, on which day, who was there, and every word as they wrote it.
/// It is for the team; whom they chose to see it stands with what they said.
fn entry(book: &Workbook, after: &AfterVisit, answer: &Answer, who: PersonId, part: Part) -> Entry {
    let listed = |person: &PersonId| book.people.current(*person).is_some();
    let texts = [&answer.words, &answer.why_not_less, &answer.what_next];
    let own = match (has_words(answer), answer.number, answer.verdict) {
        (false, Some(number), _) => vec![number.to_string()],
        (false, None, Some(verdict)) => {
            vec![verdict.label().to_owned()]
        }
        _ => texts.into_iter().filter(|it| !it.trim().is_empty()).cloned().collect(),
    };
    Entry {
        module: part.module,
        subject: part.subject,
        done_on: PartialDate::day(london(answer.at).date()),
        present: after.showing.people.iter().copied().filter(listed).collect(),
        others_present: after.showing.others.clone(),
        how_known: HowKnown::TheyToldMe,
        // That they said it. What they say is theirs, and stands in quotation marks.
        certainty: Certainty::Fact,
        going_well: String::new(),
        needs: String::new(),
        analysis: BTreeMap::new(),
        own_words: own.into_iter().map(|words| Quote { who, words }).collect(),
        stage: None,
        questions: BTreeSet::new(),
        audience: Audience::TeamOnly,
    }
}

/// What somebody said who is nobody of the family, or of whom nobody knows who it was: it is on record too.
fn note(book: &Workbook, after: &AfterVisit, heard: &Heard) -> CaseNote {
    let at = london(heard.answer.at);
    let told = parts(book, after, heard).into_iter().map(|(name, words)| format!("{name}:\n{words}"));
    let others = after.showing.others.trim();
    let names: Vec<String> = after.showing.people.iter().map(|who| book.name_of(*who)).collect();
    CaseNote {
        kind: NoteKind::CaseNote,
        on: at.date(),
        at: Some(at.time()),
        about: BTreeSet::new(),
        with: if others.is_empty() { names.join(", ") } else { others.to_owned() },
        text: told.collect::<Vec<_>>().join("\n\n"),
        advice: String::new(),
        copied_to: String::new(),
        looks_at: None,
    }
}
