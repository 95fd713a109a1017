//! A supervision as it is read: who came, the ratings, the notes, the thresholds and the actions (`domain.md` B5).

use crate::model::choices::Choice;
use crate::model::dates::day_words;
use crate::model::supervision::{Held, Notes, ThresholdReview};
use crate::navigation::{FamilyPage, Route, Sheet};
use crate::services::here::Here;
use crate::services::leaf::{Card, Part, Way};
use crate::workbook::round::Meeting;
use crate::workbook::round::actions::AgreedIn;

use super::actions;
use super::people::{Colleague, colleagues_of, described};
use super::ratings;

/// What was said, under what it was asked as.
pub type Said = Vec<(String, String)>;

fn kept(said: Said) -> Said {
    said.into_iter().filter(|(_, words)| !words.trim().is_empty()).collect()
}

/// What each child said and showed.
pub fn voice(here: &Here<'_>, notes: &Notes) -> Said {
    kept(notes.childrens_views.iter().map(|(id, words)| (here.book.name_of(*id), words.clone())).collect())
}

/// What has changed.
pub fn changed(here: &Here<'_>, notes: &Notes) -> Said {
    let mut said = vec![
        ("What has changed".to_owned(), notes.changed.clone()),
        ("What difference our support makes".to_owned(), notes.impact.clone()),
        ("The cycle of change".to_owned(), notes.reflection.clone()),
    ];
    said.extend(
        notes
            .parents_views
            .iter()
            .map(|(id, words)| (format!("What {} says", here.book.name_of(*id)), words.clone())),
    );
    kept(said)
}

/// What else could explain it.
pub fn explanations(notes: &Notes) -> Said {
    kept(
        notes
            .hypotheses
            .iter()
            .map(|words| ("What else could explain this".to_owned(), words.clone()))
            .collect(),
    )
}

/// What was said about each child's threshold, and what came of it.
pub fn thresholds(here: &Here<'_>, notes: &Notes) -> Said {
    let line = |review: &ThresholdReview| {
        let book = here.book;
        let decided =
            review.decision.and_then(|id| book.thresholds.current(id)).map(|it| ("Decided", it.on, it.to));
        let recommended = review
            .recommendation
            .and_then(|id| book.recommendations.current(id))
            .map(|it| ("Recommended", it.on, it.to));
        let record =
            decided.or(recommended).map(|(what, on, to)| format!("{what} {}: {}", day_words(on), to.label()));
        let words = Some(review.words.clone()).filter(|words| !words.trim().is_empty());
        [record, words].into_iter().flatten().collect::<Vec<_>>().join("\n")
    };
    let said = notes
        .thresholds
        .iter()
        .map(|(child, review)| (format!("Threshold of {}", here.book.name_of(*child)), line(review)));
    kept(said.collect())
}

/// What was decided and what comes next.
pub fn closing(notes: &Notes) -> Said {
    kept(vec![
        ("Decisions, and why".to_owned(), notes.decisions.clone()),
        ("What happens next".to_owned(), notes.next.clone()),
        ("Taken into".to_owned(), notes.statutory.clone()),
    ])
}

/// All that the notes say, the actions aside.
pub fn notes(here: &Here<'_>, notes: &Notes) -> Said {
    [voice(here, notes), changed(here, notes), explanations(notes), thresholds(here, notes), closing(notes)]
        .concat()
}

/// Who came, and why others did not.
pub fn attendance(here: &Here<'_>, meeting: &Meeting<'_>, held: &Held) -> Card {
    let colleagues = colleagues_of(here, Some(meeting));
    let name = |id| {
        colleagues
            .iter()
            .find(|it: &&Colleague| it.id == id)
            .map_or_else(|| here.book.author_name(id), |it| described(here, it))
    };
    let present: Vec<String> = held.present.iter().map(|id| name(*id)).collect();
    let mut facts = vec![
        ("There".to_owned(), present.join("\n")),
        ("Also there".to_owned(), held.others_present.clone()),
    ];
    if let Some(chair) = held.chair {
        facts.push(("Chaired by".to_owned(), name(chair)));
    }
    for (id, absence) in &held.absent {
        let agreed = if absence.agreed { " (agreed beforehand)" } else { "" };
        facts.push((format!("{} was not there", name(*id)), format!("{}{agreed}", absence.why)));
    }
    let time = match (held.from, held.until) {
        (Some(from), Some(until)) => format!(", {} to {}", from.format("%H:%M"), until.format("%H:%M")),
        (Some(from), None) => format!(", {}", from.format("%H:%M")),
        _ => String::new(),
    };
    Card {
        title: format!("Held on {}{time}", day_words(held.on)),
        tag: None,
        facts: kept(facts),
        ways: Vec::new(),
    }
}

/// The actions that a supervision agreed. `to_change`: with the way to change each.
pub fn own_actions(here: &Here<'_>, meeting: &Meeting<'_>, to_change: bool) -> Vec<Part> {
    let all = here.book.actions();
    let own = all.iter().filter(|agreed| agreed.agreed_in == AgreedIn::Supervision(meeting.id));
    own.map(|agreed| action(here, meeting, agreed, to_change)).collect()
}

/// The actions of earlier supervisions, with what came of them.
pub fn carried_actions(here: &Here<'_>, meeting: &Meeting<'_>) -> Vec<Part> {
    meeting.carried_in().iter().map(|agreed| action(here, meeting, agreed, false)).collect()
}

fn action(
    here: &Here<'_>,
    meeting: &Meeting<'_>,
    agreed: &crate::workbook::round::actions::Agreed<'_>,
    to_change: bool,
) -> Part {
    let id = agreed.action.id;
    let sheet = |sheet, of: String| Route::family(here.book.id, FamilyPage::sheet_of(sheet, of));
    let mut ways = vec![Way::new("Say what came of it", sheet(Sheet::ActionResult, id.to_string()))];
    if to_change {
        ways.push(Way::new("Change", sheet(Sheet::Action, format!("{}.{id}", meeting.id))));
    }
    Part::Card(Card {
        title: agreed.action.what.clone(),
        tag: Some(actions::state(agreed, here.today)),
        facts: actions::facts(here, agreed),
        ways,
    })
}

/// What was said, as one card; none when nothing was.
pub fn card(title: &str, said: Said) -> Option<Part> {
    let card = |facts| Part::Card(Card { title: title.to_owned(), tag: None, facts, ways: Vec::new() });
    (!said.is_empty()).then(|| card(said))
}

/// The ratings side by side and the one that was agreed, once they were shown.
pub fn rated(here: &Here<'_>, meeting: &Meeting<'_>) -> Vec<Part> {
    let mut parts = match meeting.reveal() {
        Some(_) => ratings::cards(here, meeting),
        None => Vec::new(),
    };
    parts.extend(meeting.agreed().map(|agreed| Part::Card(ratings::agreed(here, agreed))));
    parts
}
