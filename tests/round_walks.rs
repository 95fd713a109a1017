//! Random walks through the monthly round. Whatever anybody asks for in whatever order: notes are never
//! authorised by somebody who wrote them, an authorised record never changes, nobody rates without a reason, no
//! supervision is ever cancelled, no summary is of another time than that since the supervision before, and
//! nobody reads another's rating before they are shown together. Every refusal says what to do.
//!
//! 1,000 walks; 10,000 when `HEARTH_LONG` is set, as `cargo xtask test --long` does. What is right is reckoned
//! here from the events as they are written, and not asked of the workbook.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests are tests")]

mod workbooks;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{Duration, NaiveDate};
use hearth::model::action::{ActionResult, Outcome};
use hearth::model::choices::Choice;
use hearth::model::ids::SupervisionId;
use hearth::model::module::ModuleId;
use hearth::model::practitioner::Role;
use hearth::model::rating::Rag;
use hearth::model::source::Source;
use hearth::model::specialist::{DecidedAs, SpecialistDecision, SpecialistRequest};
use hearth::model::subject::Subject;
use hearth::model::summary::SummaryText;
use hearth::model::supervision::{Absence, Held};
use hearth::model::visit::{Contact, Visit};
use hearth::policy::authority::Authority;
use hearth::policy::practice;
use hearth::workbook::decide::permission::{Act, Who};
use hearth::workbook::decide::{Command, RatingCommand, Refusal, SpecialistCommand, VisitCommand};
use hearth::workbook::event::Event;
use hearth::workbook::round::ratings::Shown;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use workbooks::round::*;
use workbooks::*;

const SUPERVISIONS: [SupervisionId; 2] = [FIRST, SECOND];
const PEOPLE: [u64; 6] = [SOCIAL_WORKER, ABUSE_PRACTITIONER, RECOVERY_WORKER, MANAGER, ADMIN, SECOND_MANAGER];
/// What an authorised supervision is made of.
const OF_THE_RECORD: [&str; 7] = [
    "supervision",
    "supervision_held",
    "rating",
    "ratings_revealed",
    "agreed_rating",
    "supervision_notes",
    "supervision_sign_off",
];

fn cases() -> ProptestConfig {
    let cases = if std::env::var_os("HEARTH_LONG").is_some() { 10_000 } else { 1_000 };
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// One thing asked for: what, by whom, of which supervision, how, and how many days later.
#[derive(Debug, Clone, Copy)]
struct Ask {
    what: u8,
    /// Whoever it is for, or else one of the people.
    who: Option<usize>,
    of: usize,
    how: u8,
    days: i64,
}

fn asks() -> impl Strategy<Value = Vec<Ask>> {
    let what = prop_oneof![3 => 0..9u8, 2 => 9..17u8];
    let who = prop_oneof![3 => Just(None), 1 => (0..PEOPLE.len()).prop_map(Some)];
    let days = prop_oneof![4 => Just(0i64), 1 => 1..20i64];
    let ask = (what, who, 0..SUPERVISIONS.len(), any::<u8>(), days)
        .prop_map(|(what, who, of, how, days)| Ask { what, who, of, how, days });
    prop::collection::vec(ask, 20..250)
}

/// How often something that is hard to reach was reached, so that no walk proves nothing.
#[derive(Debug, Default)]
struct Reached {
    authorised: usize,
    returned: usize,
    own_notes: usize,
    locked: usize,
    addenda: usize,
    outside_period: usize,
    since_one_before: usize,
    kept: usize,
    moved: usize,
    decided_twice: usize,
}

struct Walk<'a> {
    device: Device,
    told: Vec<Event>,
    reached: &'a RefCell<Reached>,
}

impl<'a> Walk<'a> {
    fn new(authority: Authority, anyone_writes: bool, reached: &'a RefCell<Reached>) -> Self {
        let mut device = Device::with_family();
        device.rules = practice::rules(authority);
        if anyone_writes {
            // Where a team has no administrator, so that whoever writes could also authorise.
            device.rules.permissions.set(Act::WriteSupervisionNotes, Who::ALL);
        }
        Self { device, told: Vec::new(), reached }
    }

    fn step(&mut self, ask: Ask) {
        self.device.today += Duration::days(ask.days);
        self.device.now += Duration::days(ask.days);
        let meant_for = match ask.what {
            0 | 2 | 4 | 5 => ADMIN,
            1 | 6 | 7 | 8 | 11 | 12 => [MANAGER, SECOND_MANAGER][usize::from(ask.how % 2)],
            16 if !ask.how.is_multiple_of(3) => MANAGER,
            _ => PEOPLE[usize::from(ask.how) % 3],
        };
        self.device.hand_to(ask.who.map_or(meant_for, |at| PEOPLE[at]));
        let command = self.command(ask);
        let before = self.device.events.len();
        match self.device.try_record(command.clone()) {
            Ok(ids) => {
                for id in ids {
                    let event = self.device.events.get(id).unwrap().clone();
                    self.allowed(&event);
                    self.told.push(event);
                }
                assert!(self.device.book.unread.is_empty());
            }
            Err(refusal) => {
                assert_eq!(self.device.events.len(), before, "refused, and recorded all the same");
                self.refused(&refusal);
            }
        }
        self.nobody_reads_what_is_kept();
    }

    /// Something to ask for. Words are sometimes left out, days are sometimes those of tomorrow.
    fn command(&self, Ask { what, of, how, .. }: Ask) -> Command {
        let device = &self.device;
        let supervision = SUPERVISIONS[of];
        let words = if how.is_multiple_of(7) { " ".to_owned() } else { format!("words {how}") };
        let level = Rag::ALL[usize::from(how) % 3];
        let today = device.today;
        let day = today + Duration::days(i64::from(how % 9) - 4);
        match what {
            0 => device.plan_on(supervision, day),
            1 => {
                let code = ["", "court", "annual_leave", "a whim"][usize::from(how) % 4];
                device.move_to(supervision, today + Duration::days(i64::from(how % 40)), code, &words)
            }
            2 => {
                let absent = Absence { why: words, agreed: true };
                let absent = [(practitioner_id(PEOPLE[usize::from(how) % 3]), absent)].into();
                device.hold(supervision, Held { absent, ..held(day) })
            }
            3 | 9 => device.rate(supervision, rating(level, &words)),
            4 => {
                let number = u64::from(how % 5) + 10 * of as u64;
                let mut written = notes(&words, vec![action(number, "Ring school")]);
                if how.is_multiple_of(6) {
                    written.actions[0].how_known.clear();
                }
                device.write(supervision, written)
            }
            5 => device.submit(supervision),
            6 => device.send_back(supervision, &words),
            7 | 8 => device.authorise(supervision, &words),
            10 => self.summary(supervision, how, words),
            11 => Command::Rating(RatingCommand::Reveal { supervision }),
            12 => device.agree(supervision, agreed(level, &words, &words, &words)),
            13 => {
                let id = visit_id(u64::from(how % 8));
                let visit = self.visit(how, &words);
                match device.book.visits.get(id) {
                    None => Command::Visit(VisitCommand::Record { id, visit }),
                    Some(here) => Command::Visit(VisitCommand::Amend {
                        id,
                        visit,
                        reason: words,
                        seen: here.head_ids(),
                    }),
                }
            }
            14 => {
                let id = action_id(u64::from(how % 5) + 10 * of as u64);
                let outcome = Outcome::ALL[usize::from(how) % 3];
                let result =
                    ActionResult { outcome, on: today, words, by: None, reviewed_in: Some(supervision) };
                Command::Result { action: id, result, seen: device.book.action_results.head_ids(id) }
            }
            15 => {
                let strays = device.book.meeting(supervision).map(|it| it.strays()).unwrap_or_default();
                device.add(u64::from(how), supervision, &words, strays)
            }
            _ => self.specialist(how, words),
        }
    }

    fn summary(&self, supervision: SupervisionId, how: u8, words: String) -> Command {
        let visits = self.device.book.visits.iter().map(|(id, _)| Source::Visit(id));
        let references = visits.filter(|_| how.is_multiple_of(3)).take(usize::from(how % 5)).collect();
        let text = SummaryText { synopsis: words.clone(), references, ..SummaryText::default() };
        match how % 5 {
            0 => self.device.change_summary(supervision, text, false, &words),
            _ => self.device.change_summary(supervision, text, how.is_multiple_of(2), &words),
        }
    }

    fn visit(&self, how: u8, words: &str) -> Visit {
        let contact = match how % 3 {
            0 => Contact::NotSeen { why: words.to_owned(), next: String::new() },
            1 => Contact::Seen { why_not_alone: String::new() },
            _ => Contact::SeenAlone { agreed_by: [AMARA].into(), without_agreement: String::new() },
        };
        Visit {
            on: self.device.today - Duration::days(i64::from(how % 30) - 1),
            children: [([KAYLA, LEON][usize::from(how) % 2], contact)].into(),
            evidence_for: vec![hearth::model::visit::EvidenceFor {
                module: ModuleId::M4,
                subject: Subject::Person(KAYLA),
                questions: BTreeSet::new(),
            }],
            ..visit()
        }
    }

    fn specialist(&self, how: u8, words: String) -> Command {
        let id = request_id(u64::from(how % 2));
        if how.is_multiple_of(3) {
            let request = SpecialistRequest {
                specialists: [Role::RecoveryWorker].into(),
                people: [DANIEL].into(),
                situation: words.clone(),
                purpose: words,
                timescale: String::new(),
                managers_view: String::new(),
            };
            let seen = self.device.book.specialist_requests.head_ids(id);
            return Command::Specialist(SpecialistCommand::Ask { id, request, seen });
        }
        let decision = SpecialistDecision {
            agreed: how.is_multiple_of(2),
            on: self.device.today,
            decided_by: words.clone(),
            decided_as: DecidedAs::LineManager,
            reason: words,
            worker: None,
        };
        let seen = self.device.book.specialist_decisions.head_ids(id);
        Command::Specialist(SpecialistCommand::Decide { id, decision, seen })
    }

    fn refused(&self, refusal: &Refusal) {
        use hearth::workbook::decide::RoundRefusal as R;
        let words = refusal.to_string();
        let first = words.chars().next();
        assert!(words.len() > 9 && !words.ends_with('.') && first.is_some_and(char::is_uppercase), "{words}");
        assert!(!words.contains('{') && !words.contains(": ;") && !words.ends_with(':'), "{words}");
        let _ = refusal.field();
        let mut reached = self.reached.borrow_mut();
        match refusal {
            Refusal::Round(R::OwnNotes) => reached.own_notes += 1,
            Refusal::Round(R::Authorised) => reached.locked += 1,
            Refusal::Round(R::OutsidePeriod { .. }) => reached.outside_period += 1,
            Refusal::Round(R::DecisionIsFinal) => reached.decided_twice += 1,
            _ => {}
        }
    }

    // What is right, reckoned from the events.

    /// The values that were told of one thing, in order.
    fn told_of(&self, kind: &str, of: &Value) -> impl DoubleEndedIterator<Item = &Event> {
        let of = of.clone();
        let kind = kind.to_owned();
        self.told.iter().filter(move |event| event.kind == kind && event.payload["of"] == of)
    }

    fn last_of(&self, kind: &str, of: &Value) -> Option<&Value> {
        self.told_of(kind, of).next_back().map(|event| &event.payload["value"])
    }

    fn is_authorised(&self, supervision: &Value) -> bool {
        self.told_of("supervision_sign_off", supervision)
            .any(|event| event.payload["value"].get("authorised").is_some())
    }

    /// The day of the last supervision held before this one.
    fn held_before(&self, supervision: &Value) -> Option<String> {
        let on = |of: &Value| Some(self.last_of("supervision_held", of)?["on"].as_str()?.to_owned());
        let own = on(supervision);
        let others: BTreeSet<String> = SUPERVISIONS
            .iter()
            .map(|id| json!(id))
            .filter(|other| other != supervision)
            .filter_map(|other| on(&other))
            .collect();
        others.into_iter().rev().find(|other| own.as_ref().is_none_or(|own| other < own))
    }

    fn allowed(&self, event: &Event) {
        let (of, value) = (&event.payload["of"], &event.payload["value"]);
        let supervision = of.get("supervision").unwrap_or(of);
        if OF_THE_RECORD.contains(&event.kind.as_str()) {
            assert!(!self.is_authorised(supervision), "an authorised record was changed: {event:?}");
            assert!(!value.is_null(), "taken out: {event:?}");
        }
        let said = |name: &str| value[name].as_str().is_some_and(|text| !text.trim().is_empty());
        match event.kind.as_str() {
            "supervision" => self.planned(event),
            "rating" | "agreed_rating" => {
                assert!(said("reason"), "rated without a reason: {event:?}");
                if event.kind == "rating" {
                    assert_eq!(of["practitioner"], json!(event.author), "rated for somebody else");
                }
            }
            "supervision_notes" => {
                let with_manager = self.last_of("supervision_sign_off", of);
                assert!(with_manager.is_none_or(|last| last.get("submitted").is_none()), "{event:?}");
            }
            "supervision_sign_off" => self.signed(event),
            "supervision_addendum" => {
                assert!(self.is_authorised(&value["supervision"]), "{event:?}");
                self.reached.borrow_mut().addenda += 1;
            }
            "workbook_summary" => self.summarised(event),
            "specialist_decision" => {
                assert!(self.last_of("specialist_decision", of).is_none(), "decided again: {event:?}");
            }
            _ => {}
        }
    }

    fn planned(&self, event: &Event) {
        let (of, value) = (&event.payload["of"], &event.payload["value"]);
        let Some(before) = self.last_of("supervision", of) else { return };
        if before["on"] == value["on"] {
            assert_eq!(before["moved"], value["moved"]);
            return;
        }
        let moved = value["moved"].as_array().unwrap();
        let last = moved.last().unwrap();
        assert_eq!(moved.len(), before["moved"].as_array().unwrap().len() + 1);
        assert_eq!(last["from"], before["on"]);
        assert!(!last["words"].as_str().unwrap().trim().is_empty(), "moved without a reason: {event:?}");
        assert_eq!(event.role, Role::TeamManager);
        assert!(self.last_of("supervision_held", of).is_none(), "moved after it was held: {event:?}");
        let allowed = &self.device.rules.round.moving;
        let code = last["reason"].as_str();
        let rule = allowed.iter().find(|rule| Some(rule.code.as_str()) == code);
        assert!(allowed.is_empty() || rule.is_some(), "moved for a whim: {event:?}");
        if let Some(days) = rule.and_then(|rule| rule.most_days) {
            let day = |value: &Value| value.as_str().unwrap().parse::<NaiveDate>().unwrap();
            assert!(day(&value["on"]) - day(&last["from"]) <= Duration::days(days.into()), "{event:?}");
        }
        self.reached.borrow_mut().moved += 1;
    }

    fn signed(&self, event: &Event) {
        let (of, value) = (&event.payload["of"], &event.payload["value"]);
        let last = self.last_of("supervision_sign_off", of);
        let submitted = last.is_some_and(|last| last.get("submitted").is_some());
        if value.get("submitted").is_some() {
            assert!(!submitted && self.last_of("supervision_held", of).is_some());
            return;
        }
        let wrote: BTreeSet<_> = self.told_of("supervision_notes", of).map(|event| event.author).collect();
        assert!(!wrote.contains(&event.author), "signed by somebody who wrote it: {event:?}");
        assert_eq!(event.role, Role::TeamManager);
        assert!(submitted, "signed before it was sent: {event:?}");
        let mut reached = self.reached.borrow_mut();
        if let Some(authorised) = value.get("authorised") {
            let notes = self.told_of("supervision_notes", of).next_back().unwrap().id;
            assert!(authorised["covers"].as_array().unwrap().contains(&json!(notes)));
            reached.authorised += 1;
        } else {
            reached.returned += 1;
        }
    }

    fn summarised(&self, event: &Event) {
        let (of, value) = (&event.payload["of"], &event.payload["value"]);
        assert_eq!(of["practitioner"], json!(event.author), "written for somebody else");
        let since = self.held_before(&of["supervision"]);
        assert_eq!(value["period"]["since"], json!(since), "of another time: {event:?}");
        let before = self.last_of("workbook_summary", of);
        if before.is_some_and(|before| before["submitted"] == json!(true)) {
            assert_eq!(value["submitted"], json!(true), "a draft again: {event:?}");
            assert!(event.payload.get("reason").is_some(), "changed without a reason: {event:?}");
        }
        let Some(since) = since else { return };
        self.reached.borrow_mut().since_one_before += 1;
        let named_before = |source: &Value| {
            self.told_of("workbook_summary", of)
                .any(|old| old.payload["value"]["text"]["references"].as_array().unwrap().contains(source))
        };
        for source in value["text"]["references"].as_array().unwrap() {
            let made = self.told_of("visit", &source["visit"]).next_back().unwrap();
            let told = made.payload["value"]["on"].as_str().unwrap();
            let written = made.recorded.date_naive().to_string();
            assert!(
                told >= since.as_str() || written >= since || named_before(source),
                "older than the supervision before: {event:?}"
            );
        }
    }

    /// Until the chair has shown them together, each reads their own rating and no other.
    fn nobody_reads_what_is_kept(&self) {
        for supervision in SUPERVISIONS {
            let Some(meeting) = self.device.book.meeting(supervision) else { continue };
            let shown = self.told_of("ratings_revealed", &json!(supervision)).next().is_some();
            assert!(shown || meeting.spread().is_none());
            for reader in PEOPLE.map(practitioner_id) {
                for rating in meeting.ratings_for(reader) {
                    let open = matches!(rating.rating, Shown::Open(_));
                    assert_eq!(open, shown || rating.by == reader);
                    self.reached.borrow_mut().kept += usize::from(!open);
                }
            }
        }
    }

    /// At the end, what the workbook says of all of it is what the events say.
    fn as_the_events_say(&self) {
        let book = &self.device.book;
        assert_eq!(hearth::workbook::fold::Workbook::fold(FAMILY, &self.device.events), *book);
        let planned: BTreeSet<String> = self
            .told
            .iter()
            .filter(|event| event.kind == "supervision")
            .map(|event| event.payload["of"].to_string())
            .collect();
        assert_eq!(book.meetings().len(), planned.len(), "a supervision is gone");
        for child in [KAYLA, LEON] {
            let mut last: BTreeMap<String, &Value> = BTreeMap::new();
            for event in self.told.iter().filter(|event| event.kind == "visit") {
                last.insert(event.payload["of"].to_string(), &event.payload["value"]);
            }
            let seen = last
                .values()
                .filter(|visit| {
                    let contact = &visit["children"][child.to_string()];
                    !contact.is_null() && contact.get("not_seen").is_none()
                })
                .filter_map(|visit| visit["on"].as_str())
                .max();
            let found = book.last_seen(child).map(|visit| visit.visit.on.to_string());
            assert_eq!(found.as_deref(), seen, "a visit on which nobody was seen counted");
        }
        let open = book.actions().into_iter().filter(|agreed| {
            let last = self.last_of("action_result", &json!(agreed.action.id));
            last.is_none_or(|last| last["outcome"] == json!("not_yet"))
        });
        let open: Vec<_> = open.map(|agreed| agreed.action.id).collect();
        let found: Vec<_> = book.open_actions().iter().map(|agreed| agreed.action.id).collect();
        assert_eq!(found, open);
    }
}

#[test]
fn whatever_anybody_asks_for_the_guidance_holds() {
    let reached = RefCell::new(Reached::default());
    let authority = prop::sample::select(vec![Authority::Walsall, Authority::WestSussex, Authority::Common]);
    let mut runner = TestRunner::new(cases());
    runner
        .run(&(authority, any::<bool>(), asks()), |(authority, anyone_writes, asks)| {
            let mut walk = Walk::new(authority, anyone_writes, &reached);
            asks.into_iter().for_each(|ask| walk.step(ask));
            walk.as_the_events_say();
            Ok(())
        })
        .unwrap();
    let reached = reached.into_inner();
    println!("{reached:?}");
    // Walks that never came near what is forbidden would prove nothing.
    let Reached {
        authorised,
        returned,
        own_notes,
        locked,
        addenda,
        outside_period,
        since_one_before,
        kept,
        moved,
        decided_twice,
    } = reached;
    for (what, often) in [
        ("authorised", authorised),
        ("returned", returned),
        ("own notes refused", own_notes),
        ("a change to an authorised record refused", locked),
        ("an addendum", addenda),
        ("a reference that is too old refused", outside_period),
        ("a summary since the supervision before", since_one_before),
        ("a rating kept", kept),
        ("moved", moved),
        ("a second decision refused", decided_twice),
    ] {
        assert!(often > 50, "{what}: {often} times only");
    }
}
