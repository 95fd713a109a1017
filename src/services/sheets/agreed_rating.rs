//! The rating that the manager agrees, after everybody's was shown (`domain.md` R57 to R59; `ux.md` S19).

use crate::model::choices::Choice;
use crate::model::ids::SupervisionId;
use crate::model::rating::{AgreedRating, Rag};
use crate::navigation::{FamilyPage, Leaf};
use crate::services::here::Here;
use crate::services::rag;
use crate::services::sheet::{Question, Sheet, What, long_text, one, text, tick};
use crate::services::summaries::meeting_title;
use crate::services::typed::{Fields, Typed, Wrong};
use crate::workbook::decide::{Command, Field, RatingCommand};
use crate::workbook::round::Meeting;
use crate::workbook::round::ratings::{Shown, WorkerRating};

use super::choice;
use super::rating::used;

/// The ids of the boxes. They stand in drafts, so they stay.
mod field {
    pub const SHOW: &str = "agreed-show";
    pub const LEVEL: &str = "agreed-level";
    pub const REASON: &str = "agreed-reason";
    pub const DIFFERENCE: &str = "agreed-difference";
    pub const CHANGE: &str = "agreed-change";
}

/// Whether somebody has rated and the ratings were not shown together yet.
fn to_show(here: &Here<'_>, meeting: &Meeting<'_>) -> bool {
    meeting.reveal().is_none() && !meeting.ratings_for(here.me.id).is_empty()
}

fn differs(meeting: &Meeting<'_>) -> bool {
    meeting.spread().is_some_and(|(low, high)| low != high)
}

/// What was agreed at the supervision before.
fn before(meeting: &Meeting<'_>) -> Option<Rag> {
    meeting.before().and_then(|before| before.agreed().map(|agreed| agreed.level))
}

pub(super) fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let meeting = used(of, here)?;
    let sheet = Sheet {
        heading: "Agreed rating".to_owned(),
        caption: Some(meeting_title(here, &meeting)),
        intro: Vec::new(),
        questions: Vec::new(),
        save: "Save agreed rating",
        done: "The agreed rating was recorded".to_owned(),
        back: FamilyPage::leaf_of(Leaf::Meeting, meeting.id),
        filled: Fields::new(),
        at: Vec::new(),
    };
    Some(if to_show(here, &meeting) { show(here, &meeting, sheet) } else { agree(here, &meeting, sheet) })
}

/// The step before: the ratings are shown together.
fn show(here: &Here<'_>, meeting: &Meeting<'_>, sheet: Sheet) -> Sheet {
    let rated = meeting.ratings_for(here.me.id);
    let names: Vec<String> = rated.iter().map(|rating| here.book.author_name(rating.by)).collect();
    let label = "Everybody who is going to rate has rated: show the ratings";
    Sheet {
        heading: "Show the ratings together".to_owned(),
        intro: vec![
            format!("These have given a rating: {}.", names.join(", ")),
            "First everybody’s rating is shown, then you talk about where your views differ, then the manager agrees \
             one. What has been shown cannot be hidden again."
                .to_owned(),
        ],
        questions: vec![tick(field::SHOW, label).asked()],
        save: "Show ratings together",
        done: "The ratings are shown".to_owned(),
        ..sheet
    }
}

fn agree(here: &Here<'_>, meeting: &Meeting<'_>, sheet: Sheet) -> Sheet {
    let mut questions = Vec::new();
    let rated = meeting.ratings_for(here.me.id);
    if !rated.is_empty() {
        questions.push(What::Heading("What each worker says".to_owned()).asked());
        questions.extend(rated.iter().filter_map(|rating| said(here, rating)));
        questions.push(What::Heading("What is agreed".to_owned()).asked());
    }
    let level = one(field::LEVEL, "Which rating is agreed?", rag::answers(here.profile()));
    questions.push(match rag::measures(here.profile()) {
        Some(words) => level.hinted(words).asked(),
        None => level.asked(),
    });
    questions.push(text(field::REASON, "Why?").asked());
    if differs(meeting) {
        let hint =
            "The same facts can be weighed differently. What does each of you see that the others do not?";
        questions.push(long_text(field::DIFFERENCE, "Why do your views differ?", 4).hinted(hint).asked());
    }
    let last = before(meeting);
    let change = text(field::CHANGE, "What has changed since the supervision before?");
    match last {
        Some(last) => {
            let others = Rag::ALL.iter().filter(|level| **level != last).map(|level| level.code());
            let hint = format!("{} was agreed then.", last.label());
            questions.push(change.hinted(hint).when(field::LEVEL, others));
        }
        None => {
            questions.push(text(field::CHANGE, "What has changed since the work began? (optional)").asked())
        }
    }
    let filled = meeting.agreed().map(agreed_boxes).unwrap_or_default();
    Sheet { questions, filled, at: super::at([(Field::Rating, field::LEVEL)]), ..sheet }
}

/// One worker's rating and reason, in a paragraph.
fn said(here: &Here<'_>, rating: &WorkerRating<'_>) -> Option<Question> {
    let Shown::Open(version) = rating.rating else { return None };
    let value = version.value.as_ref()?;
    let late = if rating.after_reveal { ", given after the others were shown" } else { "" };
    let name = here.book.author_name(rating.by);
    Some(What::Words(format!("{name}: {}{late}. {}", value.level.label(), value.reason)).asked())
}

fn agreed_boxes(agreed: &AgreedRating) -> Fields {
    [
        (field::LEVEL, agreed.level.code()),
        (field::REASON, &agreed.reason),
        (field::DIFFERENCE, &agreed.difference),
        (field::CHANGE, &agreed.change),
    ]
    .map(|(id, words)| (id.to_owned(), words.to_owned()))
    .into()
}

pub(super) fn read(of: Option<&str>, here: &Here<'_>, typed: &Fields) -> Result<Vec<Command>, Vec<Wrong>> {
    let Some(meeting) = used(of, here) else { return Ok(Vec::new()) };
    let boxes = Typed(typed);
    let supervision: SupervisionId = meeting.id;
    if to_show(here, &meeting) {
        return match boxes.is(field::SHOW, "yes") {
            true => Ok(vec![Command::Rating(RatingCommand::Reveal { supervision })]),
            false => {
                Err(vec![Wrong::new(field::SHOW, "Confirm that everybody who is going to rate has rated")])
            }
        };
    }
    let mut wrong = Vec::new();
    let mut needed = |id: &str, needed: bool, message: &str| {
        let words = boxes.text(id).to_owned();
        if needed && words.is_empty() {
            wrong.push(Wrong::new(id, message));
        }
        words
    };
    let level = choice::<Rag>(boxes, field::LEVEL);
    needed(field::LEVEL, level.is_none(), "Select the rating that is agreed");
    let reason = needed(field::REASON, true, "Give your reason for the rating");
    let difference = needed(field::DIFFERENCE, differs(&meeting), "Enter why your views differ");
    let changed = before(&meeting).is_some_and(|before| level.is_some_and(|level| level != before));
    let change = needed(field::CHANGE, changed, "Enter what has changed");
    let (Some(level), true) = (level, wrong.is_empty()) else { return Err(wrong) };
    let rating = AgreedRating { level, reason, change, difference };
    let seen = meeting.agreed_history().map(|agreed| agreed.head_ids()).unwrap_or_default();
    Ok(vec![Command::Rating(RatingCommand::Agree { supervision, rating, seen })])
}

#[cfg(test)]
mod tests {
    use crate::model::rating::Rag;
    use crate::navigation::Sheet as Place;
    use crate::policy::authority::Authority;
    use crate::services::sample::Sample;
    use crate::services::sheet::What;
    use crate::services::sheets::sheet;
    use crate::services::sheets::summary::tests::{
        fills, holds, looks, manager, plans, rana, sam, supervision,
    };

    fn rate(sample: &mut Sample, number: u8, by_rana: &str) {
        let of = supervision(number).to_string();
        for (who, level) in [(sam(), "amber"), (rana(), by_rana)] {
            let typed = [("rating-level", level), ("rating-reason", "From my own work")];
            fills(sample, &who, Place::Rating, &of, &typed).unwrap();
        }
    }

    fn agree(sample: &mut Sample, number: u8, typed: &[(&str, &str)]) -> Result<(), Vec<String>> {
        fills(sample, &manager(), Place::AgreedRating, &supervision(number).to_string(), typed)
    }

    fn words(sample: &Sample) -> Vec<String> {
        let of = supervision(1).to_string();
        let asked = looks(&sample.book, &manager(), Authority::Walsall, "2026-11-21", |here| {
            sheet(Place::AgreedRating, Some(&of), here).unwrap()
        });
        let said = asked.questions.into_iter().filter_map(|question| match question.what {
            What::Words(words) => Some(words),
            _ => None,
        });
        asked.intro.into_iter().chain(said).collect()
    }

    #[test]
    fn ratings_are_shown_together_before_one_is_agreed() {
        let mut sample = Sample::new();
        plans(&mut sample, 1, "2026-11-20");
        rate(&mut sample, 1, "red");
        assert!(!words(&sample).join(" ").contains("Amber"), "nobody’s colour is read before it is shown");
        let missing = agree(&mut sample, 1, &[("agreed-level", "amber")]).unwrap_err();
        assert_eq!(missing, ["agreed-show: Confirm that everybody who is going to rate has rated"]);
        agree(&mut sample, 1, &[("agreed-show", "yes")]).unwrap();
        assert_eq!(words(&sample), ["Sam Holt: Amber. From my own work", "Rana Ali: Red. From my own work"]);
        let missing = agree(&mut sample, 1, &[]).unwrap_err();
        assert_eq!(
            missing,
            [
                "agreed-level: Select the rating that is agreed",
                "agreed-reason: Give your reason for the rating",
                "agreed-difference: Enter why your views differ"
            ]
        );
        let typed = [
            ("agreed-level", "amber"),
            ("agreed-reason", "The plan holds"),
            ("agreed-difference", "Rana sees the evenings"),
        ];
        agree(&mut sample, 1, &typed).unwrap();
        assert_eq!(sample.book.agreed_rating().unwrap().agreed.level, Rag::Amber);
    }

    #[test]
    fn a_rating_that_moved_says_what_changed() {
        let mut sample = Sample::new();
        plans(&mut sample, 1, "2026-10-20");
        agree(&mut sample, 1, &[("agreed-level", "red"), ("agreed-reason", "New")]).unwrap();
        holds(&mut sample, 1, "2026-10-20");
        plans(&mut sample, 2, "2026-11-20");
        let typed = [("agreed-level", "green"), ("agreed-reason", "Much better")];
        assert_eq!(agree(&mut sample, 2, &typed).unwrap_err(), ["agreed-change: Enter what has changed"]);
        let same = [("agreed-level", "red"), ("agreed-reason", "As before")];
        agree(&mut sample, 2, &same).unwrap();
        agree(&mut sample, 2, &[typed[0], typed[1], ("agreed-change", "Joe has moved out")]).unwrap();
        assert_eq!(sample.book.agreed_rating().unwrap().agreed.level, Rag::Green);
    }
}
