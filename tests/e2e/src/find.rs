//! Finding things as a person does: by what they are and what they are called.

use fantoccini::elements::Element;
use serde_json::{Value, json};

use crate::{Browser, Trouble};

/// What the WebDriver standard calls an element in JSON.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";
pub(crate) const FINDER: &str = include_str!("find.js");

/// What a thing on the page is to a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Button,
    Link,
    /// Anything that takes words: a line, a box, a passphrase, a file, a choice from a list.
    Field,
    Radio,
    Checkbox,
    Heading,
    Group,
    Region,
    Dialog,
    Table,
    Row,
    Cell,
    ListItem,
    Alert,
    Status,
    Image,
}

impl Role {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Button => "button",
            Self::Link => "link",
            Self::Field => "field",
            Self::Radio => "radio",
            Self::Checkbox => "checkbox",
            Self::Heading => "heading",
            Self::Group => "group",
            Self::Region => "region",
            Self::Dialog => "dialog",
            Self::Table => "table",
            Self::Row => "row",
            Self::Cell => "cell",
            Self::ListItem => "listitem",
            Self::Alert => "alert",
            Self::Status => "status",
            Self::Image => "image",
        }
    }
}

/// One way to a thing, perhaps through what holds it: `within(Group, "Date of the work").field("Day")`.
#[derive(Debug, Clone, Default)]
pub struct Path(Vec<(Role, Match)>);

#[derive(Debug, Clone)]
enum Match {
    Is(String),
    Contains(String),
}

impl Path {
    pub fn new() -> Self {
        Self::default()
    }

    /// Inside a thing of this role whose name is exactly this.
    #[must_use]
    pub fn then(mut self, role: Role, name: &str) -> Self {
        self.0.push((role, Match::Is(name.to_owned())));
        self
    }

    /// Inside a thing of this role whose name has these words in it.
    #[must_use]
    pub fn then_containing(mut self, role: Role, words: &str) -> Self {
        self.0.push((role, Match::Contains(words.to_owned())));
        self
    }

    fn json(&self) -> Value {
        let step = |(role, name): &(Role, Match)| match name {
            Match::Is(name) => json!({ "role": role.word(), "name": name }),
            Match::Contains(words) => json!({ "role": role.word(), "words": words }),
        };
        Value::Array(self.0.iter().map(step).collect())
    }

    fn words(&self) -> String {
        let step = |(role, name): &(Role, Match)| match name {
            Match::Is(name) => format!("the {} “{name}”", role.word()),
            Match::Contains(words) => format!("a {} with “{words}” in its name", role.word()),
        };
        self.0.iter().rev().map(step).collect::<Vec<_>>().join(" in ")
    }
}

impl Browser {
    /// How many things fit, at this moment.
    pub async fn count(&self, path: &Path) -> Result<usize, Trouble> {
        let found = self.script(&script("return found.length;"), vec![path.json()]).await?;
        found
            .as_u64()
            .and_then(|it| usize::try_from(it).ok())
            .ok_or_else(|| Trouble::Answer(found.to_string()))
    }

    /// Whether there is one, at this moment.
    pub async fn has(&self, role: Role, name: &str) -> Result<bool, Trouble> {
        Ok(self.count(&Path::new().then(role, name)).await? > 0)
    }

    /// Waits until exactly one thing fits, and gives it. Two would leave a person in doubt as well.
    pub async fn find(&self, path: &Path) -> Result<Element, Trouble> {
        self.find_when(path, |count| count == 1).await
    }

    /// Waits until something fits, and gives the first of it, where a person has a choice and takes the first.
    pub async fn find_first(&self, path: &Path) -> Result<Element, Trouble> {
        self.find_when(path, |count| count > 0).await
    }

    async fn find_when(&self, path: &Path, enough: impl Fn(usize) -> bool) -> Result<Element, Trouble> {
        self.wait_until(&path.words(), async || Ok(enough(self.count(path).await?))).await?;
        let found = self.script(&script("return found[0];"), vec![path.json()]).await?;
        let id =
            found.get(ELEMENT).and_then(Value::as_str).ok_or_else(|| Trouble::Answer(found.to_string()))?;
        Ok(Element::from_element_id(self.client().clone(), id.to_owned().into()))
    }

    pub async fn button(&self, name: &str) -> Result<Element, Trouble> {
        self.find(&Path::new().then(Role::Button, name)).await
    }

    pub async fn link(&self, name: &str) -> Result<Element, Trouble> {
        self.find(&Path::new().then(Role::Link, name)).await
    }

    pub async fn field(&self, label: &str) -> Result<Element, Trouble> {
        self.find(&Path::new().then(Role::Field, label)).await
    }

    pub async fn radio(&self, label: &str) -> Result<Element, Trouble> {
        self.find(&Path::new().then(Role::Radio, label)).await
    }

    pub async fn checkbox(&self, label: &str) -> Result<Element, Trouble> {
        self.find(&Path::new().then(Role::Checkbox, label)).await
    }

    pub async fn heading(&self, words: &str) -> Result<Element, Trouble> {
        self.find(&Path::new().then(Role::Heading, words)).await
    }

    /// The names of everything of one role that is on the page now.
    pub async fn names(&self, role: Role) -> Result<Vec<String>, Trouble> {
        let body = format!(
            "{FINDER}\nreturn candidates(document, arguments[0]).map((it) => nameOf(it, arguments[0]));"
        );
        let names = self.script(&body, vec![json!(role.word())]).await?;
        serde_json::from_value(names.clone()).map_err(|_| Trouble::Answer(names.to_string()))
    }

    /// What is on the page, for the words of a failure.
    pub async fn described(&self) -> String {
        let mut lines = Vec::new();
        for role in [
            Role::Heading,
            Role::Alert,
            Role::Field,
            Role::Group,
            Role::Radio,
            Role::Checkbox,
            Role::Button,
            Role::Link,
        ] {
            let names = self.names(role).await.unwrap_or_default();
            if !names.is_empty() {
                lines.push(format!("  {}: {}", role.word(), names.join(" | ")));
            }
        }
        let place = self.client().current_url().await.map(|it| it.to_string()).unwrap_or_default();
        format!("  at {place}\n{}", lines.join("\n"))
    }
}

fn script(then: &str) -> String {
    let search = "
        let found = [document];
        for (const { role, name, words } of arguments[0]) {
            const fits = (it) => name === undefined ? nameOf(it, role).includes(words) : nameOf(it, role) === name;
            found = [...new Set(found.flatMap((within) => candidates(within, role).filter(fits)))];
        }";
    format!("{FINDER}\n{search}\n{then}")
}
