use super::*;
use crate::model::alert::{Alert, AlertFrom, AlertOutcome, AlertReview};
use crate::model::ids::AlertId;
use crate::model::module::ModuleId;
use crate::model::practitioner::Role;
use crate::services::sample::{AMARA, JOE, Sample, about as of, entry, entry_id, person, today};
use crate::services::sheets::plan::tests::with_plan;
use crate::services::sheets::tests::{here, record_as};
use crate::workbook::decide::Command;
use crate::workbook::decide::way::Way;

fn shown(sample: &Sample) -> Leaf {
    leaf(&here(&sample.book))
}

fn headings(leaf: &Leaf) -> Vec<&str> {
    leaf.parts
        .iter()
        .filter_map(|part| match part {
            Part::Heading(words) => Some(words.as_str()),
            _ => None,
        })
        .collect()
}

/// The rows of the list under a heading.
fn under(leaf: &Leaf, heading: &str) -> Vec<Row> {
    let mut parts = leaf.parts.iter();
    parts.find(|part| matches!(part, Part::Heading(words) if words == heading)).unwrap();
    match parts.next() {
        Some(Part::List(rows)) => rows.clone(),
        _ => Vec::new(),
    }
}

#[test]
fn who_is_safe_with_whom_stands_first() {
    let mut sample = Sample::new();
    let leaf = shown(&sample);
    assert_eq!(headings(&leaf)[0], "Who is safe with whom");
    assert!(!leaf.parts.iter().any(|part| matches!(part, Part::Warning(_))));
    sample.separates(AMARA, JOE);
    let leaf = shown(&sample);
    let Part::Warning(words) = &leaf.parts[1] else { panic!("{:?}", leaf.parts) };
    assert!(words.contains("Amara") && words.contains("Joe"));
}

#[test]
fn an_alert_stands_there_until_it_is_reviewed_and_an_immediate_one_first() {
    let mut sample = Sample::new();
    let alert = |number: u8, what: &str, immediate: bool| {
        let alert = Alert {
            from: AlertFrom::Police,
            named: String::new(),
            received_on: today(),
            about: [person(AMARA)].into(),
            what: what.into(),
            immediate,
        };
        let id = AlertId::from_bytes([number; 16]);
        Command::Way(Way::ReceiveAlert { id, alert, reason: String::new(), seen: Vec::new() })
    };
    sample.does(alert(1, "Shouting was heard", false));
    sample.does(alert(2, "Joe came to the door", true));
    let words = |sample: &Sample| {
        let leaf = shown(sample);
        if !headings(&leaf).contains(&"Alerts that wait") {
            return Vec::new();
        }
        under(&leaf, "Alerts that wait").into_iter().map(|row| row.words).collect::<Vec<_>>()
    };
    assert_eq!(words(&sample), ["Joe came to the door", "Shouting was heard"]);
    for number in [1, 2] {
        let id = AlertId::from_bytes([number; 16]);
        let review = AlertReview {
            on: today(),
            outcome: AlertOutcome::WorkGoesOn,
            action: "Rang Amara".into(),
            led_by: "Sam Holt".into(),
        };
        let review = Way::ReviewAlert { id, review, reason: String::new(), seen: Vec::new() };
        record_as(&mut sample, &Role::SocialWorker, vec![Command::Way(review)]).unwrap();
    }
    assert!(words(&sample).is_empty());
}

#[test]
fn the_plan_is_told_by_the_steps_that_are_still_to_be_done() {
    let (mut sample, id) = with_plan();
    let step = sample.book.plans.current(id).unwrap().steps().next().unwrap().id;
    let steps = |sample: &Sample| under(&shown(sample), "The plan in short")[0].more.clone();
    assert_eq!(
        steps(&sample),
        ["Put up the bed (Amara, 1 December 2026)", "Read a story (Nan, every evening)"]
    );
    let result = crate::model::action::ActionResult {
        outcome: crate::model::action::Outcome::Done,
        on: today(),
        words: String::new(),
        by: None,
        reviewed_in: None,
    };
    sample.does(Command::Result { action: step, result, seen: Vec::new() });
    assert_eq!(steps(&sample), ["Read a story (Nan, every evening)"]);
}

#[test]
fn what_goes_well_stands_before_what_worries_us() {
    let mut sample = Sample::new();
    for number in 1..=5 {
        let mut entry = entry(ModuleId::M2, of(AMARA), &format!("Good {number}"));
        entry.needs = format!("Worry {number}");
        sample.does(Command::RecordEntry { id: entry_id(number), entry });
    }
    let leaf = shown(&sample);
    let places: Vec<Option<usize>> = ["What goes well", "What worries us"]
        .map(|heading| headings(&leaf).iter().position(|it| *it == heading))
        .to_vec();
    assert!(places[0].unwrap() < places[1].unwrap());
    assert_eq!(under(&leaf, "What goes well").len(), LATEST);
    assert_eq!(under(&leaf, "What worries us")[0].words, "Worry 5");
    assert_eq!(under(&leaf, "Who is who").len(), 4);
    assert_eq!(under(&leaf, "The team")[0].words, "Sam Holt");
}
