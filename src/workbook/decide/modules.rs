//! Where a module stands, what the assessment says of it so far, and whether a couple is assessed jointly.

use crate::model::entry::{JointAssessment, ModuleStatus, Statement};
use crate::model::ids::EventId;
use crate::model::subject::Pair;

use super::{Asking, Refusal, revision};
use crate::workbook::fact::{Fact, Part};
use crate::workbook::fold::Workbook;

type Outcome = Result<Option<Fact>, Refusal>;

/// Always a person's choice: nothing here asks whether enough was recorded.
pub(super) fn status(book: &Workbook, part: Part, status: ModuleStatus, seen: Vec<EventId>) -> Option<Fact> {
    revision(&book.statuses, part, Some(status), String::new(), seen).map(Fact::ModuleStatus)
}

pub(super) fn statement(book: &Workbook, part: Part, statement: Statement, seen: Vec<EventId>) -> Outcome {
    let empty = [&statement.strengths, &statement.needs, &statement.analysis]
        .iter()
        .all(|text| text.trim().is_empty());
    if empty && book.statements.get(part).is_none() {
        return Err(Refusal::EmptyStatement);
    }
    Ok(revision(&book.statements, part, Some(statement), String::new(), seen).map(Fact::Statement))
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
        if !asking.joint_assessments {
            return Err(Refusal::JointNotUsed);
        }
        if book.is_separated(pair) {
            return Err(Refusal::JointWhileSeparated);
        }
        if pair.both().iter().any(|person| !book.people.current(*person).is_some_and(|p| !p.is_child())) {
            return Err(Refusal::NoSuchPerson);
        }
        if joint.why.trim().is_empty() {
            return Err(Refusal::NoJointReason);
        }
    }
    Ok(revision(&book.joint, pair, Some(joint), String::new(), seen).map(Fact::JointAssessment))
}
