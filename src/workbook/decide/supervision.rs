//! Planning a supervision, moving it, and recording that it was held. There is no way to cancel one: it is
//! never cancelled, only rearranged (WSX flow chart; `domain.md` R54).

use chrono::{NaiveDate, NaiveTime, TimeDelta};

use crate::model::ids::{EventId, SupervisionId};
use crate::model::supervision::{Held, Moved, Supervision};

use super::permission::Act;
use super::{Asking, Outcome, RoundRefusal, blank, revision};
use crate::workbook::fact::Fact;
use crate::workbook::fold::Workbook;
use crate::workbook::round::Meeting;

/// Something about when a supervision is and who comes.
#[derive(Debug, Clone, PartialEq)]
pub enum SupervisionCommand {
    /// A new one, or new details of one that stays on its day.
    Plan {
        id: SupervisionId,
        supervision: Supervision,
        seen: Vec<EventId>,
    },
    /// To another day, for a reason: the code of one of the authority's, where it names any, and words.
    Move {
        id: SupervisionId,
        to: NaiveDate,
        at: Option<NaiveTime>,
        reason: Option<String>,
        words: String,
        seen: Vec<EventId>,
    },
    /// Everyone was reminded today of the meeting and of their summary (R45).
    Remind {
        id: SupervisionId,
        seen: Vec<EventId>,
    },
    RecordHeld {
        id: SupervisionId,
        held: Held,
        seen: Vec<EventId>,
    },
}

pub(super) fn decide(book: &Workbook, asking: &Asking<'_>, command: SupervisionCommand) -> Outcome {
    match command {
        SupervisionCommand::Plan { id, supervision, seen } => plan(book, asking, id, supervision, seen),
        SupervisionCommand::Move { id, to, at, reason, words, seen } => {
            rearrange(book, asking, id, (to, at), (reason, words), seen)
        }
        SupervisionCommand::Remind { id, seen } => remind(book, asking, id, seen),
        SupervisionCommand::RecordHeld { id, held, seen } => hold(book, asking, id, held, seen),
    }
}

/// The supervision of this id, unless it is authorised and so does not change.
pub(super) fn open(book: &Workbook, id: SupervisionId) -> Result<Meeting<'_>, RoundRefusal> {
    let meeting = book.meeting(id).ok_or(RoundRefusal::NoSuchSupervision)?;
    if meeting.is_locked() { Err(RoundRefusal::Authorised) } else { Ok(meeting) }
}

fn plan(
    book: &Workbook,
    asking: &Asking<'_>,
    id: SupervisionId,
    mut supervision: Supervision,
    seen: Vec<EventId>,
) -> Outcome {
    asking.may(Act::PlanSupervision)?;
    if !asking.rules.round.supervision {
        return Err(RoundRefusal::SupervisionNotUsed.into());
    }
    // How it came to its day is not for a form of details to say.
    (supervision.moved, supervision.reminded_on) = (Vec::new(), None);
    if book.meeting(id).is_some() {
        open(book, id)?;
        let same_day = book
            .supervisions
            .get(id)
            .into_iter()
            .flat_map(|thing| thing.heads())
            .find_map(|head| head.value.as_ref().filter(|plan| plan.on == supervision.on));
        let standing = same_day.ok_or(RoundRefusal::MoveInstead)?;
        (supervision.moved, supervision.reminded_on) = (standing.moved.clone(), standing.reminded_on);
    }
    Ok(revision(&book.supervisions, id, Some(supervision), String::new(), seen).map(Fact::Supervision))
}

fn rearrange(
    book: &Workbook,
    asking: &Asking<'_>,
    id: SupervisionId,
    (to, at): (NaiveDate, Option<NaiveTime>),
    (reason, words): (Option<String>, String),
    seen: Vec<EventId>,
) -> Outcome {
    asking.may(Act::RearrangeSupervision)?;
    let meeting = open(book, id)?;
    if let Some(held) = meeting.held() {
        return Err(RoundRefusal::AlreadyHeld(held.on).into());
    }
    let standing = meeting.plan().ok_or(RoundRefusal::NoSuchSupervision)?;
    if standing.on == to {
        return Err(RoundRefusal::SameDay.into());
    }
    let why = moving_reason(asking, standing.on, to, reason, words)?;
    let mut moved = Supervision { on: to, at, reminded_on: None, ..standing.clone() };
    moved.moved.push(why);
    Ok(revision(&book.supervisions, id, Some(moved), String::new(), seen).map(Fact::Supervision))
}

/// Why it is moved: one of the authority's reasons, where it names any; otherwise words.
fn moving_reason(
    asking: &Asking<'_>,
    from: NaiveDate,
    to: NaiveDate,
    reason: Option<String>,
    words: String,
) -> Result<Moved, RoundRefusal> {
    let allowed = &asking.rules.round.moving;
    if allowed.is_empty() {
        return if blank(&words) {
            Err(RoundRefusal::NoMovingReason)
        } else {
            Ok(Moved { from, reason: None, words })
        };
    }
    let Some(rule) = allowed.iter().find(|rule| Some(&rule.code) == reason.as_ref()) else {
        let reasons: Vec<&str> = allowed.iter().map(|rule| rule.words.as_str()).collect();
        return Err(RoundRefusal::NotAReason(reasons.join("; ")));
    };
    if let Some(days) = rule.most_days {
        let until = from + TimeDelta::days(i64::from(days));
        if to > until {
            return Err(RoundRefusal::MovedTooFar(days, until));
        }
    }
    let said = if blank(&words) { rule.words.clone() } else { format!("{}: {words}", rule.words) };
    Ok(Moved { from, reason, words: said })
}

fn remind(book: &Workbook, asking: &Asking<'_>, id: SupervisionId, seen: Vec<EventId>) -> Outcome {
    asking.may(Act::PlanSupervision)?;
    let meeting = open(book, id)?;
    let standing = meeting.plan().ok_or(RoundRefusal::NoSuchSupervision)?;
    let reminded = Supervision { reminded_on: Some(asking.today), ..standing.clone() };
    Ok(revision(&book.supervisions, id, Some(reminded), String::new(), seen).map(Fact::Supervision))
}

fn hold(book: &Workbook, asking: &Asking<'_>, id: SupervisionId, held: Held, seen: Vec<EventId>) -> Outcome {
    asking.may(Act::PlanSupervision)?;
    open(book, id)?;
    if held.on > asking.today {
        return Err(RoundRefusal::HeldInFuture.into());
    }
    if held.from.zip(held.until).is_some_and(|(from, until)| until <= from) {
        return Err(RoundRefusal::EndBeforeBeginning.into());
    }
    if held.present.is_empty() {
        return Err(RoundRefusal::NobodyCame.into());
    }
    for (who, absence) in &held.absent {
        let name = || book.author_name(*who);
        if held.present.contains(who) {
            return Err(RoundRefusal::ThereAndNot(name()).into());
        }
        if blank(&absence.why) {
            return Err(RoundRefusal::NoAbsenceReason(name()).into());
        }
    }
    Ok(revision(&book.held, id, Some(held), String::new(), seen).map(Fact::Held))
}
