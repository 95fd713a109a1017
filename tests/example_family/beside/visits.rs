//! Visits: the child seen, alone or not, and once not at all.

use chrono::NaiveDate;
use hearth::model::entry::Quote;
use hearth::model::ids::VisitId;
use hearth::model::visit::{Contact, OnSystem, Place, Visit};
use hearth::workbook::decide::{Command, VisitCommand};

use crate::cast::Who::{Juno, Morwenna, Pip, Tamsin, Wren};
use crate::cast::Worker::{Asha, Nia};
use crate::cast::{Who, Worker, bytes_for, day};
use crate::story::Story;

/// How one child was met.
enum Met {
    Alone,
    With,
    Not(&'static str, &'static str),
}

struct Told {
    on: (u32, u32),
    by: Worker,
    place: fn() -> Place,
    adult: Who,
    children: &'static [(Who, Met)],
    note: &'static str,
    said: Option<(Who, &'static str)>,
    /// What it is like to be this child.
    like: Option<(Who, &'static str)>,
}

fn home() -> Place {
    Place::Home
}

fn school() -> Place {
    Place::SchoolOrNursery
}

fn nans_home() -> Place {
    Place::Elsewhere("Nan’s home".into())
}

const VISITS: &[Told] = &[
    Told {
        on: (16, 6),
        by: Asha,
        place: nans_home,
        adult: Morwenna,
        children: &[(Wren, Met::Alone)],
        note: "Wren showed me her room at Nan’s. Her bag was packed by the door; she said that it is just in case.",
        said: Some((Wren, "I sleep here. I never used to sleep.")),
        like: Some((Wren, "Somebody else makes the tea. She can hear herself think.")),
    },
    Told {
        on: (30, 6),
        by: Asha,
        place: home,
        adult: Tamsin,
        children: &[(Pip, Met::Alone), (Juno, Met::With)],
        note: "Pip drew the house with all the lights on. Juno slept in her mother’s arms and woke at the bin lorry.",
        said: Some((Pip, "It’s quiet but not all the way quiet.")),
        like: Some((Pip, "He listens for the gate.")),
    },
    Told {
        on: (15, 7),
        by: Asha,
        place: home,
        adult: Tamsin,
        children: &[(Wren, Met::Alone), (Pip, Met::With), (Juno, Met::With)],
        note: "The first visit with all three at home. Wren chose the paint for her room.",
        said: None,
        like: None,
    },
    Told {
        on: (12, 8),
        by: Nia,
        place: home,
        adult: Tamsin,
        children: &[(Pip, Met::Alone), (Juno, Met::With)],
        note: "Pip put his worries in the jar and took one out that is not a worry any more.",
        said: Some((Pip, "That one’s old.")),
        like: None,
    },
    Told {
        on: (25, 8),
        by: Asha,
        place: home,
        adult: Tamsin,
        children: &[
            (
                Wren,
                Met::Not(
                    "Nobody was in. Tamsin had texted, and I saw it too late.",
                    "I go again on 28 August.",
                ),
            ),
            (Pip, Met::Not("Nobody was in.", "I go again on 28 August.")),
            (Juno, Met::Not("Nobody was in.", "I go again on 28 August.")),
        ],
        note: "Curtains open, garden tidy. Tamsin rang at five: they were at the swimming pool.",
        said: None,
        like: None,
    },
    Told {
        on: (28, 8),
        by: Asha,
        place: home,
        adult: Tamsin,
        children: &[(Wren, Met::With), (Pip, Met::Alone), (Juno, Met::With)],
        note: "School shoes in a row in the hall. Everyone talked about Monday.",
        said: None,
        like: None,
    },
    Told {
        on: (22, 9),
        by: Nia,
        place: school,
        adult: Tamsin,
        children: &[(Pip, Met::Alone)],
        note: "Pip showed me his peg and the teacher whom he would tell.",
        said: Some((Pip, "Mrs Oyster knows. I told her myself.")),
        like: None,
    },
    Told {
        on: (14, 10),
        by: Asha,
        place: home,
        adult: Tamsin,
        children: &[(Wren, Met::Alone), (Pip, Met::With), (Juno, Met::With)],
        note: "Tamsin told me about the calls. The children had not heard the phone.",
        said: None,
        like: Some((Wren, "She watches her mother’s face when the phone lights up.")),
    },
    Told {
        on: (10, 11),
        by: Asha,
        place: home,
        adult: Tamsin,
        children: &[(Wren, Met::Alone), (Pip, Met::Alone), (Juno, Met::With)],
        note: "We read together what I have written about each of them, and they changed three words.",
        said: Some((Wren, "Put that I’m good at maths. I will be.")),
        like: None,
    },
];

pub fn arrange(story: &mut Story) {
    for told in VISITS {
        let (d, m) = told.on;
        story.then(day(d, m), move |story| tell(story, told));
    }
}

fn tell(story: &mut Story, told: &Told) {
    let on: NaiveDate = day(told.on.0, told.on.1);
    let id = VisitId::from_bytes(bytes_for(&format!("visit of {on}")));
    let contact = |met: &Met| match met {
        Met::Alone => {
            Contact::SeenAlone { agreed_by: [told.adult.id()].into(), without_agreement: String::new() }
        }
        Met::With => Contact::Seen { why_not_alone: String::new() },
        Met::Not(why, next) => Contact::NotSeen { why: (*why).into(), next: (*next).into() },
    };
    let seen = told.children.iter().any(|(_, met)| !matches!(met, Met::Not(..)));
    let worker = &mut story.on(on, told.by);
    let visit = Visit {
        on,
        from: chrono::NaiveTime::from_hms_opt(15, 45, 0),
        until: None,
        statutory: told.by == Asha,
        place: (told.place)(),
        by: Default::default(),
        children: told.children.iter().map(|(child, met)| (child.id(), contact(met))).collect(),
        adults: if seen { [told.adult.id()].into() } else { Default::default() },
        others_present: String::new(),
        note: told.note.into(),
        meaning: told.like.iter().map(|(child, words)| (child.id(), (*words).to_owned())).collect(),
        own_words: told
            .said
            .iter()
            .map(|(child, words)| Quote { who: child.id(), words: (*words).to_owned() })
            .collect(),
        evidence_for: Vec::new(),
        audience: Default::default(),
    };
    worker.command(Command::Visit(VisitCommand::Record { id, visit }));
    let on_system = OnSystem {
        on,
        at: chrono::NaiveTime::from_hms_opt(17, 10, 0),
        reference: format!("Visit record of {}", on.format("%d/%m/%Y")),
    };
    if told.by == Asha {
        worker.command(Command::Visit(VisitCommand::PutOnSystem { id, on_system, seen: Vec::new() }));
    }
    story.share();
}
