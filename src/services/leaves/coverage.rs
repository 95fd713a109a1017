//! Which questions of the programme have evidence, by whom, about everybody or about one person (`ux.md` S11;
//! `domain.md` B2).

use crate::navigation::{FamilyPage, Leaf as Place, Route};
use crate::services::here::Here;
use crate::services::leaf::{Leaf, Part};
use crate::services::pictures::coverage::coverage;

use super::sieve::{Choice, Sieve};

pub(super) fn leaf(of: Option<&str>, here: &Here<'_>) -> Option<Leaf> {
    let book = here.book;
    let people = || book.adults().into_iter().chain(book.children()).map(|(person, _)| person);
    let choices: Vec<Choice> = people().map(|person| (person.to_string(), book.name_of(person))).collect();
    let sieve = Sieve::read(Place::Coverage, of, std::slice::from_ref(&choices))
        .filter(|sieve| !sieve.oldest_first && sieve.page == 1)?;
    let about = people().find(|person| sieve.only.as_ref() == Some(&person.to_string()));
    let mut parts = vec![Part::Words(
        "The questions help you think, and are not to be ticked off. A square has the letters of those who said that an \
         entry or a visit of theirs speaks to the question."
            .to_owned(),
    )];
    parts.extend(sieve.ways(here, vec![("About", choices)], false));
    let (scene, table) = coverage(here, about);
    parts.push(Part::Picture(scene, table));
    let back = Some(Route::family(book.id, FamilyPage::Programme));
    Some(Leaf { heading: Place::Coverage.title().to_owned(), caption: None, back, parts })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::services::pictures::tests::example;
    use crate::services::sheets::tests::here;

    fn title(of: Option<&str>) -> Option<String> {
        let leaf = leaf(of, &here(&example()))?;
        leaf.parts.into_iter().find_map(|part| match part {
            Part::Picture(scene, _) => Some(scene.title),
            _ => None,
        })
    }

    #[test]
    fn it_is_kept_to_one_person_and_to_nobody_who_is_not_there() {
        let book = example();
        let (child, _) = book.children()[0];
        assert_eq!(title(None).as_deref(), Some("Questions with evidence"));
        let own = format!("Questions with evidence about {}", book.name_of(child));
        assert_eq!(title(Some(&child.to_string())), Some(own));
        for of in ["somebody", "oldest", "2"] {
            assert_eq!(title(Some(of)), None, "{of}");
        }
    }
}
