//! Choosing what is shown, by the form as people fill it in.

use super::*;
use crate::model::entry::{Entry, HowKnown, Quote};
use crate::model::module::ModuleId;
use crate::model::practitioner::{Practitioner, Role};
use crate::services::sample::{AMARA, DANA, JOE, KAYLA, Sample, about, entry, entry_id, person};
use crate::services::sheets::tests::{fields, hangs_together, here, mend};
use crate::services::shown::address;
use crate::workbook::decide::{Refusal, SharingRefusal};

/// An entry about Kayla that everyone may see, with her words and a worry.
fn known(change: impl FnOnce(&mut Entry)) -> Sample {
    let mut sample = Sample::new();
    let mut entry = entry(ModuleId::M4, about(KAYLA), "She reads every night");
    entry.needs = "To know when she will see everybody".to_owned();
    entry.own_words = vec![Quote { who: person(KAYLA), words: "I like it quiet".to_owned() }];
    entry.audience = Audience::People([AMARA, JOE, DANA, KAYLA].map(person).into());
    change(&mut entry);
    sample.does(Command::RecordEntry { id: entry_id(1), entry });
    sample
}

fn of(piece: Piece) -> String {
    address(piece).unwrap()
}

fn own_words() -> Piece {
    Piece::OwnWords(entry_id(1), person(KAYLA))
}

fn chosen(numbers: &[u8]) -> String {
    numbers.iter().map(|it| person(*it).to_string()).collect::<Vec<_>>().join("\n")
}

/// What comes of filling the form in.
fn fill(sample: &mut Sample, piece: Piece, typed: &[(&str, &str)]) -> Result<(), Refusal> {
    let commands = read(Some(&of(piece)), &here(&sample.book), &fields(typed)).unwrap();
    commands.into_iter().try_for_each(|command| sample.tries(command))
}

#[test]
fn who_is_shown_a_worry_is_chosen_reads_back_and_is_stopped() {
    let mut sample = known(|_| ());
    let piece = Piece::Needs(entry_id(1));
    let form = sheet(Some(&of(piece)), &here(&sample.book)).unwrap();
    hangs_together(&form);
    let amara = chosen(&[AMARA]);
    let typed = [
        ("share-who", amara.as_str()),
        ("share-heading", "different"),
        ("share-words", "Kayla wants to know when she sees people."),
        ("share-language", "cy"),
        ("share-translation", "Mae Kayla eisiau gwybod."),
        ("share-translator", "Nia Pugh"),
    ];
    fill(&mut sample, piece, &typed).unwrap();
    let form = sheet(Some(&of(piece)), &here(&sample.book)).unwrap();
    hangs_together(&form);
    let before = sample.book.shared.current(piece).cloned();
    let again = read(Some(&of(piece)), &here(&sample.book), &form.filled).unwrap();
    again.into_iter().for_each(|command| sample.does(command));
    assert_eq!(sample.book.shared.current(piece).cloned(), before);
    assert_eq!(sample.book.shared.get(piece).unwrap().count(), 1, "the same is not recorded twice");
    let mut without = form.filled.clone();
    without.extend(fields(&[("share-language", "cy")]));
    read(Some(&of(piece)), &here(&sample.book), &without).unwrap().into_iter().for_each(|it| sample.does(it));
    assert!(sample.book.shared.current(piece).unwrap().translations.is_empty());
    fill(&mut sample, piece, &[("share-stop", "yes")]).unwrap();
    assert_eq!(sample.book.shared.current(piece), None);
}

#[test]
fn what_is_missing_is_said() {
    let sample = known(|_| ());
    let of = of(Piece::Needs(entry_id(1)));
    let wrong = read(Some(&of), &here(&sample.book), &Fields::new()).unwrap_err();
    let fields: Vec<String> = mend(wrong).into_iter().map(|(field, _)| field).collect();
    assert_eq!(fields, ["share-who", "share-heading"]);
}

#[test]
fn a_childs_words_reach_an_adult_only_by_name() {
    let mut sample = known(|_| ());
    let both = chosen(&[AMARA, DANA]);
    let one = chosen(&[AMARA]);
    let typed = [("share-who", both.as_str()), ("share-heading", "said"), ("share-by-name", one.as_str())];
    let refusal = fill(&mut sample, own_words(), &typed).unwrap_err();
    let (reader, child) = ("Dana".to_owned(), "Kayla".to_owned());
    assert_eq!(refusal, SharingRefusal::NotByName { reader, child }.into());
    let form = sheet(Some(&of(own_words())), &here(&sample.book)).unwrap();
    assert_eq!(crate::services::sheets::box_of(&form, &refusal), "share-by-name");
    let typed = [("share-who", both.as_str()), ("share-heading", "said"), ("share-by-name", both.as_str())];
    fill(&mut sample, own_words(), &typed).unwrap();
}

#[test]
fn who_cannot_be_chosen_is_said_and_not_offered() {
    let mut sample = known(|entry| entry.present = [person(JOE)].into());
    sample.separates(AMARA, JOE);
    let form = sheet(Some(&of(Piece::Needs(entry_id(1)))), &here(&sample.book)).unwrap();
    let said: Vec<&str> = form
        .questions
        .iter()
        .filter_map(|it| match &it.what {
            What::Words(words) => Some(words.as_str()),
            _ => None,
        })
        .collect();
    let apart = "Amara cannot be chosen: safety separation stands between Amara and Joe.";
    assert!(said.contains(&apart), "{said:?}");
    let offered = form.questions.iter().find_map(|it| match &it.what {
        What::Many { id, answers, .. } if id == "share-who" => {
            Some(answers.iter().map(|it| it.label.as_str()).collect::<Vec<_>>())
        }
        _ => None,
    });
    assert_eq!(offered.unwrap(), ["Joe", "Dana", "Kayla"]);
}

#[test]
fn what_is_anothers_to_tell_has_no_form() {
    for how in [HowKnown::AnotherProfessional, HowKnown::ARecord] {
        let sample = known(|entry| entry.how_known = how);
        for piece in sample.book.pieces().into_iter().filter(|it| !matches!(it, Piece::Worker(_))) {
            assert_eq!(sheet(address(piece).as_deref(), &here(&sample.book)), None, "{piece:?}");
        }
    }
}

#[test]
fn what_could_be_plainer_is_advised_and_stops_nobody() {
    let mut sample = known(|entry| {
        entry.needs = "Professionals will escalate to the multi-agency threshold panel if there is no \
                       engagement with the safeguarding plan by the end of the month."
            .to_owned();
    });
    let piece = Piece::Needs(entry_id(1));
    let advised = |sample: &Sample| {
        let form = sheet(Some(&of(piece)), &here(&sample.book)).unwrap();
        form.questions.into_iter().find_map(|it| match it.what {
            What::Told { summary, said } if summary.starts_with("What could") => Some(said.len()),
            _ => None,
        })
    };
    assert_eq!(advised(&sample), Some(7));
    let dana = chosen(&[DANA]);
    fill(&mut sample, piece, &[("share-who", &dana), ("share-heading", "different")]).unwrap();
    let plain = [
        ("share-who", dana.as_str()),
        ("share-heading", "different"),
        ("share-words", "We ask you to come to the meetings."),
    ];
    fill(&mut sample, piece, &plain).unwrap();
    assert_eq!(advised(&sample), None);
}

#[test]
fn another_workers_words_are_theirs_to_share_or_the_managers() {
    let mut sample = known(|_| ());
    let dana = chosen(&[DANA]);
    let typed = [("share-who", dana.as_str()), ("share-heading", "different")];
    sample.hand_to(2, Role::RecoveryWorker);
    let refusal = fill(&mut sample, Piece::Needs(entry_id(1)), &typed).unwrap_err();
    assert!(refusal.to_string().starts_with("Only the team manager can choose what the family is shown of"));
    sample.hand_to(3, Role::TeamManager);
    fill(&mut sample, Piece::Needs(entry_id(1)), &typed).unwrap();
    sample.hand_to(4, Role::Administrator);
    fill(&mut sample, Piece::Needs(entry_id(1)), &typed).unwrap_err();
    fill(&mut sample, Piece::Needs(entry_id(1)), &[("share-stop", "yes")]).unwrap();
}

#[test]
fn a_worker_is_shown_under_who_is_helping() {
    let mut sample = known(|_| ());
    let worker = sample.book.pieces().into_iter().find(|it| matches!(it, Piece::Worker(_))).unwrap();
    hangs_together(&sheet(Some(&of(worker)), &here(&sample.book)).unwrap());
    let dana = chosen(&[DANA]);
    fill(&mut sample, worker, &[("share-who", &dana)]).unwrap();
    let me = Practitioner { name: "Sam Holt".into(), ..here(&sample.book).me.clone() };
    let seen = crate::services::shown::read_as(
        &crate::services::here::Here { me: &me, ..here(&sample.book) },
        person(DANA),
    );
    let helpers: Vec<_> = seen.view.helpers.iter().map(|it| (it.name.as_str(), it.does.as_str())).collect();
    assert_eq!(helpers, [("Sam", "helps your family to make a plan, and checks that it works")]);
}
