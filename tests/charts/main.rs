//! Pictures over whatever people are called, wrote and lived through (`ux.md` S25 and 1.5; issue 5, Show 6).

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "helpers of tests are tests"
)]

mod geometry;
mod pictures;
mod svg;
mod words;
