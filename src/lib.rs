//! Hearth: the Family Safeguarding workbook that lives in the browser.
//!
//! Dependencies point down this list only (`tests/architecture.rs` reads the sources and fails on an
//! arrow that climbs): `ui` → `services` → `reports` → `bundle`, `vault`, `pictures` →
//! `policy` → `programme` → `workbook` → `model`.

pub mod bundle;
pub mod model;
pub mod navigation;
pub mod pictures;
pub mod policy;
pub mod programme;
pub mod reports;
pub mod services;
#[cfg(target_arch = "wasm32")]
pub mod ui;
pub mod vault;
pub mod workbook;
