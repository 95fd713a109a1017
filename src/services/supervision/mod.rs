//! What the screens of supervision share: who is in it, what may be done by whom, and the boxes and words of its
//! notes (`domain.md` R45 to R58; `ux.md` S17 to S20).

pub mod across;
pub mod actions;
pub mod live;
pub mod notes;
pub mod people;
pub mod ratings;
pub mod record;

use crate::model::choices::Choice;
use crate::model::dates::day_words;
use crate::model::ids::{EventId, SupervisionId};
use crate::model::rating::Rag;
use crate::model::supervision::Supervision;
use crate::policy::london::london;
use crate::policy::practice;
use crate::policy::profile::practice::Part;
use crate::policy::profile::words::Concept;
use crate::services::here::Here;
use crate::services::leaf::{Tag, Tone};
use crate::services::words::sentence;
use crate::workbook::decide::permission::Act;
use crate::workbook::decide::rules::Rules;
use crate::workbook::round::Meeting;
use crate::workbook::round::meeting::Stage;
use crate::workbook::versioned::Versioned;

/// The supervision whose id stands in an address.
pub fn meeting<'a>(of: Option<&str>, here: &Here<'a>) -> Option<Meeting<'a>> {
    here.book.meeting(of?.parse().ok()?)
}

/// As [`meeting`], while it can still change.
pub fn open_meeting<'a>(of: Option<&str>, here: &Here<'a>) -> Option<Meeting<'a>> {
    meeting(of, here).filter(|meeting| !meeting.is_locked())
}

/// The versions on screen: what a change of a thing names as seen.
pub fn heads<T>(history: Option<&Versioned<T>>) -> Vec<EventId> {
    history.map(Versioned::head_ids).unwrap_or_default()
}

/// What is ruled today.
pub fn rules(here: &Here<'_>) -> Rules {
    practice::rules_of(here.profile())
}

/// Whether whoever looks may do it.
pub fn may(here: &Here<'_>, act: Act) -> bool {
    rules(here).permissions.allows(&here.me.role, act)
}

/// Who may do it, as a sentence ends.
pub fn whose(here: &Here<'_>, act: Act) -> String {
    rules(here).permissions.words(act)
}

/// Whether the authority has Family Safeguarding supervision.
pub fn is_used(here: &Here<'_>) -> bool {
    here.profile().uses(Part::GroupSupervision)
}

/// Whether the authority rates families red, amber or green.
pub fn is_rated(here: &Here<'_>) -> bool {
    here.profile().uses(Part::Rating)
}

/// What the authority calls it, to begin a sentence.
pub fn called(here: &Here<'_>) -> String {
    sentence(here.profile().word(Concept::Supervision))
}

/// "Supervision of 3 March 2026".
pub fn title(meeting: &Meeting<'_>) -> String {
    let day = meeting.day().map(|day| format!(" of {}", day_words(day))).unwrap_or_default();
    format!("Supervision{day}")
}

/// "3 March 2026, 10:00".
pub fn when(plan: &Supervision) -> String {
    let time = plan.at.map(|at| format!(", {}", at.format("%H:%M"))).unwrap_or_default();
    format!("{}{time}", day_words(plan.on))
}

/// How far it has come, in a word or two.
pub fn stage_tag(stage: &Stage) -> Tag {
    match stage {
        Stage::Planned => Tag::new("Planned", Tone::Plain),
        Stage::Held => Tag::new("Notes to complete", Tone::Attention),
        Stage::Submitted { .. } => Tag::new("With the manager", Tone::Attention),
        Stage::Returned { .. } => Tag::new("Returned", Tone::Attention),
        Stage::Authorised { at, .. } => {
            Tag::new(format!("Authorised {}", day_words(london(*at).date())), Tone::Good)
        }
    }
}

/// A rating as a word with its colour.
pub fn rag_tag(level: Rag) -> Tag {
    let tone = match level {
        Rag::Green => Tone::Green,
        Rag::Amber => Tone::Amber,
        Rag::Red => Tone::Red,
    };
    Tag::new(level.label(), tone)
}

/// The id in an address of something that stands in a supervision: `<supervision>.<it>`.
pub fn in_meeting<T: std::str::FromStr>(of: &str) -> Option<(SupervisionId, T)> {
    let (meeting, own) = of.split_once('.')?;
    Some((meeting.parse().ok()?, own.parse().ok()?))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::model::ids::PractitionerId;
    use crate::model::practitioner::{Practitioner, Role};
    use crate::model::rating::Rating;
    use crate::model::supervision::{Held, Notes};
    use crate::services::sample::{Sample, today};
    use crate::services::sheets;
    use crate::workbook::decide::{Command, NotesCommand, RatingCommand, SupervisionCommand};

    pub(crate) const SOCIAL_WORKER: u8 = 1;
    pub(crate) const RECOVERY_WORKER: u8 = 2;
    pub(crate) const MANAGER: u8 = 3;
    pub(crate) const ADMINISTRATOR: u8 = 4;

    pub(crate) fn worker(number: u8) -> PractitionerId {
        PractitionerId::from_bytes([number; 16])
    }

    pub(crate) fn first() -> SupervisionId {
        SupervisionId::from_bytes([21; 16])
    }

    pub(crate) fn role(number: u8) -> Role {
        match number {
            SOCIAL_WORKER => Role::SocialWorker,
            RECOVERY_WORKER => Role::RecoveryWorker,
            MANAGER => Role::TeamManager,
            _ => Role::Administrator,
        }
    }

    pub(crate) fn hand(sample: &mut Sample, number: u8) {
        sample.hand_to(number, role(number));
    }

    /// Reads as one of the team.
    pub(crate) fn as_worker<T>(sample: &Sample, number: u8, read: impl FnOnce(&Here<'_>) -> T) -> T {
        let me = Practitioner {
            id: worker(number),
            name: "Whoever looks".into(),
            role: role(number),
            employer: String::new(),
            team: String::new(),
        };
        let here = sheets::tests::here(&sample.book);
        read(&Here { me: &me, ..here })
    }

    pub(crate) fn plan() -> Supervision {
        Supervision {
            on: today(),
            at: None,
            minutes: Some(30),
            place: String::new(),
            form: Default::default(),
            chair: Some(worker(MANAGER)),
            invited: [SOCIAL_WORKER, RECOVERY_WORKER, MANAGER, ADMINISTRATOR].map(worker).into(),
            guests: Vec::new(),
            reminded_on: None,
            moved: Vec::new(),
        }
    }

    /// Kayla's family, with a supervision planned for today by an administrator.
    pub(crate) fn planned() -> Sample {
        let mut sample = Sample::new();
        hand(&mut sample, ADMINISTRATOR);
        sample.does(Command::Supervision(SupervisionCommand::Plan {
            id: first(),
            supervision: plan(),
            seen: vec![],
        }));
        sample
    }

    pub(crate) fn rates(sample: &mut Sample, number: u8, level: Rag) {
        hand(sample, number);
        let rating = Rating {
            level,
            reason: format!("{} reason", level.label()),
            attributable_to: Default::default(),
        };
        sample.does(Command::Rating(RatingCommand::Rate { supervision: first(), rating, seen: vec![] }));
    }

    /// Two workers rated apart, and the ratings were shown together.
    pub(crate) fn shown() -> Sample {
        let mut sample = planned();
        rates(&mut sample, SOCIAL_WORKER, Rag::Red);
        rates(&mut sample, RECOVERY_WORKER, Rag::Green);
        hand(&mut sample, MANAGER);
        sample.does(Command::Rating(RatingCommand::Reveal { supervision: first() }));
        sample
    }

    pub(crate) fn holds(sample: &mut Sample) {
        hand(sample, ADMINISTRATOR);
        let held = Held {
            on: today(),
            from: None,
            until: None,
            chair: Some(worker(MANAGER)),
            present: [worker(SOCIAL_WORKER)].into(),
            absent: Default::default(),
            others_present: String::new(),
        };
        sample.does(Command::Supervision(SupervisionCommand::RecordHeld { id: first(), held, seen: vec![] }));
    }

    pub(crate) fn writes(sample: &mut Sample, notes: Notes) {
        hand(sample, ADMINISTRATOR);
        let seen = heads(sample.book.meeting(first()).unwrap().notes_history());
        sample.does(Command::Notes(NotesCommand::Write {
            supervision: first(),
            notes: Box::new(notes),
            seen,
        }));
    }

    /// Held, with notes that were sent to the manager.
    pub(crate) fn submitted() -> Sample {
        let mut sample = planned();
        holds(&mut sample);
        writes(&mut sample, Notes { changed: "Joe moved out".into(), ..Notes::default() });
        sample.does(Command::Notes(NotesCommand::Submit {
            supervision: first(),
            notes: heads(sample.book.meeting(first()).unwrap().notes_history()),
            seen: vec![],
        }));
        sample
    }

    /// The record as the manager authorised it.
    pub(crate) fn authorised() -> Sample {
        let mut sample = submitted();
        hand(&mut sample, MANAGER);
        sample.does(Command::Notes(NotesCommand::Authorise {
            supervision: first(),
            notes: heads(sample.book.meeting(first()).unwrap().notes_history()),
            although: "The family waits".into(),
            seen: heads(sample.book.meeting(first()).unwrap().sign_off_history()),
        }));
        sample
    }
}
