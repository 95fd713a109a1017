//! How many children each worker has, beside the figures of the profile (`domain.md` R20).

use chrono::NaiveDate;

use crate::model::ids::PractitionerId;
use crate::model::practitioner::Role;
use crate::policy::profile::Profile;
use crate::policy::standards::caseload;
use crate::workbook::fold::Workbook;

use super::OfFamily;

/// Somebody who works with a family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Worker {
    id: Option<PractitionerId>,
    name: String,
    role: Role,
}

impl Worker {
    /// Whether both are one person: by who they are on the record where both are, and else by name.
    fn is(&self, other: &Self) -> bool {
        let known = self.id.zip(other.id).map(|(one, other)| one == other);
        self.role == other.role && known.unwrap_or_else(|| self.name.eq_ignore_ascii_case(&other.name))
    }
}

/// Who works with a family on a day: the team that was named, or before anybody was, those who record.
/// Managers, administrators and the referring team carry no caseload here.
pub(super) fn workers(book: &Workbook, day: NaiveDate) -> Vec<Worker> {
    let carries =
        |role: &Role| !matches!(role, Role::TeamManager | Role::Administrator | Role::ReferringTeam);
    let named = book.team_on(day);
    let found: Vec<Worker> = match named.is_empty() {
        false => named
            .into_iter()
            .map(|(_, it)| Worker { id: it.practitioner, name: it.name.clone(), role: it.role.clone() })
            .collect(),
        true => book
            .team
            .all()
            .map(|(id, it)| Worker { id: Some(id), name: it.name.clone(), role: it.role.clone() })
            .collect(),
    };
    found.into_iter().filter(|worker| carries(&worker.role)).collect()
}

/// One worker's families and children.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Load {
    pub name: String,
    pub role: String,
    pub families: usize,
    pub children: usize,
    /// Beside each figure the guidance has for the role: "more than 15: …".
    pub figures: Vec<String>,
}

/// Everybody's, in order of name; last the team's own where the guidance has a figure for it.
pub(super) fn loads(families: &[&OfFamily], profile: &Profile) -> Vec<Load> {
    let mut found: Vec<(Worker, usize, usize)> = Vec::new();
    for family in families {
        let mut counted: Vec<usize> = Vec::new();
        for worker in &family.workers {
            let at = found.iter().position(|(known, ..)| known.is(worker)).unwrap_or(found.len());
            if at == found.len() {
                found.push((worker.clone(), 0, 0));
            }
            // Once for each family, however often somebody came and went in it.
            if let Some((known, families, children)) = found.get_mut(at).filter(|_| !counted.contains(&at)) {
                known.id = known.id.or(worker.id);
                *families += 1;
                *children += family.children;
                counted.push(at);
            }
        }
    }
    let load = |(worker, families, children): (Worker, usize, usize)| Load {
        figures: beside(profile, &code_of(profile, &worker.role), children),
        role: profile.role_name(&worker.role).to_owned(),
        name: worker.name,
        families,
        children,
    };
    let mut loads: Vec<Load> = found.into_iter().map(load).collect();
    loads.sort_by_key(|load| load.name.to_lowercase());
    let children = families.iter().map(|family| family.children).sum();
    let figures = beside(profile, "team", children);
    if !figures.is_empty() {
        let open = families.iter().filter(|family| family.children > 0).count();
        let role = String::new();
        loads.push(Load { name: "The team".to_owned(), role, families: open, children, figures });
    }
    loads
}

fn beside(profile: &Profile, of: &str, children: usize) -> Vec<String> {
    let children = u32::try_from(children).unwrap_or(u32::MAX);
    caseload(profile, of, children, 100)
        .map(|load| {
            let word = if load.is_over() { "More than" } else { "Not more than" };
            format!("{word} {}: {} ({})", load.share, load.figure.words, load.source)
        })
        .collect()
}

/// The role by its code in the profile. Somebody who chose "Something else" has typed its name.
fn code_of(profile: &Profile, role: &Role) -> String {
    let own = role.code();
    let named = profile.roles.iter().find(|(code, word)| {
        code.replace('_', " ").eq_ignore_ascii_case(own) || word.word.eq_ignore_ascii_case(own)
    });
    match profile.roles.contains_key(own) {
        true => own.to_owned(),
        false => named.map_or(own, |(code, _)| code).to_owned(),
    }
}
