//! Our own pictures of a single line, always beside words and never alone.

use leptos::prelude::*;

use crate::programme::scales::Control;
use crate::services::family_pages::Icon;

/// A picture, on a ground of 24 by 24.
pub fn icon(icon: Icon) -> AnyView {
    picture(line(icon).to_owned(), None)
}

/// How a step of a scale is drawn: a jar that fills, or a face. Numbers are their own picture.
pub fn step(control: Control, at: usize, of: usize) -> Option<AnyView> {
    match control {
        Control::Numbers => None,
        Control::Jar => {
            // The inside of the jar is 14 high.
            let filled = 14 * at / of.saturating_sub(1).max(1);
            let inside = format!("M6 {}h12v{filled}H6z", 22 - filled);
            Some(picture("M8 2h8M7 2v3L6 7v15h12V7l-1-2V2".to_owned(), Some(inside).filter(|_| filled > 0)))
        }
        Control::Faces => {
            let mouth = match at {
                0 => "M8 15h8",
                1 => "M8 14.5q4 3 8 0",
                _ => "M7 14q5 6 10 0",
            };
            Some(picture(format!("M12 22a10 10 0 1 0 0-20 10 10 0 0 0 0 20zM9 9v1M15 9v1{mouth}"), None))
        }
    }
}

fn picture(line: String, filled: Option<String>) -> AnyView {
    view! {
        <svg class="app-family__picture" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            {filled.map(|inside| view! { <path d=inside fill="currentColor" /> })}
            <path d=line />
        </svg>
    }
    .into_any()
}

fn line(icon: Icon) -> &'static str {
    match icon {
        Icon::Arrow => "M12 21V4M5 11l7-7 7 7",
        Icon::Ask => {
            "M12 22a10 10 0 1 0 0-20 10 10 0 0 0 0 20zM9 9.5a3 3 0 1 1 4.5 2.5q-1.5 1-1.5 2.5M12 17v.5"
        }
        Icon::Cloud => "M7 19a5 5 0 0 1-.5-9.9 6 6 0 0 1 11.4 1A4.5 4.5 0 0 1 17.5 19z",
        Icon::Help => "M5 3h4l2 6-3 2c1 3 3 5 5 6l2-3 6 2v4c-9 2-18-8-16-17z",
        Icon::Keep => "M6 3h12v18l-6-5-6 5z",
        Icon::People => "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-5 4-7 8-7s8 2 8 7",
        Icon::Speech => "M4 4h16v12H10l-5 5v-5H4z",
        Icon::Star => "M12 3l2.8 5.9 6.2.8-4.6 4.4 1.2 6.4L12 17.4 6.4 20.5l1.2-6.4L3 9.7l6.2-.8z",
        Icon::Steps => "M3 21v-5h6v-5h6V6h6",
        Icon::Sun => {
            "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.5 1.5M17.5 17.5L19 19M5 19l1.5-1.5M17.5 6.5L19 5"
        }
        Icon::Tick => "M4 13l5 5L20 6",
        Icon::Wish => "M12 3c1 5 4 8 9 9-5 1-8 4-9 9-1-5-4-8-9-9 5-1 8-4 9-9z",
        Icon::Words => "M12 6c-3-2-6-2-9-1v14c3-1 6-1 9 1 3-2 6-2 9-1V5c-3-1-6-1-9 1zM12 6v14",
    }
}
