//! Who does something: a worker, somebody of the family, or somebody else in words.

use crate::model::action::Owner;
use crate::services::sheet::{Answer, Question, line, pick};
use crate::services::typed::{Fields, Typed};
use crate::workbook::fold::Workbook;

const ELSE: &str = "else";

/// What an owner is called.
pub fn name(book: &Workbook, owner: &Owner) -> String {
    match owner {
        Owner::Practitioner(id) => book.author_name(*id),
        Owner::Person(id) => book.name_of(*id),
        Owner::Other(words) => words.clone(),
    }
}

/// The box for somebody else in words.
fn else_id(id: &str) -> String {
    format!("{id}-else")
}

/// Asks who, in the box `id`.
pub(super) fn questions(book: &Workbook, id: &str, label: &str) -> [Question; 2] {
    let team = book.team.all().map(|(id, member)| Answer::new(format!("worker.{id}"), member.name.clone()));
    let people = book.adults().into_iter().chain(book.children());
    let people = people.map(|(id, person)| Answer::new(format!("person.{id}"), person.display_name()));
    let answers = team.chain(people).chain([Answer::new(ELSE, "Somebody else")]);
    [pick(id, label, answers).asked(), line(else_id(id), "Who?").when(id, [ELSE])]
}

pub(super) fn filled(id: &str, owner: &Owner) -> Fields {
    let (code, words) = match owner {
        Owner::Practitioner(id) => (format!("worker.{id}"), ""),
        Owner::Person(id) => (format!("person.{id}"), ""),
        Owner::Other(words) => (ELSE.to_owned(), words.as_str()),
    };
    [(id.to_owned(), code), (else_id(id), words.to_owned())].into()
}

/// Who stands in the box; none when nobody does.
pub(super) fn read(boxes: Typed<'_>, id: &str) -> Option<Owner> {
    let owner = match boxes.text(id).split_once('.') {
        Some(("worker", id)) => Owner::Practitioner(id.parse().ok()?),
        Some(("person", id)) => Owner::Person(id.parse().ok()?),
        _ if boxes.is(id, ELSE) => Owner::Other(boxes.text(&else_id(id)).to_owned()),
        _ => return None,
    };
    owner.is_named().then_some(owner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::services::sample::{KAYLA, Sample, person};

    #[test]
    fn an_owner_reads_back_from_the_boxes_and_has_a_name() {
        let book = Sample::new().book;
        let worker = book.team.all().next().unwrap().0;
        let owners = [
            (Owner::Practitioner(worker), "Sam Holt"),
            (Owner::Person(person(KAYLA)), "Kayla"),
            (Owner::Other("The school".into()), "The school"),
        ];
        for (owner, called) in owners {
            assert_eq!(read(Typed(&filled("who", &owner)), "who"), Some(owner.clone()));
            assert_eq!(name(&book, &owner), called);
        }
        assert_eq!(read(Typed(&Fields::new()), "who"), None);
        let nobody = filled("who", &Owner::Other(" ".into()));
        assert_eq!(read(Typed(&nobody), "who"), None);
    }
}
