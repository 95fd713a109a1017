//! The boxes of the entry form, kept as a draft.

use leptos::prelude::*;

use crate::model::ids::PersonId;
use crate::services::entry_form::{EntryForm, QuoteBoxes, StageBoxes, field};
use crate::ui::form::date::DateFields;
use crate::ui::form::draft::DraftForm;

/// Room for this many more quotes in one sitting.
const MORE_QUOTES: usize = 12;

/// Words somebody used, and who.
#[derive(Clone, Copy)]
pub(super) struct Quote {
    pub who: RwSignal<String>,
    pub words: RwSignal<String>,
}

/// Where somebody is in a change.
#[derive(Clone, Copy)]
pub(super) struct Stage {
    pub who: RwSignal<String>,
    pub change: RwSignal<String>,
    pub stage: RwSignal<String>,
}

/// What is typed. `Copy`; dies with the page, while the draft lives on.
#[derive(Clone, Copy)]
pub(super) struct Boxes {
    pub date: DateFields,
    pub present: RwSignal<Vec<String>>,
    pub others: RwSignal<String>,
    pub how_known: RwSignal<String>,
    pub certainty: RwSignal<String>,
    pub going_well: RwSignal<String>,
    pub needs: RwSignal<String>,
    pub analysis: StoredValue<Vec<(PersonId, RwSignal<String>)>>,
    pub own_words: StoredValue<Vec<Quote>>,
    pub stage: Stage,
    pub questions: RwSignal<Vec<String>>,
    pub audience: RwSignal<String>,
    pub audience_people: RwSignal<Vec<String>>,
    pub reason: RwSignal<String>,
    /// The versions that were on screen when this was begun.
    pub seen: RwSignal<Vec<String>>,
}

impl Boxes {
    /// Makes the boxes; each begins with its draft, or with `start`. `children` are those with a box for
    /// what the work means for them.
    pub(super) fn make(form: DraftForm, start: &EntryForm, children: &[PersonId], seen: Vec<String>) -> Self {
        let [day, month, year] = start.date.clone();
        let date = DateFields {
            day: RwSignal::new(day),
            month: RwSignal::new(month),
            year: RwSignal::new(year),
            about: RwSignal::new(start.about),
        };
        let said = |child: &PersonId| {
            let found = start.analysis.iter().find(|(about, _)| about == child);
            found.map(|(_, words)| words.clone()).unwrap_or_default()
        };
        let analysis =
            children.iter().map(|child| (*child, form.text(&field::analysis(*child), said(child)))).collect();
        let own_words = (0..start.own_words.len() + MORE_QUOTES)
            .map(|place| {
                let QuoteBoxes { who, words } = start.own_words.get(place).cloned().unwrap_or_default();
                let [who_id, words_id] = field::own_words(place);
                Quote { who: form.text(&who_id, who), words: form.text(&words_id, words) }
            })
            .collect();
        Self {
            date: form.date(field::DATE, date),
            present: form.ticks(field::PRESENT, start.present.clone()),
            others: form.text(field::OTHERS, &start.others),
            how_known: form.text(field::HOW_KNOWN, &start.how_known),
            certainty: form.text(field::CERTAINTY, &start.certainty),
            going_well: form.text(field::GOING_WELL, &start.going_well),
            needs: form.text(field::NEEDS, &start.needs),
            analysis: StoredValue::new(analysis),
            own_words: StoredValue::new(own_words),
            stage: Stage {
                who: form.text(field::WHOSE_STAGE, &start.stage.who),
                change: form.text(field::CHANGE, &start.stage.change),
                stage: form.text(field::STAGE, &start.stage.stage),
            },
            questions: form.ticks(field::QUESTIONS, start.questions.clone()),
            audience: form.text(field::AUDIENCE, &start.audience),
            audience_people: form.ticks(field::AUDIENCE_PEOPLE, start.audience_people.clone()),
            reason: form.text(field::REASON, ""),
            seen: form.ticks("seen", seen),
        }
    }

    /// What stands in the boxes now. Tracks them all.
    pub(super) fn typed(self) -> EntryForm {
        EntryForm {
            date: [self.date.day.get(), self.date.month.get(), self.date.year.get()],
            about: self.date.about.get(),
            present: self.present.get(),
            others: self.others.get(),
            how_known: self.how_known.get(),
            certainty: self.certainty.get(),
            going_well: self.going_well.get(),
            needs: self.needs.get(),
            analysis: self
                .analysis
                .with_value(|boxes| boxes.iter().map(|(child, words)| (*child, words.get())).collect()),
            own_words: self.own_words.with_value(|quotes| {
                let typed = |quote: &Quote| QuoteBoxes { who: quote.who.get(), words: quote.words.get() };
                quotes.iter().map(typed).collect()
            }),
            stage: StageBoxes {
                who: self.stage.who.get(),
                change: self.stage.change.get(),
                stage: self.stage.stage.get(),
            },
            questions: self.questions.get(),
            audience: self.audience.get(),
            audience_people: self.audience_people.get(),
        }
    }
}
