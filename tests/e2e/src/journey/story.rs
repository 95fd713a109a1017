//! What the long journey tells. Every text of it holds a word that occurs nowhere else in the world, so that it
//! can be looked for on the disk afterwards. Nobody in it is real.

use super::doors::Practitioner;
use super::entries::Entry;
use super::family::{Adult, Arrival, Child, NewFamily};
use crate::Canary;

/// What makes a word unmistakable.
const MARK: &str = "quexo";

/// The people of the family, as they like to be called.
pub const AMARA: &str = "Amarabilquexo";
pub const JOE: &str = "Joetandrequexo";
pub const KAYLA: &str = "Kaylavintquexo";
pub const JOEL: &str = "Joelfarnaquexo";
pub const BABY: &str = "Babysolmequexo";

/// Words for a search, for a wrong passphrase, for a file's passphrase: typed, and never kept.
pub const SEARCHED: &str = "Searchwindaquexo";
pub const WRONG_PASSPHRASE: &str = "wrongperilquexo passphrase of mine";
pub const FILE_PASSPHRASE: &str = "filetravelquexo over the purple moor";
/// The unfinished sentence, and how it goes on.
pub const HALF: &str = "She halfsentencequexo walks him to";
pub const REST: &str = " school restofwordsquexo every day.";

pub fn practitioner() -> Practitioner {
    Practitioner {
        name: "Sampernildaquexo Holtquiranquexo".to_owned(),
        role: "Social worker".to_owned(),
        employer: "Anytownmarbelquexo Council".to_owned(),
        team: "Northfeldraquexo".to_owned(),
        passphrase: "copperlintquexo hedgehog under seven bridges".to_owned(),
    }
}

/// A colleague, with a device of their own.
pub fn colleague() -> Practitioner {
    Practitioner {
        name: "Ranitolvaquexo Aliquexo".to_owned(),
        role: "Recovery worker".to_owned(),
        employer: "Anytownmarbelquexo Council".to_owned(),
        team: "Southgrindaquexo".to_owned(),
        passphrase: "velvetbramquexo lantern beside nine rivers".to_owned(),
    }
}

/// Two parents who are kept apart, and three children, of whom one is not born yet.
pub fn family() -> NewFamily {
    let child = |name: &str, known_as: &str, arrival| Child {
        name: name.to_owned(),
        known_as: known_as.to_owned(),
        arrival,
    };
    let to = |kind| [KAYLA, JOEL, BABY].map(|child| (child.to_owned(), kind, "Yes")).to_vec();
    NewFamily {
        label: "Okaforlumenquexo".to_owned(),
        children: vec![
            child("Kaylafullanquexo Okafor", KAYLA, Arrival::Born(["27", "3", "2017"])),
            child("Joelfullenquexo Okafor", JOEL, Arrival::Born(["4", "Nov", "2022"])),
            child("Babyfullinquexo Okafor", BABY, Arrival::Due(["9", "12", "2026"])),
        ],
        adults: vec![
            Adult {
                name: "Amarafullonquexo Okafor".to_owned(),
                known_as: AMARA.to_owned(),
                to: to("Mother"),
            },
            Adult { name: "Joefullunquexo Okafor".to_owned(), known_as: JOE.to_owned(), to: to("Father") },
        ],
        outside: vec![],
        why_this_pathway: "Because pathwayreasonquexo of what the school saw.".to_owned(),
        referred: ["2", "6", "2026"],
        apart: Some((AMARA.to_owned(), JOE.to_owned())),
    }
}

/// The entry with every box filled.
pub fn full_entry() -> Entry {
    Entry {
        present: vec![AMARA.to_owned()],
        others: "healthvisitorquexo".to_owned(),
        going_well: "She goingwellaquexo asked for help early.\nAnd – 🎈 – kept asking.".to_owned(),
        needs: "He needsdifferquexo needs somebody at the gate.".to_owned(),
        means: vec![
            (KAYLA.to_owned(), "She analysiskayquexo can rely on breakfast.".to_owned()),
            (JOEL.to_owned(), "He analysisjoequexo waits alone.".to_owned()),
        ],
        own_words: Some((AMARA.to_owned(), "I ownwordssaidquexo want this".to_owned())),
        seen_by: vec![AMARA.to_owned()],
    }
}

/// A short entry for one module and person.
pub fn short_entry(module: usize, person: &str) -> Entry {
    Entry {
        going_well: format!("In module {module} {} goes well.", entry_word("well", module, person)),
        needs: format!("In module {module} {} is needed.", entry_word("need", module, person)),
        ..Entry::default()
    }
}

fn entry_word(what: &str, module: usize, person: &str) -> String {
    let letter = char::from(b'a' + u8::try_from(module).unwrap_or_default());
    let short: String = person.chars().take(5).collect();
    format!("{what}{letter}{short}{MARK}")
}

/// Every unmistakable word of these texts, once.
pub fn canaries(texts: &[&str]) -> Vec<Canary> {
    let tokens = texts.iter().flat_map(|text| text.split(|c: char| !c.is_ascii_alphanumeric()));
    let mut words: Vec<&str> = tokens.filter(|token| token.ends_with(MARK)).collect();
    words.sort_unstable();
    words.dedup();
    words.into_iter().map(Canary::new).collect()
}

/// Every text of a person's details but the passphrase.
pub fn texts_of(me: &Practitioner) -> Vec<&str> {
    vec![&me.name, &me.employer, &me.team]
}

/// Every text of a family.
pub fn texts_of_family(family: &NewFamily) -> Vec<&str> {
    let mut texts: Vec<&str> = vec![&family.label, &family.why_this_pathway];
    texts.extend(family.children.iter().flat_map(|it| [it.name.as_str(), it.known_as.as_str()]));
    texts.extend(family.adults.iter().flat_map(|it| [it.name.as_str(), it.known_as.as_str()]));
    texts
}

/// Every text of an entry.
pub fn texts_of_entry(entry: &Entry) -> Vec<&str> {
    let mut texts: Vec<&str> = vec![&entry.others, &entry.going_well, &entry.needs];
    texts.extend(entry.means.iter().map(|(_, words)| words.as_str()));
    texts.extend(entry.own_words.iter().map(|(_, words)| words.as_str()));
    texts
}
