//! Text that is being typed: kept as it is typed, by something that outlives every page.
//!
//! A draft is private to the device and no part of the record. This is the pure half: what is unsaved and
//! when it must be written. `Session` seals and writes; `ui` calls it on a steady beat and when the page is
//! hidden. No validation stands between a keystroke and a draft.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::model::ids::FamilyId;
use crate::navigation::Route;
use crate::services::pace::Pace;

/// Which form a draft is of: one draft for each form, thing and person.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DraftKey(pub String);

/// Where the caret stood, so that the person can carry on in the middle of a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Caret {
    /// The id of the box.
    pub field: String,
    pub start: u32,
    pub end: u32,
    /// How far the page was scrolled, in CSS pixels.
    #[serde(default)]
    pub scroll: u32,
}

/// A form as it was left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    pub key: DraftKey,
    #[serde(default)]
    pub family: Option<FamilyId>,
    /// The address of the form: a hash route.
    pub route: String,
    /// What it is, in words: "Entry in module 3 for Amara".
    pub heading: String,
    /// Every box by its id.
    pub fields: BTreeMap<String, String>,
    #[serde(default)]
    pub caret: Option<Caret>,
    /// When it was last typed in.
    pub touched: DateTime<Utc>,
}

impl Draft {
    /// Whether it was typed in a person's private session: it is on no list, and comes back there alone.
    pub fn is_private(&self) -> bool {
        self.place().is_some_and(|place| place.is_private_session())
    }

    fn place(&self) -> Option<Route> {
        Route::parse(&self.route)
    }

    /// The first words someone typed, to recognise a draft by. Ids of ticked people are no words; and of what keeps
    /// people safe a list says nothing.
    pub fn first_words(&self) -> String {
        if self.place().is_some_and(|place| place.stands_apart()) {
            return String::new();
        }
        let is_id =
            |text: &&str| !text.is_empty() && text.split('\n').all(|line| line.parse::<FamilyId>().is_ok());
        let texts = self.fields.values().map(|text| text.trim()).filter(|text| !is_id(text));
        texts.max_by_key(|text| text.chars().count()).unwrap_or_default().chars().take(80).collect()
    }
}

/// The drafts that a list may show.
pub fn listed(drafts: &[Draft]) -> Vec<Draft> {
    drafts.iter().filter(|draft| !draft.is_private()).cloned().collect()
}

/// What was typed, as plain text: for the person who asks for a copy because the disk takes nothing more. Nothing of a
/// private session: that must not lie about in a file that anyone can read.
pub fn plain_copy(drafts: &[Draft]) -> String {
    let mut text = String::from(
        "Words that could not be saved. They are not encrypted: delete this file when they are safe.\r\n",
    );
    for draft in listed(drafts) {
        text.push_str(&format!("\r\n{}\r\n", draft.heading));
        for (field, words) in draft.fields.iter().filter(|(_, words)| !words.trim().is_empty()) {
            text.push_str(&format!("\r\n{field}:\r\n{words}\r\n"));
        }
    }
    text
}

#[derive(Debug, Clone)]
struct Open {
    draft: Draft,
    /// The random name it is stored under.
    name: String,
    pace: Pace,
}

/// A draft to write: which change of it, and under which name.
#[derive(Debug, Clone)]
pub struct ToWrite {
    pub draft: Draft,
    pub name: String,
    pub change: u64,
}

/// All drafts of an unlocked vault.
#[derive(Debug, Clone, Default)]
pub struct Drafts(BTreeMap<DraftKey, Open>);

impl Drafts {
    /// Takes in a draft as it was read from the store.
    pub fn restore(&mut self, name: String, draft: Draft) {
        let open = Open { name, pace: Pace::default(), draft };
        self.0.insert(open.draft.key.clone(), open);
    }

    /// Keeps what is on the screen now. Nothing else has to happen for it to be written in time.
    pub fn keep(&mut self, draft: Draft, now_ms: u64, fresh_name: impl FnOnce() -> String) {
        let open = self.0.entry(draft.key.clone()).or_insert_with(|| Open {
            name: fresh_name(),
            pace: Pace::default(),
            draft: draft.clone(),
        });
        open.draft = draft;
        open.pace.typed(now_ms);
    }

    /// What should be written now.
    pub fn due(&self, now_ms: u64) -> Vec<ToWrite> {
        self.select(|pace| pace.is_due(now_ms))
    }

    /// Everything that is not written yet.
    pub fn unsaved(&self) -> Vec<ToWrite> {
        self.select(Pace::is_unsaved)
    }

    fn select(&self, wanted: impl Fn(&Pace) -> bool) -> Vec<ToWrite> {
        self.0.values().filter(|open| wanted(&open.pace)).map(to_write).collect()
    }

    /// A draft as it stands now, to write it; none when it was removed.
    pub fn latest(&self, key: &DraftKey) -> Option<ToWrite> {
        self.0.get(key).map(to_write)
    }

    /// Notes that a change was written. What was typed since then is still unsaved.
    pub fn written(&mut self, key: &DraftKey, change: u64, now_ms: u64) {
        if let Some(open) = self.0.get_mut(key) {
            open.pace.written(change, now_ms);
        }
    }

    /// The draft of a form.
    pub fn get(&self, key: &DraftKey) -> Option<&Draft> {
        self.0.get(key).map(|open| &open.draft)
    }

    /// Forgets a draft. Returns the name it is stored under.
    pub fn remove(&mut self, key: &DraftKey) -> Option<String> {
        self.0.remove(key).map(|open| open.name)
    }

    /// All drafts, the last touched first.
    pub fn all(&self) -> Vec<Draft> {
        let mut drafts: Vec<Draft> = self.0.values().map(|open| open.draft.clone()).collect();
        drafts.sort_by(|a, b| (b.touched, &b.key).cmp(&(a.touched, &a.key)));
        drafts
    }
}

fn to_write(open: &Open) -> ToWrite {
    ToWrite { draft: open.draft.clone(), name: open.name.clone(), change: open.pace.change() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(words: &str) -> Draft {
        Draft {
            key: DraftKey("entry".into()),
            family: None,
            route: "#/due".into(),
            heading: "Entry".into(),
            fields: BTreeMap::from([("going-well".into(), words.into())]),
            caret: None,
            touched: DateTime::UNIX_EPOCH,
        }
    }

    fn keep(drafts: &mut Drafts, words: &str, at: u64) {
        drafts.keep(draft(words), at, || "name".into());
    }

    #[test]
    fn a_pause_writes() {
        let mut drafts = Drafts::default();
        keep(&mut drafts, "K", 1000);
        assert!(drafts.due(1200).is_empty());
        assert_eq!(drafts.due(1250).len(), 1);
    }

    #[test]
    fn typing_on_without_a_pause_is_written_within_a_second() {
        let mut drafts = Drafts::default();
        for beat in 0..8 {
            keep(&mut drafts, "K", 1000 + 100 * beat);
        }
        assert_eq!(drafts.due(1750).len(), 1);
    }

    #[test]
    fn what_is_typed_during_a_write_is_still_unsaved() {
        let mut drafts = Drafts::default();
        keep(&mut drafts, "Kayla", 0);
        let writing = drafts.unsaved();
        keep(&mut drafts, "Kayla sl", 10);
        drafts.written(&writing[0].draft.key, writing[0].change, 20);
        assert_eq!(drafts.unsaved()[0].draft.fields["going-well"], "Kayla sl");
        let change = drafts.unsaved()[0].change;
        drafts.written(&DraftKey("entry".into()), change, 30);
        assert!(drafts.unsaved().is_empty());
    }

    #[test]
    fn a_draft_is_known_by_its_words_and_not_by_who_was_ticked() {
        let mut draft = draft("Kayla slept well");
        let ids = [[1; 16], [2; 16]].map(|bytes| FamilyId::from_bytes(bytes).to_string()).join("\n");
        draft.fields.insert("who-was-there".into(), ids);
        assert_eq!(draft.first_words(), "Kayla slept well");
    }

    #[test]
    fn what_keeps_people_safe_is_on_no_list() {
        let id = |number| crate::model::ids::PersonId::from_bytes([number; 16]);
        let at = |page: &str| Draft { route: format!("#/f/{}/{page}", id(9)), ..draft("14 Elm Road") };
        let private = at(&format!("private/{}", id(1)));
        let protected = at("record/protected");
        let visit = at("record/visit");
        assert!(private.is_private() && !protected.is_private() && !visit.is_private());
        assert_eq!(listed(&[private.clone(), visit.clone()]), std::slice::from_ref(&visit));
        for apart in [&private, &protected, &at("record/do-not-tell")] {
            assert_eq!(apart.first_words(), "");
        }
        assert_eq!(visit.first_words(), "14 Elm Road");
        assert!(!plain_copy(std::slice::from_ref(&private)).contains("Elm"));
        assert!(plain_copy(&[protected]).contains("Elm"), "what only waits for the disk is not lost");
    }

    #[test]
    fn a_restored_draft_keeps_its_name() {
        let mut drafts = Drafts::default();
        drafts.restore("old".into(), draft("Kayla"));
        assert!(drafts.unsaved().is_empty());
        drafts.keep(draft("Kayla slept"), 0, || unreachable!("it has a name"));
        assert_eq!(drafts.unsaved()[0].name, "old");
    }

    #[test]
    fn a_plain_copy_holds_every_word() {
        let mut one = draft("She read to him.\nEvery night.");
        one.fields.insert("empty".to_owned(), "  ".to_owned());
        let text = plain_copy(&[one.clone(), draft("Second")]);
        assert!(text.contains("She read to him.\nEvery night.") && text.contains("Second"));
        assert!(text.contains(&one.heading) && !text.contains("empty:"));
    }
}
