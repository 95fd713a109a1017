//! Where the one the entry is about is in a change, for whoever wants to say so.

use leptos::prelude::*;

use crate::model::choices::Choice as _;
use crate::model::stage_of_change::Stage;
use crate::model::subject::Subject;
use crate::services::entry_form::field;
use crate::ui::form::errors::FormErrors;
use crate::ui::govuk::choice::Choice;
use crate::ui::govuk::details::Details;
use crate::ui::govuk::group::Size;
use crate::ui::govuk::input::Input;
use crate::ui::govuk::radios::Radios;
use crate::workbook::fold::Workbook;

use super::entry_boxes::Boxes;

/// Offered for grown-ups, with whom motivational interviewing is done; of a child only where it is said already.
pub(super) fn stage(boxes: Boxes, book: &Workbook, subject: Subject) -> Option<AnyView> {
    let of = boxes.stage;
    let said = untrack(move || !of.change.get().is_empty() || !of.stage.get().is_empty());
    let is_grown_up = |person| book.people.current(person).is_some_and(|person| !person.is_child());
    if !said && !subject.people().into_iter().all(is_grown_up) {
        return None;
    }
    let open = RwSignal::new(said);
    let errors = use_context::<FormErrors>();
    // An error that stands in a closed box is seen by nobody.
    Effect::new(move |_| {
        let wrong = |id| errors.is_some_and(|errors| errors.message(id).is_some());
        if [field::WHOSE_STAGE, field::CHANGE, field::STAGE].into_iter().any(wrong) {
            open.set(true);
        }
    });
    let whose = match subject {
        Subject::Person(_) => None,
        Subject::Couple(pair) => {
            let choices =
                pair.both().map(|person| Choice::new(person.to_string(), book.name_of(person))).to_vec();
            Some(view! {
                <Radios
                    id=field::WHOSE_STAGE
                    legend="Whose change it is"
                    size=Size::Small
                    choices
                    value=of.who
                />
            })
        }
    };
    let mut stages = vec![Choice::new("", "Nothing to say about a stage here")];
    let one = |stage: &Stage| Choice::new(stage.code(), stage.label()).hint(stage.meaning());
    stages.extend(Stage::ALL.iter().map(one));
    Some(
        view! {
            <Details summary="Stage of change (optional)" open=open>
                <p class="govuk-body">
                    "What this entry shows about where they are in a change. It is for the team only, and it is not a score:
                    going back is part of the way for most people."
                </p>
                {whose}
                <Input
                    id=field::CHANGE
                    label="What is changing"
                    hint="The same words each time, so that it can be followed. For example, drinking"
                    value=of.change
                />
                <Radios
                    id=field::STAGE
                    legend="Stage"
                    size=Size::Small
                    choices=stages
                    value=of.stage
                />
            </Details>
        }
        .into_any(),
    )
}
