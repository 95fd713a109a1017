//! Consent of one person for one purpose, or why it is not needed (`domain.md` R61 to R63).

use crate::model::choices::Choice;
use crate::model::consent::{
    Agency, Consent, ConsentOf, ConsentState, HowGiven, Intervention, NotSought, Purpose,
};
use crate::model::ids::{PersonId, PurposeId};
use crate::navigation::{FamilyPage, Leaf};
use crate::services::here::Here;
use crate::services::sheet::{Answer, Question, Sheet, date, line, near_date, one, pick, text};
use crate::services::typed::{Fields, Typed, Wrong, put_date};
use crate::workbook::decide::way::Way;
use crate::workbook::decide::{Command, Field};

use super::{Fresh, answers, choice, needed_date, whole_date};

/// The ids of the boxes. They stand in drafts, so they stay.
mod field {
    pub const PURPOSE: &str = "consent-purpose";
    pub const NAMED: &str = "consent-named";
    pub const STATE: &str = "consent-state";
    pub const ON: &str = "consent-on";
    pub const UNTIL: &str = "consent-until";
    pub const BY: &str = "consent-by";
    pub const HOW: &str = "consent-how";
    pub const EXPLAINED: &str = "consent-explained";
    pub const NOT_SOUGHT: &str = "consent-not-sought";
    pub const WHY: &str = "consent-why";
}

const SHARING_WITH: &str = "sharing_with";
const ANOTHER: &str = "another";

/// Whose consent for what, in an address.
pub fn address(person: PersonId, purpose: Purpose) -> String {
    format!("{person}.{}", code(purpose))
}

fn code(purpose: Purpose) -> String {
    match purpose {
        Purpose::Referral => "referral".to_owned(),
        Purpose::Work => "work".to_owned(),
        Purpose::ShownToFamily => "shown".to_owned(),
        Purpose::Sharing(agency) => format!("sharing-{}", agency.code().replace('_', "-")),
        Purpose::Intervention(work) => format!("work-{}", work.code().replace('_', "-")),
        Purpose::SharingWith(id) => format!("with-{id}"),
        Purpose::Another(id) => format!("for-{id}"),
    }
}

fn purpose_of(code: &str) -> Option<Purpose> {
    let word = |rest: &str| rest.replace('-', "_");
    Some(match code.split_once('-') {
        None => match code {
            "referral" => Purpose::Referral,
            "work" => Purpose::Work,
            "shown" => Purpose::ShownToFamily,
            _ => return None,
        },
        Some(("sharing", rest)) => Purpose::Sharing(Agency::from_code(&word(rest))?),
        Some(("work", rest)) => Purpose::Intervention(Intervention::from_code(&word(rest))?),
        Some(("with", rest)) => Purpose::SharingWith(rest.parse().ok()?),
        Some(("for", rest)) => Purpose::Another(rest.parse().ok()?),
        Some(_) => return None,
    })
}

/// What a consent is for, as people say it; `named` is what it was called where the family named it.
pub fn purpose_words(purpose: Purpose, named: &str) -> String {
    purpose.words(named)
}

/// The person, and the purpose where the address says it.
pub(super) fn of_address(of: Option<&str>, here: &Here<'_>) -> Option<(PersonId, Option<Purpose>)> {
    let of = of?;
    let (person, purpose) = match of.split_once('.') {
        Some((person, purpose)) => (person, Some(purpose_of(purpose)?)),
        None => (of, None),
    };
    let person = person.parse().ok()?;
    here.book.people.current(person).map(|_| (person, purpose))
}

pub(super) fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let (person, purpose) = of_address(of, here)?;
    let book = here.book;
    let name = book.name_of(person);
    let stands = purpose.and_then(|purpose| book.consents.current(ConsentOf { person, purpose }));
    let given = ConsentState::Given.code();
    let not_needed = ConsentState::NotNeeded.code();
    let people = book.adults().into_iter().chain(book.children());
    let people = people.map(|(id, _)| Answer::new(id, book.name_of(id)));
    let mut questions: Vec<Question> = Vec::new();
    if purpose.is_none() {
        questions.push(pick(field::PURPOSE, "What is it for?", purposes()).asked());
        questions.push(
            line(field::NAMED, "Whom or what is it for?").when(field::PURPOSE, [SHARING_WITH, ANOTHER]),
        );
    }
    questions.extend([
        one(field::STATE, format!("What does {name} say?"), answers::<ConsentState>()).asked(),
        near_date(field::ON, "When was this?").asked(),
        pick(field::BY, "Who said so?", people)
            .hinted("For a child, somebody with parental responsibility.")
            .when(field::STATE, [given, ConsentState::Refused.code(), ConsentState::Withdrawn.code()]),
        one(field::HOW, "How was it given?", answers::<HowGiven>()).when(field::STATE, [given]),
        text(field::EXPLAINED, "What did you explain?")
            .hinted("Why, what, how, and with whom. Needed before anything is shared.")
            .when(field::STATE, [given]),
        date(field::UNTIL, "Until when? (optional)").when(field::STATE, [given]),
        one(field::NOT_SOUGHT, "Why is it not needed?", answers::<NotSought>())
            .when(field::STATE, [not_needed]),
        text(field::WHY, "In your own words")
            .hinted("Why it is not needed, why this person could give it, or what they said.")
            .asked(),
    ]);
    let named = stands.map(|consent| consent.named.as_str()).unwrap_or_default();
    Some(Sheet {
        heading: purpose.map_or_else(|| "Another consent".to_owned(), |it| purpose_words(it, named)),
        caption: Some(name),
        intro: Vec::new(),
        questions,
        save: "Save consent",
        done: "Consent was recorded".to_owned(),
        back: FamilyPage::leaf(Leaf::Consent),
        filled: stands.map(boxes).unwrap_or_default(),
        at: super::at([
            (Field::Date, field::ON),
            (Field::Person, field::BY),
            (Field::Why, field::WHY),
            (Field::Text, field::EXPLAINED),
            (Field::Choice, field::STATE),
        ]),
    })
}

fn purposes() -> Vec<Answer> {
    let known = [Purpose::Referral, Purpose::Work, Purpose::ShownToFamily].into_iter();
    let sharing = Agency::ALL.iter().map(|agency| Purpose::Sharing(*agency));
    let work = Intervention::ALL.iter().map(|work| Purpose::Intervention(*work));
    let mut purposes: Vec<Answer> =
        known.chain(sharing).chain(work).map(|it| Answer::new(code(it), purpose_words(it, ""))).collect();
    purposes.push(Answer::new(SHARING_WITH, "Sharing with somebody else"));
    purposes.push(Answer::new(ANOTHER, "Something else"));
    purposes
}

fn boxes(consent: &Consent) -> Fields {
    let mut fields = Fields::new();
    let mut put = |id: &str, words: &str| drop(fields.insert(id.to_owned(), words.to_owned()));
    put(field::STATE, consent.state.code());
    put(field::BY, &consent.by.map(|by| by.to_string()).unwrap_or_default());
    put(field::HOW, consent.how.map(Choice::code).unwrap_or_default());
    put(field::EXPLAINED, &consent.explained);
    put(field::NOT_SOUGHT, consent.not_sought.map(Choice::code).unwrap_or_default());
    put(field::WHY, &consent.why);
    if let Some(until) = consent.until {
        put_date(&mut fields, field::UNTIL, Some(crate::model::dates::PartialDate::day(until)));
    }
    fields
}

pub(super) fn read(
    of: Option<&str>,
    here: &Here<'_>,
    typed: &Fields,
    fresh: Fresh<'_>,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let Some((person, purpose)) = of_address(of, here) else { return Ok(Vec::new()) };
    let boxes = Typed(typed);
    let mut wrong = Vec::new();
    let mut id = || fresh().map(PurposeId::from_bytes);
    let purpose = purpose.or_else(|| match boxes.text(field::PURPOSE) {
        SHARING_WITH => id().map(Purpose::SharingWith),
        ANOTHER => id().map(Purpose::Another),
        code => purpose_of(code),
    });
    if purpose.is_none() {
        wrong.push(Wrong::new(field::PURPOSE, "Select what it is for"));
    }
    let state = choice::<ConsentState>(boxes, field::STATE);
    if state.is_none() {
        wrong.push(Wrong::new(field::STATE, "Select what they say"));
    }
    let on = needed_date(boxes, field::ON, "The date", "Enter when this was", &mut wrong);
    let until = whole_date(boxes, field::UNTIL, "The end", &mut wrong);
    let (Some(purpose), Some(state), Some(on), true) = (purpose, state, on, wrong.is_empty()) else {
        return Err(wrong);
    };
    let given = state == ConsentState::Given;
    let of = ConsentOf { person, purpose };
    let stands = here.book.consents.current(of).map(|consent| consent.named.clone());
    let consent = Consent {
        state,
        on,
        until: until.filter(|_| given),
        by: boxes.text(field::BY).parse().ok().filter(|_| state != ConsentState::NotNeeded),
        how: choice(boxes, field::HOW).filter(|_| given),
        explained: if given { boxes.text(field::EXPLAINED).to_owned() } else { String::new() },
        not_sought: choice(boxes, field::NOT_SOUGHT).filter(|_| state == ConsentState::NotNeeded),
        why: boxes.text(field::WHY).to_owned(),
        named: stands.unwrap_or_else(|| boxes.text(field::NAMED).to_owned()),
    };
    let seen = here.book.consents.head_ids(of);
    Ok(vec![Command::Way(Way::RecordConsent { of, consent, seen })])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_purpose_reads_back_from_its_address() {
        let id = PurposeId::from_bytes([7; 16]);
        let named = [Purpose::SharingWith(id), Purpose::Another(id), Purpose::Referral, Purpose::Work];
        let sharing = Agency::ALL.iter().map(|it| Purpose::Sharing(*it));
        let work = Intervention::ALL.iter().map(|it| Purpose::Intervention(*it));
        for purpose in named.into_iter().chain([Purpose::ShownToFamily]).chain(sharing).chain(work) {
            assert_eq!(purpose_of(&code(purpose)), Some(purpose));
        }
        assert_eq!(purpose_of("sharing-nobody"), None);
    }
}
