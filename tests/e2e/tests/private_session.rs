//! A private session for somebody's own safety plan: it opens only when nobody else is there, closes as soon as the
//! screen shows something else, leaves nothing on it, and is on no paper.

use e2e::journey::places::{arrive, go_to_address, press_and_arrive};
use e2e::journey::{self, doors, first_run, places, story};
use e2e::{Browser, Engine, Looks, Profile, Trouble, chosen, site};
use serde_json::json;

const PLAN: &str = "Quietstepsquexo on the stairs";
const CLOSED: &str = "This page is closed";

#[tokio::test]
async fn it_opens_for_one_alone_and_closes_when_the_screen_shows_something_else() -> Result<(), Trouble> {
    for engine in chosen().into_iter().filter(|it| *it != Engine::WebKit) {
        let (server, profile) = (site::serve()?, Profile::new()?);
        let browser = Browser::open(engine, &profile).await?;
        browser.goto(&server.url()).await?;
        first_run(&browser, &story::practitioner(), doors::NEW_STORE).await?;
        journey::add_family(&browser, &story::family()).await?;
        let family = places::address(&browser).await?;
        let plan = format!("{}’s own plan", story::AMARA);
        let mut looks = Looks::default();

        asks(&browser, &family).await?;
        looked_at(&mut looks, &browser, "private session, who is there").await?;
        browser.choose("Somebody else too, or somebody could come in").await?;
        press_and_arrive(&browser, "Continue", "Not now").await?;

        for closes in [
            "window.dispatchEvent(new Event('blur'));",
            "window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));",
        ] {
            asks(&browser, &family).await?;
            browser.choose(&format!("Only {} and I", story::AMARA)).await?;
            press_and_arrive(&browser, "Continue", &plan).await?;
            // Where there is no plan yet, it opens to write one.
            if !browser.text().await?.contains(PLAN) {
                looked_at(&mut looks, &browser, "private session, writing").await?;
                browser.type_into("How I know that it is getting dangerous", PLAN).await?;
                browser.press_button("Save plan").await?;
                browser.wait_for_words("Close now").await?;
                looked_at(&mut looks, &browser, "private session").await?;
            }
            browser.wait_for_words(PLAN).await?;
            shows_on_paper(&browser, false).await?;
            browser.script(closes, vec![]).await?;
            arrive(&browser, CLOSED).await?;
            let left = "return document.documentElement.outerHTML.includes(arguments[0]) || document.title.includes(arguments[1]);";
            let left = browser.script(left, vec![json!(PLAN), json!(story::AMARA)]).await?;
            assert_eq!(left, json!(false), "{closes} in {engine}");
        }
        browser.close().await?;
        looks.outcome().map_err(Trouble::Answer)?;
    }
    Ok(())
}

/// In the engine that axe looks in.
async fn looked_at(looks: &mut Looks, browser: &Browser, screen: &str) -> Result<(), Trouble> {
    if browser.engine() == Engine::Chromium {
        looks.at(browser, screen).await?;
    }
    Ok(())
}

/// From anywhere to the question who is in the room.
async fn asks(browser: &Browser, family: &str) -> Result<(), Trouble> {
    go_to_address(browser, &format!("{family}/safety")).await?;
    arrive(browser, "Safety").await?;
    browser.follow_link(&format!("A private session with {}", story::AMARA)).await?;
    arrive(browser, "Before you open it").await
}

/// Whether the plan would be on paper, as Chromium's own way of looking at it has it.
async fn shows_on_paper(browser: &Browser, expected: bool) -> Result<(), Trouble> {
    if browser.engine() != Engine::Chromium {
        return Ok(());
    }
    browser.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
    let shown = browser.text().await?.contains(PLAN);
    browser.cdp("Emulation.setEmulatedMedia", json!({ "media": "" })).await?;
    assert_eq!(shown, expected);
    Ok(())
}
