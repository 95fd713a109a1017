use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::closing::Session;
use crate::services::private_session::form::take_back;
use crate::ui::arrive;
use crate::ui::govuk::button::{Button, ButtonKind};
use crate::ui::govuk::details::Details;
use crate::workbook::fold::Workbook;

/// It is theirs to take back, at any time and for no reason.
pub(super) fn taking_back(book: &Arc<Workbook>, session: Session, name: &str) -> AnyView {
    let book = book.clone();
    let wrong = RwSignal::new(None::<String>);
    let take_back = move || {
        let command = take_back(&book, session.person);
        spawn_local(async move {
            let recorded = session.desk.record(session.family, command.into_iter().collect()).await;
            match recorded {
                Ok(_) => arrive::settle(None),
                Err(error) => drop(wrong.try_set(Some(error.to_string()))),
            }
        });
    };
    let words = format!(
        "The plan is {name}’s own. When it is taken back it stands on no page any more. Its words stay sealed and \
         apart, so that they are still looked for in everything that is shown or printed."
    );
    view! {
        <div class="app-no-print">
            <Details summary=format!("{name} takes the plan back")>
                <p class="govuk-body">{words}</p>
                {move || wrong.get().map(|words| view! { <p class="govuk-body" role="alert">{words}</p> })}
                <Button kind=ButtonKind::Warning on_press=take_back>"Take the plan back"</Button>
            </Details>
        </div>
    }
    .into_any()
}
