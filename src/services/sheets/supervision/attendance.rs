//! That a supervision was held, who came, and why others did not (`domain.md` R49).

use std::collections::{BTreeMap, BTreeSet};

use crate::model::dates::PartialDate;
use crate::model::ids::PractitionerId;
use crate::model::supervision::{Absence, Held};
use crate::services::here::Here;
use crate::services::sheet::{Answer, Question, Sheet, line, near_date, one, pick, text, tick};
use crate::services::sheets::{at, needed_date, time};
use crate::services::supervision::people::{self, Colleague, colleagues_of, described};
use crate::services::supervision::{heads, open_meeting, title};
use crate::services::typed::{Fields, Typed, Wrong, put_date};
use crate::workbook::decide::{Command, Field, SupervisionCommand};
use crate::workbook::round::Meeting;

use super::{page, time_box};

/// The ids of the boxes. They stand in drafts, so they stay.
mod field {
    use crate::model::ids::PractitionerId;

    pub const ON: &str = "attendance-on";
    pub const FROM: &str = "attendance-from";
    pub const UNTIL: &str = "attendance-until";
    pub const CHAIR: &str = "attendance-chair";
    pub const OTHERS: &str = "attendance-others";

    /// A box about one of the team.
    pub fn of(what: &str, who: PractitionerId) -> String {
        format!("attendance-{what}-{who}")
    }
}

/// The boxes about one of the team.
const CAME: &str = "came";
const WHY: &str = "why";
const AGREED: &str = "agreed";

const THERE: &str = "there";
const NOT_THERE: &str = "not_there";
const NOT_ASKED: &str = "not_asked";

pub(in super::super) fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let meeting = open_meeting(of, here)?;
    let colleagues = colleagues_of(here, Some(&meeting));
    let mut questions = vec![
        near_date(field::ON, "On which day was it held?").asked(),
        time_box(field::FROM, "From what time? (optional)").asked(),
        time_box(field::UNTIL, "Until what time? (optional)").asked(),
        pick(field::CHAIR, "Who chaired it?", people::answers(here, &colleagues)).asked(),
    ];
    questions.extend(colleagues.iter().flat_map(|it| about(here, it)));
    questions.push(text(field::OTHERS, "Who else was there? (optional)").asked());
    let anyone = colleagues.first().map(|it| field::of(CAME, it.id)).unwrap_or_default();
    Some(Sheet {
        heading: "Who was there".to_owned(),
        caption: Some(title(&meeting)),
        intro: vec!["If somebody was not there, their summary and rating stand in for them.".to_owned()],
        filled: boxes(here, &meeting, &colleagues),
        questions,
        save: "Save attendance",
        done: "Who was there is recorded".to_owned(),
        back: page(meeting.id),
        at: at([(Field::Day, field::ON), (Field::Period, field::UNTIL), (Field::Present, &anyone)]),
    })
}

fn about(here: &Here<'_>, colleague: &Colleague) -> [Question; 3] {
    let came = field::of(CAME, colleague.id);
    let answers = [
        Answer::new(THERE, "Yes"),
        Answer::new(NOT_THERE, "No"),
        Answer::new(NOT_ASKED, "Was not asked to come"),
    ];
    let name = &colleague.name;
    [
        one(came.clone(), format!("Was {} there?", described(here, colleague)), answers).asked(),
        line(field::of(WHY, colleague.id), format!("Why was {name} not there?"))
            .when(came.clone(), [NOT_THERE]),
        tick(field::of(AGREED, colleague.id), "This was agreed beforehand").when(came, [NOT_THERE]),
    ]
}

fn boxes(here: &Here<'_>, meeting: &Meeting<'_>, colleagues: &[Colleague]) -> Fields {
    let mut fields = Fields::new();
    let Some(held) = meeting.held() else {
        let plan = meeting.plan();
        let day = plan.map(|plan| plan.on).filter(|on| *on <= here.today);
        put_date(&mut fields, field::ON, day.map(PartialDate::day));
        let from = plan.and_then(|plan| plan.at).map(|at| at.format("%H:%M").to_string());
        fields.insert(field::FROM.to_owned(), from.unwrap_or_default());
        let chair = plan.and_then(|plan| plan.chair).map(|id| id.to_string());
        fields.insert(field::CHAIR.to_owned(), chair.unwrap_or_default());
        // Whether somebody came is never answered before it is asked; that they were not asked to is known.
        for it in colleagues.iter().filter(|it| plan.is_some_and(|plan| !plan.invited.contains(&it.id))) {
            fields.insert(field::of(CAME, it.id), NOT_ASKED.to_owned());
        }
        return fields;
    };
    put_date(&mut fields, field::ON, Some(PartialDate::day(held.on)));
    let mut put = |id: String, words: String| drop(fields.insert(id, words));
    let time =
        |at: Option<chrono::NaiveTime>| at.map(|at| at.format("%H:%M").to_string()).unwrap_or_default();
    put(field::FROM.to_owned(), time(held.from));
    put(field::UNTIL.to_owned(), time(held.until));
    put(field::CHAIR.to_owned(), held.chair.map(|id| id.to_string()).unwrap_or_default());
    put(field::OTHERS.to_owned(), held.others_present.clone());
    for it in colleagues {
        let came = match (held.present.contains(&it.id), held.absent.get(&it.id)) {
            (true, _) => THERE,
            (false, Some(absence)) => {
                put(field::of(WHY, it.id), absence.why.clone());
                put(field::of(AGREED, it.id), if absence.agreed { "yes" } else { "" }.to_owned());
                NOT_THERE
            }
            (false, None) => NOT_ASKED,
        };
        put(field::of(CAME, it.id), came.to_owned());
    }
    fields
}

pub(in super::super) fn read(
    of: Option<&str>,
    here: &Here<'_>,
    typed: &Fields,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let Some(meeting) = open_meeting(of, here) else { return Ok(Vec::new()) };
    let boxes = Typed(typed);
    let mut wrong = Vec::new();
    let on = needed_date(boxes, field::ON, "The day", "Enter on which day it was held", &mut wrong);
    let from = time(boxes, field::FROM, &mut wrong);
    let until = time(boxes, field::UNTIL, &mut wrong);
    let (present, absent) = came(here, &meeting, boxes, &mut wrong);
    let (Some(on), true) = (on, wrong.is_empty()) else { return Err(wrong) };
    let held = Held {
        on,
        from,
        until,
        chair: boxes.text(field::CHAIR).parse().ok(),
        present,
        absent,
        others_present: boxes.text(field::OTHERS).to_owned(),
    };
    let seen = heads(meeting.held_history());
    Ok(vec![Command::Supervision(SupervisionCommand::RecordHeld { id: meeting.id, held, seen })])
}

type Attendance = (BTreeSet<PractitionerId>, BTreeMap<PractitionerId, Absence>);

fn came(here: &Here<'_>, meeting: &Meeting<'_>, boxes: Typed<'_>, wrong: &mut Vec<Wrong>) -> Attendance {
    let (mut present, mut absent) = (BTreeSet::new(), BTreeMap::new());
    for it in colleagues_of(here, Some(meeting)) {
        let (name, id) = (it.name, it.id);
        match boxes.text(&field::of(CAME, id)) {
            THERE => drop(present.insert(id)),
            NOT_THERE => {
                let why = boxes.text(&field::of(WHY, id)).to_owned();
                if why.is_empty() {
                    wrong.push(Wrong::new(field::of(WHY, id), format!("Enter why {name} was not there")));
                }
                absent.insert(id, Absence { why, agreed: boxes.is(&field::of(AGREED, id), "yes") });
            }
            NOT_ASKED => {}
            _ => wrong.push(Wrong::new(field::of(CAME, id), format!("Select whether {name} was there"))),
        }
    }
    (present, absent)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::services::sample::today;
    use crate::services::supervision::tests::{
        ADMINISTRATOR, MANAGER, RECOVERY_WORKER, SOCIAL_WORKER, as_worker, first, planned, worker,
    };

    #[test]
    fn who_came_and_why_others_did_not_is_recorded_and_read_back() {
        let mut sample = planned();
        let id = first().to_string();
        let mut fields = as_worker(&sample, ADMINISTRATOR, |here| sheet(Some(&id), here).unwrap().filled);
        let wrong = as_worker(&sample, ADMINISTRATOR, |here| read(Some(&id), here, &fields).unwrap_err());
        assert_eq!(wrong.len(), 4, "nobody's answer is there already: {wrong:?}");
        for number in [MANAGER, ADMINISTRATOR, SOCIAL_WORKER] {
            fields.insert(field::of(CAME, worker(number)), THERE.to_owned());
        }
        fields.insert(field::of(CAME, worker(RECOVERY_WORKER)), NOT_THERE.to_owned());
        let wrong = as_worker(&sample, ADMINISTRATOR, |here| read(Some(&id), here, &fields).unwrap_err());
        assert_eq!(
            wrong.iter().map(|it| it.field.clone()).collect::<Vec<_>>(),
            [field::of(WHY, worker(RECOVERY_WORKER))]
        );
        fields.insert(field::of(WHY, worker(RECOVERY_WORKER)), "In court".to_owned());
        fields.insert(field::of(AGREED, worker(RECOVERY_WORKER)), "yes".to_owned());
        let commands = as_worker(&sample, ADMINISTRATOR, |here| read(Some(&id), here, &fields).unwrap());
        for command in commands.clone() {
            sample.does(command);
        }
        let held = sample.book.meeting(first()).unwrap().held().unwrap().clone();
        assert_eq!((held.on, held.present.len(), held.chair), (today(), 3, Some(worker(MANAGER))));
        assert_eq!(
            held.absent.get(&worker(RECOVERY_WORKER)),
            Some(&Absence { why: "In court".into(), agreed: true })
        );
        let again = as_worker(&sample, ADMINISTRATOR, |here| {
            let filled = sheet(Some(&id), here).unwrap().filled;
            read(Some(&id), here, &filled).unwrap()
        });
        let [Command::Supervision(SupervisionCommand::RecordHeld { held: read_back, .. })] = again.as_slice()
        else {
            panic!("{again:?}")
        };
        assert_eq!(*read_back, held);
    }
}
