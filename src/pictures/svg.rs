//! A picture as SVG text: the same on a screen, on paper and in Word (`ux.md` S27 and 1.5; `domain.md` R41).
//!
//! It stands alone, and in a page: no style is written into it, which the page's own rules would refuse; and the names
//! of its parts come from what is drawn, so that two pictures on one page do not take each other's.

use std::fmt::Write;

use super::scene::{Anchor, Dash, Fill, Frame, Ink, Point, Scene, Shape, Stroke};

/// The font of every picture; any font of its kind will do ([`super::words`] leaves room).
const FONT: &str = "Helvetica Neue, Helvetica, Arial, Liberation Sans, sans-serif";

/// Every ink that marks paper, and paper itself.
pub const INKS: [Ink; 7] = [Ink::Black, Ink::Grey, Ink::Red, Ink::Amber, Ink::Green, Ink::Blue, Ink::White];

/// The picture as SVG text.
///
/// Its title and everything told come first. Where it is made of groups, each is an image with its own words, and the
/// whole is not one: a reader that hears the whole as one image would hear nothing of them.
pub fn svg(scene: &Scene) -> String {
    let mut out = Writer { out: String::new(), prefix: prefix(scene) };
    let Scene { width, height, title, told, shapes } = scene;
    let grouped = shapes.iter().any(|shape| matches!(shape, Shape::Group { .. }));
    let role = if grouped { "group" } else { "img" };
    let name = &out.prefix;
    let mut head = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"{role}\" aria-labelledby=\"{name}-title\"",
    );
    if !grouped {
        _ = write!(head, " aria-describedby=\"{name}-told\"");
    }
    let (title, told) = (escaped(title), escaped(&told.join(" ")));
    _ = write!(
        head,
        " font-family=\"{FONT}\"><title id=\"{name}-title\">{title}</title><desc id=\"{name}-told\">{told}</desc>"
    );
    out.out = head;
    out.patterns(scene);
    // Paper of its own: it stays readable on a dark page.
    out.text(&format!("<rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>", surface(Ink::White)));
    out.shapes(shapes);
    out.text("</svg>");
    out.out
}

/// The colour of a line: at least three to one against paper, and of black words on it at least four and a half to
/// one where it fills.
pub fn line(ink: Ink) -> &'static str {
    match ink {
        Ink::Black => "#0b0c0c",
        Ink::Grey => "#5f676b",
        Ink::Red => "#d94c4c",
        Ink::Amber => "#b66a00",
        Ink::Green => "#1a8f62",
        Ink::Blue => "#2b83cf",
        Ink::White => "#ffffff",
        Ink::None => "none",
    }
}

/// The colour of a surface: black words on it are at least four and a half to one, except on black itself. A bright
/// one needs a line around it.
pub fn surface(ink: Ink) -> &'static str {
    match ink {
        Ink::Grey => "#cecfd0",
        Ink::Amber => "#f9b262",
        other => line(other),
    }
}

struct Writer {
    out: String,
    prefix: String,
}

impl Writer {
    fn text(&mut self, text: &str) {
        self.out.push_str(text);
    }

    /// Hatching, for the inks that are used so.
    fn patterns(&mut self, scene: &Scene) {
        let used: Vec<Ink> = INKS.into_iter().filter(|ink| hatches(&scene.shapes, *ink)).collect();
        if used.is_empty() {
            return;
        }
        self.text("<defs>");
        for ink in used {
            let (prefix, name, colour) = (&self.prefix, named(ink), line(ink));
            _ = write!(
                self.out,
                "<pattern id=\"{prefix}-{name}\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">\
                 <rect width=\"8\" height=\"8\" fill=\"#ffffff\"/>\
                 <path d=\"M-2 2L2 -2M0 8L8 0M6 10L10 6\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>\
                 </pattern>"
            );
        }
        self.text("</defs>");
    }

    fn shapes(&mut self, shapes: &[Shape]) {
        for shape in shapes {
            self.shape(shape);
        }
    }

    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Line { through, closed, stroke, fill } => {
                let fill = if *closed { *fill } else { Fill::None };
                let look = self.look(*stroke, fill);
                let path = path(through, *closed);
                self.text(&format!("<path d=\"{path}\"{look}/>"));
            }
            Shape::Rectangle { frame: Frame { x, y, width, height }, rounded, stroke, fill } => {
                let look = self.look(*stroke, *fill);
                let round = if *rounded > 0 { format!(" rx=\"{rounded}\"") } else { String::new() };
                self.text(&format!(
                    "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"{round}{look}/>"
                ));
            }
            Shape::Circle { centre: Point { x, y }, radius, stroke, fill } => {
                let look = self.look(*stroke, *fill);
                self.text(&format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"{look}/>"));
            }
            Shape::Words { at: Point { x, y }, words, size, bold, anchor } => {
                let weight = if *bold { " font-weight=\"700\"" } else { "" };
                let anchor = match anchor {
                    Anchor::Start => "",
                    Anchor::Middle => " text-anchor=\"middle\"",
                    Anchor::End => " text-anchor=\"end\"",
                };
                let (ink, words) = (line(Ink::Black), escaped(words));
                self.text(&format!(
                    "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{weight}{anchor} fill=\"{ink}\">{words}</text>"
                ));
            }
            Shape::Group { key, told, shapes } => {
                // An image hides what is within it, so a group of groups is not one.
                let nested = shapes.iter().any(|shape| matches!(shape, Shape::Group { .. }));
                let role = if nested { "group" } else { "img" };
                let (key, told) = (escaped(key), escaped(told));
                self.text(&format!("<g role=\"{role}\" aria-label=\"{told}\" data-key=\"{key}\">"));
                self.shapes(shapes);
                self.text("</g>");
            }
        }
    }

    fn look(&self, stroke: Stroke, fill: Fill) -> String {
        let fill = match fill {
            Fill::None | Fill::Of(Ink::None) | Fill::Hatched(Ink::None) => "none".to_owned(),
            Fill::Of(ink) => surface(ink).to_owned(),
            Fill::Hatched(ink) => format!("url(#{}-{})", self.prefix, named(ink)),
        };
        let Stroke { width, dash, ink } = stroke;
        if width <= 0 || ink == Ink::None {
            return format!(" fill=\"{fill}\"");
        }
        let dashes = match dash {
            Dash::Whole => String::new(),
            Dash::Dashed => format!(" stroke-dasharray=\"{} {}\"", width * 4, width * 3),
            Dash::Dotted => format!(" stroke-dasharray=\"{width} {}\"", width * 2),
            Dash::Mixed => {
                format!(" stroke-dasharray=\"{} {} {width} {}\"", width * 6, width * 3, width * 3)
            }
        };
        format!(" fill=\"{fill}\" stroke=\"{}\" stroke-width=\"{width}\"{dashes}", line(ink))
    }
}

fn path(through: &[Point], closed: bool) -> String {
    let mut path = String::new();
    for (place, Point { x, y }) in through.iter().enumerate() {
        _ = write!(path, "{}{x} {y}", if place == 0 { "M" } else { "L" });
    }
    if closed && !path.is_empty() {
        path.push('Z');
    }
    path
}

fn hatches(shapes: &[Shape], ink: Ink) -> bool {
    shapes.iter().any(|shape| match shape {
        Shape::Line { fill, closed, .. } => *closed && *fill == Fill::Hatched(ink),
        Shape::Rectangle { fill, .. } | Shape::Circle { fill, .. } => *fill == Fill::Hatched(ink),
        Shape::Words { .. } => false,
        Shape::Group { shapes, .. } => hatches(shapes, ink),
    })
}

fn named(ink: Ink) -> &'static str {
    match ink {
        Ink::Black => "black",
        Ink::Grey => "grey",
        Ink::Red => "red",
        Ink::Amber => "amber",
        Ink::Green => "green",
        Ink::Blue => "blue",
        Ink::White => "white",
        Ink::None => "none",
    }
}

/// Text that may stand between marks and within quotes, without what XML does not allow and what would turn the
/// direction of the words after it.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\r' | '\t' => out.push(' '),
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FFFE}' | '\u{FFFF}' => {}
            other if other.is_control() => {}
            other => out.push(other),
        }
    }
    out
}

/// What the names of a picture's parts begin with: a sum over what is drawn, so that other pictures have other names
/// and the same one always the same.
fn prefix(scene: &Scene) -> String {
    let mut sum: u32 = 0x811c_9dc5;
    let mut take = |bytes: &[u8]| {
        for byte in bytes {
            sum = (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
        }
    };
    take(scene.title.as_bytes());
    for told in &scene.told {
        take(told.as_bytes());
    }
    take(&scene.width.to_be_bytes());
    take(&scene.height.to_be_bytes());
    format!("picture-{sum:08x}")
}
