//! Making a workbook store, and coming back to it.

use super::places::{arrive, go_to_address, press_and_arrive, select};
use crate::{Browser, Trouble};

/// Who sits at the device.
#[derive(Debug, Clone)]
pub struct Practitioner {
    pub name: String,
    pub role: String,
    pub employer: String,
    pub team: String,
    pub passphrase: String,
}

/// What people come to do, as the first page asks it.
pub const NEW_STORE: &str = "Start a new workbook store";
pub const OPEN_A_BUNDLE: &str = "Open a bundle someone gave me";
pub const LOOK_ROUND: &str = "Look round with an example family";

/// From the first page to a workbook store with its recovery sheet confirmed. Gives the recovery code. The
/// app then goes where `purpose` leads.
pub async fn first_run(browser: &Browser, me: &Practitioner, purpose: &str) -> Result<String, Trouble> {
    first_run_under(browser, me, purpose, None).await
}

/// The same, for somebody who follows the guidance of an authority.
pub async fn first_run_under(
    browser: &Browser,
    me: &Practitioner,
    purpose: &str,
    authority: Option<&str>,
) -> Result<String, Trouble> {
    arrive(browser, "Welcome to the family workbook").await?;
    browser.choose(purpose).await?;
    press_and_arrive(browser, "Continue", "You and your authority").await?;
    browser.type_into("Your name", &me.name).await?;
    select(browser, "Your role", &me.role).await?;
    browser.type_into("Your employer (optional)", &me.employer).await?;
    browser.type_into("Your team (optional)", &me.team).await?;
    if let Some(authority) = authority {
        select(browser, "Authority whose guidance you follow", authority).await?;
    }
    press_and_arrive(browser, "Continue", "Create a passphrase").await?;
    browser.type_into("Passphrase", &me.passphrase).await?;
    press_and_arrive(browser, "Make the workbook store", "Your recovery sheet").await?;
    let code = recovery_code(browser).await?;
    let (label, group) = asked_for(browser, &code).await?;
    browser.type_into(&label, &group).await?;
    browser.press_button("Confirm").await?;
    browser
        .wait_until("the recovery sheet to be left", async || {
            Ok(!super::places::here(browser).await?.ends_with("Your recovery sheet"))
        })
        .await?;
    Ok(code)
}

/// The code on the recovery sheet, as somebody copies it: the line of seven groups of four characters.
pub async fn recovery_code(browser: &Browser) -> Result<String, Trouble> {
    let text = browser.text().await?;
    let is_code = |line: &&str| {
        let groups: Vec<&str> = line.split('-').collect();
        groups.len() == 7
            && groups.iter().all(|it| it.len() == 4 && it.chars().all(|c| c.is_ascii_alphanumeric()))
    };
    text.lines().map(str::trim).find(is_code).map(str::to_owned).ok_or(Trouble::Answer(text))
}

/// The label of the box that asks for a part of the code, and that part.
pub async fn asked_for(browser: &Browser, code: &str) -> Result<(String, String), Trouble> {
    let groups: Vec<&str> = code.split('-').collect();
    let places = ["first", "second", "third", "fourth", "fifth", "sixth", "last"];
    for (place, group) in places.iter().zip(groups) {
        let label = format!("Type the {place} group of 4 characters");
        if browser.has(crate::Role::Field, &label).await? {
            return Ok((label, group.to_owned()));
        }
    }
    Err(Trouble::Answer("the page asks for no part of the recovery code".to_owned()))
}

/// Opens the store with its passphrase, from the page that asks for it.
pub async fn unlock(browser: &Browser, passphrase: &str) -> Result<(), Trouble> {
    arrive(browser, "Unlock your workbook store").await?;
    browser.type_into("Passphrase", passphrase).await?;
    browser.press_button("Unlock").await?;
    browser
        .wait_until("the store to open", async || {
            let here = super::places::here(browser).await?;
            Ok(!here.is_empty() && !here.ends_with("Unlock your workbook store"))
        })
        .await
}

/// Gives a colleague who works from this device a key of their own. Whoever's store it is has it open.
pub async fn let_in(browser: &Browser, owner: &Practitioner, them: &Practitioner) -> Result<(), Trouble> {
    go_to_address(browser, "#/settings/security/let-in").await?;
    arrive(browser, "Let a colleague in").await?;
    browser.type_into("Their name", &them.name).await?;
    select(browser, "Their role", &them.role).await?;
    browser.type_into("Their employer (optional)", &them.employer).await?;
    browser.type_into("Their team (optional)", &them.team).await?;
    browser.type_into("Their passphrase", &them.passphrase).await?;
    browser.type_into("Your own present passphrase", &owner.passphrase).await?;
    browser.press_button("Let them in").await?;
    browser.wait_for_words("Your colleague can now open this store").await
}

/// Locks the store by the button in the header.
pub async fn lock(browser: &Browser) -> Result<(), Trouble> {
    press_and_arrive(browser, "Lock", "Unlock your workbook store").await
}

/// Tries a passphrase that does not open the store, and is ready to try another.
pub async fn fail_to_unlock(browser: &Browser, passphrase: &str) -> Result<(), Trouble> {
    arrive(browser, "Unlock your workbook store").await?;
    browser.type_into("Passphrase", passphrase).await?;
    browser.press_button("Unlock").await?;
    browser.wait_for_words("There is a problem").await?;
    time_passes(browser).await
}

/// A button takes a second press within a second for a trembling hand: this waits until a person has read what is said.
pub async fn time_passes(browser: &Browser) -> Result<(), Trouble> {
    browser.next_frames().await?;
    let pressed = browser.script("return performance.now();", vec![]).await?;
    let body = "return performance.now() - arguments[0] > 1000;";
    browser
        .wait_until("a person's time to pass", async || {
            Ok(browser.script(body, vec![pressed.clone()]).await? == true)
        })
        .await
}
