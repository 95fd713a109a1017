//! Closing: what is done and what is not, the steps on the way out, the closure summary, and closing itself
//! (`domain.md` R63, R84 to R90; `ux.md` S35).

mod checklist;

use crate::model::choices::Choice;
use crate::model::dates::day_words;
use crate::model::ids::PersonId;
use crate::model::leaving::{Closing, ClosureSummary};
use crate::navigation::{FamilyPage, Leaf as Place, Route, Sheet};
use crate::services::here::Here;
use crate::services::leaf::{Card, Cell, Leaf, Moment, Part, Row, Way};
use crate::services::sheets::way::close::keeps_open;
use crate::services::sheets::way::reopen;
use crate::workbook::decide::permission::Act;
use crate::workbook::fact::Whole;

use checklist::checklist;

use super::{actions, facts, steps, way, whose};

pub(in crate::services::leaves) fn leaf(here: &Here<'_>) -> Leaf {
    let mut parts = Vec::new();
    if here.book.closed_on().is_some() {
        parts.extend(closed(here));
    } else {
        parts.push(Part::Words(
            "The workbook can be closed when the work with everyone is complete. What else is unfinished needs a \
             reason."
                .to_owned(),
        ));
        parts.push(Part::Heading("What is done, and what is not".to_owned()));
        parts.push(Part::List(checklist(here)));
    }
    parts.extend(work(here));
    parts.extend(steps::early_help(here));
    parts.extend(steps::after_the_plan(here));
    parts.extend(steps::care_orders(here));
    parts.extend(summary(here));
    if here.book.closed_on().is_none() {
        parts.extend(deciding(here));
    }
    parts.extend(before(here));
    Leaf { heading: Place::Close.title().to_owned(), caption: None, back: None, parts }
}

/// The work with each person, and what it waits for.
fn work(here: &Here<'_>) -> Vec<Part> {
    let people = here.book.children().into_iter().chain(here.book.adults()).map(|(id, _)| id);
    let people: Vec<PersonId> = people.filter(|id| here.book.in_workflow(*id)).collect();
    let may = here.may(Act::FinishCasework);
    let row = |person: PersonId| {
        let name = here.book.name_of(person);
        let (words, achieved) = casework(here, person);
        let mut cells = vec![Cell::Words(name.clone()), Cell::Words(words), Cell::Words(achieved)];
        if may {
            let to = Route::family(here.book.id, FamilyPage::sheet_of(Sheet::Leaving, person));
            cells.push(Cell::Link("Record".to_owned(), format!("where the work with {name} stands"), to));
        }
        cells
    };
    let mut columns = ["Who", "The work", "What was achieved"].map(str::to_owned).to_vec();
    if may {
        columns.push("Record".to_owned());
    }
    let caption = "The work with each person in the workflow".to_owned();
    let rows = people.into_iter().map(row).collect();
    vec![Part::Heading("Who is still worked with".to_owned()), Part::Table { caption, columns, rows }]
}

fn casework(here: &Here<'_>, person: PersonId) -> (String, String) {
    if here.book.has_passed_on(person) {
        return ("Responsibility has passed to another team".to_owned(), String::new());
    }
    let words = |complete: bool, on| match complete {
        true => format!("Complete since {}", day_words(on)),
        false => format!("Goes on since {}", day_words(on)),
    };
    match here.book.casework.current(person) {
        // Complete when the family left before is not complete now.
        Some(it) if it.complete && !here.book.is_casework_complete(person) => {
            ("Goes on".to_owned(), String::new())
        }
        Some(it) => (words(it.complete, it.on), it.words.clone()),
        None => ("Goes on".to_owned(), String::new()),
    }
}

fn summary(here: &Here<'_>) -> Vec<Part> {
    let card = |it: &ClosureSummary| {
        let facts = facts([
            ("The work, and what has changed", it.summary.clone()),
            ("Why it ends", it.why.clone()),
            ("What the family think", it.family_view.clone()),
            ("What the other agencies think", it.agencies_view.clone()),
        ]);
        Part::Card(Card { title: format!("Written {}", day_words(it.written_on)), facts, ..Card::default() })
    };
    let stands = here.book.closure_summary.current(Whole::Family);
    let mut parts = vec![Part::Heading("Closure summary".to_owned())];
    match stands {
        Some(it) => parts.push(card(it)),
        None => parts.push(Part::Words("The social worker writes it when the work ends.".to_owned())),
    }
    let words = if stands.is_some() { "Go on with the closure summary" } else { "Write the closure summary" };
    parts.push(actions(here, Act::ProposeStep, false, vec![way(here, words, Sheet::ClosureSummary)]));
    parts
}

/// The manager's decision, once nothing keeps the workbook open.
fn deciding(here: &Here<'_>) -> Vec<Part> {
    let mut parts = vec![Part::Heading("Close the workbook".to_owned())];
    let keeping = keeps_open(here);
    if !keeping.is_empty() {
        let row = |it: &crate::workbook::casework::Unfinished| Row::new(here.book.unfinished_words(*it));
        parts.push(Part::Words("It stays open until this is done:".to_owned()));
        parts.push(Part::List(keeping.iter().map(row).collect()));
        parts.push(Part::Aside(whose(here, Act::CloseWorkbook)));
        return parts;
    }
    parts.push(actions(here, Act::CloseWorkbook, true, vec![way(here, "Close the workbook", Sheet::Close)]));
    parts
}

fn closed(here: &Here<'_>) -> Vec<Part> {
    let Some(Closing::Closed { because, why, unfinished, .. }) =
        here.book.closed().and_then(|version| version.value.as_ref())
    else {
        return Vec::new();
    };
    let mut parts = vec![Part::Words(format!("{}.\n{why}", because.label()))];
    if !unfinished.is_empty() {
        parts.push(Part::Heading("What was left unfinished".to_owned()));
        let row = |left: &crate::model::leaving::LeftUnfinished| Row {
            more: vec![left.why.clone()],
            ..Row::new(left.what.clone())
        };
        parts.push(Part::List(unfinished.iter().map(row).collect()));
    }
    let returns = here.book.comes_back(&here.rules(), here.today).filter(|it| it.same_team == Some(true));
    if let Some(until) = returns.and_then(|it| it.returns_until) {
        parts
            .push(Part::Words(format!("A new referral until {} comes back to this team.", day_words(until))));
    }
    let share = Way::new("Share it to be read", Route::family(here.book.id, FamilyPage::Share));
    let mut ways = vec![share];
    if reopen::reasons(here).is_empty() {
        parts.push(Part::Aside(whose(here, Act::ReopenWorkbook)));
    } else {
        ways.push(way(here, "Reopen the workbook", Sheet::Reopen));
    }
    parts.push(Part::Actions { ways, primary: false });
    parts
}

/// Every closing and reopening, where there was more than the one that stands.
fn before(here: &Here<'_>) -> Option<Part> {
    let moment = |closing: &Closing| {
        let (title, why) = match closing {
            Closing::Closed { because, why, .. } => (format!("Closed: {}", because.label()), why),
            Closing::Reopened { because, why, .. } => (format!("Reopened: {}", because.label()), why),
        };
        Moment {
            title,
            on: closing.on().to_string(),
            when: day_words(closing.on()),
            by: None,
            words: vec![why.clone()],
            to: None,
        }
    };
    let moments: Vec<Moment> = here.book.closings().map(moment).collect();
    (here.book.reopened_on().is_some()).then(|| Part::Details {
        summary: "When it was closed and reopened".to_owned(),
        parts: vec![Part::Timeline(moments)],
    })
}

#[cfg(test)]
mod tests;
