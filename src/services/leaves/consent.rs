//! Consent of everyone in the workflow: for working with the team, for sharing, for each intervention
//! (`domain.md` R61 to R64; `ux.md` S21).

use std::collections::BTreeSet;

use crate::model::choices::Choice;
use crate::model::consent::{Agency, Consent, ConsentOf, ConsentState, Purpose};
use crate::model::dates::day_words;
use crate::navigation::{FamilyPage, Leaf as Place, Route, Sheet};
use crate::services::here::Here;
use crate::services::leaf::{Cell, Leaf, Part, Row};
use crate::services::sheets::consent::{address, purpose_words};
use crate::workbook::decide::way::Mistaken;

/// What everybody is asked.
const ALWAYS: [Purpose; 3] = [Purpose::Work, Purpose::Sharing(Agency::Any), Purpose::ShownToFamily];

pub(super) fn leaf(here: &Here<'_>) -> Leaf {
    let book = here.book;
    let people: Vec<_> = book
        .adults()
        .into_iter()
        .chain(book.children())
        .map(|(id, _)| id)
        .filter(|id| book.in_workflow(*id))
        .collect();
    let mut purposes: BTreeSet<Purpose> = ALWAYS.into();
    purposes.extend(people.iter().flat_map(|person| book.consents_of(*person)).map(|(purpose, _)| purpose));
    let mut columns = vec!["Consent to".to_owned()];
    columns.extend(people.iter().map(|person| book.name_of(*person)));
    let row = |purpose: Purpose| {
        let named = people.iter().flat_map(|person| book.consents_of(*person));
        let named = named.filter(|(own, _)| *own == purpose).map(|(_, consent)| consent.named.as_str());
        let heading = purpose_words(purpose, named.last().unwrap_or_default());
        let cell = |person| {
            let stands =
                book.consents_of(person).find(|(own, _)| *own == purpose).map(|(_, consent)| consent);
            let words = stands.map_or_else(|| "Not asked yet".to_owned(), |it| words(it, here));
            let about = format!("({}: {heading})", book.name_of(person));
            let to = FamilyPage::sheet_of(Sheet::Consent, address(person, purpose));
            Cell::Link(words, about, Route::family(book.id, to))
        };
        [Cell::Words(heading.clone())].into_iter().chain(people.iter().map(|person| cell(*person))).collect()
    };
    let rows = purposes.into_iter().map(row).collect();
    let other = |person: &_| {
        let to = FamilyPage::sheet_of(Sheet::Consent, person);
        Row::link(format!("Another consent of {}", book.name_of(*person)), Route::family(book.id, to))
    };
    Leaf {
        heading: Place::Consent.title().to_owned(),
        caption: None,
        back: None,
        parts: vec![
            Part::Words(
                "Say why something is needed, what it is, how, and with whom, before you ask. Anyone can change their \
                 mind: as soon as that is recorded, nothing more is shared for that purpose."
                    .to_owned(),
            ),
            Part::Table { caption: "Who consents to what".to_owned(), columns, rows },
            Part::Heading("Something else".to_owned()),
            Part::List(people.iter().map(other).collect()),
        ]
        .into_iter()
        .chain(in_error(here))
        .collect(),
    }
}

/// What was recorded of the wrong person, or for the wrong purpose.
fn in_error(here: &Here<'_>) -> Option<Part> {
    let row = |(of, consent): (ConsentOf, &Consent)| {
        let to = super::way::in_error(here, Mistaken::Consent(of))?.to;
        let name = here.book.name_of(of.person);
        let row = Row::link(format!("{name}: {}", purpose_words(of.purpose, &consent.named)), to);
        Some(Row { more: vec![words(consent, here)], ..row })
    };
    let rows: Vec<Row> = here.book.consents.all().filter_map(row).collect();
    let summary = "Something was entered in error".to_owned();
    (!rows.is_empty()).then(|| Part::Details { summary, parts: vec![Part::List(rows)] })
}

fn words(consent: &Consent, here: &Here<'_>) -> String {
    let on = day_words(consent.on);
    let until = match consent.until {
        Some(until) if until < here.today => format!(", ended {}", day_words(until)),
        Some(until) => format!(" until {}", day_words(until)),
        None => String::new(),
    };
    match (consent.state, consent.not_sought) {
        (ConsentState::NotNeeded, Some(because)) => format!("Not needed: {}", because.label()),
        (ConsentState::Given, _) => format!("Given {on}{until}"),
        (state, _) => format!("{} {on}", state.label()),
    }
}
