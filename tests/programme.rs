//! The eight modules hold every aim, question and outcome of the guidance, under ids that never change.

use std::collections::BTreeSet;

use hearth::model::module::ModuleId;
use hearth::programme::definition::{About, Module, Origin, Question, QuestionKind, Setting};
use hearth::programme::prompts::{MOTIVATIONAL_INTERVIEWING, NEEDED_FOR_THE_CHILD, RECORDING_TIPS};
use hearth::programme::{MODULES, aim_or_outcome, module, question};

/// Every id ever released. A line may be added when a question is; none may ever be taken away or changed.
const RELEASED_IDS: &str = include_str!("fixtures/question_ids.txt");

fn ids_of(module: &Module) -> Vec<&'static str> {
    let aims = module.aims.iter().map(|item| item.id);
    let questions = module.all_questions().map(|question| question.id);
    let outcomes = module.outcomes.iter().map(|item| item.id);
    aims.chain(questions).chain(outcomes).collect()
}

fn help_ids() -> Vec<&'static str> {
    let interviewing =
        MOTIVATIONAL_INTERVIEWING.groups.iter().flat_map(|group| group.points).map(|point| point.id);
    let recording = RECORDING_TIPS.tips.iter().map(|tip| tip.id);
    interviewing.chain(recording).chain([RECORDING_TIPS.standing_test.id, NEEDED_FOR_THE_CHILD.id]).collect()
}

fn all_ids() -> Vec<&'static str> {
    MODULES.iter().flat_map(|module| ids_of(module)).chain(help_ids()).collect()
}

/// Everything a person may read, with the id to name it by when a check fails.
fn all_texts() -> Vec<(String, &'static str)> {
    let mut texts = Vec::new();
    for module in MODULES {
        let name = || module.id.to_string();
        texts.extend([(name(), module.title), (name(), module.short_title)]);
        texts.extend(module.sections.iter().filter_map(|section| section.heading).map(|h| (name(), h)));
        texts.extend(sentences(module).map(|(id, text)| (id.to_owned(), text)));
    }
    let interviewing = &MOTIVATIONAL_INTERVIEWING;
    let mut help = vec![("MI", interviewing.title), ("MI", interviewing.lead), ("MI", interviewing.source)];
    for group in interviewing.groups {
        help.push(("MI", group.heading));
        help.extend(
            group.points.iter().flat_map(|point| [(point.id, point.name), (point.id, point.meaning)]),
        );
    }
    help.extend(RECORDING_TIPS.tips.iter().map(|tip| (tip.id, tip.text)));
    help.push((RECORDING_TIPS.standing_test.id, RECORDING_TIPS.standing_test.text));
    help.push(("REC", RECORDING_TIPS.source));
    let needed = &NEEDED_FOR_THE_CHILD;
    help.extend([(needed.id, needed.question), (needed.id, needed.explanation), (needed.id, needed.source)]);
    texts.extend(help.into_iter().map(|(id, text)| (id.to_owned(), text)));
    texts
}

fn sentences(module: &Module) -> impl Iterator<Item = (&'static str, &'static str)> {
    let items = module.aims.iter().chain(module.outcomes).map(|item| (item.id, item.text));
    items.chain(module.all_questions().map(|question| (question.id, question.text)))
}

#[test]
fn each_module_has_every_aim_question_and_outcome_of_the_guidance() {
    let counts: Vec<_> = MODULES
        .iter()
        .map(|module| {
            (module.id.number(), module.aims.len(), module.questions().count(), module.outcomes.len())
        })
        .collect();
    let expected = [
        (1, 4, 15, 5),
        (2, 4, 14, 6),
        (3, 2, 10, 4),
        (4, 6, 12, 7),
        (5, 1, 16, 5),
        (6, 2, 19, 5),
        (7, 3, 12, 8),
        (8, 2, 5, 3),
    ];
    assert_eq!(counts, expected);

    let published = &counts[1..];
    assert_eq!(published.iter().map(|count| count.1).sum::<usize>(), 20, "aims of modules 2 to 8");
    assert_eq!(published.iter().map(|count| count.2).sum::<usize>(), 88, "questions of modules 2 to 8");
    assert_eq!(published.iter().map(|count| count.3).sum::<usize>(), 38, "outcomes of modules 2 to 8");
}

#[test]
fn only_module_4_has_sub_questions_and_they_are_7a_and_7b() {
    let subs: Vec<_> = MODULES.iter().flat_map(|m| m.questions()).flat_map(|q| q.sub).map(|q| q.id).collect();
    assert_eq!(subs, ["M4.Q7a", "M4.Q7b"]);
}

#[test]
fn modules_5_and_6_keep_their_printed_sub_headings() {
    let headings = |id: ModuleId| -> Vec<(Option<&str>, usize)> {
        module(id).sections.iter().map(|section| (section.heading, section.questions.len())).collect()
    };
    assert_eq!(
        headings(ModuleId::M5),
        [
            (Some("Basic care"), 2),
            (Some("Health"), 4),
            (Some("Ensuring safety"), 6),
            (Some("Guidance and boundaries"), 4)
        ]
    );
    assert_eq!(
        headings(ModuleId::M6),
        [(Some("Emotional warmth"), 5), (Some("Stability"), 2), (Some("Stimulation and education"), 12)]
    );
    for id in [ModuleId::M2, ModuleId::M3, ModuleId::M4, ModuleId::M7, ModuleId::M8] {
        assert!(module(id).sections.iter().all(|section| section.heading.is_none()), "{id}");
    }
}

#[test]
fn ids_are_numbered_within_their_module_without_gaps() {
    for module in MODULES {
        let number = module.id.number();
        for (index, aim) in module.aims.iter().enumerate() {
            assert_eq!(aim.id, format!("M{number}.A{}", index + 1));
        }
        for (index, question) in module.questions().enumerate() {
            assert_eq!(question.id, format!("M{number}.Q{}", index + 1));
            for (letter, sub) in ('a'..='z').zip(question.sub) {
                assert_eq!(sub.id, format!("{}{letter}", question.id));
            }
        }
        for (index, outcome) in module.outcomes.iter().enumerate() {
            assert_eq!(outcome.id, format!("M{number}.O{}", index + 1));
        }
    }
}

#[test]
fn no_id_is_used_twice() {
    let ids = all_ids();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
}

#[test]
fn every_released_id_is_still_there_and_every_id_is_listed_as_released() {
    let released: BTreeSet<_> = RELEASED_IDS.lines().filter(|line| !line.is_empty()).collect();
    let present: BTreeSet<_> = all_ids().into_iter().collect();
    let lost: Vec<_> = released.difference(&present).collect();
    assert!(lost.is_empty(), "released ids are permanent: {lost:?} are gone");
    let unlisted: Vec<_> = present.difference(&released).collect();
    assert!(unlisted.is_empty(), "add these to tests/fixtures/question_ids.txt: {unlisted:?}");
}

#[test]
fn an_id_finds_its_text_and_an_unknown_one_finds_nothing() {
    for module in MODULES {
        for listed in module.all_questions() {
            assert_eq!(question(listed.id).map(|found| found.text), Some(listed.text));
        }
        for listed in module.aims.iter().chain(module.outcomes) {
            assert_eq!(aim_or_outcome(listed.id), Some(listed));
        }
    }
    assert!(question("M4.Q7a").is_some());
    for unknown in ["", "M9.Q1", "M2.Q15", "m2.q1", "M2.A1"] {
        assert!(question(unknown).is_none(), "{unknown}");
    }
    assert!(aim_or_outcome("M2.Q1").is_none());
}

#[test]
fn module_codes_round_trip_and_nothing_else_is_a_module() {
    for id in ModuleId::ALL {
        assert_eq!(id.to_string(), format!("m{}", id.number()));
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!(module(id).id, id);
    }
    assert_eq!(MODULES.map(|module| module.id), ModuleId::ALL);
    assert!(ModuleId::ALL.is_sorted());
    for wrong in ["", "m0", "m9", "M1", "m1 ", "m10", "1"] {
        assert!(wrong.parse::<ModuleId>().is_err(), "{wrong:?}");
    }
}

#[test]
fn module_1_says_that_its_wording_is_ours_and_the_others_name_their_source() {
    assert_eq!(
        module(ModuleId::M1).origin,
        Origin::Proposed {
            note: "Suggested wording, proposed by this project: the guidance prints only its title."
        }
    );
    for module in MODULES.iter().skip(1) {
        let Origin::Published { document, section } = module.origin else {
            panic!("{} is published guidance", module.id);
        };
        assert!(document.contains("West Sussex"));
        assert!(section.ends_with(&format!("section {}", module.id.number())), "{section}");
    }
}

#[test]
fn who_a_module_is_about() {
    let about = |wanted: About| -> Vec<u8> {
        MODULES.iter().filter(|module| module.about == wanted).map(|module| module.id.number()).collect()
    };
    assert_eq!(about(About::Parents), [2, 3, 5, 6]);
    assert_eq!(about(About::Children), [4]);
    assert_eq!(about(About::Everyone), [1, 7, 8]);
}

#[test]
fn the_question_about_safety_at_home_is_for_each_adult_alone() {
    let alone: Vec<_> = MODULES
        .iter()
        .flat_map(|module| module.all_questions())
        .filter(|question| question.setting == Setting::EachAdultAlone)
        .map(|question| question.id)
        .collect();
    assert_eq!(alone, ["M1.Q15"]);
}

#[test]
fn instructions_printed_among_the_questions_are_practice_tips() {
    let is_tip = |question: &&Question| question.kind == QuestionKind::PracticeTip;
    let tips: Vec<_> =
        MODULES.iter().flat_map(|module| module.all_questions()).filter(is_tip).map(|tip| tip.id).collect();
    assert_eq!(tips, ["M2.Q7", "M2.Q8", "M2.Q9", "M3.Q3"]);
}

#[test]
fn every_text_is_finished_plain_and_in_british_spelling() {
    // Beginnings of words, so that "organizing" is found too.
    const AMERICAN: [&str; 12] = [
        "behavior", "center", "color", "counsel ", "favor", "honor", "immuniz", "neighbor", "optimiz",
        "organiz", "program ", "recogniz",
    ];
    for (id, text) in all_texts() {
        assert!(!text.trim().is_empty(), "{id} has no text");
        assert_eq!(text, text.trim(), "{id} has space at an end");
        assert!(!text.contains("  "), "{id} has a double space: {text}");
        assert!(!text.contains('/'), "{id} has a slash, which is no way to talk to a family: {text}");
        assert!(!text.contains(['\'', '"']), "{id} has typewriter quotation marks: {text}");
        let first = text.trim_start_matches('“').chars().next().unwrap();
        assert!(first.is_uppercase(), "{id} begins with a small letter: {text}");
        let lower = text.to_lowercase();
        for word in AMERICAN {
            assert!(!lower.contains(word), "{id} has American spelling ({word}): {text}");
        }
    }
    for module in MODULES {
        for (id, text) in sentences(module) {
            assert!(text.ends_with(['.', '?', ')']), "{id} does not end like a sentence: {text}");
        }
    }
}

#[test]
fn the_interviewing_help_is_complete() {
    let groups: Vec<_> =
        MOTIVATIONAL_INTERVIEWING.groups.iter().map(|group| (group.heading, group.points.len())).collect();
    assert_eq!(
        groups,
        [
            ("The spirit", 3),
            ("Four principles", 4),
            ("OARS: the everyday skills", 4),
            ("DARN: getting ready to change", 4),
            ("CATs: making the change", 3),
            ("Stages of change", 6)
        ]
    );
    for (heading, letters) in [("OARS", "OARS"), ("DARN", "DARN"), ("CATs", "CAT")] {
        let group =
            MOTIVATIONAL_INTERVIEWING.groups.iter().find(|group| group.heading.starts_with(heading)).unwrap();
        let initials: String = group.points.iter().filter_map(|point| point.name.chars().next()).collect();
        assert_eq!(initials, letters);
    }
}

#[test]
fn there_are_ten_recording_tips_and_a_standing_test() {
    assert_eq!(RECORDING_TIPS.tips.len(), 10);
    assert!(RECORDING_TIPS.standing_test.text.ends_with('?'));
    assert!(RECORDING_TIPS.source.contains("BASW"));
}
