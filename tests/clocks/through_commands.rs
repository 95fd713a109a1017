//! The two stories of `journeys.rs`, told through the commands that practitioners give, each on its day.

use chrono::{NaiveDate, NaiveDateTime};
use hearth::model::action::Owner;
use hearth::model::consent::{ConsentState, Purpose};
use hearth::model::entry_to_team::{Assessment, Origin, PackItem, Referral, TransferDecision, TransferPack};
use hearth::model::leaving::{ReopenedBecause, StepDown};
use hearth::model::plan::{CopyGiven, Goal, Paper, Party, Plan, PlanKind, Review, Visiting};
use hearth::model::practitioner::Role;
use hearth::model::rating::Rag;
use hearth::model::status::PlanStatus;
use hearth::model::summary::CaseSummary;
use hearth::model::supervision::Supervision;
use hearth::model::visit::{Contact, Visit};
use hearth::policy::authority::Authority;
use hearth::policy::clocks::circumstances::Circumstances;
use hearth::policy::london::at_london;
use hearth::policy::practice;
use hearth::workbook::decide::way::Way;
use hearth::workbook::decide::{
    Command, PlanCommand, RatingCommand, SummaryCommand, SupervisionCommand, VisitCommand,
};
use hearth::workbook::fold::Workbook;

use crate::workbooks::round::{
    FIRST, SECOND, action, agreed, copy_id, held, notes, plan_id, rating, review_id, summary, visit, visit_id,
};
use crate::workbooks::way::{
    allocation_id, checklist, meeting, membership, membership_id, referral_id, status, step_id,
};
use crate::workbooks::{
    ABUSE_PRACTITIONER, ADMIN, AMARA, Device, KAYLA, MANAGER, SOCIAL_WORKER, practitioner_id,
};

/// A workbook as it grows, and how it stood at the end of each day.
pub struct Story {
    device: Device,
    pages: Vec<(NaiveDate, Workbook)>,
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

impl Story {
    fn begin(authority: Authority) -> Self {
        let mut device = Device::with_family();
        device.rules = practice::rules(authority);
        Self { device, pages: Vec::new() }
    }

    /// Goes on at a time in London: "2026-02-03 10:00".
    fn at(&mut self, time: &str) -> &mut Device {
        let time = NaiveDateTime::parse_from_str(time, "%Y-%m-%d %H:%M").unwrap();
        self.keep();
        (self.device.today, self.device.now) = (time.date(), at_london(time));
        self.device.hand_to(SOCIAL_WORKER)
    }

    /// In the morning of a day.
    fn on(&mut self, date: &str) -> &mut Device {
        self.at(&format!("{date} 09:00"))
    }

    fn keep(&mut self) {
        let today = self.device.today;
        self.pages.retain(|(day, _)| *day != today);
        self.pages.push((today, self.device.book.clone()));
    }

    /// What clocks read from the workbook as it stood on a day.
    pub fn told_on(&self, today: NaiveDate) -> Circumstances {
        let page = self.pages.iter().filter(|(day, _)| *day <= today).max_by_key(|(day, _)| *day);
        Circumstances::of(&page.unwrap().1)
    }
}

/// Referred, checked and consented to.
fn refer(device: &mut Device, number: u64, referral: Referral) {
    let seen = device.book.referrals.head_ids(referral_id(number));
    let on = referral.referred_on;
    let id = referral_id(number);
    device.way(Role::ReferringTeam, Way::RecordReferral { id, referral, reason: String::new(), seen });
    let seen = device.book.checklists.head_ids(id);
    device.way(Role::ReferringTeam, Way::RecordChecklist { id, checklist: checklist(), seen });
    device.says(AMARA, Purpose::Referral, ConsentState::Given, on);
}

fn referral(on: &str, decided: Option<&str>) -> Referral {
    Referral { decided_on: decided.map(day), ..crate::workbooks::way::referral(day(on)) }
}

fn allocate(device: &mut Device, number: u64, on: &str) {
    let (id, on) = (membership_id(number), day(on));
    let priya = membership("Priya Shah", Role::SocialWorker, on);
    device.way(Role::TeamManager, Way::RecordMembership { id, membership: priya, seen: vec![] });
    let (id, meeting) = (allocation_id(number), meeting(on, membership_id(number)));
    let way = Way::RecordAllocation { id, meeting, reason: "As agreed".to_owned(), seen: vec![] };
    device.way(Role::TeamManager, way);
}

fn plan_supervision(device: &mut Device, id: hearth::model::ids::SupervisionId, on: &str) {
    let invited = [practitioner_id(SOCIAL_WORKER), practitioner_id(ABUSE_PRACTITIONER)].into();
    let supervision = Supervision { invited, ..crate::workbooks::round::supervision(day(on)) };
    device.hand_to(ADMIN);
    let command = SupervisionCommand::Plan { id, supervision, seen: vec![] };
    device.record(Command::Supervision(command));
}

fn hand_in(device: &mut Device, id: hearth::model::ids::SupervisionId, worker: u64) {
    device.hand_to(worker);
    device.record(device.rate(id, rating(Rag::Amber, "Mornings are calmer")));
    device.record(device.write_summary(id, summary("Two visits"), true));
}

/// Held on its day; the notes go to the manager on another, perhaps.
fn hold(device: &mut Device, id: hearth::model::ids::SupervisionId, on: &str) {
    device.hand_to(MANAGER);
    device.record(Command::Rating(RatingCommand::Reveal { supervision: id }));
    device.record(device.agree(id, agreed(Rag::Amber, "We all see it", "It was another", "")));
    device.hand_to(ADMIN);
    device.record(device.hold(id, held(day(on))));
}

fn submit(device: &mut Device, id: hearth::model::ids::SupervisionId) {
    device.hand_to(ADMIN);
    let number = u64::from(id.to_bytes()[15]) * 10;
    device.record(device.write(id, notes("To go on", vec![action(number, "Ring school")])));
    device.record(device.submit(id));
}

fn authorise(device: &mut Device, id: hearth::model::ids::SupervisionId) {
    device.hand_to(MANAGER);
    device.record(device.authorise(id, ""));
}

fn record_visit(device: &mut Device, number: u64, visit: Visit) {
    device.record(Command::Visit(VisitCommand::Record { id: visit_id(number), visit }));
}

fn time(text: &str) -> Option<chrono::NaiveTime> {
    Some(chrono::NaiveTime::parse_from_str(text, "%H:%M").unwrap())
}

fn nobody_in() -> Contact {
    Contact::NotSeen { why: "Nobody was in".to_owned(), next: "Again on Thursday".to_owned() }
}

pub fn safeguarding(authority: Authority) -> Story {
    let mut story = Story::begin(authority);
    refer(story.on("2026-01-15"), 1, referral("2026-01-15", Some("2026-01-15")));
    allocate(story.on("2026-01-20"), 1, "2026-01-20");
    plan_supervision(story.on("2026-01-20"), FIRST, "2026-02-12");

    let first = Visit { on: day("2026-02-03"), from: time("10:00"), ..visit() };
    record_visit(story.at("2026-02-04 09:30"), 1, first);
    let device = story.on("2026-02-05").hand_to(ADMIN);
    let seen = device.meeting(FIRST).plan_history().unwrap().head_ids();
    device.record(Command::Supervision(SupervisionCommand::Remind { id: FIRST, seen }));
    hand_in(story.on("2026-02-06"), FIRST, SOCIAL_WORKER);
    hand_in(story.on("2026-02-10"), FIRST, ABUSE_PRACTITIONER);
    let device = story.on("2026-02-12");
    hold(device, FIRST, "2026-02-12");
    submit(device, FIRST);
    plan_supervision(device, SECOND, "2026-03-12");
    authorise(story.on("2026-02-16"), FIRST);
    let case_summary = CaseSummary {
        as_of: day("2026-02-20"),
        childrens_views: Default::default(),
        background: "Two children at home".to_owned(),
        current_plan: "Supervision each month".to_owned(),
        safety_plan: String::new(),
        contingency_plan: String::new(),
        contacts: String::new(),
        critical: String::new(),
    };
    let renew = SummaryCommand::RenewCaseSummary { summary: case_summary, seen: vec![] };
    story.on("2026-02-20").record(Command::Summary(renew));

    let second = Visit {
        on: day("2026-03-03"),
        from: time("15:00"),
        children: [(KAYLA, nobody_in())].into(),
        ..visit()
    };
    record_visit(story.at("2026-03-05 10:00"), 2, second);
    let device = story.on("2026-03-09").hand_to(MANAGER);
    let moved = device.move_to(SECOND, day("2026-03-19"), "annual_leave", "Moira is away");
    device.record(moved);
    hand_in(story.on("2026-03-13"), SECOND, SOCIAL_WORKER);
    hold(story.on("2026-03-19"), SECOND, "2026-03-19");
    let device = story.on("2026-03-20");
    submit(device, SECOND);
    authorise(device, SECOND);

    story.on("2026-04-30").close(day("2026-04-30"));
    let device = story.on("2026-06-01");
    let reopen = device.reopening(day("2026-06-01"), ReopenedBecause::NewReferral);
    device.way(Role::TeamManager, reopen);
    refer(device, 2, referral("2026-05-25", Some("2026-06-01")));
    allocate(story.on("2026-06-10"), 2, "2026-06-10");
    story.keep();
    story
}

/// Visits are in the plan where the authority asks for them.
fn plan(device: &Device, kind: PlanKind, agreed_on: &str) -> Plan {
    let visiting = device.rules.round.visit_at_least_every_days.map(|days| {
        let by = Owner::Practitioner(practitioner_id(SOCIAL_WORKER));
        (KAYLA, Visiting { at_least_every_days: days, by, why_less: String::new() })
    });
    Plan {
        kind,
        children: [KAYLA].into(),
        agreed_on: day(agreed_on),
        at_a_meeting: kind == PlanKind::ChildInNeed,
        goals: vec![Goal {
            outcome: "Kayla gets to school on time".to_owned(),
            children: [KAYLA].into(),
            steps: vec![action(900 + kind as u64, "Morning routine")],
        }],
        visiting: visiting.into_iter().collect(),
        childrens_views: Default::default(),
        parents_views: Default::default(),
        agencies_views: String::new(),
        how_views_shaped_it: String::new(),
        services: String::new(),
        contingency: String::new(),
    }
}

fn give_copy(device: &mut Device, number: u64, paper: Paper, on: &str) {
    let copy = CopyGiven { paper, to: Party::Person(AMARA), on: day(on), how: String::new() };
    device.record(Command::Plan(PlanCommand::GiveCopy { id: copy_id(number), copy }));
}

fn review_plan(device: &mut Device, number: u64, on: &str) {
    let review = Review {
        plan: plan_id(2),
        on: day(on),
        why_no_meeting: String::new(),
        progress: Default::default(),
        summary: "Mornings are better".to_owned(),
        new_information: String::new(),
        childrens_views: Default::default(),
        parents_views: Default::default(),
        agencies_views: String::new(),
        who_came: String::new(),
        next_on: None,
    };
    let (id, reason) = (review_id(number), String::new());
    device.record(Command::Plan(PlanCommand::Review { id, review, reason, seen: vec![] }));
}

fn ask_for_transfer(device: &mut Device) {
    let written = |item| (item, "With the family".to_owned());
    let pack = TransferPack {
        origin: Origin::InitialResponse,
        recent_assessment: true,
        documents: [written(PackItem::PlanWithFamily), written(PackItem::TransferSummary)].into(),
        endorsed_by: "Una Marsh".to_owned(),
        endorsed_on: Some(day("2026-02-06")),
        listed_on: Some(day("2026-02-06")),
    };
    let way = Way::RecordPack { id: referral_id(1), pack, seen: vec![] };
    device.way(Role::ReferringTeam, way);
}

fn accept_transfer(device: &mut Device) {
    let priya = membership("Priya Shah", Role::SocialWorker, day("2026-02-10"));
    let way = Way::RecordMembership { id: membership_id(6), membership: priya, seen: vec![] };
    device.way(Role::TeamManager, way);
    let decision = TransferDecision {
        accepted: true,
        on: day("2026-02-10"),
        social_work_manager: "Moira Flynn".to_owned(),
        family_support_manager: "Olu Adeyemi".to_owned(),
        social_worker: Some(membership_id(6)),
        family_support_worker: Some(membership_id(5)),
        takes_over: None,
        why: String::new(),
    };
    let (id, reason) = (referral_id(1), String::new());
    device.way(Role::TeamManager, Way::DecideTransfer { id, decision, reason, seen: vec![] });
}

pub fn child_in_need(authority: Authority) -> Story {
    let mut story = Story::begin(authority);
    let assessment =
        Assessment { completed_on: day("2026-01-30"), by: String::new(), outcome: String::new() };
    let referral = Referral {
        involved_since: Some(day("2026-01-05")),
        assessment: Some(assessment),
        ..referral("2026-02-06", None)
    };
    refer(story.on("2026-02-06"), 1, referral);
    let device = story.on("2026-02-06");
    let transfers = device.rules.transfer_pack;
    if transfers {
        ask_for_transfer(device);
    }
    let device = story.on("2026-02-10");
    let support = membership("Ade Bello", Role::Other("Family support worker".into()), day("2026-02-10"));
    let way = Way::RecordMembership { id: membership_id(5), membership: support, seen: vec![] };
    device.way(Role::TeamManager, way);
    if transfers {
        accept_transfer(device);
    }
    allocate(device, 1, "2026-02-10");
    device.set_status(1, status(KAYLA, PlanStatus::ChildInNeed, day("2026-02-10")));
    let record =
        |id, plan| Command::Plan(PlanCommand::Record { id, plan, reason: String::new(), seen: vec![] });
    let interim = plan(device, PlanKind::Interim, "2026-02-10");
    device.record(record(plan_id(1), interim));

    let device = story.on("2026-02-25");
    let agreed = plan(device, PlanKind::ChildInNeed, "2026-02-25");
    device.record(record(plan_id(2), agreed));
    give_copy(story.on("2026-03-04"), 1, Paper::Plan(plan_id(2)), "2026-03-04");
    let seen = || Contact::Seen { why_not_alone: String::new() };
    for (number, on, contact) in
        [(1, "2026-03-10", seen()), (2, "2026-03-30", nobody_in()), (3, "2026-04-02", seen())]
    {
        let children = [(KAYLA, contact)].into();
        record_visit(story.on(on), number, Visit { on: day(on), children, ..visit() });
    }
    review_plan(story.on("2026-04-09"), 1, "2026-04-09");
    give_copy(story.on("2026-04-10"), 2, Paper::Review(review_id(1)), "2026-04-10");
    record_visit(story.on("2026-04-23"), 4, Visit { on: day("2026-04-23"), ..visit() });
    record_visit(story.on("2026-05-13"), 5, Visit { on: day("2026-05-13"), ..visit() });
    review_plan(story.on("2026-05-20"), 2, "2026-05-20");
    let device = story.on("2026-05-22");
    device.set_status(2, status(KAYLA, PlanStatus::None, day("2026-05-22")));
    let step = StepDown {
        children: [KAYLA].into(),
        plan_ended_on: day("2026-05-22"),
        lead: membership_id(5),
        completed_on: None,
        words: "A few weeks more".to_owned(),
    };
    let steps_down = device.rules.step_down_support;
    if steps_down {
        let way = Way::RecordStepDown { id: step_id(1), step: step.clone(), seen: vec![] };
        device.way(Role::SocialWorker, way);
    }
    give_copy(story.on("2026-05-29"), 3, Paper::Review(review_id(2)), "2026-05-29");
    let device = story.on("2026-06-26");
    if steps_down {
        let step = StepDown { completed_on: Some(day("2026-06-26")), ..step };
        let seen = device.book.step_downs.head_ids(step_id(1));
        device.way(Role::SocialWorker, Way::RecordStepDown { id: step_id(1), step, seen });
    }
    story.on("2026-06-30").close(day("2026-06-30"));
    let device = story.on("2026-08-03");
    let reopen = device.reopening(day("2026-08-03"), ReopenedBecause::NewReferral);
    device.way(Role::TeamManager, reopen);
    let again = crate::workbooks::way::referral(day("2026-08-03"));
    refer(device, 2, Referral { decided_on: None, assessment: None, ..again });
    story.keep();
    story
}
