//! Who said yes or no to what, and when (`domain.md` R61 to R63). Somebody of the family has their own alone, without
//! what the team wrote beside it.

use crate::model::choices::Choice;
use crate::model::consent::{Consent, ConsentState, Purpose};
use crate::model::dates::day_words;
use crate::model::ids::PersonId;
use crate::navigation::{FamilyPage, Leaf, Sheet};
use crate::reports::Level;
use crate::services::sheets::consent::{address, purpose_words};

use super::blocks::{all_labelled, wrote};
use super::sheaf::Sheaf;

pub(super) fn gather(sheaf: &mut Sheaf<'_>) {
    let book = sheaf.here.book;
    let people = book.adults().into_iter().chain(book.children()).map(|(id, _)| id);
    let people: Vec<PersonId> = people.filter(|id| book.in_workflow(*id)).collect();
    sheaf.begin("What was said");
    for person in people {
        if !sheaf.reader.is_professional() && !sheaf.reader.is_only(person) {
            continue;
        }
        if book.consents_of(person).next().is_none() {
            let words = format!("{} was not asked yet", book.name_of(person));
            sheaf.needs(words, FamilyPage::sheet_of(Sheet::Consent, address(person, Purpose::Work)));
        }
        if sheaf.reader.is_professional() {
            sheaf.heading(Level::Second, book.name_of(person));
        }
        for (purpose, consent) in book.consents_of(person) {
            one(sheaf, person, purpose, consent);
        }
    }
}

fn one(sheaf: &mut Sheaf<'_>, person: PersonId, purpose: Purpose, consent: &Consent) {
    let here = sheaf.here;
    let title = purpose_words(purpose, &consent.named);
    let mut said = vec![("On".to_owned(), day_words(consent.on))];
    said.extend(consent.until.map(|until| ("Until".to_owned(), day_words(until))));
    said.extend(consent.how.map(|how| ("How".to_owned(), how.label().to_owned())));
    if !sheaf.reader.is_professional() {
        // That somebody was not asked, and why, is the team's.
        if consent.state == ConsentState::NotNeeded {
            sheaf.is_for_the_team(
                format!("That consent is not needed: {title}"),
                FamilyPage::leaf(Leaf::Consent),
            );
            return;
        }
        sheaf.heading(Level::Second, title);
        sheaf.extend(all_labelled([("You said".to_owned(), consent.state.label().to_owned())]));
        sheaf.extend(all_labelled(said));
        return;
    }
    sheaf.heading(Level::Third, title);
    sheaf.extend(all_labelled([("State".to_owned(), consent.state.label().to_owned())]));
    sheaf.extend(all_labelled(said));
    let by = consent.by.map(|by| here.book.name_of(by)).unwrap_or_default();
    let because = consent.not_sought.map(|why| why.label().to_owned()).unwrap_or_default();
    sheaf.extend(all_labelled([
        ("Said by".to_owned(), by),
        ("What was explained".to_owned(), consent.explained.clone()),
        ("Why it was not asked for".to_owned(), because),
        ("Why".to_owned(), consent.why.clone()),
    ]));
    let of = crate::model::consent::ConsentOf { person, purpose };
    if let Some(thing) = here.book.consents.get(of) {
        sheaf.put(wrote(&here, thing));
    }
}
