use super::*;
use crate::model::practitioner::Role;
use crate::policy::authority::Authority;
use crate::policy::profile::history::ProfileHistory;
use crate::services::manager::tests::{MEETING, Team, day, noon, practitioner};

/// West Sussex, allocated on 1 September, supervision planned for Tuesday 29 September 2026.
fn planned(authority: Authority) -> Team {
    let mut team = Team::new(authority);
    team.allocated();
    team.plans("2026-09-29");
    team
}

fn with<T>(team: &Team, role: Role, today: &str, read: impl FnOnce(&Here<'_>) -> T) -> T {
    let (me, history) = (practitioner(role), ProfileHistory::new(team.authority.profile().clone()));
    let here = Here {
        book: &team.sample.book,
        me: &me,
        authority: team.authority,
        history: &history,
        now: noon(today),
        today: day(today),
    };
    read(&here)
}

fn typed(to: &str, reason: &str, words: &str) -> Fields {
    let mut fields = Fields::new();
    if !to.is_empty() {
        put_date(&mut fields, TO, Some(PartialDate::day(day(to))));
    }
    fields.extend([(REASON.to_owned(), reason.to_owned()), (WORDS.to_owned(), words.to_owned())]);
    fields
}

#[test]
fn the_strip_reaches_from_today_to_six_weeks_on() {
    let team = planned(Authority::WestSussex);
    let mover = with(&team, Role::TeamManager, "2026-09-10", |here| mover(MEETING, here)).unwrap();
    assert_eq!((mover.first, mover.last, mover.length()), (day("2026-09-10"), day("2026-10-22"), 42));
    assert_eq!(mover.place(mover.planned), 19);
    for place in [0, 7, 42] {
        assert_eq!(mover.place(mover.day(place)), place);
    }
    assert_eq!((mover.day(-3), mover.day(99)), (mover.first, mover.last));
    assert_eq!((mover.place(day("2026-01-01")), mover.place(day("2027-01-01"))), (0, 42));
    assert_eq!(mover.says(day("2026-10-06")), "Tue 6 Oct 2026, 7 days later");
    assert_eq!(mover.says(day("2026-09-28")), "Mon 28 Sep 2026, 1 day earlier");
    assert_eq!(day_of(&mover.filled), Some(mover.planned));
}

#[test]
fn a_supervision_that_is_planned_further_ahead_is_on_the_strip() {
    let team = planned(Authority::WestSussex);
    let mover = with(&team, Role::TeamManager, "2026-08-01", |here| mover(MEETING, here)).unwrap();
    assert_eq!(mover.last, day("2026-09-29"));
}

#[test]
fn every_knock_on_is_shown_before_anybody_confirms() {
    let team = planned(Authority::WestSussex);
    with(&team, Role::TeamManager, "2026-09-10", |here| {
        let mover = mover(MEETING, here).unwrap();
        let stays = look(&mover, mover.planned, "", here);
        assert!(stays.parts.is_empty() && stays.summary.contains("Choose another day"));
        let found = look(&mover, day("2026-10-06"), "", here);
        assert!(found.summary.starts_with("Tue 6 Oct 2026, 7 days later: "), "{}", found.summary);
        let Some(Part::Table { rows, .. }) = found.parts.last() else { panic!("{:?}", found.parts) };
        let words = |row: &Vec<Cell>| {
            row.iter()
                .map(|cell| if let Cell::Words(words) = cell { words.as_str() } else { "" })
                .collect::<Vec<_>>()
                .join(" | ")
        };
        let rows: Vec<String> = rows.iter().map(words).collect();
        let summary = "Summary before supervision: Priya Shah | Thu 24 Sep 2026 | Thu 1 Oct 2026 | In time";
        assert!(rows.iter().any(|row| row == summary), "{rows:#?}");
        assert!(rows.iter().any(|row| row.starts_with("Reminder before supervision | Tue 22 Sep 2026 | Tue 29 Sep 2026")));
        assert!(
            rows.iter().any(|row| row.starts_with("Hold supervision") && row.ends_with("Would be late")),
            "{rows:#?}"
        );
        assert!(found.parts.contains(&Part::Warning(
            "Supervision would be held later than the guidance asks for.".to_owned()
        )));
    });
}

#[test]
fn weekends_and_days_that_have_passed_are_warned_about_and_not_blocked() {
    let team = planned(Authority::WestSussex);
    with(&team, Role::TeamManager, "2026-09-10", |here| {
        let mover = mover(MEETING, here).unwrap();
        let warned = |to: &str, words: &str| {
            let found = look(&mover, day(to), "", here);
            found.parts.contains(&Part::Warning(words.to_owned()))
        };
        assert!(warned("2026-09-26", "That day is a weekend or a bank holiday."));
        assert!(!warned("2026-09-25", "That day is a weekend or a bank holiday."));
        assert!(warned("2026-09-09", "That day has passed."));
        assert!(read(&mover, here, &typed("2026-09-26", "court", "")).is_ok());
    });
}

#[test]
fn confirming_moves_it_for_one_of_the_reasons() {
    let mut team = planned(Authority::WestSussex);
    let commands = with(&team, Role::TeamManager, "2026-09-10", |here| {
        let mover = mover(MEETING, here).unwrap();
        let ids: Vec<&str> = mover.questions.iter().filter_map(|it| it.what.id()).collect();
        assert_eq!(ids, [REASON, WORDS]);
        let wrong = |fields: Fields| -> Vec<(String, String)> {
            let wrong = read(&mover, here, &fields).unwrap_err();
            wrong.into_iter().map(|it| (it.field, it.message)).collect()
        };
        let at = |id: &str, words: &str| (id.to_owned(), words.to_owned());
        assert_eq!(
            wrong(typed("", "", "")),
            [at(TO, "Enter the new day"), at(REASON, "Select why it is moved")]
        );
        let same = at(TO, "Choose another day than the one it is planned for");
        assert_eq!(wrong(typed("2026-09-29", "court", "")), [same]);
        read(&mover, here, &typed("2026-10-06", "court", "Final hearing")).unwrap()
    });
    for command in commands {
        team.does(Role::TeamManager, "2026-09-10", command);
    }
    let book = &team.sample.book;
    let plan = book.meeting(MEETING).unwrap().plan().unwrap();
    assert_eq!(plan.on, day("2026-10-06"));
    assert!(plan.moved[0].words.ends_with(": Final hearing"), "{:?}", plan.moved);
    let now = with(&team, Role::TeamManager, "2026-09-10", |here| mover(MEETING, here)).unwrap();
    assert_eq!(now.planned, day("2026-10-06"));
}

#[test]
fn leave_that_moves_it_too_far_is_warned_about_and_refused_at_the_day() {
    let mut team = planned(Authority::WestSussex);
    let (commands, at) = with(&team, Role::TeamManager, "2026-09-10", |here| {
        let mover = mover(MEETING, here).unwrap();
        let to = day("2026-10-20");
        let found = look(&mover, to, "annual_leave", here);
        let words = "Annual leave may move supervision by up to 2 weeks only.".to_owned();
        assert!(found.parts.contains(&Part::Warning(words)), "{:?}", found.parts);
        let too_far = Refusal::Round(crate::workbook::decide::RoundRefusal::MovedTooFar(14, to));
        (read(&mover, here, &typed("2026-10-20", "annual_leave", "")).unwrap(), box_of(&too_far, here))
    });
    assert_eq!(at, TO);
    for command in commands {
        assert!(team.tries(Role::TeamManager, "2026-09-10", command).is_err());
    }
}

#[test]
fn where_the_authority_names_no_reasons_words_are_asked_for() {
    let team = planned(Authority::Walsall);
    with(&team, Role::TeamManager, "2026-09-10", |here| {
        let mover = mover(MEETING, here).unwrap();
        let wrong = read(&mover, here, &typed("2026-10-01", "", " ")).unwrap_err();
        assert_eq!((wrong[0].field.as_str(), wrong[0].message.as_str()), (WORDS, "Enter why it is moved"));
        assert!(read(&mover, here, &typed("2026-10-01", "", "Half the team is ill")).is_ok());
    });
}

#[test]
fn only_a_manager_is_asked_to_confirm_and_everybody_may_look() {
    let team = planned(Authority::WestSussex);
    with(&team, Role::SocialWorker, "2026-09-10", |here| {
        let mover = mover(MEETING, here).unwrap();
        assert!(mover.questions.is_empty());
        assert!(
            mover.for_another.as_ref().is_some_and(|words| words.to_lowercase().contains("manager")),
            "{mover:?}"
        );
        assert!(!look(&mover, day("2026-10-06"), "", here).parts.is_empty());
    });
}

#[test]
fn what_is_not_there_cannot_be_moved() {
    let team = planned(Authority::WestSussex);
    let nobody = SupervisionId::from_bytes([250; 16]);
    assert_eq!(with(&team, Role::TeamManager, "2026-09-10", |here| mover(nobody, here)), None);
}

#[test]
fn what_is_due_leads_to_it_while_there_is_something_to_move() {
    use crate::navigation::{FamilyPage, Leaf as Place, Route};
    let leads = |team: &Team| {
        with(team, Role::TeamManager, "2026-09-10", |here| {
            let leaf = crate::services::leaves::leaf(Place::Dates, None, here).unwrap();
            let to = Route::family(here.book.id, FamilyPage::Move { supervision: MEETING });
            leaf.parts.iter().any(|part| matches!(part, Part::Actions { ways, .. } if ways[0].to == to))
        })
    };
    assert!(leads(&planned(Authority::WestSussex)));
    let mut team = Team::new(Authority::WestSussex);
    team.allocated();
    assert!(!leads(&team));
}
