//! The addresses of the pages that a family sees. They hold a number of a page or a word to be explained, and no id of
//! anybody or anything (`ux.md` 3.3).

use crate::programme::family_words::Term;

/// A page that a family sees. Numbers count from 1, in the order in which things are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FamilyPlace {
    Home,
    /// What they do well.
    Well,
    /// One thing that is getting better.
    Better(u32),
    /// One thing that needs to be different; for a child, a worry.
    Different(u32),
    /// What they said.
    Said,
    /// What they hope for; for a child, wishes.
    Hopes,
    Agreed,
    /// What happens next.
    Ahead,
    People,
    /// Something to say.
    Say,
    /// A question with a scale.
    Ask(u32),
    /// Somebody who is there says whether they agree: the number of their name on the first page.
    Sign(u32),
    /// What words mean.
    Terms,
    Term(Term),
    /// Who to call.
    Help,
    /// Words and colours.
    Look,
    /// What they do well, to keep on paper.
    Keep,
}

impl FamilyPlace {
    /// Every page but the first that has neither a number nor a word in its address.
    const PLAIN: [(Self, &'static str); 11] = [
        (Self::Well, "well"),
        (Self::Said, "said"),
        (Self::Hopes, "hopes"),
        (Self::Agreed, "agreed"),
        (Self::Ahead, "next"),
        (Self::People, "people"),
        (Self::Say, "say"),
        (Self::Terms, "words"),
        (Self::Help, "help"),
        (Self::Look, "look"),
        (Self::Keep, "keep"),
    ];

    /// The page at an address: `None` when it is none of a family's pages.
    pub fn parse(hash: &str) -> Option<Self> {
        let path = hash.strip_prefix("#/")?;
        let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
        Some(match segments.as_slice() {
            ["v"] => Self::Home,
            ["v", "better"] => Self::Better(1),
            ["v", "better", number] => Self::Better(read(number)?),
            ["v", "different"] => Self::Different(1),
            ["v", "different", number] => Self::Different(read(number)?),
            ["v", "ask", number] => Self::Ask(read(number)?),
            ["v", "sign", number] => Self::Sign(read(number)?),
            ["v", "words", token] => Self::Term(Term::of_token(token)?),
            ["v", token] => Self::PLAIN.into_iter().find(|(_, known)| known == token)?.0,
            _ => return None,
        })
    }

    /// Its address.
    pub fn to_hash(self) -> String {
        let numbered = |page: &str, number: u32| format!("#/v/{page}/{number}");
        match self {
            Self::Home => "#/v".to_owned(),
            Self::Better(number) => numbered("better", number),
            Self::Different(number) => numbered("different", number),
            Self::Ask(number) => numbered("ask", number),
            Self::Sign(number) => numbered("sign", number),
            Self::Term(term) => format!("#/v/words/{}", term.token()),
            _ => {
                let token = Self::PLAIN.into_iter().find(|(place, _)| *place == self).map(|(_, token)| token);
                format!("#/v/{}", token.unwrap_or_default())
            }
        }
    }
}

/// A number of a page, written in the one way in which we write it.
fn read(number: &str) -> Option<u32> {
    number.parse().ok().filter(|it: &u32| *it > 0 && it.to_string() == number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_one_address_and_it_leads_back() {
        let mut places: Vec<FamilyPlace> = FamilyPlace::PLAIN.into_iter().map(|(place, _)| place).collect();
        places.push(FamilyPlace::Home);
        for number in [1, 2, 17] {
            places.extend([
                FamilyPlace::Better(number),
                FamilyPlace::Different(number),
                FamilyPlace::Ask(number),
                FamilyPlace::Sign(number),
            ]);
        }
        places.extend(Term::ALL.iter().map(|term| FamilyPlace::Term(*term)));
        for place in places {
            let hash = place.to_hash();
            assert_eq!(FamilyPlace::parse(&hash), Some(place), "{hash}");
        }
        assert_eq!(FamilyPlace::Home.to_hash(), "#/v");
        assert_eq!(FamilyPlace::parse("#/v/better"), Some(FamilyPlace::Better(1)));
    }

    #[test]
    fn nothing_else_is_a_page_of_a_family() {
        for hash in [
            "",
            "#main-content",
            "#/due",
            "#/f/abc",
            "#/v/better/0",
            "#/v/better/01",
            "#/v/better/-1",
            "#/v/ask",
            "#/v/sign/99999999999",
            "#/v/words/nothing",
            "#/v/well/1",
            "#/v/settings",
            "#/vwell",
        ] {
            assert_eq!(FamilyPlace::parse(hash), None, "{hash}");
        }
    }
}
