//! What people said in visits, once the worker is back: read, taken into the record, and put away only when nothing is
//! left (`ux.md` 3.2 step 7, S43). The letters stay sealed in the store until each was taken in.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::model::family_view::Item;
use crate::model::ids::{FamilyId, PersonId, SaidId, ShowingId, VaultId};
use crate::model::sharing::Piece;
use crate::model::showing::Showing;
use crate::services::clock::Clock;
use crate::services::crypto::Crypto;
use crate::services::store::{Address, Change, Durability, Shelf, Store, StoreError};
use crate::services::visit::answer::{Answer, Inside};
use crate::services::visit::inbox::letter_prefix;
use crate::services::visit::letters;
use crate::vault::letter::Pair;
use crate::workbook::decide::Command;
use crate::workbook::fold::Workbook;

use super::shelves::open;
use super::visiting::Begun;
use super::{Locked, RecordError, RemoveError, SaveError, Session};

/// A visit that was begun, with what people said in it. What was taken in is not here any more.
#[derive(Debug, Clone, PartialEq)]
pub struct AfterVisit {
    pub id: ShowingId,
    pub family: FamilyId,
    /// As the log should have it: until when, and how often the screen was covered.
    pub showing: Showing,
    pub people: Vec<PersonId>,
    pub pieces: BTreeMap<u32, Piece>,
    /// What was shown, as it stood there.
    pub items: Vec<Item>,
    /// In the order in which it was said.
    pub heard: Vec<Heard>,
    /// Letters that do not open. They are kept.
    pub unopened: usize,
}

/// One thing that somebody said, byte for byte.
#[derive(Debug, Clone, PartialEq)]
pub struct Heard {
    pub id: SaidId,
    /// `None`: nobody said whose it is.
    pub who: Option<PersonId>,
    /// They were still writing it.
    pub half: bool,
    pub answer: Answer,
}

/// Why a visit was not put away.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PutAwayError {
    #[error(transparent)]
    Save(#[from] SaveError),
    #[error(
        "Something that was said in this visit has not been taken in yet, so the visit is still here. Choose what to do with each thing first."
    )]
    StillHeard,
}

impl From<Locked> for PutAwayError {
    fn from(locked: Locked) -> Self {
        Self::Save(locked.into())
    }
}

impl From<StoreError> for PutAwayError {
    fn from(error: StoreError) -> Self {
        Self::Save(error.into())
    }
}

/// The visits of a store that nobody has put away yet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Waiting {
    /// The first first.
    pub visits: Vec<WaitingVisit>,
    /// Visits that do not open, and with them whatever was said in them. They are kept.
    pub unopened: usize,
}

/// A visit that waits for its worker. What was said in it is still sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingVisit {
    pub family: FamilyId,
    pub people: BTreeSet<PersonId>,
    pub others: String,
    pub began: DateTime<Utc>,
    /// Whether there is any letter.
    pub letters: bool,
}

/// Every visit of the store that opens, and how many do not.
#[derive(Default)]
pub(super) struct AllBegun {
    pub visits: Vec<(ShowingId, Begun)>,
    pub unopened: usize,
}

impl<S: Store, C: Crypto, T: Clock> Session<S, C, T> {
    pub(super) async fn begun_visits(&self) -> Result<AllBegun, SaveError> {
        let (vault, key) = self.with(|open| (open.vault, open.key.clone()))?;
        let mut all = AllBegun::default();
        for (name, sealed) in self.store.list(vault, Shelf::Visit).await? {
            let begun: Option<Begun> = open(&self.crypto, &key, vault, Shelf::Visit, &name, &sealed).await;
            match name.parse().ok().zip(begun) {
                Some(visit) => all.visits.push(visit),
                None => all.unopened += 1,
            }
        }
        all.visits.sort_by_key(|(id, begun)| (begun.showing.began, *id));
        Ok(all)
    }

    /// The visits of every family that wait for their worker. No letter is opened for it.
    ///
    /// # Errors
    /// [`SaveError`] when the store is locked or does not answer.
    pub async fn waiting_visits(&self) -> Result<Waiting, SaveError> {
        let AllBegun { visits, unopened } = self.begun_visits().await?;
        let mut waiting = Waiting { visits: Vec::new(), unopened };
        for (id, Begun { family, showing, .. }) in visits {
            let letters = !self.letters(id).await?.is_empty();
            let Showing { people, others, began, .. } = showing;
            waiting.visits.push(WaitingVisit { family, people, others, began, letters });
        }
        Ok(waiting)
    }

    /// Every visit of a family that was not put away yet, the first first, with what was said in it.
    ///
    /// # Errors
    /// [`SaveError`] when the store is locked or does not answer.
    pub async fn after_visits(&self, family: FamilyId) -> Result<Vec<AfterVisit>, SaveError> {
        let mut visits = Vec::new();
        for (id, begun) in self.begun_visits().await?.visits {
            if begun.family == family {
                visits.push(self.heard_in(id, begun).await?.0);
            }
        }
        Ok(visits)
    }

    /// What was said in a visit, and the letters that say nothing more: that the screen was covered, no more
    /// than spaces, or what is in the record.
    async fn heard_in(&self, id: ShowingId, begun: Begun) -> Result<(AfterVisit, Vec<SaidId>), SaveError> {
        let Begun { family, mut showing, people, pieces, items, key } = begun;
        let pair = Pair::from_jwk(&key);
        let (mut heard, mut nothing, mut unopened) = (Vec::new(), Vec::new(), 0);
        showing.hidden = 0;
        let book = self.workbook(family);
        let in_the_record = |said| book.as_ref().is_some_and(|book| book.said.get(said).is_some());
        for (said, sealed) in self.letters(id).await? {
            let plain = match &pair {
                Some(pair) => letters::open(&self.crypto, pair, id, &sealed).await.ok(),
                None => None,
            };
            let (half, answer) = match plain.and_then(|plain| serde_json::from_slice(&plain).ok()) {
                Some(Inside::Said(answer) | Inside::HalfSaid(answer))
                    if says_nothing(&answer) || in_the_record(said) =>
                {
                    nothing.push(said);
                    continue;
                }
                Some(Inside::Said(answer)) => (false, answer),
                Some(Inside::HalfSaid(answer)) => (true, answer),
                Some(Inside::Hidden(_)) => {
                    showing.hidden += 1;
                    nothing.push(said);
                    continue;
                }
                None => {
                    unopened += 1;
                    continue;
                }
            };
            let place = answer.who.and_then(|who| usize::try_from(who).ok());
            let who = place.and_then(|place| people.get(place).copied());
            heard.push(Heard { id: said, who, half, answer });
        }
        heard.sort_by_key(|heard| (heard.answer.at, heard.id));
        Ok((AfterVisit { id, family, showing, people, pieces, items, heard, unopened }, nothing))
    }

    /// The letters of a visit, still sealed.
    async fn letters(&self, id: ShowingId) -> Result<Vec<(SaidId, Vec<u8>)>, SaveError> {
        let vault = self.with(|open| open.vault)?;
        let prefix = letter_prefix(id);
        let all = self.store.list(vault, Shelf::Letter).await?;
        let of_this =
            |(key, sealed): (String, Vec<u8>)| Some((key.strip_prefix(&prefix)?.parse().ok()?, sealed));
        Ok(all.into_iter().filter_map(of_this).collect())
    }

    /// Records what a worker made of things that were said, and takes these out of the letter box in the same write:
    /// each is in one place or the other, never in both and never in none.
    ///
    /// # Errors
    /// [`RecordError`]; nothing was recorded then, and everything that was said is still there.
    pub async fn take_in(
        &self,
        family: FamilyId,
        visit: ShowingId,
        said: &[SaidId],
        commands: Vec<Command>,
    ) -> Result<Arc<Workbook>, RecordError> {
        let vault = self.with(|open| open.vault)?;
        let taken = said.iter().map(|said| no_letter(vault, visit, *said)).collect();
        self.record_with(family, commands, taken).await
    }

    /// Puts a visit away in which nothing is left to take in.
    ///
    /// # Errors
    /// [`PutAwayError`]; the visit is then still there. Nothing that was said is ever discarded here.
    pub async fn put_visit_away(&self, visit: ShowingId) -> Result<(), PutAwayError> {
        let vault = self.with(|open| open.vault)?;
        let found = self.begun_visits().await?.visits.into_iter().find(|(id, _)| *id == visit);
        let mut changes = vec![Change::Remove(Address::new(vault, Shelf::Visit, visit.to_string()))];
        if let Some((id, begun)) = found {
            let (after, nothing) = self.heard_in(id, begun).await?;
            if !after.heard.is_empty() || after.unopened > 0 {
                return Err(PutAwayError::StillHeard);
            }
            changes.extend(nothing.into_iter().map(|said| no_letter(vault, visit, said)));
        }
        Ok(self.store.write(changes, Durability::Strict).await?)
    }

    /// What to remove so that nothing of a family's visits stays behind when it is taken off this device.
    ///
    /// # Errors
    /// [`RemoveError::StillHeard`] while somebody has not been heard who can be: what they said is in no file.
    pub(super) async fn without_visits(&self, family: FamilyId) -> Result<Vec<Change>, RemoveError> {
        let (vault, opens) = self.with(|open| (open.vault, open.families.contains_key(&family)))?;
        let mut changes = Vec::new();
        for (id, begun) in self.begun_visits().await?.visits {
            if begun.family != family {
                continue;
            }
            // Into a workbook that does not open nothing can be taken.
            if opens && !self.heard_in(id, begun).await?.0.heard.is_empty() {
                return Err(RemoveError::StillHeard);
            }
            changes.push(Change::Remove(Address::new(vault, Shelf::Visit, id.to_string())));
            let letters = self.letters(id).await?;
            changes.extend(letters.into_iter().map(|(said, _)| no_letter(vault, id, said)));
        }
        Ok(changes)
    }
}

/// That a letter is taken out of the letter box.
fn no_letter(vault: VaultId, visit: ShowingId, said: SaidId) -> Change {
    Change::Remove(Address::new(vault, Shelf::Letter, format!("{}{said}", letter_prefix(visit))))
}

/// Whether nobody could hear anything in it: nothing was chosen, and no letter was written.
fn says_nothing(answer: &Answer) -> bool {
    let texts = [&answer.words, &answer.why_not_less, &answer.what_next, &answer.signed];
    answer.verdict.is_none() && answer.number.is_none() && texts.iter().all(|text| text.trim().is_empty())
}
