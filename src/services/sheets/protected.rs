//! What must not be known outside the team, of whom, and for how long (`domain.md` E2, rules 3 and 4).

use crate::model::choices::Choice;
use crate::model::ids::{PersonId, ProtectedId};
use crate::model::protected::{ProtectedFact, ProtectedKind};
use crate::navigation::{FamilyPage, Leaf};
use crate::services::here::Here;
use crate::services::sheet::{Sheet, line, long_text, pick, rough_date, text};
use crate::services::typed::{Fields, Typed, Wrong, put_date};
use crate::workbook::decide::permission::Act;
use crate::workbook::decide::{Command, Field, SafetyCommand};

use super::{Fresh, answers, choice, everybody};

/// The ids of the boxes. They stand in drafts, so they stay.
mod field {
    pub const WHOSE: &str = "protected-whose";
    pub const KIND: &str = "protected-kind";
    pub const WORDS: &str = "protected-words";
    pub const ALSO: &str = "protected-also";
    pub const SINCE: &str = "protected-since";
    pub const UNTIL: &str = "protected-until";
    pub const NOTE: &str = "protected-note";
    pub const ERROR: &str = "protected-error";
    pub const REASON: &str = "protected-reason";
}

/// What the form is of.
enum About<'a> {
    New,
    /// Something new of this person.
    Of(PersonId),
    Known(ProtectedId, &'a ProtectedFact),
}

fn about<'a>(of: Option<&str>, here: &Here<'a>) -> Option<About<'a>> {
    let Some(of) = of else { return Some(About::New) };
    let fact = of.parse().ok().and_then(|id| Some((id, here.book.protected_facts.current(id)?)));
    if let Some((id, fact)) = fact {
        // To change it is to read it.
        return here.may(Act::ReadProtected).then_some(About::Known(id, fact));
    }
    of.parse().ok().filter(|person| here.book.people.current(*person).is_some()).map(About::Of)
}

pub(super) fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let about = about(of, here)?;
    let mut questions = vec![
        pick(field::WHOSE, "Whom does it keep safe?", everybody(here.book))
            .hinted("For a child’s school, the child.")
            .asked(),
        pick(field::KIND, "What is it?", answers::<ProtectedKind>()).asked(),
        long_text(field::WORDS, "As it is written in full", 3)
            .hinted("For example an address with its postcode, or a phone number.")
            .asked(),
        long_text(field::ALSO, "Other ways in which people write or say it (optional)", 3)
            .hinted("One to a line, such as “the Elm Road flat”.")
            .asked(),
        rough_date(field::SINCE, "Since when? (optional)").asked(),
        rough_date(field::UNTIL, "Until when? (optional)")
            .hinted("It is looked for all the same: an old address tells where to ask.")
            .asked(),
        text(field::NOTE, "What does a worker need to know of it? (optional)")
            .hinted("Such as when it is safe to ring.")
            .asked(),
    ];
    let (heading, filled) = match about {
        About::New => ("Something that must not be known", Fields::new()),
        About::Of(person) => {
            let whose = [(field::WHOSE.to_owned(), person.to_string())];
            ("Something that must not be known", whose.into())
        }
        About::Known(_, fact) => {
            questions.push(super::in_error(field::ERROR, "record"));
            questions.push(line(field::REASON, "Why are you changing it?").asked());
            ("Change what must not be known", boxes(fact))
        }
    };
    Some(Sheet {
        heading: heading.to_owned(),
        caption: Some("Safety".to_owned()),
        intro: vec![
            "It is kept apart from everything else: on no page for a family, in no document, not found by search. \
             Everything that is about to be shown, printed or sent is searched for it first."
                .to_owned(),
            "If somebody has moved or changed it, enter until when it was so, and add the new one beside it."
                .to_owned(),
        ],
        questions,
        save: "Save",
        done: "It was recorded, and is kept apart".to_owned(),
        back: FamilyPage::leaf(Leaf::Safety),
        filled,
        at: super::at([
            (Field::Person, field::WHOSE),
            (Field::Text, field::WORDS),
            (Field::Period, field::UNTIL),
        ]),
    })
}

fn boxes(fact: &ProtectedFact) -> Fields {
    let mut fields: Fields = [
        (field::WHOSE, fact.whose.to_string()),
        (field::KIND, fact.kind.code().to_owned()),
        (field::WORDS, fact.words.clone()),
        (field::ALSO, fact.also.join("\n")),
        (field::NOTE, fact.note.clone()),
    ]
    .map(|(id, words)| (id.to_owned(), words))
    .into();
    put_date(&mut fields, field::SINCE, fact.since);
    put_date(&mut fields, field::UNTIL, fact.until);
    fields
}

pub(super) fn read(
    of: Option<&str>,
    here: &Here<'_>,
    typed: &Fields,
    fresh: Fresh<'_>,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let Some(about) = about(of, here) else { return Ok(Vec::new()) };
    let boxes = Typed(typed);
    let known = match about {
        About::Known(id, _) => Some(id),
        About::New | About::Of(_) => None,
    };
    let reason = boxes.text(field::REASON).to_owned();
    let mut wrong = Vec::new();
    if known.is_some() && reason.is_empty() {
        wrong.push(Wrong::new(field::REASON, "Enter why you are changing it"));
    }
    if let (Some(id), true) = (known, boxes.is(field::ERROR, "yes")) {
        let seen = here.book.protected_facts.head_ids(id);
        let unprotect = Command::Safety(SafetyCommand::Unprotect { id, reason, seen });
        return if wrong.is_empty() { Ok(vec![unprotect]) } else { Err(wrong) };
    }
    let mut date = |id: &str, name: &str| match boxes.date(id, name) {
        Ok(date) => date,
        Err(fault) => {
            wrong.push(fault);
            None
        }
    };
    let (since, until) = (date(field::SINCE, "The start"), date(field::UNTIL, "The end"));
    let whose: Option<PersonId> = boxes.text(field::WHOSE).parse().ok();
    if whose.is_none() {
        wrong.push(Wrong::new(field::WHOSE, "Select whom it keeps safe"));
    }
    let kind = choice::<ProtectedKind>(boxes, field::KIND);
    if kind.is_none() {
        wrong.push(Wrong::new(field::KIND, "Select what it is"));
    }
    let words = boxes.text(field::WORDS).to_owned();
    if words.is_empty() {
        wrong.push(Wrong::new(field::WORDS, "Enter it as it is written in full"));
    }
    let (Some(whose), Some(kind), true) = (whose, kind, wrong.is_empty()) else { return Err(wrong) };
    let Some(id) = known.or_else(|| fresh().map(ProtectedId::from_bytes)) else {
        return Err(super::no_id(field::WHOSE));
    };
    let also = boxes.lines(field::ALSO).into_iter().map(str::to_owned).collect();
    let note = boxes.text(field::NOTE).to_owned();
    let fact = ProtectedFact { whose, kind, words, also, since, until, note };
    let seen = here.book.protected_facts.head_ids(id);
    Ok(vec![Command::Safety(SafetyCommand::Protect { id, fact, reason, seen })])
}

#[cfg(test)]
mod tests {
    use super::super::way::desk::Desk;
    use super::*;
    use crate::model::practitioner::Role;
    use crate::navigation::Sheet as Place;
    use crate::policy::authority::Authority;
    use crate::services::sample::{AMARA, KAYLA, person};
    use crate::services::sheets::tests::hangs_together;

    fn address(whose: &str) -> [(&str, &str); 4] {
        [
            (field::WHOSE, whose),
            (field::KIND, "address"),
            (field::WORDS, "Flat 2, 14 Elm Road, Anytown AN1 2BC"),
            (field::ALSO, "the Elm Road flat\n\n the flat over the shop "),
        ]
    }

    #[test]
    fn what_is_typed_is_kept_and_read_back_and_taken_out_with_a_reason() {
        let amara = person(AMARA).to_string();
        let mut desk = Desk::new(Authority::Common);
        desk.fills_in(Place::Protected, None, &address(&amara));
        let (id, fact) = desk.sample.book.protected_facts.all().next().unwrap();
        let words: Vec<&str> = fact.wordings().collect();
        assert_eq!(
            words,
            ["Flat 2, 14 Elm Road, Anytown AN1 2BC", "the Elm Road flat", "the flat over the shop"]
        );
        let id = id.to_string();
        let sheet = desk.form(Place::Protected, Some(&id));
        hangs_together(&sheet);
        assert_eq!(sheet.filled[field::ALSO], "the Elm Road flat\nthe flat over the shop");
        let missing = [(field::REASON.to_owned(), "Enter why you are changing it".to_owned())];
        assert_eq!(desk.mends(Place::Protected, Some(&id), &[(field::UNTIL, "2026-11-01")]), missing);
        let moved = [(field::UNTIL, "2026-11-01"), (field::REASON, "She has moved")];
        desk.fills_in(Place::Protected, Some(&id), &moved);
        assert_eq!(desk.sample.book.protected().count(), 1, "it is looked for all the same");
        assert_eq!(desk.mends(Place::Protected, Some(&id), &[(field::ERROR, "yes")]), missing);
        let error = [(field::ERROR, "yes"), (field::REASON, "Another family’s")];
        desk.fills_in(Place::Protected, Some(&id), &error);
        assert_eq!(desk.sample.book.protected().count(), 0);
    }

    #[test]
    fn a_new_one_of_somebody_begins_with_them_and_says_what_is_missing() {
        let kayla = person(KAYLA).to_string();
        let mut desk = Desk::new(Authority::Common);
        let sheet = desk.form(Place::Protected, Some(&kayla));
        hangs_together(&sheet);
        assert_eq!(sheet.filled[field::WHOSE], kayla);
        let boxes: Vec<String> =
            desk.mends(Place::Protected, Some(&kayla), &[]).into_iter().map(|(id, _)| id).collect();
        assert_eq!(boxes, [field::KIND, field::WORDS]);
        let wrong_way = [(field::SINCE, "2026-11-02"), (field::UNTIL, "2026-11-01")];
        let typed = [address(&kayla).as_slice(), &wrong_way].concat();
        assert_eq!(desk.is_refused(Place::Protected, Some(&kayla), &typed).0, field::UNTIL);
    }

    #[test]
    fn anybody_may_add_one_and_only_workers_change_it() {
        let amara = person(AMARA).to_string();
        let mut desk = Desk::new(Authority::Common).turned(Role::Administrator);
        desk.fills_in(Place::Protected, None, &address(&amara));
        let id = desk.sample.book.protected_facts.all().next().unwrap().0.to_string();
        assert!(super::sheet(Some(&id), &desk.here()).is_none(), "what is protected is not for them to read");
        assert!(super::sheet(Some("nobody"), &desk.here()).is_none());
        let desk = desk.turned(Role::RecoveryWorker);
        assert!(super::sheet(Some(&id), &desk.here()).is_some());
    }
}
