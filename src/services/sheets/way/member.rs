//! Somebody's time in the team around the family (`domain.md` R21 to R27).

use crate::model::allocation::Membership;
use crate::model::ids::{MembershipId, PractitionerId};
use crate::model::practitioner::Role;
use crate::navigation::{FamilyPage, Leaf};
use crate::services::here::Here;
use crate::services::sheet::{Answer, Sheet, What, date, line, near_date, pick, text};
use crate::services::sheets::{Fresh, no_id};
use crate::services::typed::{Fields, Wrong};
use crate::workbook::decide::way::Way;
use crate::workbook::decide::{Command, Field};

use super::{Filled, Reading};

/// The ids of the boxes. They stand in drafts, so they stay.
mod field {
    pub const NAME: &str = "member-name";
    pub const ROLE: &str = "member-role";
    pub const OTHER: &str = "member-other";
    pub const EMPLOYER: &str = "member-employer";
    pub const FROM: &str = "member-from";
    pub const UNTIL: &str = "member-until";
    pub const WHY: &str = "member-why";
}

const OTHER: &str = "something_else";

/// Whom the form is about.
enum Who<'a> {
    New,
    /// Somebody who recorded here, and of whom nobody said yet that they are in the team.
    Known(PractitionerId),
    Member(MembershipId, &'a Membership),
}

fn who<'a>(of: Option<&str>, here: &Here<'a>) -> Option<Who<'a>> {
    let Some(of) = of else { return Some(Who::New) };
    let member = || {
        let id = of.parse().ok()?;
        here.book.memberships.current(id).map(|member| Who::Member(id, member))
    };
    let known = || {
        let id = of.parse().ok()?;
        here.book.team.current(id).map(|_| Who::Known(id))
    };
    member().or_else(known)
}

/// The roles to choose from, in the authority's words.
fn roles(here: &Here<'_>) -> Vec<Answer> {
    let known = |role: &Role| Answer::new(role.code(), here.profile().role_name(role));
    let own = own_roles(here).map(|words| Answer::new(words, words));
    Role::KNOWN.iter().map(known).chain(own).chain([Answer::new(OTHER, "Something else")]).collect()
}

/// Roles that only this authority has. They are kept in its words, which every other reads too.
fn own_roles<'a>(here: &Here<'a>) -> impl Iterator<Item = &'a str> {
    let roles = here.history.on(here.today).roles.iter();
    roles
        .filter(|(code, _)| Role::KNOWN.iter().all(|role| role.code() != code.as_str()))
        .map(|(_, word)| word.word.as_str())
}

pub fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let who = who(of, here)?;
    let mut questions = vec![line(field::NAME, "What is their name?").asked()];
    match &who {
        // A meeting names this time in the team for the role it was in.
        Who::Member(_, member) => {
            let role = here.profile().role_name(&member.role);
            questions.push(
                What::Words(format!(
                    "Their role is {role}. Somebody who takes another role joins the team again in that role."
                ))
                .asked(),
            );
        }
        Who::New | Who::Known(_) => questions.extend([
            pick(field::ROLE, "What is their role?", roles(here)).asked(),
            line(field::OTHER, "What is their role called?").when(field::ROLE, [OTHER]),
        ]),
    }
    let changes = matches!(who, Who::Member(..));
    let why = match changes {
        true => text(field::WHY, "What are they here to do? If they leave, why?"),
        false => text(field::WHY, "What are they here to do? (optional)"),
    };
    questions.extend([
        line(field::EMPLOYER, "Who employs them? (optional)").asked(),
        near_date(field::FROM, "From which day are they in the team?").asked(),
        date(field::UNTIL, "Until which day? (optional)")
            .hinted("Leave it empty while they are in the team.")
            .asked(),
        why.asked(),
    ]);
    Some(Sheet {
        heading: if changes { "Change or end a time in the team" } else { "Add somebody to the team" }.to_owned(),
        caption: None,
        intro: vec![
            "A colleague need not have recorded anything here to be in the team. Whoever leaves stays on record."
                .to_owned(),
        ],
        questions,
        save: "Save team member",
        done: "The team was recorded".to_owned(),
        back: FamilyPage::leaf(Leaf::Referral),
        filled: boxes(&who, here),
        at: super::super::at([(Field::Text, field::NAME), (Field::Date, field::UNTIL), (Field::Why, field::WHY)]),
    })
}

fn boxes(who: &Who<'_>, here: &Here<'_>) -> Fields {
    let role = |filled: Filled, role: &Role| match role {
        Role::Other(words) if own_roles(here).any(|own| own == words) => filled.text(field::ROLE, words),
        Role::Other(words) => filled.text(field::ROLE, OTHER).text(field::OTHER, words),
        known => filled.text(field::ROLE, known.code()),
    };
    match who {
        Who::New => Fields::new(),
        Who::Known(id) => {
            let Some(known) = here.book.team.current(*id) else { return Fields::new() };
            let filled = Filled::default().text(field::NAME, &known.name);
            role(filled.text(field::EMPLOYER, &known.employer), &known.role).0
        }
        Who::Member(_, member) => {
            Filled::default()
                .text(field::NAME, &member.name)
                .text(field::EMPLOYER, &member.employer)
                .day(field::FROM, Some(member.from))
                .day(field::UNTIL, member.until)
                .text(field::WHY, &member.why)
                .0
        }
    }
}

pub fn read(
    of: Option<&str>,
    here: &Here<'_>,
    typed: &Fields,
    fresh: Fresh<'_>,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let Some(who) = who(of, here) else { return Ok(Vec::new()) };
    let mut form = Reading::of(typed, here);
    let name = form.needed_text(field::NAME, "Enter their name");
    let role = match &who {
        Who::Member(_, member) => Some(member.role.clone()),
        Who::New | Who::Known(_) => role(&mut form),
    };
    let before = form.wrong.len();
    let from = form.day(field::FROM, "The first day");
    if from.is_none() && form.wrong.len() == before {
        form.missing(field::FROM, "Enter from which day they are in the team");
    }
    let until = form.day(field::UNTIL, "The last day");
    if let (Some(from), Some(until)) = (from, until)
        && until < from
    {
        form.missing(field::UNTIL, "The last day must be on or after the first");
    }
    let why = form.text(field::WHY);
    if until.is_some() && why.is_empty() {
        form.missing(field::WHY, "Enter why they are leaving the team");
    }
    let (Some(role), Some(from), true) = (role, from, form.wrong.is_empty()) else { return Err(form.wrong) };
    let practitioner = match &who {
        Who::New => None,
        Who::Known(id) => Some(*id),
        Who::Member(_, member) => member.practitioner,
    };
    let id = match who {
        Who::Member(id, _) => Some(id),
        Who::New | Who::Known(_) => fresh().map(MembershipId::from_bytes),
    };
    let Some(id) = id else { return Err(no_id(field::NAME)) };
    let membership =
        Membership { name, role, employer: form.text(field::EMPLOYER), practitioner, from, until, why };
    let seen = here.book.memberships.head_ids(id);
    Ok(vec![Way::RecordMembership { id, membership, seen }.into()])
}

fn role(form: &mut Reading<'_>) -> Option<Role> {
    match form.boxes.text(field::ROLE) {
        "" => {
            form.missing(field::ROLE, "Select their role");
            None
        }
        OTHER => {
            let words = form.needed_text(field::OTHER, "Enter what their role is called");
            (!words.is_empty()).then_some(Role::Other(words))
        }
        code => Some(Role::from(code.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::navigation::Sheet as Place;
    use crate::policy::authority::Authority;
    use crate::services::sheets::way::desk::Desk;

    #[test]
    fn somebody_joins_and_leaves_and_their_role_stays() {
        let mut desk = Desk::new(Authority::WestSussex);
        let id = desk.welcomes("Priya Nair", "recovery_worker");
        let end = [("member-until", "2026-11-20")];
        assert_eq!(
            desk.mends(Place::Member, Some(&id), &end),
            [("member-why".to_owned(), "Enter why they are leaving the team".to_owned())]
        );
        desk.fills_in(Place::Member, Some(&id), &[end[0], ("member-why", "Her contract ended")]);
        let (_, member) = desk.sample.book.memberships.all().next().unwrap();
        assert_eq!((&member.role, member.why.as_str()), (&Role::RecoveryWorker, "Her contract ended"));
        assert!(!member.is_on(crate::services::sample::today()));
        assert!(
            desk.form(Place::Member, Some(&id))
                .questions
                .iter()
                .all(|it| it.what.id() != Some("member-role"))
        );
        let back = [("member-until", "2026-10-01")];
        assert_eq!(desk.mends(Place::Member, Some(&id), &back)[0].0, "member-until");
    }

    #[test]
    fn who_recorded_here_is_not_typed_again() {
        let mut desk = Desk::new(Authority::WestSussex);
        let (sam, _) = desk.sample.book.team.all().next().unwrap();
        desk.fills_in(Place::Member, Some(&sam.to_string()), &[("member-from", "2026-11-02")]);
        let (_, member) = desk.sample.book.memberships.all().next().unwrap();
        assert_eq!((member.name.as_str(), member.practitioner), ("Sam Holt", Some(sam)));
        assert_eq!(member.role, Role::SocialWorker);
    }

    #[test]
    fn a_role_that_only_this_authority_has_is_offered_and_kept_in_its_words() {
        let mut desk = Desk::new(Authority::Warwickshire);
        let words = "Family support worker";
        assert!(roles(&desk.here()).iter().any(|role| role.value == words));
        desk.welcomes("Jo Bird", words);
        let (_, member) = desk.sample.book.memberships.all().next().unwrap();
        assert_eq!(member.role, Role::Other(words.into()));
        let elsewhere = Desk::new(Authority::Walsall);
        assert!(roles(&elsewhere.here()).iter().all(|role| role.value != words));
    }

    #[test]
    fn a_role_of_its_own_is_named() {
        let mut desk = Desk::new(Authority::WestSussex);
        let typed =
            [("member-name", "Lee"), ("member-role", "something_else"), ("member-from", "2026-11-02")];
        let wrong = desk.mends(Place::Member, None, &typed);
        assert_eq!(wrong, [("member-other".to_owned(), "Enter what their role is called".to_owned())]);
        desk.fills_in(
            Place::Member,
            None,
            &[typed[0], typed[1], typed[2], ("member-other", "Housing officer")],
        );
        let (_, member) = desk.sample.book.memberships.all().next().unwrap();
        assert_eq!(member.role, Role::Other("Housing officer".into()));
    }
}
