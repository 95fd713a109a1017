//! The device in the hands of the family: whatever they do, they see the family's pages or the neutral one; what they
//! write comes back once, by passphrase; and the screen is covered at once when somebody comes in.

use e2e::journey::places::{address, go_to_address, here};
use e2e::journey::{self, arrive, entries, first_run, places, showing, story};
use e2e::{Browser, Engine, Profile, Trouble, chosen, site};

const LOCKED: &str = "This is locked";
const WORDS: &str = "I sleep now 🦉 أنا بخير";

/// A store with a family and an entry in it, handed over to one of its parents.
async fn handed_over(browser: &Browser, url: &str) -> Result<(), Trouble> {
    let me = story::practitioner();
    browser.goto(url).await?;
    first_run(browser, &me, journey::doors::NEW_STORE).await?;
    journey::add_family(browser, &story::family()).await?;
    entries::add_an_entry(browser, 3, story::JOE).await?;
    entries::write(browser, &story::short_entry(3, story::JOE)).await?;
    entries::save_entry(browser, 3, story::JOE).await?;
    showing::hand_over(browser, story::JOE).await
}

/// Nothing that a worker wrote is anywhere in the page, its title or its address.
async fn shows_nothing_of_the_workers(browser: &Browser, at: &str) -> Result<(), Trouble> {
    let body = "return [document.documentElement.outerHTML, document.title, location.href].join(' ');";
    let all = browser.script(body, vec![]).await?.to_string();
    let (me, family, entry) = (story::practitioner(), story::family(), story::short_entry(3, story::JOE));
    let known = story::texts_of(&me).into_iter().chain(story::texts_of_family(&family));
    for text in
        known.chain(story::texts_of_entry(&entry)).filter(|it| *it != story::JOE && it.contains("quexo"))
    {
        let word = text.split_whitespace().find(|it| it.contains("quexo")).unwrap_or(text);
        assert!(!all.contains(word), "{word} at {at}");
    }
    Ok(())
}

#[tokio::test]
async fn whatever_they_do_they_see_their_pages_or_the_neutral_one() -> Result<(), Trouble> {
    for engine in chosen().into_iter().filter(|it| *it == Engine::Chromium) {
        let (server, profile) = (site::serve()?, Profile::new()?);
        let browser = Browser::open(engine, &profile).await?;
        handed_over(&browser, &server.url()).await?;
        shows_nothing_of_the_workers(&browser, "the first page").await?;

        browser.follow_link("I want to say something").await?;
        arrive(&browser, "I want to say something").await?;
        browser.type_into("Write what you want to say", WORDS).await?;
        places::press_and_arrive(&browser, "Save", "Thank you. We have kept that.").await?;
        browser.follow_link("Back to the start").await?;
        arrive(&browser, &format!("Hello {}", story::JOE)).await?;

        for hash in
            ["#/due", "#/families", "#/unlock", "#/search", "#/settings/storage", "#/welcome", "#/help"]
        {
            go_to_address(&browser, hash).await?;
            arrive(&browser, LOCKED).await?;
            shows_nothing_of_the_workers(&browser, hash).await?;
        }
        for time in 1..=10 {
            browser.back().await?;
            browser.next_frames().await?;
            let heading = here(&browser).await?;
            let known = heading.is_empty() || heading == LOCKED || heading.starts_with("Hello");
            assert!(known, "back {time} in {engine}: {heading} at {}", address(&browser).await?);
            shows_nothing_of_the_workers(&browser, &format!("back {time}")).await?;
        }
        browser.goto(&server.url()).await?;
        browser.reload().await?;
        arrive(&browser, LOCKED).await?;

        browser.press_button("Staff").await?;
        arrive(&browser, "Staff").await?;
        browser.type_into("Passphrase", story::WRONG_PASSPHRASE).await?;
        browser.press_button("Continue").await?;
        browser.wait_for_words("That passphrase is not right").await?;
        journey::doors::time_passes(&browser).await?;
        browser.fill("Passphrase", &story::practitioner().passphrase).await?;
        browser.press_button("Continue").await?;
        arrive(&browser, "After the visit").await?;
        browser.wait_for_words(WORDS).await?;
        browser.press_button("Keep it with the visit").await?;
        browser.wait_for_words("Put this visit away").await?;
        assert!(!browser.text().await?.contains(WORDS), "what was kept is shown once");
        browser.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_screen_is_covered_at_once_and_only_a_passphrase_leads_back() -> Result<(), Trouble> {
    for engine in chosen().into_iter().filter(|it| *it == Engine::Chromium) {
        let (server, profile) = (site::serve()?, Profile::new()?);
        let browser = Browser::open(engine, &profile).await?;
        handed_over(&browser, &server.url()).await?;
        // Three Shifts, and how long it takes until the clock stands there with everything else out of reach.
        let covered = "const done = arguments[0];
            const family = document.querySelector('.app-family');
            const began = performance.now();
            for (let time = 0; time < 3; time++) {
                for (const type of ['keydown', 'keyup'])
                    document.dispatchEvent(new KeyboardEvent(type, { key: 'Shift', bubbles: true }));
            }
            const look = () => {
                const clock = document.querySelector('.app-clock-face');
                if (clock && family.inert && document.title === 'Clock') done(performance.now() - began);
                else requestAnimationFrame(look);
            };
            look();";
        let took = browser.script_async(covered, vec![]).await?.as_f64().unwrap_or(f64::MAX);
        assert!(took <= 100.0, "covered after {took} ms");
        browser.script("document.querySelector('.app-clock-face__button').click();", vec![]).await?;
        arrive(&browser, LOCKED).await?;
        go_to_address(&browser, "#/v").await?;
        browser.next_frames().await?;
        arrive(&browser, LOCKED).await?;
        browser.press_button("Staff").await?;
        browser.type_into("Passphrase", &story::practitioner().passphrase).await?;
        browser.press_button("Continue").await?;
        arrive(&browser, "After the visit").await?;
        browser.wait_for_words("The screen was covered once.").await?;
        browser.close().await?;
    }
    Ok(())
}
