//! Showing something to people of the family, on a device that is theirs for that time (`ux.md` 3).
//!
//! The worker's page leaves a [`FamilyView`](crate::model::family_view::FamilyView) with the service worker, drops its
//! keys and is loaded again. What is loaded then is the family's page: it takes the view, and has never held a key that
//! opens anything. What people say there goes into letters that only the worker's passphrase leads to. A passphrase is
//! also the one way back.

pub mod after;
pub mod answer;
pub mod half_said;
pub mod handed;
pub mod hide;
pub mod inbox;
pub mod letters;
pub mod lock;
pub mod marker;
pub mod printing;
pub mod waiting;
pub mod wipe;
