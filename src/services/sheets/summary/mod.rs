//! A worker's own summary for a supervision: a short synopsis of the time since the one before, weighted to what needs
//! to happen and how we know that it helps (WSX appendix 6; `domain.md` R35, R36; `ux.md` S16).

mod filled;
mod proposals;
mod reading;
#[cfg(test)]
pub(crate) mod tests;

use crate::model::choices::Choice;
use crate::model::dates::day_words;
use crate::model::ids::PersonId;
use crate::model::source::Source;
use crate::model::summary::{Anchor, WorkbookSummary};
use crate::navigation::{FamilyPage, Leaf};
use crate::policy::profile::practice::Part;
use crate::policy::profile::words::Concept;
use crate::services::here::Here;
use crate::services::sheet::{Answer, Question, Sheet, What, counted, line, long_text, many, text, tick};
use crate::services::summaries::{deadline, meeting_title, named, period, reference};
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

/// How many words a synopsis has, about.
const WORDS: usize = 150;

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
    let mut questions: Vec<Question> = before(here, &mine).into_iter().collect();
    questions.extend(work(here, &mine));
    questions.extend(seen(here, &mine));
    questions.extend(analysis());
    questions.extend(proposals::questions(here, mine.stands));
    questions.extend(thresholds(here, &mine));
    let rating = Own(field::RATING);
    let mut at =
        vec![(Field::Texts, field::SYNOPSIS.to_owned()), (Field::References, field::REFERENCES.to_owned())];
    if mine.rates {
        questions.push(What::Heading("Your rating".to_owned()).asked());
        questions.extend(rating.questions(here));
        at.push((Field::Rating, rating.level()));
    }
    questions.extend(finish(here, &mine));
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

/// One's summary for the supervision before, to look at while writing.
fn before(here: &Here<'_>, mine: &Mine<'_>) -> Option<Question> {
    let day = mine.meeting.day();
    let last = here.book.summaries_of(here.me.id).into_iter().rev().find(|(id, own)| {
        let earlier = here.book.meeting(*id).is_some_and(|other| other.day() < day);
        *id != mine.meeting.id && earlier && own.current().is_some()
    });
    let (id, own) = last?;
    let meeting = here.book.meeting(id)?;
    let on = meeting.day().map(day_words).unwrap_or_default();
    let said = filled::said(here.book, &own.current()?.text);
    Some(What::Told { summary: format!("Your summary for {on}"), said }.asked())
}

/// One's own work, and where it is recorded.
fn work(here: &Here<'_>, mine: &Mine<'_>) -> Vec<Question> {
    let answers: Vec<Answer> = sources(here, mine)
        .into_iter()
        .filter_map(|source| Some(Answer::new(code(source), reference(here.book, source)?.0)))
        .collect();
    let references = match (answers.is_empty(), mine.meeting.period(here.today).since) {
        (false, _) => many(field::REFERENCES, "Which of your records does it refer to? (optional)", answers)
            .hinted(
                "They are referred to, not copied: whoever reads the summary can open each where it stands.",
            ),
        (true, Some(since)) => What::Words(format!(
            "You have no entries, visits or notes since {}. You can still write a summary.",
            day_words(since)
        )),
        (true, None) => {
            What::Words("You have no entries, visits or notes yet. You can still write a summary.".to_owned())
        }
    };
    vec![
        counted(field::SYNOPSIS, "What did you do in this time?", WORDS)
            .hinted("In short. What you did in detail stands in the modules.")
            .asked(),
        references.asked(),
    ]
}

fn seen(here: &Here<'_>, mine: &Mine<'_>) -> Vec<Question> {
    let ask = |child: PersonId| {
        text(field::seen(child), format!("What do you see in {}?", here.book.name_of(child)))
            .hinted("In relation to their needs, and to the harm that led to our involvement.")
            .asked()
    };
    let children = whom(here, mine);
    let heading = What::Heading("What you see in each child".to_owned()).asked();
    let heading = (!children.is_empty()).then_some(heading);
    heading.into_iter().chain(children.into_iter().map(ask)).collect()
}

/// The five anchor questions, as the model names them.
fn analysis() -> Vec<Question> {
    let ask = |anchor: &Anchor| {
        let rows = match anchor {
            Anchor::Progress => 8,
            Anchor::NeedsToHappen => 6,
            Anchor::WhatFor | Anchor::Story | Anchor::Meaning => 3,
        };
        match anchor.is_proposed() {
            true => long_text(field::anchor(*anchor), format!("{} (optional)", anchor.label()), rows)
                .hinted("The guidance does not word this question. Check it with your authority.")
                .asked(),
            false => long_text(field::anchor(*anchor), anchor.label(), rows).asked(),
        }
    };
    let heading = What::Heading("What it means".to_owned()).asked();
    std::iter::once(heading).chain(Anchor::ALL.iter().map(ask)).collect()
}

fn thresholds(here: &Here<'_>, mine: &Mine<'_>) -> Vec<Question> {
    let ask = |child: PersonId| {
        let decided = here.book.threshold_decisions(child).pop().map(|(_, decision)| decision.to.label());
        let name = here.book.name_of(child);
        let box_ =
            text(field::threshold(child), format!("Does the threshold still fit for {name}? (optional)"));
        match decided {
            Some(label) => box_.hinted(format!("Decided last: {label}.")).asked(),
            None => box_.asked(),
        }
    };
    let children = whom(here, mine);
    let heading = What::Heading("Threshold".to_owned()).asked();
    let heading = (!children.is_empty()).then_some(heading);
    heading.into_iter().chain(children.into_iter().map(ask)).collect()
}

/// Handing it in; or why one that was handed in is changed.
fn finish(here: &Here<'_>, mine: &Mine<'_>) -> Vec<Question> {
    if mine.is_in {
        return vec![
            line(field::REASON, "Why are you changing it?")
                .hinted("It is ready for supervision already. The change shows as a later version.")
                .asked(),
        ];
    }
    let by = deadline(here, mine.meeting.id, here.me.id).and_then(|(due, _)| due.due);
    let by = by.map(|when| format!(" by {}", day_words(when.day()))).unwrap_or_default();
    let to = here.profile().word(Concept::Administrator);
    let hint = format!(
        "It is not sent. Share your bundle with the team manager and the {to}{by}. Leave this empty to keep a draft."
    );
    vec![tick(field::READY, "Mark ready for supervision").hinted(hint).asked()]
}
