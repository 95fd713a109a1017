//! The support around a family (`ux.md` S27; `domain.md` R41): the children whom the work is for with those they live
//! with in the middle, the team on one side, and everybody else who belongs to them on the other.
//!
//! How each support is, the family says while they look at it. It is no record: it stands in the picture alone.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::ids::PersonId;
use crate::model::relationship::{Kind, Relationship};
use crate::pictures::ecomap::{Ecomap, Support, Tie, drawn};
use crate::pictures::{Scene, Table};
use crate::services::here::Here;
use crate::services::words::sentence;
use crate::workbook::fold::Workbook;

/// The support around a family, with its table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SupportMap {
    pub scene: Scene,
    pub table: Table,
    /// Each support, to say how it is.
    pub supports: Vec<Support>,
}

/// For the team. `ties` says how each support is, by its key.
pub fn support_map(here: &Here<'_>, ties: &BTreeMap<String, Tie>) -> SupportMap {
    let book = here.book;
    let inside = inside(book);
    let mut supports: Vec<Support> = team(here);
    supports.extend(others(book, &inside));
    for support in &mut supports {
        support.tie = ties.get(&support.key).copied().unwrap_or_default();
    }
    let in_order = book.adults().into_iter().chain(book.children()).map(|(id, _)| id);
    let family = in_order.filter(|id| inside.contains(id)).map(|id| book.name_of(id)).collect();
    let title = format!("Support around {}", book.label());
    let table = Table {
        caption: "Support around the family".to_owned(),
        columns: ["Who", "What they are", "How it is"].map(str::to_owned).to_vec(),
        rows: supports
            .iter()
            .map(|it| vec![it.name.clone(), it.what.clone(), it.tie.label().to_owned()])
            .collect(),
    };
    let scene = drawn(&Ecomap { title, family, supports: supports.clone() });
    SupportMap { scene, table, supports }
}

/// The children whom the work is for, with those they live with; their parents where no home is recorded.
fn inside(book: &Workbook) -> BTreeSet<PersonId> {
    let children: BTreeSet<PersonId> =
        book.children().into_iter().map(|(id, _)| id).filter(|id| book.in_workflow(*id)).collect();
    let homes = book.households.all().map(|(_, home)| super::family_map::living_at(home));
    let mut inside: BTreeSet<PersonId> =
        homes.filter(|home| !home.is_disjoint(&children)).flatten().collect();
    if inside.is_empty() {
        let parents = book.relationships.all().map(|(_, it)| it);
        inside =
            parents.filter(|it| it.kind.is_parent() && children.contains(&it.to)).map(|it| it.from).collect();
    }
    inside.extend(children);
    inside.retain(|id| book.people.current(*id).is_some());
    inside
}

fn team(here: &Here<'_>) -> Vec<Support> {
    let member = |(id, member): (_, &crate::model::allocation::Membership)| {
        let what = [member.role.label(), member.employer.trim()];
        let what: Vec<&str> = what.into_iter().filter(|it| !it.is_empty()).collect();
        Support {
            key: format!("{id}"),
            name: member.name.trim().to_owned(),
            what: what.join(", "),
            professional: true,
            tie: Tie::NotSaid,
        }
    };
    let mut seen = BTreeSet::new();
    let team = here.book.team_on(here.today).into_iter().map(member);
    team.filter(|it| seen.insert((it.name.clone(), it.what.clone()))).collect()
}

/// Everybody else who is something to one of those in the middle today.
fn others(book: &Workbook, inside: &BTreeSet<PersonId>) -> Vec<Support> {
    let everyone = book.adults().into_iter().chain(book.children()).map(|(id, _)| id);
    let other = |id: PersonId| {
        let mut what: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (_, relation) in book.relationships.all() {
            if let Some((words, of)) = what_they_are(id, relation, inside) {
                let of = book.name_of(of);
                let all = what.entry(words).or_default();
                if !all.contains(&of) {
                    all.push(of);
                }
            }
        }
        let what = what.into_iter().map(|(words, mut of)| {
            of.sort();
            format!("{words} of {}", of.join(" and "))
        });
        let what: Vec<String> = what.collect();
        (!what.is_empty()).then(|| Support {
            key: id.to_string(),
            name: book.name_of(id),
            what: sentence(&what.join("; ")),
            professional: false,
            tie: Tie::NotSaid,
        })
    };
    everyone.filter(|id| !inside.contains(id)).filter_map(other).collect()
}

fn what_they_are(
    id: PersonId,
    relation: &Relationship,
    inside: &BTreeSet<PersonId>,
) -> Option<(String, PersonId)> {
    let lasts = relation.kind.is_parent() || relation.end.is_none();
    if relation.from == id && inside.contains(&relation.to) && lasts {
        return Some((relation.kind.label().to_owned(), relation.to));
    }
    let turned = match relation.kind {
        _ if relation.to != id || !inside.contains(&relation.from) || !lasts => return None,
        _ if relation.kind.is_parent() => "child",
        Kind::Partner | Kind::FormerPartner | Kind::Sibling | Kind::HalfSibling | Kind::Friend => {
            relation.kind.label()
        }
        _ => "family",
    };
    Some((turned.to_owned(), relation.from))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ids::RelationshipId;
    use crate::model::relationship::ParentalResponsibility;
    use crate::services::sample::{AMARA, DANA, JOE, KAYLA, Sample, person};
    use crate::services::sheets::tests::here;
    use crate::workbook::decide::Command;

    fn tied() -> Sample {
        let mut sample = Sample::new();
        for (number, from, kind, to) in
            [(1, AMARA, Kind::Mother, KAYLA), (2, DANA, Kind::Friend, AMARA), (3, KAYLA, Kind::Friend, JOE)]
        {
            let relationship = Relationship {
                from: person(from),
                to: person(to),
                kind,
                parental_responsibility: ParentalResponsibility::NotKnown,
                start: None,
                end: None,
            };
            let id = RelationshipId::from_bytes([number; 16]);
            sample.does(Command::RecordRelationship { id, relationship, seen: vec![] });
        }
        sample
    }

    #[test]
    fn the_family_is_in_the_middle_and_who_belongs_to_them_around() {
        let sample = tied();
        let ties = [(person(DANA).to_string(), Tie::Strong)].into();
        let map = support_map(&here(&sample.book), &ties);
        let told = map.scene.told.join("\n");
        assert!(told.starts_with("In the middle: Amara, Kayla."), "{told}");
        assert!(told.contains("Dana, Friend of Amara: a strong support."), "{told}");
        assert!(told.contains("Joe, Friend of Kayla: nobody has said yet how it is."), "{told}");
        let dana = vec!["Dana".to_owned(), "Friend of Amara".to_owned(), "Strong".to_owned()];
        assert!(map.table.rows.contains(&dana));
    }

    #[test]
    fn the_example_family_has_its_team_and_its_nan() {
        let book = crate::services::pictures::tests::example();
        let map = support_map(&here(&book), &BTreeMap::new());
        assert!(map.supports.iter().any(|it| it.professional && it.what.starts_with("Social worker")));
        assert!(map.supports.iter().any(|it| !it.professional && it.what.contains("mother of Tamsin")));
    }
}
