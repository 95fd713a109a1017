//! The fixed words of the family's pages, message by message, in every language: short sentences, no words of the
//! trade, the same messages everywhere, a child's own wording where it is asked for, and nothing that no page says.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "in a test, a panic is the failure"
)]
#![cfg(not(target_arch = "wasm32"))]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use hearth::programme::family_words::sentences::{sentences, word_count};
use hearth::programme::family_words::{Phrase, Reader, Term, Words, pack, packs};
use hearth::services::plain_words::{Advice, MOST_WORDS, advice};

/// What stands in no message, in any language: short forms of the trade, and marks like those of a school.
const NOWHERE: &[&str] = &[
    "CIN", "CP", "LAC", "s17", "s47", "TAF", "PLO", "RAG", "CAMHS", "MARAC", "IDVA", "MASH", "ICPC", "FGC",
    "NFA", "PR", "DV", "DA", "SW", "HV", "score", "percent", "rating", "sgôr", "canran",
];

/// Words of the trade in Welsh, and words that blame. English has its list in the code, for what workers write.
const NOT_IN_WELSH: &[&str] = &[
    "ymyriad",
    "ymyriadau",
    "ymyrraeth",
    "cleient",
    "cleientiaid",
    "defnyddiwr gwasanaeth",
    "dioddefwr",
    "dioddefwyr",
    "cyflawnwr",
    "tramgwyddwr",
    "tramgwyddwyr",
    "diogelu",
    "ymgysylltu",
    "cydymffurfio",
    "atgyfeiriad",
    "methu â",
    "methodd",
    "canlyniad",
    "canlyniadau",
    "lleoliad",
    "seibiant",
    "statudol",
    "dadansoddiad",
    "datgelu",
];

/// Messages that may be the same in Welsh as in English.
const SAME_IN_BOTH: &[&str] =
    &["pack-direction", "date-day", "date-year", "staff", "help-childline-name", "help-abuse-name"];

/// One message as its file has it: the message itself, and its parts.
#[derive(Debug, Default)]
struct Message {
    words: String,
    parts: BTreeMap<String, String>,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn source(tag: &str) -> String {
    fs::read_to_string(root().join(format!("locales/family.{tag}.ftl"))).unwrap()
}

/// The messages of a pack. Each stands on a line of its own, so that nothing of one is missed.
fn messages(tag: &str) -> BTreeMap<String, Message> {
    let mut found: BTreeMap<String, Message> = BTreeMap::new();
    let mut last = String::new();
    for line in source(tag).lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let (name, words) = line.split_once(" = ").unwrap_or_else(|| panic!("{tag}: not a message: {line}"));
        if let Some(part) = name.strip_prefix("    .") {
            let before = found.get_mut(&last).unwrap().parts.insert(part.to_owned(), words.to_owned());
            assert_eq!(before, None, "{tag}: {last} has two .{part}");
        } else {
            last = name.to_owned();
            let message = Message { words: words.to_owned(), parts: BTreeMap::new() };
            assert!(found.insert(name.to_owned(), message).is_none(), "{tag}: {name} stands twice");
        }
    }
    found
}

/// Everything in a pack that somebody reads, with where it stands.
fn texts(tag: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (id, message) in messages(tag) {
        for (part, words) in &message.parts {
            if part != "forms" {
                found.push((format!("{tag}: {id}.{part}"), words.clone()));
            }
        }
        found.push((format!("{tag}: {id}"), message.words));
    }
    found
}

fn tags() -> Vec<&'static str> {
    packs().iter().map(|pack| pack.tag()).collect()
}

/// What a text leaves open: `{ $name }`.
fn open(words: &str) -> BTreeSet<String> {
    words.split("{ $").skip(1).map(|rest| rest.split(" }").next().unwrap().to_owned()).collect()
}

/// The text as somebody reads it, with something in each open place.
fn filled(words: &str) -> String {
    let mut text = words.to_owned();
    for name in open(words) {
        let example = match name.as_str() {
            "date" => "Wednesday 23 September 2026",
            "names" => "Amara, Joel and Kayla",
            "answer" => "quite a lot",
            _ => "Sam",
        };
        text = text.replace(&format!("{{ ${name} }}"), example);
    }
    assert!(!text.contains('{'), "left open: {text}");
    text
}

fn is_of_the_glossary(place: &str) -> bool {
    place.contains(": term-") && !place.contains('.')
}

fn has_word(text: &str, word: &str) -> bool {
    let joins = |it: Option<char>| it.is_some_and(char::is_alphanumeric);
    text.match_indices(word).any(|(at, _)| {
        !joins(text[..at].chars().next_back()) && !joins(text[at + word.len()..].chars().next())
    })
}

#[track_caller]
fn none(faults: Vec<String>) {
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_pack_is_read_whole_and_has_the_messages_that_the_code_knows() {
    let known: BTreeSet<String> = Phrase::ALL
        .iter()
        .map(|phrase| phrase.id().to_owned())
        .chain(Term::ALL.iter().map(|term| format!("term-{}", term.token())))
        .chain(["pack-name", "pack-direction"].map(str::to_owned))
        .collect();
    assert_eq!(known.len(), Phrase::ALL.len() + Term::ALL.len() + 2, "no message has two names");
    for pack in packs() {
        assert_eq!(pack.faults(), &[] as &[String], "{}", pack.tag());
        let there: BTreeSet<String> = messages(pack.tag()).into_keys().collect();
        let missing: Vec<_> = known.difference(&there).collect();
        let unknown: Vec<_> = there.difference(&known).collect();
        assert!(missing.is_empty() && unknown.is_empty(), "{}: {missing:?} {unknown:?}", pack.tag());
    }
    let files = fs::read_dir(root().join("locales")).unwrap().count();
    assert_eq!(files, packs().len(), "every file is a pack");
}

#[test]
fn the_languages_are_named_in_themselves() {
    let named: Vec<(&str, &str, &str)> =
        packs().iter().map(|pack| (pack.tag(), pack.name(), pack.direction().code())).collect();
    assert_eq!(named, [("en-GB", "English", "ltr"), ("cy", "Cymraeg", "ltr")]);
}

#[test]
fn no_sentence_is_longer_than_fifteen_words() {
    let mut faults = Vec::new();
    for (place, words) in tags().into_iter().flat_map(texts) {
        for sentence in sentences(&filled(&words)) {
            let count = word_count(sentence);
            if count > MOST_WORDS {
                faults.push(format!("{place}: {count} words: {sentence}"));
            }
        }
    }
    none(faults);
}

#[test]
fn no_message_holds_a_banned_word() {
    let mut faults = Vec::new();
    for (place, words) in tags().into_iter().flat_map(texts) {
        let welsh: &[&str] = if place.starts_with("cy") { NOT_IN_WELSH } else { &[] };
        let lower = words.to_lowercase();
        for word in NOWHERE {
            // A short form is itself in its own letters only; a word in any.
            let lower_case = word.chars().all(|it| !it.is_uppercase());
            if has_word(&words, word) || (lower_case && has_word(&lower, word)) {
                faults.push(format!("{place}: {word}"));
            }
        }
        faults.extend(
            welsh.iter().filter(|word| has_word(&lower, word)).map(|word| format!("{place}: {word}")),
        );
        // A word of the glossary stands there to be explained.
        if place.starts_with("en") && !is_of_the_glossary(&place) {
            faults.extend(advice(&filled(&words)).iter().filter_map(|it| match it {
                Advice::Jargon { .. } => Some(format!("{place}: {}", it.words())),
                Advice::LongSentence { .. } => None,
            }));
        }
    }
    none(faults);
}

#[test]
fn every_language_leaves_the_same_open() {
    let mut faults = Vec::new();
    for tag in tags() {
        let messages = messages(tag);
        for phrase in Phrase::ALL {
            let message = &messages[phrase.id()];
            let expected: BTreeSet<String> = phrase.open().iter().map(|name| (*name).to_owned()).collect();
            for words in std::iter::once(&message.words).chain(message.parts.values()) {
                if open(words) != expected {
                    faults.push(format!("{tag}: {} leaves {:?} open", phrase.id(), open(words)));
                }
            }
        }
        for term in Term::ALL {
            let message = &messages[&format!("term-{}", term.token())];
            assert!(message.parts.values().all(|words| open(words).is_empty()), "{tag}: {term:?}");
        }
    }
    none(faults);
}

#[test]
fn a_child_has_words_of_their_own_wherever_it_is_asked_for() {
    let mut faults = Vec::new();
    for tag in tags() {
        let messages = messages(tag);
        for phrase in Phrase::ALL {
            let message = &messages[phrase.id()];
            let child = message.parts.get("child");
            if phrase.differs_for_a_child() && child.is_none() {
                faults.push(format!("{tag}: {} has nothing for a child", phrase.id()));
            }
            if message.parts.keys().any(|part| part != "child") {
                faults.push(format!("{tag}: {} has a part that nobody reads", phrase.id()));
            }
        }
    }
    none(faults);
    // The table of `ux.md` 3.4.
    for (phrase, adult, child) in [
        (Phrase::Well, "What you do well", "Good things"),
        (Phrase::Different, "What needs to be different", "Worries"),
        (Phrase::Better, "What is getting better", "What is better"),
        (Phrase::VerdictWouldNotSay, "I do not want to say", "I do not want to say"),
    ] {
        let say = |reader| Words::new(pack("en-GB"), reader).say(phrase);
        assert_eq!((say(Reader::Adult).as_str(), say(Reader::Child).as_str()), (adult, child));
    }
    for (term, adult, child) in [
        (Term::ChildProtectionPlan, "A plan to keep a child safe.", "A plan to keep you safe."),
        (Term::ChildInNeedPlan, "A plan to help your family.", "A plan to help you."),
        (
            Term::Supervision,
            "The team talks about how to help you.",
            "The helpers talk about how to help you.",
        ),
        (Term::Consent, "You say it is OK.", "You say it is OK."),
    ] {
        let means = |reader| Words::new(pack("en-GB"), reader).meaning(term).words;
        assert!(means(Reader::Adult).starts_with(adult), "{}", means(Reader::Adult));
        assert!(means(Reader::Child).starts_with(child), "{}", means(Reader::Child));
    }
}

#[test]
fn a_welsh_child_is_never_spoken_to_as_to_a_grown_up() {
    let formal =
        ["chi", "eich", "cewch", "ydych", "rydych", "ddywedoch", "oeddech", "arnoch", "amdanoch", "drosoch"];
    let words = Words::new(pack("cy"), Reader::Child);
    // What a child says to a worker is said politely.
    let said_by_the_child = [Phrase::VerdictLater];
    let mut faults = Vec::new();
    for phrase in Phrase::ALL.iter().filter(|phrase| !said_by_the_child.contains(phrase)) {
        let said = words.say(*phrase).to_lowercase();
        // Asked of adults alone.
        let adults = matches!(phrase, Phrase::AskImportant | Phrase::AskSure | Phrase::AskReady);
        if !adults && formal.iter().any(|word| has_word(&said, word)) {
            faults.push(format!("{phrase:?}: {said}"));
        }
    }
    for term in Term::ALL.iter().filter(|term| !term.for_adults_only()) {
        let means = words.meaning(*term).words.to_lowercase();
        if formal.iter().any(|word| has_word(&means, word)) {
            faults.push(format!("{term:?}: {means}"));
        }
    }
    none(faults);
}

#[test]
fn hard_words_are_explained_in_at_most_three_sentences() {
    assert!((15..=25).contains(&Term::ALL.len()));
    for pack in packs() {
        for (reader, term) in [Reader::Adult, Reader::Child]
            .into_iter()
            .flat_map(|reader| Term::ALL.iter().map(move |term| (reader, *term)))
        {
            let means = Words::new(pack, reader).meaning(term);
            assert_eq!(means.language, pack.tag(), "{term:?}");
            assert!((1..=3).contains(&sentences(&means.words).len()), "{}: {}", pack.tag(), means.words);
        }
    }
}

#[test]
fn welsh_is_welsh() {
    let (english, welsh) = (messages("en-GB"), messages("cy"));
    let same: Vec<String> = english
        .iter()
        .filter(|(id, message)| message.words == welsh[*id].words && !SAME_IN_BOTH.contains(&id.as_str()))
        .map(|(id, message)| format!("{id}: {}", message.words))
        .collect();
    none(same);
}

#[test]
fn no_message_is_there_that_no_page_says() {
    let mut code = String::new();
    for file in rust_files(&root().join("src")) {
        if !file.ends_with("family_words/phrases.rs") {
            code.push_str(&fs::read_to_string(file).unwrap());
        }
    }
    let unused = Phrase::ALL.iter().filter(|phrase| !has_word(&code, &format!("Phrase::{phrase:?}")));
    none(unused.map(|phrase| phrase.id().to_owned()).collect());
}

#[test]
fn apostrophes_and_quotes_are_those_of_print() {
    none(
        tags()
            .into_iter()
            .flat_map(texts)
            .filter(|(_, words)| words.contains(['\'', '"']))
            .map(|(place, words)| format!("{place}: {words}"))
            .collect(),
    );
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|it| it == "rs") {
            files.push(path);
        }
    }
    files
}
