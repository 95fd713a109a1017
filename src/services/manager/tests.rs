use std::collections::BTreeMap;

use super::*;
use crate::model::action::{Action, ByWhen, Owner};
use crate::model::allocation::{AllocationMeeting, Membership};
use crate::model::entry_to_team::Referral;
use crate::model::family::Family;
use crate::model::ids::{
    ActionId, AllocationId, DeviceId, EventId, MembershipId, PractitionerId, ReferralId, SupervisionId,
};
use crate::model::person::{Person, Standing};
use crate::model::practitioner::{Practitioner, Role};
use crate::model::rating::{AgreedRating, Rag, Rating};
use crate::model::summary::SummaryText;
use crate::model::supervision::{Held, Notes, Supervision, ThresholdReview};
use crate::policy::authority::Authority;
use crate::policy::practice;
use crate::services::leaf::{Cell, Part};
use crate::services::recording::{Hand, stamp};
use crate::services::sample::{self, AMARA, KAYLA, Sample};
use crate::workbook::decide::way::Way;
use crate::workbook::decide::{
    Command, NotesCommand, RatingCommand, Refusal, SummaryCommand, SupervisionCommand,
};

pub(crate) const MEETING: SupervisionId = SupervisionId::from_bytes([71; 16]);

/// A family that several people record in, each in their own role and on their own day.
pub(crate) struct Team {
    pub sample: Sample,
    pub authority: Authority,
    made: u8,
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn noon(text: &str) -> DateTime<Utc> {
    day(text).and_hms_opt(12, 0, 0).unwrap().and_utc()
}

pub(crate) fn practitioner(role: Role) -> Practitioner {
    let number = Role::KNOWN.iter().position(|known| *known == role).unwrap_or(20) as u8;
    let name = match role {
        Role::TeamManager => "Moira Flynn",
        Role::Administrator => "Gwen Bell",
        _ => "Priya Shah",
    };
    Practitioner {
        id: PractitionerId::from_bytes([100 + number; 16]),
        name: name.to_owned(),
        role,
        employer: String::new(),
        team: String::new(),
    }
}

impl Team {
    pub(crate) fn new(authority: Authority) -> Self {
        Self { sample: Sample::new(), authority, made: 0 }
    }

    pub(crate) fn tries(&mut self, role: Role, on: &str, command: Command) -> Result<(), Refusal> {
        let practitioner = practitioner(role);
        let rules = practice::rules(self.authority);
        let hand = Hand {
            practitioner: &practitioner,
            device: DeviceId::from_bytes(practitioner.id.to_bytes()),
            now: noon(on),
            today: day(on),
            rules: &rules,
        };
        let made = &mut self.made;
        let id = move || {
            *made += 1;
            EventId::from_bytes([200, *made, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3])
        };
        let book = &self.sample.book;
        let stamped = stamp(book.id, &self.sample.events, book, &hand, vec![command], id)?;
        self.sample.events = stamped.events;
        self.sample.book = stamped.workbook;
        Ok(())
    }

    #[track_caller]
    pub(crate) fn does(&mut self, role: Role, on: &str, command: Command) {
        self.tries(role, on, command).unwrap();
    }

    /// Decided on 26 August 2026 and allocated on 1 September, within the week.
    pub(crate) fn allocated(&mut self) {
        let (id, reason) = (ReferralId::from_bytes([72; 16]), String::new());
        let referral = Referral {
            team: "Assessment & Intervention".to_owned(),
            worker: String::new(),
            manager: String::new(),
            referred_on: day("2026-08-26"),
            decided_on: Some(day("2026-08-26")),
            involved_since: None,
            assessment: None,
            why: String::new(),
        };
        let way = Way::RecordReferral { id, referral, reason: reason.clone(), seen: vec![] };
        self.does(Role::ReferringTeam, "2026-08-27", Command::Way(way));
        let priya = practitioner(Role::SocialWorker);
        let membership = Membership {
            name: priya.name,
            role: priya.role,
            employer: String::new(),
            practitioner: Some(priya.id),
            from: day("2026-09-01"),
            until: None,
            why: String::new(),
        };
        let id = MembershipId::from_bytes([73; 16]);
        let way = Way::RecordMembership { id, membership, seen: vec![] };
        self.does(Role::TeamManager, "2026-09-01", Command::Way(way));
        let meeting = AllocationMeeting {
            held_on: day("2026-09-01"),
            chaired_by: "Moira Flynn".to_owned(),
            present: String::new(),
            social_worker: id,
            lead_practitioner: None,
            support: vec![],
            needs: String::new(),
            capacity_to_change: String::new(),
            team_capacity: String::new(),
            missing: vec![],
            missing_why: "It could not wait".to_owned(),
        };
        let id = AllocationId::from_bytes([74; 16]);
        let way = Way::RecordAllocation { id, meeting, reason, seen: vec![] };
        self.does(Role::TeamManager, "2026-09-01", Command::Way(way));
    }

    pub(crate) fn plans(&mut self, on: &str) {
        let supervision = Supervision {
            on: day(on),
            at: None,
            minutes: None,
            place: String::new(),
            form: Default::default(),
            chair: Some(practitioner(Role::TeamManager).id),
            invited: [practitioner(Role::SocialWorker).id].into(),
            guests: vec![],
            reminded_on: None,
            moved: vec![],
        };
        let plan = SupervisionCommand::Plan { id: MEETING, supervision, seen: vec![] };
        self.does(Role::Administrator, "2026-09-02", Command::Supervision(plan));
    }

    /// Held on Tuesday 29 September; the notes with the manager a day later, and authorised on 6 October.
    fn supervised(&mut self) {
        let (supervision, seen) = (MEETING, Vec::new());
        let worker = Role::SocialWorker;
        let rating =
            Rating { level: Rag::Amber, reason: "Mornings are calmer".into(), attributable_to: [].into() };
        let rate = RatingCommand::Rate { supervision, rating, seen: seen.clone() };
        self.does(worker.clone(), "2026-09-24", Command::Rating(rate));
        let text = SummaryText { synopsis: "Two visits".to_owned(), ..SummaryText::default() };
        let reason = String::new();
        let write = SummaryCommand::Write { supervision, text, submit: true, reason, seen: seen.clone() };
        self.does(worker.clone(), "2026-09-28", Command::Summary(write));
        self.does(Role::TeamManager, "2026-09-29", Command::Rating(RatingCommand::Reveal { supervision }));
        let rating = AgreedRating {
            level: Rag::Amber,
            reason: "We see it alike".to_owned(),
            change: "The first".to_owned(),
            difference: String::new(),
        };
        let agree = RatingCommand::Agree { supervision, rating, seen: seen.clone() };
        self.does(Role::TeamManager, "2026-09-29", Command::Rating(agree));
        let held = Held {
            on: day("2026-09-29"),
            from: None,
            until: None,
            chair: None,
            present: [Role::TeamManager, worker].map(|role| practitioner(role).id).into(),
            absent: BTreeMap::new(),
            others_present: String::new(),
        };
        let held = SupervisionCommand::RecordHeld { id: supervision, held, seen: seen.clone() };
        self.does(Role::Administrator, "2026-09-29", Command::Supervision(held));
        let reviewed = ThresholdReview { words: "Still a child in need".to_owned(), ..Default::default() };
        let action = Action {
            id: ActionId::from_bytes([75; 16]),
            what: "Ring the school".to_owned(),
            who: Some(Owner::Person(sample::person(AMARA))),
            by: Some(ByWhen::On(day("2026-10-13"))),
            how_known: "Kayla says so".to_owned(),
        };
        let notes = Notes {
            decisions: "To go on".to_owned(),
            thresholds: [(sample::person(KAYLA), reviewed)].into(),
            actions: vec![action],
            ..Notes::default()
        };
        let write = NotesCommand::Write { supervision, notes: Box::new(notes), seen };
        self.does(Role::Administrator, "2026-09-30", Command::Notes(write));
        let heads = |team: &Self| {
            let book = &team.sample.book;
            let meeting = book.meeting(MEETING).unwrap();
            let signed = meeting.sign_off_history().map(|it| it.head_ids()).unwrap_or_default();
            (meeting.notes_history().unwrap().head_ids(), signed)
        };
        let (notes, seen) = heads(self);
        let submit = NotesCommand::Submit { supervision, notes, seen };
        self.does(Role::Administrator, "2026-09-30", Command::Notes(submit));
        let (notes, seen) = heads(self);
        let authorise = NotesCommand::Authorise { supervision, notes, although: String::new(), seen };
        self.does(Role::TeamManager, "2026-10-06", Command::Notes(authorise));
    }
}

fn worked() -> Team {
    let mut team = Team::new(Authority::WestSussex);
    team.allocated();
    team.plans("2026-09-29");
    team.supervised();
    team
}

fn rules(authority: Authority) -> ProfileHistory {
    ProfileHistory::new(authority.profile().clone())
}

/// The rows of the table whose caption begins so, as words.
#[track_caller]
fn rows(parts: &[Part], begins: &str) -> Vec<Vec<String>> {
    let words = |cell: &Cell| match cell {
        Cell::Words(words) | Cell::Link(words, ..) => words.clone(),
        Cell::Tag(tag) => tag.words.clone(),
    };
    let mut all: Vec<&Part> = parts.iter().collect();
    for part in parts {
        if let Part::Details { parts, .. } = part {
            all.extend(parts);
        }
    }
    let found = all.into_iter().find_map(|part| match part {
        Part::Table { caption, rows, .. } if caption.starts_with(begins) => Some(rows),
        _ => None,
    });
    let rows = found.unwrap_or_else(|| panic!("no table {begins:?}"));
    rows.iter().map(|row| row.iter().map(words).collect()).collect()
}

#[test]
fn what_was_met_and_missed_stands_with_its_evidence_to_the_day() {
    let (team, history) = (worked(), rules(Authority::WestSussex));
    let evidence = Evidence::gather([&team.sample.book], &history, noon("2026-10-20"));
    let parts = parts(&evidence, Asked::default());
    let short = |row: &Vec<String>| format!("due {}, done {}, {}", row[3], row[4], row[5]);
    let of = |title: &str| rows(&parts, title).iter().map(short).collect::<Vec<_>>();
    let titles =
        ["Reminder before supervision", "Summary before supervision", "Authorise the supervision notes"];
    let missed: Vec<String> = titles.iter().flat_map(|title| of(&format!("{title}: missed (1)"))).collect();
    assert_eq!(
        missed,
        [
            "due Tue 22 Sep 2026, done Not yet, 28 days (20 working days)",
            "due Thu 24 Sep 2026, done Mon 28 Sep 2026 1:00pm, 4 days (2 working days)",
            "due Tue 29 Sep 2026, done Tue 6 Oct 2026 1:00pm, 7 days (5 working days)",
        ],
        "{missed:#?}"
    );
    let summary_row = &rows(&parts, "Summary before supervision: missed")[0];
    assert_eq!(summary_row[2], "Each worker, their own: Priya Shah");
    assert_eq!(summary_row[6], "Tue 29 Sep − 3 working days = Thu 24 Sep");
    let rules = format!("{parts:?}");
    assert!(rules.contains("section 10, Process and Quality Standards, Timescales."), "{rules}");
    let met = of("Allocate the family to a social worker: met");
    assert!(met[0].starts_with("due Wed 2 Sep 2026, done Tue 1 Sep 2026"), "{met:?}");
    assert!(summary(&evidence, Asked::default()).contains("3 missed"));
}

#[test]
fn supervision_dates_stand_for_the_manager() {
    let (team, history) = (worked(), rules(Authority::WestSussex));
    let evidence = Evidence::gather([&team.sample.book], &history, noon("2026-10-20"));
    let found = rows(&parts(&evidence, Asked::default()), "When each was held");
    let day = ["29 September 2026", "29 September 2026", "30 September 2026", "6 October 2026"];
    assert_eq!(found[0][1..5], day);
    assert_eq!(found[0][5], "7 days (5 working days)");
    let text = File::Supervision.text(&evidence, Asked::default());
    assert!(text.contains(",2026-09-29,0,2026-09-29,2026-09-30,2026-10-06,7,5\r\n"), "{text}");
}

#[test]
fn a_month_shows_what_was_due_in_it_and_nothing_else() {
    let (team, history) = (worked(), rules(Authority::WestSussex));
    let evidence = Evidence::gather([&team.sample.book], &history, noon("2026-10-20"));
    let months: Vec<String> = evidence.months().into_iter().map(|it| it.value).collect();
    assert!(months.contains(&"2026-09".to_owned()) && months.is_sorted_by(|a, b| a > b), "{months:?}");
    let asked = Asked::read("", "2026-09");
    let found = rows(&parts(&evidence, asked), "By the month");
    assert!(found.iter().all(|row| row[1] == "September 2026"), "{found:?}");
    let authorising = found.iter().find(|row| row[0] == "Authorise the supervision notes").unwrap();
    assert_eq!(authorising[2..], ["0", "1", "0", "0", "0", "0%"]);
    let december = parts(&evidence, Asked::read("", "2026-12"));
    assert!(december.contains(&Part::Words("No standard was missed.".to_owned())), "{december:?}");
}

#[test]
fn a_file_names_no_family_and_no_child() {
    let mut team = worked();
    let label = Family {
        label: "Okafor-Reed".into(),
        referred_on: None,
        assessed_on: None,
        pathway: String::new(),
        pathway_why: String::new(),
        example: false,
    };
    team.sample.does(Command::DescribeFamily { family: label, seen: vec![] });
    let history = rules(Authority::WestSussex);
    let evidence = Evidence::gather([&team.sample.book], &history, noon("2026-10-20"));
    for file in File::ALL {
        let text = file.text(&evidence, Asked::default());
        let short = team.sample.book.id.short();
        assert!(file == File::Months || text.contains(&short), "{text}");
        for name in ["Okafor", "Amara", "Joe", "Kayla"] {
            assert!(!text.contains(name), "{file:?}: {name} in {text}");
        }
        assert!(!file.name(&evidence).contains("Okafor"));
    }
    let page = format!("{:?}", parts(&evidence, Asked::default()));
    assert!(page.contains("Okafor-Reed"), "the page says whose it is");
}

/// Made up, and alone or chosen: otherwise it is in no figure.
#[test]
fn the_example_family_stands_apart() {
    let history = rules(Authority::WestSussex);
    let (mut team, mut example) = (worked(), worked());
    let told = Family {
        label: "The Examples".into(),
        referred_on: None,
        assessed_on: None,
        pathway: String::new(),
        pathway_why: String::new(),
        example: true,
    };
    example.sample.does(Command::DescribeFamily { family: told, seen: vec![] });
    let id = example.sample.book.id;
    team.sample.book.id = FamilyId::from_bytes([8; 16]);
    let books = [&team.sample.book, &example.sample.book];
    let evidence = Evidence::gather(books, &history, noon("2026-10-20"));
    let labels: Vec<String> = evidence.families().into_iter().map(|it| it.label).collect();
    assert_eq!(labels.last().map(String::as_str), Some("The Examples (example)"));
    let all = parts(&evidence, Asked::default());
    assert_eq!(rows(&all, "When each was held").len(), 1);
    let made_up = |parts: &[Part]| format!("{parts:?}").contains("is made up");
    assert!(!made_up(&all));
    let chosen = parts(&evidence, Asked::read(&id.to_string(), ""));
    assert!(made_up(&chosen));
    assert!(!File::Standards.text(&evidence, Asked::default()).contains(&id.short()));
    let alone = Evidence::gather([&example.sample.book], &history, noon("2026-10-20"));
    assert!(made_up(&parts(&alone, Asked::default())));
}

#[test]
fn caseloads_stand_beside_the_figures_of_the_role() {
    let (mut team, history) = (worked(), rules(Authority::Warwickshire));
    for number in 10..50u8 {
        let person = Person::named(Standing::Child, &format!("Child {number}"));
        team.sample.does(Command::RecordPerson { id: sample::person(number), person, seen: vec![] });
    }
    let evidence = Evidence::gather([&team.sample.book], &history, noon("2026-10-20"));
    let found = rows(&parts(&evidence, Asked::default()), "On 20 October 2026");
    assert_eq!(found[0][..4], ["Priya Shah", "Strengthening Families social worker", "1", "41"], "{found:?}");
    assert!(found[0][4].starts_with("More than 40"), "{found:?}");
    assert_eq!(found.last().unwrap()[0], "The team");
    assert!(found.last().unwrap()[4].starts_with("Not more than 450"), "{found:?}");
    // One family alone says nothing about anybody's caseload.
    let one = parts(&evidence, Asked::read(&team.sample.book.id.to_string(), ""));
    assert!(!format!("{one:?}").contains("Caseloads"));
    // Where the guidance has no figure, that is said.
    let history = rules(Authority::Walsall);
    let evidence = Evidence::gather([&team.sample.book], &history, noon("2026-10-20"));
    let found = rows(&parts(&evidence, Asked::default()), "On 20 October 2026");
    assert_eq!(found, [["Priya Shah", &found[0][1], "1", "41", "The guidance gives no figure"]]);
}

#[test]
fn with_no_family_it_says_what_will_be_here() {
    let history = rules(Authority::Walsall);
    let evidence = Evidence::gather([], &history, noon("2026-10-20"));
    assert!(
        parts(&evidence, Asked::default())
            .iter()
            .any(|part| { matches!(part, Part::Words(words) if words.contains("appear here")) })
    );
    assert_eq!(summary(&evidence, Asked::default()), "0 met, 0 missed, 0 past a target, 0 open");
}
