//! The pictures of a document, each with its table, drawn for exactly those who read it. What shows the team's own work is
//! for professionals alone (`domain.md` E2, rule 14).

use std::collections::{BTreeMap, BTreeSet};

use crate::model::ids::PersonId;
use crate::model::subject::Subject;
use crate::services::here::Here;
use crate::services::pictures::Drawn;
use crate::services::pictures::answers::answers;
use crate::services::pictures::coverage::coverage;
use crate::services::pictures::family_map::family_map;
use crate::services::pictures::ratings::ratings;
use crate::services::pictures::siblings::siblings;
use crate::services::pictures::stages::stages;
use crate::services::pictures::support_map::support_map;
use crate::services::pictures::timeline::timeline;

/// What a picture shows; each document knows where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shows {
    FamilyTree,
    Supports,
    Timeline,
    Ratings,
    /// What those of whom an assessment is, and the children, answered on a scale.
    Scaling(Subject),
    /// The stages of change of those of whom an assessment is.
    StagesOfChange(Subject),
    ModuleCoverage,
    SiblingBalance,
}

/// The picture for these people of the family, or for professionals where there are none; nothing where there is nothing
/// to draw, or where it is not for them.
pub(super) fn drawing(here: &Here<'_>, people: &BTreeSet<PersonId>, shows: Shows) -> Option<Drawn> {
    let professionals = people.is_empty();
    match shows {
        // It leaves out whoever is not for them, and is not drawn at all where something in it must not reach them.
        Shows::FamilyTree => {
            let map = family_map(here, people, &[]).ok().filter(|map| !map.people.is_empty())?;
            let table = map.table();
            Some((map.scene, table))
        }
        _ if !professionals => None,
        Shows::Supports => {
            let map = support_map(here, &BTreeMap::new());
            (!map.supports.is_empty()).then_some((map.scene, map.table))
        }
        Shows::Timeline => {
            let children: Vec<PersonId> = here.book.children().into_iter().map(|(id, _)| id).collect();
            timeline(here, &here.book.chronology(), &children)
        }
        Shows::Ratings => ratings(here),
        // What one parent answers stays out of the paper of the other (`domain.md` E2, rule 10).
        Shows::Scaling(of) => {
            let is_child = |person| here.book.people.current(person).is_some_and(|it| it.is_child());
            answers(here, |person| of.names(person) || is_child(person))
        }
        Shows::StagesOfChange(of) => stages(here, |person| of.names(person)),
        Shows::ModuleCoverage => Some(coverage(here, None)),
        Shows::SiblingBalance => siblings(here),
    }
}
