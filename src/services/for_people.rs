//! What leaves the team for people of the family by name, on paper or as a file: how it is called, whose it is, and that
//! nothing stands in it that must not reach them (`ux.md` SR14; `domain.md` E2, rule 4).
//!
//! Everything that is printed, saved or sent for somebody of the family goes through [`Paper::made`]. What goes to
//! colleagues does not: they need what is protected, and have it under a passphrase.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::model::ids::PersonId;
use crate::policy::leak_check::{Place, Stands, Text};
use crate::services::guarding::{Stopped, stopped};
use crate::services::here::Here;

/// What a file for somebody of the family is called, without its ending; also what a browser calls a page that is
/// printed into a file. Lists of files are seen by others: it says nothing of what it is, and of nobody.
pub fn file_name(today: NaiveDate) -> String {
    format!("workbook-copy-{today}")
}

/// "Only for Amara and Kayla".
pub fn only_for(names: &[String]) -> String {
    let names = match names.split_last() {
        None => return "Only for you".to_owned(),
        Some((last, [])) => last.clone(),
        Some((last, before)) => format!("{} and {last}", before.join(", ")),
    };
    format!("Only for {names}")
}

/// Something for people of the family to keep, when nothing stands in its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    pub file_name: String,
    /// Whose it is, for its first page.
    pub only_for: String,
}

impl Paper {
    /// A paper for exactly these people, with everything that stands on it, in the order in which it is read: titles
    /// and the words for pictures too.
    ///
    /// # Errors
    /// What must not reach one of them, sentence by sentence, and where each was written. Nothing leaves until it is
    /// gone.
    pub fn made(
        here: &Here<'_>,
        people: &BTreeSet<PersonId>,
        texts: Vec<Text>,
    ) -> Result<Self, Vec<Stopped>> {
        let names: Vec<String> = people.iter().map(|person| here.book.name_of(*person)).collect();
        let paper = Self { file_name: file_name(here.today), only_for: only_for(&names) };
        let own = [(Stands::FileName, &paper.file_name), (Stands::Title, &paper.only_for)];
        let own =
            own.map(|(stands, words)| Text { place: Place { stands, written: None }, words: words.clone() });
        let all: Vec<Text> = own.into_iter().chain(texts).collect();
        let stopped = stopped(here, people, &all);
        if stopped.is_empty() { Ok(paper) } else { Err(stopped) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ids::ProtectedId;
    use crate::model::protected::{ProtectedFact, ProtectedKind};
    use crate::services::sample::{AMARA, JOE, KAYLA, Sample, person, today};
    use crate::services::sheets::tests::here;
    use crate::workbook::decide::{Command, SafetyCommand};

    fn on(stands: Stands, words: &str) -> Text {
        Text { place: Place { stands, written: None }, words: words.to_owned() }
    }

    /// A family of which one address must not be known, and two of whom are kept apart.
    fn sample() -> Sample {
        let mut sample = Sample::separated(AMARA, JOE);
        let fact = ProtectedFact {
            whose: person(AMARA),
            kind: ProtectedKind::Address,
            words: "14 Larkfield Road, AN1 2BC".to_owned(),
            also: vec![],
            since: None,
            until: None,
            note: String::new(),
        };
        let id = ProtectedId::from_bytes([1; 16]);
        let protect = SafetyCommand::Protect { id, fact, reason: String::new(), seen: vec![] };
        sample.does(Command::Safety(protect));
        sample
    }

    #[test]
    fn sr14_a_file_for_somebody_is_called_neutrally_and_says_whose_it_is() {
        assert_eq!(file_name(today()), "workbook-copy-2026-11-21");
        for (names, expected) in [
            (vec!["Amara"], "Only for Amara"),
            (vec!["Amara", "Kayla"], "Only for Amara and Kayla"),
            (vec!["Amara", "Kayla", "Leon"], "Only for Amara, Kayla and Leon"),
            (vec![], "Only for you"),
        ] {
            let names: Vec<String> = names.into_iter().map(str::to_owned).collect();
            assert_eq!(only_for(&names), expected);
        }
        let sample = sample();
        let people = [person(AMARA)].into();
        let paper = Paper::made(&here(&sample.book), &people, vec![on(Stands::Page, "She reads")]).unwrap();
        assert_eq!(
            (paper.file_name.as_str(), paper.only_for.as_str()),
            ("workbook-copy-2026-11-21", "Only for Amara")
        );
        let file_name = paper.file_name.to_lowercase();
        for (_, it) in sample.book.people.all() {
            assert!(!file_name.contains(&it.display_name().to_lowercase()), "{file_name}");
        }
    }

    #[test]
    fn what_must_not_reach_them_stops_it_wherever_it_stands() {
        let sample = sample();
        let here = here(&sample.book);
        for stands in [Stands::Page, Stands::Title, Stands::AlternativeText, Stands::FileName] {
            let texts = vec![on(stands, "She is well. They live at 14 larkfield rd now. Call again.")];
            let stopped = Paper::made(&here, &[person(KAYLA)].into(), texts).unwrap_err();
            let [stopped] = stopped.as_slice() else { panic!("{stopped:?}") };
            assert_eq!(
                (stopped.sentence.as_str(), stopped.stands),
                ("They live at 14 larkfield rd now.", stands)
            );
        }
        let of_joe = || vec![on(Stands::Page, "Joe is coming on Friday")];
        assert!(Paper::made(&here, &[person(AMARA)].into(), of_joe()).is_err());
        assert!(Paper::made(&here, &[person(KAYLA)].into(), of_joe()).is_ok());
    }
}
