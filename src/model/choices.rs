//! Choices whose words in records are permanent: one line for each, with what people say.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer};

/// Something chosen from a fixed list.
pub trait Choice: Copy + 'static {
    const ALL: &'static [Self];

    /// The permanent word in records and drafts.
    fn code(self) -> &'static str;

    /// As people say it.
    fn label(self) -> &'static str;

    /// The choice whose permanent word this is.
    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|choice| choice.code() == code)
    }
}

/// Reads any choice. One reading for all of them.
pub(super) fn read<'de, C: Choice, D: Deserializer<'de>>(deserializer: D) -> Result<C, D::Error> {
    let code = Cow::<'de, str>::deserialize(deserializer)?;
    C::from_code(&code).ok_or_else(|| serde::de::Error::custom("not a word of this record"))
}

/// `choices! { Name { Variant "permanent_word" "What people say"; … } }`
macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident { $($(#[$line:meta])* $choice:ident $code:literal $label:literal;)+ })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$line])* $choice,)+
        }

        impl $crate::model::choices::Choice for $name {
            const ALL: &'static [Self] = &[$(Self::$choice,)+];

            fn code(self) -> &'static str {
                match self {
                    $(Self::$choice => $code,)+
                }
            }

            fn label(self) -> &'static str {
                match self {
                    $(Self::$choice => $label,)+
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str($crate::model::choices::Choice::code(*self))
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::model::choices::read(deserializer)
            }
        }
    )+};
}

pub(super) use choices;
