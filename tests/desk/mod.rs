//! A device, a practitioner and a family for tests of whole use-cases. Fictional, all of them.
#![allow(dead_code, reason = "each test file uses a part")]

use chrono::{DateTime, Utc};
use hearth::model::audience::Audience;
use hearth::model::dates::PartialDate;
use hearth::model::entry::{Certainty, Entry, HowKnown};
use hearth::model::family::Family;
use hearth::model::ids::{FamilyId, PersonId, VaultId};
use hearth::model::module::ModuleId;
use hearth::model::person::{Person, Standing};
use hearth::model::practitioner::Role;
use hearth::model::subject::Subject;
use hearth::policy::authority::Authority;
use hearth::services::clock::{Clock, FixedClock};
use hearth::services::crypto::host::HostCrypto;
use hearth::services::drafts::{Caret, Draft, DraftKey};
use hearth::services::session::{NewStore, Session, You};
use hearth::services::store::memory::MemoryStore;
use hearth::vault::label::VaultLabel;
use hearth::vault::recovery_code::RecoveryCode;
use hearth::workbook::decide::Command;
use pollster::block_on;
use std::rc::Rc;

pub const PASSPHRASE: &str = "seven quiet otters crossing a frozen river";

pub type Desk = Rc<Session<Rc<MemoryStore>, HostCrypto, FixedClock>>;

pub struct Device {
    pub store: Rc<MemoryStore>,
    pub clock: FixedClock,
}

impl Device {
    pub fn new() -> Self {
        let at: DateTime<Utc> = "2026-11-21T15:42:00Z".parse().unwrap();
        Self { store: Rc::new(MemoryStore::default()), clock: FixedClock::at(at) }
    }

    /// A page just opened on this device: nothing in memory.
    pub fn open_page(&self) -> Desk {
        Session::new(self.store.clone(), HostCrypto, self.clock.clone())
    }
}

pub fn you(name: &str) -> You {
    You {
        name: name.into(),
        role: Role::SocialWorker,
        employer: "Anytown Council".into(),
        team: "East".into(),
        authority: Authority::Common,
    }
}

pub fn make_store(desk: &Desk) -> (VaultId, RecoveryCode) {
    let label = VaultLabel::offered().next().unwrap();
    let new = NewStore { label, passphrase: PASSPHRASE.into(), you: you("Sam Holt") };
    let code = block_on(desk.create(new)).unwrap();
    (desk.vault().unwrap(), code)
}

pub fn make_family(desk: &Desk) -> (FamilyId, PersonId) {
    let family = desk.new_family_id().unwrap();
    let amara = desk.new_person_id().unwrap();
    let details = Family {
        label: "Okafor-Reed".into(),
        referred_on: None,
        assessed_on: None,
        pathway: String::new(),
        pathway_why: String::new(),
        example: false,
    };
    let commands = vec![
        Command::DescribeFamily { family: details, seen: vec![] },
        Command::RecordPerson {
            id: amara,
            person: Person::named(Standing::Adult, "Amara Reed"),
            seen: vec![],
        },
    ];
    block_on(desk.open_family(family, commands)).unwrap();
    (family, amara)
}

pub fn entry(desk: &Desk, about: PersonId, words: &str) -> Command {
    Command::RecordEntry {
        id: desk.new_entry_id().unwrap(),
        entry: Entry {
            module: ModuleId::M3,
            subject: Subject::Person(about),
            done_on: PartialDate::day(desk.clock().today()),
            present: [about].into(),
            others_present: String::new(),
            how_known: HowKnown::TheyToldMe,
            certainty: Certainty::Fact,
            going_well: words.into(),
            needs: String::new(),
            analysis: Default::default(),
            own_words: vec![],
            stage: None,
            questions: Default::default(),
            audience: Audience::TeamOnly,
        },
    }
}

pub fn draft(words: &str) -> Draft {
    Draft {
        key: DraftKey("entry/m3".into()),
        family: None,
        route: "#/due".into(),
        heading: "Entry in module 3".into(),
        fields: [("going-well".to_owned(), words.to_owned())].into(),
        caret: Some(Caret { field: "going-well".into(), start: 3, end: 3, scroll: 120 }),
        touched: DateTime::UNIX_EPOCH,
    }
}
