//! The parenting assessment of one parent, or of a couple who are assessed jointly: module by module, then the analysis
//! and recommendations, and what the family thinks (`domain.md` R67; E2, rule 10).

use std::collections::BTreeSet;

use crate::model::dates::day_words;
use crate::model::entry::{Certainty, Entry};
use crate::model::ids::PersonId;
use crate::model::module::ModuleId;
use crate::model::subject::Subject;
use crate::navigation::FamilyPage;
use crate::reports::Block;
use crate::services::here::Here;

use super::blocks::{all_labelled, source, table};
use super::drawings::Shows;
use super::modules;
use super::sheaf::Sheaf;

/// The analysis and what the family thinks of it: without them an assessment is not whole.
const LAST: [ModuleId; 2] = [ModuleId::M7, ModuleId::M8];

pub(super) fn gather(sheaf: &mut Sheaf<'_>, of: Subject) {
    let here = sheaf.here;
    let parents = parents(&here, of);
    let children = children(&here, of);
    gaps(sheaf, of);
    cautions(sheaf, of);
    about(sheaf, of, &children, &parents);
    for module in ModuleId::ALL {
        modules::section(sheaf, module, &modules::subjects(module, &parents, &children));
    }
    sources(sheaf, &parents, &children);
}

/// Whose entries it is made from: of the couple together, and of each alone.
fn parents(here: &Here<'_>, of: Subject) -> Vec<Subject> {
    match of {
        Subject::Couple(pair) => std::iter::once(of).chain(pair.both().map(Subject::Person)).collect(),
        Subject::Person(person) => {
            let joint = here.book.subjects().into_iter();
            let joint = joint.filter(|it| matches!(it, Subject::Couple(pair) if pair.has(person)));
            std::iter::once(of).chain(joint).collect()
        }
    }
}

/// Their children in the workflow; where nothing says whose they are, all.
fn children(here: &Here<'_>, of: Subject) -> Vec<PersonId> {
    let book = here.book;
    let all: Vec<PersonId> =
        book.children().into_iter().map(|(id, _)| id).filter(|id| book.in_workflow(*id)).collect();
    let of_theirs = |child: &PersonId| {
        book.relationships.all().any(|(_, it)| it.to == *child && it.kind.is_parent() && of.names(it.from))
    };
    let own: Vec<PersonId> = all.iter().copied().filter(of_theirs).collect();
    if own.is_empty() { all } else { own }
}

/// The modules in which nothing is recorded about them, and those that make it whole.
fn gaps(sheaf: &mut Sheaf<'_>, of: Subject) {
    let here = sheaf.here;
    let (parents, children) = (parents(&here, of), children(&here, of));
    for module in ModuleId::ALL {
        let about = modules::subjects(module, &parents, &children);
        if about.iter().all(|subject| here.book.evidence_in(module, *subject).is_empty()) {
            let words = match LAST.contains(&module) {
                true => format!("Needs {}", modules::title(module).replacen('M', "m", 1)),
                false => {
                    format!("Nothing is recorded in {} yet", modules::title(module).replacen('M', "m", 1))
                }
            };
            let subject = about.first().copied().unwrap_or(of);
            sheaf.needs(words, FamilyPage::Module { subject, module });
        }
    }
}

/// Where abuse is alleged, what one parent said must not reach the other through one paper for both.
fn cautions(sheaf: &mut Sheaf<'_>, of: Subject) {
    let book = sheaf.here.book;
    match of {
        Subject::Couple(pair) => {
            let said = book.separations.get(pair).is_some_and(|thing| {
                let versions = thing.versions().filter_map(|version| version.value.as_ref());
                versions.into_iter().any(|it| it.in_force || it.said_to_harm.is_some())
            });
            let of_either = |entry: &Entry| pair.both().into_iter().any(|person| entry.subject.names(person));
            let alleged =
                book.entries.all().any(|(_, it)| it.certainty == Certainty::Allegation && of_either(it));
            if said || alleged {
                let [one, other] = pair.both().map(|person| book.name_of(person));
                sheaf.cautions.push(format!(
                    "Something is alleged here. What is recorded about {one} and about {other} stands apart in this \
                     document. Think of making one for each of them instead."
                ));
            }
        }
        Subject::Person(person) => {
            let former = book.former_subjects().into_iter().filter_map(|it| match it {
                Subject::Couple(pair) => pair.other(person),
                Subject::Person(_) => None,
            });
            let former: Vec<String> = former.map(|other| book.name_of(other)).collect();
            if !former.is_empty() {
                sheaf.cautions.push(format!(
                    "What was recorded about {} and {} together is not in it: they are no longer assessed jointly.",
                    book.name_of(person),
                    former.join(", ")
                ));
            }
        }
    }
}

fn about(sheaf: &mut Sheaf<'_>, of: Subject, children: &[PersonId], parents: &[Subject]) {
    let here = sheaf.here;
    let book = here.book;
    sheaf.begin("About this assessment");
    if !sheaf.reader.is_professional() {
        let words =
            "This is what was written down in the work with you, as far as it was chosen to be shown to you.";
        return sheaf.put(Block::Paragraph(words.to_owned()));
    }
    let names: Vec<String> = children.iter().map(|child| book.name_of(*child)).collect();
    let mut facts = vec![("Of".to_owned(), book.subject_name(of)), ("Children".to_owned(), names.join(", "))];
    if let Some((_, member)) = book.social_worker_on(here.today) {
        facts.push(("Led by".to_owned(), format!("{}, social worker", member.name)));
    }
    let entries = entries(&here, parents, children);
    let writers: BTreeSet<String> = entries
        .iter()
        .map(|(thing, _)| super::blocks::who(&here, thing.latest().author, &thing.latest().role))
        .collect();
    facts.push(("With what these recorded".to_owned(), Vec::from_iter(writers).join("; ")));
    let days = entries.iter().map(|(_, entry)| entry.done_on.earliest());
    if let (Some(first), Some(last)) = (days.clone().min(), days.max()) {
        facts.push(("Work between".to_owned(), format!("{} and {}", day_words(first), day_words(last))));
    }
    if let Some(assessment) = book.referral_now().and_then(|(_, it)| it.assessment.as_ref()) {
        let words = format!("{}, {}", assessment.by, day_words(assessment.completed_on));
        facts.push(("Built on the child and family assessment of".to_owned(), words));
    }
    facts.retain(|(_, words)| !words.trim().is_empty());
    sheaf.put(Block::Facts(facts));
    sheaf.extend(super::family::protected(&here));
    sheaf.draw(Shows::FamilyTree);
    sheaf.draw(Shows::Scaling(of));
    sheaf.draw(Shows::StagesOfChange(of));
    if let Some(assessment) = book.referral_now().and_then(|(_, it)| it.assessment.as_ref()) {
        sheaf.extend(all_labelled([("What that assessment found".to_owned(), assessment.outcome.clone())]));
    }
}

type Recorded<'a> = (&'a crate::workbook::versioned::Versioned<Entry>, &'a Entry);

/// Every entry that it is made from, the oldest work first.
fn entries<'a>(here: &Here<'a>, parents: &[Subject], children: &[PersonId]) -> Vec<Recorded<'a>> {
    let mut found = Vec::new();
    for module in ModuleId::ALL {
        for subject in modules::subjects(module, parents, children) {
            let own = here.book.entries_in(module, subject).into_iter().rev();
            found.extend(own.filter_map(|(_, thing)| Some((thing, thing.current()?))));
        }
    }
    found.sort_by_key(|(thing, entry)| {
        (entry.done_on.earliest(), thing.first().recorded, thing.first().event)
    });
    found
}

fn sources(sheaf: &mut Sheaf<'_>, parents: &[Subject], children: &[PersonId]) {
    let here = sheaf.here;
    if !sheaf.reader.is_professional() {
        return;
    }
    sheaf.begin("Sources");
    let rows = entries(&here, parents, children).into_iter().map(|(thing, entry)| {
        let module = format!("Module {}", entry.module.number());
        vec![
            entry.done_on.to_string(),
            module,
            here.book.subject_name(entry.subject),
            source(&here, thing, entry),
        ]
    });
    sheaf.extend(table("What this is made from", &["Date", "Where", "About", "Who and how"], rows.collect()));
}
