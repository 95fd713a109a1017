//! What professionals' documents say of a family before anything else: who is who, who is safe with whom, where each
//! child stands, and who works with them.

use crate::model::choices::Choice;
use crate::model::dates::day_words;
use crate::model::ids::PersonId;
use crate::model::person::{Arrival, Person};
use crate::model::relationship::ParentalResponsibility;
use crate::reports::{Block, Level};
use crate::services::here::Here;

use super::blocks::{one_line, table};

/// That there are details which stand in no document.
const PROTECTED: &str = "There are protected details: see the workbook.";

/// Everyone: name, birth, who they are to whom, and whether work is done with them.
pub(super) fn people(here: &Here<'_>) -> Vec<Block> {
    let book = here.book;
    let row = |(id, person): (PersonId, &Person)| {
        let inside = if book.in_workflow(id) { "Yes" } else { "No" };
        let full = match person.name.trim() {
            "" => book.name_of(id),
            name if name.contains(&book.name_of(id)) => name.to_owned(),
            name => format!("{name}, known as {}", book.name_of(id)),
        };
        vec![full, born(person), relations(here, id), inside.to_owned()]
    };
    let rows = book.children().into_iter().chain(book.adults()).map(row).collect();
    let columns = ["Name", "Born", "Who they are", "In the workflow"];
    let needs = book.children().into_iter().chain(book.adults()).filter_map(|(id, person)| {
        let needs = needs(person);
        (!needs.is_empty()).then(|| Block::Labelled(format!("To talk with {}", book.name_of(id)), needs))
    });
    table("The family", &columns, rows).into_iter().chain(needs).chain(protected(here)).collect()
}

fn born(person: &Person) -> String {
    match person.arrival {
        Arrival::Born(Some(date)) => date.to_string(),
        Arrival::Born(None) => "Not recorded".to_owned(),
        Arrival::Unborn { due: Some(due) } => format!("Not born yet, due {due}"),
        Arrival::Unborn { due: None } => "Not born yet".to_owned(),
    }
}

/// "Mother of Wren, with parental responsibility".
fn relations(here: &Here<'_>, id: PersonId) -> String {
    let book = here.book;
    let own = book.relationships.all().filter(|(_, it)| it.from == id && it.end.is_none());
    let words = own.map(|(_, it)| {
        let holds = match it.parental_responsibility {
            ParentalResponsibility::Holds => ", with parental responsibility",
            ParentalResponsibility::DoesNotHold | ParentalResponsibility::NotKnown => "",
        };
        format!("{} of {}{holds}", it.kind.label(), book.name_of(it.to))
    });
    crate::services::words::sentence(&words.collect::<Vec<_>>().join("; "))
}

fn needs(person: &Person) -> String {
    let interpreter = match (person.interpreter, person.language.trim()) {
        (true, "") => "Needs an interpreter".to_owned(),
        (true, language) => format!("Needs an interpreter: {language}"),
        (false, language) => language.to_owned(),
    };
    let said = [interpreter, one_line(&person.reading_needs), one_line(&person.communication_needs)];
    said.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(". ")
}

/// That there is more which keeps people safe, and stands in the workbook alone.
pub(super) fn protected(here: &Here<'_>) -> Option<Block> {
    here.book.protected().next().map(|_| Block::Paragraph(PROTECTED.to_owned()))
}

/// Between whom safety separation stands.
pub(super) fn separations(here: &Here<'_>) -> Vec<Block> {
    let book = here.book;
    let words = |pair: crate::model::subject::Pair| {
        let [one, other] = pair.both().map(|person| book.name_of(person));
        let why = book.separations.current(pair).map(|it| one_line(&it.why)).unwrap_or_default();
        let words = format!(
            "Safety separation stands between {one} and {other}. Tell neither of the other, and give this to nobody of the \
             family. {why}"
        );
        Block::Paragraph(words.trim().to_owned())
    };
    book.separated_pairs().into_iter().map(words).collect()
}

/// Where each child stands: plan, order, threshold.
pub(super) fn standing(here: &Here<'_>) -> Option<Block> {
    let book = here.book;
    let row = |(id, _): (PersonId, &Person)| {
        let status = book.status_now(id);
        let plan = status.map_or_else(
            || "Not recorded".to_owned(),
            |it| {
                let mut words = vec![it.plan.label().to_owned()];
                words.extend(it.looked_after.then(|| "looked after".to_owned()));
                words.extend(it.legal.map(|legal| legal.label().to_owned()));
                format!("{}, since {}", words.join(", "), day_words(it.from))
            },
        );
        let threshold = book.threshold_now(id).map(|it| format!("{}, {}", it.to.label(), day_words(it.on)));
        let seen = |it: Option<crate::workbook::round::visits::ChildVisit<'_>>| {
            it.map_or_else(|| "not recorded".to_owned(), |it| day_words(it.visit.on))
        };
        let seen = format!("Seen {}; alone {}", seen(book.last_seen(id)), seen(book.last_seen_alone(id)));
        vec![book.name_of(id), plan, threshold.unwrap_or("Not decided".to_owned()), seen]
    };
    let rows = book.children().into_iter().map(row).collect();
    table("Each child", &["Child", "Plan and status", "Threshold", "Last seen"], rows)
}

/// Who works with the family now.
pub(super) fn team(here: &Here<'_>) -> Option<Block> {
    let members = here.book.team_on(here.today).into_iter();
    let rows = members.map(|(_, it)| {
        let role = here.profile().role_name(&it.role).to_owned();
        vec![it.name.clone(), role, it.employer.clone(), day_words(it.from)]
    });
    table("Who works with the family", &["Name", "Role", "From", "Since"], rows.collect())
}

/// The agreed rating as it stands, with its reason.
pub(super) fn rating(here: &Here<'_>) -> Vec<Block> {
    let Some(at) = here.book.agreed_rating() else { return Vec::new() };
    let mut blocks =
        vec![Block::Labelled(format!("Agreed on {}", day_words(at.on)), at.agreed.level.label().to_owned())];
    let said = [
        ("Why", &at.agreed.reason),
        ("What has changed", &at.agreed.change),
        ("Why our views differ", &at.agreed.difference),
    ];
    blocks.extend(said.into_iter().flat_map(|(name, words)| super::blocks::labelled(name, words)));
    let rows = here
        .book
        .agreed_history()
        .into_iter()
        .map(|it| vec![day_words(it.on), it.agreed.level.label().to_owned(), it.agreed.reason.clone()]);
    blocks.extend(table("Ratings over time", &["Supervision", "Agreed rating", "Why"], rows.collect()));
    blocks
}

/// A heading of the second level with blocks under it, or nothing.
pub(super) fn under(title: &str, blocks: impl IntoIterator<Item = Block>) -> Vec<Block> {
    let blocks: Vec<Block> = blocks.into_iter().collect();
    let heading = (!blocks.is_empty()).then(|| Block::Heading(Level::Second, title.to_owned()));
    heading.into_iter().chain(blocks).collect()
}
