//! The pathway of the family, or of one child, with what the guidance says and where it leaves a gap (`domain.md`
//! R4 to R6, R9, R13).

use std::collections::BTreeSet;

use crate::model::choices::Choice;
use crate::model::ids::PersonId;
use crate::model::pathway::{Circumstance, Concern, Gap, Pathway, PathwayChoice, PathwayOf};
use crate::model::person::Arrival;
use crate::navigation::{FamilyPage, Leaf};
use crate::policy::profile::practice::Part;
use crate::services::here::Here;
use crate::services::sheet::{Question, Sheet, What, line, many, one, text};
use crate::services::sheets::{Fresh, answers};
use crate::services::typed::{Fields, Wrong};
use crate::workbook::decide::rules::PathwayRule;
use crate::workbook::decide::way::Way;
use crate::workbook::decide::{Command, Field};

use super::{Filled, Reading, answers_of};

/// The ids of the boxes. They stand in drafts, so they stay.
mod field {
    pub const CONCERNS: &str = "pathway-concerns";
    pub const CIRCUMSTANCES: &str = "pathway-circumstances";
    pub const CHOSEN: &str = "pathway-chosen";
    pub const SERVICE: &str = "pathway-service";
    pub const WHY: &str = "pathway-why";
}

/// The family's pathway without an id in the address, a child's under theirs.
fn whose(of: Option<&str>, here: &Here<'_>) -> Option<PathwayOf> {
    let Some(of) = of else { return Some(PathwayOf::Family) };
    let child: PersonId = of.parse().ok()?;
    here.book.people.current(child).filter(|person| person.is_child()).map(|_| PathwayOf::Child(child))
}

pub fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let of = whose(of, here)?;
    let profile = here.profile();
    let said = &profile.practice.pathway;
    let source = said.source.as_ref().map(|source| format!(" ({})", profile.source_words(source)));
    let mut questions: Vec<Question> = warnings(here, of).into_iter().map(What::asked).collect();
    questions.extend([
        many(field::CONCERNS, "What is the main concern?", answers::<Concern>())
            .hinted("Choose all that apply.")
            .asked(),
        many(field::CIRCUMSTANCES, "What else is there to know? (optional)", answers::<Circumstance>()).asked(),
        one(field::CHOSEN, "Which pathway?", answers_of(offered(here, of))).asked(),
        line(field::SERVICE, "Which other service, and what was arranged with it?")
            .hinted("Where another service works with the family, instead or alongside. Otherwise leave it empty.")
            .asked(),
        text(field::WHY, "Why this pathway?")
            .hinted("Needed where the guidance does not decide, or says another. Write it so that the family could read it.")
            .asked(),
    ]);
    Some(Sheet {
        heading: "Choose the pathway".to_owned(),
        caption: match of {
            PathwayOf::Family => None,
            PathwayOf::Child(child) => Some(here.book.name_of(child)),
        },
        intro: vec![format!("{}{}", said.words, source.unwrap_or_default())],
        questions,
        save: "Save pathway",
        done: "The pathway was recorded".to_owned(),
        back: FamilyPage::leaf(Leaf::Referral),
        filled: boxes(here, of),
        at: super::super::at([
            (Field::Why, field::WHY),
            (Field::Text, field::SERVICE),
            (Field::Choice, field::CHOSEN),
        ]),
    })
}

/// The ages that the guidance asks for, and the gaps that no answer can close.
fn warnings(here: &Here<'_>, of: PathwayOf) -> Vec<What> {
    let rules = here.rules();
    let mut shown = Vec::new();
    if matches!(rules.pathway, PathwayRule::Age(_) | PathwayRule::AgesNotGiven) {
        let children = here.book.children().into_iter().filter(|(child, _)| match of {
            PathwayOf::Family => here.book.in_workflow(*child),
            PathwayOf::Child(one) => one == *child,
        });
        let age = |(id, child): (PersonId, &crate::model::person::Person)| {
            let age = match (&child.arrival, child.age(here.today)) {
                (Arrival::Unborn { .. }, _) => "not yet born".to_owned(),
                (Arrival::Born(_), Some(age)) => format!("aged {age}"),
                (Arrival::Born(_), None) => "age not known".to_owned(),
            };
            format!("{}: {age}", here.book.name_of(id))
        };
        shown.push(What::Words(children.map(age).collect::<Vec<_>>().join("\n")));
    }
    let none = (BTreeSet::new(), BTreeSet::new());
    let said = here.book.pathway_guidance(&rules, of, &none.0, &none.1, here.today);
    let whatever = [Gap::NotSaid, Gap::AgesNotGiven, Gap::AgeThirteen, Gap::AgeNotKnown, Gap::ForAnotherTeam];
    shown.extend(
        said.gaps.iter().filter(|gap| whatever.contains(gap)).map(|gap| What::Warning(gap_words(*gap))),
    );
    shown
}

fn gap_words(gap: Gap) -> String {
    format!("{}.", gap.label())
}

/// The pathways that this authority has, and the one that stands.
fn offered(here: &Here<'_>, of: PathwayOf) -> Vec<Pathway> {
    let stands = here.book.pathway(of);
    let has = |pathway: Pathway| match pathway {
        Pathway::ChildInNeed => here.rules().pathway == PathwayRule::One,
        Pathway::FamilySafeguarding => here.rules().pathway != PathwayRule::One,
        Pathway::Exploitation => {
            here.rules().pathway != PathwayRule::One && here.profile().uses(Part::ExploitationPathway)
        }
        Pathway::Another => true,
    };
    Pathway::ALL.iter().copied().filter(|it| has(*it) || stands == Some(*it)).collect()
}

/// What was chosen; before that, what was typed when the family was added.
fn boxes(here: &Here<'_>, of: PathwayOf) -> Fields {
    if let Some(choice) = here.book.pathways.current(of) {
        return Filled::default()
            .many(field::CONCERNS, choice.concerns.iter().map(|it| it.code()))
            .many(field::CIRCUMSTANCES, choice.circumstances.iter().map(|it| it.code()))
            .choice(field::CHOSEN, choice.pathway)
            .text(field::SERVICE, &choice.service)
            .text(field::WHY, &choice.why)
            .0;
    }
    let family = here.book.family().and_then(|family| family.current());
    let (Some(family), Some(pathway), PathwayOf::Family) = (family, here.book.pathway(of), of) else {
        return Fields::new();
    };
    let filled = Filled::default().choice(field::CHOSEN, pathway).text(field::WHY, &family.pathway_why);
    if pathway == Pathway::Another { filled.text(field::SERVICE, &family.pathway).0 } else { filled.0 }
}

pub fn read(
    of: Option<&str>,
    here: &Here<'_>,
    typed: &Fields,
    _fresh: Fresh<'_>,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let Some(of) = whose(of, here) else { return Ok(Vec::new()) };
    let mut form = Reading::of(typed, here);
    let concerns = ticked::<Concern>(&form, field::CONCERNS);
    let circumstances = ticked::<Circumstance>(&form, field::CIRCUMSTANCES);
    let chosen = form.needed_choice::<Pathway>(field::CHOSEN, "Select a pathway");
    if chosen == Some(Pathway::Another) {
        form.needed_text(field::SERVICE, "Enter which service it is, and what was arranged with it");
    }
    let why = form.text(field::WHY);
    let said = here.book.pathway_guidance(&here.rules(), of, &concerns, &circumstances, here.today);
    match said.decides() {
        _ if !why.is_empty() || chosen.is_none() => {}
        Some(pathway) if Some(pathway) == chosen => {}
        Some(pathway) => form.missing(
            field::WHY,
            format!("The guidance says: {}. Enter why this one was chosen", pathway.label()),
        ),
        None => {
            let gaps: Vec<&str> = said.gaps.iter().map(|gap| gap.label()).collect();
            let gaps = gaps.join("; ");
            form.missing(
                field::WHY,
                format!("The guidance does not decide this: {gaps}. Enter why this pathway was chosen"),
            );
        }
    }
    let (Some(pathway), true) = (chosen, form.wrong.is_empty()) else { return Err(form.wrong) };
    let service = form.text(field::SERVICE);
    let choice = PathwayChoice { pathway, service, concerns, circumstances, why, gaps: BTreeSet::new() };
    let seen = here.book.pathways.head_ids(of);
    Ok(vec![Way::ChoosePathway { of, choice, seen }.into()])
}

fn ticked<C: Choice + Ord>(form: &Reading<'_>, id: &str) -> BTreeSet<C> {
    form.boxes.lines(id).into_iter().filter_map(C::from_code).collect()
}

#[cfg(test)]
mod tests;
