//! The device in the hands of the family, with no signal: whatever they do, they see the family's pages or the neutral
//! one; what they write comes back once, by passphrase, also after a power cut; and the screen is covered at once when
//! somebody comes in.

// A test runs on a computer, never in a page: it may look at the clock.
#![allow(clippy::disallowed_methods)]

use std::time::{Duration, Instant};

use e2e::find::Path;
use e2e::journey::places::{address, go_to_address, here};
use e2e::journey::{self, arrive, doors, entries, first_run, places, showing, story};
use e2e::{Browser, Engine, Profile, Role, Trouble, chosen, long, site};
use serde_json::json;

const LOCKED: &str = "This is locked";
const BOX: &str = "Write what you want to say";
const WORDS: &str = "I sleep now 🦉 أنا بخير";

/// A store with a family and an entry in it.
async fn recorded(browser: &Browser, url: &str) -> Result<(), Trouble> {
    let me = story::practitioner();
    browser.goto(url).await?;
    first_run(browser, &me, doors::NEW_STORE).await?;
    journey::add_family(browser, &story::family()).await?;
    entries::add_an_entry(browser, 3, story::JOE).await?;
    entries::write(browser, &story::short_entry(3, story::JOE)).await?;
    entries::save_entry(browser, 3, story::JOE).await?;
    showing::is_kept(browser).await
}

/// Writes as a keyboard would that has every letter: a driver's does not.
async fn write(browser: &Browser, label: &str, words: &str) -> Result<(), Trouble> {
    browser.field(label).await?.click().await?;
    let body = "return document.execCommand('insertText', false, arguments[0]);";
    assert_eq!(browser.script(body, vec![json!(words)]).await?, json!(true));
    assert_eq!(browser.value_of(label).await?, words);
    Ok(())
}

/// Nothing that a worker wrote is anywhere in the page, its title or its address.
async fn shows_nothing_of_the_workers(browser: &Browser, at: &str) -> Result<(), Trouble> {
    let body = "return [document.documentElement.outerHTML, document.title, location.href].join(' ');";
    let all = browser.script(body, vec![]).await?.to_string();
    let (me, family, entry) = (story::practitioner(), story::family(), story::short_entry(3, story::JOE));
    let known = story::texts_of(&me).into_iter().chain(story::texts_of_family(&family));
    for text in
        known.chain(story::texts_of_entry(&entry)).filter(|it| *it != story::JOE && it.contains("quexo"))
    {
        let word = text.split_whitespace().find(|it| it.contains("quexo")).unwrap_or(text);
        assert!(!all.contains(word), "{word} at {at}");
    }
    Ok(())
}

#[tokio::test]
async fn whatever_they_do_they_see_their_pages_or_the_neutral_one() -> Result<(), Trouble> {
    for engine in chosen() {
        let (server, profile) = (site::serve()?, Profile::new()?);
        let url = server.url();
        let browser = Browser::open(engine, &profile).await?;
        recorded(&browser, &url).await?;
        // From here on there is no signal.
        drop(server);
        showing::hand_over(&browser, story::JOE).await?;
        shows_nothing_of_the_workers(&browser, "the first page").await?;

        browser.follow_link("I want to say something").await?;
        arrive(&browser, "I want to say something").await?;
        write(&browser, BOX, WORDS).await?;
        places::press_and_arrive(&browser, "Save", "Thank you. We have kept that.").await?;
        browser.follow_link("Back to the start").await?;
        arrive(&browser, &format!("Hello {}", story::JOE)).await?;

        for hash in
            ["#/due", "#/families", "#/unlock", "#/search", "#/settings/storage", "#/welcome", "#/help"]
        {
            go_to_address(&browser, hash).await?;
            arrive(&browser, LOCKED).await?;
            shows_nothing_of_the_workers(&browser, hash).await?;
        }
        for time in 1..=10 {
            browser.back().await?;
            is_theirs_or_neutral(&browser, &format!("back {time} in {engine}")).await?;
        }
        browser.client().forward().await?;
        is_theirs_or_neutral(&browser, &format!("forward in {engine}")).await?;
        browser.goto(&url).await?;
        browser.reload().await?;
        arrive(&browser, LOCKED).await?;
        shows_nothing_of_the_workers(&browser, "loaded again").await?;
        // WebKitGTK's driver opens a tab that is never drawn.
        if engine != Engine::WebKit {
            a_new_tab_is_locked(&browser, &url).await?;
        }

        browser.press_button("Staff").await?;
        arrive(&browser, "Staff").await?;
        browser.type_into("Passphrase", story::WRONG_PASSPHRASE).await?;
        browser.press_button("Continue").await?;
        browser.wait_for_words("That passphrase is not right").await?;
        doors::time_passes(&browser).await?;
        browser.fill("Passphrase", &story::practitioner().passphrase).await?;
        browser.press_button("Continue").await?;
        arrive(&browser, "After the visit").await?;
        browser.wait_for_words(WORDS).await?;
        browser.choose("Keep in visit only").await?;
        let accept = Path::new().then_containing(Role::Button, "Accept what is said");
        browser.find(&accept).await?.click().await?;
        browser.wait_for_words("Put this visit away").await?;
        assert!(!browser.text().await?.contains(WORDS), "what was kept is shown once");
        if engine == Engine::Chromium {
            let requests = browser.requests().await?;
            assert!(requests.iter().all(|it| it.starts_with(&url)), "{requests:?}");
        }
        browser.close().await?;
    }
    Ok(())
}

async fn is_theirs_or_neutral(browser: &Browser, step: &str) -> Result<(), Trouble> {
    browser.next_frames().await?;
    let heading = here(browser).await?;
    let known = heading.is_empty() || heading == LOCKED || heading.starts_with("Hello");
    assert!(known, "{step}: {heading} at {}", address(browser).await?);
    shows_nothing_of_the_workers(browser, step).await
}

async fn a_new_tab_is_locked(browser: &Browser, url: &str) -> Result<(), Trouble> {
    let first = browser.client().window().await?;
    let second = browser.client().new_window(true).await?.handle;
    browser.client().switch_to_window(second).await?;
    browser.goto(&format!("{url}#/families")).await?;
    arrive(browser, LOCKED).await?;
    shows_nothing_of_the_workers(browser, "a new tab").await?;
    browser.client().close_window().await?;
    browser.client().switch_to_window(first).await?;
    // Whoever goes to another tab leaves a covered page behind, where the browser tells it so.
    let touched = "document.querySelector('.app-clock-face__button')?.click();";
    browser.script(touched, vec![]).await?;
    arrive(browser, LOCKED).await
}

/// The page to keep is printed whole and says whose it is; a browser that prints into a file calls it neutrally; and
/// whoever looks elsewhere while nothing is printed leaves a covered page behind.
#[tokio::test]
async fn the_page_to_keep_says_whose_it_is_on_paper_and_is_called_nothing() -> Result<(), Trouble> {
    for engine in chosen().into_iter().filter(|it| *it == Engine::Chromium) {
        let (server, profile) = (site::serve()?, Profile::new()?);
        let browser = Browser::open(engine, &profile).await?;
        let me = story::practitioner();
        browser.goto(&server.url()).await?;
        doors::first_run(&browser, &me, doors::LOOK_ROUND).await?;
        arrive(&browser, "Overview").await?;
        showing::prepare(&browser, &["Tamsin"]).await?;
        showing::lock_and_show(&browser, "Hello Tamsin").await?;
        go_to_address(&browser, "#/v/keep").await?;
        arrive(&browser, "What you do well").await?;
        let told = "
            window.titles = [];
            for (const type of ['beforeprint', 'afterprint']) addEventListener(type, () => {
              const cover = document.querySelector('.app-clock-face');
              window.titles.push(document.title, cover ? 'covered' : 'as it was');
            });";
        browser.script(told, vec![]).await?;
        let printed = browser.cdp("Page.printToPDF", json!({ "preferCSSPageSize": true })).await?;
        assert!(printed["data"].as_str().is_some_and(|it| it.len() > 1_000), "{printed}");
        let titles = browser.script("return window.titles;", vec![]).await?;
        let today = browser
            .script("return new Date().toLocaleDateString('sv', { timeZone: 'Europe/London' });", vec![]);
        let file = format!("workbook-copy-{}", today.await?.as_str().unwrap_or_default());
        assert_eq!(titles, json!([file, "as it was", "Workbook", "as it was"]));
        browser.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
        let paper = browser.text().await?;
        assert!(paper.contains("Only for Tamsin"), "{paper}");
        for other in ["Print", "Hide", "Staff", "Other people can read a page on paper"] {
            assert!(!paper.contains(other), "{other} is on the paper:\n{paper}");
        }
        browser.cdp("Emulation.setEmulatedMedia", json!({ "media": "" })).await?;
        // The second in which the focus may come back from the browser's window is over.
        let over = "
            const [done] = arguments;
            const look = () => {
              window.dispatchEvent(new Event('blur'));
              if (document.querySelector('.app-clock-face')) done(true); else requestAnimationFrame(look);
            };
            look();";
        assert_eq!(browser.script_async(over, vec![]).await?, json!(true));
        browser.script("document.querySelector('.app-clock-face__button').click();", vec![]).await?;
        arrive(&browser, LOCKED).await?;
        showing::take_back(&browser, &me).await?;
        browser.close().await?;
    }
    Ok(())
}

/// What covers the screen, and what is done for it.
const COVERS: [(&str, &str); 5] = [
    (
        "three Shifts",
        "for (let time = 0; time < 3; time++) for (const type of ['keydown', 'keyup'])
            document.dispatchEvent(new KeyboardEvent(type, { key: 'Shift', bubbles: true }));",
    ),
    (
        "the button",
        "[...document.querySelectorAll('button')].find((it) => it.textContent.trim() === 'Hide').click();",
    ),
    ("another window", "window.dispatchEvent(new Event('blur'));"),
    ("leaving the page", "window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));"),
    (
        "another tab",
        "Object.defineProperty(document, 'visibilityState', { get: () => 'hidden', configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
        delete document.visibilityState;",
    ),
];

/// Does it, and tells how long it takes until the clock stands there with everything else out of reach.
fn until_covered(does: &str) -> String {
    format!(
        "const done = arguments[0];
        const family = document.querySelector('.app-family');
        const began = performance.now();
        {does}
        const look = () => {{
            const clock = document.querySelector('.app-clock-face');
            const box = clock?.getBoundingClientRect();
            const {{ clientWidth, clientHeight }} = document.documentElement;
            const whole = box && box.top <= 0 && box.left <= 0 && box.right >= clientWidth && box.bottom >= clientHeight;
            if (whole && family.inert && document.title === 'Clock') done(performance.now() - began);
            else requestAnimationFrame(look);
        }};
        look();"
    )
}

#[tokio::test]
async fn the_screen_is_covered_at_once_and_only_a_passphrase_leads_back() -> Result<(), Trouble> {
    for engine in chosen() {
        let (server, profile) = (site::serve()?, Profile::new()?);
        let browser = Browser::open(engine, &profile).await?;
        recorded(&browser, &server.url()).await?;
        for (what, does) in COVERS {
            showing::hand_over(&browser, story::JOE).await?;
            let took = browser.script_async(&until_covered(does), vec![]).await;
            let took = took.map_err(|error| Trouble::Answer(format!("{what} in {engine}: {error}")))?;
            let took = took.as_f64().unwrap_or(f64::MAX);
            assert!(took <= 100.0, "covered after {took} ms by {what} in {engine}");
            browser.script("document.querySelector('.app-clock-face__button').click();", vec![]).await?;
            arrive(&browser, LOCKED).await?;
            go_to_address(&browser, "#/v").await?;
            browser.next_frames().await?;
            arrive(&browser, LOCKED).await?;
            showing::take_back(&browser, &story::practitioner()).await?;
            browser.wait_for_words("The screen was covered once.").await?;
            browser.press_button("Put this visit away").await?;
            browser.wait_for_words("Nothing waits here").await?;
        }
        browser.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn what_was_shown_is_gone_after_twenty_seconds_under_the_cover() -> Result<(), Trouble> {
    for engine in chosen() {
        let (server, profile) = (site::serve()?, Profile::new()?);
        let browser = Browser::open(engine, &profile).await?;
        recorded(&browser, &server.url()).await?;
        showing::hand_over(&browser, story::JOE).await?;
        let own = "return document.documentElement.textContent.includes(arguments[0]);";
        let loaded =
            browser.script("window.asItWasLoaded = true; return performance.timeOrigin;", vec![]).await?;
        let began = Instant::now();
        browser.press_button("Hide").await?;
        browser
            .wait_until("the page to be loaded anew under its cover", async || {
                let anew = "return performance.timeOrigin !== arguments[0] && !!document.querySelector('.app-clock-face');";
                Ok(browser.script(anew, vec![loaded.clone()]).await? == json!(true))
            })
            .await?;
        assert!(began.elapsed() >= Duration::from_secs(19), "it was gone after {:?}", began.elapsed());
        assert_eq!(browser.script(own, vec![json!(story::JOE)]).await?, json!(false));
        browser.script("document.querySelector('.app-clock-face__button').click();", vec![]).await?;
        arrive(&browser, LOCKED).await?;
        showing::take_back(&browser, &story::practitioner()).await?;
        browser.close().await?;
    }
    Ok(())
}

/// The battery dies while somebody writes: whatever was typed more than a second before that comes back after the
/// visit, as not finished, and whoever opens the device meanwhile finds it locked.
#[tokio::test]
async fn a_power_cut_takes_at_most_the_last_second_of_what_somebody_was_writing() -> Result<(), Trouble> {
    let kills = if long() { 20 } else { 2 };
    // WebKitGTK keeps nothing of what it stored for its driver, however it is ended.
    for engine in chosen().into_iter().filter(|it| *it != Engine::WebKit) {
        let (server, profile) = (site::serve()?, Profile::new()?);
        let mut browser = Browser::open(engine, &profile).await?;
        recorded(&browser, &server.url()).await?;
        for kill in 1..=kills {
            showing::hand_over(&browser, story::JOE).await?;
            browser.follow_link("I want to say something").await?;
            arrive(&browser, "I want to say something").await?;
            let field = browser.field(BOX).await?;
            // A different moment each time: after as many words.
            let mut typed: Vec<(Instant, String)> = Vec::new();
            let mut all = String::new();
            let begun = Instant::now();
            let cut = Duration::from_millis(1_800 + 170 * kill);
            while begun.elapsed() < cut {
                let word = format!("word{kill}x{} ", typed.len());
                field.send_keys(&word).await?;
                all.push_str(&word);
                typed.push((Instant::now(), all.clone()));
            }
            let killed = Instant::now();
            browser.kill();
            let a_second_before =
                |(at, _): &&(Instant, String)| killed.duration_since(*at) > Duration::from_secs(1);
            let kept = typed.iter().rev().find(a_second_before).map(|(_, text)| text.trim_end().to_owned());
            let kept = kept.unwrap_or_default();
            assert!(!kept.is_empty(), "kill {kill} came before anything was a second old");

            browser = Browser::open(engine, &profile).await?;
            browser.goto(&server.url()).await?;
            arrive(&browser, LOCKED).await?;
            showing::take_back(&browser, &story::practitioner()).await?;
            browser.wait_for_words("They had not finished writing").await?;
            let text = browser.text().await?;
            assert!(
                text.contains(&kept),
                "kill {kill}: typed a second before:\n{kept}\nafter the visit:\n{text}"
            );
            browser.choose("Keep in visit only").await?;
            let accept = Path::new().then_containing(Role::Button, "Accept what is said");
            browser.find(&accept).await?.click().await?;
            browser.press_button("Put this visit away").await?;
            browser.wait_for_words("Nothing waits here").await?;
        }
        browser.close().await?;
    }
    Ok(())
}
