//! One worker's summary for one supervision, with what it refers to where that stands (`domain.md` R36; `ux.md` S16).

use crate::model::ids::{PractitionerId, SupervisionId};
use crate::model::rating::Contribution;
use crate::navigation::{FamilyPage, Leaf as Place, Route, Sheet};
use crate::policy::profile::practice::Part as Used;
use crate::services::clock::moment_words;
use crate::services::here::Here;
use crate::services::leaf::{Card, Leaf, Part, Row, Tag, Tone, Way};
use crate::services::rag;
use crate::services::sheets::summary::said;
use crate::services::summaries::{meeting_title, named, period, reference};
use crate::workbook::decide::permission::Act;
use crate::workbook::round::Meeting;
use crate::workbook::round::ratings::Shown;
use crate::workbook::round::summaries::{Handed, handed};

pub(super) fn leaf(of: &str, here: &Here<'_>) -> Option<Leaf> {
    let book = here.book;
    let (supervision, practitioner) = of.split_once('.')?;
    let supervision: SupervisionId = supervision.parse().ok()?;
    let practitioner: PractitionerId = practitioner.parse().ok()?;
    let meeting = book.meeting(supervision).filter(|_| here.profile().uses(Used::WorkbookSummary))?;
    let own = book.summaries.get(Contribution { supervision, practitioner })?;
    let summary = own.current()?;
    let mine = practitioner == here.me.id;
    let state = handed(own);
    let mut parts = Vec::new();
    if state == Handed::Draft && !mine {
        parts.push(Part::Words(
            "This is a draft. You can read it when it is ready for supervision.".to_owned(),
        ));
    } else {
        parts.push(Part::Heading("Where it stands".to_owned()));
        parts.push(about(here, state, period(summary.period)));
        parts.extend(rating(here, &meeting, practitioner));
        parts.push(Part::Heading("What it says".to_owned()));
        parts.push(Part::Card(Card {
            title: named(here),
            facts: said(book, &summary.text),
            ..Card::default()
        }));
        let found = summary.text.references.iter().filter_map(|source| reference(book, *source));
        let rows: Vec<Row> = found.map(|(words, to)| Row::link(words, to)).collect();
        if !rows.is_empty() {
            parts.push(Part::Heading("It refers to".to_owned()));
            parts.push(Part::List(rows));
        }
    }
    if mine && here.may(Act::OwnSummary) && book.closed_on().is_none() {
        let to = Route::family(book.id, FamilyPage::sheet_of(Sheet::Summary, supervision));
        parts.push(Part::Actions { ways: vec![Way::new("Change your summary", to)], primary: false });
    }
    Some(Leaf {
        heading: format!("{} of {}", named(here), book.author_name(practitioner)),
        caption: Some(meeting_title(here, &meeting)),
        back: Some(Route::family(book.id, FamilyPage::leaf(Place::Summaries))),
        parts,
    })
}

/// Whether it is ready, since when, and of which time it tells.
fn about(here: &Here<'_>, state: Handed, tells_of: String) -> Part {
    let mut facts = vec![("Tells of".to_owned(), tells_of)];
    let tag = match state {
        Handed::Draft => Tag::new("Draft", Tone::Plain),
        Handed::In { at, changed } => {
            facts.push(("Ready since".to_owned(), moment_words(at, here.today)));
            facts.extend(changed.map(|at| ("Changed after that".to_owned(), moment_words(at, here.today))));
            Tag::new("Ready", Tone::Good)
        }
    };
    Part::Card(Card { title: "Summary".to_owned(), tag: Some(tag), facts, ways: Vec::new() })
}

/// The writer's rating, as far as this reader may see it.
fn rating(here: &Here<'_>, meeting: &Meeting<'_>, worker: PractitionerId) -> Option<Part> {
    let used = here.profile().uses(Used::Rating);
    let own =
        meeting.ratings_for(here.me.id).into_iter().find(|rating| rating.by == worker).filter(|_| used)?;
    let Shown::Open(version) = own.rating else {
        return Some(Part::Aside(
            "A rating was given. It is kept until all ratings are shown together.".to_owned(),
        ));
    };
    let rating = version.value.as_ref()?;
    let mut facts = vec![("Reason".to_owned(), rating.reason.clone())];
    let people: Vec<String> =
        rating.attributable_to.iter().map(|person| here.book.name_of(*person)).collect();
    facts.extend((!people.is_empty()).then(|| ("It concerns".to_owned(), people.join(", "))));
    let tag = Some(rag::tag(rating.level));
    Some(Part::Card(Card { title: "Rating".to_owned(), tag, facts, ways: Vec::new() }))
}
