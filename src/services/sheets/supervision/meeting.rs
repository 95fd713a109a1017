//! A date for supervision, and the details of one that stays on its day (`domain.md` R46, R50, R53).

use crate::model::choices::Choice;
use crate::model::dates::day_words;
use crate::model::ids::SupervisionId;
use crate::model::supervision::{Form, Supervision};
use crate::navigation::{FamilyPage, Leaf};
use crate::policy::practice::supervision_form;
use crate::services::here::Here;
use crate::services::sheet::{Sheet, What, date, line, one, pick};
use crate::services::sheets::{Fresh, answers, at, choice, needed_date, no_id, time};
use crate::services::supervision::people::{self, colleagues_of};
use crate::services::supervision::{called, heads, is_used, open_meeting};
use crate::services::typed::{Fields, Typed, Wrong};
use crate::workbook::decide::{Command, Field, SupervisionCommand};
use crate::workbook::round::Meeting;

use super::{page, time_box};

/// The ids of the boxes. They stand in drafts, so they stay.
mod field {
    pub const ON: &str = "meeting-on";
    pub const AT: &str = "meeting-at";
    pub const MINUTES: &str = "meeting-minutes";
    pub const PLACE: &str = "meeting-place";
    pub const FORM: &str = "meeting-form";
    pub const CHAIR: &str = "meeting-chair";
    pub const INVITED: &str = "meeting-invited";
    pub const GUESTS: &str = "meeting-guests";
}

/// How long one takes where possible (WSX flow chart; R50).
const MINUTES: u16 = 30;

/// A new one, or one that can still change; none otherwise.
fn standing<'a>(of: Option<&str>, here: &Here<'a>) -> Option<Option<Meeting<'a>>> {
    match of {
        None => is_used(here).then_some(None),
        Some(_) => open_meeting(of, here).map(Some),
    }
}

pub(in super::super) fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let stands = standing(of, here)?;
    let mut questions = Vec::new();
    match stands.as_ref().and_then(|meeting| meeting.plan()) {
        Some(plan) => questions.push(
            What::Words(format!("It is on {}. To move it to another day, rearrange it.", day_words(plan.on)))
                .asked(),
        ),
        None => questions.push(date(field::ON, "When is it?").asked()),
    }
    let minutes = What::Line {
        id: field::MINUTES.to_owned(),
        label: "How many minutes is it meant to take? (optional)".to_owned(),
        hint: None,
        short: true,
    };
    let colleagues = colleagues_of(here, stands.as_ref());
    questions.extend([
        time_box(field::AT, "What time does it begin? (optional)").asked(),
        minutes.asked(),
        line(field::PLACE, "Where, or on which call? (optional)").asked(),
        one(field::FORM, "Which kind?", answers::<Form>())
            .hinted(here.profile().practice.supervised.words.clone())
            .asked(),
        pick(field::CHAIR, "Who chairs it?", people::answers(here, &colleagues)).asked(),
    ]);
    questions.extend(people::invitation(here, stands.as_ref(), field::INVITED, field::GUESTS));
    let (heading, done) = match &stands {
        Some(_) => ("Change the details", "The details were changed"),
        None => ("Set a date", "The date was set"),
    };
    Some(Sheet {
        heading: heading.to_owned(),
        caption: Some(called(here)),
        intro: Vec::new(),
        questions,
        save: "Save date",
        done: done.to_owned(),
        back: stands.as_ref().map_or(FamilyPage::leaf(Leaf::Supervision), |meeting| page(meeting.id)),
        filled: boxes(here, stands.as_ref()),
        at: match &stands {
            Some(_) => Vec::new(),
            None => at([(Field::Day, field::ON)]),
        },
    })
}

fn boxes(here: &Here<'_>, stands: Option<&Meeting<'_>>) -> Fields {
    let mut fields = Fields::new();
    let Some(plan) = stands.and_then(Meeting::plan) else {
        let form = supervision_form(here.profile(), here.book, here.today);
        let team =
            people::colleagues(here, []).into_iter().filter(|it| !is_referring(it)).map(|it| it.id).collect();
        fields.insert(field::MINUTES.to_owned(), MINUTES.to_string());
        fields.insert(field::FORM.to_owned(), form.code().to_owned());
        people::put_invitation(
            &mut fields,
            (field::INVITED, field::GUESTS),
            (&team, &people::not_here_yet(here)),
        );
        return fields;
    };
    let mut put = |id: &str, words: String| drop(fields.insert(id.to_owned(), words));
    put(field::AT, plan.at.map(|at| at.format("%H:%M").to_string()).unwrap_or_default());
    put(field::MINUTES, plan.minutes.map(|minutes| minutes.to_string()).unwrap_or_default());
    put(field::PLACE, plan.place.clone());
    put(field::FORM, plan.form.code().to_owned());
    put(field::CHAIR, plan.chair.map(|id| id.to_string()).unwrap_or_default());
    people::put_invitation(&mut fields, (field::INVITED, field::GUESTS), (&plan.invited, &plan.guests));
    fields
}

fn is_referring(colleague: &people::Colleague) -> bool {
    colleague.role == Some(crate::model::practitioner::Role::ReferringTeam)
}

pub(in super::super) fn read(
    of: Option<&str>,
    here: &Here<'_>,
    typed: &Fields,
    fresh: Fresh<'_>,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let Some(stands) = standing(of, here) else { return Ok(Vec::new()) };
    let boxes = Typed(typed);
    let mut wrong = Vec::new();
    let on = match stands.as_ref().and_then(|meeting| meeting.plan()) {
        Some(plan) => Some(plan.on),
        None => needed_date(boxes, field::ON, "The date", "Enter when it is", &mut wrong),
    };
    let begins = time(boxes, field::AT, &mut wrong);
    let minutes = boxes.text(field::MINUTES);
    let long = minutes.parse::<u16>().ok().filter(|minutes| *minutes > 0);
    if long.is_none() && !minutes.is_empty() {
        wrong.push(Wrong::new(field::MINUTES, "Enter the minutes as a number, such as 30"));
    }
    let (Some(on), true) = (on, wrong.is_empty()) else { return Err(wrong) };
    let (invited, guests) = people::read_invitation(boxes, field::INVITED, field::GUESTS);
    let supervision = Supervision {
        on,
        at: begins,
        minutes: long,
        place: boxes.text(field::PLACE).to_owned(),
        form: choice(boxes, field::FORM).unwrap_or_default(),
        chair: boxes.text(field::CHAIR).parse().ok(),
        invited,
        guests,
        reminded_on: None,
        moved: Vec::new(),
    };
    let (id, seen) = match stands {
        Some(meeting) => (meeting.id, heads(meeting.plan_history())),
        None => (SupervisionId::from_bytes(fresh().ok_or_else(|| no_id(field::ON))?), Vec::new()),
    };
    Ok(vec![Command::Supervision(SupervisionCommand::Plan { id, supervision, seen })])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::supervision::Guest;
    use crate::services::sample::{Sample, today};
    use crate::services::supervision::tests::{ADMINISTRATOR, as_worker, first, hand, planned};
    use crate::services::typed::put_date;

    #[test]
    fn a_date_is_set_changed_in_its_details_and_read_back() {
        let mut sample = Sample::new();
        hand(&mut sample, ADMINISTRATOR);
        let commands = as_worker(&sample, ADMINISTRATOR, |here| {
            let mut fields = sheet(None, here).unwrap().filled;
            put_date(&mut fields, field::ON, Some(crate::model::dates::PartialDate::day(today())));
            fields.insert(field::AT.into(), "10:30".into());
            fields.insert(field::GUESTS.into(), "Ms Harebell, Oak School\nDr Rowe".into());
            read(None, here, &fields, &mut || Some([21; 16])).unwrap()
        });
        for command in commands {
            sample.does(command);
        }
        let plan = sample.book.meeting(first()).unwrap().plan().unwrap().clone();
        assert_eq!(
            (plan.on, plan.minutes, plan.at.unwrap().to_string()),
            (today(), Some(30), "10:30:00".to_owned())
        );
        let from = |name: &str, from: &str| Guest { name: name.into(), from: from.into() };
        assert_eq!(plan.guests, [from("Ms Harebell", "Oak School"), from("Dr Rowe", "")]);
        assert!(!plan.invited.is_empty(), "the team is ticked already");
        let again = as_worker(&sample, ADMINISTRATOR, |here| {
            let mut fields = sheet(Some(&first().to_string()), here).unwrap().filled;
            fields.insert(field::PLACE.into(), "Room 2".into());
            read(Some(&first().to_string()), here, &fields, &mut || None).unwrap()
        });
        for command in again {
            sample.does(command);
        }
        let changed = sample.book.meeting(first()).unwrap().plan().unwrap().clone();
        assert_eq!(changed, Supervision { place: "Room 2".into(), ..plan });
    }

    #[test]
    fn what_is_missing_or_no_number_is_said_at_its_box() {
        let sample = planned();
        as_worker(&sample, ADMINISTRATOR, |here| {
            let fields = [(field::AT, "half ten"), (field::MINUTES, "long")]
                .map(|(id, it)| (id.to_owned(), it.to_owned()));
            let wrong = read(None, here, &fields.into(), &mut || None).unwrap_err();
            let at: Vec<&str> = wrong.iter().map(|it| it.field.as_str()).collect();
            assert_eq!(at, [field::ON, field::AT, field::MINUTES]);
        });
    }

    #[test]
    fn where_supervision_is_not_used_there_is_no_form_for_a_date() {
        use crate::policy::authority::Authority;
        use crate::policy::profile::history::ProfileHistory;
        let sample = Sample::new();
        let history = ProfileHistory::new(Authority::Warwickshire.profile().clone());
        as_worker(&sample, ADMINISTRATOR, |here| {
            assert!(sheet(None, &Here { history: &history, ..*here }).is_none());
        });
    }
}
