//! Using the page with nothing but keys, as somebody does who cannot use a mouse or cannot see one's pointer.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::find::FINDER;
use crate::{Browser, Role, Trouble};

/// More stops than any page has between two things.
const MOST_STOPS: usize = 250;

/// Everything after the heading that Tab has to stop at, in order; of radios, the one that is chosen or the first.
const TO_REACH: &str = "
const h1 = document.querySelector('main h1');
const follows = (it) => h1.compareDocumentPosition(it) & Node.DOCUMENT_POSITION_FOLLOWING;
const chosen = (it) => {
  if (it.type !== 'radio') return true;
  const group = [...document.querySelectorAll('main input[type=radio]')].filter((other) => other.name === it.name);
  return it === (group.find((other) => other.checked) ?? group[0]);
};
const stops = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex=\"0\"]';
window.toReach = [...document.querySelectorAll(`main :is(${stops})`)]
  .filter((it) => follows(it) && !it.disabled && it.checkVisibility({ visibilityProperty: true }) && chosen(it));
window.reached = [];
if (!window.watchesFocus) {
  window.watchesFocus = true;
  addEventListener('focusin', (event) => window.reached.push(event.target));
}
return [document.activeElement === h1, window.toReach.length];";

/// What was not reached in its turn.
const NOT_REACHED: &str = "
return window.toReach
  .filter((it, place) => window.reached[place] !== it)
  .map((it) => it.outerHTML.slice(0, 100));";

/// Where the focus is: what it is and what it is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    pub role: String,
    pub name: String,
    /// The names of the groups it is in, the innermost first.
    pub groups: Vec<String>,
}

impl Browser {
    /// Presses keys one after the other, each of them down and up again.
    pub async fn keys(&self, keys: &str) -> Result<(), Trouble> {
        let typed = keys.chars().fold(KeyActions::new("keys".to_owned()), |actions, key| {
            actions.then(KeyAction::Down { value: key }).then(KeyAction::Up { value: key })
        });
        Ok(self.client().perform_actions(typed).await?)
    }

    /// Presses a key while another is held, such as Ctrl and s.
    pub async fn chord(&self, held: Key, key: char) -> Result<(), Trouble> {
        let held = char::from(held);
        let typed = KeyActions::new("keys".to_owned())
            .then(KeyAction::Down { value: held })
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key })
            .then(KeyAction::Up { value: held });
        Ok(self.client().perform_actions(typed).await?)
    }

    pub async fn tab(&self) -> Result<(), Trouble> {
        self.keys(&char::from(Key::Tab).to_string()).await
    }

    pub async fn enter(&self) -> Result<(), Trouble> {
        self.keys(&char::from(Key::Enter).to_string()).await
    }

    /// Goes through the page that was just arrived at by Tab alone: the focus is on its heading, and then on every
    /// link, button and box in the order in which they stand. Gives what is wrong.
    pub async fn through_by_tab(&self) -> Result<Vec<String>, Trouble> {
        let began = self.script(TO_REACH, vec![]).await?;
        let (on_heading, count) = serde_json::from_value::<(bool, usize)>(began.clone())
            .map_err(|_| Trouble::Answer(began.to_string()))?;
        let tab = char::from(Key::Tab).to_string();
        self.keys(&tab.repeat(count)).await?;
        let missed = self.script(NOT_REACHED, vec![]).await?;
        let missed: Vec<String> =
            serde_json::from_value(missed.clone()).map_err(|_| Trouble::Answer(missed.to_string()))?;
        let heading = (!on_heading).then(|| "the focus is not on the heading".to_owned());
        let missed = missed.into_iter().take(3).map(|it| format!("Tab does not reach in its turn {it}"));
        Ok(heading.into_iter().chain(missed).collect())
    }

    /// What has the focus.
    pub async fn stop(&self) -> Result<Stop, Trouble> {
        let body = format!(
            "{FINDER}
            const active = document.activeElement;
            const role = Object.keys(ROLES).find((it) => active.matches(ROLES[it])) ?? active.tagName.toLowerCase();
            const groups = [];
            for (let group = active.closest(ROLES.group); group; group = group.parentElement?.closest(ROLES.group)) {{
                groups.push(nameOf(group, 'group'));
            }}
            return [role, nameOf(active, role), groups];"
        );
        let found = self.script(&body, vec![]).await?;
        let (role, name, groups) = serde_json::from_value::<(String, String, Vec<String>)>(found.clone())
            .map_err(|_| Trouble::Answer(found.to_string()))?;
        Ok(Stop { role, name, groups })
    }

    /// Tabs on until the focus is on this, and says through how many stops.
    pub async fn tab_to(&self, role: Role, name: &str) -> Result<usize, Trouble> {
        self.tab_until(&format!("the {} “{name}”", role.word()), |stop| {
            stop.role == role.word() && stop.name == name
        })
        .await
    }

    /// The same, for something whose name has these words in it.
    pub async fn tab_to_containing(&self, role: Role, words: &str) -> Result<usize, Trouble> {
        self.tab_until(&format!("a {} with “{words}”", role.word()), |stop| {
            stop.role == role.word() && stop.name.contains(words)
        })
        .await
    }

    /// The same, for something in a group.
    pub async fn tab_to_in(&self, group: &str, role: Role, name: &str) -> Result<usize, Trouble> {
        self.tab_until(&format!("the {} “{name}” in “{group}”", role.word()), |stop| {
            stop.role == role.word() && stop.name == name && stop.groups.iter().any(|it| it == group)
        })
        .await
    }

    /// Tabs into a group of radios and moves to the one with this name by the arrow keys. The first stop of a
    /// group in which nothing is chosen is its first radio, which Space chooses.
    pub async fn choose_by_keys(&self, group: &str, radio: &str) -> Result<(), Trouble> {
        self.tab_until(&format!("the radios “{group}”"), |stop| {
            stop.role == "radio" && stop.groups.iter().any(|it| it == group)
        })
        .await?;
        self.keys(" ").await?;
        let mut seen = Vec::new();
        loop {
            let stop = self.stop().await?;
            if stop.name == radio {
                return Ok(());
            }
            if seen.contains(&stop) {
                let what = format!("the radio “{radio}” in “{group}”, by arrow keys");
                return Err(Trouble::Answer(format!("{what}: not among {seen:?}")));
            }
            seen.push(stop);
            self.keys(&char::from(Key::Down).to_string()).await?;
        }
    }

    async fn tab_until(&self, what: &str, is_it: impl Fn(&Stop) -> bool) -> Result<usize, Trouble> {
        let mut stops = Vec::new();
        for count in 1..=MOST_STOPS {
            self.tab().await?;
            let stop = self.stop().await?;
            if is_it(&stop) {
                return Ok(count);
            }
            stops.push(stop.name);
        }
        Err(Trouble::Answer(format!("{what} was not reached by Tab, only {stops:?}")))
    }

    /// Whether the focus is on the page's main heading.
    pub async fn focus_is_on_heading(&self, heading: &str) -> Result<bool, Trouble> {
        let stop = self.stop().await?;
        let focused = self.script("return document.activeElement.tagName;", vec![]).await?;
        Ok(focused == json!("H1") && stop.name.ends_with(heading))
    }

    /// How far the page is scrolled.
    pub async fn scrolled(&self) -> Result<f64, Trouble> {
        Ok(self.script("return scrollY;", vec![]).await?.as_f64().unwrap_or_default())
    }

    /// Remembers from now on whether the page kept certain keys from the browser; `true` when it did so for
    /// the last of them.
    pub async fn watch_keys(&self) -> Result<(), Trouble> {
        let body = "window.keptFromBrowser = null;
            addEventListener('keydown', (event) => setTimeout(() => { window.keptFromBrowser = event.defaultPrevented; }));";
        self.script(body, vec![]).await.map(|_| ())
    }

    pub async fn last_key_was_kept_from_browser(&self) -> Result<bool, Trouble> {
        Ok(self.script("return window.keptFromBrowser;", vec![]).await? == Value::Bool(true))
    }
}
