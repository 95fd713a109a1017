use leptos::prelude::*;

use crate::model::relationship::Kind;
use crate::navigation::NewFamilyStep;
use crate::services::new_family::{answer, called, field, place_words, rows};
use crate::services::typed::Fields;
use crate::services::words::sentence;
use crate::ui::form::draft::DraftForm;
use crate::ui::govuk::button::{Button, ButtonKind};
use crate::ui::govuk::choice::Choice;
use crate::ui::govuk::fieldset::Fieldset;
use crate::ui::govuk::group::Size;
use crate::ui::govuk::input::{Input, InputOptions};
use crate::ui::govuk::radios::Radios;
use crate::ui::govuk::select::Select;
use crate::ui::pages::new_family::rows::{Changes, add, remove_button};
use crate::ui::pages::new_family::step::{Step, open_draft};

const NARROW: InputOptions = InputOptions {
    width: "govuk-!-width-two-thirds",
    autocomplete: "off",
    input_mode: None,
    spellcheck: false,
};

/// The adults, and who each is to each child.
#[component]
pub(super) fn Adults() -> impl IntoView {
    let changes = RwSignal::new(0);
    move || {
        changes.track();
        list(changes)
    }
}

fn list(changes: Changes) -> AnyView {
    let form = open_draft();
    let fields = form.values();
    let adults: Vec<Adult> =
        rows(&fields, field::ADULTS).iter().map(|key| Adult::new(form, &fields, key)).collect();
    let adults = StoredValue::new(adults);
    let all = move || {
        let fields = form.values();
        let row = |adult: Adult| {
            let remove = remove_button(form, &fields, field::ADULTS, &adult.key, changes);
            view! { <Fieldset legend=adult.place.clone() size=Size::Medium>{adult.boxes()} {remove}</Fieldset> }
        };
        adults.get_value().into_iter().map(row).collect_view()
    };
    view! {
        <Step step=NewFamilyStep::Adults form>
            <h1 class="govuk-heading-l">"Who are the adults?"</h1>
            <p class="govuk-body">
                "Parents, carers and other adults who matter to the children, whether or not they live with
                them."
            </p>
            {all()}
            <div>
            <Button
                kind=ButtonKind::Secondary
                id="add-row"
                on_press=Callback::new(move |()| add(form, field::ADULTS, changes))
            >
                "Add another adult"
            </Button>
            </div>
        </Step>
    }
    .into_any()
}

/// The boxes about one adult.
#[derive(Clone)]
struct Adult {
    key: String,
    place: String,
    name: RwSignal<String>,
    known_as: RwSignal<String>,
    children: Vec<Between>,
}

/// The boxes about how an adult stands to one child.
#[derive(Clone)]
struct Between {
    adult: String,
    child: String,
    called: String,
    kind: RwSignal<String>,
    kind_words: RwSignal<String>,
    responsibility: RwSignal<String>,
}

impl Adult {
    fn new(form: DraftForm, fields: &Fields, key: &str) -> Self {
        let between = |child: String| Between {
            adult: key.to_owned(),
            called: called(fields, &child),
            kind: form.text(&field::between(key, &child, "kind"), ""),
            kind_words: form.text(&field::between(key, &child, "kind-words"), ""),
            responsibility: form.text(&field::between(key, &child, "responsibility"), ""),
            child,
        };
        Self {
            key: key.to_owned(),
            place: place_words(fields, key),
            name: form.text(&field::of(key, "name"), ""),
            known_as: form.text(&field::of(key, "known-as"), ""),
            children: rows(fields, field::CHILDREN).into_iter().map(between).collect(),
        }
    }

    fn boxes(&self) -> AnyView {
        let id = |part: &str| field::of(&self.key, part);
        view! {
            <Input id=id("name") label="Full name" value=self.name options=NARROW />
            <Input
                id=id("known-as")
                label="What they like to be called (optional)"
                value=self.known_as
                options=NARROW
            />
            {self.children.iter().map(Between::boxes).collect_view()}
        }
        .into_any()
    }
}

impl Between {
    fn boxes(&self) -> AnyView {
        let id = |part: &str| field::between(&self.adult, &self.child, part);
        let kind = self.kind;
        let (words, words_id) = (self.kind_words, id("kind-words"));
        let (responsibility, responsibility_id) = (self.responsibility, id("responsibility"));
        let called = self.called.clone();
        let other = move || {
            let words_id = words_id.clone();
            kind.with(|kind| kind == answer::OTHER).then(|| {
                view! { <Input id=words_id label="In your own words" value=words options=NARROW /> }
            })
        };
        let holds = move || {
            let legend = format!("Do they hold parental responsibility for {called}?");
            let id = responsibility_id.clone();
            kind.with(|kind| !kind.is_empty()).then(|| {
                let choices = vec![
                    Choice::new(answer::YES, "Yes"),
                    Choice::new(answer::NO, "No"),
                    Choice::new(answer::NOT_KNOWN, "Not known"),
                ];
                view! { <Radios id=id legend=legend choices=choices value=responsibility inline=true /> }
            })
        };
        view! {
            <Select
                id=id("kind")
                label=format!("Who they are to {} (leave empty if nothing)", self.called)
                choices=kinds()
                value=kind
            />
            {other}
            {holds}
        }
        .into_any()
    }
}

/// What an adult can be to a child.
fn kinds() -> Vec<Choice> {
    let to_a_child = |kind: &Kind| !matches!(kind, Kind::Partner | Kind::FormerPartner);
    let known = Kind::KNOWN.into_iter().filter(to_a_child);
    known
        .map(|kind| Choice::new(kind.label(), sentence(kind.label())))
        .chain([Choice::new(answer::OTHER, "Something else")])
        .collect()
}
