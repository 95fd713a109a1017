//! Files carried between two workbook stores, in a browser: its own cipher, as the page uses it.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "clippy takes only `#[test]` functions for tests")]

use std::rc::Rc;

use hearth::model::family::Family;
use hearth::model::ids::{FamilyId, VaultId};
use hearth::model::person::{Person, Standing};
use hearth::model::practitioner::Role;
use hearth::policy::authority::Authority;
use hearth::services::clock::BrowserClock;
use hearth::services::crypto::browser::WebCrypto;
use hearth::services::envelope::{OpenBundleError, open_bundle};
use hearth::services::session::{ImportError, NewStore, Reader, Session, You};
use hearth::services::store::memory::MemoryStore;
use hearth::services::store::{Shelf, Store};
use hearth::vault::label::VaultLabel;
use hearth::workbook::decide::Command;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const TRAVEL: &str = "a long walk over the purple moor at dawn";

type Desk = Rc<Session<MemoryStore, WebCrypto, BrowserClock>>;

async fn desk(name: &str) -> (Desk, VaultId) {
    let desk = Session::new(MemoryStore::default(), WebCrypto::new(None).unwrap(), BrowserClock);
    let new = NewStore {
        label: VaultLabel::offered().next().unwrap(),
        passphrase: "seven quiet otters crossing a frozen river".into(),
        you: You {
            name: name.into(),
            role: Role::SocialWorker,
            employer: "Anytown Council".into(),
            team: "East".into(),
            authority: Authority::Common,
        },
    };
    desk.create(new).await.unwrap();
    let vault = desk.vault().unwrap();
    (desk, vault)
}

async fn family(desk: &Desk) -> FamilyId {
    let family = desk.new_family_id().unwrap();
    let details = Family {
        label: "Okafor-Reed \u{202e}<b>🎈</b>".into(),
        referred_on: None,
        assessed_on: None,
        pathway: String::new(),
        pathway_why: String::new(),
        example: false,
    };
    let person = Person::named(Standing::Adult, "Amara Reed");
    let commands = vec![
        Command::DescribeFamily { family: details, seen: vec![] },
        Command::RecordPerson { id: desk.new_person_id().unwrap(), person, seen: vec![] },
    ];
    desk.open_family(family, commands).await.unwrap();
    family
}

#[wasm_bindgen_test]
async fn a_workbook_arrives_as_it_left() {
    let (sam, _) = desk("Sam Holt").await;
    let family = family(&sam).await;
    let words = sam.suggest_passphrase().unwrap();
    let file = sam.export(&[family], Reader::Colleague, &words).await.unwrap();
    sam.note_export(&file).await.unwrap();
    assert!(!sam.portable().pop().unwrap().changed);

    let (rani, vault) = desk("Rani Ali").await;
    let wrong = rani.look_into(file.text.as_bytes(), TRAVEL).await;
    assert_eq!(wrong, Err(ImportError::Envelope(OpenBundleError::WrongPassphrase)));
    let offer = rani.look_into(file.text.as_bytes(), &words).await.unwrap();
    assert!(rani.store().list(vault, Shelf::Segment).await.unwrap().is_empty(), "looking writes nothing");
    assert_eq!((offer.new_records(), offer.by.name.as_str()), (file.total(), "Sam Holt"));
    assert_eq!(rani.take(offer).await.unwrap().events, file.total());
    assert_eq!(rani.workbook(family), sam.workbook(family));
}

#[wasm_bindgen_test]
async fn a_file_sealed_by_the_host_opens_in_a_browser() {
    let crypto = WebCrypto::new(None).unwrap();
    let file = include_bytes!("fixtures/bundles/v1.json");
    let payload = include_bytes!("fixtures/bundles/v1.payload.json");
    let opened = open_bundle(&crypto, file, "h\u{e9}ron-kettle-plum-gravit\u{e9}").await.unwrap();
    assert_eq!(opened, payload);
}
