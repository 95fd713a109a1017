//! The main job from end to end, as a person does it: make a store, add a family, record in all eight modules,
//! be torn away in the middle of a sentence, carry on, and hand the workbook to a colleague.

use e2e::journey::{
    self, arrive, entries, export, first_run, half_an_entry, import, places, record_entry, story, unlock,
};
use e2e::{Browser, Engine, Profile, Trouble, bundle, chosen, site};
use serde_json::json;

const BOX: &str = "What is going well";

#[tokio::test]
async fn a_family_is_recorded_torn_away_from_carried_and_opened_by_a_colleague() -> Result<(), Trouble> {
    if !chosen().contains(&Engine::Chromium) {
        return Ok(());
    }
    let server = site::serve()?;
    let here = Profile::new()?;
    let me = story::practitioner();

    let browser = Browser::open(Engine::Chromium, &here).await?;
    browser.goto(&server.url()).await?;
    first_run(&browser, &me, journey::doors::NEW_STORE).await?;
    journey::add_family(&browser, &story::family()).await?;
    record_entry(&browser, 1, story::AMARA, &story::full_entry()).await?;
    for module in 1..=8 {
        for person in [story::AMARA, story::KAYLA] {
            if (module, person) != (1, story::AMARA) {
                record_entry(&browser, module, person, &story::short_entry(module, person)).await?;
            }
        }
    }
    half_an_entry(&browser, 3, story::JOE, BOX, story::HALF).await?;
    let place = places::address(&browser).await?;
    the_page_itself_never_stretched(&browser).await?;
    let mut requests = browser.requests().await?;
    browser.kill();

    let browser = Browser::open(Engine::Chromium, &here).await?;
    browser.goto(&server.url()).await?;
    unlock(&browser, &me.passphrase).await?;
    journey::family::continue_where_you_left_off(&browser).await?;
    arrive(&browser, "Add an entry").await?;
    assert_eq!(places::address(&browser).await?, place);
    finish_the_sentence(&browser).await?;
    entries::save_entry(&browser, 3, story::JOE).await?;
    browser.wait_for_words(&format!("{}{}", story::HALF, story::REST)).await?;
    let sent = export(&browser, &here, story::FILE_PASSPHRASE).await?;
    requests.extend(browser.requests().await?);
    the_page_itself_never_stretched(&browser).await?;
    browser.close().await?;

    let there = Profile::new()?;
    let colleague = Browser::open(Engine::Chromium, &there).await?;
    colleague.goto(&server.url()).await?;
    first_run(&colleague, &story::colleague(), journey::doors::OPEN_A_BUNDLE).await?;
    import(&colleague, &sent, story::FILE_PASSPHRASE).await?;
    let sent_on = export(&colleague, &there, story::FILE_PASSPHRASE).await?;
    requests.extend(colleague.requests().await?);
    colleague.close().await?;

    let (sent, sent_on) = (
        bundle::open(&sent, story::FILE_PASSPHRASE).await?,
        bundle::open(&sent_on, story::FILE_PASSPHRASE).await?,
    );
    assert_eq!(sent.families, sent_on.families, "every record is as it was");
    assert_eq!(entries_in(&sent), 17);
    assert_eq!(sent.made.by.name, me.name);
    assert_eq!(sent_on.made.by.name, story::colleague().name);
    assert!(!requests.is_empty());
    let elsewhere: Vec<&String> = requests.iter().filter(|it| !it.starts_with(&server.url())).collect();
    assert!(elsewhere.is_empty(), "asked for from another place: {elsewhere:?}");
    Ok(())
}

/// Both devices have been here once. From then on neither has a network: no server stands there any more.
#[tokio::test]
async fn the_same_with_no_signal_in_every_browser_told_shorter() -> Result<(), Trouble> {
    for engine in chosen() {
        shorter(engine).await.inspect_err(|_| eprintln!("in {engine}"))?;
    }
    Ok(())
}

async fn shorter(engine: Engine) -> Result<(), Trouble> {
    let (here, there) = (Profile::new()?, Profile::new()?);
    let me = story::practitioner();
    let server = site::serve()?;
    let url = &server.url();
    let colleague = visited(engine, &there, url).await?;
    let browser = visited(engine, &here, url).await?;
    drop(server);
    first_run(&browser, &me, journey::doors::NEW_STORE).await?;
    journey::add_family(&browser, &story::family()).await?;
    record_entry(&browser, 1, story::AMARA, &story::full_entry()).await?;
    half_an_entry(&browser, 3, story::JOE, BOX, story::HALF).await?;

    browser.reload().await?;
    unlock(&browser, &me.passphrase).await?;
    // A reload knows where the person was.
    arrive(&browser, "Add an entry").await?;
    finish_the_sentence(&browser).await?;
    entries::save_entry(&browser, 3, story::JOE).await?;
    let sent = export(&browser, &here, story::FILE_PASSPHRASE).await?;
    browser.close().await?;

    colleague.reload().await?;
    first_run(&colleague, &story::colleague(), journey::doors::OPEN_A_BUNDLE).await?;
    import(&colleague, &sent, story::FILE_PASSPHRASE).await?;
    let sent_on = export(&colleague, &there, story::FILE_PASSPHRASE).await?;
    colleague.close().await?;
    let (sent, sent_on) = (
        bundle::open(&sent, story::FILE_PASSPHRASE).await?,
        bundle::open(&sent_on, story::FILE_PASSPHRASE).await?,
    );
    assert_eq!(sent.families, sent_on.families, "every record is as it was, in {engine}");
    assert_eq!(entries_in(&sent), 2, "{engine}");
    Ok(())
}

/// A device that has opened the app once, long enough to have kept all of it.
async fn visited(engine: Engine, profile: &Profile, url: &str) -> Result<Browser, Trouble> {
    let browser = Browser::open(engine, profile).await?;
    browser.goto(url).await?;
    browser.wait_for_words("Yes. The whole app is on this device.").await?;
    Ok(browser)
}

/// The words are there, in their box, with the caret at their end: the next key goes on with the sentence.
async fn finish_the_sentence(browser: &Browser) -> Result<(), Trouble> {
    assert_eq!(browser.value_of(BOX).await?, story::HALF);
    let stop = browser.stop().await?;
    assert_eq!(stop.name, BOX, "the focus is in the box that was left");
    let caret = "return [document.activeElement.selectionStart, document.activeElement.selectionEnd];";
    assert_eq!(browser.script(caret, vec![]).await?, json!([story::HALF.len(), story::HALF.len()]));
    browser.keys(story::REST).await?;
    assert_eq!(browser.value_of(BOX).await?, format!("{}{}", story::HALF, story::REST));
    entries::say_how_it_is_known(browser).await
}

/// A worker that cannot start is made up for by the page, which then keeps its memory: nobody would notice.
async fn the_page_itself_never_stretched(browser: &Browser) -> Result<(), Trouble> {
    let said = browser.console().await?;
    let fell_back = said.iter().any(|line| line.contains("passphrase worker did not start"));
    assert!(!fell_back, "{said:?}");
    Ok(())
}

/// How many entries a file holds. None of this story's is ever changed, so each is one event.
fn entries_in(payload: &hearth::bundle::payload::Payload) -> usize {
    payload.families.iter().flat_map(|family| &family.events).filter(|event| event.kind == "entry").count()
}
