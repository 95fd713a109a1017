//! How often each child is visited at the least, and by whom (WAR 9.5; `domain.md` R73).

use crate::model::ids::PersonId;
use crate::model::plan::{Plan, Visiting};
use crate::policy::practice::rules_of;
use crate::services::here::Here;
use crate::services::sheet::{Question, What, line, pick};
use crate::services::typed::{Fields, Typed, Wrong};

use super::frame::field;
use super::step;

/// The boxes about one child.
const DAYS: &str = "days";
const VISITOR: &str = "visitor";
const VISITOR_OTHER: &str = "visitor-other";
const LESS: &str = "less";

/// How often the authority has each child visited at the least.
fn most_days(here: &Here<'_>) -> Option<u16> {
    rules_of(here.profile()).round.visit_at_least_every_days
}

/// Where a refusal about the visits to a child stands.
pub(super) fn first_box(child: PersonId) -> String {
    field::of(DAYS, child)
}

/// What is asked about the visits to a child, once the plan is for that child.
pub(super) fn questions(here: &Here<'_>, child: PersonId, plan: Option<&Plan>) -> Vec<Question> {
    let name = here.book.name_of(child);
    let most = most_days(here);
    let optional = if most.is_some() { "" } else { " (optional)" };
    let when = |what: What| what.when(field::CHILDREN, [child]);
    let visitor = field::of(VISITOR, child);
    let mut questions = vec![
        when(What::Line {
            id: field::of(DAYS, child),
            label: format!("At least every how many days is {name} visited?{optional}"),
            hint: Some("7 is every week, 21 every three weeks.".to_owned()),
            short: true,
        }),
        when(pick(visitor.clone(), format!("Who visits {name}?{optional}"), step::owners(here))),
        line(field::of(VISITOR_OTHER, child), format!("Who is it that visits {name}?"))
            .when(visitor, ["other"]),
    ];
    // What was said under the rules of another authority stays in sight.
    let said = plan.and_then(|plan| plan.visiting.get(&child)).is_some_and(|it| !it.why_less.is_empty());
    let less = match most {
        Some(most) => Some(format!("If less often than every {most} days, why?")),
        None => said.then(|| "Why is it not more often? (optional)".to_owned()),
    };
    questions.extend(less.map(|less| when(line(field::of(LESS, child), less))));
    questions
}

/// What stands in the boxes.
pub(super) fn boxes(plan: &Plan) -> Fields {
    let mut fields = Fields::new();
    for (child, visiting) in &plan.visiting {
        let (who, other) = step::owner_boxes(&visiting.by);
        let mut put = |what: &str, words: String| drop(fields.insert(field::of(what, *child), words));
        put(DAYS, visiting.at_least_every_days.to_string());
        put(VISITOR, who);
        put(VISITOR_OTHER, other);
        if !visiting.why_less.is_empty() {
            put(LESS, visiting.why_less.clone());
        }
    }
    fields
}

/// What was typed; none where nothing was, or it is in `wrong`.
pub(super) fn read(
    here: &Here<'_>,
    boxes: Typed<'_>,
    child: PersonId,
    wrong: &mut Vec<Wrong>,
) -> Option<Visiting> {
    let name = here.book.name_of(child);
    let words = |what: &str| boxes.text(&field::of(what, child));
    let most = most_days(here);
    let by = step::owner_of(words(VISITOR), words(VISITOR_OTHER), here);
    if words(DAYS).is_empty() && by.is_none() && most.is_none() {
        return None;
    }
    let days = words(DAYS).parse::<u16>().ok().filter(|days| *days > 0);
    let before = wrong.len();
    if days.is_none() {
        let message = format!("Enter a number of days between visits to {name}, such as 21");
        wrong.push(Wrong::new(field::of(DAYS, child), message));
    }
    if by.is_none() {
        wrong.push(Wrong::new(field::of(VISITOR, child), format!("Select who visits {name}")));
    }
    let less = words(LESS).to_owned();
    if days.zip(most).is_some_and(|(days, most)| days > most) && less.is_empty() {
        let message = format!("Enter why {name} is visited less often");
        wrong.push(Wrong::new(field::of(LESS, child), message));
    }
    let (Some(at_least_every_days), Some(by), true) = (days, by, wrong.len() == before) else { return None };
    Some(Visiting { at_least_every_days, by, why_less: less })
}
