//! Who of the family and which lines a map may show to people of the family. Hiding is the rule: whoever and whatever
//! one of them may not see is not there, and neither is what would lead to it (`ux.md` S27, SR3, SR11, SR12;
//! `domain.md` E2, rules 1, 4 and 15).

use std::collections::BTreeSet;

use crate::model::ids::{HouseholdId, PersonId, RelationshipId};
use crate::model::person::Arrival;
use crate::model::relationship::{Kind, Relationship};
use crate::services::guarding::{stopped, text};
use crate::services::here::Here;
use crate::services::words::count;
use crate::workbook::fold::Workbook;
use crate::workbook::naming::says;

use super::members::living_at;

/// What a map shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Allowed {
    /// Whether it is for the team, who see everything that is recorded.
    pub team: bool,
    pub people: BTreeSet<PersonId>,
    pub relations: BTreeSet<RelationshipId>,
    pub homes: BTreeSet<HouseholdId>,
    /// For the team: what is not there.
    pub left_out: Vec<String>,
}

impl Allowed {
    pub(super) fn relations<'a>(&self, book: &'a Workbook) -> Vec<(RelationshipId, &'a Relationship)> {
        book.relationships.all().filter(|(id, _)| self.relations.contains(id)).collect()
    }

    /// Everything that is recorded.
    pub(super) fn team(book: &Workbook) -> Self {
        Self {
            team: true,
            people: book.people.all().map(|(id, _)| id).collect(),
            relations: book.relationships.all().map(|(id, _)| id).collect(),
            homes: book.households.all().map(|(id, _)| id).collect(),
            left_out: Vec::new(),
        }
    }

    /// What every one of these may see.
    ///
    /// # Errors
    /// Why nothing is shown to them.
    pub(super) fn for_readers(here: &Here<'_>, readers: &BTreeSet<PersonId>) -> Result<Self, String> {
        let book = here.book;
        if let Some(reader) = readers.iter().find(|it| book.people.current(**it).is_none()) {
            return Err(format!("{} is no longer listed in this family.", book.name_of(*reader)));
        }
        if let Some(reader) = readers.iter().find(|it| !book.kept_safe_from(**it).is_empty()) {
            return Err(format!(
                "Another person is to be kept safe from {}. A manager reads what they are shown first, and a map \
                 cannot be read and approved here. Nothing is drawn for them.",
                book.name_of(*reader)
            ));
        }
        let rule = Rule { here, readers };
        let mut people: BTreeSet<PersonId> =
            book.people.all().map(|(id, _)| id).filter(|id| rule.may_see(*id)).collect();
        let mut relations: BTreeSet<RelationshipId> = book
            .relationships
            .all()
            .filter(|(id, it)| people.contains(&it.from) && people.contains(&it.to) && rule.may_know(*id, it))
            .map(|(id, _)| id)
            .collect();
        // Somebody to whom no line leads says that there is a line.
        let reached = reached(book, readers, &relations);
        people.retain(|it| reached.contains(it));
        relations.retain(|id| book.relationships.current(*id).is_some_and(|it| people.contains(&it.from)));
        let homes = book
            .households
            .all()
            .filter(|(id, home)| {
                let living = living_at(home);
                book.households.get(*id).is_some_and(|it| it.heads().len() == 1)
                    && living.is_subset(&people)
                    && readers.iter().all(|it| book.separated_from(*it).is_empty() || living.contains(it))
                    && rule.may_read(&home.label)
            })
            .map(|(id, _)| id)
            .collect();
        let mut allowed = Self { team: false, people, relations, homes, left_out: Vec::new() };
        allowed.left_out = left_out(book, &allowed);
        Ok(allowed)
    }
}

/// Everybody to whom a line leads from one of the readers.
fn reached(
    book: &Workbook,
    readers: &BTreeSet<PersonId>,
    relations: &BTreeSet<RelationshipId>,
) -> BTreeSet<PersonId> {
    let mut reached = readers.clone();
    loop {
        let ties = relations.iter().filter_map(|id| book.relationships.current(*id));
        let ends: Vec<PersonId> = ties
            .filter(|it| reached.contains(&it.from) || reached.contains(&it.to))
            .flat_map(|it| [it.from, it.to])
            .collect();
        let before = reached.len();
        reached.extend(ends);
        if reached.len() == before {
            return reached;
        }
    }
}

fn left_out(book: &Workbook, allowed: &Allowed) -> Vec<String> {
    let everyone = book.adults().into_iter().chain(book.children()).map(|(id, _)| id);
    let mut left_out: Vec<String> =
        everyone.filter(|id| !allowed.people.contains(id)).map(|id| book.name_of(id)).collect();
    let lines = book.relationships.all().count() - allowed.relations.len();
    let homes = book.households.all().count() - allowed.homes.len();
    for (many, one, more) in [(lines, "relationship", "relationships"), (homes, "home", "homes")] {
        if many > 0 {
            left_out.push(count(many, one, more));
        }
    }
    left_out
}

struct Rule<'a> {
    here: &'a Here<'a>,
    readers: &'a BTreeSet<PersonId>,
}

impl Rule<'_> {
    fn may_see(&self, person: PersonId) -> bool {
        let book = self.here.book;
        let Some(who) = book.people.current(person) else { return false };
        let decided = book.people.get(person).is_some_and(|it| it.heads().len() == 1);
        let unborn = matches!(who.arrival, Arrival::Unborn { .. });
        let kept_from = |reader: &PersonId| {
            let anothers = who.is_child() && book.is_parent(*reader) && !self.are_related(*reader, person);
            anothers
                || book.separated_from(*reader).contains(&person)
                || book.named_against_wish(|it| it == person, *reader).is_some()
                || self.is_asked_not_to_tell(*reader, who.display_name())
        };
        let reader = self.readers.contains(&person);
        (reader || decided && !unborn)
            && !self.readers.iter().any(|it| *it != person && kept_from(it))
            && self.may_read(who.display_name())
    }

    fn may_know(&self, id: RelationshipId, relation: &Relationship) -> bool {
        let book = self.here.book;
        let is_end = |reader: PersonId| relation.from == reader || relation.to == reader;
        let of_reader = |reader: &PersonId| match relation.kind {
            // Who cares for a child says where the child is.
            Kind::Carer | Kind::FosterCarer => book.separated_from(*reader).is_empty() || is_end(*reader),
            // Who is whose father is told to nobody else than those whom it is about (SR12).
            Kind::Father | Kind::Parent => {
                is_end(*reader)
                    || self.is_parent_of(*reader, relation.to)
                    || self.is_parent_of(relation.from, *reader)
            }
            _ => true,
        };
        let said = format!(
            "{} is the {} of {}",
            book.name_of(relation.from),
            relation.kind.label(),
            book.name_of(relation.to)
        );
        book.relationships.get(id).is_some_and(|it| it.heads().len() == 1)
            && self.readers.iter().all(|it| of_reader(it) && !self.is_asked_not_to_tell(*it, &said))
            && self.may_read(&said)
    }

    fn is_parent_of(&self, parent: PersonId, child: PersonId) -> bool {
        let mut all = self.here.book.relationships.all();
        all.any(|(_, it)| it.from == parent && it.to == child && it.kind.is_parent())
    }

    fn are_related(&self, one: PersonId, other: PersonId) -> bool {
        let mut all = self.here.book.relationships.all();
        all.any(|(_, it)| (it.from, it.to) == (one, other) || (it.from, it.to) == (other, one))
    }

    fn is_asked_not_to_tell(&self, reader: PersonId, words: &str) -> bool {
        let mut requests = self.here.book.kept_from_on(reader, self.here.today);
        requests.any(|(_, request)| request.phrases.iter().any(|phrase| says(words, phrase)))
    }

    /// Whether nothing in these words must be kept from the readers.
    fn may_read(&self, words: &str) -> bool {
        stopped(self.here, self.readers, &[text(words)]).is_empty()
    }
}
