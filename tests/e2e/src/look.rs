//! Looking at a screen as it stands, at every width: what axe finds, how it is built, whether it fits, and a
//! picture of it for people to look at.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::Value;

use crate::{Browser, Trouble};

/// A laptop, a tablet held upright, a phone, and a laptop at 400%.
pub const SIZES: [(u32, u32); 4] = [(1280, 800), (810, 1080), (360, 740), (320, 256)];

/// What every screen has to be. Gives what is wrong, in words.
const BUILT: &str = "
const wrong = [];
const shown = (selector) => [...document.querySelectorAll(selector)].filter((it) => it.checkVisibility());
// A screen that a team shares has nothing round it that leads away.
const landmarks = document.querySelector('.app-live') ? ['main', 'h1'] : ['main', 'header', 'footer', 'h1'];
for (const landmark of landmarks) {
  // A header or footer inside an article is not the page's.
  const found = shown(landmark).filter((it) => !it.parentElement.closest('article, section, aside, main') || /^(main|h1)$/.test(landmark));
  if (found.length !== 1) wrong.push(`${found.length} of ${landmark}`);
}
let before = 0;
for (const heading of shown('h1, h2, h3, h4, h5, h6')) {
  const level = Number(heading.tagName[1]);
  if (before && level > before + 1) wrong.push(`a heading skips from ${before} to ${level}: ${heading.textContent.trim()}`);
  before = level;
}
if (document.documentElement.lang !== 'en-GB' && document.documentElement.lang !== 'en') wrong.push('no language');
if (document.querySelector('[placeholder], [accesskey], [autofocus]')) wrong.push('a placeholder, access key or autofocus');
if ([...document.querySelectorAll('[tabindex]')].some((it) => it.tabIndex > 0)) wrong.push('a positive tabindex');
const root = document.documentElement;
if (root.scrollWidth > root.clientWidth) {
  const wide = shown('body *').filter((it) => it.getBoundingClientRect().right > root.clientWidth + 1 && !it.closest('[role=region][tabindex=\"0\"]'));
  wrong.push(`scrolls sideways: ${wide.slice(0, 3).map((it) => it.outerHTML.slice(0, 100)).join(' , ')}`);
}
for (const pane of shown('[role=region][tabindex=\"0\"]')) {
  if (!pane.getAttribute('aria-label') && !pane.getAttribute('aria-labelledby')) wrong.push('a scroll pane without a name');
}
const names = new Map();
for (const link of shown('main a[href], main button')) {
  const name = (link.getAttribute('aria-label') ?? link.textContent).replace(/\\s+/g, ' ').trim();
  const place = link.getAttribute('href') ?? '';
  if (link.tagName === 'A' && names.has(name) && names.get(name) !== place) wrong.push(`two links “${name}” lead to different places`);
  if (link.tagName === 'A') names.set(name, place);
  if (!name) wrong.push(`without a name: ${link.outerHTML.slice(0, 100)}`);
}
for (const control of shown('button, input, select, textarea, summary')) {
  // A radio or a tick is as large as its label makes it, and has a target of its own around it.
  const box = control.getBoundingClientRect();
  if (Math.round(box.width) < 24 || Math.round(box.height) < 24) wrong.push(`a target of ${box.width} by ${box.height}: ${control.outerHTML.slice(0, 100)}`);
}
return wrong;";

/// Every screen that was looked at, and all that is wrong with any of them.
#[derive(Debug, Default)]
pub struct Looks {
    /// Names that no title or address may hold.
    names: Vec<String>,
    titles: BTreeMap<String, String>,
    wrong: Vec<String>,
    looked: usize,
}

impl Looks {
    pub fn new(names: Vec<String>) -> Self {
        Self { names, ..Self::default() }
    }

    /// Looks at the screen that is there now. `screen` is its place in the map of screens and its state, such as
    /// "S13 add an entry, errors".
    pub async fn at(&mut self, browser: &Browser, screen: &str) -> Result<(), Trouble> {
        self.at_sizes(browser, screen, &SIZES).await
    }

    /// The same, at some sizes only: for another state of a screen that was looked at in all of them.
    pub async fn at_sizes(
        &mut self,
        browser: &Browser,
        screen: &str,
        sizes: &[(u32, u32)],
    ) -> Result<(), Trouble> {
        for (width, height) in sizes.iter().copied() {
            browser.viewport(width, height).await?;
            let place = format!("{screen}, {width}×{height}");
            let built = browser.script(BUILT, vec![]).await?;
            let built: Vec<String> =
                serde_json::from_value(built.clone()).map_err(|_| Trouble::Answer(built.to_string()))?;
            self.wrong.extend(built.into_iter().map(|it| format!("{place}: {it}")));
            let found = browser.axe().await?;
            self.wrong.extend(found.into_iter().map(|it| format!("{place}: {it}")));
            Self::picture(browser, &format!("{screen} {width}")).await?;
        }
        let [(width, height), ..] = SIZES;
        browser.viewport(width, height).await?;
        self.title(browser, screen).await?;
        self.looked += 1;
        Ok(())
    }

    /// Leaves a picture of the screen as it is.
    pub async fn picture(browser: &Browser, name: &str) -> Result<(), Trouble> {
        browser.picture(&pictures()?.join(format!("{}.png", file_name(name)))).await
    }

    async fn title(&mut self, browser: &Browser, screen: &str) -> Result<(), Trouble> {
        let title = browser.title().await?;
        let seen = browser.script("return [location.href, JSON.stringify(history.state)];", vec![]).await?;
        let open = format!("{title} {seen}");
        let named = self.names.iter().find(|name| open.contains(name.as_str()));
        if let Some(name) = named {
            self.wrong.push(format!("{screen}: “{name}” stands in the title or the address: {open}"));
        }
        let error =
            browser.script("return !!document.querySelector('.govuk-error-summary');", vec![]).await?;
        if error == Value::Bool(true) && !title.starts_with("Error: ") {
            self.wrong.push(format!("{screen}: the title does not say that there is an error: {title}"));
        }
        // States of one screen share a title, and a screen is what stands before the comma.
        let which = screen.split(',').next().unwrap_or(screen).to_owned();
        let plain = title.trim_start_matches("Error: ").to_owned();
        match self.titles.get(&plain) {
            Some(other) if *other != which => {
                self.wrong.push(format!("{which} and {other} have one title: {plain}"));
            }
            _ => {
                self.titles.insert(plain, which);
            }
        }
        Ok(())
    }

    /// All that is wrong, or how many screens are right.
    pub fn outcome(self) -> Result<usize, String> {
        if self.wrong.is_empty() { Ok(self.looked) } else { Err(self.wrong.join("\n")) }
    }
}

fn pictures() -> Result<PathBuf, Trouble> {
    let folder = xtask::root().join("target/e2e/screens");
    std::fs::create_dir_all(&folder).map_err(Trouble::files("the folder for pictures could not be made"))?;
    Ok(folder)
}

fn file_name(screen: &str) -> String {
    let plain: String = screen.chars().map(|it| if it.is_ascii_alphanumeric() { it } else { '-' }).collect();
    plain.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-").to_lowercase()
}
