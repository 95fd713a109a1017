//! The use-cases of an open app, end to end on the host: memory store, real cipher, a clock that stands.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "in a test, a panic is the failure"
)]

mod desk;

use chrono::TimeDelta;
use desk::{Device, PASSPHRASE, draft, entry, make_family, make_store, you};
use hearth::model::practitioner::Role;
use hearth::policy::authority::Authority;
use hearth::policy::profile::rule::Choice;
use hearth::policy::profile::timescale::Timescale;
use hearth::services::drafts::DraftKey;
use hearth::services::keys::UnlockError;
use hearth::services::session::{Colleague, FamilyState, OpenError, RecordError, RecoverError, You};
use hearth::services::store::{Shelf, Store};
use hearth::workbook::decide::Refusal;
use pollster::block_on;

#[test]
fn what_was_recorded_is_there_after_the_page_was_closed() {
    let device = Device::new();
    let desk = device.open_page();
    let (vault, _) = make_store(&desk);
    let (family, amara) = make_family(&desk);
    let before = block_on(desk.record(family, vec![entry(&desk, amara, "Up every day for school")])).unwrap();

    let desk = device.open_page();
    assert!(desk.families().is_empty());
    block_on(desk.unlock(vault, PASSPHRASE)).unwrap();
    assert_eq!(desk.workbook(family).as_deref(), Some(&*before));
}

#[test]
fn a_tab_that_takes_over_sees_what_the_other_saved_last() {
    let device = Device::new();
    let (first, second) = (device.open_page(), device.open_page());
    let (vault, _) = make_store(&first);
    block_on(second.unlock(vault, PASSPHRASE)).unwrap();
    assert!(second.families().is_empty());

    let (family, amara) = make_family(&first);
    let recorded = block_on(first.record(family, vec![entry(&first, amara, "Up every day")])).unwrap();
    first.keep_draft(draft("Kayla sle")).unwrap();
    block_on(first.flush_drafts()).unwrap();
    first.lock();

    block_on(second.read_again()).unwrap();
    assert_eq!(second.workbook(family).as_deref(), Some(&*recorded));
    assert_eq!(second.drafts(), [draft("Kayla sle")]);
    // The chain of the device goes on from there.
    block_on(second.record(family, vec![entry(&second, amara, "And the day after")])).unwrap();
}

#[test]
fn a_locked_tab_has_nothing_to_read_again() {
    let desk = Device::new().open_page();
    make_store(&desk);
    desk.lock();
    assert_eq!(block_on(desk.read_again()), Ok(()));
    assert!(!desk.is_unlocked());
}

#[test]
fn many_saves_fold_into_a_snapshot_and_lose_nothing() {
    let device = Device::new();
    let desk = device.open_page();
    let (vault, _) = make_store(&desk);
    let (family, amara) = make_family(&desk);
    for number in 0..150 {
        block_on(desk.record(family, vec![entry(&desk, amara, &format!("Entry {number}"))])).unwrap();
    }
    let segments = block_on(device.store.list(vault, Shelf::Segment)).unwrap().len();
    assert!(segments <= 65, "{segments} segments");
    let before = desk.workbook(family).unwrap();

    let desk = device.open_page();
    block_on(desk.unlock(vault, PASSPHRASE)).unwrap();
    assert_eq!(desk.workbook(family).unwrap(), before);
    assert_eq!(before.entries.iter().count(), 150);
}

#[test]
fn a_refused_command_leaves_nothing_behind_even_beside_good_ones() {
    let desk = Device::new().open_page();
    make_store(&desk);
    let (family, amara) = make_family(&desk);
    let before = desk.workbook(family).unwrap();
    let commands = vec![entry(&desk, amara, "Good"), entry(&desk, amara, "   ")];
    assert_eq!(block_on(desk.record(family, commands)), Err(RecordError::Refused(Refusal::NoWords)));
    assert_eq!(desk.workbook(family).unwrap(), before);
}

#[test]
fn a_wrong_passphrase_opens_nothing() {
    let device = Device::new();
    let desk = device.open_page();
    let (vault, _) = make_store(&desk);
    desk.lock();
    let wrong = block_on(desk.unlock(vault, "eight quiet otters crossing a frozen river"));
    assert_eq!(wrong, Err(OpenError::Unlock(UnlockError::WrongPassphrase)));
    assert!(!desk.is_unlocked());
}

#[test]
fn half_a_sentence_comes_back_with_its_caret() {
    let device = Device::new();
    let desk = device.open_page();
    let (vault, _) = make_store(&desk);
    desk.keep_draft(draft("Kayla sle")).unwrap();
    assert!(desk.has_unsaved_drafts());
    assert_eq!(block_on(desk.write_due_drafts()), Ok(false), "not yet due");
    device.clock.pass(TimeDelta::milliseconds(300));
    assert_eq!(block_on(desk.write_due_drafts()), Ok(true));

    let desk = device.open_page();
    block_on(desk.unlock(vault, PASSPHRASE)).unwrap();
    assert_eq!(desk.draft(&DraftKey("entry/m3".into())), Some(draft("Kayla sle")));
    block_on(desk.discard_draft(&DraftKey("entry/m3".into()))).unwrap();

    let desk = device.open_page();
    block_on(desk.unlock(vault, PASSPHRASE)).unwrap();
    assert!(desk.drafts().is_empty());
}

#[test]
fn nothing_of_one_store_is_seen_from_another() {
    let device = Device::new();
    let a = device.open_page();
    let (vault_a, _) = make_store(&a);
    make_family(&a);
    let b = device.open_page();
    let (vault_b, _) = make_store(&b);
    assert_ne!(vault_a, vault_b);
    assert!(b.families().is_empty());
    assert_eq!(block_on(b.stores()).unwrap().len(), 2);
    block_on(b.remove_store(vault_b)).unwrap();
    block_on(a.unlock(vault_a, PASSPHRASE)).unwrap();
    assert_eq!(a.families().len(), 1);
}

#[test]
fn a_changed_passphrase_is_the_only_one() {
    let device = Device::new();
    let desk = device.open_page();
    let (vault, _) = make_store(&desk);
    let (family, _) = make_family(&desk);
    let new = "nine loud herons above the harbour wall";
    assert!(block_on(desk.change_passphrase("not my passphrase at all", new)).is_err());
    block_on(desk.change_passphrase(PASSPHRASE, new)).unwrap();
    desk.lock();
    assert!(block_on(desk.unlock(vault, PASSPHRASE)).is_err());
    block_on(desk.unlock(vault, new)).unwrap();
    assert!(desk.workbook(family).is_some());
}

#[test]
fn the_recovery_sheet_opens_a_store_and_sets_a_new_passphrase() {
    let device = Device::new();
    let desk = device.open_page();
    let (vault, code) = make_store(&desk);
    let (family, _) = make_family(&desk);
    desk.lock();
    let new = "nine loud herons above the harbour wall";
    block_on(desk.recover(vault, &code, None, new)).unwrap();
    assert!(desk.workbook(family).is_some());
    desk.lock();
    block_on(desk.unlock(vault, new)).unwrap();
}

#[test]
fn a_colleague_who_was_let_in_records_under_their_own_name() {
    let device = Device::new();
    let desk = device.open_page();
    let (vault, code) = make_store(&desk);
    let (family, amara) = make_family(&desk);
    let theirs = "twelve green kettles on a narrow shelf";
    let colleague =
        Colleague { you: You { role: Role::RecoveryWorker, ..you("Rani Ali") }, passphrase: theirs.into() };
    block_on(desk.let_in(PASSPHRASE, colleague)).unwrap();
    desk.lock();
    block_on(desk.unlock(vault, theirs)).unwrap();
    let book =
        block_on(desk.record(family, vec![entry(&desk, amara, "Nine weeks without a drink")])).unwrap();
    let (_, recorded) = book.entries.iter().next().unwrap();
    assert_eq!(book.author_name(recorded.first().author), "Rani Ali");
    assert_eq!(recorded.first().role, Role::RecoveryWorker);

    desk.lock();
    let whose = block_on(desk.recover(vault, &code, None, "nine loud herons above the harbour wall"));
    assert!(matches!(whose, Err(RecoverError::Whose(people)) if people.len() == 2));
    block_on(desk.unlock(vault, PASSPHRASE)).unwrap();
    let rani = block_on(desk.key_holders())
        .unwrap()
        .into_iter()
        .find(|h| h.practitioner.name == "Rani Ali")
        .unwrap();
    block_on(desk.shut_out(rani.slot)).unwrap();
    desk.lock();
    assert!(block_on(desk.unlock(vault, theirs)).is_err());
}

#[test]
fn a_family_that_does_not_open_keeps_no_other_shut() {
    let device = Device::new();
    let desk = device.open_page();
    let (vault, _) = make_store(&desk);
    let (first, _) = make_family(&desk);
    let (second, _) = make_family(&desk);
    let segments = block_on(device.store.list(vault, Shelf::Segment)).unwrap();
    let (name, mut bytes) =
        segments.into_iter().find(|(name, _)| name.starts_with(&first.to_string())).unwrap();
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    let at = hearth::services::store::Address::new(vault, Shelf::Segment, name);
    let put = vec![hearth::services::store::Change::Put(at, bytes)];
    block_on(device.store.write(put, hearth::services::store::Durability::Strict)).unwrap();

    let desk = device.open_page();
    block_on(desk.unlock(vault, PASSPHRASE)).unwrap();
    assert!(desk.families().contains(&FamilyState::CannotBeOpened(first)));
    assert!(desk.workbook(second).is_some());
    block_on(desk.remove_family(first)).unwrap();
    assert_eq!(desk.families().len(), 1);
}

#[test]
fn rules_that_a_manager_adopts_are_kept_and_never_rewrite_what_was() {
    let device = Device::new();
    let desk = device.open_page();
    let (vault, _) = make_store(&desk);
    block_on(desk.change_you(You { authority: Authority::Walsall, ..you("Sam Holt") })).unwrap();
    let today = desk.profile().unwrap().history();
    // The first authority that is chosen has always been the rule.
    assert_eq!(today.all().count(), 1);

    let mut copy = Authority::Walsall.profile().copy_as("walsall_east", "Walsall East").unwrap();
    copy.choose(Timescale::T1Allocation, Choice::Reading("five_working_days".into())).unwrap();
    let tomorrow = "2026-11-22".parse().unwrap();
    block_on(desk.adopt_rules(copy.clone(), tomorrow)).unwrap();
    let refused = block_on(desk.adopt_rules(copy, "2026-11-20".parse().unwrap())).unwrap_err();
    assert!(refused.to_string().contains("today or later"), "{refused}");

    let desk = device.open_page();
    block_on(desk.unlock(vault, PASSPHRASE)).unwrap();
    let history = desk.profile().unwrap().history();
    let ids: Vec<_> = history.all().map(|version| version.profile.id.clone()).collect();
    assert_eq!(ids, ["walsall", "walsall_east"]);
    assert_eq!(history.on("2026-11-21".parse().unwrap()).id, "walsall");

    // Another authority is followed from the day it is chosen.
    device.clock.pass(TimeDelta::days(10));
    block_on(desk.change_you(You { authority: Authority::WestSussex, ..you("Sam Holt") })).unwrap();
    let profile = desk.profile().unwrap();
    assert_eq!(profile.history().on("2026-11-30".parse().unwrap()).id, "walsall_east");
    assert_eq!(profile.history().newest().id, "west_sussex");
    assert!(profile.rules_on("2026-12-01".parse().unwrap()).joint_assessments);
    assert!(!profile.rules_on("2026-11-30".parse().unwrap()).joint_assessments);
}
