//! A private session with somebody: their own plan to be safe, read and written where nobody else sees it (`domain.md`
//! E2, rule 7; `ux.md` SR5).
//!
//! It opens when the worker says that they are alone with the person, or with an advocate whom the person chose.

pub mod form;
pub mod timing;

use crate::model::ids::PersonId;
use crate::model::safety_plan::SafetyPlan;
use crate::services::for_people::Paper;
use crate::services::guarding::text;
use crate::services::here::Here;
use crate::workbook::decide::SafetyRefusal;
use crate::workbook::decide::permission::Act;

/// Who is in the room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Room {
    Alone,
    /// With somebody who helps them, of their own choice.
    Advocate,
    /// Anybody else, a child or a relative who interprets included.
    Others,
}

impl Room {
    pub const ALL: [Self; 3] = [Self::Alone, Self::Advocate, Self::Others];

    /// Its value among the radios.
    pub fn code(self) -> &'static str {
        match self {
            Self::Alone => "alone",
            Self::Advocate => "advocate",
            Self::Others => "others",
        }
    }

    /// As the worker is asked of this person.
    pub fn label(self, name: &str) -> String {
        match self {
            Self::Alone => format!("Only {name} and I"),
            Self::Advocate => format!("{name}, I, and an advocate whom {name} chose"),
            Self::Others => "Somebody else too, or somebody could come in".to_owned(),
        }
    }

    /// Whether a session opens.
    pub fn opens(self) -> bool {
        match self {
            Self::Alone | Self::Advocate => true,
            Self::Others => false,
        }
    }

    /// The answer with this value.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|room| room.code() == code)
    }
}

/// What a session shows, and what can be done in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// What the person chose to be called.
    pub name: String,
    /// The plan; the last one is shown to be changed where two were written beside each other.
    pub plans: Vec<SafetyPlan>,
    pub may_write: bool,
    /// The plan as a paper, where they said today that it is safe to have it on one; or the sentences that would lead
    /// somebody to them, which are on no paper, theirs included.
    pub paper: Option<Result<Paper, Vec<String>>>,
}

impl Session {
    /// The plan as it stands.
    pub fn plan(&self) -> Option<&SafetyPlan> {
        self.plans.last()
    }
}

/// Whether a practitioner may open private sessions of this family.
///
/// # Errors
/// Why not, and what to do about it.
pub fn may_open(here: &Here<'_>) -> Result<(), String> {
    if !here.may(Act::ReadSafetyPlan) {
        return Err(format!("This is for {}.", here.rules().permissions.words(Act::ReadSafetyPlan)));
    }
    // A manager reads; a worker is one who works with this family.
    if here.may(Act::SafetyPlan) && !here.book.works_here(here.me, here.today) {
        return Err(format!("{}.", SafetyRefusal::NotWithThem));
    }
    Ok(())
}

/// The session with a person; none where it may not be opened, or there is no such person.
pub fn session(person: PersonId, here: &Here<'_>) -> Option<Session> {
    may_open(here).ok()?;
    let book = here.book;
    book.people.current(person)?;
    let plans: Vec<SafetyPlan> = book.safety_plans_of(person).into_iter().cloned().collect();
    Some(Session {
        name: book.name_of(person),
        may_write: here.may(Act::SafetyPlan) && book.closed_on().is_none(),
        paper: paper(person, here, &plans),
        plans,
    })
}

/// The plan on paper: the one that stands, on a day on which they said that it is safe.
fn paper(person: PersonId, here: &Here<'_>, plans: &[SafetyPlan]) -> Option<Result<Paper, Vec<String>>> {
    let [plan] = plans else { return None };
    if !plan.may_be_printed(here.today) {
        return None;
    }
    let name = here.book.name_of(person);
    let parts = plan.parts().into_iter().filter(|(_, words)| !words.trim().is_empty());
    let texts = parts.flat_map(|(asks, words)| [text(asks), text(words)]);
    let made =
        Paper::made(here, &[person].into(), std::iter::once(text(&heading(&name))).chain(texts).collect());
    Some(made.map_err(|stopped| stopped.into_iter().map(|it| it.sentence).collect()))
}

/// What the page of somebody's plan is called.
pub fn heading(name: &str) -> String {
    format!("{name}’s own plan")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::practitioner::Role;
    use crate::policy::authority::Authority;
    use crate::services::sample::{AMARA, person, today};
    use crate::services::sheet::What;
    use crate::services::sheets::way::desk::Desk;
    use crate::services::typed::Fields;
    use crate::workbook::decide::Command;

    fn worker() -> Desk {
        let mut desk = Desk::new(Authority::Common).turned(Role::SocialWorker);
        desk.tries(vec![Command::Allocate { allocated: true }]).unwrap();
        desk
    }

    fn shown(desk: &Desk) -> Session {
        session(person(AMARA), &desk.here()).unwrap()
    }

    fn writes(desk: &mut Desk, typed: &Fields) -> Result<(), String> {
        let command = form::write(&desk.sample.book, person(AMARA), typed);
        desk.tries(vec![command]).map_err(|refusal| refusal.to_string())
    }

    #[test]
    fn it_opens_for_those_who_work_with_the_family() {
        for (role, allocated, expected) in [
            (Role::SocialWorker, true, Ok(())),
            (Role::RecoveryWorker, true, Ok(())),
            (Role::SocialWorker, false, Err("Your name is not in its team")),
            (Role::TeamManager, false, Ok(())),
            (Role::Administrator, true, Err("This is for the team manager")),
            (Role::ReferringTeam, true, Err("This is for the team manager")),
        ] {
            let mut desk = Desk::new(Authority::Common).turned(role.clone());
            desk.tries(vec![Command::Allocate { allocated }]).unwrap();
            let found = may_open(&desk.here());
            match expected {
                Ok(()) => assert_eq!(found, Ok(()), "{role:?}"),
                Err(words) => assert!(found.as_ref().unwrap_err().contains(words), "{role:?}: {found:?}"),
            }
            assert_eq!(session(person(AMARA), &desk.here()).is_some(), expected.is_ok());
        }
        assert!(session(person(99), &worker().here()).is_none(), "nobody of this family");
        let manager = Desk::new(Authority::Common);
        assert!(!shown(&manager).may_write, "a manager reads");
    }

    #[test]
    fn it_opens_with_them_alone_or_with_their_advocate_and_with_nobody_else() {
        let opens: Vec<bool> = Room::ALL.iter().map(|room| room.opens()).collect();
        assert_eq!(opens, [true, true, false]);
        for room in Room::ALL {
            assert_eq!(Room::of_code(room.code()), Some(room));
        }
        assert_eq!(Room::of_code(""), None, "no answer is no answer");
        assert_eq!(Room::Alone.label("Amara"), "Only Amara and I");
    }

    #[test]
    fn every_part_of_a_plan_has_a_box_and_reads_back() {
        let mut desk = worker();
        assert_eq!(shown(&desk).plan(), None);
        let mut typed = form::filled(None);
        assert_eq!(writes(&mut desk, &typed).unwrap_err(), "Write something in the plan first");
        let ids: Vec<String> = form::questions()
            .into_iter()
            .filter_map(|question| question.what.id().map(str::to_owned))
            .collect();
        assert_eq!(ids.first().map(String::as_str), Some(form::FIRST));
        assert_eq!(ids.len(), typed.len());
        for (number, id) in ids.iter().enumerate() {
            typed.insert(id.clone(), format!("Words {number}"));
        }
        writes(&mut desk, &typed).unwrap();
        let plan = shown(&desk).plan().unwrap().clone();
        assert_eq!(form::filled(Some(&plan)), typed);
        for (question, (asks, words)) in form::questions().iter().zip(plan.parts()) {
            assert!(matches!(&question.what, What::Text { label, .. } if label == asks));
            assert!(words.starts_with("Words "));
        }
    }

    #[test]
    fn it_is_printed_on_the_day_on_which_they_say_so_and_as_it_was_then() {
        let mut desk = worker();
        assert_eq!(form::on_paper(&desk.sample.book, person(AMARA), today()), None, "there is no plan");
        let typed = |words: &str| Fields::from([(form::FIRST.to_owned(), words.to_owned())]);
        writes(&mut desk, &typed("He goes quiet")).unwrap();
        assert!(shown(&desk).paper.is_none());
        let yes = form::on_paper(&desk.sample.book, person(AMARA), today()).unwrap();
        desk.tries(vec![yes]).unwrap();
        let paper = shown(&desk).paper.unwrap().unwrap();
        assert_eq!(paper.only_for, "Only for Amara");
        assert_eq!(paper.file_name, "workbook-copy-2026-11-21");
        writes(&mut desk, &typed("He goes very quiet")).unwrap();
        assert!(shown(&desk).paper.is_none(), "they are asked again");
        let before = today().pred_opt().unwrap();
        let earlier = form::on_paper(&desk.sample.book, person(AMARA), before).unwrap();
        desk.tries(vec![earlier]).unwrap();
        assert!(shown(&desk).paper.is_none(), "that was another day");
    }

    #[test]
    fn what_would_lead_to_them_is_on_no_paper() {
        let mut desk = worker();
        let fact = crate::model::protected::ProtectedFact {
            whose: person(AMARA),
            kind: crate::model::protected::ProtectedKind::Address,
            words: "14 Larkfield Road, AN1 2BC".to_owned(),
            also: vec![],
            since: None,
            until: None,
            note: String::new(),
        };
        let id = crate::model::ids::ProtectedId::from_bytes([1; 16]);
        let protect =
            crate::workbook::decide::SafetyCommand::Protect { id, fact, reason: String::new(), seen: vec![] };
        desk.tries(vec![Command::Safety(protect)]).unwrap();
        let typed =
            Fields::from([(form::FIRST.to_owned(), "He waits. He knows 14 larkfield rd.".to_owned())]);
        writes(&mut desk, &typed).unwrap();
        let yes = form::on_paper(&desk.sample.book, person(AMARA), today()).unwrap();
        desk.tries(vec![yes]).unwrap();
        assert_eq!(shown(&desk).paper, Some(Err(vec!["He knows 14 larkfield rd.".to_owned()])));
    }

    #[test]
    fn they_take_their_plan_back_and_nothing_of_it_is_on_the_page() {
        let mut desk = worker();
        assert_eq!(form::take_back(&desk.sample.book, person(AMARA)), None);
        let typed = Fields::from([(form::FIRST.to_owned(), "He goes quiet".to_owned())]);
        writes(&mut desk, &typed).unwrap();
        let back = form::take_back(&desk.sample.book, person(AMARA)).unwrap();
        desk.tries(vec![back]).unwrap();
        assert_eq!((shown(&desk).plans.len(), shown(&desk).paper), (0, None));
        let private = desk.sample.events.iter().filter(|it| crate::workbook::apart::is_private(&it.kind));
        assert_eq!(private.count(), 2, "that it was taken back goes to nobody else either");
        writes(&mut desk, &typed).unwrap();
        assert_eq!(shown(&desk).plans.len(), 1, "they write another");
    }

    #[test]
    fn two_plans_written_beside_each_other_are_both_shown_and_joined_by_writing_it_again() {
        let mut mine = crate::services::sample::Sample::new();
        mine.does(Command::Allocate { allocated: true });
        let mut theirs = mine.colleague();
        theirs.does(Command::Allocate { allocated: true });
        for (sample, words) in [(&mut mine, "He goes quiet"), (&mut theirs, "He stops eating")] {
            let typed = Fields::from([(form::FIRST.to_owned(), words.to_owned())]);
            let command = form::write(&sample.book, person(AMARA), &typed);
            sample.does(command);
        }
        mine.joins(&theirs);
        assert_eq!(mine.book.safety_plans_of(person(AMARA)).len(), 2);
        let joined = Fields::from([(form::FIRST.to_owned(), "He goes quiet and stops eating".to_owned())]);
        mine.does(form::write(&mine.book, person(AMARA), &joined));
        assert_eq!(mine.book.safety_plans_of(person(AMARA)).len(), 1);
    }
}
