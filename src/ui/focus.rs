//! Moving the keyboard's focus, as GOV.UK Frontend does.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, HtmlInputElement};

/// Marks what was made focusable for a moment, and with which class.
const FOR_NOW: &str = "data-focused-for-now";

/// Lets go, when the focus leaves, of whatever [`for_now`] made focusable. Once for the whole app.
pub fn install() {
    let _for_ever = window_event_listener(leptos::ev::focusout, |event| {
        let Some(left) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
            return;
        };
        if let Some(class) = left.get_attribute(FOR_NOW) {
            let _present = left.remove_attribute("tabindex");
            let _present = left.remove_attribute(FOR_NOW);
            if !class.is_empty() {
                let _present = left.class_list().remove_1(&class);
            }
        }
    });
}

/// Focuses something that people cannot normally reach, such as a heading, until they move on.
pub fn for_now(element: &Element) {
    for_now_with_class(element, "");
}

/// As [`for_now`], with a class as long as it lasts.
pub fn for_now_with_class(element: &Element, class: &str) {
    // The heading of one page may stand again as that of the next. It is heard only when the focus comes to it.
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _unfocused = element.blur();
    }
    if !element.has_attribute("tabindex") {
        let _valid = element.set_attribute("tabindex", "-1");
        let _valid = element.set_attribute(FOR_NOW, class);
        if !class.is_empty() {
            let _valid = element.class_list().add_1(class);
        }
    }
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _unfocusable = element.focus();
    }
}

/// Focuses without scrolling.
pub fn in_place(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _unfocusable = element.focus_with_options(&options);
}

/// From a link in an error summary to its field: the question comes into view, then the field is focused.
/// For a date as a whole that is its first box.
pub fn on_field(id: &str) {
    let Some(field) = document().get_element_by_id(id) else { return };
    let field = match is_field(&field) {
        true => field,
        false => field.query_selector("input, select, textarea, button").ok().flatten().unwrap_or(field),
    };
    if let Some(question) = question_of(&field) {
        question.scroll_into_view();
    }
    if let Some(field) = field.dyn_ref::<HtmlElement>() {
        in_place(field);
    }
}

fn is_field(element: &Element) -> bool {
    element.matches("input, select, textarea, button, a").unwrap_or(false)
}

/// The legend or label that asks for this field: the legend of a radio or checkbox always, of anything else
/// only when legend and field fit in the upper half of the screen together.
fn question_of(field: &Element) -> Option<Element> {
    let legend = field
        .closest("fieldset")
        .ok()
        .flatten()
        .and_then(|fieldset| fieldset.get_elements_by_tag_name("legend").item(0));
    if let Some(legend) = legend {
        let kind = field.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::type_).unwrap_or_default();
        let half_screen =
            window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(0.0) / 2.0;
        let reach = field.get_bounding_client_rect().bottom() - legend.get_bounding_client_rect().top();
        if kind == "radio" || kind == "checkbox" || reach < half_screen {
            return Some(legend);
        }
    }
    let labels = document().get_elements_by_tag_name("label");
    (0..labels.length())
        .filter_map(|place| labels.item(place))
        .find(|label| label.get_attribute("for").is_some_and(|wanted| wanted == field.id()))
}
