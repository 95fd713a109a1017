//! The case summary of the whole family, for whoever must decide at short notice: renewed every three months, and
//! sooner if something critical happens (WSX appendix 6; `domain.md` R37).

use crate::model::ids::PersonId;
use crate::model::summary::CaseSummary;
use crate::navigation::{FamilyPage, Leaf};
use crate::policy::profile::practice::Part;
use crate::services::here::Here;
use crate::services::sheet::{Question, Sheet, long_text, text};
use crate::services::typed::{Fields, Typed, Wrong};
use crate::workbook::decide::{Command, Field, SummaryCommand};
use crate::workbook::versioned::Versioned;

use super::children;

/// The ids of the boxes. They stand in drafts, so they stay.
mod field {
    use crate::model::ids::PersonId;

    pub const BACKGROUND: &str = "case-background";
    pub const PLAN: &str = "case-plan";
    pub const SAFETY: &str = "case-safety";
    pub const CONTINGENCY: &str = "case-contingency";
    pub const CONTACTS: &str = "case-contacts";
    pub const CRITICAL: &str = "case-critical";

    pub fn view(child: PersonId) -> String {
        format!("case-view-{child}")
    }
}

/// The parts of it beside the children's views: box, question, hint.
const TEXTS: [(&str, &str, &str); 5] = [
    (field::BACKGROUND, "Family background and key current issues", ""),
    (field::PLAN, "Current plan", "What it is for, and who does what."),
    (field::SAFETY, "Safety plan", "What keeps each child safe now."),
    (field::CONTINGENCY, "Contingency plan", "What happens if that does not work."),
    (
        field::CONTACTS,
        "Key contacts and essential information",
        "Whom to ring, and what they must know first.",
    ),
];

fn of_family<'a>(of: Option<&str>, here: &Here<'a>) -> Option<Option<&'a CaseSummary>> {
    let used = here.profile().uses(Part::CaseSummary) && of.is_none();
    used.then(|| here.book.case_summary().and_then(Versioned::current))
}

/// The children to write about: those in the workflow, and those who were written about before.
fn whom(here: &Here<'_>, stands: Option<&CaseSummary>) -> Vec<PersonId> {
    let mut whom = children(here.book);
    let before = stands.into_iter().flat_map(|stands| stands.childrens_views.keys());
    whom.extend(before.filter(|child| !whom.contains(child)).copied().collect::<Vec<_>>());
    whom
}

pub(super) fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let stands = of_family(of, here)?;
    let view = |child: PersonId| {
        text(field::view(child), format!("What does {} say and want?", here.book.name_of(child)))
            .hinted("In their own words where you can.")
            .asked()
    };
    let part = |(id, label, hint): &(&str, &str, &str)| {
        let box_ = long_text(*id, *label, 5);
        if hint.is_empty() { box_.asked() } else { box_.hinted(*hint).asked() }
    };
    let mut questions: Vec<Question> = whom(here, stands).into_iter().map(view).collect();
    questions.extend(TEXTS.iter().map(part));
    questions.push(
        text(field::CRITICAL, "Has something happened that could not wait for three months? (optional)")
            .asked(),
    );
    Some(Sheet {
        heading: if stands.is_some() { "Renew the case summary" } else { "Write the case summary" }.to_owned(),
        caption: None,
        intro: vec![
            "For somebody who does not know the family and has to decide tonight, such as the out-of-hours team. Say it \
             in short. Saving it says that every part of it is right today."
                .to_owned(),
        ],
        questions,
        save: "Save case summary",
        done: "The case summary is right as of today".to_owned(),
        back: FamilyPage::leaf(Leaf::Summaries),
        filled: stands.map(boxes).unwrap_or_default(),
        at: super::at([(Field::Texts, field::BACKGROUND)]),
    })
}

/// What happened that could not wait was for that time: it is not filled in again.
fn boxes(summary: &CaseSummary) -> Fields {
    let views = summary.childrens_views.iter().map(|(child, words)| (field::view(*child), words.clone()));
    let texts = [
        (field::BACKGROUND, &summary.background),
        (field::PLAN, &summary.current_plan),
        (field::SAFETY, &summary.safety_plan),
        (field::CONTINGENCY, &summary.contingency_plan),
        (field::CONTACTS, &summary.contacts),
    ];
    views.chain(texts.map(|(id, words)| (id.to_owned(), words.clone()))).collect()
}

pub(super) fn read(of: Option<&str>, here: &Here<'_>, typed: &Fields) -> Result<Vec<Command>, Vec<Wrong>> {
    let Some(stands) = of_family(of, here) else { return Ok(Vec::new()) };
    let boxes = Typed(typed);
    let words = |id: &str| boxes.text(id).to_owned();
    let views = whom(here, stands).into_iter().map(|child| (child, words(&field::view(child))));
    let summary = CaseSummary {
        as_of: here.today,
        childrens_views: views.filter(|(_, words)| !words.is_empty()).collect(),
        background: words(field::BACKGROUND),
        current_plan: words(field::PLAN),
        safety_plan: words(field::SAFETY),
        contingency_plan: words(field::CONTINGENCY),
        contacts: words(field::CONTACTS),
        critical: words(field::CRITICAL),
    };
    if !summary.has_words() {
        return Err(vec![Wrong::new(field::BACKGROUND, "Write something in the case summary first")]);
    }
    let seen = here.book.case_summary().map(Versioned::head_ids).unwrap_or_default();
    Ok(vec![Command::Summary(SummaryCommand::RenewCaseSummary { summary, seen })])
}

/// What a case summary says, each thing under its name, in the order of the form.
pub fn said(here: &Here<'_>, summary: &CaseSummary) -> Vec<(String, String)> {
    let views = summary
        .childrens_views
        .iter()
        .map(|(child, words)| (format!("{} says", here.book.name_of(*child)), words.clone()));
    let texts = [
        &summary.background,
        &summary.current_plan,
        &summary.safety_plan,
        &summary.contingency_plan,
        &summary.contacts,
    ];
    let texts = TEXTS.iter().zip(texts).map(|((_, name, _), words)| ((*name).to_owned(), words.clone()));
    views
        .chain(texts)
        .chain([("What could not wait".to_owned(), summary.critical.clone())])
        .filter(|(_, words)| !words.trim().is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::services::sample::{KAYLA, Sample, person, today};
    use crate::services::sheets::tests::here;

    #[test]
    fn the_case_summary_is_written_read_back_and_renewed_without_what_could_not_wait() {
        let mut sample = Sample::new();
        let mut typed: Fields =
            TEXTS.iter().map(|(id, name, _)| ((*id).to_owned(), format!("{name}."))).collect();
        typed.insert(field::view(person(KAYLA)), "I want to stay with Mum".into());
        typed.insert(field::CRITICAL.into(), "The police were called".into());
        for command in read(None, &here(&sample.book), &typed).unwrap() {
            sample.does(command);
        }
        let stands = sample.book.case_summary().unwrap().current().unwrap().clone();
        assert_eq!(stands.as_of, today());
        let told = said(&here(&sample.book), &stands);
        let names: Vec<&str> = told.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(
            names,
            [
                "Kayla says",
                "Family background and key current issues",
                "Current plan",
                "Safety plan",
                "Contingency plan",
                "Key contacts and essential information",
                "What could not wait"
            ]
        );
        for (name, words) in &told[1..6] {
            assert_eq!(*words, format!("{name}."));
        }
        let again = sheet(None, &here(&sample.book)).unwrap();
        assert_eq!(again.heading, "Renew the case summary");
        typed.remove(field::CRITICAL);
        assert_eq!(again.filled, typed);
        // Whoever is named in it stays.
        let (id, seen) = (person(KAYLA), sample.book.people.head_ids(person(KAYLA)));
        let refused =
            sample.tries(Command::RemovePerson { id, reason: "Typed twice".into(), seen }).unwrap_err();
        assert_eq!(refused, crate::workbook::decide::Refusal::PersonInUse(1));
    }

    #[test]
    fn nothing_is_no_case_summary() {
        let sample = Sample::new();
        let typed = [(field::CRITICAL.to_owned(), "Something".to_owned())].into();
        let wrong = read(None, &here(&sample.book), &typed).unwrap_err();
        assert_eq!(wrong[0].field, field::BACKGROUND);
        assert!(sheet(Some("other"), &here(&sample.book)).is_none());
    }
}
