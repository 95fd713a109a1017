//! The child in need plan: a form for the whole with its first goal, and one for each goal after it (WAR 9;
//! `domain.md` R70 to R73, R79; `ux.md` S23).

mod frame;
mod goal;
mod step;
#[cfg(test)]
pub(crate) mod tests;
mod visiting;

use crate::model::ids::PlanId;
use crate::model::plan::Plan;
use crate::services::here::Here;
use crate::services::sheet::Sheet;
use crate::services::typed::{Fields, Wrong};
use crate::workbook::decide::Command;

use super::Fresh;

/// A goal of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// A new one.
    Another,
    /// One that stands, by its place.
    Goal(usize),
}

/// A goal, in an address: `<plan>.new`, or the plan and the number that people see.
pub fn address(plan: PlanId, which: Which) -> String {
    match which {
        Which::Another => format!("{plan}.new"),
        Which::Goal(place) => format!("{plan}.{}", place.saturating_add(1)),
    }
}

/// What the form is of.
enum Of<'a> {
    NewPlan,
    Plan(PlanId, &'a Plan),
    Goal(PlanId, &'a Plan, Which),
}

fn read_address<'a>(of: Option<&str>, here: &Here<'a>) -> Option<Of<'a>> {
    let Some(of) = of else { return Some(Of::NewPlan) };
    let (plan, goal) = of.split_once('.').map_or((of, None), |(plan, goal)| (plan, Some(goal)));
    let id: PlanId = plan.parse().ok()?;
    let plan = here.book.plans.current(id)?;
    Some(match goal {
        None => Of::Plan(id, plan),
        Some("new") => Of::Goal(id, plan, Which::Another),
        Some(number) => {
            let place = number.parse::<usize>().ok()?.checked_sub(1)?;
            plan.goals.get(place)?;
            Of::Goal(id, plan, Which::Goal(place))
        }
    })
}

/// "Plan of 3 March 2026 for Kayla".
fn caption(here: &Here<'_>, plan: &Plan) -> String {
    let names: Vec<String> = plan.children.iter().map(|child| here.book.name_of(*child)).collect();
    format!("Plan of {} for {}", crate::model::dates::day_words(plan.agreed_on), names.join(", "))
}

pub(super) fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    Some(match read_address(of, here)? {
        Of::NewPlan => frame::sheet(here, None),
        Of::Plan(id, plan) => frame::sheet(here, Some((id, plan))),
        Of::Goal(id, plan, which) => goal::sheet(here, id, plan, which)?,
    })
}

pub(super) fn read(
    of: Option<&str>,
    here: &Here<'_>,
    typed: &Fields,
    fresh: Fresh<'_>,
) -> Result<Vec<Command>, Vec<Wrong>> {
    match read_address(of, here) {
        None => Ok(Vec::new()),
        Some(Of::NewPlan) => frame::read(here, None, typed, fresh),
        Some(Of::Plan(id, plan)) => frame::read(here, Some((id, plan)), typed, fresh),
        Some(Of::Goal(id, plan, which)) => goal::read(here, id, plan, which, typed, fresh),
    }
}
