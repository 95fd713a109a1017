use super::*;
use crate::model::ids::{EntryId, PersonId, SupervisionId};
use crate::model::module::ModuleId;
use crate::model::subject::{Pair, Subject};

fn family() -> FamilyId {
    FamilyId::from_bytes(*b"an opaque family")
}

fn person(last: u8) -> PersonId {
    PersonId::from_bytes([last; 16])
}

fn every_route() -> Vec<Route> {
    let one = Subject::Person(person(1));
    let two = Subject::Couple(Pair::of(person(1), person(2)).unwrap());
    let entry = EntryId::from_bytes([7; 16]);
    let mut routes = vec![
        Route::Welcome,
        Route::WelcomePassphrase,
        Route::WelcomeRecovery,
        Route::WelcomeProfile,
        Route::Unlock,
        Route::UnlockRecovery,
        Route::Due,
        Route::Search,
        Route::Families,
        Route::Supervision,
        Route::Manager,
        Route::Share,
        Route::ShareBackup,
        Route::ShareOpen,
        Route::Help,
        Route::HelpKeyboard,
        Route::Accessibility,
        Route::Privacy,
        Route::About,
        Route::NotFound,
    ];
    routes.extend(NewFamilyStep::ALL.map(Route::FamilyNew));
    routes.extend(SettingsSection::ALL.map(Route::Settings));
    routes.extend(SecurityTask::ALL.map(Route::Security));
    routes.extend(RulesTask::all().map(Route::Rules));
    routes.extend(Problem::ALL.map(Route::Problem));
    let mut pages = vec![
        FamilyPage::Overview,
        FamilyPage::Programme,
        FamilyPage::Joint { pair: Pair::of(person(1), person(2)).unwrap() },
        FamilyPage::People,
        FamilyPage::PersonNew,
        FamilyPage::Person { person: person(3) },
        FamilyPage::Relationships,
        FamilyPage::Map,
        FamilyPage::Share,
        FamilyPage::AfterVisit,
        FamilyPage::Live { supervision: SupervisionId::from_bytes([8; 16]) },
        FamilyPage::Move { supervision: SupervisionId::from_bytes([8; 16]) },
        FamilyPage::Private { person: person(3) },
    ];
    pages.extend(ShowStep::ALL.map(|step| FamilyPage::Show { step }));
    let document =
        |of: &str| DocumentStep::ALL.map(|step| FamilyPage::Document { of: of.parse().unwrap(), step });
    pages.extend(document("chronology"));
    pages.extend(document(&format!("assessment.{}.{}", person(1), person(2))));
    for subject in [one, two] {
        for module in ModuleId::ALL {
            pages.push(FamilyPage::Module { subject, module });
            pages.push(FamilyPage::EntryNew { subject, module });
            pages.push(FamilyPage::Entry { subject, module, entry });
            pages.push(FamilyPage::EntryHistory { subject, module, entry });
            pages.push(FamilyPage::EntryWithdraw { subject, module, entry });
        }
    }
    routes.extend(pages.into_iter().map(|page| Route::family(family(), page)));
    routes
}

#[test]
fn every_place_has_an_address_that_leads_back_to_it() {
    for route in every_route() {
        assert_eq!(Route::parse(&route.to_hash()), Some(route.clone()), "{}", route.to_hash());
    }
}

#[test]
fn no_two_places_share_an_address() {
    let mut addresses: Vec<String> = every_route().iter().map(Route::to_hash).collect();
    let all = addresses.len();
    addresses.sort();
    addresses.dedup();
    assert_eq!(addresses.len(), all);
}

#[track_caller]
fn check(hash: &str, expected: Option<Route>) {
    assert_eq!(Route::parse(hash), expected, "{hash:?}");
}

#[test]
fn in_page_anchors_are_not_addresses() {
    check("", None);
    check("#", None);
    check("#main", None);
    check("#entry-going-well", None);
}

#[test]
fn addresses_that_lead_nowhere_are_said_to() {
    check("#/nowhere", Some(Route::NotFound));
    check("#/f/7F3K", Some(Route::NotFound));
    check(&format!("#/f/{}/programme/kayla/m1", family()), Some(Route::NotFound));
    check(&format!("#/f/{}/programme/{}/m9", family(), person(1)), Some(Route::NotFound));
    check(&format!("#/f/{}/programme/{}+{}/m1", family(), person(1), person(1)), Some(Route::NotFound));
    check(&format!("#/f/{}/live", family()), Some(Route::NotFound));
    check("#/welcome/passphrase/again", Some(Route::NotFound));
    check("#/settings/profile/t99", Some(Route::NotFound));
    check(&format!("#/f/{}/move/monday", family()), Some(Route::NotFound));
}

#[test]
fn an_address_typed_by_hand_may_be_untidy() {
    check("#/", Some(Route::Due));
    check("#/due/", Some(Route::Due));
    check("#//families", Some(Route::Families));
    check("#/families/new", Some(Route::FamilyNew(NewFamilyStep::Label)));
    check("#/settings", Some(Route::Settings(SettingsSection::You)));
}

#[test]
fn a_title_says_the_screen_and_the_start_of_an_id() {
    assert_eq!(title(&Route::Due), "What is due – Family workbook");
    let title = title(&Route::family(family(), FamilyPage::People));
    assert_eq!(title, format!("People – Family {} – Family workbook", family().short()));
    assert!(!title.contains(&family().to_string()));
}

#[test]
fn only_the_live_supervision_is_a_shared_screen() {
    let live = FamilyPage::Live { supervision: SupervisionId::from_bytes([8; 16]) };
    for route in every_route() {
        assert_eq!(route.is_shared_screen(), route == Route::family(family(), live.clone()), "{route:?}");
    }
}

#[test]
fn steps_lead_on_and_back() {
    assert_eq!(NewFamilyStep::Label.previous(), None);
    assert_eq!(NewFamilyStep::Label.next(), Some(NewFamilyStep::Children));
    assert_eq!(NewFamilyStep::Check.previous(), Some(NewFamilyStep::Allocation));
    assert_eq!(NewFamilyStep::Check.next(), None);
}

#[test]
fn a_locked_vault_shows_nothing_but_what_is_public() {
    for route in every_route() {
        let first = Access::Locked.first(&route);
        assert_eq!(first.is_none(), route.is_public(), "{route:?}");
        assert!(first.is_none_or(|place| place == Route::Unlock));
    }
}

#[test]
fn without_a_vault_people_are_welcomed() {
    assert_eq!(Access::NoVault.first(&Route::Due), Some(Route::Welcome));
    assert_eq!(Access::NoVault.first(&Route::Unlock), Some(Route::Welcome));
    assert_eq!(Access::NoVault.first(&Route::Help), None);
    assert_eq!(Access::Open.first(&Route::Unlock), Some(Route::Due));
    assert_eq!(Access::Open.first(&Route::Families), None);
}

#[test]
fn going_where_one_was_sent_is_always_allowed() {
    for access in [Access::NoVault, Access::Locked, Access::Open] {
        for route in every_route() {
            if let Some(place) = access.first(&route) {
                assert_eq!(access.first(&place), None, "{access:?} {route:?}");
            }
        }
    }
}
