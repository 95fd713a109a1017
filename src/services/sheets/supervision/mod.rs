//! The forms of supervision, from a date that is set to the authorised record (`domain.md` R45 to R55; `ux.md` S17 to
//! S20). There is none that cancels one: it is rearranged.

pub mod action;
pub mod action_result;
pub mod addendum;
pub mod attendance;
pub mod authorise;
pub mod discussion;
pub mod invite;
pub mod meeting;
pub mod rearrange;
pub mod reminder;
pub mod submit;

use crate::model::ids::SupervisionId;
use crate::navigation::{FamilyPage, Leaf};
use crate::services::sheet::What;

/// The page of a supervision, where its forms lead back.
fn page(of: SupervisionId) -> FamilyPage {
    FamilyPage::leaf_of(Leaf::Meeting, of)
}

/// A box for a time of day.
fn time_box(id: &str, label: &str) -> What {
    What::Line {
        id: id.to_owned(),
        label: label.to_owned(),
        hint: Some("24-hour clock, such as 10:30.".to_owned()),
        short: true,
    }
}

#[cfg(test)]
mod tests {
    use crate::model::dates::PartialDate;
    use crate::navigation::{Leaf, Sheet as Place};
    use crate::services::leaves::leaf;
    use crate::services::sample::{KAYLA, Sample, person, today};
    use crate::services::sheets::{read, sheet};
    use crate::services::supervision::tests::{
        ADMINISTRATOR, MANAGER, SOCIAL_WORKER, as_worker, authorised, first, hand, planned, shown, submitted,
        worker,
    };
    use crate::services::typed::{Fields, put_date};

    #[test]
    fn every_form_of_a_supervision_has_boxes_of_its_own_that_are_there_when_a_refusal_needs_them() {
        let forms = [
            (planned(), Place::Meeting),
            (planned(), Place::Invite),
            (planned(), Place::Rearrange),
            (planned(), Place::Reminder),
            (planned(), Place::Attendance),
            (shown(), Place::Discussion),
            (planned(), Place::Action),
            (submitted(), Place::SubmitNotes),
            (submitted(), Place::Authorise),
            (authorised(), Place::Addendum),
        ];
        for (sample, place) in forms {
            as_worker(&sample, ADMINISTRATOR, |here| {
                let form = sheet(place, Some(&first().to_string()), here).unwrap();
                let ids: Vec<&str> = form.questions.iter().filter_map(|it| it.what.id()).collect();
                let once: std::collections::BTreeSet<&&str> = ids.iter().collect();
                assert_eq!(once.len(), ids.len(), "{place:?}");
                for question in &form.questions {
                    let waits = question.when.as_ref().is_none_or(|when| ids.contains(&when.field.as_str()));
                    assert!(waits, "{place:?}: {question:?}");
                }
                for (field, id) in &form.at {
                    assert!(
                        ids.contains(&id.as_str()),
                        "{place:?}: {field:?} stands at {id}, which is no box"
                    );
                }
                for id in form.filled.keys() {
                    let known = ids.iter().any(|own| own == id || id.starts_with(&format!("{own}-")));
                    assert!(known, "{place:?}: {id} is filled and never asked");
                }
                if place != Place::Meeting && place != Place::Invite {
                    let empty = read(place, Some(&first().to_string()), here, &Fields::new(), &mut || None);
                    assert!(empty.is_err(), "{place:?} accepts an empty form");
                }
            });
        }
    }

    #[test]
    fn nothing_of_the_authorised_record_has_a_form() {
        let sample = authorised();
        let id = first().to_string();
        let forms = [
            Place::Meeting,
            Place::Invite,
            Place::Rearrange,
            Place::Reminder,
            Place::Attendance,
            Place::Discussion,
            Place::Action,
            Place::SubmitNotes,
        ];
        as_worker(&sample, MANAGER, |here| {
            for place in forms {
                assert!(sheet(place, Some(&id), here).is_none(), "{place:?}");
            }
            assert!(sheet(Place::Addendum, Some(&id), here).is_some());
        });
        let early = Sample::new();
        as_worker(&early, MANAGER, |here| {
            for place in forms.into_iter().filter(|place| *place != Place::Meeting) {
                assert!(sheet(place, None, here).is_none(), "{place:?}");
                assert!(sheet(place, Some(&id), here).is_none(), "{place:?}");
            }
        });
    }

    /// Fills a form as it stands, changes these boxes, and records what they ask.
    #[track_caller]
    fn fills(sample: &mut Sample, number: u8, place: Place, of: Option<String>, boxes: &[(&str, &str)]) {
        let commands = as_worker(sample, number, |here| {
            let mut fields = sheet(place, of.as_deref(), here).unwrap().filled;
            fields.extend(boxes.iter().map(|(id, words)| ((*id).to_owned(), (*words).to_owned())));
            read(place, of.as_deref(), here, &fields, &mut || Some([21; 16])).unwrap()
        });
        hand(sample, number);
        for command in commands {
            sample.does(command);
        }
    }

    #[test]
    fn a_day_from_its_date_to_the_authorised_record_and_what_was_added() {
        let mut sample = Sample::new();
        let of = || Some(first().to_string());
        let dated = |id: &str| {
            let mut fields = Fields::new();
            put_date(&mut fields, id, Some(PartialDate::day(today())));
            fields.into_iter().collect::<Vec<_>>()
        };
        let date = dated("meeting-on");
        let date: Vec<(&str, &str)> = date.iter().map(|(id, words)| (id.as_str(), words.as_str())).collect();
        fills(&mut sample, ADMINISTRATOR, Place::Meeting, None, &date);
        fills(&mut sample, ADMINISTRATOR, Place::Reminder, of(), &[("reminder-done", "yes")]);
        let came: Vec<String> =
            [SOCIAL_WORKER, ADMINISTRATOR].map(|it| format!("attendance-came-{}", worker(it))).into();
        let came: Vec<(&str, &str)> = came.iter().map(|id| (id.as_str(), "there")).collect();
        fills(&mut sample, ADMINISTRATOR, Place::Attendance, of(), &came);
        fills(
            &mut sample,
            ADMINISTRATOR,
            Place::Discussion,
            of(),
            &[("discussion-changed", "Joe moved out")],
        );
        let mut action = dated("action-by");
        let boxes = [
            ("action-what", "Ask school"),
            ("action-who", "other"),
            ("action-other", "Nan"),
            ("action-how", "We hear"),
        ];
        action.extend(boxes.map(|(id, words)| (id.to_owned(), words.to_owned())));
        let action: Vec<(&str, &str)> =
            action.iter().map(|(id, words)| (id.as_str(), words.as_str())).collect();
        fills(&mut sample, ADMINISTRATOR, Place::Action, of(), &action);
        fills(&mut sample, ADMINISTRATOR, Place::SubmitNotes, of(), &[("submit-complete", "yes")]);
        let decided = [("authorise-what", "return"), ("authorise-why", "What Kayla said")];
        fills(&mut sample, MANAGER, Place::Authorise, of(), &decided);
        let view = format!("discussion-view-{}", person(KAYLA));
        fills(&mut sample, ADMINISTRATOR, Place::Discussion, of(), &[(&view, "I like Nan’s")]);
        fills(&mut sample, ADMINISTRATOR, Place::SubmitNotes, of(), &[("submit-complete", "yes")]);
        let decided = [("authorise-what", "authorise"), ("authorise-although", "Rated next time")];
        fills(&mut sample, MANAGER, Place::Authorise, of(), &decided);
        fills(&mut sample, SOCIAL_WORKER, Place::Addendum, of(), &[("addendum-text", "School answered")]);
        let said =
            as_worker(&sample, MANAGER, |here| format!("{:?}", leaf(Leaf::Meeting, of().as_deref(), here)));
        for words in ["Joe moved out", "I like Nan’s", "Ask school", "Rated next time", "School answered"] {
            assert!(said.contains(words), "{words}: {said}");
        }
    }
}
