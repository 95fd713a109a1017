//! Random walks through a family's time with the team. Whatever anybody asks for in whatever order: a workbook
//! is never closed with open casework, nothing is recorded in a closed one, consent that was withdrawn never
//! lets anything be shared, and every refusal says what to do.
//!
//! 1,000 walks of each; 10,000 when `HEARTH_LONG` is set, as `cargo xtask test --long` does. What is right is
//! reckoned here from the events as they are written, and not asked of the workbook.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests are tests")]

mod workbooks;

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use hearth::model::alert::{Alert, AlertFrom, AlertOutcome, AlertReview};
use hearth::model::choices::Choice;
use hearth::model::consent::{Agency, Consent, ConsentOf, ConsentState, NotSought, Purpose};
use hearth::model::ids::PersonId;
use hearth::model::leaving::{Casework, ClosedBecause, ReopenedBecause, StepDown};
use hearth::model::person::Workflow;
use hearth::model::practitioner::Role;
use hearth::model::proceedings::{Ended, Outcome, PassedOn, Proceedings};
use hearth::model::status::{LegalStatus, NoPlanAfter, PlanStatus};
use hearth::model::threshold::{Threshold, ThresholdDecision};
use hearth::policy::authority::Authority;
use hearth::policy::practice;
use hearth::workbook::casework::Unfinished;
use hearth::workbook::decide::way::{Mistaken, Way};
use hearth::workbook::decide::{Command, Refusal};
use hearth::workbook::event::Event;
use hearth::workbook::fact::Whole;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use workbooks::way::*;
use workbooks::*;

const PEOPLE: [PersonId; 5] = [AMARA, DANIEL, KAYLA, LEON, ROSE];
const CHILDREN: [PersonId; 2] = [KAYLA, LEON];
const ROLES: [Role; 5] =
    [Role::TeamManager, Role::SocialWorker, Role::RecoveryWorker, Role::Administrator, Role::ReferringTeam];

fn cases() -> ProptestConfig {
    let cases = if std::env::var_os("HEARTH_LONG").is_some() { 10_000 } else { 1_000 };
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// One thing asked for: what, in which role, of whom, when, and how. Most are asked for by those who may.
#[derive(Debug, Clone, Copy)]
struct Ask {
    what: u8,
    role: u8,
    who: u8,
    days: u64,
    how: u8,
}

fn asks(kinds: u8, longest: usize) -> impl Strategy<Value = Vec<Ask>> {
    let role = prop_oneof![3 => Just(0u8), 3 => Just(1u8), 1 => 2..5u8];
    let ask = (0..kinds, role, any::<u8>(), 0..40u64, any::<u8>())
        .prop_map(|(what, role, who, days, how)| Ask { what, role, who, days, how });
    prop::collection::vec(ask, 1..longest)
}

/// A copy, and every event that was recorded in it, in order.
struct Walk {
    device: Device,
    told: Vec<Event>,
}

impl Walk {
    fn new(authority: Authority) -> Self {
        let mut device = Device::with_family();
        device.rules = practice::rules(authority);
        Self { device, told: Vec::new() }
    }

    /// Asks for something; keeps what was recorded, and looks at the words of what was refused.
    fn asks(&mut self, role: Role, command: impl Into<Command>) -> Option<Refusal> {
        self.device.practitioner.role = role;
        let command = command.into();
        let was_closed = closed(&self.told);
        let reopens = matches!(command, Command::Way(Way::Reopen { .. }));
        let before = self.device.events.len();
        match self.device.try_record(command.clone()) {
            Ok(ids) => {
                assert!(
                    !was_closed || reopens || ids.is_empty(),
                    "recorded in a closed workbook: {command:?}"
                );
                self.told.extend(ids.into_iter().map(|id| self.device.events.get(id).unwrap().clone()));
                assert!(self.device.book.unread.is_empty());
                None
            }
            Err(refusal) => {
                assert_eq!(self.device.events.len(), before, "refused, and recorded all the same");
                if was_closed && !reopens {
                    assert!(matches!(refusal, Refusal::Closed(_)), "{refusal}");
                }
                has_words(&refusal);
                Some(refusal)
            }
        }
    }
}

#[track_caller]
fn has_words(refusal: &Refusal) {
    let words = refusal.to_string();
    let first = words.chars().next();
    assert!(words.len() > 15 && !words.ends_with('.') && first.is_some_and(char::is_uppercase), "{words}");
    assert!(!words.contains("{") && !words.contains(": ;") && !words.trim_end().ends_with(':'), "{words}");
    let _ = refusal.field();
}

/// The last value of each thing of a kind, by its key, in the order it was recorded.
fn last_values<'a>(told: &'a [Event], kind: &str) -> BTreeMap<String, &'a Value> {
    told.iter()
        .filter(|event| event.kind == kind)
        .map(|event| (event.payload["of"].to_string(), &event.payload["value"]))
        .collect()
}

fn closings(told: &[Event]) -> impl DoubleEndedIterator<Item = &Value> {
    told.iter().filter(|event| event.kind == "closing").map(|event| &event.payload["value"])
}

fn closed(told: &[Event]) -> bool {
    closings(told).next_back().is_some_and(|value| value.get("closed").is_some())
}

fn reopened_on(told: &[Event]) -> &str {
    closings(told).filter_map(|value| value["reopened"]["on"].as_str()).next_back().unwrap_or("")
}

/// A child's statuses in the order of their days; of one day, as they were recorded.
fn statuses(told: &[Event], child: PersonId) -> Vec<Value> {
    let mut order: Vec<String> = Vec::new();
    for event in told.iter().filter(|event| event.kind == "child_status") {
        let key = event.payload["of"].to_string();
        if !order.contains(&key) {
            order.push(key);
        }
    }
    let last = last_values(told, "child_status");
    let mut found: Vec<Value> =
        order.iter().map(|key| last[key].clone()).filter(|value| value["child"] == json!(child)).collect();
    found.sort_by_key(|value| value["from"].as_str().unwrap().to_owned());
    found
}

/// Whether another team has taken over a child, and nothing was said of the child since.
fn with_another_team(told: &[Event], child: PersonId) -> bool {
    let passed: Option<String> = last_values(told, "proceedings")
        .values()
        .filter(|value| value["child"] == json!(child))
        .filter_map(|value| value["passed_on"]["on"].as_str().map(str::to_owned))
        .max();
    passed.is_some_and(|on| {
        statuses(told, child).last().is_none_or(|status| status["from"].as_str().unwrap() <= on.as_str())
    })
}

/// What of the work is open, as the guidance has it: with everyone, each child's status, proceedings, alerts,
/// support after the plan.
fn open_casework(told: &[Event]) -> Vec<String> {
    let mut open = Vec::new();
    let since = reopened_on(told);
    let casework = last_values(told, "casework");
    let workflow = last_values(told, "workflow");
    for person in PEOPLE {
        let key = json!(person).to_string();
        let inside = workflow.get(&key).is_none_or(|value| value["inside"] == json!(true));
        let complete = casework
            .get(&key)
            .is_some_and(|value| value["complete"] == json!(true) && value["on"].as_str().unwrap() >= since);
        if inside && !complete && !with_another_team(told, person) {
            open.push(format!("casework {key}"));
        }
    }
    for child in CHILDREN {
        let statuses = statuses(told, child);
        let Some(now) = statuses.last() else { continue };
        let none =
            now["plan"] == json!("none") && now["looked_after"] == json!(false) && now["legal"].is_null();
        if !none && !with_another_team(told, child) {
            open.push(format!("status {now}"));
        }
    }
    for value in last_values(told, "proceedings").values() {
        let ended = !value["ended"].is_null();
        let waits = value["ended"]["outcome"] == json!("care_order") && value["passed_on"].is_null();
        if !ended || waits {
            open.push(format!("proceedings {value}"));
        }
    }
    let reviewed = last_values(told, "alert_review");
    for key in last_values(told, "outside_alert").keys().filter(|key| !reviewed.contains_key(*key)) {
        open.push(format!("alert {key}"));
    }
    for value in last_values(told, "step_down").values().filter(|value| value["completed_on"].is_null()) {
        open.push(format!("step down {value}"));
    }
    open
}

/// Everything that keeps the workbook open, finished as a good team would, as far as the rules let them.
fn finish(walk: &mut Walk) {
    for what in walk.device.book.casework_open() {
        let book = &walk.device.book;
        let words = || "Done together".to_owned();
        let way = match what {
            Unfinished::Casework(person) => {
                let casework = Casework { complete: true, on: today(), words: words() };
                Way::SetCasework { person, casework, seen: book.casework.head_ids(person) }
            }
            Unfinished::Status(child) => {
                let id = status_id(100 + walk.told.len() as u64);
                let mut status = status(child, PlanStatus::None, today());
                status.no_plan_after = Some(NoPlanAfter::AnotherAuthority);
                Way::RecordStatus { id, status, reason: String::new(), seen: vec![] }
            }
            Unfinished::Proceedings(id) => {
                let mut proceedings = book.proceedings.current(id).cloned().unwrap();
                proceedings.ended = Some(Ended { outcome: Outcome::NoOrder, on: today() });
                Way::RecordProceedings { id, proceedings, seen: book.proceedings.head_ids(id) }
            }
            Unfinished::Alert(id) => {
                let outcome = AlertOutcome::WorkGoesOn;
                let review = AlertReview { on: today(), outcome, action: words(), led_by: words() };
                Way::ReviewAlert { id, review, reason: words(), seen: book.alert_reviews.head_ids(id) }
            }
            Unfinished::StepDown(id) => {
                let mut step = book.step_downs.current(id).cloned().unwrap();
                (step.completed_on, step.words) = (Some(today()), words());
                Way::RecordStepDown { id, step, seen: book.step_downs.head_ids(id) }
            }
            _ => continue,
        };
        walk.asks(Role::SocialWorker, way);
    }
}

/// What leads to closing and back, and much that gets in its way.
fn leaving(walk: &Walk, ask: Ask) -> Command {
    let book = &walk.device.book;
    let on = days_ago(ask.days);
    let person = PEOPLE[usize::from(ask.who % 5)];
    let child = CHILDREN[usize::from(ask.who % 2)];
    let even = ask.how.is_multiple_of(2);
    let words = if ask.how.is_multiple_of(7) { String::new() } else { "Because".to_owned() };
    match ask.what {
        0..=2 => {
            let casework = Casework { complete: !ask.how.is_multiple_of(5), on: today(), words };
            let seen = book.casework.head_ids(person);
            Way::SetCasework { person, casework, seen }.into()
        }
        3 => {
            let workflow = Workflow { inside: even, since: None, why: words };
            Command::SetWorkflow { person, workflow, seen: book.workflow.head_ids(person) }
        }
        4 | 5 => {
            let id = status_id(u64::from(ask.how % 4));
            let plan = PlanStatus::ALL[usize::from(ask.how / 4 % 4)];
            let mut status = status(child, if ask.who > 100 { PlanStatus::None } else { plan }, on);
            status.looked_after = ask.who.is_multiple_of(9);
            status.legal = ask.who.is_multiple_of(3).then_some(LegalStatus::Section20);
            status.why = words;
            let seen = book.child_statuses.head_ids(id);
            Way::RecordStatus { id, status, reason: "As it was".to_owned(), seen }.into()
        }
        6 => {
            let id = proceedings_id(u64::from(ask.who % 2));
            let ended = even.then_some(Ended { outcome: Outcome::ALL[usize::from(ask.how % 5)], on });
            let passed_on = ask.how.is_multiple_of(4).then_some(PassedOn { on, to: words });
            let proceedings = Proceedings {
                child,
                decided_on: days_ago(60),
                why: "Because".to_owned(),
                outline_on: Some(days_ago(50)),
                psychologist: String::new(),
                ended,
                passed_on,
            };
            Way::RecordProceedings { id, proceedings, seen: book.proceedings.head_ids(id) }.into()
        }
        7 => {
            let id = alert_id(u64::from(ask.who % 2));
            let alert = Alert {
                from: AlertFrom::Police,
                named: String::new(),
                received_on: days_ago(40),
                about: [child].into(),
                what: words.clone(),
                immediate: false,
            };
            Way::ReceiveAlert { id, alert, reason: words, seen: book.alerts.head_ids(id) }.into()
        }
        8 => {
            let id = alert_id(u64::from(ask.who % 2));
            let outcome = AlertOutcome::ALL[usize::from(ask.how % 5)];
            let review = AlertReview { on, outcome, action: words.clone(), led_by: words.clone() };
            Way::ReviewAlert { id, review, reason: words, seen: book.alert_reviews.head_ids(id) }.into()
        }
        9 => {
            let id = step_id(u64::from(ask.who % 2));
            let step = StepDown {
                children: [child].into(),
                plan_ended_on: days_ago(40),
                lead: membership_id(2),
                completed_on: even.then_some(on),
                words,
            };
            Way::RecordStepDown { id, step, seen: book.step_downs.head_ids(id) }.into()
        }
        10 => {
            let purpose = Purpose::Work;
            let of = ConsentOf { person, purpose };
            let state = if even { ConsentState::Withdrawn } else { ConsentState::Given };
            let seen = book.consents.head_ids(of);
            Way::RecordConsent { of, consent: consent(state, person, on), seen }.into()
        }
        11 => Command::Allocate { allocated: even },
        12..=16 => {
            let because = ClosedBecause::ALL[usize::from(ask.how % 2)];
            let close = walk.device.closing(today(), because);
            match close {
                // Sometimes with a reason left out.
                Way::Close { on, because, why, mut reasons, seen } if ask.how.is_multiple_of(6) => {
                    reasons.pop_last();
                    Way::Close { on, because, why, reasons, seen }.into()
                }
                close => close.into(),
            }
        }
        _ => {
            let because = ReopenedBecause::ALL[usize::from(ask.how % 3)];
            walk.device.reopening(today(), because).into()
        }
    }
}

#[test]
fn a_workbook_is_never_closed_with_open_casework() {
    let closings_seen = Cell::new(0);
    let refusals_seen = RefCell::new(BTreeSet::new());
    let walks = (prop::sample::select(Authority::ALL.to_vec()), any::<bool>(), asks(18, 40));
    TestRunner::new(cases())
        .run(&walks, |(authority, mostly_done, asks)| {
            let mut walk = Walk::new(authority);
            let worker = membership("Kit Lowe", Role::ChildrenAndFamilyWorker, days_ago(60));
            let joins = Way::RecordMembership { id: membership_id(2), membership: worker, seen: vec![] };
            prop_assert_eq!(walk.asks(Role::TeamManager, joins), None);
            if mostly_done {
                for person in PEOPLE {
                    let casework = Casework { complete: true, on: days_ago(1), words: "Done".to_owned() };
                    walk.asks(Role::SocialWorker, Way::SetCasework { person, casework, seen: vec![] });
                }
            }
            for ask in asks {
                if ask.what == 16 && ask.how.is_multiple_of(2) {
                    finish(&mut walk);
                }
                let command = leaving(&walk, ask);
                let because = match &command {
                    Command::Way(Way::Close { because, .. }) => Some(*because),
                    _ => None,
                };
                let role = ROLES[usize::from(ask.role)].clone();
                let was_closed = closed(&walk.told);
                let refused = walk.asks(role.clone(), command);
                refusals_seen.borrow_mut().extend(refused.map(|refusal| kind_of(&refusal)));
                let now_closed = closed(&walk.told);
                prop_assert_eq!(walk.device.book.closed_on().is_some(), now_closed);
                if !was_closed && now_closed {
                    closings_seen.set(closings_seen.get() + 1);
                    prop_assert_eq!(&role, &Role::TeamManager);
                    may_have_closed(&walk, because)?;
                }
            }
            Ok(())
        })
        .unwrap();
    // A walk that never came to an end would show nothing.
    assert!(closings_seen.get() > 150, "closed only {} times", closings_seen.get());
    let expected = ["Closed", "CaseworkOpen", "LeftUnfinished", "ForAnother", "Needed"];
    let seen = refusals_seen.into_inner();
    assert!(expected.iter().all(|kind| seen.contains(*kind)), "{seen:?}");
}

fn kind_of(refusal: &Refusal) -> String {
    let debug = format!("{refusal:?}");
    debug.chars().take_while(|letter| letter.is_alphanumeric()).collect()
}

/// Whether the guidance allows that the workbook was closed as it was.
fn may_have_closed(walk: &Walk, because: Option<ClosedBecause>) -> Result<(), TestCaseError> {
    let mut open = open_casework(&walk.told);
    if because == Some(ClosedBecause::NoLongerConsents) {
        // Then it is that work which ends, and no child has a protection or care plan, or an order.
        prop_assert!(walk.device.rules.leaves_without_consent);
        open.retain(|what| {
            let in_need = what.contains("\"plan\":\"child_in_need\"")
                && what.contains("\"looked_after\":false")
                && what.contains("\"legal\":null");
            !(what.starts_with("casework") || in_need)
        });
        let said = last_values(&walk.told, "consent");
        prop_assert!(said.values().any(|value| value["state"] == json!("withdrawn")));
    }
    prop_assert!(open.is_empty(), "closed with {open:?}");
    let left = &closings(&walk.told).next_back().unwrap()["closed"]["unfinished"];
    for left in left.as_array().unwrap() {
        prop_assert!(!left["why"].as_str().unwrap().trim().is_empty());
    }
    Ok(())
}

const PURPOSES: [Purpose; 6] = [
    Purpose::Sharing(Agency::Any),
    Purpose::Sharing(Agency::Gp),
    Purpose::Sharing(Agency::Police),
    Purpose::Referral,
    Purpose::Work,
    Purpose::ShownToFamily,
];

/// What stands of a consent in a set of events: those that no other names as superseded.
fn standing<'a>(events: &[&'a Event], of: ConsentOf) -> Vec<&'a Value> {
    let of = json!(of);
    let about: Vec<&&Event> =
        events.iter().filter(|event| event.kind == "consent" && event.payload["of"] == of).collect();
    let retired: BTreeSet<String> = about
        .iter()
        .flat_map(|event| event.payload["supersedes"].as_array().unwrap())
        .map(|id| id.as_str().unwrap().to_owned())
        .collect();
    about
        .into_iter()
        .filter(|event| !retired.contains(&event.id.to_string()))
        .map(|event| &event.payload["value"])
        .collect()
}

fn is_no(value: &Value) -> bool {
    value["state"] == json!("withdrawn") || value["state"] == json!("refused")
}

/// Whether a consent lets something be shared on a day.
fn lets(value: &Value, day: NaiveDate) -> bool {
    let begun = value["on"].as_str().is_some_and(|on| on <= day.to_string().as_str());
    let ended = value["until"].as_str().is_some_and(|until| until < day.to_string().as_str());
    match value["state"].as_str() {
        Some("given") => begun && !ended,
        Some("not_needed") => begun,
        _ => false,
    }
}

fn says(device: &Device, ask: Ask, behind: bool) -> Way {
    let person = PEOPLE[usize::from(ask.who % 3)];
    let of = ConsentOf { person, purpose: PURPOSES[usize::from(ask.how % 6)] };
    let seen = if behind { vec![] } else { device.book.consents.head_ids(of) };
    if ask.what == 0 {
        let reason = "It was somebody else’s".to_owned();
        return Way::EnteredInError { what: Mistaken::Consent(of), reason, seen };
    }
    let state = ConsentState::ALL[usize::from(ask.what % 4)];
    let on = days_ago(ask.days);
    let consent = Consent {
        until: ask.how.is_multiple_of(4).then(|| days_ago(ask.days / 2)),
        not_sought: (!ask.how.is_multiple_of(9)).then_some(NotSought::Safety),
        why: "A reason".to_owned(),
        ..consent(state, person, on)
    };
    Way::RecordConsent { of, consent, seen }
}

/// Never while any version that stands says no; of one agency, nor while sharing with any was stopped, unless
/// for that one none is needed.
fn no_is_no(device: &Device) {
    let events: Vec<&Event> = device.events.iter().collect();
    for person in [AMARA, DANIEL, KAYLA] {
        let any = standing(&events, ConsentOf { person, purpose: Purpose::Sharing(Agency::Any) });
        for purpose in PURPOSES {
            let own = standing(&events, ConsentOf { person, purpose });
            for day in [days_ago(40), days_ago(20), days_ago(1), today()] {
                if !device.book.may_share(person, purpose, day) {
                    continue;
                }
                assert!(!own.iter().any(|value| is_no(value)), "shared against a no: {own:?}");
                assert!(own.iter().all(|value| lets(value, day)), "{day}: {own:?}");
                let needs_none =
                    !own.is_empty() && own.iter().all(|value| value["state"] == json!("not_needed"));
                let of_any = matches!(purpose, Purpose::Sharing(_));
                if own.is_empty() {
                    assert!(of_any && !any.is_empty() && any.iter().all(|value| lets(value, day)), "{any:?}");
                } else if of_any && !needs_none {
                    assert!(!any.iter().any(|value| is_no(value)), "sharing with any was stopped: {any:?}");
                }
            }
            let stopped = own.iter().any(|value| is_no(value));
            assert_eq!(device.book.is_stopped(person, purpose), stopped);
        }
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_withdrawn_consent_never_shares(asks in asks(9, 40)) {
        let mut walk = Walk::new(Authority::Common);
        for ask in asks {
            let way = says(&walk.device, ask, ask.who.is_multiple_of(11));
            walk.asks(ROLES[usize::from(ask.role)].clone(), way);
            no_is_no(&walk.device);
        }
    }

    /// On three copies that exchange what they have, some with a screen that is behind.
    #[test]
    fn nor_on_any_copy(steps in prop::collection::vec((0..3usize, 0..3usize, asks(9, 4)), 1..12)) {
        let first = Walk::new(Authority::Common).device;
        let mut copies = [first.copy_for(2), first.copy_for(3), first.copy_for(5)];
        for (copy, other, asks) in steps {
            for ask in asks {
                let device = &mut copies[copy];
                device.practitioner.role = ROLES[usize::from(ask.role)].clone();
                let way = says(device, ask, ask.who.is_multiple_of(5));
                if let Err(refusal) = device.try_record(way.into()) {
                    has_words(&refusal);
                }
                no_is_no(device);
            }
            if copy != other {
                let theirs = copies[other].clone();
                copies[copy].import(&theirs);
                no_is_no(&copies[copy]);
            }
        }
    }

    /// Of one copy that closed and another that went on: never a way to record where it is closed, and what
    /// the colleague had recorded meanwhile is not lost.
    #[test]
    fn closing_holds_on_every_copy_that_knows_of_it(
        steps in prop::collection::vec((0..2usize, any::<bool>(), asks(24, 6)), 1..8),
        begins_closed in any::<bool>(),
    ) {
        let mut first = Walk::new(Authority::Walsall).device;
        first.complete_everyone(days_ago(1));
        if begins_closed {
            first.close(days_ago(1));
        }
        let mut copies = [first.copy_for(2), first.copy_for(3)];
        for (copy, exchange, asks) in steps {
            for ask in asks {
                let mut walk = Walk { device: copies[copy].clone(), told: Vec::new() };
                walk.device.rules = first.rules.clone();
                if ask.what == 16 {
                    finish(&mut walk);
                }
                walk.device.practitioner.role = ROLES[usize::from(ask.role)].clone();
                let command = leaving(&walk, ask);
                let reopens = matches!(command, Command::Way(Way::Reopen { .. }));
                let was_closed = walk.device.book.closed_on().is_some();
                match walk.device.try_record(command) {
                    Ok(recorded) => prop_assert!(!was_closed || reopens || recorded.is_empty()),
                    Err(refusal) => has_words(&refusal),
                }
                copies[copy] = walk.device;
            }
            if exchange {
                let [one, two] = &mut copies;
                let (theirs, mine) = (two.clone(), one.clone());
                one.import(&theirs);
                two.import(&mine);
                prop_assert_eq!(one.canonical(), two.canonical());
                prop_assert_eq!(one.events.len(), two.events.len());
                // Closed while any version that nobody has answered says so.
                let thing = one.book.closing.get(Whole::Family);
                let heads = thing.map(|thing| thing.heads()).unwrap_or_default();
                let any_closed = heads.iter().any(|head| {
                    json!(head.value).get("closed").is_some()
                });
                prop_assert_eq!(one.book.closed_on().is_some(), any_closed);
            }
        }
    }

    /// Walsall: after a child protection plan comes a child in need plan, whatever is recorded, moved or taken
    /// out in whichever order, unless the child turned 18, moved or died.
    #[test]
    fn a_protection_plan_is_never_followed_by_no_plan(asks in asks(4, 40)) {
        let mut walk = Walk::new(Authority::Walsall);
        for ask in asks {
            let id = status_id(u64::from(ask.who % 6));
            let child = CHILDREN[usize::from(ask.how % 2)];
            let seen = walk.device.book.child_statuses.head_ids(id);
            let way = if ask.what == 0 {
                let what = Mistaken::Status(id);
                Way::EnteredInError { what, reason: "Another child’s".to_owned(), seen }
            } else {
                let plan = PlanStatus::ALL[usize::from(ask.how / 2 % 3)];
                let mut status = status(child, plan, days_ago(ask.days));
                status.why = "Because".to_owned();
                status.no_plan_after = ask.how.is_multiple_of(17).then_some(NoPlanAfter::AnotherAuthority);
                Way::RecordStatus { id, status, reason: "As it was".to_owned(), seen }
            };
            walk.asks(ROLES[usize::from(ask.role)].clone(), way);
            for child in CHILDREN {
                let now = statuses_that_stand(&walk.told, child);
                for (before, after) in now.iter().zip(now.iter().skip(1)) {
                    let ends = before["plan"] == json!("child_protection") && after["plan"] == json!("none");
                    prop_assert!(!ends || !after["no_plan_after"].is_null(), "{now:?}");
                }
                let last = now.last().map(|status| status["plan"].clone());
                let plan = walk.device.book.status_now(child).map(|status| json!(status.plan));
                prop_assert_eq!(plan, last);
            }
        }
    }

    /// What a manager decides was recorded by a manager, with its reason and the family's view.
    #[test]
    fn what_is_the_managers_to_decide_is_decided_by_a_manager(asks in asks(4, 30)) {
        let mut walk = Walk::new(Authority::Walsall);
        for ask in asks {
            let words = |every: u8| if ask.how.is_multiple_of(every) { String::new() } else { "Words".to_owned() };
            let on = days_ago(ask.days);
            let (seen, reason) = (vec![], words(5));
            let way = match ask.what {
                0 | 1 => {
                    let id = threshold_id(u64::from(ask.who % 3));
                    let decision = ThresholdDecision {
                        child: PEOPLE[usize::from(ask.who % 5)],
                        on,
                        to: Threshold::ALL[usize::from(ask.how % 5)],
                        why: words(2),
                        family_view: words(3),
                        not_asked: words(4),
                        answers: None,
                    };
                    Way::DecideThreshold { id, decision, reason, seen }
                }
                2 => {
                    let role = ROLES[usize::from(ask.how % 3)].clone();
                    let membership = membership("Somebody", role, on);
                    Way::RecordMembership { id: membership_id(u64::from(ask.who % 3)), membership, seen }
                }
                _ => {
                    let mut meeting = meeting(on, membership_id(u64::from(ask.who % 3)));
                    meeting.missing_why = words(3);
                    Way::RecordAllocation { id: allocation_id(u64::from(ask.how % 3)), meeting, reason, seen }
                }
            };
            walk.asks(ROLES[usize::from(ask.role)].clone(), way);
            for event in &walk.told {
                let value = &event.payload["value"];
                let said = |name: &str| !value[name].as_str().unwrap().trim().is_empty();
                match event.kind.as_str() {
                    "threshold_decision" => {
                        prop_assert!(said("why") && (said("family_view") || said("not_asked")));
                    }
                    "allocation_meeting" => prop_assert!(said("missing_why"), "nothing came with them"),
                    "team_membership" => {}
                    _ => continue,
                }
                prop_assert_eq!(&event.role, &Role::TeamManager);
            }
            if let Some((_, worker)) = walk.device.book.social_worker_on(today()) {
                prop_assert_eq!(&worker.role, &Role::SocialWorker);
            }
        }
    }
}

/// As [`statuses`], without those that were entered in error; one that came back stands where it began.
fn statuses_that_stand(told: &[Event], child: PersonId) -> Vec<Value> {
    statuses(told, child).into_iter().filter(|value| !value.is_null()).collect()
}
