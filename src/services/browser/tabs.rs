//! What the tabs of one vault say to each other, within one browser.
//!
//! The words carry no case data and no keys: only that something happened.

use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{BroadcastChannel, MessageEvent};

use crate::model::ids::VaultId;

/// All that can be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// "Save your drafts and let me write."
    LetGo,
    /// "This vault was locked: lock it too."
    Locked,
    /// "I saved something: read again."
    Changed,
}

impl Word {
    const ALL: [Self; 3] = [Self::LetGo, Self::Locked, Self::Changed];

    fn text(self) -> &'static str {
        match self {
            Self::LetGo => "let go",
            Self::Locked => "locked",
            Self::Changed => "changed",
        }
    }
}

/// This tab's place among the tabs of a vault. It hears the others, never itself.
pub struct Tabs {
    // A browser without channels has, for us, one tab.
    channel: Option<BroadcastChannel>,
    _heard: Closure<dyn Fn(MessageEvent)>,
}

impl Tabs {
    pub fn join(vault: VaultId, hear: impl Fn(Word) + 'static) -> Self {
        let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let said = event.data().as_string();
            if let Some(word) = Word::ALL.into_iter().find(|word| said.as_deref() == Some(word.text())) {
                hear(word);
            }
        });
        let channel = BroadcastChannel::new(&format!("hearth/{vault}")).ok();
        if let Some(channel) = &channel {
            channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        }
        Self { channel, _heard: heard }
    }

    /// Says it to all other tabs of the vault.
    pub fn say(&self, word: Word) {
        if let Some(channel) = &self.channel {
            // It throws only for values that can not be copied; a string can.
            let _ = channel.post_message(&JsValue::from_str(word.text()));
        }
    }
}

impl Drop for Tabs {
    fn drop(&mut self) {
        if let Some(channel) = &self.channel {
            channel.set_onmessage(None);
            channel.close();
        }
    }
}
