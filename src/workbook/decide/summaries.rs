//! A worker's own summary for a supervision, and the case summary (WSX appendix 6; `domain.md` R35 to R37).

use crate::model::ids::{EventId, SupervisionId};
use crate::model::rating::Contribution;
use crate::model::source::Source;
use crate::model::summary::{CaseSummary, SummaryText, WorkbookSummary};

use super::permission::Act;
use super::{Asking, Field, Outcome, Refusal, RoundRefusal, blank, revision};
use crate::workbook::fact::{Fact, Whole};
use crate::workbook::fold::Workbook;
use crate::workbook::round::summaries::{Handed, handed};

/// Something about a summary.
#[derive(Debug, Clone, PartialEq)]
pub enum SummaryCommand {
    /// One's own. The period is worked out: since the supervision before, and nothing older.
    Write {
        supervision: SupervisionId,
        text: SummaryText,
        /// Whether it is handed in; one that was stays so.
        submit: bool,
        /// Why it is changed after it was handed in.
        reason: String,
        seen: Vec<EventId>,
    },
    /// The family's case summary, renewed today.
    RenewCaseSummary { summary: CaseSummary, seen: Vec<EventId> },
}

pub(super) fn decide(book: &Workbook, asking: &Asking<'_>, command: SummaryCommand) -> Outcome {
    match command {
        SummaryCommand::Write { supervision, text, submit, reason, seen } => {
            write(book, asking, supervision, text, (submit, reason), seen)
        }
        SummaryCommand::RenewCaseSummary { summary, seen } => renew(book, asking, summary, seen),
    }
}

fn write(
    book: &Workbook,
    asking: &Asking<'_>,
    supervision: SupervisionId,
    text: SummaryText,
    (submit, reason): (bool, String),
    seen: Vec<EventId>,
) -> Outcome {
    if !asking.rules.round.summaries {
        return Err(RoundRefusal::SummariesNotUsed.into());
    }
    asking.may(Act::OwnSummary)?;
    let meeting = book.meeting(supervision).ok_or(RoundRefusal::NoSuchSupervision)?;
    let of = Contribution { supervision, practitioner: asking.practitioner.id };
    let here = book.summaries.get(of);
    let was_in = here.is_some_and(|here| handed(here) != Handed::Draft);
    if !text.has_words() {
        return Err(RoundRefusal::EmptySummary.into());
    }
    for child in text.observations.keys().chain(text.threshold_views.keys()) {
        match book.people.get(*child).and_then(|person| person.latest().value.as_ref()) {
            Some(person) if !person.is_child() => return Err(Refusal::AnalysisOfAdult),
            None if book.people.get(*child).is_none() => return Err(Refusal::NoSuchPerson(Field::Analysis)),
            Some(_) | None => {}
        }
    }
    let before =
        || here.into_iter().flat_map(|here| here.versions()).filter_map(|version| version.value.as_ref());
    for source in &text.references {
        // What was withdrawn since stays named where it was named.
        if before().any(|old| old.text.references.contains(source)) {
            continue;
        }
        let what = describe(book, *source).ok_or(RoundRefusal::NoSuchSource)?;
        if let Some(since) = meeting.period(asking.today).since
            && !meeting.is_in_period(*source, asking.today)
        {
            return Err(RoundRefusal::OutsidePeriod { what, since }.into());
        }
    }
    if submit && asking.rules.round.ratings && !meeting.has_rated(asking.practitioner.id) {
        return Err(RoundRefusal::NoRating.into());
    }
    let summary = WorkbookSummary { period: meeting.period(asking.today), submitted: submit || was_in, text };
    let changes = here.and_then(|here| here.current()).is_none_or(|old| old.text != summary.text);
    if was_in && !changes {
        return Ok(None);
    }
    if was_in && blank(&reason) {
        return Err(RoundRefusal::NoSummaryReason.into());
    }
    Ok(revision(&book.summaries, of, Some(summary), reason, seen).map(Fact::Summary))
}

/// What a source is, as a list of references says it; none when it is not here.
fn describe(book: &Workbook, source: Source) -> Option<String> {
    Some(match source {
        Source::Entry(id) => format!("The entry of {}", book.entries.current(id)?.done_on),
        Source::Visit(id) => {
            format!("The visit of {}", crate::model::dates::day_words(book.visits.current(id)?.on))
        }
        Source::CaseNote(id) => {
            format!("The note of {}", crate::model::dates::day_words(book.case_notes.current(id)?.on))
        }
    })
}

fn renew(book: &Workbook, asking: &Asking<'_>, summary: CaseSummary, seen: Vec<EventId>) -> Outcome {
    asking.may(Act::RenewCaseSummary)?;
    if !summary.has_words() {
        return Err(RoundRefusal::EmptyCaseSummary.into());
    }
    if summary.childrens_views.keys().any(|child| book.people.get(*child).is_none()) {
        return Err(Refusal::NoSuchPerson(Field::Analysis));
    }
    // Renewed today even where every word still holds.
    let summary = CaseSummary { as_of: asking.today, ..summary };
    Ok(revision(&book.case_summaries, Whole::Family, Some(summary), String::new(), seen)
        .map(Fact::CaseSummary))
}
