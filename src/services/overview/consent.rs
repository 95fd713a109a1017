//! In a line: who consents to working with the team (`domain.md` R61; `ux.md` S10).

use crate::model::consent::Purpose;
use crate::model::ids::PersonId;
use crate::navigation::{FamilyPage, Leaf, Route};
use crate::services::here::Here;
use crate::services::leaf::Row;

/// Who has said no, who was not asked, who has said yes; and the way to all of it.
pub fn consent(here: &Here<'_>) -> Row {
    let book = here.book;
    let people = book.adults().into_iter().chain(book.children()).map(|(id, _)| id);
    let people: Vec<PersonId> = people.filter(|id| book.in_workflow(*id)).collect();
    let no = |id: &PersonId| book.is_stopped(*id, Purpose::Work);
    let yes = |id: &PersonId| !no(id) && book.may_share(*id, Purpose::Work, here.today);
    let names = |said: &dyn Fn(&PersonId) -> bool| {
        people.iter().filter(|id| said(id)).map(|id| book.name_of(*id)).collect::<Vec<_>>().join(", ")
    };
    let line = |words: &str, names: String| (!names.is_empty()).then(|| format!("{words}: {names}"));
    let more = [
        line("Said no", names(&no)),
        line("Not asked yet, or it has ended", names(&|id| !no(id) && !yes(id))),
        line("Given or not needed", names(&yes)),
    ];
    let to = Route::family(book.id, FamilyPage::leaf(Leaf::Consent));
    Row { more: more.into_iter().flatten().collect(), ..Row::link("Consent to working with the team", to) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::consent::{Consent, ConsentOf, ConsentState};
    use crate::policy::authority::Authority;
    use crate::services::sample::{AMARA, DANA, Sample, person, today};
    use crate::services::sheets::summary::tests::{looks, sam};
    use crate::workbook::decide::Command;
    use crate::workbook::decide::way::Way;

    #[test]
    fn the_line_says_who_said_what() {
        let mut sample = Sample::new();
        for (who, state) in [(AMARA, ConsentState::Given), (DANA, ConsentState::Refused)] {
            let of = ConsentOf { person: person(who), purpose: Purpose::Work };
            let consent = Consent {
                state,
                on: today(),
                until: None,
                by: Some(person(who)),
                how: None,
                explained: String::new(),
                not_sought: None,
                why: String::new(),
                named: String::new(),
            };
            sample.does(Command::Way(Way::RecordConsent { of, consent, seen: vec![] }));
        }
        let row = looks(&sample.book, &sam(), Authority::WestSussex, "2026-11-21", consent);
        assert_eq!(
            row.more,
            ["Said no: Dana", "Not asked yet, or it has ended: Joe, Kayla", "Given or not needed: Amara"]
        );
    }
}
