//! The fields of the entry form, in order.

use leptos::prelude::*;

use crate::model::entry::{Certainty, HowKnown};
use crate::model::ids::PersonId;
use crate::model::person::Arrival;
use crate::model::subject::Subject;
use crate::programme::definition::Module;
use crate::services::entry_form::field;
use crate::ui::form::errors::FormErrors;
use crate::ui::govuk::checkboxes::Checkboxes;
use crate::ui::govuk::choice::Choice;
use crate::ui::govuk::details::Details;
use crate::ui::govuk::error_message::ErrorMessage;
use crate::ui::govuk::fieldset::Fieldset;
use crate::ui::govuk::group::Size;
use crate::ui::govuk::input::Input;
use crate::ui::govuk::radios::Radios;
use crate::ui::govuk::select::Select;
use crate::ui::govuk::textarea::Textarea;
use crate::workbook::fold::Workbook;

use super::entry_boxes::{Boxes, Quote};

/// Who can be ticked or quoted: the subject first, then adults, then children; not the unborn. Someone
/// outside the workflow only where they are named already.
fn people(book: &Workbook, subject: Subject, named: &[String]) -> Vec<Choice> {
    let mut people: Vec<(PersonId, String)> = book
        .adults()
        .into_iter()
        .chain(book.children())
        .filter(|(_, person)| !matches!(person.arrival, Arrival::Unborn { .. }))
        .filter(|(id, _)| book.in_workflow(*id) || subject.names(*id) || named.contains(&id.to_string()))
        .map(|(id, person)| (id, person.display_name().to_owned()))
        .collect();
    people.sort_by_key(|(id, _)| !subject.names(*id));
    people.into_iter().map(|(id, name)| Choice::new(id.to_string(), name)).collect()
}

/// What is somebody else's to tell (`ux.md` SR6).
const FOR_THE_TEAM: &str =
    "For the team only. The family is never shown it, and it cannot be shared with them";

/// Who was there, and how it is known.
pub(super) fn circumstances(boxes: Boxes, book: &Workbook, subject: Subject) -> AnyView {
    let present = people(book, subject, &boxes.present.get_untracked());
    let known = HowKnown::ALL
        .map(|known| {
            let choice = Choice::new(known.code(), known.label());
            if known.is_for_the_team() { choice.hint(FOR_THE_TEAM) } else { choice }
        })
        .to_vec();
    let certainty = Certainty::ALL
        .map(|certainty| {
            let choice = Choice::new(certainty.code(), certainty.label());
            match certainty {
                Certainty::Fact => choice.hint("Seen, or confirmed by a record or by more than one person"),
                Certainty::Allegation => choice.hint("Somebody says so, and it is not confirmed"),
                Certainty::Opinion => choice.hint("What you or another professional make of it"),
            }
        })
        .to_vec();
    view! {
        <Checkboxes
            id=field::PRESENT
            legend="Who was there"
            size=Size::Small
            choices=present
            values=boxes.present
        />
        <Input
            id=field::OTHERS
            label="Anyone else who was there (optional)"
            hint="For example, health visitor or grandmother"
            value=boxes.others
        />
        <Radios
            id=field::HOW_KNOWN
            legend="How you know this"
            size=Size::Small
            choices=known
            value=boxes.how_known
        />
        <Radios
            id=field::CERTAINTY
            legend="What kind of information it is"
            size=Size::Small
            choices=certainty
            value=boxes.certainty
        />
    }
    .into_any()
}

/// What is going well, what needs to be different, and what it means for each child.
pub(super) fn texts(boxes: Boxes, book: &Workbook) -> AnyView {
    let analysis = boxes.analysis.with_value(|analysis| {
        analysis
            .iter()
            .map(|(child, words)| {
                let label = format!("What this means for {}", book.name_of(*child));
                view! { <Textarea id=field::analysis(*child) label=label value=*words rows=3 /> }
            })
            .collect_view()
    });
    view! {
        <Textarea
            id=field::GOING_WELL
            label="What is going well"
            size=Size::Small
            hint="Fill in any of the boxes below. One is enough."
            value=boxes.going_well
        />
        <Textarea
            id=field::NEEDS
            label="What needs to be different"
            size=Size::Small
            value=boxes.needs
        />
        {group(
            field::ANALYSIS,
            "Analysis",
            "So what? What it is like to be this child, and what follows from it.",
            analysis.into_any(),
        )}
    }
    .into_any()
}

/// The person's own words: as many as are filled, and room for one more when asked.
pub(super) fn own_words(boxes: Boxes, book: &Workbook, subject: Subject) -> AnyView {
    let quotes = boxes.own_words.get_value();
    let filled = |quotes: &[Quote]| {
        let used = |quote: &Quote| quote.words.with_untracked(|words| !words.is_empty());
        quotes.iter().rposition(used).map_or(1, |last| last + 1)
    };
    let room = quotes.len();
    let shown = RwSignal::new(filled(&quotes));
    let spoke: Vec<String> = quotes.iter().map(|quote| quote.who.get_untracked()).collect();
    let choices = StoredValue::new(people(book, subject, &spoke));
    let one = move |place: usize, quote: Quote| {
        let [who_id, words_id] = field::own_words(place);
        // The second and later ones are told apart by their number.
        let number = if place == 0 { String::new() } else { format!(" ({})", place + 1) };
        view! {
            <Select
                id=who_id
                label=format!("Who said it{number}")
                choices=choices.get_value()
                value=quote.who
            />
            <Textarea id=words_id label=format!("Their words{number}") value=quote.words rows=2 />
        }
        .into_any()
    };
    let list = view! {
        <For
            each=move || 0..shown.get()
            key=|place| *place
            children=move |place| quotes.get(place).map(|quote| one(place, *quote))
        />
    };
    let more = move || {
        (shown.get() < room).then(|| {
            view! {
                <button
                    type="button"
                    class="govuk-button govuk-button--secondary"
                    on:click=move |_| {
                        let [who, _] = field::own_words(shown.get_untracked());
                        shown.update(|shown| *shown += 1);
                        request_animation_frame(move || crate::ui::focus::on_field(&who));
                    }
                >
                    "Add more words"
                </button>
            }
        })
    };
    group(
        field::OWN_WORDS,
        "Words the person used (optional)",
        "Exactly as they said them.",
        view! {
            {list}
            {more}
        }
        .into_any(),
    )
}

/// Which questions it speaks to. Apart from the help beside the form, which has nothing to tick.
pub(super) fn questions(boxes: Boxes, module: &'static Module) -> AnyView {
    let choices = module.all_questions().map(|question| Choice::new(question.id, question.text)).collect();
    let open = RwSignal::new(boxes.questions.with_untracked(|chosen| !chosen.is_empty()));
    view! {
        <Details summary="Link this entry to questions (optional)" open=open>
            <Checkboxes
                id=field::QUESTIONS
                legend="Questions this entry speaks to"
                choices=choices
                values=boxes.questions
            />
        </Details>
    }
    .into_any()
}

/// Several fields under one legend, with the error of them all.
fn group(id: &'static str, legend: &'static str, hint: &'static str, fields: AnyView) -> AnyView {
    let errors = use_context::<FormErrors>();
    let error = move || errors.and_then(|errors| errors.message(id));
    let hint_id = format!("{id}-hint");
    let described_by = hint_id.clone();
    view! {
        <div class="govuk-form-group" id=id>
            <Fieldset legend=legend size=Size::Small described_by=described_by>
                <div class="govuk-hint" id=hint_id>
                    {hint}
                </div>
                {move || error().map(|message| view! {
                    <ErrorMessage id=format!("{id}-error") message />
                })}
                {fields}
            </Fieldset>
        </div>
    }
    .into_any()
}
