//! Completing the work with each member, the closure summary, closing, and reopening.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::model::ids::{EventId, PersonId};
use crate::model::leaving::{
    Casework, ClosedBecause, Closing, ClosureSummary, LeftUnfinished, ReopenedBecause,
};

use super::{Needed, Outcome, ensure, in_order, need, past, text, told};
use crate::workbook::casework::Unfinished;
use crate::workbook::decide::{Asking, Refusal};
use crate::workbook::fact::{Fact, Whole};
use crate::workbook::fold::Workbook;

pub(super) fn casework(
    book: &Workbook,
    asking: &Asking<'_>,
    person: PersonId,
    casework: Casework,
    seen: Vec<EventId>,
) -> Outcome {
    ensure(book.people.current(person).is_some(), Needed::SomebodyHere)?;
    past(asking, [Some(casework.on)])?;
    in_order([book.reopened_on(), Some(casework.on)])?;
    if casework.complete {
        text(&casework.words, Needed::CaseworkWords)?;
    }
    let on = casework.on;
    told(&book.casework, person, casework, seen, on, Fact::Casework)
}

pub(super) fn summary(
    book: &Workbook,
    asking: &Asking<'_>,
    summary: ClosureSummary,
    seen: Vec<EventId>,
) -> Outcome {
    past(asking, [Some(summary.written_on)])?;
    in_order([book.reopened_on(), Some(summary.written_on)])?;
    text(&summary.summary, Needed::Summary)?;
    text(&summary.why, Needed::SummaryWhy)?;
    let on = summary.written_on;
    told(&book.closure_summary, Whole::Family, summary, seen, on, Fact::ClosureSummary)
}

/// What a manager says when closing.
pub(super) struct Close {
    pub on: NaiveDate,
    pub because: ClosedBecause,
    pub why: String,
    pub reasons: BTreeMap<Unfinished, String>,
}

/// Only when the work with everyone is complete; or, where the authority says so, when the family no longer
/// consents and child protection is not needed. Whatever else is unfinished has its reason.
pub(super) fn close(book: &Workbook, asking: &Asking<'_>, close: Close, seen: Vec<EventId>) -> Outcome {
    let Close { on, because, why, reasons } = close;
    past(asking, [Some(on)])?;
    in_order([book.reopened_on(), Some(on)])?;
    text(&why, Needed::ClosingWhy)?;
    let without_consent = because == ClosedBecause::NoLongerConsents;
    if without_consent {
        ensure(asking.rules.leaves_without_consent, Needed::LeavingNotSaid)?;
        ensure(book.may_leave_without_consent(asking.rules, because), Needed::NoLongerConsents)?;
    }
    let open = book.casework_open();
    let keeps_open = |what: &Unfinished| what.keeps_open() && !(without_consent && what.ends_with_consent());
    let words = |what: &Unfinished| book.unfinished_words(*what);
    let first: Vec<String> = open.iter().filter(|what| keeps_open(what)).map(words).collect();
    if !first.is_empty() {
        return Err(Refusal::CaseworkOpen(first));
    }
    let reason = |what: &Unfinished| reasons.get(what).filter(|reason| !reason.trim().is_empty());
    let unexplained: Vec<String> = open.iter().filter(|what| reason(what).is_none()).map(words).collect();
    if !unexplained.is_empty() {
        return Err(Refusal::LeftUnfinished(unexplained));
    }
    let unfinished = open
        .iter()
        .filter_map(|what| Some(LeftUnfinished { what: words(what), why: reason(what)?.clone() }))
        .collect();
    let closing = Closing::Closed { on, because, why, unfinished };
    told(&book.closing, Whole::Family, closing, seen, on, Fact::Closing)
}

pub(super) fn reopen(
    book: &Workbook,
    asking: &Asking<'_>,
    on: NaiveDate,
    because: ReopenedBecause,
    why: String,
    seen: Vec<EventId>,
) -> Outcome {
    let Some(closed_on) = book.closed_on() else { return need(Needed::NotClosed) };
    past(asking, [Some(on)])?;
    in_order([Some(closed_on), Some(on)])?;
    text(&why, Needed::ReopeningWhy)?;
    let reopened = Closing::Reopened { on, because, why };
    told(&book.closing, Whole::Family, reopened, seen, on, Fact::Closing)
}
