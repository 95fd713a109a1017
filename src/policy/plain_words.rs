//! Whether words that a family reads are plain: short sentences, and none of the words that only teams use
//! (`ux.md` 3.4: a sentence has 15 words at the most, and no short forms). It is advice to whoever writes, and stops
//! nobody: what a worker or a family wrote is shown as it was written.

/// How long a sentence may be.
pub const LONGEST_SENTENCE: usize = 15;

/// Words that only teams use, each with what to say. What is written in capitals is found in capitals only.
const JARGON: &[(&str, &str)] = &[
    ("CIN", "a plan to help your family"),
    ("CP", "a plan to keep a child safe"),
    ("LAC", "children who live with carers"),
    ("TAF", "the people who help your family"),
    ("PLO", "a meeting before court"),
    ("RAG", "how worried the team is"),
    ("MARAC", "a meeting to keep somebody safe"),
    ("EDT", "the team at night"),
    ("s17", "help for a child who needs it"),
    ("s47", "looking into whether a child is safe"),
    ("accommodated", "lives with carers"),
    ("assessment", "finding out what would help"),
    ("attachment", "feeling close"),
    ("capacity", "being able to"),
    ("contact", "seeing each other"),
    ("disclosed", "said"),
    ("dysregulated", "very upset"),
    ("engage", "take part"),
    ("engagement", "taking part"),
    ("escalate", "get worse"),
    ("intervention", "help"),
    ("multi-agency", "of different services"),
    ("non-compliant", "did not do this"),
    ("placement", "home with carers"),
    ("presenting", "seems"),
    ("protective factors", "what keeps the children safe"),
    ("safeguarding", "keeping children safe"),
    ("substance misuse", "using alcohol or drugs"),
    ("supervision", "the team talks about how to help"),
    ("threshold", "how much help is needed"),
    ("trigger", "what sets it off"),
    ("volatile", "often angry"),
];

/// What could be plainer, a line for each thing.
pub fn advice(text: &str) -> Vec<String> {
    let long = sentences(text).filter_map(|sentence| {
        let words = sentence.split_whitespace().count();
        (words > LONGEST_SENTENCE)
            .then(|| format!("This sentence has {words} words. Make it two: “{sentence}”"))
    });
    let jargon = JARGON.iter().filter(|(word, _)| uses(text, word));
    long.chain(jargon.map(|(word, plain)| format!("Instead of “{word}”, say “{plain}”"))).collect()
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['.', '!', '?', '\n']).map(str::trim).filter(|it| !it.is_empty())
}

/// Whether a text uses a word or a phrase as a whole.
fn uses(text: &str, phrase: &str) -> bool {
    let is_short_form = phrase.chars().all(|it| it.is_ascii_uppercase());
    let same = |word: &str| if is_short_form { word.to_owned() } else { word.to_lowercase() };
    let bare = |word: &str| same(word.trim_matches(|it: char| !it.is_alphanumeric()));
    let text: Vec<String> = text.split_whitespace().map(bare).collect();
    let phrase: Vec<String> = phrase.split_whitespace().map(bare).collect();
    text.windows(phrase.len()).any(|window| window == phrase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_sentences_and_words_of_teams_are_advised_against_and_plain_words_are_not() {
        let long = "You get Kayla to school on time each and every day and that helps her to feel very safe.";
        let cases: [(&str, &[&str]); 6] = [
            ("You get Kayla to school on time every day. That helps her feel safe.", &[]),
            ("", &[]),
            (long, &["This sentence has 19 words. Make it two"]),
            ("The CIN plan.", &["Instead of “CIN”, say “a plan to help your family”"]),
            ("Cin is a name. The threshold, again!", &["Instead of “threshold”"]),
            ("Your protective factors", &["Instead of “protective factors”"]),
        ];
        for (text, expected) in cases {
            let advice = advice(text);
            assert_eq!(advice.len(), expected.len(), "{text}: {advice:?}");
            for (line, start) in advice.iter().zip(expected) {
                assert!(line.starts_with(start), "{line}");
            }
        }
    }

    #[test]
    fn what_is_advised_is_plain_itself() {
        for (word, plain) in JARGON {
            assert_eq!(advice(plain), Vec::<String>::new(), "{word}");
        }
    }
}
