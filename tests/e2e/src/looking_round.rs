//! Somebody who looks round in the example family, in Chromium.

use xtask::server::Server;

use crate::journey::places::{self, arrive};
use crate::journey::{doors, story};
use crate::{Browser, Engine, Profile, Trouble, chosen, site};

/// The browser with the example family open. What is dropped is gone: the server, and the folder of the profile.
pub struct LookingRound {
    pub browser: Browser,
    pub profile: Profile,
    pub server: Server,
    /// The address of the family's overview.
    pub family: String,
}

impl LookingRound {
    /// Looks round by the rules of West Sussex; nothing where Chromium is not among the browsers that are tried.
    pub async fn begin() -> Result<Option<Self>, Trouble> {
        if !chosen().contains(&Engine::Chromium) {
            return Ok(None);
        }
        let (server, profile) = (site::serve()?, Profile::new()?);
        let browser = Browser::open(Engine::Chromium, &profile).await?;
        browser.goto(&server.url()).await?;
        doors::first_run_under(&browser, &story::practitioner(), doors::LOOK_ROUND, Some("West Sussex"))
            .await?;
        arrive(&browser, "Overview").await?;
        let family = places::address(&browser).await?;
        Ok(Some(Self { browser, profile, server, family }))
    }

    /// Goes to a page of the family.
    pub async fn go(&self, page: &str, heading: &str) -> Result<(), Trouble> {
        places::go_to_address(&self.browser, &format!("{}/{page}", self.family)).await?;
        arrive(&self.browser, heading).await
    }
}
