//! Work with one member of the family is complete, or they leave the workflow (`domain.md` R8, R84).

use crate::model::dates::PartialDate;
use crate::model::ids::PersonId;
use crate::model::leaving::Casework;
use crate::model::person::Workflow;
use crate::navigation::{FamilyPage, Leaf};
use crate::services::here::Here;
use crate::services::sheet::{Answer, Sheet, near_date, one, text};
use crate::services::sheets::Fresh;
use crate::services::typed::{Fields, Wrong};
use crate::workbook::decide::way::Way;
use crate::workbook::decide::{Command, Field};

use super::{Filled, Reading};

/// The ids of the boxes. They stand in drafts, so they stay.
mod field {
    pub const HOW: &str = "leaving-how";
    pub const ON: &str = "leaving-on";
    pub const WORDS: &str = "leaving-words";
}

const COMPLETE: &str = "complete";
const LEAVES: &str = "leaves";
const GOES_ON: &str = "goes_on";

fn person(of: Option<&str>, here: &Here<'_>) -> Option<PersonId> {
    let person = of?.parse().ok()?;
    here.book.people.current(person).map(|_| person)
}

pub fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let person = person(of, here)?;
    let name = here.book.name_of(person);
    let casework = here.book.casework.current(person);
    let mut answers = vec![
        Answer::new(COMPLETE, "The work is complete"),
        Answer::new(LEAVES, format!("{name} leaves the workflow"))
            .hint("The work is not complete, and ends here."),
    ];
    if casework.is_some() {
        answers.push(Answer::new(GOES_ON, "There is more work to do"));
    }
    Some(Sheet {
        heading: "Work with one person".to_owned(),
        caption: Some(name.clone()),
        intro: vec![
            "The workbook can be closed when the work with everyone in the workflow is complete.".to_owned(),
        ],
        questions: vec![
            one(field::HOW, format!("Where does the work with {name} stand?"), answers).asked(),
            near_date(field::ON, "From which day?").asked(),
            text(field::WORDS, "What was achieved, and what goes on elsewhere?")
                .hinted("Where somebody leaves the workflow, say why.")
                .asked(),
        ],
        save: "Save",
        done: "It was recorded".to_owned(),
        back: FamilyPage::leaf(Leaf::Close),
        filled: casework.map(boxes).unwrap_or_default(),
        at: super::super::at([
            (Field::Date, field::ON),
            (Field::Text, field::WORDS),
            (Field::Workflow, field::WORDS),
        ]),
    })
}

fn boxes(casework: &Casework) -> Fields {
    Filled::default()
        .text(field::HOW, if casework.complete { COMPLETE } else { GOES_ON })
        .day(field::ON, Some(casework.on))
        .text(field::WORDS, &casework.words)
        .0
}

pub fn read(
    of: Option<&str>,
    here: &Here<'_>,
    typed: &Fields,
    _fresh: Fresh<'_>,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let Some(person) = person(of, here) else { return Ok(Vec::new()) };
    let mut form = Reading::of(typed, here);
    let how = form.text(field::HOW);
    if ![COMPLETE, LEAVES, GOES_ON].contains(&how.as_str()) {
        form.missing(field::HOW, "Select where the work stands");
    }
    let on = form.needed_past(field::ON, "The day", "Enter from which day");
    let words = match how.as_str() {
        COMPLETE => form.needed_text(field::WORDS, "Enter what was achieved, and what goes on elsewhere"),
        LEAVES => form.needed_text(field::WORDS, "Enter why they leave the workflow"),
        _ => form.text(field::WORDS),
    };
    let (Some(on), true) = (on, form.wrong.is_empty()) else { return Err(form.wrong) };
    if how == LEAVES {
        let workflow = Workflow { inside: false, since: Some(PartialDate::day(on)), why: words };
        let seen = here.book.workflow.head_ids(person);
        return Ok(vec![Command::SetWorkflow { person, workflow, seen }]);
    }
    let casework = Casework { complete: how == COMPLETE, on, words };
    let seen = here.book.casework.head_ids(person);
    Ok(vec![Way::SetCasework { person, casework, seen }.into()])
}

#[cfg(test)]
mod tests {
    use crate::navigation::Sheet as Place;
    use crate::policy::authority::Authority;
    use crate::services::sample::{AMARA, DANA, person};
    use crate::services::sheets::way::desk::Desk;

    #[test]
    fn work_is_complete_goes_on_again_or_somebody_leaves() {
        let mut desk = Desk::new(Authority::Walsall);
        let [amara, dana] = [AMARA, DANA].map(|it| person(it).to_string());
        let typed = [
            ("leaving-how", "complete"),
            ("leaving-on", "2026-11-20"),
            ("leaving-words", "Sober for a year"),
        ];
        desk.fills_in(Place::Leaving, Some(&amara), &typed);
        assert!(desk.sample.book.is_casework_complete(person(AMARA)));
        desk.fills_in(Place::Leaving, Some(&amara), &[("leaving-how", "goes_on")]);
        assert!(!desk.sample.book.is_casework_complete(person(AMARA)));
        let leaves =
            [("leaving-how", "leaves"), ("leaving-on", "2026-11-20"), ("leaving-words", "Moved abroad")];
        desk.fills_in(Place::Leaving, Some(&dana), &leaves);
        assert!(!desk.sample.book.in_workflow(person(DANA)));
    }

    #[test]
    fn what_is_missing_is_said_at_its_box() {
        let mut desk = Desk::new(Authority::Walsall);
        let amara = person(AMARA).to_string();
        let at = |wrong: Vec<(String, String)>| wrong.into_iter().map(|(at, _)| at).collect::<Vec<_>>();
        assert_eq!(at(desk.mends(Place::Leaving, Some(&amara), &[])), ["leaving-how", "leaving-on"]);
        for how in ["complete", "leaves"] {
            let typed = [("leaving-how", how), ("leaving-on", "2026-11-20")];
            assert_eq!(at(desk.mends(Place::Leaving, Some(&amara), &typed)), ["leaving-words"], "{how}");
        }
    }
}
