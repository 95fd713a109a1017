//! Nothing that is typed can be read by anyone who finds the device: unmistakable words are typed into every
//! field, and then looked for in the raw bytes of all that the browser left on disk, and in everything that the
//! page's address, title and storage show. The same search, in a build that does not seal, finds them.

use std::path::Path;

use e2e::journey::{self, Practitioner, entries, first_run, record_entry, story, unlock};
use e2e::{Browser, Canary, Engine, Profile, Trouble, chosen, disk, site};

const BOX: &str = "What is going well";

#[tokio::test]
async fn nothing_that_was_typed_can_be_read_on_the_device() -> Result<(), Trouble> {
    for engine in [Engine::Chromium, Engine::Firefox].into_iter().filter(|it| chosen().contains(it)) {
        let profile = Profile::new()?;
        let told = tell_everything(engine, &profile, &site::folder()).await?;
        let seen = disk::search(profile.folder(), &told.all())?;
        let seen: Vec<String> = seen.iter().map(ToString::to_string).collect();
        assert!(seen.is_empty(), "in {engine}, on the disk:\n{}", seen.join("\n"));
        assert!(
            told.records > 5,
            "{} records in {engine}: the page stored nothing to look into",
            told.records
        );
        let leaks = leaks(&told);
        assert!(leaks.is_empty(), "in {engine}, open to a script: {leaks:?}");
    }
    Ok(())
}

#[tokio::test]
async fn the_same_search_finds_all_of_it_when_nothing_is_sealed() -> Result<(), Trouble> {
    // `cargo xtask test` always makes this build; a run of this file alone may not have it.
    let Some(unsealed) = site::unsealed_folder() else {
        eprintln!("HEARTH_UNSEALED_DIST names no build, so there is nothing to prove the search with");
        return Ok(());
    };
    for engine in [Engine::Chromium, Engine::Firefox].into_iter().filter(|it| chosen().contains(it)) {
        let profile = Profile::new()?;
        let told = tell_everything(engine, &profile, &unsealed).await?;
        let seen = disk::search(profile.folder(), &told.kept)?;
        let missed: Vec<&str> = told
            .kept
            .iter()
            .map(Canary::word)
            .filter(|word| !seen.iter().any(|sighting| sighting.word == *word))
            .collect();
        // Firefox packs what it stores, which breaks most words: there the look into storage below is the proof.
        match engine {
            Engine::Firefox => assert!(missed.len() < told.kept.len(), "in Firefox the search saw nothing"),
            _ => assert!(missed.is_empty(), "in {engine} the search overlooked {missed:?}"),
        }
        let unseen: Vec<&str> =
            told.kept.iter().map(Canary::word).filter(|word| !told.open_to_scripts.contains(word)).collect();
        assert!(unseen.is_empty(), "in {engine} the look into storage overlooked {unseen:?}");
        // What opens a store is never written, sealed or not.
        let secrets = disk::search(profile.folder(), &told.never_kept)?;
        assert_eq!(secrets, [], "{engine}");
    }
    Ok(())
}

/// What was typed, and what a script of the page could read afterwards.
struct Told {
    /// Words that the app has to keep.
    kept: Vec<Canary>,
    /// Words that it must not keep in any form: passphrases, searches, the recovery code.
    never_kept: Vec<Canary>,
    open_to_scripts: String,
    records: u64,
}

impl Told {
    fn all(&self) -> Vec<Canary> {
        [self.kept.clone(), self.never_kept.clone()].concat()
    }
}

fn leaks(told: &Told) -> Vec<String> {
    let all = told.all();
    let words = all.iter().map(Canary::word);
    words.filter(|word| told.open_to_scripts.contains(word)).map(ToOwned::to_owned).collect()
}

/// Types into every field, is killed in the middle of a sentence, comes back, and leaves as people do.
async fn tell_everything(engine: Engine, profile: &Profile, site: &Path) -> Result<Told, Trouble> {
    let server = site::serve_folder(site)?;
    let me: Practitioner = story::practitioner();
    let (family, full, short) = (story::family(), story::full_entry(), story::short_entry(2, story::KAYLA));
    let mut texts = story::texts_of(&me);
    texts.extend(story::texts_of_family(&family));
    texts.extend(story::texts_of_entry(&full));
    texts.extend(story::texts_of_entry(&short));
    texts.extend([story::HALF, story::REST]);
    let kept = story::canaries(&texts);
    let mut never_kept = story::canaries(&[&me.passphrase, story::WRONG_PASSPHRASE, story::SEARCHED]);

    let browser = Browser::open(engine, profile).await?;
    browser.goto(&server.url()).await?;
    let code = first_run(&browser, &me, journey::doors::NEW_STORE).await?;
    // The groups of the code are too short to be looked for one by one.
    never_kept.push(Canary::new(&code));
    never_kept.push(Canary::new(&code.replace('-', "")));
    journey::add_family(&browser, &family).await?;
    record_entry(&browser, 1, story::AMARA, &full).await?;
    record_entry(&browser, 2, story::KAYLA, &short).await?;
    search(&browser).await?;
    journey::family::open_only_family(&browser).await?;
    journey::half_an_entry(&browser, 3, story::JOE, BOX, &format!("{}{}", story::HALF, story::REST)).await?;
    browser.kill();

    let browser = Browser::open(engine, profile).await?;
    browser.goto(&server.url()).await?;
    journey::doors::fail_to_unlock(&browser, story::WRONG_PASSPHRASE).await?;
    unlock(&browser, &me.passphrase).await?;
    journey::go(&browser, "My families").await?;
    journey::family::open_only_family(&browser).await?;
    entries::add_an_entry(&browser, 3, story::JOE).await?;
    let stored = browser.kept().await?;
    browser.close().await?;
    let open_to_scripts = format!("{}\n{}", stored.seen, stored.stored);
    Ok(Told { kept, never_kept, open_to_scripts, records: stored.records })
}

async fn search(browser: &Browser) -> Result<(), Trouble> {
    journey::go(browser, "My families").await?;
    journey::arrive(browser, "My families").await?;
    journey::family::search(browser, story::SEARCHED).await?;
    browser.wait_for_words("No families match.").await?;
    browser.press_button("Clear the search").await
}
