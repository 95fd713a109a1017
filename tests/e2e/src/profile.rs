//! A folder in which a browser keeps what it stores: one device.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use crate::Trouble;

/// Gone from disk when dropped. Keep it to open the same device again.
#[derive(Debug)]
pub struct Profile {
    folder: PathBuf,
}

impl Profile {
    /// A device that has never opened the app.
    pub fn new() -> Result<Self, Trouble> {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("hearth-e2e-{}-{number}", std::process::id()));
        for part in ["profile", "downloads"] {
            fs::create_dir_all(folder.join(part))
                .map_err(Trouble::files("a profile folder could not be made"))?;
        }
        let profile = Self { folder };
        // WebKitGTK saves files where the desktop's settings say.
        let place = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", profile.downloads().display());
        fs::write(profile.data().join("user-dirs.dirs"), place)
            .map_err(Trouble::files("the place for downloads could not be set"))?;
        Ok(profile)
    }

    /// Where the browser stores things.
    pub fn data(&self) -> PathBuf {
        self.folder.join("profile")
    }

    /// Where files land that the page offers for saving.
    pub fn downloads(&self) -> PathBuf {
        self.folder.join("downloads")
    }

    /// The files saved so far that are complete.
    pub fn downloaded(&self) -> Vec<PathBuf> {
        let Ok(files) = fs::read_dir(self.downloads()) else { return Vec::new() };
        let complete = |file: &PathBuf| {
            let partial =
                file.extension().is_some_and(|it| it == "crdownload" || it == "part" || it == "wkdownload");
            // Chromium writes under a hidden name first.
            let hidden = file.file_name().is_some_and(|it| it.as_encoded_bytes().starts_with(b"."));
            !partial && !hidden && fs::metadata(file).is_ok_and(|it| it.len() > 0)
        };
        let mut files: Vec<PathBuf> = files.flatten().map(|it| it.path()).filter(complete).collect();
        files.sort();
        files
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}
