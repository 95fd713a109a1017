//! One family in one screen: what is going well, what was recorded lately, what waits for a decision.

use chrono::{DateTime, Utc};

use crate::model::ids::{EntryId, FamilyId};
use crate::model::module::ModuleId;
use crate::model::subject::Subject;
use crate::navigation::{FamilyPage, Route};
use crate::workbook::conflict::{Conflict, conflicts};
use crate::workbook::fact::Part;
use crate::workbook::fold::Workbook;

/// Something that is going well, as somebody wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strength {
    pub words: String,
    pub about: String,
    pub by: String,
    pub when: String,
}

/// The latest things that are going well, newest work first.
pub fn strengths(book: &Workbook, most: usize) -> Vec<Strength> {
    let mut found: Vec<_> = book
        .entries
        .iter()
        .filter_map(|(id, thing)| {
            let entry = thing.current()?;
            let words = entry.going_well.trim();
            (!words.is_empty()).then(|| {
                let strength = Strength {
                    words: words.to_owned(),
                    about: book.subject_name(entry.subject),
                    by: book.author_name(thing.latest().author),
                    when: entry.done_on.to_string(),
                };
                ((entry.done_on.earliest(), thing.first().recorded, id), strength)
            })
        })
        .collect();
    found.sort_by(|(a, _), (b, _)| b.cmp(a));
    found.into_iter().take(most).map(|(_, strength)| strength).collect()
}

/// One saved version of an entry, for a list of what was recorded lately.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    pub family: FamilyId,
    pub entry: EntryId,
    pub module: ModuleId,
    pub subject: Subject,
    pub about: String,
    pub by: String,
    pub at: DateTime<Utc>,
    pub changed: bool,
}

impl Recorded {
    /// The module in which it stands.
    pub fn route(&self) -> Route {
        Route::family(self.family, FamilyPage::Module { subject: self.subject, module: self.module })
    }
}

/// What was recorded lately, newest first, each entry once.
pub fn recorded_lately<'a>(books: impl IntoIterator<Item = &'a Workbook>, most: usize) -> Vec<Recorded> {
    let mut found: Vec<Recorded> = books.into_iter().flat_map(recorded).collect();
    found.sort_by_key(|recorded| std::cmp::Reverse((recorded.at, recorded.entry)));
    found.truncate(most);
    found
}

fn recorded(book: &Workbook) -> Vec<Recorded> {
    let of = |(id, thing): (EntryId, &crate::workbook::versioned::Versioned<_>)| {
        let entry: &crate::model::entry::Entry = thing.current()?;
        let latest = thing.latest();
        Some(Recorded {
            family: book.id,
            entry: id,
            module: entry.module,
            subject: entry.subject,
            about: book.subject_name(entry.subject),
            by: book.author_name(latest.author),
            at: latest.recorded,
            changed: thing.count() > 1,
        })
    };
    book.entries.iter().filter_map(of).collect()
}

/// Something of which two versions stand beside each other, and where it is decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToDecide {
    pub words: String,
    pub route: Route,
    /// An entry, rather than anything else that is recorded.
    pub entry: bool,
}

/// Everything that waits for a person to decide.
pub fn to_decide(book: &Workbook) -> Vec<ToDecide> {
    conflicts(book).into_iter().filter_map(|conflict| one(book, conflict)).collect()
}

fn one(book: &Workbook, conflict: Conflict) -> Option<ToDecide> {
    let page = |words: String, page: FamilyPage| ToDecide {
        words,
        route: Route::family(book.id, page),
        entry: matches!(conflict, Conflict::Entry(_)),
    };
    let part = |what: &str, Part { module, subject }: Part| {
        let words = format!("{what} of module {} for {}", module.number(), book.subject_name(subject));
        page(words, FamilyPage::Module { subject, module })
    };
    let people = |words: String| page(words, FamilyPage::People);
    Some(match conflict {
        Conflict::Entry(entry) => {
            let thing = book.entries.get(entry)?;
            // Of two versions one may say "entered in error": the other still says where the entry stands.
            let known = thing.versions().filter_map(|version| version.value.as_ref()).next_back()?;
            let (module, subject) = (known.module, known.subject);
            let words = format!("An entry of module {} for {}", module.number(), book.subject_name(subject));
            page(words, FamilyPage::EntryHistory { subject, module, entry })
        }
        Conflict::Statement(of) => part("The statement", of),
        Conflict::ModuleStatus(of) => part("The status", of),
        Conflict::JointAssessment(pair) => page(
            format!("Joint assessment of {}", book.subject_name(Subject::Couple(pair))),
            FamilyPage::Joint { pair },
        ),
        Conflict::TeamMember(member) => people(format!("Details of {}", book.author_name(member))),
        Conflict::Person(person) => {
            page(format!("Details of {}", book.name_of(person)), FamilyPage::Person { person })
        }
        Conflict::Workflow(person) => page(
            format!("Whether {} is in the workflow", book.name_of(person)),
            FamilyPage::Person { person },
        ),
        Conflict::Relationship(_) => page("A relationship".to_owned(), FamilyPage::Relationships),
        Conflict::Separation(pair) => {
            people(format!("Safety separation of {}", book.subject_name(Subject::Couple(pair))))
        }
        other => people(other.words().to_owned()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::services::sample::{AMARA, KAYLA, Sample, about, entry, entry_id};
    use crate::workbook::decide::Command;

    fn records(sample: &mut Sample, number: u8, module: ModuleId, who: u8, going_well: &str) {
        let mut entry = entry(module, about(who), going_well);
        if going_well.is_empty() {
            entry.needs = "A routine".into();
        }
        sample.does(Command::RecordEntry { id: entry_id(number), entry });
    }

    #[test]
    fn strengths_are_the_newest_things_that_go_well() {
        let mut sample = Sample::new();
        records(&mut sample, 1, ModuleId::M2, AMARA, "First");
        records(&mut sample, 2, ModuleId::M3, AMARA, "");
        records(&mut sample, 3, ModuleId::M4, KAYLA, "Second");
        let found = strengths(&sample.book, 3);
        let words: Vec<&str> = found.iter().map(|strength| strength.words.as_str()).collect();
        assert_eq!(words.len(), 2);
        assert!(words.contains(&"First") && words.contains(&"Second"));
        assert_eq!(strengths(&sample.book, 1).len(), 1);
    }

    #[test]
    fn what_was_recorded_lately_leads_to_its_module() {
        let mut sample = Sample::new();
        records(&mut sample, 1, ModuleId::M2, AMARA, "Up every day");
        let found = recorded_lately([&sample.book], 5);
        assert_eq!(found.len(), 1);
        assert!(!found[0].changed);
        let page = FamilyPage::Module { subject: about(AMARA), module: ModuleId::M2 };
        assert_eq!(found[0].route(), Route::family(sample.book.id, page));
        assert!(recorded_lately([&sample.book], 0).is_empty());
    }
}
