//! Words that a family meets and nobody should have to ask about: what each means, and where it stands in a text.

use super::words::Words;

macro_rules! terms {
    ($($(#[$doc:meta])* $name:ident $token:literal $($adults:ident)?;)+) => {
        /// A word that has a page of its own. Its token stands in addresses and in the packs, and never changes.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Term {
            $($(#[$doc])* $name,)+
        }

        impl Term {
            /// In the order of the page: whom a family meets first, then what they hear of.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// Its part of an address.
            pub fn token(self) -> &'static str {
                match self {
                    $(Self::$name => $token,)+
                }
            }

            /// Its message in the packs.
            pub(super) fn id(self) -> &'static str {
                match self {
                    $(Self::$name => concat!("term-", $token),)+
                }
            }

            /// Whether it is left out where a child reads along.
            pub fn for_adults_only(self) -> bool {
                match self {
                    $(Self::$name => false $(|| stringify!($adults) == "adults")?,)+
                }
            }
        }
    };
}

terms! {
    ChildrensServices "childrens-services";
    SocialWorker "social-worker";
    Manager "manager";
    HealthVisitor "health-visitor";
    Interpreter "interpreter";
    Advocate "advocate";
    Assessment "assessment";
    Record "record";
    Consent "consent";
    Complaint "complaint";
    Supervision "supervision" adults;
    ChildInNeedPlan "child-in-need-plan";
    ChildProtectionPlan "child-protection-plan";
    Conference "conference";
    CoreGroup "core-group" adults;
    Review "review";
    Threshold "threshold" adults;
    ParentalResponsibility "parental-responsibility" adults;
    Solicitor "solicitor";
    LegalMeeting "legal-meeting" adults;
    Court "court";
    CareOrder "care-order" adults;
    DomesticAbuse "domestic-abuse" adults;
    Probation "probation" adults;
}

impl Term {
    /// The word with this token.
    pub fn of_token(token: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|term| term.token() == token)
    }
}

/// A piece of a text: plain, or a word that somebody can ask about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    Plain(String),
    Explained { words: String, term: Term },
}

impl Piece {
    pub fn words(&self) -> &str {
        match self {
            Self::Plain(words) | Self::Explained { words, .. } => words,
        }
    }
}

/// A text with the hard words in it found, the longest first: "child protection plan" is one of them, not three.
/// Together the pieces are the text again.
pub fn explained(text: &str, words: Words<'_>, terms: impl Fn(Term) -> bool) -> Vec<Piece> {
    let mut forms: Vec<(Vec<char>, Term)> = Term::ALL
        .iter()
        .copied()
        .filter(|term| terms(*term))
        .flat_map(|term| words.forms(term).into_iter().map(move |form| (folded(&form), term)))
        .collect();
    forms.sort_by_key(|(form, _)| std::cmp::Reverse(form.len()));
    let letters: Vec<char> = text.chars().collect();
    let (mut pieces, mut plain, mut at) = (Vec::new(), String::new(), 0);
    while let Some(letter) = letters.get(at) {
        let starts =
            at.checked_sub(1).and_then(|before| letters.get(before)).is_none_or(|it| !in_a_word(*it));
        let found = starts.then(|| forms.iter().find(|(form, _)| stands(&letters, at, form))).flatten();
        match found {
            Some((form, term)) => {
                if !plain.is_empty() {
                    pieces.push(Piece::Plain(std::mem::take(&mut plain)));
                }
                let words = letters.iter().skip(at).take(form.len()).collect();
                pieces.push(Piece::Explained { words, term: *term });
                at += form.len();
            }
            None => {
                plain.push(*letter);
                at += 1;
            }
        }
    }
    if !plain.is_empty() {
        pieces.push(Piece::Plain(plain));
    }
    pieces
}

/// Whether this form stands here as words of its own.
fn stands(letters: &[char], at: usize, form: &[char]) -> bool {
    let here = letters.iter().skip(at).map(|it| fold(*it)).take(form.len());
    here.eq(form.iter().copied()) && letters.get(at + form.len()).is_none_or(|it| !in_a_word(*it))
}

fn folded(words: &str) -> Vec<char> {
    words.chars().map(fold).collect()
}

/// One letter for one letter, so that a place in the folded text is that place in the text.
fn fold(letter: char) -> char {
    match letter {
        '’' => '\'',
        '\u{a0}' => ' ',
        _ => {
            let mut lower = letter.to_lowercase();
            match (lower.next(), lower.next()) {
                (Some(one), None) => one,
                _ => letter,
            }
        }
    }
}

fn in_a_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '-'
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::family_words::{Reader, pack};

    #[track_caller]
    fn check(tag: &str, text: &str, expected: &[(&str, Term)]) {
        let pieces = explained(text, Words::new(pack(tag), Reader::Adult), |_| true);
        let found: Vec<(&str, Term)> = pieces
            .iter()
            .filter_map(|piece| match piece {
                Piece::Explained { words, term } => Some((words.as_str(), *term)),
                Piece::Plain(_) => None,
            })
            .collect();
        assert_eq!(found, expected, "{text:?}");
        assert_eq!(pieces.iter().map(Piece::words).collect::<String>(), text, "together they are the text");
    }

    #[test]
    fn hard_words_are_found_in_a_text() {
        check("en-GB", "Sam can ask for an interpreter.", &[("interpreter", Term::Interpreter)]);
        check(
            "en-GB",
            "The Child Protection Plan is a plan; the review is in court.",
            &[
                ("Child Protection Plan", Term::ChildProtectionPlan),
                ("review", Term::Review),
                ("court", Term::Court),
            ],
        );
        check("en-GB", "Children's services wrote.", &[("Children's services", Term::ChildrensServices)]);
        check("cy", "Gall Sam ofyn am gyfieithydd.", &[("gyfieithydd", Term::Interpreter)]);
    }

    #[test]
    fn a_part_of_another_word_is_not_that_word() {
        check("en-GB", "The courtyard was recorded; a previewed consent-form.", &[]);
        check("en-GB", "", &[]);
        check("en-GB", "Straße, İstanbul and the manager’s dog", &[("manager", Term::Manager)]);
    }

    #[test]
    fn every_token_leads_back_to_its_word() {
        for term in Term::ALL {
            assert_eq!(Term::of_token(term.token()), Some(*term));
        }
        assert_eq!(Term::of_token("plan"), None);
    }
}
