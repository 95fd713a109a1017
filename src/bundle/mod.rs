//! The encrypted file in which a workbook travels: format, checks, limits. Pure: the cipher itself is a port of `services`.

pub mod payload;
