//! The fixed words round the pages: the bar, reading aloud, saving, the cover and the locked page.

use crate::model::family_view::FamilyView;
use crate::programme::family_words::{Direction, Phrase, Reader, Words, pack};

use super::{Layout, layout};

/// What stands round every page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    pub language: &'static str,
    pub direction: Direction,
    /// What the bar is called for those who do not see it.
    pub controls: String,
    pub read_to_me: String,
    pub stop: String,
    pub again: String,
    pub slower: String,
    /// Instead of reading, where no voice is on the device itself.
    pub no_voice: String,
    /// Once, before the first reading.
    pub volume: String,
    pub words_and_colours: String,
    pub hide: String,
    /// When it could not be saved: the words stay on the screen.
    pub not_kept: String,
}

pub fn frame(view: &FamilyView) -> Frame {
    let reader = match layout(view) {
        Layout::Adult => Reader::Adult,
        Layout::Child => Reader::Child,
    };
    let words = Words::new(pack(&view.language), reader);
    Frame {
        language: words.pack().tag(),
        direction: words.pack().direction(),
        controls: words.say(Phrase::Controls),
        read_to_me: words.say(Phrase::ReadToMe),
        stop: words.say(Phrase::ReadStop),
        again: words.say(Phrase::ReadAgain),
        slower: words.say(Phrase::ReadSlower),
        no_voice: words.fill(Phrase::ReadNoVoice, &[("worker", &view.worker)]),
        volume: words.say(Phrase::ReadVolume),
        words_and_colours: words.say(Phrase::Look),
        hide: words.say(Phrase::Hide),
        not_kept: words.fill(Phrase::NotKept, &[("worker", &view.worker)]),
    }
}

/// What is left when the view is gone: nothing of anybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Locked {
    pub title: String,
    pub heading: String,
    pub nothing: String,
    pub staff: String,
    /// The cover's title and heading.
    pub clock: String,
}

pub fn locked(language: &str) -> Locked {
    let words = Words::new(pack(language), Reader::Adult);
    Locked {
        title: words.say(Phrase::AppName),
        heading: words.say(Phrase::Locked),
        nothing: words.say(Phrase::LockedNothing),
        staff: words.say(Phrase::Staff),
        clock: words.say(Phrase::CoverTitle),
    }
}
