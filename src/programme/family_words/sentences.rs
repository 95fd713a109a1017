//! Text as sentences: to read it aloud one by one, and to see how long each is.

/// What closes a sentence, also in scripts that may come.
const ENDS: &str = ".!?…؟۔。！？";

/// What may stand behind the end and still belongs to the sentence.
const CLOSING: &str = "’”»\"')]";

/// Short forms whose full stop ends nothing.
const SHORT_FORMS: &[&str] = &["Mr", "Mrs", "Ms", "Dr", "St", "e.g", "i.e", "a.m", "p.m"];

/// The sentences of a text. Each keeps the space after it, so that together they are the text again.
pub fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while !rest.trim().is_empty() {
        let (sentence, after) = rest.split_at(end(rest));
        found.push(sentence);
        rest = after;
    }
    found
}

/// How many words a sentence has.
pub fn word_count(sentence: &str) -> usize {
    sentence.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

/// Where the first sentence ends, with the space after it.
fn end(text: &str) -> usize {
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let ended = match letter {
            '\n' => !text.get(..at).unwrap_or_default().trim().is_empty(),
            _ if !ENDS.contains(letter) => false,
            _ => {
                while letters.next_if(|(_, it)| ENDS.contains(*it) || CLOSING.contains(*it)).is_some() {}
                let followed = letters.peek().is_none_or(|(_, it)| it.is_whitespace());
                followed && !(letter == '.' && is_short(text.get(..at).unwrap_or_default()))
            }
        };
        if ended {
            while letters.next_if(|(_, it)| it.is_whitespace()).is_some() {}
            return letters.peek().map_or(text.len(), |(at, _)| *at);
        }
    }
    text.len()
}

/// Whether what stands before a full stop is a short form.
fn is_short(before: &str) -> bool {
    let word =
        before.rsplit(|it: char| it.is_whitespace() || "(“‘\"".contains(it)).next().unwrap_or_default();
    SHORT_FORMS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found = sentences(text);
        assert_eq!(found.iter().map(|it| it.trim()).collect::<Vec<_>>(), expected, "{text:?}");
        assert_eq!(found.concat().trim_end(), text.trim_end(), "nothing is lost of {text:?}");
    }

    #[test]
    fn a_text_is_its_sentences() {
        check("", &[]);
        check("Hello", &["Hello"]);
        check("You do this well. That helps her.", &["You do this well.", "That helps her."]);
        check("What is this? Nobody knows!", &["What is this?", "Nobody knows!"]);
        check("“I sleep now.” She said so.", &["“I sleep now.”", "She said so."]);
        check("One line\nand another", &["One line", "and another"]);
        check("Wait… There is more.", &["Wait…", "There is more."]);
        check("  \n First.  \n\n Second.\n", &["First.", "Second."]);
    }

    #[test]
    fn a_full_stop_inside_a_word_or_a_short_form_ends_nothing() {
        check("Dr. Ali comes at 4 p.m. today.", &["Dr. Ali comes at 4 p.m. today."]);
        check("It took 2.5 hours.", &["It took 2.5 hours."]);
        check("Bring food, e.g. fruit.", &["Bring food, e.g. fruit."]);
    }

    #[test]
    fn other_scripts_have_sentences_too() {
        check("كيف حالك؟ أنا بخير.", &["كيف حالك؟", "أنا بخير."]);
    }

    #[test]
    fn marks_alone_are_no_words() {
        assert_eq!(word_count("“Yes” – and no."), 3);
        assert_eq!(word_count("Mae’r ddau’n iawn."), 3);
    }
}
