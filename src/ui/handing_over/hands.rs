//! The service worker's memory as the hands between two pages.

use zeroize::Zeroize;

use crate::services::browser::worker_memory;
use crate::services::visit::handed::{Handed, NotHanded};

/// What is left here is gone when the browser ends its service worker, and when it was taken once.
#[derive(Clone, Copy)]
pub struct WorkerHands;

impl Handed for WorkerHands {
    async fn leave(&self, mut bytes: Vec<u8>) -> Result<(), NotHanded> {
        let left = worker_memory::leave(&bytes).await;
        bytes.zeroize();
        left.map_err(|why| NotHanded(why.to_string()))
    }

    async fn take(&self) -> Option<Vec<u8>> {
        worker_memory::take().await
    }
}
