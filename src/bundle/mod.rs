//! The encrypted file in which a workbook travels: format, checks, limits.
//!
//! A file is a JWE (RFC 7516), so that it outlives this app: any JOSE library opens it with the
//! passphrase. `docs/bundle-format.md` describes it for whoever has to write a reader.
//!
//! Pure: the cipher itself is a port of `services`, and `services::envelope` joins the two.

pub mod envelope;
pub mod payload;
pub mod strict_json;
