//! 2 June 2026: the family comes to the team. Who is in it, how they stand to each other, who lives where.

use hearth::model::family::Family;
use hearth::model::household::{Household, Stay};
use hearth::model::ids::{HouseholdId, RelationshipId};
use hearth::model::person::{Separation, Workflow};
use hearth::model::relationship::{Kind, ParentalResponsibility, Relationship};
use hearth::model::subject::Pair;
use hearth::workbook::decide::Command;

use crate::cast::Who::{Corin, Jory, Juno, Morwenna, Pip, Tamsin, Wren};
use crate::cast::Worker::{Asha, Ruth};
use crate::cast::{Who, bytes_for, date, day};
use crate::story::{Sitting, Story};

fn relationship_id(from: Who, to: Who, name: &str) -> RelationshipId {
    RelationshipId::from_bytes(bytes_for(&format!("relationship {from:?} {to:?} {name}")))
}

fn household_id(name: &str) -> HouseholdId {
    HouseholdId::from_bytes(bytes_for(&format!("household {name}")))
}

fn describe(asha: &mut Sitting<'_>, assessed_on: Option<&str>) {
    let book = asha.book();
    asha.command(Command::DescribeFamily {
        family: Family {
            label: "The Brambledown family (example)".into(),
            referred_on: Some(date("2 6 2026")),
            assessed_on: assessed_on.map(date),
            pathway: "Family Safeguarding".into(),
            pathway_why:
                "Two of the children are under 13, and the main worries are domestic abuse, alcohol and \
                          a parent’s mental health."
                    .into(),
            example: true,
        },
        seen: book.family().map(|family| family.head_ids()).unwrap_or_default(),
    });
}

fn relate(asha: &mut Sitting<'_>, from: Who, kind: Kind, to: Who, responsibility: ParentalResponsibility) {
    let relationship = Relationship {
        from: from.id(),
        to: to.id(),
        kind,
        parental_responsibility: responsibility,
        start: None,
        end: None,
    };
    record(asha, "family", relationship, from, to);
}

fn record(asha: &mut Sitting<'_>, name: &str, relationship: Relationship, from: Who, to: Who) {
    let id = relationship_id(from, to, name);
    let seen = asha.book().relationships.head_ids(id);
    asha.command(Command::RecordRelationship { id, relationship, seen });
}

fn live(asha: &mut Sitting<'_>, name: &str, stays: &[(Who, &str, &str)]) {
    let id = household_id(name);
    let when = |words: &str| (!words.is_empty()).then(|| date(words));
    let stays = stays
        .iter()
        .map(|(who, from, until)| Stay { person: who.id(), from: when(from), until: when(until) })
        .collect();
    let seen = asha.book().households.head_ids(id);
    asha.command(Command::RecordHousehold { id, household: Household { label: name.into(), stays }, seen });
}

pub fn tell(story: &mut Story) {
    use ParentalResponsibility::{DoesNotHold, Holds, NotKnown};

    let asha = &mut story.on(day(2, 6), Asha);
    describe(asha, None);
    asha.command(Command::Allocate { allocated: true });
    for who in Who::ALL {
        asha.command(Command::RecordPerson { id: who.id(), person: who.person(), seen: Vec::new() });
    }
    // Before anything else is written: nothing of either may reach the other through this workbook.
    asha.command(Command::SetSeparation {
        pair: Pair::of(Tamsin.id(), Corin.id()).unwrap(),
        separation: Separation {
            in_force: true,
            since: Some(date("29 5 2026")),
            why: "Corin was arrested on 29 May 2026 for assaulting Tamsin. His bail conditions, and what Tamsin \
                  tells us, mean that neither may learn where the other is or what they say to us."
                .into(),
            said_to_harm: Some(Corin.id()),
        },
        seen: Vec::new(),
    });

    for child in [Wren, Pip, Juno] {
        relate(asha, Tamsin, Kind::Mother, child, Holds);
    }
    for child in [Pip, Juno] {
        relate(asha, Corin, Kind::Father, child, Holds);
    }
    relate(asha, Corin, Kind::StepParent, Wren, DoesNotHold);
    relate(asha, Jory, Kind::Father, Wren, NotKnown);
    relate(asha, Morwenna, Kind::Mother, Tamsin, NotKnown);
    for child in [Wren, Pip, Juno] {
        relate(asha, Morwenna, Kind::Grandparent, child, DoesNotHold);
    }
    relate(asha, Wren, Kind::HalfSibling, Pip, NotKnown);
    relate(asha, Wren, Kind::HalfSibling, Juno, NotKnown);
    relate(asha, Pip, Kind::Sibling, Juno, NotKnown);
    record(
        asha,
        "couple",
        Relationship {
            from: Corin.id(),
            to: Tamsin.id(),
            kind: Kind::Partner,
            parental_responsibility: NotKnown,
            start: Some(date("about 2017")),
            end: Some(date("29 5 2026")),
        },
        Corin,
        Tamsin,
    );
    record(
        asha,
        "care",
        Relationship {
            from: Morwenna.id(),
            to: Wren.id(),
            kind: Kind::Carer,
            parental_responsibility: DoesNotHold,
            start: Some(date("30 5 2026")),
            end: None,
        },
        Morwenna,
        Wren,
    );

    live(
        asha,
        "Mum’s home",
        &[
            (Tamsin, "2014", ""),
            (Wren, "2014", "30 5 2026"),
            (Pip, "5 2019", ""),
            (Juno, "2 2024", ""),
            (Corin, "3 2018", "29 5 2026"),
        ],
    );
    live(asha, "Nan’s home", &[(Morwenna, "about 2001", ""), (Wren, "30 5 2026", "")]);

    let inside =
        |since: &str, why: &str| Workflow { inside: true, since: Some(date(since)), why: why.into() };
    for who in [Tamsin, Corin, Wren, Pip, Juno] {
        let workflow = inside("2 6 2026", "");
        asha.command(Command::SetWorkflow { person: who.id(), workflow, seen: Vec::new() });
    }
    let carer = inside("2 6 2026", "She is caring for Wren, and the children trust her.");
    asha.command(Command::SetWorkflow { person: Morwenna.id(), workflow: carer, seen: Vec::new() });
    let outside = Workflow {
        inside: false,
        since: Some(date("2 6 2026")),
        why: "Lives far away and has not been part of Wren’s daily life. Wren asked us to wait before we contact \
              him; we will look at this with her again in the autumn."
            .into(),
    };
    asha.command(Command::SetWorkflow { person: Jory.id(), workflow: outside, seen: Vec::new() });
    story.share();

    story.on(day(2, 6), Ruth).command(Command::Allocate { allocated: false });
    story.share();
}

/// 19 June: the child and family assessment is complete. Corin has a flat of his own by now.
pub fn assessment_complete(story: &mut Story) {
    let asha = &mut story.on(day(19, 6), Asha);
    describe(asha, Some("19 6 2026"));
    live(asha, "Dad’s home", &[(Corin, "15 6 2026", "")]);
    story.share();
}

/// 13 July: Wren has moved home, and her birth certificate has been seen.
pub fn wren_comes_home(story: &mut Story) {
    use ParentalResponsibility::{DoesNotHold, Holds};

    let asha = &mut story.on(day(13, 7), Asha);
    live(
        asha,
        "Mum’s home",
        &[
            (Tamsin, "2014", ""),
            (Wren, "2014", "30 5 2026"),
            (Wren, "12 7 2026", ""),
            (Pip, "5 2019", ""),
            (Juno, "2 2024", ""),
            (Corin, "3 2018", "29 5 2026"),
        ],
    );
    live(asha, "Nan’s home", &[(Morwenna, "about 2001", ""), (Wren, "30 5 2026", "12 7 2026")]);
    record(
        asha,
        "care",
        Relationship {
            from: Morwenna.id(),
            to: Wren.id(),
            kind: Kind::Carer,
            parental_responsibility: DoesNotHold,
            start: Some(date("30 5 2026")),
            end: Some(date("12 7 2026")),
        },
        Morwenna,
        Wren,
    );
    relate(asha, Jory, Kind::Father, Wren, Holds);
    story.share();
}
