//! How numbers are said: "fourteen", "one hundred and twelve", "oh seven seven".

const TO_NINETEEN: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] =
    ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// What a single digit is called. Nought has many names.
pub(super) fn digit(word: &str) -> Option<u8> {
    match word {
        "o" | "oh" | "nought" | "naught" | "nil" => Some(0),
        _ => below_ten(word),
    }
}

fn below_ten(word: &str) -> Option<u8> {
    let place = TO_NINETEEN.iter().take(10).position(|name| *name == word)?;
    u8::try_from(place).ok()
}

/// "ten" to "nineteen".
pub(super) fn teen(word: &str) -> Option<u8> {
    let place = TO_NINETEEN.iter().skip(10).position(|name| *name == word)?;
    u8::try_from(place + 10).ok()
}

/// "twenty" to "ninety": 2 to 9.
pub(super) fn ten(word: &str) -> Option<u8> {
    let place = TENS.iter().skip(2).position(|name| *name == word)?;
    u8::try_from(place + 2).ok()
}

/// The words of a text with every number in it in digits: "flat two, twenty-one elm road" is "flat 2 21 elm
/// road".
pub(super) fn in_digits(words: &[String]) -> Vec<String> {
    let mut written = Vec::with_capacity(words.len());
    let mut words = words.iter().peekable();
    while let Some(word) = words.next() {
        let number = if let Some(ten) = ten(word) {
            let one = words.peek().and_then(|next| below_ten(next)).filter(|one| *one > 0);
            if one.is_some() {
                words.next();
            }
            Some(ten * 10 + one.unwrap_or_default())
        } else {
            teen(word).or_else(|| below_ten(word))
        };
        written.push(number.map_or_else(|| word.clone(), |number| number.to_string()));
    }
    written
}

/// Every way in which a house number is said, as words: "112" is "112", "one hundred and twelve", "one hundred
/// twelve", "one twelve" and "one one two". A letter after it stays: "14a" is "fourteen a".
pub(super) fn ways_to_say(number: &str) -> Vec<Vec<String>> {
    let digits: String = number.chars().take_while(char::is_ascii_digit).collect();
    let letter: String = number.chars().skip_while(char::is_ascii_digit).collect();
    let mut ways = vec![vec![digits.clone()]];
    if let Ok(value) = digits.parse::<u32>()
        && value < 1_000
    {
        let (hundreds, rest) = (value / 100, value % 100);
        let low = to_ninety_nine(rest);
        let high = name(&TO_NINETEEN, hundreds);
        match (hundreds, rest) {
            (0, _) => ways.push(low),
            (_, 0) => ways.push(vec![high, "hundred".to_owned()]),
            _ => {
                let hundred = vec![high.clone(), "hundred".to_owned()];
                ways.push([hundred.clone(), vec!["and".to_owned()], low.clone()].concat());
                ways.push([hundred, low.clone()].concat());
                ways.push([vec![high], low].concat());
            }
        }
        if digits.len() > 1 {
            ways.push(one_by_one(&digits));
        }
    }
    if !letter.is_empty() {
        for way in &mut ways {
            way.push(letter.clone());
        }
    }
    ways
}

/// Digits as single words, letters as they are: "an1" is "an one".
pub(super) fn one_by_one(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut in_letters = false;
    for it in text.chars() {
        match it.to_digit(10) {
            Some(digit) => words.push(name(&TO_NINETEEN, digit)),
            None if in_letters => {
                if let Some(word) = words.last_mut() {
                    word.push(it);
                }
            }
            None => words.push(it.to_string()),
        }
        in_letters = !it.is_ascii_digit();
    }
    words
}

fn to_ninety_nine(value: u32) -> Vec<String> {
    if value < 20 {
        return vec![name(&TO_NINETEEN, value)];
    }
    let mut words = vec![name(&TENS, value / 10)];
    if !value.is_multiple_of(10) {
        words.push(name(&TO_NINETEEN, value % 10));
    }
    words
}

fn name(names: &[&str], place: u32) -> String {
    names.get(place as usize).copied().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(number: &str) -> Vec<String> {
        ways_to_say(number).into_iter().map(|way| way.join(" ")).collect()
    }

    #[test]
    fn house_numbers_are_said_in_many_ways() {
        assert_eq!(said("7"), ["7", "seven"]);
        assert_eq!(said("14"), ["14", "fourteen", "one four"]);
        assert_eq!(said("40"), ["40", "forty", "four zero"]);
        assert_eq!(said("21b"), ["21 b", "twenty one b", "two one b"]);
        let hundred = ["112", "one hundred and twelve", "one hundred twelve", "one twelve", "one one two"];
        assert_eq!(said("112"), hundred);
        assert_eq!(said("200"), ["200", "two hundred", "two zero zero"]);
        assert_eq!(said("1204"), ["1204"]);
        assert_eq!(said(""), [""]);
    }

    #[test]
    fn numbers_in_words_are_read() {
        let words: Vec<String> =
            "flat two twenty one elm road thirty fifteen ten zero".split(' ').map(str::to_owned).collect();
        assert_eq!(in_digits(&words).join(" "), "flat 2 21 elm road 30 15 10 0");
        assert_eq!(one_by_one("an12bc").join(" "), "an one two bc");
        assert_eq!(
            (digit("oh"), digit("five"), digit("ten"), ten("sixty")),
            (Some(0), Some(5), None, Some(6))
        );
    }
}
