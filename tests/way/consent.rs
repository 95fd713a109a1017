//! Consent per person and purpose (`domain.md` R14, R61 to R64, E2.11).

use hearth::model::consent::{Agency, Consent, ConsentOf, ConsentState, NotSought, Purpose};
use hearth::model::ids::PersonId;
use hearth::model::module::ModuleId;
use hearth::model::practitioner::Role;
use hearth::model::relationship::{Kind, ParentalResponsibility, Relationship};
use hearth::model::subject::Subject;
use hearth::policy::authority::Authority;
use hearth::workbook::conflict::{Conflict, conflicts};
use hearth::workbook::consent::ReferralConsent;
use hearth::workbook::decide::way::{Mistaken, Needed, Way};
use hearth::workbook::decide::{Command, Refusal};

use crate::workbooks::way::*;
use crate::workbooks::*;
use crate::{family_in, needs};

const GP: Purpose = Purpose::Sharing(Agency::Gp);
const ANY: Purpose = Purpose::Sharing(Agency::Any);

fn says(person: PersonId, purpose: Purpose, consent: Consent) -> Way {
    Way::RecordConsent { of: ConsentOf { person, purpose }, consent, seen: vec![] }
}

fn given(by: PersonId) -> Consent {
    consent(ConsentState::Given, by, days_ago(10))
}

fn not_needed(because: Option<NotSought>, why: &str) -> Consent {
    Consent {
        not_sought: because,
        why: why.to_owned(),
        ..consent(ConsentState::NotNeeded, AMARA, days_ago(1))
    }
}

#[test]
fn consent_has_its_giver_its_explanation_and_its_days() {
    let device = family_in(Authority::Common);
    let with = |change: fn(&mut Consent)| {
        let mut consent = given(AMARA);
        change(&mut consent);
        consent
    };
    needs(
        &device,
        [
            (says(STRANGER, GP, given(STRANGER)), Needed::SomebodyHere),
            (says(AMARA, GP, with(|consent| consent.on = day(2026, 11, 22))), Needed::PastDate),
            (says(AMARA, GP, with(|consent| consent.by = None)), Needed::WhoGave),
            (says(AMARA, GP, with(|consent| consent.by = Some(STRANGER))), Needed::WhoGave),
            (says(AMARA, GP, with(|consent| consent.explained.clear())), Needed::Explained),
            (says(AMARA, GP, with(|consent| consent.until = Some(days_ago(11)))), Needed::ConsentEnds),
            (
                says(AMARA, Purpose::SharingWith(purpose_id(1)), with(|consent| consent.named.clear())),
                Needed::ConsentNamed,
            ),
            (says(AMARA, GP, not_needed(None, "Why")), Needed::NotSoughtBecause),
            (says(AMARA, GP, not_needed(Some(NotSought::Safety), " ")), Needed::WhyConsentNotNeeded),
        ],
    );
    // An intervention needs no words on sharing.
    let work = says(AMARA, Purpose::Work, with(|consent| consent.explained.clear()));
    assert!(device.decide(work.into()).is_ok());
}

#[test]
fn a_child_speaks_for_herself_or_somebody_with_parental_responsibility_does() {
    let mut device = family_in(Authority::Common);
    assert!(device.decide(says(KAYLA, GP, given(KAYLA)).into()).is_ok());
    needs(
        &device,
        [
            (says(KAYLA, GP, given(AMARA)), Needed::RightToGive),
            // One adult cannot consent for another.
            (says(DANIEL, GP, given(AMARA)), Needed::RightToGive),
        ],
    );
    let mother = |end| Relationship {
        from: AMARA,
        to: KAYLA,
        kind: Kind::Mother,
        parental_responsibility: ParentalResponsibility::Holds,
        start: None,
        end,
    };
    let records =
        |end| Command::RecordRelationship { id: relationship_id(1), relationship: mother(end), seen: vec![] };
    device.record(records(None));
    assert!(device.decide(says(KAYLA, GP, given(AMARA)).into()).is_ok());
    assert!(device.decide(says(LEON, GP, given(AMARA)).into()).is_err());
    device.record(records(Some(date("2025"))));
    needs(&device, [(says(KAYLA, GP, given(AMARA)), Needed::RightToGive)]);
    let reasoned = Consent { why: "By order of the court".to_owned(), ..given(AMARA) };
    assert!(device.decide(says(KAYLA, GP, reasoned).into()).is_ok());
}

/// State, the day it was recorded for, its end, and whether something may be shared today and ten days ago.
#[test]
fn what_may_be_shared_and_when() {
    use ConsentState::{Given, Refused, Withdrawn};
    let cases = [
        (Given, days_ago(10), None, true, true),
        (Given, days_ago(9), None, true, false),
        (Given, today(), None, true, false),
        (Given, days_ago(10), Some(today()), true, true),
        (Given, days_ago(10), Some(days_ago(1)), false, true),
        (Refused, days_ago(10), None, false, false),
        // Also for days before it was withdrawn: what was shared then is done, nothing more is.
        (Withdrawn, today(), None, false, false),
    ];
    for (state, on, until, now, before) in cases {
        let mut device = family_in(Authority::Common);
        assert!(!device.book.may_share(AMARA, GP, today()), "nobody asked yet");
        let consent = Consent { until, ..consent(state, AMARA, on) };
        device.way(Role::SocialWorker, says(AMARA, GP, consent));
        assert_eq!(device.book.may_share(AMARA, GP, today()), now, "{state:?} {on} {until:?}");
        assert_eq!(device.book.may_share(AMARA, GP, days_ago(10)), before, "{state:?} {on} {until:?}");
        assert!(!device.book.may_share(DANIEL, GP, today()), "it was not his");
        assert!(!device.book.may_share(AMARA, Purpose::Sharing(Agency::Police), today()), "not with them");
    }
}

#[test]
fn withdrawing_stops_at_once_and_renewing_begins_again() {
    let mut device = family_in(Authority::Common);
    let shares = |device: &Device| device.book.may_share(AMARA, GP, today());
    device.says(AMARA, GP, ConsentState::Given, days_ago(10));
    assert!(shares(&device));
    // Whoever hears it, without a word of explanation.
    let bare = Consent {
        by: None,
        explained: String::new(),
        named: String::new(),
        ..consent(ConsentState::Withdrawn, AMARA, days_ago(2))
    };
    let of = ConsentOf { person: AMARA, purpose: GP };
    let seen = device.book.consents.head_ids(of);
    device.way(Role::Administrator, Way::RecordConsent { of, consent: bare, seen });
    assert!(!shares(&device) && device.book.is_stopped(AMARA, GP));
    device.says(AMARA, GP, ConsentState::Given, days_ago(1));
    assert!(shares(&device));
    let before = device.book.consents.get(of).unwrap();
    assert_eq!(before.count(), 3, "what was said before stays on record");
}

#[test]
fn sharing_with_everyone_and_with_one() {
    use ConsentState::{Given, Withdrawn};
    // Sharing with all, sharing with the GP, and whether it may be shared with the GP and the police.
    let cases = [
        (Some(Given), None, true, true),
        (Some(Given), Some(Withdrawn), false, true),
        (Some(Withdrawn), Some(Given), false, false),
        (Some(Withdrawn), None, false, false),
        (None, Some(Given), true, false),
        (None, None, false, false),
    ];
    for (all, gp, with_gp, with_police) in cases {
        let mut device = family_in(Authority::Common);
        for (purpose, state) in [(ANY, all), (GP, gp)] {
            if let Some(state) = state {
                device.says(AMARA, purpose, state, days_ago(5));
            }
        }
        let may = |agency| device.book.may_share(AMARA, Purpose::Sharing(agency), today());
        assert_eq!((may(Agency::Gp), may(Agency::Police)), (with_gp, with_police), "{all:?} {gp:?}");
    }
    // Where the law or a child's safety asks for it, withdrawing does not stop that one.
    let mut device = family_in(Authority::Common);
    device.says(AMARA, ANY, Withdrawn, days_ago(5));
    let police = Purpose::Sharing(Agency::Police);
    let safety = not_needed(Some(NotSought::Safety), "She threatened to leave with Leon at night");
    device.way(Role::SocialWorker, says(AMARA, police, safety));
    assert!(device.book.may_share(AMARA, police, today()));
    assert!(!device.book.may_share(AMARA, GP, today()));
}

/// Two people who did not know of each other: the safer version holds.
#[test]
fn while_two_versions_stand_the_no_counts() {
    let mut one = family_in(Authority::Common);
    one.says(AMARA, GP, ConsentState::Given, days_ago(10));
    let mut two = one.copy_for(2);
    two.says(AMARA, GP, ConsentState::Withdrawn, days_ago(2));
    let of = ConsentOf { person: AMARA, purpose: GP };
    let renewed = Consent { until: Some(day(2027, 1, 1)), ..given(AMARA) };
    let seen = one.book.consents.head_ids(of);
    one.way(Role::SocialWorker, Way::RecordConsent { of, consent: renewed.clone(), seen });
    one.import(&two);
    assert_eq!(conflicts(&one.book), [Conflict::Consent(of)]);
    assert!(!one.book.may_share(AMARA, GP, today()));
    let seen = one.book.consents.head_ids(of);
    one.way(Role::SocialWorker, Way::RecordConsent { of, consent: renewed, seen });
    assert!(one.book.may_share(AMARA, GP, today()));
}

#[test]
fn what_was_entered_in_error_shares_nothing() {
    let mut device = family_in(Authority::Common);
    device.says(AMARA, GP, ConsentState::Given, days_ago(10));
    let of = ConsentOf { person: AMARA, purpose: GP };
    let seen = device.book.consents.head_ids(of);
    let way = |reason: &str| Way::EnteredInError {
        what: Mistaken::Consent(of),
        reason: reason.to_owned(),
        seen: seen.clone(),
    };
    needs(&device, [(way(""), Needed::Reason)]);
    device.way(Role::SocialWorker, way("It was Daniel’s"));
    assert!(!device.book.may_share(AMARA, GP, today()));
}

#[test]
fn nobody_is_shown_to_the_family_against_their_wish() {
    let mut device = family_in(Authority::Common);
    let about_amara = |audience| {
        let mut entry = entry(ModuleId::M2, Subject::Person(AMARA), "She sings");
        entry.audience = audience;
        entry
    };
    device.enter(entry_id(1), about_amara(only(&[DANIEL, AMARA])));
    let entry = |device: &Device| device.book.entries.current(entry_id(1)).cloned().unwrap();
    assert!(device.book.may_be_shown(&entry(&device), DANIEL));
    assert!(!device.book.may_be_shown(&entry(&device), ROSE), "it was not meant for her");
    device.says(AMARA, Purpose::ShownToFamily, ConsentState::Withdrawn, today());
    assert!(!device.book.may_be_shown(&entry(&device), DANIEL));
    assert!(device.book.may_be_shown(&entry(&device), AMARA), "her own");
    let entry = about_amara(only(&[DANIEL]));
    let refused = device.decide(Command::RecordEntry { id: entry_id(2), entry }).unwrap_err();
    assert_eq!(refused, Refusal::SaidNo("Amara Okafor".to_owned()));
    let own = about_amara(only(&[AMARA]));
    assert!(device.decide(Command::RecordEntry { id: entry_id(2), entry: own }).is_ok());
}

#[test]
fn consent_to_the_referral_counts_every_no() {
    let mut device = family_in(Authority::Common);
    let stands = |device: &Device| device.book.referral_consent();
    assert_eq!(stands(&device), ReferralConsent::NotAsked);
    let safety = not_needed(Some(NotSought::Safety), "He would take Leon away");
    device.way(Role::SocialWorker, says(DANIEL, Purpose::Referral, safety));
    assert_eq!(stands(&device), ReferralConsent::NotNeeded);
    device.says(AMARA, Purpose::Referral, ConsentState::Given, days_ago(3));
    assert_eq!(stands(&device), ReferralConsent::Given);
    device.says(ROSE, Purpose::Referral, ConsentState::Refused, days_ago(3));
    assert_eq!(stands(&device), ReferralConsent::Refused);
    assert_eq!(device.book.consents_of(AMARA).count(), 1);
}
