//! Recording in the eight modules.

use super::places::{arrive, arrive_under, choose_in, select_in, type_in};
use crate::find::Path;
use crate::{Browser, Role, Trouble};

/// What is written in one sitting. An empty text is left alone.
#[derive(Debug, Clone, Default)]
pub struct Entry {
    pub present: Vec<String>,
    pub others: String,
    pub going_well: String,
    pub needs: String,
    /// Child and analysis.
    pub means: Vec<(String, String)>,
    /// Who said it and what they said.
    pub own_words: Option<(String, String)>,
    /// Everyone beside the team who may see it.
    pub seen_by: Vec<String>,
}

/// From anywhere in the family to one module for one person.
pub async fn open_module(browser: &Browser, module: usize, person: &str) -> Result<(), Trouble> {
    browser.follow_link("Programme").await?;
    arrive(browser, "Family Programme").await?;
    let link = Path::new().then_containing(Role::Link, &format!("module {module} for {person}"));
    browser.find(&link).await?.click().await?;
    arrive_under(browser, &format!("Module {module} for {person}")).await
}

/// From anywhere in the family to one module for the first person in the programme.
pub async fn open_first_module(browser: &Browser, module: usize) -> Result<(), Trouble> {
    browser.follow_link("Programme").await?;
    arrive(browser, "Family Programme").await?;
    let links = Path::new()
        .then(Role::Table, "Modules by person")
        .then_containing(Role::Link, &format!("module {module} for "));
    browser.find_first(&links).await?.click().await?;
    arrive_under(browser, &format!("Module {module} for ")).await
}

/// Opens an empty entry, or the one that was begun here.
pub async fn add_an_entry(browser: &Browser, module: usize, person: &str) -> Result<(), Trouble> {
    open_module(browser, module, person).await?;
    browser.press_button("Add an entry").await?;
    arrive(browser, "Add an entry").await
}

/// A whole entry, saved.
pub async fn record_entry(
    browser: &Browser,
    module: usize,
    person: &str,
    entry: &Entry,
) -> Result<(), Trouble> {
    add_an_entry(browser, module, person).await?;
    write(browser, entry).await?;
    save_entry(browser, module, person).await
}

/// Begins an entry and stops in the middle: everything of it is typed, nothing is saved as an entry. The caret
/// stands after the words in the box with this label.
pub async fn half_an_entry(
    browser: &Browser,
    module: usize,
    person: &str,
    label: &str,
    words: &str,
) -> Result<(), Trouble> {
    add_an_entry(browser, module, person).await?;
    type_a_draft(browser, label, words).await?;
    draft_is_saved(browser).await
}

/// Types words that are to be a draft.
pub async fn type_a_draft(browser: &Browser, label: &str, words: &str) -> Result<(), Trouble> {
    let note = "window.lastTyped = Date.now();
        addEventListener('input', () => { window.lastTyped = Date.now(); }, true);";
    browser.script(note, vec![]).await?;
    browser.type_into(label, words).await
}

/// Waits until the page says that the words of [`type_a_draft`], all of them, are on the device. That there is
/// such a sentence would not do: it may be about a letter typed before the last.
pub async fn draft_is_saved(browser: &Browser) -> Result<(), Trouble> {
    let body = "const state = document.querySelector('[data-saved-until]');
        return state?.textContent.startsWith('Draft saved on this device') === true
            && Number(state.dataset.savedUntil) > window.lastTyped;";
    browser
        .wait_until(
            "the draft to be shown as saved",
            async || Ok(browser.script(body, vec![]).await? == true),
        )
        .await
}

/// Fills in the form, from its first box to its last.
pub async fn write(browser: &Browser, entry: &Entry) -> Result<(), Trouble> {
    for name in &entry.present {
        let path = Path::new().then(Role::Group, "Who was there").then(Role::Checkbox, name);
        browser.find(&path).await?.click().await?;
    }
    type_into(browser, "Anyone else who was there (optional)", &entry.others).await?;
    say_how_it_is_known(browser).await?;
    type_into(browser, "What is going well", &entry.going_well).await?;
    type_into(browser, "What needs to be different", &entry.needs).await?;
    for (child, words) in &entry.means {
        type_into(browser, &format!("What this means for {child}"), words).await?;
    }
    if let Some((who, words)) = &entry.own_words {
        let group = Path::new().then(Role::Group, "Words the person used (optional)");
        select_in(browser, group.clone(), "Who said it", who).await?;
        type_in(browser, group, "Their words", words).await?;
    }
    if !entry.seen_by.is_empty() {
        let group = Path::new().then(Role::Group, "Who can see this");
        choose_in(browser, group.clone(), "Choose people").await?;
        for name in &entry.seen_by {
            let path = group.clone().then(Role::Group, "Which people").then(Role::Checkbox, name);
            browser.find(&path).await?.click().await?;
        }
    }
    Ok(())
}

/// The two choices without which nothing can be recorded.
pub async fn say_how_it_is_known(browser: &Browser) -> Result<(), Trouble> {
    browser.choose("They told me").await?;
    browser.choose("Allegation").await
}

/// Makes the draft a record.
pub async fn save_entry(browser: &Browser, module: usize, person: &str) -> Result<(), Trouble> {
    browser.press_button("Save entry").await?;
    browser.wait_for_words(&format!("Entry saved to module {module} for {person}.")).await
}

async fn type_into(browser: &Browser, label: &str, words: &str) -> Result<(), Trouble> {
    if words.is_empty() { Ok(()) } else { browser.type_into(label, words).await }
}
