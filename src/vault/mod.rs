//! How a store of workbooks is locked: key slots, passphrase rules, sealed records. Pure: the cipher itself is a port of `services`.
