//! The allocation meeting: the one social worker, who leads, how much support adult workers give, and why the family
//! is taken on though something is missing (`domain.md` R16, R19, R69).

mod support;

use crate::model::allocation::{AllocationMeeting, Membership, Support};
use crate::model::ids::{AllocationId, MembershipId, PractitionerId};
use crate::model::practitioner::Role;
use crate::navigation::{FamilyPage, Leaf};
use crate::services::here::Here;
use crate::services::sheet::{Answer, Question, Sheet, What, line, near_date, pick, text};
use crate::services::sheets::{Fresh, no_id};
use crate::services::typed::{Fields, Wrong};
use crate::workbook::decide::way::Way;
use crate::workbook::decide::{Command, Field};
use crate::workbook::fact::Whole;

use super::{Changed, Filled, Reading, changed, why_changed, workers};

/// The ids of the boxes. They stand in drafts, so they stay.
mod field {
    use crate::model::practitioner::Role;

    pub const ON: &str = "allocation-on";
    pub const CHAIR: &str = "allocation-chair";
    pub const PRESENT: &str = "allocation-present";
    pub const WORKER: &str = "allocation-worker";
    pub const NEW_WORKER: &str = "allocation-new-worker";
    pub const LEAD: &str = "allocation-lead";
    pub const SUPPORT: &str = "allocation-support";
    pub const NEEDS: &str = "allocation-needs";
    pub const CHANGE: &str = "allocation-change";
    pub const CAPACITY: &str = "allocation-capacity";
    pub const MISSING: &str = "allocation-missing";
    pub const REASON: &str = "allocation-reason";

    /// How much one service gives.
    pub fn how_much(role: &Role) -> String {
        format!("allocation-how-much-{}", role.code().replace(|c: char| !c.is_ascii_alphanumeric(), "-"))
    }
}

/// A social worker who is not in the team yet.
const NEW: &str = "new";

fn stands<'a>(of: Option<&str>, here: &Here<'a>) -> Changed<'a, AllocationId, AllocationMeeting> {
    changed(of, &here.book.allocations)
}

pub fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let stands = stands(of, here)?;
    let mut at = vec![(Field::Date, field::ON), (Field::Text, field::CHAIR), (Field::Worker, field::WORKER)];
    let mut questions = vec![
        near_date(field::ON, "When was the allocation meeting?").asked(),
        line(field::CHAIR, "Who chaired it?").asked(),
        line(field::PRESENT, "Who else was there? (optional)").asked(),
        pick(field::WORKER, "Which social worker is the family allocated to?", social_workers(here))
            .hinted("One social worker. They are in the team from the day of the meeting at the latest.")
            .asked(),
        line(field::NEW_WORKER, "What is their name?").when(field::WORKER, [NEW]),
    ];
    questions.push(lead(here));
    questions.extend(support::asked(here, stands.map(|(_, meeting)| meeting)));
    let gaps = here.book.entry_gaps(&here.rules());
    if !gaps.is_empty() {
        let gaps: Vec<&str> = gaps.iter().map(|gap| gap.words()).collect();
        questions.push(What::Warning(format!("Not there yet: {}.", gaps.join("; "))).asked());
        questions
            .push(text(field::MISSING, "Why is the family taken on although this is not there?").asked());
        at.push((Field::Why, field::MISSING));
    }
    if stands.is_some() {
        questions.push(why_changed(field::REASON));
        at.push((Field::Reason, field::REASON));
    }
    Some(Sheet {
        heading: if stands.is_some() {
            "Change an allocation meeting"
        } else {
            "Record the allocation meeting"
        }
        .to_owned(),
        caption: None,
        intro: Vec::new(),
        questions,
        save: "Save allocation",
        done: "The allocation was recorded".to_owned(),
        back: FamilyPage::leaf(Leaf::Referral),
        filled: stands.map(|(_, meeting)| boxes(meeting)).unwrap_or_default(),
        at: at.into_iter().map(|(field, id)| (field, id.to_owned())).collect(),
    })
}

/// Who is in the team as a social worker, who recorded here as one, and somebody new.
fn social_workers(here: &Here<'_>) -> Vec<Answer> {
    let mut answers = workers(here, |role| *role == Role::SocialWorker);
    let named =
        |id: PractitionerId| here.book.memberships.all().any(|(_, member)| member.practitioner == Some(id));
    let recorded = here.book.team.all().filter(|(id, it)| it.role == Role::SocialWorker && !named(*id));
    answers.extend(recorded.map(|(id, it)| Answer::new(id, format!("{}, who recorded here", it.name))));
    answers.push(Answer::new(NEW, "Somebody who is not in the team yet"));
    answers
}

fn is_without_public_funds(here: &Here<'_>) -> bool {
    here.book.no_recourse.current(Whole::Family).is_some_and(|it| it.applies)
}

fn lead(here: &Here<'_>) -> Question {
    if is_without_public_funds(here) {
        let words = "The family has no recourse to public funds: the social worker leads the work.";
        return What::Words(words.to_owned()).asked();
    }
    pick(field::LEAD, "Who leads the work, if not the social worker? (optional)", workers(here, |_| true))
        .asked()
}

fn boxes(meeting: &AllocationMeeting) -> Fields {
    let filled = Filled::default()
        .day(field::ON, Some(meeting.held_on))
        .text(field::CHAIR, &meeting.chaired_by)
        .text(field::PRESENT, &meeting.present)
        .text(field::WORKER, meeting.social_worker)
        .text(field::LEAD, meeting.lead_practitioner.map(|id| id.to_string()).unwrap_or_default())
        .many(field::SUPPORT, meeting.support.iter().map(|support| support.role.code()))
        .text(field::NEEDS, &meeting.needs)
        .text(field::CHANGE, &meeting.capacity_to_change)
        .text(field::CAPACITY, &meeting.team_capacity)
        .text(field::MISSING, &meeting.missing_why);
    let how_much = |filled: Filled, it: &Support| filled.text(field::how_much(&it.role), &it.how_much);
    meeting.support.iter().fold(filled, how_much).0
}

pub fn read(
    of: Option<&str>,
    here: &Here<'_>,
    typed: &Fields,
    fresh: Fresh<'_>,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let Some(stands) = stands(of, here) else { return Ok(Vec::new()) };
    let mut form = Reading::of(typed, here);
    let on = form.needed_past(field::ON, "The date of the meeting", "Enter when the meeting was");
    let chaired_by = form.needed_text(field::CHAIR, "Enter who chaired the meeting");
    if form.text(field::WORKER).is_empty() {
        form.missing(field::WORKER, "Select the social worker to whom the family is allocated");
    }
    if form.is(field::WORKER, NEW) {
        form.needed_text(field::NEW_WORKER, "Enter the name of the social worker");
    }
    let mut lead_practitioner: Option<MembershipId> = form.id(field::LEAD);
    if is_without_public_funds(here) {
        lead_practitioner = None;
    }
    let in_team = |id| here.book.memberships.current(id).zip(on).is_none_or(|(it, on)| it.is_on(on));
    if lead_practitioner.is_some_and(|lead| !in_team(lead)) {
        form.missing(field::LEAD, "Select somebody who is in the team on the day of the meeting");
    }
    let support = support::given(&mut form);
    let reason = form.reason(field::REASON, stands.is_some());
    let (Some(held_on), true) = (on, form.wrong.is_empty()) else { return Err(form.wrong) };
    let mut commands = Vec::new();
    let Some(social_worker) = worker(here, &form, held_on, fresh, &mut commands) else {
        return Err(no_id(field::WORKER));
    };
    let id = stands.map(|(id, _)| id).or_else(|| fresh().map(AllocationId::from_bytes));
    let Some(id) = id else { return Err(no_id(field::ON)) };
    let meeting = AllocationMeeting {
        held_on,
        chaired_by,
        present: form.text(field::PRESENT),
        social_worker,
        lead_practitioner,
        support,
        needs: form.text(field::NEEDS),
        capacity_to_change: form.text(field::CHANGE),
        team_capacity: form.text(field::CAPACITY),
        missing: Vec::new(),
        missing_why: form.text(field::MISSING),
    };
    let seen = here.book.allocations.head_ids(id);
    commands.push(Way::RecordAllocation { id, meeting, reason, seen }.into());
    Ok(commands)
}

/// The social worker's time in the team; where it is not on record yet, it begins with the meeting.
fn worker(
    here: &Here<'_>,
    form: &Reading<'_>,
    from: chrono::NaiveDate,
    fresh: Fresh<'_>,
    commands: &mut Vec<Command>,
) -> Option<MembershipId> {
    let own: Option<MembershipId> = form.id(field::WORKER);
    if let Some(own) = own.filter(|own| here.book.memberships.current(*own).is_some()) {
        return Some(own);
    }
    let known: Option<PractitionerId> = form.id(field::WORKER);
    let known = known.and_then(|id| here.book.team.current(id).map(|member| (id, member)));
    let membership = Membership {
        name: known.map_or_else(|| form.text(field::NEW_WORKER), |(_, member)| member.name.clone()),
        role: Role::SocialWorker,
        employer: known.map(|(_, member)| member.employer.clone()).unwrap_or_default(),
        practitioner: known.map(|(id, _)| id),
        from,
        until: None,
        why: String::new(),
    };
    let id = MembershipId::from_bytes(fresh()?);
    commands.push(Way::RecordMembership { id, membership, seen: Vec::new() }.into());
    Some(id)
}

#[cfg(test)]
mod tests;
