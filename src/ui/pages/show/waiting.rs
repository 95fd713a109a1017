use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::model::ids::FamilyId;
use crate::services::leaf::Part;
use crate::services::session::Waiting;
use crate::services::visit::waiting::rows;
use crate::ui::desk::use_desk;
use crate::ui::govuk::alert::{Alert, AlertKind};
use crate::ui::pages::records::parts::part;

/// Visits that wait for their worker, of one family or of all; nothing while there is none.
#[component]
pub fn WaitingVisits(#[prop(optional)] family: Option<FamilyId>) -> impl IntoView {
    let desk = use_desk();
    let found = RwSignal::new(Waiting::default());
    spawn_local(async move {
        let Some(session) = desk.session() else { return };
        // A store that does not answer says so wherever something is read or written.
        found.try_set(session.waiting_visits().await.unwrap_or_default());
    });
    move || {
        let rows = found.with(|found| desk.families.with(|families| rows(found, families, family)));
        (!rows.is_empty()).then(|| {
            view! {
                <Alert kind=AlertKind::Information title="After a visit">{part(Part::List(rows))}</Alert>
            }
        })
    }
}
