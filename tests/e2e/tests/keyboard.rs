//! Keys alone: from the first page to a saved entry without a pointer. Every change of page takes the focus to
//! its heading; the skip link, Ctrl+S, Ctrl+Enter and Alt+Q do what they say.

use e2e::find::Path;
use e2e::journey::{arrive, doors, places, story};
use e2e::{Browser, Engine, Profile, Role, Trouble, chosen, site};
use fantoccini::key::Key;
use serde_json::json;

#[tokio::test]
async fn the_whole_job_is_done_with_keys_alone() -> Result<(), Trouble> {
    for engine in chosen().into_iter().filter(|it| *it == Engine::Chromium) {
        let server = site::serve()?;
        let profile = Profile::new()?;
        let browser = Browser::open(engine, &profile).await?;
        browser.goto(&server.url()).await?;
        arrive(&browser, "Welcome to the family workbook").await?;
        skip_link(&browser).await?;
        first_run(&browser).await?;
        family(&browser).await?;
        entry(&browser).await?;
        browser.close().await?;
    }
    Ok(())
}

/// The first stop of the page shows itself when it is reached, leads past everything that repeats, and leaves
/// the address alone.
async fn skip_link(browser: &Browser) -> Result<(), Trouble> {
    let before = places::address(browser).await?;
    browser.tab().await?;
    let first = browser.stop().await?;
    assert_eq!((first.role.as_str(), first.name.as_str()), ("link", "Skip to main content"));
    let shown = "const box = document.activeElement.getBoundingClientRect(); return box.width > 24 && box.height > 24 && box.top >= 0;";
    assert_eq!(browser.script(shown, vec![]).await?, json!(true), "the skip link shows itself");
    browser.enter().await?;
    assert_eq!(browser.script("return document.activeElement.id;", vec![]).await?, json!("main"));
    assert_eq!(places::address(browser).await?, before);
    Ok(())
}

/// Waits for the page and for the focus to be on its heading.
async fn arrives(browser: &Browser, heading: &str) -> Result<(), Trouble> {
    arrive(browser, heading).await?;
    browser
        .wait_until(&format!("the focus to be on “{heading}”"), async || {
            browser.focus_is_on_heading(heading).await
        })
        .await?;
    assert!(browser.scrolled().await? < 1.0, "“{heading}” begins at its top");
    Ok(())
}

async fn first_run(browser: &Browser) -> Result<(), Trouble> {
    let me = story::practitioner();
    browser.choose_by_keys("What do you want to do?", doors::NEW_STORE).await?;
    browser.tab_to(Role::Button, "Continue").await?;
    browser.enter().await?;
    arrives(browser, "You and your authority").await?;
    browser.tab_to(Role::Field, "Your name").await?;
    browser.keys(&me.name).await?;
    browser.tab_to(Role::Field, "Your role").await?;
    browser.keys(&me.role).await?;
    // Enter in a line of text is the button of its form.
    browser.tab_to(Role::Field, "Your team (optional)").await?;
    browser.keys(&me.team).await?;
    browser.enter().await?;
    arrives(browser, "Create a passphrase").await?;
    browser.tab_to(Role::Field, "Passphrase").await?;
    browser.keys(&me.passphrase).await?;
    browser.enter().await?;
    arrives(browser, "Your recovery sheet").await?;
    let code = doors::recovery_code(browser).await?;
    let (label, group) = doors::asked_for(browser, &code).await?;
    browser.tab_to(Role::Field, &label).await?;
    browser.keys(&group).await?;
    browser.enter().await
}

async fn family(browser: &Browser) -> Result<(), Trouble> {
    arrives(browser, "What does the team call this family?").await?;
    browser.tab_to(Role::Field, "What does the team call this family?").await?;
    browser.keys("Okafor").await?;
    browser.enter().await?;
    arrives(browser, "Who are the children?").await?;
    browser.tab_to_in("Child 1", Role::Field, "Full name").await?;
    browser.keys(story::KAYLA).await?;
    browser.choose_by_keys("Has this child been born?", "Yes").await?;
    browser.tab_to_in("Date of birth", Role::Field, "Day").await?;
    browser.keys("27").await?;
    browser.tab().await?;
    browser.keys("March").await?;
    browser.tab().await?;
    browser.keys("2017").await?;
    // Ctrl+Enter is the main button from anywhere.
    browser.chord(Key::Control, Key::Enter.into()).await?;
    arrives(browser, "Who are the adults?").await?;
    browser.tab_to_in("Adult 1", Role::Field, "Full name").await?;
    browser.keys(story::AMARA).await?;
    browser
        .tab_to(Role::Field, &format!("Who they are to {} (leave empty if nothing)", story::KAYLA))
        .await?;
    browser.keys("Mother").await?;
    let holds = format!("Do they hold parental responsibility for {}?", story::KAYLA);
    browser.choose_by_keys(&holds, "Yes").await?;
    browser.chord(Key::Control, Key::Enter.into()).await?;
    arrives(browser, "Who are we working with?").await?;
    for name in [story::KAYLA, story::AMARA] {
        browser.choose_by_keys(&format!("Is {name} in the workflow?"), "Yes").await?;
    }
    browser.chord(Key::Control, Key::Enter.into()).await?;
    arrives(browser, "Which pathway is this family on?").await?;
    browser.choose_by_keys("Which pathway is this family on?", "Not decided yet").await?;
    browser.chord(Key::Control, Key::Enter.into()).await?;
    arrives(browser, "When did the family come to the team?").await?;
    browser.chord(Key::Control, Key::Enter.into()).await?;
    arrives(browser, "Is anyone here at risk from someone else in the family?").await?;
    let risk = "Is anyone here at risk from someone else in the family?";
    browser.choose_by_keys(risk, "No").await?;
    browser.chord(Key::Control, Key::Enter.into()).await?;
    arrives(browser, "Are you the worker this family is allocated to?").await?;
    browser.choose_by_keys("Are you the worker this family is allocated to?", "Yes, I am").await?;
    browser.chord(Key::Control, Key::Enter.into()).await?;
    arrives(browser, "Check your answers").await?;
    browser.tab_to(Role::Button, "Open the workbook").await?;
    browser.keys(" ").await?;
    arrive(browser, "Overview").await
}

async fn entry(browser: &Browser) -> Result<(), Trouble> {
    const BOX: &str = "What is going well";
    browser.tab_to(Role::Link, "Programme").await?;
    browser.enter().await?;
    arrives(browser, "Family Programme").await?;
    browser.tab_to_containing(Role::Link, &format!("module 3 for {}", story::AMARA)).await?;
    browser.enter().await?;
    places::arrive_under(browser, &format!("Module 3 for {}", story::AMARA)).await?;
    browser.tab_to(Role::Button, "Add an entry").await?;
    browser.enter().await?;
    arrives(browser, "Add an entry").await?;

    browser.choose_by_keys("How you know this", "I saw it").await?;
    browser.choose_by_keys("What kind of information it is", "Fact").await?;
    browser.tab_to(Role::Field, BOX).await?;
    browser.keys("Kayla reads to her brother.").await?;
    // Alt+Q goes to the questions to think about, and back to the very box.
    browser.chord(Key::Alt, 'q').await?;
    let questions = "Questions to think about";
    browser
        .wait_until("the focus to be on the questions", async || Ok(browser.stop().await?.name == questions))
        .await?;
    browser.chord(Key::Alt, 'q').await?;
    browser
        .wait_until("the focus to be back in the box", async || Ok(browser.stop().await?.name == BOX))
        .await?;
    browser.keys(" Every night.").await?;
    // Ctrl+S saves the draft, and the browser's own "save page" stays shut.
    browser.watch_keys().await?;
    browser.chord(Key::Control, 's').await?;
    browser
        .wait_until("Ctrl+S to be kept from the browser", async || {
            browser.last_key_was_kept_from_browser().await
        })
        .await?;
    let said = Path::new().then_containing(Role::Status, "Draft saved");
    browser.wait_until("“Draft saved” to be said", async || Ok(browser.count(&said).await? == 1)).await?;
    assert_eq!(browser.stop().await?.name, BOX);
    browser.chord(Key::Control, Key::Enter.into()).await?;
    browser.wait_for_words(&format!("Entry saved to module 3 for {}.", story::AMARA)).await?;
    browser.wait_for_words("Kayla reads to her brother. Every night.").await
}

/// Back takes people to where they were on the page before: the same place, the same link.
#[tokio::test]
async fn back_returns_to_the_link_that_was_used() -> Result<(), Trouble> {
    for engine in chosen() {
        let server = site::serve()?;
        let profile = Profile::new()?;
        let browser = Browser::open(engine, &profile).await?;
        browser.goto(&server.url()).await?;
        arrive(&browser, "Welcome to the family workbook").await?;
        // Low, so that there is something to scroll; no narrower than every browser's window can be.
        browser.viewport(800, 500).await?;
        let link = browser.link("Accessibility statement").await?;
        link.click().await?;
        arrives(&browser, "Accessibility statement").await?;
        browser.back().await?;
        arrive(&browser, "Welcome to the family workbook").await?;
        browser
            .wait_until("the focus to be on the link that was used", async || {
                Ok(browser.stop().await?.name == "Accessibility statement")
            })
            .await?;
        assert!(browser.scrolled().await? > 50.0, "the page is scrolled to where it was, in {engine}");
        browser.close().await?;
    }
    Ok(())
}
