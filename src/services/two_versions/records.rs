//! A record of any kind of which two versions stand beside each other: what each says, and what makes it stand.

use serde_json::Value;

use crate::model::disagreement::Disagreement;
use crate::model::ids::{EventId, PractitionerId};
use crate::model::summary::WorkbookSummary;
use crate::navigation::{FamilyPage, Leaf};
use crate::services::sheets::summary;
use crate::workbook::conflict::{Conflict, Stands, conflicts};
use crate::workbook::fold::Workbook;

use super::keep::keep;
use super::lines::lines;
use super::{Standing, Undecided};

/// What stands beside each other; nothing for somebody for whom it is not to see or to decide.
pub fn sides(book: &Workbook, of: Conflict, me: PractitionerId) -> Option<Undecided> {
    if !is_for(of, me) {
        return None;
    }
    let heads = book.standing(of);
    let seen: Vec<EventId> = heads.iter().map(|head| head.event).collect();
    let side = |head: &Stands| Standing {
        event: head.event,
        by: book.author_name(head.author),
        recorded: head.recorded,
        lines: said(book, of, head),
        keep: keep(of, kept(of, head, &heads).as_ref(), seen.clone()),
    };
    let versions: Vec<Standing> = heads.iter().map(side).collect();
    let decidable = versions.iter().any(|version| version.keep.is_some());
    decidable.then(|| Undecided { about: of.words().to_owned(), versions })
}

/// What is kept when this version stands: what it says. Of a disagreement, whichever words stand, each step that
/// anybody took stays on record.
fn kept(of: Conflict, head: &Stands, heads: &[Stands]) -> Option<Value> {
    let value = head.value.clone()?;
    let Conflict::Disagreement(_) = of else { return Some(value) };
    let read = |value: &Value| serde_json::from_value::<Disagreement>(value.clone()).ok();
    let Some(mut chosen) = read(&value) else { return Some(value) };
    for step in heads.iter().filter_map(|it| read(it.value.as_ref()?)).flat_map(|it| it.steps) {
        if !chosen.steps.contains(&step) {
            chosen.steps.push(step);
        }
    }
    chosen.steps.sort_by_key(|step| step.on);
    serde_json::to_value(chosen).ok()
}

/// Whether somebody may see and decide it here: a summary and a rating are their writer's alone, how somebody rated is
/// kept from the others, and a safety plan is read in its private session.
pub fn is_for(of: Conflict, me: PractitionerId) -> bool {
    match of {
        Conflict::Summary(of) | Conflict::Rating(of) => of.practitioner == me,
        Conflict::SafetyPlan(_) => false,
        _ => true,
    }
}

/// The undecided thing of which this is one of the versions.
pub fn at(book: &Workbook, version: EventId) -> Option<Conflict> {
    conflicts(book).into_iter().find(|of| book.standing(*of).iter().any(|head| head.event == version))
}

fn said(book: &Workbook, of: Conflict, head: &Stands) -> Vec<String> {
    let mut said = match (&head.value, of) {
        (None, _) => vec!["Entered in error".to_owned()],
        (Some(value), Conflict::Summary(_)) => summary_said(book, value),
        (Some(value), _) => lines(book, value),
    };
    said.extend((!head.reason.trim().is_empty()).then(|| format!("Why it was changed: {}", head.reason)));
    said
}

fn summary_said(book: &Workbook, value: &Value) -> Vec<String> {
    let Ok(summary) = serde_json::from_value::<WorkbookSummary>(value.clone()) else { return Vec::new() };
    let ready = if summary.submitted { "Ready for supervision" } else { "Draft" };
    let texts = summary::said(book, &summary.text);
    let texts = texts.into_iter().map(|(name, words)| format!("{name}: {words}"));
    std::iter::once(ready.to_owned()).chain(texts).collect()
}

/// The page on which a thing of this kind stands.
pub fn place(of: Conflict) -> FamilyPage {
    let leaf = match of {
        Conflict::Referral(_)
        | Conflict::Checklist(_)
        | Conflict::TransferPack(_)
        | Conflict::TransferDecision(_)
        | Conflict::Pathway(_)
        | Conflict::Membership(_)
        | Conflict::Allocation(_)
        | Conflict::Disagreement(_)
        | Conflict::Settlement(_)
        | Conflict::NoRecourse(_)
        | Conflict::Alert(_)
        | Conflict::AlertReview(_)
        | Conflict::Proceedings(_) => Leaf::Referral,
        Conflict::Consent(_) => Leaf::Consent,
        Conflict::ChildStatus(_) | Conflict::Recommendation(_) | Conflict::ThresholdDecision(_) => {
            Leaf::Thresholds
        }
        Conflict::EarlyHelp(_)
        | Conflict::StepDown(_)
        | Conflict::Casework(_)
        | Conflict::ClosureSummary(_)
        | Conflict::Closing(_) => Leaf::Close,
        Conflict::Rating(_) | Conflict::Summary(_) | Conflict::CaseSummary(_) => Leaf::Summaries,
        Conflict::Supervision(id)
        | Conflict::Held(id)
        | Conflict::Reveal(id)
        | Conflict::AgreedRating(id)
        | Conflict::Notes(id)
        | Conflict::SignOff(id)
        | Conflict::AfterAuthorisation(id) => return FamilyPage::leaf_of(Leaf::Meeting, id),
        Conflict::Addendum(_) | Conflict::ActionResult(_) => Leaf::Supervision,
        Conflict::Visit(_) | Conflict::OnSystem(_) => Leaf::Visits,
        Conflict::CaseNote(_) | Conflict::SpecialistRequest(_) | Conflict::SpecialistDecision(_) => {
            Leaf::Notes
        }
        Conflict::ChronologyEvent(_) | Conflict::Mark(_) => Leaf::Chronology,
        Conflict::ProtectedFact(_) | Conflict::DoNotTell(_) | Conflict::SafetyPlan(_) => Leaf::Safety,
        Conflict::Plan(_) | Conflict::Review(_) | Conflict::CopyGiven(_) | Conflict::Signature(_) => {
            Leaf::Plans
        }
        Conflict::Shared(_) | Conflict::Showing(_) | Conflict::Said(_) | Conflict::Approval(_) => {
            Leaf::Sharing
        }
        Conflict::Family(_)
        | Conflict::TeamMember(_)
        | Conflict::Person(_)
        | Conflict::Relationship(_)
        | Conflict::Household(_)
        | Conflict::Workflow(_)
        | Conflict::Separation(_) => return FamilyPage::People,
        Conflict::Entry(_)
        | Conflict::ModuleStatus(_)
        | Conflict::Statement(_)
        | Conflict::JointAssessment(_) => return FamilyPage::Programme,
    };
    FamilyPage::leaf(leaf)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use chrono::DateTime;

    use super::*;
    use crate::model::dates::PartialDate;
    use crate::model::ids::{DeviceId, FamilyId};
    use crate::model::practitioner::Role;
    use crate::services::sample::today;
    use crate::workbook::event::{Event, HybridClock};

    /// Kinds that are decided on pages of their own, or of which there never are two versions to choose between.
    const ELSEWHERE: [&str; 17] = [
        "family",
        "team_member",
        "person",
        "relationship",
        "household",
        "safety_plan",
        "safety_separation",
        "entry",
        "module_status",
        "statement",
        "joint_assessment",
        "ratings_revealed",
        "supervision_addendum",
        "plan_copy",
        "plan_signature",
        "said",
        "workflow",
    ];

    /// A workbook in which two people recorded this without knowing of each other.
    fn twice(kind: &str, payload: &Value) -> Workbook {
        let family = FamilyId::from_bytes([9; 16]);
        let mut book = Workbook::empty(family);
        for number in [1, 2] {
            book.apply(&Event {
                id: EventId::from_bytes([100 + number; 16]),
                family,
                author: PractitionerId::from_bytes([number; 16]),
                role: Role::SocialWorker,
                device: DeviceId::from_bytes([number; 16]),
                clock: HybridClock::default(),
                parents: Vec::new(),
                previous: None,
                recorded: DateTime::UNIX_EPOCH,
                happened: PartialDate::day(today()),
                kind: kind.to_owned(),
                version: 1,
                payload: payload.clone(),
                other: serde_json::Map::new(),
            });
        }
        book
    }

    /// The frozen sample of every kind of record.
    fn samples() -> Vec<(String, Value)> {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/records");
        let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
        let read = |path| serde_json::from_str::<Value>(&std::fs::read_to_string(path).unwrap()).unwrap();
        let kind = |mut sample: Value| {
            let kind = sample.get("kind")?.as_str()?.to_owned();
            (sample.as_object()?.len() == 2).then(|| (kind, sample["payload"].take()))
        };
        files.map(read).filter_map(kind).collect()
    }

    #[test]
    fn any_kind_of_record_can_be_compared_and_chosen_from() {
        let mut kinds = BTreeSet::new();
        for (kind, payload) in samples() {
            if ELSEWHERE.contains(&kind.as_str()) {
                continue;
            }
            let book = twice(&kind, &payload);
            assert_eq!(book.unread, [], "{kind}");
            let (of, _, _) = book.recorded_last()[0];
            let writer = match of {
                Conflict::Summary(of) | Conflict::Rating(of) => of.practitioner,
                _ => PractitionerId::from_bytes([1; 16]),
            };
            // A closing is looked at again, and who has the notes is settled by the manager.
            let value = &payload["value"];
            if value.get("closed").is_some()
                || value.get("submitted").is_some_and(Value::is_object)
                || value.get("returned").is_some()
            {
                assert_eq!(sides(&book, of, writer), None, "{kind}");
                continue;
            }
            let undecided = sides(&book, of, writer).unwrap();
            assert_eq!(undecided.versions.len(), 2, "{kind}");
            for version in undecided.versions {
                assert!(version.keep.is_some(), "{kind} cannot be chosen");
                assert!(!version.lines.is_empty(), "{kind} says nothing");
                for word in version.lines.iter().flat_map(|line| line.split_whitespace()) {
                    assert!(word.parse::<EventId>().is_err() && !word.contains('_'), "{kind}: {word}");
                }
            }
            kinds.insert(kind);
        }
        assert!(kinds.len() > 30, "{kinds:?}");
    }
}
