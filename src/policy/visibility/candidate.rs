//! Everything that could stand in a view, as it would stand there, in the order in which it is shown: what is going
//! well first.

use chrono::{Datelike, NaiveDate};

use crate::model::action::{ByWhen, Outcome, Owner};
use crate::model::family_view::{Earlier, Helper, Item};
use crate::model::ids::{ActionId, PersonId, SaidId, SupervisionId};
use crate::model::sharing::{Heading, Piece, Shared};
use crate::model::showing::AnswerTo;
use crate::policy::london::london;
use crate::workbook::fold::Workbook;
use crate::workbook::round::actions::Agreed;
use crate::workbook::sharing::OnRecord;

use super::first_name;
use super::roles::plain_role;

/// A piece, with what was chosen of it and how it would stand.
pub(super) struct Candidate<'a> {
    pub piece: Piece,
    pub record: OnRecord<'a>,
    pub shared: Option<&'a Shared>,
    /// Whether anybody ever chose who is shown this very piece. What was stopped is shown to nobody.
    pub ever_chosen: bool,
    /// Whether two versions of what was chosen stand beside each other.
    pub undecided: bool,
    pub stands: Stands,
    day: Option<NaiveDate>,
}

pub(super) enum Stands {
    Item(Item),
    Helper(Helper),
    /// Somebody's place on a scale, which is shown to nobody else.
    Scale {
        who: PersonId,
        name: String,
        earlier: Earlier,
    },
}

impl Candidate<'_> {
    /// Every word that would be read, as it would stand there.
    pub(super) fn texts(&self) -> Vec<&str> {
        let texts: Vec<&str> = match &self.stands {
            Stands::Item(item) => {
                let translated =
                    item.translations.values().flat_map(|it| [it.words.as_str(), it.by.as_str()]);
                let named = [&item.who, &item.said_by].into_iter().flatten().map(String::as_str);
                let own = [item.words.as_str(), &item.how_often, &item.came_of_it];
                own.into_iter().chain(translated).chain(named).collect()
            }
            Stands::Helper(helper) => vec![helper.name.as_str(), helper.does.as_str()],
            Stands::Scale { earlier, .. } => vec![earlier.words.as_str()],
        };
        texts.into_iter().filter(|text| !text.trim().is_empty()).collect()
    }

    /// Everything that would be read, as one text.
    pub(super) fn words(&self) -> String {
        self.texts().join("\n")
    }

    fn heading(&self) -> Heading {
        match &self.stands {
            Stands::Item(item) => item.heading,
            Stands::Helper(_) => Heading::Helping,
            Stands::Scale { .. } => Heading::Said,
        }
    }

    /// What is agreed and what comes next: the earliest first. Everything else: the newest first; and what was said on
    /// a scale as it was said.
    fn place(&self) -> (Heading, i64, Piece) {
        let forward = matches!(self.heading(), Heading::Agreed | Heading::Next)
            || matches!(self.stands, Stands::Scale { .. });
        let day = self.day.map(|day| i64::from(day.num_days_from_ce()));
        let key = day.map_or(i64::MAX, |day| if forward { day } else { -day });
        (self.heading(), key, self.piece)
    }
}

/// Everything that could be shown, in order.
pub(super) fn candidates(book: &Workbook, today: NaiveDate) -> Vec<Candidate<'_>> {
    let mut found: Vec<_> = book.pieces().into_iter().filter_map(|it| candidate(book, it, today)).collect();
    found.sort_by_key(Candidate::place);
    found
}

fn candidate(book: &Workbook, piece: Piece, today: NaiveDate) -> Option<Candidate<'_>> {
    let record = book.on_record(piece)?;
    let choice = book.shared.get(piece);
    let shared = choice.and_then(|thing| thing.current());
    let undecided = record.undecided || choice.is_some_and(|thing| thing.is_in_conflict());
    let (stands, day) = match piece {
        Piece::Worker(_) => (Stands::Helper(helper(book, &record, shared, today)?), None),
        Piece::Said(id) => said(book, id)?,
        _ => {
            let item = item(book, piece, &record, shared, today)?;
            let day = day_of(book, piece).or(item.on);
            (Stands::Item(item), day)
        }
    };
    let ever_chosen = choice.is_some();
    Some(Candidate { piece, record, shared, ever_chosen, undecided, stands, day })
}

/// When the work was done, or it was decided.
fn day_of(book: &Workbook, piece: Piece) -> Option<NaiveDate> {
    match piece {
        Piece::GoingWell(id) | Piece::Needs(id) | Piece::OwnWords(id, _) | Piece::Analysis(id, _) => {
            book.entries.current(id).map(|entry| entry.done_on.earliest())
        }
        Piece::Visit(id) => book.visits.current(id).map(|visit| visit.on),
        Piece::Threshold(id) => book.thresholds.current(id).map(|decision| decision.on),
        Piece::Action(_) | Piece::Supervision(_) | Piece::Worker(_) | Piece::Said(_) => None,
    }
}

/// Under which heading it stands where nobody chose another.
fn own_heading(piece: Piece) -> Heading {
    match piece {
        Piece::GoingWell(_) => Heading::Well,
        Piece::Needs(_) | Piece::Analysis(..) | Piece::Visit(_) | Piece::Threshold(_) => Heading::Different,
        Piece::Action(_) => Heading::Agreed,
        Piece::Supervision(_) => Heading::Next,
        Piece::Worker(_) => Heading::Helping,
        Piece::OwnWords(..) | Piece::Said(_) => Heading::Said,
    }
}

fn item(
    book: &Workbook,
    piece: Piece,
    record: &OnRecord<'_>,
    shared: Option<&Shared>,
    today: NaiveDate,
) -> Option<Item> {
    let family_words = shared.map(|it| it.family_words.as_str()).filter(|words| !words.trim().is_empty());
    let item = Item {
        number: 0,
        heading: shared.map_or_else(|| own_heading(piece), |it| it.heading),
        words: family_words.unwrap_or(&record.words).to_owned(),
        translations: shared.map(|it| it.translations.clone()).unwrap_or_default(),
        // Words that a worker put for theirs are nobody's own.
        said_by: record.said_by.filter(|_| family_words.is_none()).map(|who| book.name_of(who)),
        who: None,
        on: None,
        how_often: String::new(),
        kept: None,
        came_of_it: String::new(),
    };
    match piece {
        Piece::Action(id) => agreed(book, id, item, today),
        Piece::Supervision(id) => coming(book, id, item, today),
        _ => Some(item),
    }
}

/// Something that was agreed, while it is still wanted.
fn agreed(book: &Workbook, id: ActionId, item: Item, today: NaiveDate) -> Option<Item> {
    let Agreed { action, result, .. } = book.action(id)?;
    let result = result.and_then(|version| version.value.as_ref());
    let by = result.and_then(|it| it.by.as_ref()).or(action.by.as_ref());
    let on = by.and_then(ByWhen::day);
    let late = on.is_some_and(|on| on < today).then_some(false);
    let (kept, came_of_it) = match result.map(|it| (it.outcome, &it.words)) {
        Some((Outcome::NoLongerNeeded, _)) => return None,
        Some((Outcome::Done, words)) => (Some(true), words.clone()),
        // Why something is not done yet is the team's until it was chosen.
        Some((Outcome::NotYet, _)) | None => (late, String::new()),
    };
    let who = match &action.who {
        Some(Owner::Person(person)) => Some(book.name_of(*person)),
        Some(Owner::Practitioner(worker)) => Some(first_name(&book.author_name(*worker))),
        Some(Owner::Other(words)) => Some(words.clone()).filter(|words| !words.trim().is_empty()),
        None => None,
    };
    let how_often = match by {
        Some(ByWhen::Every(words)) => words.clone(),
        Some(ByWhen::On(_)) | None => String::new(),
    };
    Some(Item { who, on, how_often, kept, came_of_it, ..item })
}

/// A meeting of the team that is still to come.
fn coming(book: &Workbook, id: SupervisionId, item: Item, today: NaiveDate) -> Option<Item> {
    let meeting = book.meeting(id)?;
    let on = meeting.day().filter(|on| meeting.held().is_none() && *on >= today)?;
    Some(Item { on: Some(on), ..item })
}

/// Somebody who is helping, while they are in the team.
fn helper(
    book: &Workbook,
    record: &OnRecord<'_>,
    shared: Option<&Shared>,
    today: NaiveDate,
) -> Option<Helper> {
    let worker = record.worker?;
    let times = || book.memberships.all().map(|(_, it)| it).filter(|it| it.practitioner == Some(worker));
    let role = match times().next() {
        // Nobody said from when they are in the team: they are, since they record.
        None => &book.team.current(worker)?.role,
        Some(_) => &times().find(|it| it.is_on(today))?.role,
    };
    let chosen = shared.map(|it| it.family_words.trim()).filter(|words| !words.is_empty());
    let does = chosen.unwrap_or_else(|| plain_role(role)).to_owned();
    Some(Helper { name: first_name(&record.words), does })
}

/// What somebody said while they looked: their words, or their place on a scale.
fn said(book: &Workbook, id: SaidId) -> Option<(Stands, Option<NaiveDate>)> {
    let said = book.said.current(id)?;
    let on = london(said.at).date();
    if let AnswerTo::Scale(name) = &said.to {
        let texts = [&said.words, &said.why_not_less, &said.what_next];
        let words = texts.into_iter().find(|text| !text.trim().is_empty()).cloned().unwrap_or_default();
        let earlier = Earlier { on, number: said.number?, words };
        return Some((Stands::Scale { who: said.who, name: name.clone(), earlier }, Some(on)));
    }
    let words = Some(said.words.clone()).filter(|words| !words.trim().is_empty())?;
    let item = Item {
        number: 0,
        heading: Heading::Said,
        words,
        translations: Default::default(),
        said_by: Some(book.name_of(said.who)),
        who: None,
        on: None,
        how_often: String::new(),
        kept: None,
        came_of_it: String::new(),
    };
    Some((Stands::Item(item), Some(on)))
}
