//! To whom the family is allocated, and who is and was in the team around it.

use crate::model::allocation::{AllocationMeeting, Membership};
use crate::model::dates::day_words;
use crate::model::ids::{AllocationId, MembershipId, PractitionerId};
use crate::model::practitioner::TeamMember;
use crate::navigation::{FamilyPage, Leaf as Place, Route, Sheet};
use crate::services::here::Here;
use crate::services::leaf::{Card, Cell, Part, Row, Way};
use crate::workbook::consent::ReferralConsent;
use crate::workbook::decide::permission::Act;
use crate::workbook::decide::way::Mistaken;

use super::{actions, change, facts, in_error, way};

pub(super) fn allocation(here: &Here<'_>) -> Vec<Part> {
    let mut parts = vec![Part::Heading("Allocation".to_owned())];
    if here.book.allocation_on(here.today).is_none() {
        parts.push(Part::Words(not_allocated(here)));
        parts.push(first(here));
    }
    let meetings = here.book.allocation_meetings();
    parts.extend(meetings.into_iter().rev().map(|(id, meeting)| Part::Card(card(here, id, meeting))));
    if here.book.allocation_on(here.today).is_some() && here.may(Act::Allocate) {
        let ways = vec![way(here, "Record another allocation meeting", Sheet::Allocation)];
        parts.push(Part::Actions { ways, primary: false });
    }
    parts
}

/// The meeting; before it, where the authority asks for it, the family's consent to the referral.
fn first(here: &Here<'_>) -> Part {
    if here.rules().referral_needs_consent
        && !matches!(here.book.referral_consent(), ReferralConsent::Given | ReferralConsent::NotNeeded)
    {
        let to = Route::family(here.book.id, FamilyPage::leaf(Place::Consent));
        let words = "Record consent to the referral first";
        return Part::Actions { ways: vec![Way::new(words, to)], primary: false };
    }
    let ways = vec![way(here, "Record the allocation meeting", Sheet::Allocation)];
    actions(here, Act::Allocate, false, ways)
}

/// Who said that the family is theirs, before anybody recorded the meeting.
fn not_allocated(here: &Here<'_>) -> String {
    let mut says = here.book.team.all().filter(|(_, member)| member.allocated);
    match says.next() {
        Some((_, member)) => {
            format!(
                "{} said that the family is allocated to them. The meeting is not recorded yet.",
                member.name
            )
        }
        None => {
            "The meeting appears here once it is held: the one social worker, and the support for the adults."
                .to_owned()
        }
    }
}

fn card(here: &Here<'_>, id: AllocationId, meeting: &AllocationMeeting) -> Card {
    let name = |id: MembershipId| {
        here.book.memberships.current(id).map(|member| member.name.clone()).unwrap_or_default()
    };
    let role = |support: &crate::model::allocation::Support| {
        format!("{}: {}", here.profile().role_name(&support.role), support.how_much)
    };
    let support: Vec<String> = meeting.support.iter().map(role).collect();
    let facts = facts([
        ("Social worker", name(meeting.social_worker)),
        ("Leads the work", meeting.lead_practitioner.map(name).unwrap_or_default()),
        ("Chaired by", meeting.chaired_by.clone()),
        ("Also there", meeting.present.clone()),
        ("Support for the adults", support.join("\n")),
        ("What the family needs", meeting.needs.clone()),
        ("What it can change now", meeting.capacity_to_change.clone()),
        ("What the team can give now", meeting.team_capacity.clone()),
        ("Not there when the family came", meeting.missing.join("\n")),
        ("Why it was taken on all the same", meeting.missing_why.clone()),
    ]);
    let ways = change(here, Act::Allocate, Sheet::Allocation, id, Mistaken::Allocation(id));
    Card { title: format!("Allocation meeting of {}", day_words(meeting.held_on)), tag: None, facts, ways }
}

pub(super) fn team(here: &Here<'_>) -> Vec<Part> {
    let mut parts = vec![Part::Heading("The team".to_owned())];
    let now = here.book.team_on(here.today);
    let mut before: Vec<(MembershipId, &Membership)> =
        here.book.memberships.all().filter(|(_, member)| !member.is_on(here.today)).collect();
    before.sort_by_key(|(id, member)| (std::cmp::Reverse(member.from), *id));
    match now.is_empty() {
        true => parts.push(Part::Words("Everyone who works with the family appears here.".to_owned())),
        false => parts.push(table(here, "In the team now", now)),
    }
    let recorded = recorded(here);
    if !recorded.is_empty() && here.may(Act::Allocate) {
        parts.push(Part::List(recorded.into_iter().map(|(id, member)| add(here, id, member)).collect()));
    }
    let ways = vec![way(here, "Add somebody to the team", Sheet::Member)];
    parts.push(actions(here, Act::Allocate, false, ways));
    if !before.is_empty() {
        parts.push(table(here, "Was in the team, or is to come", before));
    }
    parts.extend(mistakes(here));
    parts
}

/// Somebody who never was in the team. Who leaves is no mistake, and stays.
fn mistakes(here: &Here<'_>) -> Option<Part> {
    let row = |(id, member): (MembershipId, &Membership)| {
        let to = in_error(here, Mistaken::Membership(id))?.to;
        let role = here.profile().role_name(&member.role);
        Some(Row::link(format!("{}, {role}, since {}", member.name, day_words(member.from)), to))
    };
    let rows: Vec<Row> = here.book.memberships.all().filter_map(row).collect();
    let summary = "Somebody was added in error".to_owned();
    (!rows.is_empty()).then(|| Part::Details { summary, parts: vec![Part::List(rows)] })
}

/// Who recorded with this family, and of whom nobody said that they are in the team.
fn recorded<'a>(here: &Here<'a>) -> Vec<(PractitionerId, &'a TeamMember)> {
    let is_named = |id: PractitionerId, name: &str| {
        let mut members = here.book.memberships.all();
        members.any(|(_, it)| it.practitioner == Some(id) || it.name.trim().eq_ignore_ascii_case(name.trim()))
    };
    here.book.team.all().filter(|(id, member)| !is_named(*id, &member.name)).collect()
}

fn add(here: &Here<'_>, id: PractitionerId, member: &TeamMember) -> Row {
    let to = Route::family(here.book.id, FamilyPage::sheet_of(Sheet::Member, id));
    let role = here.profile().role_name(&member.role);
    Row {
        more: vec![format!("{role}. Has recorded here, and is not named as one of the team.")],
        ..Row::link(format!("Add {}", member.name), to)
    }
}

fn table(here: &Here<'_>, caption: &str, members: Vec<(MembershipId, &Membership)>) -> Part {
    let may = here.may(Act::Allocate);
    let allocated = here.book.social_worker_on(here.today).map(|(id, _)| id);
    let lead = here.book.lead_on(here.today).map(|(id, _)| id);
    let row = |(id, member): (MembershipId, &Membership)| {
        let mut role = here.profile().role_name(&member.role).to_owned();
        if allocated == Some(id) {
            role.push_str(", allocated");
        }
        if lead == Some(id) && lead != allocated {
            role.push_str(", leads the work");
        }
        let until = member.until.map(|until| format!(" to {}", day_words(until))).unwrap_or_default();
        let mut cells = vec![
            Cell::Words(member.name.clone()),
            Cell::Words(role),
            Cell::Words(format!("{}{until}", day_words(member.from))),
            Cell::Words(member.why.clone()),
        ];
        if may {
            let to = Route::family(here.book.id, FamilyPage::sheet_of(Sheet::Member, id));
            cells.push(Cell::Link("Change or end".to_owned(), format!("({})", member.name), to));
        }
        cells
    };
    let mut columns = ["Name", "Role", "Since", "What for, or why they left"].map(str::to_owned).to_vec();
    if may {
        columns.push("Change".to_owned());
    }
    Part::Table { caption: caption.to_owned(), columns, rows: members.into_iter().map(row).collect() }
}
