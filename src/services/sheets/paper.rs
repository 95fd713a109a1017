//! A plan or a review of one, in an address and in words: what copies and signatures are of.

use crate::model::dates::day_words;
use crate::model::ids::{PersonId, PlanId};
use crate::model::plan::{Paper, Plan};
use crate::services::here::Here;
use crate::workbook::fold::Workbook;

/// A review in an address stands after this word.
const REVIEW: &str = "review-";

/// A plan or a review, in an address.
pub fn address(paper: Paper) -> String {
    match paper {
        Paper::Plan(id) => id.to_string(),
        Paper::Review(id) => format!("{REVIEW}{id}"),
    }
}

/// The plan or review at an address, with the plan that it is of.
pub fn of_address<'a>(of: Option<&str>, here: &Here<'a>) -> Option<(Paper, PlanId, &'a Plan)> {
    let of = of?;
    let paper = match of.strip_prefix(REVIEW) {
        Some(id) => Paper::Review(id.parse().ok()?),
        None => Paper::Plan(of.parse().ok()?),
    };
    let id = match paper {
        Paper::Plan(id) => id,
        Paper::Review(id) => here.book.plan_reviews.current(id)?.plan,
    };
    here.book.plans.current(id).map(|plan| (paper, id, plan))
}

/// "Plan of 3 March 2026", "Review of 14 April 2026".
pub fn words(paper: Paper, book: &Workbook) -> String {
    match paper {
        Paper::Plan(id) => {
            let on = book.plans.current(id).map(|plan| day_words(plan.agreed_on));
            format!("Plan of {}", on.unwrap_or_default())
        }
        Paper::Review(id) => {
            let on = book.plan_reviews.current(id).map(|review| day_words(review.on));
            format!("Review of {}", on.unwrap_or_default())
        }
    }
}

/// Who is asked to sign it and is given a copy, of the family: the children of the plan who are born, and the adults
/// in the workflow (WAR 9.8, 10.5).
pub fn family(plan: &Plan, book: &Workbook) -> Vec<PersonId> {
    use crate::model::person::Arrival;
    let born = |child: &PersonId| {
        let child = book.people.current(*child);
        child.is_some_and(|child| matches!(child.arrival, Arrival::Born(_)))
    };
    let adults = book.adults().into_iter().map(|(id, _)| id).filter(|id| book.in_workflow(*id));
    adults.chain(plan.children.iter().copied().filter(born)).collect()
}

/// What is said to whoever gives a copy to people of whom two are kept apart. A paper of all names both.
pub fn kept_apart(plan: &Plan, book: &Workbook) -> Vec<String> {
    let family = family(plan, book);
    let pairs = book.separated_pairs().into_iter();
    let named = pairs.filter(|pair| family.iter().any(|person| pair.has(*person)));
    named
        .map(|pair| {
            let names: Vec<String> = pair.both().into_iter().map(|id| book.name_of(id)).collect();
            format!(
                "Safety separation stands between {}. Take out what one must not read of the other before either \
                 has a copy or signs.",
                names.join(" and ")
            )
        })
        .collect()
}
