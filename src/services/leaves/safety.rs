//! What keeps people of the family safe: safety separation, what must not be known, requests not to tell, and the way
//! into each private session (`domain.md` E2, rules 3, 5 and 7).
//!
//! The words stand behind a click and never on paper. Every person has the same way into a private session, whether or
//! not there is a plan: that there is none says nothing either.

use crate::model::choices::Choice;
use crate::model::dates::day_words;
use crate::model::do_not_tell::DoNotTell;
use crate::model::ids::{DoNotTellId, PersonId, ProtectedId};
use crate::model::person::Arrival;
use crate::model::protected::ProtectedFact;
use crate::model::source::Source;
use crate::model::subject::Subject;
use crate::navigation::{FamilyPage, Leaf as Place, Route, Sheet};
use crate::services::here::Here;
use crate::services::leaf::{Card, Leaf, Part, Row, Tag, Tone, Way};
use crate::services::private_session;
use crate::services::words::count;
use crate::workbook::conflict::conflicts;
use crate::workbook::decide::permission::Act;
use crate::workbook::safety::PastRequest;

use super::plans::names;

pub(super) fn leaf(here: &Here<'_>) -> Leaf {
    let reads = here.may(Act::ReadProtected);
    let mut parts = vec![Part::Words(
        "Open this page where nobody else can see the screen. What stands here is kept apart: search does not find it, \
         it is on no other page and never on paper."
            .to_owned(),
    )];
    parts.extend(adding(here));
    if reads {
        parts.extend(undecided(here));
    }
    parts.push(Part::Heading("Safety separation".to_owned()));
    parts.extend(separations(here));
    parts.push(Part::Heading("What must not be known".to_owned()));
    parts.extend(if reads { protected(here) } else { vec![for_workers(here)] });
    parts.push(Part::Heading("Requests not to tell".to_owned()));
    parts.extend(if reads { requests(here) } else { vec![for_workers(here)] });
    parts.push(Part::Heading("Private sessions".to_owned()));
    parts.extend(sessions(here));
    Leaf { heading: Place::Safety.title().to_owned(), caption: None, back: None, parts }
}

fn to(here: &Here<'_>, page: FamilyPage) -> Route {
    Route::family(here.book.id, page)
}

fn adding(here: &Here<'_>) -> Option<Part> {
    let ways = vec![
        Way::new("Add something that must not be known", to(here, FamilyPage::sheet(Sheet::Protected))),
        Way::new("Record a request not to tell", to(here, FamilyPage::sheet(Sheet::DoNotTell))),
    ];
    super::may(here, Act::Protect).then_some(Part::Actions { ways, primary: false })
}

/// Two versions of something that keeps somebody safe: decided from here, and named on no other page.
fn undecided(here: &Here<'_>) -> Option<Part> {
    let book = here.book;
    let mut waiting = conflicts(book);
    waiting.retain(|conflict| conflict.stands_apart());
    let row = |conflict| {
        let version = book.standing(conflict).first().map(|head| head.event)?;
        // Two versions of a plan are decided in its private session.
        crate::services::two_versions::records::sides(book, conflict, here.me.id)?;
        let page = FamilyPage::sheet_of(Sheet::Decide, version);
        Some(Row::link(format!("{}: two versions", conflict.words()), to(here, page)))
    };
    let rows: Vec<Row> = waiting.into_iter().filter_map(row).collect();
    (!rows.is_empty()).then_some(Part::List(rows))
}

fn for_workers(here: &Here<'_>) -> Part {
    let who = here.rules().permissions.words(Act::ReadProtected);
    Part::Words(format!("This is for {who} to read. Anyone may add to it."))
}

fn separations(here: &Here<'_>) -> Vec<Part> {
    let book = here.book;
    let row = |pair: crate::model::subject::Pair| {
        let since = book.separations.current(pair).and_then(|separation| separation.since);
        let [person, _] = pair.both();
        Row {
            more: since.map(|since| format!("Since {since}")).into_iter().collect(),
            ..Row::link(book.subject_name(Subject::Couple(pair)), to(here, FamilyPage::Person { person }))
        }
    };
    let rows: Vec<Row> = book.separated_pairs().into_iter().map(row).collect();
    match rows.is_empty() {
        false => vec![Part::List(rows)],
        true => vec![
            Part::Words("It stands between no two adults. It is set on the page of one of them.".to_owned()),
            Part::Actions { ways: vec![Way::new("People", to(here, FamilyPage::People))], primary: false },
        ],
    }
}

fn everybody(here: &Here<'_>) -> Vec<PersonId> {
    let (adults, children) = (here.book.adults(), here.book.children());
    adults.into_iter().chain(children).map(|(id, _)| id).collect()
}

fn protected(here: &Here<'_>) -> Vec<Part> {
    let of = |person: PersonId| {
        let mut facts: Vec<_> = here.book.protected().filter(|(_, fact)| fact.whose == person).collect();
        facts.sort_by_key(|(id, fact)| (is_over(here, fact), fact.kind, *id));
        let many = count(facts.len(), "thing", "things");
        let cards: Vec<Part> =
            facts.into_iter().map(|(id, fact)| Part::Card(fact_card(here, id, fact))).collect();
        let summary = format!("{}: {many}", here.book.name_of(person));
        (!cards.is_empty()).then_some(Part::Details { summary, parts: cards })
    };
    let parts: Vec<Part> = everybody(here).into_iter().filter_map(of).collect();
    match parts.is_empty() {
        false => parts,
        true => vec![Part::Words(
            "Nothing is protected yet: a safe address or phone number, a school, a place of work, a new partner."
                .to_owned(),
        )],
    }
}

fn is_over(here: &Here<'_>, fact: &ProtectedFact) -> bool {
    fact.until.is_some_and(|until| until.latest() < here.today)
}

fn fact_card(here: &Here<'_>, id: ProtectedId, fact: &ProtectedFact) -> Card {
    let facts = [
        ("As it is written", fact.words.clone()),
        ("Also", fact.also.join("\n")),
        ("Since", fact.since.map(|since| since.to_string()).unwrap_or_default()),
        ("Until", fact.until.map(|until| until.to_string()).unwrap_or_default()),
        ("To know", fact.note.clone()),
    ];
    Card {
        title: fact.kind.label().to_owned(),
        tag: is_over(here, fact).then(|| Tag::new("Ended, still looked for", Tone::Plain)),
        facts: said(facts),
        ways: change(here, FamilyPage::sheet_of(Sheet::Protected, id), fact.kind.label()),
    }
}

fn requests(here: &Here<'_>) -> Vec<Part> {
    let mut standing: Vec<_> = here.book.requests_on(here.today).collect();
    standing.sort_by_key(|(id, request)| (request.asked_on, *id));
    let mut parts: Vec<Part> = standing
        .into_iter()
        .map(|(id, request)| Part::Details {
            summary: asked(here, request),
            parts: vec![Part::Card(request_card(here, id, request, None))],
        })
        .collect();
    if parts.is_empty() {
        parts.push(Part::Words("Nobody has asked for anything to be kept from somebody.".to_owned()));
    }
    let past = here.book.past_requests(here.today);
    if !past.is_empty() {
        let summary = format!("Requests that have ended ({})", past.len());
        let cards = past.into_iter().map(|it| Part::Card(past_card(here, it))).collect();
        parts.push(Part::Details { summary, parts: cards });
    }
    parts
}

fn asked(here: &Here<'_>, request: &DoNotTell) -> String {
    format!("Asked by {} on {}", here.book.name_of(request.asked_by), day_words(request.asked_on))
}

fn past_card(here: &Here<'_>, past: PastRequest<'_>) -> Card {
    let lifted = past.lifted.map(|reason| ("Lifted", reason.to_owned()));
    let card = request_card(here, past.id, past.request, lifted);
    // What is lifted is not changed any more: a new request says more.
    if past.lifted.is_some() { Card { ways: Vec::new(), ..card } } else { card }
}

fn request_card(
    here: &Here<'_>,
    id: DoNotTellId,
    request: &DoNotTell,
    also: Option<(&'static str, String)>,
) -> Card {
    let facts = [
        ("Not to be told", names(here.book, &request.from)),
        ("What", request.what.clone()),
        ("Words that would give it away", request.phrases.join("\n")),
        ("Why", request.why.clone()),
        ("Records that hold it", records(here, request)),
        ("Until", request.until.map(day_words).unwrap_or_default()),
        ("Answers for it", request.owner.map(|it| here.book.author_name(it)).unwrap_or_default()),
    ];
    Card {
        title: asked(here, request),
        tag: None,
        facts: said(facts.into_iter().chain(also)),
        ways: change(here, FamilyPage::sheet_of(Sheet::DoNotTell, id), &asked(here, request)),
    }
}

/// The records that a request names: nothing of them is shown to those who must not be told.
fn records(here: &Here<'_>, request: &DoNotTell) -> String {
    let words = |source: &Source| match *source {
        Source::Entry(id) => here.book.entries.current(id).map(|entry| {
            let about = here.book.subject_name(entry.subject);
            format!("{about}, module {}, {}", entry.module.number(), entry.done_on)
        }),
        Source::Visit(id) => {
            here.book.visits.current(id).map(|visit| format!("Visit of {}", day_words(visit.on)))
        }
        Source::CaseNote(id) => {
            here.book.case_notes.current(id).map(|note| format!("Case note of {}", day_words(note.on)))
        }
    };
    request.records.iter().filter_map(words).collect::<Vec<_>>().join("\n")
}

fn said(facts: impl IntoIterator<Item = (&'static str, String)>) -> Vec<(String, String)> {
    let said = facts.into_iter().filter(|(_, words)| !words.trim().is_empty());
    said.map(|(key, words)| (key.to_owned(), words)).collect()
}

fn change(here: &Here<'_>, page: FamilyPage, about: &str) -> Vec<Way> {
    let change = Way::new("Change or end", to(here, page)).about(format!("({about})"));
    super::may(here, Act::EndProtection).then_some(change).into_iter().collect()
}

fn sessions(here: &Here<'_>) -> Vec<Part> {
    if let Err(why) = private_session::may_open(here) {
        return vec![Part::Words(why)];
    }
    let born = |person: &PersonId| {
        let person = here.book.people.current(*person);
        person.is_some_and(|person| !matches!(person.arrival, Arrival::Unborn { .. }))
    };
    let row = |person| {
        let page = FamilyPage::Private { person };
        Row::link(format!("A private session with {}", here.book.name_of(person)), to(here, page))
    };
    vec![
        Part::Words(
            "For somebody’s own plan to be safe, in their words. It opens when they are alone with you, or with an \
             advocate whom they chose, and closes by itself."
                .to_owned(),
        ),
        Part::List(everybody(here).into_iter().filter(born).map(row).collect()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::practitioner::Role;
    use crate::policy::authority::Authority;
    use crate::services::leaves::leaf as page;
    use crate::services::sample::{AMARA, JOE, person};
    use crate::services::sheets::way::desk::Desk;

    const WORDS: [&str; 4] = ["14 Elm Road", "Tuesday course", "He came to the last one", "She has moved on"];

    fn desk() -> Desk {
        let mut desk = Desk::new(Authority::Common);
        let (amara, joe) = (person(AMARA).to_string(), person(JOE).to_string());
        let owner = crate::model::ids::PractitionerId::from_bytes([1; 16]).to_string();
        let typed =
            [("protected-whose", &*amara), ("protected-kind", "address"), ("protected-words", WORDS[0])];
        desk.fills_in(Sheet::Protected, None, &typed);
        let typed = [
            ("request-by", &*amara),
            ("request-from", &*joe),
            ("request-what", WORDS[1]),
            ("request-why", WORDS[2]),
            ("request-on", "2026-11-20"),
            ("request-owner", &*owner),
        ];
        desk.fills_in(Sheet::DoNotTell, None, &typed);
        desk
    }

    /// A page as the host's debug text, with what stands behind a click or without it.
    fn text(desk: &Desk, behind: bool) -> String {
        let mut parts = leaf(&desk.here()).parts;
        parts.retain(|part| behind || !matches!(part, Part::Details { .. }));
        format!("{parts:?}")
    }

    #[test]
    fn the_words_stand_behind_a_click_for_workers_and_not_at_all_for_others() {
        let desk = desk();
        assert!(WORDS[..3].iter().all(|words| text(&desk, true).contains(words)));
        assert!(!WORDS.iter().any(|words| text(&desk, false).contains(words)));
        for role in [Role::Administrator, Role::ReferringTeam] {
            let desk = desk_of(role);
            assert!(!WORDS.iter().any(|words| text(&desk, true).contains(words)));
            assert!(text(&desk, true).contains("Anyone may add to it"));
            assert!(text(&desk, true).contains("Add something that must not be known"));
            assert!(!text(&desk, true).contains("A private session with"));
        }
    }

    fn desk_of(role: Role) -> Desk {
        desk().turned(role)
    }

    #[test]
    fn a_lifted_request_stands_among_those_that_ended_with_its_reason() {
        let mut desk = desk();
        let id = desk.sample.book.do_not_tell.all().next().unwrap().0.to_string();
        let lift = [("request-lifted", "yes"), ("request-reason", WORDS[3])];
        desk.fills_in(Sheet::DoNotTell, Some(&id), &lift);
        let shown = text(&desk, true);
        assert!(shown.contains("Requests that have ended (1)") && shown.contains(WORDS[3]), "{shown}");
        assert!(shown.contains("Nobody has asked"), "{shown}");
    }

    #[test]
    fn every_person_has_the_same_way_into_a_private_session() {
        let mut desk = desk();
        assert!(text(&desk, false).contains("A private session with Amara"), "a manager may read");
        desk = desk.turned(Role::SocialWorker);
        assert!(!text(&desk, false).contains("A private session with"), "not in the team");
        desk.tries(vec![crate::workbook::decide::Command::Allocate { allocated: true }]).unwrap();
        let before = text(&desk, false);
        assert!(
            before.contains("A private session with Amara")
                && before.contains("A private session with Kayla")
        );
        let plan =
            crate::model::safety_plan::SafetyPlan { signs: "He goes quiet".into(), ..Default::default() };
        let write =
            crate::workbook::decide::SafetyCommand::WritePlan { person: person(AMARA), plan, seen: vec![] };
        desk.tries(vec![crate::workbook::decide::Command::Safety(write)]).unwrap();
        assert_eq!(text(&desk, false), before, "that there is a plan shows nowhere");
    }

    /// Nothing of it stands on any other page of the family, nor in search, and the history tells no more than that
    /// something was recorded.
    #[test]
    fn nothing_of_it_stands_anywhere_else() {
        let mut desk = desk();
        let id = desk.sample.book.protected_facts.all().next().unwrap().0.to_string();
        let moved = [("protected-until", "2026-11-01"), ("protected-reason", WORDS[3])];
        desk.fills_in(Sheet::Protected, Some(&id), &moved);
        let desk = desk.turned(Role::SocialWorker);
        let here = desk.here();
        for place in Place::ALL.iter().filter(|place| **place != Place::Safety) {
            let shown = format!("{:?}", page(*place, None, &here));
            assert!(!WORDS.iter().any(|words| shown.contains(words)), "{place:?}");
            let told = shown.contains("A protected fact") || shown.contains("A request not to tell");
            assert_eq!(told, *place == Place::History, "{place:?}");
        }
        let history = format!("{:?}", page(Place::History, None, &here));
        assert!(
            history.contains("A protected fact: recorded") && history.contains("A protected fact: changed")
        );
        for passage in crate::services::search::passages(&desk.sample.book, here.me.id) {
            assert!(!WORDS.iter().any(|words| passage.text.contains(words)), "{}", passage.text);
        }
        let lines = crate::services::overview::since_last_here(&here);
        assert!(lines.iter().all(|row| !row.words.contains("rotected") && !row.words.contains("equest not")));
    }
}
