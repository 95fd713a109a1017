//! After the visit: what each person said, word for word, and one choice for each thing. It is read here, and cannot be
//! changed here.

mod card;
mod choice;
mod visit;

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::context::Provider;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::model::ids::{FamilyId, SaidId};
use crate::navigation::{FamilyPage, Route};
use crate::services::session::AfterVisit;
use crate::services::visit::after::Boxes;
use crate::ui::desk::{Desk, use_desk};
use crate::ui::focus;
use crate::ui::form::errors::FormErrors;
use crate::ui::govuk::alert::{Alert, AlertKind};
use crate::ui::govuk::notification_banner::Notice;
use crate::ui::pages::in_family::InFamily;
use crate::ui::shell::page::Page;
use crate::ui::shortcuts::{Shortcut, use_shortcut};
use crate::workbook::fold::Workbook;

/// What was read of the letters.
type Read = Result<Vec<Arc<AfterVisit>>, String>;

/// What every part of the page works with.
#[derive(Clone, Copy)]
struct Here {
    desk: Desk,
    family: FamilyId,
    found: RwSignal<Option<Read>>,
    errors: FormErrors,
    busy: RwSignal<bool>,
    /// What was chosen on each card so far: the cards are drawn again whenever one of them was accepted.
    chosen: StoredValue<BTreeMap<SaidId, Boxes>>,
    /// The way to accept each card, in their order, and the card in which somebody is.
    accepts: StoredValue<Vec<(SaidId, Callback<()>)>>,
    at: StoredValue<Option<SaidId>>,
}

impl Here {
    /// Reads the letters again, and draws the page from them; after one of them was taken in, with what was recorded,
    /// and goes to this place on it.
    async fn look(self, then: Option<String>) {
        let Some(session) = self.desk.session() else { return };
        let read = session.after_visits(self.family).await;
        let read = read.map(|all| all.into_iter().map(Arc::new).collect()).map_err(|error| error.to_string());
        self.found.try_set(Some(read));
        if let Some(id) = then {
            self.desk.refresh();
            request_animation_frame(move || {
                if let Some(place) = document().get_element_by_id(&id) {
                    focus::for_now(&place);
                }
            });
        }
    }

    /// The main action of the page: the card in which somebody is, else the first.
    fn accept(self) {
        let at = self.at.get_value();
        let own = self.accepts.with_value(|all| {
            let here = all.iter().find(|(said, _)| Some(*said) == at);
            here.or(all.first()).map(|(_, accept)| *accept)
        });
        if let Some(accept) = own {
            accept.try_run(());
        }
    }

    fn tell(self, words: impl Into<String>) {
        self.desk.shell.announce(Notice::new(words.into()));
    }
}

/// After the visit.
#[component]
pub fn AfterPage(family: FamilyId) -> impl IntoView {
    let here = Here {
        desk: use_desk(),
        family,
        found: RwSignal::new(None),
        errors: FormErrors::new(),
        busy: RwSignal::new(false),
        chosen: StoredValue::new(BTreeMap::new()),
        accepts: StoredValue::new(Vec::new()),
        at: StoredValue::new(None),
    };
    spawn_local(here.look(None));
    use_shortcut(Shortcut::Main, move || here.accept());
    let page = move |book: Arc<Workbook>| {
        let back = Route::family(family, FamilyPage::Overview);
        view! {
            <Page heading="After the visit" back errors=here.errors>{move || shown(here, &book)}</Page>
        }
        .into_any()
    };
    // The boxes are made before the forms round them, and find their errors here; nobody else's do.
    view! {
        <Provider value=here.errors>
            <InFamily family page />
        </Provider>
    }
}

fn shown(here: Here, book: &Arc<Workbook>) -> Option<AnyView> {
    here.accepts.set_value(Vec::new());
    Some(match here.found.get()? {
        Ok(visits) if visits.is_empty() => {
            view! { <p class="govuk-body">"Nothing waits here."</p> }.into_any()
        }
        Ok(visits) => {
            let visits = visits.into_iter().map(|it| visit::visit(here, book, it));
            visits.collect::<Vec<_>>().into_any()
        }
        Err(words) => view! {
            <Alert kind=AlertKind::Error title="What was said could not be read">
                <p class="govuk-body">{words}</p>
            </Alert>
        }
        .into_any(),
    })
}
