//! One plan: its goals, what everybody thinks, its reviews, who has a copy and who signed (`domain.md` R72 to R79;
//! `ux.md` S23).

use crate::model::choices::Choice;
use crate::model::dates::day_words;
use crate::model::ids::{PersonId, PlanId};
use crate::model::plan::{Answer, Paper, Party, Plan, Review, Signature};
use crate::model::sharing::Piece;
use crate::navigation::{FamilyPage, Leaf as Place, Route, Sheet};
use crate::services::copies::must_not_read;
use crate::services::here::Here;
use crate::services::leaf::{Card, Cell, Leaf, Moment, Part, Row, Way};
use crate::services::said::to_pieces;
use crate::services::sheets::paper;
use crate::services::sheets::plan::{Which, address};
use crate::services::sheets::review::decided_since;
use crate::services::sheets::taken_back::{self, TakenBack};
use crate::services::words::quoted;
use crate::workbook::decide::permission::Act;
use crate::workbook::fold::Workbook;
use crate::workbook::round::plans::Gap;

use super::plans::{card, names, owner_name};

pub(super) fn leaf(of: &str, here: &Here<'_>) -> Option<Leaf> {
    let id: PlanId = of.parse().ok()?;
    let plan = here.book.plans.current(id)?;
    let book = here.book;
    let mut parts = vec![Part::Heading("What was agreed".to_owned()), Part::Card(about(here, id, plan))];
    parts.push(Part::Heading(format!("Goals ({})", plan.goals.len())));
    parts.extend(plan.goals.iter().enumerate().map(|(place, goal)| card(here, id, plan, place, goal)));
    if super::may(here, Act::Plan) {
        let goal = FamilyPage::sheet_of(Sheet::Plan, address(id, Which::Another));
        let ways = vec![Way::new("Add a goal", Route::family(book.id, goal))];
        parts.push(Part::Actions { ways, primary: false });
    }
    parts.extend(views(book, plan));
    parts.extend(said_to_it(book, plan));
    parts.extend(gaps(book, plan));
    parts.extend(reviews(here, id, plan));
    parts.extend(papers(here, id, plan));
    Some(Leaf {
        heading: plan.kind.label().to_owned(),
        caption: Some(names(book, &plan.children)),
        back: Some(Route::family(book.id, FamilyPage::leaf(Place::Plans))),
        parts,
    })
}

fn about(here: &Here<'_>, id: PlanId, plan: &Plan) -> Card {
    let book = here.book;
    let at = if plan.at_a_meeting { ", in a planning meeting" } else { "" };
    let mut facts = vec![("Agreed".to_owned(), format!("{}{at}", day_words(plan.agreed_on)))];
    for child in &plan.children {
        let words = plan.visiting.get(child).map(|visiting| {
            let less = if visiting.why_less.trim().is_empty() { "" } else { ". " };
            format!(
                "At least every {} days, by {}{less}{}",
                visiting.at_least_every_days,
                owner_name(book, &visiting.by),
                visiting.why_less
            )
        });
        let words = words.unwrap_or_else(|| "Nothing is recorded yet".to_owned());
        facts.push((format!("Visits to {}", book.name_of(*child)), words));
    }
    let texts = [("Who provides what", &plan.services), ("If it does not work", &plan.contingency)];
    let said = texts.into_iter().filter(|(_, words)| !words.trim().is_empty());
    facts.extend(said.map(|(key, words)| (key.to_owned(), words.clone())));
    let change = Route::family(book.id, FamilyPage::sheet_of(Sheet::Plan, id));
    let may = super::may(here, Act::Plan);
    let ways = may.then(|| Way::new("Change", change)).into_iter().collect();
    Card { title: "The plan as a whole".to_owned(), tag: None, facts, ways }
}

fn views(book: &Workbook, plan: &Plan) -> Vec<Part> {
    let people = plan.childrens_views.iter().chain(&plan.parents_views);
    let mut facts: Vec<(String, String)> =
        people.map(|(who, view)| (book.name_of(*who), quoted(view))).collect();
    let texts = [
        ("Other agencies", &plan.agencies_views),
        ("How wishes and feelings shaped the plan", &plan.how_views_shaped_it),
    ];
    let said = texts.into_iter().filter(|(_, words)| !words.trim().is_empty());
    facts.extend(said.map(|(key, words)| (key.to_owned(), words.clone())));
    if facts.is_empty() {
        return Vec::new();
    }
    vec![
        Part::Heading("What everybody thinks".to_owned()),
        Part::Card(Card { title: "Views".to_owned(), facts, ..Card::default() }),
    ]
}

/// What people said when what was agreed in it was shown to them.
fn said_to_it(book: &Workbook, plan: &Plan) -> Vec<Part> {
    let steps: Vec<Piece> = plan.steps().map(|step| Piece::Action(step.id)).collect();
    let rows = to_pieces(book, &steps);
    match rows.is_empty() {
        true => Vec::new(),
        false => vec![Part::Heading("What they said when it was shown to them".to_owned()), Part::List(rows)],
    }
}

/// What the guidance asks of a plan and is not there yet: a hint.
fn gaps(book: &Workbook, plan: &Plan) -> Option<Part> {
    let words = |gap: &Gap| match gap {
        Gap::ChildsView(who) | Gap::ParentsView(who) => format!("What {} thinks", book.name_of(*who)),
        Gap::AgenciesView => "What other agencies think".to_owned(),
        Gap::HowViewsShapedIt => "How wishes and feelings shaped the plan".to_owned(),
        Gap::Visiting(child) => format!("How often {} is visited, and by whom", book.name_of(*child)),
        Gap::Contingency => "What happens if the plan does not work".to_owned(),
    };
    let rows: Vec<Row> = book.gaps_in(plan).iter().map(|gap| Row::new(words(gap))).collect();
    let summary = format!("What could still be added ({})", rows.len());
    (!rows.is_empty()).then(|| Part::Details { summary, parts: vec![Part::List(rows)] })
}

fn reviews(here: &Here<'_>, id: PlanId, plan: &Plan) -> Vec<Part> {
    let book = here.book;
    let reviews = book.reviews_of(id);
    let mut parts = vec![Part::Heading(format!("Reviews ({})", reviews.len()))];
    let decided = decided_since(here, plan);
    if !decided.is_empty() {
        parts.push(Part::Words("For the next review, from supervision:".to_owned()));
        parts.push(Part::List(decided.into_iter().map(Row::new).collect()));
    }
    match reviews.last() {
        None => {
            parts.push(Part::Words("Reviews appear here, newest first, once one is recorded.".to_owned()))
        }
        Some((_, last)) => parts.extend(
            last.next_on.map(|next| Part::Words(format!("The next review is on {}.", day_words(next)))),
        ),
    }
    if super::may(here, Act::Plan) {
        let to = Route::family(book.id, FamilyPage::sheet_of(Sheet::Review, paper::address(Paper::Plan(id))));
        parts.push(Part::Actions { ways: vec![Way::new("Review the plan", to)], primary: false });
    }
    let moment = |(review_id, review): &(_, &Review)| {
        let change = FamilyPage::sheet_of(Sheet::Review, paper::address(Paper::Review(*review_id)));
        let way = Way::new("Change", Route::family(book.id, change));
        Moment {
            title: "Review".to_owned(),
            on: review.on.to_string(),
            when: day_words(review.on),
            by: book.plan_reviews.get(*review_id).map(|it| book.author_name(it.latest().author)),
            words: review_words(book, plan, review),
            to: super::may(here, Act::Plan)
                .then(|| way.about(format!("(review of {})", day_words(review.on)))),
        }
    };
    if !reviews.is_empty() {
        parts.push(Part::Timeline(reviews.iter().rev().map(moment).collect()));
    }
    parts
}

fn review_words(book: &Workbook, plan: &Plan, review: &Review) -> Vec<String> {
    let mut words = vec![review.summary.clone()];
    let mut add = |key: &str, text: &str| {
        if !text.trim().is_empty() {
            words.push(format!("{key}: {text}"));
        }
    };
    add("New since the last time", &review.new_information);
    for (who, view) in review.childrens_views.iter().chain(&review.parents_views) {
        add(&book.name_of(*who), &quoted(view));
    }
    add("Other agencies", &review.agencies_views);
    for step in plan.steps() {
        let said = review.progress.get(&step.id).map(String::as_str).unwrap_or_default();
        add(&step.what, said);
    }
    add("Who came", &review.who_came);
    add("Not a meeting", &review.why_no_meeting);
    words
}

const NOT_FOR_ALL: &str = "some of this must not reach everybody who would have a copy. Before you print it or hand it \
    over, open the form for copies: it shows which sentences.";

/// Copies and signatures of the plan, then of each review, newest first.
fn papers(here: &Here<'_>, id: PlanId, plan: &Plan) -> Vec<Part> {
    let book = here.book;
    let mut parts = vec![Part::Heading("Copies and signatures".to_owned())];
    parts.extend(paper::kept_apart(plan, book).into_iter().map(Part::Warning));
    let reviews = book.reviews_of(id);
    let reviews = reviews.iter().rev().map(|(review, _)| Paper::Review(*review));
    for paper in reviews.chain([Paper::Plan(id)]) {
        let words = paper::words(paper, book);
        // The page may be printed: what must not be read, and by whom, stands in the forms alone.
        if !must_not_read(here, paper, plan).is_empty() {
            parts.push(Part::Warning(format!("{words}: {NOT_FOR_ALL}")));
        }
        parts.push(Part::Table {
            caption: words.clone(),
            columns: ["Who", "Copy", "Signature"].map(str::to_owned).to_vec(),
            rows: who_of(book, plan, paper).iter().map(|who| row(book, paper, who)).collect(),
        });
        let way = |label: &str, sheet: Sheet| {
            let to = FamilyPage::sheet_of(sheet, paper::address(paper));
            Way::new(label, Route::family(book.id, to)).about(format!("({words})"))
        };
        if super::may(here, Act::PlanCopies) {
            let ways =
                vec![way("Record copies", Sheet::Distribution), way("Record signatures", Sheet::Signature)];
            parts.push(Part::Actions { ways, primary: false });
            parts.extend(mistakes(book, paper));
        }
    }
    parts
}

/// The way to say that a copy or a signature was recorded in error.
fn mistakes(book: &Workbook, paper: Paper) -> Option<Part> {
    let copies = book.copies_of(paper).into_iter().map(|(id, _)| (Sheet::Distribution, TakenBack::Copy(id)));
    let signed = book.signatures_of(paper).into_iter();
    let signed = signed.map(|(id, _)| (Sheet::Signature, TakenBack::Signature(id)));
    let row = |(sheet, what): (Sheet, TakenBack)| {
        let to = FamilyPage::sheet_of(sheet, taken_back::address(what));
        Some(Row::link(taken_back::words(book, what)?, Route::family(book.id, to)))
    };
    let rows: Vec<Row> = copies.chain(signed).filter_map(row).collect();
    let summary = format!("Was something recorded in error? {}", paper::words(paper, book));
    (!rows.is_empty()).then(|| Part::Details { summary, parts: vec![Part::List(rows)] })
}

/// Everybody who should have a copy, and everybody else who had one or signed.
fn who_of(book: &Workbook, plan: &Plan, paper: Paper) -> Vec<Party> {
    let mut who: Vec<Party> = paper::family(plan, book).into_iter().map(Party::Person).collect();
    let copies = book.copies_of(paper).into_iter().map(|(_, copy)| copy.to.clone());
    let signed = book.signatures_of(paper).into_iter().map(|(_, signature)| signature.by.clone());
    for party in copies.chain(signed) {
        if !who.contains(&party) {
            who.push(party);
        }
    }
    who
}

fn row(book: &Workbook, paper: Paper, who: &Party) -> Vec<Cell> {
    let name = match who {
        Party::Person(person) => book.name_of(*person),
        Party::Agency(name) => name.clone(),
    };
    let copies: Vec<String> = book
        .copies_of(paper)
        .into_iter()
        .filter(|(_, copy)| copy.to == *who)
        .map(|(_, copy)| format!("{}, {}", day_words(copy.on), copy.how.to_lowercase()))
        .collect();
    let copies = if copies.is_empty() { "Not yet".to_owned() } else { copies.join("\n") };
    let signatures = book.signatures_of(paper);
    let last = signatures.iter().rfind(|(_, signature)| signature.by == *who);
    let signed = match (last, who) {
        (Some((_, signature)), _) => signature_words(book, signature),
        (None, Party::Person(person)) if is_child(book, *person) => "Not yet, if old enough".to_owned(),
        (None, _) => "Not yet".to_owned(),
    };
    vec![Cell::Words(name), Cell::Words(copies), Cell::Words(signed)]
}

fn is_child(book: &Workbook, person: PersonId) -> bool {
    book.people.current(person).is_some_and(|person| person.is_child())
}

fn signature_words(book: &Workbook, signature: &Signature) -> String {
    let on = day_words(signature.on);
    let said = match &signature.answer {
        Answer::Agrees => format!("Signed {on}"),
        Answer::SeesItDifferently(words) => {
            format!("Signed {on}, and sees it differently: {}", quoted(words))
        }
        Answer::DidNotSign(words) => format!("Did not sign, {on}: {words}"),
    };
    match book.is_of_this_version(signature) {
        true => said,
        false => format!("{said}. It was changed since then"),
    }
}
