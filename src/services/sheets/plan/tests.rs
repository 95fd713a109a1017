use super::*;
use crate::model::action::{ActionResult, ByWhen, Outcome, Owner};
use crate::model::ids::{ActionId, PractitionerId};
use crate::navigation::Leaf as Place;
use crate::policy::authority::Authority;
use crate::policy::profile::history::ProfileHistory;
use crate::services::leaf::Part;
use crate::services::leaves;
use crate::services::sample::{AMARA, KAYLA, Sample, person, today};
use crate::services::sheets::tests::{fields, here, ids};
use crate::workbook::decide::PlanCommand;

/// Everything that a plan needs, typed.
fn whole() -> Fields {
    let (amara, kayla) = (person(AMARA), person(KAYLA));
    let days = format!("plan-days-{kayla}");
    let visitor = format!("plan-visitor-{kayla}");
    let view = format!("plan-view-{kayla}");
    let amaras_view = format!("plan-view-{amara}");
    let who = format!("person-{amara}");
    let me = PractitionerId::from_bytes([5; 16]);
    fields(&[
        ("plan-kind", "child_in_need"),
        ("plan-agreed-day", "20"),
        ("plan-agreed-month", "11"),
        ("plan-agreed-year", "2026"),
        ("plan-meeting", "yes"),
        ("plan-children", &kayla.to_string()),
        ("goal-outcome", "Kayla sleeps in her own bed"),
        ("goal-what-1", "Put up the bed"),
        ("goal-who-1", &who),
        ("goal-by-1-day", "1"),
        ("goal-by-1-month", "12"),
        ("goal-by-1-year", "2026"),
        ("goal-more-1", "yes"),
        ("goal-what-2", "Read a story"),
        ("goal-who-2", "other"),
        ("goal-other-2", "Nan"),
        ("goal-every-2", "every evening"),
        ("goal-known-2", "She falls asleep by eight"),
        (&days, "14"),
        (&visitor, &format!("team-{me}")),
        (&view, "I want my own bed"),
        (&amaras_view, "It will be calmer"),
        ("plan-contingency", "We meet again"),
    ])
}

/// A sample with that plan.
pub(crate) fn with_plan() -> (Sample, PlanId) {
    let mut sample = Sample::new();
    let commands = read(None, &here(&sample.book), &whole(), &mut ids()).unwrap();
    commands.into_iter().for_each(|command| sample.does(command));
    let id = sample.book.plans.all().next().unwrap().0;
    (sample, id)
}

fn plan_of(sample: &Sample, id: PlanId) -> Plan {
    sample.book.plans.current(id).unwrap().clone()
}

fn messages(wrong: Vec<Wrong>) -> Vec<String> {
    wrong.into_iter().map(|it| it.message).collect()
}

fn change(sample: &mut Sample, of: &str, boxes: &[(&str, &str)]) {
    let mut typed = sheet(Some(of), &here(&sample.book)).unwrap().filled;
    typed.extend(fields(boxes));
    let commands = read(Some(of), &here(&sample.book), &typed, &mut ids()).unwrap();
    commands.into_iter().for_each(|command| sample.does(command));
}

#[test]
fn a_plan_is_recorded_with_its_first_goal_and_reads_back_from_its_boxes() {
    let (sample, id) = with_plan();
    let plan = plan_of(&sample, id);
    let steps = &plan.goals[0].steps;
    assert_eq!(steps[0].who, Some(Owner::Person(person(AMARA))));
    assert_eq!(steps[0].by, Some(ByWhen::On("2026-12-01".parse().unwrap())));
    assert_eq!(steps[1].who, Some(Owner::Other("Nan".into())));
    assert_eq!(steps[1].by, Some(ByWhen::Every("every evening".into())));
    assert_eq!(plan.visiting[&person(KAYLA)].at_least_every_days, 14);
    assert_eq!(plan.parents_views[&person(AMARA)], "It will be calmer");
    // The form that changes it, saved as it stands, asks for the plan that stands.
    let mut boxes = sheet(Some(&id.to_string()), &here(&sample.book)).unwrap().filled;
    boxes.extend(fields(&[("plan-reason", "A slip")]));
    let commands = read(Some(&id.to_string()), &here(&sample.book), &boxes, &mut ids()).unwrap();
    let seen = sample.book.plans.head_ids(id);
    assert_eq!(commands, [Command::Plan(PlanCommand::Record { id, plan, reason: "A slip".into(), seen })]);
}

#[test]
fn what_a_plan_lacks_is_said_at_its_box() {
    let sample = Sample::new();
    let without = |gone: &[&str]| {
        let mut typed = whole();
        typed.retain(|id, _| !gone.iter().any(|gone| id.starts_with(gone)));
        messages(read(None, &here(&sample.book), &typed, &mut ids()).unwrap_err())
    };
    for (gone, expected) in [
        (&["plan-kind"][..], "Select which plan it is"),
        (&["plan-agreed"], "Enter when it was agreed"),
        (&["plan-children"], "Select which children it is for"),
        (&["goal-outcome"], "Enter what will be better"),
        (&["goal-what-1"], "Enter what will be done"),
        (&["goal-who-1"], "Select who will do it"),
        (&["goal-other-2"], "Enter who will do it"),
        (&["goal-by-1"], "Enter by when, or how often"),
        (&["goal-every-2"], "Enter by when, or how often"),
        (&["plan-days"], "Enter a number of days between visits to Kayla, such as 21"),
        (&["plan-visitor"], "Select who visits Kayla"),
    ] {
        assert_eq!(without(gone), [expected], "{gone:?}");
    }
    let mut both = whole();
    both.extend(fields(&[("goal-every-1", "daily")]));
    let wrong = read(None, &here(&sample.book), &both, &mut ids()).unwrap_err();
    assert_eq!(messages(wrong), ["Enter a date or how often, and leave the other empty"]);
}

#[test]
fn where_the_authority_sets_how_often_each_child_is_visited_a_plan_says_it_or_why_not() {
    let sample = Sample::new();
    let history = ProfileHistory::new(Authority::Warwickshire.profile().clone());
    let in_warwickshire =
        Here { history: &history, authority: Authority::Warwickshire, ..here(&sample.book) };
    let days = format!("plan-days-{}", person(KAYLA));
    let with = |boxes: &[(&str, &str)]| {
        let mut typed = whole();
        typed.extend(fields(boxes));
        read(None, &in_warwickshire, &typed, &mut ids()).map(drop).map_err(messages)
    };
    assert_eq!(with(&[(&days, "21")]), Ok(()));
    assert_eq!(with(&[(&days, "28")]), Err(vec!["Enter why Kayla is visited less often".to_owned()]));
    let less = format!("plan-less-{}", person(KAYLA));
    assert_eq!(with(&[(&days, "28"), (&less, "Agreed with the manager")]), Ok(()));
    let mut typed = whole();
    typed.retain(|id, _| !id.starts_with("plan-days") && !id.starts_with("plan-visitor"));
    assert_eq!(messages(read(None, &in_warwickshire, &typed, &mut ids()).unwrap_err()).len(), 2);
    assert!(read(None, &here(&sample.book), &typed, &mut ids()).is_ok(), "others do not ask for it");
}

#[test]
fn goals_are_added_changed_and_taken_out_and_steps_keep_what_came_of_them() {
    let (mut sample, id) = with_plan();
    let first = plan_of(&sample, id).goals[0].clone();
    let another = [
        ("goal-outcome", "Amara has one evening to herself"),
        ("goal-what-1", "Ask Dana"),
        ("goal-who-1", "other"),
        ("goal-other-1", "Amara"),
        ("goal-every-1", "weekly"),
        ("goal-reason", "Agreed at the review"),
    ];
    change(&mut sample, &address(id, Which::Another), &another);
    let plan = plan_of(&sample, id);
    assert_eq!(plan.goals.len(), 2);
    assert_eq!(plan.goals[0], first, "the other goal stands as it was");

    let shorter = [
        ("goal-what-1", "Put up the new bed"),
        ("goal-what-2", ""),
        ("goal-who-2", ""),
        ("goal-every-2", ""),
        ("goal-known-2", ""),
        ("goal-reason", "One step is enough"),
    ];
    change(&mut sample, &address(id, Which::Goal(0)), &shorter);
    let goal = plan_of(&sample, id).goals[0].clone();
    assert_eq!(goal.steps.len(), 1);
    assert_eq!(goal.steps[0].id, first.steps[0].id);

    let take_out = [("goal-take-out", "yes"), ("goal-reason", "It belongs to another plan")];
    change(&mut sample, &address(id, Which::Goal(1)), &take_out);
    assert_eq!(plan_of(&sample, id).goals, [goal]);
    assert!(sheet(Some(&address(id, Which::Goal(1))), &here(&sample.book)).is_none(), "it is gone");

    change(&mut sample, &id.to_string(), &[("plan-error", "yes"), ("plan-reason", "Another family’s")]);
    assert_eq!(sample.book.plans.current(id), None);
}

#[test]
fn what_is_not_on_screen_is_not_read() {
    let (mut sample, id) = with_plan();
    let hidden = [("goal-more-1", ""), ("goal-reason", "Fewer steps")];
    change(&mut sample, &address(id, Which::Goal(0)), &hidden);
    assert_eq!(plan_of(&sample, id).goals[0].steps.len(), 1);
}

fn headings(sample: &Sample) -> Vec<String> {
    let leaf = leaves::leaf(Place::Plans, None, &here(&sample.book)).unwrap();
    let heading = |part: &Part| match part {
        Part::Heading(words) => Some(words.clone()),
        _ => None,
    };
    leaf.parts.iter().filter_map(heading).collect()
}

#[test]
fn goals_stand_under_how_far_they_have_come() {
    let (mut sample, id) = with_plan();
    assert_eq!(headings(&sample), ["Working on now (1)", "Current plans"]);
    let steps: Vec<ActionId> = plan_of(&sample, id).steps().map(|step| step.id).collect();
    let came = |sample: &mut Sample, step: usize, outcome: Outcome| {
        let seen = sample.book.action_results.head_ids(steps[step]);
        let result =
            ActionResult { outcome, on: today(), words: "So it was".into(), by: None, reviewed_in: None };
        sample.does(Command::Result { action: steps[step], result, seen });
    };
    came(&mut sample, 0, Outcome::NoLongerNeeded);
    assert_eq!(headings(&sample), ["Working on now (1)", "Current plans"]);
    came(&mut sample, 1, Outcome::NoLongerNeeded);
    assert_eq!(headings(&sample), ["Working on now (0)", "No longer needed (1)", "Current plans"]);
    came(&mut sample, 1, Outcome::Done);
    assert_eq!(headings(&sample), ["Working on now (0)", "Done (1)", "Current plans"]);
}

#[test]
fn a_goal_of_which_no_step_begins_before_the_next_review_is_for_later() {
    let (mut sample, id) = with_plan();
    let far = [
        ("goal-more-1", ""),
        ("goal-by-1-day", "1"),
        ("goal-by-1-month", "3"),
        ("goal-by-1-year", "2027"),
        ("goal-reason", "After the winter"),
    ];
    change(&mut sample, &address(id, Which::Goal(0)), &far);
    assert_eq!(headings(&sample), ["Working on now (0)", "Later (1)", "Current plans"]);
}

#[test]
fn a_family_without_a_plan_is_told_how_to_begin() {
    let sample = Sample::new();
    let leaf = leaves::leaf(Place::Plans, None, &here(&sample.book)).unwrap();
    let begins =
        |part: &Part| matches!(part, Part::Words(words) if words.contains("Add a goal with the family"));
    assert!(leaf.parts.iter().any(begins));
    assert!(leaves::leaf(Place::Plan, Some("nobody"), &here(&sample.book)).is_none());
}
