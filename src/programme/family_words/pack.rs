//! One language of the fixed words: what it is called, which way it is read, and what it says.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

/// The language in which records are written, and in which a pack says what another lacks.
const ENGLISH: &str = "en-GB";

/// Every language that is here, English first.
static PACKS: LazyLock<[Pack; 2]> = LazyLock::new(|| {
    [
        Pack::read(ENGLISH, include_str!("../../../locales/family.en-GB.ftl")),
        Pack::read("cy", include_str!("../../../locales/family.cy.ftl")),
    ]
});

/// Which way a language is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    LeftToRight,
    RightToLeft,
}

impl Direction {
    /// As the page's `dir` says it.
    pub fn code(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

/// The fixed words in one language.
pub struct Pack {
    tag: &'static str,
    name: String,
    direction: Direction,
    bundle: FluentBundle<FluentResource>,
    faults: Vec<String>,
}

impl Pack {
    /// Reads a pack as far as it can be read. A message that cannot be read is said in English.
    pub fn read(tag: &'static str, source: &str) -> Self {
        let mut faults = Vec::new();
        let language = tag.parse::<LanguageIdentifier>().unwrap_or_else(|fault| {
            faults.push(format!("{tag}: {fault}"));
            LanguageIdentifier::default()
        });
        let messages = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(messages, why)| {
            faults.extend(why.into_iter().map(|fault| fault.to_string()));
            messages
        });
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        if let Err(why) = bundle.add_resource(messages) {
            faults.extend(why.into_iter().map(|fault| fault.to_string()));
        }
        let mut pack = Self { tag, name: String::new(), direction: Direction::LeftToRight, bundle, faults };
        pack.name = pack.text("pack-name", None, &[]).unwrap_or_else(|| tag.to_owned());
        if pack.text("pack-direction", None, &[]).as_deref() == Some(Direction::RightToLeft.code()) {
            pack.direction = Direction::RightToLeft;
        }
        // A name in another script would turn the sentence round it. Where everything runs one way, the marks
        // that prevent it would only stand in the way of reading aloud.
        pack.bundle.set_use_isolating(pack.direction == Direction::RightToLeft);
        pack
    }

    /// Its tag, as a page's `lang` has it: "cy".
    pub fn tag(&self) -> &'static str {
        self.tag
    }

    /// What the language is called in itself: "Cymraeg".
    pub fn name(&self) -> &str {
        &self.name
    }

    pub fn direction(&self) -> Direction {
        self.direction
    }

    /// What of it could not be read.
    pub fn faults(&self) -> &[String] {
        &self.faults
    }

    /// A message or a part of one, with what it leaves open filled in.
    pub(super) fn text(&self, id: &str, part: Option<&str>, open: &[(&str, &str)]) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        let pattern = match part {
            Some(part) => message.get_attribute(part)?.value(),
            None => message.value()?,
        };
        let mut filled = FluentArgs::with_capacity(open.len());
        for (name, words) in open {
            filled.set(*name, *words);
        }
        Some(self.bundle.format_pattern(pattern, Some(&filled), &mut Vec::new()).into_owned())
    }
}

/// Every language that is here, English first.
pub fn packs() -> &'static [Pack] {
    PACKS.as_slice()
}

/// The language with this tag; English where there is none.
pub fn pack(tag: &str) -> &'static Pack {
    PACKS.iter().find(|pack| pack.tag == tag).unwrap_or_else(|| english())
}

/// English.
pub fn english() -> &'static Pack {
    let [english, ..] = &*PACKS;
    english
}
