//! What a record of any kind says, a line for each thing, in words that a person can compare.
//!
//! It is read from the record as it is written, so that a kind that is added is shown too: dates and names are said in
//! full, the permanent words of choices as words, and ids of other records, which say nothing to anybody, not at all.

use chrono::{NaiveDate, NaiveTime};
use serde_json::{Map, Value};

use crate::model::dates::{PartialDate, day_words};
use crate::model::ids::{EventId, PersonId, PractitionerId};
use crate::services::words::sentence;
use crate::workbook::fold::Workbook;

/// Names that would not be understood as they stand.
const NAMES: [(&str, &str); 12] = [
    ("on", "Date"),
    ("from", "From"),
    ("what", "What"),
    ("childrens_views", "Children’s views"),
    ("parents_views", "Parents’ views"),
    ("agencies_views", "Agencies’ views"),
    ("family_view", "What the family thinks"),
    ("not_asked", "Why they were not asked"),
    ("how_known", "How we will know"),
    ("without_agreement", "Why without agreement"),
    ("why_not_alone", "Why not alone"),
    ("legal", "Order or legal basis"),
];

/// Where one of several is chosen, and what is chosen says what it is.
const PLAIN: [&str; 7] = ["practitioner", "person", "other", "on", "every", "elsewhere", "agency"];

/// A line for each thing that a record says.
pub fn lines(book: &Workbook, value: &Value) -> Vec<String> {
    match value {
        Value::Object(members) => members
            .iter()
            .filter_map(|(name, value)| Some(format!("{}: {}", label(book, name)?, said(book, value)?)))
            .collect(),
        other => said(book, other).into_iter().collect(),
    }
}

/// What a name of the record is called; none for the id of another record.
fn label(book: &Workbook, name: &str) -> Option<String> {
    match NAMES.iter().find(|(own, _)| *own == name) {
        Some((_, words)) => Some((*words).to_owned()),
        None if name.parse::<EventId>().is_ok() => somebody(book, name),
        None => Some(sentence(&name.replace('_', " "))),
    }
}

/// The name of a person or a worker whose id this is.
fn somebody(book: &Workbook, id: &str) -> Option<String> {
    let person = id.parse::<PersonId>().ok().filter(|id| book.people.get(*id).is_some());
    let worker = id.parse::<PractitionerId>().ok().filter(|id| book.team.get(*id).is_some());
    person.map(|id| book.name_of(id)).or_else(|| worker.map(|id| book.author_name(id)))
}

fn said(book: &Workbook, value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::Bool(true) => Some("Yes".to_owned()),
        Value::Bool(false) => Some("No".to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) => text_said(book, text),
        Value::Array(all) => {
            let apart = if all.iter().any(Value::is_object) { "\n" } else { ", " };
            let said: Vec<String> = all.iter().filter_map(|one| said(book, one)).collect();
            (!said.is_empty()).then(|| said.join(apart))
        }
        Value::Object(members) => members_said(book, members, value),
    }
}

fn text_said(book: &Workbook, text: &str) -> Option<String> {
    let text = text.trim();
    if text.parse::<EventId>().is_ok() {
        return somebody(book, text);
    }
    if let Ok(day) = text.parse::<NaiveDate>() {
        return Some(day_words(day));
    }
    if let Ok(time) = text.parse::<NaiveTime>() {
        return Some(time.format("%H:%M").to_string());
    }
    let is_choice =
        text.contains('_') && text.chars().all(|it| it.is_ascii_lowercase() || "_0123456789".contains(it));
    match (text.is_empty(), is_choice) {
        (true, _) => None,
        (false, true) => Some(sentence(&text.replace('_', " "))),
        (false, false) => Some(text.to_owned()),
    }
}

fn members_said(book: &Workbook, members: &Map<String, Value>, whole: &Value) -> Option<String> {
    if members.contains_key("known")
        && let Ok(date) = serde_json::from_value::<PartialDate>(whole.clone())
    {
        return Some(date.to_string());
    }
    let one = || members.iter().next().filter(|_| members.len() == 1);
    if let Some((_, value)) = one().filter(|(name, _)| PLAIN.contains(&name.as_str())) {
        return said(book, value);
    }
    let member = |(name, value): (&String, &Value)| match (label(book, name), said(book, value)) {
        (Some(label), Some(words)) => Some(format!("{label}: {words}")),
        (None, words) => words,
        // What is chosen says something even where nothing is added to it.
        (Some(label), None) => (members.len() == 1 && value.is_object()).then_some(label),
    };
    let said: Vec<String> = members.iter().filter_map(member).collect();
    (!said.is_empty()).then(|| said.join("; "))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::model::module::ModuleId;
    use crate::model::practitioner::Role;
    use crate::services::sample::{AMARA, KAYLA, Sample, about, entry, entry_id, person};
    use crate::services::sheets::summary::tests::{does_as, worker};
    use crate::workbook::decide::Command;

    #[test]
    fn what_a_record_says_is_in_words() {
        let mut sample = Sample::new();
        // In the sample the first worker has the id of the first person, which no two ids have.
        let kim = worker(8, "Kim Roe", Role::SocialWorker);
        let entry = entry(ModuleId::M2, about(AMARA), "Up every day");
        does_as(&mut sample, &kim, Command::RecordEntry { id: entry_id(1), entry }).unwrap();
        let book = sample.book;
        let (amara, kayla) = (person(AMARA).to_string(), person(KAYLA).to_string());
        let worker = kim.id.to_string();
        let other = "7F3K0000000000000000000000";
        let cases = [
            (json!({"on": "2026-11-03", "statutory": true}), vec!["Date: 3 November 2026", "Statutory: Yes"]),
            (json!({"to": "child_in_need", "why": " Better "}), vec!["To: Child in need", "Why: Better"]),
            (json!({"note": "", "by": [worker], "plan": other}), vec!["By: Kim Roe"]),
            (
                json!({"children": {kayla.clone(): {"seen_alone": {"agreed_by": [amara]}}}}),
                vec!["Children: Kayla: Seen alone: Agreed by: Amara"],
            ),
            (
                json!({"children": {kayla.clone(): {"seen": {"why_not_alone": ""}}}}),
                vec!["Children: Kayla: Seen"],
            ),
            (json!({"who": {"person": kayla}, "by": {"every": "Weekly"}}), vec!["By: Weekly", "Who: Kayla"]),
            (json!({"on": {"known": {"year": 2014}, "about": true}}), vec!["Date: about 2014"]),
            (json!({"at": "15:30:00", "place": {"elsewhere": "Nan’s"}}), vec!["At: 15:30", "Place: Nan’s"]),
            (json!({"progress": {other: "Half done"}}), vec!["Progress: Half done"]),
            (json!("given"), vec!["given"]),
        ];
        for (value, words) in cases {
            assert_eq!(lines(&book, &value), words, "{value}");
        }
    }
}
