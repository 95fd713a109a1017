//! Whether a text says where somebody can be found, whoever it is: how to reach them, or where they go and when. While
//! safety separation stands, neither of the two is shown such words, also where nobody recorded them as protected
//! (`ux.md` SR11).

use crate::workbook::naming::says;

use super::letters::words;
use super::signs::Signs;
use super::{address, email, phone};

/// When somebody goes somewhere, again and again.
const DAYS: [&str; 14] = [
    "Monday",
    "Mondays",
    "Tuesday",
    "Tuesdays",
    "Wednesday",
    "Wednesdays",
    "Thursday",
    "Thursdays",
    "Friday",
    "Fridays",
    "Saturday",
    "Saturdays",
    "Sunday",
    "Sundays",
];
const TIMES: [&str; 9] = [
    "every morning",
    "each morning",
    "every afternoon",
    "each afternoon",
    "every evening",
    "every day",
    "each day",
    "o’clock",
    "half past",
];
/// Where children and adults go, and being brought there.
const PLACES: [&str; 36] = [
    "school",
    "nursery",
    "pre-school",
    "preschool",
    "playgroup",
    "childminder",
    "child minder",
    "breakfast club",
    "holiday club",
    "youth club",
    "football",
    "swimming",
    "dance class",
    "cubs",
    "brownies",
    "beavers",
    "scouts",
    "contact centre",
    "church",
    "mosque",
    "temple",
    "gym",
    "shift",
    "shifts",
    "pick up",
    "picks",
    "picked up",
    "picked her up",
    "picked him up",
    "collects",
    "collected",
    "drop off",
    "drops off",
    "dropped off",
    "bus stop",
    "appointment",
];

/// Whether a text holds a telephone number, an e-mail address or a postcode, or says where somebody goes and when.
pub fn tells_where_to_find(text: &str) -> bool {
    !phone::numbers_in(text, false).is_empty()
        || email::signs(text, &mut Signs::default())
        || address::postcode_in(&words(text)).is_some()
        || text.split(['.', '!', '?']).any(is_timetable)
}

fn is_timetable(sentence: &str) -> bool {
    let said = |phrase: &&str| says(sentence, phrase);
    let when = DAYS.iter().any(said) || TIMES.iter().any(said) || has_hour(sentence);
    when && PLACES.iter().any(said)
}

/// "3pm", "8.30 am": before the full stop of the second, the first half stands in another sentence.
fn has_hour(sentence: &str) -> bool {
    let plain = words(sentence);
    let hour = |word: &String| {
        let half = word.strip_suffix("am").or_else(|| word.strip_suffix("pm"));
        half.is_some_and(|it| !it.is_empty() && it.chars().all(|it| it.is_ascii_digit()))
    };
    let apart = |pair: &[String]| match pair {
        [number, half] => {
            ["am", "pm"].contains(&half.as_str()) && number.chars().all(|it| it.is_ascii_digit())
        }
        _ => false,
    };
    plain.iter().any(hour) || plain.windows(2).any(apart)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_somebody_can_be_found_is_known_by_what_is_said() {
        for text in [
            "Ring her on 07700 900123",
            "Write to amara.o@example.org",
            "They moved to AN1 2BC",
            "She goes swimming on Tuesdays",
            "Nan picks up Kayla on Friday, and she likes it",
            "Nan picks her up every day",
            "The childminder has her at 3pm",
            "At 3 pm she is at the bus stop",
            "He is at school every day",
            "Take her to nursery\nevery morning",
        ] {
            assert!(tells_where_to_find(text), "{text}");
        }
    }

    #[test]
    fn what_leads_nowhere_is_left_alone() {
        for text in [
            "Kayla is at school on time",
            "Sam visits you on Tuesday",
            "You read to her every day",
            "She is 7. She was 2 kg when she was born in 2019",
            "The school is pleased. On Friday we talk",
            "Your team meets to talk about how to help.",
            "",
        ] {
            assert!(!tells_where_to_find(text), "{text}");
        }
    }
}
