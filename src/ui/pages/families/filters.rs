use leptos::prelude::*;

use crate::services::families_list::{Active, Columns, Filter, Which};
use crate::ui::focus;
use crate::ui::govuk::choice::Choice;
use crate::ui::govuk::details::Details;
use crate::ui::govuk::select::Select;

/// What is chosen in each filter.
#[derive(Clone, Copy)]
pub struct Boxes {
    rating: RwSignal<String>,
    plan: RwSignal<String>,
    supervision: RwSignal<String>,
    role: RwSignal<String>,
}

impl Boxes {
    pub fn new() -> Self {
        let empty = || RwSignal::new(String::new());
        Self { rating: empty(), plan: empty(), supervision: empty(), role: empty() }
    }

    fn of(self, which: Which) -> RwSignal<String> {
        match which {
            Which::Rating => self.rating,
            Which::Plan => self.plan,
            Which::Supervision => self.supervision,
            Which::Role => self.role,
        }
    }

    /// What is chosen, for whoever draws from it.
    pub fn filter(self) -> Filter {
        Filter {
            rating: self.rating.get(),
            plan: self.plan.get(),
            supervision: self.supervision.get(),
            role: self.role.get(),
        }
    }
}

/// The filters, behind a click: most days the search is enough.
pub fn more(boxes: Boxes, columns: Columns) -> AnyView {
    let open = RwSignal::new(false);
    let one = |which: Which| {
        let choices = which.answers().into_iter().map(|it| Choice::new(it.value, it.label)).collect();
        view! { <Select id=which.id() label=which.label() choices value=boxes.of(which) /> }.into_any()
    };
    let all = Which::ALL.into_iter().filter(|which| which.is_used(columns)).map(one).collect::<Vec<_>>();
    view! { <Details summary="Filter the list" open>{all}</Details> }.into_any()
}

/// What leaves families out, each to be taken away.
#[component]
pub fn Chips(words: RwSignal<String>, boxes: Boxes) -> impl IntoView {
    let search = move || {
        (!words.with(|words| words.trim().is_empty())).then(|| {
            view! {
                <li>
                    <button type="button" class="app-link-button" on:click=move |_| cleared(words)>
                        "Clear the search"
                    </button>
                </li>
            }
        })
    };
    let chips = move || {
        let chip = |active: Active| {
            let clear = move |_| cleared(boxes.of(active.which));
            view! {
                <li>
                    <button type="button" class="app-link-button" on:click=clear>
                        {format!("Remove filter: {}", active.words)}
                    </button>
                </li>
            }
        };
        boxes.filter().active().into_iter().map(chip).collect_view()
    };
    view! { <ul class="app-cluster govuk-body">{search} {chips}</ul> }
}

/// Empties a filter. The button that was pressed goes with it, so the focus goes to the search.
fn cleared(value: RwSignal<String>) {
    value.set(String::new());
    focus::on_field("find-family");
}
