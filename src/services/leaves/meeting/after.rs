//! After a supervision: the notes are completed, submitted, and authorised or returned; then the record is locked, and
//! what is added has a date (`ux.md` S20; `domain.md` R51, R52, R56).

use crate::navigation::{FamilyPage, Leaf as Place, Route, Sheet};
use crate::services::clock::{date_words, moment_words};
use crate::services::here::Here;
use crate::services::leaf::{Moment, Part, Way};
use crate::services::sheets::stray_words;
use crate::services::supervision::{may, record, whose};
use crate::workbook::decide::permission::Act;
use crate::workbook::round::Meeting;
use crate::workbook::round::meeting::Stage;

use super::{live, way};

/// Where the notes are, and what to do next.
pub(super) fn first(here: &Here<'_>, meeting: &Meeting<'_>, stage: &Stage) -> Vec<Part> {
    let by = |by| here.book.author_name(by);
    match stage {
        Stage::Planned => Vec::new(),
        Stage::Held => to_complete(here, meeting, Vec::new()),
        Stage::Returned { by: who, at, why } => {
            let when = moment_words(*at, here.today);
            let returned = format!("{} returned the notes {when}. To complete: {why}", by(*who));
            to_complete(here, meeting, vec![Part::Warning(returned)])
        }
        Stage::Submitted { by: who, at } => {
            let when = moment_words(*at, here.today);
            let words = format!("The notes are with the manager. {} submitted them {when}.", by(*who));
            let mut parts = vec![Part::Words(words)];
            parts.extend(to_authorise(here, meeting));
            parts
        }
        Stage::Authorised { by: who, at, although } => {
            let words =
                format!("{} authorised this record on {}. It does not change.", by(*who), date_words(*at));
            let mut parts = vec![Part::Words(words)];
            if !although.trim().is_empty() {
                parts.push(Part::Words(format!("Authorised although something was missing: {although}")));
            }
            parts.extend(twice(here, meeting));
            parts.push(Part::Actions {
                ways: vec![
                    way(here, meeting, "Add an addendum", Sheet::Addendum),
                    Way::new("Plans", Route::family(here.book.id, FamilyPage::leaf(Place::Plans)))
                        .about("to take what was decided into planning and review"),
                ],
                primary: false,
            });
            parts
        }
    }
}

/// While the notes can be written: the ways to do it, and to submit them once there are any.
fn to_complete(here: &Here<'_>, meeting: &Meeting<'_>, mut parts: Vec<Part>) -> Vec<Part> {
    let attendance = way(here, meeting, "Change who was there", Sheet::Attendance);
    let shared = live(here, meeting, "Open the shared page");
    if !may(here, Act::WriteSupervisionNotes) {
        let whose = whose(here, Act::WriteSupervisionNotes);
        parts.push(Part::Words(format!("The notes are completed and submitted by {whose}.")));
        parts.push(Part::Actions { ways: vec![shared], primary: false });
        return parts;
    }
    let complete = way(here, meeting, "Complete the notes", Sheet::Discussion);
    let action = way(here, meeting, "Add an action", Sheet::Action);
    let written = meeting.notes().is_some();
    let mut ways = Vec::new();
    if written {
        ways.push(way(here, meeting, "Submit the notes", Sheet::SubmitNotes));
    }
    ways.extend([complete, action, shared, attendance]);
    parts.push(Part::Actions { ways, primary: true });
    parts
}

/// Whether whoever looks may authorise; a manager who wrote any of the notes is told to ask another.
fn to_authorise(here: &Here<'_>, meeting: &Meeting<'_>) -> Vec<Part> {
    if !may(here, Act::AuthoriseSupervision) {
        return Vec::new();
    }
    if meeting.writers().contains(&here.me.id) {
        return vec![Part::Words("You wrote these notes. Ask another manager.".to_owned())];
    }
    let decide = way(here, meeting, "Authorise or return", Sheet::Authorise);
    vec![Part::Actions { ways: vec![decide], primary: true }]
}

/// Two managers authorised without knowing of each other.
fn twice(here: &Here<'_>, meeting: &Meeting<'_>) -> Vec<Part> {
    if meeting.authorisations().len() < 2 {
        return Vec::new();
    }
    let mut parts =
        vec![Part::Warning("Two managers authorised these notes. One of them says which stands.".to_owned())];
    parts.extend(to_authorise(here, meeting));
    parts
}

/// Everything that is on the record, and what was added to it.
pub(super) fn record(here: &Here<'_>, meeting: &Meeting<'_>) -> Vec<Part> {
    let mut parts = Vec::new();
    if let Some(held) = meeting.held() {
        parts.push(Part::Heading("Who was there".to_owned()));
        parts.push(Part::Card(record::attendance(here, meeting, held)));
    }
    let rated = record::rated(here, meeting);
    if !rated.is_empty() {
        parts.push(Part::Heading("Ratings".to_owned()));
        parts.extend(rated);
    }
    if meeting.held().is_some()
        && meeting.agreed().is_none()
        && may(here, Act::AgreeRating)
        && !meeting.is_locked()
    {
        let agree = way(here, meeting, "Agree a rating", Sheet::AgreedRating);
        parts.push(Part::Actions { ways: vec![agree], primary: false });
    }
    if let Some(notes) = meeting.notes() {
        parts.push(Part::Heading("Notes".to_owned()));
        let said = [
            ("Child’s voice", record::voice(here, notes)),
            ("What has changed", record::changed(here, notes)),
            ("What else could explain this?", record::explanations(notes)),
            ("Threshold", record::thresholds(here, notes)),
            ("Decisions", record::closing(notes)),
        ];
        parts.extend(said.into_iter().filter_map(|(title, said)| record::card(title, said)));
    }
    parts.extend(agreed_actions(here, meeting));
    parts.extend(additions(here, meeting));
    parts
}

fn agreed_actions(here: &Here<'_>, meeting: &Meeting<'_>) -> Vec<Part> {
    let submitted = matches!(meeting.stage(), Stage::Submitted { .. });
    let to_change = may(here, Act::WriteSupervisionNotes) && !meeting.is_locked() && !submitted;
    let own = record::own_actions(here, meeting, to_change);
    let mut parts = Vec::new();
    if meeting.held().is_some() || !own.is_empty() {
        parts.push(Part::Heading("Actions".to_owned()));
        if own.is_empty() {
            parts.push(Part::Words("No actions are recorded.".to_owned()));
        }
        parts.extend(own);
    }
    if meeting.held().is_some() {
        let carried = record::carried_actions(here, meeting);
        if !carried.is_empty() {
            parts.push(Part::Heading("Actions from last time".to_owned()));
            parts.extend(carried);
        }
    }
    parts
}

/// The dated additions, and what still waits for one.
fn additions(here: &Here<'_>, meeting: &Meeting<'_>) -> Vec<Part> {
    let mut parts = Vec::new();
    for event in meeting.strays() {
        let what = stray_words(here, meeting, event);
        parts.push(Part::Warning(format!(
            "Written without knowing that this record was authorised: {what}. An addendum can take it up."
        )));
    }
    let moment =
        |version: &crate::workbook::versioned::Version<crate::model::supervision::Addendum>| Moment {
            title: "Addendum".to_owned(),
            on: crate::policy::london::london(version.recorded).date().to_string(),
            when: date_words(version.recorded),
            by: Some(here.book.author_name(version.author)),
            words: version.value.iter().map(|addendum| addendum.text.clone()).collect(),
            to: None,
        };
    let addenda: Vec<Moment> = meeting.addenda().into_iter().map(|(_, version)| moment(version)).collect();
    if !addenda.is_empty() {
        parts.push(Part::Heading("Added later".to_owned()));
        parts.push(Part::Timeline(addenda));
    }
    parts
}
