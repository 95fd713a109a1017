//! The addresses of the family's pages: `#/v`, `#/v/well`, `#/v/ask/2`. There is no id of a family or person in any.
//! And the steps by which a worker gets there.

/// The pages of "Prepare to show", one question to a page, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ShowStep {
    Who,
    Safe,
    Check,
}

impl ShowStep {
    pub const ALL: [Self; 3] = [Self::Who, Self::Safe, Self::Check];

    pub(super) fn token(self) -> &'static str {
        match self {
            Self::Who => "1",
            Self::Safe => "2",
            Self::Check => "3",
        }
    }

    pub(super) fn of_token(token: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.token() == token)
    }

    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Who => "who is here",
            Self::Safe => "is it safe",
            Self::Check => "check",
        }
    }
}

/// A place among the family's pages. Which of them there are, the pages themselves know.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct VisitPlace {
    /// Empty: their first page.
    pub page: String,
    /// Which one, or how far, on pages that come in several.
    pub number: Option<u32>,
}

/// No page is called longer than this.
const MOST_LETTERS: usize = 24;

impl VisitPlace {
    pub fn of(page: &str) -> Self {
        Self { page: page.to_owned(), number: None }
    }

    pub fn numbered(page: &str, number: u32) -> Self {
        Self { page: page.to_owned(), number: Some(number) }
    }

    /// `None`: not an address of the family's pages.
    ///
    /// ```
    /// use hearth::navigation::VisitPlace;
    /// assert_eq!(VisitPlace::parse("#/v"), Some(VisitPlace::default()));
    /// assert_eq!(VisitPlace::parse("#/v/ask/2"), Some(VisitPlace::numbered("ask", 2)));
    /// assert_eq!(VisitPlace::parse("#/due"), None);
    /// ```
    pub fn parse(hash: &str) -> Option<Self> {
        let path = hash.strip_prefix("#/v")?;
        let is_name = |name: &str| {
            (1..=MOST_LETTERS).contains(&name.len())
                && name.bytes().all(|it| it.is_ascii_lowercase() || it == b'-')
        };
        match path.split('/').collect::<Vec<_>>().as_slice() {
            [""] | ["", ""] => Some(Self::default()),
            ["", page] if is_name(page) => Some(Self::of(page)),
            ["", page, number] if is_name(page) => Some(Self::numbered(page, number.parse().ok()?)),
            _ => None,
        }
    }

    /// The address, to stand in an `href`.
    pub fn to_hash(&self) -> String {
        match (self.page.as_str(), self.number) {
            ("", _) => "#/v".to_owned(),
            (page, None) => format!("#/v/{page}"),
            (page, Some(number)) => format!("#/v/{page}/{number}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_has_one_address() {
        for place in [VisitPlace::default(), VisitPlace::of("well"), VisitPlace::numbered("better", 3)] {
            assert_eq!(VisitPlace::parse(&place.to_hash()), Some(place));
        }
    }

    #[test]
    fn other_addresses_are_none_of_theirs() {
        for hash in ["", "#/", "#/due", "#/vault", "#/v/f/7F3K", "#/v/ask/x", "#/v/ask/2/3", "#/v/Ask", "#v"]
        {
            assert_eq!(VisitPlace::parse(hash), None, "{hash}");
        }
    }
}
