//! Hearth: the Family Safeguarding workbook that lives in the browser.
//!
//! Dependencies point down this list only (`tests/architecture.rs` reads the sources and fails on an
//! arrow that climbs): `ui` → `services` → `bundle`, `vault`, `reports`, `pictures` → `policy` →
//! `programme` → `workbook` → `model`.

pub mod model;
pub mod workbook;
pub mod programme;
pub mod policy;
pub mod vault;
pub mod bundle;
pub mod services;
pub mod navigation;
#[cfg(target_arch = "wasm32")]
pub mod ui;
