//! A power cut at any moment: what the page had shown as saved is there afterwards, every time.

use std::time::Duration;

use e2e::journey::{self, arrive, entries, first_run, story, unlock};
use e2e::{Browser, Engine, Profile, Trouble, chosen, long, site};
use serde_json::Value;

const BOX: &str = "What needs to be different";

/// Remembers what stood in the box, and when. The page says up to when everything typed is on the device, by the
/// same clock.
const REMEMBER: &str = "
const box = arguments[0];
window.typed = [[Date.now() - 1, box.value]];
box.addEventListener('input', () => window.typed.push([Date.now(), box.value]));";

/// The most that the page has shown as saved: what stood in the box before the moment up to which it says so.
const SHOWN_AS_SAVED: &str = "
const until = Number(document.querySelector('[data-saved-until]')?.dataset.savedUntil ?? 0);
return window.typed.filter(([at]) => at < until).map(([, text]) => text).at(-1) ?? '';";

#[tokio::test]
async fn nothing_that_was_shown_as_saved_is_lost_when_the_browser_is_killed() -> Result<(), Trouble> {
    let kills = if long() { 100 } else { 10 };
    for engine in chosen().into_iter().filter(|it| *it == Engine::Chromium) {
        let mut chance = Chance::seeded();
        let server = site::serve()?;
        let profile = Profile::new()?;
        let me = story::practitioner();
        let mut browser = Browser::open(engine, &profile).await?;
        browser.goto(&server.url()).await?;
        first_run(&browser, &me, journey::doors::NEW_STORE).await?;
        journey::add_family(&browser, &story::family()).await?;
        entries::add_an_entry(&browser, 3, story::JOE).await?;
        let mut before = begun(&browser).await?;
        let mut grew = 0;
        for kill in 1..=kills {
            let shown = typed_until_killed(browser, &mut chance).await?;
            browser = Browser::open(engine, &profile).await?;
            browser.goto(&server.url()).await?;
            unlock(&browser, &me.passphrase).await?;
            journey::family::continue_where_you_left_off(&browser).await?;
            arrive(&browser, "Add an entry").await?;
            let there = browser.value_of(BOX).await?;
            assert!(
                there.starts_with(&shown),
                "kill {kill}, seed {}: shown as saved:\n{shown}\nthere afterwards:\n{there}",
                chance.seed
            );
            assert!(there.starts_with(&before), "kill {kill}: what was there before is still there");
            grew += usize::from(shown.len() > before.len());
            before = there;
        }
        // Otherwise the kills always came before anything was saved, and nothing was shown.
        assert!(grew * 3 > kills, "only {grew} of {kills} kills came after something was shown as saved");
        browser.close().await?;
    }
    Ok(())
}

/// Types a first word and waits until the page shows it as saved: a form in which nothing was kept yet is no place
/// to come back to.
async fn begun(browser: &Browser) -> Result<String, Trouble> {
    const WORD: &str = "first ";
    browser.script(REMEMBER, vec![in_the_box(browser).await?]).await?;
    browser.field(BOX).await?.send_keys(WORD).await?;
    browser
        .wait_until("the first word to be shown as saved", async || {
            Ok(browser.script(SHOWN_AS_SAVED, vec![]).await? == WORD)
        })
        .await?;
    Ok(WORD.to_owned())
}

async fn in_the_box(browser: &Browser) -> Result<Value, Trouble> {
    Ok(serde_json::to_value(browser.field(BOX).await?).unwrap_or(Value::Null))
}

/// Types word after word at a pace of its own until the browser is killed in the middle of it, at a moment
/// nobody chose. Gives what the page had shown as saved at the last look before that.
async fn typed_until_killed(browser: Browser, chance: &mut Chance) -> Result<String, Trouble> {
    let field = browser.field(BOX).await?;
    browser.script(REMEMBER, vec![in_the_box(&browser).await?]).await?;
    let mut shown = String::new();
    let mut pace = Chance { state: chance.next(), seed: chance.seed };
    let typing = async {
        loop {
            let word = format!("{:x} ", pace.next());
            let length = usize::try_from(2 + pace.next() % 12).unwrap_or(2);
            field.send_keys(&word.chars().take(length).collect::<String>()).await?;
            field.send_keys(" ").await?;
            if let Value::String(text) = browser.script(SHOWN_AS_SAVED, vec![]).await? {
                shown = text;
            }
            tokio::time::sleep(Duration::from_millis(pace.next() % 60)).await;
        }
    };
    // Not a wait for something, but the moment of the power cut.
    let cut = Duration::from_millis(300 + chance.next() % 5_000);
    let ended: Result<Result<(), Trouble>, _> = tokio::time::timeout(cut, typing).await;
    if let Ok(Err(trouble)) = ended {
        return Err(trouble);
    }
    browser.kill();
    Ok(shown)
}

/// Numbers that look random and come again with the same seed (SplitMix64).
struct Chance {
    seed: u64,
    state: u64,
}

impl Chance {
    /// From `HEARTH_SEED`, or from the time; printed, so that a failure can be seen again.
    fn seeded() -> Self {
        let now = || std::time::UNIX_EPOCH.elapsed().map_or(1, |it| it.as_secs());
        let seed = std::env::var("HEARTH_SEED").ok().and_then(|it| it.parse().ok()).unwrap_or_else(now);
        println!("HEARTH_SEED={seed}");
        Self { seed, state: seed }
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }
}
