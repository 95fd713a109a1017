//! The manager closes the workbook: why, and why anything is left unfinished (`domain.md` R63, R84, R88; `ux.md`
//! S35).

use std::collections::BTreeMap;

use crate::model::choices::Choice;
use crate::model::leaving::ClosedBecause;
use crate::navigation::{FamilyPage, Leaf};
use crate::services::here::Here;
use crate::services::sheet::{Answer, Question, Sheet, What, near_date, one, text};
use crate::services::sheets::Fresh;
use crate::services::typed::{Fields, Wrong};
use crate::workbook::casework::Unfinished;
use crate::workbook::decide::way::Way;
use crate::workbook::decide::{Command, Field};
use crate::workbook::fact::Whole;

use super::Reading;

/// The ids of the boxes. They stand in drafts, so they stay.
mod field {
    pub const ON: &str = "close-on";
    pub const BECAUSE: &str = "close-because";
    pub const WHY: &str = "close-why";

    /// Why this was left unfinished.
    pub fn left(what: &str) -> String {
        format!("close-left-{what}")
    }
}

/// What keeps the workbook open whatever the reason for closing; the rest needs a reason.
pub fn keeps_open(here: &Here<'_>) -> Vec<Unfinished> {
    let without_consent = here.book.may_leave_without_consent(&here.rules(), ClosedBecause::NoLongerConsents);
    let open = here.book.casework_open().into_iter();
    open.filter(|what| what.keeps_open() && !(without_consent && what.ends_with_consent())).collect()
}

pub fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    if of.is_some() {
        return None;
    }
    let mut questions: Vec<Question> = Vec::new();
    for what in keeps_open(here) {
        let words = here.book.unfinished_words(what);
        questions
            .push(What::Warning(format!("{words}. The workbook stays open until this is done.")).asked());
    }
    questions.extend([
        near_date(field::ON, "From which day is it closed?").asked(),
        one(field::BECAUSE, "Why does the family leave?", reasons(here)).asked(),
        text(field::WHY, "Why is the workbook closed?")
            .hinted("What was decided, by whom, and what the family and the agencies think.")
            .asked(),
    ]);
    questions.extend(here.book.casework_open().into_iter().filter_map(|what| asked(here, what)));
    Some(Sheet {
        heading: "Close the workbook".to_owned(),
        caption: None,
        intro: vec![
            "From then on the workbook can be read, and nothing can be recorded. It can be reopened."
                .to_owned(),
        ],
        questions,
        save: "Close the workbook",
        done: "The workbook is closed".to_owned(),
        back: FamilyPage::leaf(Leaf::Close),
        filled: Fields::new(),
        at: super::super::at([
            (Field::Date, field::ON),
            (Field::Choice, field::BECAUSE),
            (Field::Why, field::WHY),
        ]),
    })
}

/// Leaving without consent is offered where the authority has it and it can be so now.
fn reasons(here: &Here<'_>) -> Vec<Answer> {
    let can_be = |because: &ClosedBecause| match because {
        ClosedBecause::WorkComplete => true,
        ClosedBecause::NoLongerConsents => here.book.may_leave_without_consent(&here.rules(), *because),
    };
    super::answers_of(ClosedBecause::ALL.iter().copied().filter(can_be))
}

/// Why something is left unfinished, where it may be.
fn asked(here: &Here<'_>, what: Unfinished) -> Option<Question> {
    let words = here.book.unfinished_words(what);
    let box_of = text(field::left(&code(what)), format!("{words}. Why is it left?"));
    match (what.keeps_open(), what.ends_with_consent()) {
        (false, _) => Some(box_of.asked()),
        (true, true) => Some(box_of.when(field::BECAUSE, [ClosedBecause::NoLongerConsents.code()])),
        (true, false) => None,
    }
}

/// What is unfinished, as it stands in the id of a box. Numbers are left out: the reason stays when they change.
fn code(what: Unfinished) -> String {
    match what {
        Unfinished::Casework(id) => format!("casework-{id}"),
        Unfinished::Status(id) => format!("status-{id}"),
        Unfinished::Proceedings(id) => format!("proceedings-{id}"),
        Unfinished::Alert(id) => format!("alert-{id}"),
        Unfinished::StepDown(id) => format!("step-down-{id}"),
        Unfinished::Supervision(id) => format!("supervision-{id}"),
        Unfinished::PlannedSupervision(id) => format!("planned-{id}"),
        Unfinished::SpecialistRequest(id) => format!("request-{id}"),
        Unfinished::Actions(_) => "actions".to_owned(),
        Unfinished::Recommendation(id) => format!("recommendation-{id}"),
        Unfinished::Disagreement(id) => format!("disagreement-{id}"),
        Unfinished::EarlyHelp => "early-help".to_owned(),
        Unfinished::EarlyHelpToAgree(id) => format!("early-help-{id}"),
        Unfinished::Consent => "consent".to_owned(),
        Unfinished::ClosureSummary => "summary".to_owned(),
        Unfinished::Modules(_) => "modules".to_owned(),
        Unfinished::TwoVersions(_) => "two-versions".to_owned(),
    }
}

pub fn read(
    _of: Option<&str>,
    here: &Here<'_>,
    typed: &Fields,
    _fresh: Fresh<'_>,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let mut form = Reading::of(typed, here);
    let on = form.needed_past(field::ON, "The day", "Enter from which day it is closed");
    let because: Option<ClosedBecause> = form.needed_choice(field::BECAUSE, "Select why the family leaves");
    let why = form.needed_text(field::WHY, "Enter why the workbook is closed");
    let without_consent = because == Some(ClosedBecause::NoLongerConsents);
    let may_be_left = |what: &Unfinished| !what.keeps_open() || (without_consent && what.ends_with_consent());
    let mut reasons = BTreeMap::new();
    for what in here.book.casework_open().into_iter().filter(may_be_left) {
        let id = field::left(&code(what));
        let missing = format!("Enter why this is left: {}", here.book.unfinished_words(what));
        reasons.insert(what, form.needed_text(&id, &missing));
    }
    let (Some(on), Some(because), true) = (on, because, form.wrong.is_empty()) else {
        return Err(form.wrong);
    };
    let seen = here.book.closing.head_ids(Whole::Family);
    Ok(vec![Way::Close { on, because, why, reasons, seen }.into()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::consent::{Consent, ConsentOf, ConsentState, Purpose};
    use crate::model::practitioner::Role;
    use crate::navigation::Sheet as Place;
    use crate::policy::authority::Authority;
    use crate::services::sample::{AMARA, DANA, JOE, KAYLA, person, today};
    use crate::services::sheets::way::desk::Desk;

    const CLOSE: [(&str, &str); 5] = [
        ("close-on", "2026-11-21"),
        ("close-because", "work_complete"),
        ("close-why", "Agreed at the last meeting"),
        ("close-left-consent", "It was taken on paper"),
        ("close-left-summary", "It follows on Monday"),
    ];

    fn complete(desk: &mut Desk, people: &[u8]) {
        for one in people {
            let id = person(*one).to_string();
            let typed =
                [("leaving-how", "complete"), ("leaving-on", "2026-11-20"), ("leaving-words", "All is well")];
            desk.fills_in(Place::Leaving, Some(&id), &typed);
        }
    }

    #[test]
    fn it_closes_when_the_work_with_everyone_is_complete_and_the_rest_has_its_reason() {
        let mut desk = Desk::new(Authority::Walsall);
        complete(&mut desk, &[AMARA, JOE, DANA]);
        assert_eq!(keeps_open(&desk.here()), [Unfinished::Casework(person(KAYLA))]);
        let (_, said) = desk.is_refused(Place::Close, None, &CLOSE);
        assert!(said.contains("Work with Kayla is not recorded as complete"), "{said}");
        complete(&mut desk, &[KAYLA]);
        assert_eq!(keeps_open(&desk.here()), []);
        let wrong = desk.mends(Place::Close, None, &CLOSE[..3]);
        let at: Vec<&str> = wrong.iter().map(|(at, _)| at.as_str()).collect();
        assert_eq!(at, ["close-left-consent", "close-left-summary"]);
        desk.fills_in(Place::Close, None, &CLOSE);
        assert_eq!(desk.sample.book.closed_on(), Some(today()));
        desk.fills_in(
            Place::Reopen,
            None,
            &[
                ("reopen-on", "2026-11-21"),
                ("reopen-because", "work_to_do"),
                ("reopen-why", "Amara asked for help"),
            ],
        );
        assert_eq!(desk.sample.book.closed_on(), None);
    }

    #[test]
    fn a_family_that_no_longer_consents_may_leave_only_where_the_guidance_says_so() {
        for (authority, offered) in [(Authority::WestSussex, true), (Authority::Walsall, false)] {
            let mut desk = Desk::new(authority);
            let because = |desk: &Desk| reasons(&desk.here()).len();
            assert_eq!(because(&desk), 1, "not before somebody said no");
            let consent = Consent {
                state: ConsentState::Withdrawn,
                on: today(),
                until: None,
                by: Some(person(AMARA)),
                how: None,
                explained: String::new(),
                not_sought: None,
                why: "No more, she said".into(),
                named: String::new(),
            };
            let of = ConsentOf { person: person(AMARA), purpose: Purpose::Work };
            desk.tries(vec![Way::RecordConsent { of, consent, seen: vec![] }.into()]).unwrap();
            assert_eq!(because(&desk), if offered { 2 } else { 1 }, "{authority:?}");
            if !offered {
                continue;
            }
            let people =
                [AMARA, JOE, DANA, KAYLA].map(|it| field::left(&code(Unfinished::Casework(person(it)))));
            let mut typed = vec![CLOSE[0], ("close-because", "no_longer_consents"), CLOSE[2], CLOSE[4]];
            assert_eq!(desk.mends(Place::Close, None, &typed).len(), people.len());
            typed.extend(people.iter().map(|id| (id.as_str(), "The family has left")));
            desk.fills_in(Place::Close, None, &typed);
            assert_eq!(desk.sample.book.closed_on(), Some(today()));
        }
    }

    #[test]
    fn closing_is_the_managers() {
        let mut desk = Desk::new(Authority::Walsall);
        complete(&mut desk, &[AMARA, JOE, DANA, KAYLA]);
        let mut desk = desk.turned(Role::SocialWorker);
        let (_, said) = desk.is_refused(Place::Close, None, &CLOSE);
        assert_eq!(said, "Only the team manager can close the workbook. Ask them to record it");
    }
}
