//! Every page and form of a family's records, as each of three roles finds them in the example family: axe finds
//! nothing, Tab reaches everything in its turn, each fits its width, and a form that is sent with nothing filled in says what is missing.

use std::collections::BTreeSet;

use e2e::journey::{doors, places, story};
use e2e::{Browser, Engine, Looks, Profile, Trouble, chosen, site};
use hearth::navigation::{Leaf, Sheet};

/// A phone: where there is least room.
const PHONE: [(u32, u32); 1] = [(360, 740)];
/// A laptop at 200 %.
const ZOOMED: [(u32, u32); 1] = [(640, 400)];

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
    let family = places::address(&browser).await?;
    let mut found = Found {
        family,
        looked: BTreeSet::new(),
        ways: Vec::new(),
        gone: BTreeSet::new(),
        not_by_keys: Vec::new(),
    };
    let mut looks = Looks::new(Vec::new());
    for role in ["Social worker", "Team manager", "Administrator"] {
        works_as(&browser, role).await?;
        found.gone.clear();
        for leaf in Leaf::ALL {
            found.page(&browser, &mut looks, leaf.token()).await?;
        }
        for sheet in Sheet::ALL {
            found.ways.push(format!("{}/record/{}", found.family, sheet.token()));
        }
        while let Some(way) = found.ways.pop() {
            found.way(&browser, &mut looks, &way).await?;
        }
    }
    for (address, name) in ACROSS {
        assert!(arrives(&browser, address).await?, "{address}");
        found.by_keys(&browser, name).await?;
    }
    looks.at(&browser, "Supervision of all families").await?;
    browser.close().await?;
    let missing: Vec<&str> = Sheet::ALL
        .iter()
        .map(|sheet| sheet.token())
        .filter(|token| !found.looked.contains(&format!("record/{token}")) && !RARE.contains(token))
        .collect();
    match looks.outcome() {
        Ok(looked) => assert!(looked > 60, "only {looked} screens were looked at"),
        Err(wrong) => panic!("{wrong}"),
    }
    assert_eq!(found.not_by_keys, Vec::<String>::new());
    assert_eq!(missing, Vec::<&str>::new(), "no way led to these forms");
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

/// Forms that nothing in the example family leads to: they are for what has not happened there, or is not done under
/// this authority. The forms of a meeting that is held are filled in by the month of supervision.
const RARE: [&str; 13] = [
    "action",
    "attendance",
    "authorise",
    "decide",
    "discussion",
    "reopen",
    "settlement",
    "specialist-decision",
    "step-down",
    "submit",
    "transfer",
    "transfer-pack",
    "agreed-rating",
];

/// Changes what the person who looks is.
async fn works_as(browser: &Browser, role: &str) -> Result<(), Trouble> {
    places::go_to_address(browser, "#/settings/you").await?;
    browser.wait_for_words("Your role").await?;
    places::select(browser, "Your role", role).await?;
    browser.press_button("Save changes").await?;
    browser.wait_for_words("Success").await
}

struct Found {
    family: String,
    /// What was looked at: "visits", "record/visit", "live".
    looked: BTreeSet<String>,
    /// What is still to be gone to.
    ways: Vec<String>,
    /// Where somebody in this role has been.
    gone: BTreeSet<String>,
    /// What cannot be done with keys alone.
    not_by_keys: Vec<String>,
}

impl Found {
    /// A page, and every way from it that was not gone yet.
    async fn page(&mut self, browser: &Browser, looks: &mut Looks, token: &str) -> Result<(), Trouble> {
        let address = format!("{}/{token}", self.family);
        if !arrives(browser, &address).await? {
            return Ok(());
        }
        if self.looked.insert(token.to_owned()) {
            self.by_keys(browser, token).await?;
            looks.at(browser, &format!("Page {token}")).await?;
        }
        self.collect(browser).await
    }

    async fn collect(&mut self, browser: &Browser) -> Result<(), Trouble> {
        let body = "return [...document.querySelectorAll('main a[href^=\"#/f/\"]')].map((it) => it.getAttribute('href'));";
        let ways: Vec<String> = serde_json::from_value(browser.script(body, vec![]).await?).unwrap();
        let fresh: Vec<String> = ways
            .into_iter()
            .filter(|way| self.kind(way).is_some_and(|it| !self.looked.contains(&it)))
            .collect();
        self.ways.extend(fresh);
        Ok(())
    }

    /// What kind of place an address leads to; none outside of the records.
    fn kind(&self, way: &str) -> Option<String> {
        let rest = way.strip_prefix(&self.family)?.strip_prefix('/')?;
        let mut parts = rest.split('/');
        match parts.next()? {
            "record" => Some(format!("record/{}", parts.next()?)),
            place @ ("live" | "move" | "meeting" | "plan" | "summary") => Some(place.to_owned()),
            _ => None,
        }
    }

    /// Through the page with the Tab key.
    async fn by_keys(&mut self, browser: &Browser, place: &str) -> Result<(), Trouble> {
        let wrong = browser.through_by_tab().await?;
        self.not_by_keys.extend(wrong.into_iter().map(|it| format!("{place}: {it}")));
        Ok(())
    }

    /// Whether to go there: to each form once, to each page once in every role, for what it offers.
    fn is_new(&self, way: &str) -> bool {
        self.kind(way).is_some_and(|kind| match kind.starts_with("record/") {
            true => !self.looked.contains(&kind),
            false => !self.gone.contains(way),
        })
    }

    async fn way(&mut self, browser: &Browser, looks: &mut Looks, way: &str) -> Result<(), Trouble> {
        let Some(kind) = self.kind(way).filter(|_| self.is_new(way)) else { return Ok(()) };
        if !arrives(browser, way).await? {
            return Ok(());
        }
        self.gone.insert(way.to_owned());
        let new = self.looked.insert(kind.clone());
        match kind.strip_prefix("record/") {
            Some(form) => {
                self.by_keys(browser, &kind).await?;
                looks.at(browser, &format!("Form {form}")).await?;
                nothing_filled_in(browser, looks, form).await
            }
            None => {
                if new {
                    self.by_keys(browser, &kind).await?;
                    looks.at(browser, &format!("Page {kind}")).await?;
                    looks.at_sizes(browser, &format!("Page {kind}, at 200 %"), &ZOOMED).await?;
                }
                self.collect(browser).await
            }
        }
    }
}

/// Goes there; whether there is such a page.
async fn arrives(browser: &Browser, address: &str) -> Result<bool, Trouble> {
    let mark = "const h1 = document.querySelector('main h1'); if (h1) h1.dataset.before = 'yes';";
    browser.script(mark, vec![]).await?;
    places::go_to_address(browser, address).await?;
    let new = "const h1 = document.querySelector('main h1'); return !!h1 && !h1.dataset.before;";
    browser
        .wait_until(
            &format!("the page at {address}"),
            async || Ok(browser.script(new, vec![]).await? == true),
        )
        .await?;
    browser.next_frames().await?;
    Ok(!places::here(browser).await?.ends_with("Page not found"))
}

/// Sends the form as it stands. What already says enough is recorded; everything else says what is missing.
async fn nothing_filled_in(browser: &Browser, looks: &mut Looks, form: &str) -> Result<(), Trouble> {
    let send = "const send = document.querySelector('main form button[type=submit]');
        document.querySelector('main h1').dataset.sent = 'yes';
        send.click();";
    browser.script(send, vec![]).await?;
    let answered = "return document.querySelector('main .govuk-error-summary') ? 'wrong'
        : document.querySelector('main h1')?.dataset.sent ? '' : 'recorded';";
    let mut answer = String::new();
    browser
        .wait_until(&format!("an answer to the form {form}"), async || {
            answer = browser.script(answered, vec![]).await?.as_str().unwrap_or_default().to_owned();
            Ok(!answer.is_empty())
        })
        .await?;
    browser.next_frames().await?;
    if answer == "wrong" {
        looks.at_sizes(browser, &format!("Form {form}, errors"), &PHONE).await?;
    }
    Ok(())
}
