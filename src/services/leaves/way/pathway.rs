//! The pathway that was chosen, and where the guidance did not decide.

use crate::model::choices::Choice;
use crate::model::pathway::{PathwayChoice, PathwayOf};
use crate::navigation::Sheet;
use crate::services::here::Here;
use crate::services::leaf::{Card, Part};
use crate::workbook::decide::permission::Act;
use crate::workbook::decide::way::Mistaken;

use super::{actions, change, facts, in_error, way, way_of};

pub(super) fn pathways(here: &Here<'_>) -> Vec<Part> {
    let mut parts = vec![Part::Heading("Pathway".to_owned())];
    match here.book.pathways.current(PathwayOf::Family) {
        Some(choice) => parts.push(Part::Card(card(here, PathwayOf::Family, choice))),
        None => {
            parts.extend(as_added(here));
            let ways = vec![way(here, "Choose the pathway", Sheet::Pathway)];
            parts.push(actions(here, Act::ChoosePathway, false, ways));
        }
    }
    let children = here.book.children();
    let own = |child| here.book.pathways.current(PathwayOf::Child(child));
    parts.extend(children.iter().filter_map(|(child, _)| {
        own(*child).map(|choice| Part::Card(card(here, PathwayOf::Child(*child), choice)))
    }));
    if here.may(Act::ChoosePathway) && here.book.pathways.current(PathwayOf::Family).is_some() {
        let without = children.iter().filter(|(child, _)| own(*child).is_none());
        let ways: Vec<_> = without
            .map(|(child, _)| {
                let words = format!("Choose another pathway for {}", here.book.name_of(*child));
                way_of(here, &words, Sheet::Pathway, child)
            })
            .collect();
        if !ways.is_empty() {
            parts.push(Part::Actions { ways, primary: false });
        }
    }
    parts
}

/// What was said of it when the family was added; kind words where nothing was.
fn as_added(here: &Here<'_>) -> [Part; 1] {
    let family = here.book.family().and_then(|family| family.current());
    let said = here.book.pathway(PathwayOf::Family).zip(family);
    [match said {
        None => Part::Words("The pathway appears here once it is chosen.".to_owned()),
        Some((pathway, family)) => {
            let service =
                if pathway == crate::model::pathway::Pathway::Another { &family.pathway } else { "" };
            let facts = facts([
                ("Pathway", pathway.label().to_owned()),
                ("Which service", service.to_owned()),
                ("Why", family.pathway_why.clone()),
            ]);
            Part::Card(Card { title: "As the family was added".to_owned(), facts, ..Card::default() })
        }
    }]
}

fn card(here: &Here<'_>, of: PathwayOf, choice: &PathwayChoice) -> Card {
    let whose = match of {
        PathwayOf::Family => String::new(),
        PathwayOf::Child(child) => format!("{}: ", here.book.name_of(child)),
    };
    let facts = facts([
        ("Main concern", listed(choice.concerns.iter().map(|it| it.label()))),
        ("Also", listed(choice.circumstances.iter().map(|it| it.label()))),
        ("Another service", choice.service.clone()),
        ("Where the guidance did not decide", listed(choice.gaps.iter().map(|it| it.label()))),
        ("Why", choice.why.clone()),
    ]);
    let ways = match of {
        PathwayOf::Child(child) => {
            change(here, Act::ChoosePathway, Sheet::Pathway, child, Mistaken::Pathway(of))
        }
        PathwayOf::Family if here.may(Act::ChoosePathway) => {
            let change = way(here, "Change", Sheet::Pathway);
            std::iter::once(change).chain(in_error(here, Mistaken::Pathway(of))).collect()
        }
        PathwayOf::Family => Vec::new(),
    };
    Card { title: format!("{whose}{}", choice.pathway.label()), tag: None, facts, ways }
}

fn listed<'a>(labels: impl Iterator<Item = &'a str>) -> String {
    labels.collect::<Vec<_>>().join("\n")
}
