//! The page as the team reads it.

use std::collections::BTreeSet;

use super::*;
use crate::model::audience::Audience;
use crate::model::entry::{HowKnown, Quote};
use crate::model::module::ModuleId;
use crate::services::sample::{AMARA, DANA, JOE, KAYLA, Sample, about, entry, entry_id, person};
use crate::services::sheets::tests::here;
use crate::workbook::decide::Command;

fn people(numbers: &[u8]) -> Audience {
    Audience::People(numbers.iter().map(|it| person(*it)).collect())
}

fn sample() -> Sample {
    let mut sample = Sample::new();
    let mut mornings = entry(ModuleId::M5, about(KAYLA), "Kayla is at school on time");
    mornings.needs = "Somebody to take her on Fridays".to_owned();
    mornings.own_words = vec![Quote { who: person(KAYLA), words: "I like Fridays".to_owned() }];
    mornings.audience = people(&[AMARA, KAYLA]);
    sample.does(Command::RecordEntry { id: entry_id(1), entry: mornings });
    let mut told = entry(ModuleId::M5, about(KAYLA), "The school is pleased");
    (told.how_known, told.audience) = (HowKnown::AnotherProfessional, people(&[AMARA]));
    sample.does(Command::RecordEntry { id: entry_id(2), entry: told });
    let closed = entry(ModuleId::M2, about(AMARA), "She spoke of her mother");
    sample.does(Command::RecordEntry { id: entry_id(3), entry: closed });
    sample
}

/// The words of every row, under the last heading before it.
fn rows(leaf: &Leaf) -> Vec<(String, Vec<String>)> {
    fn words(rows: &[Row]) -> Vec<String> {
        let line = |row: &Row| [vec![row.words.clone()], row.more.clone()].concat().join(" | ");
        rows.iter().map(line).collect()
    }
    let mut found: Vec<(String, Vec<String>)> = Vec::new();
    let mut about = String::new();
    for part in &leaf.parts {
        match part {
            Part::Heading(heading) => about.clone_from(heading),
            Part::Subheading(heading) => found.push((format!("{about}: {heading}"), Vec::new())),
            Part::List(own) => match found.last_mut().filter(|(_, rows)| rows.is_empty()) {
                Some((_, rows)) => rows.extend(words(own)),
                None => found.push((about.clone(), words(own))),
            },
            Part::Details { summary, parts } => {
                let Some(Part::List(own)) = parts.first() else { panic!("{parts:?}") };
                found.push((format!("{about}: {summary}"), words(own)));
            }
            _ => {}
        }
    }
    found
}

#[test]
fn each_person_is_read_as_what_they_would_be_shown() {
    let sample = sample();
    let leaf = leaf(&here(&sample.book));
    let found = rows(&leaf);
    let under = |about: &str| -> Vec<&str> {
        let found = found.iter().find(|(own, _)| own == about);
        found.map(|(_, rows)| rows.iter().map(String::as_str).collect()).unwrap_or_default()
    };
    assert_eq!(under("Read it as Amara: What you do well"), ["Kayla is at school on time"]);
    assert_eq!(under("Read it as Kayla: What you said"), ["I like Fridays | Kayla’s own words"]);
    assert_eq!(under("Read it as Amara: What you said"), [""; 0]);
    assert_eq!(under("Read it as Joe: What you do well"), [""; 0]);
    assert_eq!(
        under("Read it as Amara: 1 thing is left out"),
        ["The school is pleased | Left out because another professional said it, and it is theirs to tell."]
    );
    assert_eq!(under("Not shown yet: What can never be shown").len(), 1);
    assert_eq!(under("Not shown yet: For the team only: choose first who may see the record").len(), 1);
    let not_yet = under("Not shown yet");
    assert!(not_yet.contains(
        &"What needs to be different: Kayla, module 5, 21 November 2026 | Somebody to take her on Fridays"
    ));
    let warned: BTreeSet<&String> = leaf
        .parts
        .iter()
        .filter_map(|part| if let Part::Warning(words) = part { Some(words) } else { None })
        .collect();
    assert_eq!(warned.len(), 2, "Joe and Dana have nothing that is going well: {warned:?}");
}

#[test]
fn what_safety_keeps_back_is_said_to_the_team() {
    let mut sample = sample();
    let mut both = entry(ModuleId::M5, about(KAYLA), "Kayla sleeps well");
    both.audience = people(&[AMARA, JOE, DANA]);
    sample.does(Command::RecordEntry { id: entry_id(4), entry: both });
    sample.separates(AMARA, JOE);
    let found = rows(&leaf(&here(&sample.book)));
    let (_, left_out) =
        found.iter().find(|(about, _)| about == "Read it as Joe: 1 thing is left out").unwrap();
    assert_eq!(
        left_out,
        &["Kayla sleeps well | Left out because it was chosen for both Joe and Amara, between whom safety \
           separation stands: choose one of them."]
    );
    assert!(
        found.iter().any(|(about, rows)| about == "Read it as Dana: What you do well" && rows.len() == 1)
    );
}
