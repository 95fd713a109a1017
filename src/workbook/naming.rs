//! Whether words name somebody, so that what names one of two people who are kept apart is not shown to the other.
//!
//! A name in prose is found by its words, in any case and with any marks between them; so is what children call
//! their parents and grandparents. It finds what can be found and cannot understand a text: whoever chooses what is
//! shown reads it first.

use std::collections::BTreeSet;

use crate::model::ids::PersonId;
use crate::model::person::Person;
use crate::model::relationship::Kind;

use super::fold::Workbook;

/// A shorter part of a name, such as "de", is a word of its own too often.
const SHORTEST_PART: usize = 3;

const MOTHER: &[&str] = &["mum", "mummy", "mam", "mom", "mama", "mother"];
const FATHER: &[&str] = &["dad", "daddy", "papa", "father"];
const STEP_PARENT: &[&str] = &["stepmum", "stepmother", "stepdad", "stepfather"];
const GRANDPARENT: &[&str] = &[
    "nan",
    "nana",
    "nanny",
    "gran",
    "granny",
    "grandma",
    "grandmother",
    "grandad",
    "granddad",
    "grandpa",
    "grandfather",
];

/// Whether a text says a phrase: its words one after another, in any case and with any marks between them.
pub fn says(text: &str, phrase: &str) -> bool {
    holds(&words(text), &words(phrase))
}

/// The words of a text in lower case, without what stands between them.
fn words(text: &str) -> Vec<String> {
    let split = text.split(|letter: char| !letter.is_alphanumeric());
    split.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

fn holds(text: &[String], phrase: &[String]) -> bool {
    !phrase.is_empty() && text.windows(phrase.len()).any(|window| window == phrase)
}

impl Workbook {
    /// Whether a text names one person, as another would understand it: by any name that they ever had here, by a
    /// part of it that is nobody else's, or by what children call them.
    pub fn text_names(&self, text: &str, whom: PersonId, reader: PersonId) -> bool {
        let text = words(text);
        let names: Vec<Vec<String>> = self.names_of(whom).iter().map(|name| words(name)).collect();
        let others: BTreeSet<String> = self
            .people
            .iter()
            .filter(|(id, _)| *id != whom)
            .flat_map(|(id, _)| self.names_of(id))
            .flat_map(|name| words(&name))
            .collect();
        let own_part = |word: &&String| word.chars().count() >= SHORTEST_PART && !others.contains(*word);
        names.iter().any(|name| holds(&text, name))
            || names.iter().flatten().filter(own_part).any(|part| text.contains(part))
            || self.called(whom, reader).any(|word| text.iter().any(|own| own == word))
    }

    /// Every name that somebody ever had in this workbook.
    fn names_of(&self, person: PersonId) -> BTreeSet<String> {
        let versions = self.people.get(person).into_iter().flat_map(|thing| thing.versions());
        let names = |person: &Person| [person.name.clone(), person.known_as.clone()];
        versions.filter_map(|version| version.value.as_ref()).flat_map(names).collect()
    }

    /// What children call somebody, unless the reader is called the same.
    fn called(&self, whom: PersonId, reader: PersonId) -> impl Iterator<Item = &'static str> {
        let of_reader: Vec<_> = self.kin_words(reader).collect();
        self.kin_words(whom).filter(move |word| !of_reader.contains(word))
    }

    fn kin_words(&self, person: PersonId) -> impl Iterator<Item = &'static str> {
        let kinds = self.relationships.all().filter(move |(_, it)| it.from == person).map(|(_, it)| &it.kind);
        let words = |kind: &Kind| -> &'static [&'static str] {
            match kind {
                Kind::Mother => MOTHER,
                Kind::Father => FATHER,
                Kind::StepParent => STEP_PARENT,
                Kind::Grandparent => GRANDPARENT,
                _ => &[],
            }
        };
        kinds.flat_map(words).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_found_by_its_words() {
        for (text, phrase, found) in [
            ("She has a New  Job, she says", "new job", true),
            ("She has a newer job", "new job", false),
            ("Joe’s van", "Joe", true),
            ("Joelle’s van", "Joe", false),
            ("a\nnew\njob", "new job", true),
            ("anything", " ", false),
            ("", "", false),
        ] {
            assert_eq!(says(text, phrase), found, "{text:?} {phrase:?}");
        }
    }
}
