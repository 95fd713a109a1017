//! A small made-up family for tests of what screens are drawn from.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::model::audience::Audience;
use crate::model::dates::PartialDate;
use crate::model::entry::{Certainty, Entry, HowKnown};
use crate::model::ids::{DeviceId, EntryId, EventId, FamilyId, PersonId, PractitionerId};
use crate::model::module::ModuleId;
use crate::model::person::{Person, Separation, Standing};
use crate::model::practitioner::{Practitioner, Role};
use crate::model::subject::{Pair, Subject};
use crate::policy::authority::Authority;
use crate::policy::practice;
use crate::services::recording::{Hand, stamp};
use crate::workbook::decide::rules::Rules;
use crate::workbook::decide::{Command, Refusal};
use crate::workbook::event::Event;
use crate::workbook::fold::Workbook;
use crate::workbook::log::EventSet;

/// Amara and Joe, separated if asked for; Dana, their friend; Kayla, their child.
pub(crate) struct Sample {
    pub events: EventSet,
    pub book: Workbook,
    next: u8,
    device: u8,
    joint: bool,
    role: Option<Role>,
}

pub(crate) const AMARA: u8 = 1;
pub(crate) const JOE: u8 = 2;
pub(crate) const DANA: u8 = 3;
pub(crate) const KAYLA: u8 = 4;

pub(crate) fn person(number: u8) -> PersonId {
    PersonId::from_bytes([number; 16])
}

pub(crate) fn about(number: u8) -> Subject {
    Subject::Person(person(number))
}

pub(crate) fn pair(one: u8, other: u8) -> Pair {
    Pair::of(person(one), person(other)).unwrap()
}

pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
}

pub(crate) fn entry_id(number: u8) -> EntryId {
    EntryId::from_bytes([number; 16])
}

/// An entry with the least that an entry needs.
pub(crate) fn entry(module: ModuleId, subject: Subject, going_well: &str) -> Entry {
    Entry {
        module,
        subject,
        done_on: PartialDate::day(today()),
        present: BTreeSet::new(),
        others_present: String::new(),
        how_known: HowKnown::ISawIt,
        certainty: Certainty::Fact,
        going_well: going_well.into(),
        needs: String::new(),
        analysis: std::collections::BTreeMap::new(),
        own_words: Vec::new(),
        stage: None,
        questions: BTreeSet::new(),
        audience: Audience::TeamOnly,
    }
}

impl Sample {
    pub(crate) fn new() -> Self {
        let id = FamilyId::from_bytes([9; 16]);
        let mut sample = Self {
            events: EventSet::default(),
            book: Workbook::empty(id),
            next: 0,
            device: 1,
            joint: true,
            role: None,
        };
        for (number, name, standing) in [
            (AMARA, "Amara", Standing::Adult),
            (JOE, "Joe", Standing::Adult),
            (DANA, "Dana", Standing::Adult),
            (KAYLA, "Kayla", Standing::Child),
        ] {
            let person = Person::named(standing, name);
            sample.does(Command::RecordPerson { id: self::person(number), person, seen: vec![] });
        }
        sample
    }

    pub(crate) fn separated(one: u8, other: u8) -> Self {
        let mut sample = Self::new();
        sample.separates(one, other);
        sample
    }

    pub(crate) fn separates(&mut self, one: u8, other: u8) {
        let separation = Separation { in_force: true, since: None, why: String::new(), said_to_harm: None };
        self.does(Command::SetSeparation { pair: pair(one, other), separation, seen: vec![] });
    }

    /// It is said that the second has harmed the first.
    pub(crate) fn says_who_harmed(&mut self, one: u8, other: u8) {
        let pair = pair(one, other);
        let said_to_harm = Some(person(other));
        let separation = Separation { in_force: true, since: None, why: String::new(), said_to_harm };
        let seen = self.book.separations.head_ids(pair);
        self.does(Command::SetSeparation { pair, separation, seen });
    }

    /// From now on another records, on a device of their own that has everything.
    pub(crate) fn hand_to(&mut self, device: u8, role: Role) {
        (self.device, self.role) = (device, Some(role));
    }

    /// Records, or panics with the refusal.
    pub(crate) fn does(&mut self, command: Command) {
        self.tries(command).unwrap();
    }

    pub(crate) fn tries(&mut self, command: Command) -> Result<(), Refusal> {
        let practitioner = Practitioner {
            id: PractitionerId::from_bytes([self.device; 16]),
            name: if self.device == 1 { "Sam Holt" } else { "Rana Ali" }.into(),
            role: self.role.clone().unwrap_or(match self.device {
                1 => Role::SocialWorker,
                _ => Role::RecoveryWorker,
            }),
            employer: String::new(),
            team: String::new(),
        };
        let rules = Rules { joint_assessments: self.joint, ..practice::rules(Authority::Common) };
        let now = DateTime::<Utc>::UNIX_EPOCH + TimeDelta::seconds(i64::from(self.next));
        let hand = Hand {
            practitioner: &practitioner,
            device: DeviceId::from_bytes([self.device; 16]),
            now,
            today: today(),
            rules: &rules,
        };
        let next = &mut self.next;
        let device = self.device;
        let id = move || {
            *next += 1;
            let mut bytes = [device; 16];
            bytes[0] = *next;
            EventId::from_bytes(bytes)
        };
        let stamped = stamp(self.book.id, &self.events, &self.book, &hand, vec![command], id)?;
        self.events = stamped.events;
        self.book = stamped.workbook;
        Ok(())
    }

    /// Another practitioner's copy, which from now on goes its own way.
    pub(crate) fn colleague(&self) -> Self {
        Self {
            events: self.events.clone(),
            book: self.book.clone(),
            next: self.next,
            device: 2,
            joint: self.joint,
            role: None,
        }
    }

    /// Takes in what the other copy has.
    pub(crate) fn joins(&mut self, other: &Self) {
        let theirs: Vec<Event> = other.events.iter().cloned().collect();
        let joined = crate::workbook::merge::join(self.book.id, &self.events, theirs).unwrap();
        self.events = joined.events;
        self.book = joined.workbook;
    }
}
