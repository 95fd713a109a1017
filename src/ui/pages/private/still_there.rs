use leptos::prelude::*;

use super::closing::Session;
use crate::services::private_session::timing::{Closed, Timing};
use crate::ui::govuk::alert::{Alert, AlertKind};
use crate::ui::govuk::button::{Button, ButtonGroup, ButtonKind};

/// Says a minute before that it closes. Any touch keeps it open; the button is there to be found.
pub(super) fn closes_soon(session: Session) -> AnyView {
    let warned = Memo::new(move |_| session.seconds_left.get().is_some());
    let left = move || match session.seconds_left.get() {
        Some(1) => "This page closes in 1 second.".to_owned(),
        Some(seconds) => format!("This page closes in {seconds} seconds."),
        None => String::new(),
    };
    (move || {
        warned.get().then(|| {
            view! {
                <Alert kind=AlertKind::Warning title="Are you still there?" urgent=true>
                    <p class="govuk-body">{left}</p>
                    <ButtonGroup>
                        <Button on_press=move || session.on_time(Timing::touch)>"Stay"</Button>
                        <Button
                            kind=ButtonKind::Secondary
                            on_press=move || session.close(Closed::Asked)
                        >
                            "Close now"
                        </Button>
                    </ButtonGroup>
                </Alert>
            }
        })
    })
    .into_any()
}
