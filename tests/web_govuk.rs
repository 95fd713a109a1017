//! The GOV.UK components in a real browser: labels, hints and errors belong to their boxes, the focus goes
//! where GOV.UK's own script sends it, and the address is left alone.
#![cfg(target_arch = "wasm32")]
// A test that cannot go on should stop there; clippy spares only functions marked as tests.
#![allow(clippy::unwrap_used)]

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use chrono::NaiveDate;
use hearth::ui::focus;
use hearth::ui::form::Form;
use hearth::ui::form::date::DateFields;
use hearth::ui::form::errors::{FieldError, FormErrors};
use hearth::ui::govuk::button::Button;
use hearth::ui::govuk::checkboxes::Checkboxes;
use hearth::ui::govuk::choice::Choice;
use hearth::ui::govuk::date_input::DateInput;
use hearth::ui::govuk::details::Details;
use hearth::ui::govuk::error_summary::ErrorSummary;
use hearth::ui::govuk::input::Input;
use hearth::ui::govuk::password_input::PasswordInput;
use hearth::ui::govuk::radios::Radios;
use hearth::ui::govuk::select::Select;
use hearth::ui::govuk::service_navigation::NavigationLink;
use hearth::ui::govuk::skip_link::SkipLink;
use hearth::ui::govuk::sortable_table::{SortBy, SortCell, SortRow, SortableTable};
use hearth::ui::govuk::sub_navigation::SubNavigation;
use hearth::ui::govuk::task_list::{Task, TaskList};
use hearth::ui::govuk::textarea::Textarea;
use hearth::ui::govuk::word_count::WordCount;
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement};

wasm_bindgen_test_configure!(run_in_browser);

/// Something mounted, taken away again at the end of its test.
struct Shown<T: leptos::tachys::view::Mountable> {
    _handle: UnmountHandle<T>,
    root: HtmlElement,
}

impl<T: leptos::tachys::view::Mountable> Drop for Shown<T> {
    fn drop(&mut self) {
        self.root.remove();
    }
}

fn show<N: IntoView + 'static>(
    view: impl FnOnce() -> N + 'static,
) -> Shown<<leptos::tachys::view::any_view::AnyView as Render>::State> {
    let root: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    document().body().unwrap().append_child(&root).unwrap();
    Shown { _handle: mount_to(root.clone(), move || view().into_any()), root }
}

impl<T: leptos::tachys::view::Mountable> Shown<T> {
    #[track_caller]
    fn one(&self, selector: &str) -> Element {
        self.root.query_selector(selector).unwrap().unwrap_or_else(|| panic!("no {selector}"))
    }

    fn has(&self, selector: &str) -> bool {
        self.root.query_selector(selector).unwrap().is_some()
    }

    #[track_caller]
    fn text(&self, selector: &str) -> String {
        self.one(selector).text_content().unwrap_or_default()
    }

    fn texts(&self, selector: &str) -> Vec<String> {
        let all = self.root.query_selector_all(selector).unwrap();
        (0..all.length()).map(|place| all.item(place).unwrap().text_content().unwrap_or_default()).collect()
    }

    #[track_caller]
    fn click(&self, selector: &str) {
        self.one(selector).unchecked_into::<HtmlElement>().click();
    }

    /// The labels, hints and errors that a screen reader reads with this field.
    #[track_caller]
    fn described(&self, selector: &str) -> Vec<String> {
        let ids = self.one(selector).get_attribute("aria-describedby").unwrap_or_default();
        let words = |id: &str| {
            let element =
                document().get_element_by_id(id).unwrap_or_else(|| panic!("nothing has the id {id}"));
            element.text_content().unwrap_or_default()
        };
        ids.split_whitespace().map(words).collect()
    }

    fn type_into(&self, selector: &str, words: &str) {
        let input: HtmlInputElement = self.one(selector).unchecked_into();
        input.set_value(words);
        input.dispatch_event(&web_sys::Event::new("input").unwrap()).unwrap();
    }
}

fn focused() -> String {
    document().active_element().map(|element| element.id()).unwrap_or_default()
}

/// Effects and what they change are settled.
async fn settled() {
    for _ in 0..3 {
        tick().await;
    }
}

#[wasm_bindgen_test]
async fn a_box_has_its_label_hint_and_error() {
    let errors = FormErrors::new();
    let value = RwSignal::new("Okafor".to_owned());
    let shown = show(move || {
        view! {
            <Form errors=errors on_submit=|| ()>
                <Input id="label" label="What to call it" value=value hint="Not a name" />
            </Form>
        }
    });
    settled().await;
    assert_eq!(shown.text("label[for=label]"), "What to call it");
    assert_eq!(shown.one("#label").unchecked_into::<HtmlInputElement>().value(), "Okafor");
    assert_eq!(shown.described("#label"), ["Not a name"]);
    assert!(!shown.one("#label").has_attribute("aria-invalid"));

    errors.report_one("label", "Enter what to call the family");
    settled().await;
    assert_eq!(shown.described("#label"), ["Not a name", "Error: Enter what to call the family"]);
    assert_eq!(shown.one("#label").get_attribute("aria-invalid").as_deref(), Some("true"));
    assert!(shown.has(".govuk-form-group--error .govuk-input--error"));

    shown.type_into("#label", "Reed");
    settled().await;
    assert_eq!(value.get_untracked(), "Reed");
    assert!(shown.has("#label-error"), "an error stays until the next submit");

    errors.clear();
    settled().await;
    assert_eq!(shown.described("#label"), ["Not a name"]);
    assert!(!shown.has(".govuk-form-group--error"));
}

#[wasm_bindgen_test]
async fn an_error_passed_in_needs_no_form() {
    let error = RwSignal::new(None::<String>);
    let value = RwSignal::new(String::new());
    let shown = show(move || view! { <Textarea id="needs" label="Needs" value=value error=error /> });
    settled().await;
    assert!(!shown.one("#needs").has_attribute("aria-describedby"));
    error.set(Some("Enter what is needed".to_owned()));
    settled().await;
    assert_eq!(shown.described("#needs"), ["Error: Enter what is needed"]);
}

#[wasm_bindgen_test]
async fn the_error_summary_takes_the_focus_at_every_submit_and_leads_to_each_field() {
    focus::install();
    document().set_title("Add a family – Family workbook");
    let hash = window().location().hash().unwrap();
    let errors = FormErrors::new();
    let value = RwSignal::new(String::new());
    let date = DateFields::new();
    let submit = move || {
        errors.report(vec![
            FieldError::new("name", "Enter a name"),
            FieldError::new("born-month", "Date of birth must include a month"),
            FieldError::new("seen", "Choose whether you saw the child"),
        ]);
    };
    let shown = show(move || {
        view! {
            <ErrorSummary errors=errors />
            <h1 id="heading">"Heading"</h1>
            <Form errors=errors on_submit=submit>
                <Input id="name" label="Name" value=value />
                <DateInput id="born" legend="Date of birth" value=date />
                <Radios
                    id="seen"
                    legend="Did you see the child?"
                    choices=vec![Choice::new("yes", "Yes"), Choice::new("no", "No")]
                    value=RwSignal::new(String::new())
                />
                <Button>"Continue"</Button>
            </Form>
        }
    });
    settled().await;
    assert!(!shown.has(".govuk-error-summary"));

    shown.click("button[type=submit]");
    settled().await;
    let summary = shown.one(".govuk-error-summary");
    assert_eq!(document().active_element().as_ref(), Some(&summary));
    assert_eq!(shown.text(".govuk-error-summary h2"), "There is a problem");
    assert_eq!(
        shown.texts(".govuk-error-summary li"),
        ["Enter a name", "Date of birth must include a month", "Choose whether you saw the child"]
    );
    assert_eq!(document().title(), "Error: Add a family – Family workbook");

    shown.click("a[href='#born-month']");
    assert_eq!(focused(), "born-month");
    assert!(!summary.has_attribute("tabindex"), "the summary is no stop for Tab once it was left");
    shown.click("a[href='#seen']");
    assert_eq!(focused(), "seen", "the first of a group");
    assert_eq!(shown.described("fieldset:has(#seen)"), ["Error: Choose whether you saw the child"]);
    assert_eq!(window().location().hash().unwrap(), hash, "the address is the route's");

    // The same things wrong again must be said again.
    submit();
    settled().await;
    assert_eq!(document().active_element(), Some(shown.one(".govuk-error-summary")));

    errors.clear();
    settled().await;
    assert!(!shown.has(".govuk-error-summary"));
    assert_eq!(document().title(), "Add a family – Family workbook");
}

#[wasm_bindgen_test]
async fn a_date_says_which_box_to_mend() {
    let errors = FormErrors::new();
    let date = DateFields::new();
    let today = NaiveDate::from_ymd_opt(2026, 3, 1);
    let shown = show(move || {
        view! {
            <Form errors=errors on_submit=|| ()>
                <DateInput id="worked" legend="Date of the work" value=date today=today.unwrap() rough=true hint="For example, 27 3 2026" />
            </Form>
        }
    });
    settled().await;
    assert_eq!(shown.texts(".govuk-date-input__label"), ["Day", "Month", "Year"]);
    assert_eq!(shown.described("fieldset"), ["For example, 27 3 2026"]);

    shown.type_into("#worked-day", "3");
    let wrong = date.read("worked", "Date of the work").unwrap_err();
    errors.report(vec![wrong]);
    settled().await;
    assert_eq!(
        shown.described("fieldset"),
        ["For example, 27 3 2026", "Error: Date of the work must include a year"]
    );
    assert!(shown.has("#worked-year.govuk-input--error"));
    assert!(!shown.has("#worked-day.govuk-input--error"));

    shown.type_into("#worked-month", "feb");
    shown.type_into("#worked-year", "2026");
    shown.type_into("#worked-day", "30");
    errors.report(vec![date.read("worked", "Date of the work").unwrap_err()]);
    settled().await;
    assert!(shown.has("#worked-day.govuk-input--error"), "no one box is to blame");
    assert!(shown.has("#worked-year.govuk-input--error"));

    shown.click(".app-date-buttons button:nth-child(2)");
    settled().await;
    assert_eq!(date.read_exact("worked", "Date"), Ok(NaiveDate::from_ymd_opt(2026, 2, 28).unwrap()));
    assert_eq!(shown.one("#worked-day").unchecked_into::<HtmlInputElement>().value(), "28");
    shown.click("#worked-about");
    settled().await;
    assert!(date.read("worked", "Date").unwrap().about);
}

#[wasm_bindgen_test]
async fn radios_start_with_nothing_chosen_and_reveal_what_belongs_to_a_choice() {
    let value = RwSignal::new(String::new());
    let shown = show(move || {
        let choices = vec![
            Choice::new("told", "They told me").hint("In their own words"),
            Choice::new("other", "Another way").reveal(|| view! { <label>"How?" <input id="how" /></label> }),
        ];
        view! { <Radios id="known" legend="How you know" choices=choices value=value /> }
    });
    settled().await;
    assert!(!shown.has("input:checked"));
    assert_eq!(shown.text("legend"), "How you know");
    assert_eq!(shown.described("#known"), ["In their own words"]);
    assert!(shown.has("#conditional-known-2.govuk-radios__conditional--hidden"));
    shown.click("#known-2");
    settled().await;
    assert_eq!(value.get_untracked(), "other");
    assert!(!shown.has(".govuk-radios__conditional--hidden"));
    value.set("told".to_owned());
    settled().await;
    assert!(shown.one("#known").unchecked_into::<HtmlInputElement>().checked());
}

#[wasm_bindgen_test]
async fn none_of_these_clears_the_others_and_they_clear_it() {
    let values = RwSignal::new(Vec::<String>::new());
    let shown = show(move || {
        let choices = vec![
            Choice::new("a", "Amara"),
            Choice::new("k", "Kayla"),
            Choice::new("none", "Nobody").after_divider("or").exclusive(),
        ];
        view! { <Checkboxes id="present" legend="Who was there" choices=choices values=values /> }
    });
    settled().await;
    shown.click("#present-2");
    settled().await;
    shown.click("#present");
    settled().await;
    assert_eq!(values.get_untracked(), ["a", "k"], "in the order in which they are offered");
    shown.click("#present-3");
    settled().await;
    assert_eq!(values.get_untracked(), ["none"]);
    assert!(!shown.one("#present").unchecked_into::<HtmlInputElement>().checked());
    shown.click("#present");
    settled().await;
    assert_eq!(values.get_untracked(), ["a"]);
    assert_eq!(shown.text(".govuk-checkboxes__divider"), "or");
}

#[wasm_bindgen_test]
async fn a_select_starts_empty_and_follows_its_signal() {
    let value = RwSignal::new(String::new());
    let shown = show(move || {
        let choices = vec![Choice::new("sw", "Social worker"), Choice::new("dw", "Drug and alcohol worker")];
        view! { <Select id="role" label="Role" choices=choices value=value /> }
    });
    settled().await;
    let select: HtmlSelectElement = shown.one("#role").unchecked_into();
    assert_eq!(select.value(), "");
    value.set("dw".to_owned());
    settled().await;
    assert_eq!(select.value(), "dw");
    select.set_value("sw");
    select.dispatch_event(&web_sys::Event::new("change").unwrap()).unwrap();
    assert_eq!(value.get_untracked(), "sw");
}

#[wasm_bindgen_test]
async fn a_passphrase_is_hidden_until_asked_for_and_again_on_submit() {
    let errors = FormErrors::new();
    let value = RwSignal::new("correct horse".to_owned());
    let shown = show(move || {
        view! {
            <Form errors=errors on_submit=|| ()>
                <PasswordInput id="pass" label="Passphrase" value=value autocomplete="current-password" />
                <Button>"Unlock"</Button>
            </Form>
        }
    });
    settled().await;
    let kind = || shown.one("#pass").get_attribute("type").unwrap();
    assert_eq!(kind(), "password");
    shown.click("button[type=button]");
    settled().await;
    assert_eq!(kind(), "text");
    assert_eq!(shown.one("button[type=button]").get_attribute("aria-label").unwrap(), "Hide passphrase");
    assert_eq!(shown.text("[aria-live=polite]"), "Your passphrase is visible");
    shown.click("button[type=submit]");
    settled().await;
    assert_eq!(kind(), "password");
}

#[wasm_bindgen_test]
async fn a_second_press_within_a_second_does_nothing() {
    let presses = Arc::new(AtomicU32::new(0));
    let counted = presses.clone();
    let shown = show(move || {
        let press = move || {
            counted.fetch_add(1, Ordering::Relaxed);
        };
        view! { <Button on_press=press>"Save"</Button> }
    });
    shown.click("button");
    shown.click("button");
    assert_eq!(presses.load(Ordering::Relaxed), 1);
}

#[wasm_bindgen_test]
async fn a_busy_button_keeps_its_place_and_does_nothing() {
    let presses = RwSignal::new(0);
    let busy = RwSignal::new(true);
    let shown = show(move || {
        view! { <Button on_press=move || presses.update(|n| *n += 1) busy=busy>"Save"</Button> }
    });
    settled().await;
    assert_eq!(shown.one("button").get_attribute("aria-disabled").as_deref(), Some("true"));
    shown.click("button");
    assert_eq!(presses.get_untracked(), 0);
    busy.set(false);
    shown.click("button");
    assert_eq!(presses.get_untracked(), 1);
}

#[wasm_bindgen_test]
async fn the_skip_link_reaches_main_and_leaves_the_address() {
    focus::install();
    let hash = window().location().hash().unwrap();
    let shown =
        show(|| view! { <SkipLink /> <main id="main">"Page"</main> <button id="after">"After"</button> });
    shown.click(".govuk-skip-link");
    assert_eq!(focused(), "main");
    assert!(shown.has("#main.govuk-skip-link-focused-element"));
    assert_eq!(window().location().hash().unwrap(), hash);
    shown.one("#after").unchecked_into::<HtmlElement>().focus().unwrap();
    assert!(!shown.one("#main").has_attribute("tabindex"));
    assert!(!shown.has(".govuk-skip-link-focused-element"));
}

#[wasm_bindgen_test]
async fn the_family_navigation_says_where_we_are() {
    let link = |text: &str, current| NavigationLink { text: text.into(), href: "#/due".into(), current };
    let links = vec![link("Overview", false), link("People", true)];
    let shown = show(move || view! { <SubNavigation label="This family" button="Pages" links=links /> });
    settled().await;
    assert_eq!(shown.one("nav").get_attribute("aria-label").unwrap(), "This family");
    assert_eq!(shown.texts("[aria-current=page]"), ["People"]);
}

#[wasm_bindgen_test]
async fn a_table_is_put_in_order_by_a_button_and_says_so() {
    let row = |name: &str, days: Option<f64>| SortRow {
        key: name.to_owned(),
        cells: vec![
            SortCell::words(name),
            SortCell::new(days.map_or(SortBy::Nothing, SortBy::Number), move || {
                days.map_or("No date".to_owned(), |days| format!("{days} days"))
            }),
        ],
    };
    let rows = vec![row("Reed", Some(10.0)), row("okafor", None), row("Ali", Some(9.0))];
    let shown = show(move || {
        view! { <SortableTable caption="My families" columns=vec!["Family", "Next visit"] rows=rows /> }
    });
    settled().await;
    let order = || shown.texts("th[scope=row]");
    assert_eq!(order(), ["Reed", "okafor", "Ali"]);
    assert_eq!(shown.one("[role=region]").get_attribute("aria-label").unwrap(), "My families");

    shown.click("th:first-child button");
    settled().await;
    assert_eq!(order(), ["Ali", "okafor", "Reed"]);
    assert_eq!(shown.one("th:first-child").get_attribute("aria-sort").unwrap(), "ascending");
    assert_eq!(shown.text("[role=status]"), "Sort by Family (ascending)");

    shown.click("th:nth-child(2) button");
    settled().await;
    assert_eq!(order(), ["Ali", "Reed", "okafor"], "nine before ten, no date last");
    shown.click("th:nth-child(2) button");
    settled().await;
    assert_eq!(order(), ["Reed", "Ali", "okafor"], "no date last either way");
    assert_eq!(shown.one("th:first-child").get_attribute("aria-sort").unwrap(), "none");
}

#[wasm_bindgen_test]
async fn a_task_is_described_by_its_hint_and_state() {
    let task = Task {
        title: "Why are we involved".into(),
        whose: Some("Amara".into()),
        href: Some("#/due".into()),
        hint: Some("2 entries".into()),
        status: "In progress".into(),
        tag: Some(Default::default()),
    };
    let shown = show(move || view! { <TaskList id="amara" tasks=vec![task] /> });
    settled().await;
    assert_eq!(shown.described("a"), ["2 entries", "In progress"]);
    assert_eq!(shown.text("a"), "Why are we involved for Amara");
}

#[wasm_bindgen_test]
async fn words_are_counted_and_too_many_are_not_stopped() {
    let value = RwSignal::new("one two three four five six seven".to_owned());
    let shown = show(move || view! { <WordCount id="sum" label="Summary" value=value max_words=10 /> });
    settled().await;
    assert_eq!(shown.described("#sum"), ["You can enter up to 10 words"]);
    assert!(shown.has(".govuk-character-count__message--disabled"), "no count before three quarters");
    value.update(|words| words.push_str(" eight"));
    settled().await;
    assert!(!shown.has(".govuk-character-count__message--disabled"));
    assert_eq!(shown.text(".govuk-character-count__message"), "You have 2 words remaining");
    value.update(|words| words.push_str(" nine ten eleven"));
    settled().await;
    assert_eq!(shown.text(".govuk-character-count__message"), "You have 1 word too many");
}

#[wasm_bindgen_test]
async fn escape_closes_details_and_returns_to_where_it_was_opened() {
    let shown = show(|| {
        view! {
            <Details summary="Questions to think about">
                <button id="inside">"Copy"</button>
            </Details>
        }
    });
    settled().await;
    let details = shown.one("details");
    let opened = js_sys::Promise::new(&mut |done, _| {
        details.add_event_listener_with_callback("toggle", &done).unwrap();
    });
    details.set_attribute("open", "").unwrap();
    wasm_bindgen_futures::JsFuture::from(opened).await.unwrap();
    shown.one("#inside").unchecked_into::<HtmlElement>().focus().unwrap();
    let escape = js_sys::Reflect::get(&js_sys::global(), &"KeyboardEvent".into()).unwrap();
    let init = js_sys::JSON::parse(r#"{"key":"Escape","bubbles":true}"#).unwrap();
    let event = js_sys::Reflect::construct(
        escape.unchecked_ref::<js_sys::Function>(),
        &js_sys::Array::of2(&"keydown".into(), &init),
    )
    .unwrap();
    shown.one("#inside").dispatch_event(event.unchecked_ref()).unwrap();
    settled().await;
    assert!(!shown.one("details").has_attribute("open"));
    assert_eq!(document().active_element().unwrap().tag_name(), "SUMMARY");
}
