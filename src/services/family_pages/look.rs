//! Words and colours: the language of the fixed words, their size, and the colours of the pages.

use crate::navigation::FamilyPlace;
use crate::programme::family_words::{Phrase, packs};

use super::Draft;
use super::parts::{Choice, Moving, Part, Setting};
use super::pen::Pen;

pub(super) fn page(pen: &Pen<'_>) -> Draft {
    let mut draft = Draft::new(pen.label(Phrase::Look));
    let languages = packs()
        .iter()
        .map(|pack| Choice { value: pack.tag().to_owned(), words: pen.own(pack.name(), pack.tag()) });
    let choices = |of: &[(&str, Phrase)]| -> Vec<Choice> {
        of.iter()
            .map(|(value, phrase)| Choice { value: (*value).to_owned(), words: pen.label(*phrase) })
            .collect()
    };
    let setting =
        |name, question, choices| Part::Setting(Setting { name, question: pen.label(question), choices });
    draft.parts = vec![
        setting("language", Phrase::LookLanguage, languages.collect()),
        setting(
            "size",
            Phrase::LookSize,
            choices(&[
                ("usual", Phrase::LookSizeUsual),
                ("larger", Phrase::LookSizeLarger),
                ("largest", Phrase::LookSizeLargest),
            ]),
        ),
        setting(
            "colours",
            Phrase::LookColours,
            choices(&[("usual", Phrase::LookColoursUsual), ("strong", Phrase::LookColoursStrong)]),
        ),
    ];
    draft.end = vec![Part::Moves(vec![pen.way(Moving::BackToPage, FamilyPlace::Home), pen.start()])];
    draft
}
