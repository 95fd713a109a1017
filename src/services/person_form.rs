//! A person as they stand in the boxes of their form, and what is wrong there.

use chrono::NaiveDate;

use crate::model::person::{Arrival, Death, Person, Standing};
use crate::services::typed::{Fields, Typed, Wrong, put_date};
use crate::workbook::decide::{Field, Refusal};

/// The ids of the boxes. They stand in drafts, so they stay.
pub mod field {
    pub const STANDING: &str = "standing";
    pub const NAME: &str = "name";
    pub const KNOWN_AS: &str = "known-as";
    pub const ARRIVAL: &str = "arrival";
    pub const BIRTH: &str = "birth";
    pub const DUE: &str = "due";
    pub const DIED: &str = "died";
    pub const DIED_ON: &str = "died-on";
    pub const PRONOUNS: &str = "pronouns";
    pub const LANGUAGE: &str = "language";
    pub const INTERPRETER: &str = "interpreter";
    pub const READING: &str = "reading-needs";
    pub const COMMUNICATION: &str = "communication-needs";
    pub const NOTES: &str = "notes";
}

/// The answers that are codes, as they stand in drafts.
pub const CHILD: &str = "child";
pub const ADULT: &str = "adult";
pub const BORN: &str = "born";
pub const UNBORN: &str = "unborn";
const YES: &str = "yes";

/// The boxes that would give this person.
pub fn boxes(person: &Person) -> Fields {
    let Person { standing, name, known_as, arrival, pronouns, language, interpreter, .. } = person;
    let mut fields = Fields::new();
    let mut put = |id: &str, text: &str| drop(fields.insert(id.to_owned(), text.to_owned()));
    put(field::STANDING, if *standing == Standing::Child { CHILD } else { ADULT });
    put(field::NAME, name);
    put(field::KNOWN_AS, known_as);
    put(field::PRONOUNS, pronouns);
    put(field::LANGUAGE, language);
    put(field::INTERPRETER, if *interpreter { YES } else { "" });
    put(field::READING, &person.reading_needs);
    put(field::COMMUNICATION, &person.communication_needs);
    put(field::NOTES, &person.notes);
    put(field::DIED, if person.died.is_some() { YES } else { "" });
    put(field::ARRIVAL, if matches!(arrival, Arrival::Unborn { .. }) { UNBORN } else { BORN });
    match *arrival {
        Arrival::Born(date) => put_date(&mut fields, field::BIRTH, date),
        Arrival::Unborn { due } => put_date(&mut fields, field::DUE, due),
    }
    put_date(&mut fields, field::DIED_ON, person.died.and_then(|death| death.on));
    fields
}

/// The person that these boxes give.
///
/// # Errors
/// Everything to mend, in the order of the boxes.
pub fn read(fields: &Fields, today: NaiveDate) -> Result<Person, Vec<Wrong>> {
    let typed = Typed(fields);
    let mut wrong = Vec::new();
    let standing = match typed.text(field::STANDING) {
        CHILD => Standing::Child,
        ADULT => Standing::Adult,
        _ => {
            wrong
                .push(Wrong::new(field::STANDING, "Say whether they are a child or an adult of this family"));
            Standing::Child
        }
    };
    // Somebody grown was born; only of a child is it asked.
    let unborn = standing == Standing::Child && typed.is(field::ARRIVAL, UNBORN);
    let mut person = Person::named(standing, typed.text(field::NAME));
    person.known_as = typed.text(field::KNOWN_AS).to_owned();
    if person.name.is_empty() && person.known_as.is_empty() && !unborn {
        wrong.push(Wrong::new(field::NAME, Refusal::NoName.to_string()));
    }
    let mut date = |read: Result<_, Wrong>| {
        read.unwrap_or_else(|fault| {
            wrong.push(fault);
            None
        })
    };
    person.arrival = match unborn {
        true => Arrival::Unborn { due: date(typed.date(field::DUE, "Due date")) },
        false => Arrival::Born(date(typed.birth(field::BIRTH, today))),
    };
    if typed.is(field::DIED, YES) && !unborn {
        let on = date(typed.past_date(field::DIED_ON, "Date of death", today));
        if let (Some(born), Some(died)) = (person.born_on(), on)
            && died.latest() < born.earliest()
        {
            wrong.push(Wrong::new(field::DIED_ON, Refusal::DiedBeforeBirth.to_string()));
        }
        person.died = Some(Death { on });
    }
    let text = |id: &str| typed.text(id).to_owned();
    person.pronouns = text(field::PRONOUNS);
    person.language = text(field::LANGUAGE);
    person.interpreter = typed.is(field::INTERPRETER, YES);
    person.reading_needs = text(field::READING);
    person.communication_needs = text(field::COMMUNICATION);
    person.notes = text(field::NOTES);
    if wrong.is_empty() { Ok(person) } else { Err(wrong) }
}

/// The box that a refusal is about.
pub fn box_of(refusal: &Refusal) -> &'static str {
    match refusal.field() {
        Field::BirthOrDueDate => field::BIRTH,
        Field::Death => field::DIED_ON,
        _ => field::NAME,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::dates::PartialDate;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
    }

    #[test]
    fn everything_known_of_a_person_reads_back_from_the_boxes() {
        let date = PartialDate::parse("", "5", "2019", true).ok();
        for arrival in [Arrival::Born(date), Arrival::Born(None), Arrival::Unborn { due: date }] {
            let person = Person {
                known_as: "Kay".into(),
                arrival,
                pronouns: "she".into(),
                language: "Yoruba".into(),
                interpreter: true,
                reading_needs: "Large print".into(),
                communication_needs: "Makaton".into(),
                notes: "A dog".into(),
                ..Person::named(Standing::Child, "Kayla Reed")
            };
            assert_eq!(read(&boxes(&person), today()), Ok(person));
        }
        let adult = Person::named(Standing::Adult, "Amara Reed");
        for died in [None, Some(Death { on: None }), Some(Death { on: date })] {
            let adult = Person { died, ..adult.clone() };
            assert_eq!(read(&boxes(&adult), today()), Ok(adult));
        }
    }

    #[track_caller]
    fn check(changes: &[(&str, &str)], expected: &[&str]) {
        let mut fields = boxes(&Person::named(Standing::Child, "Kayla"));
        fields.extend(changes.iter().map(|(id, text)| ((*id).to_owned(), (*text).to_owned())));
        let found = read(&fields, today()).err().unwrap_or_default();
        assert_eq!(found.iter().map(|wrong| wrong.message.as_str()).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn what_is_missing_or_impossible_is_said() {
        check(&[], &[]);
        check(&[("name", " ")], &["Enter a name, or what they like to be called"]);
        check(&[("name", " "), ("arrival", "unborn")], &[]);
        check(&[("standing", "")], &["Say whether they are a child or an adult of this family"]);
        check(&[("birth-year", "2027")], &["Date of birth must be today or in the past"]);
        check(&[("died", "yes"), ("died-on-year", "2027")], &["Date of death must be today or in the past"]);
        check(
            &[("birth-year", "2019"), ("died", "yes"), ("died-on-year", "2018")],
            &["Date of death must be on or after the date of birth"],
        );
        check(&[("died-on-year", "2027")], &[]);
        check(&[("birth-year", "1800")], &["Date of birth must be within the last 120 years"]);
        check(
            &[("name", ""), ("birth-day", "31"), ("birth-month", "2"), ("birth-year", "2019")],
            &["Enter a name, or what they like to be called", "Date of birth must be a real date"],
        );
    }

    #[test]
    fn an_adult_was_born_whatever_was_ticked_before() {
        let mut fields = boxes(&Person::named(Standing::Adult, "Amara"));
        fields.insert("arrival".into(), UNBORN.into());
        assert_eq!(read(&fields, today()).unwrap().arrival, Arrival::Born(None));
    }
}
