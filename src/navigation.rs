//! Typed hash routes.
