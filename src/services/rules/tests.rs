use super::*;
use crate::model::ids::PractitionerId;
use crate::model::practitioner::{Practitioner, Role};
use crate::policy::clocks::circumstances::{Circumstances, Involvement};
use crate::policy::clocks::due;
use crate::policy::profile::rule::Choice;
use crate::policy::profile::timescale::Timescale;
use crate::services::leaf::{Card, Part};

const SUMMARY: RulesTask = RulesTask::Timescale(Timescale::T3SummaryBeforeSupervision);

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-11-21")
}

fn follows(authority: Authority) -> ProfileHistory {
    ProfileHistory::new(authority.profile().clone())
}

fn me(role: Role) -> Practitioner {
    Practitioner {
        id: PractitionerId::from_bytes([1; 16]),
        name: "Moira Flynn".to_owned(),
        role,
        employer: String::new(),
        team: String::new(),
    }
}

/// What the form begins with, and these boxes typed over it.
fn typed(task: RulesTask, history: &ProfileHistory, boxes: &[(&str, &str)]) -> Fields {
    let mut fields = sheet(task, history, today()).unwrap().filled;
    fields.extend(boxes.iter().map(|(id, words)| ((*id).to_owned(), (*words).to_owned())));
    fields
}

#[track_caller]
fn reads(task: RulesTask, history: &ProfileHistory, boxes: &[(&str, &str)]) -> (Profile, NaiveDate) {
    read(task, history, &typed(task, history, boxes), today()).unwrap()
}

#[track_caller]
fn wrong(task: RulesTask, history: &ProfileHistory, boxes: &[(&str, &str)], expected: &[(&str, &str)]) {
    let found = read(task, history, &typed(task, history, boxes), today()).unwrap_err();
    let found: Vec<(&str, &str)> = found.iter().map(|it| (it.field.as_str(), it.message.as_str())).collect();
    assert_eq!(found, expected);
}

#[test]
fn every_form_has_boxes_of_its_own_and_nothing_changed_is_said() {
    for authority in Authority::ALL {
        let history = follows(authority);
        let mut forms = 0;
        for task in RulesTask::all() {
            let Some(sheet) = sheet(task, &history, today()) else { continue };
            forms += 1;
            let ids: Vec<&str> = sheet.questions.iter().filter_map(|it| it.what.id()).collect();
            let mut once = ids.clone();
            once.sort_unstable();
            once.dedup();
            assert_eq!(once.len(), ids.len(), "{task:?}: an id stands once");
            assert!(ids.contains(&first_box(task)) && ids.contains(&FROM), "{task:?}");
            let asked = |when: &crate::services::sheet::When| ids.contains(&when.field.as_str());
            assert!(sheet.questions.iter().all(|it| it.when.as_ref().is_none_or(asked)), "{task:?}");
            if task != RulesTask::Follow {
                wrong(task, &history, &[], &[(first_box(task), "Nothing was changed")]);
            }
            let empty = read(task, &history, &Fields::new(), today());
            assert!(empty.is_err(), "{task:?} accepts an empty form");
        }
        assert!(forms >= 2, "{authority:?}");
    }
}

#[test]
fn a_manager_chooses_between_readings_from_a_day_on() {
    let history = follows(Authority::WestSussex);
    let boxes = [("rule-choice", "three_days_before"), ("rules-from-day", "1"), ("rules-from-month", "12")];
    let (edited, from) = reads(SUMMARY, &history, &boxes);
    assert_eq!(from, day("2026-12-01"));
    let rule = edited.rule(Timescale::T3SummaryBeforeSupervision).unwrap();
    assert_eq!(rule.choice, Choice::Reading("three_days_before".to_owned()));
    assert_eq!((edited.id.as_str(), edited.version), ("west_sussex_edited", 1));
    assert_eq!(edited.based_on.as_deref(), Some("west_sussex"));
    // The next edit changes the copy.
    let mut history = history;
    history.adopt(edited, from, today()).unwrap();
    let (again, from) = reads(SUMMARY, &history, &[("rule-runs", "no")]);
    assert_eq!((again.id.as_str(), again.version), ("west_sussex_edited", 2));
    assert_eq!(from, day("2026-12-01"), "it changes rules that begin then");
    assert!(!again.rule(Timescale::T3SummaryBeforeSupervision).unwrap().on);
}

#[test]
fn rules_count_from_today_or_later_and_never_before_those_they_change() {
    let mut history = follows(Authority::WestSussex);
    let past = [("rule-runs", "no"), ("rules-from-day", "20")];
    wrong(SUMMARY, &history, &past, &[(FROM, "The day from which it counts must be today or later")]);
    let none =
        [("rule-runs", "no"), ("rules-from-day", ""), ("rules-from-month", ""), ("rules-from-year", "")];
    wrong(SUMMARY, &history, &none, &[(FROM, "Enter the day from which it counts")]);
    let later = [("rule-runs", "no"), ("rules-from-day", "30")];
    let (edited, from) = reads(SUMMARY, &history, &later);
    history.adopt(edited, from, today()).unwrap();
    let words = "The day from which it counts must be 30 November 2026 or later, when the rules that you change begin";
    let early = [("rule-runs", "yes"), ("rule-choice", "earliest"), ("rules-from-day", "25")];
    wrong(SUMMARY, &history, &early, &[(FROM, words)]);
    // Other rules may take their place, and it is said.
    let sheet = sheet(RulesTask::Follow, &history, today()).unwrap();
    let warns = |what: &What| matches!(what, What::Warning(words) if words.contains("it never does"));
    assert!(sheet.questions.iter().any(|it| warns(&it.what)));
    let (bury, from) = reads(RulesTask::Follow, &history, &[("follow-authority", "bury")]);
    assert_eq!((bury.id.as_str(), from), ("bury", today()));
}

#[test]
fn a_time_of_our_own_stands_beside_the_guidance_with_its_own_source() {
    let history = follows(Authority::WestSussex);
    let boxes = [
        ("rule-choice", "decided_locally"),
        ("rule-number", "4"),
        ("rule-unit", "working day"),
        ("rule-wording", "Four working days, so that there is time to read them."),
        ("rule-written", "Team handbook, page 3"),
    ];
    let (edited, _) = reads(SUMMARY, &history, &boxes);
    let before = Authority::WestSussex.profile().rule(Timescale::T3SummaryBeforeSupervision).unwrap();
    let rule = edited.rule(Timescale::T3SummaryBeforeSupervision).unwrap();
    assert_eq!(rule.readings.len(), before.readings.len() + 1, "what the guidance says stays");
    let own = rule.readings.get(rule.chosen().unwrap()).unwrap();
    assert_eq!(own.time.to_string(), "4 working days before", "it counts back, as the guidance does");
    assert_eq!(edited.source_words(&own.source), "Decided by the team, Team handbook, page 3");
    assert_eq!(Profile::read(&edited.to_json()).unwrap(), edited);
    // Its boxes come back, and changing it changes that reading.
    let mut history = history;
    history.adopt(edited, today(), today()).unwrap();
    let (again, _) = reads(SUMMARY, &history, &[("rule-number", "6")]);
    let rule = again.rule(Timescale::T3SummaryBeforeSupervision).unwrap();
    assert_eq!(rule.readings.len(), before.readings.len() + 1);
    let own = [
        ("rule-choice", "decided_locally"),
        ("rule-number", "some"),
        ("rule-unit", ""),
        ("rule-wording", " "),
        ("rule-written", ""),
    ];
    wrong(
        SUMMARY,
        &history,
        &own,
        &[
            ("rule-number", "Enter how many, as a whole number up to 3660"),
            ("rule-unit", "Select what is counted, such as days"),
            ("rule-wording", "Enter what you ask for"),
            ("rule-written", "Enter where it is written down"),
        ],
    );
}

#[test]
fn an_optional_time_is_off_until_it_is_switched_on_and_says_check_locally() {
    let history = follows(Authority::Walsall);
    let task = RulesTask::Timescale(Timescale::T20ChildInNeedVisit);
    let sheet = sheet(task, &history, today()).unwrap();
    assert!(sheet.intro.iter().any(|words| words.starts_with("Check locally")), "{:?}", sheet.intro);
    assert_eq!(sheet.filled.get("rule-runs").map(String::as_str), Some("no"));
    let (edited, _) = reads(task, &history, &[("rule-runs", "yes")]);
    assert!(edited.rule(Timescale::T20ChildInNeedVisit).unwrap().on);
    assert!(!Authority::Walsall.profile().rule(Timescale::T20ChildInNeedVisit).unwrap().on);
}

#[test]
fn words_change_and_say_that_the_team_decided_them() {
    let history = follows(Authority::Walsall);
    let boxes = [("words-red", "Stop and act today"), ("words-role-team_manager", "Practice lead")];
    let (edited, _) = reads(RulesTask::Words, &history, &boxes);
    let ratings = edited.ratings.as_ref().unwrap();
    assert_eq!(ratings.red, "Stop and act today");
    assert!(edited.source_words(&ratings.source).starts_with("Decided by the team"));
    assert_eq!(edited.role_name(&Role::TeamManager), "Practice lead");
    let kept = Authority::Walsall.profile();
    assert_eq!(
        edited.roles.get("social_worker"),
        kept.roles.get("social_worker"),
        "the rest keeps its source"
    );
    assert_eq!(edited.words, kept.words);
    wrong(
        RulesTask::Words,
        &history,
        &[("words-name", " "), ("words-role-team_manager", "")],
        &[
            ("words-name", "Enter a name for these rules"),
            ("words-role-team_manager", "Enter what this role is called"),
        ],
    );
    // A name alone makes a copy of that name, and no new document.
    let (named, _) = reads(RulesTask::Words, &history, &[("words-name", "Walsall North")]);
    assert_eq!((named.name.as_str(), &named.documents), ("Walsall North", &kept.documents));
}

#[test]
fn the_same_rules_again_are_no_change() {
    let history = follows(Authority::Bury);
    let same = "Select other rules than those that are followed now";
    wrong(RulesTask::Follow, &history, &[("follow-authority", "bury")], &[("follow-authority", same)]);
    let none = "Select whose rules you want to follow";
    wrong(RulesTask::Follow, &history, &[], &[("follow-authority", none)]);
}

#[test]
fn a_file_is_shown_before_it_counts_and_a_bad_one_is_refused_with_its_line() {
    let history = follows(Authority::WestSussex);
    let (edited, _) = reads(SUMMARY, &history, &[("rule-choice", "two_working_days_before")]);
    let (read, shown) = look(&edited.to_json(), &history).unwrap();
    assert_eq!(read, edited);
    let shown = format!("{shown:?}");
    assert!(shown.contains("1 time would be other than now"), "{shown}");
    assert!(shown.contains("Then: 2 working days before the supervision"), "{shown}");
    let text = edited.to_json();
    let bad = text.replacen("\"2 working days before\"", "\"two days before\"", 1);
    let line = bad.lines().position(|line| line.contains("two days before")).unwrap() + 1;
    let said = look(&bad, &history).unwrap_err();
    assert!(said.starts_with(&format!("Nothing was taken in. Line {line} (timescales")), "{said}");
    let typed = Fields::from([(format!("{FROM}-day"), "1".to_owned())]);
    assert!(read_from(&history, &typed, today()).is_err());
    let (_, filled) = asks(&history, today());
    assert_eq!(read_from(&history, &filled, today()), Ok(today()));
}

fn cards(parts: &[Part]) -> Vec<&Card> {
    parts.iter().filter_map(|part| if let Part::Card(card) = part { Some(card) } else { None }).collect()
}

#[test]
fn the_page_says_of_every_rule_where_it_comes_from_and_which_reading_is_followed() {
    let history = follows(Authority::WestSussex);
    let parts = parts(&history, &me(Role::TeamManager), today());
    let cards = cards(&parts);
    let profile = Authority::WestSussex.profile();
    for rule in &profile.timescales {
        let card = cards.iter().find(|card| card.title == rule.timescale.title()).unwrap();
        for reading in &rule.readings {
            let source = profile.source_words(&reading.source);
            assert!(card.facts.iter().any(|(_, words)| words.contains(&source)), "{}: {source}", card.title);
        }
    }
    let summary = cards.iter().find(|card| card.title == "Summary before supervision").unwrap();
    assert_eq!(summary.tag.as_ref().map(|tag| tag.words.as_str()), Some("The guidance differs"));
    assert!(summary.facts.iter().any(|(key, _)| key == "Followed"), "{:?}", summary.facts);
    let (edited, from) = reads(SUMMARY, &history, &[("rule-choice", "two_working_days_before")]);
    let mut history = history;
    history.adopt(edited, from, today()).unwrap();
    let parts = super::parts(&history, &me(Role::SocialWorker), today());
    let summary =
        self::cards(&parts).into_iter().find(|card| card.title == "Summary before supervision").unwrap();
    assert_eq!(summary.facts.get(1).map(|(key, _)| key.as_str()), Some("Reading 2 (followed)"));
    let words = format!("{parts:?}");
    assert!(words.contains("The team manager decides"), "a social worker is told whose it is to decide");
    assert!(words.contains("Until 20 November 2026") && words.contains("From 21 November 2026"), "{words}");
}

#[test]
fn what_an_authority_does_not_use_is_said_in_its_words() {
    let history = follows(Authority::Warwickshire);
    let words = format!("{:?}", parts(&history, &me(Role::TeamManager), today()));
    assert!(words.contains("Not used here"));
    let bury = format!("{:?}", parts(&follows(Authority::Bury), &me(Role::TeamManager), today()));
    assert!(bury.contains("Times to switch on"), "{bury}");
}

/// A change never makes anything late after the fact: what was due keeps the rule by which it was judged.
#[test]
fn what_was_due_before_a_change_keeps_its_rule_and_says_so() {
    let history = follows(Authority::WestSussex);
    let circumstances = Circumstances {
        involvements: vec![Involvement {
            decided: Some(day("2026-10-01")),
            allocated: Some(day("2026-10-07")),
            ..Involvement::default()
        }],
        ..Circumstances::default()
    };
    let task = RulesTask::Timescale(Timescale::T1Allocation);
    let boxes = [
        ("rule-choice", "decided_locally"),
        ("rule-number", "2"),
        ("rule-unit", "day"),
        ("rule-wording", "Two days."),
        ("rule-written", "Team handbook"),
    ];
    let (edited, from) = reads(task, &history, &boxes);
    let mut history = history;
    history.adopt(edited, from, today()).unwrap();
    let now = today().and_hms_opt(12, 0, 0).unwrap().and_utc();
    let all = due(&circumstances, &history, now);
    let allocation = all.iter().find(|due| due.timescale == Timescale::T1Allocation).unwrap();
    assert_eq!(allocation.state, due::State::Met);
    assert!(allocation.why(&history).judged_by.contains("by which this was judged"));
}
