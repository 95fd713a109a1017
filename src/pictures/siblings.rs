//! Whether each child is seen, seen alone and heard as lately as the others: how long ago it was, as bars beside each
//! other (`domain.md` R76, R77; `ux.md` S24).

use super::marks::{MARGIN, THIN, WIDTH, at, block, line, lines, rectangle, step, stopped, strong, words};
use super::scene::{Anchor, Dash, Fill, Ink, Scene, Shape, Stroke};
use super::table::Table;

const NAMES: i32 = 150;
/// The room of one measure, and of its longest bar.
const COLUMN: i32 = 286;
const LONGEST: i64 = 260;
/// A bar this long stands for so many days, and for more.
const MOST_DAYS: i64 = 120;
const HEAD: i32 = 34;
const ROW: i32 = 62;

/// What is drawn.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Siblings {
    pub title: String,
    /// What is told of each child: "Seen", "Seen alone", "Own words".
    pub measures: Vec<String>,
    /// What counts as lately, in days.
    pub lately: i64,
    pub children: Vec<Child>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Child {
    pub key: String,
    pub name: String,
    /// For each measure.
    pub last: Vec<Last>,
}

/// The last time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Last {
    /// So many days ago, and how people say it: "3 days ago, 18 November 2026".
    Ago {
        days: i64,
        said: String,
    },
    NotYet,
    /// There is nothing to tell: not born yet.
    DoesNotApply(String),
}

impl Last {
    fn words(&self) -> String {
        match self {
            Self::Ago { said, .. } => said.clone(),
            Self::NotYet => "Not yet".to_owned(),
            Self::DoesNotApply(why) => why.clone(),
        }
    }

    fn is_lately(&self, lately: i64) -> bool {
        match self {
            Self::Ago { days, .. } => *days <= lately,
            Self::NotYet => false,
            Self::DoesNotApply(_) => true,
        }
    }
}

/// The picture.
pub fn drawn(siblings: &Siblings) -> Scene {
    let Siblings { title, measures, lately, children } = siblings;
    let (mut told, mut shapes) = (Vec::new(), Vec::new());
    let left = |place: usize| MARGIN + NAMES + step(place, COLUMN);
    for (place, measure) in measures.iter().enumerate() {
        shapes.push(strong(at(left(place), MARGIN + 16), measure.clone(), 15, Anchor::Start));
    }
    let mut y = MARGIN + HEAD;
    for child in children {
        shapes.push(line(at(MARGIN, y), at(WIDTH - MARGIN, y), THIN));
        shapes.extend(block(at(MARGIN, y + 24), lines(&child.name, 15, NAMES - 12, 2), 15, Anchor::Start));
        for (place, (measure, last)) in measures.iter().zip(&child.last).enumerate() {
            let mut said = stopped(&format!("{}, {}: {}", child.name, measure.to_lowercase(), last.words()));
            if !last.is_lately(*lately) && *last != Last::NotYet {
                said.push_str(" Not lately.");
            }
            told.push(said.clone());
            let key = format!("{}-{place}", child.key);
            let own = bar(last, *lately, left(place), y);
            shapes.push(Shape::Group { key, told: said, shapes: own });
        }
        y += ROW;
    }
    let legend = format!("Hatched: longer than {lately} days ago, or not yet.");
    shapes.push(words(at(MARGIN, y + 24), legend.clone(), 13, Anchor::Start));
    told.push(legend);
    Scene { width: WIDTH, height: y + 40, title: title.clone(), told, shapes }
}

/// The same, to read.
pub fn table(siblings: &Siblings) -> Table {
    let row = |child: &Child| {
        std::iter::once(child.name.clone()).chain(child.last.iter().map(Last::words)).collect()
    };
    Table {
        caption: siblings.title.clone(),
        columns: std::iter::once("Child".to_owned()).chain(siblings.measures.clone()).collect(),
        rows: siblings.children.iter().map(row).collect(),
    }
}

fn bar(last: &Last, lately: i64, x: i32, top: i32) -> Vec<Shape> {
    let is_lately = last.is_lately(lately);
    let mut said = last.words();
    if !is_lately && *last != Last::NotYet {
        said.push_str(", not lately");
    }
    let mut shapes = block(at(x, top + 24), lines(&said, 14, COLUMN - 12, 1), 14, Anchor::Start);
    let days = match last {
        Last::Ago { days, .. } => (*days).clamp(0, MOST_DAYS),
        Last::NotYet => MOST_DAYS,
        Last::DoesNotApply(_) => return shapes,
    };
    let width = i32::try_from(days * LONGEST / MOST_DAYS).unwrap_or_default().max(4);
    let (dash, fill) = match (last, is_lately) {
        (Last::NotYet, _) => (Dash::Dashed, Fill::Hatched(Ink::Grey)),
        (_, false) => (Dash::Whole, Fill::Hatched(Ink::Black)),
        (_, true) => (Dash::Whole, Fill::Of(Ink::Blue)),
    };
    let stroke = Stroke { width: 1, dash, ink: Ink::Black };
    shapes.push(rectangle(x, top + 34, width, 16, stroke, fill));
    shapes
}
