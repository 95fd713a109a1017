//! The fixed words as somebody reads them: in their language, as an adult or a child is told it.

use chrono::{Datelike, NaiveDate, Weekday};

use super::glossary::Term;
use super::pack::{Pack, english};
use super::phrases::Phrase;

/// Who is spoken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reader {
    Adult,
    Child,
}

/// Words, and the language they are in: English where a pack lacks them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saying {
    pub words: String,
    pub language: &'static str,
}

/// A pack, as one reader is told it.
#[derive(Clone, Copy)]
pub struct Words<'p> {
    pack: &'p Pack,
    reader: Reader,
}

impl<'p> Words<'p> {
    pub fn new(pack: &'p Pack, reader: Reader) -> Self {
        Self { pack, reader }
    }

    /// The same language for somebody else.
    pub fn to(self, reader: Reader) -> Self {
        Self { reader, ..self }
    }

    pub fn pack(self) -> &'p Pack {
        self.pack
    }

    pub fn reader(self) -> Reader {
        self.reader
    }

    pub fn say(self, phrase: Phrase) -> String {
        self.fill(phrase, &[])
    }

    /// A phrase with what it leaves open: a name, a date.
    pub fn fill(self, phrase: Phrase, open: &[(&str, &str)]) -> String {
        self.saying(phrase, open).words
    }

    /// A phrase with the language that it turned out to be in.
    pub fn saying(self, phrase: Phrase, open: &[(&str, &str)]) -> Saying {
        self.for_reader(phrase.id(), None, open)
    }

    /// The word itself, as a heading.
    pub fn term(self, term: Term) -> Saying {
        self.find(term.id(), None, &[])
    }

    /// What a word means.
    pub fn meaning(self, term: Term) -> Saying {
        self.for_reader(term.id(), Some("means"), &[])
    }

    /// Every way in which this language writes a word.
    pub(super) fn forms(self, term: Term) -> Vec<String> {
        let also = self.pack.text(term.id(), Some("forms"), &[]).unwrap_or_default();
        let own = self.pack.text(term.id(), None, &[]);
        own.into_iter()
            .chain(also.split(',').map(|form| form.trim().to_owned()))
            .filter(|it| !it.is_empty())
            .collect()
    }

    /// "Friday 4 December", with the year when it is not the year of `today`.
    pub fn day(self, day: NaiveDate, today: Option<NaiveDate>) -> String {
        let weekday = self.say(weekday(day.weekday()));
        let month = self.say(month(day.month()));
        let (number, year) = (day.day().to_string(), day.year().to_string());
        let open = [("weekday", &*weekday), ("day", &*number), ("month", &*month)];
        if today.is_some_and(|today| today.year() == day.year()) {
            return self.fill(Phrase::DateDay, &open);
        }
        let [weekday, number, month] = open;
        self.fill(Phrase::DateYear, &[weekday, number, month, ("year", &*year)])
    }

    /// "Amara, Joel and Kayla".
    pub fn names<'n>(self, names: impl IntoIterator<Item = &'n str>) -> String {
        let mut names: Vec<&str> = names.into_iter().collect();
        let Some(last) = names.pop() else { return String::new() };
        if names.is_empty() {
            return last.to_owned();
        }
        let first = names.join(", ");
        let vowel = last.chars().next().is_some_and(|it| "aeiouyAEIOUY".contains(it));
        let phrase = if vowel { Phrase::NamesAndVowel } else { Phrase::NamesAnd };
        self.fill(phrase, &[("first", &first), ("last", last)])
    }

    /// The child's own wording for a child where there is one; `usual` is what everybody else is told.
    fn for_reader(self, id: &str, usual: Option<&str>, open: &[(&str, &str)]) -> Saying {
        let own = match self.reader {
            Reader::Child => Some(Some("child")),
            Reader::Adult => None,
        };
        let from = |pack: &Pack| {
            let words = own.into_iter().chain([usual]).find_map(|part| pack.text(id, part, open))?;
            Some(Saying { words, language: pack.tag() })
        };
        from(self.pack).or_else(|| from(english())).unwrap_or_else(nothing)
    }

    fn find(self, id: &str, part: Option<&str>, open: &[(&str, &str)]) -> Saying {
        [self.pack, english()]
            .into_iter()
            .find_map(|pack| Some(Saying { words: pack.text(id, part, open)?, language: pack.tag() }))
            .unwrap_or_else(nothing)
    }
}

/// What English lacks too; `tests/family_words.rs` says that there is no such thing.
fn nothing() -> Saying {
    Saying { words: String::new(), language: english().tag() }
}

fn weekday(day: Weekday) -> Phrase {
    match day {
        Weekday::Mon => Phrase::Monday,
        Weekday::Tue => Phrase::Tuesday,
        Weekday::Wed => Phrase::Wednesday,
        Weekday::Thu => Phrase::Thursday,
        Weekday::Fri => Phrase::Friday,
        Weekday::Sat => Phrase::Saturday,
        Weekday::Sun => Phrase::Sunday,
    }
}

fn month(number: u32) -> Phrase {
    match number {
        1 => Phrase::January,
        2 => Phrase::February,
        3 => Phrase::March,
        4 => Phrase::April,
        5 => Phrase::May,
        6 => Phrase::June,
        7 => Phrase::July,
        8 => Phrase::August,
        9 => Phrase::September,
        10 => Phrase::October,
        11 => Phrase::November,
        _ => Phrase::December,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::family_words::pack;

    const MADE_UP: &str = "pack-name = أخرى\npack-direction = rtl\nhello = سلام { $names }\n";

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn words(tag: &str, reader: Reader) -> Words<'static> {
        Words::new(pack(tag), reader)
    }

    #[test]
    fn a_child_is_told_it_in_a_childs_words_and_an_unknown_language_is_english() {
        assert_eq!(words("en-GB", Reader::Adult).say(Phrase::Well), "What you do well");
        assert_eq!(words("en-GB", Reader::Child).say(Phrase::Well), "Good things");
        assert_eq!(words("en-GB", Reader::Child).say(Phrase::Said), "What you said");
        assert_eq!(words("cy", Reader::Child).say(Phrase::Said), "Beth ddywedaist ti");
        assert_eq!(words("xx", Reader::Adult).say(Phrase::Hide), "Hide");
    }

    #[test]
    fn a_language_that_lacks_something_says_it_in_english_and_says_that_it_is_english() {
        let made_up = Pack::read("ar", MADE_UP);
        assert_eq!(made_up.faults(), &[] as &[String]);
        assert_eq!((made_up.name(), made_up.direction().code()), ("أخرى", "rtl"));
        let words = Words::new(&made_up, Reader::Child);
        assert_eq!(words.saying(Phrase::Hide, &[]), Saying { words: "Hide".to_owned(), language: "en-GB" });
        // A name is kept apart from the words round it, which run the other way.
        assert_eq!(words.fill(Phrase::Hello, &[("names", "Amara")]), "سلام \u{2068}Amara\u{2069}");
        assert_eq!(words.term(Term::Advocate).language, "en-GB");
    }

    #[test]
    fn days_have_their_weekday_and_no_abbreviation() {
        let today = Some(day(2026, 11, 22));
        let (english, welsh) = (words("en-GB", Reader::Adult), words("cy", Reader::Adult));
        for (date, in_english, in_welsh) in [
            (day(2026, 12, 4), "Friday 4 December", "dydd Gwener 4 Rhagfyr"),
            (day(2026, 9, 1), "Tuesday 1 September", "dydd Mawrth 1 Medi"),
            (day(2027, 1, 2), "Saturday 2 January 2027", "dydd Sadwrn 2 Ionawr 2027"),
        ] {
            assert_eq!(english.day(date, today), in_english);
            assert_eq!(welsh.day(date, today), in_welsh);
        }
        let earlier = |words: Words<'_>| {
            let day = words.day(day(2026, 9, 7), today);
            words.fill(Phrase::AskEarlier, &[("date", &day), ("answer", "4")])
        };
        assert_eq!(earlier(english), "On Monday 7 September you said: 4.");
        assert_eq!(earlier(welsh), "Ddydd Llun 7 Medi fe ddywedoch chi: 4.");
    }

    #[test]
    fn names_are_joined_as_people_say_them() {
        let (english, welsh) = (words("en-GB", Reader::Adult), words("cy", Reader::Adult));
        for (names, in_english, in_welsh) in [
            (vec!["Kayla"], "Kayla", "Kayla"),
            (vec!["Amara", "Kayla"], "Amara and Kayla", "Amara a Kayla"),
            (vec!["Kayla", "Joel", "Amara"], "Kayla, Joel and Amara", "Kayla, Joel ac Amara"),
            (vec![], "", ""),
        ] {
            assert_eq!(english.names(names.clone()), in_english);
            assert_eq!(welsh.names(names), in_welsh);
        }
    }
}
