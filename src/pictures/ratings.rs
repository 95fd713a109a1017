//! How the ratings moved: the agreed one as a line over three levels, each worker's under it, supervision by
//! supervision (`domain.md` R57 to R59; `ux.md` 1.5).
//!
//! Red is a diamond, amber a triangle, green a circle, each with its word: nobody needs to see a colour.

use super::marks::{LINE, MARGIN, Mark, THIN, WIDTH, at, block, line, lines, step, stopped, strong, words};
use super::scene::{Anchor, Dash, Fill, Ink, Point, Scene, Shape, Stroke};
use super::table::Table;

/// The room of names, and of one supervision.
const NAMES: i32 = 208;
const COLUMN: i32 = 80;
/// How many supervisions have room beside each other.
const COLUMNS: usize = 10;
const HEAD: i32 = 44;
const STEP: i32 = 48;
const ROW: i32 = 44;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    Green,
    Amber,
    Red,
}

impl Level {
    /// From top to bottom of the picture.
    const ALL: [Self; 3] = [Self::Red, Self::Amber, Self::Green];

    pub fn word(self) -> &'static str {
        match self {
            Self::Red => "Red",
            Self::Amber => "Amber",
            Self::Green => "Green",
        }
    }

    fn sign(self, middle: Point) -> Shape {
        let (mark, half, ink) = match self {
            Self::Red => (Mark::Diamond, 12, Ink::Red),
            Self::Amber => (Mark::Triangle, 10, Ink::Amber),
            Self::Green => (Mark::Circle, 10, Ink::Green),
        };
        mark.at(middle, half, LINE, Fill::Of(ink))
    }
}

/// What is drawn.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ratings {
    pub title: String,
    /// Oldest first.
    pub meetings: Vec<Meeting>,
    pub workers: Vec<Worker>,
}

/// A supervision at which somebody rated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    pub key: String,
    /// "9 Nov 2026".
    pub when: String,
    pub agreed: Option<Level>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worker {
    pub key: String,
    pub name: String,
    pub role: String,
    /// One for each meeting.
    pub given: Vec<Given>,
}

/// What a worker gave at one supervision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    Nothing,
    /// Not to be read before all are shown together.
    Kept,
    Rated(Level),
}

impl Given {
    fn word(self) -> &'static str {
        match self {
            Self::Nothing => "Not rated",
            Self::Kept => "Kept until all are shown",
            Self::Rated(level) => level.word(),
        }
    }
}

/// The picture.
pub fn drawn(ratings: &Ratings) -> Scene {
    let mut told = Vec::new();
    let mut shapes = Vec::new();
    let mut y = MARGIN;
    for (strip, meetings) in ratings.meetings.chunks(COLUMNS).enumerate() {
        y = drawn_strip(ratings, strip * COLUMNS, meetings, y, &mut shapes, &mut told);
    }
    Scene { width: WIDTH, height: y, title: ratings.title.clone(), told, shapes }
}

/// The same, to read.
pub fn table(ratings: &Ratings) -> Table {
    let names = ratings.workers.iter().map(named);
    let columns = ["Supervision".to_owned(), "Agreed".to_owned()].into_iter().chain(names).collect();
    let row = |(place, meeting): (usize, &Meeting)| {
        let agreed = meeting.agreed.map_or("None", Level::word);
        let given = ratings.workers.iter().map(|worker| given(worker, place).word());
        [meeting.when.as_str(), agreed].into_iter().chain(given).map(str::to_owned).collect()
    };
    let rows = ratings.meetings.iter().enumerate().map(row).collect();
    Table { caption: ratings.title.clone(), columns, rows }
}

fn named(worker: &Worker) -> String {
    if worker.role.is_empty() { worker.name.clone() } else { format!("{}, {}", worker.name, worker.role) }
}

fn given(worker: &Worker, place: usize) -> Given {
    worker.given.get(place).copied().unwrap_or(Given::Nothing)
}

fn middle(place: usize) -> i32 {
    MARGIN + NAMES + step(place, COLUMN) + COLUMN / 2
}

/// One strip, as many supervisions as have room; gives where the next begins.
fn drawn_strip(
    ratings: &Ratings,
    before: usize,
    meetings: &[Meeting],
    top: i32,
    shapes: &mut Vec<Shape>,
    told: &mut Vec<String>,
) -> i32 {
    let right = MARGIN + NAMES + step(meetings.len(), COLUMN);
    for (place, meeting) in meetings.iter().enumerate() {
        let date = lines(&meeting.when, 13, COLUMN - 4, 2);
        shapes.extend(block(at(middle(place), top + 14), date, 13, Anchor::Middle));
    }
    let levels = top + HEAD;
    shapes.push(strong(at(MARGIN, levels + 16), "Agreed", 16, Anchor::Start));
    let level_y = |level: Level| {
        let place = Level::ALL.iter().position(|own| *own == level).unwrap_or_default();
        levels + step(place, STEP) + STEP / 2
    };
    for level in Level::ALL {
        let y = level_y(level);
        shapes.push(words(at(MARGIN + NAMES - 16, y + 5), level.word(), 14, Anchor::End));
        shapes.push(line(at(MARGIN + NAMES, y), at(right, y), Stroke { dash: Dash::Dotted, ..THIN }));
    }
    let agreed =
        meetings.iter().enumerate().filter_map(|(place, meeting)| Some((place, meeting, meeting.agreed?)));
    let agreed: Vec<(usize, &Meeting, Level)> = agreed.collect();
    if agreed.len() > 1 {
        let through = agreed.iter().map(|(place, _, level)| at(middle(*place), level_y(*level))).collect();
        shapes.push(Shape::Line { through, closed: false, stroke: LINE, fill: Fill::None });
    }
    for (place, meeting, level) in agreed {
        let (x, y) = (middle(place), level_y(level));
        // Where no line comes from: from the highest they go down, from the lowest up.
        let word = if level == Level::Green { y + 27 } else { y - 17 };
        let own = vec![level.sign(at(x, y)), strong(at(x, word), level.word(), 14, Anchor::Middle)];
        let said = format!("{}, agreed: {}.", meeting.when, level.word());
        told.push(said.clone());
        shapes.push(Shape::Group { key: format!("{}-agreed", meeting.key), told: said, shapes: own });
    }
    let mut y = levels + step(Level::ALL.len(), STEP) + 8;
    for worker in &ratings.workers {
        shapes.push(line(at(MARGIN, y), at(right, y), THIN));
        y = drawn_worker(worker, before, meetings, y, shapes, told);
    }
    shapes.push(line(at(MARGIN, y), at(right, y), THIN));
    y + 24
}

/// A worker's row; gives where the next begins.
fn drawn_worker(
    worker: &Worker,
    before: usize,
    meetings: &[Meeting],
    top: i32,
    shapes: &mut Vec<Shape>,
    told: &mut Vec<String>,
) -> i32 {
    let mut name = lines(&worker.name, 14, NAMES - 12, 2);
    name.extend(lines(&worker.role, 14, NAMES - 12, 2));
    let height = ROW.max(step(name.len(), 18) + 12);
    let first = top + (height - step(name.len(), 18)) / 2 + 14;
    shapes.extend(block(at(MARGIN, first), name, 14, Anchor::Start));
    let y = top + height / 2;
    for (place, meeting) in meetings.iter().enumerate() {
        let given = given(worker, before + place);
        let x = middle(place);
        let own = match given {
            Given::Nothing => continue,
            Given::Kept => {
                let dashed = Stroke { dash: Dash::Dashed, ..LINE };
                let sign = Mark::Square.at(at(x - 22, y), 9, dashed, Fill::Of(Ink::White));
                vec![sign, words(at(x - 8, y + 5), "Kept", 14, Anchor::Start)]
            }
            Given::Rated(level) => {
                let word = words(at(x - 8, y + 5), level.word(), 14, Anchor::Start);
                vec![level.sign(at(x - 22, y)), word]
            }
        };
        let said = stopped(&format!("{}, {}: {}", meeting.when, named(worker), given.word()));
        told.push(said.clone());
        let key = format!("{}-{}", meeting.key, worker.key);
        shapes.push(Shape::Group { key, told: said, shapes: own });
    }
    top + height
}
