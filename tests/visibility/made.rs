//! Families thrown with dice: what is written, chosen, said, kept apart and asked not to be told, in any order. What
//! the rules refuse does not happen, as in life. Every text that tells of an adult holds a word that stands for them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Duration;
use hearth::model::action::{Action, ActionResult, ByWhen, Outcome, Owner};
use hearth::model::audience::Audience;
use hearth::model::consent::{Consent, ConsentOf, ConsentState, Purpose};
use hearth::model::do_not_tell::DoNotTell;
use hearth::model::entry::{Entry, HowKnown, Quote};
use hearth::model::ids::{EntryId, PersonId, SaidId, ShowingId, ThresholdId};
use hearth::model::module::ModuleId;
use hearth::model::person::{Arrival, Person, Separation, Standing};
use hearth::model::plan::{Goal, Plan, PlanKind};
use hearth::model::relationship::{Kind, ParentalResponsibility, Relationship};
use hearth::model::sharing::{Approval, ForOne, Heading, Piece, Shared, Translation};
use hearth::model::showing::{AnswerTo, Given, Kept, Said, Showing};
use hearth::model::source::Source;
use hearth::model::stage_of_change::{Stage, StageOfChange};
use hearth::model::subject::Subject;
use hearth::model::threshold::{Threshold, ThresholdDecision};
use hearth::model::visit::Visit;
use hearth::workbook::decide::way::Way;
use hearth::workbook::decide::{Command, PlanCommand, SharingCommand, VisitCommand};

use crate::workbooks::round::*;
use crate::workbooks::*;

/// A child who is not born yet.
pub const UNBORN: PersonId = PersonId::from_bytes(6u128.to_be_bytes());
pub const ADULTS: [PersonId; 3] = [AMARA, DANIEL, ROSE];
const CHILDREN: [PersonId; 3] = [KAYLA, LEON, UNBORN];
const WRITERS: [u64; 3] = [SOCIAL_WORKER, ABUSE_PRACTITIONER, RECOVERY_WORKER];
/// What must not reach some of them, and what somebody asked to be kept.
pub const GUARDED: &str = "elmroad";
/// What a manager read before it was changed.
pub const READ_BEFORE: &str = "Something else";
pub const PHRASE: &str = "Blue  door";

/// Dice that fall the same way each time (SplitMix64).
pub struct Dice(pub u64);

impl Dice {
    fn throw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, sides: usize) -> usize {
        (self.throw() % sides as u64) as usize
    }

    /// Once in so many throws.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    /// Each of them or not.
    fn some(&mut self, all: &[PersonId], once_in: usize) -> BTreeSet<PersonId> {
        all.iter().copied().filter(|_| self.once_in(once_in)).collect()
    }
}

pub struct Made {
    pub device: Device,
    pub do_not_tell: Vec<DoNotTell>,
    pub guarded_from: BTreeSet<PersonId>,
}

/// The words that stand for an adult: in every text that tells of them, and their name.
pub fn sentinels(person: PersonId) -> &'static [&'static str] {
    match person {
        AMARA => &["secretamara", "amara"],
        DANIEL => &["secretdaniel", "daniel"],
        ROSE => &["secretrose", "rose"],
        _ => &[],
    }
}

/// What children call them.
pub fn called(person: PersonId) -> &'static str {
    match person {
        AMARA => "Mum",
        DANIEL => "Dad",
        _ => "Nan",
    }
}

/// Some words that tell of these people, and now and then of somebody else, or of what is to be kept.
fn text(dice: &mut Dice, of: &BTreeSet<PersonId>) -> String {
    let mut words = vec![format!("word{}", dice.below(1000))];
    words.extend(of.iter().filter_map(|it| sentinels(*it).first()).map(|it| (*it).to_owned()));
    if dice.once_in(12) {
        let adult = dice.one_of(&ADULTS);
        let name =
            if dice.once_in(2) { sentinels(adult)[1].to_uppercase() } else { called(adult).to_owned() };
        words.push(format!("{name}’s"));
    }
    if dice.once_in(15) {
        words.push("BLUE, door!".to_owned());
    }
    if dice.once_in(15) {
        words.push(GUARDED.to_owned());
    }
    words.join(" ")
}

fn everyone() -> Vec<PersonId> {
    ADULTS.into_iter().chain(CHILDREN).collect()
}

fn audience(dice: &mut Dice) -> Audience {
    if dice.once_in(5) { Audience::TeamOnly } else { Audience::People(dice.some(&everyone(), 2)) }
}

pub fn family(dice: &mut Dice) -> Made {
    let mut device = Device::with_family();
    let unborn = Person { arrival: Arrival::Unborn { due: None }, ..Person::named(Standing::Child, "") };
    device.record(Command::RecordPerson { id: UNBORN, person: unborn, seen: vec![] });
    relate(dice, &mut device);
    for number in 0..8 + dice.below(8) {
        let number = number as u64;
        device.hand_to(dice.one_of(&WRITERS));
        let commands = match dice.below(12) {
            0..=3 => vec![Command::RecordEntry { id: entry_id(number), entry: entry(dice) }],
            4 => vec![visit(dice, number)],
            5 => action(dice, &mut device, number),
            6 => {
                device.hand_to(ADMIN);
                vec![device.plan_on(supervision_id(number), days(dice.below(40) as i64 - 20))]
            }
            7 => threshold(dice, &mut device, number),
            8 => said(dice, &mut device, number),
            9 if dice.once_in(2) => vec![refuses(dice)],
            10 => vec![separates(dice, &device)],
            _ => vec![],
        };
        for command in commands {
            let _ = device.try_record(command);
        }
        choose(dice, &mut device);
    }
    if dice.once_in(2) {
        let _ = device.try_record(separates(dice, &device));
    }
    if dice.once_in(2) {
        narrows(dice, &mut device);
    }
    if dice.once_in(4) {
        apart_and_together(dice, &mut device);
    }
    approves(dice, &mut device);
    Made { do_not_tell: kept_back(dice), guarded_from: dice.some(&everyone(), 3), device }
}

fn relate(dice: &mut Dice, device: &mut Device) {
    let mut relations = vec![(AMARA, KAYLA, Kind::Mother), (DANIEL, LEON, Kind::Father)];
    relations.extend(dice.once_in(2).then_some((AMARA, LEON, Kind::Mother)));
    relations.extend(dice.once_in(2).then_some((DANIEL, KAYLA, Kind::Father)));
    relations.extend(dice.once_in(2).then_some((AMARA, UNBORN, Kind::Mother)));
    relations.extend(dice.once_in(2).then_some((ROSE, KAYLA, Kind::Grandparent)));
    for (number, (from, to, kind)) in relations.into_iter().enumerate() {
        let parental_responsibility = ParentalResponsibility::Holds;
        let relationship = Relationship { from, to, kind, parental_responsibility, start: None, end: None };
        let id = relationship_id(number as u64);
        let _ = device.try_record(Command::RecordRelationship { id, relationship, seen: vec![] });
    }
}

fn entry(dice: &mut Dice) -> Entry {
    let subject = match dice.below(8) {
        0 => couple(AMARA, DANIEL),
        number => Subject::Person(everyone()[number % 6]),
    };
    let present = dice.some(&everyone(), 6);
    let spoke = dice.some(&everyone(), 5);
    let means = dice.some(&CHILDREN, 4);
    let of: BTreeSet<PersonId> = subject
        .people()
        .into_iter()
        .chain(present.iter().copied())
        .chain(spoke.iter().copied())
        .chain(means.iter().copied())
        .collect();
    let how_known = match dice.below(10) {
        0 => HowKnown::AnotherProfessional,
        1 => HowKnown::ARecord,
        2..=5 => HowKnown::ISawIt,
        _ => HowKnown::TheyToldMe,
    };
    // Never shown to the family, whoever sees the rest: so it may say anything.
    let stage = subject.people().first().filter(|_| dice.once_in(3)).map(|who| StageOfChange {
        who: *who,
        change: text(dice, &of),
        stage: Stage::Contemplation,
    });
    Entry {
        present,
        how_known,
        needs: if dice.once_in(2) { text(dice, &of) } else { String::new() },
        analysis: means.into_iter().map(|child| (child, text(dice, &of))).collect(),
        stage,
        own_words: spoke.into_iter().map(|who| Quote { who, words: text(dice, &of) }).collect(),
        audience: audience(dice),
        ..crate::workbooks::entry(ModuleId::M3, subject, &text(dice, &of))
    }
}

fn visit(dice: &mut Dice, number: u64) -> Command {
    let adults = dice.some(&ADULTS, 2);
    let note = text(dice, &adults);
    let by = BTreeSet::from([practitioner_id(dice.one_of(&WRITERS))]);
    let visit = Visit { adults, note, by, audience: audience(dice), ..crate::workbooks::round::visit() };
    Command::Visit(VisitCommand::Record { id: visit_id(number), visit })
}

/// A plan with one step, and now and then what came of it.
fn action(dice: &mut Dice, device: &mut Device, number: u64) -> Vec<Command> {
    device.hand_to(SOCIAL_WORKER);
    let owner = match dice.below(4) {
        0 => Owner::Practitioner(practitioner_id(dice.one_of(&WRITERS))),
        1 => Owner::Other("The school".to_owned()),
        _ => Owner::Person(dice.one_of(&ADULTS)),
    };
    let of: BTreeSet<PersonId> = match &owner {
        Owner::Person(person) => [*person].into(),
        Owner::Practitioner(_) | Owner::Other(_) => BTreeSet::new(),
    };
    let day = days(dice.below(30) as i64 - 10);
    let by = if dice.once_in(3) { ByWhen::Every("each week".to_owned()) } else { ByWhen::On(day) };
    let id = action_id(number);
    let step = Action {
        id,
        what: text(dice, &of),
        who: Some(owner),
        by: Some(by),
        how_known: "We see it".to_owned(),
    };
    let children: BTreeSet<PersonId> = [KAYLA].into();
    let goals =
        vec![Goal { outcome: "Calm".to_owned(), children: dice.some(&CHILDREN, 2), steps: vec![step] }];
    let plan = Plan {
        kind: PlanKind::ChildInNeed,
        children,
        agreed_on: days(-2),
        at_a_meeting: true,
        goals,
        visiting: BTreeMap::new(),
        childrens_views: BTreeMap::new(),
        parents_views: BTreeMap::new(),
        agencies_views: String::new(),
        how_views_shaped_it: String::new(),
        services: String::new(),
        contingency: String::new(),
    };
    let plan = PlanCommand::Record { id: plan_id(number), plan, reason: String::new(), seen: vec![] };
    let outcome = match dice.below(4) {
        0 => Outcome::Done,
        1 => Outcome::NotYet,
        2 => Outcome::NoLongerNeeded,
        _ => return vec![Command::Plan(plan)],
    };
    let result = ActionResult { outcome, on: today(), words: text(dice, &of), by: None, reviewed_in: None };
    vec![Command::Plan(plan), Command::Result { action: id, result, seen: vec![] }]
}

fn threshold(dice: &mut Dice, device: &mut Device, number: u64) -> Vec<Command> {
    device.hand_to(MANAGER);
    let decision = ThresholdDecision {
        child: dice.one_of(&CHILDREN),
        on: days(-1),
        to: Threshold::ChildInNeed,
        why: text(dice, &BTreeSet::new()),
        family_view: "They agree".to_owned(),
        not_asked: String::new(),
        answers: None,
    };
    let id = ThresholdId::from_bytes(u128::from(number).to_be_bytes());
    vec![Way::DecideThreshold { id, decision, reason: String::new(), seen: vec![] }.into()]
}

fn said(dice: &mut Dice, device: &mut Device, number: u64) -> Vec<Command> {
    let who = dice.one_of(&everyone());
    let pieces = device.book.pieces();
    let (to, number_on_scale) = match dice.below(3) {
        0 => (AnswerTo::Scale("sleep".to_owned()), Some(dice.below(11) as u8)),
        1 if !pieces.is_empty() => (AnswerTo::Piece(pieces[dice.below(pieces.len())]), None),
        _ => (AnswerTo::Nothing, None),
    };
    let showing = ShowingId::from_bytes(u128::from(number).to_be_bytes());
    let shown = Showing {
        people: [who].into(),
        others: String::new(),
        shown: vec![],
        language: "en-GB".to_owned(),
        began: now() - Duration::days(3),
        ended: None,
        hidden: 0,
    };
    let said = Said {
        showing,
        who,
        to,
        given: Given::Typed,
        at: now() - Duration::days(3),
        verdict: None,
        number: number_on_scale,
        why_not_less: String::new(),
        what_next: String::new(),
        words: text(dice, &[who].into()),
        signed: String::new(),
        audience: audience(dice),
        kept: Kept::InTheVisit,
        taken_in_on: today(),
        unfinished: false,
        before: None,
        entry: None,
    };
    let id = SaidId::from_bytes(u128::from(number).to_be_bytes());
    vec![
        Command::Sharing(SharingCommand::Show { id: showing, showing: shown }),
        Command::Sharing(SharingCommand::TakeIn { id, said }),
    ]
}

/// Somebody says no to being shown to others.
fn refuses(dice: &mut Dice) -> Command {
    let of = ConsentOf { person: dice.one_of(&everyone()), purpose: Purpose::ShownToFamily };
    let consent = Consent {
        state: ConsentState::Refused,
        on: today(),
        until: None,
        by: None,
        how: None,
        explained: String::new(),
        not_sought: None,
        why: String::new(),
        named: String::new(),
    };
    Way::RecordConsent { of, consent, seen: vec![] }.into()
}

/// Two adults are kept apart, or no longer.
fn separates(dice: &mut Dice, device: &Device) -> Command {
    let (one, other) = dice.one_of(&[(AMARA, DANIEL), (AMARA, DANIEL), (AMARA, ROSE), (DANIEL, ROSE)]);
    let pair = pair(one, other);
    let said_to_harm = [None, Some(one), Some(other)][dice.below(3)];
    let separation = Separation { said_to_harm, ..in_force(!dice.once_in(4), "They say so") };
    Command::SetSeparation { pair, separation, seen: device.book.separations.head_ids(pair) }
}

/// The manager chooses pieces for people, or stops what was chosen.
fn choose(dice: &mut Dice, device: &mut Device) {
    device.hand_to(MANAGER);
    for piece in device.book.pieces() {
        if !dice.once_in(4) {
            continue;
        }
        let seen = device.book.shared.head_ids(piece);
        if dice.once_in(6) {
            let stop = SharingCommand::StopSharing { piece, reason: String::new(), seen };
            let _ = device.try_record(Command::Sharing(stop));
            continue;
        }
        let record = device.book.on_record(piece).unwrap();
        let may: Vec<PersonId> = match record.audience {
            Some(audience) => audience.people().collect(),
            None => everyone(),
        };
        let of = record.names.clone();
        let people = dice.some(&may, 2);
        let shared = Shared {
            audience: if people.is_empty() { Audience::TeamOnly } else { Audience::People(people.clone()) },
            heading: match piece {
                Piece::Worker(_) => Heading::Helping,
                _ => dice.one_of(&[Heading::Better, Heading::Different, Heading::Agreed, Heading::Next]),
            },
            family_words: if dice.once_in(3) { text(dice, &of) } else { String::new() },
            translations: match dice.once_in(5) {
                true => {
                    [("cy".to_owned(), Translation { words: text(dice, &of), by: "Nia".to_owned() })].into()
                }
                false => BTreeMap::new(),
            },
        };
        let share = SharingCommand::Share { piece, shared, by_name: people, seen };
        let _ = device.try_record(Command::Sharing(share));
    }
}

/// Another manager reads what waits for a second pair of eyes: some of it as it stands, some as it stood before.
fn approves(dice: &mut Dice, device: &mut Device) {
    device.hand_to(SECOND_MANAGER);
    for person in everyone() {
        for shown in crate::cases::seen_by(&device.book, &[person]).unread {
            let words = if dice.once_in(4) { READ_BEFORE.to_owned() } else { shown.words };
            let of = ForOne { piece: shown.piece, person };
            let approve =
                SharingCommand::Approve { of, approval: Approval { words, on: today() }, seen: vec![] };
            if !dice.once_in(3) {
                device.record(Command::Sharing(approve));
            }
        }
    }
}

/// An entry, after its pieces were chosen, is for fewer or for others.
fn narrows(dice: &mut Dice, device: &mut Device) {
    let entries: Vec<EntryId> = device.book.entries.all().map(|(id, _)| id).collect();
    for id in entries {
        let mut entry = device.book.entries.current(id).cloned().unwrap();
        entry.audience = audience(dice);
        let seen = device.book.entries.head_ids(id);
        let _ = device.try_record(Command::AmendEntry { id, entry, reason: "They asked".to_owned(), seen });
    }
}

/// A colleague changes something without knowing of this copy, and the two copies are joined.
fn apart_and_together(dice: &mut Dice, device: &mut Device) {
    let entries: Vec<EntryId> = device.book.entries.all().map(|(id, _)| id).collect();
    let Some(id) = entries.get(dice.below(entries.len().max(1))).copied() else { return };
    let mut other = device.copy_for(MANAGER);
    for (copy, needs) in [(&mut *device, "one"), (&mut other, "another")] {
        let mut entry = copy.book.entries.current(id).cloned().unwrap();
        entry.needs = needs.to_owned();
        let seen = copy.book.entries.head_ids(id);
        let _ = copy.try_record(Command::AmendEntry { id, entry, reason: "Mended".to_owned(), seen });
    }
    device.import(&other);
}

fn kept_back(dice: &mut Dice) -> Vec<DoNotTell> {
    let number = dice.below(3);
    let request = |dice: &mut Dice| DoNotTell {
        asked_by: dice.one_of(&ADULTS),
        from: dice.some(&everyone(), 3),
        what: "Where she works".to_owned(),
        phrases: if dice.once_in(2) { vec![PHRASE.to_owned(), " ".to_owned()] } else { vec![] },
        records: match dice.below(3) {
            0 => [Source::Entry(entry_id(dice.below(10) as u64))].into(),
            1 => [Source::Visit(visit_id(dice.below(10) as u64))].into(),
            _ => BTreeSet::new(),
        },
        why: "He would come".to_owned(),
        asked_on: days(-9),
        until: dice.once_in(4).then(|| days(dice.below(2) as i64 - 1)),
        owner: None,
    };
    (0..number).map(|_| request(dice)).collect()
}
