use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::relationships::people;
use super::{Own, lines, report, report_refused};
use crate::model::household::Household;
use crate::model::ids::HouseholdId;
use crate::services::relation_form::{field, home_boxes, read_home};
use crate::services::two_versions::household_lines;
use crate::services::typed::Typed;
use crate::ui::desk::use_desk;
use crate::ui::form::SideForm;
use crate::ui::form::date::DateFields;
use crate::ui::form::draft::DraftForm;
use crate::ui::form::errors::FormErrors;
use crate::ui::govuk::button::{Button, ButtonKind};
use crate::ui::govuk::checkboxes::Checkboxes;
use crate::ui::govuk::choice::Choice;
use crate::ui::govuk::date_input::DateInput;
use crate::ui::govuk::details::Details;
use crate::ui::govuk::error_summary::ErrorSummary;
use crate::ui::govuk::input::Input;
use crate::ui::govuk::notification_banner::Notice;
use crate::workbook::decide::Command;
use crate::workbook::fold::Workbook;

/// Who lives together, over time.
#[component]
pub(super) fn Homes(book: Arc<Workbook>) -> impl IntoView {
    let known: Vec<(HouseholdId, Household)> =
        book.households.all().map(|(id, home)| (id, home.clone())).collect();
    let one = |(id, home): (HouseholdId, Household)| {
        let told = household_lines(&book, &home);
        view! {
            <li class="app-person">
                <div class="govuk-body">{lines(told)}</div>
                <HomeForm book=book.clone() known=Some((id, home)) />
            </li>
        }
        .into_any()
    };
    let rows = known.into_iter().map(one).collect_view();
    view! {
        <h2 class="govuk-heading-m">"Homes"</h2>
        <ul class="govuk-list">{rows}</ul>
        <HomeForm book=book.clone() known=None />
    }
}

#[component]
fn HomeForm(book: Arc<Workbook>, known: Option<(HouseholdId, Household)>) -> impl IntoView {
    let desk = use_desk();
    let family = book.id;
    let id = known.as_ref().map(|(id, _)| *id);
    let seen = StoredValue::new(id.map(|id| book.households.head_ids(id)).unwrap_or_default());
    let home = known.map(|(_, home)| home);
    let boxes = home.as_ref().map(home_boxes).unwrap_or_default();
    let summary = match &home {
        Some(home) => format!("Change {}", home.label),
        None => "Add a home".to_owned(),
    };
    let suffix = id.map_or("new".to_owned(), |id| id.to_string());
    let heading = if id.is_some() { "Changing a home" } else { "A new home" };
    let form = DraftForm::open(format!("{family}/home/{suffix}"), Some(family), heading);
    let own = Own(StoredValue::new(suffix));
    let label = form.text(&own.id(field::HOME), boxes.get(field::HOME).cloned().unwrap_or_default());
    let typed = Typed(&boxes);
    let there = typed.lines(field::LIVING).into_iter().map(str::to_owned).collect();
    let living = form.ticks(&own.id(field::LIVING), there);
    let stays: Vec<_> = people(&book)
        .into_iter()
        .map(|(person, name)| {
            let [from, until] = field::stay(person);
            let date = |id: &str| DateFields::of(typed.date(id, "").ok().flatten());
            (person, name, form.date(&own.id(&from), date(&from)), form.date(&own.id(&until), date(&until)))
        })
        .collect();
    let open = RwSignal::new(form.was_restored());
    form.keep_typing();
    let errors = FormErrors::new();
    let home = StoredValue::new(home);
    let save = move |()| {
        let fields = own.plain(form.values());
        let read = home.with_value(|home| read_home(&fields, desk.today(), home.as_ref()));
        let household = match read {
            Ok(household) => household,
            Err(wrong) => {
                report(errors, own.wrong(wrong));
                return;
            }
        };
        let fresh = || desk.session()?.new_household_id().ok();
        let Some(id) = id.or_else(fresh) else { return };
        let command = Command::RecordHousehold { id, household, seen: seen.get_value() };
        let draft = form.key();
        spawn_local(async move {
            match desk.record_draft(family, vec![command], draft).await {
                Ok(()) => desk.shell.announce(Notice::new("Home saved")),
                Err(error) => report_refused(errors, &own.id(field::HOME), &error),
            }
        });
    };
    let inside = move || {
        let choices: Vec<Choice> = stays
            .iter()
            .cloned()
            .map(|(person, name, from, until)| {
                let ids = field::stay(person).map(|id| own.id(&id));
                let dates = move || {
                    let [from_id, until_id] = ids.clone();
                    view! {
                        <DateInput id=from_id legend="From (optional)" value=from rough=true />
                        <DateInput id=until_id legend="Until (optional)" value=until rough=true />
                    }
                };
                Choice::new(person.to_string(), name).reveal(dates)
            })
            .collect();
        open.get().then(|| {
            view! {
                <ErrorSummary errors />
                <SideForm errors on_submit=Callback::new(save)>
                    <Input
                        id=own.id(field::HOME)
                        label="What to call this home"
                        hint="For example, Mum’s home. Not an address."
                        value=label
                    />
                    <Checkboxes id=own.id(field::LIVING) legend="Who lives or lived there?" choices values=living />
                    <Button kind=ButtonKind::Secondary>"Save home"</Button>
                </SideForm>
            }
        })
    };
    view! { <Details summary=summary open=open>{inside}</Details> }
}
