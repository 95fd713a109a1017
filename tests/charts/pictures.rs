//! Every picture of the work, over inputs that nobody would make up by hand.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use hearth::pictures::answers::{self, Answer, AnswerWords, Answers};
use hearth::pictures::coverage::{self, Coverage, Module, Question};
use hearth::pictures::ratings::{self, Given, Level, Ratings, Worker};
use hearth::pictures::siblings::{self, Child, Last, Siblings};
use hearth::pictures::timeline::{self, Event, Kind, Timeline};
use proptest::collection::{btree_set, vec};
use proptest::prelude::*;

use crate::geometry::{bars, drawn, is_sound};

/// What people are called and what they write: short, long, without spaces, in other scripts.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Z][a-z]{1,9}",
        "[A-Z][a-z]{1,9}( [a-z]{1,12}){0,14}",
        "[A-Za-z]{20,60}",
        "\\PC{1,40}".prop_filter("somebody wrote something", |it| !it.trim().is_empty()),
        Just("مريم 👩‍👧 <b>\"O’Neill\"</b>".to_owned()),
    ]
}

/// A day, how long, what is known of it, what, who, its kind, and its lanes.
type Happened = (u64, u64, [bool; 2], String, String, usize, BTreeSet<usize>);

fn events(lanes: usize) -> impl Strategy<Value = Vec<Event>> {
    let lanes = btree_set(0..lanes, 1..=lanes);
    let event = (0..9000_u64, 0..700_u64, any::<[bool; 2]>(), words(), words(), 0..3_usize, lanes);
    vec(event, 1..80).prop_map(|mut all| {
        all.sort_by_key(|event| event.0);
        let own = |(place, happened): (usize, Happened)| {
            let (from, days, [rough, lasts], what, who, kind, lanes) = happened;
            let from = NaiveDate::from_ymd_opt(2001, 1, 1).unwrap() + Days::new(from);
            Event {
                key: format!("event-{place}"),
                from,
                until: if lasts { from + Days::new(days) } else { from },
                when: if rough { format!("about {}", from.format("%B %Y")) } else { from.to_string() },
                rough,
                has_month: days % 5 > 0,
                what,
                kind: [Kind::Life, Kind::Visit, Kind::Work][kind],
                called: "Event".to_owned(),
                who,
                lanes,
            }
        };
        all.into_iter().enumerate().map(own).collect()
    })
}

fn timelines() -> impl Strategy<Value = Timeline> {
    vec(words(), 1..7).prop_flat_map(|lanes| {
        let many = lanes.len();
        events(many).prop_map(move |events| Timeline {
            title: "Timeline".into(),
            lanes: lanes.clone(),
            events,
        })
    })
}

fn levels() -> impl Strategy<Value = Level> {
    prop_oneof![Just(Level::Red), Just(Level::Amber), Just(Level::Green)]
}

fn given() -> impl Strategy<Value = Given> {
    prop_oneof![Just(Given::Nothing), Just(Given::Kept), levels().prop_map(Given::Rated)]
}

fn histories() -> impl Strategy<Value = Ratings> {
    let worker = (words(), prop_oneof![Just(String::new()), words()], vec(given(), 30));
    (vec(proptest::option::of(levels()), 1..30), vec(worker, 0..9)).prop_map(|(agreed, workers)| {
        let meeting = |(place, agreed)| ratings::Meeting {
            key: format!("meeting-{place}"),
            when: format!("{} Sep 2026", place + 1),
            agreed,
        };
        let meetings: Vec<_> = agreed.into_iter().enumerate().map(meeting).collect();
        let worker = |(place, (name, role, given)): (usize, (String, String, Vec<Given>))| Worker {
            key: format!("worker-{place}"),
            // Two workers are never one: the name alone would not tell them apart here.
            name: format!("{name} {place}"),
            role,
            given: given.into_iter().take(meetings.len()).collect(),
        };
        let workers = workers.into_iter().enumerate().map(worker).collect();
        Ratings { title: "Ratings".into(), meetings, workers }
    })
}

/// Who, a question, the names on the scale, and the answers.
type Scaled = (String, String, Vec<(u8, String)>, Vec<(u8, String)>);

fn scales() -> impl Strategy<Value = Answers> {
    let steps = prop_oneof![
        Just(vec![(0, "0".to_owned()), (5, "5".to_owned()), (10, "10".to_owned())]),
        Just([(0, "None"), (3, "A little"), (5, "Some"), (8, "Quite a lot"), (10, "A lot")].to_vec())
            .prop_map(|steps| steps.into_iter().map(|(number, name)| (number, name.to_owned())).collect()),
    ];
    let line = (words(), words(), steps, vec((0..=10_u8, words()), 1..25));
    (vec(line, 1..6), any::<bool>()).prop_map(|(lines, stages)| {
        let line = |(own, (who, question, levels, given)): (usize, Scaled)| {
            let answer = |(place, (number, called)): (usize, (u8, String))| Answer {
                key: format!("answer-{own}-{place}"),
                when: format!("{own}.{place} Nov 2026"),
                number,
                called,
            };
            let answers = given.into_iter().enumerate().map(answer).collect();
            answers::Line { who, question, levels, answers }
        };
        let words = if stages { AnswerWords::STAGES } else { AnswerWords::default() };
        Answers { title: "Answers".into(), words, lines: lines.into_iter().enumerate().map(line).collect() }
    })
}

/// A module, and its questions with those who recorded something.
type Asked = (String, Vec<(String, BTreeSet<usize>)>);

fn coverages() -> impl Strategy<Value = Coverage> {
    (vec(words(), 0..40), vec((words(), vec((words(), btree_set(0..40_usize, 0..8)), 1..40)), 1..9)).prop_map(
        |(workers, modules)| {
            let many = workers.len();
            let question = |module: usize, place: usize, text: String, by: BTreeSet<usize>| {
                let by: Vec<usize> = by.into_iter().filter(|worker| *worker < many).collect();
                let (id, short) = (format!("M{module}.Q{place}"), format!("{place}a"));
                Question { id, short, text, pieces: by.len(), by }
            };
            let module = |(number, (title, questions)): (usize, Asked)| {
                let own = questions.into_iter().enumerate();
                Module {
                    title,
                    questions: own.map(|(place, (text, by))| question(number, place, text, by)).collect(),
                }
            };
            let modules = modules.into_iter().enumerate().map(module).collect();
            // Letters tell workers apart, so two of the same name are told twice; here each is somebody else.
            let workers =
                workers.into_iter().enumerate().map(|(place, name)| format!("{place} {name}")).collect();
            Coverage { title: "Questions".into(), modules, workers }
        },
    )
}

fn balances() -> impl Strategy<Value = Siblings> {
    let last = prop_oneof![
        (0..900_i64).prop_map(|days| Last::Ago { days, said: format!("{days} days ago, 19 November 2026") }),
        Just(Last::NotYet),
        Just(Last::DoesNotApply("Not born yet".into())),
    ];
    vec((words(), vec(last, 3)), 1..13).prop_map(|children| {
        let child = |(place, (name, last))| Child {
            key: format!("child-{place}"),
            name: format!("{place} {name}"),
            last,
        };
        Siblings {
            title: "Seen and heard".into(),
            measures: ["Seen", "Seen alone", "Own words"].map(str::to_owned).to_vec(),
            lately: 28,
            children: children.into_iter().enumerate().map(child).collect(),
        }
    })
}

/// Something on one day, or from a day to another, in the family's lane.
fn happened(number: usize, from: &str, until: &str, rough: bool) -> Event {
    Event {
        key: format!("event-{number}"),
        from: from.parse().unwrap(),
        until: until.parse().unwrap(),
        when: from.to_owned(),
        rough,
        has_month: true,
        what: "Something".to_owned(),
        kind: Kind::Life,
        called: "Event".to_owned(),
        who: String::new(),
        lanes: BTreeSet::from([0]),
    }
}

#[test]
fn a_bar_lies_under_everything_that_happened_meanwhile() {
    let events = vec![
        happened(1, "2014-01-01", "2014-12-31", true),
        happened(2, "2014-03-02", "2014-03-02", false),
        happened(3, "2014-06-01", "2015-02-01", false),
        happened(4, "2015-01-05", "2015-01-05", false),
        happened(5, "2016-01-05", "2016-01-05", false),
    ];
    let timeline = Timeline { title: "Timeline".into(), lanes: vec!["The family".into()], events };
    let bars = bars(&timeline::drawn(&timeline));
    let place = bars[1].x - bars[0].x;
    let reach = |bar: usize| (bars[bar].x + bars[bar].width - bars[0].x) / (place / 2);
    assert_eq!((reach(0), reach(1)), (2, 3), "to the third of five, and from there to the fourth");
    assert!(bars[1].y > bars[0].y, "beside each other, in rows of their own");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_event_is_drawn_once(timeline in timelines()) {
        let scene = timeline::drawn(&timeline);
        is_sound(&scene, &timeline::table(&timeline));
        prop_assert_eq!(drawn(&scene), timeline.events.len());
        let lasting = timeline.events.iter().filter(|event| event.rough || event.until > event.from);
        prop_assert_eq!(bars(&scene).len(), lasting.map(|event| event.lanes.len()).sum::<usize>());
        prop_assert_eq!(timeline::table(&timeline).rows.len(), timeline.events.len());
    }

    #[test]
    fn every_rating_is_drawn_once(history in histories()) {
        let scene = ratings::drawn(&history);
        is_sound(&scene, &ratings::table(&history));
        let given = history.workers.iter().flat_map(|worker| &worker.given);
        let agreed = history.meetings.iter().filter(|meeting| meeting.agreed.is_some()).count();
        let all = agreed + given.filter(|given| **given != Given::Nothing).count();
        prop_assert_eq!(drawn(&scene), all);
    }

    #[test]
    fn every_answer_is_drawn_once(answers in scales()) {
        let scene = answers::drawn(&answers);
        is_sound(&scene, &answers::table(&answers));
        prop_assert_eq!(drawn(&scene), answers.lines.iter().map(|line| line.answers.len()).sum::<usize>());
    }

    #[test]
    fn every_question_is_drawn_once(coverage in coverages()) {
        let scene = coverage::drawn(&coverage);
        is_sound(&scene, &coverage::table(&coverage));
        prop_assert_eq!(drawn(&scene), coverage.modules.iter().map(|module| module.questions.len()).sum::<usize>());
    }

    #[test]
    fn every_child_is_drawn_once_for_each_measure(siblings in balances()) {
        let scene = siblings::drawn(&siblings);
        is_sound(&scene, &siblings::table(&siblings));
        prop_assert_eq!(drawn(&scene), siblings.children.len() * 3);
    }
}
