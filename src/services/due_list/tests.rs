use super::*;
use crate::model::ids::StatusId;
use crate::model::practitioner::Role;
use crate::model::status::{ChildStatus, PlanStatus};
use crate::policy::authority::Authority;
use crate::services::manager::tests::{Team, day, noon, practitioner};
use crate::services::sample::{KAYLA, person};
use crate::workbook::decide::Command;
use crate::workbook::decide::way::Way;

fn filter(whose: &str, family: &str, kind: &str) -> Filter {
    Filter { whose: whose.to_owned(), family: family.to_owned(), kind: kind.to_owned() }
}

fn planned() -> Team {
    let mut team = Team::new(Authority::WestSussex);
    team.allocated();
    team.plans("2026-09-29");
    team
}

fn shown(team: &Team, role: Role, filter: &Filter) -> Vec<String> {
    let history = ProfileHistory::new(team.authority.profile().clone());
    let all = lines([&team.sample.book], &history, &practitioner(role), noon("2026-09-10"));
    let words = |part: Part| match part {
        Part::List(rows) => rows.into_iter().map(|row| row.words).collect(),
        Part::Heading(_) => Vec::new(),
        // What stands above the lists in a quiet week.
        Part::Words(words) if words.starts_with("Nothing is due this week") => Vec::new(),
        other => vec![format!("{other:?}")],
    };
    parts(&all, filter).into_iter().flat_map(words).collect()
}

#[test]
fn what_is_mine_is_by_name_or_else_by_role() {
    let team = planned();
    let all = shown(&team, Role::SocialWorker, &Filter::default());
    assert!(all.len() > 3, "{all:?}");
    let mine = shown(&team, Role::SocialWorker, &filter("mine", "", ""));
    assert_eq!(mine, ["Summary before supervision", "Update the case summary"]);
    assert_eq!(shown(&team, Role::SocialWorker, &filter("team", "", "")), all);
    // Somebody else's team is not mine, whatever my role.
    let nothing = ["Words(\"Nothing that is due matches. Choose less.\")"];
    assert_eq!(shown(&team, Role::RecoveryWorker, &filter("team", "", "")), nothing);
    assert_eq!(shown(&team, Role::RecoveryWorker, &filter("mine", "", "")), nothing);
    assert_eq!(shown(&team, Role::RecoveryWorker, &Filter::default()), all);
}

#[test]
fn one_family_or_one_kind_at_a_time() {
    let team = planned();
    let id = team.sample.book.id.to_string();
    let all = shown(&team, Role::SocialWorker, &Filter::default());
    assert_eq!(shown(&team, Role::SocialWorker, &filter("", &id, "")), all);
    let other = FamilyId::from_bytes([1; 16]).to_string();
    assert_eq!(shown(&team, Role::SocialWorker, &filter("", &other, "")).len(), 1);
    let supervision = shown(&team, Role::SocialWorker, &filter("", "", "supervision"));
    assert!(supervision.contains(&"Hold supervision".to_owned()));
    assert!(!supervision.contains(&"Update the case summary".to_owned()), "{supervision:?}");
    assert_eq!(shown(&team, Role::SocialWorker, &filter("", "", "length")), ["Update the case summary"]);
}

#[test]
fn every_timescale_is_of_one_kind() {
    for (timescale, kind) in [
        (Timescale::T1Allocation, Kind::Entry),
        (Timescale::T2GroupSupervision, Kind::Supervision),
        (Timescale::T4MinutesAfterSupervision, Kind::Supervision),
        (Timescale::T5VisitRecord, Kind::Visits),
        (Timescale::T6CaseSummary, Kind::Length),
        (Timescale::T10PlanReview, Kind::Plans),
        (Timescale::T15StepDown, Kind::Plans),
        (Timescale::T18PlanningTalk, Kind::Supervision),
        (Timescale::T18Monitoring, Kind::Length),
        (Timescale::T19RearrangedForLeave, Kind::Supervision),
        (Timescale::T20PlacementVisit, Kind::Visits),
        (Timescale::T20CoreGroup, Kind::Plans),
    ] {
        assert_eq!(Kind::of(timescale), kind, "{timescale:?}");
    }
}

#[test]
fn what_has_no_rule_is_said_and_leads_to_the_settings() {
    let mut team = planned();
    let status = ChildStatus {
        child: person(KAYLA),
        from: day("2026-09-02"),
        plan: PlanStatus::ChildInNeed,
        looked_after: false,
        legal: None,
        decision: None,
        no_plan_after: None,
        why: String::new(),
    };
    let id = StatusId::from_bytes([76; 16]);
    let way = Way::RecordStatus { id, status, reason: String::new(), seen: vec![] };
    team.does(Role::SocialWorker, "2026-09-02", Command::Way(way));
    let me = practitioner(Role::SocialWorker);
    let rows = |history: &ProfileHistory| -> Vec<Row> {
        let all = lines([&team.sample.book], history, &me, noon("2026-09-10"));
        all.into_iter().filter(|it| it.bucket == Bucket::NoDate).map(|it| it.row).collect()
    };
    let mut profile = Authority::WestSussex.profile().clone();
    let found = rows(&ProfileHistory::new(profile.clone()));
    let visit = found.iter().find(|row| row.words == "Visit and see a child in need").unwrap();
    assert!(visit.more[0].starts_with("No date set: the profile has no rule"), "{visit:?}");
    let task = RulesTask::Timescale(Timescale::T20ChildInNeedVisit);
    assert_eq!(visit.to, Some(Route::Rules(task)));
    // Once a manager has switched it on, it has a date like anything else.
    profile.turn(Timescale::T20ChildInNeedVisit, true).unwrap();
    let found = rows(&ProfileHistory::new(profile));
    assert!(!found.iter().any(|row| row.words.starts_with("Visit and see")), "{found:?}");
}

#[test]
fn a_quiet_week_says_so_and_what_comes_next() {
    let team = planned();
    let history = ProfileHistory::new(Authority::WestSussex.profile().clone());
    let me = practitioner(Role::SocialWorker);
    let said = |on: &str| parts(&lines([&team.sample.book], &history, &me, noon(on)), &Filter::default());
    let label = team.sample.book.label();
    let words = format!(
        "Nothing is due this week. Next: Reminder before supervision, {label}, due Tue 22 Sep 2026: 12 days left"
    );
    match said("2026-09-10").first() {
        Some(Part::Words(found)) => assert!(found.starts_with(&words), "{found}"),
        other => panic!("{other:?}"),
    }
    assert!(
        matches!(said("2026-09-16").first(), Some(Part::Heading(words)) if words.starts_with("In the next"))
    );
}

#[test]
fn a_calendar_is_told_of_what_is_shown() {
    let team = planned();
    let history = ProfileHistory::new(Authority::WestSussex.profile().clone());
    let me = practitioner(Role::SocialWorker);
    let all = lines([&team.sample.book], &history, &me, noon("2026-09-10"));
    let dates = |filter: &Filter| {
        let file = for_calendar(&all, filter, noon("2026-09-10"));
        file.map(|(_, text)| text.matches("BEGIN:VEVENT\r\n").count())
    };
    assert_eq!(dates(&filter("mine", "", "")), Some(2));
    assert!(dates(&Filter::default()) > Some(2));
    assert_eq!(dates(&filter("", "nobody’s", "")), None);
}
