//! The device in the hands of the family, and back: what they say is kept byte for byte, by whom, and seen once; and
//! nothing of the worker's is there meanwhile. On the host: memory store, real cipher, a clock that stands.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "in a test, a panic is the failure"
)]

mod desk;

use chrono::TimeDelta;
use desk::{Desk, Device, PASSPHRASE, draft, entry, make_family, make_store};
use hearth::model::family_view::{FamilyView, Item, Viewer};
use hearth::model::ids::{FamilyId, PersonId, ShowingId, VaultId};
use hearth::model::sharing::{Heading, Piece};
use hearth::model::showing::{Showing, Verdict};
use hearth::navigation::FamilyPlace;
use hearth::services::clock::{Clock, FixedClock};
use hearth::services::crypto::host::HostCrypto;
use hearth::services::family_pages::{self, SoFar};
use hearth::services::keys::UnlockError;
use hearth::services::session::{
    AfterVisit, BeginVisitError, OpenError, Prepared, PutAwayError, Reader, RemoveError,
};
use hearth::services::store::memory::{Fault, MemoryStore};
use hearth::services::store::{Address, Change, Durability, Shelf, Store, StoreError};
use hearth::services::typed::Fields;
use hearth::services::visit::after::{Boxes, commands};
use hearth::services::visit::answer::{Answer, Asked, Inside};
use hearth::services::visit::handed::{Handed, HandedOver, MemoryHands, NotHanded};
use hearth::services::visit::inbox::Inbox;
use hearth::services::visit::letters;
use hearth::services::visit::marker::{Marker, MemoryMarker, NotMarked};
use hearth::vault::letter::Pair;
use pollster::block_on;
use std::rc::Rc;

/// Emoji with joiners, right-to-left with marks, letters that are composed in two ways, and spaces that are no spaces.
const WORDS: &str =
    "I sleep now 👩‍👧 🦉\n\u{200f}أنا بخير، شكرًا\u{200e} — e\u{301} é \u{a0} “\\\"”\u{202e}abc\u{202c}\n";

type LetterBox = Inbox<Rc<MemoryStore>, HostCrypto, FixedClock>;

struct Visit {
    device: Device,
    hands: MemoryHands,
    marker: MemoryMarker,
    vault: VaultId,
    family: FamilyId,
    amara: PersonId,
}

impl Visit {
    /// A worker's page with a family and a draft, and everything that a visit needs.
    fn prepare(hands: MemoryHands, marker: MemoryMarker) -> (Self, Desk, Prepared) {
        let device = Device::new();
        let desk = device.open_page();
        let (vault, _) = make_store(&desk);
        let (family, amara) = make_family(&desk);
        block_on(desk.record(family, vec![entry(&desk, amara, "Refuge SENTINEL-ONE in Leeds")])).unwrap();
        desk.keep_draft(draft("SENTINEL-TWO")).unwrap();
        let view = Self::view_of("Amara");
        let showing = Showing {
            people: [amara].into(),
            others: String::new(),
            shown: vec![],
            language: "en-GB".into(),
            began: device.clock.now(),
            ended: None,
            hidden: 0,
        };
        let piece = Piece::GoingWell(desk.new_entry_id().unwrap());
        let prepared = Prepared { family, view, people: vec![amara], pieces: [(1, piece)].into(), showing };
        (Self { device, hands, marker, vault, family, amara }, desk, prepared)
    }

    /// What one person sees.
    fn view_of(name: &str) -> FamilyView {
        FamilyView {
            people: vec![Viewer { name: name.into(), child: false, age: None, scales: Default::default() }],
            items: vec![Item {
                number: 1,
                heading: Heading::Well,
                words: "You get Kayla to school SHOWN".into(),
                translations: Default::default(),
                said_by: None,
                who: None,
                on: None,
                how_often: String::new(),
                kept: None,
                came_of_it: String::new(),
            }],
            language: "en-GB".into(),
            worker: "Sam".into(),
            ..FamilyView::default()
        }
    }

    fn begin() -> (Self, LetterBox) {
        let (visit, desk, prepared) = Self::prepare(MemoryHands::default(), MemoryMarker::default());
        block_on(desk.begin_visit(prepared, &visit.hands, &visit.marker)).unwrap();
        assert!(!desk.is_unlocked() && visit.marker.is_on());
        assert_eq!(block_on(desk.is_handed_over()), Ok(true), "also where the marker is lost");
        let handed = HandedOver::from_bytes(&block_on(visit.hands.take()).unwrap()).unwrap();
        let inbox = visit.inbox(&handed);
        (visit, inbox)
    }

    fn inbox(&self, handed: &HandedOver) -> LetterBox {
        Inbox::of(handed, self.device.store.clone(), HostCrypto, self.device.clock.clone())
    }

    fn answer(&self, words: &str) -> Answer {
        Answer { words: words.into(), ..Answer::new(Some(0), Asked::Nothing, self.device.clock.now()) }
    }

    fn come_back(&self) -> (Desk, AfterVisit) {
        let desk = self.device.open_page();
        assert_eq!(block_on(desk.visiting_stores()), Ok(vec![self.vault]));
        let family = block_on(desk.come_back(self.vault, PASSPHRASE, &self.marker)).unwrap();
        assert_eq!((family, self.marker.is_on()), (Some(self.family), false));
        assert_eq!(block_on(desk.is_handed_over()), Ok(false));
        let mut visits = block_on(desk.after_visits(self.family)).unwrap();
        (desk, visits.remove(0))
    }
}

#[test]
fn what_people_say_comes_back_byte_for_byte_and_with_their_name() {
    let (visit, inbox) = Visit::begin();
    block_on(inbox.say(visit.answer(WORDS))).unwrap();
    visit.device.clock.pass(TimeDelta::minutes(1));
    let right = Answer { verdict: Some(Verdict::Right), to: Asked::Item(1), ..visit.answer("") };
    block_on(inbox.say(right.clone())).unwrap();
    let nobody = Answer { who: None, ..visit.answer("Nobody said whose this is") };
    block_on(inbox.say(nobody.clone())).unwrap();
    block_on(inbox.hidden()).unwrap();
    visit.device.clock.pass(TimeDelta::minutes(9));

    let (_, after) = visit.come_back();
    let heard: Vec<_> = after.heard.iter().map(|it| (it.who, it.half, it.answer.words.as_str())).collect();
    assert_eq!(heard[0], (Some(visit.amara), false, WORDS));
    assert_eq!(heard.len(), 3);
    assert!(after.heard.iter().any(|it| it.answer == right && it.who == Some(visit.amara)));
    assert!(after.heard.iter().any(|it| it.answer == nobody && it.who.is_none()));
    assert_eq!((after.showing.hidden, after.unopened), (1, 0));
    assert_eq!(after.showing.ended, Some(visit.device.clock.now()));
    assert_eq!((after.pieces.len(), after.items.len()), (1, 1));
}

#[test]
fn nothing_of_it_lies_in_clear_and_no_letter_opens_without_the_passphrase() {
    let (visit, inbox) = Visit::begin();
    block_on(inbox.say(visit.answer("I am afraid SENTINEL-THREE"))).unwrap();
    inbox.keep(visit.answer("and also SENTINEL-FOUR"));
    block_on(inbox.flush()).unwrap();
    for (at, bytes) in visit.device.store.everything() {
        let text = format!("{at:?} {}", String::from_utf8_lossy(&bytes));
        for word in ["SENTINEL", "SHOWN", "Amara", "Okafor"] {
            assert!(!text.contains(word), "{word} in {at:?}");
        }
    }
    // The worker's draft was sealed before the keys were dropped.
    let (desk, _) = visit.come_back();
    assert_eq!(desk.drafts(), [draft("SENTINEL-TWO")]);
}

#[test]
fn what_was_handed_over_is_the_view_and_no_key_that_opens_anything() {
    let (visit, desk, prepared) = Visit::prepare(MemoryHands::default(), MemoryMarker::default());
    block_on(desk.begin_visit(prepared.clone(), &visit.hands, &visit.marker)).unwrap();
    let bytes = block_on(visit.hands.take()).unwrap();
    assert!(!String::from_utf8_lossy(&bytes).contains("SENTINEL"));
    let handed = HandedOver::from_bytes(&bytes).unwrap();
    assert_eq!((handed.view, handed.vault), (prepared.view, visit.vault));
    // A page that is loaded again finds nothing.
    assert_eq!(block_on(visit.hands.take()), None);
    assert!(visit.marker.is_on());
}

#[test]
fn a_dead_battery_costs_at_most_a_second_of_writing() {
    let (visit, inbox) = Visit::begin();
    let mut typed = String::new();
    for (at, letter) in WORDS.chars().cycle().take(60).enumerate() {
        typed.push(letter);
        inbox.keep(visit.answer(&typed));
        visit.device.clock.pass(TimeDelta::milliseconds(100));
        // The page looks every 200 ms.
        if at % 2 == 1 {
            block_on(inbox.seal_due()).unwrap();
        }
    }
    drop(inbox);
    let (_, after) = visit.come_back();
    assert_eq!(after.heard.len(), 1);
    let kept = &after.heard[0];
    assert!(kept.half && typed.starts_with(&kept.answer.words));
    let lost = typed.chars().count() - kept.answer.words.chars().count();
    assert!(lost <= 10, "{lost} letters at 10 a second were lost");
    let letters = block_on(visit.device.store.list(visit.vault, Shelf::Letter)).unwrap();
    assert_eq!(letters.len(), 1, "a draft has one place");
}

#[test]
fn what_was_said_is_no_draft_any_more_and_what_was_deleted_is_gone() {
    let (visit, inbox) = Visit::begin();
    inbox.keep(visit.answer("half"));
    block_on(inbox.flush()).unwrap();
    assert_eq!(inbox.begun(Some(0), &Asked::Nothing), Some(visit.answer("half")));
    block_on(inbox.say(visit.answer("half and half"))).unwrap();
    assert_eq!(inbox.begun(Some(0), &Asked::Nothing), None);
    let agreed = |words: &str| Answer { to: Asked::Agreement, ..visit.answer(words) };
    inbox.keep(agreed("no"));
    block_on(inbox.flush()).unwrap();
    inbox.keep(agreed(""));
    block_on(inbox.flush()).unwrap();
    assert!(!inbox.is_unsaved());
    let (_, after) = visit.come_back();
    let heard: Vec<_> = after.heard.iter().map(|it| (it.half, it.answer.words.as_str())).collect();
    assert_eq!(heard, [(false, "half and half")]);
}

#[test]
fn what_is_typed_in_the_boxes_of_a_page_comes_back_into_them_and_then_to_the_worker() {
    let (visit, inbox) = Visit::begin();
    let view = Visit::view_of("Amara");
    let (ask, nobody) = (FamilyPlace::Ask(2), SoFar::default());
    let typed = |fields: &[(&str, &str)]| -> Fields {
        fields.iter().map(|(name, words)| ((*name).to_owned(), (*words).to_owned())).collect()
    };
    // Nothing is said with this yet, and still none of it is lost.
    let half = typed(&[("why-not-less", WORDS)]);
    inbox.keep(family_pages::begun(&view, ask, &nobody, &half, inbox.now()).unwrap());
    block_on(inbox.flush()).unwrap();
    let (who, to) = family_pages::asked(&view, ask, &nobody).unwrap();
    assert_eq!(family_pages::boxes(&inbox.begun(Some(who), &to).unwrap()), half);

    let whole = typed(&[("choice", "6"), ("why-not-less", WORDS), ("what-next", "🦉")]);
    let said = family_pages::answer(&view, ask, &nobody, &whole, inbox.now()).unwrap();
    block_on(inbox.say(said)).unwrap();
    assert_eq!(inbox.begun(Some(who), &to), None);
    let half = typed(&[("words", "and")]);
    inbox.keep(family_pages::begun(&view, FamilyPlace::Say, &nobody, &half, inbox.now()).unwrap());
    block_on(inbox.flush()).unwrap();

    let (_, after) = visit.come_back();
    let [said, half] = after.heard.as_slice() else { panic!("{:?}", after.heard) };
    let (said, half) = if said.half { (half, said) } else { (said, half) };
    assert_eq!((said.who, said.answer.number, &said.answer.to), (Some(visit.amara), Some(6), &to));
    assert_eq!((said.answer.why_not_less.as_str(), said.answer.what_next.as_str()), (WORDS, "🦉"));
    assert_eq!((half.half, half.answer.words.as_str(), &half.answer.to), (true, "and", &Asked::Nothing));
}

#[test]
fn what_was_taken_back_is_nowhere() {
    let (visit, inbox) = Visit::begin();
    let first = block_on(inbox.say(visit.answer("I did not mean it"))).unwrap();
    block_on(inbox.say(visit.answer("I mean this"))).unwrap();
    visit.device.store.fail_write(1, Fault::Refused(StoreError::Full));
    assert!(block_on(inbox.take_back(&first)).is_err(), "then it is still there");
    block_on(inbox.take_back(&first)).unwrap();
    assert_eq!(block_on(visit.device.store.list(visit.vault, Shelf::Letter)).unwrap().len(), 1);
    let (_, after) = visit.come_back();
    let heard: Vec<_> = after.heard.iter().map(|it| it.answer.words.as_str()).collect();
    assert_eq!(heard, ["I mean this"]);
}

#[test]
fn a_disk_that_refuses_keeps_the_words_on_the_screen_and_in_the_draft() {
    let (visit, inbox) = Visit::begin();
    visit.device.store.fail_write(1, Fault::Refused(StoreError::Full));
    assert!(block_on(inbox.say(visit.answer("Listen"))).is_err());
    assert!(inbox.is_unsaved());
    block_on(inbox.flush()).unwrap();
    let (_, after) = visit.come_back();
    assert!(after.heard[0].half && after.heard[0].answer.words == "Listen");
}

#[test]
fn what_was_taken_in_is_seen_once_and_nothing_else_is_ever_thrown_away() {
    let (visit, inbox) = Visit::begin();
    block_on(inbox.say(visit.answer("First"))).unwrap();
    visit.device.clock.pass(TimeDelta::seconds(1));
    block_on(inbox.say(visit.answer("Second"))).unwrap();
    block_on(inbox.hidden()).unwrap();
    let (desk, after) = visit.come_back();
    assert_eq!(block_on(desk.put_visit_away(after.id)), Err(PutAwayError::StillHeard));

    // A save that fails leaves it where it was.
    let first = [after.heard[0].id];
    let record = || vec![entry(&desk, visit.amara, "First")];
    visit.device.store.fail_write(1, Fault::Refused(StoreError::Full));
    assert!(block_on(desk.take_in(visit.family, after.id, &first, record())).is_err());
    let heard = |desk: &Desk| block_on(desk.after_visits(visit.family)).unwrap()[0].heard.len();
    assert_eq!(heard(&desk), 2);
    block_on(desk.take_in(visit.family, after.id, &first, record())).unwrap();
    assert_eq!(heard(&desk), 1);
    block_on(desk.take_in(visit.family, after.id, &[after.heard[1].id], vec![])).unwrap();
    block_on(desk.put_visit_away(after.id)).unwrap();
    assert!(block_on(desk.after_visits(visit.family)).unwrap().is_empty());
    assert!(block_on(visit.device.store.list(visit.vault, Shelf::Letter)).unwrap().is_empty());

    let desk = visit.device.open_page();
    block_on(desk.unlock(visit.vault, PASSPHRASE)).unwrap();
    let entries = desk.workbook(visit.family).unwrap();
    assert_eq!(entries.entries.iter().count(), 2, "the sentinel's and the one that was taken in");
}

/// Changes what lies on a shelf, as a failing disk might.
fn damaged(visit: &Visit, shelf: Shelf) {
    let (key, mut sealed) = block_on(visit.device.store.list(visit.vault, shelf)).unwrap().remove(0);
    let last = sealed.len() - 3;
    sealed[last] = if sealed[last] == b'A' { b'B' } else { b'A' };
    let at = Address::new(visit.vault, shelf, key);
    let put = Change::Put(at, sealed);
    block_on(visit.device.store.write(vec![put], Durability::Strict)).unwrap();
}

#[test]
fn a_letter_that_was_changed_on_the_disk_is_kept_and_reported() {
    let (visit, inbox) = Visit::begin();
    block_on(inbox.say(visit.answer("Listen"))).unwrap();
    damaged(&visit, Shelf::Letter);
    let (desk, after) = visit.come_back();
    assert_eq!((after.heard.len(), after.unopened), (0, 1));
    assert_eq!(block_on(desk.put_visit_away(after.id)), Err(PutAwayError::StillHeard));
}

#[test]
fn a_visit_that_does_not_open_is_kept_and_reported() {
    let (visit, inbox) = Visit::begin();
    block_on(inbox.say(visit.answer("Listen"))).unwrap();
    damaged(&visit, Shelf::Visit);
    let desk = visit.device.open_page();
    assert_eq!(block_on(desk.come_back(visit.vault, PASSPHRASE, &visit.marker)), Ok(None));
    let waiting = block_on(desk.waiting_visits()).unwrap();
    assert_eq!((waiting.visits.len(), waiting.unopened), (0, 1));
    assert_eq!(block_on(visit.device.store.list(visit.vault, Shelf::Letter)).unwrap().len(), 1);
}

#[test]
fn what_waits_is_found_again_by_whoever_closed_the_tab_and_stays_sealed() {
    let (visit, inbox) = Visit::begin();
    let waiting = |desk: &Desk| block_on(desk.waiting_visits()).unwrap().visits;
    let (desk, after) = visit.come_back();
    let quiet = waiting(&desk);
    assert_eq!((quiet[0].family, quiet[0].letters), (visit.family, false));
    block_on(inbox.say(visit.answer("Listen"))).unwrap();
    let desk = visit.device.open_page();
    block_on(desk.unlock(visit.vault, PASSPHRASE)).unwrap();
    assert_eq!(waiting(&desk).len(), 1);
    assert!(waiting(&desk)[0].letters && waiting(&desk)[0].people == [visit.amara].into());
    let said = block_on(desk.after_visits(visit.family)).unwrap()[0].heard[0].id;
    block_on(desk.take_in(visit.family, after.id, &[said], vec![])).unwrap();
    block_on(desk.put_visit_away(after.id)).unwrap();
    assert!(waiting(&desk).is_empty());
}

#[test]
fn nothing_but_spaces_is_nothing_said() {
    let (visit, inbox) = Visit::begin();
    inbox.keep(visit.answer(" \n"));
    block_on(inbox.flush()).unwrap();
    let (desk, after) = visit.come_back();
    assert!(after.heard.is_empty());
    block_on(desk.put_visit_away(after.id)).unwrap();
    assert!(block_on(visit.device.store.list(visit.vault, Shelf::Letter)).unwrap().is_empty());
}

#[test]
fn what_was_chosen_on_a_card_is_in_the_record_byte_for_byte_and_out_of_the_letter_box() {
    let (visit, inbox) = Visit::begin();
    block_on(inbox.say(visit.answer(WORDS))).unwrap();
    let (desk, after) = visit.come_back();
    let (book, heard) = (desk.workbook(visit.family).unwrap(), &after.heard[0]);
    let boxes = Boxes::suggested(&book, &after, heard);
    let mut fresh = || desk.new_id().ok();
    let asked = commands(&book, &after, heard, &boxes, &mut fresh, visit.device.clock.today()).unwrap();
    block_on(desk.take_in(visit.family, after.id, &[heard.id], asked)).unwrap();
    assert!(block_on(visit.device.store.list(visit.vault, Shelf::Letter)).unwrap().is_empty());

    let desk = visit.device.open_page();
    block_on(desk.unlock(visit.vault, PASSPHRASE)).unwrap();
    let book = desk.workbook(visit.family).unwrap();
    let said = book.said.current(heard.id).unwrap();
    let entry = book.entries.current(said.entry.unwrap()).unwrap();
    assert_eq!((said.words.as_str(), entry.own_words[0].words.as_str()), (WORDS, WORDS));
    assert_eq!((said.who, entry.own_words[0].who), (visit.amara, visit.amara));
    assert_eq!(book.showings.current(after.id), Some(&after.showing));
}

#[test]
fn a_family_goes_with_its_visits_once_everybody_in_them_was_heard() {
    let (visit, inbox) = Visit::begin();
    block_on(inbox.say(visit.answer("Listen"))).unwrap();
    block_on(inbox.hidden()).unwrap();
    let (desk, after) = visit.come_back();
    let (other, _) = make_family(&desk);
    block_on(desk.remove_family(other)).unwrap();
    assert_eq!(block_on(desk.remove_family(visit.family)), Err(RemoveError::StillHeard));
    assert!(desk.workbook(visit.family).is_some());
    assert_eq!(block_on(desk.after_visits(visit.family)), Ok(vec![after.clone()]));
    block_on(desk.take_in(visit.family, after.id, &[after.heard[0].id], vec![])).unwrap();
    block_on(desk.remove_family(visit.family)).unwrap();
    for shelf in [Shelf::Visit, Shelf::Letter] {
        assert!(block_on(visit.device.store.list(visit.vault, shelf)).unwrap().is_empty(), "{shelf:?}");
    }
}

#[test]
fn a_file_that_is_taken_in_leaves_what_waits_as_it_is() {
    let (visit, inbox) = Visit::begin();
    block_on(inbox.say(visit.answer("Listen"))).unwrap();
    let (desk, after) = visit.come_back();
    let passphrase = "three quiet ferries at dawn";
    let file = block_on(desk.export(&[visit.family], Reader::Myself, passphrase)).unwrap();
    let offer = block_on(desk.look_into(file.text.as_bytes(), passphrase)).unwrap();
    block_on(desk.take(offer)).unwrap();
    assert_eq!(block_on(desk.after_visits(visit.family)), Ok(vec![after]));
}

#[test]
fn a_wrong_passphrase_leaves_the_device_with_the_family() {
    let (visit, inbox) = Visit::begin();
    block_on(inbox.say(visit.answer("Listen"))).unwrap();
    let desk = visit.device.open_page();
    let refused = block_on(desk.come_back(visit.vault, "walnut ferry thimble cloud", &visit.marker));
    assert_eq!(refused, Err(OpenError::Unlock(UnlockError::WrongPassphrase)));
    assert!(visit.marker.is_on() && !desk.is_unlocked());
    assert_eq!(visit.come_back().1.heard.len(), 1);
}

/// Made with another implementation of the standard; every later version opens it.
#[test]
fn the_frozen_letter_opens() {
    let pair = Pair::from_jwk(include_str!("fixtures/vault/v1.letter.jwk")).unwrap();
    let showing = ShowingId::from_bytes([3; 16]);
    let sealed = include_bytes!("fixtures/vault/v1.letter.txt");
    let plain = block_on(letters::open(&HostCrypto, &pair, showing, sealed)).unwrap();
    match serde_json::from_slice(&plain).unwrap() {
        Inside::Said(answer) => assert_eq!(answer.words, "Cwtch, ਘਰ, خاندان, 家, 🦉"),
        other => panic!("{other:?}"),
    }
    let elsewhere = ShowingId::from_bytes([4; 16]);
    assert!(block_on(letters::open(&HostCrypto, &pair, elsewhere, sealed)).is_err());
}

/// The device is not handed over, and the worker is where they were.
#[track_caller]
fn check_not_begun(hands: MemoryHands, marker: MemoryMarker, why: BeginVisitError) {
    let (visit, desk, prepared) = Visit::prepare(hands, marker);
    assert_eq!(block_on(desk.begin_visit(prepared, &visit.hands, &visit.marker)), Err(why));
    assert!(desk.is_unlocked() && !visit.marker.is_on());
    assert_eq!(block_on(desk.is_handed_over()), Ok(false));
    assert_eq!(block_on(visit.hands.take()), None);
    assert_eq!(block_on(desk.after_visits(visit.family)), Ok(vec![]));
}

#[test]
fn a_browser_that_cannot_hand_over_or_remember_locks_nothing() {
    let (hands, marker) = (MemoryHands::default(), MemoryMarker::default());
    check_not_begun(MemoryHands::full(), marker, NotHanded("These hands are full".to_owned()).into());
    check_not_begun(hands, MemoryMarker::refusing(), NotMarked.into());
}

#[test]
fn a_store_without_a_visit_is_opened_with_its_own_passphrase() {
    // The browser's data was restored, say, and the marker is all that is left.
    let device = Device::new();
    let (vault, _) = make_store(&device.open_page());
    let marker = MemoryMarker::default();
    marker.begin().unwrap();
    let desk = device.open_page();
    assert_eq!(block_on(desk.visiting_stores()), Ok(vec![vault]));
    assert_eq!(block_on(desk.come_back(vault, PASSPHRASE, &marker)), Ok(None));
    assert!(!marker.is_on());
}
