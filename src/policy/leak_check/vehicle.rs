//! The number of a vehicle: with or without its space, with O for 0, or with its digits in words.

use super::numbers::{one_by_one, ways_to_say};
use super::signs::Signs;
use super::wording::Wording;

/// Adds the vehicle numbers among these words; what is left over is how the vehicle looks.
pub(super) fn signs(words: &[String], signs: &mut Signs) {
    let mut rest: Vec<String> = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let apart = words.get(at + 1).map(|next| format!("{word}{next}"));
        if let Some(number) = apart.filter(|it| is_number(it)) {
            number_signs(&number, signs);
            at += 1;
        } else if is_number(word) {
            number_signs(word, signs);
        } else {
            rest.push(word.clone());
        }
        at += 1;
    }
    signs.phrase(&rest);
}

fn number_signs(number: &str, signs: &mut Signs) {
    signs.alone.push(Wording::of([number]).with_a_digit());
    signs.alone.push(Wording::of(one_by_one(number)));
    let first = number.find(|it: char| it.is_ascii_digit()).and_then(|at| number.split_at_checked(at));
    let Some((before, rest)) = first else { return };
    let end = rest.find(|it: char| !it.is_ascii_digit()).unwrap_or(rest.len());
    let Some((digits, after)) = rest.split_at_checked(end) else { return };
    for said in ways_to_say(digits) {
        let around = [vec![before.to_owned()], said, vec![after.to_owned()]].concat();
        signs.alone.push(Wording::of(around.iter().filter(|word| !word.is_empty())).exact());
    }
}

/// Whether it has the shape of a vehicle's number: as since 2001 (AB12 CDE), from 1983 (A123 BCD), from 1963
/// (ABC 123D), or of Northern Ireland (ABZ 1234).
fn is_number(word: &str) -> bool {
    let mut shape: Vec<(bool, usize)> = Vec::new();
    for it in word.chars() {
        if !it.is_ascii_alphanumeric() {
            return false;
        }
        match shape.last_mut() {
            Some((digit, count)) if *digit == it.is_ascii_digit() => *count += 1,
            _ => shape.push((it.is_ascii_digit(), 1)),
        }
    }
    matches!(
        shape.as_slice(),
        [(false, 2), (true, 2), (false, 3)]
            | [(false, 1), (true, 1..=3), (false, 3)]
            | [(false, 3), (true, 1..=3), (false, 1)]
            | [(false, 3), (true, 3..=4)]
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vehicle_numbers_have_a_shape() {
        for number in ["ab12cde", "a123bcd", "abc123d", "abz1234"] {
            assert!(is_number(number), "{number}");
        }
        for word in ["ford", "an12bc", "12", "ab12", "été12abc", ""] {
            assert!(!is_number(word), "{word}");
        }
        let mut found = Signs::default();
        let words: Vec<String> = ["blue", "ford", "fiesta", "ab12", "cde"].map(str::to_owned).into();
        signs(&words, &mut found);
        assert!(found.alone.contains(&Wording::of(["blue", "ford", "fiesta"])));
        assert!(found.alone.contains(&Wording::of(["ab", "twelve", "cde"]).exact()));
    }
}
