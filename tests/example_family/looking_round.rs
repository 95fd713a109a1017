//! Looking round, through the session: the example is kept like any family, can be worked in, is still there
//! after unlocking, and goes in one action.

use std::rc::Rc;

use hearth::model::ids::FamilyId;
use hearth::model::module::ModuleId;
use hearth::model::practitioner::Role;
use hearth::model::subject::Subject;
use hearth::policy::authority::Authority;
use hearth::services::clock::FixedClock;
use hearth::services::crypto::host::HostCrypto;
use hearth::services::session::{ExampleError, FamilyState, NewStore, Session, You};
use hearth::services::store::memory::MemoryStore;
use hearth::vault::label::VaultLabel;
use hearth::workbook::decide::Command;

use crate::TOLD;
use crate::cast::Who::{Corin, Tamsin};
use crate::cast::day;
use crate::story::{entry_id, family_id};

type Opened = Rc<Session<MemoryStore, HostCrypto, FixedClock>>;

const PASSPHRASE: &str = "copper kettle sleeps under seven gates";

fn session(store: MemoryStore) -> Opened {
    let noon = day(21, 11).and_hms_opt(12, 0, 0).unwrap().and_utc();
    Session::new(store, HostCrypto, FixedClock::at(noon))
}

fn new_store(session: &Opened) {
    let you = You {
        name: "Someone looking round".into(),
        role: Role::SocialWorker,
        employer: "A council".into(),
        team: "A team".into(),
        authority: Authority::Common,
    };
    let label = VaultLabel::offered().next().unwrap();
    let new = NewStore { label, passphrase: PASSPHRASE.into(), you };
    pollster::block_on(session.create(new)).unwrap();
}

fn listed(session: &Opened) -> Vec<FamilyId> {
    let id = |state: FamilyState| match state {
        FamilyState::Open(book) => book.id,
        FamilyState::CannotBeOpened(id) => panic!("{id} does not open"),
    };
    session.families().into_iter().map(id).collect()
}

#[test]
fn the_example_is_kept_worked_in_and_taken_away() {
    let store = MemoryStore::new();
    let first = session(store.clone());
    new_store(&first);
    let added = pollster::block_on(first.add_example(&TOLD)).unwrap();
    assert_eq!(*added, crate::book());
    assert_eq!(listed(&first), [family_id()]);

    // Today's work, by the person who is looking round, on an entry that somebody else began.
    let id = entry_id("m5-tamsin-home");
    let mut entry = added.entries.current(id).unwrap().clone();
    entry.needs.push_str(" The grant has come.");
    let seen = added.entries.head_ids(id);
    let amend = Command::AmendEntry { id, entry, reason: "News from the grant".into(), seen };
    let worked = pollster::block_on(first.record(family_id(), vec![amend])).unwrap();
    assert_eq!(worked.entries.get(id).unwrap().count(), 2);

    let again = pollster::block_on(first.add_example(&TOLD)).unwrap();
    assert_eq!(again, worked, "what was tried out is left as it is");

    let second = session(store.clone());
    let vault = first.vault().unwrap();
    pollster::block_on(second.unlock(vault, PASSPHRASE)).unwrap();
    assert_eq!(second.workbook(family_id()), Some(worked));

    pollster::block_on(second.remove_family(family_id())).unwrap();
    assert_eq!(listed(&second), []);
    let third = session(store);
    pollster::block_on(third.unlock(vault, PASSPHRASE)).unwrap();
    assert_eq!(listed(&third), []);
}

#[test]
fn what_cannot_be_added_leaves_nothing_behind() {
    let store = MemoryStore::new();
    let session = session(store.clone());
    let locked = pollster::block_on(session.add_example(&TOLD)).unwrap_err();
    assert!(matches!(locked, ExampleError::Save(_)), "{locked}");

    new_store(&session);
    let before = store.everything();
    let wrong = pollster::block_on(session.add_example("[]")).unwrap_err();
    assert!(matches!(wrong, ExampleError::Unreadable(_)), "{wrong}");
    assert_eq!(store.everything(), before);
    assert_eq!(listed(&session), []);
}

#[test]
fn the_screens_find_the_work_where_they_look_for_it() {
    let book = crate::book();
    let three_stages = book.entries_in(ModuleId::M3, Subject::Person(Corin.id()));
    let days: Vec<_> =
        three_stages.iter().map(|(_, entry)| entry.current().unwrap().done_on.earliest()).collect();
    assert!(
        days.len() >= 3 && days.is_sorted_by(|newer, older| newer >= older),
        "newest work first: {days:?}"
    );
    let subjects = book.subjects();
    assert_eq!(subjects[..2], [Subject::Person(Tamsin.id()), Subject::Person(Corin.id())]);
}
