//! What a genogram promises, measured on the shapes that are drawn.

use hearth::pictures::Scene;
use hearth::pictures::scene::{Anchor, Frame, Point, Shape};
use hearth::pictures::words::width_of;

/// Somebody in the picture: their symbol, and each line of words.
struct Node {
    key: String,
    symbol: Frame,
    words: Vec<Frame>,
}

impl Node {
    fn all(&self) -> impl Iterator<Item = &Frame> {
        std::iter::once(&self.symbol).chain(&self.words)
    }
}

fn frame(shape: &Shape) -> Frame {
    match shape {
        Shape::Rectangle { frame, .. } => *frame,
        Shape::Circle { centre, radius, .. } => {
            Frame { x: centre.x - radius, y: centre.y - radius, width: 2 * radius, height: 2 * radius }
        }
        Shape::Line { through, .. } => {
            let x = || through.iter().map(|it| it.x);
            let y = || through.iter().map(|it| it.y);
            let (left, top) = (x().min().unwrap(), y().min().unwrap());
            Frame { x: left, y: top, width: x().max().unwrap() - left, height: y().max().unwrap() - top }
        }
        Shape::Words { at, words, size, anchor, .. } => {
            let width = width_of(words, *size);
            let x = match anchor {
                Anchor::Start => at.x,
                Anchor::Middle => at.x - width / 2,
                Anchor::End => at.x - width,
            };
            Frame { x, y: at.y - size + 2, width, height: *size }
        }
        Shape::Group { .. } => panic!("a group in a group"),
    }
}

fn overlap(one: &Frame, other: &Frame) -> bool {
    one.x < other.x + other.width
        && other.x < one.x + one.width
        && one.y < other.y + other.height
        && other.y < one.y + one.height
}

fn nodes(scene: &Scene) -> Vec<Node> {
    let of = |shape: &Shape| match shape {
        Shape::Group { key, shapes, .. } => {
            let words = shapes.iter().filter(|it| matches!(it, Shape::Words { .. })).map(frame).collect();
            Some(Node { key: key.clone(), symbol: frame(&shapes[0]), words })
        }
        _ => None,
    };
    scene.shapes.iter().filter_map(of).collect()
}

/// Whether a piece of a line goes through the inside of a frame.
fn goes_through(from: Point, to: Point, frame: &Frame) -> bool {
    // By halves, until a piece lies within or without: lines have whole ends, and slanted ones are short.
    let (left, right) = (from.x.min(to.x), from.x.max(to.x));
    let (top, foot) = (from.y.min(to.y), from.y.max(to.y));
    let inside = left < frame.x + frame.width
        && frame.x < right.max(left + 1)
        && top < frame.y + frame.height
        && frame.y < foot.max(top + 1);
    let within = |it: Point| {
        frame.x < it.x && it.x < frame.x + frame.width && frame.y < it.y && it.y < frame.y + frame.height
    };
    if !inside {
        return false;
    }
    if from.x == to.x {
        return frame.x < from.x && from.x < frame.x + frame.width;
    }
    if from.y == to.y {
        return frame.y < from.y && from.y < frame.y + frame.height;
    }
    (0..=64).any(|part| {
        within(Point { x: from.x + (to.x - from.x) * part / 64, y: from.y + (to.y - from.y) * part / 64 })
    })
}

/// Everything that is wrong with a picture.
pub fn wrong(scene: &Scene, people: &[&str]) -> Vec<String> {
    let nodes = nodes(scene);
    let mut wrong = Vec::new();
    let mut drawn: Vec<&str> = nodes.iter().map(|it| it.key.as_str()).collect();
    let mut all = people.to_vec();
    drawn.sort_unstable();
    all.sort_unstable();
    if drawn != all {
        wrong.push(format!("drawn are {drawn:?}, and not {all:?}"));
    }
    for (at, one) in nodes.iter().enumerate() {
        for other in &nodes[at + 1..] {
            if one.all().any(|it| other.all().any(|that| overlap(it, that))) {
                wrong.push(format!("{} and {} overlap", one.key, other.key));
            }
        }
    }
    let mut pieces: Vec<(usize, Point, Point)> = Vec::new();
    for (number, shape) in scene.shapes.iter().enumerate() {
        match shape {
            Shape::Line { through, closed: false, .. } => {
                pieces.extend(through.windows(2).map(|two| (number, two[0], two[1])));
                let (first, last) = (through[0], *through.last().unwrap());
                for node in &nodes {
                    let belongs = [first, last].iter().any(|it| touches(*it, &node.symbol));
                    let runs =
                        |frame: &Frame| through.windows(2).any(|two| goes_through(two[0], two[1], frame));
                    if node.words.iter().any(runs) || (!belongs && runs(&node.symbol)) {
                        wrong.push(format!("a line runs through {}: {through:?}", node.key));
                    }
                }
            }
            // An outline is around everybody in it, and through nobody.
            Shape::Line { through, closed: true, .. } => {
                let ring: Vec<Point> = through.iter().chain(through.first()).copied().collect();
                for node in &nodes {
                    if ring.windows(2).any(|two| node.all().any(|it| goes_through(two[0], two[1], it))) {
                        wrong.push(format!("an outline runs through {}", node.key));
                    }
                }
            }
            Shape::Words { .. } => {
                for node in &nodes {
                    if node.all().any(|it| overlap(it, &frame(shape))) {
                        wrong.push(format!("words run over {}", node.key));
                    }
                }
            }
            Shape::Rectangle { .. } | Shape::Circle { .. } | Shape::Group { .. } => {}
        }
        if let Shape::Group { shapes, .. } = shape {
            for it in shapes {
                let it = frame(it);
                let fits = it.x >= 0
                    && it.y >= 0
                    && it.x + it.width <= scene.width
                    && it.y + it.height <= scene.height;
                if !fits {
                    wrong.push(format!("something reaches out of the picture: {it:?}"));
                }
            }
        }
    }
    wrong.extend(over_each_other(&pieces));
    wrong
}

fn touches(at: Point, frame: &Frame) -> bool {
    frame.x <= at.x && at.x <= frame.x + frame.width && frame.y <= at.y && at.y <= frame.y + frame.height
}

/// Lines that run along each other: nobody could say which of them goes where. Two may meet at their ends.
fn over_each_other(pieces: &[(usize, Point, Point)]) -> Vec<String> {
    let mut wrong = Vec::new();
    for (at, (line, from, to)) in pieces.iter().enumerate() {
        for (other, a, b) in pieces.iter().skip(at + 1).filter(|it| it.0 != *line) {
            let along = |one: [i32; 2], two: [i32; 2]| {
                let (one, two) =
                    ([one[0].min(one[1]), one[0].max(one[1])], [two[0].min(two[1]), two[0].max(two[1])]);
                one[1].min(two[1]) - one[0].max(two[0])
            };
            let upright =
                from.x == to.x && a.x == b.x && from.x == a.x && along([from.y, to.y], [a.y, b.y]) > 2;
            let level =
                from.y == to.y && a.y == b.y && from.y == a.y && along([from.x, to.x], [a.x, b.x]) > 2;
            if upright || level {
                wrong.push(format!(
                    "lines {line} and {other} run over each other: {from:?} {to:?}, {a:?} {b:?}"
                ));
            }
        }
    }
    wrong
}
