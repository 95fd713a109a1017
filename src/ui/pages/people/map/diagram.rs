use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::Chosen;
use super::tools::moved;
use crate::model::ids::{FamilyId, PersonId};
use crate::navigation::{FamilyPage, Route};
use crate::pictures::genogram::Move;
use crate::pictures::svg;
use crate::services::pictures::family_map::{FamilyMap, Step, fitting, larger, smaller, stepped};
use crate::ui::desk::use_desk;
use crate::ui::focus;
use crate::ui::govuk::table::ScrollPane;

/// The picture. Arrows go from one to the next, Enter opens their page, Alt and an arrow moves them, Esc leaves.
#[component]
pub(super) fn Diagram(family: FamilyId, map: FamilyMap, chosen: Chosen) -> impl IntoView {
    let navigator = use_desk().navigator;
    let node = NodeRef::<leptos::html::Div>::new();
    let people: Vec<PersonId> = map.people.iter().map(|(id, _)| *id).collect();
    let (width, height) = (map.scene.width, map.scene.height);
    let text = svg(&map.scene);
    let first = people.first().copied();
    Effect::new(move |_| {
        let Some(here) = node.get() else { return };
        // One of them is reached by Tab, the others from there.
        let at = chosen.person.get_untracked().parse().ok().or(first);
        reachable(&here, at);
        if chosen.focus.get_value() {
            chosen.focus.set_value(false);
            go_to(&here, at);
        }
    });
    Effect::new(move |_| {
        let Some(here) = node.get() else { return };
        let fits = fitting(width, here.client_width());
        chosen.fits.set_value(fits);
        let size = chosen.size.get().unwrap_or(fits);
        let Some(picture) = here.query_selector("svg").ok().flatten() else { return };
        let scaled = |length: i32| (i64::from(length) * i64::from(size) / 100).to_string();
        let _valid = picture.set_attribute("width", &scaled(width));
        let _valid = picture.set_attribute("height", &scaled(height));
    });
    let press = move |event: web_sys::KeyboardEvent| {
        let (Some(here), Some(at)) = (node.get_untracked(), person_at(event.target())) else { return };
        let step = match (event.alt_key(), event.key().as_str()) {
            (true, key) => {
                let Some(towards) = direction(key) else { return };
                event.prevent_default();
                chosen.person.set(at.to_string());
                chosen.focus.set_value(true);
                return moved(chosen, towards);
            }
            (false, "ArrowRight" | "ArrowDown") => Step::Next,
            (false, "ArrowLeft" | "ArrowUp") => Step::Before,
            (false, "Home") => Step::First,
            (false, "End") => Step::Last,
            (false, "Enter") => {
                return navigator.go(&Route::family(family, FamilyPage::Person { person: at }));
            }
            (false, "Escape") => return leave(),
            (false, _) => return,
        };
        event.prevent_default();
        let next = stepped(&people, Some(at), step);
        reachable(&here, next);
        go_to(&here, next);
    };
    let click = move |event: web_sys::MouseEvent| {
        if let (Some(here), Some(at)) = (node.get_untracked(), person_at(event.target())) {
            chosen.person.set(at.to_string());
            reachable(&here, Some(at));
            go_to(&here, Some(at));
        }
    };
    let wheel = move |event: web_sys::WheelEvent| {
        // Without Ctrl it scrolls, as everywhere.
        if event.ctrl_key() {
            event.prevent_default();
            chosen.resize(if event.delta_y() < 0.0 { larger } else { smaller });
        }
    };
    view! {
        <p class="govuk-body app-no-print">
            "Arrow keys go from one to the next, Enter opens their page, Esc leaves the picture."
        </p>
        <ScrollPane label="Picture of the family">
            <div class="app-map__drawing" node_ref=node on:keydown=press on:click=click on:wheel=wheel inner_html=text></div>
        </ScrollPane>
    }
}

fn direction(key: &str) -> Option<Move> {
    Some(match key {
        "ArrowLeft" => Move::Left,
        "ArrowRight" => Move::Right,
        "ArrowUp" => Move::Up,
        "ArrowDown" => Move::Down,
        _ => return None,
    })
}

/// Whose symbol or words it is.
fn person_at(target: Option<web_sys::EventTarget>) -> Option<PersonId> {
    let element: Element = target?.dyn_into().ok()?;
    element.closest("[data-key]").ok().flatten()?.get_attribute("data-key")?.parse().ok()
}

fn symbols(here: &Element) -> Vec<Element> {
    let Ok(all) = here.query_selector_all("[data-key]") else { return Vec::new() };
    (0..all.length()).filter_map(|at| all.get(at)?.dyn_into().ok()).collect()
}

fn is_of(symbol: &Element, person: Option<PersonId>) -> bool {
    person.is_some_and(|it| symbol.get_attribute("data-key") == Some(it.to_string()))
}

/// Tab reaches this one.
fn reachable(here: &Element, person: Option<PersonId>) {
    let all = symbols(here);
    let there = all.iter().any(|it| is_of(it, person));
    for (at, symbol) in all.iter().enumerate() {
        let own = if there { is_of(symbol, person) } else { at == 0 };
        let _valid = symbol.set_attribute("tabindex", if own { "0" } else { "-1" });
    }
}

fn go_to(here: &Element, person: Option<PersonId>) {
    if let Some(symbol) = symbols(here).into_iter().find(|it| is_of(it, person)) {
        // A part of a drawing takes the focus as an element of a page does.
        let _unfocusable = symbol.unchecked_ref::<HtmlElement>().focus();
    }
}

/// Out of the picture, to the heading above it.
fn leave() {
    if let Some(heading) = document().get_element_by_id("map-picture") {
        focus::for_now(&heading);
    }
}
