//! The family's pages, each as a grown-up, a young person, a child and a small child see it: for everybody, at every
//! width, upright and lying, at 400%, by keys alone, with the system's own colours and without motion. Pictures of them
//! are left in `target/e2e/screens/`; those in `docs/picture-tour.md` were taken here.

use e2e::journey::places::{go_to_address, here};
use e2e::journey::{doors, places, showing, story};
use e2e::{Browser, Engine, Looks, Profile, Trouble, chosen, site};
use serde_json::json;

/// A laptop, a tablet upright and lying, a phone, and a laptop at 400%.
const SIZES: [(u32, u32); 5] = [(1280, 800), (810, 1080), (1080, 810), (360, 740), (320, 256)];

/// Who is in the example family, and the pages that each of them is taken to.
const PEOPLE: [(&str, &[&str]); 4] = [
    (
        "Tamsin",
        &[
            "",
            "/well",
            "/better/1",
            "/different/1",
            "/said",
            "/hopes",
            "/agreed",
            "/sign/1",
            "/next",
            "/people",
            "/say",
            "/ask/1",
            "/words",
            "/words/consent",
            "/help",
            "/look",
            "/keep",
        ],
    ),
    ("Wren", &["", "/well", "/better/1", "/different/1", "/agreed", "/sign/1", "/next", "/ask/1"]),
    ("Pip", &["", "/different/1", "/hopes", "/say", "/ask/1", "/help"]),
    ("Juno", &["", "/ask/1"]),
];

/// What every page of the family's has to be. Gives what is wrong, in words.
const BUILT: &str = "
const settings = arguments[0];
const wrong = [];
const shown = (selector) => [...document.querySelectorAll(selector)].filter((it) => it.checkVisibility());
const named = (it) => it.outerHTML.replace(/\\s+/g, ' ').slice(0, 110);
for (const one of ['h1', 'main', '.app-family__bar']) if (shown(one).length !== 1) wrong.push(`${shown(one).length} of ${one}`);
if (!['en-GB', 'cy'].includes(document.documentElement.lang)) wrong.push(`its language is ${document.documentElement.lang}`);
if (!['Workbook', 'Llyfr gwaith'].includes(document.title)) wrong.push(`its title says ${document.title}`);
const root = document.documentElement;
if (root.scrollWidth > root.clientWidth) {
  const wide = shown('body *').filter((it) => it.getBoundingClientRect().right > root.clientWidth + 1);
  wrong.push(`scrolls sideways: ${wide.slice(0, 2).map(named).join(' , ')}`);
}
for (const it of shown('main :is(h1, h2, p, li, legend, label, dt, dd, a, button, textarea, blockquote)')) {
  if (it.closest('.app-family__staff')) continue;
  const style = getComputedStyle(it);
  if (parseFloat(style.fontSize) < 24) wrong.push(`words of ${style.fontSize}: ${named(it)}`);
  if (it.matches('p, li, label') && parseFloat(style.lineHeight) < 1.5 * parseFloat(style.fontSize) - 0.5) wrong.push(`lines of ${style.lineHeight}: ${named(it)}`);
  if (style.fontStyle !== 'normal' || style.textTransform !== 'none') wrong.push(`slanted or capitals: ${named(it)}`);
}
for (const it of shown('a[href], button, label:has(input)')) {
  // A word in a sentence is as high as its line; it has a page of its own.
  if (it.matches('.app-family__term')) continue;
  const least = it.matches('.app-family__staff-link') ? 44 : 56;
  const box = it.getBoundingClientRect();
  if (Math.round(box.width) < least || Math.round(box.height) < least) wrong.push(`a target of ${box.width} by ${box.height}: ${named(it)}`);
}
if (!settings && shown('input').some((it) => it.checked)) wrong.push('something is chosen already');
for (const it of shown('svg')) {
  if (it.getAttribute('aria-hidden') !== 'true' || !it.parentElement.textContent.trim()) wrong.push(`a picture alone: ${named(it)}`);
}
if (document.getAnimations().length) wrong.push('something moves');
for (const it of shown('.app-family *')) {
  const { transitionDuration, animationName } = getComputedStyle(it);
  if (transitionDuration.split(', ').some((time) => parseFloat(time) > 0) || animationName !== 'none') { wrong.push(`would move: ${named(it)}`); break; }
}
const bar = document.querySelector('.app-family__bar');
if (!bar) return [...wrong, `not a page of the family’s: ${document.body.innerText.slice(0, 200)}`];
const sticky = getComputedStyle(bar).position === 'sticky';
if (sticky && bar.offsetHeight > 0.15 * innerHeight) wrong.push(`the bar takes ${bar.offsetHeight} of ${innerHeight}`);
for (const it of shown('main :is(a, button, input, textarea)')) {
  it.focus();
  const box = it.getBoundingClientRect();
  if (sticky && box.bottom > 0 && box.top < bar.getBoundingClientRect().bottom - 1) wrong.push(`behind the bar: ${named(it)}`);
}
// Not left at the last of them: the next Tab would lead out of the page, and that covers it.
bar.querySelector('button').focus();
scrollTo(0, 0);
return wrong;";

#[tokio::test]
async fn every_page_of_the_familys_can_be_used_by_everybody() -> Result<(), Trouble> {
    if !chosen().contains(&Engine::Chromium) {
        return Ok(());
    }
    let (server, profile) = (site::serve()?, Profile::new()?);
    let browser = Browser::open(Engine::Chromium, &profile).await?;
    let me = story::practitioner();
    browser.goto(&server.url()).await?;
    doors::first_run(&browser, &me, doors::LOOK_ROUND).await?;
    places::arrive(&browser, "Overview").await?;
    let family = places::address(&browser).await?;
    let mut wrong = Vec::new();
    let mut looked = 0;
    for (person, pages) in PEOPLE {
        go_to_address(&browser, &family).await?;
        places::arrive(&browser, "Overview").await?;
        showing::prepare(&browser, &[person]).await?;
        if browser.text().await?.contains("I know that nothing they do well is shown") {
            browser.tick("I know that nothing they do well is shown").await?;
        }
        showing::lock_and_show(&browser, &format!("Hello {person}")).await?;
        for page in pages {
            go_to_address(&browser, &format!("#/v{page}")).await?;
            let what = format!("family {person}{}", page.replace('/', " "));
            browser
                .wait_until(&what, async || Ok(places::address(&browser).await? == format!("#/v{page}")))
                .await?;
            browser.next_frames().await?;
            let heading = here(&browser).await?;
            assert!(!heading.is_empty() && heading != "This is locked", "{what}: {heading}");
            wrong.extend(look(&browser, &what, &SIZES, *page == "/look").await?);
            wrong.extend(by_keys(&browser, &what).await?);
            looked += 1;
        }
        if person == "Tamsin" {
            wrong.extend(in_other_ways(&browser).await?);
            wrong.extend(after_saving(&browser).await?);
            wrong.extend(under_the_cover(&browser).await?);
        }
        if person != "Tamsin" {
            go_to_address(&browser, "#/v").await?;
            places::arrive(&browser, &format!("Hello {person}")).await?;
        }
        showing::take_back(&browser, &me).await?;
    }
    browser.close().await?;
    assert_eq!(wrong, Vec::<String>::new());
    assert!(looked >= 33, "{looked} pages were looked at");
    Ok(())
}

/// Looks at the page that is there, at every size: all that is wrong with it.
async fn look(
    browser: &Browser,
    what: &str,
    sizes: &[(u32, u32)],
    settings: bool,
) -> Result<Vec<String>, Trouble> {
    let mut wrong = Vec::new();
    for (width, height) in sizes {
        browser.viewport(*width, *height).await?;
        let place = format!("{what}, {width}×{height}");
        let built = browser.script(BUILT, vec![json!(settings)]).await?;
        let built: Vec<String> =
            serde_json::from_value(built.clone()).map_err(|_| Trouble::Answer(built.to_string()))?;
        wrong.extend(built.into_iter().map(|it| format!("{place}: {it}")));
        let found = browser.axe_at_seven_to_one().await?;
        wrong.extend(found.into_iter().map(|it| format!("{place}: {it}")));
        // As it is before anybody touches it.
        browser.script("document.activeElement.blur();", vec![]).await?;
        Looks::picture(browser, &format!("{what} {width}")).await?;
    }
    browser.viewport(810, 1080).await?;
    Ok(wrong)
}

/// Tab reaches everything, and the staff's way last of all.
async fn by_keys(browser: &Browser, what: &str) -> Result<Vec<String>, Trouble> {
    let begin = "
        window.reached = [];
        document.querySelector('.app-family__bar button').focus();
        if (!window.watches) { window.watches = true; addEventListener('focusin', (event) => window.reached.push(event.target)); }
        return document.querySelectorAll('.app-family :is(a, button, input, textarea)').length;";
    let stops = browser.script(begin, vec![]).await?.as_u64().unwrap_or_default();
    for _ in 0..stops {
        browser.keys("\u{e004}").await?;
        let there = "return document.activeElement.matches('.app-family__staff-link');";
        if browser.script(there, vec![]).await? == json!(true) {
            break;
        }
    }
    let missed = "
        const group = (it) => it.type === 'radio' && window.reached.some((other) => other.name === it.name);
        const missed = [...document.querySelectorAll('main :is(a, button, input, textarea)')]
            .filter((it) => it.checkVisibility() && !window.reached.includes(it) && !group(it))
            .map((it) => it.outerHTML.slice(0, 110));
        if (!window.reached.at(-1)?.matches('.app-family__staff-link')) missed.push('the staff’s way, last');
        return missed;";
    let missed = browser.script(missed, vec![]).await?;
    let missed: Vec<String> =
        serde_json::from_value(missed.clone()).map_err(|_| Trouble::Answer(missed.to_string()))?;
    Ok(missed.into_iter().map(|it| format!("{what}: Tab does not reach {it}")).collect())
}

/// With the system's own colours, without motion, in Welsh, in the largest words and the strongest colours.
async fn in_other_ways(browser: &Browser) -> Result<Vec<String>, Trouble> {
    let mut wrong = Vec::new();
    let pages = ["", "/better/1", "/ask/1", "/look"];
    let features = json!([
        { "name": "forced-colors", "value": "active" },
        { "name": "prefers-reduced-motion", "value": "reduce" },
    ]);
    browser.cdp("Emulation.setEmulatedMedia", json!({ "features": features })).await?;
    for page in pages {
        to(browser, page).await?;
        let what = format!("family forced colours{}", page.replace('/', " "));
        wrong.extend(look(browser, &what, &[(810, 1080), (320, 256)], page == "/look").await?);
    }
    browser.cdp("Emulation.setEmulatedMedia", json!({ "features": [] })).await?;
    to(browser, "/look").await?;
    choose(browser, ["#language-cy", "#size-largest", "#colours-strong"]).await?;
    let told = browser.script("return document.documentElement.lang;", vec![]).await?;
    assert_eq!(told, json!("cy"));
    for page in ["", "/well", "/ask/1", "/say", "/help", "/words", "/look"] {
        to(browser, page).await?;
        let what = format!("family Welsh{}", page.replace('/', " "));
        wrong.extend(look(browser, &what, &[(1280, 800), (360, 740), (320, 256)], page == "/look").await?);
    }
    to(browser, "/look").await?;
    choose(browser, ["#language-en-GB", "#size-usual", "#colours-usual"]).await?;
    Ok(wrong)
}

/// The page that thanks for what was said.
async fn after_saving(browser: &Browser) -> Result<Vec<String>, Trouble> {
    to(browser, "/say").await?;
    browser.type_into("Write what you want to say", "The mornings are better now.").await?;
    places::press_and_arrive(browser, "Save", "Thank you. We have kept that.").await?;
    look(browser, "family Tamsin say saved", &SIZES, false).await
}

/// The plain clock, and the page behind it, which say nothing of anybody: they have no bar, and only what everybody
/// needs is asked of them.
async fn under_the_cover(browser: &Browser) -> Result<Vec<String>, Trouble> {
    let mut wrong = Vec::new();
    browser.press_button("Hide").await?;
    arrive_neutral(browser, ".app-clock-face", "family cover", &mut wrong).await?;
    browser.script("document.querySelector('.app-clock-face__button').click();", vec![]).await?;
    places::arrive(browser, "This is locked").await?;
    arrive_neutral(browser, "h1", "family locked", &mut wrong).await?;
    Ok(wrong)
}

async fn arrive_neutral(
    browser: &Browser,
    shows: &str,
    what: &str,
    wrong: &mut Vec<String>,
) -> Result<(), Trouble> {
    let there = "return !!document.querySelector(arguments[0]);";
    browser
        .wait_until(what, async || Ok(browser.script(there, vec![json!(shows)]).await? == json!(true)))
        .await?;
    for (width, height) in SIZES {
        browser.viewport(width, height).await?;
        let found = browser.axe_at_seven_to_one().await?;
        wrong.extend(found.into_iter().map(|it| format!("{what}, {width}×{height}: {it}")));
        Looks::picture(browser, &format!("{what} {width}")).await?;
    }
    browser.viewport(810, 1080).await
}

/// Chooses how the pages look, by what each choice is and not by its name, which is in the language of the page.
async fn choose(browser: &Browser, choices: [&str; 3]) -> Result<(), Trouble> {
    for choice in choices {
        browser.script("document.querySelector(arguments[0]).click();", vec![json!(choice)]).await?;
        browser.next_frames().await?;
    }
    Ok(())
}

async fn to(browser: &Browser, page: &str) -> Result<(), Trouble> {
    go_to_address(browser, &format!("#/v{page}")).await?;
    browser.wait_until(page, async || Ok(places::address(browser).await? == format!("#/v{page}"))).await?;
    browser.next_frames().await
}
