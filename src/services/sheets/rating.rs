//! A worker's own rating for a supervision (`domain.md` R57, R58; `ux.md` S16, S19).

use crate::model::choices::Choice;
use crate::model::rating::{Rag, Rating};
use crate::navigation::{FamilyPage, Leaf};
use crate::policy::profile::practice::Part;
use crate::services::here::Here;
use crate::services::rag;
use crate::services::sheet::{Question, Sheet, many, one, text};
use crate::services::summaries::meeting_title;
use crate::services::typed::{Fields, Typed, Wrong};
use crate::workbook::decide::{Command, Field, RatingCommand};
use crate::workbook::round::Meeting;

use super::{choice, grown};

/// Begins the ids of the boxes in the form of its own. They stand in drafts, so they stay.
const OWN: Own = Own("rating");

/// The supervision whose id stands in the address.
pub(super) fn meeting_of<'a>(of: Option<&str>, here: &Here<'a>) -> Option<Meeting<'a>> {
    here.book.meeting(of?.parse().ok()?)
}

/// The boxes of somebody's own rating, in whichever form they stand.
pub(super) struct Own(pub &'static str);

impl Own {
    pub fn level(&self) -> String {
        format!("{}-level", self.0)
    }

    pub fn reason(&self) -> String {
        format!("{}-reason", self.0)
    }

    fn people(&self) -> String {
        format!("{}-attributable", self.0)
    }

    pub fn questions(&self, here: &Here<'_>) -> Vec<Question> {
        let level = one(self.level(), "How do you rate the family?", rag::answers(here.profile()));
        let level = match rag::measures(here.profile()) {
            Some(words) => level.hinted(words),
            None => level,
        };
        let adults = grown(here.book);
        let mut questions = vec![
            level.asked(),
            text(self.reason(), "What is your reason?")
                .hinted("From your own work with the family. The others see it when all ratings are shown together.")
                .asked(),
        ];
        if !adults.is_empty() {
            let legend = "Which parents or caregivers does it concern? (optional)";
            questions.push(many(self.people(), legend, adults).asked());
        }
        questions
    }

    pub fn filled(&self, rating: &Rating) -> Fields {
        let people: Vec<String> = rating.attributable_to.iter().map(ToString::to_string).collect();
        [
            (self.level(), rating.level.code().to_owned()),
            (self.reason(), rating.reason.clone()),
            (self.people(), people.join("\n")),
        ]
        .into()
    }

    /// The rating in the boxes; none when nothing was given and nothing is `needed`, or it is in `wrong`.
    pub fn read(&self, boxes: Typed<'_>, needed: bool, wrong: &mut Vec<Wrong>) -> Option<Rating> {
        let level = choice::<Rag>(boxes, &self.level());
        let reason = boxes.text(&self.reason()).to_owned();
        if !needed && level.is_none() && reason.is_empty() {
            return None;
        }
        if level.is_none() {
            wrong.push(Wrong::new(self.level(), "Select a rating"));
        }
        if reason.is_empty() {
            wrong.push(Wrong::new(self.reason(), "Give your reason for the rating"));
        }
        let people = boxes.lines(&self.people()).into_iter().filter_map(|id| id.parse().ok());
        let rating = Rating { level: level?, reason, attributable_to: people.collect() };
        (!rating.reason.is_empty()).then_some(rating)
    }

    /// What records it, unless it stands so already.
    pub fn command(here: &Here<'_>, meeting: &Meeting<'_>, rating: Rating) -> Option<Command> {
        let own = meeting.own_rating(here.me.id);
        let stands = own.is_some_and(|own| !own.is_in_conflict() && own.current() == Some(&rating));
        let seen = own.map(|own| own.head_ids()).unwrap_or_default();
        let command = RatingCommand::Rate { supervision: meeting.id, rating, seen };
        (!stands).then_some(Command::Rating(command))
    }
}

/// The supervision in the address, where ratings are used and its own can still be given.
pub(super) fn used<'a>(of: Option<&str>, here: &Here<'a>) -> Option<Meeting<'a>> {
    let meeting = meeting_of(of, here)?;
    (here.profile().uses(Part::Rating) && !meeting.is_locked()).then_some(meeting)
}

pub(super) fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let meeting = used(of, here)?;
    let own = OWN;
    let stands = meeting.own_rating(here.me.id).and_then(|own| own.current());
    Some(Sheet {
        heading: "Your rating".to_owned(),
        caption: Some(meeting_title(here, &meeting)),
        intro: vec![
            "Everybody gives a rating of their own first. Nobody sees how another rated until all are shown together."
                .to_owned(),
        ],
        questions: own.questions(here),
        save: "Save rating",
        done: "Your rating was recorded".to_owned(),
        back: FamilyPage::leaf(Leaf::Summaries),
        filled: stands.map(|rating| own.filled(rating)).unwrap_or_default(),
        at: vec![(Field::Rating, own.level())],
    })
}

pub(super) fn read(of: Option<&str>, here: &Here<'_>, typed: &Fields) -> Result<Vec<Command>, Vec<Wrong>> {
    let Some(meeting) = used(of, here) else { return Ok(Vec::new()) };
    let mut wrong = Vec::new();
    match OWN.read(Typed(typed), true, &mut wrong) {
        Some(rating) => Ok(Own::command(here, &meeting, rating).into_iter().collect()),
        None => Err(wrong),
    }
}

#[cfg(test)]
mod tests {
    use crate::navigation::Sheet as Place;
    use crate::policy::authority::Authority;
    use crate::services::sample::Sample;
    use crate::services::sheets::sheet;
    use crate::services::sheets::summary::tests::{fills, looks, plans, rana, sam, supervision};

    #[test]
    fn a_rating_has_a_reason_and_stands_in_its_boxes_again() {
        let mut sample = Sample::new();
        plans(&mut sample, 1, "2026-11-20");
        let of = supervision(1).to_string();
        let missing = fills(&mut sample, &sam(), Place::Rating, &of, &[("rating-level", "red")]).unwrap_err();
        assert_eq!(missing, ["rating-reason: Give your reason for the rating"]);
        let typed = [("rating-level", "green"), ("rating-reason", "From my own work")];
        fills(&mut sample, &rana(), Place::Rating, &of, &typed).unwrap();
        let look = |who, authority| {
            looks(&sample.book, &who, authority, "2026-11-21", |here| sheet(Place::Rating, Some(&of), here))
        };
        let filled = look(rana(), Authority::WestSussex).unwrap().filled;
        assert_eq!(filled.get("rating-level").map(String::as_str), Some("green"));
        assert!(look(sam(), Authority::Warwickshire).is_none(), "not used there");
    }
}
