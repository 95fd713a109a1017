//! The page of a supervision while it is held: what the team looks at together, step by step, and what is typed there
//! (`ux.md` S19; `domain.md` R2, R50, R58).

mod placed;
mod saving;
mod steps;

use chrono::{DateTime, Utc};

use crate::model::ids::{ActionId, SupervisionId};
use crate::navigation::{FamilyPage, Leaf};
use crate::services::here::Here;
use crate::services::leaf::Part;
use crate::services::sheet::Question;
use crate::services::typed::Fields;
use crate::services::words::count;
use crate::workbook::decide::permission::Act;
use crate::workbook::round::Meeting;
use crate::workbook::round::meeting::Stage;

pub use saving::{box_of, read};

use super::ratings::{self, Reveal};
use super::{actions, is_rated, may, notes, record, title, whose};

/// The most actions that one supervision agrees on this page; more are added in their own form.
pub const MOST_ACTIONS: usize = 12;

/// Where a draft keeps the versions of the notes that it was begun from. Words that were typed before a colleague
/// changed the notes then stand beside that change, and put nothing in its place.
pub const SEEN: &str = "live-seen";

/// The steps of the talk, in free order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepKind {
    Voice,
    Changed,
    Rating,
    Explanations,
    Threshold,
    Actions,
}

impl StepKind {
    pub fn title(self) -> &'static str {
        match self {
            Self::Voice => "Child’s voice",
            Self::Changed => "What has changed",
            Self::Rating => "Ratings and reasons",
            Self::Explanations => "What else could explain this?",
            Self::Threshold => "Threshold",
            Self::Actions => "Actions",
        }
    }
}

/// One step: what is there to see, and what is asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    pub kind: StepKind,
    /// Whether something of it is on the record.
    pub done: bool,
    pub said: Vec<Part>,
    /// Side by side.
    pub cards: Vec<Part>,
    pub questions: Vec<Question>,
    /// Boxes that come one set after the other as they are needed.
    pub rows: Vec<Vec<Question>>,
}

/// The whole page.
#[derive(Debug, Clone, PartialEq)]
pub struct Live {
    pub title: String,
    pub minutes: Option<u16>,
    pub back: FamilyPage,
    pub separated: bool,
    pub example: bool,
    /// Why the notes cannot be written now by whoever looks.
    pub read_only: Option<String>,
    pub reveal: Reveal,
    pub steps: Vec<Step>,
    pub filled: Fields,
    /// The versions of the notes that are on screen, to be kept in the draft under [`SEEN`].
    pub seen: String,
}

impl Live {
    /// The step in which a box stands.
    pub fn step_of(&self, id: &str) -> Option<StepKind> {
        let in_it = |question: &Question| {
            question.what.id().is_some_and(|own| {
                let part = id.strip_prefix(own);
                part.is_some_and(|part| ["", "-day", "-month", "-year"].contains(&part))
            })
        };
        let step = self.steps.iter().find(|step| step.asked().any(in_it));
        step.map(|step| step.kind)
    }

    /// The box, where whoever looks has it; otherwise the first of theirs.
    pub fn box_or_first(&self, id: String) -> String {
        match self.step_of(&id) {
            Some(_) => id,
            None => {
                let mut asked = self.steps.iter().flat_map(Step::asked);
                asked.find_map(|question| question.what.id()).unwrap_or_default().to_owned()
            }
        }
    }

    /// Every question of the page.
    pub fn asked(&self) -> Vec<Question> {
        self.steps.iter().flat_map(Step::asked).cloned().collect()
    }

    /// Whether whoever looks can write anything.
    pub fn has_boxes(&self) -> bool {
        self.steps.iter().flat_map(Step::asked).any(|question| question.what.id().is_some())
    }
}

impl Step {
    fn asked(&self) -> impl Iterator<Item = &Question> {
        self.questions.iter().chain(self.rows.iter().flatten())
    }
}

/// How many sets of boxes for actions are in use, the empty ones between them too.
pub fn rows_in_use(typed: &Fields) -> usize {
    let used = |place: &usize| {
        let start = format!("{}-", action_at(*place));
        typed.iter().any(|(id, words)| id.starts_with(&start) && !words.trim().is_empty())
    };
    (0..MOST_ACTIONS).rev().find(used).map_or(0, |place| place + 1)
}

/// What the team is reminded of while it talks (WAL "Practice principles"; WSX 3 and 9). The principles are the
/// guidance's, the questions ours.
pub const PROMPTS: [(&str, &str); 3] = [
    ("Sharing risk", "What are we each worried about, and what do we hold together?"),
    ("Managing anxiety and uncertainty", "What do we not know yet, and how could we find out?"),
    ("Having difficult conversations", "What needs to be said to the family, by whom, and how?"),
];

/// The six practice principles (WAL "Practice principles"; WSX 3; `domain.md` R2).
pub const PRINCIPLES: [&str; 6] = [
    "Human rights and empowerment",
    "Choice",
    "Managing our own anxiety and uncertainty",
    "Difficult conversations",
    "Sharing risk and responsibility",
    "Working with resistance",
];

/// "14 minutes of 30". It counts up: nothing ends when the time is over.
pub fn time_words(began: DateTime<Utc>, now: DateTime<Utc>, minutes: Option<u16>) -> String {
    let gone = usize::try_from(now.signed_duration_since(began).num_minutes()).unwrap_or(0);
    let gone = if gone == 0 { "Less than a minute".to_owned() } else { count(gone, "minute", "minutes") };
    match minutes {
        Some(minutes) => format!("{gone} of {minutes}"),
        None => gone,
    }
}

/// Whether the notes can be written now, by whoever looks; otherwise why not.
fn read_only(here: &Here<'_>, meeting: &Meeting<'_>) -> Option<String> {
    match meeting.stage() {
        Stage::Authorised { .. } => Some("This supervision is authorised and does not change.".to_owned()),
        Stage::Submitted { .. } => Some("The notes are with the manager.".to_owned()),
        _ if meeting.notes_history().is_some_and(|notes| notes.is_in_conflict()) => Some(
            "Two versions of the notes stand beside each other. Go back and complete the notes first."
                .to_owned(),
        ),
        _ if may(here, Act::WriteSupervisionNotes) => None,
        _ => {
            let whose = whose(here, Act::WriteSupervisionNotes);
            Some(format!("The notes are written by {whose}. You see what is on the record."))
        }
    }
}

/// The page; none when there is no such supervision.
pub fn live(of: SupervisionId, here: &Here<'_>) -> Option<Live> {
    let meeting = here.book.meeting(of)?;
    let own = meeting.notes().cloned().unwrap_or_default();
    let read_only = read_only(here, &meeting);
    let writes = read_only.is_none();
    let mut filled = notes::boxes(&own);
    for (place, action) in own.actions.iter().take(MOST_ACTIONS).enumerate() {
        actions::put(&mut filled, &action_at(place), action);
    }
    if let Some(agreed) = meeting.agreed() {
        filled.extend(ratings::boxes(agreed));
    }
    let step = |kind, done, said: Vec<Part>, questions: Vec<Question>| Step {
        kind,
        done,
        said: if writes { Vec::new() } else { said },
        cards: Vec::new(),
        questions: if writes { questions } else { Vec::new() },
        rows: Vec::new(),
    };
    let voice = record::voice(here, &own);
    let changed = record::changed(here, &own);
    let explained = record::explanations(&own);
    let mut all = vec![
        step(StepKind::Voice, !voice.is_empty(), steps::said("Child’s voice", voice), notes::voice(here)),
        step(
            StepKind::Changed,
            !changed.is_empty(),
            steps::said("What has changed", changed),
            notes::changed(here),
        ),
    ];
    if is_rated(here) {
        all.push(steps::rating(here, &meeting));
    }
    all.push(step(
        StepKind::Explanations,
        !explained.is_empty(),
        steps::said("Explanations", explained),
        notes::explanations(),
    ));
    all.push(steps::threshold(here, &meeting, &own, writes));
    all.push(steps::actions(here, &meeting, &own, writes));
    Some(Live {
        title: title(&meeting),
        minutes: meeting.plan().and_then(|plan| plan.minutes),
        back: FamilyPage::leaf_of(Leaf::Meeting, of),
        separated: !here.book.separated_pairs().is_empty(),
        example: here.book.is_example(),
        read_only,
        reveal: ratings::reveal(here, &meeting),
        steps: all,
        filled,
        seen: saving::seen_words(&meeting),
    })
}

/// Where the boxes of an action stand.
fn action_at(place: usize) -> String {
    format!("live-action-{}", place + 1)
}

/// Where the boxes of what came of one stand.
fn result_at(action: ActionId) -> String {
    format!("live-result-{action}")
}
