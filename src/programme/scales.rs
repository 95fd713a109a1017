//! Questions that somebody answers with a place on a scale, for themselves alone (`ux.md` 3.6).
//!
//! The guidance names no scaling question. These are proposed by this project, in the manner of motivational
//! interviewing: importance, confidence and readiness (`programme::prompts`), how life is for the child (module 4),
//! what has changed and how the work felt (module 8). Each is worded so that more is better, because the question
//! after it asks what makes it so much and not less.

use super::family_words::Phrase;

/// Whom a question is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ForWhom {
    Everybody,
    /// Not asked where a child is in the room.
    Adults,
}

/// One question. Its name stands in records and is permanent.
#[derive(Debug, PartialEq, Eq)]
pub struct Scale {
    pub name: &'static str,
    pub question: Phrase,
    /// What stands at the upper end; the lower is the same for all.
    pub high: Phrase,
    pub for_whom: ForWhom,
    /// Whether the answer may be unsafe while somebody else looks on: then it is asked of one person alone.
    pub alone: bool,
}

const fn scale(name: &'static str, question: Phrase, high: Phrase) -> Scale {
    Scale { name, question, high, for_whom: ForWhom::Everybody, alone: false }
}

/// In the order in which they are asked.
pub const SCALES: &[Scale] = &[
    // Module 1, what each person understands the reasons to be.
    scale("understand", Phrase::AskUnderstand, Phrase::AskHighCompletely),
    // Module 8, their view of progress.
    scale("better", Phrase::AskBetter, Phrase::AskHigh),
    // Module 8, their experience of support.
    scale("listened", Phrase::AskListened, Phrase::AskHigh),
    // Module 1, how ready and confident they feel; DARN in motivational interviewing.
    Scale { for_whom: ForWhom::Adults, ..scale("important", Phrase::AskImportant, Phrase::AskHigh) },
    Scale { for_whom: ForWhom::Adults, ..scale("sure", Phrase::AskSure, Phrase::AskHighCompletely) },
    Scale { for_whom: ForWhom::Adults, ..scale("ready", Phrase::AskReady, Phrase::AskHighCompletely) },
    // Module 4, what life is like for them, and what makes them feel safe.
    Scale { alone: true, ..scale("home", Phrase::AskHome, Phrase::AskHigh) },
    Scale { alone: true, ..scale("safe", Phrase::AskSafe, Phrase::AskHighCompletely) },
];

/// The questions that may be asked of these people: nothing for adults where a child is, and nothing that is for one
/// person alone where somebody else looks on.
pub fn fit(people: usize, with_a_child: bool) -> Vec<&'static Scale> {
    let fits = |scale: &&Scale| {
        (people == 1 || !scale.alone) && (!with_a_child || scale.for_whom == ForWhom::Everybody)
    };
    SCALES.iter().filter(fits).collect()
}

/// How the scale is drawn. Whatever is drawn, the answer is kept as 0 to 10, so that answers can be laid side by side
/// when a child has grown into another drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Control {
    /// 0 to 10.
    Numbers,
    /// A jar that fills in five steps: an amount, not a mood, so that worries stay sayable.
    Jar,
    /// Three faces, and a worker taps.
    Faces,
}

/// How a scale is drawn for somebody. A child whose age is not known gets the jar.
pub fn control(child: bool, age: Option<u32>) -> Control {
    match age {
        _ if !child => Control::Numbers,
        Some(0..=6) => Control::Faces,
        Some(7..=10) | None => Control::Jar,
        Some(_) => Control::Numbers,
    }
}

impl Control {
    /// The answers that can be chosen.
    pub fn numbers(self) -> &'static [u8] {
        match self {
            Self::Numbers => &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
            Self::Jar => &[0, 3, 5, 8, 10],
            Self::Faces => &[0, 5, 10],
        }
    }

    /// What an answer is called: the words of the step that is nearest. `None` where it is the number itself.
    pub fn called(self, number: u8) -> Option<Phrase> {
        let words: &[Phrase] = match self {
            Self::Numbers => return None,
            Self::Jar => &[
                Phrase::AskJarNone,
                Phrase::AskJarLittle,
                Phrase::AskJarSome,
                Phrase::AskJarQuite,
                Phrase::AskJarLot,
            ],
            Self::Faces => &[Phrase::AskFaceLow, Phrase::AskFaceMiddle, Phrase::AskFaceHigh],
        };
        self.numbers()
            .iter()
            .zip(words)
            .min_by_key(|(step, _)| step.abs_diff(number))
            .map(|(_, phrase)| *phrase)
    }

    /// What makes it so much and not less: asked first, because it brings out what somebody does well.
    pub fn why_not_less(self, number: u8) -> FollowUp {
        match self {
            Self::Numbers if number == 0 => FollowUp::of(Phrase::AskNone),
            Self::Numbers => FollowUp {
                phrase: Phrase::AskNotLess,
                open: vec![("number", number), ("lower", number.saturating_sub(2))],
            },
            Self::Jar if number == 0 => FollowUp::of(Phrase::AskJarEmpty),
            Self::Jar => FollowUp::of(Phrase::AskJarFilled),
            Self::Faces => FollowUp::of(Phrase::AskFacesHelps),
        }
    }

    /// What would make it a little more: asked second.
    pub fn what_next(self, number: u8) -> FollowUp {
        match self {
            Self::Numbers if number >= 10 => FollowUp::of(Phrase::AskKeep),
            Self::Numbers => {
                FollowUp { phrase: Phrase::AskMore, open: vec![("higher", number.saturating_add(1))] }
            }
            Self::Jar if number >= 10 => FollowUp::of(Phrase::AskJarFull),
            Self::Jar => FollowUp::of(Phrase::AskJarMore),
            Self::Faces => FollowUp::of(Phrase::AskFacesMore),
        }
    }
}

/// A question after the number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUp {
    pub phrase: Phrase,
    pub open: Vec<(&'static str, u8)>,
}

impl FollowUp {
    fn of(phrase: Phrase) -> Self {
        Self { phrase, open: Vec::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(people: usize, with_a_child: bool) -> Vec<&'static str> {
        fit(people, with_a_child).into_iter().map(|scale| scale.name).collect()
    }

    /// Released names stand in records for ever.
    #[test]
    fn the_names_are_permanent() {
        let names: Vec<&str> = SCALES.iter().map(|scale| scale.name).collect();
        assert_eq!(names, ["understand", "better", "listened", "important", "sure", "ready", "home", "safe"]);
    }

    #[test]
    fn what_is_unsafe_to_answer_in_company_is_asked_of_one_person_alone() {
        assert_eq!(
            names(1, false),
            ["understand", "better", "listened", "important", "sure", "ready", "home", "safe"]
        );
        assert_eq!(names(2, false), ["understand", "better", "listened", "important", "sure", "ready"]);
        assert_eq!(names(1, true), ["understand", "better", "listened", "home", "safe"]);
        assert_eq!(names(3, true), ["understand", "better", "listened"]);
    }

    #[test]
    fn the_drawing_is_for_the_age() {
        for (child, age, expected) in [
            (false, Some(34), Control::Numbers),
            (false, None, Control::Numbers),
            (true, Some(3), Control::Faces),
            (true, Some(6), Control::Faces),
            (true, Some(7), Control::Jar),
            (true, Some(10), Control::Jar),
            (true, Some(11), Control::Numbers),
            (true, Some(17), Control::Numbers),
            (true, None, Control::Jar),
        ] {
            assert_eq!(control(child, age), expected, "{child} {age:?}");
        }
    }

    #[test]
    fn an_answer_is_called_by_the_step_that_is_nearest() {
        for (control, number, expected) in [
            (Control::Numbers, 6, None),
            (Control::Jar, 0, Some(Phrase::AskJarNone)),
            (Control::Jar, 8, Some(Phrase::AskJarQuite)),
            (Control::Jar, 6, Some(Phrase::AskJarSome)),
            (Control::Faces, 10, Some(Phrase::AskFaceHigh)),
            (Control::Faces, 3, Some(Phrase::AskFaceMiddle)),
        ] {
            assert_eq!(control.called(number), expected, "{control:?} {number}");
        }
    }

    #[test]
    fn after_the_number_comes_what_makes_it_so_much_and_then_what_would_make_it_more() {
        let not_less = |number| Control::Numbers.why_not_less(number);
        assert_eq!(not_less(6).open, [("number", 6), ("lower", 4)]);
        assert_eq!(not_less(1).open, [("number", 1), ("lower", 0)]);
        assert_eq!(not_less(0), FollowUp::of(Phrase::AskNone));
        assert_eq!(Control::Numbers.what_next(6).open, [("higher", 7)]);
        assert_eq!(Control::Numbers.what_next(10), FollowUp::of(Phrase::AskKeep));
        assert_eq!(Control::Jar.why_not_less(0), FollowUp::of(Phrase::AskJarEmpty));
        assert_eq!(Control::Jar.what_next(10), FollowUp::of(Phrase::AskJarFull));
        assert_eq!(Control::Faces.why_not_less(0), FollowUp::of(Phrase::AskFacesHelps));
    }
}
