//! Carrying a workbook to a colleague as a file, and joining two copies of one family.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "in a test, a panic is the failure"
)]

mod desk;

use desk::{Device, entry, make_family, make_store};
use hearth::model::ids::{FamilyId, PersonId};
use hearth::model::safety_plan::SafetyPlan;
use hearth::navigation::{FamilyPage, Route};
use hearth::services::envelope::OpenBundleError;
use hearth::services::overview::to_decide;
use hearth::services::session::{ExportError, ImportError, Reader};
use hearth::services::store::{Shelf, Store};
use hearth::vault::passphrase::Verdict;
use hearth::workbook::conflict::Conflict;
use hearth::workbook::decide::{Command, SafetyCommand};
use pollster::block_on;

const TRAVEL: &str = "a long walk over the purple moor at dawn";

/// Everything a device holds of families, as it lies in its store.
fn on_disk(device: &Device, vault: hearth::model::ids::VaultId) -> Vec<(String, Vec<u8>)> {
    let segments = block_on(device.store.list(vault, Shelf::Segment)).unwrap();
    let snapshots = block_on(device.store.list(vault, Shelf::Snapshot)).unwrap();
    [segments, snapshots].concat()
}

#[test]
fn a_workbook_arrives_as_it_left() {
    let sam = Device::new().open_page();
    make_store(&sam);
    let (family, amara) = make_family(&sam);
    let words = "Up every day 🎈 <script>alert(1)</script> שלום\u{202e}\u{0}";
    let sent = block_on(sam.record(family, vec![entry(&sam, amara, words)])).unwrap();
    let file = block_on(sam.export(&[family], Reader::Colleague, TRAVEL)).unwrap();
    assert!(!file.file_name.to_lowercase().contains("okafor"), "{}", file.file_name);
    block_on(sam.note_export(&file)).unwrap();
    assert_eq!(sam.backed_up(), Some(file.at));

    let device = Device::new();
    let rani = device.open_page();
    let (vault, _) = make_store(&rani);
    let offer = block_on(rani.look_into(file.text.as_bytes(), TRAVEL)).unwrap();
    assert!(on_disk(&device, vault).is_empty(), "looking writes nothing");
    assert_eq!((offer.by.name.as_str(), offer.made_at), ("Sam Holt", file.at));
    assert_eq!(offer.families.len(), 1);
    let shown = &offer.families[0];
    assert_eq!((shown.here, shown.new, shown.same), (false, file.total(), 0));
    assert!(shown.chain_holds && shown.conflicts.is_empty());
    let taken = block_on(rani.take(offer)).unwrap();
    assert_eq!((taken.families, taken.events, taken.conflicts), (1, file.total(), 0));
    assert_eq!(rani.workbook(family).unwrap(), sent);

    // Again: nothing is new, nothing is written.
    let before = on_disk(&device, vault);
    let again = block_on(rani.look_into(file.text.as_bytes(), TRAVEL)).unwrap();
    assert_eq!((again.families[0].new, again.families[0].same), (0, file.total()));
    assert_eq!(block_on(rani.take(again)).unwrap().events, 0);
    assert_eq!(on_disk(&device, vault), before);
}

#[test]
fn two_people_who_changed_one_entry_both_keep_their_words() {
    let sam = Device::new().open_page();
    make_store(&sam);
    let (family, amara) = make_family(&sam);
    let book = block_on(sam.record(family, vec![entry(&sam, amara, "First words")])).unwrap();
    let (id, thing) = book.entries.iter().next().unwrap();
    let (old, seen) = (thing.current().unwrap().clone(), thing.head_ids());
    let file = block_on(sam.export(&[family], Reader::Colleague, TRAVEL)).unwrap();

    let rani = Device::new().open_page();
    make_store(&rani);
    block_on(rani.take(block_on(rani.look_into(file.text.as_bytes(), TRAVEL)).unwrap())).unwrap();
    let amend = |words: &str| {
        let mut entry = old.clone();
        entry.going_well = words.into();
        Command::AmendEntry { id, entry, reason: "Clearer".into(), seen: seen.clone() }
    };
    block_on(sam.record(family, vec![amend("Sam’s words")])).unwrap();
    block_on(rani.record(family, vec![amend("Rani’s words")])).unwrap();

    let back = block_on(rani.export(&[family], Reader::Colleague, TRAVEL)).unwrap();
    let offer = block_on(sam.look_into(back.text.as_bytes(), TRAVEL)).unwrap();
    assert_eq!(offer.families[0].conflicts, [Conflict::Entry(id)]);
    assert_eq!(block_on(sam.take(offer)).unwrap().conflicts, 1);
    let book = sam.workbook(family).unwrap();
    let heads = book.entries.get(id).unwrap().heads();
    let words: Vec<_> = heads.iter().map(|head| head.value.as_ref().unwrap().going_well.as_str()).collect();
    assert!(words.contains(&"Sam’s words") && words.contains(&"Rani’s words"), "{words:?}");
    assert_eq!(sam.conflicts(family), [Conflict::Entry(id)]);
    let decide = to_decide(&book, heads[0].author);
    let there = Route::family(
        family,
        FamilyPage::EntryHistory { subject: old.subject, module: old.module, entry: id },
    );
    assert_eq!(decide.iter().map(|it| (&it.route, it.entry)).collect::<Vec<_>>(), [(&there, true)]);
}

#[test]
fn a_wrong_passphrase_and_a_strange_file_write_nothing() {
    let sam = Device::new().open_page();
    make_store(&sam);
    let (family, _) = make_family(&sam);
    let file = block_on(sam.export(&[family], Reader::Colleague, TRAVEL)).unwrap();

    let device = Device::new();
    let rani = device.open_page();
    let (vault, _) = make_store(&rani);
    let wrong = block_on(rani.look_into(file.text.as_bytes(), "another long walk over the moor"));
    assert_eq!(wrong, Err(ImportError::Envelope(OpenBundleError::WrongPassphrase)));
    let strange = block_on(rani.look_into(b"{\"hello\": 1}", TRAVEL));
    assert_eq!(strange, Err(ImportError::Envelope(OpenBundleError::NotOurs)));
    assert!(on_disk(&device, vault).is_empty());
}

#[test]
fn an_altered_record_is_refused_whole() {
    let device = Device::new();
    let sam = device.open_page();
    let (vault, _) = make_store(&sam);
    let (family, amara) = make_family(&sam);
    block_on(sam.record(family, vec![entry(&sam, amara, "What she said")])).unwrap();
    let file = block_on(sam.export(&[family], Reader::Colleague, TRAVEL)).unwrap();
    let crypto = hearth::services::crypto::host::HostCrypto;
    let plain =
        block_on(hearth::services::envelope::open_bundle(&crypto, file.text.as_bytes(), TRAVEL)).unwrap();
    let forged = String::from_utf8(plain.to_vec()).unwrap().replace("What she said", "What he said");
    let forged =
        block_on(hearth::services::envelope::seal_bundle(&crypto, forged.as_bytes(), TRAVEL)).unwrap();
    let before = on_disk(&device, vault);
    assert_eq!(block_on(sam.look_into(forged.as_bytes(), TRAVEL)), Err(ImportError::Altered));
    assert_eq!(on_disk(&device, vault), before);
}

#[test]
fn no_family_no_file() {
    let sam = Device::new().open_page();
    make_store(&sam);
    assert_eq!(block_on(sam.export(&[], Reader::Colleague, TRAVEL)), Err(ExportError::Nothing));
}

#[test]
fn what_changed_since_the_last_file_is_known() {
    let sam = Device::new().open_page();
    make_store(&sam);
    let (family, amara) = make_family(&sam);
    let only = |desk: &desk::Desk| desk.portable().pop().unwrap();
    assert_eq!((only(&sam).last, only(&sam).changed), (None, true));
    let file = block_on(sam.export(&[family], Reader::Colleague, TRAVEL)).unwrap();
    assert_eq!(only(&sam).records, file.total());
    assert!(only(&sam).changed, "the file is made, and not yet in anybody's hands");
    block_on(sam.note_export(&file)).unwrap();
    assert_eq!((only(&sam).last, only(&sam).changed), (Some(file.at), false));
    block_on(sam.record(family, vec![entry(&sam, amara, "One thing more")])).unwrap();
    assert!(only(&sam).changed);
}

#[test]
fn a_passphrase_made_of_the_familys_names_is_refused() {
    let sam = Device::new().open_page();
    make_store(&sam);
    let (family, _) = make_family(&sam);
    for passphrase in ["Okafor-Reed2024", "AmaraReed1985"] {
        assert!(sam.judge_for_file(passphrase, &[family]) != Verdict::Good, "{passphrase}");
    }
    assert_eq!(sam.judge_for_file(TRAVEL, &[family]), Verdict::Good);
}

#[test]
fn a_file_of_somebody_with_the_same_name_says_so() {
    let sam = Device::new().open_page();
    make_store(&sam);
    let (family, _) = make_family(&sam);
    let file = block_on(sam.export(&[family], Reader::Colleague, TRAVEL)).unwrap();
    assert!(!block_on(sam.look_into(file.text.as_bytes(), TRAVEL)).unwrap().namesake, "it is their own");
    let other = Device::new().open_page();
    make_store(&other);
    assert!(block_on(other.look_into(file.text.as_bytes(), TRAVEL)).unwrap().namesake);
}

/// Words of a safety plan that stand nowhere else.
const PLAN: &str = "heliotrope umbrella";

fn writes_a_plan(desk: &desk::Desk, family: FamilyId, person: PersonId) {
    let seen = desk.workbook(family).unwrap().safety_plan_seen(person);
    let plan = SafetyPlan { code_word: PLAN.to_owned(), ..SafetyPlan::default() };
    let allocate = Command::Allocate { allocated: true };
    let write = Command::Safety(SafetyCommand::WritePlan { person, plan, seen });
    block_on(desk.record(family, vec![allocate, write])).unwrap();
}

#[test]
fn a_colleagues_file_holds_no_safety_plan_and_no_sign_of_one() {
    let sam = Device::new().open_page();
    make_store(&sam);
    let (family, amara) = make_family(&sam);
    writes_a_plan(&sam, family, amara);
    block_on(sam.record(family, vec![entry(&sam, amara, "Recorded after it")])).unwrap();
    let opened = |file: &str| {
        let crypto = hearth::services::crypto::host::HostCrypto;
        let plain = block_on(hearth::services::envelope::open_bundle(&crypto, file.as_bytes(), TRAVEL));
        String::from_utf8(plain.unwrap().to_vec()).unwrap()
    };
    let theirs = block_on(sam.export(&[family], Reader::Colleague, TRAVEL)).unwrap();
    let text = opened(&theirs.text);
    // The state that is there for other readers names the kind, and has nothing under it.
    assert!(
        !text.contains(PLAN) && !text.contains("\"safety_plan\"") && text.contains("\"safety_plans\":[]")
    );
    assert!(!theirs.whole);
    let own = block_on(sam.export(&[family], Reader::Myself, TRAVEL)).unwrap();
    assert!(own.whole && opened(&own.text).contains(PLAN));
    assert_eq!(theirs.total() + 1, own.total());
    let portable = sam.portable().pop().unwrap();
    assert_eq!(portable.records_for(Reader::Colleague), theirs.total());
    assert_eq!(portable.records_for(Reader::Myself), own.total());

    // What a colleague has is no backup.
    block_on(sam.note_export(&theirs)).unwrap();
    assert_eq!(sam.backed_up(), None);
    assert!(sam.portable().pop().unwrap().changed);

    // It looks like any other file, and what they record comes back without a gap or a conflict.
    let rani = Device::new().open_page();
    make_store(&rani);
    let offer = block_on(rani.look_into(theirs.text.as_bytes(), TRAVEL)).unwrap();
    assert!(offer.families[0].chain_holds);
    block_on(rani.take(offer)).unwrap();
    assert_eq!(rani.broken_links(family), Some(0));
    block_on(rani.record(family, vec![entry(&rani, amara, "By a colleague")])).unwrap();
    let back = block_on(rani.export(&[family], Reader::Colleague, TRAVEL)).unwrap();
    let offer = block_on(sam.look_into(back.text.as_bytes(), TRAVEL)).unwrap();
    assert!(offer.families[0].chain_holds && offer.families[0].conflicts.is_empty());
    block_on(sam.take(offer)).unwrap();
    assert_eq!(sam.broken_links(family), Some(0));
    let book = sam.workbook(family).unwrap();
    assert_eq!(book.safety_plans_of(amara).len(), 1, "the plan is still here");

    // One's own other device gets it all.
    let other = Device::new().open_page();
    make_store(&other);
    let offer = block_on(other.look_into(own.text.as_bytes(), TRAVEL)).unwrap();
    assert!(offer.families[0].chain_holds);
    block_on(other.take(offer)).unwrap();
    assert_eq!(other.workbook(family).unwrap().safety_plans_of(amara)[0].code_word, PLAN);
    block_on(sam.note_export(&own)).unwrap();
    assert_eq!(sam.backed_up(), Some(own.at));
}
