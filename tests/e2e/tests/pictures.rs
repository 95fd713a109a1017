//! Pictures of a family in a real browser: the family drawn, by keys as with a pointer; and where somebody is in a change,
//! from the entry that says it to the picture that follows it.

use e2e::find::Path;
use e2e::journey::doors::time_passes;
use e2e::journey::entries::{Entry, add_an_entry, save_entry, write};
use e2e::journey::places::{self, arrive, date_in};
use e2e::{Browser, LookingRound, Looks, Role, Trouble};
use fantoccini::key::Key;
use serde_json::json;

/// The family drawn: its table first, every symbol named and reached by keys, and what the keys do is what the buttons do.
#[tokio::test]
async fn the_family_map_is_read_and_moved_by_keys_as_with_a_pointer() -> Result<(), Trouble> {
    let Some(looking) = LookingRound::begin().await? else { return Ok(()) };
    looking.go("people/map", "Family map").await?;
    let LookingRound { browser, family, server: _server, profile: _profile } = looking;
    let mut looks = Looks::new(Vec::new());
    looks.at(&browser, "S27 family map").await?;
    let symbols = "return [...document.querySelector('.app-map__drawing').querySelectorAll('[data-key]')].map((it) => it.getAttribute('aria-label'));";
    let named: Vec<Option<String>> = serde_json::from_value(browser.script(symbols, vec![]).await?)
        .map_err(|error| Trouble::Answer(error.to_string()))?;
    assert!(
        named.len() > 5 && named.iter().all(|it| it.as_ref().is_some_and(|it| it.len() > 5)),
        "{named:?}"
    );
    let at = "return document.activeElement.getAttribute('aria-label') ?? '';";
    browser.script("document.querySelector('.app-map__drawing [tabindex=\"0\"]').focus();", vec![]).await?;
    let mut met = vec![browser.script(at, vec![]).await?];
    for _ in 1..named.len() {
        browser.keys("\u{e014}").await?;
        met.push(browser.script(at, vec![]).await?);
    }
    let wanted: Vec<serde_json::Value> = named.iter().map(|it| json!(it)).collect();
    assert_eq!(met, wanted, "the arrows go from one to the next, in reading order");

    let before = drawn(&browser).await?;
    browser.chord(Key::Alt, char::from(Key::Left)).await?;
    browser.next_frames().await?;
    let by_keys = drawn(&browser).await?;
    assert_ne!(by_keys, before, "Alt and an arrow moves somebody");
    assert_eq!(browser.script(at, vec![]).await?, wanted[wanted.len() - 1], "and the focus stays with them");
    presses(&browser, "Put everybody back").await?;
    assert_eq!(drawn(&browser).await?, before);
    presses(&browser, "Move left").await?;
    assert_eq!(drawn(&browser).await?, by_keys, "the button does the same");

    browser.script("document.querySelector('.app-map__drawing [tabindex=\"0\"]').focus();", vec![]).await?;
    browser.enter().await?;
    browser
        .wait_until("somebody's own page", async || {
            let here = places::address(&browser).await?;
            Ok(here.starts_with(&format!("{family}/people/")) && !here.ends_with("/map"))
        })
        .await?;
    browser.close().await?;
    looks.outcome().map_err(Trouble::Answer)?;
    Ok(())
}

/// The picture as it is, without where the focus could go in it.
async fn drawn(browser: &Browser) -> Result<String, Trouble> {
    let body = "return document.querySelector('.app-map__drawing svg').outerHTML.replace(/ tabindex=\"-?[0-9]\"/g, '');";
    Ok(browser.script(body, vec![]).await?.as_str().unwrap_or_default().to_owned())
}

/// Presses a button that stands behind a fold.
async fn presses(browser: &Browser, button: &str) -> Result<(), Trouble> {
    let body = "[...document.querySelectorAll('main button')].find((it) => it.textContent.trim() === arguments[0]).click();";
    browser.script(body, vec![json!(button)]).await?;
    browser.next_frames().await
}

/// Somebody who has died stands in the picture as one who has, with the age they reached.
#[tokio::test]
async fn somebody_who_has_died_is_drawn_so() -> Result<(), Trouble> {
    let Some(looking) = LookingRound::begin().await? else { return Ok(()) };
    let browser = &looking.browser;
    let mut looks = Looks::new(Vec::new());
    looking.go("people", "People").await?;
    browser.follow_link("Jory Mallowmere").await?;
    arrive(browser, "Jory Mallowmere").await?;
    let unfold = "[...document.querySelectorAll('summary')].find((it) => it.textContent.includes('Change these details')).click();";
    browser.script(unfold, vec![]).await?;
    date_in(browser, Path::new(), "Date of birth", ["", "", "1988"]).await?;
    browser.tick("They have died").await?;
    date_in(browser, Path::new(), "Date of death", ["", "", "1987"]).await?;
    browser.press_button("Save details").await?;
    browser.wait_for_words("Date of death must be on or after the date of birth").await?;
    looks.at(browser, "S7 somebody who has died").await?;
    let box_of_year =
        browser.find(&Path::new().then(Role::Group, "Date of death").then(Role::Field, "Year")).await?;
    box_of_year.clear().await?;
    box_of_year.send_keys("2020").await?;
    time_passes(browser).await?;
    browser.press_button("Save details").await?;
    browser.wait_for_words("Details saved").await?;
    browser.wait_for_words("Died 2020").await?;
    looking.go("people/map", "Family map").await?;
    let told = "return document.querySelector('.app-map__drawing svg desc').textContent;";
    let told = browser.script(told, vec![]).await?;
    assert!(
        told.as_str().is_some_and(|told| told.contains("Jory Mallowmere, man, about 32, died")),
        "{told}"
    );
    looking.browser.close().await?;
    looks.outcome().map_err(Trouble::Answer)?;
    Ok(())
}

/// A stage of change is written where the work is told that shows it, and is in the picture and its table at once.
#[tokio::test]
async fn a_stage_of_change_is_written_in_an_entry_and_followed_in_a_picture() -> Result<(), Trouble> {
    let Some(looking) = LookingRound::begin().await? else { return Ok(()) };
    let browser = &looking.browser;
    let mut looks = Looks::new(Vec::new());
    add_an_entry(browser, 3, "Corin").await?;
    write(browser, &Entry { going_well: "He rang before he was asked.".to_owned(), ..Entry::default() })
        .await?;
    assert!(!stages_in_sight(browser).await?, "it is folded away, for those who want it");
    open_the_stages(browser).await?;
    looks.at(browser, "S9 entry with a stage of change").await?;

    // Half of it is not recorded, and the fold opens where something is wrong.
    browser.type_into("What is changing", "drinking").await?;
    open_the_stages(browser).await?;
    browser.press_button("Save entry").await?;
    browser.wait_for_words("Choose the stage of the change").await?;
    browser.wait_until("the fold to open again", async || stages_in_sight(browser).await).await?;
    time_passes(browser).await?;
    browser.choose("Maintenance").await?;
    save_entry(browser, 3, "Corin").await?;
    browser
        .wait_for_words("drinking: maintenance. The change is part of their life, and is steadier.")
        .await?;

    looking.go("pictures", "How things have changed").await?;
    let table = "return [...document.querySelectorAll('main table')]
        .find((it) => it.caption?.textContent.trim() === 'Stages of change')?.textContent ?? '';";
    let table = browser.script(table, vec![]).await?;
    let rows = table.as_str().unwrap_or_default();
    assert!(rows.contains("Drinking") && rows.contains("maintenance"), "{rows}");
    let told =
        "return [...document.querySelectorAll('main svg desc')].map((it) => it.textContent).join(' ');";
    let told = browser.script(told, vec![]).await?;
    let told = told.as_str().unwrap_or_default();
    assert!(told.contains("Corin: Drinking.") && told.contains(": maintenance."), "{told}");
    looking.browser.close().await?;
    looks.outcome().map_err(Trouble::Answer)?;
    Ok(())
}

/// Opens or closes the fold.
async fn open_the_stages(browser: &Browser) -> Result<(), Trouble> {
    let body = "[...document.querySelectorAll('summary')].find((it) => it.textContent.includes('Stage of change')).click();";
    browser.script(body, vec![]).await?;
    browser.next_frames().await
}

async fn stages_in_sight(browser: &Browser) -> Result<bool, Trouble> {
    let seen = "return document.getElementById('what-changes')?.checkVisibility() === true;";
    Ok(browser.script(seen, vec![]).await? == true)
}
