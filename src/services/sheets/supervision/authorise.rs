//! The manager authorises the notes, or returns them to be completed (WAL and WSX 9; `domain.md` R52). Of two
//! authorisations that were given apart, a manager says which stands.

use crate::model::ids::EventId;
use crate::model::supervision::SignOff;
use crate::services::clock::date_words;
use crate::services::here::Here;
use crate::services::sheet::{Answer, Question, Sheet, What, one, text};
use crate::services::sheets::at;
use crate::services::supervision::{heads, meeting, record, title};
use crate::services::typed::{Fields, Typed, Wrong};
use crate::workbook::decide::{Command, Field, NotesCommand};
use crate::workbook::round::Meeting;

use super::page;
use super::submit::lacking;

/// The ids of the boxes. They stand in drafts, so they stay.
const WHAT: &str = "authorise-what";
const ALTHOUGH: &str = "authorise-although";
const WHY: &str = "authorise-why";

const AUTHORISE: &str = "authorise";
const RETURN: &str = "return";

/// A supervision that is not authorised yet, or twice.
fn stands<'a>(of: Option<&str>, here: &Here<'a>) -> Option<Meeting<'a>> {
    meeting(of, here).filter(|meeting| meeting.authorisations().len() != 1)
}

pub(in super::super) fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let meeting = stands(of, here)?;
    let lacking = lacking(here, &meeting);
    let mut questions: Vec<Question> = Vec::new();
    if let Some(notes) = meeting.notes() {
        for (key, words) in record::notes(here, notes) {
            questions.extend([What::Heading(key).asked(), What::Words(words).asked()]);
        }
    }
    questions.push(What::Heading("What do you decide?".to_owned()).asked());
    let twice = meeting.is_locked();
    if twice {
        questions.push(
            one(WHAT, "Two managers authorised these notes. Which stands?", both(here, &meeting)).asked(),
        );
    } else {
        questions.extend(lacking.iter().map(|words| What::Warning(format!("{words}.")).asked()));
        let answers = [
            Answer::new(AUTHORISE, "Authorise the notes")
                .hint("They do not change any more. Additions are dated."),
            Answer::new(RETURN, "Return them to be completed"),
        ];
        questions.push(one(WHAT, "Do you authorise these notes?", answers).asked());
        if !lacking.is_empty() {
            let label = "Why do you authorise them although this is missing?";
            questions.push(text(ALTHOUGH, label).when(WHAT, [AUTHORISE]));
        }
        questions.push(text(WHY, "What is to be completed?").when(WHAT, [RETURN]));
    }
    let reason = if twice || lacking.is_empty() { WHAT } else { ALTHOUGH };
    Some(Sheet {
        heading: "Authorise notes".to_owned(),
        caption: Some(title(&meeting)),
        intro: Vec::new(),
        questions,
        save: "Save decision",
        done: "Your decision was recorded".to_owned(),
        back: page(meeting.id),
        filled: Fields::new(),
        at: at([(Field::Reason, reason)]),
    })
}

/// Two authorisations to choose between: by whom and when.
fn both(here: &Here<'_>, meeting: &Meeting<'_>) -> Vec<Answer> {
    let answer = |version: &crate::workbook::versioned::Version<SignOff>| {
        let by = here.book.author_name(version.author);
        Answer::new(version.event, format!("{by}, {}", date_words(version.recorded)))
    };
    meeting.authorisations().into_iter().map(answer).collect()
}

pub(in super::super) fn read(
    of: Option<&str>,
    here: &Here<'_>,
    typed: &Fields,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let Some(meeting) = stands(of, here) else { return Ok(Vec::new()) };
    let boxes = Typed(typed);
    let supervision = meeting.id;
    let notes = heads(meeting.notes_history());
    let seen = heads(meeting.sign_off_history());
    let what = boxes.text(WHAT);
    if meeting.is_locked() {
        let Some((chosen, notes)) = chosen(&meeting, what) else {
            return Err(vec![Wrong::new(WHAT, "Select which authorisation stands")]);
        };
        // Each authorisation that is on screen is known.
        let seen = meeting.authorisations().iter().map(|version| version.event).collect();
        return Ok(vec![Command::Notes(NotesCommand::Authorise {
            supervision,
            notes,
            although: chosen,
            seen,
        })]);
    }
    let why = boxes.text(WHY).to_owned();
    let although = boxes.text(ALTHOUGH).to_owned();
    let wrong = |id: &str, words: &str| Err(vec![Wrong::new(id, words)]);
    match what {
        RETURN if why.is_empty() => wrong(WHY, "Enter what is to be completed"),
        RETURN => Ok(vec![Command::Notes(NotesCommand::Return { supervision, notes, why, seen })]),
        AUTHORISE if although.is_empty() && !lacking(here, &meeting).is_empty() => {
            wrong(ALTHOUGH, "Enter why you authorise them although this is missing")
        }
        AUTHORISE => Ok(vec![Command::Notes(NotesCommand::Authorise { supervision, notes, although, seen })]),
        _ => wrong(WHAT, "Select whether you authorise the notes or return them"),
    }
}

/// Of two authorisations the chosen one: what it was given although, and the notes that it covers.
fn chosen(meeting: &Meeting<'_>, event: &str) -> Option<(String, Vec<EventId>)> {
    let event: EventId = event.parse().ok()?;
    let version = meeting.authorisations().into_iter().find(|version| version.event == event)?;
    let Some(SignOff::Authorised { covers, although }) = &version.value else { return None };
    let notes = meeting.notes_history().into_iter().flat_map(|notes| notes.versions());
    let notes = notes.map(|note| note.event).filter(|note| covers.contains(note)).collect();
    Some((although.clone(), notes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::services::sample::Sample;
    use crate::services::supervision::tests::{MANAGER, as_worker, first, hand, submitted};
    use crate::workbook::round::meeting::Stage;

    fn decides(sample: &mut Sample, boxes: &[(&str, &str)]) -> Result<(), Vec<Wrong>> {
        let fields = boxes.iter().map(|(id, words)| ((*id).to_owned(), (*words).to_owned())).collect();
        let id = first().to_string();
        let commands = as_worker(sample, MANAGER, |here| read(Some(&id), here, &fields))?;
        hand(sample, MANAGER);
        for command in commands {
            sample.does(command);
        }
        Ok(())
    }

    #[test]
    fn the_manager_authorises_or_returns_and_says_why() {
        let mut sample = submitted();
        let missing = decides(&mut sample, &[]).unwrap_err();
        assert_eq!(missing, [Wrong::new(WHAT, "Select whether you authorise the notes or return them")]);
        assert_eq!(decides(&mut sample, &[(WHAT, RETURN)]).unwrap_err().len(), 1);
        assert_eq!(decides(&mut sample, &[(WHAT, AUTHORISE)]).unwrap_err().len(), 1, "something is missing");
        decides(&mut sample, &[(WHAT, AUTHORISE), (ALTHOUGH, "The family waits")]).unwrap();
        assert!(matches!(sample.book.meeting(first()).unwrap().stage(), Stage::Authorised { .. }));
        let mut other = submitted();
        decides(&mut other, &[(WHAT, RETURN), (WHY, "Kayla’s threshold")]).unwrap();
        assert!(matches!(other.book.meeting(first()).unwrap().stage(), Stage::Returned { .. }));
    }

    #[test]
    fn of_two_authorisations_given_apart_one_is_chosen() {
        let mut sample = submitted();
        let mut apart = sample.colleague();
        decides(&mut sample, &[(WHAT, AUTHORISE), (ALTHOUGH, "Mine")]).unwrap();
        let id = first().to_string();
        let fields =
            [(WHAT, AUTHORISE), (ALTHOUGH, "Theirs")].map(|(id, it)| (id.to_owned(), it.to_owned())).into();
        let commands = as_worker(&apart, 5, |here| read(Some(&id), here, &fields).unwrap());
        apart.hand_to(5, crate::model::practitioner::Role::TeamManager);
        for command in commands {
            apart.does(command);
        }
        sample.joins(&apart);
        let given = sample.book.meeting(first()).unwrap().authorisations().len();
        assert_eq!(given, 2);
        assert!(decides(&mut sample, &[(WHAT, AUTHORISE)]).is_err(), "one of the two is chosen");
        let chosen = sample.book.meeting(first()).unwrap().authorisations()[0].event.to_string();
        decides(&mut sample, &[(WHAT, &chosen)]).unwrap();
        assert_eq!(sample.book.meeting(first()).unwrap().authorisations().len(), 1);
    }
}
