//! Who can be chosen to see an entry, and who is not offered and why.

use std::collections::BTreeSet;

use crate::model::audience::Audience;
use crate::model::ids::PersonId;
use crate::model::person::Arrival;
use crate::workbook::fold::Workbook;

/// Someone who can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    pub person: PersonId,
    pub name: String,
    /// Outside the family's workflow; they can be chosen, and the screen says so.
    pub outside: bool,
}

/// Someone who cannot be chosen, because safety separation stands between them and someone the entry names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptApart {
    pub person: PersonId,
    pub name: String,
    pub from: String,
}

/// The choices of "Who can see this".
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Offers {
    pub offered: Vec<Offered>,
    pub kept_apart: Vec<KeptApart>,
}

impl Offers {
    /// For an entry that names these people. Adults first, then children; not who is unborn, nor who
    /// has died.
    pub fn of(book: &Workbook, named: &BTreeSet<PersonId>) -> Self {
        let mut offers = Self::default();
        for (id, person) in book.adults().into_iter().chain(book.children()) {
            let name = person.display_name().to_owned();
            match book.kept_from_any(named, id) {
                Some(other) => {
                    offers.kept_apart.push(KeptApart { person: id, name, from: book.name_of(other) });
                }
                None if matches!(person.arrival, Arrival::Unborn { .. }) || person.died.is_some() => {}
                None => {
                    let outside = !book.in_workflow(id);
                    offers.offered.push(Offered { person: id, name, outside });
                }
            }
        }
        offers
    }

    /// The people who can be chosen.
    pub fn people(&self) -> BTreeSet<PersonId> {
        self.offered.iter().map(|offered| offered.person).collect()
    }
}

/// The names on the chips of "Who can see this"; none for the team only.
pub fn names(book: &Workbook, audience: &Audience) -> Vec<String> {
    audience.people().map(|person| book.name_of(person)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::person::{Person, Standing, Workflow};
    use crate::services::sample::{AMARA, DANA, JOE, KAYLA, Sample, person, today};
    use crate::workbook::decide::Command;

    #[track_caller]
    fn check(sample: &Sample, named: &[u8], offered: &[&str], kept_apart: &[(&str, &str)]) {
        let offers = Offers::of(&sample.book, &named.iter().copied().map(person).collect());
        let names: Vec<_> = offers.offered.iter().map(|offered| offered.name.as_str()).collect();
        let apart: Vec<_> =
            offers.kept_apart.iter().map(|kept| (kept.name.as_str(), kept.from.as_str())).collect();
        assert_eq!((names.as_slice(), apart.as_slice()), (offered, kept_apart));
    }

    #[test]
    fn everyone_is_offered_while_nobody_is_separated() {
        check(&Sample::new(), &[AMARA], &["Amara", "Joe", "Dana", "Kayla"], &[]);
    }

    #[test]
    fn what_names_one_is_not_offered_to_the_other() {
        let sample = Sample::separated(AMARA, JOE);
        check(&sample, &[AMARA], &["Amara", "Dana", "Kayla"], &[("Joe", "Amara")]);
        check(&sample, &[JOE], &["Joe", "Dana", "Kayla"], &[("Amara", "Joe")]);
        check(&sample, &[KAYLA], &["Amara", "Joe", "Dana", "Kayla"], &[]);
        check(&sample, &[KAYLA, AMARA, JOE], &["Dana", "Kayla"], &[("Amara", "Joe"), ("Joe", "Amara")]);
        check(&sample, &[DANA], &["Amara", "Joe", "Dana", "Kayla"], &[]);
    }

    #[test]
    fn what_is_not_offered_is_what_the_workbook_refuses() {
        let mut sample = Sample::separated(AMARA, JOE);
        let entry = crate::model::entry::Entry {
            audience: Audience::People(BTreeSet::from([person(JOE)])),
            ..crate::services::sample::entry(
                crate::model::module::ModuleId::M2,
                crate::services::sample::about(AMARA),
                "Calm mornings",
            )
        };
        let id = crate::services::sample::entry_id(1);
        assert!(sample.tries(Command::RecordEntry { id, entry }).is_err());
    }

    #[test]
    fn the_unborn_are_not_offered_and_those_outside_are_marked() {
        let mut sample = Sample::new();
        let unborn = Person { arrival: Arrival::Unborn { due: None }, ..Person::named(Standing::Child, "") };
        sample.does(Command::RecordPerson { id: person(7), person: unborn, seen: vec![] });
        let since = Some(crate::model::dates::PartialDate::day(today()));
        let workflow = Workflow { inside: false, since, why: "Lives elsewhere".into() };
        sample.does(Command::SetWorkflow { person: person(DANA), workflow, seen: vec![] });
        check(&sample, &[KAYLA], &["Amara", "Joe", "Dana", "Kayla"], &[]);
        let outside = Offers::of(&sample.book, &BTreeSet::new()).offered;
        let outside: Vec<_> = outside.iter().filter(|one| one.outside).map(|one| one.person).collect();
        assert_eq!(outside, [person(DANA)]);
    }
}
