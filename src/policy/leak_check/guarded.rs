//! What must not be found in a text, and from whom it is kept.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::model::choices::Choice;
use crate::model::do_not_tell::DoNotTell;
use crate::model::ids::PersonId;
use crate::model::protected::{ProtectedFact, ProtectedKind};
use crate::model::safety_plan::SafetyPlan;

use super::name;

/// What kind of thing it is: it decides in which disguises it is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum GuardedKind {
    Protected(ProtectedKind),
    /// Words that would give away what somebody asked to have kept from others.
    DoNotTell,
    SafetyPlan,
    CodeWord,
    /// Somebody from whom a reader is separated, by name.
    Person,
    /// A worker of whom a reader knows nothing, because they help the other one.
    Worker,
    /// A service that the other one goes to.
    Service,
    /// Where the other one is and how they do: said of "Mum" or "Dad" rather than by name.
    Whereabouts,
}

impl GuardedKind {
    /// As people say it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Protected(kind) => kind.label(),
            Self::DoNotTell => "Something they asked us not to tell",
            Self::SafetyPlan => "Their safety plan",
            Self::CodeWord => "Their word for “get help”",
            Self::Person => "The name of somebody they are kept apart from",
            Self::Worker => "A worker who helps somebody they are kept apart from",
            Self::Service => "A service for somebody they are kept apart from",
            Self::Whereabouts => "Where somebody is whom they are kept apart from, or how they are",
        }
    }
}

/// From whom something is kept. The team is never among them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeptFrom {
    /// Everyone outside the team, whoever they are, and whosever it is.
    Everyone,
    /// Everyone but the one whose it is, and from them as soon as somebody else is there.
    EveryoneBut(PersonId),
    These(BTreeSet<PersonId>),
}

impl KeptFrom {
    /// Whether any of these readers must not learn it. Where no reader is named, anybody may read.
    pub fn keeps_from(&self, readers: &BTreeSet<PersonId>) -> bool {
        match self {
            Self::Everyone => true,
            Self::EveryoneBut(person) => readers.is_empty() || readers.iter().any(|reader| reader != person),
            Self::These(people) => readers.is_empty() || !people.is_disjoint(readers),
        }
    }
}

/// One thing that is guarded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guarded {
    pub kind: GuardedKind,
    /// Whose it is.
    pub whose: PersonId,
    /// The ways in which it is known to be written.
    pub wordings: Vec<String>,
    pub from: KeptFrom,
}

impl From<&ProtectedFact> for Guarded {
    /// It is shown in no view of the family, not even to the one whose it is (`domain.md` E2, rule 3).
    fn from(fact: &ProtectedFact) -> Self {
        let wordings = fact.wordings();
        let wordings = match fact.kind {
            ProtectedKind::NewPartner => wordings.flat_map(|it| name::wordings(it, |_| false)).collect(),
            _ => wordings.map(str::to_owned).collect(),
        };
        Self {
            kind: GuardedKind::Protected(fact.kind),
            whose: fact.whose,
            wordings,
            from: KeptFrom::Everyone,
        }
    }
}

impl Guarded {
    /// The words that would give away what somebody asked to have kept from others, while the request stands.
    pub fn do_not_tell(request: &DoNotTell, today: NaiveDate) -> Option<Self> {
        (request.stands(today) && !request.phrases.is_empty()).then(|| Self {
            kind: GuardedKind::DoNotTell,
            whose: request.asked_by,
            wordings: request.phrases.clone(),
            from: KeptFrom::These(request.from.clone()),
        })
    }

    /// What is written in somebody’s safety plan: for their eyes alone (`ux.md` SR5).
    pub fn safety_plan(whose: PersonId, plan: &SafetyPlan) -> Vec<Self> {
        let parts = plan.parts();
        let words = parts.iter().map(|(_, words)| *words).filter(|words| *words != plan.code_word);
        let words: Vec<String> = words.filter(|words| !words.trim().is_empty()).map(str::to_owned).collect();
        let guarded = |kind, wordings| Self { kind, whose, wordings, from: KeptFrom::EveryoneBut(whose) };
        let mut all = Vec::new();
        if !words.is_empty() {
            all.push(guarded(GuardedKind::SafetyPlan, words));
        }
        if !plan.code_word.trim().is_empty() {
            all.push(guarded(GuardedKind::CodeWord, vec![plan.code_word.clone()]));
        }
        all
    }

    /// The name of somebody’s new partner, kept from everyone.
    pub fn new_partner(whose: PersonId, name: &str) -> Self {
        Self {
            kind: GuardedKind::Protected(ProtectedKind::NewPartner),
            whose,
            wordings: name::wordings(name, |_| false),
            from: KeptFrom::Everyone,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(number: u8) -> PersonId {
        PersonId::from_bytes([number; 16])
    }

    #[test]
    fn what_is_kept_is_kept_from_whoever_must_not_learn_it() {
        let readers = |numbers: &[u8]| numbers.iter().map(|number| person(*number)).collect::<BTreeSet<_>>();
        for (from, who, expected) in [
            (KeptFrom::Everyone, readers(&[1]), true),
            (KeptFrom::EveryoneBut(person(1)), readers(&[1]), false),
            (KeptFrom::EveryoneBut(person(1)), readers(&[1, 2]), true),
            (KeptFrom::EveryoneBut(person(1)), readers(&[]), true),
            (KeptFrom::These(readers(&[2, 3])), readers(&[1, 2]), true),
            (KeptFrom::These(readers(&[2, 3])), readers(&[1]), false),
            (KeptFrom::These(readers(&[2])), readers(&[]), true),
        ] {
            assert_eq!(from.keeps_from(&who), expected, "{from:?} {who:?}");
        }
    }

    #[test]
    fn a_plan_is_guarded_with_its_word_and_an_empty_one_is_not() {
        let plan = SafetyPlan {
            signs: "He goes quiet.".into(),
            code_word: "pineapple".into(),
            ..SafetyPlan::default()
        };
        let kinds: Vec<_> = Guarded::safety_plan(person(1), &plan).into_iter().map(|it| it.kind).collect();
        assert_eq!(kinds, [GuardedKind::SafetyPlan, GuardedKind::CodeWord]);
        assert_eq!(Guarded::safety_plan(person(1), &SafetyPlan::default()), []);
    }

    #[test]
    fn a_request_is_kept_while_it_stands() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        let request = DoNotTell {
            asked_by: person(1),
            from: BTreeSet::from([person(2)]),
            what: "That she is expecting a baby".into(),
            phrases: vec!["expecting".into()],
            records: BTreeSet::new(),
            why: "She is afraid of what he would do".into(),
            asked_on: day(1),
            until: Some(day(20)),
            owner: None,
        };
        let kept = Guarded::do_not_tell(&request, day(20)).unwrap();
        assert_eq!(kept.from, KeptFrom::These(BTreeSet::from([person(2)])));
        assert_eq!(Guarded::do_not_tell(&request, day(21)), None);
    }
}
