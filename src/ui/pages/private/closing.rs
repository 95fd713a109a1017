use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::model::ids::{FamilyId, PersonId};
use crate::services::auto_lock::Moment;
use crate::services::browser::idle::Idling;
use crate::services::browser::leaving::Leaving;
use crate::services::browser::listening::Listening;
use crate::services::drafts::DraftKey;
use crate::services::private_session::timing::{Closed, Standing, Timing};
use crate::ui::arrive;
use crate::ui::desk::Desk;
use crate::ui::printing::print_as;

/// How far a session is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// Who is in the room?
    Asking,
    /// Not now: somebody else is there.
    NotOpened,
    Open,
    Closed(Closed),
}

/// What notices that the page is left, hidden, or touched by nobody.
type Watching = (Leaving, Idling, Listening);

/// A session on its page. `Copy`: what is drawn in it shares it.
#[derive(Clone, Copy)]
pub(super) struct Session {
    pub desk: Desk,
    pub family: FamilyId,
    pub person: PersonId,
    pub stage: RwSignal<Stage>,
    /// Whether the plan is being written, rather than read.
    pub writing: RwSignal<bool>,
    pub seconds_left: RwSignal<Option<u64>>,
    timing: StoredValue<Option<Timing>, LocalStorage>,
    /// While the browser asks how to print, its own window takes the focus.
    printing: StoredValue<bool>,
    watching: StoredValue<Option<Rc<Watching>>, LocalStorage>,
}

impl Session {
    /// A session that is not open yet. It watches for as long as its page stands.
    pub fn new(desk: Desk, family: FamilyId, person: PersonId) -> Self {
        let session = Self {
            desk,
            family,
            person,
            stage: RwSignal::new(Stage::Asking),
            writing: RwSignal::new(false),
            seconds_left: RwSignal::new(None),
            timing: StoredValue::new_local(None),
            printing: StoredValue::new(false),
            watching: StoredValue::new_local(None),
        };
        let leaving = Leaving::watch(&window(), &document(), move || session.close(Closed::Hidden));
        let idling = Idling::watch(
            &window(),
            &document(),
            move || {
                session.printing.try_set_value(false);
                session.on_time(Timing::touch);
            },
            move || session.on_time(Timing::check),
        );
        // A tablet takes its picture for the list of apps when the focus goes, before it says that the page is hidden.
        let blurred = Listening::to(&window(), "blur", move |event| {
            // What is on the page loses the focus too, and says so on its way.
            let of_the_page = event.target().is_some_and(|it| it.is_instance_of::<web_sys::Window>());
            if of_the_page && session.printing.try_get_value() == Some(false) {
                session.close(Closed::Hidden);
            }
        });
        session.watching.set_value(Some(Rc::new((leaving, idling, blurred))));
        session
    }

    /// Where what is typed is kept.
    pub fn draft_key(self) -> DraftKey {
        DraftKey(format!("{}/private/{}", self.family, self.person))
    }

    fn now(self) -> Option<Moment> {
        self.desk.session().map(|session| Moment::of(session.clock()))
    }

    /// The worker said that it is safe. What was begun is gone on with, and without a plan there is nothing to read.
    pub fn open(self, has_plan: bool) {
        let begun = self.desk.session().is_some_and(|session| session.draft(&self.draft_key()).is_some());
        self.writing.set(begun || !has_plan);
        self.timing.set_value(self.now().map(Timing::open));
        self.turn(Stage::Open);
    }

    /// Asks again who is in the room.
    pub fn ask_again(self) {
        self.timing.set_value(None);
        self.turn(Stage::Asking);
    }

    /// Closes it, if it is open.
    pub fn close(self, why: Closed) {
        let standing = self.timing.try_update_value(|timing| timing.as_mut().map(|it| it.close(why)));
        self.act_on(standing.flatten());
    }

    pub fn on_time(self, happens: fn(&mut Timing, Moment) -> Standing) {
        let Some(now) = self.now() else { return };
        let standing = self.timing.try_update_value(|timing| timing.as_mut().map(|it| happens(it, now)));
        self.act_on(standing.flatten());
    }

    fn act_on(self, standing: Option<Standing>) {
        let left = match standing {
            Some(Standing::Warning { seconds_left }) => Some(seconds_left),
            Some(Standing::Open | Standing::Closed(_)) | None => None,
        };
        if self.seconds_left.try_get_untracked().is_some_and(|before| before != left) {
            self.seconds_left.set(left);
        }
        if let Some(Standing::Closed(why)) = standing
            && self.stage.try_get_untracked() == Some(Stage::Open)
        {
            self.turn(Stage::Closed(why));
        }
    }

    /// Prints the page, which has no name meanwhile.
    pub fn print(self, file_name: &str) {
        self.printing.set_value(true);
        print_as(file_name);
    }

    /// Goes on as if to another page.
    pub fn turn(self, stage: Stage) {
        self.stage.set(stage);
        arrive::settle(None);
    }
}
