//! A worker's own summary for a supervision: a short synopsis of the time since the one before, weighted to what needs
//! to happen and how we know that it helps (WSX appendix 6; `domain.md` R35, R36; `ux.md` S16).

mod asked;
mod filled;
mod proposals;
mod reading;
#[cfg(test)]
pub(crate) mod tests;

use crate::model::ids::PersonId;
use crate::model::source::Source;
use crate::model::summary::WorkbookSummary;
use crate::navigation::{FamilyPage, Leaf};
use crate::policy::profile::practice::Part;
use crate::services::here::Here;
use crate::services::sheet::{Question, Sheet, What};
use crate::services::summaries::{deadline, meeting_title, named, period};
use crate::workbook::decide::Field;
use crate::workbook::round::Meeting;
use crate::workbook::round::summaries::{Handed, handed};

use super::children;
use super::rating::{Own, meeting_of};

pub use filled::said;
pub(super) use reading::read;

/// The ids of the boxes. They stand in drafts, so they stay.
mod field {
    use crate::model::choices::Choice;
    use crate::model::ids::PersonId;
    use crate::model::summary::Anchor;

    pub const REFERENCES: &str = "summary-references";
    pub const SYNOPSIS: &str = "summary-synopsis";
    pub const RATING: &str = "summary-rating";
    pub const READY: &str = "summary-ready";
    pub const REASON: &str = "summary-reason";

    /// What is seen in a child.
    pub fn seen(child: PersonId) -> String {
        format!("summary-seen-{child}")
    }

    /// Whether the threshold fits a child.
    pub fn threshold(child: PersonId) -> String {
        format!("summary-threshold-{child}")
    }

    pub fn anchor(anchor: Anchor) -> String {
        format!("summary-{}", anchor.code().replace('_', "-"))
    }
}

/// The supervision, and one's own summary for it as it stands.
struct Mine<'a> {
    meeting: Meeting<'a>,
    stands: Option<&'a WorkbookSummary>,
    /// It was handed in, and is never a draft again.
    is_in: bool,
    /// Ratings are used here, and this supervision's can still be given.
    rates: bool,
}

fn mine<'a>(of: Option<&str>, here: &Here<'a>) -> Option<Mine<'a>> {
    let profile = here.profile();
    let meeting = meeting_of(of, here).filter(|_| profile.uses(Part::WorkbookSummary))?;
    let of = crate::model::rating::Contribution { supervision: meeting.id, practitioner: here.me.id };
    let own = here.book.summaries.get(of);
    Some(Mine {
        stands: own.and_then(|own| own.current()),
        is_in: own.is_some_and(|own| handed(own) != Handed::Draft),
        rates: profile.uses(Part::Rating) && !meeting.is_locked(),
        meeting,
    })
}

/// The records to choose from: one's own work of the period, and what was referred to before; newest first.
fn sources(here: &Here<'_>, mine: &Mine<'_>) -> Vec<Source> {
    let mut sources = mine.meeting.own_work(here.me.id, here.today);
    let before = mine.stands.into_iter().flat_map(|stands| &stands.text.references);
    sources.extend(before.filter(|source| !sources.contains(source)).copied().collect::<Vec<_>>());
    let book = here.book;
    sources.sort_by_key(|source| {
        let day = match source {
            Source::Entry(id) => book.entries.current(*id).map(|entry| entry.done_on.latest()),
            Source::Visit(id) => book.visits.current(*id).map(|visit| visit.on),
            Source::CaseNote(id) => book.case_notes.current(*id).map(|note| note.on),
        };
        std::cmp::Reverse((day, *source))
    });
    sources
}

/// A record in a box.
fn code(source: Source) -> String {
    match source {
        Source::Entry(id) => format!("entry.{id}"),
        Source::Visit(id) => format!("visit.{id}"),
        Source::CaseNote(id) => format!("note.{id}"),
    }
}

/// The children to write about: those in the workflow, and those who were written about before.
fn whom(here: &Here<'_>, mine: &Mine<'_>) -> Vec<PersonId> {
    let mut whom = children(here.book);
    for child in mine.stands.into_iter().flat_map(|stands| stands.text.observations.keys()) {
        if !whom.contains(child) {
            whom.push(*child);
        }
    }
    whom
}

pub(super) fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let mine = mine(of, here)?;
    let mut questions: Vec<Question> = asked::before(here, &mine).into_iter().collect();
    questions.extend(asked::work(here, &mine));
    questions.extend(asked::seen(here, &mine));
    questions.extend(asked::analysis());
    questions.extend(proposals::questions(here, mine.stands));
    questions.extend(asked::thresholds(here, &mine));
    let rating = Own(field::RATING);
    let mut at =
        vec![(Field::Texts, field::SYNOPSIS.to_owned()), (Field::References, field::REFERENCES.to_owned())];
    if mine.rates {
        questions.push(What::Heading("Your rating".to_owned()).asked());
        questions.extend(rating.questions(here));
        at.push((Field::Rating, rating.level()));
    }
    questions.extend(asked::finish(here, &mine));
    if mine.is_in {
        at.push((Field::Reason, field::REASON.to_owned()));
    }
    at.retain(|(_, id)| questions.iter().any(|question| question.what.id() == Some(id)));
    Some(Sheet {
        heading: format!("Your {}", named(here)),
        caption: Some(meeting_title(here, &mine.meeting)),
        intro: intro(here, &mine),
        questions,
        save: "Save summary",
        done: "Your summary was saved on this device. It is not sent: share your bundle".to_owned(),
        back: FamilyPage::leaf(Leaf::Summaries),
        filled: filled::boxes(here, &mine),
        at,
    })
}

/// Of which time it tells, and by when it is due.
fn intro(here: &Here<'_>, mine: &Mine<'_>) -> Vec<String> {
    let own = mine.meeting.period(here.today);
    let older = match own.since {
        Some(_) => "Nothing older belongs in it: what is in the modules stands there.",
        None => "There was no supervision before this one.",
    };
    let mut intro = vec![format!("{}. {older}", period(own))];
    if let Some((due, now)) = deadline(here, mine.meeting.id, here.me.id) {
        let says = due.says(now);
        let rule = due.why(here.history).rule.map(|rule| format!(" {}", rule.wording)).unwrap_or_default();
        intro.push(format!("Your summary: {says}.{rule}"));
        if due.late.is_some() && due.done.is_none() {
            intro.push("You can still write it. It is saved with the day on which it was ready.".to_owned());
        }
    }
    intro
}
