//! What the family is shown: what Asha chose for each of them in November, in plain words, and nothing of anybody else.

use std::collections::{BTreeMap, BTreeSet};

use hearth::model::audience::Audience;
use hearth::model::sharing::{Heading, Piece, Shared};
use hearth::workbook::decide::{Command, SharingCommand};

use crate::beside::{action_id, supervision_id};
use crate::cast::Who::{self, Juno, Pip, Tamsin, Wren};
use crate::cast::Worker::{self, Asha, Bryony, Ines, Nia, Ruth};
use crate::cast::day;
use crate::story::{Story, entry_id};

pub fn tell(story: &mut Story) {
    let chosen: [(Worker, Piece, Heading, &[Who], &str); 15] = [
        (
            Nia,
            Piece::GoingWell(entry_id("m6-tamsin-warmth")),
            Heading::Well,
            &[Tamsin],
            "You notice each of your children. A plaster for Pip. A song for Juno.",
        ),
        (
            Asha,
            Piece::GoingWell(entry_id("m6-tamsin-stability")),
            Heading::Better,
            &[Tamsin],
            "You began work, in hours that fit around nursery.",
        ),
        (
            Nia,
            Piece::GoingWell(entry_id("m8-wren-views")),
            Heading::Better,
            &[Wren],
            "You said that it is better. Being asked first is what helped.",
        ),
        (Nia, Piece::OwnWords(entry_id("m8-wren-views"), Wren.id()), Heading::Said, &[Wren], ""),
        (
            Asha,
            Piece::Action(action_id("review")),
            Heading::Agreed,
            &[Wren],
            "Take what you want to the next meeting, and tell you the day.",
        ),
        // Written to Juno, who will read it one day.
        (
            Nia,
            Piece::GoingWell(entry_id("m8-juno-views")),
            Heading::Well,
            &[Tamsin],
            "Juno feels safe with you. She falls asleep on your knee.",
        ),
        (
            Asha,
            Piece::GoingWell(entry_id("m7-tamsin-analysis")),
            Heading::Well,
            &[Tamsin],
            "You sleep, you work, and you rest on Sundays. You stay beside Pip when he is angry.",
        ),
        (
            Asha,
            Piece::Needs(entry_id("m7-tamsin-analysis")),
            Heading::Different,
            &[Tamsin],
            "You need somebody to ring on a bad night, who is not Wren. You need a home in your own name.",
        ),
        (
            Nia,
            Piece::Needs(entry_id("m8-wren-views")),
            Heading::Different,
            &[Wren],
            "Four workers at once was too many. We ask you before we ring your school.",
        ),
        (Ines, Piece::OwnWords(entry_id("m8-tamsin-views"), Tamsin.id()), Heading::Said, &[Tamsin], ""),
        (
            Asha,
            Piece::Action(action_id("order")),
            Heading::Agreed,
            &[Tamsin],
            "Find out how to ask the court for more time.",
        ),
        (
            Bryony,
            Piece::Action(action_id("calls")),
            Heading::Agreed,
            &[Tamsin],
            "Ask the police what they found out about the calls.",
        ),
        (
            Ruth,
            Piece::Supervision(supervision_id(day(10, 12))),
            Heading::Next,
            &[Tamsin, Wren],
            "Your workers meet. Asha tells you afterwards what they said.",
        ),
        (
            Asha,
            Piece::GoingWell(entry_id("m7-wren-analysis")),
            Heading::Well,
            &[Wren],
            "You have friends, a club, and an adult at school whom you chose.",
        ),
        (
            Asha,
            Piece::Worker(Asha.practitioner().id),
            Heading::Helping,
            &[Tamsin, Wren, Pip, Juno],
            "visits you, and keeps the plan going",
        ),
    ];
    for (worker, piece, heading, people, words) in chosen {
        let shared = Shared {
            audience: Audience::People(people.iter().map(|who| who.id()).collect()),
            heading,
            family_words: words.to_owned(),
            translations: BTreeMap::new(),
        };
        story.on(day(13, 11), worker).command(Command::Sharing(SharingCommand::Share {
            piece,
            shared,
            by_name: BTreeSet::new(),
            seen: Vec::new(),
        }));
    }
    story.share();
}
