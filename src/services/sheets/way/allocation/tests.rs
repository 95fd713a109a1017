use super::*;
use crate::navigation::Sheet as Place;
use crate::policy::authority::Authority;
use crate::services::sample::today;
use crate::services::sheets::way::desk::Desk;

fn referred(authority: Authority) -> Desk {
    let mut desk = Desk::new(authority);
    desk.fills_in(
        Place::Referral,
        None,
        &[("referral-on", "2026-11-02"), ("referral-assessed", "2026-10-20")],
    );
    desk
}

const MEETING: [(&str, &str); 4] = [
    ("allocation-on", "2026-11-05"),
    ("allocation-chair", "Mo Khan"),
    ("allocation-needs", "A calm home"),
    ("allocation-missing", "The plan follows on Monday"),
];

#[test]
fn the_family_is_allocated_to_one_social_worker_who_joins_with_the_meeting() {
    let mut desk = referred(Authority::WestSussex);
    let (sam, _) = desk.sample.book.team.all().find(|(_, it)| it.role == Role::SocialWorker).unwrap();
    let recovery = Role::RecoveryWorker;
    let how_much = field::how_much(&recovery);
    let mut typed = MEETING.to_vec();
    let sam = sam.to_string();
    typed.extend([("allocation-worker", sam.as_str()), ("allocation-support", recovery.code())]);
    let wrong = desk.mends(Place::Allocation, None, &typed);
    assert_eq!(wrong, [(how_much.clone(), "Enter how much support they give".to_owned())]);
    typed.push((how_much.as_str(), "One to one every week"));
    desk.fills_in(Place::Allocation, None, &typed);
    let (id, meeting) = desk.sample.book.allocation_on(today()).unwrap();
    let id = id.to_string();
    assert_eq!(meeting.support[0].how_much, "One to one every week");
    assert!(meeting.missing.iter().any(|gap| gap == "A threshold decision"), "as it was shown");
    let (_, worker) = desk.sample.book.social_worker_on(today()).unwrap();
    assert_eq!((worker.name.as_str(), worker.practitioner.is_some()), ("Sam Holt", true));
    let change = [("allocation-present", "Rana Ali"), ("allocation-reason", "Forgotten")];
    desk.fills_in(Place::Allocation, Some(&id), &change);
    let (_, changed) = desk.sample.book.allocation_on(today()).unwrap();
    assert_eq!((changed.present.as_str(), changed.support.len()), ("Rana Ali", 1));
    assert_eq!(desk.sample.book.memberships.all().count(), 1, "nobody joins twice");
}

#[test]
fn what_is_missing_is_said_at_its_box_and_what_is_refused_too() {
    let mut desk = referred(Authority::WestSussex);
    let new = |name: &'static str| {
        [MEETING.to_vec(), vec![("allocation-worker", "new"), ("allocation-new-worker", name)]].concat()
    };
    for (typed, at) in [
        (vec![], "allocation-on"),
        (new(""), "allocation-new-worker"),
        ([new("Ida Ross"), vec![("allocation-on", "2026-11-30")]].concat(), "allocation-on"),
    ] {
        assert_eq!(desk.mends(Place::Allocation, None, &typed)[0].0, at);
    }
    for (typed, at) in [
        ([new("Ida Ross"), vec![("allocation-missing", "")]].concat(), "allocation-missing"),
        ([new("Ida Ross"), vec![("allocation-on", "2026-10-30")]].concat(), "allocation-on"),
    ] {
        assert_eq!(desk.is_refused(Place::Allocation, None, &typed).0, at);
    }
    desk.fills_in(Place::Allocation, None, &new("Ida Ross"));
    let (_, worker) = desk.sample.book.social_worker_on(today()).unwrap();
    assert_eq!(worker.name, "Ida Ross");
}

#[test]
fn without_public_funds_the_social_worker_leads() {
    let mut desk = referred(Authority::WestSussex);
    let asks = |desk: &Desk| {
        desk.form(Place::Allocation, None).questions.iter().any(|it| it.what.id() == Some(field::LEAD))
    };
    assert!(asks(&desk));
    desk.fills_in(Place::NoPublicFunds, None, &[("funds-applies", "yes")]);
    assert!(!asks(&desk));
}
