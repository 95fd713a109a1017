//! JSON read strictly: a file from a stranger has one meaning, or none.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// A JSON value in which no member is named twice. Long texts are borrowed from the file.
///
/// Other readers take the first of two members of one name, or the last; somebody could make a file that
/// two programs read differently. This one takes neither.
#[derive(Clone, Debug, PartialEq)]
pub enum Json<'a> {
    Null,
    Bool(bool),
    Number(serde_json::Number),
    Text(Cow<'a, str>),
    List(Vec<Json<'a>>),
    Object(Vec<(Cow<'a, str>, Json<'a>)>),
}

impl<'a> Json<'a> {
    /// The whole of these bytes as one value; nothing when they are not JSON, or not strictly.
    pub fn read(bytes: &'a [u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok()
    }

    /// The member of this name, when this is an object that has it.
    pub fn member(&self, name: &str) -> Option<&Json<'a>> {
        let Json::Object(members) = self else { return None };
        members.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// Whether this is an object with no members but these.
    pub fn has_only(&self, names: &[&str]) -> bool {
        let Json::Object(members) = self else { return false };
        members.iter().all(|(name, _)| names.contains(&name.as_ref()))
    }

    pub fn text(&self) -> Option<&str> {
        let Json::Text(text) = self else { return None };
        Some(text)
    }

    pub fn list(&self) -> Option<&[Json<'a>]> {
        let Json::List(items) = self else { return None };
        Some(items)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Json<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;

        impl<'de> Visitor<'de> for Reader {
            type Value = Json<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("JSON in which no member is named twice")
            }

            fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
                Ok(Json::Null)
            }

            fn visit_bool<E: Error>(self, value: bool) -> Result<Self::Value, E> {
                Ok(Json::Bool(value))
            }

            fn visit_u64<E: Error>(self, value: u64) -> Result<Self::Value, E> {
                Ok(Json::Number(value.into()))
            }

            fn visit_i64<E: Error>(self, value: i64) -> Result<Self::Value, E> {
                Ok(Json::Number(value.into()))
            }

            fn visit_f64<E: Error>(self, value: f64) -> Result<Self::Value, E> {
                let number = serde_json::Number::from_f64(value);
                number.map(Json::Number).ok_or_else(|| E::custom("not a number"))
            }

            fn visit_borrowed_str<E: Error>(self, value: &'de str) -> Result<Self::Value, E> {
                Ok(Json::Text(Cow::Borrowed(value)))
            }

            fn visit_str<E: Error>(self, value: &str) -> Result<Self::Value, E> {
                Ok(Json::Text(Cow::Owned(value.to_owned())))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
                let mut list = Vec::new();
                while let Some(item) = items.next_element()? {
                    list.push(item);
                }
                Ok(Json::List(list))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
                let mut members: Vec<(Cow<'de, str>, Json<'de>)> = Vec::new();
                while let Some(name) = entries.next_key::<Cow<'de, str>>()? {
                    if members.len() >= MOST_MEMBERS || members.iter().any(|(known, _)| *known == name) {
                        return Err(A::Error::custom("a member is named twice, or there are too many"));
                    }
                    members.push((name, entries.next_value()?));
                }
                Ok(Json::Object(members))
            }
        }

        deserializer.deserialize_any(Reader)
    }
}

/// Far more than any header has. Keeps the search for doubles short, whatever the file.
const MOST_MEMBERS: usize = 64;

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, accepted: bool) {
        assert_eq!(Json::read(text.as_bytes()).is_some(), accepted, "{text}");
    }

    #[test]
    fn one_meaning_or_none() {
        check(r#"{"a":1,"b":[{"a":null},true,"x",-2,1.5]}"#, true);
        check(r#"{"a":1,"a":1}"#, false);
        check(r#"{"a":{"b":1,"b":2}}"#, false);
        check(r#"{"a":1,"\u0061":1}"#, false);
        check(r#"[{"c":1,"c":1}]"#, false);
        check(r#"{"a":1}{"a":1}"#, false);
        check(r#"{"a":01}"#, false);
        check(r#"{"a":1,}"#, false);
        check("", false);
        check("\u{feff}{}", false);
    }

    #[test]
    fn hostile_shapes_end_at_once() {
        check(&"[".repeat(1_000_000), false);
        check(&r#"{"a":"#.repeat(1_000_000), false);
        let many: Vec<String> = (0..100_000).map(|n| format!("\"{n}\":0")).collect();
        check(&format!("{{{}}}", many.join(",")), false);
    }

    #[test]
    fn members_are_found_by_name() {
        let json = Json::read(br#"{"a":"x","b":[1]}"#).unwrap();
        assert_eq!(json.member("a").and_then(Json::text), Some("x"));
        assert_eq!(json.member("b").and_then(Json::list).map(<[_]>::len), Some(1));
        assert_eq!(json.member("c"), None);
        assert!(json.has_only(&["a", "b", "c"]) && !json.has_only(&["a"]));
    }
}
