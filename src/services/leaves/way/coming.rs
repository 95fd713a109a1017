//! How the family came to the team: the referral, and what should have come with it.

use crate::model::choices::Choice;
use crate::model::dates::day_words;
use crate::model::entry_to_team::{CheckItem, Checked, Referral, TransferDecision, TransferPack};
use crate::model::ids::{MembershipId, ReferralId};
use crate::navigation::{FamilyPage, Leaf as Place, Route, Sheet};
use crate::policy::profile::words::Concept;
use crate::services::here::Here;
use crate::services::leaf::{Card, Part, Row, Tag, Tone, Way};
use crate::services::words::sentence;
use crate::workbook::arrival::EntryGap;
use crate::workbook::consent::ReferralConsent;
use crate::workbook::decide::permission::Act;
use crate::workbook::decide::way::Mistaken;

use super::{actions, change, day, facts, way, way_of};

pub(super) fn referrals(here: &Here<'_>) -> Vec<Part> {
    let mut parts = vec![Part::Heading("Referral".to_owned())];
    let referrals = here.book.referrals_in_order();
    let now = here.book.referral_now();
    if referrals.is_empty() {
        parts.extend(as_added(here));
    }
    if now.is_none() {
        let words = if referrals.is_empty() { "Record the referral" } else { "Record a new referral" };
        parts.extend(comes_back(here).map(Part::Words));
        parts.push(actions(here, Act::Refer, true, vec![way(here, words, Sheet::Referral)]));
    }
    parts.extend(referrals.into_iter().rev().map(|(id, referral)| Part::Card(card(here, id, referral))));
    parts.push(consent(here));
    parts
}

/// What was typed when the family was added, until a referral says it more fully.
fn as_added(here: &Here<'_>) -> Option<Part> {
    let family = here.book.family()?.current()?;
    let date =
        |date: Option<crate::model::dates::PartialDate>| date.map(|it| it.to_string()).unwrap_or_default();
    let assessment = sentence(here.profile().word(Concept::Assessment));
    let facts = facts([("Referred", date(family.referred_on)), (&assessment, date(family.assessed_on))]);
    if facts.is_empty() {
        return None;
    }
    let title = "When the family was added".to_owned();
    Some(Part::Card(Card { title, facts, ..Card::default() }))
}

/// What coming back means, where the family had left (`domain.md` R90).
fn comes_back(here: &Here<'_>) -> Option<String> {
    let back = here.book.comes_back(&here.rules(), here.today)?;
    let left = format!("The family left on {}.", day_words(back.closed_on));
    let returns = match (back.same_team, back.returns_until) {
        (Some(true), Some(until)) => {
            format!(" A referral until {} comes back to this team.", day_words(until))
        }
        (Some(false), Some(until)) => {
            format!(" Until {} it would have come back to this team.", day_words(until))
        }
        _ => String::new(),
    };
    Some(format!("{left}{returns}"))
}

fn card(here: &Here<'_>, id: ReferralId, referral: &Referral) -> Card {
    let assessment = referral.assessment.as_ref().map(|it| {
        let by = if it.by.trim().is_empty() { String::new() } else { format!(", by {}", it.by) };
        let found = if it.outcome.trim().is_empty() { String::new() } else { format!("\n{}", it.outcome) };
        format!("Completed {}{by}{found}", day_words(it.completed_on))
    });
    let called = sentence(here.profile().word(Concept::Assessment));
    let facts = facts([
        ("Why", referral.why.clone()),
        ("Referred by", referral.worker.clone()),
        ("Their manager", referral.manager.clone()),
        ("They decided that more work is needed", day(referral.decided_on)),
        ("They worked with the family since", day(referral.involved_since)),
        (&called, assessment.unwrap_or_default()),
    ]);
    let title = format!("Referred {} by {}", day_words(referral.referred_on), referral.team);
    let ways = change(here, Act::Refer, Sheet::Referral, id, Mistaken::Referral(id));
    Card { title, tag: None, facts, ways }
}

fn consent(here: &Here<'_>) -> Part {
    let needed = here.rules().referral_needs_consent;
    let (words, tone) = match (here.book.referral_consent(), needed) {
        (ReferralConsent::Given, _) => ("Given", Tone::Good),
        (ReferralConsent::NotNeeded, _) => ("Not needed", Tone::Plain),
        (ReferralConsent::Refused, _) => ("Not given", Tone::Attention),
        (ReferralConsent::NotAsked, true) => ("Needed", Tone::Attention),
        (ReferralConsent::NotAsked, false) => ("Not recorded", Tone::Plain),
    };
    let note = match needed {
        true => "Here a family is taken on when it consents. Without consent the referring team reviews it.",
        false => "Asked for by the referring team, as appropriate.",
    };
    let to = Route::family(here.book.id, FamilyPage::leaf(Place::Consent));
    Part::Card(Card {
        title: "Consent to the referral".to_owned(),
        tag: Some(Tag::new(words, tone)),
        facts: vec![("In this authority".to_owned(), note.to_owned())],
        ways: vec![Way::new("Record", to)],
    })
}

/// What the referring team does before the family is transferred, and what is not there yet.
pub(super) fn before_transfer(here: &Here<'_>) -> Vec<Part> {
    let Some((id, _)) = here.book.referral_now() else { return Vec::new() };
    let mut parts = vec![Part::Heading("Before transfer".to_owned())];
    let gaps = here.book.entry_gaps(&here.rules());
    if gaps.is_empty() {
        parts.push(Part::Words("Everything that should come with the family is there.".to_owned()));
    } else {
        let missing = |gap: &EntryGap| Row {
            tag: Some(Tag::new("Not there yet", Tone::Attention)),
            ..Row::new(gap.words())
        };
        parts.push(Part::List(gaps.iter().map(missing).collect()));
    }
    if here.rules().transfer_pack {
        parts.extend(here.book.packs.current(id).map(|pack| Part::Card(pack_card(here, id, pack))));
        parts.extend(here.book.transfers.current(id).map(|it| Part::Card(decision_card(here, id, it))));
        parts.extend(pack_actions(here, id));
    } else {
        parts.push(Part::Card(checklist(here, id)));
    }
    parts
}

fn checklist(here: &Here<'_>, id: ReferralId) -> Card {
    let list = here.book.checklists.current(id);
    let words = |item: CheckItem| match list.and_then(|list| list.items.get(&item)) {
        None => "Not yet".to_owned(),
        Some(Checked::NotRequired { why }) => format!("Not required: {why}"),
        Some(Checked::Done { on, note }) => {
            let on = on.map(|on| format!(" {}", day_words(on))).unwrap_or_default();
            let note = if note.trim().is_empty() { String::new() } else { format!(": {note}") };
            format!("Done{on}{note}")
        }
    };
    let items = CheckItem::ALL.iter().filter(|item| **item != CheckItem::Assessment);
    let facts = items.map(|item| (item.label().to_owned(), words(*item))).collect();
    let ways =
        if here.may(Act::Refer) { vec![way_of(here, "Change", Sheet::Checklist, id)] } else { Vec::new() };
    Card { title: "Checklist".to_owned(), tag: None, facts, ways }
}

fn pack_card(here: &Here<'_>, id: ReferralId, pack: &TransferPack) -> Card {
    let document = |(item, words): (&crate::model::entry_to_team::PackItem, &String)| {
        if words.trim().is_empty() { item.label().to_owned() } else { format!("{}: {words}", item.label()) }
    };
    let documents: Vec<String> = pack.documents.iter().map(document).collect();
    let endorsed = pack.endorsed_on.map(|on| format!(" {}", day_words(on))).unwrap_or_default();
    let endorsed = format!("{}{endorsed}", pack.endorsed_by);
    let recent = if pack.recent_assessment { "There is a recent one" } else { "There is no recent one" };
    let facts = facts([
        ("From", pack.origin.label().to_owned()),
        ("Single assessment", recent.to_owned()),
        ("Documents", documents.join("\n")),
        ("Plan endorsed by", endorsed),
        ("On the transfer list", day(pack.listed_on)),
    ]);
    let ways =
        if here.may(Act::Refer) { vec![way_of(here, "Change", Sheet::TransferPack, id)] } else { Vec::new() };
    Card { title: "Transfer pack".to_owned(), tag: None, facts, ways }
}

fn decision_card(here: &Here<'_>, id: ReferralId, decision: &TransferDecision) -> Card {
    let name = |id: Option<MembershipId>| {
        let member = id.and_then(|id| here.book.memberships.current(id));
        member.map(|member| member.name.clone()).unwrap_or_default()
    };
    let tag = match decision.accepted {
        true => Tag::new("Accepted", Tone::Good),
        false => Tag::new("Not accepted", Tone::Attention),
    };
    let managers = format!("{}, {}", decision.social_work_manager, decision.family_support_manager);
    let facts = facts([
        ("Managers", managers),
        ("Social worker", name(decision.social_worker)),
        ("Family support worker", name(decision.family_support_worker)),
        ("They take over", day(decision.takes_over)),
        ("Why", decision.why.clone()),
    ]);
    let may = here.may(Act::AcceptTransfer);
    let ways = if may { vec![way_of(here, "Change", Sheet::Transfer, id)] } else { Vec::new() };
    Card { title: format!("Workflow meeting of {}", day_words(decision.on)), tag: Some(tag), facts, ways }
}

/// What comes next: the pack, then the decision.
fn pack_actions(here: &Here<'_>, id: ReferralId) -> Option<Part> {
    if here.book.packs.current(id).is_none() {
        let ways = vec![way_of(here, "Record the transfer pack", Sheet::TransferPack, id)];
        return Some(actions(here, Act::Refer, false, ways));
    }
    if here.book.transfers.current(id).is_none() {
        let ways = vec![way_of(here, "Record the decision on the transfer", Sheet::Transfer, id)];
        return Some(actions(here, Act::AcceptTransfer, false, ways));
    }
    None
}
