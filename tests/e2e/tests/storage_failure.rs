//! A full device: the words stay on the screen, the page says so, and once there is room they are saved.

use e2e::journey::{self, entries, first_run, story, unlock};
use e2e::{Browser, Profile, Role, Trouble, chosen, site};

const BOX: &str = "What is going well";
const NOT_SAVED: &str = "Not saved. Your words are still on this screen. Do not close it.";

const FULL: &str = "
window.putBefore = IDBObjectStore.prototype.put;
window.addBefore = IDBObjectStore.prototype.add;
window.refused = 0;
IDBObjectStore.prototype.put = IDBObjectStore.prototype.add = function () {
  window.refused += 1;
  throw new DOMException('The device is full', 'QuotaExceededError');
};";
const ROOM_AGAIN: &str = "
IDBObjectStore.prototype.put = window.putBefore;
IDBObjectStore.prototype.add = window.addBefore;";

#[tokio::test]
async fn words_that_the_disk_refuses_stay_and_are_saved_when_there_is_room() -> Result<(), Trouble> {
    let server = site::serve()?;
    for engine in chosen() {
        let profile = Profile::new()?;
        let me = story::practitioner();
        let browser = Browser::open(engine, &profile).await?;
        browser.goto(&server.url()).await?;
        first_run(&browser, &me, journey::doors::NEW_STORE).await?;
        journey::add_family(&browser, &story::family()).await?;
        entries::add_an_entry(&browser, 1, story::AMARA).await?;
        entries::say_how_it_is_known(&browser).await?;

        browser.script(FULL, vec![]).await?;
        entries::type_a_draft(&browser, BOX, story::HALF).await?;
        browser.wait_for_words(NOT_SAVED).await?;
        assert_eq!(browser.value_of(BOX).await?, story::HALF, "{engine}");
        assert!(browser.names(Role::Alert).await?.iter().any(|it| it.contains(NOT_SAVED)), "{engine}");
        assert_eq!(browser.stop().await?.name, BOX, "the focus was not taken, in {engine}");
        // Trying while it is still full changes nothing.
        browser.press_button("Try again").await?;
        browser.wait_for_words(NOT_SAVED).await?;
        // Nor is an entry said to be saved.
        browser.press_button("Save entry").await?;
        browser
            .wait_until("the page to say that nothing was recorded", async || {
                Ok(browser.text().await?.contains("This was not recorded"))
            })
            .await?;
        assert_eq!(browser.value_of(BOX).await?, story::HALF, "{engine}");
        let refused = browser.script("return window.refused;", vec![]).await?;
        assert!(refused.as_u64().is_some_and(|it| it > 1), "the disk was asked: {refused}");

        browser.script(ROOM_AGAIN, vec![]).await?;
        browser.press_button("Try again").await?;
        entries::draft_is_saved(&browser).await?;
        browser
            .wait_until("the alert to go", async || Ok(!browser.text().await?.contains(NOT_SAVED)))
            .await?;
        browser.reload().await?;
        unlock(&browser, &me.passphrase).await?;
        journey::arrive(&browser, "Add an entry").await?;
        assert_eq!(browser.value_of(BOX).await?, story::HALF, "{engine}");
        browser.close().await?;
    }
    Ok(())
}
