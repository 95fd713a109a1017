//! Where somebody lives. Found are: the number with the street, however the number is said and the street
//! shortened; the street alone, unless it is called as every street is; its name alone, if that is distinctive;
//! the postcode, whole, or in two halves near each other; and the first half of the postcode near a street that
//! is called as every street is.
//!
//! A town is found in none of these: many people live there.

use super::numbers::{in_digits, one_by_one, ways_to_say};
use super::ordinary::{is_among, is_common, is_distinctive, is_small};
use super::signs::{Reach, Signs, Together};
use super::wording::Wording;

/// How streets are called, with how that is shortened.
const STREETS: [&[&str]; 35] = [
    &["road", "rd"],
    &["street", "st", "str"],
    &["avenue", "ave", "av"],
    &["lane", "ln", "la"],
    &["close", "cl"],
    &["crescent", "cres", "cresc", "cr"],
    &["drive", "dr", "drv"],
    &["gardens", "gdns", "gdn", "garden"],
    &["grove", "gr", "gro"],
    &["place", "pl"],
    &["square", "sq"],
    &["terrace", "ter", "terr", "tce"],
    &["court", "ct", "crt"],
    &["way", "wy"],
    &["walk", "wlk", "wk"],
    &["hill", "hl"],
    &["parade", "pde"],
    &["rise"],
    &["mews"],
    &["row"],
    &["view", "vw"],
    &["green", "grn"],
    &["park", "pk"],
    &["mount", "mt"],
    &["drove"],
    &["wharf", "whf"],
    &["croft"],
    &["fold"],
    &["gate"],
    &["bank"],
    &["end"],
    &["quay"],
    &["circus"],
    &["broadway"],
    &["estate", "est"],
];
/// How houses are called.
const HOUSES: [&[&str]; 9] = [
    &["house", "hse"],
    &["cottage", "cott"],
    &["lodge"],
    &["villa", "villas"],
    &["mansions", "mansion"],
    &["tower", "towers"],
    &["heights", "hts"],
    &["point"],
    &["farm"],
];
const FLATS: [&str; 6] = ["flat", "apartment", "apt", "unit", "room", "maisonette"];
/// Short for a street, and taken for a word of every day: "school ln" for "school in".
const READ_AS_WORDS: &str = "ln la hl";
/// What, with the word for a street, is said of any street: "the high street", "a side road", "across the
/// road".
const OF_ANY_STREET: &str = "\
    high main new old back side front long ring busy next same whole own middle other one way right \
    wrong country only hard safe quiet narrow bus cycle fast slow shopping village town city car cross \
    nature dead half big little small first second better best good short easy different another play \
    caravan water theme bitter weekend open night food job";
/// What, with the word for a house, is said of any house: "the council house", "a full house", "the
/// greenhouse".
const OF_ANY_HOUSE: &str = "\
    green tree farm light full public coffee council empty warm clean nice doll dolls holiday turning \
    starting meeting water ware animal family";

/// The most letters between the halves of a postcode, and between a street and the first half.
const WITHIN: usize = 60;

/// Adds everything by which the address in these words is known, and says whether a street was among it.
pub(super) fn signs(words: &[String], signs: &mut Signs) -> bool {
    let words = in_digits(words);
    let postcode = postcode_in(&words);
    let streets = streets_in(&words);
    if let Some((out, inward)) = &postcode {
        postcode_signs(out, inward, signs);
    }
    for street in &streets {
        street.signs(postcode.as_ref().map(|(out, _)| out.as_str()), signs);
    }
    !streets.is_empty()
}

/// The halves of the first postcode among these words.
pub(super) fn postcode_in(words: &[String]) -> Option<(String, String)> {
    let whole = words.iter().filter_map(|word| halves(word));
    let apart = words.windows(2).filter_map(|pair| halves(&pair.concat()));
    apart.chain(whole).next()
}

/// "an12bc" in its halves: one or two letters, a digit, perhaps another letter or digit; then a digit and two
/// letters.
fn halves(word: &str) -> Option<(String, String)> {
    let (out, inward) = word.split_at_checked(word.len().checked_sub(3)?)?;
    let shape = |text: &str| -> String {
        let shape = text.chars().map(|it| match it {
            _ if it.is_ascii_digit() => '9',
            _ if it.is_ascii_alphabetic() => 'a',
            _ => '?',
        });
        shape.collect()
    };
    let is = matches!(shape(out).as_str(), "a9" | "a99" | "a9a" | "aa9" | "aa99" | "aa9a");
    (is && shape(inward) == "9aa").then(|| (out.to_owned(), inward.to_owned()))
}

fn postcode_signs(out: &str, inward: &str, signs: &mut Signs) {
    signs.alone.push(Wording::of([out, inward]).exact().with_a_digit());
    let whole = format!("{out}{inward}");
    let said = [one_by_one(&whole), [vec![out.to_owned()], one_by_one(inward)].concat()];
    signs.alone.extend(said.into_iter().map(|words| Wording::of(words).exact()));
    signs.together.push(Together {
        one: vec![half(out)],
        other: vec![half(inward)],
        reach: Reach::Letters(WITHIN),
    });
}

/// Half a postcode is looked for as a word of its own.
fn half(words: &str) -> Wording {
    Wording::of([words]).exact().strict().with_a_digit()
}

/// A street, or a house with a name.
struct Street {
    /// "flat 2", as two words.
    flat: Option<[String; 2]>,
    number: Option<String>,
    name: Vec<String>,
    kind: &'static [&'static str],
    is_house: bool,
}

/// The streets among these words: a name before a word for a street.
fn streets_in(words: &[String]) -> Vec<Street> {
    let mut streets = Vec::new();
    let (mut flat, mut number, mut name) = (None, None, Vec::new());
    // "the" is part of a name only where nothing else is: "The Green".
    let mut small: Option<String> = None;
    let mut words = words.iter().peekable();
    while let Some(word) = words.next() {
        let named = !name.is_empty() || small.is_some();
        if let Some((kind, is_house)) = kind_of(word).filter(|_| named) {
            name.extend(small.take().filter(|_| name.is_empty()));
            let name = std::mem::take(&mut name);
            streets.push(Street { flat: flat.take(), number: number.take(), name, kind, is_house });
        } else if FLATS.contains(&word.as_str()) {
            flat = words.next_if(|next| next.len() < 4).map(|next| [word.clone(), next.clone()]);
            name.clear();
        } else if word.starts_with(|it: char| it.is_ascii_digit()) {
            number = Some(word.clone());
            name.clear();
        } else if name.is_empty() && is_small(word) {
            small = Some(word.clone());
        } else {
            name.push(word.clone());
            // Without a number nothing says where the name of a street begins: what is long is more than a
            // name.
            if name.len() > 3 {
                name.remove(0);
            }
        }
    }
    streets
}

fn kind_of(word: &str) -> Option<(&'static [&'static str], bool)> {
    let among = |kinds: &[&'static [&'static str]]| kinds.iter().find(|kind| kind.contains(&word)).copied();
    among(&STREETS).map(|kind| (kind, false)).or_else(|| among(&HOUSES).map(|kind| (kind, true)))
}

impl Street {
    fn signs(&self, out: Option<&str>, signs: &mut Signs) {
        let stands_alone = self.stands_alone();
        for name in self.names() {
            for kind in self.kind {
                let street: Vec<&str> = name.iter().map(String::as_str).chain([*kind]).collect();
                if stands_alone && !(self.is_common() && is_among(READ_AS_WORDS, kind)) {
                    let wording = Wording::of(&street);
                    signs.alone.push(if self.is_common() { wording.strict() } else { wording });
                }
                self.with_number(&street, signs);
                self.with_flat(&street, signs);
                if let Some(out) = out.filter(|_| !stands_alone) {
                    let one = vec![Wording::of(&street).strict()];
                    signs.together.push(Together {
                        one,
                        other: parts_of(out),
                        reach: Reach::Letters(WITHIN),
                    });
                }
            }
            if self.name_stands_alone(&name) {
                signs.alone.push(Wording::of(&name));
            } else if !self.is_common()
                && let Some(number) = &self.number
            {
                let numbered: Vec<&str> =
                    std::iter::once(number.as_str()).chain(name.iter().map(String::as_str)).collect();
                signs.alone.push(Wording::of(numbered).strict().with_digit_in(0..number.len()));
            }
        }
    }

    /// "14 Elm Road", "number fourteen, Elm Road", "Elm Road 14", "Elm Road, number 14".
    fn with_number(&self, street: &[&str], signs: &mut Signs) {
        let Some(number) = &self.number else { return };
        for said in ways_to_say(number) {
            let said: Vec<&str> = said.iter().map(String::as_str).collect();
            let in_digits = said.concat().starts_with(|it: char| it.is_ascii_digit());
            let digits = said.first().map_or(0, |word| word.len());
            let before = Wording::of(said.iter().chain(street)).slips_in_any_word();
            signs.alone.push(if in_digits { before.with_digit_in(0..digits) } else { before });
            for between in [&[][..], &["number"], &["no"], &["at", "number"], &["house", "number"]] {
                let length: usize = street.iter().chain(between).map(|word| word.chars().count()).sum();
                let after = Wording::of(street.iter().chain(between).chain(&said)).slips_in_any_word();
                let after = if between.is_empty() { after.strict() } else { after };
                signs.alone.push(if in_digits {
                    after.with_digit_in(length..length + digits)
                } else {
                    after
                });
            }
        }
    }

    /// "Flat 2, Elm Court", "Apartment 2 Elm Court", "2 Elm Court".
    fn with_flat(&self, street: &[&str], signs: &mut Signs) {
        let Some([_, number]) = &self.flat else { return };
        for flat in FLATS {
            for said in ways_to_say(number) {
                let said = said.iter().map(String::as_str);
                signs
                    .alone
                    .push(Wording::of(std::iter::once(flat).chain(said).chain(street.iter().copied())));
            }
        }
    }

    /// Its name; a saint’s in both spellings.
    fn names(&self) -> Vec<Vec<String>> {
        let other = match self.name.split_first() {
            Some((first, rest)) if !rest.is_empty() => match first.as_str() {
                "st" => Some(("saint", rest)),
                "saint" => Some(("st", rest)),
                _ => None,
            },
            _ => None,
        };
        let other = other.map(|(saint, rest)| [vec![saint.to_owned()], rest.to_vec()].concat());
        std::iter::once(self.name.clone()).chain(other).collect()
    }

    fn is_common(&self) -> bool {
        self.name.iter().all(|word| is_common(word))
    }

    /// Whether the name with the word for a street means this street only. "Church Road" does, "High Street"
    /// and "Green House" do not.
    fn stands_alone(&self) -> bool {
        let any = |word: &str| {
            is_small(word) || is_among(OF_ANY_STREET, word) || (self.is_house && is_among(OF_ANY_HOUSE, word))
        };
        !self.name.iter().all(|word| any(word))
    }

    fn name_stands_alone(&self, name: &[String]) -> bool {
        match name {
            [only] => is_distinctive(only),
            several => several.iter().any(|word| is_distinctive(word)),
        }
    }
}

/// The first half of a postcode, and with the digit after it.
fn parts_of(out: &str) -> Vec<Wording> {
    let sectors = (0..10).map(|sector| half(&format!("{out}{sector}")));
    std::iter::once(half(out)).chain(sectors).collect()
}

#[cfg(test)]
mod tests {
    use super::super::letters::words;
    use super::*;

    fn read(text: &str) -> (Option<(String, String)>, Vec<String>) {
        let words = in_digits(&words(text));
        let street = |it: Street| {
            let alone = if it.stands_alone() { "alone" } else { "" };
            let flat = it.flat.map(|flat| flat.join(" ")).unwrap_or_default();
            let number = it.number.unwrap_or_default();
            let kind = it.kind.first().copied().unwrap_or_default();
            format!("{flat}|{number}|{}|{kind}|{alone}", it.name.join(" "))
        };
        (postcode_in(&words), streets_in(&words).into_iter().map(street).collect())
    }

    #[track_caller]
    fn check(text: &str, postcode: Option<(&str, &str)>, streets: &[&str]) {
        let postcode = postcode.map(|(out, inward)| (out.to_owned(), inward.to_owned()));
        let streets: Vec<String> = streets.iter().map(|it| (*it).to_owned()).collect();
        assert_eq!(read(text), (postcode, streets), "{text}");
    }

    #[test]
    fn an_address_is_read_in_its_parts() {
        check("Flat 2, 14 Elm Road, Anytown AN1 2BC", Some(("an1", "2bc")), &["flat 2|14|elm|road|alone"]);
        check("8 High Street, AN71QT", Some(("an7", "1qt")), &["|8|high|street|"]);
        check("27 Church Rd", None, &["|27|church|road|alone"]);
        check("Twenty-One St Mary’s Close", None, &["|21|st marys|close|alone"]);
        check("Apartment 3 Harbour Point", None, &["apartment 3||harbour|point|alone"]);
        check("Rose Cottage, Mill Lane", None, &["||rose|cottage|alone", "||mill|lane|alone"]);
        check("14a Grove Road, SW1A 1AA", Some(("sw1a", "1aa")), &["|14a|grove|road|alone"]);
        check("Larkspur House", None, &["||larkspur|house|alone"]);
        check("3 The Green; Green House", None, &["|3|the|green|", "||green|house|"]);
        check("the Elm Road flat", None, &["||elm|road|alone"]);
        check("with her sister", None, &[]);
        check("", None, &[]);
    }
}
