//! Whether something may be shared or done with a person's consent. Whoever makes a document or a file, or
//! shows something to somebody, asks here; once consent is withdrawn the answer is no, at once.

use chrono::NaiveDate;

use crate::model::consent::{Agency, Consent, ConsentOf, ConsentState, Purpose};
use crate::model::entry::Entry;
use crate::model::ids::PersonId;

use super::fold::Workbook;

/// Where consent to the referral stands (`domain.md` R14).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReferralConsent {
    Given,
    NotNeeded,
    Refused,
    NotAsked,
}

impl Workbook {
    /// What stands of a person's consent for a purpose. While two versions stand beside each other, each of
    /// them counts.
    fn heads_of(&self, person: PersonId, purpose: Purpose) -> Vec<Option<&Consent>> {
        let thing = self.consents.get(ConsentOf { person, purpose });
        let heads = thing.map(|thing| thing.heads()).unwrap_or_default();
        heads.into_iter().map(|version| version.value.as_ref()).collect()
    }

    /// Whether what is known of a person may be shared, or work done with them, for this purpose on this day.
    /// No unless somebody recorded that it was given, or is not needed; and no as soon as anybody recorded
    /// that it was withdrawn.
    pub fn may_share(&self, person: PersonId, purpose: Purpose, on: NaiveDate) -> bool {
        let own = self.heads_of(person, purpose);
        let stands = |heads: &[Option<&Consent>]| {
            !heads.is_empty() && heads.iter().all(|head| head.is_some_and(|consent| consent.stands_on(on)))
        };
        let (Purpose::Sharing(_) | Purpose::SharingWith(_)) = purpose else { return stands(&own) };
        if purpose == Purpose::Sharing(Agency::Any) {
            return stands(&own);
        }
        // Sharing with anyone at all: withdrawing it stops each, unless for this one none is needed.
        let any = self.heads_of(person, Purpose::Sharing(Agency::Any));
        let not_needed = |head: &Option<&Consent>| {
            head.is_some_and(|consent| consent.state == ConsentState::NotNeeded && consent.stands_on(on))
        };
        if !own.is_empty() && own.iter().all(not_needed) {
            return true;
        }
        let stopped = any.iter().any(|head| head.is_some_and(Consent::is_no));
        !stopped && if own.is_empty() { stands(&any) } else { stands(&own) }
    }

    /// Whether the person said no to this, or took their consent back.
    pub fn is_stopped(&self, person: PersonId, purpose: Purpose) -> bool {
        self.heads_of(person, purpose).iter().any(|head| head.is_some_and(Consent::is_no))
    }

    /// Whether an entry may be shown to somebody of the family now: it was meant for them, no safety
    /// separation stands between them and anyone it names, and nobody else it names has said no to being shown
    /// to the family since.
    pub fn may_be_shown(&self, entry: &Entry, to: PersonId) -> bool {
        let said_no = || self.shown_against_wish(entry, to).is_some();
        entry.audience.people().any(|person| person == to)
            && self.kept_from(entry, to).is_none()
            && !said_no()
    }

    /// The person named in an entry who has said no to being shown to others in the family.
    pub fn shown_against_wish(&self, entry: &Entry, to: PersonId) -> Option<PersonId> {
        self.named_against_wish(|person| entry.names(person), to)
    }

    /// Of those who are named, who has said no to being shown to others in the family.
    pub fn named_against_wish(&self, named: impl Fn(PersonId) -> bool, to: PersonId) -> Option<PersonId> {
        self.people.iter().map(|(person, _)| person).find(|person| {
            *person != to && named(*person) && self.is_stopped(*person, Purpose::ShownToFamily)
        })
    }

    /// Everything recorded of a person's consent.
    pub fn consents_of(&self, person: PersonId) -> impl Iterator<Item = (Purpose, &Consent)> {
        self.consents
            .all()
            .filter(move |(of, _)| of.person == person)
            .map(|(of, consent)| (of.purpose, consent))
    }

    /// Where consent to the referral stands: anyone's no outweighs, then anyone's yes.
    pub fn referral_consent(&self) -> ReferralConsent {
        let of_referral = self.consents.iter().filter(|(of, _)| of.purpose == Purpose::Referral);
        let states: Vec<ConsentState> = of_referral
            .flat_map(|(_, thing)| thing.heads())
            .filter_map(|version| version.value.as_ref().map(|consent| consent.state))
            .collect();
        if states.iter().any(|state| matches!(state, ConsentState::Refused | ConsentState::Withdrawn)) {
            ReferralConsent::Refused
        } else if states.contains(&ConsentState::Given) {
            ReferralConsent::Given
        } else if states.contains(&ConsentState::NotNeeded) {
            ReferralConsent::NotNeeded
        } else {
            ReferralConsent::NotAsked
        }
    }

    /// Whether an adult of the family has said no to working with the team.
    pub fn no_longer_consents(&self) -> bool {
        self.adults().iter().any(|(adult, _)| self.is_stopped(*adult, Purpose::Work))
    }
}
