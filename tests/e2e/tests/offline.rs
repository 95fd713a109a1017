//! With no signal: after one visit the whole app opens at every address, from this device. A newer version waits
//! until somebody asks for it, comes whole or not at all, and costs nobody a word.

use std::fs;
use std::path::Path;

use e2e::journey::{self, arrive, doors, entries, first_run, places, record_entry, story, unlock};
use e2e::{Browser, Canary, Engine, Profile, Role, Trouble, chosen, disk, site};
use hearth::model::ids::FamilyId;
use hearth::navigation::{
    FamilyPage, Leaf, NewFamilyStep, Route, RulesTask, SecurityTask, SettingsSection, Sheet,
};
use serde_json::json;
use xtask::offline;

const BOX: &str = "What is going well";
const READY: &str = "A new version is ready. Your words are saved.";
/// A file without a hash in its name.
const CHANGED: &str = "boot.js";
const LATER: &str = "// of a later build";

#[tokio::test]
async fn after_one_visit_every_address_opens_and_work_goes_on_without_a_network() -> Result<(), Trouble> {
    // Each address is loaded anew and unlocked, which takes minutes: in one engine.
    for engine in chosen().into_iter().filter(|it| *it == Engine::Chromium) {
        let server = site::serve()?;
        let url = server.url();
        let profile = Profile::new()?;
        let me = story::practitioner();
        let browser = Browser::open(engine, &profile).await?;
        browser.goto(&url).await?;
        browser.wait_for_words("Yes. The whole app is on this device.").await?;
        everything_is_kept(&browser, &url).await?;
        first_run(&browser, &me, doors::NEW_STORE).await?;
        journey::add_family(&browser, &story::family()).await?;
        arrive(&browser, "Overview").await?;
        let family = family_here(&browser).await?;

        drop(server);
        record_entry(&browser, 1, story::AMARA, &story::short_entry(1, story::AMARA)).await?;
        let (open_to_all, behind_the_passphrase, without_reload) = addresses(family);
        for route in open_to_all {
            places::go_to_address(&browser, &route.to_hash()).await?;
            browser.reload().await?;
            is_there(&browser, &route).await?;
        }
        for route in behind_the_passphrase {
            places::go_to_address(&browser, &route.to_hash()).await?;
            browser.reload().await?;
            unlock(&browser, &me.passphrase).await?;
            is_there(&browser, &route).await?;
        }
        for route in without_reload {
            places::go_to_address(&browser, &route.to_hash()).await?;
            is_drawn(&browser, &route).await?;
        }

        // What was recorded without a network is there after all that.
        places::go_to_address(&browser, &Route::family(family, FamilyPage::Overview).to_hash()).await?;
        entries::open_module(&browser, 1, story::AMARA).await?;
        browser.wait_for_words(&story::short_entry(1, story::AMARA).going_well).await?;
        let requests = browser.requests().await?;
        assert!(requests.iter().all(|it| it.starts_with(&url)), "{requests:?}");
        browser.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_new_version_waits_until_asked_and_the_draft_is_there_in_it() -> Result<(), Trouble> {
    if !chosen().contains(&Engine::Chromium) {
        return Ok(());
    }
    let profile = Profile::new()?;
    let folder = site::copy(&profile.folder().join("site"))?;
    let server = site::serve_folder(&folder)?;
    let me = story::practitioner();
    let browser = Browser::open(Engine::Chromium, &profile).await?;
    browser.goto(&server.url()).await?;
    first_run(&browser, &me, doors::NEW_STORE).await?;
    journey::add_family(&browser, &story::family()).await?;
    journey::half_an_entry(&browser, 3, story::JOE, BOX, story::HALF).await?;
    let place = places::address(&browser).await?;
    let first = browser.client().window().await?;
    never_loaded_again(&browser).await?;
    let second = browser.client().new_window(true).await?.handle;
    browser.client().switch_to_window(second.clone()).await?;
    browser.goto(&format!("{}#/help", server.url())).await?;
    arrive(&browser, "Help").await?;
    never_loaded_again(&browser).await?;
    browser.client().switch_to_window(first).await?;

    make_newer(&folder);
    offline::write_worker(&folder)?;
    assert_eq!(look_for_a_newer_version(&browser).await?, "installed");
    // It is here, and nothing happens: no page is loaded again, and nothing moves under a finger.
    assert_eq!(browser.value_of(BOX).await?, story::HALF);
    assert!(!browser.text().await?.contains(READY));
    assert!(is_as_it_was_loaded(&browser).await?);
    assert!(!kept_file(&browser).await?.contains(LATER), "the older version is in use");
    journey::go(&browser, "My families").await?;
    browser.wait_for_words(READY).await?;
    assert!(browser.names(Role::Region).await?.iter().any(|it| it.contains(READY)));
    places::go_to_address(&browser, &place).await?;
    arrive(&browser, "Add an entry").await?;
    browser.wait_for_words(READY).await?;

    // Chosen in the middle of a sentence: what was typed last is sealed first.
    browser.type_into(BOX, story::REST).await?;
    browser.press_button("Use it now").await?;
    unlock(&browser, &me.passphrase).await?;
    arrive(&browser, "Add an entry").await?;
    assert_eq!(browser.value_of(BOX).await?, format!("{}{}", story::HALF, story::REST));
    assert!(!is_as_it_was_loaded(&browser).await?);
    assert!(kept_file(&browser).await?.contains(LATER), "the newer version is in use");
    assert!(!browser.text().await?.contains(READY));

    // The other tab was left alone, and is told once somebody works in it.
    browser.client().switch_to_window(second).await?;
    assert!(is_as_it_was_loaded(&browser).await?);
    places::go_to_address(&browser, "#/due").await?;
    unlock(&browser, &me.passphrase).await?;
    arrive(&browser, "Open in another tab").await?;
    assert!(!browser.text().await?.contains(READY), "it says nothing to somebody who is not let in yet");
    places::press_and_arrive(&browser, "Use here", "What is due").await?;
    browser.wait_for_words(READY).await?;
    assert!(is_as_it_was_loaded(&browser).await?);
    places::press_and_arrive(&browser, "Use it now", "Unlock your workbook store").await?;
    assert!(!is_as_it_was_loaded(&browser).await?);
    browser.close().await
}

#[tokio::test]
async fn a_new_version_that_does_not_come_whole_does_not_come_at_all() -> Result<(), Trouble> {
    for engine in chosen() {
        let profile = Profile::new()?;
        let folder = site::copy(&profile.folder().join("site"))?;
        let server = site::serve_folder(&folder)?;
        let browser = Browser::open(engine, &profile).await?;
        browser.goto(&server.url()).await?;
        browser.wait_for_words("Yes. The whole app is on this device.").await?;

        // The list is of the file as it should be; what stands there is one that was changed on its way.
        make_newer(&folder);
        offline::write_worker(&folder)?;
        make_newer(&folder);
        assert_eq!(look_for_a_newer_version(&browser).await?, "redundant", "{engine}");
        drop(server);
        browser.reload().await?;
        arrive(&browser, "Welcome to the family workbook").await?;
        assert!(!kept_file(&browser).await?.contains(LATER), "the older version is whole, in {engine}");
        browser.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn what_is_handed_over_is_given_once_and_kept_nowhere() -> Result<(), Trouble> {
    let server = site::serve()?;
    for engine in chosen() {
        let profile = Profile::new()?;
        let canary = Canary::new("handedoverquexo");
        let browser = Browser::open(engine, &profile).await?;
        browser.goto(&server.url()).await?;
        browser.wait_for_words("Yes. The whole app is on this device.").await?;
        assert_eq!(ask_the_worker(&browser, "hand-over", "an older one").await?, json!(true), "{engine}");
        assert_eq!(ask_the_worker(&browser, "hand-over", canary.word()).await?, json!(true), "{engine}");
        browser.reload().await?;
        arrive(&browser, "Welcome to the family workbook").await?;
        let kept = browser.kept().await?;
        assert!(!kept.stored.contains(canary.word()) && !kept.seen.contains(canary.word()), "{engine}");
        assert_eq!(ask_the_worker(&browser, "take", "").await?, json!(canary.word()), "{engine}");
        assert_eq!(ask_the_worker(&browser, "take", "").await?, json!(null), "{engine}");
        browser.close().await?;
        assert_eq!(disk::search(profile.folder(), &[canary])?, [], "{engine}");
    }
    Ok(())
}

/// Addresses of every kind: those that anybody may open, those behind the passphrase, and the many pages and forms of
/// records, which are opened without loading the page again for each.
fn addresses(family: FamilyId) -> (Vec<Route>, Vec<Route>, Vec<Route>) {
    let open_to_all =
        vec![Route::Help, Route::HelpKeyboard, Route::Accessibility, Route::Privacy, Route::About];
    let mut behind = vec![
        Route::Due,
        Route::Search,
        Route::Families,
        Route::Supervision,
        Route::Manager,
        Route::FamilyNew(NewFamilyStep::Label),
        Route::Share,
        Route::ShareBackup,
        Route::ShareOpen,
        Route::Security(SecurityTask::Passphrase),
        Route::Rules(RulesTask::TakeIn),
    ];
    behind.extend(SettingsSection::ALL.map(Route::Settings));
    let mut pages = vec![
        FamilyPage::Overview,
        FamilyPage::Programme,
        FamilyPage::People,
        FamilyPage::PersonNew,
        FamilyPage::Relationships,
        FamilyPage::Map,
        FamilyPage::Share,
    ];
    pages.extend([FamilyPage::leaf(Leaf::Visits), FamilyPage::sheet(Sheet::Event)]);
    behind.extend(pages.into_iter().map(|page| Route::family(family, page)));
    let leaves = Leaf::ALL.iter().map(|leaf| FamilyPage::leaf(*leaf));
    let sheets = Sheet::ALL.iter().map(|sheet| FamilyPage::sheet(*sheet));
    (open_to_all, behind, leaves.chain(sheets).map(|page| Route::family(family, page)).collect())
}

/// The page at this address is drawn, and there is one.
async fn is_there(browser: &Browser, route: &Route) -> Result<(), Trouble> {
    let heading = is_drawn(browser, route).await?;
    assert_ne!(heading, "Page not found", "{}", route.to_hash());
    Ok(())
}

/// What stands at this address is drawn, if only that there is nothing to show or to change yet. Gives its heading.
async fn is_drawn(browser: &Browser, route: &Route) -> Result<String, Trouble> {
    let address = route.to_hash();
    browser
        .wait_until(&format!("the page at {address}"), async || {
            let heading = places::here(browser).await?;
            let drawn = !heading.is_empty() && !heading.ends_with("Unlock your workbook store");
            Ok(drawn && places::address(browser).await? == address)
        })
        .await?;
    let text = browser.text().await?;
    assert!(!text.contains("could not be fetched"), "{address}:\n{text}");
    places::here(browser).await
}

/// Every file of the built app is kept, and nothing else.
async fn everything_is_kept(browser: &Browser, url: &str) -> Result<(), Trouble> {
    let body = "const done = arguments[arguments.length - 1];
        (async () => {
          const [name, ...others] = await caches.keys();
          const kept = await (await caches.open(name)).keys();
          done([others.length, kept.map((it) => it.url).sort()]);
        })();";
    let kept = browser.script_async(body, vec![]).await?;
    let mut wanted: Vec<String> = offline::kept(&site::folder())?
        .iter()
        .map(|file| format!("{url}{}", if file == "index.html" { "" } else { file }))
        .collect();
    wanted.sort();
    assert_eq!(kept, json!([0, wanted]));
    Ok(())
}

async fn family_here(browser: &Browser) -> Result<FamilyId, Trouble> {
    let address = places::address(browser).await?;
    match Route::parse(&address) {
        Some(Route::Family { family, .. }) => Ok(family),
        _ => Err(Trouble::Answer(address)),
    }
}

/// Adds a word to a file of the app, as a later build might.
fn make_newer(folder: &Path) {
    let file = folder.join(CHANGED);
    let script = fs::read_to_string(&file).unwrap();
    fs::write(file, format!("{script}\n{LATER}\n")).unwrap();
}

/// The changed file, as the page would get it now.
async fn kept_file(browser: &Browser) -> Result<String, Trouble> {
    let body = "const done = arguments[arguments.length - 1];
        fetch(arguments[0]).then((it) => it.text()).then(done, (error) => done(String(error)));";
    let text = browser.script_async(body, vec![json!(CHANGED)]).await?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

/// Has the browser look for a newer version, and gives what became of it.
async fn look_for_a_newer_version(browser: &Browser) -> Result<String, Trouble> {
    let body = "const done = arguments[arguments.length - 1];
        navigator.serviceWorker.getRegistration().then((registration) => {
          registration.addEventListener('updatefound', () => {
            const worker = registration.installing;
            worker.addEventListener('statechange', () => {
              if (['installed', 'redundant'].includes(worker.state)) done(worker.state);
            });
          });
          return registration.update();
        }).catch((error) => done(String(error)));";
    let state = browser.script_async(body, vec![]).await?;
    Ok(state.as_str().unwrap_or_default().to_owned())
}

/// Says something to the service worker, as `services::browser::worker_memory` does, and gives its answer.
async fn ask_the_worker(browser: &Browser, word: &str, data: &str) -> Result<serde_json::Value, Trouble> {
    let body = "const [type, text, done] = arguments;
        navigator.serviceWorker.ready.then(({ active }) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = ({ data }) => {
            // The page's own: a driver's script has others of its own in Firefox.
            done(data instanceof window.ArrayBuffer ? new TextDecoder().decode(data) : data ?? null);
          };
          const data = new TextEncoder().encode(text).buffer;
          active.postMessage({ type, data }, [data, port2]);
        });";
    browser.script_async(body, vec![json!(word), json!(data)]).await
}

/// Marks the page as it is loaded now; a page that is loaded again has lost the mark.
async fn never_loaded_again(browser: &Browser) -> Result<(), Trouble> {
    browser.script("window.asItWasLoaded = true;", vec![]).await.map(|_| ())
}

async fn is_as_it_was_loaded(browser: &Browser) -> Result<bool, Trouble> {
    Ok(browser.script("return window.asItWasLoaded === true;", vec![]).await? == json!(true))
}
