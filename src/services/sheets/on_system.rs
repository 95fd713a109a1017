//! That a visit stands in the statutory system too: when it was put there, and what it is called there (`domain.md`
//! R39; `ux.md` S24).

use crate::model::dates::{PartialDate, day_words};
use crate::model::ids::VisitId;
use crate::model::visit::OnSystem;
use crate::navigation::{FamilyPage, Leaf};
use crate::policy::profile::words::Concept;
use crate::services::here::Here;
use crate::services::sheet::{Sheet, line, near_date};
use crate::services::typed::{Fields, Typed, Wrong, put_date};
use crate::workbook::decide::{Command, Field, VisitCommand};

use super::{Fresh, needed_date, time_box};

/// The ids of the boxes. They stand in drafts, so they stay.
mod field {
    pub const ON: &str = "system-on";
    pub const AT: &str = "system-at";
    pub const REFERENCE: &str = "system-reference";
}

fn of_address(of: Option<&str>, here: &Here<'_>) -> Option<VisitId> {
    let id = of?.parse().ok()?;
    here.book.visits.current(id).map(|_| id)
}

pub(super) fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let id = of_address(of, here)?;
    let stub = here.book.stub(id)?;
    let system = here.profile().word(Concept::StatutorySystem);
    let said = stub.children.iter().map(|(child, seen)| format!("{child}: {seen}"));
    let time_of = stub.from.map(|at| format!(", {}", at.format("%H:%M"))).unwrap_or_default();
    let on = format!("{}{time_of}, {}, by {}", day_words(stub.on), stub.place, stub.by.join(", "));
    let mut intro = vec![format!("Copy no more than this into the {system}. The detail stays here."), on];
    intro.extend(said);
    intro.push(format!("Where to read on: {}", stub.reference));
    let mut filled = Fields::new();
    if let Some(there) = &stub.on_system {
        put_date(&mut filled, field::ON, Some(PartialDate::day(there.on)));
        filled.insert(
            field::AT.to_owned(),
            there.at.map(|at| at.format("%H:%M").to_string()).unwrap_or_default(),
        );
        filled.insert(field::REFERENCE.to_owned(), there.reference.clone());
    }
    Some(Sheet {
        heading: "Recorded on the statutory system".to_owned(),
        caption: Some(format!("Visit of {}", day_words(stub.on))),
        intro,
        questions: vec![
            near_date(field::ON, format!("When did you record it on the {system}?")).asked(),
            time_box(field::AT, "What time? (optional)"),
            line(field::REFERENCE, "What is it called there? (optional)").asked(),
        ],
        save: "Save",
        done: "Where the visit stands was recorded".to_owned(),
        back: FamilyPage::leaf(Leaf::Visits),
        filled,
        at: super::at([(Field::Day, field::ON)]),
    })
}

pub(super) fn read(
    of: Option<&str>,
    here: &Here<'_>,
    typed: &Fields,
    _: Fresh<'_>,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let Some(id) = of_address(of, here) else { return Ok(Vec::new()) };
    let boxes = Typed(typed);
    let mut wrong = Vec::new();
    let on = needed_date(boxes, field::ON, "The day", "Enter when you recorded it there", &mut wrong);
    let visited = here.book.visits.current(id).map(|visit| visit.on);
    if on.zip(visited).is_some_and(|(on, visited)| on < visited || on > here.today) {
        wrong.push(Wrong::new(field::ON, "The day must be from the day of the visit to today"));
    }
    let at = super::time(boxes, field::AT, &mut wrong);
    let (Some(on), true) = (on, wrong.is_empty()) else { return Err(wrong) };
    let on_system = OnSystem { on, at, reference: boxes.text(field::REFERENCE).to_owned() };
    let seen = here.book.visits_on_system.head_ids(id);
    Ok(vec![Command::Visit(VisitCommand::PutOnSystem { id, on_system, seen })])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::visit::{Contact, Place, Visit};
    use crate::services::sample::{KAYLA, Sample, person, today};
    use crate::services::sheets::tests::{fields, hangs_together, here, ids, mend};

    fn visited() -> (Sample, String) {
        let mut sample = Sample::new();
        let id = VisitId::from_bytes([3; 16]);
        let visit = Visit {
            on: today(),
            from: None,
            until: None,
            statutory: true,
            place: Place::Home,
            by: Default::default(),
            children: [(person(KAYLA), Contact::Seen { why_not_alone: String::new() })].into(),
            adults: Default::default(),
            others_present: String::new(),
            note: "We read together.".into(),
            meaning: Default::default(),
            own_words: Vec::new(),
            evidence_for: Vec::new(),
            audience: Default::default(),
        };
        sample.does(Command::Visit(VisitCommand::Record { id, visit }));
        (sample, id.to_string())
    }

    #[test]
    fn where_a_visit_stands_is_recorded_and_its_note_is_not_in_what_is_copied() {
        let (mut sample, of) = visited();
        let asked = sheet(Some(&of), &here(&sample.book)).unwrap();
        hangs_together(&asked);
        assert!(asked.intro.iter().any(|words| words.contains("Kayla: Seen")));
        assert!(!asked.intro.iter().any(|words| words.contains("We read together")));
        let typed = fields(&[
            ("system-on-day", "21"),
            ("system-on-month", "11"),
            ("system-on-year", "2026"),
            ("system-at", "16:40"),
            ("system-reference", "CIN visit 7"),
        ]);
        for command in read(Some(&of), &here(&sample.book), &typed, &mut ids()).unwrap() {
            sample.does(command);
        }
        let filled = sheet(Some(&of), &here(&sample.book)).unwrap().filled;
        assert_eq!(filled, typed);
    }

    #[test]
    fn it_cannot_stand_there_before_it_was_made_or_in_the_future() {
        let (sample, of) = visited();
        for day in ["20", "22"] {
            let typed =
                fields(&[("system-on-day", day), ("system-on-month", "11"), ("system-on-year", "2026")]);
            let wrong = mend(read(Some(&of), &here(&sample.book), &typed, &mut ids()).unwrap_err());
            assert_eq!(wrong[0].1, "The day must be from the day of the visit to today");
        }
        assert!(sheet(Some("nobody"), &here(&sample.book)).is_none());
    }
}
