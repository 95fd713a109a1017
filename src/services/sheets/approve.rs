//! A second person reads what somebody would be shown from whom another of the family is kept safe: word for word, with
//! what is new since it was last approved (`domain.md` E2, rule 15).

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::model::dates::day_words;
use crate::model::ids::PersonId;
use crate::model::sharing::{Approval, ForOne, Piece};
use crate::navigation::{FamilyPage, Leaf};
use crate::policy::visibility::Shown;
use crate::services::here::Here;
use crate::services::sheet::{Answer, Question, Sheet, What, many};
use crate::services::shown::{read_as, title};
use crate::services::typed::{Fields, Typed, Wrong};
use crate::workbook::decide::permission::Act;
use crate::workbook::decide::{Command, SharingCommand, SharingRefusal};
use crate::workbook::history::{Change, difference};

/// The id of the box. It stands in drafts, so it stays.
const READ: &str = "approve-read";

/// The person, and everything that waits, each by what it is called in the form.
fn asked(of: Option<&str>, here: &Here<'_>) -> Option<(PersonId, BTreeMap<String, Shown>)> {
    let person: PersonId = of?.parse().ok().filter(|_| here.may(Act::ApproveSharing))?;
    let waiting: BTreeMap<String, Shown> =
        read_as(here, person).unread.into_iter().map(|it| (called(&it), it)).collect();
    (!waiting.is_empty()).then_some((person, waiting))
}

/// What a piece is called in the form: by its words too, so that nothing is approved that was changed while it was read.
fn called(shown: &Shown) -> String {
    let hash = Sha256::digest(format!("{:?}\n{}", shown.piece, shown.words));
    hash.iter().take(10).map(|byte| format!("{byte:02x}")).collect()
}

pub(super) fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let (person, waiting) = asked(of, here)?;
    let book = here.book;
    let name = book.name_of(person);
    let own = |piece: Piece| book.is_own_choice(piece, here.me.id);
    let mut questions: Vec<Question> = Vec::new();
    for it in waiting.values() {
        questions.push(What::Heading(title(book, it.piece)).asked());
        questions.push(What::Words(format!("“{}”", it.words)).asked());
        let before = book.approvals.current(ForOne { piece: it.piece, person });
        questions.extend(before.map(|before| since(before, &it.words)));
        if own(it.piece) {
            questions.push(What::Words(format!("{}.", SharingRefusal::OwnChoice)).asked());
        }
    }
    let others = waiting.iter().filter(|(_, it)| !own(it.piece));
    let answers: Vec<Answer> = others
        .map(|(called, it)| Answer::new(called, title(book, it.piece)).hint(it.words.clone()))
        .collect();
    questions.push(match answers.is_empty() {
        true => What::Words("There is nothing here that you can approve.".to_owned()).asked(),
        false => many(READ, format!("What of this may {name} be shown?"), answers)
            .hinted("Each on its own. What you leave out is not shown.")
            .asked(),
    });
    let safe: Vec<String> = book.kept_safe_from(person).into_iter().map(|it| book.name_of(it)).collect();
    Some(Sheet {
        heading: format!("Read what {name} would be shown"),
        caption: Some("Second approval".to_owned()),
        intro: vec![format!(
            "Somebody else chose that {name} may see this. Read each thing as {name} would: could it lead to {safe}, \
             say what {safe} told us, or put anybody in danger?",
            safe = safe.join(" or ")
        )],
        questions,
        save: "Save approval",
        done: format!("What {name} may be shown was saved"),
        back: FamilyPage::leaf(Leaf::Sharing),
        filled: Fields::new(),
        at: Vec::new(),
    })
}

/// What is new, and what is gone, since these words were approved before.
fn since(before: &Approval, words: &str) -> Question {
    let told = |change: Change| match change {
        Change::Same(_) => None,
        Change::Added(words) => Some(("New".to_owned(), words)),
        Change::Removed(words) => Some(("No longer there".to_owned(), words)),
    };
    let said = difference(&before.words, words).into_iter().filter_map(told);
    let summary = format!("What is new since it was approved on {}", day_words(before.on));
    What::Told { summary, said: said.filter(|(_, words)| !words.trim().is_empty()).collect() }.asked()
}

pub(super) fn read(of: Option<&str>, here: &Here<'_>, typed: &Fields) -> Result<Vec<Command>, Vec<Wrong>> {
    let Some((person, mut waiting)) = asked(of, here) else { return Ok(Vec::new()) };
    let ticked = Typed(typed).lines(READ);
    if ticked.is_empty() {
        return Err(vec![Wrong::new(READ, "Select what may be shown. If nothing may, go back")]);
    }
    let approve = |called: &str| {
        let it = waiting.remove(called)?;
        let of = ForOne { piece: it.piece, person };
        let approval = Approval { words: it.words, on: here.today };
        let seen = here.book.approvals.head_ids(of);
        Some(Command::Sharing(SharingCommand::Approve { of, approval, seen }))
    };
    let commands: Option<Vec<Command>> = ticked.into_iter().map(approve).collect();
    let changed = || {
        vec![Wrong::new(
            READ,
            "Something here was changed while you read. Read it again, then select what may be shown",
        )]
    };
    commands.ok_or_else(changed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::audience::Audience;
    use crate::model::module::ModuleId;
    use crate::model::practitioner::{Practitioner, Role};
    use crate::services::sample::{AMARA, JOE, Sample, about, entry, entry_id, person};
    use crate::services::sheets::tests::{fields, hangs_together, here};

    /// Two who are kept apart, and something that was chosen for Joe.
    fn sample() -> Sample {
        let mut sample = Sample::separated(AMARA, JOE);
        let mut own = entry(ModuleId::M3, about(JOE), "You rang before you came");
        own.audience = Audience::People([person(JOE)].into());
        sample.does(Command::RecordEntry { id: entry_id(1), entry: own });
        sample
    }

    fn as_manager<T>(sample: &Sample, device: u8, look: impl FnOnce(&Here<'_>) -> T) -> T {
        let id = crate::model::ids::PractitionerId::from_bytes([device; 16]);
        let own = here(&sample.book);
        let me = Practitioner { id, role: Role::TeamManager, ..own.me.clone() };
        look(&Here { me: &me, ..own })
    }

    fn shown_to(sample: &Sample, who: u8) -> Vec<String> {
        let prepared = read_as(&here(&sample.book), person(who));
        prepared.view.items.into_iter().map(|it| it.words).collect()
    }

    /// The form as a manager has it, everything in it ticked and saved.
    fn approves_all(sample: &mut Sample) {
        let of = person(JOE).to_string();
        let (form, commands) = as_manager(sample, 3, |here| {
            let form = sheet(Some(&of), here).unwrap();
            let ticked: Vec<String> = asked(Some(&of), here).unwrap().1.into_keys().collect();
            (form, read(Some(&of), here, &fields(&[(READ, &ticked.join("\n"))])).unwrap())
        });
        hangs_together(&form);
        sample.hand_to(3, Role::TeamManager);
        commands.into_iter().for_each(|command| sample.does(command));
    }

    fn amends(sample: &mut Sample, words: &str) {
        sample.hand_to(1, Role::SocialWorker);
        let mut entry = sample.book.entries.current(entry_id(1)).cloned().unwrap();
        entry.going_well = words.to_owned();
        let seen = sample.book.entries.head_ids(entry_id(1));
        sample.does(Command::AmendEntry { id: entry_id(1), entry, reason: "More".to_owned(), seen });
    }

    #[test]
    fn nothing_is_shown_before_a_second_person_has_read_these_words() {
        let mut sample = sample();
        assert_eq!(shown_to(&sample, JOE), [""; 0]);
        approves_all(&mut sample);
        assert_eq!(shown_to(&sample, JOE), ["You rang before you came"]);
        amends(&mut sample, "You rang before you came, and waited");
        assert_eq!(shown_to(&sample, JOE), [""; 0], "other words wait again");
        let of = person(JOE).to_string();
        let told = as_manager(&sample, 3, |here| {
            let form = sheet(Some(&of), here).unwrap();
            form.questions.into_iter().find_map(|it| match it.what {
                What::Told { summary, said } => Some((summary, said)),
                _ => None,
            })
        });
        let (summary, said) = told.unwrap();
        assert_eq!(summary, "What is new since it was approved on 21 November 2026");
        assert!(said.iter().any(|(what, words)| what == "New" && words.contains("and waited")), "{said:?}");
        approves_all(&mut sample);
        assert_eq!(shown_to(&sample, JOE), ["You rang before you came, and waited"]);
    }

    #[test]
    fn what_was_changed_while_it_was_read_is_not_approved() {
        let mut sample = sample();
        let of = person(JOE).to_string();
        let ticked: Vec<String> =
            as_manager(&sample, 3, |here| asked(Some(&of), here).unwrap().1.into_keys().collect());
        amends(&mut sample, "Something else");
        let typed = fields(&[(READ, &ticked.join("\n"))]);
        let wrong = as_manager(&sample, 3, |here| read(Some(&of), here, &typed)).unwrap_err();
        assert!(wrong[0].message.starts_with("Something here was changed"));
        let wrong = as_manager(&sample, 3, |here| read(Some(&of), here, &Fields::new())).unwrap_err();
        assert_eq!(wrong[0].message, "Select what may be shown. If nothing may, go back");
    }

    #[test]
    fn it_is_a_managers_and_a_second_persons() {
        let sample = sample();
        let of = person(JOE).to_string();
        assert_eq!(sheet(Some(&of), &here(&sample.book)), None, "a social worker");
        assert!(as_manager(&sample, 3, |here| sheet(Some(&of), here)).is_some());
        let own = as_manager(&sample, 1, |here| sheet(Some(&of), here)).unwrap();
        assert!(own.questions.iter().all(|it| it.what.id().is_none()), "who wrote it does not approve it");
    }

    #[test]
    fn only_whoever_is_said_to_have_harmed_waits_once_that_is_said() {
        let mut sample = sample();
        let mut own = entry(ModuleId::M2, about(AMARA), "You are up every day");
        own.audience = Audience::People([person(AMARA)].into());
        sample.does(Command::RecordEntry { id: entry_id(2), entry: own });
        assert_eq!(shown_to(&sample, AMARA), [""; 0], "nobody said which of the two");
        sample.says_who_harmed(AMARA, JOE);
        assert_eq!(shown_to(&sample, AMARA), ["You are up every day"]);
        assert_eq!(shown_to(&sample, JOE), [""; 0]);
    }
}
