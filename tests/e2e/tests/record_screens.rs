//! Every page and form of a family's records, as each of three roles finds them in the example family: axe finds
//! nothing, Tab reaches everything in its turn, each fits its width, and a form that is sent with nothing filled in says
//! what is missing. What nothing in the example family leads to is found in a family to which rarer things happened.

use e2e::journey::{doors, places, story};
use e2e::round::{Round, arrives};
use e2e::{Browser, Engine, Looks, Profile, Trouble, chosen, site};
use hearth::navigation::Sheet;

#[path = "rare_family/mod.rs"]
mod rare_family;

use rare_family::{RARE, RARE_IN_WARWICKSHIRE, RARE_WHEN_CLOSED};

#[tokio::test]
async fn every_page_and_form_of_the_records_can_be_used_by_everybody() -> Result<(), Trouble> {
    if !chosen().contains(&Engine::Chromium) {
        return Ok(());
    }
    let server = site::serve()?;
    let profile = Profile::new()?;
    let browser = Browser::open(Engine::Chromium, &profile).await?;
    browser.goto(&server.url()).await?;
    doors::first_run_under(&browser, &story::practitioner(), doors::LOOK_ROUND, Some("West Sussex")).await?;
    places::arrive(&browser, "Overview").await?;
    let mut round = Round::of(places::address(&browser).await?);
    let mut looks = Looks::new(Vec::new());
    for role in ["Social worker", "Team manager", "Administrator"] {
        round.works_as(&browser, &mut looks, role).await?;
    }
    for (address, name) in ACROSS {
        assert!(arrives(&browser, address).await?, "{address}");
        round.by_keys(&browser, name).await?;
    }
    looks.at(&browser, "Supervision of all families").await?;
    browser.close().await?;
    let elsewhere = [RARE, RARE_WHEN_CLOSED, RARE_IN_WARWICKSHIRE].concat();
    let expected = Sheet::ALL.iter().map(|sheet| sheet.token()).filter(|form| !elsewhere.contains(form));
    match looks.outcome() {
        Ok(looked) => assert!(looked > 60, "only {looked} screens were looked at"),
        Err(wrong) => panic!("{wrong}"),
    }
    assert_eq!(round.not_by_keys(), Vec::<String>::new());
    assert_eq!(round.never_seen(expected), Vec::<&str>::new(), "no way led to these forms");
    Ok(())
}

/// Pages across families, and the settings of the rules: looked at with the other screens, gone through here.
const ACROSS: [(&str, &str); 5] = [
    ("#/manager", "the manager’s page"),
    ("#/settings/profile", "the rules"),
    ("#/families", "my families"),
    ("#/due", "what is due"),
    ("#/supervision", "supervision of all families"),
];

#[tokio::test]
async fn the_forms_of_rarer_things_can_be_used_by_everybody() -> Result<(), Trouble> {
    if !chosen().contains(&Engine::Chromium) {
        return Ok(());
    }
    let server = site::serve()?;
    let everybody = ["Social worker", "Team manager", "Administrator"].as_slice();
    let manager = ["Team manager"].as_slice();
    let rounds = [
        ("West Sussex", rare_family::open(), everybody, RARE),
        ("West Sussex", rare_family::closed(), manager, RARE_WHEN_CLOSED),
        ("Warwickshire (Strengthening Families)", rare_family::open(), manager, RARE_IN_WARWICKSHIRE),
    ];
    for (authority, family, roles, forms) in rounds {
        let profile = Profile::new()?;
        let browser = Browser::open(Engine::Chromium, &profile).await?;
        browser.set_clock(rare_family::NOW).await?;
        browser.goto(&server.url()).await?;
        doors::first_run_under(&browser, &story::colleague(), doors::OPEN_A_BUNDLE, Some(authority)).await?;
        rare_family::arrives(&browser, &profile, &family).await?;
        let mut round = Round::for_forms(rare_family::address(), forms);
        let mut looks = Looks::new(Vec::new());
        for role in roles {
            round.works_as(&browser, &mut looks, role).await?;
        }
        if forms == RARE_WHEN_CLOSED {
            nothing_can_be_written(&browser).await?;
        }
        browser.close().await?;
        assert_eq!(looks.outcome().err(), None, "{authority}");
        assert_eq!(round.not_by_keys(), Vec::<String>::new(), "{authority}");
        let missing = round.never_seen(forms.iter().copied());
        assert_eq!(missing, Vec::<&str>::new(), "no way led to these forms in {authority}");
    }
    Ok(())
}

/// No page of a closed workbook has a form or leads to one, however one comes there.
async fn nothing_can_be_written(browser: &Browser) -> Result<(), Trouble> {
    for page in rare_family::PAGES_TO_READ {
        assert!(arrives(browser, &format!("{}{page}", rare_family::address())).await?, "{page}");
        browser.wait_for_words("Closed on 21 November 2026. It can only be read.").await?;
        let writes = "const ways = ['/entry/new', '/error', '/people/new', '/people/relationships', '/record/']
            .map((way) => `a[href*='${way}']`);
            return [...document.querySelectorAll(`main :is(form, textarea, ${ways})`)].map((it) => it.outerHTML.slice(0, 100));";
        assert_eq!(browser.script(writes, vec![]).await?, serde_json::json!([]), "{page}");
    }
    Ok(())
}
