//! Supervisions and due dates for a person's own calendar, without a word of whom they are about (`domain.md` R93, E2).

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::model::supervision::Supervision;
use crate::navigation::Leaf as Place;
use crate::policy::clocks::due::{Due, Whom};
use crate::policy::clocks::when::When as Limit;
use crate::policy::london::at_london;
use crate::reports::calendar::{Date, Says, When, ics};
use crate::services::here::Here;
use crate::services::leaves::due::worked_out;
use crate::services::supervision::meeting;
use crate::services::words::fingerprint;
use crate::workbook::fold::Workbook;
use crate::workbook::round::Meeting;

/// What is said beside the button.
pub const WHAT_IT_SAYS: &str = "For your own calendar: days and times, and “Meeting” or “Something is due”. No name and no family stands in it.";

/// How the file says what it is.
pub const MEDIA_TYPE: &str = "text/calendar";

/// A file: its name, which others may see, and its text.
pub type File = (String, String);

/// The dates of a page, where it has any: of the supervision that it shows, or of everything that is due in the family.
pub fn file(place: Place, of: Option<&str>, here: &Here<'_>) -> Option<File> {
    let dates = match place {
        Place::Meeting => meeting(of, here).and_then(|it| of_meeting(&it)).into_iter().collect(),
        Place::Dates => {
            let (due, now) = worked_out(here.book, here.history, here.now);
            due.iter().filter_map(|due| of_due(here.book, due, now)).collect()
        }
        _ => Vec::new(),
    };
    written(&dates, here.today, here.now)
}

/// These dates as a file; none without a date.
pub fn written(dates: &[Date], today: NaiveDate, now: DateTime<Utc>) -> Option<File> {
    (!dates.is_empty()).then(|| (format!("dates-{today}.ics"), ics(dates, now)))
}

/// A supervision that is planned and was not held.
fn of_meeting(meeting: &Meeting<'_>) -> Option<Date> {
    let plan = meeting.plan().filter(|_| meeting.held().is_none())?;
    let uid = format!("{}@workbook", meeting.id);
    let moved = u32::try_from(plan.moved.len()).unwrap_or_default();
    Some(Date { uid, moved, says: Says::Meeting, when: begins(plan) })
}

fn begins(plan: &Supervision) -> When {
    let length = plan.minutes.map(|minutes| TimeDelta::minutes(minutes.into()));
    plan.at.map_or(When::Day(plan.on), |at| When::From(at_london(plan.on.and_time(at)), length))
}

/// Something that has to be done yet, and whose time has not passed.
pub fn of_due(book: &Workbook, due: &Due, now: DateTime<Utc>) -> Option<Date> {
    let limit = due.due.filter(|limit| due.is_outstanding() && !limit.is_past(now))?;
    let when = match limit {
        Limit::Day(day) => When::Day(day),
        Limit::At(at) => When::From(at, None),
    };
    let whom = match due.whom {
        Whom::Family => String::new(),
        Whom::Child(child) => child.to_string(),
    };
    let worker = due.worker.map(|worker| worker.to_string()).unwrap_or_default();
    let about = format!("{:?}", due.about);
    // A fingerprint: a calendar could otherwise be asked which dates belong to one child.
    let what = [&book.id.to_string(), due.timescale.code(), &whom, &about, &worker].join("\n");
    let known_by: String = fingerprint(&what).chars().take(32).collect();
    Some(Date { uid: format!("{known_by}@workbook"), moved: 0, says: Says::Due, when })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::services::example;
    use crate::services::sample::today;
    use crate::services::sheets::tests::here;
    use crate::services::supervision::tests::{first, plan, planned};

    #[test]
    fn a_supervision_begins_when_london_says_on_both_sides_of_a_change_of_clocks() {
        let check = |on: &str, expected: &str| {
            let plan = Supervision {
                on: on.parse().unwrap(),
                at: chrono::NaiveTime::from_hms_opt(9, 30, 0),
                minutes: Some(30),
                ..plan()
            };
            let length = Some(TimeDelta::minutes(30));
            assert_eq!(begins(&plan), When::From(expected.parse().unwrap(), length), "{on}");
        };
        check("2026-03-28", "2026-03-28T09:30:00Z");
        check("2026-03-29", "2026-03-29T08:30:00Z");
        check("2026-10-24", "2026-10-24T08:30:00Z");
        check("2026-10-25", "2026-10-25T09:30:00Z");
    }

    #[test]
    fn a_supervision_without_a_time_takes_the_day() {
        let sample = planned();
        let (name, text) = file(Place::Meeting, Some(&first().to_string()), &here(&sample.book)).unwrap();
        assert_eq!(name, format!("dates-{}.ics", today()));
        assert!(text.contains("DTSTART;VALUE=DATE:20261121\r\n"), "{text}");
        assert!(text.contains(&format!("UID:{}@workbook\r\n", first())), "{text}");
    }

    #[test]
    fn nobody_and_no_family_is_named() {
        let book = example::book();
        let (_, text) = file(Place::Dates, None, &here(&book)).unwrap();
        let told: std::collections::BTreeSet<&str> =
            text.lines().filter_map(|line| line.strip_prefix("SUMMARY:")).collect();
        assert_eq!(told, ["Something is due"].into());
        for words in [book.id.to_string(), book.id.short(), book.label()] {
            assert!(!text.contains(&words), "{words} in {text}");
        }
        let mut known: Vec<&str> = text.lines().filter(|line| line.starts_with("UID:")).collect();
        let all = known.len();
        known.sort_unstable();
        known.dedup();
        assert_eq!(known.len(), all, "each is known by a name of its own");
    }
}
