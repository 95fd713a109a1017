//! What the rules, roles and things are called, and what red, amber and green mean.

use crate::policy::profile::Profile;
use crate::policy::profile::words::Concept;
use crate::services::sheet::{Question, What, line, text};
use crate::services::typed::{Fields, Typed, Wrong};
use crate::services::words::sentence;

use super::{RulesSheet, labels, refused};

/// The box with the name of the rules.
pub(super) const NAME: &str = "words-name";
const MEASURES: &str = "words-measures";
const COLOURS: [(&str, &str); 3] =
    [("words-red", "Red means"), ("words-amber", "Amber means"), ("words-green", "Green means")];

fn role_box(code: &str) -> String {
    format!("words-role-{code}")
}

fn concept_box(concept: Concept) -> String {
    format!("words-{}", labels::code(&concept))
}

pub(super) fn sheet(newest: &Profile) -> RulesSheet {
    let mut questions: Vec<What> =
        vec![line(NAME, "Name of these rules").hinted("As colleagues will see it where dates are explained")];
    let mut filled = Fields::new();
    filled.insert(NAME.to_owned(), super::copy_of(newest).name);
    if let Some(ratings) = &newest.ratings {
        questions.push(What::Heading("Red, amber and green".to_owned()));
        questions.push(line(MEASURES, "What is rated"));
        questions.extend(COLOURS.map(|(id, label)| text(id, label)));
        let words = [&ratings.red, &ratings.amber, &ratings.green];
        filled.insert(MEASURES.to_owned(), ratings.measures.clone());
        filled.extend(COLOURS.iter().zip(words).map(|((id, _), words)| ((*id).to_owned(), words.clone())));
    }
    questions.push(What::Heading("Roles".to_owned()));
    for (code, word) in &newest.roles {
        questions.push(line(role_box(code), sentence(&code.replace('_', " "))));
        filled.insert(role_box(code), word.word.clone());
    }
    questions.push(What::Heading("What things are called".to_owned()));
    for concept in Concept::ALL.into_iter().filter(|it| newest.words.contains_key(it)) {
        questions.push(line(concept_box(concept), sentence(concept.label())));
        filled.insert(concept_box(concept), newest.word(concept).to_owned());
    }
    RulesSheet {
        intro: vec![
            "What you change is marked as decided by the team. Everything else keeps the document that it came from."
                .to_owned(),
        ],
        questions: questions.into_iter().map(What::asked).collect::<Vec<Question>>(),
        save: "Save words",
        filled,
    }
}

pub(super) fn read(mut copy: Profile, boxes: Typed<'_>, wrong: &mut Vec<Wrong>) -> Option<Profile> {
    let mut needed = |id: String, what: &str| {
        let words = boxes.text(&id);
        if words.is_empty() {
            wrong.push(Wrong::new(id, format!("Enter {what}")));
        }
        words
    };
    let name = needed(NAME.to_owned(), "a name for these rules");
    let before = copy.clone();
    if before.ratings.is_some() {
        let measures = needed(MEASURES.to_owned(), "what is rated");
        let colours = COLOURS.map(|(id, label)| {
            let colour = label.split(' ').next().unwrap_or_default().to_lowercase();
            needed(id.to_owned(), &format!("what {colour} means"))
        });
        copy.explain_ratings(measures, colours);
    }
    for code in before.roles.keys() {
        copy.call_role(code, needed(role_box(code), "what this role is called"));
    }
    for concept in Concept::ALL.into_iter().filter(|it| before.words.contains_key(it)) {
        copy.call(concept, needed(concept_box(concept), "what this is called"));
    }
    if name.is_empty() {
        return None;
    }
    match copy.copy_as(&copy.id, name) {
        Ok(named) => Some(Profile { based_on: copy.based_on, ..named }),
        Err(why) => {
            wrong.push(refused(NAME, &why));
            None
        }
    }
}
