//! Any order, any duplication, any split of the same events over copies gives one workbook, in which nothing
//! was overwritten and nothing lost. Also with clocks that are wrong, and events that nobody honest made.
//!
//! 1,000 cases of each; 10,000 when `HEARTH_LONG` is set, as `cargo xtask test --long` does.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests are tests")]

mod workbooks;

use std::collections::{BTreeMap, BTreeSet};

use chrono::Duration;
use hearth::model::entry::{JointAssessment, ModuleStatus, Statement};
use hearth::model::ids::{EventId, FamilyId, PersonId};
use hearth::model::module::ModuleId;
use hearth::model::person::{Person, Standing, Workflow};
use hearth::model::practitioner::Role;
use hearth::model::relationship::{Kind, ParentalResponsibility, Relationship};
use hearth::model::subject::Subject;
use hearth::model::visit::Visit;
use hearth::workbook::conflict::{Conflict, conflicts};
use hearth::workbook::decide::permission::{Act, Who};
use hearth::workbook::decide::{Command, RatingCommand, VisitCommand};
use hearth::workbook::event::{Event, EventHash, HybridClock};
use hearth::workbook::fact::{Fact, NotRead, Part};
use hearth::workbook::fold::Workbook;
use hearth::workbook::log::{Altered, EventSet};
use hearth::workbook::merge::join;
use hearth::workbook::order;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Map, Value, json};

use workbooks::round::*;
use workbooks::way::any_way;
use workbooks::*;

const COPIES: usize = 5;
const TEN_YEARS: i64 = 3653 * 24 * 3600;

fn cases() -> ProptestConfig {
    let cases = if std::env::var_os("HEARTH_LONG").is_some() { 10_000 } else { 1_000 };
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// Something a practitioner does on one of the copies.
#[derive(Debug, Clone)]
enum Step {
    Do { copy: usize, what: u8, to: u8, text: u8, behind: bool },
    Exchange { from: usize, to: usize },
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let what = prop_oneof![2 => 0..12u8, 2 => 12..24u8, 1 => 24..28u8];
    let work = (0..COPIES, what, 0..4u8, any::<u8>(), prop::bool::weighted(0.2))
        .prop_map(|(copy, what, to, text, behind)| Step::Do { copy, what, to, text, behind });
    let exchange = (0..COPIES, 0..COPIES).prop_map(|(from, to)| Step::Exchange { from, to });
    prop::collection::vec(prop_oneof![3 => work, 1 => exchange], 1..30)
}

/// How many seconds each copy's clock is wrong.
fn clocks() -> impl Strategy<Value = [i64; COPIES]> {
    prop::array::uniform5(prop_oneof![Just(0), Just(TEN_YEARS), Just(-TEN_YEARS), -5..5i64])
}

/// The command of a step; the rules may refuse it, and then nothing happens, as in life.
fn command(device: &Device, what: u8, to: u8, text: u8, behind: bool) -> Command {
    let book = &device.book;
    let people = [AMARA, DANIEL, KAYLA, LEON];
    let person = people[usize::from(to)];
    let words = format!("what was said {text}");
    // Someone whose screen is behind names none of the newest versions.
    let seen = |heads: Vec<EventId>| if behind { vec![] } else { heads };
    let part = Part { module: ModuleId::ALL[usize::from(text % 8)], subject: Subject::Person(person) };
    let couple = pair(AMARA, DANIEL);
    match what {
        0 => Command::DescribeFamily {
            family: family(&words),
            seen: seen(book.family().map(|family| family.head_ids()).unwrap_or_default()),
        },
        1 => Command::RecordPerson {
            id: person,
            person: Person { notes: words, ..book.people.current(person).cloned().unwrap_or_else(unknown) },
            seen: seen(book.people.head_ids(person)),
        },
        2 => Command::RemovePerson {
            id: person,
            reason: "entered twice".to_owned(),
            seen: seen(book.people.head_ids(person)),
        },
        3 => Command::RecordRelationship {
            id: relationship_id(u64::from(to)),
            relationship: Relationship {
                from: AMARA,
                to: person,
                kind: Kind::Other(words),
                parental_responsibility: ParentalResponsibility::NotKnown,
                start: None,
                end: None,
            },
            seen: seen(book.relationships.head_ids(relationship_id(u64::from(to)))),
        },
        4 => Command::SetWorkflow {
            person,
            workflow: Workflow { inside: text.is_multiple_of(2), since: None, why: words },
            seen: seen(book.workflow.head_ids(person)),
        },
        5 => Command::SetSeparation {
            pair: couple,
            separation: in_force(text.is_multiple_of(2), &words),
            seen: seen(book.separations.head_ids(couple)),
        },
        6 => Command::SetStatus {
            part,
            status: [ModuleStatus::InProgress, ModuleStatus::Completed, ModuleStatus::Reopened]
                [usize::from(text % 3)],
            seen: seen(book.statuses.head_ids(part)),
        },
        7 => Command::WriteStatement {
            part,
            statement: Statement { needs: words, ..Statement::default() },
            seen: seen(book.statements.head_ids(part)),
        },
        8 => Command::SetJoint {
            pair: couple,
            joint: JointAssessment { joint: text.is_multiple_of(2), why: words },
            seen: seen(book.joint.head_ids(couple)),
        },
        9 => Command::WithdrawEntry {
            id: entry_id(u64::from(to)),
            reason: words,
            seen: seen(book.entries.head_ids(entry_id(u64::from(to)))),
        },
        24..28 => any_way(book, text, person, &words, behind).into(),
        12..24 => round_command(device, what, to, text, behind),
        _ => {
            let id = entry_id(u64::from(to));
            let entry = entry(ModuleId::M3, Subject::Person(person), &words);
            match book.entries.get(id) {
                None => Command::RecordEntry { id, entry },
                Some(here) => Command::AmendEntry { id, entry, reason: words, seen: seen(here.head_ids()) },
            }
        }
    }
}

/// The same, of the monthly round: two supervisions, and what belongs to them.
fn round_command(device: &Device, what: u8, to: u8, text: u8, behind: bool) -> Command {
    use hearth::model::rating::Rag;
    let book = &device.book;
    let of = [FIRST, SECOND][usize::from(to % 2)];
    let words = format!("what was said {text}");
    let level = [Rag::Red, Rag::Amber, Rag::Green][usize::from(text % 3)];
    let seen = |heads: Vec<EventId>| if behind { vec![] } else { heads };
    match what {
        12 => device.plan_on(of, days(i64::from(text % 3) - 1)),
        13 => device.move_to(of, days(i64::from(text)), "", &words),
        14 => device.hold(of, held(days(-i64::from(text % 3)))),
        15 => device.rate(of, rating(level, &words)),
        16 => Command::Rating(RatingCommand::Reveal { supervision: of }),
        17 => device.agree(of, agreed(level, &words, &words, &words)),
        18 => device.write(of, notes(&words, vec![action(u64::from(to % 2), &words)])),
        19 => device.submit(of),
        20 => device.authorise(of, &words),
        21 => device.change_summary(of, summary(&words), text.is_multiple_of(2), &words),
        22 => {
            let id = visit_id(u64::from(to));
            let visit = Visit { note: words.clone(), ..visit() };
            match book.visits.get(id) {
                None => Command::Visit(VisitCommand::Record { id, visit }),
                Some(here) => {
                    let seen = seen(here.head_ids());
                    Command::Visit(VisitCommand::Amend { id, visit, reason: words, seen })
                }
            }
        }
        _ => device.add(u64::from(text), of, &words, vec![]),
    }
}

fn unknown() -> Person {
    Person::named(Standing::Child, "Somebody")
}

/// What really happened: five copies of one family, worked on and sometimes exchanged.
fn live(clocks: [i64; COPIES], steps: &[Step]) -> Vec<Device> {
    let first = Device::with_family();
    let mut devices: Vec<Device> = clocks
        .iter()
        .enumerate()
        .map(|(place, wrong)| {
            let mut device = if place == 0 { first.clone() } else { first.copy_for(place as u64 + 1) };
            device.now += Duration::seconds(*wrong);
            // Everything that any authority uses.
            (device.rules.transfer_pack, device.rules.step_down_support) = (true, true);
            // Here it is the merge that is looked at, and not who may do what.
            Act::ALL.iter().for_each(|act| device.rules.permissions.set(*act, Who::ALL));
            device
        })
        .collect();
    for step in steps {
        match *step {
            Step::Do { copy, what, to, text, behind } => {
                let device = &mut devices[copy];
                let command = command(device, what, to, text, behind);
                // Most of the way through is a manager's to record, the rest a social worker's.
                device.practitioner.role = match (what, text % 3) {
                    (24..28, 0) => Role::SocialWorker,
                    (24..28, _) => Role::TeamManager,
                    _ => practitioner(copy as u64 + 1).role,
                };
                let _refused = device.try_record(command);
            }
            Step::Exchange { from, to } => {
                let theirs = devices[from].events.clone();
                exchange(&mut devices[to], &theirs);
            }
        }
    }
    devices
}

/// Joins without asking what was new, which [`join`] is asked elsewhere: there are many exchanges.
fn exchange(device: &mut Device, theirs: &EventSet) {
    let before = device.events.len();
    for event in theirs.iter() {
        if !device.events.contains(event.id) {
            device.events.add(event.clone()).unwrap();
        }
    }
    if device.events.len() > before {
        device.book = Workbook::fold(FAMILY, &device.events);
    }
}

fn union(devices: &[Device]) -> EventSet {
    let mut all = EventSet::default();
    for event in devices.iter().flat_map(|device| device.events.iter()) {
        if !all.contains(event.id) {
            all.add(event.clone()).unwrap();
        }
    }
    all
}

/// For each thing, whatever its kind: its versions, and those that no other of them names.
type Versions = BTreeMap<BTreeSet<EventId>, BTreeSet<EventId>>;

/// As the events tell.
fn versions_told(events: &EventSet) -> Versions {
    let mut things: BTreeMap<(String, String), Vec<&Event>> = BTreeMap::new();
    for event in events.iter() {
        let of = event.payload["of"].to_string();
        things.entry((event.kind.clone(), of)).or_default().push(event);
    }
    let versions = |events: Vec<&Event>| {
        let ids: BTreeSet<EventId> = events.iter().map(|event| event.id).collect();
        let named: BTreeSet<EventId> = events
            .iter()
            .flat_map(|event| event.payload["supersedes"].as_array().unwrap())
            .map(|id| id.as_str().unwrap().parse().unwrap())
            .collect();
        let heads = ids.difference(&named).copied().collect();
        (ids, heads)
    };
    things.into_values().map(versions).collect()
}

/// As the workbook holds them.
fn versions_held(book: &Workbook) -> Versions {
    let id = |value: &Value| value.as_str().unwrap().parse::<EventId>().unwrap();
    let ids = |list: &Value, of: fn(&Value) -> &Value| -> BTreeSet<EventId> {
        list.as_array().unwrap().iter().map(|value| id(of(value))).collect()
    };
    let whole = serde_json::to_value(book).unwrap();
    let kinds = whole.as_object().unwrap().values().filter_map(Value::as_array);
    kinds
        .flatten()
        .map(|thing| {
            (ids(&thing["versions"], |version| &version["event"]), ids(&thing["heads"], |head| head))
        })
        .collect()
}

/// Everything each event's author had, as the parents tell.
fn had_seen(events: &EventSet) -> BTreeMap<EventId, BTreeSet<EventId>> {
    let mut seen: BTreeMap<EventId, BTreeSet<EventId>> = BTreeMap::new();
    for event in order::canonical(events) {
        let mut before: BTreeSet<EventId> = event.parents.iter().copied().collect();
        before.extend(event.parents.iter().filter_map(|parent| seen.get(parent)).flatten().copied());
        seen.insert(event.id, before);
    }
    seen
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn any_order_any_duplication_and_any_split_give_one_workbook(
        clocks in clocks(),
        steps in steps(),
        handed_over in prop::collection::vec((any::<Index>(), 0..COPIES), 0..120),
        joins in Just((0..COPIES).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let devices = live(clocks, &steps);
        let all = union(&devices);
        let expected = Workbook::fold(FAMILY, &all);
        let list: Vec<&Event> = all.iter().collect();

        // Dealt out in a random order, some several times; what was never dealt lies on the first copy.
        let mut copies: Vec<Vec<Event>> = vec![Vec::new(); COPIES];
        let mut dealt = BTreeSet::new();
        for (which, copy) in handed_over {
            let event = *which.get(&list);
            dealt.insert(event.id);
            copies[copy].push(event.clone());
        }
        copies[0].extend(list.iter().rev().filter(|event| !dealt.contains(&event.id)).map(|e| (*e).clone()));

        let mut joined = EventSet::default();
        for copy in joins {
            joined = join(FAMILY, &joined, copies[copy].iter().cloned()).unwrap().events;
        }
        let book = Workbook::fold(FAMILY, &joined);
        prop_assert_eq!(&joined, &all);
        // Of every kind, nothing is lost and nothing that nobody has seen is retired.
        prop_assert_eq!(versions_held(&book), versions_told(&all));
        prop_assert_eq!(canonical(&book), canonical(&expected));
        prop_assert_eq!(conflicts(&book), conflicts(&expected));
        prop_assert_eq!(&book, &expected);
        prop_assert!(expected.unread.is_empty());

    }

    #[test]
    fn importing_again_changes_nothing(clocks in clocks(), steps in steps()) {
        let devices = live(clocks, &steps);
        let mut copy = devices[0].clone();
        for device in &devices {
            let before = copy.events.len();
            let first = copy.import(device);
            prop_assert_eq!(first.new.len() + first.same, device.events.len());
            prop_assert_eq!(before + first.new.len(), copy.events.len());
            let state = copy.canonical();
            let again = copy.import(device);
            prop_assert!(again.new.is_empty() && again.new_conflicts.is_empty());
            prop_assert_eq!(again.same, device.events.len());
            prop_assert_eq!(copy.canonical(), state);
        }
    }

    #[test]
    fn recording_gives_the_state_that_reading_everything_again_gives(clocks in clocks(), steps in steps()) {
        for device in live(clocks, &steps) {
            prop_assert_eq!(&device.book, &Workbook::fold(FAMILY, &device.events));
        }
    }

    #[test]
    fn no_version_is_retired_by_someone_who_had_not_seen_it(clocks in clocks(), steps in steps()) {
        let all = union(&live(clocks, &steps));
        let book = Workbook::fold(FAMILY, &all);
        let seen = had_seen(&all);
        let listed = conflicts(&book);
        for (id, entry) in book.entries.iter() {
            let heads = entry.head_ids();
            for old in entry.versions().filter(|version| !heads.contains(&version.event)) {
                let retired = entry
                    .versions()
                    .any(|later| later.supersedes.contains(&old.event) && seen[&later.event].contains(&old.event));
                prop_assert!(retired, "{:?} went without anybody deciding so", old.event);
            }
            prop_assert_eq!(listed.contains(&Conflict::Entry(id)), heads.len() > 1);
        }
        let versions: usize = book.entries.iter().map(|(_, entry)| entry.count()).sum();
        let entries = all.iter().filter(|event| event.kind == "entry").count();
        prop_assert_eq!(versions, entries, "every version is kept");
    }

    #[test]
    fn revisions_made_apart_all_stand_until_somebody_who_saw_them_decides(
        clocks in clocks(),
        apart in 2..=COPIES,
        joins in Just((0..COPIES).collect::<Vec<_>>()).prop_shuffle(),
        decider in 0..COPIES,
    ) {
        let id = entry_id(1);
        let mut devices = live(clocks, &[]);
        devices[0].enter(id, entry(ModuleId::M2, Subject::Person(AMARA), "as it was"));
        let first = devices[0].events.clone();
        devices.iter_mut().for_each(|device| exchange(device, &first));
        let revisions: BTreeSet<EventId> = devices
            .iter_mut()
            .take(apart)
            .enumerate()
            .map(|(place, device)| device.amend(id, "put right", |entry| entry.needs = format!("by {place}")))
            .collect();

        let mut copy = Device::new(9);
        for device in joins {
            exchange(&mut copy, &devices[device].events);
        }
        let heads: BTreeSet<EventId> = copy.book.entries.head_ids(id).into_iter().collect();
        prop_assert_eq!(&heads, &revisions);
        prop_assert!(conflicts(&copy.book).contains(&Conflict::Entry(id)));

        // Someone who saw only their own goes on, and settles nothing.
        let own = &mut devices[0];
        own.amend(id, "and again", |entry| entry.going_well = "more".to_owned());
        exchange(&mut copy, &own.events);
        prop_assert_eq!(copy.book.entries.head_ids(id).len(), apart);

        let decider = &mut devices[decider];
        exchange(decider, &copy.events);
        let decided = decider.amend(id, "we spoke", |entry| entry.needs = "both are right".to_owned());
        exchange(&mut copy, &decider.events);
        prop_assert_eq!(copy.book.entries.head_ids(id), vec![decided]);
        prop_assert!(!conflicts(&copy.book).contains(&Conflict::Entry(id)));
        prop_assert_eq!(copy.book.entries.get(id).map(|entry| entry.count()), Some(apart + 3));
    }

    /// Whatever was written, merged and authorised apart: an authorised record stays what the manager read, and
    /// what others wrote meanwhile is kept and listed.
    #[test]
    fn an_authorised_record_stays_as_it_was_read(
        clocks in clocks(),
        apart in 2..=COPIES,
        joins in Just((0..COPIES).collect::<Vec<_>>()).prop_shuffle(),
        text in any::<u8>(),
    ) {
        let mut devices = live(clocks, &[]);
        devices[0].run_until_submitted(FIRST, today());
        let first = devices[0].events.clone();
        devices.iter_mut().for_each(|device| exchange(device, &first));
        let read = devices[0].meeting(FIRST).notes().cloned();
        let writer = devices[0].practitioner.id;
        let mut authorised: BTreeSet<EventId> = BTreeSet::new();
        let mut strays: BTreeSet<EventId> = BTreeSet::new();
        for (place, device) in devices.iter_mut().enumerate() {
            if place < apart {
                device.practitioner = practitioner(if place % 2 == 0 { MANAGER } else { SECOND_MANAGER });
                authorised.insert(device.record(device.authorise(FIRST, "")));
            } else {
                device.practitioner = practitioner(SECOND_MANAGER);
                device.record(device.send_back(FIRST, "Say more"));
                device.practitioner = practitioner(ADMIN);
                strays.insert(device.record(device.write(FIRST, notes(&format!("more {text}"), vec![]))));
            }
        }
        let mut copy = Device::new(9);
        for device in joins {
            exchange(&mut copy, &devices[device].events);
        }
        let meeting = copy.meeting(FIRST);
        prop_assert_eq!(meeting.notes().cloned(), read.clone());
        prop_assert!(meeting.is_locked() && !authorised.is_empty() && writer == practitioner_id(ADMIN));
        let kept: BTreeSet<EventId> = meeting.authorisations().iter().map(|version| version.event).collect();
        prop_assert_eq!(&kept, &authorised);
        prop_assert_eq!(&meeting.strays().into_iter().collect::<BTreeSet<_>>(), &strays);
        let listed = conflicts(&copy.book);
        prop_assert!(listed.contains(&Conflict::SignOff(FIRST)));
        prop_assert_eq!(listed.contains(&Conflict::AfterAuthorisation(FIRST)), !strays.is_empty());

        // Someone who saw them all chooses; the rest is taken up; nothing is lost.
        copy.practitioner = practitioner(MANAGER);
        let chosen = copy.meeting(FIRST).authorisations()[0].value.clone();
        let Some(hearth::model::supervision::SignOff::Authorised { covers, .. }) = chosen else { unreachable!() };
        let stood: Vec<EventId> = copy.meeting(FIRST).notes_history().unwrap().versions()
            .map(|version| version.event).filter(|event| covers.contains(event)).collect();
        let seen = copy.meeting(FIRST).sign_off_history().unwrap().head_ids();
        copy.record(Command::Notes(hearth::workbook::decide::NotesCommand::Authorise {
            supervision: FIRST, notes: stood, although: String::new(), seen,
        }));
        if !strays.is_empty() {
            copy.record(copy.add(1, FIRST, "Taken up", strays.into_iter().collect()));
        }
        // Each copy introduced the managers for itself, which is theirs to settle.
        let mut left = conflicts(&copy.book);
        left.retain(|conflict| !matches!(conflict, Conflict::TeamMember(_)));
        prop_assert_eq!(left, vec![]);
        prop_assert_eq!(copy.meeting(FIRST).notes().cloned(), read);
    }

    /// One worker who rated on two devices has two ratings, until they say which stands.
    #[test]
    fn ratings_given_apart_all_stand(clocks in clocks(), apart in 2..=COPIES) {
        let mut devices = live(clocks, &[]);
        devices[0].hand_to(ADMIN);
        let planned = devices[0].plan_on(FIRST, today());
        devices[0].record(planned);
        let first = devices[0].events.clone();
        let mut copy = Device::new(9);
        let mut given = BTreeSet::new();
        for (place, device) in devices.iter_mut().take(apart).enumerate() {
            exchange(device, &first);
            device.hand_to(SOCIAL_WORKER);
            let level = [hearth::model::rating::Rag::Red, hearth::model::rating::Rag::Green][place % 2];
            given.insert(device.record(device.rate(FIRST, rating(level, &format!("by {place}")))));
            exchange(&mut copy, &device.events);
        }
        let of = hearth::model::rating::Contribution {
            supervision: FIRST, practitioner: practitioner_id(SOCIAL_WORKER),
        };
        let own = copy.meeting(FIRST).own_rating(of.practitioner).unwrap();
        prop_assert_eq!(own.head_ids().into_iter().collect::<BTreeSet<_>>(), given);
        prop_assert_eq!(conflicts(&copy.book), vec![Conflict::Rating(of)]);
        copy.hand_to(SOCIAL_WORKER);
        copy.record(copy.rate(FIRST, rating(hearth::model::rating::Rag::Amber, "Both days count")));
        prop_assert_eq!(conflicts(&copy.book), vec![]);
    }

    #[test]
    fn a_clock_that_is_wrong_does_not_bury_later_work(
        clocks in clocks(),
        turns in prop::collection::vec(0..COPIES, 1..12),
    ) {
        let id = entry_id(1);
        let mut devices = live(clocks, &[]);
        devices[0].enter(id, entry(ModuleId::M5, Subject::Person(DANIEL), "as it was"));
        let mut newest = 0;
        let mut made = devices[0].book.entries.head_ids(id);
        for (turn, place) in turns.into_iter().enumerate() {
            let theirs = devices[newest].events.clone();
            let device = &mut devices[place];
            exchange(device, &theirs);
            made.push(device.amend(id, "more was learnt", |entry| entry.needs = format!("turn {turn}")));
            newest = place;
        }
        let newest = &devices[newest];
        let ordered: Vec<EventId> = newest.book.entries.get(id).unwrap().versions().map(|v| v.event).collect();
        prop_assert_eq!(&ordered, &made);
        prop_assert_eq!(newest.book.entries.head_ids(id), vec![*made.last().unwrap()]);
    }

    #[test]
    fn a_removed_or_changed_event_shows(clocks in clocks(), steps in steps(), which in any::<Index>()) {
        let all = union(&live(clocks, &steps));
        prop_assert_eq!(all.broken_links(), vec![]);
        let linked: Vec<&Event> = all.iter().filter(|event| event.previous.is_some()).collect();
        let after = *which.get(&linked);
        let before = all
            .iter()
            .find(|event| event.device == after.device && Some(event.hash()) == after.previous)
            .unwrap();

        let without = all.iter().filter(|event| event.id != before.id).cloned();
        prop_assert_eq!(gathered(without).broken_links(), vec![after.id]);

        let changed: Vec<Event> = all.iter().cloned().map(|mut event| {
            if event.id == before.id {
                event.payload["reason"] = json!("something else");
            }
            event
        }).collect();
        prop_assert_eq!(gathered(changed.clone()).broken_links(), vec![after.id]);
        let altered = join(FAMILY, &all, changed);
        prop_assert_eq!(altered, Err(Altered(before.id)));
    }

    #[test]
    fn what_this_version_does_not_know_leaves_as_it_came(events in prop::collection::vec(later_event(), 1..6)) {
        let mut file: BTreeMap<String, Value> = BTreeMap::new();
        for event in events {
            file.insert(event["id"].as_str().unwrap().to_owned(), event);
        }
        let came = serde_json::to_string(&file.values().collect::<Vec<_>>()).unwrap();
        let parsed: Vec<Event> = serde_json::from_str(&came).unwrap();
        let joined = join(FAMILY, &Device::with_family().events, parsed.iter().cloned()).unwrap();
        let kept: Vec<&Event> = joined.events.iter().filter(|event| parsed.contains(event)).collect();
        prop_assert_eq!(serde_json::to_string(&kept).unwrap(), came.clone());
        // And once more through the version that does not know it.
        let again: Vec<Event> = serde_json::from_str(&serde_json::to_string(&kept).unwrap()).unwrap();
        prop_assert_eq!(&again, &parsed);
        prop_assert_eq!(hashes(&again), hashes(&parsed));
    }

    #[test]
    fn events_that_nobody_honest_made_are_kept_and_break_nothing(
        events in prop::collection::vec(hostile_event(), 1..40),
        honest in steps(),
    ) {
        let honest = live([0; COPIES], &honest).swap_remove(0);
        let mut copy = honest.clone();
        copy.import_events(events.iter().cloned().collect::<BTreeMap<_, _>>().into_values());
        let ordered: Vec<EventId> = order::canonical(&copy.events).iter().map(|event| event.id).collect();
        let all: BTreeSet<EventId> = copy.events.iter().map(|event| event.id).collect();
        prop_assert_eq!(ordered.len(), copy.events.len());
        prop_assert_eq!(&ordered.iter().copied().collect::<BTreeSet<_>>(), &all);
        prop_assert_eq!(copy.book.count() + copy.book.unread.len(), copy.events.len(), "each is shown or listed");
        let _ = (copy.events.broken_links(), conflicts(&copy.book), copy.canonical());

        // The other way round, the same.
        let backwards = copy.events.iter().cloned().collect::<Vec<_>>().into_iter().rev();
        let other = Workbook::fold(FAMILY, &gathered(backwards));
        prop_assert_eq!(canonical(&other), copy.canonical());
        prop_assert_eq!(&other, &copy.book);

        // Honest work still comes in the order in which it was done, and new work after all of it.
        let mine: Vec<EventId> = order::canonical(&honest.events).iter().map(|event| event.id).collect();
        let still: Vec<EventId> = ordered.iter().copied().filter(|id| honest.events.contains(*id)).collect();
        prop_assert_eq!(still, mine);
        copy.record(Command::WriteStatement {
            part: Part { module: ModuleId::M1, subject: Subject::Person(ROSE) },
            statement: Statement { needs: "the next thing".to_owned(), ..Statement::default() },
            seen: vec![],
        });
        prop_assert_eq!(&copy.book, &Workbook::fold(FAMILY, &copy.events));
    }
}

fn gathered(events: impl IntoIterator<Item = Event>) -> EventSet {
    let mut set = EventSet::default();
    for event in events {
        set.add(event).unwrap();
    }
    set
}

fn hashes(events: &[Event]) -> Vec<EventHash> {
    events.iter().map(Event::hash).collect()
}

/// Any JSON, a few levels deep.
fn anything() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_filter("JSON has no other", |number| number.is_finite()).prop_map(Value::from),
        ".{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            members(inner).prop_map(Value::from),
        ]
    })
}

/// Members that no version has a name for yet: they all begin with `x`.
fn members(value: impl Strategy<Value = Value>) -> impl Strategy<Value = Map<String, Value>> {
    prop::collection::btree_map("x[a-z]{1,3}", value, 0..3).prop_map(|map| map.into_iter().collect())
}

/// An event of a later version: kinds, versions, members of the envelope, of what is in it and of the payload
/// that are not known here; or of this version, written by another program in its own way.
fn later_event() -> impl Strategy<Value = Value> {
    let payload = prop_oneof![
        anything(),
        members(anything()).prop_map(|mut more| {
            let known = json!({
                "of": AMARA, "supersedes": [], "value": { "standing": "adult", "name": "Amara" }
            });
            more.extend(known.as_object().cloned().unwrap());
            Value::from(more)
        }),
    ];
    let kind =
        prop_oneof![Just("person".to_owned()), Just("entry".to_owned()), "[a-z_]{1,8}".prop_map(|k| k)];
    let happened = prop::sample::select(vec![
        json!({ "known": { "day": "2026-11-20" } }),
        json!({ "known": { "year": 2014 }, "about": true }),
        json!({ "known": { "year": 2014 }, "about": false, "xtold_by": "Nan" }),
    ]);
    let recorded = prop::sample::select(vec![
        "2026-11-21T15:30:00Z",
        "2026-11-21T15:30:00.120Z",
        "2026-11-21T15:30:00.000+00:00",
        "2026-11-21T16:30:00+01:00",
    ]);
    (any::<u64>(), kind, 0..4u16, payload, members(anything()), happened, recorded, members(anything()))
        .prop_map(|(id, kind, version, payload, mut more, happened, recorded, of_clock)| {
            let mut clock = of_clock;
            clock.insert("wall".to_owned(), json!(1_795_274_200_000_i64));
            clock.insert("count".to_owned(), json!(0));
            let known = json!({
                "id": event_id(id), "family": FAMILY, "author": practitioner_id(2), "role": "play_therapist",
                "device": device_id(2), "clock": clock, "parents": [event_id(1)], "recorded": recorded,
                "happened": happened, "kind": kind, "version": version, "payload": payload,
            });
            more.extend(known.as_object().cloned().unwrap());
            if version == 2 {
                more.insert("previous".to_owned(), Value::Null);
            }
            Value::from(more)
        })
}

/// An event that no device of ours makes: parents in a circle, itself, missing; another family's; payloads of
/// anything. The ids are few, so that they meet.
fn hostile_event() -> impl Strategy<Value = (EventId, Event)> {
    let id = (0..25u64).prop_map(event_id);
    let people = prop::sample::select(vec![AMARA, DANIEL, KAYLA, STRANGER]);
    let payload =
        prop_oneof![anything(), (id.clone(), people).prop_map(|(seen, person)| crafted(seen, person))];
    let mut kinds = Fact::KINDS.to_vec();
    kinds.extend(["dream", ""]);
    let kind = prop::sample::select(kinds);
    let clock = prop_oneof![
        Just((i64::MAX, u32::MAX)),
        Just((i64::MIN, 0)),
        (1_795_274_200_000..1_795_274_300_000_i64, 0..2u32),
    ];
    (
        id.clone(),
        prop::collection::vec(id, 0..4),
        prop::bool::weighted(0.1),
        kind,
        0..3u16,
        payload,
        clock,
        prop::option::of("[0-9a-f]{0,4}"),
    )
        .prop_map(|(id, parents, foreign, kind, version, payload, (wall, count), previous)| {
            let family = if foreign { FamilyId::from_bytes([1; 16]) } else { FAMILY };
            let event = Event {
                family,
                parents,
                kind: kind.to_owned(),
                version,
                payload,
                clock: HybridClock { wall, count },
                previous: previous.map(EventHash),
                ..bare_event(0)
            };
            (id, Event { id, ..event })
        })
}

/// A payload that fits several kinds, and supersedes what its author cannot have seen.
fn crafted(seen: EventId, person: PersonId) -> Value {
    json!({
        "of": person,
        "supersedes": [seen, seen],
        "value": {
            "standing": "child", "name": "<script>alert(1)</script>", "inside": true,
            "role": "", "from": person, "to": person, "kind": "mother", "label": "", "stays": [],
            "on": "2026-11-20", "level": "red", "reason": "", "submitted": true, "covers": [seen],
            "place": "home", "children": {}, "what": "", "text": "", "period": { "until": "2026-11-20" },
        },
    })
}

#[test]
fn an_event_of_another_family_is_kept_and_listed() {
    let mut device = Device::with_family();
    let foreign = Event { family: FamilyId::from_bytes([1; 16]), ..bare_event(1) };
    let mislaid = Event {
        kind: "family".to_owned(),
        payload: json!({ "of": FamilyId::from_bytes([1; 16]), "value": { "label": "Another family" } }),
        ..bare_event(2)
    };
    let unreadable = Event { kind: "person".to_owned(), payload: json!("?"), ..bare_event(3) };
    let newer = Event { kind: "person".to_owned(), version: 2, ..bare_event(4) };
    device.import_events([foreign, mislaid, unreadable, newer, bare_event(5)]);
    let listed: BTreeMap<EventId, NotRead> =
        device.book.unread.iter().map(|unread| (unread.event, unread.why)).collect();
    let expected = [
        (1, NotRead::AnotherFamily),
        (2, NotRead::AnotherFamily),
        (3, NotRead::Unreadable),
        (4, NotRead::Newer),
        (5, NotRead::Newer),
    ];
    assert_eq!(listed, expected.map(|(number, why)| (event_id(number), why)).into());
    assert_eq!(device.book.label(), "The Okafors");
}

#[test]
fn a_file_that_holds_another_content_under_an_id_is_refused_whole() {
    let device = Device::with_family();
    let mut events: Vec<Event> = device.events.iter().cloned().collect();
    events[2].other.insert("note".to_owned(), json!("added by someone"));
    assert_eq!(join(FAMILY, &device.events, events.clone()), Err(Altered(events[2].id)));
}

/// 5,000 events are about what a family leaves in three years. Prints, asserts no time.
#[test]
fn reading_five_thousand_events() {
    let mut device = Device::with_family();
    let mut parents = device.events.newest();
    let mut events: Vec<Event> = Vec::new();
    let sample = entry(ModuleId::M3, Subject::Person(AMARA), &"Amara spoke about the summer. ".repeat(20));
    for number in 0..5_000u64 {
        let of = entry_id(number % 1_500);
        let supersedes: Vec<EventId> =
            number.checked_sub(1_500).map(|n| event_id(1_000_000 + n)).into_iter().collect();
        let id = event_id(1_000_000 + number);
        let payload = json!({ "of": of, "supersedes": supersedes, "reason": "more", "value": sample });
        let clock = HybridClock { wall: device.now.timestamp_millis() + number as i64, count: 0 };
        let parents = std::mem::replace(&mut parents, vec![id]);
        events.push(Event { id, parents, clock, kind: "entry".to_owned(), payload, ..bare_event(0) });
    }
    let text = serde_json::to_string(&events).unwrap();
    timed("parse", || serde_json::from_str::<Vec<Event>>(&text).unwrap().len());
    device.import_events(events);
    let all = device.events.clone();
    timed("order", || order::canonical(&all).len());
    let book = timed("fold", || Workbook::fold(FAMILY, &all));
    assert_eq!(book.entries.iter().count(), 1_500);
    assert_eq!(conflicts(&book), vec![]);
    timed("newest", || all.newest().len());
    timed("latest of a device", || all.latest_of(device.id).is_some());
    timed("chain", || all.broken_links().len());
    timed("conflicts", || conflicts(&book).len());
    timed("status of eight modules for every subject", || {
        let of = book.subjects();
        ModuleId::ALL.map(|module| of.iter().map(|of| book.status(module, *of)).collect::<Vec<_>>())
    });
    timed("entries of a module", || book.entries_in(ModuleId::M3, Subject::Person(AMARA)).len());
}

fn timed<T>(what: &str, work: impl FnOnce() -> T) -> T {
    #[allow(clippy::disallowed_methods, reason = "this test runs on the host only")]
    let start = std::time::Instant::now();
    let result = work();
    println!("{what}: {:?}", start.elapsed());
    result
}
