//! The built app, served as a static host would serve it.

use std::fs;
use std::path::{Path, PathBuf};

use xtask::command::Failure;
use xtask::server::Server;
use xtask::site::files_in;

use crate::Trouble;

/// The folder of the release build that `cargo xtask test` made, or `dist/`.
pub fn folder() -> PathBuf {
    std::env::var_os("HEARTH_DIST").map_or_else(|| xtask::root().join("dist"), PathBuf::from)
}

/// The folder of the build whose records are not sealed, when there is one.
pub fn unsealed_folder() -> Option<PathBuf> {
    std::env::var_os("HEARTH_UNSEALED_DIST").map(PathBuf::from)
}

/// Serves the app in a sub-folder, because it has to work in one.
pub fn serve() -> Result<Server, Trouble> {
    serve_folder(&folder())
}

pub fn serve_folder(folder: &Path) -> Result<Server, Trouble> {
    if !folder.join("index.html").is_file() {
        let words = format!("There is no built app in {}. Run `cargo xtask build` first.", folder.display());
        return Err(Failure::new(words).into());
    }
    Ok(Server::start(folder, "/teams/north/", 0)?)
}

/// Copies the built app, to change something of it, and gives the copy.
pub fn copy(to: &Path) -> Result<PathBuf, Trouble> {
    let from = folder();
    let wrong = "the built app could not be copied";
    for file in files_in(&from, "")? {
        let target = to.join(&file);
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent).map_err(Trouble::files(wrong))?;
        }
        fs::copy(from.join(&file), target).map_err(Trouble::files(wrong))?;
    }
    Ok(to.to_owned())
}
