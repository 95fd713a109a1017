//! The first page: a greeting, something they do well, and where to go from there (`ux.md` 3.3).

use crate::model::sharing::Heading;
use crate::navigation::FamilyPlace;
use crate::programme::family_words::Phrase;

use super::parts::{BigLink, Icon, Part};
use super::pen::Pen;
use super::{Draft, items};

pub(super) fn page(pen: &Pen<'_>) -> Draft {
    if pen.view.people.is_empty() {
        let mut draft = Draft::new(pen.label(Phrase::HelloNobody));
        draft.parts = vec![Part::Links(links(pen, &[TERMS, HELP]))];
        return draft;
    }
    let mut draft = Draft::new(pen.label_with(Phrase::Hello, &[("names", &pen.everybody())]));
    draft.parts.push(match items::first_strength(pen.view) {
        Some(item) => Part::Item(items::card(pen, item)),
        None => Part::Words(pen.prose(Phrase::Glad)),
    });
    draft.parts.push(Part::Links(links(pen, &cards(pen))));
    draft
}

type Link = (Icon, Phrase, FamilyPlace);

const TERMS: Link = (Icon::Words, Phrase::Terms, FamilyPlace::Terms);
const HELP: Link = (Icon::Help, Phrase::Help, FamilyPlace::Help);
const AGREED: Link = (Icon::Tick, Phrase::Agreed, FamilyPlace::Agreed);
const AHEAD: Link = (Icon::Steps, Phrase::Ahead, FamilyPlace::Ahead);
const SAY: Link = (Icon::Speech, Phrase::Say, FamilyPlace::Say);
const PEOPLE: Link = (Icon::People, Phrase::People, FamilyPlace::People);
const BETTER: Link = (Icon::Arrow, Phrase::Better, FamilyPlace::Better(1));
const DIFFERENT: Link = (Icon::Cloud, Phrase::Different, FamilyPlace::Different(1));
const HOPES: Link = (Icon::Wish, Phrase::Hopes, FamilyPlace::Hopes);
const SAID: Link = (Icon::Speech, Phrase::Said, FamilyPlace::Said);
const ASK: Link = (Icon::Ask, Phrase::Ask, FamilyPlace::Ask(1));
const KEEP: Link = (Icon::Keep, Phrase::Keep, FamilyPlace::Keep);

/// What is there each time stands in the same order. A heading under which nothing is shown has no card: nobody is led
/// to an empty page (`ux.md` 2.2.1).
fn cards(pen: &Pen<'_>) -> Vec<Link> {
    let has = |heading| items::under(pen.view, heading).next().is_some();
    let well = |icon| (icon, Phrase::Well, FamilyPlace::Well);
    let child = pen.is_for_a_child();
    let people = (PEOPLE, child || !pen.view.helpers.is_empty() || has(Heading::Helping));
    let (agreed, ahead) = ((AGREED, has(Heading::Agreed)), (AHEAD, has(Heading::Next)));
    let (better, said) = ((BETTER, has(Heading::Better)), (SAID, has(Heading::Said)));
    let ordered = if child {
        // A child can always say what worries them and what they wish for.
        let own = [(DIFFERENT, true), (HOPES, true), (SAY, true)];
        [(well(Icon::Sun), has(Heading::Well)), better]
            .into_iter()
            .chain(own)
            .chain([people, agreed, ahead, said])
    } else {
        let work = [agreed, ahead, (SAY, true)];
        let rest = [people, (DIFFERENT, has(Heading::Different)), said, (HOPES, true)];
        [better, (well(Icon::Star), has(Heading::Well))].into_iter().chain(work).chain(rest)
    };
    let last = [(ASK, true), (KEEP, has(Heading::Well)), (TERMS, true), (HELP, true)];
    ordered.chain(last).filter(|(_, there)| *there).map(|(link, _)| link).collect()
}

/// To say something, and whom to talk to, take a whole line of a child's page.
fn links(pen: &Pen<'_>, of: &[Link]) -> Vec<BigLink> {
    let link = |(icon, phrase, to): &Link| {
        let wide = pen.is_for_a_child() && [FamilyPlace::Say, FamilyPlace::People].contains(to);
        BigLink { icon: *icon, words: pen.label(*phrase), to: *to, wide }
    };
    of.iter().map(link).collect()
}
