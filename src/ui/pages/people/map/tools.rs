use leptos::prelude::*;

use super::Chosen;
use crate::pictures::genogram::{Move, Nudge};
use crate::services::pictures::family_map::{larger, smaller};
use crate::ui::govuk::choice::Choice;
use crate::ui::govuk::details::Details;
use crate::ui::govuk::select::Select;

/// How large it is drawn, and moving people in it: everything that keys do in the picture, as buttons.
#[component]
pub(super) fn Tools(chosen: Chosen, people: Vec<Choice>) -> impl IntoView {
    let said = RwSignal::new(String::new());
    let names: Vec<(String, String)> = people.iter().map(|it| (it.value.clone(), it.label.clone())).collect();
    let names = StoredValue::new(names);
    let moves = [
        ("Move left", Move::Left),
        ("Move right", Move::Right),
        ("Move up", Move::Up),
        ("Move down", Move::Down),
    ];
    let moves = moves.map(|(label, towards)| {
        let press = move || {
            let name = chosen.person.with_untracked(|key| {
                names.with_value(|all| all.iter().find(|(id, _)| id == key).map(|(_, name)| name.clone()))
            });
            match name {
                Some(name) => {
                    moved(chosen, towards);
                    said.set(format!("{name}: {}", label.to_lowercase()));
                }
                None => said.set("Select who to move".to_owned()),
            }
        };
        button(label, press)
    });
    let back = button("Put everybody back", move || {
        chosen.nudges.set(Vec::new());
        said.set("Everybody is where the layout puts them".to_owned());
    });
    view! {
        <div class="app-map__sizes" role="group" aria-label="Size of the picture">
            {button("Larger", move || chosen.resize(larger))}
            {button("Smaller", move || chosen.resize(smaller))}
            {button("Fit", move || chosen.size.set(None))}
        </div>
        <Details summary="Move people in the picture">
                <Select
                    id="map-person"
                    label="Who to move"
                    hint="They are moved for this visit to the page. Nothing is recorded. In the picture, use Alt and an arrow."
                    choices=people
                    value=chosen.person
                />
                <div role="group" aria-label="Move them">{moves} {back}</div>
                <p class="govuk-body" role="status">{move || said.get()}</p>
        </Details>
    }
}

/// One place further, after what was moved before.
pub(super) fn moved(chosen: Chosen, towards: Move) {
    let key = chosen.person.get_untracked();
    if !key.is_empty() {
        chosen.nudges.update(|all| all.push(Nudge { key, towards }));
    }
}

/// A button that may be pressed again at once.
fn button(label: &'static str, press: impl Fn() + 'static) -> AnyView {
    view! {
        <button type="button" class="govuk-button govuk-button--secondary app-map__button" on:click=move |_| press()>
            {label}
        </button>
    }
    .into_any()
}
