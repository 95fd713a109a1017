//! The rules of supervision, ratings, summaries and actions, one small case for each situation.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests are tests")]

mod workbooks;

use hearth::model::action::{ActionResult, ByWhen, Lacks, Outcome, Owner};
use hearth::model::ids::EventId;
use hearth::model::module::ModuleId;
use hearth::model::practitioner::Role;
use hearth::model::rating::Rag::{Amber, Green, Red};
use hearth::model::rating::{Contribution, Rating};
use hearth::model::source::Source;
use hearth::model::subject::Subject;
use hearth::model::summary::{CaseSummary, SummaryText};
use hearth::model::supervision::{Absence, Guest, Held, Supervision, ThresholdReview};
use hearth::policy::authority::Authority;
use hearth::workbook::conflict::{Conflict, conflicts};
use hearth::workbook::decide::permission::{Act, Who};
use hearth::workbook::decide::{
    Command, Field, RatingCommand, Refusal, RoundRefusal, SummaryCommand, SupervisionCommand, VisitCommand,
};
use hearth::workbook::round::actions::AgreedIn;
use hearth::workbook::round::meeting::Stage;
use hearth::workbook::round::ratings::Shown;
use hearth::workbook::round::summaries::{Handed, handed};

use workbooks::round::*;
use workbooks::*;

#[track_caller]
fn refused(given: &Device, asked: Command, why: RoundRefusal) {
    assert_eq!(given.decide(asked.clone()), Err(Refusal::Round(why)), "{asked:?}");
}

#[track_caller]
fn for_another(given: &Device, asked: Command, act: Act) {
    match given.decide(asked.clone()) {
        Err(Refusal::ForAnother { act: found, .. }) => assert_eq!(found, act, "{asked:?}"),
        other => panic!("{other:?}: {asked:?}"),
    }
}

#[track_caller]
fn allowed(given: &Device, asked: Command) {
    let kinds: Vec<&str> = given.decide(asked.clone()).unwrap().iter().map(|it| it.fact.kind()).collect();
    assert!(!kinds.is_empty(), "nothing new: {asked:?}");
}

#[track_caller]
fn nothing_new(given: &Device, asked: Command) {
    assert_eq!(given.decide(asked.clone()), Ok(vec![]), "{asked:?}");
}

/// The family, with a supervision planned for today.
fn planned() -> Device {
    let mut device = Device::with_family();
    device.hand_to(ADMIN);
    device.record(device.plan_on(FIRST, today()));
    device
}

fn as_in(authority: Authority, mut device: Device) -> Device {
    device.rules = hearth::policy::practice::rules(authority);
    device
}

fn reveal(supervision: hearth::model::ids::SupervisionId) -> Command {
    Command::Rating(RatingCommand::Reveal { supervision })
}

// Planning and moving.

#[test]
fn details_change_freely_and_the_day_only_by_moving_it() {
    let mut given = planned();
    nothing_new(&given, given.plan_on(FIRST, today()));
    refused(&given, given.plan_on(FIRST, days(1)), RoundRefusal::MoveInstead);
    let seen = given.meeting(FIRST).plan_history().unwrap().head_ids();
    let guest = Guest { name: "Ms Harebell".to_owned(), from: String::new() };
    let with_guest = Supervision { guests: vec![guest], ..supervision(today()) };
    given.record(Command::Supervision(SupervisionCommand::Plan { id: FIRST, supervision: with_guest, seen }));
    assert_eq!(given.meeting(FIRST).plan().unwrap().guests.len(), 1);
}

#[test]
fn a_plan_cannot_say_that_it_was_moved_or_reminded_of() {
    let given = Device::with_family();
    let said = Supervision {
        reminded_on: Some(today()),
        moved: vec![hearth::model::supervision::Moved { from: days(-3), reason: None, words: String::new() }],
        ..supervision(today())
    };
    let mut given = given;
    given.record(Command::Supervision(SupervisionCommand::Plan {
        id: FIRST,
        supervision: said,
        seen: vec![],
    }));
    let plan = given.meeting(FIRST).plan().unwrap();
    assert_eq!((plan.reminded_on, plan.moved.len()), (None, 0));
}

#[test]
fn only_a_manager_moves_it_and_every_move_is_kept() {
    let mut given = planned();
    for who in [SOCIAL_WORKER, ABUSE_PRACTITIONER, ADMIN] {
        given.hand_to(who);
        for_another(&given, given.move_to(FIRST, days(7), "", "Court"), Act::RearrangeSupervision);
    }
    given.hand_to(MANAGER);
    refused(&given, given.move_to(FIRST, today(), "", "Court"), RoundRefusal::SameDay);
    refused(&given, given.move_to(FIRST, days(7), "", " "), RoundRefusal::NoMovingReason);
    refused(&given, given.move_to(SECOND, days(7), "", "Court"), RoundRefusal::NoSuchSupervision);
    given.record(given.move_to(FIRST, days(7), "", "The hearing"));
    given.record(given.move_to(FIRST, days(9), "", "The building was shut"));
    let plan = given.meeting(FIRST).plan().unwrap();
    let from: Vec<_> = plan.moved.iter().map(|moved| moved.from).collect();
    assert_eq!((plan.on, from), (days(9), vec![today(), days(7)]));
    given.hand_to(ADMIN);
    let details = given.plan_on(FIRST, days(9));
    nothing_new(&given, details);
}

#[test]
fn where_the_authority_names_reasons_no_other_moves_it() {
    let mut given = as_in(Authority::WestSussex, planned());
    given.hand_to(MANAGER);
    for why in ["annual_leave", "court", "sickness", "crisis"] {
        allowed(&given, given.move_to(FIRST, days(14), why, ""));
    }
    let words = "Annual leave of the team manager or social worker (up to 2 weeks); Court; Short-term sickness of \
                 the team manager or social worker; A crisis that no other social worker on the team can deal with";
    for why in ["", "we_forgot"] {
        let asked = given.move_to(FIRST, days(3), why, "We forgot");
        refused(&given, asked, RoundRefusal::NotAReason(words.to_owned()));
    }
    // "Up to 2 weeks" is said of leave only.
    let leave = given.move_to(FIRST, days(15), "annual_leave", "");
    refused(&given, leave, RoundRefusal::MovedTooFar(14, days(14)));
    given.record(given.move_to(FIRST, days(15), "court", "the hearing"));
    let moved = given.meeting(FIRST).plan().unwrap().moved[0].clone();
    assert_eq!((moved.reason.as_deref(), moved.words.as_str()), (Some("court"), "Court: the hearing"));
    let mut elsewhere = as_in(Authority::Walsall, planned());
    elsewhere.hand_to(MANAGER);
    allowed(&elsewhere, elsewhere.move_to(FIRST, days(30), "", "We agreed to wait for school"));
}

#[test]
fn a_supervision_that_was_held_is_not_moved() {
    let mut given = planned();
    given.record(given.hold(FIRST, held(today())));
    given.hand_to(MANAGER);
    let moved = given.move_to(FIRST, days(7), "", "Court");
    refused(&given, moved, RoundRefusal::AlreadyHeld(today()));
}

#[test]
fn a_reminder_is_recorded_and_moving_asks_for_a_new_one() {
    let mut given = planned();
    let seen = given.meeting(FIRST).plan_history().unwrap().head_ids();
    given.record(Command::Supervision(SupervisionCommand::Remind { id: FIRST, seen }));
    assert_eq!(given.meeting(FIRST).plan().unwrap().reminded_on, Some(today()));
    given.hand_to(MANAGER);
    given.record(given.move_to(FIRST, days(7), "", "Court"));
    assert_eq!(given.meeting(FIRST).plan().unwrap().reminded_on, None);
}

#[test]
fn where_supervision_is_not_used_none_is_planned() {
    let mut given = Device::with_family();
    given.rules.round.supervision = false;
    refused(&given, given.plan_on(FIRST, today()), RoundRefusal::SupervisionNotUsed);
}

#[test]
fn where_the_guidance_says_two_professionals_one_alone_has_ordinary_supervision() {
    use hearth::model::supervision::Form;
    use hearth::policy::practice::supervision_form;
    use hearth::workbook::decide::way::Way;
    use workbooks::way::{membership, membership_id};
    let mut given = Device::with_family();
    let form =
        |given: &Device, authority: Authority| supervision_form(authority.profile(), &given.book, today());
    assert_eq!(given.book.workers_on(today()), 1, "the social worker, who recorded");
    assert_eq!(form(&given, Authority::Hertfordshire), Form::OneToOne);
    assert_eq!(form(&given, Authority::Walsall), Form::Group, "every family");
    assert_eq!(form(&given, Authority::Warwickshire), Form::OneToOne);
    for (number, role) in [(1, Role::SocialWorker), (2, Role::TeamManager), (3, Role::RecoveryWorker)] {
        let membership = membership("Somebody", role, days(-9));
        let way = Way::RecordMembership { id: membership_id(number), membership, seen: vec![] };
        given.way(Role::TeamManager, way);
    }
    assert_eq!(given.book.workers_on(today()), 2, "the manager aside");
    assert_eq!(form(&given, Authority::Hertfordshire), Form::Group);
    assert_eq!(given.book.workers_on(days(-10)), given.book.team.all().count() - 1);
}

// Who came.

#[test]
fn attendance_says_who_came_and_why_others_did_not() {
    let mut given = planned();
    let absent = |why: &str| Absence { why: why.to_owned(), agreed: false };
    let tom = practitioner_id(ABUSE_PRACTITIONER);
    let cases: [(Held, RoundRefusal); 5] = [
        (Held { on: days(1), ..held(today()) }, RoundRefusal::HeldInFuture),
        (Held { present: Default::default(), ..held(today()) }, RoundRefusal::NobodyCame),
        (
            Held { absent: [(practitioner_id(MANAGER), absent("Ill"))].into(), ..held(today()) },
            RoundRefusal::ThereAndNot("A team member".to_owned()),
        ),
        (
            Held { absent: [(tom, absent(" "))].into(), ..held(today()) },
            RoundRefusal::NoAbsenceReason("A team member".to_owned()),
        ),
        (
            Held {
                from: chrono::NaiveTime::from_hms_opt(11, 0, 0),
                until: chrono::NaiveTime::from_hms_opt(10, 0, 0),
                ..held(today())
            },
            RoundRefusal::EndBeforeBeginning,
        ),
    ];
    for (held, why) in cases {
        refused(&given, given.hold(FIRST, held), why);
    }
    given.record(given.hold(FIRST, Held { absent: [(tom, absent("Court"))].into(), ..held(today()) }));
    assert_eq!(given.meeting(FIRST).stage(), Stage::Held);
}

#[test]
fn the_absent_workers_summary_and_rating_stand_in() {
    let mut given = planned();
    let (tom, ines) = (practitioner_id(ABUSE_PRACTITIONER), practitioner_id(RECOVERY_WORKER));
    given.hand_to(ABUSE_PRACTITIONER);
    given.record(given.rate(FIRST, rating(Red, "Contact began again")));
    given.record(given.write_summary(FIRST, summary("One session"), true));
    given.hand_to(ADMIN);
    let away = |who| (who, Absence { why: "Ill".to_owned(), agreed: true });
    given.record(given.hold(FIRST, Held { absent: [away(tom), away(ines)].into(), ..held(today()) }));
    given.hand_to(MANAGER);
    given.record(reveal(FIRST));
    let meeting = given.meeting(FIRST);
    let stand_ins: Vec<_> =
        meeting.stand_ins().into_iter().map(|it| (it.practitioner, it.summary, it.rating)).collect();
    assert_eq!(stand_ins, [(tom, true, true), (ines, false, false)]);
    let ratings = meeting.ratings_for(practitioner_id(SOCIAL_WORKER));
    assert!(ratings[0].stands_in && matches!(ratings[0].rating, Shown::Open(_)));

    // A gap is said, and does not stop anybody who gives a reason.
    given.record(given.agree(FIRST, agreed(Red, "Tom's reason", "", "")));
    given.hand_to(ADMIN);
    given.record(given.write(FIRST, notes("To go on", vec![])));
    given.record(given.submit(FIRST));
    given.hand_to(MANAGER);
    let gap = "Ines Costa was not there and no summary stands in for them";
    let gap = gap.replace("Ines Costa", &given.book.author_name(ines));
    refused(&given, given.authorise(FIRST, ""), RoundRefusal::NotComplete(gap));
    given.record(given.authorise(FIRST, "Ines is ill; she will write next month"));
}

// Ratings.

#[test]
fn a_rating_has_a_reason_and_is_of_an_adult() {
    let mut given = planned();
    given.hand_to(SOCIAL_WORKER);
    for reason in ["", " \n"] {
        refused(&given, given.rate(FIRST, rating(Red, reason)), RoundRefusal::NoRatingReason);
    }
    let of = |person| Rating { attributable_to: [person].into(), ..rating(Red, "Why") };
    refused(&given, given.rate(FIRST, of(KAYLA)), RoundRefusal::AttributedToChild);
    assert_eq!(given.decide(given.rate(FIRST, of(STRANGER))), Err(Refusal::NoSuchPerson(Field::Rating)));
    refused(&given, given.rate(SECOND, of(DANIEL)), RoundRefusal::NoSuchSupervision);
    given.record(given.rate(FIRST, of(DANIEL)));
    nothing_new(&given, given.rate(FIRST, of(DANIEL)));
}

#[test]
fn those_who_work_with_the_family_rate_and_nobody_else() {
    let mut given = planned();
    for_another(&given, given.rate(FIRST, rating(Red, "Why")), Act::OwnSummary);
    for who in [SOCIAL_WORKER, ABUSE_PRACTITIONER, RECOVERY_WORKER, MANAGER, 5] {
        given.hand_to(who);
        allowed(&given, given.rate(FIRST, rating(Red, "Why")));
    }
    given.practitioner.role = Role::ReferringTeam;
    for_another(&given, given.rate(FIRST, rating(Red, "Why")), Act::OwnSummary);
}

#[test]
fn where_colours_are_not_used_nobody_rates() {
    let mut given = as_in(Authority::Warwickshire, planned());
    given.hand_to(SOCIAL_WORKER);
    refused(&given, given.rate(FIRST, rating(Red, "Why")), RoundRefusal::RatingsNotUsed);
    given.hand_to(MANAGER);
    refused(&given, reveal(FIRST), RoundRefusal::RatingsNotUsed);
    refused(&given, given.agree(FIRST, agreed(Red, "Why", "", "")), RoundRefusal::RatingsNotUsed);
    // And a summary is handed in without one, where there are summaries.
    given.hand_to(SOCIAL_WORKER);
    let asked = given.write_summary(FIRST, summary("Two visits"), true);
    refused(&given, asked, RoundRefusal::SummariesNotUsed);
    given.rules.round.summaries = true;
    allowed(&given, given.write_summary(FIRST, summary("Two visits"), true));
}

#[test]
fn ratings_are_kept_from_one_another_until_they_are_shown_together() {
    let mut given = planned();
    let (priya, tom) = (practitioner_id(SOCIAL_WORKER), practitioner_id(ABUSE_PRACTITIONER));
    given.hand_to(SOCIAL_WORKER);
    given.record(given.rate(FIRST, rating(Green, "Mornings are calm")));
    given.hand_to(ABUSE_PRACTITIONER);
    given.record(given.rate(FIRST, rating(Red, "Contact began again")));

    let seen_by = |given: &Device, reader: u64| -> Vec<(_, bool)> {
        let ratings = given.meeting(FIRST).ratings_for(practitioner_id(reader));
        ratings.iter().map(|it| (it.by, matches!(it.rating, Shown::Open(_)))).collect()
    };
    assert_eq!(seen_by(&given, SOCIAL_WORKER), [(priya, true), (tom, false)]);
    assert_eq!(seen_by(&given, ABUSE_PRACTITIONER), [(priya, false), (tom, true)]);
    assert_eq!(seen_by(&given, MANAGER), [(priya, false), (tom, false)], "nor the chair");
    assert_eq!(given.meeting(FIRST).spread(), None);
    assert_eq!(given.book.rating_history(priya, practitioner_id(MANAGER)), []);
    let kept = given.meeting(FIRST).ratings_for(practitioner_id(MANAGER));
    assert!(!format!("{kept:?}").to_lowercase().contains("calm"), "nothing to read in it");

    given.hand_to(SOCIAL_WORKER);
    let whose = "the team manager".to_owned();
    refused(&given, reveal(FIRST), RoundRefusal::NotTheChair(whose));
    given.hand_to(MANAGER);
    refused(&given, given.agree(FIRST, agreed(Red, "Why", "", "We differ")), RoundRefusal::NotShownYet);
    given.record(reveal(FIRST));
    nothing_new(&given, reveal(FIRST));
    for reader in [SOCIAL_WORKER, ABUSE_PRACTITIONER, MANAGER] {
        assert_eq!(seen_by(&given, reader), [(priya, true), (tom, true)]);
    }
    assert_eq!(given.meeting(FIRST).spread(), Some((Green, Red)));

    // Whoever changes their mind in the meeting may, and it shows that they did so afterwards.
    given.hand_to(SOCIAL_WORKER);
    given.record(given.rate(FIRST, rating(Amber, "I had not known of the contact")));
    let after: Vec<_> =
        given.meeting(FIRST).ratings_for(tom).iter().map(|it| (it.by, it.after_reveal)).collect();
    assert_eq!(after, [(priya, true), (tom, false)]);
    assert_eq!(given.meeting(FIRST).own_rating(priya).unwrap().count(), 2);
}

#[test]
fn whoever_chairs_may_show_the_ratings_and_only_when_there_are_some() {
    let mut given = planned();
    given.hand_to(MANAGER);
    refused(&given, reveal(FIRST), RoundRefusal::NothingToShow);
    given.hand_to(SOCIAL_WORKER);
    given.record(given.rate(FIRST, rating(Green, "Calm")));
    given.hand_to(ABUSE_PRACTITIONER);
    assert!(given.decide(reveal(FIRST)).is_err());
    let chaired = Held { chair: Some(practitioner_id(ABUSE_PRACTITIONER)), ..held(today()) };
    given.record(given.hold(FIRST, chaired));
    allowed(&given, reveal(FIRST));
}

#[test]
fn the_agreed_rating_says_why_and_what_changed_and_why_views_differ() {
    let mut given = Device::with_family();
    given.run(SECOND, days(-30));
    given.hand_to(ADMIN);
    given.record(given.plan_on(FIRST, today()));
    given.hand_to(SOCIAL_WORKER);
    given.record(given.rate(FIRST, rating(Green, "Calm")));
    for_another(&given, given.agree(FIRST, agreed(Red, "Why", "", "")), Act::AgreeRating);
    given.hand_to(ABUSE_PRACTITIONER);
    given.record(given.rate(FIRST, rating(Red, "Contact")));
    given.hand_to(MANAGER);
    given.record(reveal(FIRST));
    for (asked, why) in [
        (agreed(Amber, " ", "", "We differ"), RoundRefusal::NoRatingReason),
        (agreed(Amber, "Why", "", ""), RoundRefusal::NoDifference),
        (agreed(Red, "Why", "", "We differ"), RoundRefusal::NoChange("Amber")),
    ] {
        refused(&given, given.agree(FIRST, asked), why);
    }
    allowed(&given, given.agree(FIRST, agreed(Amber, "Why", "", "We differ")));
    given.record(given.agree(FIRST, agreed(Red, "Why", "Contact began", "We differ")));
    let history: Vec<_> =
        given.book.agreed_history().iter().map(|it| (it.supervision, it.agreed.level)).collect();
    assert_eq!(history, [(SECOND, Amber), (FIRST, Red)]);
    assert_eq!(given.book.agreed_rating().unwrap().agreed.level, Red);
}

// Summaries.

#[test]
fn a_summary_is_of_the_time_since_the_supervision_before_and_nothing_older() {
    let mut given = Device::with_family();
    let old = entry_id(1);
    let mut before = entry(ModuleId::M3, Subject::Person(AMARA), "In October");
    before.done_on = hearth::model::dates::PartialDate::day(days(-40));
    given.now -= chrono::Duration::days(40);
    given.enter(old, before);
    given.now += chrono::Duration::days(40);
    given.hand_to(ADMIN);
    given.record(given.plan_on(FIRST, today()));
    given.hand_to(SOCIAL_WORKER);
    let referring = |source| SummaryText { references: [source].into(), ..summary("Two visits") };
    assert_eq!(given.meeting(FIRST).period(today()).since, None);
    allowed(&given, given.write_summary(FIRST, referring(Source::Entry(old)), false));

    given.run(SECOND, days(-30));
    given.hand_to(SOCIAL_WORKER);
    assert_eq!(given.meeting(FIRST).period(today()).since, Some(days(-30)));
    let since = days(-30);
    let what = "The entry of 12 October 2026".to_owned();
    refused(
        &given,
        given.write_summary(FIRST, referring(Source::Entry(old)), false),
        RoundRefusal::OutsidePeriod { what, since },
    );
    given.enter(entry_id(2), entry(ModuleId::M3, Subject::Person(AMARA), "In November"));
    let visit_made = Command::Visit(VisitCommand::Record { id: visit_id(1), visit: visit() });
    given.record(visit_made);
    let own = given.meeting(FIRST).own_work(practitioner_id(SOCIAL_WORKER), today());
    assert_eq!(own, [Source::Entry(entry_id(2)), Source::Visit(visit_id(1))]);
    given.record(given.write_summary(FIRST, referring(Source::Visit(visit_id(1))), false));
    let of = Contribution { supervision: FIRST, practitioner: practitioner_id(SOCIAL_WORKER) };
    let summary = given.book.summaries.current(of).unwrap();
    assert_eq!((summary.period.since, summary.period.until), (Some(days(-30)), today()));
    refused(
        &given,
        given.write_summary(FIRST, referring(Source::Entry(entry_id(99))), false),
        RoundRefusal::NoSuchSource,
    );

    // What was recorded since of work done before is work of the period.
    given.amend(old, "More was learnt", |entry| entry.needs = "A rest".to_owned());
    allowed(&given, given.write_summary(FIRST, referring(Source::Entry(old)), false));
}

#[test]
fn a_draft_is_a_draft_and_what_changes_after_handing_in_shows() {
    let mut given = planned();
    given.hand_to(SOCIAL_WORKER);
    refused(&given, given.write_summary(FIRST, summary("  "), false), RoundRefusal::EmptySummary);
    given.record(given.write_summary(FIRST, summary("One visit"), false));
    let of = Contribution { supervision: FIRST, practitioner: practitioner_id(SOCIAL_WORKER) };
    let state = |given: &Device| handed(given.book.summaries.get(of).unwrap());
    assert_eq!(state(&given), Handed::Draft);
    assert_eq!(given.meeting(FIRST).handed_in(practitioner_id(SOCIAL_WORKER)), None);
    refused(&given, given.write_summary(FIRST, summary("Two visits"), true), RoundRefusal::NoRating);
    given.record(given.rate(FIRST, rating(Amber, "Why")));
    given.record(given.write_summary(FIRST, summary("Two visits"), true));
    let at = given.now;
    assert_eq!(state(&given), Handed::In { at, changed: None });
    nothing_new(&given, given.write_summary(FIRST, summary("Two visits"), true));
    refused(&given, given.write_summary(FIRST, summary("Three"), false), RoundRefusal::NoSummaryReason);
    given.record(given.change_summary(FIRST, summary("Three"), false, "I had left one out"));
    assert_eq!(state(&given), Handed::In { at, changed: Some(given.now) });
    assert!(given.book.summaries.current(of).unwrap().submitted, "it is never a draft again");
}

#[test]
fn a_late_summary_is_taken_and_dated() {
    let mut given = Device::with_family();
    given.run(FIRST, days(-2));
    given.hand_to(ABUSE_PRACTITIONER);
    refused(&given, given.write_summary(FIRST, summary("One session"), true), RoundRefusal::NoRating);
    given.record(given.write_summary(FIRST, summary("One session"), false));
    let of = Contribution { supervision: FIRST, practitioner: practitioner_id(ABUSE_PRACTITIONER) };
    assert_eq!(given.book.summaries.current(of).unwrap().period.until, days(-2));
}

#[test]
fn what_we_see_in_a_child_is_of_a_child() {
    let mut given = planned();
    given.hand_to(SOCIAL_WORKER);
    let of = |who| SummaryText { observations: [(who, "Rests".to_owned())].into(), ..summary("A visit") };
    assert_eq!(given.decide(given.write_summary(FIRST, of(AMARA), false)), Err(Refusal::AnalysisOfAdult));
    let stranger = given.decide(given.write_summary(FIRST, of(STRANGER), false));
    assert_eq!(stranger, Err(Refusal::NoSuchPerson(Field::Analysis)));
    allowed(&given, given.write_summary(FIRST, of(KAYLA), false));
    given.hand_to(ADMIN);
    for_another(&given, given.write_summary(FIRST, of(KAYLA), false), Act::OwnSummary);
    given.hand_to(SOCIAL_WORKER);
    given.rules.round.summaries = false;
    refused(&given, given.write_summary(FIRST, of(KAYLA), false), RoundRefusal::SummariesNotUsed);
}

#[test]
fn the_case_summary_is_renewed_even_when_every_word_still_holds() {
    let mut given = Device::with_family();
    let said = |background: &str| CaseSummary {
        as_of: days(-99),
        childrens_views: Default::default(),
        background: background.to_owned(),
        current_plan: String::new(),
        safety_plan: String::new(),
        contingency_plan: String::new(),
        contacts: String::new(),
        critical: String::new(),
    };
    let renew = |given: &Device, background: &str| {
        let seen = given.book.case_summary().map(|it| it.head_ids()).unwrap_or_default();
        Command::Summary(SummaryCommand::RenewCaseSummary { summary: said(background), seen })
    };
    refused(&given, renew(&given, " "), RoundRefusal::EmptyCaseSummary);
    given.record(renew(&given, "Two children"));
    nothing_new(&given, renew(&given, "Two children"));
    given.today = days(80);
    given.record(renew(&given, "Two children"));
    let history: Vec<_> = given
        .book
        .case_summary()
        .unwrap()
        .versions()
        .map(|version| version.value.as_ref().unwrap().as_of)
        .collect();
    assert_eq!(history, [today(), days(80)], "today, whatever the form said");
}

// Notes and their authorisation.

#[test]
fn notes_are_the_administrators_until_the_manager_has_them() {
    let mut given = planned();
    for_another_than_admin(&mut given);
    let empty = hearth::model::supervision::Notes { decisions: " ".to_owned(), ..Default::default() };
    refused(&given, given.write(FIRST, empty), RoundRefusal::NoNotes);
    refused(&given, given.write(SECOND, notes("Yes", vec![])), RoundRefusal::NoSuchSupervision);
    refused(&given, given.submit(FIRST), RoundRefusal::NotHeld);
    given.record(given.write(FIRST, notes("To go on", vec![])));
    given.record(given.hold(FIRST, held(today())));
    let behind: Vec<EventId> = vec![];
    let submitted_behind = Command::Notes(hearth::workbook::decide::NotesCommand::Submit {
        supervision: FIRST,
        notes: behind,
        seen: vec![],
    });
    refused(&given, submitted_behind, RoundRefusal::NotesChanged);
    given.record(given.submit(FIRST));
    assert!(matches!(given.meeting(FIRST).stage(), Stage::Submitted { .. }));
    refused(&given, given.submit(FIRST), RoundRefusal::WithManager);
    refused(&given, given.write(FIRST, notes("More", vec![])), RoundRefusal::WithManager);

    given.hand_to(MANAGER);
    refused(&given, given.send_back(FIRST, ""), RoundRefusal::NoReturnReason);
    given.record(given.send_back(FIRST, "Who rings school?"));
    refused(&given, given.authorise(FIRST, "-"), RoundRefusal::NotSubmitted);
    refused(&given, given.send_back(FIRST, "again"), RoundRefusal::NotSubmitted);
    given.hand_to(ADMIN);
    given.record(given.write(FIRST, notes("To go on; Gwen rings school", vec![])));
    given.record(given.submit(FIRST));
}

#[track_caller]
fn for_another_than_admin(given: &mut Device) {
    for who in [SOCIAL_WORKER, ABUSE_PRACTITIONER, MANAGER] {
        given.hand_to(who);
        for_another(given, given.write(FIRST, notes("Yes", vec![])), Act::WriteSupervisionNotes);
    }
    given.hand_to(ADMIN);
}

#[test]
fn actions_are_smart_before_the_notes_are_sent_on() {
    let mut given = planned();
    let mut unsaid = action(1, "Ring school");
    (unsaid.who, unsaid.how_known) = (Some(Owner::Other(" ".to_owned())), String::new());
    let nothing = hearth::model::action::Action { what: " ".to_owned(), ..action(1, "") };
    refused(&given, given.write(FIRST, notes("Yes", vec![nothing])), RoundRefusal::ActionWithoutWhat);
    let twice = vec![action(1, "Ring"), action(1, "Write")];
    refused(&given, given.write(FIRST, notes("Yes", twice)), RoundRefusal::ActionElsewhere);
    let mut strange = action(1, "Ring");
    strange.who = Some(Owner::Person(STRANGER));
    let found = given.decide(given.write(FIRST, notes("Yes", vec![strange])));
    assert_eq!(found, Err(Refusal::NoSuchPerson(Field::Actions)));

    // Live, it may wait; when it is sent on, it may not.
    given.record(given.write(FIRST, notes("Yes", vec![action(2, "Write"), unsaid])));
    given.record(given.hold(FIRST, held(today())));
    let lacks = vec![Lacks::Who, Lacks::HowKnown];
    let refusal = RoundRefusal::NotSmart { place: 2, lacks };
    assert!(refusal.to_string().starts_with("Action 2 does not say who will do it and how we will know."));
    refused(&given, given.submit(FIRST), refusal);
    given.record(given.write(FIRST, notes("Yes", vec![action(2, "Write"), action(1, "Ring school")])));
    given.record(given.submit(FIRST));
}

#[test]
fn nobody_authorises_or_returns_notes_that_they_wrote() {
    let mut given = planned();
    given.rules.permissions.set(Act::WriteSupervisionNotes, Who::ALL);
    given.record(given.hold(FIRST, held(today())));
    given.record(given.write(FIRST, notes("By Gwen", vec![])));
    given.hand_to(MANAGER);
    given.record(given.write(FIRST, notes("By Gwen and Moira", vec![])));
    given.hand_to(ADMIN);
    given.record(given.write(FIRST, notes("By Gwen, again", vec![])));
    given.record(given.submit(FIRST));
    given.hand_to(MANAGER);
    // However little of it was theirs, and whoever wrote last.
    refused(&given, given.authorise(FIRST, "-"), RoundRefusal::OwnNotes);
    refused(&given, given.send_back(FIRST, "-"), RoundRefusal::OwnNotes);
    for who in [SOCIAL_WORKER, ADMIN, ABUSE_PRACTITIONER] {
        given.hand_to(who);
        for_another(&given, given.authorise(FIRST, "-"), Act::AuthoriseSupervision);
    }
    given.hand_to(SECOND_MANAGER);
    given.record(given.authorise(FIRST, "No rating: nobody had rated"));
    let Stage::Authorised { by, although, .. } = given.meeting(FIRST).stage() else {
        panic!("not authorised")
    };
    assert_eq!((by, although.as_str()), (practitioner_id(SECOND_MANAGER), "No rating: nobody had rated"));
}

#[test]
fn what_is_missing_is_named_and_can_be_left_open_with_a_reason() {
    let mut given = planned();
    given.record(given.hold(FIRST, held(today())));
    given.record(given.write(FIRST, notes("Yes", vec![])));
    given.record(given.submit(FIRST));
    given.hand_to(MANAGER);
    refused(
        &given,
        given.authorise(FIRST, " "),
        RoundRefusal::NotComplete("No rating was agreed".to_owned()),
    );
    allowed(&given, given.authorise(FIRST, "We ran out of time; next month"));
}

#[test]
fn each_childs_threshold_is_looked_at_in_every_supervision() {
    let mut given = planned();
    given.record(given.hold(FIRST, held(today())));
    let mut said = notes("Yes", vec![]);
    said.thresholds.remove(&LEON);
    said.thresholds.insert(AMARA, ThresholdReview { words: "x".to_owned(), ..Default::default() });
    assert_eq!(given.decide(given.write(FIRST, said.clone())), Err(Refusal::AnalysisOfAdult));
    said.thresholds.remove(&AMARA);
    let decided = hearth::model::threshold::ThresholdDecision {
        child: LEON,
        on: today(),
        to: hearth::model::threshold::Threshold::ChildInNeed,
        why: "Safe enough".to_owned(),
        family_view: "Relieved".to_owned(),
        not_asked: String::new(),
        answers: None,
    };
    let id = workbooks::way::threshold_id(1);
    let way = hearth::workbook::decide::way::Way::DecideThreshold {
        id,
        decision: decided,
        reason: String::new(),
        seen: vec![],
    };
    given.way(Role::TeamManager, way);
    // Kayla's cannot be answered by what was decided of Leon.
    let of_leon = ThresholdReview { decision: Some(id), ..Default::default() };
    said.thresholds.insert(KAYLA, of_leon.clone());
    let anothers = RoundRefusal::AnothersThreshold("Kayla Okafor".to_owned());
    refused(&given, given.write(FIRST, said.clone()), anothers);
    said.thresholds.insert(KAYLA, ThresholdReview { words: "As it was".to_owned(), ..Default::default() });
    given.record(given.write(FIRST, said.clone()));
    given.record(given.submit(FIRST));
    given.hand_to(MANAGER);
    let gap = "No rating was agreed. The threshold of Leon Price was not looked at".to_owned();
    refused(&given, given.authorise(FIRST, ""), RoundRefusal::NotComplete(gap));
    given.record(given.send_back(FIRST, "Leon’s threshold"));
    given.hand_to(ADMIN);
    said.thresholds.insert(LEON, of_leon);
    given.record(given.write(FIRST, said));
    given.record(given.submit(FIRST));
    given.hand_to(MANAGER);
    let gap = "No rating was agreed".to_owned();
    refused(&given, given.authorise(FIRST, ""), RoundRefusal::NotComplete(gap));
}

#[test]
fn an_authorised_record_does_not_change() {
    let mut given = Device::with_family();
    given.run(FIRST, days(-1));
    let before = given.canonical();
    let everyone = [SOCIAL_WORKER, ABUSE_PRACTITIONER, MANAGER, ADMIN, SECOND_MANAGER];
    for act in Act::ALL {
        given.rules.permissions.set(*act, Who::ALL);
    }
    for who in everyone {
        given.hand_to(who);
        for asked in [
            given.plan_on(FIRST, days(-1)),
            given.move_to(FIRST, days(3), "", "Court"),
            given.hold(FIRST, held(days(-1))),
            given.rate(FIRST, rating(Red, "Now I see")),
            reveal(FIRST),
            given.agree(FIRST, agreed(Red, "Now", "we", "see")),
            given.write(FIRST, notes("Otherwise", vec![])),
            given.submit(FIRST),
            given.send_back(FIRST, "After all"),
            given.authorise(FIRST, "Again"),
        ] {
            refused(&given, asked, RoundRefusal::Authorised);
        }
    }
    assert_eq!(given.canonical(), before);
}

#[test]
fn only_a_dated_addendum_is_added() {
    let mut given = planned();
    refused(&given, given.add(1, FIRST, "More", vec![]), RoundRefusal::NotAuthorised);
    given.run_until_submitted(SECOND, today());
    refused(&given, given.add(1, SECOND, "More", vec![]), RoundRefusal::NotAuthorised);
    given.hand_to(MANAGER);
    given.record(given.authorise(SECOND, ""));
    given.hand_to(SOCIAL_WORKER);
    refused(&given, given.add(1, SECOND, " ", vec![]), RoundRefusal::EmptyAddendum);
    given.record(given.add(1, SECOND, "The school wrote", vec![]));
    refused(&given, given.add(1, SECOND, "Otherwise", vec![]), RoundRefusal::AlreadyRecorded);
    given.hand_to(ADMIN);
    given.record(given.add(2, SECOND, "And the doctor", vec![]));
    let texts: Vec<_> = given
        .meeting(SECOND)
        .addenda()
        .iter()
        .map(|(_, version)| (version.author, version.value.as_ref().unwrap().text.clone()))
        .collect();
    assert_eq!(
        texts,
        [
            (practitioner_id(SOCIAL_WORKER), "The school wrote".to_owned()),
            (practitioner_id(ADMIN), "And the doctor".to_owned())
        ]
    );
    given.practitioner.role = Role::ReferringTeam;
    for_another(&given, given.add(3, SECOND, "Mine", vec![]), Act::OwnSummary);
}

#[test]
fn what_was_written_without_knowing_of_the_authorisation_changes_nothing_and_is_listed() {
    let mut office = Device::with_family();
    office.run_until_submitted(FIRST, today());
    // Gwen's laptop had the notes before they were sent on, and she goes on writing there.
    let mut laptop = office.copy_for(ADMIN);
    office.hand_to(MANAGER);
    office.record(office.authorise(FIRST, ""));
    laptop.rules = office.rules.clone();
    let unsent = laptop.note_heads(FIRST);
    assert_eq!(laptop.decide(laptop.write(FIRST, notes("x", vec![]))), Err(RoundRefusal::WithManager.into()));
    laptop.hand_to(MANAGER);
    laptop.record(laptop.send_back(FIRST, "Who rings?"));
    laptop.hand_to(ADMIN);
    let stray = laptop.record(laptop.write(FIRST, notes("Gwen rings school", vec![])));

    let joined = office.import(&laptop);
    assert!(joined.new_conflicts.contains(&Conflict::AfterAuthorisation(FIRST)));
    let meeting = office.meeting(FIRST);
    assert_eq!(meeting.notes().unwrap().decisions, "To go on");
    assert!(matches!(meeting.stage(), Stage::Authorised { .. }));
    assert!(meeting.covers(unsent[0]) && !meeting.covers(stray));
    assert_eq!(meeting.strays(), [stray]);
    assert_eq!(conflicts(&office.book), [Conflict::AfterAuthorisation(FIRST)]);

    office.hand_to(ADMIN);
    office.record(office.add(1, FIRST, "Gwen rings school", vec![stray]));
    assert_eq!(conflicts(&office.book), []);
    assert_eq!(office.meeting(FIRST).notes().unwrap().decisions, "To go on");
}

#[test]
fn two_authorisations_that_did_not_know_of_each_other_are_both_kept_until_one_is_chosen() {
    let mut office = Device::with_family();
    office.run_until_submitted(FIRST, today());
    let mut elsewhere = office.copy_for(SECOND_MANAGER);
    elsewhere.rules = office.rules.clone();
    office.hand_to(MANAGER);
    office.record(office.authorise(FIRST, ""));
    elsewhere.record(elsewhere.authorise(FIRST, ""));
    let joined = office.import(&elsewhere);
    assert_eq!(joined.new_conflicts, [Conflict::SignOff(FIRST)]);
    assert_eq!(office.meeting(FIRST).authorisations().len(), 2);
    office.hand_to(ADMIN);
    refused(&office, office.write(FIRST, notes("x", vec![])), RoundRefusal::Authorised);
    office.hand_to(MANAGER);
    office.record(office.authorise(FIRST, ""));
    assert_eq!(office.meeting(FIRST).authorisations().len(), 1);
    assert_eq!(office.meeting(FIRST).sign_off_history().unwrap().count(), 4, "none is lost");
    assert_eq!(conflicts(&office.book), []);
    refused(&office, office.authorise(FIRST, ""), RoundRefusal::Authorised);
}

// Actions.

fn result(given: &Device, number: u64, outcome: Outcome, words: &str) -> Command {
    let action = action_id(number);
    let result =
        ActionResult { outcome, on: given.today, words: words.to_owned(), by: None, reviewed_in: None };
    Command::Result { action, result, seen: given.book.action_results.head_ids(action) }
}

#[test]
fn an_action_is_carried_forward_until_it_has_a_result() {
    let mut given = Device::with_family();
    given.run(FIRST, days(-30));
    let of_first = given.book.actions()[0].action.id;
    assert_eq!(of_first, action_id(u64::from(FIRST.to_bytes()[15]) * 10));
    given.hand_to(ADMIN);
    given.record(given.plan_on(SECOND, today()));
    let carried = |given: &Device| -> Vec<_> {
        given.meeting(SECOND).carried_in().iter().map(|agreed| (agreed.action.id, agreed.is_open())).collect()
    };
    assert_eq!(carried(&given), [(of_first, true)]);
    let id = u64::from(FIRST.to_bytes()[15]) * 10;

    refused(&given, result(&given, id, Outcome::NotYet, ""), RoundRefusal::NoResultReason);
    refused(&given, result(&given, id, Outcome::NoLongerNeeded, " "), RoundRefusal::NoResultReason);
    refused(&given, result(&given, 99, Outcome::Done, ""), RoundRefusal::NoSuchAction);
    let Command::Result { action, result: not_yet, seen } =
        result(&given, id, Outcome::NotYet, "School was shut")
    else {
        panic!("no result")
    };
    let not_yet = ActionResult { by: Some(ByWhen::On(days(10))), reviewed_in: Some(SECOND), ..not_yet };
    given.record(Command::Result { action, result: not_yet, seen });
    assert_eq!(carried(&given), [(of_first, true)]);
    assert_eq!(given.book.action(of_first).unwrap().due(), Some(days(10)), "its new day");
    given.record(result(&given, id, Outcome::Done, ""));
    assert_eq!(given.book.open_actions(), []);
    assert_eq!(carried(&given), [(of_first, false)], "it was looked at in this supervision");
    assert!(given.meeting(FIRST).is_locked(), "and the record it came from did not change");
    let agreed = given.book.action(of_first).unwrap();
    assert_eq!((agreed.agreed_in, agreed.agreed_on), (AgreedIn::Supervision(FIRST), days(-30)));
    given.practitioner.role = Role::ReferringTeam;
    for_another(&given, result(&given, id, Outcome::Done, "x"), Act::RecordResult);
}
