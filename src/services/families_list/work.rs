//! How the work with one family stands, in the few words of a list.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};

use crate::model::ids::PractitionerId;
use crate::model::rating::Rag;
use crate::model::status::PlanStatus;
use crate::policy::clocks::due::Due;
use crate::policy::clocks::when::When;
use crate::policy::london::london;
use crate::policy::profile::Profile;
use crate::policy::profile::history::ProfileHistory;
use crate::policy::profile::practice::Part;
use crate::policy::profile::timescale::Timescale;
use crate::services::leaves::due::worked_out;
use crate::workbook::fold::Workbook;

/// The visits for which somebody has to see a child by some day.
const VISITS: [Timescale; 5] = [
    Timescale::T11Visit,
    Timescale::T20ChildInNeedVisit,
    Timescale::T20ChildProtectionVisit,
    Timescale::T20FirstPlacementVisit,
    Timescale::T20PlacementVisit,
];

/// What somebody has to do with a family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mine {
    /// The family is allocated to them, or they lead the work.
    Lead,
    Team,
    #[default]
    No,
}

impl Mine {
    pub const ALL: [Self; 3] = [Self::Lead, Self::Team, Self::No];

    /// Its value in the list of filters.
    pub fn code(self) -> &'static str {
        match self {
            Self::Lead => "lead",
            Self::Team => "team",
            Self::No => "no",
        }
    }

    pub fn label(self) -> &'static str {
        match self {
            Self::Lead => "I lead the work",
            Self::Team => "I am in the team",
            Self::No => "I am not in the team",
        }
    }
}

/// How the work stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Work {
    /// The rating that was agreed last.
    pub rating: Option<Rag>,
    /// The plans that the children have now.
    pub plans: BTreeSet<PlanStatus>,
    pub looked_after: bool,
    /// The day for which the next supervision is planned; it has passed where nobody recorded that it was held.
    pub supervision: Option<NaiveDate>,
    /// When a child has to be seen next.
    pub visit: Option<NaiveDate>,
    pub mine: Mine,
    pub closed: bool,
}

impl Work {
    pub(super) fn of(
        book: &Workbook,
        history: &ProfileHistory,
        me: PractitionerId,
        now: DateTime<Utc>,
    ) -> Self {
        let today = london(now).date();
        let statuses: Vec<_> =
            book.children().into_iter().filter_map(|(child, _)| book.status_on(child, today)).collect();
        let (due, _) = worked_out(book, history, now);
        let to_see = |due: &&Due| due.is_outstanding() && VISITS.contains(&due.timescale);
        Self {
            rating: book.agreed_rating().map(|it| it.agreed.level),
            plans: statuses
                .iter()
                .map(|status| status.plan)
                .filter(|plan| *plan != PlanStatus::None)
                .collect(),
            looked_after: statuses.iter().any(|status| status.looked_after),
            supervision: book.next_meeting().and_then(|meeting| meeting.day()),
            visit: due.iter().filter(to_see).filter_map(|due| due.due.map(When::day)).min(),
            mine: mine(book, me, today),
            closed: book.closed_on().is_some(),
        }
    }
}

/// By the team that was named; before anybody was, by who records and to whom it was allocated.
pub fn mine(book: &Workbook, me: PractitionerId, today: NaiveDate) -> Mine {
    let own = |member: &crate::model::allocation::Membership| member.practitioner == Some(me);
    let leads = [book.lead_on(today), book.social_worker_on(today)];
    let team = book.team_on(today);
    let recorder = book.team.current(me);
    if leads.into_iter().flatten().any(|(_, member)| own(member)) {
        return Mine::Lead;
    }
    match (team.is_empty(), recorder) {
        (true, Some(member)) if member.allocated => Mine::Lead,
        (true, Some(_)) => Mine::Team,
        (false, _) if team.iter().any(|(_, member)| own(member)) => Mine::Team,
        _ => Mine::No,
    }
}

/// Which columns and filters an authority has a use for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Columns {
    pub rating: bool,
    pub supervision: bool,
    pub visit: bool,
}

impl Columns {
    pub fn of(profile: &Profile) -> Self {
        let runs = |timescale: &Timescale| profile.rule(*timescale).is_some_and(|rule| rule.on);
        Self {
            rating: profile.uses(Part::Rating),
            supervision: profile.uses(Part::GroupSupervision),
            visit: VISITS.iter().any(runs),
        }
    }
}
