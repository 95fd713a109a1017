//! Whether each child was seen, seen alone and heard as lately as the others (`domain.md` R76, R77; `ux.md` S24). Only for
//! professionals.

use chrono::NaiveDate;

use crate::model::dates::{Known, PartialDate};
use crate::model::entry::Quote;
use crate::model::ids::PersonId;
use crate::model::person::{Arrival, Person};
use crate::pictures::siblings::{Child, Last, Siblings, drawn, table};
use crate::policy::london::london;
use crate::services::here::Here;
use crate::workbook::round::visits::ChildVisit;

use super::Drawn;

/// What is lately: four weeks, the monthly round in which everything is looked at again.
const LATELY: i64 = 28;

/// Every child of the workflow; none where there is no child.
pub fn siblings(here: &Here<'_>) -> Option<Drawn> {
    let children: Vec<Child> = here
        .book
        .children()
        .into_iter()
        .filter(|(child, _)| here.book.in_workflow(*child))
        .map(|(id, person)| child(here, id, person))
        .collect();
    if children.is_empty() {
        return None;
    }
    let siblings = Siblings {
        title: "Each child seen and heard".to_owned(),
        measures: ["Seen", "Seen alone", "Own words recorded"].map(str::to_owned).to_vec(),
        lately: LATELY,
        children,
    };
    Some((drawn(&siblings), table(&siblings)))
}

fn child(here: &Here<'_>, id: PersonId, person: &Person) -> Child {
    let book = here.book;
    let last = match person.arrival {
        Arrival::Unborn { .. } => vec![Last::DoesNotApply("Not born yet".to_owned()); 3],
        Arrival::Born(_) => {
            let on = |visit: ChildVisit<'_>| PartialDate::day(visit.visit.on);
            let times = [book.last_seen(id).map(on), book.last_seen_alone(id).map(on), last_heard(here, id)];
            times.into_iter().map(|time| ago(here.today, time)).collect()
        }
    };
    Child { key: id.to_string(), name: book.name_of(id), last }
}

/// When words of theirs were last recorded: in an entry, with a visit, or as they said them while something was shown.
fn last_heard(here: &Here<'_>, child: PersonId) -> Option<PartialDate> {
    let book = here.book;
    let own = |quotes: &[Quote]| quotes.iter().any(|it| it.who == child && !it.words.trim().is_empty());
    let entries = book.entries.all().filter(|(_, entry)| own(&entry.own_words));
    let visits = book.visits.all().filter(|(_, visit)| own(&visit.own_words));
    let said = book.said.all().filter(|(_, said)| said.who == child && said.texts().next().is_some());
    entries
        .map(|(_, entry)| entry.done_on)
        .chain(visits.map(|(_, visit)| PartialDate::day(visit.on)))
        .chain(said.map(|(_, said)| PartialDate::day(london(said.at).date())))
        .max_by_key(|time| time.earliest())
}

/// Counted from the first day that it can have been: what is known roughly is not told as nearer than it may be.
fn ago(today: NaiveDate, time: Option<PartialDate>) -> Last {
    let Some(time) = time else { return Last::NotYet };
    let days = today.signed_duration_since(time.earliest()).num_days().max(0);
    let said = match (time.known, days) {
        (Known::Month { .. } | Known::Year(_), _) => time.to_string(),
        (Known::Day(_), 0) => format!("Today, {time}"),
        (Known::Day(_), 1) => format!("1 day ago, {time}"),
        (Known::Day(_), days) => format!("{days} days ago, {time}"),
    };
    Last::Ago { days, said }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::services::pictures::tests::example;
    use crate::services::sample::Sample;
    use crate::services::sheets::tests::here;

    #[test]
    fn each_child_of_the_example_family_stands_there_with_when_they_were_last_seen() {
        let book = example();
        let (scene, table) = siblings(&here(&book)).unwrap();
        let inside: Vec<_> = book.children().into_iter().filter(|(id, _)| book.in_workflow(*id)).collect();
        assert_eq!(table.rows.len(), inside.len());
        for ((id, _), row) in inside.into_iter().zip(&table.rows) {
            assert_eq!(row[0], book.name_of(id));
            let on = |visit: Option<ChildVisit<'_>>| {
                visit.map_or("Not yet".to_owned(), |it| PartialDate::day(it.visit.on).to_string())
            };
            assert!(row[1].ends_with(&on(book.last_seen(id))), "{row:?}");
            assert!(row[2].ends_with(&on(book.last_seen_alone(id))), "{row:?}");
            assert!(scene.told.iter().filter(|told| told.starts_with(&format!("{},", row[0]))).count() == 3);
        }
    }

    #[test]
    fn who_was_never_seen_is_said_to_be_so() {
        let sample = Sample::new();
        let (_, table) = siblings(&here(&sample.book)).unwrap();
        assert_eq!(table.rows, [["Kayla", "Not yet", "Not yet", "Not yet"]]);
    }

    #[test]
    fn a_time_that_is_known_roughly_is_not_told_as_nearer_than_it_may_be() {
        let check = |[day, month]: [&str; 2], days: i64, words: &str| {
            let time = PartialDate::parse(day, month, "2026", false).unwrap();
            let last = ago("2026-11-21".parse().unwrap(), Some(time));
            assert_eq!(last, Last::Ago { days, said: words.to_owned() });
        };
        check(["21", "11"], 0, "Today, 21 November 2026");
        check(["20", "11"], 1, "1 day ago, 20 November 2026");
        check(["1", "10"], 51, "51 days ago, 1 October 2026");
        check(["", "11"], 20, "November 2026");
        check(["", ""], 324, "2026");
    }
}
