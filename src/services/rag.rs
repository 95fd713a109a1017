//! Red, amber and green in words: a shape and a word for each, what it means to the authority, and how views differ
//! (`domain.md` R57, R58).

use crate::model::choices::Choice;
use crate::model::rating::Rag;
use crate::policy::profile::Profile;
use crate::services::leaf::{Tag, Tone};
use crate::services::sheet::Answer;

/// A rating as it is shown.
pub fn tag(level: Rag) -> Tag {
    let tone = match level {
        Rag::Red => Tone::Red,
        Rag::Amber => Tone::Amber,
        Rag::Green => Tone::Green,
    };
    Tag::new(level.label(), tone)
}

/// What a rating means in the authority's words, where it gives any.
pub fn meaning(profile: &Profile, level: Rag) -> Option<&str> {
    let ratings = profile.ratings.as_ref()?;
    Some(match level {
        Rag::Red => &ratings.red,
        Rag::Amber => &ratings.amber,
        Rag::Green => &ratings.green,
    })
}

/// The ratings to choose from, the highest first.
pub fn answers(profile: &Profile) -> Vec<Answer> {
    let answer = |level: &Rag| {
        let answer = Answer::new(level.code(), level.label());
        match meaning(profile, *level) {
            Some(meaning) => answer.hint(meaning),
            None => answer,
        }
    };
    Rag::ALL.iter().rev().map(answer).collect()
}

/// What is rated, as a sentence; none where the authority does not say.
pub fn measures(profile: &Profile) -> Option<String> {
    profile.ratings.as_ref().map(|ratings| format!("It says how high the {} is.", ratings.measures))
}

/// "2 of 3 workers say Amber, 1 says Red"; none while all say the same.
pub fn differ(levels: &[Rag]) -> Option<String> {
    let mut counts: Vec<(usize, Rag)> = Rag::ALL
        .iter()
        .map(|level| (levels.iter().filter(|own| *own == level).count(), *level))
        .filter(|(count, _)| *count > 0)
        .collect();
    counts.sort_by(|a, b| b.cmp(a));
    let say = |count: usize| if count == 1 { "says" } else { "say" };
    let ((most, level), others) = counts.split_first()?;
    if others.is_empty() {
        return None;
    }
    let mut words = format!("{most} of {} workers {} {}", levels.len(), say(*most), level.label());
    for (count, level) in others {
        words.push_str(&format!(", {count} {} {}", say(*count), level.label()));
    }
    Some(words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::authority::Authority;

    #[test]
    fn views_that_differ_are_counted_and_those_that_agree_are_not() {
        use Rag::{Amber, Green, Red};
        let cases: [(&[Rag], Option<&str>); 6] = [
            (&[], None),
            (&[Amber], None),
            (&[Amber, Amber], None),
            (&[Amber, Red, Amber], Some("2 of 3 workers say Amber, 1 says Red")),
            (&[Green, Red], Some("1 of 2 workers says Red, 1 says Green")),
            (&[Green, Red, Amber, Green], Some("2 of 4 workers say Green, 1 says Red, 1 says Amber")),
        ];
        for (levels, words) in cases {
            assert_eq!(differ(levels).as_deref(), words, "{levels:?}");
        }
    }

    #[test]
    fn a_colour_means_what_the_authority_says() {
        let hint = |authority: Authority| answers(authority.profile()).remove(0).hint;
        let said = |authority, words: &str| assert_eq!(hint(authority).as_deref(), Some(words));
        said(Authority::Walsall, "Highest risk of significant harm to the child");
        said(Authority::WestSussex, "Highest level of need or harm to the child");
        assert_eq!(hint(Authority::Bury), None, "its guidance has no words for the colours");
        assert_eq!(measures(Authority::Bury.profile()), None);
    }
}
