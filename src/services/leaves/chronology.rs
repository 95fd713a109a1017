//! The chronology: it builds itself from what is recorded, newest first (`domain.md` R41; `ux.md` S25).

use crate::model::ids::PersonId;
use crate::model::source::Source;
use crate::navigation::{FamilyPage, Leaf as Place, Route, Sheet};
use crate::services::here::Here;
use crate::services::leaf::{Leaf, Moment, Part, Way};
use crate::services::pictures::timeline::timeline;
use crate::services::sheets::source::address;
use crate::services::words::quoted;
use crate::workbook::round::chronology::{Line, Origin};

use super::sieve::{Choice, Sieve};

pub(super) fn leaf(of: Option<&str>, here: &Here<'_>) -> Option<Leaf> {
    let family = here.book.id;
    let lines = here.book.chronology();
    let (children, kinds) = (children(here), kinds(&lines));
    let sieve = Sieve::read(Place::Chronology, of, &[children.clone(), kinds.clone()])?;
    let add = Way::new("Add an event", Route::family(family, FamilyPage::sheet(Sheet::Event)));
    let mut parts = vec![
        Part::Words(
            "Visits, supervisions, ratings, plans and reviews stand here by themselves, and what was marked as \
             significant. Add what stands nowhere else."
                .to_owned(),
        ),
        Part::Actions { ways: vec![add], primary: true },
    ];
    if lines.len() > 1 {
        parts.extend(sieve.ways(here, vec![("Child", children), ("Kind", kinds)], true));
    }
    let mut lines: Vec<Line> = lines.into_iter().filter(|line| is_of(&sieve, line)).collect();
    parts.extend(
        timeline(here, &lines, &lanes(here, &sieve)).map(|(scene, table)| Part::Picture(scene, table)),
    );
    if !sieve.oldest_first {
        lines.reverse();
    }
    let mut year = None;
    let mut moments: Vec<Moment> = Vec::new();
    for line in lines {
        let own = line.on.earliest().format("%Y").to_string();
        if year.as_ref() != Some(&own) {
            flush(&mut parts, &mut moments);
            parts.push(Part::Heading(own.clone()));
            year = Some(own);
        }
        moments.push(moment(here, line));
    }
    flush(&mut parts, &mut moments);
    Some(Leaf { heading: Place::Chronology.title().to_owned(), caption: None, back: None, parts })
}

/// Each child, and what the page is kept to when somebody asks for them.
fn children(here: &Here<'_>) -> Vec<Choice> {
    here.book.children().into_iter().map(|(child, _)| (child.to_string(), here.book.name_of(child))).collect()
}

/// The children who have a lane in the picture: the one whom the page is kept to, or each of them.
fn lanes(here: &Here<'_>, sieve: &Sieve) -> Vec<PersonId> {
    let children = || here.book.children().into_iter().map(|(child, _)| child);
    let kept_to = children().find(|child| sieve.only.as_ref() == Some(&child.to_string()));
    kept_to.map_or_else(|| children().collect(), |child| vec![child])
}

/// Each kind of line that is there, in the order in which they first come.
fn kinds(lines: &[Line]) -> Vec<Choice> {
    let mut kinds: Vec<Choice> = Vec::new();
    for label in lines.iter().map(|line| line.origin.label()) {
        if !kinds.iter().any(|(_, known)| known == label) {
            kinds.push((word(label), label.to_owned()));
        }
    }
    kinds
}

/// A kind in an address: "case-note".
fn word(label: &str) -> String {
    label.to_lowercase().replace(' ', "-")
}

/// A line that names nobody is about everyone.
fn is_of(sieve: &Sieve, line: &Line) -> bool {
    let people: Vec<String> = line.people.iter().map(ToString::to_string).collect();
    let kind = word(line.origin.label());
    let of_all = people.is_empty().then_some(sieve.only.as_deref()).flatten();
    let of_all = of_all.filter(|only| only.parse::<PersonId>().is_ok());
    sieve.lets_through(people.iter().map(String::as_str).chain([kind.as_str()]).chain(of_all))
}

fn flush(parts: &mut Vec<Part>, moments: &mut Vec<Moment>) {
    if !moments.is_empty() {
        parts.push(Part::Timeline(std::mem::take(moments)));
    }
}

fn moment(here: &Here<'_>, line: Line) -> Moment {
    let book = here.book;
    let mut words = Vec::new();
    let names: Vec<String> = line.people.iter().map(|person| book.name_of(*person)).collect();
    if !names.is_empty() {
        words.push(format!("{}: {}", line.origin.label(), names.join(", ")));
    }
    if !line.significance.trim().is_empty() {
        words.push(line.significance.clone());
    }
    let views = line.childrens_views.iter().filter(|(_, view)| !view.trim().is_empty());
    words.extend(views.map(|(child, view)| format!("{}’s view: {}", book.name_of(*child), quoted(view))));
    if !line.source.trim().is_empty() {
        words.push(format!("How we know: {}", line.source));
    }
    let until = line.until.map(|until| format!(" to {until}")).unwrap_or_default();
    let mark = |source: Source, what: &str| {
        let to = FamilyPage::sheet_of(Sheet::Mark, address(source));
        Way::new("Change the line", Route::family(book.id, to)).about(what)
    };
    let plan = |id| {
        let to = Route::family(book.id, FamilyPage::leaf_of(Place::Plan, id));
        Way::new("Open the plan", to).about(line.on.to_string())
    };
    let to = match line.origin {
        Origin::Event(id) => {
            let to = Route::family(book.id, FamilyPage::sheet_of(Sheet::Event, id));
            Some(Way::new("Change", to).about(line.what.clone()))
        }
        Origin::Visit(id) => {
            let to = Route::family(book.id, FamilyPage::sheet_of(Sheet::Visit, id));
            Some(Way::new("Open the visit", to).about(line.on.to_string()))
        }
        Origin::Entry(id) => Some(mark(Source::Entry(id), &line.what)),
        Origin::CaseNote(id) => Some(mark(Source::CaseNote(id), &line.what)),
        Origin::Plan(id) => Some(plan(id)),
        Origin::Review(id) => book.plan_reviews.current(id).map(|review| plan(review.plan)),
        _ => None,
    };
    Moment {
        title: line.what,
        on: line.on.earliest().to_string(),
        when: format!("{}{until}", line.on),
        by: Some(book.author_name(line.by)),
        words,
        to,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::chronology::ChronologyEvent;
    use crate::model::dates::PartialDate;
    use crate::model::ids::ChronologyId;
    use crate::services::sample::{AMARA, KAYLA, Sample, person, today};
    use crate::services::sheets::tests::here;
    use crate::workbook::decide::{ChronologyCommand, Command};

    fn event(sample: &mut Sample, number: u8, ago: u64, people: &[u8]) {
        let event = ChronologyEvent {
            on: PartialDate::day(today().checked_sub_days(chrono::Days::new(ago)).unwrap()),
            until: None,
            people: people.iter().map(|it| person(*it)).collect(),
            what: format!("Event {number}"),
            source: String::new(),
            significance: String::new(),
            childrens_views: Default::default(),
        };
        let id = ChronologyId::from_bytes([number; 16]);
        let record = ChronologyCommand::Record { id, event, reason: String::new(), seen: Vec::new() };
        sample.does(Command::Chronology(record));
    }

    fn shown(sample: &Sample, of: Option<&str>) -> Option<Vec<String>> {
        let parts = leaf(of, &here(&sample.book))?.parts;
        let titles = |part: Part| match part {
            Part::Timeline(moments) => moments.into_iter().map(|it| it.title).collect(),
            _ => Vec::new(),
        };
        Some(parts.into_iter().flat_map(titles).collect())
    }

    #[test]
    fn the_timeline_shows_what_the_page_shows() {
        let mut sample = Sample::new();
        assert!(drawn(&sample, None).is_empty(), "nothing happened yet");
        event(&mut sample, 1, 9, &[KAYLA]);
        event(&mut sample, 2, 5, &[AMARA]);
        event(&mut sample, 3, 1, &[]);
        let all = drawn(&sample, None);
        assert_eq!(all.iter().filter(|told| told.contains("Event 2")).count(), 1);
        let kayla = drawn(&sample, Some(&person(KAYLA).to_string()));
        assert!(kayla.iter().any(|told| told.contains("Event 1")), "{kayla:?}");
        assert!(!kayla.iter().any(|told| told.contains("Event 2")), "{kayla:?}");
        assert_eq!(drawn(&sample, Some("oldest")), all, "a picture runs from its beginning either way");
    }

    /// What is told of the timeline.
    fn drawn(sample: &Sample, of: Option<&str>) -> Vec<String> {
        let parts = leaf(of, &here(&sample.book)).unwrap().parts;
        let told = |part| match part {
            Part::Picture(scene, _) => Some(scene.told),
            _ => None,
        };
        parts.into_iter().find_map(told).unwrap_or_default()
    }

    #[test]
    fn it_is_kept_to_a_child_or_a_kind_and_told_from_its_beginning() {
        let mut sample = Sample::new();
        event(&mut sample, 1, 9, &[KAYLA]);
        event(&mut sample, 2, 5, &[AMARA]);
        event(&mut sample, 3, 1, &[]);
        let kayla = person(KAYLA).to_string();
        let events = |of: Option<&str>| {
            let all = shown(&sample, of).unwrap();
            all.into_iter().filter(|it| it.starts_with("Event")).collect::<Vec<_>>()
        };
        assert_eq!(events(None), ["Event 3", "Event 2", "Event 1"]);
        assert_eq!(events(Some("oldest")), ["Event 1", "Event 2", "Event 3"]);
        assert_eq!(events(Some(&kayla)), ["Event 3", "Event 1"], "what names nobody is about her too");
        assert_eq!(shown(&sample, Some("event")).unwrap(), events(None), "nothing but events");
        assert_eq!(shown(&sample, Some("visit")), None, "there is none");
    }
}
