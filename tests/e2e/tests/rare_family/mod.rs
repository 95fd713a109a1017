//! A family to which what happens rarely has happened: a disagreement, a request for a specialist, notes that wait for
//! the manager, two versions of one record, a plan that ended, a transfer; and then the work with them was closed.

use std::fs;

use e2e::journey::{carry, places, story};
use e2e::{Browser, Profile, Trouble};
use hearth::bundle::payload::{FORMAT, FamilyPart, Made, Payload, VERSION};
use hearth::model::action::{Action, ByWhen, Owner};
use hearth::model::alert::{Alert, AlertFrom};
use hearth::model::ids::BundleId;
use hearth::model::leaving::StepDown;
use hearth::model::practitioner::Role;
use hearth::model::rating::Rag;
use hearth::model::specialist::SpecialistRequest;
use hearth::policy::authority::Authority;
use hearth::policy::practice;
use hearth::services::crypto::host::HostCrypto;
use hearth::services::envelope::seal_bundle;
use hearth::workbook::decide::way::Way;
use hearth::workbook::decide::{Command, SpecialistCommand};

#[path = "../../../workbooks/mod.rs"]
mod workbooks;

use workbooks::round::{FIRST, SECOND, days, held, notes, rating, request_id, summary, supervision_id};
use workbooks::way::{alert_id, any_way, days_ago, membership, membership_id, step_id};
use workbooks::{ADMIN, AMARA, Device, FAMILY, KAYLA, LEON, SOCIAL_WORKER, today};

/// The moment at which everything has happened.
pub const NOW: &str = "2026-11-21T17:00:00Z";

/// Forms that nothing in the example family leads to, because it has not happened there.
pub const RARE: &[&str] = &[
    "action",
    "agreed-rating",
    "attendance",
    "authorise",
    "decide",
    "discussion",
    "settlement",
    "specialist-decision",
    "submit",
];

/// The same, for a workbook that is closed.
pub const RARE_WHEN_CLOSED: &[&str] = &["reopen"];

/// What West Sussex does not have.
pub const RARE_IN_WARWICKSHIRE: &[&str] = &["step-down", "transfer", "transfer-pack"];

/// Pages of a closed workbook, and some that would only write.
pub const PAGES_TO_READ: [&str; 9] = [
    "",
    "/programme",
    "/programme/00000000000000000000000001/m1",
    "/programme/00000000000000000000000001/m1/entry/new",
    "/people",
    "/people/00000000000000000000000001",
    "/people/relationships",
    "/visits",
    "/record/visit",
];

/// The passphrase of the files.
const PASSPHRASE: &str = story::FILE_PASSPHRASE;

/// Everything is under way.
pub fn open() -> Device {
    let mut device = Device::with_family();
    device.rules = practice::rules(Authority::WestSussex);
    device.allocated(days_ago(60));
    disagrees_and_asks(&mut device);
    meets(&mut device);
    two_versions(&mut device);
    comes_from_elsewhere(&mut device);
    device
}

/// The work with everyone is complete, and the workbook is closed.
pub fn closed() -> Device {
    let mut device = Device::with_family();
    device.rules = practice::rules(Authority::WestSussex);
    device.allocated(days_ago(60));
    device.close(today());
    device
}

fn disagrees_and_asks(device: &mut Device) {
    let disagreement = any_way(&device.book, 11, KAYLA, "They see the nights differently.", false);
    device.way(Role::SocialWorker, disagreement);
    let request = SpecialistRequest {
        specialists: [Role::RecoveryWorker].into(),
        people: [AMARA].into(),
        situation: "Amara drinks in the evening.".to_owned(),
        purpose: "To find out what helps her to stop at six.".to_owned(),
        timescale: "Eight weeks".to_owned(),
        managers_view: "Needed.".to_owned(),
    };
    let (id, seen) = (request_id(1), vec![]);
    device.record(Command::Specialist(SpecialistCommand::Ask { id, request, seen }));
}

/// Three supervisions: the notes of one are with the manager, one was held this morning, one is about to begin.
fn meets(device: &mut Device) {
    device.run_until_submitted(supervision_id(203), days(-28));
    device.hand_to(ADMIN);
    device.record(device.plan_on(FIRST, days(0)));
    device.hand_to(SOCIAL_WORKER);
    device.record(device.rate(FIRST, rating(Rag::Amber, "Mornings are calmer")));
    device.record(device.write_summary(FIRST, summary("Two visits"), true));
    device.hand_to(ADMIN);
    device.record(device.hold(FIRST, held(days(0))));
    let ring = Action {
        by: Some(ByWhen::On(days(7))),
        who: Some(Owner::Person(AMARA)),
        ..workbooks::round::action(40, "Ring school")
    };
    device.record(device.write(FIRST, notes("To go on", vec![ring])));
    device.record(device.plan_on(SECOND, days(0)));
    device.hand_to(SOCIAL_WORKER);
}

/// Two people wrote the same alert down without knowing of each other.
fn two_versions(device: &mut Device) {
    let alert = |what: &str| Alert {
        from: AlertFrom::Mash,
        named: String::new(),
        received_on: days_ago(2),
        about: [LEON].into(),
        what: what.to_owned(),
        immediate: false,
    };
    let receives = |device: &mut Device, what: &str, reason: &str| {
        let id = alert_id(1);
        let seen = device.book.alerts.head_ids(id);
        device.record(Command::Way(Way::ReceiveAlert {
            id,
            alert: alert(what),
            reason: reason.to_owned(),
            seen,
        }));
    };
    receives(device, "Leon was out at eleven", "");
    let mut other = device.copy_for(workbooks::RECOVERY_WORKER);
    other.rules = device.rules.clone();
    receives(device, "Leon was out at ten", "The school rang again");
    receives(&mut other, "Leon was out at twelve", "The police rang");
    device.import(&other);
}

/// What only some authorities do, brought along from one that does.
fn comes_from_elsewhere(device: &mut Device) {
    device.rules = practice::rules(Authority::Warwickshire);
    let pack = any_way(&device.book, 2, KAYLA, "The plan with the family", false);
    let pack = match pack {
        Way::RecordPack { pack, seen, .. } => {
            Way::RecordPack { id: workbooks::way::referral_id(1), pack, seen }
        }
        other => other,
    };
    device.way(Role::ReferringTeam, pack);
    let lead = membership("Ade Bello", Role::Other("Family support worker".to_owned()), days_ago(60));
    let id = membership_id(2);
    device.way(Role::TeamManager, Way::RecordMembership { id, membership: lead, seen: vec![] });
    let step = StepDown {
        children: [KAYLA].into(),
        plan_ended_on: days_ago(10),
        lead: id,
        completed_on: None,
        words: "Breakfast club".to_owned(),
    };
    device.way(Role::SocialWorker, Way::RecordStepDown { id: step_id(1), step, seen: vec![] });
    device.rules = practice::rules(Authority::WestSussex);
}

/// The address of the family.
pub fn address() -> String {
    format!("#/f/{FAMILY}")
}

/// Somebody opens the file with this copy of the workbook.
pub async fn arrives(browser: &Browser, profile: &Profile, family: &Device) -> Result<(), Trouble> {
    let payload = Payload {
        format: FORMAT.to_owned(),
        version: VERSION,
        id: BundleId::from_bytes([9; 16]),
        made: Made { at: family.now, by: family.practitioner.clone(), app: "1".to_owned() },
        programme: "1".to_owned(),
        families: vec![FamilyPart::of(FAMILY, &family.events, &family.book)],
        other: serde_json::Map::new(),
    };
    let sealed = seal_bundle(&HostCrypto, &payload.write(), PASSPHRASE).await;
    let text = sealed.map_err(|it| Trouble::Answer(it.to_string()))?;
    let file = profile.folder().join(format!("rare-{}.json", family.events.len()));
    fs::write(&file, text).map_err(Trouble::files("the file could not be written"))?;
    places::go_to_address(browser, "#/share/open").await?;
    carry::import(browser, &file, PASSPHRASE).await
}
