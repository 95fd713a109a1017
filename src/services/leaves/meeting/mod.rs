//! One supervision, from before to after: what is ready, who came, what was talked of, and where the notes are
//! (`ux.md` S18 and S20; `domain.md` R45 to R56).

mod after;
mod before;

use crate::model::choices::Choice;
use crate::model::dates::day_words;
use crate::model::supervision::Supervision;
use crate::navigation::{FamilyPage, Leaf as Place, Route, Sheet};
use crate::policy::clocks::circumstances::Thing;
use crate::services::here::Here;
use crate::services::leaf::{Card, Leaf, Part, Way};
use crate::services::leaves::due;
use crate::services::supervision::people::{colleagues_of, described};
use crate::services::supervision::{called, may, meeting, stage_tag, title, when};
use crate::workbook::decide::permission::Act;
use crate::workbook::round::Meeting;
use crate::workbook::round::meeting::Stage;

pub(super) fn leaf(of: &str, here: &Here<'_>) -> Option<Leaf> {
    let meeting = meeting(Some(of), here)?;
    let plan = meeting.plan()?;
    let mut parts = Vec::new();
    match meeting.stage() {
        Stage::Planned => parts.extend(before::first(here, &meeting, plan)),
        stage => parts.extend(after::first(here, &meeting, &stage)),
    }
    parts.push(Part::Card(details(here, &meeting, plan)));
    let due = due::about(here, Thing(meeting.id.to_bytes()));
    if !due.is_empty() {
        parts.push(Part::Heading("What is due".to_owned()));
        parts.push(Part::List(due));
    }
    match meeting.stage() {
        Stage::Planned => {
            parts.extend(before::ready(here, &meeting, plan));
            parts.extend(after::record(here, &meeting));
        }
        _ => parts.extend(after::record(here, &meeting)),
    }
    Some(Leaf {
        heading: title(&meeting),
        caption: Some(called(here)),
        back: Some(Route::family(here.book.id, FamilyPage::leaf(Place::Supervision))),
        parts,
    })
}

/// A way to a form about the supervision.
fn way(here: &Here<'_>, meeting: &Meeting<'_>, words: &str, sheet: Sheet) -> Way {
    Way::new(words, Route::family(here.book.id, FamilyPage::sheet_of(sheet, meeting.id)))
}

/// The page that the team looks at together.
fn live(here: &Here<'_>, meeting: &Meeting<'_>, words: &str) -> Way {
    Way::new(words, Route::family(here.book.id, FamilyPage::Live { supervision: meeting.id }))
}

/// When, where, which kind, who chairs, who is invited, and each time it was moved.
fn details(here: &Here<'_>, meeting: &Meeting<'_>, plan: &Supervision) -> Card {
    let colleagues = colleagues_of(here, Some(meeting));
    let named =
        |id| colleagues.iter().find(|it| it.id == id).map(|it| described(here, it)).unwrap_or_default();
    let minutes = plan.minutes.map(|minutes| format!("About {minutes} minutes")).unwrap_or_default();
    let invited: Vec<String> = plan.invited.iter().map(|id| named(*id)).collect();
    let guest = |guest: &crate::model::supervision::Guest| match guest.from.trim().is_empty() {
        true => guest.name.clone(),
        false => format!("{}, {}", guest.name, guest.from),
    };
    let guests: Vec<String> = plan.guests.iter().map(guest).collect();
    let nobody = if plan.invited.is_empty() { "No one is invited yet." } else { "" };
    let mut facts = vec![
        ("Kind".to_owned(), plan.form.label().to_owned()),
        ("How long".to_owned(), minutes),
        ("Where".to_owned(), plan.place.clone()),
        ("Chair".to_owned(), plan.chair.map(named).unwrap_or_default()),
        ("Invited".to_owned(), format!("{}{nobody}", invited.join("\n"))),
        ("Also invited".to_owned(), guests.join("\n")),
    ];
    facts.extend(
        plan.moved.iter().map(|moved| (format!("Moved from {}", day_words(moved.from)), moved.words.clone())),
    );
    facts.retain(|(_, words)| !words.trim().is_empty());
    let mut ways = Vec::new();
    if !meeting.is_locked() && may(here, Act::PlanSupervision) {
        ways.push(way(here, meeting, "Change", Sheet::Meeting));
        ways.push(way(here, meeting, "Invite", Sheet::Invite));
    }
    if meeting.held().is_none() && may(here, Act::RearrangeSupervision) {
        ways.push(way(here, meeting, "Rearrange", Sheet::Rearrange));
    }
    Card { title: when(plan), tag: Some(stage_tag(&meeting.stage())), facts, ways }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::rating::Rag;
    use crate::model::supervision::Notes;
    use crate::services::sample::Sample;
    use crate::services::supervision::heads;
    use crate::services::supervision::tests::{
        ADMINISTRATOR, MANAGER, SOCIAL_WORKER, as_worker, authorised, first, hand, holds, planned, rates,
        shown, submitted, writes,
    };
    use crate::workbook::decide::{Command, NotesCommand};

    fn said(sample: &Sample, number: u8) -> String {
        as_worker(sample, number, |here| format!("{:?}", leaf(&first().to_string(), here).unwrap().parts))
    }

    #[track_caller]
    fn check(sample: &Sample, number: u8, there: &[&str], not_there: &[&str]) {
        let said = said(sample, number);
        for words in there {
            assert!(said.contains(words), "{words} is missing: {said}");
        }
        for words in not_there {
            assert!(!said.contains(words), "{words} is there: {said}");
        }
    }

    #[test]
    fn before_it_says_who_is_ready_and_never_a_colour() {
        let mut sample = planned();
        rates(&mut sample, SOCIAL_WORKER, Rag::Red);
        check(
            &sample,
            ADMINISTRATOR,
            &[
                "Start the shared page",
                "Rating given",
                "Not yet",
                "Remind everyone",
                "Record who was there",
                "Child’s voice",
            ],
            &["Red", "Submit the notes", "Authorise", "Rearrange"],
        );
        check(&sample, MANAGER, &["Rearrange"], &["Authorise or return"]);
        check(&sample, SOCIAL_WORKER, &["Write your summary"], &["Rearrange"]);
    }

    #[test]
    fn once_held_the_notes_are_completed_and_submitted_by_whoever_writes_them() {
        let mut sample = shown();
        holds(&mut sample);
        check(&sample, ADMINISTRATOR, &["Complete the notes", "Red reason"], &["Submit the notes"]);
        writes(&mut sample, Notes { changed: "Joe moved out".into(), ..Notes::default() });
        check(&sample, ADMINISTRATOR, &["Submit the notes", "Joe moved out"], &["Authorise or return"]);
        check(
            &sample,
            SOCIAL_WORKER,
            &["Joe moved out", "the administrator"],
            &["Submit the notes", "Complete the notes"],
        );
    }

    #[test]
    fn the_manager_is_offered_to_authorise_unless_they_wrote_the_notes() {
        let mut sample = submitted();
        check(&sample, MANAGER, &["Authorise or return"], &["You wrote these notes"]);
        check(
            &sample,
            ADMINISTRATOR,
            &["The notes are with the manager", "What is due"],
            &["Authorise or return"],
        );
        // A manager who also took notes, as another administrator did on a device of theirs.
        sample.hand_to(ADMINISTRATOR, crate::model::practitioner::Role::TeamManager);
        let me = crate::model::practitioner::Practitioner {
            id: crate::services::supervision::tests::worker(ADMINISTRATOR),
            name: "Rana Ali".into(),
            role: crate::model::practitioner::Role::TeamManager,
            employer: String::new(),
            team: String::new(),
        };
        as_worker(&sample, MANAGER, |here| {
            let own = Here { me: &me, ..*here };
            let said = format!("{:?}", leaf(&first().to_string(), &own).unwrap().parts);
            assert!(said.contains("You wrote these notes. Ask another manager."), "{said}");
            assert!(!said.contains("Authorise or return"), "{said}");
        });
    }

    #[test]
    fn what_was_returned_says_why() {
        let mut sample = submitted();
        hand(&mut sample, MANAGER);
        let notes = heads(sample.book.meeting(first()).unwrap().notes_history());
        let seen = heads(sample.book.meeting(first()).unwrap().sign_off_history());
        sample.does(Command::Notes(NotesCommand::Return {
            supervision: first(),
            notes,
            why: "Kayla’s threshold".into(),
            seen,
        }));
        check(&sample, ADMINISTRATOR, &["Kayla’s threshold", "Complete the notes"], &["Authorise or return"]);
    }

    #[test]
    fn an_authorised_record_offers_an_addendum_and_no_change() {
        let sample = authorised();
        check(
            &sample,
            ADMINISTRATOR,
            &["Add an addendum", "Joe moved out", "The family waits"],
            &["Complete the notes", "\"Change\"", "Submit the notes", "shared page"],
        );
        let nothing = as_worker(&sample, ADMINISTRATOR, |here| leaf("nothing", here).is_none());
        assert!(nothing);
    }
}
