//! Who can come to a supervision, and who is asked for a summary before it.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::allocation::Membership;
use crate::model::ids::PractitionerId;
use crate::model::practitioner::Role;
use crate::model::supervision::Guest;
use crate::services::here::Here;
use crate::services::sheet::{Answer, Question, What, many};
use crate::services::typed::{Fields, Typed};
use crate::workbook::round::Meeting;

/// Someone of the team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colleague {
    pub id: PractitionerId,
    pub name: String,
    /// None: somebody who never recorded here and is in no team list.
    pub role: Option<Role>,
}

impl Colleague {
    /// Whether they work with the family themselves, and so write a summary and a rating.
    pub fn works_with_family(&self) -> bool {
        !matches!(self.role, Some(Role::TeamManager | Role::Administrator | Role::ReferringTeam))
    }
}

/// Everyone in the team today, whoever looks, and these others; by name.
pub fn colleagues(here: &Here<'_>, named: impl IntoIterator<Item = PractitionerId>) -> Vec<Colleague> {
    let book = here.book;
    let mut found: BTreeMap<PractitionerId, (String, Option<Role>)> = BTreeMap::new();
    found.insert(here.me.id, (here.me.name.clone(), Some(here.me.role.clone())));
    for (_, member) in book.team_on(here.today) {
        if let Some(id) = member.practitioner {
            found.insert(id, (member.name.clone(), Some(member.role.clone())));
        }
    }
    let gone: BTreeSet<PractitionerId> = book
        .memberships
        .all()
        .filter(|(_, member)| !member.is_on(here.today))
        .filter_map(|(_, member)| member.practitioner)
        .filter(|id| !found.contains_key(id))
        .collect();
    for (id, member) in book.team.all().filter(|(id, _)| !gone.contains(id)) {
        found.insert(id, (member.name.clone(), Some(member.role.clone())));
    }
    for id in named {
        let role = || book.team.current(id).map(|member| member.role.clone());
        found.entry(id).or_insert_with(|| (book.author_name(id), role()));
    }
    let mut colleagues: Vec<Colleague> =
        found.into_iter().map(|(id, (name, role))| Colleague { id, name, role }).collect();
    colleagues.sort_by(|one, other| (&one.name, one.id).cmp(&(&other.name, other.id)));
    colleagues
}

/// Everyone whom a supervision names.
pub fn named(meeting: &Meeting<'_>) -> BTreeSet<PractitionerId> {
    let plan = meeting.plan();
    let held = meeting.held();
    let planned = plan.into_iter().flat_map(|plan| plan.invited.iter().chain(plan.chair.iter()));
    let came =
        held.into_iter().flat_map(|held| held.present.iter().chain(held.absent.keys()).chain(&held.chair));
    let took_part = meeting.contributors().into_iter().map(|of| of.practitioner);
    planned.chain(came).copied().chain(took_part).collect()
}

/// As [`colleagues`], with whoever a supervision names.
pub fn colleagues_of(here: &Here<'_>, meeting: Option<&Meeting<'_>>) -> Vec<Colleague> {
    colleagues(here, meeting.map(named).unwrap_or_default())
}

/// Those in the team today who never recorded with this family: they are invited by name.
pub fn not_here_yet(here: &Here<'_>) -> Vec<Guest> {
    let team = here.book.team_on(here.today).into_iter().map(|(_, member)| member);
    let named = team.filter(|member| member.practitioner.is_none());
    let guest = |member: &Membership| Guest {
        name: member.name.clone(),
        from: here.profile().role_name(&member.role).to_owned(),
    };
    named.map(guest).collect()
}

/// The name and role of one of the team: "S Holt, social worker" as the authority calls it.
pub fn described(here: &Here<'_>, colleague: &Colleague) -> String {
    match &colleague.role {
        Some(role) => format!("{}, {}", colleague.name, here.profile().role_name(role)),
        None => colleague.name.clone(),
    }
}

/// Colleagues to choose from.
pub fn answers(here: &Here<'_>, colleagues: &[Colleague]) -> Vec<Answer> {
    colleagues.iter().map(|it| Answer::new(it.id, described(here, it))).collect()
}

/// The boxes that say who is invited: of the team, and others.
pub fn invitation(
    here: &Here<'_>,
    meeting: Option<&Meeting<'_>>,
    invited: &str,
    guests: &str,
) -> [Question; 2] {
    let colleagues = colleagues_of(here, meeting);
    [
        many(invited, "Who is invited from the team?", answers(here, &colleagues)).asked(),
        What::Text {
            id: guests.to_owned(),
            label: "Who else is invited? (optional)".to_owned(),
            hint: Some(
                "One person on each line, with where they are from: Ms Harebell, Oak School.".to_owned(),
            ),
            rows: 3,
        }
        .asked(),
    ]
}

/// What stands in the boxes of [`invitation`].
pub fn put_invitation(
    fields: &mut Fields,
    (invited, guests): (&str, &str),
    (team, others): (&BTreeSet<PractitionerId>, &[Guest]),
) {
    let team: Vec<String> = team.iter().map(ToString::to_string).collect();
    let other = |guest: &Guest| match guest.from.trim().is_empty() {
        true => guest.name.clone(),
        false => format!("{}, {}", guest.name, guest.from),
    };
    let others: Vec<String> = others.iter().map(other).collect();
    fields.insert(invited.to_owned(), team.join("\n"));
    fields.insert(guests.to_owned(), others.join("\n"));
}

/// Who is invited.
pub fn read_invitation(
    boxes: Typed<'_>,
    invited: &str,
    guests: &str,
) -> (BTreeSet<PractitionerId>, Vec<Guest>) {
    let team = boxes.lines(invited).into_iter().filter_map(|id| id.parse().ok()).collect();
    let guest = |line: &str| {
        let (name, from) = line.split_once(',').unwrap_or((line, ""));
        Guest { name: name.trim().to_owned(), from: from.trim().to_owned() }
    };
    (team, boxes.lines(guests).into_iter().map(guest).collect())
}
