//! Carrying a workbook away as a file, and taking one in.

use std::path::{Path, PathBuf};

use super::places::{arrive, go, press_and_arrive};
use crate::{Browser, Profile, Trouble};

const FILE: &str = "Choose the file you were given";
const PASSPHRASE: &str = "Passphrase of the file";

/// Saves everything as one file for a colleague, under a passphrase of one's own, and gives the file.
pub async fn export(browser: &Browser, profile: &Profile, passphrase: &str) -> Result<PathBuf, Trouble> {
    let before = profile.downloaded();
    go(browser, "Share").await?;
    arrive(browser, "Share").await?;
    browser.choose("A colleague").await?;
    browser.choose("Everything (1 family)").await?;
    press_and_arrive(browser, "Continue", "Passphrase for the file").await?;
    browser.press_button("Type my own").await?;
    browser.type_into("Your own passphrase", passphrase).await?;
    press_and_arrive(browser, "Continue", "Check before you save").await?;
    press_and_arrive(browser, "Save file", "File saved").await?;
    let fresh = || profile.downloaded().into_iter().find(|it| !before.contains(it));
    browser.wait_until("the file to be in the downloads", async || Ok(fresh().is_some())).await?;
    fresh().ok_or_else(|| Trouble::Answer("the saved file is gone".to_owned()))
}

/// Opens a file as far as seeing what is in it. Begins on "Open a bundle".
pub async fn look_into(browser: &Browser, file: &Path, passphrase: &str) -> Result<(), Trouble> {
    try_to_open(browser, file, passphrase).await?;
    arrive(browser, "What is in this file").await
}

/// Gives a file and a passphrase, whatever comes of it.
pub async fn try_to_open(browser: &Browser, file: &Path, passphrase: &str) -> Result<(), Trouble> {
    arrive(browser, "Open a bundle").await?;
    browser.give_file(FILE, file).await?;
    browser.fill(PASSPHRASE, passphrase).await?;
    browser.press_button("Open the file").await
}

/// Opens a file and takes in everything it holds.
pub async fn import(browser: &Browser, file: &Path, passphrase: &str) -> Result<(), Trouble> {
    look_into(browser, file, passphrase).await?;
    press_and_arrive(browser, "Add to this workbook store", "Added to this workbook store").await
}
