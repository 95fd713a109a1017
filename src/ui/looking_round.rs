//! Looking round with the example family, and taking it away again, from any page that offers it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::model::ids::FamilyId;
use crate::navigation::{FamilyPage, Route};
use crate::services::browser::own_site;
use crate::services::example::ADDRESS;
use crate::services::session::{FamilyState, Locked};
use crate::ui::desk::{AfterWelcome, Desk, use_desk};
use crate::ui::focus;
use crate::ui::govuk::alert::{Alert, AlertKind};
use crate::ui::govuk::button::{Button, ButtonGroup, ButtonKind};
use crate::ui::govuk::notification_banner::Notice;
use crate::ui::govuk::warning_text::WarningText;

impl Desk {
    /// The example family, while it is here.
    pub fn example(self) -> Option<FamilyId> {
        self.families.with(|families| {
            families.iter().find_map(|state| match state {
                FamilyState::Open(book) if book.is_example() => Some(book.id),
                FamilyState::Open(_) | FamilyState::CannotBeOpened(_) => None,
            })
        })
    }

    /// Fetches the example family, keeps it like any other, and goes to it.
    ///
    /// # Errors
    /// In words, when nothing was added.
    pub async fn look_round(self) -> Result<(), String> {
        let session = self.session().ok_or_else(|| Locked.to_string())?;
        let text = own_site::text(ADDRESS).await.map_err(|error| error.to_string())?;
        let book = session.add_example(&text).await.map_err(|error| error.to_string())?;
        self.refresh();
        self.tell(Notice::new(
            "The example family is here. Everybody in it is made up. Try anything: you can remove it in one go.",
        ));
        self.navigator.go(&Route::family(book.id, FamilyPage::Overview));
        Ok(())
    }

    /// Takes the example family off this device, with whatever was tried out in it.
    ///
    /// # Errors
    /// In words; it is then still here.
    pub async fn remove_example(self) -> Result<(), String> {
        let session = self.session().ok_or_else(|| Locked.to_string())?;
        let Some(family) = untrack(move || self.example()) else { return Ok(()) };
        session.remove_family(family).await.map_err(|error| error.to_string())?;
        self.tell(Notice::new("The example family was removed."));
        self.navigator.go(&Route::Families);
        self.refresh();
        Ok(())
    }
}

/// "Look round with an example family"; while it is here, the way to it. It starts by itself for somebody who
/// chose this at the welcome.
#[component]
pub fn LookRound() -> impl IntoView {
    let desk = use_desk();
    let busy = RwSignal::new(false);
    let trouble = RwSignal::new(None::<String>);
    let look = move || run(busy, trouble, desk.look_round());
    if desk.after_welcome.get_untracked() == Some(AfterWelcome::LookRound) {
        desk.after_welcome.set(None);
        look();
    }
    let offer = move || match desk.example() {
        Some(family) => {
            let href = Route::family(family, FamilyPage::Overview).to_hash();
            view! { <p class="govuk-body"><a class="govuk-link" href=href>"Open the example family"</a></p> }
                .into_any()
        }
        None => view! {
            <Button kind=ButtonKind::Secondary busy on_press=look>
                "Look round with an example family"
            </Button>
        }
        .into_any(),
    };
    view! {
        {offer}
        {problem("The example family was not added", trouble)}
    }
}

/// "Remove the example family", after one check. Nothing while there is none.
#[component]
pub fn RemoveExample() -> impl IntoView {
    let desk = use_desk();
    let asked = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let trouble = RwSignal::new(None::<String>);
    let remove = move || run(busy, trouble, desk.remove_example());
    let node = NodeRef::<leptos::html::Div>::new();
    // The button that was pressed is gone: what came in its place has the focus.
    Effect::new(move |before: Option<bool>| {
        let asked = asked.get();
        if let Some(part) = node.get_untracked().filter(|_| before.is_some_and(|before| before != asked)) {
            focus::for_now(&part);
        }
        asked
    });
    let check = move || match asked.get() {
        false => view! {
            <Button kind=ButtonKind::Secondary on_press=move || asked.set(true)>
                "Remove the example family"
            </Button>
        }
        .into_any(),
        true => view! {
            <WarningText>
                "The example family and everything you tried out in it will be gone from this device. Your own
                families stay as they are."
            </WarningText>
            <ButtonGroup>
                <Button kind=ButtonKind::Warning busy on_press=remove>"Yes, remove it"</Button>
                <button type="button" class="app-link-button" on:click=move |_| asked.set(false)>
                    "Keep it"
                </button>
            </ButtonGroup>
        }
        .into_any(),
    };
    move || {
        desk.example().map(|_| {
            view! {
                <div node_ref=node>{check}</div>
                {problem("The example family is still here", trouble)}
            }
        })
    }
}

fn problem(title: &'static str, trouble: RwSignal<Option<String>>) -> impl IntoView {
    move || {
        trouble.get().map(|words| {
            view! {
                <Alert kind=AlertKind::Error title urgent=true>
                    <p class="govuk-body">{words}</p>
                </Alert>
            }
        })
    }
}

/// Runs it once, and shows what went wrong if anything did.
fn run(
    busy: RwSignal<bool>,
    trouble: RwSignal<Option<String>>,
    deed: impl Future<Output = Result<(), String>> + 'static,
) {
    busy.set(true);
    trouble.set(None);
    spawn_local(async move {
        let outcome = deed.await;
        let _gone = busy.try_set(false);
        let _gone = trouble.try_set(outcome.err());
    });
}
