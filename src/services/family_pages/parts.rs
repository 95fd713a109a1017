//! The few kinds of things that stand on a family's page.

use crate::navigation::FamilyPlace;
use crate::programme::scales::Control;

use super::FamilyPage;
use super::pen::Text;

/// One thing on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Sentences.
    Words(Text),
    Quote(Quote),
    /// One thing that is shown.
    Item(Card),
    Promise(Box<Promise>),
    /// Big cards that lead on.
    Links(Vec<BigLink>),
    /// Somebody who is helping.
    Helper {
        name: Text,
        does: Text,
    },
    Call(Call),
    /// Several are there: who answers? Each name is a button; its place is the person's in the view.
    Who {
        question: Text,
        names: Vec<Text>,
    },
    /// Who answers, and a button for somebody else to.
    Answering {
        words: Text,
        somebody_else: Text,
    },
    Choose(Choose),
    Entry(Entry),
    /// Boxes to tick, none of them ticked: who else may see it, or that a worker taps.
    Ticks {
        name: &'static str,
        question: Option<Text>,
        choices: Vec<Choice>,
    },
    Setting(Setting),
    Save(Text),
    Print(Text),
    /// Takes back what was just said.
    TakeBack(Text),
    Moves(Vec<Move>),
}

/// One thing that is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    pub icon: Icon,
    /// The day on which it is.
    pub when: Option<Text>,
    pub words: Text,
    /// Whose words they are.
    pub whose: Option<Text>,
    /// What came of it.
    pub came_of_it: Option<Quote>,
    /// Who translated it.
    pub translated: Option<Text>,
    /// That it stands in the language of records, and what can be done about it.
    pub not_translated: Option<Text>,
}

/// Words with what they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    pub label: Text,
    pub words: Text,
}

/// Something agreed: who does it, by when, and whether it was done. A worker's promise like anybody's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    pub card: Card,
    pub who: Option<Text>,
    pub by: Option<Text>,
    pub how_often: Option<Text>,
    /// Whether it was kept, said so that nobody is blamed; none while it is still to come.
    pub kept: Option<Text>,
}

/// A picture, always beside words and never alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    Arrow,
    Ask,
    Cloud,
    Help,
    Keep,
    People,
    Speech,
    Star,
    Steps,
    Sun,
    Tick,
    Wish,
    Words,
}

/// A big card that leads on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BigLink {
    pub icon: Icon,
    pub words: Text,
    pub to: FamilyPlace,
    /// Whether it has a line to itself.
    pub wide: bool,
}

/// Somebody who can be rung.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    pub who: Text,
    /// As it is read: "0800 1111".
    pub number: &'static str,
    pub words: Text,
}

/// A question with answers to choose from. None is chosen before somebody chose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choose {
    pub name: &'static str,
    pub question: Text,
    pub drawing: Drawing,
    pub choices: Vec<Choice>,
    /// Ways not to answer: always there.
    pub no_answer: Vec<Choice>,
}

/// How the answers are drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Drawing {
    Radios,
    /// A scale. What stands at its ends is for numbers: the steps of other drawings have words of their own.
    Scale {
        control: Control,
        ends: Option<[Text; 2]>,
    },
}

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub value: String,
    pub words: Text,
}

/// Somewhere to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub name: &'static str,
    pub label: Text,
    pub hint: Option<Text>,
    /// One line, such as a name, or a big box.
    pub one_line: bool,
}

/// Something to set about how the pages look. The screen knows what is set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    pub name: &'static str,
    pub question: Text,
    pub choices: Vec<Choice>,
}

/// A way on or back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    pub moving: Moving,
    pub to: FamilyPlace,
    pub words: Text,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moving {
    Previous,
    Next,
    Start,
    /// To the sentence from which somebody came to ask what a word means; `to` is where to go when that is not known.
    BackToPage,
}

/// One sentence as it is read aloud.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// The number of the sentence on the page.
    pub number: usize,
    /// The language of the voice.
    pub language: String,
    pub words: String,
}

impl Part {
    /// The name under which an answer to it is kept, of what can be answered.
    pub fn name(&self) -> Option<&'static str> {
        match self {
            Self::Choose(choose) => Some(choose.name),
            Self::Entry(entry) => Some(entry.name),
            Self::Ticks { name, .. } => Some(*name),
            _ => None,
        }
    }

    /// Its texts, in the order in which they are drawn.
    fn texts(&mut self) -> Vec<&mut Text> {
        match self {
            Self::Words(words) | Self::Save(words) | Self::Print(words) | Self::TakeBack(words) => {
                vec![words]
            }
            Self::Quote(quote) => quote.texts(),
            Self::Item(card) => {
                let (mut texts, rest) = card.said_and_beside();
                texts.extend(rest);
                texts
            }
            Self::Promise(promise) => {
                let Promise { card, who, by, how_often, kept } = promise.as_mut();
                let (mut texts, rest) = card.said_and_beside();
                texts.extend([who, by, how_often, kept].into_iter().flatten());
                texts.extend(rest);
                texts
            }
            Self::Links(links) => links.iter_mut().map(|link| &mut link.words).collect(),
            Self::Helper { name, does } => vec![name, does],
            Self::Call(call) => vec![&mut call.who, &mut call.words],
            Self::Who { question, names } => std::iter::once(question).chain(names).collect(),
            Self::Answering { words, somebody_else } => vec![words, somebody_else],
            Self::Choose(choose) => {
                let Choose { question, drawing, choices, no_answer, .. } = choose;
                let ends = match drawing {
                    Drawing::Radios => None,
                    Drawing::Scale { ends, .. } => ends.as_mut(),
                };
                let answers = choices.iter_mut().chain(no_answer).map(|choice| &mut choice.words);
                std::iter::once(question).chain(ends.into_iter().flatten()).chain(answers).collect()
            }
            Self::Entry(entry) => std::iter::once(&mut entry.label).chain(&mut entry.hint).collect(),
            Self::Ticks { question, choices, .. } => {
                question.iter_mut().chain(choices.iter_mut().map(|choice| &mut choice.words)).collect()
            }
            Self::Setting(setting) => {
                let choices = setting.choices.iter_mut().map(|choice| &mut choice.words);
                std::iter::once(&mut setting.question).chain(choices).collect()
            }
            Self::Moves(moves) => moves.iter_mut().map(|way| &mut way.words).collect(),
        }
    }
}

impl Choose {
    /// Whether this can be chosen.
    pub fn offers(&self, value: &str) -> bool {
        self.choices.iter().chain(&self.no_answer).any(|choice| choice.value == value)
    }
}

impl Card {
    /// What is said, and what stands under it.
    fn said_and_beside(&mut self) -> (Vec<&mut Text>, Vec<&mut Text>) {
        let Self { when, words, whose, came_of_it, translated, not_translated, .. } = self;
        let said = when.iter_mut().chain([words]).chain(whose).collect();
        let came_of_it = came_of_it.iter_mut().flat_map(Quote::texts);
        (said, came_of_it.chain([translated, not_translated].into_iter().flatten()).collect())
    }
}

impl Quote {
    fn texts(&mut self) -> Vec<&mut Text> {
        vec![&mut self.label, &mut self.words]
    }
}

/// Numbers the sentences of a page in the order in which they are read aloud, and lists them. A telephone number is
/// read with the words beside it.
pub(super) fn read_aloud(page: &mut FamilyPage) -> Vec<Spoken> {
    let mut spoken: Vec<Spoken> = Vec::new();
    let mut next = 0;
    let mut read = |text: &mut Text, after: &str| {
        for sentence in &mut text.sentences {
            sentence.number = next;
            let words = sentence.words();
            spoken.push(Spoken {
                number: next,
                language: text.language.clone(),
                words: format!("{}{after}", words.trim()),
            });
            next += 1;
        }
    };
    read(&mut page.heading, "");
    for part in page.parts.iter_mut().chain(&mut page.follow).chain(&mut page.end) {
        let number = match part {
            Part::Call(call) => Some(format!(": {}", call.number)),
            _ => None,
        };
        for (at, text) in part.texts().into_iter().enumerate() {
            read(text, number.as_deref().filter(|_| at == 0).unwrap_or_default());
        }
    }
    spoken
}
