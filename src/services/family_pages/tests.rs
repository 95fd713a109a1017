//! The pages, as those who are there see them.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate};

use super::*;
use crate::model::choices::Choice as _;
use crate::model::family_view::{Earlier, Helper, Item};
use crate::model::sharing::{Heading, Translation};
use crate::model::showing::Verdict;
use crate::programme::family_words::{Piece, Term, packs};
use crate::programme::scales::Control;

pub(super) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

pub(super) fn person(name: &str, age: Option<u32>) -> Viewer {
    let child = age.is_some_and(|age| age < 18);
    Viewer { name: name.to_owned(), child, age, scales: BTreeMap::new() }
}

pub(super) fn item(number: u32, heading: Heading, words: &str) -> Item {
    Item {
        number,
        heading,
        words: words.to_owned(),
        translations: BTreeMap::new(),
        said_by: None,
        who: None,
        on: None,
        how_often: String::new(),
        kept: None,
        came_of_it: String::new(),
    }
}

/// A family as it is shown to these people.
pub(super) fn view(people: Vec<Viewer>) -> FamilyView {
    FamilyView {
        people,
        items: vec![
            item(1, Heading::Better, "You called Rana when you felt like drinking. That is a big step."),
            item(2, Heading::Well, "You get Kayla to school on time every day. That helps her feel safe."),
            item(3, Heading::Well, "You cook together."),
            item(4, Heading::Better, "Kayla sleeps in her own bed."),
            item(5, Heading::Different, "The child protection plan says that mornings need to be calm."),
            Item {
                who: Some("Amara".to_owned()),
                on: Some(day(2026, 12, 4)),
                ..item(6, Heading::Agreed, "Take Joel to the dentist.")
            },
            Item {
                who: Some("Sam".to_owned()),
                on: Some(day(2026, 11, 16)),
                kept: Some(false),
                came_of_it: "The club is full until January.".to_owned(),
                ..item(7, Heading::Agreed, "Ask the school about breakfast club.")
            },
            Item { on: Some(day(2026, 12, 3)), ..item(8, Heading::Next, "Sam visits. 4pm, at home.") },
            Item {
                said_by: Some("Kayla".to_owned()),
                ..item(9, Heading::Said, "i like court 🏀\n  and  my manager")
            },
        ],
        helpers: vec![Helper { name: "Rana".to_owned(), does: "helps with alcohol and drugs".to_owned() }],
        language: "en-GB".to_owned(),
        worker: "Sam".to_owned(),
        today: Some(day(2026, 11, 22)),
    }
}

pub(super) fn amara() -> FamilyView {
    view(vec![person("Amara", Some(34))])
}

pub(super) fn kayla() -> FamilyView {
    view(vec![person("Kayla", Some(9))])
}

pub(super) fn both() -> FamilyView {
    view(vec![person("Amara", Some(34)), person("Kayla", Some(9))])
}

fn at(view: &FamilyView, place: FamilyPlace) -> FamilyPage {
    page(view, place, &SoFar::default())
}

fn chosen(who: Option<usize>, chosen: &str) -> SoFar {
    SoFar { who, chosen: Some(chosen.to_owned()) }
}

/// Everything on a page as it is read aloud.
fn read(page: &FamilyPage) -> Vec<&str> {
    page.spoken.iter().map(|it| it.words.as_str()).collect()
}

fn all_parts(page: &FamilyPage) -> impl Iterator<Item = &Part> {
    page.parts.iter().chain(&page.follow).chain(&page.end)
}

fn links(page: &FamilyPage) -> Vec<FamilyPlace> {
    all_parts(page)
        .flat_map(|part| match part {
            Part::Links(links) => links.iter().map(|link| link.to).collect(),
            Part::Moves(moves) => moves.iter().map(|way| way.to).collect(),
            _ => Vec::new(),
        })
        .collect()
}

fn choose(page: &FamilyPage) -> Option<&Choose> {
    all_parts(page).find_map(|part| match part {
        Part::Choose(choose) => Some(choose),
        _ => None,
    })
}

fn values(choices: &[Choice]) -> Vec<&str> {
    choices.iter().map(|choice| choice.value.as_str()).collect()
}

pub(super) fn every_place() -> Vec<FamilyPlace> {
    let mut places = vec![
        FamilyPlace::Home,
        FamilyPlace::Well,
        FamilyPlace::Said,
        FamilyPlace::Hopes,
        FamilyPlace::Agreed,
        FamilyPlace::Ahead,
        FamilyPlace::People,
        FamilyPlace::Say,
        FamilyPlace::Terms,
        FamilyPlace::Help,
        FamilyPlace::Look,
        FamilyPlace::Keep,
    ];
    for number in [1, 2, 3, 9, 400] {
        places.extend([
            FamilyPlace::Better(number),
            FamilyPlace::Different(number),
            FamilyPlace::Ask(number),
            FamilyPlace::Sign(number),
        ]);
    }
    places.extend(Term::ALL.iter().map(|term| FamilyPlace::Term(*term)));
    places
}

/// Every page of every view, in both languages, before and after something was chosen.
fn every_page() -> Vec<(FamilyView, FamilyPlace, FamilyPage)> {
    let empty = FamilyView { items: Vec::new(), helpers: Vec::new(), ..amara() };
    let views = [amara(), kayla(), both(), view(vec![person("Joel", Some(4))]), view(Vec::new()), empty];
    let mut pages = Vec::new();
    for (pack, view) in packs().iter().flat_map(|pack| views.iter().map(move |view| (pack, view))) {
        let view = FamilyView { language: pack.tag().to_owned(), ..view.clone() };
        for place in every_place() {
            for so_far in
                [SoFar::default(), chosen(Some(0), "5"), chosen(Some(1), "not_right"), chosen(None, "agree")]
            {
                pages.push((view.clone(), place, page(&view, place, &so_far)));
            }
        }
    }
    pages
}

#[test]
fn the_first_words_after_the_greeting_are_something_they_do_well() {
    for (view, greeting) in
        [(amara(), "Hello Amara"), (kayla(), "Hello Kayla"), (both(), "Hello Amara and Kayla")]
    {
        let home = at(&view, FamilyPlace::Home);
        let first: Vec<&str> = read(&home).into_iter().take(3).collect();
        assert_eq!(
            first,
            [greeting, "You get Kayla to school on time every day.", "That helps her feel safe."]
        );
    }
    let nothing_well = FamilyView { items: Vec::new(), ..amara() };
    assert_eq!(read(&at(&nothing_well, FamilyPlace::Home))[1], "It is good to see you.");
}

#[test]
fn the_grown_up_layout_is_for_everybody_as_soon_as_a_grown_up_is_there() {
    assert_eq!(layout(&amara()), Layout::Adult);
    assert_eq!(layout(&both()), Layout::Adult);
    assert_eq!(layout(&kayla()), Layout::Child);
    assert_eq!(layout(&view(vec![person("Kayla", Some(9)), person("Joel", Some(4))])), Layout::Child);
    let (adult, child) = (at(&both(), FamilyPlace::Home), at(&kayla(), FamilyPlace::Home));
    assert!(read(&adult).contains(&"What is getting better"));
    for words in ["Good things", "What is better", "Worries", "Wishes", "Who can I talk to?"] {
        assert!(read(&child).contains(&words), "{words}");
    }
    let wide = |page: &FamilyPage| {
        let parts = all_parts(page).filter_map(|part| match part {
            Part::Links(links) => Some(links.iter().filter(|link| link.wide).count()),
            _ => None,
        });
        parts.sum::<usize>()
    };
    assert_eq!([wide(&adult), wide(&child)], [0, 2], "to say something, and whom to talk to");
}

#[test]
fn nothing_is_there_for_adults_only_where_a_child_is() {
    for view in [kayla(), both()] {
        let terms = links(&at(&view, FamilyPlace::Terms));
        assert!(terms.contains(&FamilyPlace::Term(Term::Advocate)));
        for term in Term::ALL.iter().filter(|term| term.for_adults_only()) {
            assert!(!terms.contains(&FamilyPlace::Term(*term)), "{term:?}");
            assert_eq!(at(&view, FamilyPlace::Term(*term)).heading.words(), "There is nothing here today.");
        }
        let asked = (1..9).map(|number| page(&view, FamilyPlace::Ask(number), &chosen(Some(0), "")));
        let scales: Vec<Asked> = asked.filter_map(|page| page.asks).collect();
        assert!(!scales.iter().any(|asks| *asks == Asked::Scale("sure".to_owned())), "{scales:?}");
    }
}

#[test]
fn with_somebody_unknown_there_is_nothing_of_the_family() {
    let unknown = view(Vec::new());
    for place in every_place() {
        let page = at(&unknown, place);
        let text = read(&page).join(" ");
        for item in &unknown.items {
            assert!(!text.contains(item.words.trim()), "{place:?}: {text}");
        }
        assert!(!text.contains("Rana"), "{place:?}");
        assert_eq!(page.asks, None, "{place:?}");
    }
    assert_eq!(links(&at(&unknown, FamilyPlace::Home)), [FamilyPlace::Terms, FamilyPlace::Help]);
}

#[test]
fn a_title_says_nothing_of_anybody() {
    for (_, place, page) in every_page() {
        assert!(["Workbook", "Llyfr gwaith"].contains(&page.title.as_str()), "{place:?}: {}", page.title);
    }
}

#[test]
fn every_question_can_be_left_and_every_link_leads_somewhere() {
    for (view, place, page) in every_page() {
        if let Some(choose) = choose(&page) {
            let ways = values(&choose.no_answer);
            for verdict in [Verdict::WouldNotSay, Verdict::DoNotKnow, Verdict::Later] {
                assert!(ways.contains(&verdict.code()), "{place:?}: {ways:?}");
            }
            assert!(page.asks.is_some(), "{place:?}");
        }
        for to in links(&page) {
            assert_eq!(FamilyPlace::parse(&to.to_hash()), Some(to));
            let heading = at(&view, to).heading.words();
            let empty = ["There is nothing here today.", "Does dim byd yma heddiw."];
            let may_be_empty = matches!(to, FamilyPlace::Better(1)) && view.items.is_empty();
            assert!(may_be_empty || !empty.contains(&heading.as_str()), "{place:?} leads to {to:?}");
        }
    }
}

#[test]
fn what_is_read_aloud_is_what_stands_on_the_page_in_its_order() {
    for (_, place, page) in every_page() {
        let numbers: Vec<usize> = page.spoken.iter().map(|it| it.number).collect();
        assert_eq!(numbers, (0..numbers.len()).collect::<Vec<_>>(), "{place:?}");
        assert!(page.spoken.iter().all(|it| !it.words.is_empty() && !it.language.is_empty()), "{place:?}");
        let last = all_parts(&page).last();
        let Some(Part::Moves(moves)) = last else { continue };
        let last = moves.last().and_then(|way| way.words.sentences.last()).map(|it| it.number);
        assert_eq!(last, numbers.last().copied(), "{place:?}");
    }
}

#[test]
fn no_page_shows_a_count_or_a_percentage() {
    for (_, place, page) in every_page() {
        for words in read(&page) {
            assert!(!words.contains('%') && !words.contains("page 1"), "{place:?}: {words}");
        }
    }
}

#[test]
fn one_thing_that_is_getting_better_is_on_each_page() {
    let first = at(&amara(), FamilyPlace::Better(1));
    assert!(read(&first).contains(&"That is a big step."));
    assert!(!read(&first).contains(&"Kayla sleeps in her own bed."));
    assert_eq!(links(&first), [FamilyPlace::Better(2), FamilyPlace::Home]);
    assert_eq!(links(&at(&amara(), FamilyPlace::Better(2))), [FamilyPlace::Better(1), FamilyPlace::Home]);
    assert_eq!(first.asks, Some(Asked::Item(1)));
    assert_eq!(values(&choose(&first).unwrap().choices), ["right", "not_right"]);
    assert!(first.follow.is_empty());
    let not_right = page(&amara(), FamilyPlace::Better(1), &chosen(None, "not_right"));
    assert!(read(&not_right).contains(&"Tell us what is right"));
    // Only what follows is drawn anew.
    assert_eq!(not_right.parts, first.parts);
}

#[test]
fn where_several_are_there_somebody_says_who_answers() {
    let view = both();
    let before = at(&view, FamilyPlace::Better(1));
    assert!(choose(&before).is_none() && before.asks.is_none());
    let names = before.parts.iter().find_map(|part| match part {
        Part::Who { names, .. } => Some(names.iter().map(Text::words).collect::<Vec<_>>()),
        _ => None,
    });
    assert_eq!(names.unwrap(), ["Amara", "Kayla"]);
    let after = page(&view, FamilyPlace::Better(1), &SoFar { who: Some(1), chosen: None });
    assert!(read(&after).contains(&"Kayla is answering."));
    assert!(choose(&after).is_some());
    let nobody = page(&view, FamilyPlace::Better(1), &SoFar { who: Some(7), chosen: None });
    assert!(nobody.asks.is_none());
}

#[test]
fn a_worry_can_be_said_where_none_is_shown() {
    let view = FamilyView { items: Vec::new(), ..kayla() };
    let worries = at(&view, FamilyPlace::Different(1));
    assert!(read(&worries).contains(&"Is something worrying you?"));
    assert_eq!(worries.asks, Some(Asked::Different));
    assert_eq!(
        links(&at(&kayla(), FamilyPlace::Different(1))),
        [FamilyPlace::Different(2), FamilyPlace::Home]
    );
    assert_eq!(at(&kayla(), FamilyPlace::Different(2)).asks, Some(Asked::Different));
}

#[test]
fn promises_say_who_by_when_and_whether_they_were_kept_a_workers_too() {
    let page = at(&amara(), FamilyPlace::Agreed);
    let text = read(&page);
    let stands = [
        "What we agreed",
        "Take Joel to the dentist.",
        "Amara will do this.",
        "By Friday 4 December",
        "Ask the school about breakfast club.",
        "Sam said they would do this.",
        "By Monday 16 November",
        "This did not happen.",
        "What came of it",
        "The club is full until January.",
    ];
    assert_eq!(text[..stands.len()], stands);
    assert_eq!(links(&page), [FamilyPlace::Sign(1), FamilyPlace::Home]);
}

#[test]
fn each_person_signs_under_exactly_what_was_agreed_and_a_child_only_says_that_it_was_seen() {
    let view = both();
    let promises = |page: &FamilyPage| -> Vec<Part> {
        page.parts.iter().filter(|part| matches!(part, Part::Promise(_))).cloned().collect()
    };
    let (agreed, adult) = (at(&view, FamilyPlace::Agreed), at(&view, FamilyPlace::Sign(1)));
    assert_eq!(promises(&agreed).len(), 2);
    let words = |parts: Vec<Part>| -> Vec<String> {
        parts
            .into_iter()
            .filter_map(|part| match part {
                Part::Promise(promise) => Some(promise.card.words.words()),
                _ => None,
            })
            .collect()
    };
    assert_eq!(words(promises(&adult)), words(promises(&agreed)));
    assert_eq!(values(&choose(&adult).unwrap().choices), ["agree", "do_not_agree", "more_time"]);
    let child = at(&view, FamilyPlace::Sign(2));
    assert_eq!(values(&choose(&child).unwrap().choices), ["seen"]);
    assert_eq!(choose(&child).unwrap().question.words(), "Have you seen this?");
    // What is not offered is not chosen.
    assert!(page(&view, FamilyPlace::Sign(2), &chosen(None, "agree")).follow.is_empty());
    let agree = [("choice".to_owned(), "agree".to_owned())].into();
    assert_eq!(answer(&view, FamilyPlace::Sign(2), &SoFar::default(), &agree, DateTime::UNIX_EPOCH), None);
    assert_eq!(at(&view, FamilyPlace::Sign(3)).asks, None);
    let no = page(&view, FamilyPlace::Sign(1), &chosen(None, "do_not_agree"));
    assert!(read(&no).contains(&"Why not?") && read(&no).contains(&"Type your name"));
    let could_not = page(&view, FamilyPlace::Sign(1), &chosen(None, "could_not_answer"));
    assert!(read(&could_not).contains(&"Sam writes why"));
}

#[test]
fn days_stand_with_their_weekday_and_helpers_with_what_they_do() {
    assert!(read(&at(&amara(), FamilyPlace::Ahead)).contains(&"Thursday 3 December"));
    let people = at(&amara(), FamilyPlace::People);
    assert!(read(&people).contains(&"helps with alcohol and drugs"));
    let welsh = FamilyView { language: "cy".to_owned(), ..amara() };
    assert!(read(&at(&welsh, FamilyPlace::Ahead)).contains(&"Dydd Iau 3 Rhagfyr"));
}

#[test]
fn free_text_is_translated_by_a_person_or_stands_as_it_is() {
    let mut view = FamilyView { language: "cy".to_owned(), ..amara() };
    let translation =
        Translation { words: "Rydych chi’n coginio gyda’ch gilydd.".to_owned(), by: "Nia".to_owned() };
    view.items[2].translations.insert("cy".to_owned(), translation);
    let page = at(&view, FamilyPlace::Well);
    let cards: Vec<&Card> = page
        .parts
        .iter()
        .filter_map(|part| match part {
            Part::Item(card) => Some(card),
            _ => None,
        })
        .collect();
    let [as_recorded, translated] = cards.as_slice() else { panic!("{cards:?}") };
    assert_eq!(as_recorded.words.language, "en-GB");
    assert_eq!(
        as_recorded.not_translated.as_ref().unwrap().words(),
        "Mae’r rhan hon yn Saesneg. Gall Sam ofyn am gyfieithydd."
    );
    assert_eq!(translated.words.language, "cy");
    assert_eq!(translated.translated.as_ref().unwrap().words(), "Nia wnaeth gyfieithu hwn.");
    assert_eq!(translated.not_translated, None);
    // Each sentence is read in the language that it is in.
    let read: Vec<(&str, &str)> =
        page.spoken.iter().map(|it| (it.language.as_str(), it.words.as_str())).collect();
    assert!(read.contains(&("en-GB", "That helps her feel safe.")));
    assert!(read.contains(&("cy", "Rydych chi’n coginio gyda’ch gilydd.")));
    let english = at(&amara(), FamilyPlace::Well);
    assert!(english.spoken.iter().all(|it| it.language == "en-GB"));
}

#[test]
fn hard_words_can_be_asked_about_but_nobodys_own_words_are_touched() {
    let marked = |page: &FamilyPage| -> Vec<Term> {
        let mut found = Vec::new();
        for part in &page.parts {
            let Part::Item(card) = part else { continue };
            for piece in card.words.sentences.iter().flat_map(|it| &it.pieces) {
                if let Piece::Explained { term, .. } = piece {
                    found.push(*term);
                }
            }
        }
        found
    };
    assert_eq!(marked(&at(&amara(), FamilyPlace::Different(1))), [Term::ChildProtectionPlan]);
    let said = at(&amara(), FamilyPlace::Said);
    assert_eq!(marked(&said), []);
    let Some(Part::Item(card)) = said.parts.first() else { panic!("{said:?}") };
    assert_eq!(card.words.words(), "i like court 🏀\n  and  my manager");
    assert_eq!(card.whose.as_ref().unwrap().words(), "The words of Kayla");
    assert!(read(&at(&kayla(), FamilyPlace::Said)).contains(&"Your own words"));
    let word = at(&amara(), FamilyPlace::Term(Term::Interpreter));
    assert_eq!(word.heading.words(), "Interpreter");
    assert_eq!(links(&word), [FamilyPlace::Terms, FamilyPlace::Home]);
}

#[test]
fn a_scale_is_drawn_for_the_age_without_a_default() {
    let drawn = |view: &FamilyView| {
        let page = at(view, FamilyPlace::Ask(1));
        let choose = choose(&page).unwrap().clone();
        let Drawing::Scale { control, ref ends } = choose.drawing else { panic!("{choose:?}") };
        assert_eq!(ends.is_some(), control == Control::Numbers, "steps in words need no words at the ends");
        (control, choose.choices.iter().map(|it| it.words.words()).collect::<Vec<_>>())
    };
    let (control, numbers) = drawn(&amara());
    assert_eq!((control, numbers.len()), (Control::Numbers, 11));
    let (control, steps) = drawn(&kayla());
    assert_eq!(control, Control::Jar);
    assert_eq!(steps, ["not at all", "a little", "some", "quite a lot", "a lot"]);
    let (control, faces) = drawn(&view(vec![person("Joel", Some(4))]));
    assert_eq!((control, faces), (Control::Faces, vec!["not much".into(), "a bit".into(), "a lot".into()]));
}

#[test]
fn what_was_answered_before_is_told_only_after_answering_and_only_to_its_owner() {
    let mut view = both();
    let earlier = Earlier { on: day(2026, 9, 7), number: 4, words: "I sleep now".to_owned() };
    view.people[0].scales.insert("better".to_owned(), vec![earlier]);
    let ask = |so_far: &SoFar| {
        let page = page(&view, FamilyPlace::Ask(2), so_far);
        read(&page).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    let told = "On Monday 7 September you said: 4.".to_owned();
    assert!(!ask(&SoFar { who: Some(0), chosen: None }).contains(&told));
    assert!(!ask(&chosen(Some(0), "do_not_know")).contains(&told));
    assert!(!ask(&chosen(Some(1), "5")).contains(&told));
    let after = ask(&chosen(Some(0), "6"));
    let from = after.iter().position(|it| *it == told).unwrap();
    assert_eq!(
        after[from..from + 7],
        [
            told.as_str(),
            "What you said then",
            "I sleep now",
            "Today you said: 6.",
            "What makes it a 6 and not a 4?",
            "You can leave this empty.",
            "What would make it a 7?",
        ]
    );
}

#[test]
fn the_page_to_keep_holds_strengths_and_for_whom_it_is() {
    let page = at(&amara(), FamilyPlace::Keep);
    assert_eq!(
        read(&page),
        [
            "What you do well",
            "You get Kayla to school on time every day.",
            "That helps her feel safe.",
            "You cook together.",
            "Only for Amara",
            "Made on Sunday 22 November",
            "Other people can read a page on paper.",
            "Print this page",
            "Back to the start",
        ]
    );
    let nothing_well = FamilyView { items: Vec::new(), ..amara() };
    assert!(!at(&nothing_well, FamilyPlace::Keep).parts.iter().any(|part| matches!(part, Part::Print(_))));
    assert!(!links(&at(&nothing_well, FamilyPlace::Home)).contains(&FamilyPlace::Keep));
}

#[test]
fn a_child_and_a_grown_up_find_numbers_to_call() {
    let numbers = |view: &FamilyView| -> Vec<&str> {
        let page = at(view, FamilyPlace::Help);
        page.parts
            .iter()
            .filter_map(|part| match part {
                Part::Call(call) => Some(call.number),
                _ => None,
            })
            .collect()
    };
    assert_eq!(numbers(&kayla()), ["0800 1111", "999"]);
    let all = ["999", "0808 2000 247", "0808 80 10 800", "0800 1111"];
    assert_eq!(numbers(&amara()), all);
    assert_eq!(numbers(&view(Vec::new())), all);
    assert!(read(&at(&kayla(), FamilyPlace::Help)).contains(&"Childline: 0800 1111"));
}

#[test]
fn what_stands_round_the_pages_is_in_the_language_of_the_pages() {
    let frame_of = |language: &str| frame(&FamilyView { language: language.to_owned(), ..amara() });
    assert_eq!(frame_of("en-GB").no_voice, "No voice on this tablet. Ask Sam to read it.");
    assert_eq!((frame_of("cy").hide, frame_of("cy").language), ("Cuddio".to_owned(), "cy"));
    assert_eq!(frame_of("en-GB").not_kept, "We could not save that. Tell Sam.");
    let page = locked("en-GB");
    assert_eq!((page.title.as_str(), page.heading.as_str()), ("Workbook", "This is locked"));
    assert_eq!((page.clock.as_str(), locked("cy").clock.as_str()), ("Clock", "Cloc"));
}

#[test]
fn what_somebody_wrote_may_run_either_way_and_keeps_its_lines() {
    let view = FamilyView {
        items: vec![Item {
            said_by: Some("Kayla".to_owned()), ..item(1, Heading::Said, "أنا بخير\n  شكرًا")
        }],
        ..kayla()
    };
    let said = at(&view, FamilyPlace::Said);
    let [Part::Item(card)] = said.parts.as_slice() else { panic!("{:?}", said.parts) };
    assert!(card.words.free);
    assert_eq!(card.words.words(), "أنا بخير\n  شكرًا");
    assert!(!said.heading.free && !card.whose.as_ref().unwrap().free);
}

#[test]
fn every_address_has_a_page_whatever_the_language() {
    for (view, place, page) in every_page() {
        assert_eq!(page.language, view.language, "{place:?}");
        assert!(!page.heading.words().is_empty(), "{place:?}");
        let ways = matches!(page.end.last(), Some(Part::Moves(moves)) if !moves.is_empty());
        assert!(ways || matches!(place, FamilyPlace::Home) || page.parts.iter().any(is_who), "{place:?}");
    }
}

fn is_who(part: &Part) -> bool {
    matches!(part, Part::Who { .. })
}

#[test]
fn after_it_was_saved_there_are_thanks_the_way_on_and_a_way_to_take_it_back() {
    let so_far = SoFar { who: Some(1), chosen: None };
    let thanks = kept(&both(), FamilyPlace::Better(1), &so_far, Became::Kept);
    assert_eq!(
        read(&thanks),
        [
            "Thank you.",
            "We have kept that.",
            "Kayla is answering.",
            "Someone else wants to answer",
            "Take it back",
            "Next",
            "Back to the start",
        ]
    );
    assert_eq!((thanks.asks.clone(), thanks.title.as_str()), (None, "Workbook"));
    let taken_back = kept(&amara(), FamilyPlace::Say, &SoFar::default(), Became::TakenBack);
    assert_eq!(read(&taken_back), ["You took it back.", "Back to the start"]);
    // A signature is one person's own.
    let signed = kept(&both(), FamilyPlace::Sign(2), &SoFar::default(), Became::Kept);
    assert_eq!(links(&signed), [FamilyPlace::Agreed, FamilyPlace::Home]);
    assert!(!all_parts(&signed).any(|part| matches!(part, Part::Who { .. } | Part::Answering { .. })));
}

#[test]
fn who_answers_nothing_goes_on() {
    for (place, to) in [
        (FamilyPlace::Better(1), FamilyPlace::Better(2)),
        (FamilyPlace::Ask(2), FamilyPlace::Ask(3)),
        (FamilyPlace::Ask(8), FamilyPlace::Ask(7)),
        (FamilyPlace::Say, FamilyPlace::Home),
        (FamilyPlace::Sign(1), FamilyPlace::Agreed),
    ] {
        assert_eq!(onward(&at(&amara(), place)), to, "{place:?}");
    }
}
