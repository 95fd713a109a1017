//! The programme of one family: eight modules by everyone they can be about, how far each is, and which
//! couples are or may be assessed jointly.

use std::collections::BTreeSet;

use crate::model::entry::{Entry, ModuleStatus};
use crate::model::module::ModuleId;
use crate::model::relationship::Kind;
use crate::model::subject::{Pair, Subject};
use crate::policy::authority::Rules;
use crate::programme::definition::{About, Module};
use crate::programme::{MODULES, module};
use crate::workbook::fold::Workbook;

/// Why somebody has a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Adult,
    /// A couple assessed jointly.
    Couple,
    Child,
    /// There are entries about them, and they are in the workflow no longer.
    Left,
    /// There are joint entries, and the couple is assessed separately now.
    Parted,
}

/// One person or couple.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub subject: Subject,
    pub name: String,
    pub place: Place,
    /// One for each module, in their order.
    pub cells: Vec<Cell>,
}

/// One module for one subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    pub module: ModuleId,
    pub status: ModuleStatus,
    pub entries: usize,
    /// Whether the module is usually about somebody like this. Others can be added to all the same.
    pub usual: bool,
    /// Whether entries wait for a decision between two versions.
    pub undecided: bool,
}

impl Cell {
    /// Nothing is there and nothing is usually there: a dash, and a way to add.
    pub fn is_blank(&self) -> bool {
        !self.usual && self.entries == 0 && self.status == ModuleStatus::NotStarted
    }

    /// "Not yet started", "In progress, 2 entries".
    pub fn words(&self) -> String {
        let entries = match self.entries {
            0 => String::new(),
            1 => ", 1 entry".to_owned(),
            many => format!(", {many} entries"),
        };
        format!("{}{entries}", self.status.label())
    }
}

/// "Have you completed this section?"
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    Yes,
    Later,
}

impl Answer {
    /// The answer that stands; none while nobody has said.
    pub fn standing(status: ModuleStatus) -> Option<Self> {
        match status {
            ModuleStatus::Completed => Some(Self::Yes),
            ModuleStatus::Reopened => Some(Self::Later),
            ModuleStatus::NotStarted | ModuleStatus::InProgress => None,
        }
    }

    /// Where the module stands after this answer.
    pub fn status(self, before: ModuleStatus) -> ModuleStatus {
        match (self, before) {
            (Self::Yes, _) => ModuleStatus::Completed,
            (Self::Later, ModuleStatus::Completed | ModuleStatus::Reopened) => ModuleStatus::Reopened,
            (Self::Later, ModuleStatus::NotStarted | ModuleStatus::InProgress) => ModuleStatus::InProgress,
        }
    }
}

/// Everyone a module can be about: adults, couples assessed jointly, children, then those who left.
pub fn columns(book: &Workbook) -> Vec<Column> {
    let inside = book.subjects();
    let is_child = |subject: &Subject| match subject {
        Subject::Person(person) => book.people.current(*person).is_some_and(|person| person.is_child()),
        Subject::Couple(_) => false,
    };
    let place = |subject: &Subject| match subject {
        Subject::Couple(_) => Place::Couple,
        Subject::Person(_) if is_child(subject) => Place::Child,
        Subject::Person(_) => Place::Adult,
    };
    let left = book.former_subjects().into_iter().map(|subject| match subject {
        Subject::Person(_) => (subject, Place::Left),
        Subject::Couple(_) => (subject, Place::Parted),
    });
    let mut subjects: Vec<(Subject, Place)> =
        inside.iter().map(|subject| (*subject, place(subject))).chain(left).collect();
    // Stable: within each kind the workbook's own order stays.
    subjects.sort_by_key(|(_, place)| match place {
        Place::Adult => 0,
        Place::Couple => 1,
        Place::Child => 2,
        Place::Left | Place::Parted => 3,
    });
    subjects
        .into_iter()
        .map(|(subject, place)| Column {
            subject,
            name: book.subject_name(subject),
            place,
            cells: MODULES.iter().map(|module| cell(book, module, subject)).collect(),
        })
        .collect()
}

fn cell(book: &Workbook, module: &Module, subject: Subject) -> Cell {
    let here = |entry: &Entry| entry.module == module.id && entry.subject == subject;
    let undecided = book.entries.iter().any(|(_, thing)| {
        thing.is_in_conflict() && thing.versions().filter_map(|version| version.value.as_ref()).any(here)
    });
    Cell {
        module: module.id,
        status: book.status(module.id, subject),
        entries: book.entries.all().filter(|(_, entry)| here(entry)).count(),
        usual: is_usual(book, module.id, subject),
        undecided,
    }
}

/// Whether work about this subject can be added to: people of this family, and a couple only while the two
/// are assessed jointly.
pub fn can_add(book: &Workbook, subject: Subject) -> bool {
    match subject {
        Subject::Person(person) => book.people.current(person).is_some(),
        Subject::Couple(pair) => book.is_joint(pair),
    }
}

/// Whether a module is usually about somebody like this. Guidance for a screen, never a lock.
pub fn is_usual(book: &Workbook, id: ModuleId, subject: Subject) -> bool {
    let child = subject
        .people()
        .iter()
        .any(|person| book.people.current(*person).is_some_and(|person| person.is_child()));
    match module(id).about {
        About::Everyone => true,
        About::Parents => !child,
        About::Children => child,
    }
}

/// Whether a couple may be assessed jointly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joint {
    /// They are.
    Is,
    /// They are not, and may be.
    May,
    /// The authority gives each parent their own.
    NotUsed,
    /// Safety separation stands between them.
    Separated,
}

/// Two adults who may present as a couple.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Couple {
    pub pair: Pair,
    pub names: String,
    pub joint: Joint,
    /// Why they were put together.
    pub why: String,
}

/// The couples of the family: partners, parents of the same child, and whoever is assessed jointly already.
pub fn couples(book: &Workbook, rules: &Rules) -> Vec<Couple> {
    let mut pairs: BTreeSet<Pair> =
        book.joint.all().filter(|(_, joint)| joint.joint).map(|(pair, _)| pair).collect();
    for (_, one) in book.relationships.all() {
        if one.kind == Kind::Partner && one.end.is_none() {
            pairs.extend(Pair::of(one.from, one.to).ok());
        }
        if one.kind.is_parent() {
            let parents =
                book.relationships.all().filter(|(_, other)| other.kind.is_parent() && other.to == one.to);
            pairs.extend(parents.filter_map(|(_, other)| Pair::of(one.from, other.from).ok()));
        }
    }
    let adult = |pair: &Pair| {
        pair.both().iter().all(|person| {
            book.in_workflow(*person) && book.people.current(*person).is_some_and(|person| !person.is_child())
        })
    };
    pairs
        .into_iter()
        .filter(adult)
        .map(|pair| Couple {
            pair,
            names: book.subject_name(Subject::Couple(pair)),
            joint: joint(book, rules, pair),
            why: book
                .joint
                .current(pair)
                .filter(|joint| joint.joint)
                .map(|joint| joint.why.clone())
                .unwrap_or_default(),
        })
        .collect()
}

/// Whether these two may be assessed jointly. Separation comes before everything.
pub fn joint(book: &Workbook, rules: &Rules, pair: Pair) -> Joint {
    if book.is_separated(pair) {
        Joint::Separated
    } else if book.is_joint(pair) {
        Joint::Is
    } else if rules.joint_assessments {
        Joint::May
    } else {
        Joint::NotUsed
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::entry::JointAssessment;
    use crate::model::ids::RelationshipId;
    use crate::model::person::Workflow;
    use crate::model::relationship::{ParentalResponsibility, Relationship};
    use crate::policy::authority::Authority;
    use crate::services::sample::{AMARA, DANA, JOE, KAYLA, Sample, about, entry, entry_id, pair, person};
    use crate::workbook::decide::Command;
    use crate::workbook::fact::Part;

    fn relate(sample: &mut Sample, number: u8, from: u8, kind: Kind, to: u8) {
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

    fn put_together(sample: &mut Sample, one: u8, other: u8) {
        let joint = JointAssessment { joint: true, why: "They present as a couple".into() };
        let seen = sample.book.joint.head_ids(pair(one, other));
        sample.does(Command::SetJoint { pair: pair(one, other), joint, seen });
    }

    fn names(sample: &Sample) -> Vec<(String, Place)> {
        columns(&sample.book).into_iter().map(|column| (column.name, column.place)).collect()
    }

    fn cell_of(sample: &Sample, subject: Subject, module: ModuleId) -> Cell {
        let columns = columns(&sample.book);
        let column = columns.iter().find(|column| column.subject == subject).unwrap();
        *column.cells.iter().find(|cell| cell.module == module).unwrap()
    }

    #[test]
    fn adults_stand_before_couples_and_children() {
        let mut sample = Sample::new();
        put_together(&mut sample, AMARA, DANA);
        let names: Vec<_> = names(&sample).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["Amara", "Joe", "Dana", "Amara and Dana", "Kayla"]);
    }

    #[test]
    fn who_left_and_has_entries_is_still_reached() {
        let mut sample = Sample::new();
        let entry = entry(ModuleId::M2, about(JOE), "Grew up by the sea");
        sample.does(Command::RecordEntry { id: entry_id(1), entry });
        for gone in [JOE, DANA] {
            let workflow = Workflow { inside: false, since: None, why: "Moved away".into() };
            sample.does(Command::SetWorkflow { person: person(gone), workflow, seen: vec![] });
        }
        let left: Vec<_> = names(&sample).into_iter().skip(2).collect();
        assert_eq!(left, [("Joe".to_owned(), Place::Left)]);
    }

    #[test]
    fn a_couple_that_parted_keeps_its_entries() {
        let mut sample = Sample::new();
        put_together(&mut sample, AMARA, JOE);
        let together = Subject::Couple(pair(AMARA, JOE));
        sample.does(Command::RecordEntry {
            id: entry_id(1),
            entry: entry(ModuleId::M2, together, "Met at school"),
        });
        assert!(can_add(&sample.book, together));
        sample.separates(AMARA, JOE);
        assert!(!can_add(&sample.book, together));
        assert!(names(&sample).contains(&("Amara and Joe".to_owned(), Place::Parted)));
    }

    #[test]
    fn a_cell_says_how_far_the_work_is() {
        let mut sample = Sample::new();
        assert_eq!(cell_of(&sample, about(AMARA), ModuleId::M2).words(), "Not yet started");
        for number in [1, 2] {
            let entry = entry(ModuleId::M2, about(AMARA), "Grew up by the sea");
            sample.does(Command::RecordEntry { id: entry_id(number), entry });
        }
        assert_eq!(cell_of(&sample, about(AMARA), ModuleId::M2).words(), "In progress, 2 entries");
        let part = Part { module: ModuleId::M2, subject: about(AMARA) };
        sample.does(Command::SetStatus { part, status: ModuleStatus::Completed, seen: vec![] });
        assert_eq!(cell_of(&sample, about(AMARA), ModuleId::M2).words(), "Completed, 2 entries");
    }

    #[test]
    fn a_module_that_is_usually_about_others_is_a_dash_until_something_is_there() {
        let mut sample = Sample::new();
        assert!(cell_of(&sample, about(AMARA), ModuleId::M4).is_blank());
        assert!(cell_of(&sample, about(KAYLA), ModuleId::M5).is_blank());
        assert!(!cell_of(&sample, about(KAYLA), ModuleId::M4).is_blank());
        assert!(!cell_of(&sample, about(KAYLA), ModuleId::M1).is_blank());
        let entry = entry(ModuleId::M4, about(AMARA), "Plays with Kayla");
        sample.does(Command::RecordEntry { id: entry_id(1), entry });
        assert!(!cell_of(&sample, about(AMARA), ModuleId::M4).is_blank());
    }

    #[test]
    fn completed_is_a_choice_that_can_be_taken_back() {
        use ModuleStatus::{Completed, InProgress, NotStarted, Reopened};
        for (before, yes, later) in [
            (NotStarted, Completed, InProgress),
            (InProgress, Completed, InProgress),
            (Completed, Completed, Reopened),
            (Reopened, Completed, Reopened),
        ] {
            assert_eq!((Answer::Yes.status(before), Answer::Later.status(before)), (yes, later));
        }
    }

    #[test]
    fn couples_are_partners_and_parents_of_one_child() {
        let mut sample = Sample::new();
        relate(&mut sample, 1, AMARA, Kind::Mother, KAYLA);
        relate(&mut sample, 2, JOE, Kind::Father, KAYLA);
        relate(&mut sample, 3, AMARA, Kind::Partner, DANA);
        let rules = Authority::WestSussex.rules();
        let pairs: Vec<_> = couples(&sample.book, &rules).into_iter().map(|couple| couple.pair).collect();
        assert_eq!(pairs, [pair(AMARA, JOE), pair(AMARA, DANA)]);
    }

    #[test]
    fn whether_two_may_be_assessed_jointly() {
        let mut sample = Sample::new();
        let two = pair(AMARA, JOE);
        let check = |sample: &Sample, authority: Authority, expected: Joint| {
            assert_eq!(joint(&sample.book, &authority.rules(), two), expected, "{authority:?}");
        };
        check(&sample, Authority::WestSussex, Joint::May);
        for authority in [Authority::Common, Authority::Walsall, Authority::Bury, Authority::Hertfordshire] {
            check(&sample, authority, Joint::NotUsed);
        }
        put_together(&mut sample, AMARA, JOE);
        check(&sample, Authority::WestSussex, Joint::Is);
        check(&sample, Authority::Walsall, Joint::Is);
        sample.separates(AMARA, JOE);
        check(&sample, Authority::WestSussex, Joint::Separated);
    }
}
