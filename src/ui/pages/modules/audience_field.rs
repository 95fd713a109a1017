//! "Who can see this": the team only, or the team and named people. Whoever is kept apart by safety
//! separation is not offered, and the page says why.

use leptos::prelude::*;

use crate::model::entry::HowKnown;
use crate::services::audience::{KeptApart, Offers};
use crate::services::entry_form::{CHOSEN_PEOPLE, TEAM_ONLY, field};
use crate::ui::govuk::checkboxes::Checkboxes;
use crate::ui::govuk::choice::Choice;
use crate::ui::govuk::details::Details;
use crate::ui::govuk::group::Size;
use crate::ui::govuk::radios::Radios;

use super::entry_boxes::Boxes;

pub(super) fn audience(boxes: Boxes, offers: Memo<Offers>) -> AnyView {
    let people = move || {
        let choice = |offered: crate::services::audience::Offered| {
            let choice = Choice::new(offered.person.to_string(), offered.name);
            if offered.outside { choice.hint("Not in the workflow") } else { choice }
        };
        let choices = offers.get().offered.into_iter().map(choice).collect();
        view! {
            <Checkboxes
                id=field::AUDIENCE_PEOPLE
                legend="Which people"
                choices=choices
                values=boxes.audience_people
            />
        }
        .into_any()
    };
    let choices = vec![
        Choice::new(TEAM_ONLY, "Team only"),
        Choice::new(CHOSEN_PEOPLE, "Choose people")
            .hint("The team, and each person you tick")
            .reveal(move || people),
    ];
    let kept_apart = move || offers.get().kept_apart.into_iter().map(why).collect_view();
    let choices = StoredValue::new_local(choices);
    let for_the_team = Memo::new(move |_| {
        let code = boxes.how_known.get();
        HowKnown::ALL.iter().any(|known| known.code() == code && known.is_for_the_team())
    });
    let asked = move || {
        if for_the_team.get() {
            return view! {
                <h2 class="govuk-heading-s">"Who can see this"</h2>
                <p class="govuk-body">
                    "The team only. What another professional said, or a record says, is theirs to tell: the family is
                    never shown it, and nobody can be chosen for it. If they told you themselves, or you saw it, say
                    so above."
                </p>
            }
            .into_any();
        }
        view! {
            <Radios
                id=field::AUDIENCE
                legend="Who can see this"
                size=Size::Small
                choices=choices.get_value()
                value=boxes.audience
            />
            {kept_apart}
        }
        .into_any()
    };
    asked.into_any()
}

fn why(kept: KeptApart) -> AnyView {
    let summary = format!("{} is not offered: safety separation is on. Why?", kept.name);
    view! {
        <Details summary=summary>
            <p>
                {format!(
                    "Safety separation stands between {} and {}, and this entry names {}. Nothing that names \
                     one of them is shown to the other.",
                    kept.name, kept.from, kept.from,
                )}
            </p>
        </Details>
    }
    .into_any()
}
