//! E-mail addresses: as they are, with "at" and "dot" in words, in brackets, or with the signs left out.

use super::letters::words;
use super::signs::Signs;
use super::wording::Wording;

/// Where a name before the @ is long enough, and has a figure in it, nobody else's begins so.
const SHORTEST_NAME: usize = 6;
/// What the signs in an address are called.
const SIGNS: [(char, &[&str]); 4] = [
    ('.', &["dot", "point"]),
    ('_', &["underscore", "low line"]),
    ('-', &["dash", "hyphen"]),
    ('+', &["plus"]),
];

/// Adds what an e-mail address among these words is known by.
pub(super) fn signs(wording: &str, signs: &mut Signs) -> bool {
    let mut found = false;
    for word in
        wording.split(|it: char| it.is_whitespace() || matches!(it, ',' | ';' | '<' | '>' | '(' | ')'))
    {
        let word = word.trim_matches(['.', ':', '"', '\'']);
        let Some((name, at)) = word.split_once('@').filter(|(name, at)| !name.is_empty() && at.contains('.'))
        else {
            continue;
        };
        found = true;
        address(name, at, signs);
    }
    found
}

fn address(name: &str, place: &str, signs: &mut Signs) {
    let provider = place.split('.').next().unwrap_or_default();
    for which in 0..2 {
        for name in [words(name), said(name, which)] {
            for place in [words(place), said(place, which), words(provider)] {
                for at in [&[][..], &["at"], &["on"], &["a"]] {
                    let at = at.iter().map(|word| (*word).to_owned());
                    signs.alone.push(
                        Wording::of(name.iter().cloned().chain(at).chain(place.iter().cloned())).exact(),
                    );
                }
            }
            let long = name.concat().chars().count() >= SHORTEST_NAME;
            if long && name.concat().contains(|it: char| it.is_ascii_digit()) {
                signs.alone.push(Wording::of(&name).exact());
            }
        }
    }
}

/// As it is read out, each sign by one of its names.
fn said(text: &str, which: usize) -> Vec<String> {
    let mut said = String::new();
    for it in text.chars() {
        match SIGNS.iter().find(|(sign, _)| *sign == it) {
            Some((_, names)) => {
                let name = names.get(which).or(names.first()).copied().unwrap_or_default();
                said.extend([" ", name, " "]);
            }
            None => said.push(it),
        }
    }
    words(&said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_out_in_words() {
        assert_eq!(said("t.larkin_92", 0).join(" "), "t dot larkin underscore 92");
        assert_eq!(said("example.org", 1).join(" "), "example point org");
        let mut found = Signs::default();
        assert!(signs("write to t.larkin92@example.org, evenings", &mut found));
        assert!(found.alone.contains(&Wording::of(["t", "larkin92", "at", "example", "dot", "org"]).exact()));
        assert!(!signs("no address @ all", &mut found));
    }
}
