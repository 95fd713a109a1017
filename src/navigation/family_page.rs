//! The pages inside one family, and their part of an address.

use super::records;
use super::{DocumentAddress, DocumentStep, Leaf, Sheet, ShowStep};
use crate::model::ids::{EntryId, PersonId, SupervisionId};
use crate::model::module::ModuleId;
use crate::model::subject::{Pair, Subject};

/// The pages inside one family.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum FamilyPage {
    Overview,
    Programme,
    /// Assess a couple jointly.
    Joint {
        pair: Pair,
    },
    Module {
        subject: Subject,
        module: ModuleId,
    },
    EntryNew {
        subject: Subject,
        module: ModuleId,
    },
    /// Amend an entry.
    Entry {
        subject: Subject,
        module: ModuleId,
        entry: EntryId,
    },
    EntryHistory {
        subject: Subject,
        module: ModuleId,
        entry: EntryId,
    },
    /// Mark an entry as entered in error.
    EntryWithdraw {
        subject: Subject,
        module: ModuleId,
        entry: EntryId,
    },
    People,
    PersonNew,
    Person {
        person: PersonId,
    },
    Relationships,
    /// The family drawn, and the table behind it.
    Map,
    Share,
    /// Prepare to show something to the family.
    Show {
        step: ShowStep,
    },
    /// What people said while something was shown to them.
    AfterVisit,
    /// A supervision while it is held, on a screen that the team sees.
    Live {
        supervision: SupervisionId,
    },
    /// Try another day for a supervision, and see what would change.
    Move {
        supervision: SupervisionId,
    },
    /// A person's own safety plan, in a private session. Neither its address nor its title says what it is.
    Private {
        person: PersonId,
    },
    /// A document to make: whom it is for, what is in it, and how it looks.
    Document {
        of: DocumentAddress,
        step: DocumentStep,
    },
    /// Records to read; `of` is the one of them that is shown.
    Leaf {
        leaf: Leaf,
        of: Option<String>,
    },
    /// A record to write; `of` is the one that is changed, or what it belongs to.
    Sheet {
        sheet: Sheet,
        of: Option<String>,
    },
}

impl FamilyPage {
    pub(super) fn path(&self) -> String {
        match self {
            Self::Overview => String::new(),
            Self::Programme => "/programme".to_owned(),
            Self::Joint { pair } => format!("/programme/joint/{}", Subject::Couple(*pair)),
            Self::Module { subject, module } => format!("/programme/{subject}/{module}"),
            Self::EntryNew { subject, module } => format!("/programme/{subject}/{module}/entry/new"),
            Self::Entry { subject, module, entry } => format!("/programme/{subject}/{module}/entry/{entry}"),
            Self::EntryHistory { subject, module, entry } => {
                format!("/programme/{subject}/{module}/entry/{entry}/history")
            }
            Self::EntryWithdraw { subject, module, entry } => {
                format!("/programme/{subject}/{module}/entry/{entry}/error")
            }
            Self::People => "/people".to_owned(),
            Self::PersonNew => "/people/new".to_owned(),
            Self::Person { person } => format!("/people/{person}"),
            Self::Relationships => "/people/relationships".to_owned(),
            Self::Map => "/people/map".to_owned(),
            Self::Share => "/share".to_owned(),
            Self::Show { step } => format!("/show/{}", step.token()),
            Self::AfterVisit => "/after-visit".to_owned(),
            Self::Live { supervision } => format!("/live/{supervision}"),
            Self::Move { supervision } => format!("/move/{supervision}"),
            Self::Private { person } => format!("/private/{person}"),
            Self::Document { of, step: DocumentStep::For } => format!("/documents/{of}"),
            Self::Document { of, step } => format!("/documents/{of}/{}", step.token()),
            Self::Leaf { leaf, of } => with_id(format!("/{}", leaf.token()), of.as_deref()),
            Self::Sheet { sheet, of } => with_id(format!("/record/{}", sheet.token()), of.as_deref()),
        }
    }

    pub(super) fn read(segments: &[&str]) -> Option<Self> {
        Some(match segments {
            [] => Self::Overview,
            ["programme"] => Self::Programme,
            ["programme", "joint", couple] => match couple.parse().ok()? {
                Subject::Couple(pair) => Self::Joint { pair },
                Subject::Person(_) => return None,
            },
            ["programme", subject, module] => {
                Self::Module { subject: subject.parse().ok()?, module: module.parse().ok()? }
            }
            ["programme", subject, module, "entry", "new"] => {
                Self::EntryNew { subject: subject.parse().ok()?, module: module.parse().ok()? }
            }
            ["programme", subject, module, "entry", entry] => Self::Entry {
                subject: subject.parse().ok()?,
                module: module.parse().ok()?,
                entry: entry.parse().ok()?,
            },
            ["programme", subject, module, "entry", entry, "history"] => Self::EntryHistory {
                subject: subject.parse().ok()?,
                module: module.parse().ok()?,
                entry: entry.parse().ok()?,
            },
            ["programme", subject, module, "entry", entry, "error"] => Self::EntryWithdraw {
                subject: subject.parse().ok()?,
                module: module.parse().ok()?,
                entry: entry.parse().ok()?,
            },
            ["people"] => Self::People,
            ["people", "new"] => Self::PersonNew,
            ["people", "relationships"] => Self::Relationships,
            ["people", "map"] => Self::Map,
            ["people", person] => Self::Person { person: person.parse().ok()? },
            ["share"] => Self::Share,
            ["show"] => Self::Show { step: ShowStep::Who },
            ["show", step] => Self::Show { step: ShowStep::of_token(step)? },
            ["after-visit"] => Self::AfterVisit,
            ["live", supervision] => Self::Live { supervision: supervision.parse().ok()? },
            ["move", supervision] => Self::Move { supervision: supervision.parse().ok()? },
            ["private", person] => Self::Private { person: person.parse().ok()? },
            ["documents", of] => Self::Document { of: of.parse().ok()?, step: DocumentStep::For },
            ["documents", of, step] => {
                Self::Document { of: of.parse().ok()?, step: DocumentStep::of_token(step)? }
            }
            ["record", sheet, id @ ..] => Self::Sheet { sheet: Sheet::of_token(sheet)?, of: read_id(id)? },
            [leaf, id @ ..] => Self::Leaf { leaf: Leaf::of_token(leaf)?, of: read_id(id)? },
        })
    }

    pub(super) fn screen(&self) -> String {
        match self {
            Self::Overview => "Overview".to_owned(),
            Self::Programme => "Programme".to_owned(),
            Self::Joint { .. } => "Joint assessment".to_owned(),
            Self::Module { module, .. } => format!("Module {}", module.number()),
            Self::EntryNew { module, .. } => format!("Add an entry to module {}", module.number()),
            Self::Entry { module, .. } => format!("Change an entry in module {}", module.number()),
            Self::EntryHistory { module, .. } => format!("History of an entry in module {}", module.number()),
            Self::EntryWithdraw { module, .. } => format!("Entered in error in module {}", module.number()),
            Self::People => "People".to_owned(),
            Self::PersonNew => "Add a person".to_owned(),
            Self::Person { .. } => "Person".to_owned(),
            Self::Relationships => "Relationships".to_owned(),
            Self::Map => "Family map".to_owned(),
            Self::Share => "Share this family".to_owned(),
            Self::Show { step } => format!("Prepare to show: {}", step.label()),
            Self::AfterVisit => "After the visit".to_owned(),
            Self::Live { .. } => "Shared supervision page".to_owned(),
            Self::Move { .. } => "Move a supervision".to_owned(),
            Self::Private { .. } => "Conversation".to_owned(),
            Self::Document { step, .. } => format!("Document: {}", step.label()),
            Self::Leaf { leaf, .. } => leaf.title().to_owned(),
            Self::Sheet { sheet, .. } => sheet.title().to_owned(),
        }
    }

    /// Records to read.
    pub fn leaf(leaf: Leaf) -> Self {
        Self::Leaf { leaf, of: None }
    }

    /// One record to read.
    pub fn leaf_of(leaf: Leaf, of: impl ToString) -> Self {
        Self::Leaf { leaf, of: Some(of.to_string()) }
    }

    /// A new record to write.
    pub fn sheet(sheet: Sheet) -> Self {
        Self::Sheet { sheet, of: None }
    }

    /// A record to write that changes another or belongs to it.
    pub fn sheet_of(sheet: Sheet, of: impl ToString) -> Self {
        Self::Sheet { sheet, of: Some(of.to_string()) }
    }
}

fn with_id(path: String, of: Option<&str>) -> String {
    match of {
        Some(id) => format!("{path}/{id}"),
        None => path,
    }
}

/// No id or one; nothing else can stand at the end of an address.
fn read_id(rest: &[&str]) -> Option<Option<String>> {
    match rest {
        [] => Some(None),
        [id] if records::is_id(id) => Some(Some((*id).to_owned())),
        _ => None,
    }
}
