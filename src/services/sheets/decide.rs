//! Two versions of one record side by side, and which of them stands (`ux.md` S10, S32). Both stay in the history.

use crate::services::clock::moment_words;
use crate::services::here::Here;
use crate::services::sheet::{Answer, Sheet, Side, What, one};
use crate::services::two_versions::records::{at, place, sides};
use crate::services::two_versions::{Standing, Undecided};
use crate::services::typed::{Fields, Typed, Wrong};
use crate::services::words::sentence;
use crate::workbook::conflict::Conflict;
use crate::workbook::decide::Command;
use crate::workbook::decide::permission::Act;

/// The id of the box. It stands in drafts, so it stays.
const WHICH: &str = "decide-which";

/// What is undecided; the address names one of its versions.
fn undecided(of: Option<&str>, here: &Here<'_>) -> Option<(Conflict, Undecided)> {
    let conflict = at(here.book, of?.parse().ok()?)?;
    if conflict.stands_apart() && !here.may(Act::ReadProtected) {
        return None;
    }
    sides(here.book, conflict, here.me.id).map(|undecided| (conflict, undecided))
}

pub(super) fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let (conflict, undecided) = undecided(of, here)?;
    let versions = || (1..).zip(&undecided.versions);
    let side = |(number, version): (usize, &Standing)| Side {
        title: format!("Version {number}"),
        by: format!("{}, {}", version.by, moment_words(version.recorded, here.today)),
        lines: version.lines.clone(),
    };
    let answer = |(number, version): (usize, &Standing)| {
        let can = version.keep.is_some();
        can.then(|| Answer::new(version.event, format!("Version {number}, by {}", version.by)))
    };
    let hint = "The other stays in the history. If neither is right, keep the one that is nearer and change it then.";
    let which = one(WHICH, "Which version stands?", versions().filter_map(answer)).hinted(hint);
    Some(Sheet {
        heading: format!("{}: two versions", sentence(&undecided.about)),
        caption: None,
        intro: vec![
            "Two people changed this without knowing of each other. Nothing is lost. Talk to each other if you can, then \
             choose."
                .to_owned(),
        ],
        questions: vec![What::Beside(versions().map(side).collect()).asked(), which.asked()],
        save: "Save decision",
        done: "Decided. Both versions stay in the history".to_owned(),
        back: place(conflict),
        filled: Fields::new(),
        at: Vec::new(),
    })
}

pub(super) fn read(of: Option<&str>, here: &Here<'_>, typed: &Fields) -> Result<Vec<Command>, Vec<Wrong>> {
    let Some((_, undecided)) = undecided(of, here) else { return Ok(Vec::new()) };
    let chosen = Typed(typed).text(WHICH).parse().ok();
    let version = undecided.versions.into_iter().find(|version| Some(version.event) == chosen);
    match version.and_then(|version| version.keep) {
        Some(command) => Ok(vec![command]),
        None => Err(vec![Wrong::new(WHICH, "Select which version stands")]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::chronology::ChronologyEvent;
    use crate::model::consent::{Consent, ConsentOf, ConsentState, Purpose};
    use crate::model::dates::PartialDate;
    use crate::model::disagreement::{Between, Disagreement, DisagreementAbout, Step, TakenTo};
    use crate::model::ids::{ChronologyId, DisagreementId, EventId};
    use crate::navigation::{FamilyPage, Leaf, Sheet as Place};
    use crate::policy::authority::Authority;
    use crate::services::overview::to_decide;
    use crate::services::sample::{AMARA, Sample, person, today};
    use crate::services::sheets::summary::tests::{does_as, fills, looks, plans, rana, sam, supervision};
    use crate::workbook::conflict::conflicts;
    use crate::workbook::decide::ChronologyCommand;
    use crate::workbook::decide::way::Way;

    fn event(sample: &mut Sample, what: &str, reason: &str) {
        let id = ChronologyId::from_bytes([5; 16]);
        let event = ChronologyEvent {
            on: PartialDate::day(today()),
            until: None,
            people: [person(AMARA)].into(),
            what: what.into(),
            source: String::new(),
            significance: String::new(),
            childrens_views: Default::default(),
        };
        let seen = sample.book.chronology_events.head_ids(id);
        let record = ChronologyCommand::Record { id, event, reason: reason.into(), seen };
        sample.does(Command::Chronology(record));
    }

    fn consents(sample: &mut Sample, state: ConsentState) {
        let of = ConsentOf { person: person(AMARA), purpose: Purpose::Work };
        let consent = Consent {
            state,
            on: today(),
            until: None,
            by: Some(person(AMARA)),
            how: None,
            explained: String::new(),
            not_sought: None,
            why: String::new(),
            named: String::new(),
        };
        let seen = sample.book.consents.head_ids(of);
        sample.does(Command::Way(Way::RecordConsent { of, consent, seen }));
    }

    fn form(sample: &Sample, of: &str) -> Option<Sheet> {
        looks(&sample.book, &sam(), Authority::WestSussex, "2026-11-21", |here| sheet(Some(of), here))
    }

    /// The only thing that waits, and the version that its address names.
    fn waiting(sample: &Sample) -> String {
        let waiting = to_decide(&sample.book, sam().id);
        let [one] = waiting.as_slice() else { unreachable!("one thing waits: {waiting:?}") };
        match &one.route {
            crate::navigation::Route::Family {
                page: FamilyPage::Sheet { sheet: Place::Decide, of: Some(of) },
                ..
            } => of.clone(),
            other => unreachable!("it is decided elsewhere: {other:?}"),
        }
    }

    fn compared(sheet: &Sheet) -> Vec<Side> {
        let sides = sheet.questions.iter().find_map(|question| match &question.what {
            What::Beside(sides) => Some(sides.clone()),
            _ => None,
        });
        sides.unwrap()
    }

    /// A disagreement, with the step that somebody took on one of the last days.
    fn taken(sample: &mut Sample, steps: &[(u64, TakenTo)]) {
        let id = DisagreementId::from_bytes([6; 16]);
        let day = |ago: u64| today().checked_sub_days(chrono::Days::new(ago)).unwrap();
        let step = |(ago, to): &(u64, TakenTo)| Step { on: day(*ago), to: *to, what: format!("{ago}") };
        let disagreement = Disagreement {
            about: DisagreementAbout::Plan,
            between: Between::Teams,
            views: format!("We see it differently; {} steps", steps.len()),
            raised_on: day(9),
            steps: steps.iter().map(step).collect(),
        };
        let seen = sample.book.disagreements.head_ids(id);
        sample.does(Command::Way(Way::RecordDisagreement { id, disagreement, seen }));
    }

    #[test]
    fn whichever_disagreement_stands_every_step_that_was_taken_stays() {
        for keep in [0, 1] {
            let mut mine = Sample::new();
            taken(&mut mine, &[]);
            let mut theirs = mine.colleague();
            taken(&mut mine, &[(2, TakenTo::SeniorManager)]);
            taken(&mut theirs, &[(4, TakenTo::TeamManager), (3, TakenTo::SeniorManager)]);
            mine.joins(&theirs);
            let of = waiting(&mine);
            let chosen = mine.book.standing(conflicts(&mine.book)[0])[keep].event.to_string();
            fills(&mut mine, &sam(), Place::Decide, &of, &[(WHICH, &chosen)]).unwrap();
            assert_eq!(conflicts(&mine.book), vec![]);
            let stands = mine.book.disagreements.current(DisagreementId::from_bytes([6; 16])).unwrap();
            let days: Vec<&str> = stands.steps.iter().map(|step| step.what.as_str()).collect();
            assert_eq!(days, ["4", "3", "2"]);
        }
    }

    #[test]
    fn two_versions_of_an_event_stand_side_by_side_and_either_can_be_chosen() {
        for keep in [0, 1] {
            let mut mine = Sample::new();
            event(&mut mine, "Moved", "");
            let mut theirs = mine.colleague();
            event(&mut mine, "Moved to Hove", "The town");
            event(&mut theirs, "Moved to Lewes", "The right town");
            mine.joins(&theirs);
            let of = waiting(&mine);
            let asked = form(&mine, &of).unwrap();
            assert_eq!(asked.heading, "An event of the chronology: two versions");
            assert_eq!(asked.back, FamilyPage::leaf(Leaf::Chronology));
            let sides = compared(&asked);
            assert_eq!(sides.len(), 2);
            assert!(
                sides.iter().any(|side| side.lines.contains(&"What: Moved to Hove".to_owned())),
                "{sides:?}"
            );
            assert!(sides.iter().all(|side| side.lines.contains(&"People: Amara".to_owned())), "{sides:?}");
            let missing = fills(&mut mine, &sam(), Place::Decide, &of, &[]).unwrap_err();
            assert_eq!(missing, ["decide-which: Select which version stands"]);
            let heads =
                mine.book.chronology_events.get(ChronologyId::from_bytes([5; 16])).unwrap().head_ids();
            let chosen = heads[keep].to_string();
            let expected = mine.book.standing(conflicts(&mine.book)[0])[keep].value.clone();
            fills(&mut mine, &sam(), Place::Decide, &of, &[(WHICH, &chosen)]).unwrap();
            assert_eq!(to_decide(&mine.book, sam().id), []);
            let stands = mine.book.chronology_events.current(ChronologyId::from_bytes([5; 16])).unwrap();
            assert_eq!(serde_json::to_value(stands).ok(), expected);
            assert!(form(&mine, &of).is_none(), "there is nothing to decide any more");
        }
    }

    #[test]
    fn a_consent_given_on_one_device_and_withdrawn_on_another_is_decided_on_its_page() {
        let mut mine = Sample::new();
        consents(&mut mine, ConsentState::Given);
        let mut theirs = mine.colleague();
        consents(&mut mine, ConsentState::Withdrawn);
        consents(&mut theirs, ConsentState::Refused);
        mine.joins(&theirs);
        let of = waiting(&mine);
        let asked = form(&mine, &of).unwrap();
        assert_eq!(asked.back, FamilyPage::leaf(Leaf::Consent));
        let said: Vec<String> = compared(&asked).into_iter().flat_map(|side| side.lines).collect();
        assert!(
            said.contains(&"State: withdrawn".to_owned()) && said.contains(&"State: refused".to_owned()),
            "{said:?}"
        );
        let chosen = mine.book.standing(conflicts(&mine.book)[0])[0].event.to_string();
        fills(&mut mine, &sam(), Place::Decide, &of, &[(WHICH, &chosen)]).unwrap();
        assert_eq!(conflicts(&mine.book), []);
    }

    #[test]
    fn what_only_its_writer_may_decide_waits_for_them_and_shows_nobody_else_how_they_rated() {
        let mut mine = Sample::new();
        plans(&mut mine, 1, "2026-12-01");
        let mut theirs = mine.colleague();
        let of = supervision(1).to_string();
        for (sample, level) in [(&mut mine, "red"), (&mut theirs, "green")] {
            let typed = [("rating-level", level), ("rating-reason", "As I saw it")];
            let own = [("summary-synopsis", level)];
            fills(sample, &rana(), Place::Rating, &of, &typed).unwrap();
            fills(sample, &rana(), Place::Summary, &of, &own).unwrap();
        }
        mine.joins(&theirs);
        assert!(conflicts(&mine.book).len() > 1);
        assert_eq!(to_decide(&mine.book, sam().id), []);
        let words: Vec<String> = to_decide(&mine.book, rana().id).into_iter().map(|it| it.words).collect();
        assert_eq!(words, ["A worker’s rating", "A worker’s summary"]);
        for conflict in conflicts(&mine.book) {
            for head in mine.book.standing(conflict) {
                assert!(form(&mine, &head.event.to_string()).is_none(), "{conflict:?}");
            }
        }
    }

    #[test]
    fn somebody_who_may_not_record_it_may_not_decide_it() {
        let mut mine = Sample::new();
        event(&mut mine, "Moved", "");
        plans(&mut mine, 1, "2026-12-01");
        let mut theirs = mine.colleague();
        for (sample, minutes) in [(&mut mine, 30), (&mut theirs, 45)] {
            let id = supervision(1);
            let plan = sample.book.meeting(id).unwrap().plan().unwrap().clone();
            let supervision = crate::model::supervision::Supervision { minutes: Some(minutes), ..plan };
            let seen = sample.book.meeting(id).unwrap().plan_history().unwrap().head_ids();
            let plan = crate::workbook::decide::SupervisionCommand::Plan { id, supervision, seen };
            sample.does(Command::Supervision(plan));
        }
        mine.joins(&theirs);
        let of = waiting(&mine);
        let commands = |chosen: EventId| {
            looks(&mine.book, &sam(), Authority::WestSussex, "2026-11-21", |here| {
                read(Some(&of), here, &[(WHICH.to_owned(), chosen.to_string())].into())
            })
        };
        let chosen = mine.book.standing(conflicts(&mine.book)[0])[1].event;
        let command = commands(chosen).unwrap().remove(0);
        let outsider = crate::services::sheets::summary::tests::worker(
            8,
            "Kim Roe",
            crate::model::practitioner::Role::ReferringTeam,
        );
        let refused = does_as(&mut mine, &outsider, command.clone()).unwrap_err().to_string();
        assert!(refused.starts_with("Only "), "{refused}");
        does_as(&mut mine, &sam(), command).unwrap();
        assert_eq!(conflicts(&mine.book), []);
    }
}
