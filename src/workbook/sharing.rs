//! The pieces of a workbook that a family can be shown: what each says, whom it names, and who may see the record
//! that it is from. What reaches somebody is decided in `policy::visibility`.
//!
//! There is no piece of a case note, a consultation, management oversight or an alert: they are for the team alone
//! and nothing can make them shareable (`ux.md` SR6; `domain.md` E2, rule 6).

use std::collections::BTreeSet;

use crate::model::action::Owner;
use crate::model::audience::Audience;
use crate::model::choices::Choice;
use crate::model::entry::{Entry, HowKnown};
use crate::model::ids::{ActionId, EntryId, PersonId, PractitionerId, SaidId};
use crate::model::sharing::Piece;
use crate::model::showing::{AnswerTo, Said};
use crate::model::source::Source;

use super::fold::Workbook;
use super::round::actions::AgreedIn;
use super::versioned::Versioned;

/// What the team says of a supervision to a family.
const TEAM_MEETS: &str = "Your team meets to talk about how to help.";

/// Why nothing of a record can be shown: it is somebody else's to tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ForTheTeam {
    AnotherProfessional,
    ARecord,
}

/// A piece as it stands on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnRecord<'a> {
    /// In the words of the record.
    pub words: String,
    /// Everyone whom the record that it is from names.
    pub names: BTreeSet<PersonId>,
    /// The worker whom it names.
    pub worker: Option<PractitionerId>,
    /// Who may see the record that it is from; none where a record has no audience of its own.
    pub audience: Option<&'a Audience>,
    /// Whose own words it is.
    pub said_by: Option<PersonId>,
    pub from: Option<Source>,
    /// Who wrote it; nobody where it is the team's.
    pub writers: BTreeSet<PractitionerId>,
    pub for_the_team: Option<ForTheTeam>,
    /// Whether two versions of the record stand beside each other.
    pub undecided: bool,
}

impl Workbook {
    /// A piece as it stands. `None`: there is no such thing, it was entered in error, or it says nothing.
    pub fn on_record(&self, piece: Piece) -> Option<OnRecord<'_>> {
        let found = match piece {
            Piece::GoingWell(id) => self.of_entry(id, |entry| entry.going_well.clone(), None),
            Piece::Needs(id) => self.of_entry(id, |entry| entry.needs.clone(), None),
            Piece::OwnWords(id, who) => self.of_entry(id, |entry| quoted(entry, who), Some(who)),
            Piece::Analysis(id, child) => {
                self.of_entry(id, |entry| entry.analysis.get(&child).cloned().unwrap_or_default(), None)
            }
            Piece::Action(id) => self.of_action(id),
            Piece::Supervision(id) => {
                let meeting = self.meeting(id)?;
                let undecided = meeting.plan_history().is_some_and(Versioned::is_in_conflict);
                meeting.plan().map(|_| OnRecord { undecided, ..of_the_team(TEAM_MEETS) })
            }
            Piece::Visit(id) => {
                let thing = self.visits.get(id)?;
                thing.current().map(|visit| OnRecord {
                    names: visit.people(),
                    audience: Some(&visit.audience),
                    from: Some(Source::Visit(id)),
                    writers: writers(thing),
                    undecided: thing.is_in_conflict(),
                    ..of_the_team(&visit.note)
                })
            }
            Piece::Threshold(id) => {
                let thing = self.thresholds.get(id)?;
                thing.current().map(|decision| OnRecord {
                    names: [decision.child].into(),
                    undecided: thing.is_in_conflict(),
                    ..of_the_team(&format!(
                        "{}: {}. {}",
                        self.name_of(decision.child),
                        decision.to.label(),
                        decision.why
                    ))
                })
            }
            Piece::Worker(worker) => self
                .is_in_team(worker)
                .then(|| OnRecord { worker: Some(worker), ..of_the_team(&self.author_name(worker)) }),
            Piece::Said(id) => self.of_said(id),
        };
        found.filter(|it| !it.words.trim().is_empty())
    }

    /// Everything that could be shown, if somebody chose it, in order of kind.
    pub fn pieces(&self) -> Vec<Piece> {
        let entries = self.entries.all().flat_map(|(id, entry)| of_one_entry(id, entry));
        let visits = self.visits.all().map(|(id, _)| Piece::Visit(id));
        let actions = self.actions().into_iter().map(|agreed| Piece::Action(agreed.action.id));
        let meetings = self.meetings().into_iter().map(|meeting| Piece::Supervision(meeting.id));
        let thresholds = self.thresholds.all().map(|(id, _)| Piece::Threshold(id));
        let members = self.memberships.all().filter_map(|(_, member)| member.practitioner);
        let workers = self.team.all().map(|(id, _)| id).chain(members).map(Piece::Worker);
        let said = self.said.all().map(|(id, _)| Piece::Said(id));
        let all = entries.chain(visits).chain(actions).chain(meetings).chain(thresholds);
        let once: BTreeSet<Piece> = all.chain(workers).chain(said).collect();
        once.into_iter().filter(|piece| self.on_record(*piece).is_some()).collect()
    }

    fn is_in_team(&self, worker: PractitionerId) -> bool {
        self.team.current(worker).is_some()
            || self.memberships.all().any(|(_, member)| member.practitioner == Some(worker))
    }

    fn of_entry(
        &self,
        id: EntryId,
        words: impl Fn(&Entry) -> String,
        said_by: Option<PersonId>,
    ) -> Option<OnRecord<'_>> {
        let thing = self.entries.get(id)?;
        let entry = thing.current()?;
        Some(OnRecord {
            names: entry.people(),
            audience: Some(&entry.audience),
            said_by,
            from: Some(Source::Entry(id)),
            writers: writers(thing),
            for_the_team: match entry.how_known {
                HowKnown::TheyToldMe | HowKnown::ISawIt => None,
                HowKnown::AnotherProfessional => Some(ForTheTeam::AnotherProfessional),
                HowKnown::ARecord => Some(ForTheTeam::ARecord),
            },
            undecided: thing.is_in_conflict(),
            ..of_the_team(&words(entry))
        })
    }

    fn of_action(&self, id: ActionId) -> Option<OnRecord<'_>> {
        let agreed = self.action(id)?;
        let (owner, worker) = match &agreed.action.who {
            Some(Owner::Person(person)) => (Some(*person), None),
            Some(Owner::Practitioner(worker)) => (None, Some(*worker)),
            Some(Owner::Other(_)) | None => (None, None),
        };
        let (children, undecided) = match agreed.agreed_in {
            AgreedIn::Plan(plan) => {
                let thing = self.plans.get(plan)?;
                let goals = thing.current().into_iter().flat_map(|plan| &plan.goals);
                let own = goals.filter(|goal| goal.steps.iter().any(|step| step.id == id));
                (own.flat_map(|goal| goal.children.iter().copied()).collect(), thing.is_in_conflict())
            }
            AgreedIn::Supervision(supervision) => {
                let notes = self.notes.get(supervision);
                (BTreeSet::new(), notes.is_some_and(Versioned::is_in_conflict))
            }
        };
        let names = owner.into_iter().chain(children).collect();
        Some(OnRecord { names, worker, undecided, ..of_the_team(&agreed.action.what) })
    }

    fn of_said(&self, id: SaidId) -> Option<OnRecord<'_>> {
        let thing = self.said.get(id)?;
        let said = thing.current()?;
        // What was said to a piece is about whomever the piece is about.
        let about = match said.to {
            AnswerTo::Piece(Piece::Said(_))
            | AnswerTo::Nothing
            | AnswerTo::Hopes
            | AnswerTo::Different
            | AnswerTo::Scale(_)
            | AnswerTo::Agreement => BTreeSet::new(),
            AnswerTo::Piece(piece) => self.on_record(piece).map(|it| it.names).unwrap_or_default(),
        };
        Some(OnRecord {
            names: about.into_iter().chain([said.who]).collect(),
            audience: Some(&said.audience),
            said_by: Some(said.who),
            undecided: thing.is_in_conflict(),
            ..of_the_team(&answer(said))
        })
    }
}

/// The pieces of one entry; each may turn out to say nothing.
fn of_one_entry(id: EntryId, entry: &Entry) -> Vec<Piece> {
    let spoke: BTreeSet<PersonId> = entry.own_words.iter().map(|quote| quote.who).collect();
    [Piece::GoingWell(id), Piece::Needs(id)]
        .into_iter()
        .chain(spoke.into_iter().map(|who| Piece::OwnWords(id, who)))
        .chain(entry.analysis.keys().map(|child| Piece::Analysis(id, *child)))
        .collect()
}

/// Everything that an entry has of somebody's own words.
fn quoted(entry: &Entry, who: PersonId) -> String {
    let own = entry.own_words.iter().filter(|quote| quote.who == who);
    own.map(|quote| quote.words.as_str()).collect::<Vec<_>>().join("\n")
}

/// What an answer says: the words, and of a place on a scale at least the place.
fn answer(said: &Said) -> String {
    let texts: Vec<&str> = said.texts().collect();
    match (texts.is_empty(), said.number) {
        (true, Some(number)) => number.to_string(),
        _ => texts.join("\n"),
    }
}

/// What is the team's, and names nobody.
fn of_the_team(words: &str) -> OnRecord<'static> {
    OnRecord {
        words: words.to_owned(),
        names: BTreeSet::new(),
        worker: None,
        audience: None,
        said_by: None,
        from: None,
        writers: BTreeSet::new(),
        for_the_team: None,
        undecided: false,
    }
}

fn writers<T>(thing: &Versioned<T>) -> BTreeSet<PractitionerId> {
    thing.versions().map(|version| version.author).collect()
}
