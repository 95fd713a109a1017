//! An event of the family's life, or of earlier involvement, that stands nowhere else (`domain.md` R41).

use crate::model::chronology::ChronologyEvent;
use crate::model::ids::{ChronologyId, PersonId};
use crate::navigation::{FamilyPage, Leaf};
use crate::services::here::Here;
use crate::services::sheet::{Sheet, line, many, rough_date, text};
use crate::services::typed::{Fields, Typed, Wrong, put_date};
use crate::workbook::decide::{ChronologyCommand, Command, Field};

use super::{Fresh, everybody};

/// The ids of the boxes. They stand in drafts, so they stay.
mod field {
    pub const ON: &str = "event-on";
    pub const UNTIL: &str = "event-until";
    pub const PEOPLE: &str = "event-people";
    pub const WHAT: &str = "event-what";
    pub const SOURCE: &str = "event-source";
    pub const SIGNIFICANCE: &str = "event-significance";
    pub const ERROR: &str = "event-error";
    pub const REASON: &str = "event-reason";

    /// How a child sees it.
    pub fn view(child: crate::model::ids::PersonId) -> String {
        format!("event-view-{child}")
    }
}

/// The event that is changed; `None` for a new one, and nothing when there is no such event.
fn changed<'a>(of: Option<&str>, here: &Here<'a>) -> Option<Option<(ChronologyId, &'a ChronologyEvent)>> {
    let Some(of) = of else { return Some(None) };
    let id = of.parse().ok()?;
    here.book.chronology_events.current(id).map(|event| Some((id, event)))
}

pub(super) fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let stands = changed(of, here)?;
    let book = here.book;
    let mut questions = vec![
        rough_date(field::ON, "When was it?").asked(),
        rough_date(field::UNTIL, "Until when? (optional)").asked(),
        text(field::WHAT, "What happened?").asked(),
        many(field::PEOPLE, "Whom does it concern?", everybody(book)).asked(),
        text(field::SIGNIFICANCE, "What did it mean? (optional)").asked(),
        line(field::SOURCE, "How do we know? (optional)").asked(),
    ];
    questions.extend(book.children().into_iter().map(|(child, _)| {
        let name = book.name_of(child);
        text(field::view(child), format!("How does {name} see it? (optional)")).when(field::PEOPLE, [child])
    }));
    if stands.is_some() {
        questions.push(super::in_error(field::ERROR, "event"));
        questions.push(line(field::REASON, "Why are you changing it?").asked());
    }
    Some(Sheet {
        heading: if stands.is_some() { "Change an event" } else { "Add an event" }.to_owned(),
        caption: Some("Chronology".to_owned()),
        intro: Vec::new(),
        questions,
        save: "Save event",
        done: "The event was recorded".to_owned(),
        back: FamilyPage::leaf(Leaf::Chronology),
        filled: stands.map(|(_, event)| boxes(event)).unwrap_or_default(),
        at: super::at([(Field::Day, field::ON), (Field::Period, field::UNTIL), (Field::Texts, field::WHAT)]),
    })
}

fn boxes(event: &ChronologyEvent) -> Fields {
    let mut fields = Fields::new();
    put_date(&mut fields, field::ON, Some(event.on));
    put_date(&mut fields, field::UNTIL, event.until);
    let people: Vec<String> = event.people.iter().map(ToString::to_string).collect();
    fields.insert(field::PEOPLE.to_owned(), people.join("\n"));
    for (id, words) in [
        (field::WHAT, &event.what),
        (field::SOURCE, &event.source),
        (field::SIGNIFICANCE, &event.significance),
    ] {
        fields.insert(id.to_owned(), words.clone());
    }
    fields.extend(event.childrens_views.iter().map(|(child, view)| (field::view(*child), view.clone())));
    fields
}

pub(super) fn read(
    of: Option<&str>,
    here: &Here<'_>,
    typed: &Fields,
    fresh: Fresh<'_>,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let Some(stands) = changed(of, here) else { return Ok(Vec::new()) };
    let boxes = Typed(typed);
    let mut wrong = Vec::new();
    if let (Some((id, _)), true) = (stands, boxes.is(field::ERROR, "yes")) {
        let reason = boxes.text(field::REASON).to_owned();
        if reason.is_empty() {
            return Err(vec![Wrong::new(field::REASON, "Enter why you are changing it")]);
        }
        let seen = here.book.chronology_events.head_ids(id);
        return Ok(vec![Command::Chronology(ChronologyCommand::Withdraw { id, reason, seen })]);
    }
    let mut date = |id: &str, name: &str| match boxes.past_date(id, name, here.today) {
        Ok(date) => date,
        Err(fault) => {
            wrong.push(fault);
            None
        }
    };
    let (on, until) = (date(field::ON, "The date"), date(field::UNTIL, "The end"));
    if on.is_none() && wrong.is_empty() {
        wrong.push(Wrong::new(field::ON, "Enter when it was. A year is enough"));
    }
    if boxes.text(field::WHAT).is_empty() {
        wrong.push(Wrong::new(field::WHAT, "Enter what happened"));
    }
    let reason = boxes.text(field::REASON).to_owned();
    if stands.is_some() && reason.is_empty() {
        wrong.push(Wrong::new(field::REASON, "Enter why you are changing it"));
    }
    let (Some(on), true) = (on, wrong.is_empty()) else { return Err(wrong) };
    let people: Vec<PersonId> =
        boxes.lines(field::PEOPLE).into_iter().filter_map(|id| id.parse().ok()).collect();
    let view = |child: &PersonId| {
        let words = boxes.text(&field::view(*child)).to_owned();
        (!words.is_empty()).then_some((*child, words))
    };
    let event = ChronologyEvent {
        on,
        until,
        what: boxes.text(field::WHAT).to_owned(),
        source: boxes.text(field::SOURCE).to_owned(),
        significance: boxes.text(field::SIGNIFICANCE).to_owned(),
        childrens_views: people.iter().filter_map(view).collect(),
        people: people.into_iter().collect(),
    };
    let id = stands.map(|(id, _)| id).or_else(|| fresh().map(ChronologyId::from_bytes));
    let Some(id) = id else { return Err(super::no_id(field::WHAT)) };
    let seen = here.book.chronology_events.head_ids(id);
    Ok(vec![Command::Chronology(ChronologyCommand::Record { id, event, reason, seen })])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::services::sample::{KAYLA, Sample, person};
    use crate::services::sheets::tests::{fields, hangs_together, here, ids};

    #[test]
    fn an_event_is_added_reads_back_and_is_taken_back_with_a_reason() {
        let mut sample = Sample::new();
        let kayla = person(KAYLA).to_string();
        let view = field::view(person(KAYLA));
        let typed = fields(&[
            ("event-on-year", "2019"),
            ("event-what", "The family moved to Nan’s"),
            ("event-people", &kayla),
            (&view, "I had my own room"),
        ]);
        for command in read(None, &here(&sample.book), &typed, &mut ids()).unwrap() {
            sample.does(command);
        }
        let (id, event) = sample.book.chronology_events.all().next().unwrap();
        assert_eq!(event.on.to_string(), "2019");
        let of = id.to_string();
        let form = sheet(Some(&of), &here(&sample.book)).unwrap();
        hangs_together(&form);
        let mut again = form.filled;
        again.extend(fields(&[("event-reason", "A slip")]));
        let expected = event.clone();
        let commands = read(Some(&of), &here(&sample.book), &again, &mut ids()).unwrap();
        let [Command::Chronology(ChronologyCommand::Record { event, .. })] = commands.as_slice() else {
            panic!("{commands:?}");
        };
        assert_eq!(*event, expected);
        again.extend(fields(&[("event-error", "yes")]));
        for command in read(Some(&of), &here(&sample.book), &again, &mut ids()).unwrap() {
            sample.does(command);
        }
        assert_eq!(sample.book.chronology_events.all().count(), 0);
    }
}
