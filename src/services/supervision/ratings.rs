//! Everyone's rating side by side, once it may be seen, and the boxes in which the manager agrees one (`domain.md` R57
//! to R59).

use crate::model::choices::Choice;
use crate::model::rating::{AgreedRating, Rag};
use crate::services::here::Here;
use crate::services::leaf::{Card, Part, Tag, Tone};
use crate::services::sheet::{Answer, Question, What, one, text};
use crate::services::typed::{Fields, Typed, Wrong};
use crate::workbook::decide::permission::Act;
use crate::workbook::round::Meeting;
use crate::workbook::round::ratings::{Shown, WorkerRating};

use super::people::{Colleague, colleagues_of, described};
use super::{may, rag_tag};

/// The ids of the boxes. They stand in drafts, so they stay.
const LEVEL: &str = "live-agreed-level";
const REASON: &str = "live-agreed-reason";
const CHANGE: &str = "live-agreed-change";
const DIFFERENCE: &str = "live-agreed-difference";

/// Whether the ratings are kept from one another, and who can show them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reveal {
    /// Nobody has rated.
    Nothing,
    /// Whoever looks may show them.
    Offered,
    /// Another may; in words.
    ForAnother(String),
    Done,
}

/// How it stands with showing the ratings together.
pub fn reveal(here: &Here<'_>, meeting: &Meeting<'_>) -> Reveal {
    if meeting.reveal().is_some() {
        return Reveal::Done;
    }
    if !colleagues_of(here, Some(meeting)).iter().any(|it| meeting.has_rated(it.id)) {
        return Reveal::Nothing;
    }
    let chair = meeting.held().and_then(|held| held.chair).or_else(|| meeting.plan()?.chair);
    if meeting.is_locked() || chair != Some(here.me.id) && !may(here, Act::AgreeRating) {
        let whose = super::whose(here, Act::AgreeRating);
        return Reveal::ForAnother(format!("Whoever chairs, or {whose}, shows the ratings together."));
    }
    Reveal::Offered
}

/// A card for everyone who works with the family: their rating and reason once all are shown together, and until then
/// only whether there is one. Not even the reader's own stands here before: others see this screen too.
pub fn cards(here: &Here<'_>, meeting: &Meeting<'_>) -> Vec<Part> {
    let ratings = meeting.ratings_for(here.me.id);
    let colleagues = colleagues_of(here, Some(meeting));
    let invited = |it: &Colleague| meeting.plan().is_some_and(|plan| plan.invited.contains(&it.id));
    let shown = meeting.reveal().is_some();
    let card = |it: &Colleague| {
        let own = ratings.iter().find(|rating| rating.by == it.id);
        if own.is_none() && !(it.works_with_family() && invited(it)) {
            return None;
        }
        Some(Part::Card(card(here, meeting, it, own.filter(|_| shown))))
    };
    colleagues.iter().filter_map(card).collect()
}

fn card(here: &Here<'_>, meeting: &Meeting<'_>, of: &Colleague, rating: Option<&WorkerRating<'_>>) -> Card {
    let mut facts = Vec::new();
    let mut add = |key: &str, words: String| facts.push((key.to_owned(), words));
    let open = rating.and_then(|rating| match rating.rating {
        Shown::Open(version) => version.value.as_ref(),
        Shown::Kept => None,
    });
    let tag = match (open, meeting.has_rated(of.id)) {
        (Some(own), _) => rag_tag(own.level),
        (None, true) => Tag::new("Rating given", Tone::Plain),
        (None, false) => Tag::new("No rating yet", Tone::Plain),
    };
    if let Some(own) = open {
        add("Why", own.reason.clone());
        let to: Vec<String> = own.attributable_to.iter().map(|id| here.book.name_of(*id)).collect();
        if !to.is_empty() {
            add("About", to.join(", "));
        }
    }
    if rating.is_some_and(|rating| rating.after_reveal) {
        add("Note", "Given or changed after the ratings were shown".to_owned());
    }
    if rating.is_some_and(|rating| rating.in_conflict) {
        add("Note", "Two versions stand beside each other. Decide between them first".to_owned());
    }
    let absent = meeting.held().is_some_and(|held| held.absent.contains_key(&of.id));
    let summary = meeting.handed_in(of.id).is_some();
    match (absent, summary) {
        (true, true) => add("Here", "No. Their summary stands in for them".to_owned()),
        (true, false) => add("Here", "No, and no summary stands in for them".to_owned()),
        (false, true) => {}
        (false, false) => add("Summary", "No summary".to_owned()),
    }
    Card { title: described(here, of), tag: Some(tag), facts, ways: Vec::new() }
}

/// The agreed rating, in words.
pub fn agreed(here: &Here<'_>, agreed: &AgreedRating) -> Card {
    let measures =
        here.profile().ratings.as_ref().map(|ratings| ratings.measures.clone()).unwrap_or_default();
    let facts = [
        ("What it measures", &measures),
        ("Why", &agreed.reason),
        ("What has changed", &agreed.change),
        ("Why our views differ", &agreed.difference),
    ];
    let facts = facts.into_iter().filter(|(_, words)| !words.trim().is_empty());
    Card {
        title: "Agreed rating".to_owned(),
        tag: Some(rag_tag(agreed.level)),
        facts: facts.map(|(key, words)| (key.to_owned(), words.clone())).collect(),
        ways: Vec::new(),
    }
}

/// Whether the views lie apart.
pub fn differ(meeting: &Meeting<'_>) -> bool {
    meeting.spread().is_some_and(|(low, high)| low != high)
}

/// What the manager is asked, once the ratings were shown.
pub fn questions(here: &Here<'_>, meeting: &Meeting<'_>) -> Vec<Question> {
    let rated = colleagues_of(here, Some(meeting)).iter().any(|it| meeting.has_rated(it.id));
    if !may(here, Act::AgreeRating) || rated && meeting.reveal().is_none() {
        return Vec::new();
    }
    let said = here.profile().ratings.as_ref();
    let meaning = |level: Rag| match (said, level) {
        (Some(words), Rag::Red) => words.red.clone(),
        (Some(words), Rag::Amber) => words.amber.clone(),
        (Some(words), Rag::Green) => words.green.clone(),
        (None, _) => String::new(),
    };
    let answer = |level: Rag| {
        let answer = Answer::new(level.code(), level.label());
        let meaning = meaning(level);
        if meaning.is_empty() { answer } else { answer.hint(meaning) }
    };
    let mut questions = Vec::new();
    if differ(meeting) {
        questions.push(text(DIFFERENCE, "Why do our views differ?").asked());
    }
    questions.push(
        one(LEVEL, "Which rating do we agree?", [Rag::Red, Rag::Amber, Rag::Green].map(answer)).asked(),
    );
    questions.push(text(REASON, "Why this rating?").asked());
    let change = match meeting.before().and_then(|before| before.agreed().map(|agreed| agreed.level)) {
        Some(level) => format!("What has changed since it was {}? (optional if it stays)", level.label()),
        None => "What has changed? (optional)".to_owned(),
    };
    questions.push(What::Text { id: CHANGE.to_owned(), label: change, hint: None, rows: 3 }.asked());
    questions
}

/// What stands in the boxes.
pub fn boxes(agreed: &AgreedRating) -> Fields {
    [
        (LEVEL, agreed.level.code().to_owned()),
        (REASON, agreed.reason.clone()),
        (CHANGE, agreed.change.clone()),
        (DIFFERENCE, agreed.difference.clone()),
    ]
    .map(|(id, words)| (id.to_owned(), words))
    .into()
}

/// The rating in the boxes; none while nothing was typed.
pub fn read(boxes: Typed<'_>, meeting: &Meeting<'_>, wrong: &mut Vec<Wrong>) -> Option<AgreedRating> {
    let words = |id: &str| boxes.text(id).to_owned();
    if [LEVEL, REASON, CHANGE, DIFFERENCE].iter().all(|id| words(id).is_empty()) {
        return None;
    }
    let (reason, difference, change) = (words(REASON), words(DIFFERENCE), words(CHANGE));
    if differ(meeting) && difference.is_empty() {
        wrong.push(Wrong::new(DIFFERENCE, "Enter why your views differ"));
    }
    let level = Rag::from_code(&words(LEVEL));
    if level.is_none() {
        wrong.push(Wrong::new(LEVEL, "Select which rating you agree"));
    }
    if reason.is_empty() {
        wrong.push(Wrong::new(REASON, "Enter why this rating"));
    }
    let before = meeting.before().and_then(|before| before.agreed().map(|agreed| agreed.level));
    if before.is_some_and(|before| level.is_some_and(|level| level != before)) && change.is_empty() {
        wrong.push(Wrong::new(CHANGE, "Enter what has changed"));
    }
    level.map(|level| AgreedRating { level, reason, change, difference })
}

/// The first box.
pub const FIRST: &str = LEVEL;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::services::supervision::tests::{
        MANAGER, RECOVERY_WORKER, SOCIAL_WORKER, as_worker, first, planned, rates, shown,
    };

    fn words(parts: &[Part]) -> String {
        format!("{parts:?}")
    }

    #[test]
    fn before_they_are_shown_not_even_ones_own_colour_stands_on_the_screen() {
        let mut sample = planned();
        rates(&mut sample, SOCIAL_WORKER, Rag::Red);
        for reader in [SOCIAL_WORKER, RECOVERY_WORKER, MANAGER] {
            as_worker(&sample, reader, |here| {
                let said = words(&cards(here, &here.book.meeting(first()).unwrap()));
                assert!(said.contains("Rating given") && said.contains("No rating yet"), "{said}");
                assert!(!said.contains("Red"), "{said}");
            });
        }
    }

    #[test]
    fn shown_together_each_has_a_colour_and_a_reason_and_the_difference_is_asked_for() {
        let sample = shown();
        as_worker(&sample, MANAGER, |here| {
            let meeting = here.book.meeting(first()).unwrap();
            let said = words(&cards(here, &meeting));
            assert!(said.contains("Red reason") && said.contains("Green reason"), "{said}");
            let asked: Vec<_> = questions(here, &meeting)
                .into_iter()
                .filter_map(|it| it.what.id().map(str::to_owned))
                .collect();
            assert_eq!(asked, [DIFFERENCE, LEVEL, REASON, CHANGE]);
            let fields = Fields::from([(LEVEL.to_owned(), "amber".to_owned())]);
            let mut wrong = Vec::new();
            read(Typed(&fields), &meeting, &mut wrong);
            let at: Vec<&str> = wrong.iter().map(|it| it.field.as_str()).collect();
            assert_eq!(at, [DIFFERENCE, REASON]);
        });
    }

    #[test]
    fn showing_is_offered_to_the_chair_and_the_manager_alone() {
        let mut sample = planned();
        let now = |sample: &_, reader| {
            as_worker(sample, reader, |here| reveal(here, &here.book.meeting(first()).unwrap()))
        };
        assert_eq!(now(&sample, MANAGER), Reveal::Nothing);
        rates(&mut sample, SOCIAL_WORKER, Rag::Red);
        assert_eq!(now(&sample, MANAGER), Reveal::Offered);
        assert!(matches!(now(&sample, SOCIAL_WORKER), Reveal::ForAnother(_)));
        assert_eq!(now(&shown(), SOCIAL_WORKER), Reveal::Done);
    }

    #[test]
    fn only_the_manager_is_asked_to_agree_and_only_once_they_are_shown() {
        let mut sample = planned();
        rates(&mut sample, SOCIAL_WORKER, Rag::Red);
        let asked = |sample: &_, reader| {
            as_worker(sample, reader, |here| questions(here, &here.book.meeting(first()).unwrap()).len())
        };
        assert_eq!(asked(&sample, MANAGER), 0);
        assert_eq!(asked(&shown(), SOCIAL_WORKER), 0);
    }
}
