//! Looking round with the example family: it is kept like any other, sealed, and removed in one action with
//! [`Session::remove_family`].

use std::sync::Arc;

use crate::services::clock::Clock;
use crate::services::crypto::Crypto;
use crate::services::example::{self, Example, NotTheExample};
use crate::services::store::Store;
use crate::workbook::fold::Workbook;
use crate::workbook::log::EventSet;

use super::{Locked, SaveError, Session};

/// Why the example family is not here. Nothing was written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExampleError {
    #[error(transparent)]
    Unreadable(#[from] NotTheExample),
    #[error(transparent)]
    Save(#[from] SaveError),
}

impl From<Locked> for ExampleError {
    fn from(locked: Locked) -> Self {
        Self::Save(locked.into())
    }
}

impl<S: Store, C: Crypto, T: Clock> Session<S, C, T> {
    /// Adds the example family from the text of its file ([`example::ADDRESS`]). One that is here already is
    /// left as it is, with whatever was tried out in it.
    ///
    /// # Errors
    /// [`ExampleError`]; nothing was written then.
    pub async fn add_example(&self, text: &str) -> Result<Arc<Workbook>, ExampleError> {
        let _turn = self.writing.lock().await;
        let Example { family, events: new } = example::read(text)?;
        if let Some(here) = self.with(|open| open.families.get(&family).map(|file| file.workbook.whole()))? {
            return Ok(here);
        }
        let mut events = EventSet::default();
        for event in &new {
            events.add(event.clone()).map_err(|_| NotTheExample)?;
        }
        let workbook = Arc::new(Workbook::fold(family, &events));
        let changes = self.changes_for(family, &new, &events).await?;
        self.keep(vec![(family, events, workbook.clone(), changes)]).await?;
        Ok(workbook)
    }
}
