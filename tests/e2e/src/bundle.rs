//! A file that somebody saved, opened on this computer with the app's own code and no browser.

use std::path::Path;

use hearth::bundle::payload::Payload;
use hearth::services::crypto::host::HostCrypto;
use hearth::services::envelope::open_bundle;

use crate::Trouble;

/// What a file holds.
pub async fn open(file: &Path, passphrase: &str) -> Result<Payload, Trouble> {
    let bytes =
        std::fs::read(file).map_err(Trouble::files(format!("{} could not be read", file.display())))?;
    let plain =
        open_bundle(&HostCrypto, &bytes, passphrase).await.map_err(|it| Trouble::Answer(it.to_string()))?;
    Payload::read(&plain).map_err(|it| Trouble::Answer(it.to_string()))
}
