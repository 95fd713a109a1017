//! What a device still knows once it is in the family's hands: of what a worker recorded, nothing.

use std::collections::BTreeSet;

use e2e::journey::{self, entries, first_run, showing, story};
use e2e::{Browser, Engine, Profile, Trouble, chosen, memory, site};

/// Words that a worker wrote, and that nobody of the family is shown.
const SENTINELS: usize = 20;

/// What the family's pages do say: who looks, and who shows it.
const SHOWN: [&str; 2] = [story::JOE, "Sampernildaquexo"];

#[tokio::test]
async fn nothing_that_a_worker_wrote_is_in_memory_while_the_family_looks() -> Result<(), Trouble> {
    if !chosen().contains(&Engine::Chromium) {
        return Ok(());
    }
    let (server, profile) = (site::serve()?, Profile::new()?);
    let browser = Browser::open(Engine::Chromium, &profile).await?;
    let (me, family, entry) = (story::practitioner(), story::family(), story::full_entry());
    let texts =
        [story::texts_of(&me), story::texts_of_family(&family), story::texts_of_entry(&entry)].concat();
    let words = story::canaries(&texts);
    let words: Vec<&str> = words.iter().map(e2e::Canary::word).filter(|it| !SHOWN.contains(it)).collect();

    memory::remember_memories(&browser).await?;
    browser.goto(&server.url()).await?;
    first_run(&browser, &me, journey::doors::NEW_STORE).await?;
    journey::add_family(&browser, &family).await?;
    journey::record_entry(&browser, 1, story::AMARA, &entry).await?;
    showing::prepare(&browser, &[story::JOE]).await?;
    browser.tick("I know that nothing they do well is shown").await?;

    // The probe sees what is there: otherwise it would prove nothing that it sees nothing afterwards.
    let before = memory::known(&profile, &words).await?;
    println!(
        "before: {} words in {:?}, {} bytes of buffers",
        before.all().len(),
        before.looked_into,
        before.bytes
    );
    assert!(before.in_buffers.len() >= SENTINELS, "only {:?} are in the buffers", before.in_buffers);
    assert!(!before.in_heaps.is_empty(), "the page that asks for Joe names nobody in its heap");
    assert!(before.looked_into.iter().any(|it| it == "service_worker"), "{:?}", before.looked_into);

    showing::lock_and_show(&browser, &format!("Hello {}", story::JOE)).await?;
    let secret = story::canaries(&[&me.passphrase]);
    let all: Vec<&str> = words.iter().copied().chain(secret.iter().map(e2e::Canary::word)).collect();
    for (page, link) in [("the first page", None), ("something to say", Some("I want to say something"))] {
        if let Some(link) = link {
            browser.follow_link(link).await?;
            browser.next_frames().await?;
        }
        let after = memory::known(&profile, &all).await?;
        println!("{page}: {:?}, {} bytes of buffers", after.looked_into, after.bytes);
        assert_eq!(after.all(), BTreeSet::new(), "{page}");
        assert!(after.bytes > 1_000_000, "WebAssembly's memory was looked through");
    }

    // And it sees a word that is there: Joe's own name, which he is shown.
    let own = memory::known(&profile, &[story::JOE]).await?;
    assert!(own.in_buffers.contains(story::JOE), "what is shown is there to be found");
    showing::take_back(&browser, &me).await?;
    entries::open_module(&browser, 1, story::AMARA).await?;
    browser.wait_for_words("goingwellaquexo").await?;
    browser.close().await
}
