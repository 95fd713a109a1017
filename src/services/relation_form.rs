//! A relationship and a home as they stand in the boxes of their forms, and what is wrong there. Whether it
//! may be so is decided when it is recorded.

use chrono::NaiveDate;

use crate::model::household::{Household, Stay};
use crate::model::ids::PersonId;
use crate::model::relationship::{Kind, ParentalResponsibility, Relationship};
use crate::services::typed::{Fields, Typed, Wrong, put_date};
use crate::workbook::decide::Refusal;

/// The ids of the boxes. They stand in drafts, so they stay.
pub mod field {
    pub const FROM: &str = "relation-from";
    pub const KIND: &str = "relation-kind";
    pub const KIND_WORDS: &str = "relation-kind-words";
    pub const TO: &str = "relation-to";
    pub const RESPONSIBILITY: &str = "relation-responsibility";
    pub const START: &str = "relation-start";
    pub const END: &str = "relation-end";
    pub const HOME: &str = "home-label";
    pub const LIVING: &str = "home-people";

    /// When somebody came to live there, and when they left.
    pub fn stay(person: crate::model::ids::PersonId) -> [String; 2] {
        [format!("home-{person}-from"), format!("home-{person}-until")]
    }
}

/// A kind in the person's own words, and the answers about parental responsibility.
pub const OTHER: &str = "other";
pub const HOLDS: &str = "yes";
pub const DOES_NOT_HOLD: &str = "no";
pub const NOT_KNOWN: &str = "not_known";

/// The boxes that would give this relationship.
pub fn relation_boxes(relation: &Relationship) -> Fields {
    let mut fields = Fields::new();
    let mut put = |id: &str, text: String| drop(fields.insert(id.to_owned(), text));
    put(field::FROM, relation.from.to_string());
    put(field::TO, relation.to.to_string());
    match &relation.kind {
        Kind::Other(words) => {
            put(field::KIND, OTHER.to_owned());
            put(field::KIND_WORDS, words.clone());
        }
        kind => put(field::KIND, kind.label().to_owned()),
    }
    let responsibility = match relation.parental_responsibility {
        ParentalResponsibility::Holds => HOLDS,
        ParentalResponsibility::DoesNotHold => DOES_NOT_HOLD,
        ParentalResponsibility::NotKnown => NOT_KNOWN,
    };
    put(field::RESPONSIBILITY, responsibility.to_owned());
    put_date(&mut fields, field::START, relation.start);
    put_date(&mut fields, field::END, relation.end);
    fields
}

/// The relationship that these boxes give.
///
/// # Errors
/// Everything to mend, in the order of the boxes.
pub fn read_relation(fields: &Fields, today: NaiveDate) -> Result<Relationship, Vec<Wrong>> {
    let typed = Typed(fields);
    let mut wrong = Vec::new();
    let from = typed.text(field::FROM).parse::<PersonId>();
    if from.is_err() {
        wrong.push(Wrong::new(field::FROM, "Choose who the relationship is of"));
    }
    let kind = match typed.text(field::KIND) {
        "" => {
            wrong.push(Wrong::new(field::KIND, "Choose what they are"));
            Kind::OtherFamily
        }
        OTHER => {
            let words = typed.text(field::KIND_WORDS);
            if words.is_empty() {
                wrong.push(Wrong::new(field::KIND_WORDS, "Enter what they are, in your own words"));
            }
            Kind::Other(words.to_owned())
        }
        code => Kind::KNOWN
            .into_iter()
            .find(|kind| kind.label() == code)
            .unwrap_or_else(|| Kind::Other(code.to_owned())),
    };
    let to = typed.text(field::TO).parse::<PersonId>();
    if to.is_err() {
        wrong.push(Wrong::new(field::TO, "Choose who they are that to"));
    }
    if from.is_ok() && from == to {
        wrong.push(Wrong::new(field::TO, Refusal::SamePerson.to_string()));
    }
    let parental_responsibility = match typed.text(field::RESPONSIBILITY) {
        HOLDS => ParentalResponsibility::Holds,
        DOES_NOT_HOLD => ParentalResponsibility::DoesNotHold,
        _ => ParentalResponsibility::NotKnown,
    };
    let mut date = |id: &str, name: &str| {
        typed.past_date(id, name, today).unwrap_or_else(|fault| {
            wrong.push(fault);
            None
        })
    };
    let start = date(field::START, "Start");
    let end = date(field::END, "End");
    match (from, to) {
        (Ok(from), Ok(to)) if wrong.is_empty() => {
            Ok(Relationship { from, to, kind, parental_responsibility, start, end })
        }
        _ => Err(wrong),
    }
}

/// Of somebody who lived there more than once the boxes show the last time; the times before stay as they are.
fn earlier_and_last(home: &Household) -> (Vec<&Stay>, Vec<&Stay>) {
    let later = |place: usize, stay: &Stay| {
        home.stays.iter().skip(place + 1).any(|other| other.person == stay.person)
    };
    let (earlier, last): (Vec<_>, Vec<_>) =
        home.stays.iter().enumerate().partition(|(place, stay)| later(*place, stay));
    let stays = |of: Vec<(usize, _)>| of.into_iter().map(|(_, stay)| stay).collect();
    (stays(earlier), stays(last))
}

/// The boxes that would give this home.
pub fn home_boxes(home: &Household) -> Fields {
    let mut fields = Fields::new();
    fields.insert(field::HOME.to_owned(), home.label.clone());
    let (_, last) = earlier_and_last(home);
    let people: Vec<String> = last.iter().map(|stay| stay.person.to_string()).collect();
    fields.insert(field::LIVING.to_owned(), people.join("\n"));
    for stay in last {
        let [from, until] = field::stay(stay.person);
        put_date(&mut fields, &from, stay.from);
        put_date(&mut fields, &until, stay.until);
    }
    fields
}

/// The home that these boxes give, with what `known` holds beyond them.
///
/// # Errors
/// Everything to mend, in the order of the boxes.
pub fn read_home(
    fields: &Fields,
    today: NaiveDate,
    known: Option<&Household>,
) -> Result<Household, Vec<Wrong>> {
    let typed = Typed(fields);
    let mut wrong = Vec::new();
    let label = typed.text(field::HOME).to_owned();
    if label.is_empty() {
        wrong.push(Wrong::new(field::HOME, Refusal::NoHouseholdLabel.to_string()));
    }
    let people: Vec<PersonId> = typed.lines(field::LIVING).iter().filter_map(|id| id.parse().ok()).collect();
    if people.is_empty() {
        wrong.push(Wrong::new(field::LIVING, "Choose who lives or lived there"));
    }
    let earlier = known.map(|home| earlier_and_last(home).0).unwrap_or_default();
    let mut stays: Vec<Stay> = earlier.into_iter().cloned().collect();
    for person in people {
        let [from_id, until_id] = field::stay(person);
        let mut date = |id: &str, name: &str| {
            typed.past_date(id, name, today).unwrap_or_else(|fault| {
                wrong.push(fault);
                None
            })
        };
        stays.push(Stay { person, from: date(&from_id, "From"), until: date(&until_id, "Until") });
    }
    if wrong.is_empty() { Ok(Household { label, stays }) } else { Err(wrong) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::dates::PartialDate;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
    }

    fn person(number: u8) -> PersonId {
        PersonId::from_bytes([number; 16])
    }

    fn mother() -> Relationship {
        Relationship {
            from: person(1),
            to: person(2),
            kind: Kind::Mother,
            parental_responsibility: ParentalResponsibility::Holds,
            start: PartialDate::parse("", "", "2019", false).ok(),
            end: None,
        }
    }

    #[test]
    fn a_relationship_reads_back_from_its_boxes() {
        let godfather = Relationship {
            kind: Kind::Other("godfather".into()),
            parental_responsibility: ParentalResponsibility::DoesNotHold,
            end: PartialDate::parse("3", "5", "2020", false).ok(),
            ..mother()
        };
        for relation in [mother(), godfather] {
            assert_eq!(read_relation(&relation_boxes(&relation), today()), Ok(relation));
        }
    }

    #[test]
    fn a_home_reads_back_from_its_boxes() {
        let from = PartialDate::parse("", "5", "2020", true).ok();
        let stays = vec![
            Stay { person: person(1), from, until: None },
            Stay { person: person(2), from: None, until: from },
        ];
        let home = Household { label: "Mum’s home".into(), stays };
        assert_eq!(read_home(&home_boxes(&home), today(), None), Ok(home));
    }

    #[test]
    fn a_time_before_is_kept_when_the_last_one_changes() {
        let year = |year| PartialDate::parse("", "", year, false).ok();
        let before = Stay { person: person(1), from: year("2010"), until: year("2012") };
        let last = Stay { person: person(1), from: year("2020"), until: None };
        let home = Household { label: "Nan’s".into(), stays: vec![before.clone(), last.clone()] };
        let mut boxes = home_boxes(&home);
        assert_eq!(read_home(&boxes, today(), Some(&home)), Ok(home.clone()));
        boxes.insert(field::stay(person(1))[1].clone() + "-year", "2026".into());
        let changed = read_home(&boxes, today(), Some(&home)).unwrap();
        assert_eq!(changed.stays, [before, Stay { until: year("2026"), ..last }]);
    }

    #[test]
    fn what_is_missing_is_said() {
        let messages = |wrong: Vec<Wrong>| wrong.into_iter().map(|it| it.message).collect::<Vec<_>>();
        assert_eq!(
            messages(read_relation(&Fields::new(), today()).unwrap_err()),
            ["Choose who the relationship is of", "Choose what they are", "Choose who they are that to"]
        );
        let mut same = relation_boxes(&mother());
        same.insert(field::TO.into(), person(1).to_string());
        assert_eq!(messages(read_relation(&same, today()).unwrap_err()), ["Choose two different people"]);
        assert_eq!(
            messages(read_home(&Fields::new(), today(), None).unwrap_err()),
            [Refusal::NoHouseholdLabel.to_string(), "Choose who lives or lived there".to_owned()]
        );
    }
}
