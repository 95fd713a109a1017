//! Made-up families for tests: ids from small numbers, practitioners with names, and a [`Device`] that
//! stamps events as `services` does, with a clock that the test holds.
#![allow(dead_code, reason = "each test file uses the part it needs")]

pub mod round;
pub mod way;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Duration, NaiveDate, TimeZone, Utc};
use hearth::model::audience::Audience;
use hearth::model::dates::PartialDate;
use hearth::model::entry::{Certainty, Entry, HowKnown};
use hearth::model::family::Family;
use hearth::model::ids::{
    DeviceId, EntryId, EventId, FamilyId, HouseholdId, PersonId, PractitionerId, RelationshipId,
};
use hearth::model::module::ModuleId;
use hearth::model::person::{Person, Separation, Standing};
use hearth::model::practitioner::{Practitioner, Role};
use hearth::model::subject::{Pair, Subject};
use hearth::policy::authority::Authority;
use hearth::policy::practice;
use hearth::workbook::decide::rules::Rules;
use hearth::workbook::decide::{Asking, Command, Decided, Refusal, decide};
use hearth::workbook::event::{Event, HybridClock};
use hearth::workbook::fact::VERSION;
use hearth::workbook::fold::Workbook;
use hearth::workbook::log::EventSet;
use hearth::workbook::merge::{Joined, join};
use serde_json::Map;

const fn bytes(number: u64) -> [u8; 16] {
    (number as u128).to_be_bytes()
}

pub const FAMILY: FamilyId = FamilyId::from_bytes(bytes(7));
/// Two adults and their children, and a grandmother.
pub const AMARA: PersonId = PersonId::from_bytes(bytes(1));
pub const DANIEL: PersonId = PersonId::from_bytes(bytes(2));
pub const KAYLA: PersonId = PersonId::from_bytes(bytes(3));
pub const LEON: PersonId = PersonId::from_bytes(bytes(4));
pub const ROSE: PersonId = PersonId::from_bytes(bytes(5));
/// Someone of whom this family's workbook knows nothing.
pub const STRANGER: PersonId = PersonId::from_bytes(bytes(99));

pub fn entry_id(number: u64) -> EntryId {
    EntryId::from_bytes(bytes(number))
}

pub fn relationship_id(number: u64) -> RelationshipId {
    RelationshipId::from_bytes(bytes(number))
}

pub fn household_id(number: u64) -> HouseholdId {
    HouseholdId::from_bytes(bytes(number))
}

pub fn practitioner_id(number: u64) -> PractitionerId {
    PractitionerId::from_bytes(bytes(number))
}

pub fn device_id(number: u64) -> DeviceId {
    DeviceId::from_bytes(bytes(number))
}

pub fn event_id(number: u64) -> EventId {
    EventId::from_bytes(bytes(number))
}

/// The day on which the tests work: 21 November 2026.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
}

/// Half past three on that day.
pub fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 21, 15, 30, 0).unwrap()
}

/// "3 November 2026", "November 2014", "2014" or any of these with "about" before it.
pub fn date(text: &str) -> PartialDate {
    let (text, about) = text.strip_prefix("about ").map_or((text, false), |rest| (rest, true));
    let mut words: Vec<&str> = text.split(' ').collect();
    while words.len() < 3 {
        words.insert(0, "");
    }
    PartialDate::parse(words[0], words[1], words[2], about).unwrap()
}

pub fn pair(a: PersonId, b: PersonId) -> Pair {
    Pair::of(a, b).unwrap()
}

pub fn couple(a: PersonId, b: PersonId) -> Subject {
    Subject::Couple(pair(a, b))
}

pub fn only(people: &[PersonId]) -> Audience {
    Audience::People(people.iter().copied().collect())
}

/// Separation stands between two, and it is said that the second has harmed the first.
pub fn harmed(device: &mut Device, one: PersonId, other: PersonId) {
    let pair = pair(one, other);
    let separation = Separation { said_to_harm: Some(other), ..in_force(true, "") };
    let seen = device.book.separations.head_ids(pair);
    device.record(Command::SetSeparation { pair, separation, seen });
}

pub fn in_force(in_force: bool, why: &str) -> Separation {
    Separation { in_force, since: None, why: why.to_owned(), said_to_harm: None }
}

pub fn family(label: &str) -> Family {
    Family {
        label: label.to_owned(),
        referred_on: None,
        assessed_on: None,
        pathway: String::new(),
        pathway_why: String::new(),
        example: false,
    }
}

/// Work of yesterday about one person, seen by the team only.
pub fn entry(module: ModuleId, subject: Subject, going_well: &str) -> Entry {
    Entry {
        module,
        subject,
        done_on: date("20 November 2026"),
        present: BTreeSet::new(),
        others_present: String::new(),
        how_known: HowKnown::TheyToldMe,
        certainty: Certainty::Fact,
        going_well: going_well.to_owned(),
        needs: String::new(),
        analysis: BTreeMap::new(),
        own_words: Vec::new(),
        stage: None,
        questions: BTreeSet::new(),
        audience: Audience::TeamOnly,
    }
}

/// The numbers of practitioners by what they do.
pub const SOCIAL_WORKER: u64 = 1;
pub const ABUSE_PRACTITIONER: u64 = 2;
pub const RECOVERY_WORKER: u64 = 3;
pub const MANAGER: u64 = 4;
pub const ADMIN: u64 = 6;
pub const SECOND_MANAGER: u64 = 7;

/// A practitioner with a name that is easy to tell from the others.
pub fn practitioner(number: u64) -> Practitioner {
    let (name, role) = match number {
        1 => ("Priya Shah", Role::SocialWorker),
        2 => ("Tom Reed", Role::DomesticAbusePractitioner),
        3 => ("Ines Costa", Role::RecoveryWorker),
        4 => ("Moira Flynn", Role::TeamManager),
        ADMIN => ("Gwen Bell", Role::Administrator),
        SECOND_MANAGER => ("Olu Adeyemi", Role::TeamManager),
        _ => ("Sam Okoro", Role::Other("Health visitor".to_owned())),
    };
    Practitioner {
        id: practitioner_id(number),
        name: name.to_owned(),
        role,
        employer: "Example County Council".to_owned(),
        team: "Team 1".to_owned(),
    }
}

/// One practitioner's browser: its copy of the workbook, its clock, and the events it makes.
#[derive(Debug, Clone)]
pub struct Device {
    pub id: DeviceId,
    pub practitioner: Practitioner,
    /// What the authority rules.
    pub rules: Rules,
    /// The date in Europe/London.
    pub today: NaiveDate,
    /// What the device believes the time to be.
    pub now: DateTime<Utc>,
    pub events: EventSet,
    pub book: Workbook,
    made: u64,
}

impl Device {
    /// An empty copy, of practitioner and device of this number.
    pub fn new(number: u64) -> Self {
        Self {
            id: device_id(number),
            practitioner: practitioner(number),
            rules: Rules { joint_assessments: true, ..practice::rules(Authority::Common) },
            today: today(),
            now: now(),
            events: EventSet::default(),
            book: Workbook::empty(FAMILY),
            made: 0,
        }
    }

    /// The first copy, with the family and the five people in it.
    pub fn with_family() -> Self {
        let mut device = Self::new(1);
        device.record(Command::DescribeFamily { family: family("The Okafors"), seen: vec![] });
        for (id, standing, name) in [
            (AMARA, Standing::Adult, "Amara Okafor"),
            (DANIEL, Standing::Adult, "Daniel Price"),
            (KAYLA, Standing::Child, "Kayla Okafor"),
            (LEON, Standing::Child, "Leon Price"),
            (ROSE, Standing::Adult, "Rose Okafor"),
        ] {
            device.record(Command::RecordPerson { id, person: Person::named(standing, name), seen: vec![] });
        }
        device
    }

    pub fn asking(&self) -> Asking<'_> {
        Asking { practitioner: &self.practitioner, today: self.today, rules: &self.rules }
    }

    /// What would be recorded, or why not.
    pub fn decide(&self, command: Command) -> Result<Vec<Decided>, Refusal> {
        decide(&self.book, &self.asking(), command)
    }

    /// Records what is decided and gives the ids of the events.
    pub fn try_record(&mut self, command: Command) -> Result<Vec<EventId>, Refusal> {
        let decided = self.decide(command)?;
        Ok(decided.into_iter().map(|decided| self.stamp(&decided)).collect())
    }

    /// Records a command that the rules allow, and gives the last event's id.
    #[track_caller]
    pub fn record(&mut self, command: Command) -> EventId {
        match self.try_record(command.clone()) {
            Ok(events) => *events.last().unwrap_or_else(|| panic!("nothing to record: {command:?}")),
            Err(refusal) => panic!("{refusal}: {command:?}"),
        }
    }

    fn stamp(&mut self, decided: &Decided) -> EventId {
        self.now += Duration::seconds(1);
        self.made += 1;
        let (kind, payload) = decided.fact.to_parts();
        let id = self.next_event_id();
        let event = Event {
            id,
            family: FAMILY,
            author: self.practitioner.id,
            role: self.practitioner.role.clone(),
            device: self.id,
            clock: self.events.clock_of(self.id).next(self.now),
            parents: self.events.newest(),
            previous: self.events.latest_of(self.id).map(Event::hash),
            recorded: self.now,
            happened: decided.happened,
            kind,
            version: VERSION,
            payload,
            other: Map::new(),
        };
        self.book.apply(&event);
        self.events.add(event).unwrap();
        id
    }

    /// Ids are random in life. Here the device's number and a count, mixed so that their order says nothing.
    fn next_event_id(&self) -> EventId {
        let number = u64::from(self.id.to_bytes()[15]) << 32 | self.made;
        event_id(number.wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }

    /// Somebody else sits down at the same copy.
    pub fn hand_to(&mut self, number: u64) -> &mut Self {
        self.practitioner = practitioner(number);
        self
    }

    /// Another practitioner's device with the same copy, as it is right after an import.
    pub fn copy_for(&self, number: u64) -> Self {
        Self { events: self.events.clone(), book: self.book.clone(), ..Self::new(number) }
    }

    /// Takes another copy's events, as an import does.
    pub fn import(&mut self, other: &Device) -> Joined {
        self.import_events(other.events.iter().cloned())
    }

    pub fn import_events(&mut self, events: impl IntoIterator<Item = Event>) -> Joined {
        let joined = join(FAMILY, &self.events, events).unwrap();
        self.events = joined.events.clone();
        self.book = joined.workbook.clone();
        joined
    }

    /// Records a new entry.
    #[track_caller]
    pub fn enter(&mut self, id: EntryId, entry: Entry) -> EventId {
        self.record(Command::RecordEntry { id, entry })
    }

    /// Amends an entry, having its newest versions on screen.
    #[track_caller]
    pub fn amend(&mut self, id: EntryId, reason: &str, change: impl FnOnce(&mut Entry)) -> EventId {
        let mut entry = self.book.entries.current(id).cloned().unwrap();
        change(&mut entry);
        let seen = self.book.entries.head_ids(id);
        self.record(Command::AmendEntry { id, entry, reason: reason.to_owned(), seen })
    }

    #[track_caller]
    pub fn separate(&mut self, a: PersonId, b: PersonId) -> EventId {
        let seen = self.book.separations.head_ids(pair(a, b));
        self.record(Command::SetSeparation { pair: pair(a, b), separation: in_force(true, ""), seen })
    }

    /// The state, byte for byte.
    pub fn canonical(&self) -> String {
        canonical(&self.book)
    }
}

pub fn canonical(book: &Workbook) -> String {
    serde_json::to_string(book).unwrap()
}

/// An event of nothing in particular, for tests that care about its envelope only.
pub fn bare_event(number: u64) -> Event {
    Event {
        id: event_id(number),
        family: FAMILY,
        author: practitioner_id(1),
        role: Role::SocialWorker,
        device: device_id(1),
        clock: HybridClock { wall: now().timestamp_millis(), count: 0 },
        parents: vec![],
        previous: None,
        recorded: now(),
        happened: PartialDate::day(today()),
        kind: "of_a_later_version".to_owned(),
        version: 1,
        payload: serde_json::json!({}),
        other: Map::new(),
    }
}
