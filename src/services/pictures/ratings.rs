//! How the ratings moved, each worker's and the agreed one (`domain.md` R57 to R59). Only for professionals.
//!
//! Whoever looks sees what they may read: the ratings of others are kept until the chair shows them together.

use crate::model::ids::PractitionerId;
use crate::model::rating::Rag;
use crate::pictures::ratings::{Given, Level, Meeting, Ratings, Worker, drawn, table};
use crate::services::here::Here;
use crate::workbook::round::Meeting as Held;
use crate::workbook::round::ratings::{Shown, WorkerRating};

use super::{Drawn, short_day};

/// The ratings of every supervision at which somebody rated; none where nobody has.
pub fn ratings(here: &Here<'_>) -> Option<Drawn> {
    let rated = |meeting: &Held<'_>| meeting.agreed().is_some() || !given(here, meeting).is_empty();
    let meetings: Vec<Held<'_>> = here.book.meetings().into_iter().filter(rated).collect();
    if meetings.is_empty() {
        return None;
    }
    let mut workers: Vec<PractitionerId> = Vec::new();
    for rating in meetings.iter().flat_map(|meeting| given(here, meeting)) {
        if !workers.contains(&rating.by) {
            workers.push(rating.by);
        }
    }
    let meeting = |meeting: &Held<'_>| Meeting {
        key: meeting.id.to_string(),
        when: meeting.day().map_or_else(|| "No day".to_owned(), short_day),
        agreed: meeting.agreed().map(|agreed| level(agreed.level)),
    };
    let ratings = Ratings {
        title: "How the ratings moved".to_owned(),
        meetings: meetings.iter().map(meeting).collect(),
        workers: workers.into_iter().map(|by| worker(here, &meetings, by)).collect(),
    };
    Some((drawn(&ratings), table(&ratings)))
}

fn given<'a>(here: &Here<'a>, meeting: &Held<'a>) -> Vec<WorkerRating<'a>> {
    meeting.ratings_for(here.me.id)
}

fn worker(here: &Here<'_>, meetings: &[Held<'_>], by: PractitionerId) -> Worker {
    let own = |meeting: &Held<'_>| {
        let rating = given(here, meeting).into_iter().find(|rating| rating.by == by);
        match rating.map(|rating| rating.rating) {
            None => Given::Nothing,
            Some(Shown::Kept) => Given::Kept,
            Some(Shown::Open(version)) => {
                version.value.as_ref().map_or(Given::Nothing, |it| Given::Rated(level(it.level)))
            }
        }
    };
    Worker {
        key: by.to_string(),
        name: here.book.author_name(by),
        role: here.book.team.current(by).map(|member| member.role.label().to_owned()).unwrap_or_default(),
        given: meetings.iter().map(own).collect(),
    }
}

fn level(rag: Rag) -> Level {
    match rag {
        Rag::Red => Level::Red,
        Rag::Amber => Level::Amber,
        Rag::Green => Level::Green,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::navigation::Sheet;
    use crate::pictures::scene::Shape;
    use crate::policy::authority::Authority;
    use crate::services::pictures::tests::example;
    use crate::services::sample::Sample;
    use crate::services::sheets::summary::tests::{fills, looks, manager, plans, rana, sam, supervision};
    use crate::services::sheets::tests::here;

    #[test]
    fn every_rating_of_the_example_family_is_drawn_once_and_told() {
        let book = example();
        let (scene, table) = ratings(&here(&book)).unwrap();
        let groups = scene.shapes.iter().filter(|shape| matches!(shape, Shape::Group { .. })).count();
        let given = book.meetings().iter().map(|it| it.ratings_for(sam().id).len()).sum::<usize>();
        let all = given + book.agreed_history().len();
        assert_eq!((groups, scene.told.len()), (all, all));
        assert_eq!(table.rows.len(), book.agreed_history().len(), "one for each supervision");
        for at in book.agreed_history() {
            let told = format!("{}, agreed: {}.", short_day(at.on), level(at.agreed.level).word());
            assert!(scene.told.contains(&told), "{told}");
        }
    }

    #[test]
    fn nobodys_rating_is_read_before_all_are_shown() {
        let mut sample = Sample::new();
        assert!(ratings(&here(&sample.book)).is_none());
        plans(&mut sample, 1, "2026-11-03");
        let rated = |level| [("rating-level", level), ("rating-reason", "Seen")];
        let of = supervision(1).to_string();
        fills(&mut sample, &sam(), Sheet::Rating, &of, &rated("amber")).unwrap();
        fills(&mut sample, &rana(), Sheet::Rating, &of, &rated("green")).unwrap();
        let told = |sample: &Sample| {
            looks(&sample.book, &sam(), Authority::WestSussex, "2026-11-21", ratings).unwrap().0.told
        };
        assert_eq!(
            told(&sample),
            [
                "3 Nov 2026, Sam Holt, Social worker: Amber.",
                "3 Nov 2026, Rana Ali, Recovery worker: Kept until all are shown."
            ]
        );
        fills(&mut sample, &manager(), Sheet::AgreedRating, &of, &[("agreed-show", "yes")]).unwrap();
        assert!(told(&sample).contains(&"3 Nov 2026, Rana Ali, Recovery worker: Green.".to_owned()));
    }
}
