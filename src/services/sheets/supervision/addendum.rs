//! A dated addition to an authorised record, which itself never changes (`domain.md` R52).

use crate::model::ids::{AddendumId, EventId};
use crate::services::clock::date_words;
use crate::services::here::Here;
use crate::services::sheet::{Answer, Sheet, many, text};
use crate::services::sheets::{Fresh, at, no_id};
use crate::services::supervision::{meeting, title};
use crate::services::typed::{Fields, Typed, Wrong};
use crate::workbook::decide::{Command, Field, NotesCommand};
use crate::workbook::round::Meeting;

use super::page;

/// The ids of the boxes. They stand in drafts, so they stay.
const TEXT: &str = "addendum-text";
const TAKES_UP: &str = "addendum-takes-up";

fn stands<'a>(of: Option<&str>, here: &Here<'a>) -> Option<Meeting<'a>> {
    meeting(of, here).filter(Meeting::is_locked)
}

pub(in super::super) fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let meeting = stands(of, here)?;
    let mut questions = vec![
        text(TEXT, "What do you add?")
            .hinted("It stands under the record, with your name and today’s date.")
            .asked(),
    ];
    let strays: Vec<Answer> = meeting
        .strays()
        .into_iter()
        .map(|event| Answer::new(event, stray_words(here, &meeting, event)))
        .collect();
    if !strays.is_empty() {
        let legend = "Which of these, written apart from the record, does it take up? (optional)";
        questions.push(many(TAKES_UP, legend, strays).asked());
    }
    Some(Sheet {
        heading: "Add an addendum".to_owned(),
        caption: Some(title(&meeting)),
        intro: vec![
            "The authorised record does not change. What you add is a dated addition to it.".to_owned(),
        ],
        questions,
        save: "Save addendum",
        done: "The addendum was added".to_owned(),
        back: page(meeting.id),
        filled: Fields::new(),
        at: at([(Field::Texts, TEXT)]),
    })
}

/// Something that was written without knowing that the record was authorised: of what, by whom and when.
pub fn stray_words(here: &Here<'_>, meeting: &Meeting<'_>, event: EventId) -> String {
    fn of<T>(
        history: Option<&crate::workbook::versioned::Versioned<T>>,
        event: EventId,
    ) -> Option<(crate::model::ids::PractitionerId, chrono::DateTime<chrono::Utc>)> {
        let version = history?.versions().find(|version| version.event == event)?;
        Some((version.author, version.recorded))
    }
    let found = [
        ("Details of the meeting", of(meeting.plan_history(), event)),
        ("Who was there", of(meeting.held_history(), event)),
        ("Notes", of(meeting.notes_history(), event)),
        ("Agreed rating", of(meeting.agreed_history(), event)),
    ];
    let found = found.into_iter().find_map(|(what, version)| Some((what, version?)));
    match found {
        Some((what, (by, at))) => format!("{what}, by {}, {}", here.book.author_name(by), date_words(at)),
        None => "A worker’s rating".to_owned(),
    }
}

pub(in super::super) fn read(
    of: Option<&str>,
    here: &Here<'_>,
    typed: &Fields,
    fresh: Fresh<'_>,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let Some(meeting) = stands(of, here) else { return Err(no_id(TEXT)) };
    let boxes = Typed(typed);
    let text = boxes.text(TEXT).to_owned();
    if text.is_empty() {
        return Err(vec![Wrong::new(TEXT, "Enter what you add")]);
    }
    let strays = meeting.strays();
    let takes_up = boxes.lines(TAKES_UP).into_iter().filter_map(|id| id.parse().ok());
    let takes_up = takes_up.filter(|event| strays.contains(event)).collect();
    let id = AddendumId::from_bytes(fresh().ok_or_else(|| no_id(TEXT))?);
    Ok(vec![Command::Notes(NotesCommand::Add { id, supervision: meeting.id, text, takes_up })])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::supervision::Notes;
    use crate::services::supervision::heads;
    use crate::services::supervision::tests::{
        ADMINISTRATOR, MANAGER, SOCIAL_WORKER, as_worker, authorised, first, hand, submitted,
    };

    #[test]
    fn an_addendum_stands_under_the_record() {
        let mut sample = authorised();
        let id = first().to_string();
        let fields = [(TEXT.to_owned(), "Joe came back".to_owned())].into();
        let commands = as_worker(&sample, SOCIAL_WORKER, |here| {
            read(Some(&id), here, &fields, &mut || Some([51; 16])).unwrap()
        });
        hand(&mut sample, SOCIAL_WORKER);
        for command in commands {
            sample.does(command);
        }
        let meeting = sample.book.meeting(first()).unwrap();
        assert_eq!(meeting.addenda().len(), 1);
        as_worker(&submitted(), SOCIAL_WORKER, |here| assert!(sheet(Some(&id), here).is_none()));
    }

    #[test]
    fn what_was_written_apart_can_be_taken_up() {
        use crate::workbook::decide::{Command, NotesCommand};
        let mut sample = submitted();
        hand(&mut sample, MANAGER);
        let given = |sample: &crate::services::sample::Sample, why: &str| {
            let notes = heads(sample.book.meeting(first()).unwrap().notes_history());
            let seen = heads(sample.book.meeting(first()).unwrap().sign_off_history());
            match why {
                "" => NotesCommand::Authorise {
                    supervision: first(),
                    notes,
                    although: "The family waits".into(),
                    seen,
                },
                why => NotesCommand::Return { supervision: first(), notes, why: why.into(), seen },
            }
        };
        let mut apart = sample.colleague();
        sample.does(Command::Notes(given(&sample, "")));
        apart.hand_to(6, crate::model::practitioner::Role::TeamManager);
        let returned = given(&apart, "Kayla’s threshold");
        apart.does(Command::Notes(returned));
        // The administrator writes on, on a device that only knows of the return.
        apart.hand_to(7, crate::model::practitioner::Role::Administrator);
        let seen = heads(apart.book.meeting(first()).unwrap().notes_history());
        let notes = Box::new(Notes { changed: "Joe came back".into(), ..Notes::default() });
        apart.does(Command::Notes(NotesCommand::Write { supervision: first(), notes, seen }));
        sample.joins(&apart);
        let stray = sample.book.meeting(first()).unwrap().strays();
        assert_eq!(stray.len(), 1);
        let id = first().to_string();
        let fields = [(TEXT, "Taken up".to_owned()), (TAKES_UP, stray[0].to_string())];
        let fields = fields.map(|(id, words)| (id.to_owned(), words)).into();
        let commands = as_worker(&sample, ADMINISTRATOR, |here| {
            assert!(format!("{:?}", sheet(Some(&id), here)).contains("Notes, by"));
            read(Some(&id), here, &fields, &mut || Some([51; 16])).unwrap()
        });
        hand(&mut sample, ADMINISTRATOR);
        for command in commands {
            sample.does(command);
        }
        assert!(sample.book.meeting(first()).unwrap().strays().is_empty());
    }
}
