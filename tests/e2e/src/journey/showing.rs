//! Handing the device to the family, and taking it back.

use serde_json::json;

use super::doors::Practitioner;
use super::places::{arrive, press_and_arrive};
use crate::{Browser, Trouble};

/// Waits until the whole app is on this device: the hands between the worker's page and the family's are its own.
pub async fn is_kept(browser: &Browser) -> Result<(), Trouble> {
    browser
        .wait_until("the app to be kept on this device", async || {
            let ready = "const done = arguments[0]; navigator.serviceWorker.ready.then(() => done(true));";
            Ok(browser.script_async(ready, vec![]).await? == json!(true))
        })
        .await
}

/// From anywhere in the family up to the last page before it is handed over.
pub async fn prepare(browser: &Browser, to: &[&str]) -> Result<(), Trouble> {
    is_kept(browser).await?;
    browser.follow_link("Show to family").await?;
    arrive(browser, "Who is with you now?").await?;
    for name in to {
        browser.tick(name).await?;
    }
    press_and_arrive(browser, "Continue", "Is it safe to show this now?").await?;
    press_and_arrive(browser, "Continue", "Check what will be shown").await
}

/// Locks, and waits for the family's first page.
pub async fn lock_and_show(browser: &Browser, greeting: &str) -> Result<(), Trouble> {
    press_and_arrive(browser, "Lock and show", greeting).await
}

/// Hands over what is shared with one person, who does well in nothing that is shown yet.
pub async fn hand_over(browser: &Browser, to: &str) -> Result<(), Trouble> {
    prepare(browser, &[to]).await?;
    browser.tick("I know that nothing they do well is shown").await?;
    lock_and_show(browser, &format!("Hello {to}")).await
}

/// Takes the device back with the passphrase.
pub async fn take_back(browser: &Browser, me: &Practitioner) -> Result<(), Trouble> {
    press_and_arrive(browser, "Staff", "Staff").await?;
    browser.fill("Passphrase", &me.passphrase).await?;
    press_and_arrive(browser, "Continue", "After the visit").await
}
