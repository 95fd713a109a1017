//! What every picture promises, whatever stands in it.

use std::collections::BTreeSet;

use hearth::pictures::scene::{Anchor, Frame, Point, Scene, Shape};
use hearth::pictures::words::width_of;
use hearth::pictures::{Table, svg};

/// Where some words stand.
struct Words {
    left: i32,
    right: i32,
    top: i32,
    bottom: i32,
    words: String,
}

/// Every shape that is no group, with those of the groups.
fn flat<'a>(shapes: &'a [Shape], all: &mut Vec<&'a Shape>) {
    for shape in shapes {
        match shape {
            Shape::Group { shapes, .. } => flat(shapes, all),
            other => all.push(other),
        }
    }
}

/// The left upper and the right lower corner of what a shape covers.
fn covers(shape: &Shape) -> [Point; 2] {
    match shape {
        Shape::Line { through, .. } => {
            let all = |pick: fn(&Point) -> i32| through.iter().map(pick);
            let least = Point { x: all(|it| it.x).min().unwrap(), y: all(|it| it.y).min().unwrap() };
            [least, Point { x: all(|it| it.x).max().unwrap(), y: all(|it| it.y).max().unwrap() }]
        }
        Shape::Rectangle { frame: Frame { x, y, width, height }, .. } => {
            [Point { x: *x, y: *y }, Point { x: x + width, y: y + height }]
        }
        Shape::Circle { centre: Point { x, y }, radius, .. } => {
            [Point { x: x - radius, y: y - radius }, Point { x: x + radius, y: y + radius }]
        }
        Shape::Words { at, words, size, anchor, .. } => {
            let width = width_of(words, *size);
            let left = match anchor {
                Anchor::Start => at.x,
                Anchor::Middle => at.x - width / 2,
                Anchor::End => at.x - width,
            };
            let top = at.y - size * 3 / 4;
            [Point { x: left, y: top }, Point { x: left + width, y: at.y + size / 5 }]
        }
        Shape::Group { .. } => unreachable!("taken apart before"),
    }
}

fn groups(scene: &Scene) -> Vec<(&str, &str)> {
    let group = scene.shapes.iter().filter_map(|shape| match shape {
        Shape::Group { key, told, .. } => Some((key.as_str(), told.as_str())),
        _ => None,
    });
    group.collect()
}

/// Nothing is outside the picture, no words lie over words, everything drawn is told, and once.
#[track_caller]
pub fn is_sound(scene: &Scene, table: &Table) {
    assert!(scene.width <= 1040, "no wider than a page");
    let mut shapes = Vec::new();
    flat(&scene.shapes, &mut shapes);
    let mut words: Vec<Words> = Vec::new();
    for shape in shapes {
        let [from, to] = covers(shape);
        let inside = from.x >= 0 && from.y >= 0 && to.x <= scene.width && to.y <= scene.height;
        assert!(inside, "outside {}x{}: {shape:?}", scene.width, scene.height);
        if let Shape::Words { words: own, .. } = shape {
            assert!(!own.trim().is_empty(), "words that say nothing");
            let place = Words { left: from.x, right: to.x, top: from.y, bottom: to.y, words: own.clone() };
            for other in &words {
                let beside = place.left >= other.right || other.left >= place.right;
                let apart = place.top >= other.bottom || other.top >= place.bottom;
                assert!(beside || apart, "“{own}” lies over “{}”", other.words);
            }
            words.push(place);
        }
    }
    let mut keys = BTreeSet::new();
    for (key, told) in groups(scene) {
        assert!(keys.insert(key), "{key} stands twice");
        assert_eq!(scene.told.iter().filter(|own| own.as_str() == told).count(), 1, "told once: {told}");
    }
    for row in &table.rows {
        assert_eq!(row.len(), table.columns.len(), "{row:?}");
    }
    super::svg::read(&svg(scene));
}

/// Every bar of a timeline, none over another: a lane has as many rows as it needs.
pub fn bars(scene: &Scene) -> Vec<Frame> {
    let mut shapes = Vec::new();
    for shape in &scene.shapes {
        if let Shape::Group { shapes: own, .. } = shape {
            flat(own, &mut shapes);
        }
    }
    let bar = |shape: &&Shape| match shape {
        Shape::Rectangle { frame, .. } if frame.height < frame.width => Some(*frame),
        _ => None,
    };
    let bars: Vec<Frame> = shapes.iter().filter_map(bar).collect();
    for (place, one) in bars.iter().enumerate() {
        for other in bars.iter().skip(place + 1) {
            let beside = one.x >= other.x + other.width || other.x >= one.x + one.width;
            let apart = one.y >= other.y + other.height || other.y >= one.y + one.height;
            assert!(beside || apart, "{one:?} lies over {other:?}");
        }
    }
    bars
}

/// How many things are drawn.
pub fn drawn(scene: &Scene) -> usize {
    groups(scene).len()
}
