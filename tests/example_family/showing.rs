//! What the family is shown: what Asha chose for each of them in November, in plain words, and nothing of anybody else.

use std::collections::{BTreeMap, BTreeSet};

use hearth::model::audience::Audience;
use hearth::model::sharing::{Heading, Piece, Shared};
use hearth::workbook::decide::{Command, SharingCommand};

use crate::beside::action_id;
use crate::cast::Who::{self, Juno, Pip, Tamsin, Wren};
use crate::cast::Worker::{self, Asha, Nia};
use crate::cast::day;
use crate::story::{Story, entry_id};

pub fn tell(story: &mut Story) {
    let chosen: [(Worker, Piece, Heading, &[Who], &str); 6] = [
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
