//! A private session with somebody: their own plan to be safe. It asks first who is in the room, closes by itself, and
//! leaves nothing on the screen.

mod closing;
mod plan;
mod room;
mod still_there;
mod taking_back;
mod writing;

use std::sync::Arc;

use leptos::prelude::*;

use closing::{Session, Stage};
use still_there::closes_soon;

use crate::model::ids::{FamilyId, PersonId};
use crate::navigation::{FamilyPage, Leaf, Route};
use crate::services::private_session;
use crate::services::private_session::timing::Closed;
use crate::ui::desk::use_desk;
use crate::ui::govuk::button::{Button, ButtonGroup};
use crate::ui::pages::in_family::InFamily;
use crate::ui::pages::not_found::NotFound;
use crate::ui::pages::records::with_here;
use crate::ui::shell::page::Page;
use crate::workbook::fold::Workbook;

/// A person's private session.
#[component]
pub fn PrivatePage(family: FamilyId, person: PersonId) -> impl IntoView {
    // It stays while the page is drawn again, each time something was recorded.
    let session = Session::new(use_desk(), family, person);
    view! { <InFamily family page=move |book| page(&book, session) /> }
}

/// The page to which one goes back.
fn safety(family: FamilyId) -> Route {
    Route::family(family, FamilyPage::leaf(Leaf::Safety))
}

fn page(book: &Arc<Workbook>, session: Session) -> AnyView {
    let shown =
        with_here(session.desk, book, |here| private_session::session(session.person, here)).flatten();
    let Some(shown) = shown else { return view! { <NotFound /> }.into_any() };
    let book = book.clone();
    let stage = move || match session.stage.get() {
        Stage::Asking => room::ask(session, &shown.name, shown.plan().is_some()),
        Stage::NotOpened => room::not_opened(session, &shown.name),
        Stage::Open => view! {
            {closes_soon(session)}
            {open(&book, session, &shown)}
        }
        .into_any(),
        Stage::Closed(why) => closed(session, why),
    };
    stage.into_any()
}

/// The plan, to read or to write.
fn open(book: &Arc<Workbook>, session: Session, shown: &private_session::Session) -> AnyView {
    let (book, shown) = (book.clone(), shown.clone());
    (move || match shown.may_write && session.writing.get() {
        true => writing::form(&book, session, &shown),
        false => plan::read(&book, session, &shown),
    })
    .into_any()
}

/// Nothing of anybody is left on it.
fn closed(session: Session, why: Closed) -> AnyView {
    let words = match why {
        Closed::Asked => "",
        Closed::Unused => "Nobody touched it for five minutes. ",
        Closed::Hidden => "The screen showed something else. ",
    };
    view! {
        <Page heading="This page is closed" back=safety(session.family)>
            <p class="govuk-body">
                {words}
                "What was saved is safe. What was typed and not saved is kept encrypted, and comes back when you open
                it again."
            </p>
            <ButtonGroup>
                <Button on_press=move || session.ask_again()>"Open it again"</Button>
            </ButtonGroup>
        </Page>
    }
    .into_any()
}
