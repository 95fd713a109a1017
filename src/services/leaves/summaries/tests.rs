use super::*;
use crate::navigation::Sheet as Form;
use crate::policy::authority::Authority;
use crate::services::sample::Sample;
use crate::services::sheets::summary::tests::{fills, looks, manager, plans, rana, sam, supervision};

fn page(sample: &Sample, authority: Authority, on: &str) -> Leaf {
    looks(&sample.book, &sam(), authority, on, leaf)
}

fn rows(leaf: &Leaf) -> Vec<(String, String, bool)> {
    let lists = leaf.parts.iter().filter_map(|part| match part {
        Part::List(rows) => Some(rows),
        _ => None,
    });
    let row = |row: &Row| {
        let tag = row.tag.as_ref().map(|tag| tag.words.clone()).unwrap_or_default();
        (row.words.clone(), tag, row.to.is_some())
    };
    lists.flatten().map(row).collect()
}

fn words(leaf: &Leaf) -> String {
    let said = leaf.parts.iter().filter_map(|part| match part {
        Part::Words(words) | Part::Aside(words) | Part::Heading(words) => Some(words.as_str()),
        _ => None,
    });
    said.collect::<Vec<_>>().join(" | ")
}

fn writes(sample: &mut Sample, who: &crate::model::practitioner::Practitioner, ready: bool) {
    let mut typed = vec![("summary-synopsis", "Visits")];
    if ready {
        typed.extend([
            ("summary-rating-level", "red"),
            ("summary-rating-reason", "New"),
            ("summary-ready", "yes"),
        ]);
    }
    fills(sample, who, Form::Summary, &supervision(1).to_string(), &typed).unwrap();
}

#[test]
fn each_worker_stands_with_how_far_they_are() {
    let mut sample = Sample::new();
    plans(&mut sample, 1, "2026-12-01");
    let tags = |sample: &Sample, on| rows(&page(sample, Authority::WestSussex, on));
    let said = |name: &str, tag: &str, link| (name.to_owned(), tag.to_owned(), link);
    assert_eq!(
        tags(&sample, "2026-11-21"),
        [said("A team member", "Not yet", false), said("Sam Holt", "Not yet", false)]
    );
    writes(&mut sample, &sam(), false);
    writes(&mut sample, &rana(), true);
    assert_eq!(
        tags(&sample, "2026-11-21"),
        [said("Rana Ali", "Ready", true), said("Sam Holt", "Draft", true)]
    );
    // The day has passed: what was ready in time stays ready, and the draft is late.
    assert_eq!(
        tags(&sample, "2026-12-01"),
        [said("Rana Ali", "Ready", true), said("Sam Holt", "Draft, late", true)]
    );
    let others = looks(&sample.book, &rana(), Authority::WestSussex, "2026-11-21", leaf);
    assert_eq!(rows(&others)[1], said("Sam Holt", "Draft", false), "a colleague’s draft is theirs");
}

#[test]
fn one_summary_is_read_with_its_rating_when_that_may_be_seen() {
    let mut sample = Sample::new();
    plans(&mut sample, 1, "2026-12-01");
    writes(&mut sample, &rana(), true);
    let of = format!("{}.{}", supervision(1), rana().id);
    let look = |sample: &Sample, who| {
        looks(&sample.book, &who, Authority::WestSussex, "2026-11-21", |here| {
            crate::services::leaves::leaf(Place::Summary, Some(&of), here).unwrap()
        })
    };
    let rated = |leaf: &Leaf| {
        leaf.parts.iter().any(|part| matches!(part, Part::Card(card) if card.title == "Rating"))
    };
    let mine = look(&sample, rana());
    assert_eq!(mine.heading, "Workbook Summary of Rana Ali");
    assert!(rated(&mine));
    assert!(!rated(&look(&sample, sam())), "kept until all are shown");
    let show = [("agreed-show", "yes")];
    fills(&mut sample, &manager(), Form::AgreedRating, &supervision(1).to_string(), &show).unwrap();
    assert!(rated(&look(&sample, sam())));
}

#[test]
fn a_page_without_records_and_one_that_is_not_used_say_so() {
    let sample = Sample::new();
    let empty = words(&page(&sample, Authority::WestSussex, "2026-11-21"));
    assert!(empty.contains("Your first summary will appear when a supervision date is set."), "{empty}");
    assert!(empty.contains("Case summary"), "{empty}");
    let not_used = words(&page(&sample, Authority::Warwickshire, "2026-11-21"));
    assert!(not_used.contains("Not used here: visits and consultations are recorded"), "{not_used}");
}
