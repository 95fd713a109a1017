//! How the family is rated: what was agreed, what each worker says where that was shown, and how it moved
//! (`domain.md` R57 to R59; `ux.md` S10).

use crate::model::dates::day_words;
use crate::model::rating::Rag;
use crate::navigation::{FamilyPage, Leaf, Route};
use crate::policy::profile::practice::{Part as Used, Use};
use crate::services::here::Here;
use crate::services::leaf::{Cell, Part, Row, Way};
use crate::services::rag;
use crate::workbook::round::Meeting;
use crate::workbook::round::ratings::{AgreedAt, Shown};

/// What the panel shows; nothing where the authority does not rate families, or its guidance does not mention it and
/// nobody has.
pub fn rating(here: &Here<'_>) -> Option<Vec<Part>> {
    let profile = here.profile();
    let history = here.book.agreed_history();
    let shown = last_shown(here);
    let said = profile.part(Used::Rating).is_none_or(|said| said.is == Use::Used);
    let any = !history.is_empty() || shown.is_some();
    if !profile.uses(Used::Rating) || !(said || any) {
        return None;
    }
    let mut parts = match history.last() {
        Some(last) => vec![Part::List(vec![agreed(here, last)])],
        None => vec![Part::Words("No rating is agreed yet. It is agreed in supervision.".to_owned())],
    };
    parts.extend(shown.iter().flat_map(|meeting| workers(here, meeting)));
    if history.len() > 1 {
        parts.extend(moved(&history));
    }
    let way = |words: &str, page| Way::new(words, Route::family(here.book.id, FamilyPage::leaf(page)));
    let ways =
        vec![way("Summaries and ratings", Leaf::Summaries), way("How things have changed", Leaf::Pictures)];
    parts.push(Part::Actions { ways, primary: false });
    Some(parts)
}

/// The last supervision at which ratings were shown.
fn last_shown<'a>(here: &Here<'a>) -> Option<Meeting<'a>> {
    here.book.meetings().into_iter().rfind(|meeting| meeting.reveal().is_some())
}

fn agreed(here: &Here<'_>, last: &AgreedAt<'_>) -> Row {
    let level = last.agreed.level;
    let mut more: Vec<String> = rag::meaning(here.profile(), level).map(str::to_owned).into_iter().collect();
    more.push(last.agreed.reason.clone());
    let words = format!("Agreed {}", day_words(last.on));
    Row { more, tag: Some(rag::tag(level)), ..Row::new(words) }
}

/// What each worker says, and how many say what where they differ.
fn workers(here: &Here<'_>, meeting: &Meeting<'_>) -> Vec<Part> {
    let open = meeting.ratings_for(here.me.id).into_iter().filter_map(|rating| match rating.rating {
        Shown::Open(version) => Some((here.book.author_name(rating.by), version.value.as_ref()?.level)),
        Shown::Kept => None,
    });
    let open: Vec<(String, Rag)> = open.collect();
    let levels: Vec<Rag> = open.iter().map(|(_, level)| *level).collect();
    let on = meeting.day().map(day_words).unwrap_or_default();
    let mut parts = vec![Part::Subheading(format!("What each worker said on {on}"))];
    parts.extend(rag::differ(&levels).map(|words| Part::Words(format!("Views differ: {words}."))));
    let row = |(name, level): (String, Rag)| Row { tag: Some(rag::tag(level)), ..Row::new(name) };
    parts.push(Part::List(open.into_iter().map(row).collect()));
    parts
}

/// What it was before, and all of it behind a click.
fn moved(history: &[AgreedAt<'_>]) -> Vec<Part> {
    let row = |at: &AgreedAt<'_>| {
        vec![
            Cell::Words(day_words(at.on)),
            Cell::Tag(rag::tag(at.agreed.level)),
            Cell::Words(at.agreed.change.clone()),
        ]
    };
    let table = Part::Table {
        caption: "The agreed rating over time".to_owned(),
        columns: ["Supervision", "Agreed", "What had changed"].map(str::to_owned).to_vec(),
        rows: history.iter().rev().map(row).collect(),
    };
    let mut parts: Vec<Part> = before(history).map(Part::Words).into_iter().collect();
    parts.push(Part::Details { summary: "How the rating moved".to_owned(), parts: vec![table] });
    parts
}

/// "Was Red until 6 October 2026"; none while it never was anything else.
fn before(history: &[AgreedAt<'_>]) -> Option<String> {
    use crate::model::choices::Choice;
    let now = history.last()?.agreed.level;
    let last_other = history.iter().rposition(|at| at.agreed.level != now)?;
    let other = history.get(last_other)?.agreed.level;
    let until = history.get(last_other + 1)?.on;
    Some(format!("Was {} until {}.", other.label(), day_words(until)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::navigation::Sheet;
    use crate::policy::authority::Authority;
    use crate::services::sample::Sample;
    use crate::services::sheets::summary::tests::{
        fills, holds, looks, manager, plans, rana, sam, supervision,
    };

    fn words(parts: &[Part]) -> Vec<String> {
        let said = |part: &Part| match part {
            Part::Words(words) => vec![words.clone()],
            Part::List(rows) => rows
                .iter()
                .map(|row| format!("{}: {}", row.words, row.tag.as_ref().map_or("", |tag| &tag.words)))
                .collect(),
            _ => Vec::new(),
        };
        parts.iter().flat_map(said).collect()
    }

    fn panel(sample: &Sample, authority: Authority) -> Option<Vec<String>> {
        looks(&sample.book, &sam(), authority, "2026-11-21", rating).map(|parts| words(&parts))
    }

    fn types(
        sample: &mut Sample,
        who: crate::model::practitioner::Practitioner,
        form: Sheet,
        number: u8,
        typed: &[(&str, &str)],
    ) {
        fills(sample, &who, form, &supervision(number).to_string(), typed).unwrap();
    }

    #[test]
    fn the_panel_says_what_is_agreed_who_differs_and_what_it_was() {
        let mut sample = Sample::new();
        assert_eq!(
            panel(&sample, Authority::WestSussex).unwrap(),
            ["No rating is agreed yet. It is agreed in supervision."]
        );
        plans(&mut sample, 1, "2026-10-06");
        types(
            &mut sample,
            manager(),
            Sheet::AgreedRating,
            1,
            &[("agreed-level", "red"), ("agreed-reason", "New")],
        );
        holds(&mut sample, 1, "2026-10-06");
        plans(&mut sample, 2, "2026-11-03");
        let rated = |level| [("rating-level", level), ("rating-reason", "Seen")];
        types(&mut sample, sam(), Sheet::Rating, 2, &rated("amber"));
        types(&mut sample, rana(), Sheet::Rating, 2, &rated("green"));
        let kept = panel(&sample, Authority::WestSussex).unwrap();
        assert_eq!(kept, ["Agreed 6 October 2026: Red"], "nobody’s rating is read before it is shown");
        types(&mut sample, manager(), Sheet::AgreedRating, 2, &[("agreed-show", "yes")]);
        let agree = [
            ("agreed-level", "amber"),
            ("agreed-reason", "Steady"),
            ("agreed-difference", "Evenings"),
            ("agreed-change", "Joe moved out"),
        ];
        types(&mut sample, manager(), Sheet::AgreedRating, 2, &agree);
        assert_eq!(
            panel(&sample, Authority::WestSussex).unwrap(),
            [
                "Agreed 3 November 2026: Amber",
                "Views differ: 1 of 2 workers says Amber, 1 says Green.",
                "Sam Holt: Amber",
                "Rana Ali: Green",
                "Was Red until 3 November 2026."
            ]
        );
    }

    #[test]
    fn where_families_are_not_rated_there_is_no_panel() {
        let sample = Sample::new();
        assert_eq!(panel(&sample, Authority::Warwickshire), None);
        assert_eq!(
            panel(&sample, Authority::Bury),
            None,
            "its guidance does not mention it and nobody has rated"
        );
        assert!(panel(&sample, Authority::Walsall).is_some());
    }
}
