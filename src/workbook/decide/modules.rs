//! Where a module stands, what the assessment says of it so far, and whether a couple is assessed jointly.

use crate::model::entry::{JointAssessment, ModuleStatus, Statement};
use crate::model::ids::EventId;
use crate::model::subject::{Pair, Subject};

use super::{Asking, Field, Outcome, Refusal, revision};
use crate::workbook::fact::{Fact, Part};
use crate::workbook::fold::Workbook;

/// Always a person's choice: nothing here asks whether enough was recorded.
pub(super) fn status(book: &Workbook, part: Part, status: ModuleStatus, seen: Vec<EventId>) -> Outcome {
    if book.statuses.get(part).is_none() {
        can_begin(book, part.subject)?;
    }
    Ok(revision(&book.statuses, part, Some(status), String::new(), seen).map(Fact::ModuleStatus))
}

pub(super) fn statement(book: &Workbook, part: Part, statement: Statement, seen: Vec<EventId>) -> Outcome {
    let empty = [&statement.strengths, &statement.needs, &statement.analysis]
        .iter()
        .all(|text| text.trim().is_empty());
    if empty && book.statements.get(part).is_none() {
        return Err(Refusal::EmptyStatement);
    }
    if book.statements.get(part).is_none() {
        can_begin(book, part.subject)?;
    }
    Ok(revision(&book.statements, part, Some(statement), String::new(), seen).map(Fact::Statement))
}

/// Whether work may begin about this subject: people of this family, and a couple only while the two are
/// assessed jointly. What was begun can always be corrected.
pub(super) fn can_begin(book: &Workbook, subject: Subject) -> Result<(), Refusal> {
    if subject.people().iter().any(|person| book.people.current(*person).is_none()) {
        return Err(Refusal::NoSuchPerson(Field::Subject));
    }
    match subject {
        Subject::Couple(pair) if book.is_separated(pair) => Err(Refusal::JointWhileSeparated),
        Subject::Couple(pair) if !book.is_joint(pair) => Err(Refusal::NotJoint),
        Subject::Couple(_) | Subject::Person(_) => Ok(()),
    }
}

/// A couple is assessed jointly only where the authority allows it, with a reason, and never while safety
/// separation stands between them. Going back to separate assessments is always free.
pub(super) fn joint(
    book: &Workbook,
    asking: &Asking<'_>,
    pair: Pair,
    joint: JointAssessment,
    seen: Vec<EventId>,
) -> Outcome {
    if joint.joint {
        if !asking.rules.joint_assessments {
            return Err(Refusal::JointNotUsed);
        }
        if book.is_separated(pair) {
            return Err(Refusal::JointWhileSeparated);
        }
        if pair.both().iter().any(|person| book.people.current(*person).is_none_or(|p| p.is_child())) {
            return Err(Refusal::NoSuchPerson(Field::Joint));
        }
        if joint.why.trim().is_empty() {
            return Err(Refusal::NoJointReason);
        }
    }
    Ok(revision(&book.joint, pair, Some(joint), String::new(), seen).map(Fact::JointAssessment))
}
