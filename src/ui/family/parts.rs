//! Every kind of part that a page can have, and how it is drawn.

use leptos::prelude::*;
use web_sys::MouseEvent;

use super::words::OnPage;
use crate::navigation::FamilyPlace;
use crate::services::family_pages::{self, Entry, Move, Moving, Part, Text};

impl OnPage {
    pub fn part(self, part: Part) -> AnyView {
        match part {
            Part::Words(words) => self.paragraph(words),
            Part::Quote(quote) => self.quote(quote),
            Part::Item(card) => self.card(card),
            Part::Promise(promise) => self.promise(*promise),
            Part::Links(links) => self.links(links),
            Part::Helper { name, does } => self.helper(name, does),
            Part::Call(call) => self.call(call),
            Part::Who { question, names } => self.who(question, names),
            Part::Answering { words, somebody_else } => self.answering(words, somebody_else),
            Part::Choose(choose) => self.choose(choose),
            Part::Entry(entry) => self.entry(entry),
            Part::Ticks { name, question, choices } => self.ticks(name, question, choices),
            Part::Setting(setting) => self.setting(setting),
            Part::Save(words) => self.save(words),
            Part::TakeBack(words) => {
                let take_back = self.second(words, None, move |_| self.asking.take_back());
                view! { {self.not_kept()} {take_back} }.into_any()
            }
            Part::Print(words) => self.print(words),
            Part::Moves(moves) => self.moves(moves),
        }
    }

    fn save(self, words: Text) -> AnyView {
        let busy = self.asking.busy;
        view! {
            {self.not_kept()}
            <p>
                <button
                    type="submit"
                    class="app-family__button"
                    aria-disabled=move || busy.get().then_some("true")
                >
                    {self.inline(words)}
                </button>
            </p>
        }
        .into_any()
    }

    fn print(self, words: Text) -> AnyView {
        let showing = self.asking.showing;
        view! {
            <p>
                <button type="button" class="app-family__button" on:click=move |_| showing.print()>
                    {self.inline(words)}
                </button>
            </p>
        }
        .into_any()
    }

    /// A button beside the one that matters.
    pub fn second(
        self,
        words: Text,
        id: Option<&'static str>,
        press: impl Fn(MouseEvent) + 'static,
    ) -> AnyView {
        view! {
            <p>
                <button type="button" class="app-family__tool" id=id on:click=press>{self.inline(words)}</button>
            </p>
        }
        .into_any()
    }

    /// What could not be kept is still on the screen.
    fn not_kept(self) -> AnyView {
        let asking = self.asking;
        let words = asking.showing.with_view(|view| family_pages::frame(view).not_kept);
        let said = move || asking.failed.get().then(|| view! { <p><b>{words.clone()}</b></p> });
        view! { <div role="alert">{said}</div> }.into_any()
    }

    /// Somewhere to write. What is typed goes to the letter box with every key.
    fn entry(self, entry: Entry) -> AnyView {
        let Entry { name, label, hint, one_line } = entry;
        let asking = self.asking;
        let hint_id = format!("{name}-hint");
        let described_by = hint.is_some().then(|| hint_id.clone());
        let typed = asking.words(name);
        let write = move |event| asking.write(name, event_target_value(&event));
        let field = if one_line {
            view! {
                <input
                    type="text"
                    class="app-family__box"
                    id=name
                    dir="auto"
                    spellcheck="false"
                    autocomplete="off"
                    aria-describedby=described_by
                    prop:value=typed
                    on:input=write
                />
            }
            .into_any()
        } else {
            view! {
                <textarea
                    class="app-family__box"
                    id=name
                    dir="auto"
                    rows="4"
                    spellcheck="true"
                    autocomplete="off"
                    aria-describedby=described_by
                    prop:value=typed
                    on:input=write
                ></textarea>
            }
            .into_any()
        };
        view! {
            <label class="app-family__label" for=name>{self.inline(label)}</label>
            {hint.map(|hint| view! { <p id=hint_id>{self.inline(hint)}</p> })}
            {field}
        }
        .into_any()
    }

    fn moves(self, moves: Vec<Move>) -> AnyView {
        let way = move |way: Move| {
            let class = if way.moving == Moving::Next { "app-family__tool" } else { "app-family__way" };
            let (to, back) = (way.to, way.moving == Moving::BackToPage);
            let showing = self.asking.showing;
            let go = move |event: MouseEvent| {
                event.prevent_default();
                if back { showing.back(to) } else { showing.go(to, None) }
            };
            view! { <a class=class href=FamilyPlace::to_hash(to) on:click=go>{self.inline(way.words)}</a> }
        };
        let ways: Vec<_> = moves.into_iter().map(way).collect();
        view! { <p class="app-cluster">{ways}</p> }.into_any()
    }
}
