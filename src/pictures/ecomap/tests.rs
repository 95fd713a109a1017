use super::*;

fn ecomap(many: usize) -> Ecomap {
    let support = |number: usize| Support {
        key: format!("s{number}"),
        name: ["Nan", "Bartholomew Featherstonehaugh-Cholmondeley", "李", "School"][number % 4].to_owned(),
        what: ["grandparent of Kayla and Leo", "", "Recovery worker, Anytown Drug and Alcohol Service"]
            [number % 3]
            .to_owned(),
        professional: number % 5 < 3,
        tie: Tie::ALL[number % 4],
    };
    Ecomap {
        title: "Support around the family".into(),
        family: vec!["Amara".into(), "Kayla".into(), "Leo".into()],
        supports: (0..many).map(support).collect(),
    }
}

fn frames(scene: &Scene) -> Vec<Frame> {
    let outline = |shapes: &[Shape]| match shapes.first() {
        Some(Shape::Rectangle { frame, .. }) => Some(*frame),
        _ => None,
    };
    let of = |shape: &Shape| match shape {
        Shape::Group { shapes, .. } => outline(shapes),
        Shape::Rectangle { frame, .. } => Some(*frame),
        _ => None,
    };
    scene.shapes.iter().filter_map(of).collect()
}

#[test]
fn no_two_boxes_overlap_and_no_line_runs_through_one() {
    for many in [0, 1, 2, 3, 7, 12, 30] {
        let scene = drawn(&ecomap(many));
        let frames = frames(&scene);
        assert_eq!(frames.len(), many + 1);
        for (at, one) in frames.iter().enumerate() {
            assert!(one.x >= 0 && one.x + one.width <= scene.width && one.y + one.height <= scene.height);
            for other in &frames[at + 1..] {
                let apart = one.x + one.width <= other.x
                    || other.x + other.width <= one.x
                    || one.y + one.height <= other.y
                    || other.y + other.height <= one.y;
                assert!(apart, "{one:?} {other:?}");
            }
        }
        // Lines run in the two spaces beside the middle, where no box is.
        for shape in &scene.shapes {
            let Shape::Line { through, .. } = shape else { continue };
            let (left, right) = (through.iter().map(|it| it.x).min(), through.iter().map(|it| it.x).max());
            let (left, right) = (left.unwrap(), right.unwrap());
            let foot = frames.iter().map(|it| it.y + it.height).max().unwrap();
            let beside = frames.iter().all(|it| right <= it.x || it.x + it.width <= left);
            assert!(beside || through.iter().all(|it| it.y > foot), "{through:?}");
        }
    }
}

#[test]
fn every_support_is_told_and_every_word_drawn() {
    let ecomap = ecomap(9);
    let scene = drawn(&ecomap);
    let told = scene.told.join("\n");
    assert!(told.starts_with("In the middle: Amara, Kayla, Leo."));
    assert!(told.contains("Nan, grandparent of Kayla and Leo: a strong support."));
    for support in &ecomap.supports {
        assert!(told.contains(&support.name) && told.contains(&support.what));
    }
    assert_eq!(scene.told.len(), 10);
}

#[test]
fn the_order_in_which_supports_come_changes_nothing() {
    let one = ecomap(11);
    let mut other = one.clone();
    other.supports.reverse();
    assert_eq!(drawn(&one), drawn(&other));
}
