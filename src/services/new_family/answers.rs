//! The answers as the check page shows them.

use crate::model::dates::PartialDate;
use crate::navigation::NewFamilyStep;
use crate::services::typed::{Fields, Typed};
use crate::services::words::sentence;

use super::reading::pair_code;
use super::{answer, called, field, pairs, rows};

/// One answer, and the page on which it is changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub step: NewFamilyStep,
    pub question: String,
    /// A line for each part; none while it is not answered.
    pub lines: Vec<String>,
}

/// Every answer, in the order of the pages.
pub fn answers(fields: &Fields) -> Vec<Answer> {
    let typed = Typed(fields);
    let mut all = Vec::new();
    let mut add = |step, question: &str, lines: Vec<String>| {
        all.push(Answer { step, question: question.to_owned(), lines });
    };
    let one = |text: &str| if text.is_empty() { vec![] } else { vec![text.to_owned()] };
    add(NewFamilyStep::Label, "What the team calls this family", one(typed.text(field::LABEL)));
    for key in rows(fields, field::CHILDREN) {
        add(NewFamilyStep::Children, &super::place_words(fields, &key), child(fields, &key));
    }
    for key in rows(fields, field::ADULTS) {
        add(NewFamilyStep::Adults, &super::place_words(fields, &key), adult(fields, &key));
    }
    add(NewFamilyStep::Workflow, "Who is in the workflow", workflow(fields));
    add(NewFamilyStep::Pathway, "Pathway", pathway(typed));
    add(NewFamilyStep::Referral, "Date of the referral", date(typed, field::REFERRED));
    add(NewFamilyStep::Referral, "Date of the assessment", date(typed, field::ASSESSED));
    add(NewFamilyStep::Safety, "Safety separation", safety(fields));
    let allocated = match typed.text(field::ALLOCATED) {
        answer::YES => one("Yes, I am"),
        answer::NO => one("No"),
        _ => vec![],
    };
    add(NewFamilyStep::Allocation, "Are you the allocated worker", allocated);
    all
}

fn names(typed: Typed<'_>, key: &str) -> Vec<String> {
    let name = typed.text(&field::of(key, "name"));
    let known_as = typed.text(&field::of(key, "known-as"));
    let known_as = (!known_as.is_empty()).then(|| format!("Known as {known_as}"));
    (!name.is_empty()).then(|| name.to_owned()).into_iter().chain(known_as).collect()
}

fn date(typed: Typed<'_>, id: &str) -> Vec<String> {
    let date: Option<PartialDate> = typed.date(id, "").ok().flatten();
    date.map(|date| date.to_string()).into_iter().collect()
}

fn child(fields: &Fields, key: &str) -> Vec<String> {
    let typed = Typed(fields);
    let mut lines = names(typed, key);
    match typed.text(&field::of(key, "arrival")) {
        answer::UNBORN => {
            let due = date(typed, &field::of(key, "due"));
            lines.push(
                due.first().map_or("Not yet born".to_owned(), |due| format!("Not yet born, due {due}")),
            );
        }
        answer::BORN => {
            lines.extend(date(typed, &field::of(key, "birth")).first().map(|born| format!("Born {born}")));
        }
        _ => {}
    }
    lines
}

fn adult(fields: &Fields, key: &str) -> Vec<String> {
    let typed = Typed(fields);
    let mut lines = names(typed, key);
    for child in rows(fields, field::CHILDREN) {
        let kind = match typed.text(&field::between(key, &child, "kind")) {
            "" => continue,
            answer::OTHER => typed.text(&field::between(key, &child, "kind-words")),
            kind => kind,
        };
        let responsibility = match typed.text(&field::between(key, &child, "responsibility")) {
            answer::YES => "holds parental responsibility",
            answer::NO => "does not hold parental responsibility",
            _ => "parental responsibility not known",
        };
        lines.push(format!("{} of {}: {responsibility}", sentence(kind), called(fields, &child)));
    }
    lines
}

fn workflow(fields: &Fields) -> Vec<String> {
    let typed = Typed(fields);
    let everyone = rows(fields, field::CHILDREN).into_iter().chain(rows(fields, field::ADULTS));
    let line = |key: String| {
        let (words, since) = match typed.text(&field::of(&key, "workflow")) {
            answer::YES => ("in the workflow", "in-since"),
            answer::NO => ("not in the workflow", "out-since"),
            _ => return None,
        };
        let since = date(typed, &field::of(&key, since));
        let since = since.first().map(|date| format!(" since {date}")).unwrap_or_default();
        Some(format!("{}: {words}{since}", sentence(&called(fields, &key))))
    };
    everyone.filter_map(line).collect()
}

fn pathway(typed: Typed<'_>) -> Vec<String> {
    let pathway = match typed.text(field::PATHWAY) {
        answer::UNDECIDED => "Not decided yet",
        answer::OTHER => typed.text(field::PATHWAY_WORDS),
        known => known,
    };
    [pathway, typed.text(field::PATHWAY_WHY)]
        .into_iter()
        .filter(|words| !words.is_empty())
        .map(str::to_owned)
        .collect()
}

fn safety(fields: &Fields) -> Vec<String> {
    let typed = Typed(fields);
    match typed.text(field::AT_RISK) {
        answer::YES => {
            let chosen = typed.lines(field::PAIRS);
            let words =
                |[a, b]: [String; 2]| format!("Between {} and {}", called(fields, &a), called(fields, &b));
            pairs(fields).into_iter().filter(|p| chosen.contains(&pair_code(p).as_str())).map(words).collect()
        }
        answer::NO => vec!["No".to_owned()],
        answer::NOT_KNOWN => vec!["Not known yet".to_owned()],
        _ => vec![],
    }
}
