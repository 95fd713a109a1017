//! What waits for somebody to decide, and where it is decided.

use crate::model::ids::PractitionerId;
use crate::model::subject::Subject;
use crate::navigation::{FamilyPage, Route, Sheet};
use crate::services::two_versions::records::{is_for, place, sides};
use crate::workbook::conflict::{Conflict, conflicts};
use crate::workbook::fact::Part;
use crate::workbook::fold::Workbook;

/// Something of which two versions stand beside each other, and where it is decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToDecide {
    pub words: String,
    pub route: Route,
    /// An entry, rather than anything else that is recorded.
    pub entry: bool,
}

/// Everything that waits for this practitioner to decide: what only a colleague can decide waits for them.
pub fn to_decide(book: &Workbook, me: PractitionerId) -> Vec<ToDecide> {
    let mut waiting = conflicts(book);
    // What keeps people safe is decided on its own page, and named on no list.
    waiting.retain(|conflict| is_for(*conflict, me) && !conflict.stands_apart());
    waiting.into_iter().filter_map(|conflict| one(book, conflict, me)).collect()
}

fn one(book: &Workbook, conflict: Conflict, me: PractitionerId) -> Option<ToDecide> {
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
        // Settled by itself as soon as they record something.
        Conflict::TeamMember(_) => return None,
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
        Conflict::Family(_) | Conflict::Household(_) => people(conflict.words().to_owned()),
        other => {
            let first = book.standing(other).first().map(|head| head.event);
            let decided = first.filter(|_| sides(book, other, me).is_some());
            let to = decided.map(|event| FamilyPage::sheet_of(Sheet::Decide, event));
            page(other.words().to_owned(), to.unwrap_or_else(|| place(other)))
        }
    })
}
