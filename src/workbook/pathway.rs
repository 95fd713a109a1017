//! What the guidance says of a pathway, and where it leaves a gap.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::model::ids::PersonId;
use crate::model::pathway::{Circumstance, Concern, Gap, Pathway, PathwayOf};
use crate::model::person::{Arrival, Person};
use crate::model::status::PlanStatus;

use super::decide::rules::{PathwayRule, Rules};
use super::fold::Workbook;

/// What the guidance says: the pathways that fit, and where it does not decide.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Guidance {
    pub fits: BTreeSet<Pathway>,
    pub gaps: BTreeSet<Gap>,
}

impl Guidance {
    /// The pathway, where the guidance leaves no doubt.
    pub fn decides(&self) -> Option<Pathway> {
        match (self.fits.iter().copied().collect::<Vec<_>>().as_slice(), self.gaps.is_empty()) {
            ([only], true) => Some(*only),
            _ => None,
        }
    }
}

impl Workbook {
    /// The pathway of the family or one child as it was chosen. A child without a choice of their own is on
    /// the family's.
    pub fn pathway(&self, of: PathwayOf) -> Option<Pathway> {
        let chosen = |of| self.pathways.current(of).map(|choice| choice.pathway);
        chosen(of).or_else(|| chosen(PathwayOf::Family)).or_else(|| self.pathway_in_words())
    }

    /// The pathway as it was written down when the family was added, before anybody chose one here.
    fn pathway_in_words(&self) -> Option<Pathway> {
        match self.family()?.current()?.pathway.trim() {
            "Family Safeguarding" => Some(Pathway::FamilySafeguarding),
            "Exploitation" => Some(Pathway::Exploitation),
            "Child in need service" => Some(Pathway::ChildInNeed),
            "" => None,
            _ => Some(Pathway::Another),
        }
    }

    /// What the authority's guidance says for these concerns and circumstances (`domain.md` R4, R5).
    pub fn pathway_guidance(
        &self,
        rules: &Rules,
        of: PathwayOf,
        concerns: &BTreeSet<Concern>,
        circumstances: &BTreeSet<Circumstance>,
        today: NaiveDate,
    ) -> Guidance {
        let mut said = Guidance::default();
        let children = self.children_of_pathway(of);
        match rules.pathway {
            PathwayRule::NotSaid => {
                said.gaps.insert(Gap::NotSaid);
            }
            PathwayRule::AgesNotGiven => {
                said.gaps.insert(Gap::AgesNotGiven);
            }
            PathwayRule::One => {
                said.fits.insert(Pathway::ChildInNeed);
            }
            PathwayRule::Age(limit) => {
                by_age(&mut said, limit, concerns, &children, today);
            }
        }
        let with_another = |child: &PersonId| {
            matches!(self.plan_now(*child), PlanStatus::ChildProtection | PlanStatus::Care)
        };
        let excluded = circumstances.contains(&Circumstance::DisabilityTeam)
            || circumstances.contains(&Circumstance::EdgeOfCare)
            || children.iter().any(|(child, _)| with_another(child));
        if rules.child_in_need_only && excluded {
            said.gaps.insert(Gap::ForAnotherTeam);
        }
        said
    }

    fn children_of_pathway(&self, of: PathwayOf) -> Vec<(PersonId, &Person)> {
        let mut children = self.children();
        children.retain(|(child, _)| match of {
            PathwayOf::Family => self.in_workflow(*child),
            PathwayOf::Child(one) => *child == one,
        });
        children
    }
}

fn by_age(
    said: &mut Guidance,
    limit: u32,
    concerns: &BTreeSet<Concern>,
    children: &[(PersonId, &Person)],
    today: NaiveDate,
) {
    let ages: Vec<Option<u32>> = children
        .iter()
        .map(|(_, child)| match child.arrival {
            Arrival::Unborn { .. } => Some(0),
            Arrival::Born(_) => child.age(today),
        })
        .collect();
    let some_under = ages.iter().flatten().any(|age| *age < limit);
    let all_over = !ages.is_empty() && ages.iter().all(|age| age.is_some_and(|age| age > limit));
    let outside = concerns.contains(&Concern::OutsideHome);
    if some_under && concerns.iter().any(|concern| concern.is_parents_need()) {
        said.fits.insert(Pathway::FamilySafeguarding);
    }
    if all_over || outside {
        said.fits.insert(Pathway::Exploitation);
        if all_over != outside {
            said.gaps.insert(Gap::AndOr);
        }
    }
    match said.fits.len() {
        0 => said.gaps.insert(Gap::Neither),
        1 => false,
        _ => said.gaps.insert(Gap::Both),
    };
    if !some_under && ages.contains(&Some(limit)) {
        said.gaps.insert(Gap::AgeThirteen);
    }
    if !some_under && ages.contains(&None) {
        said.gaps.insert(Gap::AgeNotKnown);
    }
    if concerns.is_empty() {
        said.gaps.insert(Gap::NoConcern);
    }
}
