//! Going round the records of a family as somebody in some role: every page, and every form that a page leads to.
//! Each is gone through with Tab and looked at; a form that is sent as it stands says what is missing.

use std::collections::BTreeSet;

use hearth::navigation::{Leaf, Sheet};

use crate::journey::places;
use crate::{Browser, Looks, Trouble};

/// A phone: where there is least room.
const PHONE: [(u32, u32); 1] = [(360, 740)];
/// A laptop at 200 %.
const ZOOMED: [(u32, u32); 1] = [(640, 400)];

/// What was found so far.
#[derive(Debug, Default)]
pub struct Round {
    /// The address of the family.
    family: String,
    /// What is to be looked at: these places only; none: everything.
    only: Option<BTreeSet<String>>,
    /// What was looked at: "visits", "record/visit", "live".
    looked: BTreeSet<String>,
    /// What is still to be gone to.
    ways: Vec<String>,
    /// Where somebody in this role has been.
    gone: BTreeSet<String>,
    /// What cannot be done with keys alone.
    not_by_keys: Vec<String>,
}

impl Round {
    /// Round the family at this address, looking at everything.
    pub fn of(family: String) -> Self {
        Self { family, ..Self::default() }
    }

    /// Round the family at this address, looking at these forms only.
    pub fn for_forms(family: String, forms: &[&str]) -> Self {
        let only = forms.iter().map(|form| format!("record/{form}")).collect();
        Self { family, only: Some(only), ..Self::default() }
    }

    /// Everything that somebody in this role is led to.
    pub async fn works_as(
        &mut self,
        browser: &Browser,
        looks: &mut Looks,
        role: &str,
    ) -> Result<(), Trouble> {
        works_as(browser, role).await?;
        self.gone.clear();
        if arrives(browser, &self.family).await? {
            self.collect(browser).await?;
        }
        for leaf in Leaf::ALL {
            self.page(browser, looks, leaf.token()).await?;
        }
        if self.only.is_none() {
            let bare = Sheet::ALL.iter().map(|sheet| format!("{}/record/{}", self.family, sheet.token()));
            self.ways.extend(bare);
        }
        while let Some(way) = self.ways.pop() {
            self.way(browser, looks, &way).await?;
        }
        Ok(())
    }

    /// The forms that were not come to, of these.
    pub fn never_seen<'a>(&self, forms: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
        forms.into_iter().filter(|form| !self.looked.contains(&format!("record/{form}"))).collect()
    }

    /// What cannot be done with keys alone.
    pub fn not_by_keys(&self) -> &[String] {
        &self.not_by_keys
    }

    /// Through the page that was just arrived at with the Tab key.
    pub async fn by_keys(&mut self, browser: &Browser, place: &str) -> Result<(), Trouble> {
        let wrong = browser.through_by_tab().await?;
        self.not_by_keys.extend(wrong.into_iter().map(|it| format!("{place}: {it}")));
        Ok(())
    }

    /// Whether this place is one of those that are looked at.
    fn wants(&self, place: &str) -> bool {
        self.only.as_ref().is_none_or(|only| only.contains(place))
    }

    /// A page, and every way from it that was not gone yet.
    async fn page(&mut self, browser: &Browser, looks: &mut Looks, token: &str) -> Result<(), Trouble> {
        let address = format!("{}/{token}", self.family);
        if !arrives(browser, &address).await? {
            return Ok(());
        }
        if self.wants(token) && self.looked.insert(token.to_owned()) {
            self.by_keys(browser, token).await?;
            looks.at(browser, &format!("Page {token}")).await?;
        }
        self.collect(browser).await
    }

    async fn collect(&mut self, browser: &Browser) -> Result<(), Trouble> {
        let body = "return [...document.querySelectorAll('main a[href^=\"#/f/\"]')].map((it) => it.getAttribute('href'));";
        let ways = browser.script(body, vec![]).await?;
        let ways: Vec<String> =
            serde_json::from_value(ways.clone()).map_err(|_| Trouble::Answer(ways.to_string()))?;
        let fresh: Vec<String> = ways.into_iter().filter(|way| self.is_new(way)).collect();
        self.ways.extend(fresh);
        Ok(())
    }

    /// What kind of place an address leads to; none outside of the records.
    fn kind(&self, way: &str) -> Option<String> {
        let rest = way.strip_prefix(&self.family)?.strip_prefix('/')?;
        let mut parts = rest.split('/');
        match parts.next()? {
            "record" => Some(format!("record/{}", parts.next()?)).filter(|form| self.wants(form)),
            place @ ("live" | "move" | "meeting" | "plan" | "summary") => Some(place.to_owned()),
            _ => None,
        }
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
        let new = self.wants(&kind) && self.looked.insert(kind.clone());
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

/// Changes what the person who looks is.
async fn works_as(browser: &Browser, role: &str) -> Result<(), Trouble> {
    places::go_to_address(browser, "#/settings/you").await?;
    browser.wait_for_words("Your role").await?;
    places::select(browser, "Your role", role).await?;
    browser.press_button("Save changes").await?;
    browser.wait_for_words("Success").await
}

/// Goes there; whether there is such a page.
///
/// # Errors
/// When no page is drawn.
pub async fn arrives(browser: &Browser, address: &str) -> Result<bool, Trouble> {
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
