//! Who to call. It is the same for every family: that it is shown says nothing about anybody.

use crate::programme::family_words::Phrase;

use super::Draft;
use super::parts::{Call, Part};
use super::pen::Pen;

pub(super) fn page(pen: &Pen<'_>) -> Draft {
    let call = |who, number, words| Part::Call(Call { who: pen.label(who), number, words: pen.label(words) });
    let emergency = call(Phrase::HelpEmergencyName, "999", Phrase::HelpEmergency);
    let childline = call(Phrase::HelpChildlineName, "0800 1111", Phrase::HelpChildline);
    let words = |phrase| Part::Words(pen.prose(phrase));
    let mut draft = Draft::new(pen.label(Phrase::Help));
    draft.parts.push(words(Phrase::HelpLead));
    if pen.is_for_a_child() {
        draft.parts.extend([childline, emergency, words(Phrase::HelpSilent), words(Phrase::HelpGrownUp)]);
    } else {
        draft.parts.extend([
            emergency,
            words(Phrase::HelpSilent),
            call(Phrase::HelpAbuseName, "0808 2000 247", Phrase::HelpAbuse),
            call(Phrase::HelpLiveFearFreeName, "0808 80 10 800", Phrase::HelpLiveFearFree),
            childline,
        ]);
    }
    draft.parts.push(words(Phrase::HelpSafePhone));
    if !pen.view.worker.is_empty() {
        draft.parts.push(Part::Words(pen.of_worker(Phrase::SayTell)));
    }
    draft.parts.extend([Phrase::HelpHide, Phrase::HelpHideNot, Phrase::HelpHideKeys].map(words));
    draft.end = vec![Part::Moves(vec![pen.start()])];
    draft
}
