//! The built app starts, in every browser, under its own content security policy, in a sub-folder; and when it
//! cannot, it says so calmly.

use std::fs;

use e2e::journey::arrive;
use e2e::{Browser, Engine, Profile, Trouble, chosen, site};
use serde_json::json;
use xtask::offline::WORKER;
use xtask::site::{files_in, first_visit};

const CALM: &str = "What was shown as saved is safe on this device.";

async fn started(browser: &Browser) -> Result<(), Trouble> {
    let body = "return !document.getElementById('loading') && document.getElementById('panic').hidden
        && !!document.querySelector('h1:not(#panic h1)');";
    browser
        .wait_until("the app to draw its first screen", async || {
            Ok(browser.script(body, vec![]).await? == json!(true))
        })
        .await
}

#[tokio::test]
async fn it_starts_and_asks_only_its_own_place() -> Result<(), Trouble> {
    let server = site::serve()?;
    let weighed = first_visit(&site::folder())?;
    for engine in chosen() {
        let profile = Profile::new()?;
        let browser = Browser::open(engine, &profile).await?;
        browser.goto(&server.url()).await?;
        started(&browser).await.inspect_err(|_| {
            eprintln!("in {engine}");
        })?;
        assert!(browser.title().await?.ends_with("Family workbook"), "{}", browser.title().await?);
        if engine == Engine::Chromium {
            let requests = browser.requests().await?;
            assert!(
                !requests.is_empty() && requests.iter().all(|url| url.starts_with(&server.url())),
                "{requests:?}"
            );
            // Chromium says this of every preload of WebAssembly; boot.js checks the file's hash itself.
            let mut said = browser.console().await?;
            said.retain(|line| !line.contains("`integrity` attribute is currently ignored for preload"));
            assert_eq!(said, Vec::<String>::new());
        }
        // What the build weighs as the first visit is no less than what the first page asks for. What the service
        // worker asks for after it is not the page's.
        let body = "return performance.getEntriesByType('resource').map((it) => it.name);";
        let asked: Vec<String> = serde_json::from_value(browser.script(body, vec![]).await?).unwrap();
        let is_known = |file: &str| file == WORKER || weighed.iter().any(|it| it == file);
        let unweighed: Vec<&String> = asked
            .iter()
            .filter(|url| url.strip_prefix(&server.url()).is_none_or(|file| !is_known(file)))
            .collect();
        assert!(!asked.is_empty(), "{engine} tells what the page asked for");
        assert!(unweighed.is_empty(), "asked for by a first visit but not weighed: {unweighed:?}");
        browser.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_passphrase_worker_starts() -> Result<(), Trouble> {
    let server = site::serve()?;
    for engine in chosen() {
        let profile = Profile::new()?;
        let browser = Browser::open(engine, &profile).await?;
        browser.goto(&server.url()).await?;
        // It says that it is ready, because what is sent to it before that would be lost.
        let body = "const done = arguments[arguments.length - 1];
            const worker = new Worker(new URL('stretch_worker_loader.js', document.baseURI), { type: 'module' });
            worker.onerror = (event) => done('error: ' + event.message);
            worker.onmessage = () => { worker.terminate(); done('ready'); };";
        assert_eq!(browser.script_async(body, vec![]).await?, json!("ready"), "{engine}");
        browser.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn after_a_panic_a_calm_page_offers_to_reload() -> Result<(), Trouble> {
    let server = site::serve()?;
    for engine in chosen() {
        let profile = Profile::new()?;
        let browser = Browser::open(engine, &profile).await?;
        browser.goto(&server.url()).await?;
        started(&browser).await?;
        let trap = "const error = new WebAssembly.RuntimeError('unreachable');
            dispatchEvent(new ErrorEvent('error', { error }));";
        browser.script(trap, vec![]).await?;
        browser.wait_for_words(CALM).await?;
        assert_eq!(
            browser.names(e2e::Role::Heading).await?,
            ["Something went wrong"],
            "nothing else is left to touch"
        );
        assert_eq!(browser.focused().await?.text().await?, "Something went wrong");
        assert_eq!(browser.title().await?, "Something went wrong – Family workbook");
        if engine == Engine::Chromium {
            let found: Vec<String> = browser.axe().await?.iter().map(ToString::to_string).collect();
            assert!(found.is_empty(), "{}", found.join("\n"));
        }
        browser.press_button("Reload the page").await?;
        started(&browser).await?;
        browser.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn an_app_that_was_changed_on_its_way_is_not_started() -> Result<(), Trouble> {
    let profile = Profile::new()?;
    let changed = site::copy(&profile.folder().join("site"))?;
    let wasm =
        files_in(&changed, "")?.into_iter().find(|it| it.starts_with("hearth-") && it.ends_with("_bg.wasm"));
    let wasm = changed.join(wasm.unwrap());
    let mut bytes = fs::read(&wasm).unwrap();
    bytes.push(0);
    fs::write(&wasm, bytes).unwrap();
    let server = site::serve_folder(&changed)?;
    for engine in chosen() {
        let profile = Profile::new()?;
        let browser = Browser::open(engine, &profile).await?;
        browser.goto(&server.url()).await?;
        browser.wait_for_words(CALM).await?;
        browser.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_part_of_the_app_that_did_not_come_is_fetched_when_asked_again() -> Result<(), Trouble> {
    let profile = Profile::new()?;
    let folder = site::copy(&profile.folder().join("site"))?;
    let part = files_in(&folder, "")?.into_iter().find(|it| it.ends_with("-inside.wasm")).unwrap();
    let (part, away) = (folder.join(part), profile.folder().join("away.wasm"));
    let server = site::serve_folder(&folder)?;
    for engine in chosen() {
        for changed_on_its_way in [false, true] {
            fs::rename(&part, &away).unwrap();
            if changed_on_its_way {
                fs::write(&part, [fs::read(&away).unwrap(), vec![0]].concat()).unwrap();
            }
            let profile = Profile::new()?;
            let browser = Browser::open(engine, &profile).await?;
            browser.goto(&format!("{}#/help", server.url())).await?;
            browser.wait_for_words("The rest of the workbook could not be fetched").await?;
            fs::rename(&away, &part).unwrap();
            browser.press_button("Try again").await?;
            arrive(&browser, "Help").await?;
            browser.close().await?;
        }
    }
    Ok(())
}

#[test]
fn the_page_and_the_hosts_headers_say_the_same_policy() {
    let headers = xtask::server::headers_in(&fs::read_to_string(site::folder().join("_headers")).unwrap());
    let sent = &headers.iter().find(|(name, _)| name == "Content-Security-Policy").unwrap().1;
    let page = fs::read_to_string(site::folder().join("index.html")).unwrap();
    let stated = sent.strip_suffix("; frame-ancestors 'none'").unwrap();
    assert!(page.contains(stated), "{stated}");
    assert!(!page.contains("<script>") && !page.contains("style="), "nothing inline");
}
