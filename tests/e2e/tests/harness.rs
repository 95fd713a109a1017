//! The harness itself, tried on a small page of its own: each part must be able to see what it is for.

use std::path::PathBuf;

use e2e::find::Path;
use e2e::{Browser, Canary, Engine, Profile, Role, Trouble, chosen, disk, site};
use serde_json::json;

fn fixture() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixture")
}

fn has(engine: Engine) -> bool {
    chosen().contains(&engine)
}

#[tokio::test]
async fn things_are_found_by_role_and_name_and_used_as_a_person_would() -> Result<(), Trouble> {
    let server = site::serve_folder(&fixture())?;
    for engine in chosen() {
        let profile = Profile::new()?;
        let browser = Browser::open(engine, &profile).await?;
        browser.goto(&server.url()).await?;
        browser.heading("A page to try the harness on").await?;

        browser.fill("What is going well", "first").await?;
        browser.fill("What is going well", "Kayla is at school – every day").await?;
        assert_eq!(
            browser.value_of("What is going well").await?,
            "Kayla is at school – every day",
            "{engine}"
        );

        let day =
            browser.find(&Path::new().then(Role::Group, "Date of birth").then(Role::Field, "Day")).await?;
        day.send_keys("21").await?;
        assert_eq!(browser.count(&Path::new().then(Role::Field, "Day")).await?, 2);

        browser.choose("I saw it").await?;
        assert!(browser.radio("I saw it").await?.is_selected().await?);
        assert!(!browser.radio("They told me").await?.is_selected().await?);
        browser.tick("Amara was there").await?;
        browser.tick("Amara was there").await?;
        assert!(browser.checkbox("Amara was there").await?.is_selected().await?);

        assert!(!browser.has(Role::Button, "Copy").await?, "its name is its aria-label");
        assert_eq!(browser.names(Role::Button).await?, ["Save entry", "Save a copy as a file"]);
        browser.press_button("Save entry").await?;
        browser.wait_for_words("Saved").await?;
        browser.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_killed_browser_opens_again_with_what_it_had_stored_and_the_disk_search_sees_it()
-> Result<(), Trouble> {
    let server = site::serve_folder(&fixture())?;
    for engine in [Engine::Chromium, Engine::Firefox].into_iter().filter(|it| has(*it)) {
        let profile = Profile::new()?;
        let canary = Canary::new("zanzibarquill");
        let browser = Browser::open(engine, &profile).await?;
        browser.goto(&server.url()).await?;
        browser.type_into("What is going well", canary.word()).await?;
        browser.press_button("Save entry").await?;
        browser.wait_for_words("Saved").await?;
        browser.kill();

        let seen = disk::search(profile.folder(), std::slice::from_ref(&canary))?;
        assert!(!seen.is_empty(), "{engine} stored the word in the clear, and the search did not see it");

        let browser = Browser::open(engine, &profile).await?;
        browser.goto(&server.url()).await?;
        browser.wait_for_words("Before: zanzibarquill").await?;
        browser.close().await?;
        let unsaid = Canary::new("marmaladeotter");
        assert_eq!(disk::search(profile.folder(), &[unsaid])?, []);
    }
    Ok(())
}

#[tokio::test]
async fn a_file_can_be_saved_and_given_back() -> Result<(), Trouble> {
    let server = site::serve_folder(&fixture())?;
    for engine in [Engine::Chromium, Engine::Firefox].into_iter().filter(|it| has(*it)) {
        let profile = Profile::new()?;
        let browser = Browser::open(engine, &profile).await?;
        browser.goto(&server.url()).await?;
        browser.type_into("What is going well", "carried as a file").await?;
        browser.press_button("Save a copy as a file").await?;
        browser.wait_until("the saved file", async || Ok(!profile.downloaded().is_empty())).await?;
        browser.give_file("The file you were given", &profile.downloaded()[0]).await?;
        browser.wait_for_words("Read: carried as a file").await?;
        browser.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn requests_to_another_place_are_seen() -> Result<(), Trouble> {
    if !has(Engine::Chromium) {
        return Ok(());
    }
    let server = site::serve_folder(&fixture())?;
    let profile = Profile::new()?;
    let browser = Browser::open(Engine::Chromium, &profile).await?;
    browser.goto(&server.url()).await?;
    let own = browser.requests().await?;
    assert!(own.iter().any(|url| url.ends_with("/fixture.js")), "{own:?}");
    assert!(own.iter().all(|url| url.starts_with(&server.url())), "{own:?}");
    let elsewhere =
        "fetch('http://127.0.0.1:9/elsewhere', { mode: 'no-cors' }).catch(() => {}).finally(arguments[0])";
    browser.script_async(elsewhere, vec![]).await?;
    let requests = browser.requests().await?;
    assert!(requests.contains(&"http://127.0.0.1:9/elsewhere".to_owned()), "{requests:?}");
    Ok(())
}

#[tokio::test]
async fn axe_finds_what_is_wrong_and_only_that() -> Result<(), Trouble> {
    let server = site::serve_folder(&fixture())?;
    let profile = Profile::new()?;
    let Some(engine) = chosen().first().copied() else { return Ok(()) };
    let browser = Browser::open(engine, &profile).await?;
    browser.goto(&server.url()).await?;
    browser.viewport(360, 740).await?;
    assert_eq!(browser.script("return [innerWidth, innerHeight];", vec![]).await?, json!([360, 740]));
    let rules = |found: Vec<e2e::axe::Violation>| found.into_iter().map(|it| it.rule).collect::<Vec<_>>();
    assert_eq!(rules(browser.axe().await?), Vec::<String>::new());
    let spoil = "const tiny = document.createElement('div');
        tiny.innerHTML = '<button style=\"width:9px;height:9px;padding:0\">a</button><button style=\"width:9px;height:9px;padding:0\">b</button>';
        document.querySelector('main').append(tiny, document.createElement('input'));";
    browser.script(spoil, vec![]).await?;
    let found = rules(browser.axe().await?);
    assert!(found.contains(&"target-size".to_owned()) && found.contains(&"label".to_owned()), "{found:?}");
    Ok(())
}
