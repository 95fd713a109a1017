use leptos::prelude::*;

use super::closing::{Session, Stage};
use super::safety;
use crate::services::private_session::Room;
use crate::ui::form::Form;
use crate::ui::form::errors::FormErrors;
use crate::ui::govuk::button::{Button, ButtonGroup, ButtonKind};
use crate::ui::govuk::choice::Choice;
use crate::ui::govuk::radios::Radios;
use crate::ui::shell::page::Page;

/// The id of the question.
const WHO: &str = "room";

/// Asks who is in the room. Nothing of a plan, nor whether there is one, is on this page.
pub(super) fn ask(session: Session, name: &str, has_plan: bool) -> AnyView {
    let errors = FormErrors::new();
    let who = RwSignal::new(String::new());
    let choices: Vec<Choice> =
        Room::ALL.into_iter().map(|room| Choice::new(room.code(), room.label(name))).collect();
    let submit = move |()| match Room::of_code(&who.get_untracked()) {
        None => errors.report_one(WHO, "Select who is in the room"),
        Some(room) if room.opens() => session.open(has_plan),
        Some(_) => session.turn(Stage::NotOpened),
    };
    view! {
        <Page heading="Before you open it" back=safety(session.family) errors=errors>
            <p class="govuk-body">
                "Close the door and the curtains if you can. Agree what you will be talking about if somebody comes
                in. It closes after five minutes without a touch, and as soon as the screen shows something else."
            </p>
            <Form errors on_submit=Callback::new(submit)>
                <Radios id=WHO legend="Who is in the room?" choices value=who />
                <Button>"Continue"</Button>
            </Form>
        </Page>
    }
    .into_any()
}

/// Why it does not open.
pub(super) fn not_opened(session: Session, name: &str) -> AnyView {
    let words = format!(
        "This is for {name} alone, or with an advocate whom {name} chose. Anybody else who sees it could tell, or be \
         asked, what stands in it: a partner, a relative, a child, also one who interprets."
    );
    view! {
        <Page heading="Not now" back=safety(session.family)>
            <p class="govuk-body">{words}</p>
            <p class="govuk-body">
                "Nothing was shown. Find another time and place, and ask them how you can be in touch safely."
            </p>
            <ButtonGroup>
                <Button kind=ButtonKind::Secondary on_press=move || session.ask_again()>
                    "Answer again"
                </Button>
            </ButtonGroup>
        </Page>
    }
    .into_any()
}
