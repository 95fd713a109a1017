//! Who and what a genogram is drawn from, as whoever fills it in says it. Names and words come as they are to be read.

/// A symbol of the usual key: a man or boy, a woman or girl, anybody else or not known, a baby who is not yet born.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Symbol {
    Square,
    Circle,
    #[default]
    Diamond,
    Triangle,
}

/// Somebody of the family.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Person {
    /// Finds them again; the same for the same person in every picture.
    pub key: String,
    pub name: String,
    /// "9", "About 63", "Due March 2027"; empty when it is not known.
    pub age: String,
    /// "girl", "woman", "child": what they are, in a sentence.
    pub called: String,
    /// Those with less stand further left among brothers and sisters: the eldest first.
    pub order: i64,
    pub symbol: Symbol,
    pub child: bool,
    /// A child whom the work is for: drawn with a double line.
    pub index: bool,
    pub died: bool,
}

/// How two people are to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CoupleKind {
    Married,
    Together,
    Separated,
    Divorced,
    /// They have a child together, and nothing else is recorded.
    NotSaid,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Couple {
    pub one: String,
    pub other: String,
    pub kind: CoupleKind,
}

/// What `from` is to `to`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LinkKind {
    Birth,
    Adopted,
    Foster,
    Step,
    Carer,
    Grandparent,
    AuntOrUncle,
    Sibling,
    HalfSibling,
    /// In words that fit "Amara is the … of Kayla".
    Other(String),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    pub from: String,
    pub to: String,
    pub kind: LinkKind,
}

/// People who live together now.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Home {
    pub name: String,
    pub people: Vec<String>,
}

/// Everything that a genogram is drawn from. What names somebody who is not there is left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Members {
    /// What the picture is called.
    pub title: String,
    pub people: Vec<Person>,
    pub couples: Vec<Couple>,
    pub links: Vec<Link>,
    pub homes: Vec<Home>,
    /// Brothers and sisters of one birth, by their keys.
    pub twins: Vec<Vec<String>>,
}

/// Where somebody was moved to by hand, after the layout has put them: one place at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    Left,
    Right,
    Up,
    Down,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nudge {
    pub key: String,
    pub towards: Move,
}
