//! Add an entry, and amend one.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::model::entry::Entry;
use crate::model::ids::{EntryId, EventId, PersonId};
use crate::programme;
use crate::programme::prompts::NEEDED_FOR_THE_CHILD;
use crate::services::audience::Offers;
use crate::services::entry_form::{Asked, EntryForm, Wrong, field, field_of};
use crate::services::entry_reading::{By, shown};
use crate::services::session::RecordError;
use crate::ui::desk::{Desk, use_desk};
use crate::ui::form::Form;
use crate::ui::form::draft::DraftForm;
use crate::ui::form::errors::{FieldError, FormErrors};
use crate::ui::govuk::alert::{Alert, AlertKind};
use crate::ui::govuk::button::{Button, ButtonGroup, ButtonKind};
use crate::ui::govuk::date_input::DateInput;
use crate::ui::govuk::group::Size;
use crate::ui::govuk::inset_text::InsetText;
use crate::ui::govuk::notification_banner::Notice;
use crate::ui::govuk::textarea::Textarea;
use crate::ui::save_state::{DraftNote, SaveState};
use crate::ui::shell::page::Page;
use crate::workbook::decide::Command;
use crate::workbook::fold::Workbook;

use super::conflict::Versions;
use super::entry_boxes::Boxes;
use super::entry_fields::{circumstances, own_words, questions, texts};
use super::entry_stage::stage;
use super::prompts::Prompts;
use super::{Here, NotRecorded, audience_field, in_family, today};

const SAVE: &str = "Save entry";

/// Add an entry. After "Save and add another" the same page stands with what was told already.
#[component]
pub fn NewEntry(here: Here) -> impl IntoView {
    in_family(here.family, Some(here.part.subject), move |desk, _| {
        let start = RwSignal::new(EntryForm::blank(today(desk)));
        let again = Callback::new(move |next: EntryForm| start.set(next));
        (move || {
            let start = start.get();
            view! { <EntryPage here amends=None start again /> }.into_any()
        })
        .into_any()
    })
}

/// Amend an entry: a new version, with a reason.
#[component]
pub fn AmendEntry(here: Here, entry: EntryId) -> impl IntoView {
    in_family(here.family, Some(here.part.subject), move |_, book| {
        let thing = book.entries.get(entry);
        let standing = thing.and_then(|thing| {
            shown(thing).or_else(|| {
                thing.versions().rev().find_map(|version| Some((version, version.value.as_ref()?)))
            })
        });
        match standing.filter(|(_, old)| (old.module, old.subject) == (here.part.module, here.part.subject)) {
            Some((_, old)) => {
                let start = EntryForm::of(old);
                let again = Callback::new(|_| ());
                view! { <EntryPage here amends=Some(entry) start again /> }.into_any()
            }
            None => view! { <crate::ui::pages::not_found::NotFound /> }.into_any(),
        }
    })
}

/// What the page does, apart from drawing.
#[derive(Clone, Copy)]
struct Work {
    desk: Desk,
    here: Here,
    amends: Option<EntryId>,
    form: DraftForm,
    boxes: Boxes,
    offers: Memo<Offers>,
    errors: FormErrors,
    failed: RwSignal<Option<String>>,
    busy: RwSignal<bool>,
    again: Callback<EntryForm>,
}

#[component]
fn EntryPage(
    here: Here,
    amends: Option<EntryId>,
    start: EntryForm,
    again: Callback<EntryForm>,
) -> impl IntoView {
    let desk = use_desk();
    // Drawn from the workbook as it stood on opening: what is typed must not be redrawn from under a hand.
    let book =
        untrack(move || desk.workbook(here.family)).unwrap_or_else(|| Arc::new(Workbook::empty(here.family)));
    let work = Work::open(desk, here, amends, &start, &book, again);
    let name = book.subject_name(here.part.subject);
    let heading = if amends.is_some() { "Change this entry" } else { "Add an entry" };
    let form = work.form;
    let submit = Callback::new(move |()| work.save(false));
    view! {
        <Page
            heading=heading
            caption=format!("Module {}: {} · {name}", here.part.module.number(), here.title())
            back=here.module()
            errors=work.errors
            beside=move || view! { <SaveState form /> }
        >
            <DraftNote becomes=SAVE />
            <NotRecorded why=work.failed />
            {amends.map(|entry| before_amending(work, entry, &book))}
            <div class="app-columns">
                <Prompts module=here.part.module />
                <div class="app-columns__main">
                    <Form errors=work.errors on_submit=submit>
                        {work.fields(&book)}
                        {work.buttons()}
                    </Form>
                </div>
            </div>
        </Page>
    }
}

impl Work {
    fn open(
        desk: Desk,
        here: Here,
        amends: Option<EntryId>,
        start: &EntryForm,
        book: &Arc<Workbook>,
        again: Callback<EntryForm>,
    ) -> Self {
        let which = amends.map_or_else(|| "new".to_owned(), |entry| entry.to_string());
        let key = format!("entry.{}.{}.{}.{which}", here.family, here.part.module, here.part.subject);
        let what = if amends.is_some() { "Change to an entry" } else { "Entry" };
        let words = format!(
            "{what} in module {} for {}",
            here.part.module.number(),
            book.subject_name(here.part.subject)
        );
        let form = DraftForm::open(key, Some(here.family), words);
        let subject = here.part.subject;
        let told = |child: &PersonId| start.analysis.iter().any(|(about, _)| about == child);
        let mut children: Vec<PersonId> = book
            .children()
            .into_iter()
            .map(|(id, _)| id)
            .filter(|child| book.in_workflow(*child) || subject.names(*child) || told(child))
            .collect();
        children.sort_by_key(|child| !subject.names(*child));
        let seen = amends.map(|entry| book.entries.head_ids(entry)).unwrap_or_default();
        let seen = seen.iter().map(ToString::to_string).collect();
        let boxes = Boxes::make(form, start, &children, seen);
        form.keep_typing();
        let book = super::live(desk, here.family, book.clone());
        let offers = Memo::new(move |_| book.with(|book| Offers::of(book, &boxes.typed().named(subject))));
        Self {
            desk,
            here,
            amends,
            form,
            boxes,
            offers,
            errors: FormErrors::new(),
            failed: RwSignal::new(None),
            busy: RwSignal::new(false),
            again,
        }
    }

    fn fields(self, book: &Workbook) -> AnyView {
        let module = programme::module(self.here.part.module);
        let subject = self.here.part.subject;
        let for_child = self
            .desk
            .profile
            .with_untracked(|profile| {
                profile.as_ref().is_some_and(|profile| profile.practitioner.role.is_adult_worker())
            })
            .then(|| {
                view! {
                    <InsetText>
                        <strong>{NEEDED_FOR_THE_CHILD.question}</strong>
                        " "
                        {NEEDED_FOR_THE_CHILD.explanation}
                    </InsetText>
                }
            });
        let reason = self.amends.map(|_| {
            view! {
                <Textarea
                    id=field::REASON
                    label="Why are you changing this entry?"
                    size=Size::Small
                    hint="This is kept with the new version. The version before stays in the history."
                    value=self.boxes.reason
                    rows=2
                />
            }
        });
        view! {
            <DateInput
                id=field::DATE
                legend="Date of the work"
                size=Size::Small
                hint="For example, 21 11 2026. For history, a month and year, or a year, will do."
                value=self.boxes.date
                today=today(self.desk)
                rough=true
            />
            {circumstances(self.boxes, book, subject)}
            {for_child}
            {texts(self.boxes, book)}
            {own_words(self.boxes, book, subject)}
            {stage(self.boxes, book, subject)}
            {questions(self.boxes, module)}
            {audience_field::audience(self.boxes, self.offers)}
            {reason}
        }
        .into_any()
    }

    fn buttons(self) -> AnyView {
        let another = self.amends.is_none().then(|| {
            view! {
                <Button
                    kind=ButtonKind::Secondary
                    busy=self.busy
                    on_press=Callback::new(move |()| self.save(true))
                >
                    "Save and add another"
                </Button>
            }
        });
        view! {
            <ButtonGroup>
                <Button busy=self.busy>{SAVE}</Button>
                {another}
                <a class="govuk-link" href=self.here.module().to_hash()>
                    "Cancel"
                    <span class="govuk-visually-hidden">" and keep the draft"</span>
                </a>
            </ButtonGroup>
        }
        .into_any()
    }

    /// Reads the boxes and records them, or says everything that is to be mended.
    fn save(self, another: bool) {
        if self.busy.get_untracked() {
            return;
        }
        let (typed, offered) = untrack(move || (self.boxes.typed(), self.offers.get().people()));
        let reason = self.boxes.reason.get_untracked();
        let asked = Asked {
            module: self.here.part.module,
            subject: self.here.part.subject,
            today: today(self.desk),
            offered,
        };
        let read = typed.read(&asked);
        let mut wrong = read.as_ref().err().cloned().unwrap_or_default();
        if self.amends.is_some() && reason.trim().is_empty() {
            wrong.push(Wrong {
                field: field::REASON.to_owned(),
                message: "Enter why you are changing this entry".to_owned(),
            });
        }
        let found = wrong.into_iter().map(|wrong| FieldError::new(wrong.field, wrong.message)).collect();
        self.failed.set(None);
        if let (true, Ok(entry)) = (self.errors.report(found), read) {
            self.busy.set(true);
            spawn_local(async move { self.record(entry, reason, another.then(|| typed.another())).await });
        }
    }

    async fn record(self, entry: Entry, reason: String, another: Option<EntryForm>) {
        let Some(session) = self.desk.session() else { return };
        let (id, command) = match self.amends {
            Some(id) => {
                let seen = self.boxes.seen.try_get_untracked().unwrap_or_default();
                let seen = seen.iter().filter_map(|id| id.parse::<EventId>().ok()).collect();
                (id, Command::AmendEntry { id, entry, reason, seen })
            }
            None => match session.new_entry_id() {
                Ok(id) => (id, Command::RecordEntry { id, entry }),
                Err(error) => return self.not_recorded(RecordError::Save(error)),
            },
        };
        match self.desk.record(self.here.family, vec![command]).await {
            Ok(book) => {
                self.form.discard().await;
                self.tell(id, &book, another);
            }
            Err(error) => self.not_recorded(error),
        }
    }

    fn not_recorded(self, error: RecordError) {
        self.busy.try_set(false);
        match error {
            RecordError::Refused(refusal) => {
                self.errors.report_one(field_of(refusal.field()), refusal.to_string());
            }
            error @ (RecordError::Save(_) | RecordError::NoSuchFamily) => {
                self.failed.try_set(Some(error.to_string()));
            }
        }
    }

    fn tell(self, id: EntryId, book: &Workbook, another: Option<EntryForm>) {
        let module = self.here.part.module.number();
        let name = book.subject_name(self.here.part.subject);
        let where_it_is = "It is on this device only until you back up or share.";
        let notice = match self.amends {
            Some(_) => Notice::new(format!(
                "Entry in module {module} for {name} changed. The version before is in its history. {where_it_is}"
            )),
            None => {
                let (desk, family) = (self.desk, self.here.family);
                Notice::new(format!("Entry saved to module {module} for {name}. {where_it_is}"))
                    .with_undo(move || spawn_local(undo(desk, family, id)))
            }
        };
        match another {
            Some(next) => {
                self.desk.shell.announce(notice);
                window().scroll_to_with_x_and_y(0.0, 0.0);
                self.again.run(next);
            }
            None => {
                self.desk.tell(notice);
                self.desk.navigator.replace(&self.here.module());
            }
        }
    }
}

/// Takes an entry back that was saved a moment ago. Like everything, it stays in the history.
async fn undo(desk: Desk, family: crate::model::ids::FamilyId, id: EntryId) {
    let Some(book) = untrack(move || desk.workbook(family)) else { return };
    let seen = book.entries.head_ids(id);
    let reason = "Undone straight after saving".to_owned();
    let words = match desk.record(family, vec![Command::WithdrawEntry { id, reason, seen }]).await {
        Ok(_) => {
            "The entry is taken back. It is listed as entered in error, and can be brought back.".to_owned()
        }
        Err(error) => format!("The entry is still there. {error}"),
    };
    desk.shell.announce(Notice::new(words));
}

/// Whose entry it is, and what else was said of it meanwhile.
fn before_amending(work: Work, id: EntryId, book: &Arc<Workbook>) -> Option<AnyView> {
    let thing = book.entries.get(id)?;
    let whose = By::of(book, thing.first());
    let own = work.desk.profile.with_untracked(|profile| {
        profile.as_ref().is_some_and(|profile| profile.practitioner.id == whose.author)
    });
    let beside = (!own).then(|| {
        view! {
            <p class="govuk-body">
                "You can change it, and both versions are kept. Often it is better to "
                <a class="govuk-link" href=work.here.new_entry().to_hash()>
                    "add your own entry beside it"
                </a> "."
            </p>
        }
    });
    let live = super::live(work.desk, work.here.family, book.clone());
    let moved_on = Memo::new(move |_| {
        let now: BTreeSet<String> =
            live.with(|book| book.entries.head_ids(id).iter().map(ToString::to_string).collect());
        let seen: BTreeSet<String> = work.boxes.seen.get().into_iter().collect();
        !work.busy.get() && now != seen
    });
    let meanwhile = move || {
        moved_on.get().then(|| {
            view! {
                <Alert kind=AlertKind::Warning title="This entry was changed after you began">
                    <p class="govuk-body">
                        "If you save, your version and the other one will stand beside each other until somebody
                        decides. "
                        <a class="govuk-link" href=work.here.history(id).to_hash()>"See its history"</a>
                    </p>
                </Alert>
            }
        })
    };
    let undecided = thing.is_in_conflict().then(|| {
        view! {
            <Alert kind=AlertKind::Warning title="Two versions of this entry stand beside each other">
                <p class="govuk-body">"What you save here takes the place of both. Both stay in the history."</p>
            </Alert>
            <Versions book=book.clone() entry=id />
        }
    });
    Some(
        view! {
            <p class="govuk-body">{format!("This is the entry of {}, version {}.", whose.words(), thing.count())}</p>
            {beside}
            {meanwhile}
            {undecided}
        }
        .into_any(),
    )
}
