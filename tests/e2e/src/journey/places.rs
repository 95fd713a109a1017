//! Getting about: waiting for a page to be there, and following the links that are on every page.

use serde_json::json;

use crate::find::Path;
use crate::{Browser, Role, Trouble};

/// Waits until the page with this heading is there and has settled: its heading ends with these words (a caption
/// may stand before them), and the focus is where the page puts it. That happens in the frame after the page is
/// drawn, and whoever types sooner than that, as only a machine can, types beside the box.
pub async fn arrive(browser: &Browser, heading: &str) -> Result<(), Trouble> {
    let what = format!("the page “{heading}”");
    browser.wait_until(&what, async || Ok(here(browser).await?.ends_with(heading))).await?;
    browser.next_frames().await
}

/// The same, for a page of which only the caption is known.
pub async fn arrive_under(browser: &Browser, caption: &str) -> Result<(), Trouble> {
    let what = format!("the page under “{caption}”");
    browser.wait_until(&what, async || Ok(here(browser).await?.starts_with(caption))).await?;
    browser.next_frames().await
}

/// The main heading of the page that is there now, with its caption; nothing before the first is drawn.
pub async fn here(browser: &Browser) -> Result<String, Trouble> {
    let body = "const shown = [...document.querySelectorAll('h1')].filter((it) => it.checkVisibility());
        return shown.length === 1 ? shown[0].textContent.replace(/\\s+/g, ' ').trim() : '';";
    let heading = browser.script(body, vec![]).await?;
    Ok(heading.as_str().unwrap_or_default().to_owned())
}

/// Follows a link of the service navigation, such as "My families".
pub async fn go(browser: &Browser, link: &str) -> Result<(), Trouble> {
    let path = Path::new().then(Role::Region, "Menu").then(Role::Link, link);
    Ok(browser.find(&path).await?.click().await?)
}

/// Presses the button that leads on, and waits for the page with this heading.
pub async fn press_and_arrive(browser: &Browser, button: &str, heading: &str) -> Result<(), Trouble> {
    browser.press_button(button).await?;
    arrive(browser, heading).await
}

/// Where the address bar stands, after the `#`.
pub async fn address(browser: &Browser) -> Result<String, Trouble> {
    let hash = browser.script("return location.hash;", vec![]).await?;
    Ok(hash.as_str().unwrap_or_default().to_owned())
}

/// Goes to an address by the address bar, as somebody with a bookmark does: the page is not loaded again.
pub async fn go_to_address(browser: &Browser, hash: &str) -> Result<(), Trouble> {
    browser.script("location.hash = arguments[0];", vec![json!(hash)]).await?;
    Ok(())
}

/// Chooses from a list by what is read in it.
pub async fn select(browser: &Browser, label: &str, choice: &str) -> Result<(), Trouble> {
    select_in(browser, Path::new(), label, choice).await
}

/// The same, inside something.
pub async fn select_in(browser: &Browser, within: Path, label: &str, choice: &str) -> Result<(), Trouble> {
    let list = browser.find(&within.then(Role::Field, label)).await?;
    match list.select_by_label(choice).await {
        Err(_) => Err(Trouble::Answer(format!("“{choice}” is not in the list: {}", list.text().await?))),
        Ok(()) => Ok(()),
    }
}

/// Types into a field that is inside something.
pub async fn type_in(browser: &Browser, within: Path, label: &str, words: &str) -> Result<(), Trouble> {
    browser.type_at(&browser.find(&within.then(Role::Field, label)).await?, words).await
}

/// Chooses a radio that is inside something.
pub async fn choose_in(browser: &Browser, within: Path, radio: &str) -> Result<(), Trouble> {
    Ok(browser.find(&within.then(Role::Radio, radio)).await?.click().await?)
}

/// Fills the three boxes of a date that is inside something.
pub async fn date_in(
    browser: &Browser,
    within: Path,
    legend: &str,
    [day, month, year]: [&str; 3],
) -> Result<(), Trouble> {
    let boxes = within.then(Role::Group, legend);
    for (label, words) in [("Day", day), ("Month", month), ("Year", year)] {
        type_in(browser, boxes.clone(), label, words).await?;
    }
    Ok(())
}
