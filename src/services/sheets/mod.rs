//! The forms that write records of a family, one file for each: what is asked, and what the answers ask to have
//! recorded. Whether it may be so is decided when it is recorded.

mod agreed_rating;
mod approve;
pub mod case_summary;
pub mod consent;
mod decide;
mod distribution;
mod do_not_tell;
mod event;
mod mark;
pub mod note;
mod on_system;
pub mod owners;
pub mod paper;
pub mod plan;
mod protected;
mod rating;
pub mod review;
mod share;
mod signature;
pub mod source;
mod specialist;
pub mod specialist_decision;
pub mod summary;
mod supervision;
pub mod taken_back;
mod threshold;
pub mod visit;
pub mod way;

pub use supervision::addendum::stray_words;
pub use supervision::reminder::words as reminder_words;

use chrono::{NaiveDate, NaiveTime};

use crate::model::choices::Choice;
use crate::model::dates::PartialDate;
use crate::model::ids::PersonId;
use crate::navigation::Sheet as Place;
use crate::services::here::Here;
use crate::services::sheet::{Answer, Question, Sheet, What, tick};
use crate::services::typed::{Fields, Typed, Wrong};
use crate::workbook::decide::{Command, Field, Refusal};
use crate::workbook::fold::Workbook;

/// Makes a fresh 128-bit id.
pub type Fresh<'a> = &'a mut dyn FnMut() -> Option<[u8; 16]>;

/// What a form asks. `None`: there is no such form, or nothing that it could change.
pub fn sheet(place: Place, of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    match place {
        Place::Action => supervision::action::sheet(of, here),
        Place::ActionResult => supervision::action_result::sheet(of, here),
        Place::Addendum => supervision::addendum::sheet(of, here),
        Place::AgreedRating => agreed_rating::sheet(of, here),
        Place::Alert => way::alert::sheet(of, here),
        Place::AlertReview => way::alert::review(of, here),
        Place::Allocation => way::allocation::sheet(of, here),
        Place::Approve => approve::sheet(of, here),
        Place::Attendance => supervision::attendance::sheet(of, here),
        Place::Authorise => supervision::authorise::sheet(of, here),
        Place::CareOrder => way::care_order::sheet(of, here),
        Place::CaseSummary => case_summary::sheet(of, here),
        Place::Checklist => way::checklist::sheet(of, here),
        Place::Close => way::close::sheet(of, here),
        Place::ClosureSummary => way::closure_summary::sheet(of, here),
        Place::Consent => consent::sheet(of, here),
        Place::Decide => decide::sheet(of, here),
        Place::Disagreement => way::disagreement::sheet(of, here),
        Place::Discussion => supervision::discussion::sheet(of, here),
        Place::Distribution => distribution::sheet(of, here),
        Place::DoNotTell => do_not_tell::sheet(of, here),
        Place::EarlyHelp => way::early_help::sheet(of, here),
        Place::Event => event::sheet(of, here),
        Place::InError => way::in_error::sheet(of, here),
        Place::Invite => supervision::invite::sheet(of, here),
        Place::Leaving => way::leaving::sheet(of, here),
        Place::Mark => mark::sheet(of, here),
        Place::Meeting => supervision::meeting::sheet(of, here),
        Place::Member => way::member::sheet(of, here),
        Place::NoPublicFunds => way::no_public_funds::sheet(of, here),
        Place::Note => note::sheet(of, here),
        Place::OnSystem => on_system::sheet(of, here),
        Place::Pathway => way::pathway::sheet(of, here),
        Place::Plan => plan::sheet(of, here),
        Place::Protected => protected::sheet(of, here),
        Place::Rating => rating::sheet(of, here),
        Place::Rearrange => supervision::rearrange::sheet(of, here),
        Place::Referral => way::referral::sheet(of, here),
        Place::Reminder => supervision::reminder::sheet(of, here),
        Place::Reopen => way::reopen::sheet(of, here),
        Place::Review => review::sheet(of, here),
        Place::Settlement => way::disagreement::settlement(of, here),
        Place::Share => share::sheet(of, here),
        Place::Signature => signature::sheet(of, here),
        Place::Specialist => specialist::sheet(of, here),
        Place::SpecialistDecision => specialist_decision::sheet(of, here),
        Place::Status => threshold::status(of, here),
        Place::StepDown => way::step_down::sheet(of, here),
        Place::SubmitNotes => supervision::submit::sheet(of, here),
        Place::Summary => summary::sheet(of, here),
        Place::Threshold => threshold::threshold(of, here),
        Place::Transfer => way::transfer::sheet(of, here),
        Place::TransferPack => way::transfer_pack::sheet(of, here),
        Place::Visit => visit::sheet(of, here),
    }
}

/// What the answers ask to have recorded.
///
/// # Errors
/// Everything to mend, in the order of the boxes.
pub fn read(
    place: Place,
    of: Option<&str>,
    here: &Here<'_>,
    typed: &Fields,
    fresh: Fresh<'_>,
) -> Result<Vec<Command>, Vec<Wrong>> {
    match place {
        Place::Action => supervision::action::read(of, here, typed, fresh),
        Place::ActionResult => supervision::action_result::read(of, here, typed),
        Place::Addendum => supervision::addendum::read(of, here, typed, fresh),
        Place::AgreedRating => agreed_rating::read(of, here, typed),
        Place::Alert => way::alert::read(of, here, typed, fresh),
        Place::AlertReview => way::alert::read_review(of, here, typed, fresh),
        Place::Allocation => way::allocation::read(of, here, typed, fresh),
        Place::Approve => approve::read(of, here, typed),
        Place::Attendance => supervision::attendance::read(of, here, typed),
        Place::Authorise => supervision::authorise::read(of, here, typed),
        Place::CareOrder => way::care_order::read(of, here, typed, fresh),
        Place::CaseSummary => case_summary::read(of, here, typed),
        Place::Checklist => way::checklist::read(of, here, typed, fresh),
        Place::Close => way::close::read(of, here, typed, fresh),
        Place::ClosureSummary => way::closure_summary::read(of, here, typed, fresh),
        Place::Consent => consent::read(of, here, typed, fresh),
        Place::Decide => decide::read(of, here, typed),
        Place::Disagreement => way::disagreement::read(of, here, typed, fresh),
        Place::Discussion => supervision::discussion::read(of, here, typed),
        Place::Distribution => distribution::read(of, here, typed, fresh),
        Place::DoNotTell => do_not_tell::read(of, here, typed, fresh),
        Place::EarlyHelp => way::early_help::read(of, here, typed, fresh),
        Place::Event => event::read(of, here, typed, fresh),
        Place::InError => way::in_error::read(of, here, typed, fresh),
        Place::Invite => supervision::invite::read(of, here, typed),
        Place::Leaving => way::leaving::read(of, here, typed, fresh),
        Place::Mark => mark::read(of, here, typed, fresh),
        Place::Meeting => supervision::meeting::read(of, here, typed, fresh),
        Place::Member => way::member::read(of, here, typed, fresh),
        Place::NoPublicFunds => way::no_public_funds::read(of, here, typed, fresh),
        Place::Note => note::read(of, here, typed, fresh),
        Place::OnSystem => on_system::read(of, here, typed, fresh),
        Place::Pathway => way::pathway::read(of, here, typed, fresh),
        Place::Plan => plan::read(of, here, typed, fresh),
        Place::Protected => protected::read(of, here, typed, fresh),
        Place::Rating => rating::read(of, here, typed),
        Place::Rearrange => supervision::rearrange::read(of, here, typed),
        Place::Referral => way::referral::read(of, here, typed, fresh),
        Place::Reminder => supervision::reminder::read(of, here, typed),
        Place::Reopen => way::reopen::read(of, here, typed, fresh),
        Place::Review => review::read(of, here, typed, fresh),
        Place::Settlement => way::disagreement::read_settlement(of, here, typed, fresh),
        Place::Share => share::read(of, here, typed),
        Place::Signature => signature::read(of, here, typed, fresh),
        Place::Specialist => specialist::read(of, here, typed, fresh),
        Place::SpecialistDecision => specialist_decision::read(of, here, typed, fresh),
        Place::Status => threshold::read_status(of, here, typed, fresh),
        Place::StepDown => way::step_down::read(of, here, typed, fresh),
        Place::SubmitNotes => supervision::submit::read(of, here, typed),
        Place::Summary => summary::read(of, here, typed),
        Place::Threshold => threshold::read_threshold(of, here, typed, fresh),
        Place::Transfer => way::transfer::read(of, here, typed, fresh),
        Place::TransferPack => way::transfer_pack::read(of, here, typed, fresh),
        Place::Visit => visit::read(of, here, typed, fresh),
    }
}

/// The box that a refusal is about; the first one where no box is.
pub fn box_of(sheet: &Sheet, refusal: &Refusal) -> String {
    let field = refusal.field();
    let own = sheet.at.iter().find(|(about, _)| *about == field).map(|(_, id)| id.clone());
    own.unwrap_or_else(|| first_box(sheet))
}

/// Which box a refusal about a part of the record stands at.
fn at<const N: usize>(boxes: [(Field, &str); N]) -> Vec<(Field, String)> {
    boxes.into_iter().map(|(field, id)| (field, id.to_owned())).collect()
}

/// Where somebody begins to mend what belongs to no box.
pub fn first_box(sheet: &Sheet) -> String {
    sheet.questions.iter().find_map(|question| question.what.id()).unwrap_or_default().to_owned()
}

/// Without randomness nothing new can be recorded. Nothing was lost: it is in the draft.
pub(super) fn no_id(at: &str) -> Vec<Wrong> {
    vec![Wrong::new(
        at,
        "This browser gave no random number, so nothing was recorded. Reload the page and try again",
    )]
}

/// The children in the workflow, eldest first.
pub fn children(book: &Workbook) -> Vec<PersonId> {
    book.children().into_iter().map(|(id, _)| id).filter(|id| book.in_workflow(*id)).collect()
}

/// The adults, to choose from.
fn grown(book: &Workbook) -> Vec<Answer> {
    book.adults().into_iter().map(|(id, _)| Answer::new(id, book.name_of(id))).collect()
}

/// Everybody, to choose from: the children first.
fn everybody(book: &Workbook) -> Vec<Answer> {
    let children = book.children().into_iter().map(|(id, _)| Answer::new(id, book.name_of(id)));
    children.chain(grown(book)).collect()
}

/// All choices of a kind, to choose from.
pub(super) fn answers<C: Choice>() -> Vec<Answer> {
    C::ALL.iter().map(|choice| Answer::new(choice.code(), choice.label())).collect()
}

/// The choice that stands in a box.
pub(super) fn choice<C: Choice>(boxes: Typed<'_>, id: &str) -> Option<C> {
    C::from_code(boxes.text(id))
}

/// As [`whole_date`], of a date that must be there; `missing` says so.
pub fn needed_date(
    boxes: Typed<'_>,
    id: &str,
    name: &str,
    missing: &str,
    wrong: &mut Vec<Wrong>,
) -> Option<NaiveDate> {
    let before = wrong.len();
    let date = whole_date(boxes, id, name, wrong);
    if date.is_none() && wrong.len() == before {
        wrong.push(Wrong::new(id, missing));
    }
    date
}

/// A date of which day, month and year must be known; none when nothing was typed, or it is in `wrong`. `name`
/// begins the message.
pub(super) fn whole_date(
    boxes: Typed<'_>,
    id: &str,
    name: &str,
    wrong: &mut Vec<Wrong>,
) -> Option<NaiveDate> {
    let [day, month, year] = ["day", "month", "year"].map(|part| boxes.text(&format!("{id}-{part}")));
    match boxes.date(id, name) {
        Ok(None) => None,
        Ok(Some(_)) => match PartialDate::parse_exact(day, month, year) {
            Ok(date) => Some(date),
            Err(why) => {
                wrong.push(Wrong::new(id, format!("{name} {why}")));
                None
            }
        },
        Err(fault) => {
            wrong.push(fault);
            None
        }
    }
}

/// A time of day; none when nothing was typed, or it is in `wrong`.
fn time(boxes: Typed<'_>, id: &str, wrong: &mut Vec<Wrong>) -> Option<NaiveTime> {
    let typed = boxes.text(id);
    let time = NaiveTime::parse_from_str(typed, "%H:%M").ok();
    if time.is_none() && !typed.is_empty() {
        wrong.push(Wrong::new(id, "Enter a time on the 24-hour clock, such as 15:30"));
    }
    time
}

/// Asks of what stands whether it was entered in error. It then stands no longer, and stays in the history.
fn in_error(id: &str, what: &str) -> Question {
    tick(id, format!("This {what} was entered in error"))
        .hinted("It goes from view and stays in the history.")
        .asked()
}

/// A box for a time of day.
fn time_box(id: &str, label: &str) -> Question {
    let hint = Some("24-hour clock, such as 15:30.".to_owned());
    What::Line { id: id.to_owned(), label: label.to_owned(), hint, short: true }.asked()
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::model::practitioner::{Practitioner, Role};
    use crate::policy::authority::Authority;
    use crate::policy::profile::history::ProfileHistory;
    use crate::services::sample;

    /// Someone who looks at a workbook.
    pub(crate) fn here(book: &Workbook) -> Here<'_> {
        static ME: std::sync::OnceLock<Practitioner> = std::sync::OnceLock::new();
        let me = || Practitioner {
            id: crate::model::ids::PractitionerId::from_bytes([5; 16]),
            name: "S Holt".into(),
            role: Role::SocialWorker,
            employer: String::new(),
            team: String::new(),
        };
        static RULES: std::sync::OnceLock<ProfileHistory> = std::sync::OnceLock::new();
        let rules = || ProfileHistory::new(Authority::WestSussex.profile().clone());
        Here {
            book,
            me: ME.get_or_init(me),
            authority: Authority::WestSussex,
            history: RULES.get_or_init(rules),
            now: chrono::DateTime::UNIX_EPOCH,
            today: sample::today(),
        }
    }

    pub(crate) fn id() -> Option<[u8; 16]> {
        Some([9; 16])
    }

    /// Makes ids of which no two are the same.
    pub(crate) fn ids() -> impl FnMut() -> Option<[u8; 16]> {
        static LAST: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(1);
        || {
            let own = LAST.fetch_add(1, std::sync::atomic::Ordering::Relaxed).to_be_bytes();
            let mut id = [7; 16];
            id.iter_mut().zip(own).for_each(|(place, byte)| *place = byte);
            Some(id)
        }
    }

    /// Records what a form was filled with, in a role.
    pub(crate) fn record_as(
        sample: &mut sample::Sample,
        role: &Role,
        commands: Vec<Command>,
    ) -> Result<(), Refusal> {
        let number = 100 + Role::KNOWN.iter().position(|it| it == role).unwrap_or_default() as u8;
        let practitioner = Practitioner {
            id: crate::model::ids::PractitionerId::from_bytes([number; 16]),
            name: role.label().into(),
            role: role.clone(),
            employer: String::new(),
            team: String::new(),
        };
        let hand = crate::services::recording::Hand {
            practitioner: &practitioner,
            device: crate::model::ids::DeviceId::from_bytes([number; 16]),
            now: chrono::DateTime::UNIX_EPOCH + chrono::TimeDelta::hours(1),
            today: sample::today(),
            rules: &crate::policy::practice::rules(Authority::Common),
        };
        let mut ids = ids();
        let id = || crate::model::ids::EventId::from_bytes(ids().unwrap());
        let (events, book) = (&sample.events, &sample.book);
        let stamped = crate::services::recording::stamp(book.id, events, book, &hand, commands, id)?;
        (sample.events, sample.book) = (stamped.events, stamped.workbook);
        Ok(())
    }

    /// That a form hangs together: every box once, nothing waits for a box that is not there, and what is filled in
    /// stands in a box.
    pub(crate) fn hangs_together(sheet: &Sheet) {
        let ids: Vec<&str> = sheet.questions.iter().filter_map(|it| it.what.id()).collect();
        let once: std::collections::BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(once.len(), ids.len(), "{ids:?}");
        for when in sheet.questions.iter().filter_map(|it| it.when.as_ref()) {
            assert!(ids.contains(&when.field.as_str()), "nothing is asked in {}", when.field);
        }
        for id in sheet.at.iter().map(|(_, id)| id) {
            assert!(ids.contains(&id.as_str()), "{id} is no box");
        }
        for id in sheet.filled.keys() {
            let date = ["-day", "-month", "-year", "-about"].iter().find_map(|part| id.strip_suffix(part));
            assert!(ids.iter().any(|own| own == id || Some(*own) == date), "{id} is filled and no box");
        }
    }

    /// What is to be mended: the box, and what to do.
    pub(crate) fn mend(wrong: Vec<Wrong>) -> Vec<(String, String)> {
        wrong.into_iter().map(|it| (it.field, it.message)).collect()
    }

    /// What somebody typed.
    pub(crate) fn fields(boxes: &[(&str, &str)]) -> Fields {
        boxes.iter().map(|(id, words)| ((*id).to_owned(), (*words).to_owned())).collect()
    }

    #[test]
    fn every_question_of_every_form_has_a_box_of_its_own_that_says_something() {
        let sample = sample::Sample::new();
        let mut forms = 0;
        for place in Place::ALL {
            let Some(sheet) = sheet(*place, None, &here(&sample.book)) else { continue };
            forms += 1;
            let ids: Vec<&str> = sheet.questions.iter().filter_map(|it| it.what.id()).collect();
            let mut once = ids.clone();
            once.sort_unstable();
            once.dedup();
            assert_eq!(once.len(), ids.len(), "{place:?}: an id stands once");
            for question in &sheet.questions {
                let asked = question.when.as_ref().is_none_or(|when| ids.contains(&when.field.as_str()));
                assert!(asked, "{place:?}: {:?} waits for a box that is not there", question.what);
            }
            assert!(!sheet.heading.is_empty() && !sheet.done.is_empty());
            for (field, id) in &sheet.at {
                assert!(ids.contains(&id.as_str()), "{place:?}: {field:?} stands at {id}, which is no box");
            }
            // Nothing typed is never an answer, and never a panic.
            let empty = read(*place, None, &here(&sample.book), &Fields::new(), &mut id);
            assert!(empty.is_err(), "{place:?} accepts an empty form");
        }
        assert!(forms > 1);
    }
}
