//! What a school, a nursery, a place of work, a refuge or a programme is called. It is found by its whole name;
//! without "Primary School" where what is left says which; shortened to "Park School" where it does not; by a
//! saint’s initial ("St M’s"); and by its initials in capitals ("NHPS").

use crate::model::protected::ProtectedKind;

use super::ordinary::{is_among, is_common, is_distinctive, is_small};
use super::signs::{SHORTEST_OF_COMMON_WORDS, Signs};
use super::wording::{Capitals, Wording};

/// What comes after the name of a school, and does not say which it is.
const OF_SCHOOLS: &str = "\
    school primary academy nursery infant infants junior juniors high secondary college community ce \
    cofe rc catholic voluntary aided controlled va vc first middle upper lower grammar comprehensive \
    free trust special sixth form and of england church c e the";
const OF_NURSERIES: &str = "\
    nursery nurseries day preschool school pre playgroup childminder childminders childminding \
    kindergarten childcare children childrens centre club and the ltd limited";
const OF_WORKPLACES: &str = "\
    ltd limited plc shop store stores cafe office offices hotel hospital pub bakery salon factory \
    warehouse supermarket restaurant surgery cleaners and sons co company the";
const OF_REFUGES: &str = "refuge house project hostel centre shelter women womens aid the";
const OF_PROGRAMMES: &str = "programme program group course project service services team clinic centre the";
/// Initials that mean something else everywhere.
const WELL_KNOWN: &str = "nhs dla pip sen pru cin cpp iro plo cps dwp nspcc camhs send pcn tbc asap";

/// Adds everything by which a place of this name is known.
pub(super) fn signs(kind: ProtectedKind, words: &[String], signs: &mut Signs) {
    let kinds = kinds(kind);
    signs.phrase(words);
    let core = core(words, kinds);
    for name in in_both_spellings(core) {
        name_signs(&name, kinds, signs);
    }
    initials(words, signs);
}

fn kinds(kind: ProtectedKind) -> &'static str {
    match kind {
        ProtectedKind::School => OF_SCHOOLS,
        ProtectedKind::Nursery => OF_NURSERIES,
        ProtectedKind::Refuge => OF_REFUGES,
        ProtectedKind::Programme => OF_PROGRAMMES,
        _ => OF_WORKPLACES,
    }
}

/// The name without what every such place is called.
fn core<'a>(words: &'a [String], kinds: &str) -> &'a [String] {
    let mut core = words;
    while let Some((last, before)) = core.split_last() {
        // "Christ Church" is a name; "Church of England" is none.
        let of = words.get(core.len()).is_some_and(|next| next == "of");
        let says_nothing = is_among(kinds, last) && (!matches!(last.as_str(), "church" | "c") || of);
        if !says_nothing {
            break;
        }
        core = before;
    }
    while let [first, rest @ ..] = core
        && is_small(first)
    {
        core = rest;
    }
    if core.is_empty() { words } else { core }
}

/// "St Mary’s", "Saint Mary’s", and without the s.
fn in_both_spellings(core: &[String]) -> Vec<Vec<String>> {
    let mut names = vec![core.to_vec()];
    if let [saint, rest @ ..] = core
        && matches!(saint.as_str(), "st" | "saint")
        && !rest.is_empty()
    {
        let other = if saint == "st" { "saint" } else { "st" };
        names.push([vec![other.to_owned()], rest.to_vec()].concat());
    }
    let singular = |name: &Vec<String>| {
        let (last, before) = name.split_last()?;
        let single = last.strip_suffix('s').filter(|single| single.chars().count() > 2)?;
        Some([before, &[single.to_owned()]].concat())
    };
    let singular: Vec<_> = names.iter().filter_map(singular).collect();
    names.extend(singular);
    names
}

fn name_signs(name: &[String], kinds: &str, signs: &mut Signs) {
    let is_saint = matches!(name.first().map(String::as_str), Some("st" | "saint")) && name.len() > 1;
    let common = name.iter().all(|word| is_common(word));
    match name {
        _ if is_saint => {
            signs.alone.push(Wording::of(name).strict());
            if let [saint, named, ..] = name
                && let Some(initial) = named.chars().next()
            {
                signs.alone.push(Wording::of([saint.clone(), initial.to_string()]).strict());
            }
        }
        [only] if is_distinctive(only) => signs.alone.push(Wording::of([only])),
        [_] => {}
        several if !common => signs.alone.push(Wording::of(several)),
        several if several.iter().filter(|word| !is_small(word)).count() > 1 => {
            let letters: usize = several.iter().map(String::len).sum();
            let wording = Wording::of(several).strict();
            let said_by_chance = letters < SHORTEST_OF_COMMON_WORDS;
            signs.alone.push(if said_by_chance { wording.with_capitals(Capitals::Words) } else { wording });
        }
        _ => {}
    }
    // Which kind of place it is, in one word.
    let short = kinds.split(' ').filter(|kind| kind.len() > 2 && !is_small(kind));
    for kind in short {
        let named = Wording::of(name.iter().map(String::as_str).chain([kind]));
        signs.alone.push(if common { named.strict() } else { named });
        for word in name.iter().filter(|word| name.len() > 1 && is_distinctive(word)) {
            signs.alone.push(Wording::of([word.as_str(), kind]));
        }
    }
}

/// "NHPS", "N.H.P.S."
fn initials(words: &[String], signs: &mut Signs) {
    let telling = words.iter().filter(|word| !is_small(word));
    let initials: String = telling.filter_map(|word| word.chars().next()).collect();
    if initials.chars().count() > 2 && !is_among(WELL_KNOWN, &initials) {
        signs.alone.push(Wording::of([initials]).exact().with_capitals(Capitals::All));
    }
}

#[cfg(test)]
mod tests {
    use super::super::letters::words;
    use super::*;

    #[test]
    fn a_name_is_what_is_left_without_what_all_are_called() {
        for (school, expected) in [
            ("St Mary’s C of E Primary School", "st marys"),
            ("St Mary’s Church of England Primary School", "st marys"),
            ("Christ Church Primary School", "christ church"),
            ("The Nettlewick Academy", "nettlewick"),
            ("Park View High School", "park view"),
            ("The School", "the school"),
        ] {
            assert_eq!(core(&words(school), OF_SCHOOLS).join(" "), expected, "{school}");
        }
        assert_eq!(core(&words("Little Acorns Day Nursery"), OF_NURSERIES).join(" "), "little acorns");
    }

    #[test]
    fn a_saint_is_found_in_both_spellings() {
        let names = in_both_spellings(&words("St Mary’s"));
        let names: Vec<String> = names.into_iter().map(|name| name.join(" ")).collect();
        assert_eq!(names, ["st marys", "saint marys", "st mary", "saint mary"]);
    }
}
