//! Whether it is safe to show something now: four things to think of, and what to do about each.

/// Something that could make it unsafe.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Risk {
    SomeoneCouldComeIn,
    MustNotSeeParts,
    CourtOrder,
    FamilyInterpreter,
}

impl Risk {
    pub const ALL: [Self; 4] =
        [Self::SomeoneCouldComeIn, Self::MustNotSeeParts, Self::CourtOrder, Self::FamilyInterpreter];

    pub fn code(self) -> &'static str {
        match self {
            Self::SomeoneCouldComeIn => "come-in",
            Self::MustNotSeeParts => "must-not-see",
            Self::CourtOrder => "court-order",
            Self::FamilyInterpreter => "interpreter",
        }
    }

    pub fn label(self) -> &'static str {
        match self {
            Self::SomeoneCouldComeIn => "Someone could come in",
            Self::MustNotSeeParts => "A person here must not see parts of this",
            Self::CourtOrder => "There is a court order in force",
            Self::FamilyInterpreter => "The interpreter is a member of the family, or a friend",
        }
    }

    /// What to do about it.
    pub fn advice(self) -> &'static str {
        match self {
            Self::SomeoneCouldComeIn => {
                "Sit where you can see the door. Show them how to hide the screen: the Hide button, or Shift three \
                 times. It shows a clock, and only your passphrase brings you back. If you are not sure, choose \
                 another day."
            }
            Self::MustNotSeeParts => {
                "Only what every person here may see is shown. Think also of who could look over a shoulder, or hear \
                 it read aloud. Where you can, show it to each person on their own."
            }
            Self::CourtOrder => {
                "Check the order before you go on: who may have contact with whom, and what may be told to whom. If \
                 anything here could go against it, ask your manager or legal adviser first."
            }
            Self::FamilyInterpreter => {
                "Please do not use them to interpret this. They may leave something out to be kind, or be part of \
                 what is not safe to say. Arrange a professional interpreter, and show it then."
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_thing_to_think_of_comes_with_something_to_do() {
        for risk in Risk::ALL {
            assert!(!risk.label().is_empty() && risk.advice().len() > 80, "{risk:?}");
            assert_eq!(Risk::ALL.iter().filter(|it| it.code() == risk.code()).count(), 1);
        }
    }
}
