//! A private session with somebody: their own plan to be safe, read and written where nobody else sees it (`domain.md`
//! E2, rule 7; `ux.md` SR5).
//!
//! It opens when the worker says that they are alone with the person, or with an advocate whom the person chose.

pub mod form;
pub mod timing;

use crate::model::ids::PersonId;
use crate::model::safety_plan::SafetyPlan;
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
    /// They said today that it is safe to have it on paper.
    pub may_be_printed: bool,
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
        may_be_printed: plans.len() == 1 && plans.iter().all(|plan| plan.may_be_printed(here.today)),
        plans,
    })
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
        assert!(!shown(&desk).may_be_printed);
        let yes = form::on_paper(&desk.sample.book, person(AMARA), today()).unwrap();
        desk.tries(vec![yes]).unwrap();
        assert!(shown(&desk).may_be_printed);
        writes(&mut desk, &typed("He goes very quiet")).unwrap();
        assert!(!shown(&desk).may_be_printed, "they are asked again");
        let before = today().pred_opt().unwrap();
        let earlier = form::on_paper(&desk.sample.book, person(AMARA), before).unwrap();
        desk.tries(vec![earlier]).unwrap();
        assert!(!shown(&desk).may_be_printed, "that was another day");
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
