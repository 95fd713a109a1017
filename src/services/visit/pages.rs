//! The first of the family's pages, in English: what is shown under each heading, and something to say.

use super::answer::Asked;
use super::page::{Ask, FrameWords, Page, Part, Picture, Way};
use crate::model::choices::Choice;
use crate::model::family_view::{FamilyView, Item};
use crate::model::sharing::Heading;
use crate::model::showing::Verdict;
use crate::navigation::VisitPlace;

/// The words round every page.
pub fn frame_words() -> FrameWords {
    FrameWords {
        read: "Read to me",
        stop: "Stop",
        again: "Again",
        slower: "Slower",
        no_voice: "No voice on this tablet. Ask {} to read it.",
        display: "Words and colours",
        usual: "Usual words",
        larger: "Bigger words",
        largest: "Biggest words",
        plain: "Usual colours",
        strong: "Stronger colours",
        hide: "Hide",
        home: "Start",
        staff: "Staff",
    }
}

const SAY: &str = "say";

fn place_of(heading: Heading) -> VisitPlace {
    VisitPlace::of(heading.code())
}

fn items(view: &FamilyView, heading: Heading) -> Vec<&Item> {
    view.items.iter().filter(|item| item.heading == heading).collect()
}

/// The page at a place. `None`: there is none there, or nothing to show on it.
pub fn page(view: &FamilyView, place: &VisitPlace) -> Option<Page> {
    match (place.page.as_str(), place.number) {
        ("", None) => Some(home(view)),
        (SAY, None) => Some(say(view)),
        (page, number) => under(view, Heading::from_code(page)?, number.unwrap_or(1)),
    }
}

fn home(view: &FamilyView) -> Page {
    let names: Vec<&str> = view.people.iter().map(|it| it.name.as_str()).collect();
    let heading = match names.as_slice() {
        [] => "Hello".to_owned(),
        [rest @ .., last] if !rest.is_empty() => format!("Hello {} and {last}", rest.join(", ")),
        [only, ..] => format!("Hello {only}"),
    };
    // The first words after the greeting are something that they do well.
    let strength = items(view, Heading::Well).first().map(|item| Part::Sentence(item.words.clone()));
    let card = |heading: &Heading| {
        let there = !items(view, *heading).is_empty();
        there.then(|| Part::Card {
            picture: picture(*heading),
            words: heading.label().to_owned(),
            to: place_of(*heading),
        })
    };
    let say = Part::Card {
        picture: Picture::Speech,
        words: "I want to say something".to_owned(),
        to: VisitPlace::of(SAY),
    };
    let parts = strength.into_iter().chain(Heading::ALL.iter().filter_map(card)).chain([say]).collect();
    Page { title: "Start".to_owned(), heading, parts }
}

fn picture(heading: Heading) -> Picture {
    match heading {
        Heading::Well => Picture::Star,
        Heading::Better => Picture::Up,
        Heading::Agreed => Picture::Tick,
        Heading::Next => Picture::Arrow,
        Heading::Helping => Picture::Person,
        Heading::Different => Picture::Book,
        Heading::Said => Picture::Speech,
    }
}

/// One thing that is shown, alone on its page.
fn under(view: &FamilyView, heading: Heading, number: u32) -> Option<Page> {
    let all = items(view, heading);
    let place = usize::try_from(number).ok()?.checked_sub(1)?;
    let item = all.get(place)?;
    let way = |words: &str, to: u32| {
        let there = to > 0 && usize::try_from(to).is_ok_and(|to| to <= all.len());
        there.then(|| Way { words: words.to_owned(), to: VisitPlace::numbered(heading.code(), to) })
    };
    let (previous, next) = (way("Back", number - 1), way("Next", number + 1));
    let then = next.as_ref().map_or_else(VisitPlace::default, |next| next.to.clone());
    let words = match &item.said_by {
        Some(by) => Part::Quote { words: item.words.clone(), by: by.clone() },
        None => Part::Sentence(item.words.clone()),
    };
    let ask = ask(view, Asked::Item(item.number), then);
    let parts = vec![words, Part::Ask(ask), Part::Turn { previous, next }];
    Some(Page { title: heading.label().to_owned(), heading: heading.label().to_owned(), parts })
}

fn ask(view: &FamilyView, to: Asked, then: VisitPlace) -> Ask {
    let choices =
        [Verdict::Right, Verdict::NotRight, Verdict::DoNotKnow, Verdict::WouldNotSay, Verdict::Later];
    Ask {
        to,
        who: who(view),
        whose: "Who is answering?".to_owned(),
        legend: "Is this right?".to_owned(),
        choices: choices.map(|it| (it, it.label().to_owned())).to_vec(),
        words: Some("Tell us what is right".to_owned()),
        save: "Save".to_owned(),
        not_kept: format!("This is not kept yet. Please tell {}.", view.worker),
        then,
    }
}

fn say(view: &FamilyView) -> Page {
    let heading = "Something to say".to_owned();
    let ask = Ask {
        legend: String::new(),
        choices: Vec::new(),
        words: Some("What do you want to say?".to_owned()),
        ..ask(view, Asked::Nothing, VisitPlace::default())
    };
    let reads = Part::Sentence(format!("{} reads what you write here.", view.worker));
    Page { title: heading.clone(), heading, parts: vec![reads, Part::Ask(ask)] }
}

fn who(view: &FamilyView) -> Vec<(u32, String)> {
    (0..).zip(view.people.iter().map(|it| it.name.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::family_view::Viewer;

    fn view(items: &[(Heading, &str)]) -> FamilyView {
        let person = |name: &str| Viewer {
            name: name.to_owned(),
            child: false,
            age: None,
            scales: Default::default(),
        };
        let item = |(number, (heading, words)): (u32, &(Heading, &str))| Item {
            number,
            heading: *heading,
            words: (*words).to_owned(),
            translations: Default::default(),
            said_by: None,
            who: None,
            on: None,
            how_often: String::new(),
            kept: None,
            came_of_it: String::new(),
        };
        FamilyView {
            people: vec![person("Amara"), person("Kayla")],
            items: (1..).zip(items).map(item).collect(),
            worker: "Sam".to_owned(),
            ..FamilyView::default()
        }
    }

    #[test]
    fn strengths_come_first_and_headings_without_anything_are_no_cards() {
        let view = view(&[(Heading::Next, "Sam visits"), (Heading::Well, "You get Kayla to school")]);
        let home = page(&view, &VisitPlace::default()).unwrap();
        assert_eq!(home.heading, "Hello Amara and Kayla");
        assert_eq!(home.parts[0], Part::Sentence("You get Kayla to school".to_owned()));
        let cards: Vec<_> = home.sentences().split_off(2);
        assert_eq!(cards, ["What you do well", "What happens next", "I want to say something"]);
    }

    #[test]
    fn one_thing_a_page_with_ways_back_and_on() {
        let view = view(&[(Heading::Better, "One"), (Heading::Better, "Two")]);
        let at = |number| page(&view, &VisitPlace::numbered("better", number));
        let turn = |page: &Page| match page.parts.last() {
            Some(Part::Turn { previous, next }) => (previous.is_some(), next.is_some()),
            _ => panic!("no ways on"),
        };
        assert_eq!((turn(&at(1).unwrap()), turn(&at(2).unwrap())), ((false, true), (true, false)));
        assert_eq!(page(&view, &VisitPlace::of("better")), at(1));
        assert!(at(0).is_none() && at(3).is_none() && page(&view, &VisitPlace::of("well")).is_none());
        assert!(page(&view, &VisitPlace::of("records")).is_none());
    }

    #[test]
    fn whatever_is_asked_may_be_left_and_nobody_is_chosen_at_first() {
        let view = view(&[(Heading::Agreed, "The dentist")]);
        let page = page(&view, &VisitPlace::of("agreed")).unwrap();
        let Some(Part::Ask(ask)) = page.parts.get(1) else { panic!("nothing asked") };
        assert!(ask.choices.iter().any(|(it, _)| *it == Verdict::WouldNotSay));
        assert_eq!(ask.who, [(0, "Amara".to_owned()), (1, "Kayla".to_owned())]);
    }
}
