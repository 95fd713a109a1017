//! Opens or makes a bundle from the command line, with the app's own code.
//!
//! ```sh
//! HEARTH_PASSPHRASE='seven-words-…' cargo run --example bundle -- open bundle.json payload.json
//! HEARTH_PASSPHRASE='seven-words-…' cargo run --example bundle -- seal payload.json bundle.json
//! ```
//!
//! The recipes in `tests/recipes` check this against other people's libraries.

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    match run() {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            std::process::ExitCode::FAILURE
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn run() -> Result<(), Box<dyn std::error::Error>> {
    use hearth::services::crypto::host::HostCrypto;
    use hearth::services::envelope::{open_bundle, seal_bundle};

    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [action, from, to] = arguments.as_slice() else {
        return Err("Say what to do: open FROM TO, or seal FROM TO.".into());
    };
    let passphrase = std::env::var("HEARTH_PASSPHRASE")
        .map_err(|_| "Put the passphrase in the environment variable HEARTH_PASSPHRASE.")?;
    let read = std::fs::read(from)?;
    let written = match action.as_str() {
        "open" => pollster::block_on(open_bundle(&HostCrypto, &read, &passphrase))?,
        "seal" => pollster::block_on(seal_bundle(&HostCrypto, &read, &passphrase))?.into_bytes(),
        _ => return Err("The first word is open or seal.".into()),
    };
    std::fs::write(to, written)?;
    Ok(())
}
