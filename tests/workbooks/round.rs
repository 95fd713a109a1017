//! What tests of the monthly round say again and again.

use chrono::{NaiveDate, TimeDelta};
use hearth::model::action::{Action, ByWhen, Owner};
use hearth::model::ids::{
    ActionId, AddendumId, ChronologyId, CopyId, EventId, NoteId, PlanId, RequestId, ReviewId, SignatureId,
    SupervisionId, VisitId,
};
use hearth::model::rating::{AgreedRating, Contribution, Rag, Rating};
use hearth::model::summary::SummaryText;
use hearth::model::supervision::{Held, Notes, Supervision, ThresholdReview};
use hearth::model::visit::{Contact, Place, Visit};
use hearth::workbook::decide::{Command, NotesCommand, RatingCommand, SummaryCommand, SupervisionCommand};
use hearth::workbook::round::Meeting;

use super::{AMARA, Device, KAYLA, LEON, practitioner_id, today};

macro_rules! number {
    ($($name:ident $id:ident;)+) => {
        $(pub fn $name(number: u64) -> $id {
            $id::from_bytes((number as u128).to_be_bytes())
        })+
    };
}

number! {
    supervision_id SupervisionId;
    addendum_id AddendumId;
    action_id ActionId;
    visit_id VisitId;
    note_id NoteId;
    request_id RequestId;
    plan_id PlanId;
    review_id ReviewId;
    copy_id CopyId;
    signature_id SignatureId;
    chronology_id ChronologyId;
}

/// The supervision of most tests.
pub const FIRST: SupervisionId = SupervisionId::from_bytes((201u128).to_be_bytes());
pub const SECOND: SupervisionId = SupervisionId::from_bytes((202u128).to_be_bytes());

/// So many days from the tests' day: `days(-1)` was yesterday.
pub fn days(number: i64) -> NaiveDate {
    today() + TimeDelta::days(number)
}

pub fn supervision(on: NaiveDate) -> Supervision {
    Supervision {
        on,
        at: None,
        minutes: None,
        place: String::new(),
        form: Default::default(),
        chair: Some(practitioner_id(super::MANAGER)),
        invited: Default::default(),
        guests: vec![],
        reminded_on: None,
        moved: vec![],
    }
}

pub fn held(on: NaiveDate) -> Held {
    Held {
        on,
        from: None,
        until: None,
        chair: None,
        present: [practitioner_id(super::MANAGER), practitioner_id(super::SOCIAL_WORKER)].into(),
        absent: Default::default(),
        others_present: String::new(),
    }
}

pub fn rating(level: Rag, reason: &str) -> Rating {
    Rating { level, reason: reason.to_owned(), attributable_to: Default::default() }
}

pub fn agreed(level: Rag, reason: &str, change: &str, difference: &str) -> AgreedRating {
    AgreedRating {
        level,
        reason: reason.to_owned(),
        change: change.to_owned(),
        difference: difference.to_owned(),
    }
}

pub fn action(number: u64, what: &str) -> Action {
    Action {
        id: action_id(number),
        what: what.to_owned(),
        who: Some(Owner::Person(AMARA)),
        by: Some(ByWhen::On(days(14))),
        how_known: "Kayla says so".to_owned(),
    }
}

pub fn notes(decisions: &str, actions: Vec<Action>) -> Notes {
    let reviewed = ThresholdReview { words: "Still a child in need".to_owned(), ..Default::default() };
    let thresholds = [(KAYLA, reviewed.clone()), (LEON, reviewed)].into();
    Notes { decisions: decisions.to_owned(), thresholds, actions, ..Notes::default() }
}

pub fn summary(synopsis: &str) -> SummaryText {
    SummaryText { synopsis: synopsis.to_owned(), ..SummaryText::default() }
}

/// A visit of yesterday at which Kayla was seen.
pub fn visit() -> Visit {
    Visit {
        on: days(-1),
        from: None,
        until: None,
        statutory: true,
        place: Place::Home,
        by: Default::default(),
        children: [(KAYLA, Contact::Seen { why_not_alone: String::new() })].into(),
        adults: [AMARA].into(),
        others_present: String::new(),
        note: "Kayla showed me her room".to_owned(),
        meaning: Default::default(),
        own_words: vec![],
        evidence_for: vec![],
        audience: Default::default(),
    }
}

impl Device {
    #[track_caller]
    pub fn meeting(&self, id: SupervisionId) -> Meeting<'_> {
        self.book.meeting(id).unwrap_or_else(|| panic!("no such supervision"))
    }

    pub fn plan_on(&self, id: SupervisionId, on: NaiveDate) -> Command {
        let seen =
            self.book.meeting(id).and_then(|it| Some(it.plan_history()?.head_ids())).unwrap_or_default();
        Command::Supervision(SupervisionCommand::Plan { id, supervision: supervision(on), seen })
    }

    pub fn move_to(&self, id: SupervisionId, to: NaiveDate, reason: &str, words: &str) -> Command {
        let seen =
            self.book.meeting(id).and_then(|it| Some(it.plan_history()?.head_ids())).unwrap_or_default();
        let (reason, words) = ((!reason.is_empty()).then(|| reason.to_owned()), words.to_owned());
        Command::Supervision(SupervisionCommand::Move { id, to, at: None, reason, words, seen })
    }

    pub fn hold(&self, id: SupervisionId, held: Held) -> Command {
        let seen =
            self.book.meeting(id).and_then(|it| Some(it.held_history()?.head_ids())).unwrap_or_default();
        Command::Supervision(SupervisionCommand::RecordHeld { id, held, seen })
    }

    pub fn rate(&self, supervision: SupervisionId, rating: Rating) -> Command {
        let own = |it: &Meeting<'_>| Some(it.own_rating(self.practitioner.id)?.head_ids());
        let seen = self.book.meeting(supervision).as_ref().and_then(own).unwrap_or_default();
        Command::Rating(RatingCommand::Rate { supervision, rating, seen })
    }

    pub fn agree(&self, supervision: SupervisionId, rating: AgreedRating) -> Command {
        let seen = self.book.meeting(supervision).and_then(|it| Some(it.agreed_history()?.head_ids()));
        Command::Rating(RatingCommand::Agree { supervision, rating, seen: seen.unwrap_or_default() })
    }

    pub fn write_summary(&self, supervision: SupervisionId, text: SummaryText, submit: bool) -> Command {
        self.change_summary(supervision, text, submit, "")
    }

    pub fn change_summary(
        &self,
        supervision: SupervisionId,
        text: SummaryText,
        submit: bool,
        reason: &str,
    ) -> Command {
        let of = Contribution { supervision, practitioner: self.practitioner.id };
        let seen = self.book.summaries.head_ids(of);
        Command::Summary(SummaryCommand::Write { supervision, text, submit, reason: reason.to_owned(), seen })
    }

    pub fn note_heads(&self, supervision: SupervisionId) -> Vec<EventId> {
        self.book.meeting(supervision).and_then(|it| Some(it.notes_history()?.head_ids())).unwrap_or_default()
    }

    fn sign_off_heads(&self, supervision: SupervisionId) -> Vec<EventId> {
        let heads = self.book.meeting(supervision).and_then(|it| Some(it.sign_off_history()?.head_ids()));
        heads.unwrap_or_default()
    }

    pub fn write(&self, supervision: SupervisionId, notes: Notes) -> Command {
        let seen = self.note_heads(supervision);
        Command::Notes(NotesCommand::Write { supervision, notes: Box::new(notes), seen })
    }

    pub fn submit(&self, supervision: SupervisionId) -> Command {
        let (notes, seen) = (self.note_heads(supervision), self.sign_off_heads(supervision));
        Command::Notes(NotesCommand::Submit { supervision, notes, seen })
    }

    pub fn send_back(&self, supervision: SupervisionId, why: &str) -> Command {
        let (notes, seen) = (self.note_heads(supervision), self.sign_off_heads(supervision));
        Command::Notes(NotesCommand::Return { supervision, notes, why: why.to_owned(), seen })
    }

    pub fn authorise(&self, supervision: SupervisionId, although: &str) -> Command {
        let (notes, seen) = (self.note_heads(supervision), self.sign_off_heads(supervision));
        Command::Notes(NotesCommand::Authorise { supervision, notes, although: although.to_owned(), seen })
    }

    pub fn add(
        &self,
        number: u64,
        supervision: SupervisionId,
        text: &str,
        takes_up: Vec<EventId>,
    ) -> Command {
        let text = text.to_owned();
        Command::Notes(NotesCommand::Add { id: addendum_id(number), supervision, text, takes_up })
    }

    /// A supervision of that day, from its planning until its notes are with the manager.
    #[track_caller]
    pub fn run_until_submitted(&mut self, id: SupervisionId, on: NaiveDate) {
        self.hand_to(super::ADMIN);
        self.record(self.plan_on(id, on));
        self.hand_to(super::SOCIAL_WORKER);
        self.record(self.rate(id, rating(Rag::Amber, "Mornings are calmer")));
        self.record(self.write_summary(id, summary("Two visits"), true));
        self.hand_to(super::MANAGER);
        self.record(Command::Rating(RatingCommand::Reveal { supervision: id }));
        self.record(self.agree(id, agreed(Rag::Amber, "We all see it", "It was another", "")));
        self.hand_to(super::ADMIN);
        self.record(self.hold(id, held(on)));
        let number = u64::from(id.to_bytes()[15]) * 10;
        self.record(self.write(id, notes("To go on", vec![action(number, "Ring school")])));
        self.record(self.submit(id));
    }

    /// The same, and authorised by the manager.
    #[track_caller]
    pub fn run(&mut self, id: SupervisionId, on: NaiveDate) {
        self.run_until_submitted(id, on);
        self.hand_to(super::MANAGER);
        self.record(self.authorise(id, ""));
    }
}
