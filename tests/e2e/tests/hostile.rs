//! Files from strangers: one that holds script, markup and odd letters in every field is shown as plain words
//! everywhere and runs nothing; those that cannot be opened are refused in five different ways, and nothing is
//! written.

use std::fs;
use std::path::{Path, PathBuf};

use e2e::find::Path as Way;
use e2e::journey::{self, arrive, carry, doors, first_run, go, places, story};
use e2e::{Browser, Profile, Role, Trouble, chosen, site};
use serde_json::{Value, json};
use xtask::command::{command, run};

/// Remembers whatever a script of the file's own would do: call a dialog, set a mark, load something.
const WATCH: &str = "
window.ran = [];
for (const name of ['alert', 'confirm', 'prompt', 'open']) window[name] = (...words) => { window.ran.push(name + words); };
addEventListener('securitypolicyviolation', (event) => window.ran.push('policy: ' + event.blockedURI));";

#[tokio::test]
async fn a_hostile_file_is_only_ever_words() -> Result<(), Trouble> {
    let server = site::serve()?;
    for engine in chosen() {
        let profile = Profile::new()?;
        let file = hostile_file(&profile)?;
        let browser = Browser::open(engine, &profile).await?;
        browser.goto(&server.url()).await?;
        browser.script(WATCH, vec![]).await?;
        first_run(&browser, &story::colleague(), doors::OPEN_A_BUNDLE).await?;
        carry::look_into(&browser, &file, story::FILE_PASSPHRASE).await?;
        inert(&browser).await?;
        journey::places::press_and_arrive(
            &browser,
            "Add to this workbook store",
            "Added to this workbook store",
        )
        .await?;
        let visited = visit_everything(&browser).await?;
        assert!(visited > 20, "{visited} pages in {engine}");
        browser.close().await?;
    }
    Ok(())
}

/// A file as a stranger would make it.
fn hostile_file(profile: &Profile) -> Result<PathBuf, Trouble> {
    let file = profile.folder().join("hostile.json");
    let mut making = command("cargo");
    making.args(["run", "--quiet", "-p", "hearth", "--example", "hostile_bundle", "--"]).arg(&file);
    run(making.env("HEARTH_PASSPHRASE", story::FILE_PASSPHRASE))?;
    Ok(file)
}

/// Follows every link of the app that can be found from here, each address once.
async fn visit_everything(browser: &Browser) -> Result<usize, Trouble> {
    let links =
        "return [...document.querySelectorAll('a[href^=\"#/\"]')].map((it) => it.getAttribute('href'));";
    let mut seen: Vec<String> = Vec::new();
    let mut next = vec!["#/families".to_owned()];
    while let Some(address) = next.pop() {
        if seen.contains(&address) {
            continue;
        }
        places::go_to_address(browser, &address).await?;
        browser
            .wait_until(&format!("the page at {address}"), async || {
                Ok(!places::here(browser).await?.is_empty() && places::address(browser).await? == address)
            })
            .await?;
        inert(browser).await?;
        let found: Vec<String> =
            serde_json::from_value(browser.script(links, vec![]).await?).unwrap_or_default();
        seen.push(address);
        next.extend(found.into_iter().filter(|it| !seen.contains(it)));
    }
    Ok(seen.len())
}

/// Nothing ran, and nothing that the file holds has become anything but text.
async fn inert(browser: &Browser) -> Result<(), Trouble> {
    let body = "return [
        window.ran.join(' | '),
        String(window.hostile ?? ''),
        [...document.querySelectorAll('img, iframe, object, embed, form[action], base, body script, [onerror], [onload], [onclick], [onmouseover], [srcdoc], a[href^=\"javascript:\"]')]
          .map((it) => it.outerHTML.slice(0, 120)).join(' | '),
    ];";
    let found = browser.script(body, vec![]).await?;
    let place = places::address(browser).await?;
    assert_eq!(found, json!(["", "", ""]), "at {place}");
    Ok(())
}

#[tokio::test]
async fn files_that_cannot_be_opened_are_refused_in_five_ways_and_nothing_is_written() -> Result<(), Trouble>
{
    let server = site::serve()?;
    for engine in chosen() {
        let profile = Profile::new()?;
        let folder = profile.folder().to_owned();
        let good = hostile_file(&profile)?;
        let text = fs::read_to_string(&good).unwrap();
        let browser = Browser::open(engine, &profile).await?;
        browser.goto(&server.url()).await?;
        first_run(&browser, &story::colleague(), doors::OPEN_A_BUNDLE).await?;
        arrive(&browser, "Open a bundle").await?;
        let before = browser.kept().await?;

        let cases = [
            (good, story::WRONG_PASSPHRASE, "That passphrase does not open this file."),
            (
                written(&folder, "damaged.json", &damaged(&text)),
                story::FILE_PASSPHRASE,
                "This file is damaged",
            ),
            (
                written(&folder, "other.json", "{\"a\": \"shopping list\"}"),
                story::FILE_PASSPHRASE,
                "This is not a workbook file made by Hearth.",
            ),
            (
                written(&folder, "newer.json", &newer(&text)),
                story::FILE_PASSPHRASE,
                "This file was made by a newer version of Hearth.",
            ),
            (
                written(&folder, "absurd.json", &absurd(&text)),
                story::FILE_PASSPHRASE,
                "This file asks for an amount of work that Hearth never sets",
            ),
        ];
        for (file, passphrase, words) in cases {
            carry::try_to_open(&browser, &file, passphrase).await?;
            let summary = Way::new().then_containing(Role::Alert, words);
            browser
                .wait_until(words, async || Ok(browser.count(&summary).await? == 1))
                .await
                .inspect_err(|_| eprintln!("{} in {engine}", file.display()))?;
            assert!(browser.title().await?.starts_with("Error: "), "{engine}");
            // The page is alive: it can be left, and come back to.
            go(&browser, "Share").await?;
            arrive(&browser, "Share").await?;
            browser.follow_link("Open a bundle").await?;
            arrive(&browser, "Open a bundle").await?;
        }
        assert!(browser.kept().await?.stored == before.stored, "nothing was written, in {engine}");
        browser.close().await?;
    }
    Ok(())
}

fn written(folder: &Path, name: &str, text: &str) -> PathBuf {
    let file = folder.join(name);
    fs::write(&file, text).unwrap();
    file
}

/// One letter of the sealed content is another.
fn damaged(text: &str) -> String {
    let mut envelope: Value = serde_json::from_str(text).unwrap();
    let sealed = envelope["ciphertext"].as_str().unwrap();
    let first = if sealed.starts_with('A') { "B" } else { "A" };
    envelope["ciphertext"] = json!(format!("{first}{}", sealed.get(1..).unwrap()));
    envelope.to_string()
}

fn newer(text: &str) -> String {
    let mut envelope: Value = serde_json::from_str(text).unwrap();
    protected(&mut envelope, |header| header["hearth"] = json!(99));
    envelope.to_string()
}

fn absurd(text: &str) -> String {
    let mut envelope: Value = serde_json::from_str(text).unwrap();
    envelope["recipients"][0]["header"]["p2c"] = json!(4_000_000_000_u32);
    envelope.to_string()
}

fn protected(envelope: &mut Value, change: impl FnOnce(&mut Value)) {
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD as URL;
    let bytes = URL.decode(envelope["protected"].as_str().unwrap()).unwrap();
    let mut header: Value = serde_json::from_slice(&bytes).unwrap();
    change(&mut header);
    envelope["protected"] = json!(URL.encode(header.to_string()));
}
